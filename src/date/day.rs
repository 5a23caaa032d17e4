//! A day of the proleptic Gregorian calendar, in any year that EDTF can name.

use chrono::{Datelike, NaiveDate};
use std::fmt;

/// A calendar day. Years are astronomical: year 0 is 1 BC.
///
/// chrono's own dates end near the year 262,142, EDTF's do not; so the parts are
/// kept, and chrono is asked about the matching day of one 400-year cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: i64,
    month: u8,
    day: u8,
}

/// Days in the 400 years after which the Gregorian calendar repeats itself.
const CYCLE_DAYS: i64 = 146_097;

/// The first year of the cycle that stands for all others.
const CYCLE_YEAR: i32 = 2000;

/// Day 0 of that cycle. (`unwrap` runs when this is compiled, never later.)
const CYCLE_START: NaiveDate = NaiveDate::from_ymd_opt(CYCLE_YEAR, 1, 1).unwrap();

impl Day {
    /// The day of these parts, if the calendar has it.
    pub fn new(year: i64, month: u8, day: u8) -> Option<Self> {
        in_cycle(year, month, day)?;
        Some(Self { year, month, day })
    }

    /// The astronomical year.
    pub const fn year(self) -> i64 {
        self.year
    }

    /// The month, 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Days since 1 January of year 0; stops at the ends of `i64`, some 10^16 years away.
    pub fn number(self) -> i64 {
        let within = in_cycle(self.year, self.month, self.day).map_or(0, |date| (date - CYCLE_START).num_days());
        let number = i128::from(self.year.div_euclid(400)) * i128::from(CYCLE_DAYS) + i128::from(within);
        i64::try_from(number).unwrap_or(if self.year < 0 { i64::MIN } else { i64::MAX })
    }

    /// The day that `number` counts: the inverse of [`Day::number`].
    pub fn from_number(number: i64) -> Self {
        let date = CYCLE_START + chrono::Duration::days(number.rem_euclid(CYCLE_DAYS));
        let year = number.div_euclid(CYCLE_DAYS) * 400 + i64::from(date.year() - CYCLE_YEAR);
        Self { year, month: date.month() as u8, day: date.day() as u8 }
    }

    /// The first day of this day's month.
    pub const fn month_start(self) -> Self {
        Self { day: 1, ..self }
    }

    /// The last day of this day's month.
    pub fn month_end(self) -> Self {
        let days = (29..=31).rev().find(|&day| in_cycle(self.year, self.month, day).is_some());
        Self { day: days.unwrap_or(28), ..self }
    }

    /// The first day of this day's year.
    pub const fn year_start(self) -> Self {
        Self { month: 1, day: 1, ..self }
    }

    /// The last day of this day's year.
    pub const fn year_end(self) -> Self {
        Self { month: 12, day: 31, ..self }
    }
}

/// The day of the cycle 2000 to 2399 that has the same place in the calendar.
fn in_cycle(year: i64, month: u8, day: u8) -> Option<NaiveDate> {
    let year = i32::try_from(year.rem_euclid(400)).ok()?;
    NaiveDate::from_ymd_opt(CYCLE_YEAR + year, u32::from(month), u32::from(day))
}

impl fmt::Display for Day {
    /// `YYYY-MM-DD`, with as many digits as the year takes and `-` before negative ones.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.year < 0 { "-" } else { "" };
        write!(f, "{sign}{:04}-{:02}-{:02}", self.year.unsigned_abs(), self.month, self.day)
    }
}
