//! Which days an EDTF expression bounds: its outer limits, and its four days.
//!
//! Qualifiers (`~`, `?`, `%`) never move a limit.

use super::{Bound, Bounds, Day};
use edtf_core::{Bound as CoreBound, Date, Edtf, Interval, IntervalEndpoint, Set, SetElement, SetKind};

/// How far an expression reaches on one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limit {
    /// No further than this day.
    Day(Day),
    /// Without end: the side is open (`..`).
    Infinite,
    /// Not known: the end is left empty, or its year is beyond counting.
    Unknown,
}

impl Limit {
    /// The day, if it is one.
    pub const fn day(self) -> Option<Day> {
        match self {
            Self::Day(day) => Some(day),
            Self::Infinite | Self::Unknown => None,
        }
    }
}

impl From<CoreBound> for Limit {
    fn from(bound: CoreBound) -> Self {
        match bound {
            CoreBound::NegativeInfinity | CoreBound::PositiveInfinity => Self::Infinite,
            CoreBound::Date(date) => Day::new(date.year, date.month, date.day).map_or(Self::Unknown, Self::Day),
            CoreBound::Unknown => Self::Unknown,
        }
    }
}

/// Two days, either of which may be open or unknown.
type Range = (Option<Day>, Option<Day>);

/// The earliest and the latest day that an expression touches.
pub(super) fn limits(edtf: &Edtf) -> (Limit, Limit) {
    let bounds = edtf.bounds();
    (bounds.earliest.into(), bounds.latest.into())
}

/// The four days that an expression bounds.
pub(super) fn bounds(edtf: &Edtf) -> Bounds {
    match edtf {
        Edtf::Interval(interval) => interval_bounds(interval),
        Edtf::Set(set) if set.kind == SetKind::AllMembers => every_member(set),
        Edtf::Date(_) | Edtf::DateTime(_) | Edtf::Set(_) => {
            let (earliest, latest) = limits(edtf);
            Bounds::within(earliest.day(), latest.day())
        }
    }
}

/// The earliest and the latest day of a single date.
pub(super) fn date_range(date: &Date) -> Range {
    let (earliest, latest) = limits(&Edtf::Date(*date));
    (earliest.day(), latest.day())
}

fn interval_bounds(interval: &Interval) -> Bounds {
    let (earliest_start, latest_start) = endpoint_range(&interval.start);
    let (earliest_end, latest_end) = endpoint_range(&interval.end);
    begins_before_it_ends(Bounds::new(earliest_start, latest_start, earliest_end, latest_end))
}

fn endpoint_range(endpoint: &IntervalEndpoint) -> Range {
    match endpoint {
        IntervalEndpoint::Date(date) => date_range(date),
        IntervalEndpoint::OnOrBefore(date) => (None, date_range(date).1),
        IntervalEndpoint::OnOrAfter(date) => (date_range(date).0, None),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => (None, None),
    }
}

/// `{a,b}`: it began in the first member and ended in the last.
fn every_member(set: &Set) -> Bounds {
    let members: Vec<[Option<Day>; 4]> = set.elements.iter().map(member_days).collect();
    let all = |bound: Bound| members.iter().map(move |days| days[bound as usize]);
    // A member that is open or unknown leaves the outer side open; the inner sides
    // are still held by the members that are known.
    let outer = |bound| all(bound).collect::<Option<Vec<Day>>>().unwrap_or_default();
    begins_before_it_ends(Bounds::new(
        outer(Bound::EarliestStart).into_iter().min(),
        all(Bound::LatestStart).flatten().min(),
        all(Bound::EarliestEnd).flatten().max(),
        outer(Bound::LatestEnd).into_iter().max(),
    ))
}

/// Whether days between the members of a set belong to none of them.
pub(super) fn has_gaps(edtf: &Edtf) -> bool {
    let Edtf::Set(set) = edtf else { return false };
    // Where a side is open its member reaches beyond all days.
    let number = |day: Option<Day>, beyond: i64| day.map_or(beyond, Day::number);
    let mut ranges: Vec<(i64, i64)> = (set.elements.iter().map(member_days))
        .map(|[first, _, _, last]| (number(first, i64::MIN), number(last, i64::MAX)))
        .collect();
    ranges.sort_unstable();
    let mut reached = i64::MIN;
    let is_gap = |(at, (first, last)): (usize, &(i64, i64))| {
        let is_gap = at > 0 && *first > reached.saturating_add(1);
        reached = reached.max(*last);
        is_gap
    };
    ranges.iter().enumerate().any(is_gap)
}

fn member_days(element: &SetElement) -> [Option<Day>; 4] {
    let (first, last) = match element {
        SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::OnOrAfter(date) => (date, date),
        SetElement::Range(first, last) => (first, last),
    };
    let (earliest_start, latest_start) = date_range(first);
    let (earliest_end, latest_end) = date_range(last);
    match element {
        SetElement::OnOrBefore(_) => [None, latest_start, earliest_end, latest_end],
        SetElement::OnOrAfter(_) => [earliest_start, latest_start, earliest_end, None],
        SetElement::Date(_) | SetElement::Range(..) => [earliest_start, latest_start, earliest_end, latest_end],
    }
}

/// What begins no later than it ends: a start is limited by the latest end, an end
/// by the earliest start.
pub(super) fn begins_before_it_ends(bounds: Bounds) -> Bounds {
    let [earliest_start, latest_start, earliest_end, latest_end] = bounds.days();
    Bounds::new(
        earliest_start,
        latest_start.into_iter().chain(latest_end).min(),
        earliest_end.into_iter().chain(earliest_start).max(),
        latest_end,
    )
}
