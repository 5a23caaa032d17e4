//! What a curator probably meant by a text that is no EDTF.
//!
//! Each correction is one row: how it changes the text, and why. They are tried one
//! after the other, each on what the ones before it made of the text, until the text
//! is EDTF; a correction that never gets there is not offered.

use super::numbers::year_last;
use super::words::months_in_digits;
use super::{Date, Language};
use std::fmt;

/// What a curator or a reader probably meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateHint {
    /// One expression.
    Instead {
        /// The expression to write instead.
        expression: String,
        /// Why.
        why: String,
    },
    /// One of two expressions: nobody can tell the day from the month.
    Either([String; 2]),
    /// That nothing is known, for which there is nothing to write.
    Undated,
}

impl DateHint {
    /// The expressions of which one is to be written instead.
    pub fn expressions(&self) -> &[String] {
        match self {
            Self::Instead { expression, .. } => std::slice::from_ref(expression),
            Self::Either(expressions) => expressions,
            Self::Undated => &[],
        }
    }
}

impl fmt::Display for DateHint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words =
            |expression: &str| expression.parse().map_or_else(|_| String::new(), |date: Date| date.words(Language::En));
        match self {
            Self::Instead { expression, why } => write!(f, "write `{expression}`: {why}"),
            Self::Either([one, other]) => {
                write!(f, "write `{one}` for {}, `{other}` for {}", words(one), words(other))
            }
            Self::Undated => f.write_str("leave the date out where nothing is known of it"),
        }
    }
}

/// The longest corrected text that is offered, in characters.
const LONGEST: usize = 60;

/// The likely correction of a text, as a short phrase: "write `1859-06`: ...".
pub(super) fn correction(text: &str) -> Option<DateHint> {
    if is_undated(text) {
        return Some(DateHint::Undated);
    }
    let numbers = in_ascii(text.trim()).map(|numbers| year_last(&numbers)).unwrap_or_default();
    if let Ok(either) = numbers.try_into() {
        return Some(DateHint::Either(either));
    }
    let mut corrected = text.to_owned();
    let mut reasons = Vec::new();
    for (rewrite, reason) in CORRECTIONS {
        let Some(better) = rewrite(&corrected).filter(|better| *better != corrected) else { continue };
        corrected = better;
        reasons.push(*reason);
        if edtf_core::is_valid(&corrected) {
            let is_short = corrected.chars().nth(LONGEST).is_none();
            return is_short.then(|| DateHint::Instead { expression: corrected, why: reasons.join("; ") });
        }
    }
    None
}

/// A text that names no date at all, in the ways that curators write that.
fn is_undated(text: &str) -> bool {
    let text = text.trim().to_ascii_lowercase();
    matches!(text.as_str(), "" | ".." | "/" | "../.." | "../" | "/.." | "unknown" | "n.d." | "undated" | "?" | "open")
}

/// What a correction makes of a text, if it applies.
type Rewrite = fn(&str) -> Option<String>;

/// Every correction and its reason, in the order in which they are tried.
const CORRECTIONS: &[(Rewrite, &str)] = &[
    (trimmed, "without spaces around it"),
    (said, "that is how EDTF says these words"),
    (decade, "`X` stands for the years of a decade"),
    (before, "`..` is any day before"),
    (either, "one of several dates is written in brackets"),
    (in_ascii, "EDTF is written in ASCII characters"),
    (from_chinese, "year, month and day are joined by `-`"),
    (about, "`~` after a date says that it is approximate"),
    (named_ends, "an open end is `..`, an unknown end is left empty"),
    (marked_twice, "`%` is both approximate and doubtful"),
    (masked, "a digit that is not known is `X`"),
    (long_year, "a year of more than four digits begins with `Y`, its significant digits with `S`"),
    (short_year, "a year of four digits takes no `Y`"),
    (upper, "letters are capitals"),
    (spaced, "there are no spaces in a date"),
    (reversed, "the year comes first, then month and day"),
    (joined, "year, month and day are joined by `-`"),
    (padded, "month and day have two digits each"),
    (whole_end, "the end of an interval is a whole date"),
    (years, "an interval is written with `/`"),
    (basic, "year, month and day are joined by `-`"),
    (before_zero, "annals reads no `X` in a year before 0000"),
    (swapped, "the earlier date comes first"),
];

/// The full-width and typographic characters that stand for a sign of EDTF.
const SIGNS: &[(char, char)] = &[
    ('\u{3000}', ' '),
    ('\u{a0}', ' '),
    ('\u{2010}', '-'),
    ('\u{2011}', '-'),
    ('\u{2012}', '-'),
    ('\u{2013}', '-'),
    ('\u{2014}', '-'),
    ('\u{2212}', '-'),
];

/// The words that say "about" before a date.
const ABOUT: &[&str] =
    &["circa", "approximately", "approx.", "approx", "about", "around", "ca.", "ca", "c.", "c", "约", "約"];

/// The words that say it after a date.
const ABOUT_AFTER: &[&str] = &["前后", "左右", "頃", "ごろ"];

/// What stands before a date in the words that annals would say.
const IN_WORDS: &[&str] = &["", "some time in ", "some day in "];

/// What the words of a date mean.
fn said(text: &str) -> Option<String> {
    let is_letter = |c: char| c.is_ascii_alphabetic() && c != 'X';
    let is_word = |pair: &[char]| is_letter(pair[1]) && (is_letter(pair[0]) || pair[0].is_ascii_digit());
    // Signs of EDTF never stand side by side like letters of a word, so that no expression
    // is read as words again.
    if text.len() > LONGEST || !text.chars().collect::<Vec<_>>().windows(2).any(is_word) {
        return None;
    }
    let meant = |front: &&str| Date::from_words(&format!("{front}{text}"));
    IN_WORDS.iter().find_map(meant).map(|date| date.to_string())
}

/// "1990s"
fn decade(text: &str) -> Option<String> {
    let decade = text.strip_suffix("0s").or_else(|| text.strip_suffix("0's"))?;
    (decade.len() == 3 && decade.bytes().all(|byte| byte.is_ascii_digit())).then(|| format!("{decade}X"))
}

/// "before 1992"
fn before(text: &str) -> Option<String> {
    let year: u16 = text.strip_prefix("before ").filter(|year| year.len() == 4)?.parse().ok()?;
    Some(format!("[..{:04}]", year.checked_sub(1)?))
}

/// "2014 or 2017"
fn either(text: &str) -> Option<String> {
    text.contains(" or ").then(|| format!("[{}]", text.replace(" or ", ",")))
}

fn trimmed(text: &str) -> Option<String> {
    Some(text.trim().to_owned())
}

fn in_ascii(text: &str) -> Option<String> {
    let ascii = |character: char| match SIGNS.iter().find(|(sign, _)| *sign == character) {
        Some((_, ascii)) => *ascii,
        None if ('\u{ff01}'..='\u{ff5e}').contains(&character) => {
            char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
        }
        None => character,
    };
    Some(text.chars().map(ascii).collect::<String>().replace('…', ".."))
}

/// `2020年3月15日`, `2020年三月`
fn from_chinese(text: &str) -> Option<String> {
    let dashed = months_in_digits(text).replace(['年', '月'], "-").replace(['日', '号'], "");
    (dashed != text).then(|| dashed.replace("-/", "/").trim_end_matches('-').to_owned())
}

fn about(text: &str) -> Option<String> {
    let date = without_about_before(text).or_else(|| ABOUT_AFTER.iter().find_map(|word| text.strip_suffix(word)))?;
    Some(format!("{}~", date.trim().trim_end_matches('-')))
}

fn without_about_before(text: &str) -> Option<&str> {
    let lower = text.to_ascii_lowercase();
    let before_date = |word: &&str| lower.strip_prefix(*word).is_some_and(|rest| starts_with_year(rest.trim_start()));
    text.get(ABOUT.iter().copied().find(before_date)?.len()..)
}

fn starts_with_year(text: &str) -> bool {
    text.starts_with(|character: char| character.is_ascii_digit() || character == '-')
}

/// `1985/unknown`, `1985/open`, `1985/present`
fn named_ends(text: &str) -> Option<String> {
    let (start, end) = text.split_once('/')?;
    let side = |side: &str| match side.trim().to_ascii_lowercase().as_str() {
        "unknown" | "?" => String::new(),
        "open" | "present" | "now" => "..".to_owned(),
        _ => side.to_owned(),
    };
    Some(format!("{}/{}", side(start), side(end)))
}

fn marked_twice(text: &str) -> Option<String> {
    Some(text.replace("?~", "%").replace("~?", "%"))
}

/// `19uu`, `199x`, `1999-uu`
fn masked(text: &str) -> Option<String> {
    let is_date = text.chars().all(|character| character.is_ascii_digit() || "uUxX-/?~%".contains(character));
    is_date.then(|| text.replace(['u', 'U', 'x'], "X"))
}

/// `y17e7`, `y17101e4p3`, `-Y170000002`, `12020`
fn long_year(text: &str) -> Option<String> {
    let number = text.trim_start_matches(['y', 'Y', '-']);
    let before = &text[..text.len() - number.len()];
    let sign = if before.contains('-') { "-" } else { "" };
    let is_plain = number.chars().all(|c| c.is_ascii_digit() || matches!(c, 'e' | 'E' | 'p' | 'S'));
    let is_long = before.contains(['y', 'Y']) || (5..=7).contains(&number.len());
    (is_plain && is_long).then(|| format!("Y{sign}{}", number.replace('e', "E").replace('p', "S")))
}

/// `Y1985`
fn short_year(text: &str) -> Option<String> {
    text.strip_prefix('Y').filter(|year| is_number(year.trim_start_matches('-'), 4..=4)).map(str::to_owned)
}

fn upper(text: &str) -> Option<String> {
    Some(text.to_ascii_uppercase())
}

/// `2020-03-15 10:00:00`, `[1667, 1668]`
fn spaced(text: &str) -> Option<String> {
    let time = text.replacen(' ', "T", 1);
    Some(if edtf_core::is_valid(&time) { time } else { text.replace(' ', "") })
}

/// `15.3.2020`, `3/15/2020`, `3/2020`
fn reversed(text: &str) -> Option<String> {
    <[String; 1]>::try_from(year_last(text)).ok().map(|[expression]| expression)
}

/// `2020.3.15`, `1859/06`
fn joined(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['.', '/']).collect();
    let is_date = matches!(parts.len(), 2 | 3)
        && is_number(parts[0], 4..=4)
        && parts[1..].iter().all(|part| is_number(part.trim_end_matches(['?', '~', '%']), 1..=2));
    is_date.then(|| parts.join("-"))
}

/// `1859-6-2`, on either side of an interval and in sets
fn padded(text: &str) -> Option<String> {
    let pad = |date: &str| {
        let mut parts = date.split('-');
        let year = parts.next().unwrap_or_default().to_owned();
        parts.fold(year, |date, part| {
            let digits = part.trim_end_matches(['?', '~', '%']);
            if is_number(digits, 1..=1) { format!("{date}-0{part}") } else { format!("{date}-{part}") }
        })
    };
    Some(each_date(text, pad))
}

/// `2018-01-15/02-20`, `2018-01-15/20`
fn whole_end(text: &str) -> Option<String> {
    let (start, end) = text.split_once('/')?;
    let is_part = (2..=5).contains(&end.len()) && end.split('-').all(|part| is_number(part, 2..=2));
    let kept = start.len().checked_sub(end.len()).filter(|_| is_part)?;
    Some(format!("{start}/{}{end}", start.get(..kept)?))
}

/// `1914-1918`
fn years(text: &str) -> Option<String> {
    let (start, end) = text.split_once('-')?;
    (is_number(start, 4..=4) && is_number(end, 4..=4)).then(|| format!("{start}/{end}"))
}

/// `20200315`
fn basic(text: &str) -> Option<String> {
    let (year, rest) = text.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    (is_number(year, 4..=4) && is_number(rest, 4..=4)).then(|| format!("{year}-{month}-{day}"))
}

/// `-05XX`, `-1X99`
fn before_zero(text: &str) -> Option<String> {
    let digits = text.strip_prefix('-')?;
    let is_mask = digits.contains('X') && is_number(&digits.replace('X', "0"), 4..=4);
    is_mask.then(|| format!("[-{}..-{}]", digits.replace('X', "9"), latest_before_zero(digits)))
}

/// The last year of a masked one before 0000; there is no year -0000.
fn latest_before_zero(digits: &str) -> String {
    let zeros = digits.replace('X', "0");
    if zeros == "0000" { "0001".to_owned() } else { zeros }
}

/// `2020/2019`, `[2020..2019]`
fn swapped(text: &str) -> Option<String> {
    if let Some((start, end)) = text.split_once('/') {
        return Some(format!("{end}/{start}"));
    }
    let (start, end) = text.strip_prefix('[')?.strip_suffix(']')?.split_once("..")?;
    Some(format!("[{end}..{start}]"))
}

/// The text with a change made to each date in it, and all signs between them kept.
fn each_date(text: &str, change: impl Fn(&str) -> String) -> String {
    let is_date = |character: char| !matches!(character, '/' | ',' | '[' | ']' | '{' | '}' | '.');
    let mut changed = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while !rest.is_empty() {
        let (date, after) = rest.split_at(rest.find(|c| !is_date(c)).unwrap_or(rest.len()));
        let (signs, after) = after.split_at(after.find(is_date).unwrap_or(after.len()));
        changed.push_str(&change(date));
        changed.push_str(signs);
        rest = after;
    }
    changed
}

fn is_number(text: &str, lengths: std::ops::RangeInclusive<usize>) -> bool {
    lengths.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}
