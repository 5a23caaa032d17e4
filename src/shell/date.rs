//! `annals date`: what EDTF expressions mean.

use super::cli::DateFormat;
use super::locale;
use super::output::{self, BAD_INPUT, WELL, complain};
use crate::date::{Date, DateError, Language, Limit};
use crate::file::{Breaks, brief, visible};
use serde::Serialize;
use std::io::{self, BufRead, Read};
use std::process::ExitCode;

/// The most bytes of a line that are kept: more than any date has.
const LONGEST_LINE: u64 = 4_096;

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
                Ok(line) => text += &(escaped(line) + "\n"),
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
            "-" => all.extend(lines(io::stdin().lock())?),
            _ => all.push(expression.clone()),
        }
    }
    Ok(all)
}

/// The lines of a text without their ends and without a byte order mark; an empty line is
/// one too, so that each has its answer. Of a huge one only the beginning is kept.
fn lines(mut input: impl BufRead) -> io::Result<Vec<String>> {
    let mut lines = Vec::new();
    loop {
        let mut line = Vec::new();
        input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)?;
        match line.pop() {
            None => return Ok(lines),
            Some(b'\n') => {}
            Some(last) => {
                line.push(last);
                input.skip_until(b'\n')?;
            }
        }
        let line = String::from_utf8_lossy(&line);
        let line = line.strip_suffix('\r').unwrap_or(&line);
        let mark = if lines.is_empty() { "\u{FEFF}" } else { "" };
        lines.push(line.strip_prefix(mark).unwrap_or(line).to_owned());
    }
}

/// The same JSON without any character that cannot be seen: these are escaped, and with
/// them all that are not ASCII.
fn escaped(json: String) -> String {
    if visible(&json, Breaks::Keep) == json {
        return json;
    }
    let mut ascii = String::with_capacity(json.len() * 2);
    for c in json.chars() {
        match c {
            ' '..='~' => ascii.push(c),
            _ => c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| ascii += &format!("\\u{unit:04x}")),
        }
    }
    ascii
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
            hint: hint.map(|hint| hint.to_string()),
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
    let text = brief(row.text);
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
