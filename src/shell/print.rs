//! The commands that print a chronology as text.

use super::cli::{Input, ListFormat};
use super::output::{self, BAD_INPUT, WELL, WRONG_USE, complain};
use super::{files, locale};
use crate::app::Content;
use crate::chronology::query::{Found, Index, Query};
use crate::chronology::{Chronology, EventNo};
use crate::date::Language;
use crate::exchange::json;
use crate::file::{Severity, Style, nearest, quoted, render};
use crate::view::{Words, plain};
use std::process::ExitCode;

/// Prints all events in order, or those that match a query.
pub fn list(input: &Input, query: Option<&str>, format: ListFormat) -> ExitCode {
    let query = match query.map(Query::parse).transpose() {
        Ok(query) => query,
        Err(error) => {
            complain(&format!("--query: {error}"));
            return ExitCode::from(WRONG_USE);
        }
    };
    let Some(content) = read(input) else { return ExitCode::from(BAD_INPUT) };
    let chronology = &content.chronology;
    let found = query.map(|query| Index::new(chronology).find(&query));
    let text = match (format, &found) {
        (ListFormat::Text, None) => plain::list(chronology, words(input)),
        (ListFormat::Text, Some(found)) => plain::found(chronology, found, words(input)),
        (ListFormat::Json, found) => match json(chronology, listed(chronology, found.as_ref()), language(input)) {
            Ok(text) => text,
            Err(error) => {
                complain(&error.to_string());
                return ExitCode::from(BAD_INPUT);
            }
        },
    };
    output::print(&text, status(&content))
}

/// The events that were found; without a query, all of them.
fn listed<'a>(chronology: &Chronology, found: Option<&'a Found>) -> Box<dyn Iterator<Item = EventNo> + 'a> {
    match found {
        Some(found) => Box::new(found.events().map(|(event, _)| event)),
        None => Box::new(chronology.numbers()),
    }
}

/// Prints one event.
pub fn show(id: &str, input: &Input) -> ExitCode {
    one(id, input, |content, event, words| plain::show(&content.chronology, event, &content.documents, words))
}

/// Prints the proof of an event's bounds.
pub fn why(id: &str, input: &Input) -> ExitCode {
    one(id, input, |content, event, words| plain::why(&content.chronology, event, &content.documents, words))
}

fn one(id: &str, input: &Input, text: impl Fn(&Content, EventNo, &'static Words) -> String) -> ExitCode {
    let Some(content) = read(input) else { return ExitCode::from(BAD_INPUT) };
    match content.chronology.find(id) {
        Some(event) => output::print(&text(&content, event, words(input)), status(&content)),
        None => {
            complain(&unknown(&content, id));
            ExitCode::from(BAD_INPUT)
        }
    }
}

/// "no event has the id `x`; did you mean `y`?"
pub fn unknown(content: &Content, id: &str) -> String {
    let near = nearest(id, content.chronology.events.iter().map(|event| event.id()));
    let hint = near.map_or_else(String::new, |near| format!("; did you mean {}?", quoted(near)));
    format!("no event has the id {}{hint}", quoted(id))
}

/// Reads the files; what is wrong in them goes to standard error. `None` where nothing
/// can be read at all.
pub fn read(input: &Input) -> Option<Content> {
    match files::read(&input.files) {
        Ok(content) => {
            output::report(&render(&content.problems, &content.documents, Style::Short));
            Some(content)
        }
        Err(refusals) => {
            refusals.iter().for_each(|refusal| complain(refusal));
            None
        }
    }
}

/// The exit status that the content calls for.
pub fn status(content: &Content) -> u8 {
    let has_error = content.problems.iter().any(|problem| problem.severity() == Severity::Error);
    if has_error { BAD_INPUT } else { WELL }
}

/// The language that was asked for, else the locale's.
pub fn language(input: &Input) -> Language {
    input.lang.unwrap_or_else(locale::language)
}

fn words(input: &Input) -> &'static Words {
    Words::of(language(input))
}
