//! The lanes of the axis: events side by side that have something in common.

use super::cast::Cast;
use super::reach::{Course, Reaches};
use super::sources::Rests;
use crate::chronology::query::{Countries, Field, named};
use crate::chronology::{CategoryNo, Chronology, Each, EventNo};
use crate::date::Language;
use crate::file::Text;
use std::cmp::Reverse;

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
    /// The same by when they may have gone on.
    pub(super) course: Course,
}

impl Lane {
    /// Gives back the memory that it does not need.
    fn fit(&mut self) {
        self.events.shrink_to_fit();
        self.course.fit();
    }

    /// Whether an event stands in it.
    pub fn holds(&self, event: EventNo) -> bool {
        self.events.binary_search(&event).is_ok()
    }
}

/// What lanes are made from, for all events.
pub(super) struct Ties<'a> {
    pub chronology: &'a Chronology,
    pub cast: &'a Cast,
    pub rests: &'a Rests,
    pub reaches: &'a Reaches,
    /// The events by their reaches.
    pub sorted: &'a Each<EventNo>,
}

impl Ties<'_> {
    /// The lanes of all events: categories in the file's order, others with most events first;
    /// last, if there are such, the events without any. An event may stand in several lanes.
    pub fn lanes(&self, kind: LaneKind) -> Vec<Lane> {
        let lane = |id: Option<&str>, name| Lane {
            id: id.map(str::to_owned),
            name,
            events: Vec::new(),
            course: Course::default(),
        };
        let named = named(self.chronology, kind.field()).map(|(id, name)| lane(Some(id), name.into_owned()));
        let mut lanes: Vec<Lane> = named.chain([lane(None, Text::plain(String::new()))]).collect();
        match kind {
            LaneKind::Category => self.fill(&mut lanes, |event| self.reaches.category(event).map(CategoryNo::index)),
            LaneKind::Actor => {
                self.fill(&mut lanes, |event| self.cast.parts.of(event.index()).iter().map(|taken| taken.actor.index()))
            }
            LaneKind::Source => {
                self.fill(&mut lanes, |event| {
                    self.rests.cited.of(event.index()).iter().map(|(source, _)| source.index())
                });
            }
            LaneKind::Country => {
                let countries = Countries::new(self.chronology);
                let places = self.chronology.events.iter().map(|event| event.place);
                let here: Vec<Option<usize>> = places.map(|place| countries.of_place(place?)).collect();
                self.fill(&mut lanes, |event| {
                    let parts = self.cast.parts.of(event.index()).iter().filter(|taken| !taken.is_through_members);
                    here[event.index()].into_iter().chain(parts.filter_map(|taken| countries.of_actor(taken.actor)))
                });
            }
        }
        lanes.retain(|lane| !lane.events.is_empty());
        lanes.iter_mut().for_each(Lane::fit);
        if kind != LaneKind::Category {
            lanes.sort_by_key(|lane| (lane.id.is_none(), Reverse(lane.events.len())));
        }
        lanes
    }

    /// Puts every event into its lanes, by their positions, once into each; those that have none into
    /// the last.
    fn fill<I: IntoIterator<Item = usize>>(&self, lanes: &mut [Lane], of: impl Fn(EventNo) -> I) {
        let rest = lanes.len() - 1;
        let each = |event, put: &mut dyn FnMut(usize)| {
            let mut own = of(event).into_iter();
            put(own.next().unwrap_or(rest));
            own.for_each(put);
        };
        for event in self.chronology.numbers() {
            each(event, &mut |lane| {
                let events = &mut lanes[lane].events;
                events.extend((events.last() != Some(&event)).then_some(event));
            });
        }
        for (reach, &event) in (0..self.sorted.len()).flat_map(|at| self.sorted.of(at).iter().map(move |it| (at, it))) {
            each(event, &mut |lane| lanes[lane].course.push(reach, event));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{Document, read};
    use crate::view::Outline;

    #[test]
    fn lanes_hold_what_is_connected_with_what_they_are_made_from() {
        let text = include_str!("../../events.toml").to_owned();
        let (chronology, _) = Chronology::new(read(&[Document { name: "events.toml".into(), text: text.into() }]).0);
        let mut outline = Outline::new(&chronology, LaneKind::Source);
        for kind in LaneKind::ALL {
            outline.turn(kind);
            assert_eq!(outline, Outline::new(&chronology, kind), "{kind:?}");
            for event in chronology.numbers() {
                let first = outline.lanes.iter().find(|lane| lane.holds(event));
                assert!(first.is_some() && outline.lane(event) == first, "{kind:?}");
                let holding = outline.lanes.iter().filter(|lane| lane.holds(event));
                let mut held: Vec<&str> = holding.map(|lane| lane.id.as_deref().unwrap_or_default()).collect();
                let mut connected = chronology.connected(event, kind.field());
                if connected.is_empty() {
                    connected.push("");
                }
                held.sort_unstable();
                connected.sort_unstable();
                assert_eq!(held, connected, "{kind:?}");
            }
        }
    }
}
