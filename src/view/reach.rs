//! What of an event is drawn on the axis: days as numbers, which stand in columns quickly.

use crate::chronology::scale::possible;
use crate::chronology::{CategoryNo, Event};
use crate::date::{Bound, Day};

/// The days of an event, as the axis draws them; each as [`Day::number`] counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reach {
    /// The first and the last day on which it can have gone on.
    pub possible: (i64, i64),
    /// Whether it can have begun earlier than any known day.
    pub is_open_before: bool,
    /// Whether it can have ended later than any known day.
    pub is_open_behind: bool,
    /// The first and the last day on which it certainly went on.
    pub certain: Option<(i64, i64)>,
    /// Its category.
    pub category: Option<CategoryNo>,
}

impl Reach {
    /// The reach of an event; `None` where no day of it is known.
    pub fn of(event: &Event) -> Option<Self> {
        let numbers = |(from, to): (Day, Day)| (from.number(), to.number());
        Some(Self {
            possible: numbers(possible(&event.bounds)?),
            is_open_before: event.bounds[Bound::EarliestStart].is_none(),
            is_open_behind: event.bounds[Bound::LatestEnd].is_none(),
            certain: event.certain().map(numbers),
            category: event.category,
        })
    }
}
