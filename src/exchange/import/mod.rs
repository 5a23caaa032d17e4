//! Other formats as an events file, and what could not be taken over.
//!
//! Whatever comes in, a file comes out: nothing here panics, and what is not understood is
//! told or kept as text.

mod clock;
mod csv;
mod draft;
mod ics;
mod markup;
mod markwhen;
mod mend;
mod parts;
mod slashes;
mod table;
mod timelinejs;
mod vague;

use super::toml;
use crate::chronology::Chronology;
use crate::file::{self, Document, Problem, Style, render};
use draft::Draft;

/// An events file, and what it lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The file.
    pub text: String,
    /// What could not be taken over, one sentence each.
    pub notes: Vec<String>,
    /// What is wrong in the file all the same, such as statements that cannot all be
    /// true: a report by line. Empty where nothing is.
    pub problems: String,
}

/// A format to import from.
#[derive(Debug, Clone, Copy)]
pub struct Importer {
    /// Its name on the command line.
    pub id: &'static str,
    /// What it is, in one line.
    pub summary: &'static str,
    read: fn(&str) -> Result<Draft, String>,
}

const fn row(id: &'static str, summary: &'static str, read: fn(&str) -> Result<Draft, String>) -> Importer {
    Importer { id, summary, read }
}

/// Every format, in the order of the help.
pub const IMPORTERS: &[Importer] = &[
    row("csv", "a table with a header: annals' own without loss, others by the names of their columns", csv::read),
    row("ics", "a calendar (RFC 5545)", ics::read),
    row("timelinejs", "the JSON of TimelineJS", timelinejs::read),
    row("timelinejs-csv", "the spreadsheet of TimelineJS, as CSV", timelinejs::read_table),
    row("markwhen", "a Markwhen timeline", markwhen::read),
];

/// The most events that are imported: a curated file has thousands, not millions.
const MOST_EVENTS: usize = 100_000;

impl Importer {
    /// The importer of this name.
    pub fn find(id: &str) -> Option<&'static Self> {
        IMPORTERS.iter().find(|importer| importer.id == id)
    }

    /// Makes an events file of a text in this format.
    ///
    /// # Errors
    ///
    /// Why the text is not of this format at all.
    pub fn import(&self, text: &str) -> Result<Imported, String> {
        let mut draft = (self.read)(text.strip_prefix('\u{FEFF}').unwrap_or(text))?;
        if draft.records.events.len() > MOST_EVENTS {
            return Err(format!("has more than {MOST_EVENTS} events, the most that annals imports"));
        }
        mend::mend(&mut draft);
        let text = toml(&draft.records);
        let problems = problems(&text);
        Ok(Imported { text, notes: draft.notes, problems })
    }
}

/// What a check of the file finds.
fn problems(text: &str) -> String {
    let documents = [Document { name: "imported".to_owned(), text: text.to_owned().into() }];
    let (records, mut problems) = file::read(&documents);
    problems.extend(Chronology::new(records).1);
    Problem::sort(&mut problems);
    render(&problems, &documents, Style::Short)
}
