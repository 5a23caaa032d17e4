//! What every picture of a chronology begins from, made once and not again for each frame:
//! the rows of the list, the lanes of the axis, the counts.

use super::lane::{Lane, LaneKind, lanes};
use super::list::Listing;
use super::reach::Reach;
use crate::chronology::scale::{Scale, Spread};
use crate::chronology::{Chronology, Counts, EventNo};

/// The outline of a chronology.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// The list of all events.
    pub listing: Listing,
    /// The lanes of the axis.
    pub lanes: Vec<Lane>,
    /// How many events are known how well.
    pub counts: Counts,
    /// When the events may have happened.
    spread: Spread,
    /// What of each event is drawn on the axis.
    reaches: Vec<Option<Reach>>,
}

impl Outline {
    /// The outline of all events, with lanes of a kind.
    pub fn new(chronology: &Chronology, kind: LaneKind) -> Self {
        Self {
            listing: Listing::new(chronology, chronology.numbers()),
            lanes: lanes(chronology, kind),
            counts: chronology.counts(),
            spread: Spread::new(chronology.events.iter().map(|event| &event.bounds)),
            reaches: chronology.events.iter().map(Reach::of).collect(),
        }
    }

    /// The first lane that an event stands in.
    pub fn lane(&self, event: EventNo) -> Option<&Lane> {
        self.lanes.iter().find(|lane| lane.holds(event))
    }

    /// The scale of the whole axis over so many columns; `None` where no day is known.
    pub fn scale(&self, columns: usize) -> Option<Scale> {
        Scale::of(&self.spread, columns)
    }

    /// What of an event is drawn on the axis; `None` where no day is known.
    pub(super) fn reach(&self, event: EventNo) -> Option<&Reach> {
        self.reaches.get(event.index())?.as_ref()
    }
}
