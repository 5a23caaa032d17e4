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
    let mut answers = Answers { format, language, text: String::new(), status: WELL };
    let told = expressions.iter().try_fold(true, |is_heard, expression| match expression.as_str() {
        _ if !is_heard => Ok(false),
        "-" => answers.answer_lines(io::stdin().lock()),
        _ => answers.answer(expression),
    });
    match told.and_then(|_| output::write(&answers.text)) {
        Ok(_) => ExitCode::from(answers.status),
        Err(reason) => {
            complain(&reason);
            ExitCode::from(BAD_INPUT)
        }
    }
}

/// Answers are printed in pieces of so many bytes, since lines may come without an end. It is
/// as much as that since many a program reads no answer before it has asked all.
const PIECE: usize = 8 << 20;

/// What has been found of the expressions so far.
struct Answers {
    format: DateFormat,
    language: Language,
    /// What is still to be printed.
    text: String,
    status: u8,
}

impl Answers {
    /// Answers an expression; tells whether anybody still reads.
    fn answer(&mut self, expression: &str) -> Result<bool, String> {
        let row = row(expression, self.language);
        if !row.valid {
            self.status = BAD_INPUT;
        }
        match self.format {
            DateFormat::Text => self.text += &told(&row),
            // A row is strings and numbers: there is nothing in it that JSON cannot say.
            DateFormat::Json => self.text += &(escaped(serde_json::to_string(&row).unwrap_or_default()) + "\n"),
        }
        if self.text.len() < PIECE { Ok(true) } else { output::write(&std::mem::take(&mut self.text)) }
    }

    /// Answers each line as it comes; an empty one is one too.
    fn answer_lines(&mut self, mut input: impl BufRead) -> Result<bool, String> {
        let mut mark = "\u{FEFF}";
        while let Some(line) = line(&mut input).map_err(|error| format!("stdin: {error}"))? {
            if !self.answer(line.strip_prefix(mark).unwrap_or(&line))? {
                return Ok(false);
            }
            mark = "";
        }
        Ok(true)
    }
}

/// The next line of a text, without its end. Of a huge one only the beginning is kept.
fn line(input: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)?;
    match line.pop() {
        None => return Ok(None),
        Some(b'\n') => {}
        Some(last) => {
            line.push(last);
            input.skip_until(b'\n')?;
        }
    }
    let line = String::from_utf8_lossy(&line);
    Ok(Some(line.strip_suffix('\r').unwrap_or(&line).to_owned()))
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
