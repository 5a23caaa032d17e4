//! `annals check`: everything that is wrong in the files.

use super::cli::{CheckFormat, Input};
use super::output::{self, BAD_INPUT, WELL, complain};
use super::{files, locale};
use crate::app::Content;
use crate::file::{Severity, Style, render, rows};
use std::io::{IsTerminal, stdout};
use std::process::ExitCode;

/// Prints all problems; ends with 1 where one of them is an error or, if `strict`, a warning.
pub fn run(input: &Input, format: CheckFormat, strict: bool) -> ExitCode {
    let content = match files::read(&input.files) {
        Ok(content) => content,
        Err(refusals) => {
            refusals.iter().for_each(|refusal| complain(refusal));
            return ExitCode::from(BAD_INPUT);
        }
    };
    let Content { problems, documents, .. } = &content;
    let text = match format {
        CheckFormat::Text => render(problems, documents, Style::Full { color: color(), ascii: !locale::is_utf8() }),
        CheckFormat::Short => render(problems, documents, Style::Short),
        CheckFormat::Json => match serde_json::to_string_pretty(&rows(problems, documents)) {
            Ok(text) => text + "\n",
            Err(error) => {
                complain(&error.to_string());
                return ExitCode::from(BAD_INPUT);
            }
        },
    };
    let worst = if strict { Severity::Warning } else { Severity::Error };
    let fails = problems.iter().any(|problem| problem.severity() <= worst);
    output::print(&text, if fails { BAD_INPUT } else { WELL })
}

/// Whether standard output is a terminal that should get colours.
fn color() -> bool {
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_none_or(|term| term.is_empty() || term == "dumb");
    stdout().is_terminal() && !no_color && !dumb
}
