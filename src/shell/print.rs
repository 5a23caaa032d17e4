//! The commands that print a chronology as text.

use super::cli::{Input, ListFormat};
use super::export::selection;
use super::output::{self, BAD_INPUT, WELL, WRONG_USE, complain};
use super::{files, locale};
use crate::app::Content;
use crate::chronology::query::{Found, Index, Query};
use crate::chronology::{Chronology, EventNo};
use crate::date::Language;
use crate::exchange::{csv, json};
use crate::file::{Severity, Style, nearest, quoted, render};
use crate::view::wrap::wrap;
use crate::view::{Words, plain};
use std::process::ExitCode;

/// Prints all events in order, or those that match a query.
pub fn list(input: &Input, query: Option<&str>, format: ListFormat) -> ExitCode {
    let query = match question(query) {
        Ok(query) => query,
        Err(status) => return status,
    };
    let Some(content) = read(input) else { return ExitCode::from(BAD_INPUT) };
    let chronology = &content.chronology;
    let found = query.map(|query| found(chronology, &query));
    let selection = selection(&content, input, found.as_ref());
    let text = match (format, &found) {
        (ListFormat::Text, None) => Ok(fitted(plain::list(chronology, words(input)))),
        (ListFormat::Text, Some(found)) => Ok(fitted(plain::found(chronology, found, words(input)))),
        (ListFormat::Json, _) => json(&selection).map_err(Into::into),
        (ListFormat::Csv, _) => csv::write(&selection, csv::Rows::Events),
    };
    match text {
        Ok(text) => output::print(&text, status(&content)),
        Err(error) => {
            complain(&error.to_string());
            ExitCode::from(BAD_INPUT)
        }
    }
}

/// A text broken into lines that fit the terminal; as it is where the output is none.
fn fitted(text: String) -> String {
    match output::width() {
        Some(width) => text.lines().map(|line| fitted_line(line, width)).collect(),
        None => text,
    }
}

/// A line as several; those after the first of an indented one are indented further.
fn fitted_line(line: &str, width: usize) -> String {
    let own = line.len() - line.trim_start_matches(' ').len();
    let indent = if own > 0 { (own + 2).min(width / 2) } else { 0 };
    // What is broken at its hyphens, an id above all, cannot be copied; `_` is no place to break.
    let unbroken = line.replace('-', "_");
    let lines = wrap(&unbroken, width - indent).into_iter().enumerate().map(|(at, range)| {
        let blanks = if at == 0 { 0 } else { indent };
        format!("{}{}\n", " ".repeat(blanks), &line[range])
    });
    if line.is_empty() { "\n".to_owned() } else { lines.collect() }
}

/// The query of the command line; if it is none, the status to end with, and a word on why.
pub fn question(query: Option<&str>) -> Result<Option<Query>, ExitCode> {
    query.map(Query::parse).transpose().map_err(|error| {
        complain(&format!("--query: {error}"));
        ExitCode::from(WRONG_USE)
    })
}

/// What a query finds; where it asks for a value that the chronology does not have, with a word
/// on that.
pub fn found(chronology: &Chronology, query: &Query) -> Found {
    let index = Index::new(chronology);
    if let Some(unknown) = index.unknown(query, chronology) {
        let help = unknown.help(Language::En).map_or_else(String::new, |help| format!("; {help}"));
        complain(&format!("--query: {}{help}", unknown.message(Language::En)));
    }
    index.find(query)
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
        Some(event) => output::print(&fitted(text(&content, event, words(input))), status(&content)),
        None => {
            complain(&unknown(&content, id));
            ExitCode::from(BAD_INPUT)
        }
    }
}

/// So many of the ids that begin like one that is none are told.
const MOST_BEGUN: usize = 3;

/// "no event has the id `x`; did you mean `y`?" Where none is near, those that begin so.
pub fn unknown(content: &Content, id: &str) -> String {
    let ids = || content.chronology.events.iter().map(|event| event.id());
    let hint = match nearest(id, ids()) {
        Some(near) => format!("; did you mean {}?", quoted(near)),
        None => {
            let begun: Vec<String> = ids().filter(|other| other.starts_with(id)).map(quoted).collect();
            let told = begun[..begun.len().min(MOST_BEGUN)].join(", ");
            match begun.len() {
                0 => String::new(),
                1 => format!("; did you mean {told}?"),
                2..=MOST_BEGUN => format!("; {told} begin so"),
                all => format!("; {told} and {} more begin so", all - MOST_BEGUN),
            }
        }
    };
    format!("no event has the id {}{hint}", quoted(id))
}

/// Reads the files; what is wrong in them goes to standard error. `None` where nothing
/// can be read at all.
pub fn read(input: &Input) -> Option<Content> {
    match files::read(input) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_ids_stay_whole() {
        let check = |line: &str, width: usize, expected: &str| assert_eq!(fitted_line(line, width), expected);
        check("short", 20, "short\n");
        check("", 20, "\n");
        check("  2020: Goods (donation; goods-yokohama)", 24, "  2020: Goods\n    (donation;\n    goods-yokohama)\n");
        check("贵阳向日本横滨市捐赠。", 12, "贵阳向日本横\n滨市捐赠。\n");
        check("abc", 1, "a\nb\nc\n");
    }
}
