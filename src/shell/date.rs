//! `annals date`: what EDTF expressions mean.

use super::cli::DateFormat;
use super::locale;
use super::output::{self, BAD_INPUT, WELL, complain};
use crate::date::{Date, DateError, Language, Limit};
use crate::file::quoted;
use serde::Serialize;
use std::io::{self, BufRead};
use std::process::ExitCode;

/// What a program reads of an expression. Days are `YYYY-MM-DD` in astronomical years,
/// `-inf` and `inf` where open, null where unknown.
#[derive(Debug, Serialize)]
struct Row<'a> {
    text: &'a str,
    valid: bool,
    level: Option<u8>,
    earliest: Option<String>,
    latest: Option<String>,
    means: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    /// The character at which it stops being EDTF, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
}

/// Prints what each expression means; ends with 1 where one of them means nothing.
pub fn run(expressions: &[String], format: DateFormat, language: Option<Language>) -> ExitCode {
    let language = language.unwrap_or_else(locale::language);
    let expressions = match expanded(expressions) {
        Ok(expressions) => expressions,
        Err(error) => {
            complain(&format!("stdin: {error}"));
            return ExitCode::from(BAD_INPUT);
        }
    };
    let mut status = WELL;
    let mut text = String::new();
    for expression in &expressions {
        let row = row(expression, language);
        if !row.valid {
            status = BAD_INPUT;
        }
        match format {
            DateFormat::Text => text += &told(&row),
            DateFormat::Json => match serde_json::to_string(&row) {
                Ok(line) => text += &(line + "\n"),
                Err(error) => complain(&error.to_string()),
            },
        }
    }
    output::print(&text, status)
}

/// The expressions, with the lines of standard input in place of `-`.
fn expanded(expressions: &[String]) -> io::Result<Vec<String>> {
    let mut all = Vec::new();
    for expression in expressions {
        match expression.as_str() {
            "-" => {
                for line in io::stdin().lock().split(b'\n') {
                    let line = String::from_utf8_lossy(&line?).into_owned();
                    all.push(line.strip_suffix('\r').unwrap_or(&line).to_owned());
                }
            }
            _ => all.push(expression.clone()),
        }
    }
    Ok(all)
}

fn row(text: &str, language: Language) -> Row<'_> {
    match text.parse::<Date>() {
        Ok(date) => Row {
            text,
            valid: true,
            level: Some(date.level()),
            earliest: limit(date.earliest(), "-inf"),
            latest: limit(date.latest(), "inf"),
            means: Some(date.words(language)),
            error: None,
            at: None,
            hint: None,
        },
        Err(DateError { at, message, hint, .. }) => Row {
            text,
            valid: false,
            level: None,
            earliest: None,
            latest: None,
            means: None,
            error: Some(message),
            at: Some(at),
            hint,
        },
    }
}

fn limit(limit: Limit, infinite: &str) -> Option<String> {
    match limit {
        Limit::Day(day) => Some(day.to_string()),
        Limit::Infinite => Some(infinite.to_owned()),
        Limit::Unknown => None,
    }
}

/// A row for people.
fn told(row: &Row) -> String {
    let text = quoted(row.text);
    let text = text.trim_matches('`');
    match (&row.means, &row.error) {
        (Some(means), _) => {
            let day = |limit: &Option<String>| limit.clone().unwrap_or_else(|| "?".to_owned());
            let level = row.level.unwrap_or_default();
            format!("{text}: {means} [{} .. {}] (level {level})\n", day(&row.earliest), day(&row.latest))
        }
        (None, Some(error)) => {
            let hint = row.hint.as_ref().map_or_else(String::new, |hint| format!(" ({hint})"));
            format!("{text}: not EDTF at character {}: {error}{hint}\n", row.at.unwrap_or(1))
        }
        (None, None) => String::new(),
    }
}
