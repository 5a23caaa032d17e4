//! A day of the proleptic Gregorian calendar, in any year that EDTF can name.

use chrono::{Datelike, NaiveDate};
use std::fmt;
use std::num::NonZeroU8;

/// A calendar day. Years are astronomical: year 0 is 1 BC.
///
/// chrono's own dates end near the year 262,142, EDTF's do not; so the parts are
/// kept, and chrono is asked about the matching day of one 400-year cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: i64,
    month: NonZeroU8,
    day: u8,
}

const JANUARY: NonZeroU8 = NonZeroU8::MIN;
const DECEMBER: NonZeroU8 = NonZeroU8::new(12).unwrap();

/// Days in the 400 years after which the Gregorian calendar repeats itself.
const CYCLE_DAYS: i64 = 146_097;

/// The days of a year that is no leap year before each of its months.
const DAYS_BEFORE: [i64; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/// The first year of the cycle that stands for all others.
const CYCLE_YEAR: i32 = 2000;

/// Day 0 of that cycle. (`unwrap` runs when this is compiled, never later.)
const CYCLE_START: NaiveDate = NaiveDate::from_ymd_opt(CYCLE_YEAR, 1, 1).unwrap();

impl Day {
    /// The day of these parts, if the calendar has it.
    pub fn new(year: i64, month: u8, day: u8) -> Option<Self> {
        in_cycle(year, month, day)?;
        Some(Self { year, month: NonZeroU8::new(month)?, day })
    }

    /// The astronomical year.
    pub const fn year(self) -> i64 {
        self.year
    }

    /// The month, 1 to 12.
    pub const fn month(self) -> u8 {
        self.month.get()
    }

    /// The day of the month, 1 to 31.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Days since 1 January of year 0; stops at the ends of `i64`, some 10^16 years away.
    pub fn number(self) -> i64 {
        let year = self.year.rem_euclid(400);
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year == 0);
        let leap_days = (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400;
        let month = usize::from(self.month.get() - 1);
        let leap_day = i64::from(is_leap && month > 1);
        let within = year * 365 + leap_days + DAYS_BEFORE[month] + leap_day + i64::from(self.day) - 1;
        let cycles = self.year.div_euclid(400).checked_mul(CYCLE_DAYS);
        let number = cycles.and_then(|days| days.checked_add(within));
        number.unwrap_or(if self.year < 0 { i64::MIN } else { i64::MAX })
    }

    /// The day that `number` counts: the inverse of [`Day::number`].
    pub fn from_number(number: i64) -> Self {
        let date = CYCLE_START + chrono::Duration::days(number.rem_euclid(CYCLE_DAYS));
        let year = number.div_euclid(CYCLE_DAYS) * 400 + i64::from(date.year() - CYCLE_YEAR);
        let month = NonZeroU8::new(date.month() as u8).unwrap_or(JANUARY);
        Self { year, month, day: date.day() as u8 }
    }

    /// The first day of this day's month.
    pub const fn month_start(self) -> Self {
        Self { day: 1, ..self }
    }

    /// The last day of this day's month.
    pub fn month_end(self) -> Self {
        let days = (29..=31).rev().find(|&day| in_cycle(self.year, self.month.get(), day).is_some());
        Self { day: days.unwrap_or(28), ..self }
    }

    /// The first day of this day's year.
    pub const fn year_start(self) -> Self {
        Self { month: JANUARY, day: 1, ..self }
    }

    /// The last day of this day's year.
    pub const fn year_end(self) -> Self {
        Self { month: DECEMBER, day: 31, ..self }
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
