//! The four days between which an event began and ended.

use super::Day;
use std::ops::{Index, IndexMut};

/// One of the four bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// It began no earlier than this day.
    EarliestStart,
    /// It began no later than this day.
    LatestStart,
    /// It ended no earlier than this day.
    EarliestEnd,
    /// It ended no later than this day.
    LatestEnd,
}

impl Bound {
    /// All four, in the order of time.
    pub const ALL: [Self; 4] = [Self::EarliestStart, Self::LatestStart, Self::EarliestEnd, Self::LatestEnd];
}

/// Earliest start, latest start, earliest end and latest end; `None` is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Bounds([Option<Day>; 4]);

impl Bounds {
    /// Bounds of which nothing is known.
    pub const OPEN: Self = Self([None; 4]);

    /// The bounds of these four days.
    pub const fn new(
        earliest_start: Option<Day>,
        latest_start: Option<Day>,
        earliest_end: Option<Day>,
        latest_end: Option<Day>,
    ) -> Self {
        Self([earliest_start, latest_start, earliest_end, latest_end])
    }

    /// The bounds of what took place at some time between two days, and nothing more.
    pub const fn within(earliest: Option<Day>, latest: Option<Day>) -> Self {
        Self([earliest, latest, earliest, latest])
    }

    /// The four days, in the order of [`Bound::ALL`].
    pub const fn days(&self) -> [Option<Day>; 4] {
        self.0
    }

    /// Whether begin and end are each known to the day.
    pub fn is_exact(&self) -> bool {
        let [earliest_start, latest_start, earliest_end, latest_end] = self.0;
        earliest_start.is_some() && earliest_start == latest_start && latest_end.is_some() && earliest_end == latest_end
    }

    /// Whether nothing is known of any of the four.
    pub fn is_open(&self) -> bool {
        *self == Self::OPEN
    }

    /// The days on which it certainly went on: from the latest start to the earliest end.
    ///
    /// `None` when no day is certain, as for "some day in March".
    pub fn certain(&self) -> Option<(Day, Day)> {
        let (from, to) = (self[Bound::LatestStart]?, self[Bound::EarliestEnd]?);
        (from <= to).then_some((from, to))
    }
}

impl Index<Bound> for Bounds {
    type Output = Option<Day>;
    fn index(&self, bound: Bound) -> &Option<Day> {
        &self.0[bound as usize]
    }
}

impl IndexMut<Bound> for Bounds {
    fn index_mut(&mut self, bound: Bound) -> &mut Option<Day> {
        &mut self.0[bound as usize]
    }
}
