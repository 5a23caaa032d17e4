//! What every picture of a chronology begins from, made once and not again for each frame:
//! the rows of the list, the lanes of the axis, the counts.

use super::actors::{Actors, actors};
use super::cast::Cast;
use super::lane::{Lane, LaneKind, Ties};
use super::list::Listing;
use super::map::{Traffic, Whereabouts};
use super::reach::Reaches;
use super::sources::{Rests, Sources, sources};
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
    /// What the lanes are made from.
    kind: LaneKind,
    /// The lanes of each other kind.
    others: [Vec<Lane>; LaneKind::ALL.len()],
    /// When the events may have happened.
    spread: Spread,
    /// What of each event is drawn on the axis.
    pub(super) reaches: Reaches,
    /// Who took part in which event.
    pub cast: Cast,
    /// Who took part in all events together.
    pub actors: Actors,
    /// Which event rests on which source.
    pub rests: Rests,
    /// What all events together rest on.
    pub sources: Sources,
    /// Where each event happened.
    pub whereabouts: Whereabouts,
    /// Where all of them did.
    pub traffic: Traffic,
}

impl Outline {
    /// The outline of all events, with lanes of a kind.
    pub fn new(chronology: &Chronology, kind: LaneKind) -> Self {
        let (reaches, cast, rests) = (Reaches::new(chronology), Cast::new(chronology), Rests::new(chronology));
        let ties = Ties { chronology, cast: &cast, rests: &rests, reaches: &reaches, sorted: &reaches.sorted() };
        let whereabouts = Whereabouts::new(chronology);
        let all: Vec<EventNo> = chronology.numbers().collect();
        let mut others = LaneKind::ALL.map(|kind| ties.lanes(kind));
        Self {
            listing: Listing::new(chronology, chronology.numbers()),
            lanes: std::mem::take(&mut others[kind as usize]),
            counts: chronology.counts(),
            kind,
            others,
            spread: Spread::new(chronology.events.iter().map(|event| &event.bounds)),
            reaches,
            actors: actors(chronology, &cast, None, &|_| true),
            sources: sources(chronology, &rests, None, &|_| true),
            traffic: whereabouts.of(chronology, &all),
            cast,
            rests,
            whereabouts,
        }
    }

    /// Puts the lanes of another kind in the place of those that are there.
    pub fn turn(&mut self, kind: LaneKind) {
        self.others[self.kind as usize] = std::mem::take(&mut self.lanes);
        self.lanes = std::mem::take(&mut self.others[kind as usize]);
        self.kind = kind;
    }

    /// The first lane that an event stands in.
    pub fn lane(&self, event: EventNo) -> Option<&Lane> {
        self.lanes.iter().find(|lane| lane.holds(event))
    }

    /// The scale of the whole axis over so many columns; `None` where no day is known.
    pub fn scale(&self, columns: usize) -> Option<Scale> {
        Scale::of(&self.spread, columns)
    }
}
