//! Where in a text a fault lies, and what stands there, fit to be printed.

use super::Day;
use super::Language;
use super::words::{NameWidth, month_name};
use edtf_core::ParseError;

/// How many characters of a text are repeated in a message.
const REPEATED: usize = 20;

/// The complaints that the parser reports one character early at the end of a text.
const DIGITS_MISSING: [&str; 3] =
    ["year must have exactly four digits (or X)", "month must be two digits (or X)", "day must be two digits (or X)"];

/// The byte at which the fault lies.
pub(super) fn fault(text: &str, error: &ParseError) -> usize {
    let offset = error.offset.min(text.len());
    let here = text.as_bytes().get(offset);
    let is_fine = here.is_some_and(|byte| byte.is_ascii_digit() || *byte == b'X');
    if is_fine && DIGITS_MISSING.contains(&error.message) { offset + 1 } else { offset }
}

/// The character, counted from 1, at a byte.
pub(super) fn character(text: &str, offset: usize) -> usize {
    text.char_indices().take_while(|(start, _)| *start < offset).count() + 1
}

/// What stands at a byte: `` `13` ``, or "the end".
pub(super) fn found(text: &str, offset: usize) -> String {
    let rest = text.get(offset..).unwrap_or_default();
    match rest.chars().next() {
        None => "the end".to_owned(),
        Some(first) if !first.is_ascii_alphanumeric() => visible(first),
        Some(_) => {
            let word: String = rest.chars().take_while(char::is_ascii_alphanumeric).take(REPEATED + 1).collect();
            if word.len() > REPEATED { format!("`{}...`", &word[..REPEATED]) } else { format!("`{word}`") }
        }
    }
}

/// A character that is no letter and no digit, by its name where it cannot be seen.
fn visible(character: char) -> String {
    match character {
        ' ' => "a space".to_owned(),
        '\t' => "a tab".to_owned(),
        '\n' | '\r' => "a line break".to_owned(),
        '!'..='~' => format!("`{character}`"),
        // Beyond ASCII only letters and digits are sure to be seen and to do no harm.
        _ if character.is_alphanumeric() => format!("`{character}`"),
        _ => format!("the character U+{:04X}", u32::from(character)),
    }
}

/// The message for a day that its month does not have.
pub(super) fn no_such_day(text: &str, offset: usize) -> String {
    let (before, after) = text.split_at_checked(offset).unwrap_or((text, ""));
    let day: String = after.chars().take(2).collect();
    if day == "00" {
        return "found day 00, expected a day from 01".to_owned();
    }
    let start = before.rfind(['/', ',', '[', '{', '.']).map_or(0, |separator| separator + 1);
    let before: String = before[start..].chars().filter(|character| !"?~%".contains(*character)).collect();
    let expected = month_length(&before).unwrap_or_else(|| "a day that the calendar has".to_owned());
    format!("found day {day}, {expected}")
}

/// "but February 2020 has 29 days", for the text `2020-02-`.
fn month_length(before: &str) -> Option<String> {
    let (year, month) = before.strip_suffix('-')?.rsplit_once('-')?;
    let month: u8 = month.parse().ok()?;
    let name = (1..=12).contains(&month).then(|| month_name(month, Language::En, NameWidth::Long))?;
    let is_february = month == 2;
    match year.parse() {
        Ok(number) => Some(format!("but {name} {year} has {} days", Day::new(number, month, 1)?.month_end().day())),
        Err(_) if is_february => Some(format!("but no year {year} has that day in February")),
        Err(_) => Some(format!("but {name} has {} days", Day::new(0, month, 1)?.month_end().day())),
    }
}
