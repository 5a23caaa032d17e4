//! Where events happened, and what went from where to where.
//!
//! Knows places and actors; knows nothing of maps.

use super::point::{Point, great_circle};
use crate::chronology::{ActorNo, Chronology, Event, EventNo, PlaceNo};
use std::collections::{BTreeMap, BTreeSet};

/// What went from one place to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
}

impl Traffic {
    /// The places and routes of these events.
    pub fn new(chronology: &Chronology, events: impl IntoIterator<Item = EventNo>) -> Self {
        let mut traffic = Self::default();
        for number in events {
            let (places, routes) = whereabouts(chronology, &chronology[number]);
            if places.is_empty() {
                traffic.nowhere.push(number);
            }
            for place in places {
                traffic.places.entry(place).or_default().push(number);
            }
            for route in routes {
                traffic.routes.entry(route).or_default().push(number);
            }
        }
        traffic
    }

    /// How many events touch any of these places.
    pub fn events<'a>(&self, places: impl IntoIterator<Item = &'a PlaceNo>) -> usize {
        let touching: Vec<&Vec<EventNo>> = places.into_iter().filter_map(|place| self.places.get(place)).collect();
        if let [events] = touching.as_slice() {
            return events.len();
        }
        let mut is_seen =
            vec![
                false;
                touching.iter().filter_map(|events| events.last()).map(|last| last.index() + 1).max().unwrap_or(0)
            ];
        let new = touching.into_iter().flatten().filter(|event| !std::mem::replace(&mut is_seen[event.index()], true));
        new.count()
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

/// The places that an event touches, and its routes, each once. It touches its own place
/// and those of givers and receivers; where it has none of these, those of all who took
/// part.
fn whereabouts(chronology: &Chronology, event: &Event) -> (Vec<PlaceNo>, Vec<Route>) {
    let (givers, receivers) = (homes(chronology, &event.from), homes(chronology, &event.to));
    let own = event.place.filter(|&place| point(chronology, place).is_some());
    let mut places: Vec<PlaceNo> = own.into_iter().chain(givers.iter().chain(&receivers).copied()).collect();
    if places.is_empty() {
        places = homes(chronology, &event.actors);
    }
    places.sort_unstable();
    places.dedup();
    let routes = givers.iter().flat_map(|&from| receivers.iter().map(move |&to| Route { from, to }));
    (places, routes.filter(|route| route.from != route.to).collect())
}

/// Where these actors are at home, each place once.
fn homes(chronology: &Chronology, actors: &[ActorNo]) -> Vec<PlaceNo> {
    let mut homes: Vec<PlaceNo> = actors.iter().filter_map(|&actor| home(chronology, actor)).collect();
    homes.sort_unstable();
    homes.dedup();
    homes
}

/// Where an actor is at home: its own place, else that of what it belongs to.
fn home(chronology: &Chronology, actor: ActorNo) -> Option<PlaceNo> {
    let above = |actor: &ActorNo| chronology[*actor].of;
    // Organisations may belong to each other in a ring.
    let line = std::iter::successors(Some(actor), above).take(chronology.actors.len());
    let places = line.filter_map(|actor| chronology[actor].place);
    places.into_iter().find(|&place| point(chronology, place).is_some())
}
