//! Dates as people write them, read as EDTF where that says the same.
//!
//! The words of annals itself come first: they mean what they were made from. Any other
//! text is taken apart by one table of phrases: marks such as "about" around one date, then
//! ranges, then open sides, and at the core a year, month and day in English, Chinese or
//! Japanese. What is left over makes the text unreadable: nothing is guessed.

mod core;
mod phrases;

use crate::date::{Date, months_in_digits};
use core::Core;
use phrases::{ABOUT, AFTER, BEFORE, DOUBTFUL, Frame, RANGES, SINCE, UNDATED, UNTIL, VAGUE};

/// The longest text that can be a date, in bytes.
const LONGEST: usize = 300;

/// What a text says of a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// This date.
    Date(Date),
    /// That nothing is known of it.
    Undated,
    /// Something that is no date.
    Unreadable,
}

/// Reads a text.
pub fn read(text: &str) -> Reading {
    if text.len() > LONGEST {
        return Reading::Unreadable;
    }
    let text = months_in_digits(text);
    if let Some(date) = Date::from_words(text.trim()) {
        return Reading::Date(date);
    }
    let text = normal(&text);
    if UNDATED.contains(&text.as_str()) {
        return Reading::Undated;
    }
    let edtf = text.to_uppercase().parse().ok().or_else(|| expression(&text)?.parse().ok());
    edtf.map_or(Reading::Unreadable, Reading::Date)
}

/// In lower case, without full-width digits, typographic dashes and needless blanks.
fn normal(text: &str) -> String {
    let plain = text.chars().map(|c| match c {
        '０'..='９' | '／' | '～' | '？' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '–' | '—' | '−' | '〜' | '－' => '–',
        '\u{a0}' | '\u{3000}' => ' ',
        _ => c,
    });
    let plain: String = plain.collect::<String>().to_lowercase();
    plain.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches(['.', '。']).to_owned()
}

/// The EDTF expression of a text. What is one date is no range: "2019-Q3".
fn expression(text: &str) -> Option<String> {
    let one = single(text).and_then(|date| date.edtf());
    one.or_else(|| range(text)).or_else(|| open(text))
}

/// Two dates with words around and between them.
fn range(text: &str) -> Option<String> {
    RANGES.iter().find_map(|(frame, kind)| {
        let (first, second) = frame.parts(text)?;
        let (first, second) = (single(first)?, single(second)?);
        let (first, second) = (first.completed_by(&second), second.completed_by(&first));
        let (first, second) = (first.edtf()?, second.edtf()?);
        Some(kind.join(&first, &second))
    })
}

/// One date with an open side: what lasted until then or since then, what was at some time
/// before or after.
fn open(text: &str) -> Option<String> {
    let sides = [(UNTIL, "/", ""), (SINCE, "", "/.."), (BEFORE, "[..", "]"), (AFTER, "[", "..]")];
    sides.iter().find_map(|(frames, before, after)| {
        let date = frames.iter().find_map(|frame| single(frame.inner(text)?)?.edtf())?;
        Some(format!("{before}{date}{after}"))
    })
}

/// One date with its marks.
fn single(text: &str) -> Option<Core> {
    let mut rest = text;
    let (mut about, mut doubtful) = (false, false);
    // Each round takes at least one character away.
    loop {
        let marked = |frames: &[Frame]| {
            frames.iter().find_map(|frame| frame.inner(rest)).filter(|inner| inner.len() < rest.len())
        };
        if let Some(inner) = marked(ABOUT) {
            (rest, about) = (inner, true);
        } else if let Some(inner) = marked(DOUBTFUL) {
            (rest, doubtful) = (inner, true);
        } else if let Some(inner) = marked(VAGUE) {
            rest = inner;
        } else {
            break;
        }
    }
    Some(Core::read(rest)?.marked(about, doubtful))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let found = match read(text) {
            Reading::Date(date) => date.to_string(),
            Reading::Undated => "undated".to_owned(),
            Reading::Unreadable => "unreadable".to_owned(),
        };
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (text, expected) in [
            ("March 2020", "2020-03"),
            ("15 Mar. 2020", "2020-03-15"),
            ("March 15th, 2020", "2020-03-15"),
            ("2020/03/15", "2020-03-15"),
            ("c. 1920", "1920~"),
            ("about March 2020?", "2020-03%"),
            ("circa 1975 August", "1975-08~"),
            ("2014 or 2017", "[2014,2017]"),
            ("between 13 January and 11 March 2020", "[2020-01-13..2020-03-11]"),
            ("21–23 October 2020", "2020-10-21/2020-10-23"),
            ("March 3-7, 2014", "2014-03-03/2014-03-07"),
            ("December 18-20 2022", "2022-12-18/2022-12-20"),
            ("1914-1918", "1914/1918"),
            ("1914-18", "unreadable"),
            ("2020/21", "unreadable"),
            ("c. 2020-21", "unreadable"),
            ("15-3-2020", "unreadable"),
            ("15 March 20", "unreadable"),
            ("15 March 20 AD", "0020-03-15"),
            ("before 1920", "[..1920]"),
            ("1914 or later", "[1914..]"),
            ("after 2014", "[2014..]"),
            ("since 2014", "2014/.."),
            ("since about March 2014", "2014-03~/.."),
            ("2014–present", "2014/.."),
            ("2014年以来", "2014/.."),
            ("2014年至今", "2014/.."),
            ("until 1920", "/1920"),
            ("20200305", "2020-03-05"),
            ("05032020", "unreadable"),
            ("05.03.2020", "2020-03-05"),
            ("03.2020", "2020-03"),
            ("03.15.2020", "unreadable"),
            ("5.-7.3.2020", "unreadable"),
            ("Q3 2019", "2019-35"),
            ("2019-Q3", "2019-35"),
            ("05-Mar-2020", "unreadable"),
            ("2020-Mar-05", "2020-03-05"),
            ("2020-Q3-05", "unreadable"),
            ("1920年まで", "/1920"),
            ("the 1920s", "192X"),
            ("the 1900s", "unreadable"),
            ("19th century", "18XX"),
            ("spring 2020", "2020-21"),
            ("44 BC", "-0043"),
            ("Sunday, March 15, 2020", "2020-03-15"),
            ("[2014,2017]", "[2014,2017]"),
            ("2020年3月15日", "2020-03-15"),
            ("约2020年3月", "2020-03~"),
            ("约2020年三月", "2020-03~"),
            ("2020年十二月5日", "2020-12-05"),
            ("2020年十四月", "unreadable"),
            ("2014年或2017年", "[2014,2017]"),
            ("2020年春", "2020-21"),
            ("2020年3月頃", "2020-03~"),
            ("２０２０年１０月２１日から２３日まで", "2020-10-21/2020-10-23"),
            ("1920年代", "192X"),
            ("公元前44年", "-0043"),
            ("n.d.", "undated"),
            ("日期不详", "undated"),
            ("日付不明", "undated"),
            ("the day after the flood", "unreadable"),
            ("31 February 2020", "unreadable"),
            ("Tuesday", "unreadable"),
            ("", "unreadable"),
        ] {
            check(text, expected);
        }
    }
}
