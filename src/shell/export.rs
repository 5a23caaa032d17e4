//! `annals export`: a chronology in another format, and what that lacks.

use super::cli::{Export, Input};
use super::output::{self, BAD_INPUT, WRONG_USE, complain};
use super::print;
use crate::app::Content;
use crate::chronology::query::Found;
use crate::exchange::{Exported, Format, Selection};
use std::process::ExitCode;

/// What a spreadsheet needs before a table to read it as UTF-8.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// Writes the chronology in a format; what cannot be said in it goes to standard error.
pub fn run(options: &Export) -> ExitCode {
    let format = options.to;
    if options.bom && !format.is_table() {
        complain(&format!("--bom is for tables, which {} is not; try --to csv", format.id));
        return ExitCode::from(WRONG_USE);
    }
    let query = match print::question(options.query.as_deref()) {
        Ok(query) => query,
        Err(status) => return status,
    };
    let Some(content) = print::read(&options.input) else { return ExitCode::from(BAD_INPUT) };
    let found = query.map(|query| print::found(&content.chronology, &query));
    let selection = selection(&content, &options.input, found.as_ref());
    let mut exported = match (format.write)(&selection) {
        Ok(exported) => exported,
        Err(error) => {
            complain(&format!("cannot write {}: {error}", format.id));
            return ExitCode::from(BAD_INPUT);
        }
    };
    if options.bom {
        exported.text.insert_str(0, BYTE_ORDER_MARK);
    }
    let status = output::deliver(&exported.text, options.output.as_deref(), print::status(&content));
    report(&exported, &selection, format);
    status
}

/// The events to export: those that were found; without a query, all of them.
pub fn selection<'a>(content: &'a Content, input: &Input, found: Option<&Found>) -> Selection<'a> {
    let all = Selection::all(&content.chronology, &content.documents, print::language(input));
    match found {
        Some(found) => Selection { numbers: found.events().map(|(event, _)| event).collect(), ..all },
        None => all,
    }
}

fn report(exported: &Exported, selection: &Selection, format: &Format) {
    let report = exported.report(selection, format.id);
    if !report.is_empty() {
        output::report(&format!("annals: {report}"));
    }
}
