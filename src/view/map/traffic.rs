//! Where events happened, and what went from where to where.
//!
//! Knows places and actors; knows nothing of maps.

use super::point::{Point, great_circle};
use crate::chronology::{ActorNo, Chronology, Each, Event, EventNo, PlaceNo};
use crate::view::numbered::{Numbered, Numbering};
use std::collections::{BTreeMap, BTreeSet};

/// What went from one place to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route {
    /// Where the giver is at home.
    pub from: PlaceNo,
    /// Where the receiver is at home.
    pub to: PlaceNo,
}

/// The places and routes of some events.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Traffic {
    /// The places, each with the events that touch it.
    pub places: BTreeMap<PlaceNo, Vec<EventNo>>,
    /// The routes, each with the events that took it.
    pub routes: BTreeMap<Route, Vec<EventNo>>,
    /// The events of which no place is known.
    pub nowhere: Vec<EventNo>,
    /// How many others there are.
    pub somewhere: usize,
}

/// Where every event of a chronology happened, and what went from where to where: found out once,
/// to be counted for any events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whereabouts {
    /// For each event the places that it touches.
    places: Each<PlaceNo>,
    /// For each event its routes; `None` where these are too many to be kept.
    routes: Option<Numbered<Route>>,
}

/// So many routes are kept for all events: a few thousand who gave to a few thousand in one event
/// are millions.
const MOST_ROUTES: usize = 500_000;

impl Whereabouts {
    /// The whereabouts of all events.
    pub fn new(chronology: &Chronology) -> Self {
        let homes: Vec<Option<PlaceNo>> =
            (0..chronology.actors.len()).map(|actor| home(chronology, ActorNo::at(actor))).collect();
        let (mut places, mut taken) = (Each::default(), Numbering::of_at_most(MOST_ROUTES));
        let mut found = Found::default();
        for event in &chronology.events {
            found.find(chronology, event, |actor| homes[actor.index()]);
            places.push(found.places.iter().copied());
            taken.push(found.givers.len() * found.receivers.len(), found.routes());
        }
        Self { places: places.fitted(), routes: taken.done() }
    }

    /// The places and routes of some events, which are given in order.
    pub fn of(&self, chronology: &Chronology, events: &[EventNo]) -> Traffic {
        let Some(routes) = &self.routes else { return Traffic::new(chronology, events.iter().copied()) };
        let touched = |event: &EventNo| self.places.of(event.index());
        let places = events.iter().flat_map(|event| touched(event).iter().map(|place| (place.index(), *event)));
        let places = Each::sorted(chronology.places.len(), places);
        let taken = events.iter().flat_map(|event| routes.of.of(event.index()).iter().map(|&at| (at as usize, *event)));
        let taken = Each::sorted(routes.things.len(), taken);
        let some = |events: &[EventNo]| (!events.is_empty()).then(|| events.to_vec());
        let nowhere: Vec<EventNo> = events.iter().copied().filter(|event| touched(event).is_empty()).collect();
        Traffic {
            places: (0..places.len()).filter_map(|at| Some((PlaceNo::at(at), some(places.of(at))?))).collect(),
            routes: (0..).zip(&routes.things).filter_map(|(at, route)| Some((*route, some(taken.of(at))?))).collect(),
            somewhere: events.len() - nowhere.len(),
            nowhere,
        }
    }
}

impl Traffic {
    /// The places and routes of these events, which are given in order.
    pub fn new(chronology: &Chronology, events: impl IntoIterator<Item = EventNo>) -> Self {
        let mut traffic = Self::default();
        events.into_iter().for_each(|event| traffic.add(chronology, event));
        traffic
    }

    /// The same with one more event.
    #[must_use]
    pub fn with(&self, chronology: &Chronology, event: EventNo) -> Self {
        let mut traffic = self.clone();
        traffic.add(chronology, event);
        traffic
    }

    fn add(&mut self, chronology: &Chronology, number: EventNo) {
        let add = |events: &mut Vec<EventNo>| {
            let is_last = events.last().is_none_or(|last| *last < number);
            let at = if is_last { events.len() } else { events.partition_point(|event| *event < number) };
            events.insert(at, number);
        };
        let mut found = Found::default();
        found.find(chronology, &chronology[number], |actor| home(chronology, actor));
        if found.places.is_empty() {
            add(&mut self.nowhere);
        } else {
            self.somewhere += 1;
        }
        found.places.iter().for_each(|place| add(self.places.entry(*place).or_default()));
        found.routes().for_each(|route| add(self.routes.entry(route).or_default()));
    }

    /// How many events touch any of these places.
    pub fn events<'a>(&self, places: impl IntoIterator<Item = &'a PlaceNo>) -> usize {
        let touching: Vec<&[EventNo]> =
            places.into_iter().filter_map(|place| self.places.get(place)).map(Vec::as_slice).collect();
        if touching.len() == self.places.len() { self.somewhere } else { together(&touching) }
    }

    /// The event that touches any of these places and follows another; from the last one on the
    /// first.
    pub fn next<'a>(&self, places: impl IntoIterator<Item = &'a PlaceNo>, after: Option<EventNo>) -> Option<EventNo> {
        let touching = places.into_iter().filter_map(|place| self.places.get(place));
        let events: BTreeSet<EventNo> = touching.flatten().copied().collect();
        let follows = |event: &&EventNo| after.is_some_and(|after| events.contains(&after) && **event > after);
        events.iter().find(follows).or_else(|| events.first()).copied()
    }

    /// Every point that a map of it should show, those along the routes among them.
    pub fn points(&self, chronology: &Chronology) -> Vec<Point> {
        let places = self.places.keys().filter_map(|&place| point(chronology, place));
        let routes = self.routes.keys().flat_map(|&route| line(chronology, route));
        places.chain(routes).collect()
    }
}

/// Where a place is, if the file says so.
pub fn point(chronology: &Chronology, place: PlaceNo) -> Option<Point> {
    let record = &chronology[place];
    Some(Point::new(record.latitude?, record.longitude?))
}

/// The shortest way along a route.
pub fn line(chronology: &Chronology, route: Route) -> Vec<Point> {
    let ends = point(chronology, route.from).zip(point(chronology, route.to));
    ends.map(|(from, to)| great_circle(from, to)).unwrap_or_default()
}

/// How many events there are in any of these lists.
pub(super) fn together(lists: &[&[EventNo]]) -> usize {
    if let [events] = lists {
        return events.len();
    }
    let end = lists.iter().filter_map(|events| events.last()).map(|last| last.index() + 1).max();
    let mut seen = vec![0_u64; end.unwrap_or_default().div_ceil(64)];
    lists.iter().copied().flatten().for_each(|event| seen[event.index() / 64] |= 1 << (event.index() % 64));
    seen.into_iter().map(|seen| seen.count_ones() as usize).sum()
}

/// Where an event happened. It touches its own place and those of givers and receivers; where it
/// has none of these, those of all who took part.
#[derive(Debug, Default)]
struct Found {
    /// The places that it touches, each once.
    places: Vec<PlaceNo>,
    /// Where those who gave are at home, each place once, and those who received.
    givers: Vec<PlaceNo>,
    receivers: Vec<PlaceNo>,
}

impl Found {
    /// Finds it for an event, in the place of what was found before.
    fn find(&mut self, chronology: &Chronology, event: &Event, home: impl Fn(ActorNo) -> Option<PlaceNo>) {
        let settle = |homes: &mut Vec<PlaceNo>, actors: &[ActorNo]| {
            homes.clear();
            homes.extend(actors.iter().filter_map(|&actor| home(actor)));
            once_each(homes);
        };
        settle(&mut self.givers, &event.from);
        settle(&mut self.receivers, &event.to);
        self.places.clear();
        self.places.extend(event.place.filter(|&place| point(chronology, place).is_some()));
        self.places.extend(self.givers.iter().chain(&self.receivers));
        once_each(&mut self.places);
        if self.places.is_empty() {
            settle(&mut self.places, &event.actors);
        }
    }

    /// The routes from each who gave to each who received, but from no place to itself.
    fn routes(&self) -> impl Iterator<Item = Route> + '_ {
        let routes = self.givers.iter().flat_map(|&from| self.receivers.iter().map(move |&to| Route { from, to }));
        routes.filter(|route| route.from != route.to)
    }
}

fn once_each(places: &mut Vec<PlaceNo>) {
    places.sort_unstable();
    places.dedup();
}

/// Where an actor is at home: its own place, else that of what it belongs to.
fn home(chronology: &Chronology, actor: ActorNo) -> Option<PlaceNo> {
    let above = |actor: &ActorNo| chronology[*actor].of;
    // Organisations may belong to each other in a ring.
    let line = std::iter::successors(Some(actor), above).take(chronology.actors.len());
    let places = line.filter_map(|actor| chronology[actor].place);
    places.into_iter().find(|&place| point(chronology, place).is_some())
}
