//! What every picture of a chronology begins from, made once and not again for each frame:
//! the rows of the list, the lanes of the axis, the counts.

use super::actors::{Actors, actors};
use super::cast::Cast;
use super::lane::{Lane, LaneKind, Ties};
use super::list::Listing;
use super::map::{Traffic, Whereabouts};
use super::reach::Reaches;
use super::sources::{Rests, Sources, sources};
use super::width::widest;
use crate::chronology::scale::{Scale, Spread};
use crate::chronology::{Chronology, Counts, EventNo};
use crate::date::Language;
use std::ops::Range;

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
    /// The columns of the widest name of a lane, for each kind, by the order of [`Language::ALL`].
    name_widths: [[usize; Language::ALL.len()]; LaneKind::ALL.len()],
    /// For each kind the first lane of each event.
    first_lanes: [Vec<u32>; LaneKind::ALL.len()],
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
}

impl Outline {
    /// The outline of all events, with lanes of a kind.
    pub fn new(chronology: &Chronology, kind: LaneKind) -> Self {
        let (reaches, cast, rests) = (Reaches::new(chronology), Cast::new(chronology), Rests::new(chronology));
        let ties = Ties { chronology, cast: &cast, rests: &rests, reaches: &reaches, sorted: &reaches.sorted() };
        let whereabouts = Whereabouts::new(chronology);
        let mut others = LaneKind::ALL.map(|kind| ties.lanes(kind));
        let name_widths = others.each_ref().map(|lanes| {
            Language::ALL.map(|language| widest(lanes.iter().map(|lane| chronology.read(&lane.name, language))))
        });
        let first_lanes = others.each_ref().map(|lanes| first_lanes(lanes, chronology.events.len()));
        Self {
            listing: Listing::new(chronology, chronology.numbers()),
            lanes: std::mem::take(&mut others[kind as usize]),
            counts: chronology.counts(),
            kind,
            others,
            name_widths,
            first_lanes,
            spread: Spread::new(chronology.events.iter().map(|event| &event.bounds)),
            reaches,
            actors: actors(chronology, &cast, None, &|_| true),
            sources: sources(chronology, &rests, None, &|_| true),
            cast,
            rests,
            whereabouts,
        }
    }

    /// Where all events happened, and what went from where to where.
    pub fn traffic(&self, chronology: &Chronology) -> Traffic {
        self.whereabouts.of(chronology, &chronology.numbers().collect::<Vec<_>>())
    }

    /// Puts the lanes of another kind in the place of those that are there.
    pub fn turn(&mut self, kind: LaneKind) {
        self.others[self.kind as usize] = std::mem::take(&mut self.lanes);
        self.lanes = std::mem::take(&mut self.others[kind as usize]);
        self.kind = kind;
    }

    /// The first lane that an event stands in.
    pub fn lane(&self, event: EventNo) -> Option<&Lane> {
        self.lanes.get(self.lane_at(event)?)
    }

    fn lane_at(&self, event: EventNo) -> Option<usize> {
        self.first_lanes[self.kind as usize].get(event.index()).map(|&at| at as usize)
    }

    /// As many lanes as fit, the first of the selected event's among them.
    pub fn shown_lanes(&self, selected: Option<EventNo>, height: usize) -> Range<usize> {
        let at = selected.and_then(|event| self.lane_at(event)).unwrap_or(0);
        let first = (at + 1).saturating_sub(height);
        first..self.lanes.len().min(first + height)
    }

    /// The columns of the widest name of a lane.
    pub fn name_width(&self, language: Language) -> usize {
        self.name_widths[self.kind as usize][language as usize]
    }

    /// The scale of the whole axis over so many columns; `None` where no day is known.
    pub fn scale(&self, columns: usize) -> Option<Scale> {
        Scale::of(&self.spread, columns)
    }
}

/// The first of the lanes in which each of so many events stands.
fn first_lanes(lanes: &[Lane], events: usize) -> Vec<u32> {
    let mut first = vec![0; events];
    for (at, lane) in lanes.iter().enumerate().rev() {
        lane.events.iter().for_each(|event| first[event.index()] = at as u32);
    }
    first
}
