//! The lanes of the axis: events side by side that have something in common.

use crate::chronology::query::{Field, named};
use crate::chronology::{Chronology, EventNo};
use crate::date::Language;
use crate::file::Text;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What the events of a lane have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum LaneKind {
    /// Their category.
    #[default]
    Category,
    /// Someone who took part.
    Actor,
    /// The country of their place or of someone who took part.
    Country,
    /// A source that they rest on.
    Source,
}

impl LaneKind {
    /// Every kind, in the order in which a key steps through them.
    pub const ALL: [Self; 4] = [Self::Category, Self::Actor, Self::Country, Self::Source];

    /// The field by which its events are found, and its names by the order of [`Language::ALL`].
    const fn row(self) -> (Field, [&'static str; 3]) {
        match self {
            Self::Category => (Field::Category, ["类别", "category", "種類"]),
            Self::Actor => (Field::Actor, ["参与者", "actor", "参加者"]),
            Self::Country => (Field::Country, ["国家", "country", "国"]),
            Self::Source => (Field::Source, ["来源", "source", "出典"]),
        }
    }

    /// By which field of a query a lane's events are found.
    pub const fn field(self) -> Field {
        self.row().0
    }

    /// Its name for a reader.
    pub const fn name(self, language: Language) -> &'static str {
        self.row().1[language as usize]
    }

    /// The next kind; after the last the first.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }
}

/// Events side by side on the axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// What they have in common: its id, or a country's code. `None`: that they have none.
    pub id: Option<String>,
    /// What that is called.
    pub name: Text,
    /// The events, in order.
    pub events: Vec<EventNo>,
}

impl Lane {
    /// Whether an event stands in it.
    pub fn holds(&self, event: EventNo) -> bool {
        self.events.binary_search(&event).is_ok()
    }
}

/// The lanes of all events: categories in the file's order, others with most events first;
/// last, if there are such, the events without any. An event may stand in several lanes.
pub fn lanes(chronology: &Chronology, kind: LaneKind) -> Vec<Lane> {
    let mut without = Vec::new();
    let mut events: BTreeMap<&str, Vec<EventNo>> = BTreeMap::new();
    for event in chronology.numbers() {
        let ids = chronology.connected(event, kind.field());
        if ids.is_empty() {
            without.push(event);
        }
        ids.into_iter().for_each(|id| events.entry(id).or_default().push(event));
    }
    let lane = |id: &str, name: Text, events| Lane { id: Some(id.to_owned()), name, events };
    let named = named(chronology, kind.field());
    let mut lanes: Vec<Lane> =
        named.filter_map(|(id, name)| Some(lane(id, name.into_owned(), events.remove(id)?))).collect();
    lanes.extend(events.into_iter().map(|(id, events)| lane(id, Text::plain(id), events)));
    if kind != LaneKind::Category {
        lanes.sort_by_key(|lane| Reverse(lane.events.len()));
    }
    let rest = Lane { id: None, name: Text::plain(String::new()), events: without };
    lanes.into_iter().chain((!rest.events.is_empty()).then_some(rest)).collect()
}
