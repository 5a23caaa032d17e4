//! `annals check`: everything that is wrong in the files, and what could be curated better.

use super::cli::{CheckFormat, Input};
use super::files::Refusal;
use super::output::{self, BAD_INPUT, WELL, complain};
use super::{files, locale};
use crate::app::Content;
use crate::file::{Document, Problem, Row, Severity, Style, render, rows, short};
use std::io::{IsTerminal, stdout};
use std::process::ExitCode;

/// Prints all problems; ends with 1 where one of them is an error or, if `strict`, a warning.
pub fn run(input: &Input, format: CheckFormat, strict: bool) -> ExitCode {
    let (documents, problems) = match files::documents(&input.files, input.max_size) {
        Ok(read) => read,
        Err(refusals) => return refuse(&refusals, format),
    };
    let content = checked(documents, problems);
    let Content { problems, documents, .. } = &content;
    let text = match format {
        CheckFormat::Text => {
            let report = render(problems, documents, Style::Full { color: color(), ascii: !locale::is_utf8() });
            report + &summary(&content) + "\n"
        }
        CheckFormat::Short => render(problems, documents, Style::Short),
        CheckFormat::Json => json(&rows(problems, documents)),
    };
    let worst = if strict { Severity::Warning } else { Severity::Error };
    let fails = problems.iter().any(|problem| problem.severity() <= worst);
    output::print(&text, if fails { BAD_INPUT } else { WELL })
}

/// What documents hold, with everything that is wrong in them or could be better.
pub fn checked(documents: Vec<Document>, problems: Vec<Problem>) -> Content {
    let mut content = files::content(documents, problems);
    let advice = content.chronology.lint(&content.problems);
    content.problems.extend(advice);
    Problem::sort(&mut content.problems);
    content
}

/// Tells which files cannot be read at all.
fn refuse(refusals: &[Refusal], format: CheckFormat) -> ExitCode {
    let rows: Vec<_> = refusals.iter().map(|refusal| Row::unreadable(&refusal.file, &refusal.reason)).collect();
    match format {
        CheckFormat::Text => {
            refusals.iter().for_each(|refusal| complain(&refusal.to_string()));
            ExitCode::from(BAD_INPUT)
        }
        CheckFormat::Short => output::print(&rows.iter().map(short).collect::<String>(), BAD_INPUT),
        CheckFormat::Json => output::print(&json(&rows), BAD_INPUT),
    }
}

fn json(rows: &[Row]) -> String {
    // Rows are strings and numbers: there is nothing in them that JSON cannot say.
    serde_json::to_string_pretty(rows).unwrap_or_default() + "\n"
}

/// "no errors, 1 warning in 40 events".
fn summary(content: &Content) -> String {
    let events = counted(content.chronology.events.len(), "event");
    let count = |severity| content.problems.iter().filter(|problem| problem.severity() == severity).count();
    let [errors, warnings, notes] = [Severity::Error, Severity::Warning, Severity::Note].map(count);
    if errors + warnings + notes == 0 {
        return format!("no problems in {events}");
    }
    let counts = [(errors, "error"), (warnings, "warning"), (notes, "note")];
    let none = counts.iter().take_while(|(count, _)| *count == 0).map(|(_, noun)| format!("no {noun}s"));
    let some = counts.iter().filter(|(count, _)| *count > 0).map(|&(count, noun)| counted(count, noun));
    format!("{} in {events}", none.chain(some).collect::<Vec<_>>().join(", "))
}

/// "1 event", "2 events".
fn counted(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// Whether standard output is a terminal that should get colours.
fn color() -> bool {
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_none_or(|term| term.is_empty() || term == "dumb");
    stdout().is_terminal() && !no_color && !dumb
}
