//! An event with its references looked up, its place in the order and its tightest bounds.

use super::{ActorNo, CategoryNo, EventNo, PlaceNo, ReasonNo, SourceNo};
use crate::date::{Bounds, Day};
use crate::file::{EventRecord, Text};
use std::collections::HashSet;

/// An event of the chronology.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// The event as the curator wrote it.
    pub record: Box<EventRecord>,
    /// Its kind; `None` where the file names none that exists.
    pub category: Option<CategoryNo>,
    /// Where.
    pub place: Option<PlaceNo>,
    /// Givers, senders.
    pub from: Box<[ActorNo]>,
    /// Receivers.
    pub to: Box<[ActorNo]>,
    /// Who else took part.
    pub actors: Box<[ActorNo]>,
    /// What it rests on.
    pub citations: Box<[Cited]>,
    /// Begins when these have ended, or later.
    pub after: Box<[EventNo]>,
    /// Has ended when these begin.
    pub before: Box<[EventNo]>,
    /// Lies within that event.
    pub part_of: Option<EventNo>,
    /// The events that lie within this one, in order.
    pub parts: Box<[EventNo]>,
    /// Answers these.
    pub reply_to: Box<[EventNo]>,
    /// The events that answer this one, in order.
    pub replies: Box<[EventNo]>,
    /// The tightest bounds that all statements together give.
    pub bounds: Bounds,
    /// The day that it stands at in the order: its earliest start; where that is open, the
    /// day by which it was over, or that of what must follow it, whichever is first.
    pub stands_at: Option<Day>,
    /// Why each bound holds, by the order of [`crate::date::Bound::ALL`]; `None` where it is open.
    pub(super) reasons: [Option<ReasonNo>; 4],
}

/// That an event rests on a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// The source.
    pub source: SourceNo,
    /// What it says on the matter.
    pub note: Option<Box<Text>>,
    /// Whether it told of the event beforehand.
    pub announces: bool,
}

/// How well an event's days are known. Every event is exactly one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Exactness {
    /// Begin and end are known to the day.
    Day,
    /// Something is known, but not every day.
    Less,
    /// Nothing is known: no bound at all.
    Undated,
}

impl Event {
    /// The id by which other records refer to it.
    pub fn id(&self) -> &str {
        &self.record.id.value
    }

    /// Whether the curator marked its date as approximate or uncertain. That moves no
    /// bound, but nothing is certain within them.
    pub fn is_doubtful(&self) -> bool {
        self.record.date.as_ref().is_some_and(|date| date.value.is_approximate() || date.value.is_uncertain())
    }

    /// Whether its date names several times, with others between them.
    pub fn has_gaps(&self) -> bool {
        self.record.date.as_ref().is_some_and(|date| date.value.has_gaps())
    }

    /// The days on which it certainly went on.
    pub fn certain(&self) -> Option<(Day, Day)> {
        self.bounds.certain().filter(|_| !self.is_doubtful() && !self.has_gaps())
    }

    /// How well its days are known.
    pub fn exactness(&self) -> Exactness {
        if self.bounds.is_exact() && !self.is_doubtful() {
            Exactness::Day
        } else if self.bounds.is_open() {
            Exactness::Undated
        } else {
            Exactness::Less
        }
    }

    /// Whether other statements tell more of its days than its own date does.
    pub fn is_narrowed(&self) -> bool {
        self.bounds != self.record.date.as_ref().map_or(Bounds::OPEN, |date| date.value.bounds())
    }

    /// Everybody who took part: givers, receivers, others, each once.
    pub fn participants(&self) -> impl Iterator<Item = ActorNo> + '_ {
        let mut seen = HashSet::new();
        self.from.iter().chain(&self.to).chain(&self.actors).copied().filter(move |actor| seen.insert(*actor))
    }
}
