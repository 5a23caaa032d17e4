//! One date, taken apart as a reader thinks of it: which year, which part of it, how sure.
//!
//! Knows the forms of EDTF; knows no language.

use crate::date::{Day, extent};
use edtf_core::{Date, DateField, Qualifier, YearKind};

/// A date, ready to be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Single {
    pub year: Year,
    pub part: WithinYear,
    pub marks: Marks,
}

/// What is known of the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Year {
    /// This one (astronomical).
    Number(i64),
    /// One of the ten that begin with this one.
    Decade(i64),
    /// One of those between the two.
    Within(i64, i64),
    /// One that is written so: `1XX3`.
    Pattern(String),
    /// Any.
    Unknown,
    /// One of those between the two, probably the third.
    Estimate(i64, i64, i64),
    /// Digits and exponent of a year beyond counting, and how many digits are sure.
    Power(i64, u32, Option<u32>),
}

/// What is known within the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum WithinYear {
    /// Nothing.
    Year,
    /// A part of the year, numbered from 21 to 41.
    Season(u8),
    /// The month, or something of it.
    Month(Slot),
    /// Month and day, or something of them.
    Day(Slot, Slot),
}

/// What is known of a month, or of a day of the month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Slot {
    /// This one.
    Known(u8),
    /// One of these.
    Among(Vec<u8>),
    /// Nothing.
    Any,
}

/// Which parts are marked as approximate or doubtful.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Marks {
    /// All parts alike; unmarked, if need be.
    Whole(Mark),
    /// Some parts only: the marks of year, month and day.
    Parts([Mark; 3]),
}

/// `~`, `?`, both (`%`) or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    pub about: bool,
    pub doubtful: bool,
}

impl From<Day> for Single {
    fn from(day: Day) -> Self {
        Self::known(day.year(), WithinYear::Day(Slot::Known(day.month()), Slot::Known(day.day())))
    }
}

impl From<&Date> for Single {
    fn from(date: &Date) -> Self {
        Self { year: year(date), part: part(date), marks: marks(date) }
    }
}

impl Single {
    /// Whether it is one of several months or days, as only some digits are known.
    pub fn is_among_several(&self) -> bool {
        let (WithinYear::Month(slot) | WithinYear::Day(_, slot)) = &self.part else { return false };
        matches!(slot, Slot::Among(_))
    }

    /// An unmarked date in a known year.
    pub fn known(year: i64, part: WithinYear) -> Self {
        Self { year: Year::Number(year), part, marks: Marks::Whole(Mark::NONE) }
    }

    /// The same date without its marks.
    pub fn without_marks(&self) -> Self {
        Self { marks: Marks::Whole(Mark::NONE), ..self.clone() }
    }

    /// The marks of any of its parts, together.
    pub fn mark(&self) -> Mark {
        match self.marks {
            Marks::Whole(mark) => mark,
            Marks::Parts(marks) => marks.into_iter().fold(Mark::NONE, Mark::or),
        }
    }

    /// The known month, if there is one.
    pub fn month(&self) -> Option<u8> {
        match self.part {
            WithinYear::Month(Slot::Known(month)) | WithinYear::Day(Slot::Known(month), _) => Some(month),
            _ => None,
        }
    }

    /// The known day of the month, if there is one.
    pub fn day(&self) -> Option<u8> {
        match self.part {
            WithinYear::Day(_, Slot::Known(day)) => Some(day),
            _ => None,
        }
    }
}

impl Mark {
    /// Neither approximate nor doubtful.
    pub const NONE: Self = Self { about: false, doubtful: false };

    fn or(self, other: Self) -> Self {
        Self { about: self.about || other.about, doubtful: self.doubtful || other.doubtful }
    }
}

impl From<Qualifier> for Mark {
    fn from(qualifier: Qualifier) -> Self {
        Self { about: qualifier.approximate, doubtful: qualifier.uncertain }
    }
}

fn year(date: &Date) -> Year {
    match date.year.kind {
        YearKind::Standard { digits, .. } if date.year.has_unspecified() => masked_year(digits),
        YearKind::Exponential { significand, exponent } if date.year.value().is_none() => {
            Year::Power(significand, exponent, date.year.significant_digits)
        }
        _ => counted_year(date),
    }
}

/// A year with a number, and with the years that its significant digits leave open.
fn counted_year(date: &Date) -> Year {
    let value = date.year.value().unwrap_or_default();
    match (date.year.significant_digits, extent::date_range(date)) {
        (Some(_), (Some(from), Some(to))) if from.year() < to.year() => Year::Estimate(from.year(), to.year(), value),
        (sure @ Some(_), (None, _) | (_, None)) => Year::Power(value, 0, sure),
        _ => Year::Number(value),
    }
}

fn masked_year(digits: [Option<u8>; 4]) -> Year {
    let known = digits.iter().take_while(|digit| digit.is_some()).count();
    let all_after_are_masked = digits[known..].iter().all(Option::is_none);
    let first = digits.iter().fold(0, |year, digit| year * 10 + i64::from(digit.unwrap_or(0)));
    match known {
        0 if all_after_are_masked => Year::Unknown,
        // "The 1900s" may be ten years or a hundred.
        3 if first >= 1000 && first % 100 != 0 => Year::Decade(first),
        1..=3 if all_after_are_masked => Year::Within(first, first + 10_i64.pow(4 - known as u32) - 1),
        _ => Year::Pattern(digits.iter().map(|digit| digit.map_or('X', |digit| char::from(b'0' + digit))).collect()),
    }
}

fn part(date: &Date) -> WithinYear {
    match (date.month, date.day) {
        (None, _) => WithinYear::Year,
        (Some(month), None) => match month.value() {
            Some(code) if code > 12 => WithinYear::Season(code),
            _ => WithinYear::Month(slot(month, fitting(month, 12))),
        },
        (Some(month), Some(day)) => month_and_day(date, month, day),
    }
}

/// Only the months that have such a day, and only the days that such a month has.
fn month_and_day(date: &Date, month: DateField, day: DateField) -> WithinYear {
    let has_the_day = |month: &u8| !fitting(day, month_length(date, *month)).is_empty();
    let months: Vec<u8> = fitting(month, 12).into_iter().filter(has_the_day).collect();
    let longest = months.iter().map(|&month| month_length(date, month)).max().unwrap_or(31);
    WithinYear::Day(slot(month, months), slot(day, fitting(day, longest)))
}

/// The days of a month in this year, or in the longest of the years that it may be.
fn month_length(date: &Date, month: u8) -> u8 {
    let length = |year: i64| Day::new(year, month, 1).map_or(31, |day| day.month_end().day());
    match date.year.kind {
        YearKind::Standard { digits, .. } if date.year.has_unspecified() => {
            let is_one = |year: &i64| (0..4).all(|at| digits[at].is_none_or(|digit| digit_of(*year, at) == digit));
            let is_longest = |year: i64| length(year) == length(2000);
            if (0..=9999).filter(is_one).any(is_longest) { length(2000) } else { length(2001) }
        }
        _ => length(date.year.value().unwrap_or_default()),
    }
}

/// The digit of a year of four digits, counted from the left.
fn digit_of(year: i64, at: usize) -> u8 {
    (year / 10_i64.pow(3 - at as u32) % 10) as u8
}

/// The numbers up to the highest that have the digits of a field.
fn fitting(field: DateField, highest: u8) -> Vec<u8> {
    let [tens, ones] = field.digits;
    let fits = |value: &u8| tens.is_none_or(|tens| tens == value / 10) && ones.is_none_or(|ones| ones == value % 10);
    (1..=highest).filter(fits).collect()
}

fn slot(field: DateField, values: Vec<u8>) -> Slot {
    match values[..] {
        _ if field.digits == [None; 2] => Slot::Any,
        [value] => Slot::Known(value),
        _ => Slot::Among(values),
    }
}

fn marks(date: &Date) -> Marks {
    let year: Mark = date.year.qualifier.into();
    let month = date.month.map_or(year, |field| field.qualifier.into());
    let day = date.day.map(|field| field.qualifier.into());
    if month == year && day.is_none_or(|day| day == year) {
        Marks::Whole(year)
    } else {
        Marks::Parts([year, month, day.unwrap_or(Mark::NONE)])
    }
}

/// The first and the last of three or more values that follow one another.
pub(super) fn run(slot: &Slot) -> Option<(u8, u8)> {
    let Slot::Among(values) = slot else { return None };
    let (first, last) = (*values.first()?, *values.last()?);
    (values.len() > 2 && usize::from(last - first) + 1 == values.len()).then_some((first, last))
}
