//! The scale of the axis: which day stands in which column.
//!
//! Time is cut into calendar units (months, years, decades, ...). Units in which nothing
//! can have happened are left out, with a gap in their place, so that 1992 and 2020
//! share a screen. Units in which much is known to begin or end are given more columns;
//! the unit is the finest of which most can be named.
//! Inside one unit the scale is even.

use crate::date::{Bound, Bounds, Day};
use std::ops::{Range, RangeInclusive};

/// A calendar unit by which the axis is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// A calendar month.
    Month,
    /// This many years, beginning where the year number divides evenly.
    Years(i64),
}

impl Unit {
    /// From the finest to the coarsest that a 64-bit year needs.
    fn ladder() -> impl Iterator<Item = Self> {
        std::iter::once(Self::Month).chain((0..18).map(|power| Self::Years(10_i64.pow(power))))
    }

    /// Which of the units a day lies in, counted along the calendar.
    fn number(self, day: Day) -> i64 {
        match self {
            Self::Month => day.year().saturating_mul(12).saturating_add(i64::from(day.month()) - 1),
            Self::Years(years) => day.year().div_euclid(years),
        }
    }

    /// The first day of a unit.
    fn first_day(self, number: i64) -> Option<Day> {
        match self {
            Self::Month => Day::new(number.div_euclid(12), number.rem_euclid(12) as u8 + 1, 1),
            Self::Years(years) => Day::new(number.checked_mul(years)?, 1, 1),
        }
    }

    /// The year in which a unit begins.
    fn year(self, number: i64) -> i64 {
        match self {
            Self::Month => number.div_euclid(12),
            Self::Years(years) => number.saturating_mul(years),
        }
    }

    /// The columns that a unit takes when its name and a blank are to be read, for a month
    /// with or without its year.
    fn name_columns(self, number: i64, with_year: bool) -> usize {
        match self {
            Self::Month if with_year => 4 + year_columns(self.year(number)),
            Self::Month => MONTH_COLUMNS,
            Self::Years(_) => year_columns(self.year(number)),
        }
    }

    /// The same for the shortest form of its name: "F", "'41".
    fn quiet_columns(self, number: i64) -> usize {
        match self {
            Self::Month => 2,
            Self::Years(_) => year_columns(self.year(number)).min(SHORT_YEAR_COLUMNS),
        }
    }
}

/// The columns of a year and a blank: "2020 ", "44 BC ".
fn year_columns(year: i64) -> usize {
    let digits = |number: u64| number.to_string().len();
    if year > 0 { digits(year.unsigned_abs()).max(4) + 1 } else { digits(year.unsigned_abs().saturating_add(1)) + 4 }
}

/// A run of columns with an even scale: one unit, or the gap before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// Its first column.
    pub column: usize,
    /// Its columns; at least one.
    pub width: usize,
    /// Its first day.
    pub first: Day,
    /// The number of its first day, and of the day after its last.
    days: (i64, i64),
    /// Whether a gap of left-out time ends one column before it.
    pub after_gap: bool,
}

/// The scale of a whole axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    /// The unit by which it is cut.
    pub unit: Unit,
    /// Its segments, from left to right.
    pub segments: Vec<Segment>,
    /// All columns.
    pub columns: usize,
}

/// When things may have happened: all that a scale has to know of them, month by month, as no
/// unit is finer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spread {
    /// The stretches in which anything can have happened, each by the first days of its first and
    /// of its last month; there is time between them.
    stretches: Vec<(Day, Day)>,
    /// The first days of the months in which anything is known to begin or end, and how often.
    ends: Vec<(Day, usize)>,
    /// The last day of all.
    last: Option<Day>,
}

impl Spread {
    /// The spread of all that these bounds leave possible.
    pub fn new<'a>(bounds: impl Iterator<Item = &'a Bounds>) -> Self {
        let days: Vec<(Day, Day)> = bounds.filter_map(possible).collect();
        let last = days.iter().map(|&(_, last)| last).max();
        let months = days.into_iter().map(|(first, last)| (first.month_start(), last.month_start()));
        let mut months: Vec<(Day, Day)> = months.collect();
        // They are nearly in order.
        months.sort();
        let mut stretches: Vec<(Day, Day)> = Vec::new();
        for &(from, to) in &months {
            match stretches.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => stretches.push((from, to)),
            }
        }
        let mut ends: Vec<Day> = months.into_iter().flat_map(|(from, to)| [from, to]).collect();
        ends.sort();
        let alike = ends.chunk_by(|a, b| a == b);
        Self { stretches, ends: alike.map(|alike| (alike[0], alike.len())).collect(), last }
    }
}

/// The columns of a month's name and a blank: "Feb ", "12月 ".
const MONTH_COLUMNS: usize = 5;
/// The columns of a short year and a blank: "'41 ".
const SHORT_YEAR_COLUMNS: usize = 4;
/// A unit in which nothing is known to begin or end takes at least this part of the
/// columns that it would have if all were alike.
const QUIET_PART: usize = 3;
/// The columns of a day from which on every day is named.
const DAY_COLUMNS: usize = 3;
/// The columns of a week from which on the weeks of a year are named.
const WEEK_COLUMNS: usize = 6;
/// The columns of a gap.
const GAP_COLUMNS: usize = 2;

/// Units on the axis that stand next to each other, and how much begins or ends in each.
struct Busy {
    number: i64,
    /// Days known to begin or end something.
    ends: usize,
}

impl Scale {
    /// A scale of at most `columns` columns that has room for all that these bounds leave
    /// possible; `None` when not one day of them is known.
    pub fn new<'a>(bounds: impl Iterator<Item = &'a Bounds>, columns: usize) -> Option<Self> {
        Self::of(&Spread::new(bounds), columns)
    }

    /// The same for bounds of which the spread is known.
    pub fn of(spread: &Spread, columns: usize) -> Option<Self> {
        let last = spread.last.filter(|_| columns > 0)?;
        Unit::ladder().find_map(|unit| Self::in_units(unit, spread, last, columns))
    }

    /// The scale cut by one unit, if that fits.
    fn in_units(unit: Unit, spread: &Spread, last: Day, columns: usize) -> Option<Self> {
        let units = busy_units(unit, spread, columns)?;
        let gaps = units.windows(2).filter(|pair| pair[1].number - 1 > pair[0].number).count();
        let mut least = least_columns(unit, &units, columns);
        // Months of which most cannot be named are harder to read than their year.
        let unnamed = least.iter().filter(|&&columns| columns < MONTH_COLUMNS).count();
        if unit == Unit::Month && unnamed * 2 > least.len() {
            return None;
        }
        // One coarse unit always fits: there must be an axis on every screen.
        if let [only] = least.as_mut_slice() {
            *only = columns.min(*only);
        }
        let needed = least.iter().sum::<usize>() + gaps * GAP_COLUMNS;
        if needed > columns {
            return None;
        }
        let widths = shared_out(&units, &least, columns.saturating_sub(needed));
        let mut column = 0;
        let mut segments: Vec<Segment> = Vec::with_capacity(units.len());
        for (at, (busy, width)) in units.iter().zip(widths).enumerate() {
            let after_gap = at > 0 && busy.number - 1 > units[at - 1].number;
            column += if after_gap { GAP_COLUMNS } else { 0 };
            let first = unit.first_day(busy.number)?;
            let next = unit.first_day(busy.number.checked_add(1)?)?;
            let end = if at + 1 == units.len() { part_after(unit, first, last).unwrap_or(next) } else { next };
            segments.push(Segment { column, width, first, days: (first.number(), end.number()), after_gap });
            column += width;
        }
        Some(Self { unit, segments, columns: column })
    }

    /// The column in which a day stands. Days that the scale leaves out stand at the
    /// nearest column after them, later ones at the last.
    pub fn column(&self, day: Day) -> usize {
        self.column_of(day.number())
    }

    /// The same for the day of this number.
    pub fn column_of(&self, number: i64) -> usize {
        let after = self.segments.partition_point(|segment| segment.days.1 <= number);
        match self.segments.get(after) {
            Some(segment) => segment.column + segment.offset(number),
            None => self.columns.saturating_sub(1),
        }
    }

    /// The number of the first day in each of these columns and in the one behind them; where
    /// no day stands, that of the next.
    pub fn first_days(&self, columns: Range<usize>) -> Vec<i64> {
        let before = self.segments.partition_point(|segment| segment.column + segment.width <= columns.start);
        let mut segments = self.segments.iter().enumerate().skip(before).peekable();
        let first_day = |column: usize| {
            while segments.next_if(|(_, segment)| segment.column + segment.width <= column).is_some() {}
            match segments.peek() {
                None => i64::MAX,
                Some((at, segment)) if column <= segment.column => {
                    // Days that the scale leaves out stand in the segment after them.
                    at.checked_sub(1).map_or(i64::MIN, |before| self.segments[before].days.1)
                }
                Some((_, segment)) => segment.first_day(column - segment.column),
            }
        };
        (columns.start..=columns.end).map(first_day).collect()
    }

    /// The numbers of days between which all lie that stand in these columns, and some more.
    pub fn days_in(&self, columns: &Range<usize>) -> RangeInclusive<i64> {
        let first = self.segments.partition_point(|segment| segment.column + segment.width <= columns.start);
        let behind = self.segments.partition_point(|segment| segment.column < columns.end);
        // Days that the scale leaves out stand in the segment after them.
        let from = first.checked_sub(1).map_or(i64::MIN, |before| self.segments[before].days.1);
        let to = self.segments.get(behind).map_or(i64::MAX, |segment| segment.days.0);
        from..=to
    }
}

impl Segment {
    /// The columns that a day stands from the segment's beginning.
    fn offset(&self, number: i64) -> usize {
        let (from, to) = self.days;
        // Day numbers of unthinkable years saturate; a length of at least one day stays.
        let length = to.saturating_sub(from).max(1);
        let passed = number.saturating_sub(from).clamp(0, length - 1);
        // Wide numbers divide slowly, and are needed for unthinkable lengths only.
        match (passed as u64).checked_mul(self.width as u64) {
            Some(parts) => (parts / length as u64) as usize,
            None => (passed as u128 * self.width as u128 / length as u128) as usize,
        }
    }

    /// The first day that stands so many columns from the segment's beginning.
    fn first_day(&self, offset: usize) -> i64 {
        let (from, to) = self.days;
        let length = to.saturating_sub(from).max(1);
        let passed = (offset as u128 * length as u128).div_ceil(self.width as u128);
        from.saturating_add(passed as i64)
    }

    /// The days at which its parts begin, all but the first, each behind its column.
    pub fn inner(&self, unit: Unit) -> Vec<(usize, Day)> {
        let days = parts(unit, self.first, self.width).into_iter().filter(|day| day.number() < self.days.1);
        days.map(|day| (self.column + self.offset(day.number()), day)).collect()
    }
}

/// The days at which the parts of a unit begin, all but the first: weeks of a month,
/// or, where there is room, days; months of a year or, where there is room, their weeks;
/// tenths of anything longer.
fn parts(unit: Unit, first: Day, width: usize) -> Vec<Day> {
    let year = first.year();
    match unit {
        Unit::Month => {
            let (step, last) = if width >= 31 * DAY_COLUMNS { (1, 31) } else { (7, 22) };
            (1..=last).step_by(step).skip(1).filter_map(|day| Day::new(year, first.month(), day)).collect()
        }
        Unit::Years(1) => {
            let starts: &[u8] = if width >= 48 * WEEK_COLUMNS { &[1, 8, 15, 22] } else { &[1] };
            let days = (1..=12).flat_map(|month| starts.iter().map(move |&day| (month, day)));
            days.skip(1).filter_map(|(month, day)| Day::new(year, month, day)).collect()
        }
        Unit::Years(years) => {
            (1..10).filter_map(|part| Day::new(year.checked_add(part * (years / 10))?, 1, 1)).collect()
        }
    }
}

/// Where the part of the last unit ends in which the last event does: the axis need not
/// go on to the end of the year.
fn part_after(unit: Unit, first: Day, last: Day) -> Option<Day> {
    parts(unit, first, 0).into_iter().find(|&part| part > last)
}

/// The first and the last day on which an event can have gone on; where one side is
/// open, the other known day stands for it.
pub fn possible(bounds: &Bounds) -> Option<(Day, Day)> {
    let known = Bound::ALL.iter().filter_map(|&bound| bounds[bound]);
    let first = bounds[Bound::EarliestStart].or_else(|| known.clone().min())?;
    let last = bounds[Bound::LatestEnd].or_else(|| known.max())?;
    (first <= last).then_some((first, last))
}

/// The units that anything can have happened in, or `None` when they are more than could be shown.
fn busy_units(unit: Unit, spread: &Spread, columns: usize) -> Option<Vec<Busy>> {
    let mut units: Vec<Busy> = Vec::new();
    for &(from, to) in &spread.stretches {
        let (from, to) = (unit.number(from), unit.number(to));
        let next = match units.last() {
            Some(busy) => busy.number.checked_add(1)?.max(from),
            None => from,
        };
        if to.saturating_sub(next) > columns as i64 {
            return None;
        }
        units.extend((next..=to).map(|number| Busy { number, ends: 0 }));
        if units.len() > columns {
            return None;
        }
    }
    let mut at = 0;
    for &(month, count) in &spread.ends {
        let number = unit.number(month);
        at += units[at..].iter().take_while(|busy| busy.number < number).count();
        units[at].ends += count;
    }
    Some(units)
}

/// The fewest columns of each unit: room for its name where something begins or ends, in
/// the first such unit of a year also for the year.
fn least_columns(unit: Unit, units: &[Busy], columns: usize) -> Vec<usize> {
    let even = columns / (QUIET_PART * units.len().max(1));
    let mut told = None;
    let least = units.iter().map(|&Busy { number, ends }| {
        if ends == 0 {
            return unit.quiet_columns(number).max(even);
        }
        let year = Some(unit.year(number));
        unit.name_columns(number, std::mem::replace(&mut told, year) != year)
    });
    least.collect()
}

/// Gives the spare columns to the units by what is known of them, the whole of it.
fn shared_out(units: &[Busy], least: &[usize], spare: usize) -> Vec<usize> {
    let weight = |busy: &Busy| (busy.ends * busy.ends) as u128;
    let total: u128 = units.iter().map(weight).sum::<u128>().max(1);
    let mut before = 0;
    (units.iter().zip(least))
        .map(|(busy, least)| {
            let from = spare as u128 * before / total;
            before += weight(busy);
            least + (spare as u128 * before / total - from) as usize
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        let parts: Vec<i64> = text.split('-').map(|part| part.parse().expect("a number")).collect();
        Day::new(parts[0], parts[1] as u8, parts[2] as u8).expect("a day")
    }

    fn within(from: &str, to: &str) -> Bounds {
        Bounds::within(Some(day(from)), Some(day(to)))
    }

    /// Draws a scale: `|` where a segment begins, `/` for gaps.
    fn picture(spans: &[Bounds], columns: usize) -> String {
        let Some(scale) = Scale::new(spans.iter(), columns) else { return String::new() };
        let mut cells = vec!['.'; scale.columns];
        for segment in &scale.segments {
            cells[segment.column] = '|';
            if segment.after_gap {
                cells[segment.column - GAP_COLUMNS..segment.column].fill('/');
            }
        }
        cells.into_iter().collect()
    }

    #[test]
    fn all_days_of_some_columns_are_in_their_range() {
        let spans = [within("1992-1-1", "1992-12-31"), within("2020-1-5", "2020-10-1"), within("2020-3-1", "2020-3-1")];
        let scale = Scale::new(spans.iter(), 60).expect("a scale");
        for number in (day("1991-1-1").number()..day("2022-1-1").number()).step_by(5) {
            let column = scale.column_of(number);
            for columns in [column..column + 1, column.saturating_sub(7)..column + 5, 0..60] {
                assert!(scale.days_in(&columns).contains(&number), "{number} in {columns:?}");
            }
        }
        assert!(!scale.days_in(&(0..1)).contains(&day("2020-3-1").number()));
        assert!(!scale.days_in(&(58..60)).contains(&day("1992-3-1").number()));
    }

    #[test]
    fn the_first_day_of_each_column_is_the_first_that_stands_there() {
        let spans = [within("1992-10-22", "1993-02-12"), within("2020-03-13", "2020-05-20")];
        for columns in [1, 12, 40, 400] {
            let Some(scale) = Scale::new(spans.iter(), columns) else { continue };
            let first_days = scale.first_days(3..columns + 5);
            let days = || day("1992-01-01").number()..day("2021-01-01").number();
            for (at, first) in first_days.into_iter().enumerate() {
                assert!(days().all(|day| (day < first) == (scale.column_of(day) < 3 + at)), "{at} of {columns}");
            }
        }
    }

    #[test]
    fn time_in_which_nothing_happened_is_left_out() {
        let spans = [within("1992-1-1", "1992-12-31"), within("2020-1-5", "2020-10-1"), within("2020-3-1", "2020-3-1")];
        assert_eq!(picture(&spans, 24), "|......//|..............");
        assert_eq!(picture(&[within("2020-3-1", "2020-3-1")], 10), "|.........");
        assert_eq!(picture(&[Bounds::OPEN], 10), "");
        assert_eq!(picture(&[within("1000-1-1", "2999-12-31")], 12), "|.....|.....");
    }

    #[test]
    fn later_days_never_stand_before_earlier_ones() {
        let spans =
            [within("1992-1-1", "1994-12-31"), within("2020-1-5", "2020-10-1"), within("2014-1-1", "2017-12-31")];
        for columns in 1..150 {
            let scale = Scale::new(spans.iter(), columns).expect("days are known");
            let ends =
                |bounds: &Bounds| [Bound::EarliestStart, Bound::LatestEnd].map(|bound| bounds[bound].expect("known"));
            let mut days: Vec<Day> = spans.iter().flat_map(ends).collect();
            days.sort_unstable();
            let found: Vec<usize> = days.iter().map(|&day| scale.column(day)).collect();
            assert!(found.is_sorted(), "{columns}: {found:?}");
            assert!(found.iter().all(|&column| column < columns), "{columns}: {found:?}");
            assert!(scale.columns <= columns.max(1), "{columns}: {}", scale.columns);
        }
    }
}
