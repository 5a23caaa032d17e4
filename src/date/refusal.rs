//! Why a text is no EDTF expression: where it stops being one, what was found there
//! and what was expected, in words that a curator can act on.

use self::Reason::{Expected, NoSuchDay, Reversed, Said};
use super::hint::{self, DateHint};
use super::place;
use edtf_core::ParseError;
use std::fmt;

/// Why a text is no EDTF expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError {
    /// In which way it is none.
    pub fault: Fault,
    /// The character at which it stops being one, counted from 1.
    pub at: usize,
    /// What was found there, and what was expected.
    pub message: String,
    /// What to write instead, and why; a short phrase.
    pub hint: Option<DateHint>,
}

/// In which way a text is no EDTF expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It does not have the form of one.
    Form,
    /// It names a day that the calendar does not have.
    NoSuchDay,
    /// It ends before it begins.
    Reversed,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (character {})", self.message, self.at)
    }
}

impl std::error::Error for DateError {}

/// The longest text that is read as a date, in characters.
const LONGEST: usize = 1000;

/// Refuses what is far too long to be a date, before anything else looks at it.
pub(super) fn check_length(text: &str) -> Result<(), DateError> {
    match text.char_indices().nth(LONGEST) {
        None => Ok(()),
        Some(_) => Err(DateError {
            fault: Fault::Form,
            at: LONGEST + 1,
            message: format!("found a text of more than {LONGEST} characters, expected a date"),
            hint: None,
        }),
    }
}

/// The parser's error in our words.
pub(super) fn explain(text: &str, error: ParseError) -> DateError {
    let offset = place::fault(text, &error);
    let found = place::found(text, offset);
    let (fault, message) = match reason(error.message) {
        Some(Expected(expected)) => (Fault::Form, format!("found {found}, expected {expected}")),
        Some(Said(message)) => (Fault::Form, message.to_owned()),
        Some(NoSuchDay) => (Fault::NoSuchDay, place::no_such_day(text, offset)),
        Some(Reversed(message)) => (Fault::Reversed, message.to_owned()),
        None => (Fault::Form, format!("found {found}, expected an EDTF date such as 2020, 2020-03 or 2020-03-15")),
    };
    DateError { fault, at: place::character(text, offset), message, hint: hint::correction(text) }
}

/// How one of the parser's complaints is put.
#[derive(Clone, Copy)]
enum Reason {
    /// "found ..., expected ...".
    Expected(&'static str),
    /// A sentence of its own.
    Said(&'static str),
    /// The month has fewer days; how many is worked out.
    NoSuchDay,
    /// It ends before it begins, in a sentence of its own.
    Reversed(&'static str),
}

fn reason(complaint: &str) -> Option<Reason> {
    REASONS.iter().find(|(known, _)| *known == complaint).map(|&(_, reason)| reason)
}

/// Every complaint of edtf-core 1.2.3 that a text can bring about, and our words for it.
const REASONS: &[(&str, Reason)] = &[
    ("empty input", Said("found nothing, expected a date such as 2020, 2020-03 or 2020-03-15")),
    ("EDTF permits ASCII characters only", Expected("only ASCII digits, letters and signs")),
    ("whitespace is not allowed", Expected("a date without spaces and control characters")),
    ("empty date", Expected("a date")),
    // Years
    ("year must have exactly four digits (or X)", Expected("a year of four digits (`X` for a digit not known)")),
    (
        "negative years cannot contain unspecified digits",
        Said(
            "found an `X` in a year before 0000, where annals reads four digits, \
             or a range of years such as [-0599..-0500]",
        ),
    ),
    ("-0000 is not a valid year", Said("found the year -0000, expected 0000, which is 1 BC")),
    (
        "significant digits cannot combine with unspecified digits",
        Said("found `S` after a year with an `X`, expected one or the other"),
    ),
    ("significant digits must be 1-4 for a four-digit year", Expected("1 to 4 significant digits after `S`")),
    ("significant-digit years are year-precision only", Expected("nothing more after a year with `S`")),
    ("expected digits after 'Y'", Expected("the digits of a year after `Y`")),
    ("leading zeros are not allowed in Y-prefixed years", Expected("a year without leading zeros after `Y`")),
    ("Y-prefixed years require |year| > 9999", Expected("a year of more than four digits after `Y`")),
    ("expected digits after exponent 'E'", Expected("the digits of an exponent after `E`")),
    ("exponential year significand cannot be zero", Expected("a year other than zero before `E`")),
    ("exponent out of supported range", Expected("an exponent of at most 100000")),
    ("number out of supported range", Expected("a number below 9223372036854775808")),
    ("significant digits exceed the year's digit count", Expected("no more significant digits than the year has")),
    ("Y-prefixed years are year-precision only", Expected("nothing more after a year with `Y`")),
    // Months and days
    ("expected '-' before month", Expected("`-` and a month, or the end")),
    ("month must be two digits (or X)", Expected("a month of two digits (`X` for a digit not known)")),
    (
        "month must be 01-12 or a sub-year code 21-41",
        Expected("a month from 01 to 12, or a part of the year from 21 to 41"),
    ),
    ("no calendar month matches the unspecified digits", Expected("a month from 01 to 12")),
    ("expected '-' before day", Expected("`-` and a day, or the end")),
    ("day must be two digits (or X)", Expected("a day of two digits (`X` for a digit not known)")),
    ("sub-year groupings cannot carry a day", Expected("no day after a season or another part of the year")),
    ("day is out of range for the month", NoSuchDay),
    ("unexpected characters after day", Expected("the end of the date")),
    // Times of day
    (
        "date-times require a complete YYYY-MM-DD date",
        Said("found a time without a whole date, expected YYYY-MM-DD before `T`"),
    ),
    ("date-times require a plain all-digit date", Expected("only digits in a date that has a time")),
    ("month must be 01-12", Expected("a month from 01 to 12")),
    ("time must be hh:mm:ss", Expected("a time as hh:mm:ss")),
    ("time components must be two digits", Expected("two digits")),
    ("hour must be 00-23 (24 is not allowed)", Expected("an hour from 00 to 23")),
    ("minute must be 00-59", Expected("a minute from 00 to 59")),
    ("second must be 00-60", Expected("a second from 00 to 60")),
    ("time shift must be Z, +hh, +hh:mm or negative", Expected("`Z`, `+hh:mm` or `-hh:mm` after the time")),
    ("time shift must be ±hh or ±hh:mm", Expected("a time zone as `+hh:mm` or `-hh:mm`")),
    ("shift minutes must be 00-59", Expected("minutes from 00 to 59")),
    ("time shift exceeds ±14:00", Expected("a time zone from -14:00 to +14:00")),
    ("negative zero time shift is not allowed", Expected("`Z` or `+00:00`")),
    ("time shift components must be two digits", Expected("two digits")),
    // Intervals
    ("interval must contain exactly one '/'", Expected("an interval with one `/`")),
    (
        "interval needs at least one dated endpoint",
        Said("found an interval without a date, expected one on at least one side of `/`"),
    ),
    (
        "interval end precedes interval start",
        Reversed("found an interval that ends before it begins, expected the earlier date first"),
    ),
    (
        "'..'-prefixed date is only allowed as interval start",
        Expected("`..` before a date only at the start of an interval"),
    ),
    (
        "'..'-suffixed date is only allowed as interval end",
        Expected("`..` after a date only at the end of an interval"),
    ),
    // Sets
    ("unterminated set", Said("found a set that is not closed, expected `]` or `}` at its end")),
    ("set must contain at least one element", Said("found an empty set, expected a date in it")),
    ("sets cannot nest", Expected("no set within a set")),
    ("empty set element", Expected("a date between the commas")),
    ("'..' alone is not a set element", Expected("a date before or after `..`")),
    ("set element cannot contain multiple '..'", Expected("one `..` between two dates")),
    ("set range endpoints must share precision", Expected("two years, two months or two days around `..`")),
    (
        "set range end precedes range start",
        Reversed("found a range that ends before it begins, expected the earlier date first"),
    ),
    ("set range endpoints cannot contain unspecified digits", Expected("no `X` around `..`")),
    ("set range endpoints cannot be qualified", Expected("no `~`, `?` or `%` around `..`")),
    ("set range endpoints cannot be seasons", Expected("years, months or days around `..`")),
    ("set range endpoints cannot carry significant digits", Expected("no `S` around `..`")),
];
