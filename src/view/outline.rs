//! What every picture of a chronology begins from, made once and not again for each frame:
//! the rows of the list, the lanes of the axis, the counts.

use super::lane::{Lane, LaneKind, lanes};
use super::list::Listing;
use crate::chronology::scale::{Scale, possible};
use crate::chronology::{Chronology, Counts, EventNo};
use crate::date::Day;

/// The outline of a chronology.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// The list of all events.
    pub listing: Listing,
    /// The lanes of the axis.
    pub lanes: Vec<Lane>,
    /// How many events are known how well.
    pub counts: Counts,
    /// From the first to the last day on which each event can have gone on, in order.
    spans: Vec<(Day, Day)>,
}

impl Outline {
    /// The outline of all events, with lanes of a kind.
    pub fn new(chronology: &Chronology, kind: LaneKind) -> Self {
        Self {
            listing: Listing::new(chronology, chronology.numbers()),
            lanes: lanes(chronology, kind),
            counts: chronology.counts(),
            spans: spans(chronology),
        }
    }

    /// The first lane that an event stands in.
    pub fn lane(&self, event: EventNo) -> Option<&Lane> {
        self.lanes.iter().find(|lane| lane.holds(event))
    }

    /// The scale of the whole axis over so many columns; `None` where no day is known.
    pub fn scale(&self, columns: usize) -> Option<Scale> {
        Scale::of_spans(&self.spans, columns)
    }
}

fn spans(chronology: &Chronology) -> Vec<(Day, Day)> {
    let mut spans: Vec<_> = chronology.events.iter().filter_map(|event| possible(&event.bounds)).collect();
    spans.sort_unstable();
    spans
}
