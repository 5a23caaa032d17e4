//! What to say of a syntax error, and the likely correction: toml's words are made for programmers.

use super::Rule;
use super::sanitise::{brief, code_point, cut};
use crate::date::Date;
use std::ops::Range;

/// How errors of toml begin, and what is said instead; other messages stay as they are.
const WORDING: &[(&str, &str)] = &[
    ("string values must be quoted", "found a value without quotes"),
    ("missing opening quote", "found a value without quotes"),
    ("invalid boolean", "found a value without quotes"),
    ("invalid float", "found a value without quotes"),
    ("invalid date, expected `-`", "found a date that TOML cannot hold without quotes"),
    ("invalid date, expected a two-digit", "found a date that TOML cannot hold without quotes"),
    ("invalid date, expected day", "found a day that its month does not have"),
    ("invalid date, expected month", "found a month that the year does not have"),
    ("unexpected leading zero", "found a number that begins with 0"),
    ("unexpected key or value", "found more after the end of the value, expected a new line"),
    ("key with no value", "found a key without `=` and a value"),
    ("missing value", "found no value after `=`"),
    ("unquoted keys cannot be empty", "found no key, expected one of letters, digits, `-` or `_`"),
    ("invalid unquoted key", "found a character that no key has, expected letters, digits, `-` or `_`"),
    ("duplicate key", "found a key that stands in this table already"),
    ("unclosed array table", "found a header that is not closed, expected `]]`"),
    ("unclosed table", "found a header that is not closed, expected `]`"),
    ("unclosed array", "found a list that is not closed, expected `]`"),
    ("unclosed inline table", "found a table that is not closed, expected `}`"),
    ("invalid multi-line basic string, expected `\"`", "found a text that is not closed, expected `\"\"\"`"),
    ("invalid multi-line literal string, expected `'`", "found a text that is not closed, expected `'''`"),
    ("invalid basic string, expected `\"`", "found a text that is not closed, expected `\"` on the same line"),
    ("invalid literal string, expected `'`", "found a text that is not closed, expected `'` on the same line"),
    ("invalid basic string, expected non", "found a control character in a text, expected an escape such as `\\n`"),
    ("missing escaped value", "found an escape that TOML does not have"),
    ("missing comma between array elements", "found no comma between two values of a list"),
    ("missing comma between key-value pairs", "found no comma between two keys of a table"),
    ("cannot recurse further", "found too many brackets within brackets"),
    ("recursion limit", "found too many tables within tables"),
];

/// How the errors begin that come of a value without quotes.
const UNQUOTED: &[&str] = &["string values must be quoted", "invalid boolean", "invalid float"];

/// How the errors begin that come of a day or a month which no calendar has.
const NO_SUCH_DAY: &[&str] = &["invalid date, expected day", "invalid date, expected month"];

/// The most characters of a value that a correction repeats.
const LONGEST: usize = 60;

/// Characters that look like TOML's own, and those.
const LOOKALIKES: &[(char, &str)] = &[
    ('“', "\""),
    ('”', "\""),
    ('„', "\""),
    ('「', "\""),
    ('」', "\""),
    ('＂', "\""),
    ('‘', "'"),
    ('’', "'"),
    ('＇', "'"),
    ('，', ","),
    ('、', ","),
    ('＝', "="),
    ('：', "="),
    ('［', "["),
    ('］', "]"),
    ('【', "["),
    ('】', "]"),
    ('｛', "{"),
    ('｝', "}"),
    ('＃', "#"),
];

/// What to say, for what toml says.
pub(super) fn wording(message: &str) -> String {
    let found = WORDING.iter().find(|(start, _)| message.starts_with(start));
    let Some((_, words)) = found else { return format!("not TOML: {message}") };
    let range = message.split_once(" between ").filter(|_| rule(message) == Rule::NoSuchDay);
    range.map_or_else(
        || (*words).to_owned(),
        |(_, range)| format!("{words}, expected one from {range}").replace(" and ", " to "),
    )
}

/// Whether toml says that something was opened and never closed.
pub(super) fn is_unclosed(message: &str) -> bool {
    const STARTS: [&str; 4] = [
        "unclosed array, ",
        "unclosed inline table",
        "invalid multi-line basic string, expected `\"`",
        "invalid multi-line literal string, expected `'`",
    ];
    STARTS.iter().any(|start| message.starts_with(start))
}

/// The rule that is broken, for what toml says.
pub(super) fn rule(message: &str) -> Rule {
    let is_no_day = NO_SUCH_DAY.iter().any(|start| message.starts_with(start));
    if is_no_day { Rule::NoSuchDay } else { Rule::Syntax }
}

/// The likely correction of the error that toml finds at `at`.
pub(super) fn help(text: &str, at: Range<usize>, message: &str) -> Option<String> {
    let end = text[at.start..].find('\n').map_or(text.len(), |length| at.start + length);
    let first = text[at.start..end].chars().next().map_or(0, char::len_utf8);
    let found = &text[at.start..at.end.clamp(at.start + first, end)];
    if is_unclosed(message) {
        return None;
    }
    let line = text[..at.start].rfind('\n').map_or(0, |newline| newline + 1)..end;
    lookalike(found)
        .or_else(|| twice(text[line.clone()].trim(), message))
        .or_else(|| whole_line(text[line.clone()].trim(), message))
        .or_else(|| decimal_point(text, line.start..at.start, end))
        .or_else(|| quotes(text, at.start, end, message))
}

/// Whether toml says that a key stands a second time.
pub(super) fn is_twice(message: &str) -> bool {
    message.starts_with("duplicate key")
}

/// What a key that stands a second time most likely comes of.
fn twice(line: &str, message: &str) -> Option<String> {
    if !is_twice(message) {
        return None;
    }
    let name = line.trim_matches(['[', ']']);
    Some(if line.starts_with('[') {
        format!("write {} here and in every other header of this name", super::sanitise::quoted(&format!("[[{name}]]")))
    } else {
        "if a new record begins here, its header, such as `[[event]]`, is missing above; else take one of the two out"
            .to_owned()
    })
}

/// The line with the `=` or the bracket that it lacks.
fn whole_line(line: &str, message: &str) -> Option<String> {
    let whole = if message.starts_with("key with no value") {
        let (key, value) = line.split_once(' ')?;
        let is_value = value.trim().starts_with(['"', '\'', '[', '{']) || value.trim().parse::<f64>().is_ok();
        if !key.chars().all(is_key) || !is_value {
            return None;
        }
        format!("{key} = {}", value.trim())
    } else if message.starts_with("unclosed array table") || message.starts_with("unclosed table") {
        let name = line.trim_matches(['[', ']', ' ']);
        let is_name = !name.is_empty() && name.chars().all(|c| is_key(c) || c == '.');
        let (open, close) = if line.starts_with("[[") { ("[[", "]]") } else { ("[", "]") };
        is_name.then(|| format!("{open}{name}{close}"))?
    } else {
        return None;
    };
    Some(format!("write {}", brief(&whole)))
}

/// The number that was written with a comma, with a point.
fn decimal_point(text: &str, before: Range<usize>, end: usize) -> Option<String> {
    let is_digit = |c: &char| c.is_ascii_digit();
    let whole = text[before.clone()].rsplit(|c: char| !(c.is_ascii_digit() || c == '-')).next()?;
    let part: String = text[before.end..end].strip_prefix(',')?.chars().take_while(is_digit).take(LONGEST).collect();
    let is_number = !part.is_empty() && whole.ends_with(|c: char| c.is_ascii_digit()) && whole.len() <= LONGEST;
    is_number.then(|| format!("write {whole}.{part}, with a point"))
}

/// The character to write instead of one that only looks like it.
fn lookalike(found: &str) -> Option<String> {
    if let Some(space) = found.chars().find(|&c| c.is_whitespace() && !c.is_ascii()) {
        return Some(format!("a space of another kind, {}, stands here: write a plain one", code_point(space)));
    }
    let (like, plain) = LOOKALIKES.iter().find(|(like, _)| found.contains(*like))?;
    Some(format!("write the plain {plain} instead of {like}"))
}

/// The value before `end` with the quotes that it lacks.
fn quotes(text: &str, at: usize, end: usize, message: &str) -> Option<String> {
    let line_start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let equals = line_start + text[line_start..at].rfind('=')?;
    let key = text[line_start..equals].trim_end().rsplit(|c: char| !is_key(c)).next()?;
    let value = text[equals + 1..end].split([',', ']', '}', '#']).next()?.trim();
    let value = cut(value, LONGEST);
    let is_word = UNQUOTED.iter().any(|start| message.starts_with(start))
        && value.chars().all(|c| c.is_alphanumeric() || ". -_?~%/:+".contains(c));
    match value.to_ascii_lowercase().as_str() {
        "" => None,
        plain @ ("true" | "false") => Some(format!("write {plain}, in small letters")),
        _ if is_word || value.parse::<Date>().is_ok() => Some(format!("quote it: {key} = \"{value}\"")),
        _ => None,
    }
}

fn is_key(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '-'
}
