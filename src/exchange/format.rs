//! The table of formats to export to. Help, manual and completions are made from it.

use super::csv::Rows;
use super::{Exported, Loss, Selection, csv, html, ics, json, jsonld, markdown, markwhen, timelinejs};
use std::error::Error;

/// What a format makes of a selection.
pub type Write = fn(&Selection) -> Result<Exported, Box<dyn Error>>;

/// A format to export to.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// Its name on the command line.
    pub id: &'static str,
    /// How the names of its files end.
    pub ending: &'static str,
    /// What it is, in one line.
    pub summary: &'static str,
    /// Writes it.
    pub write: Write,
}

impl Format {
    /// The format of this name.
    pub fn find(id: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.id == id)
    }

    /// Whether it is a table that spreadsheets open.
    pub fn is_table(&self) -> bool {
        self.ending == "csv"
    }
}

const fn row(id: &'static str, ending: &'static str, summary: &'static str, write: Write) -> Format {
    Format { id, ending, summary, write }
}

/// Every format, in the order of the help.
pub const FORMATS: &[Format] = &[
    row("json", "json", "one array of events, for programs", json::export),
    row("jsonld", "jsonld", "schema.org events as JSON-LD, dates kept as EDTF, for the web of data", jsonld::export),
    row("csv", "csv", "the whole chronology as a table (RFC 4180), without loss both ways", table),
    row("ics", "ics", "a calendar (RFC 5545); vague dates are tentative and take no time", ics::export),
    row("timelinejs", "json", "slides for TimelineJS, as JSON", timelinejs::export),
    row("timelinejs-csv", "csv", "the same as the table that its spreadsheet has", timelinejs::export_table),
    row("markwhen", "mw", "a Markwhen timeline", markwhen::export),
    row("markdown", "md", "a report, sources as footnotes", markdown::export),
    row("html", "html", "one page to read and to print, in every language, without script", html::export),
];

fn table(selection: &Selection) -> Result<Exported, Box<dyn Error>> {
    let mut exported = Exported::whole(csv::write(selection, Rows::All)?);
    exported.losses.extend(Loss::of_unselected_steps(selection).chain(Loss::of_unselected(selection)));
    Ok(exported)
}
