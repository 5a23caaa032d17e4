//! Events in their one order, with the bounds that all statements together give and the
//! reason of each.
//!
//! Knows nothing of colours, widths or terminals.

mod build;
mod each;
mod event;
mod graph;
mod lint;
mod number;
mod order;
pub mod query;
mod reason;
mod resolve;
pub mod scale;
mod statement;
mod thread;
mod tighten;
mod told;

pub use each::Each;
pub use event::{Cited, Event, Exactness};
use number::ReasonNo;
pub use number::{ActorNo, CategoryNo, EventNo, PlaceNo, SourceNo, TourNo};
use reason::Reasons;
pub use reason::{Reason, Step};
pub use statement::{Relation, Side, Statement};

use crate::date::{Day, Language};
use crate::file::{ActorRecord, CategoryRecord, Heading, Id, PlaceRecord, SourceRecord, Text};
use std::ops::Index;

/// A whole chronology, read, checked and put in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Chronology {
    /// Title, summary, languages.
    pub heading: Heading,
    /// Kinds of events, in the file's order.
    pub categories: Vec<CategoryRecord>,
    /// Places, in the file's order.
    pub places: Vec<PlaceRecord>,
    /// Actors, in the file's order.
    pub actors: Vec<Actor>,
    /// Sources, in the file's order.
    pub sources: Vec<Source>,
    /// Events, in the one order.
    pub events: Vec<Event>,
    /// Tours, in the file's order.
    pub tours: Vec<Tour>,
    /// Why bounds hold.
    reasons: Reasons,
}

/// A person or an organisation that takes part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The actor as the curator wrote it.
    pub record: ActorRecord,
    /// The organisation that it belongs to.
    pub of: Option<ActorNo>,
    /// Where it is at home.
    pub place: Option<PlaceNo>,
}

/// What statements rest on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The source as the curator wrote it.
    pub record: SourceRecord,
    /// The last day on which it can have been published.
    pub published: Option<Day>,
}

/// A curated path through some of the events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tour {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// Its steps, in order.
    pub steps: Vec<Stop>,
}

/// One step of a tour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// The event that it stops at.
    pub event: EventNo,
    /// What to say there.
    pub note: Option<Text>,
}

/// How many events are known how well; the three add up to all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Known to the day.
    pub day: usize,
    /// Known less well.
    pub less: usize,
    /// Not known at all.
    pub undated: usize,
}

impl Chronology {
    /// The numbers of all events, in order.
    pub fn numbers(&self) -> impl DoubleEndedIterator<Item = EventNo> + ExactSizeIterator + use<> {
        (0..self.events.len()).map(EventNo::at)
    }

    /// The event with this id.
    pub fn find(&self, id: &str) -> Option<EventNo> {
        self.events.iter().position(|event| event.id() == id).map(EventNo::at)
    }

    /// The form of a text for a reader of `language`.
    pub fn read<'a>(&self, text: &'a Text, language: Language) -> &'a str {
        text.read(language, &self.heading.languages)
    }

    /// How many events are known how well.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for event in &self.events {
            match event.exactness() {
                Exactness::Day => counts.day += 1,
                Exactness::Less => counts.less += 1,
                Exactness::Undated => counts.undated += 1,
            }
        }
        counts
    }
}

/// Lets a number of each kind be looked up in the chronology.
macro_rules! looked_up {
    ($($number:ty => $list:ident: $record:ty),+ $(,)?) => {$(
        impl Index<$number> for Chronology {
            type Output = $record;
            fn index(&self, number: $number) -> &$record {
                &self.$list[number.index()]
            }
        }
    )+};
}

looked_up! {
    EventNo => events: Event,
    CategoryNo => categories: CategoryRecord,
    PlaceNo => places: PlaceRecord,
    ActorNo => actors: Actor,
    SourceNo => sources: Source,
    TourNo => tours: Tour,
}
