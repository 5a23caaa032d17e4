//! Where events happened, and what went from where to where.
//!
//! Knows places and actors; knows nothing of maps.

use super::frame::Extent;
use super::point::{Point, great_circle};
use super::touched::Touched;
use crate::chronology::{ActorNo, Chronology, Each, Event, EventNo, PlaceNo};
use crate::view::numbered::{Numbered, Numbering};
use std::cmp::Reverse;

/// What went from one place to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route {
    /// Where the giver is at home.
    pub from: PlaceNo,
    /// Where the receiver is at home.
    pub to: PlaceNo,
}

/// The places and routes of some events.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Traffic {
    /// The places, each with the events that touch it.
    pub places: Touched<PlaceNo>,
    /// Where each of these is.
    pub(super) points: Vec<Point>,
    /// The routes, each with the events that took it.
    pub routes: Touched<Route>,
    /// Their positions, if they are more than are drawn: the busiest first, and of those that are
    /// as busy the one that was taken last.
    pub(super) busiest: Vec<u32>,
    /// How far all that reaches.
    pub extent: Option<Extent>,
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

/// So many lines are drawn on a map: more of them cannot be told apart.
pub(super) const MOST_LINES: usize = 80;

/// So many routes of one event are looked at.
const MOST_OWN: usize = 1_000;

/// So many routes are kept for all events, beyond the first of each: a few thousand who gave to a
/// few thousand in one event are millions.
const MOST_ROUTES: usize = 500_000;

impl Whereabouts {
    /// The whereabouts of all events.
    pub fn new(chronology: &Chronology) -> Self {
        let homes: Vec<Option<PlaceNo>> =
            (0..chronology.actors.len()).map(|actor| home(chronology, ActorNo::at(actor))).collect();
        let (mut places, mut taken) = (Each::default(), Numbering::of_at_most(MOST_ROUTES));
        let mut venue = Venue::default();
        for event in &chronology.events {
            venue.find(chronology, event, |actor| homes[actor.index()]);
            places.push(venue.places.iter().copied());
            taken.push(venue.givers.len() * venue.receivers.len(), venue.routes());
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
        let nowhere: Vec<EventNo> = events.iter().copied().filter(|event| touched(event).is_empty()).collect();
        let places = Touched::new((0..places.len()).map(PlaceNo::at), &places);
        let routes = Touched::new(routes.things.iter().copied(), &taken);
        Traffic::made(chronology, places, routes, nowhere, events.len())
    }
}

impl Traffic {
    /// The places and routes of these events. Where there are too many routes, of later events only
    /// the first of each is among them.
    pub fn new(chronology: &Chronology, events: impl IntoIterator<Item = EventNo>) -> Self {
        let (mut places, mut routes, mut nowhere, mut all) = (Vec::new(), Vec::new(), Vec::new(), 0);
        let (mut venue, mut room) = (Venue::default(), MOST_ROUTES);
        for event in events {
            all += 1;
            venue.find(chronology, &chronology[event], |actor| home(chronology, actor));
            nowhere.extend(venue.places.is_empty().then_some(event));
            places.extend(venue.places.iter().map(|&place| (place, event)));
            let before = routes.len();
            routes.extend(venue.routes().take(room + 1).map(|route| (route, event)));
            room -= (routes.len() - before).saturating_sub(1);
        }
        Self::made(chronology, Touched::of_pairs(places), Touched::of_pairs(routes), nowhere, all)
    }

    fn made(
        chronology: &Chronology,
        places: Touched<PlaceNo>,
        routes: Touched<Route>,
        nowhere: Vec<EventNo>,
        all: usize,
    ) -> Self {
        let points = places.keys().map(|&place| point(chronology, place).unwrap_or_default()).collect();
        let are_many = routes.len() > MOST_LINES;
        let mut busiest: Vec<u32> = if are_many { (0..routes.len() as u32).collect() } else { Vec::new() };
        busiest.sort_by_cached_key(|&at| {
            let (_, events) = routes.at(at as usize);
            Reverse((events.len(), events.last().copied()))
        });
        let somewhere = all - nowhere.len();
        let mut traffic = Self { places, points, routes, busiest, extent: None, somewhere, nowhere };
        traffic.extent = Extent::of(&traffic.points(chronology));
        traffic
    }

    /// How many events touch any of these places.
    pub fn events<'a>(&self, places: impl IntoIterator<Item = &'a PlaceNo>) -> usize {
        self.places.together(places.into_iter().filter_map(|&place| self.places.position(place)))
    }

    /// The event that touches any of these places and follows one that does; from the last one on
    /// the first.
    pub fn next<'a>(&self, places: impl IntoIterator<Item = &'a PlaceNo>, after: Option<EventNo>) -> Option<EventNo> {
        let touching: Vec<&[EventNo]> = places.into_iter().map(|&place| self.places.of(place)).collect();
        let following = |after: EventNo| {
            let behind = |events: &&[EventNo]| events.get(events.partition_point(|&event| event <= after)).copied();
            touching.iter().filter_map(behind).min()
        };
        let first = || touching.iter().filter_map(|events| events.first()).min().copied();
        after.and_then(following).or_else(first)
    }

    /// Every point that a map of it should show; those along the routes among them, where all are
    /// drawn.
    pub fn points(&self, chronology: &Chronology) -> Vec<Point> {
        let routes = self.routes.keys().take(if self.busiest.is_empty() { MOST_LINES } else { 0 });
        self.points.iter().copied().chain(routes.flat_map(|&route| line(chronology, route))).collect()
    }
}

/// The places and routes of one event.
#[derive(Debug, Default)]
pub(super) struct Own {
    /// The places, in order.
    pub places: Vec<PlaceNo>,
    /// The routes, in order; of very many the first.
    pub routes: Vec<Route>,
    /// How often the event is to be counted beside those of the traffic: once where it is none of
    /// them.
    pub more: usize,
}

impl Own {
    /// Those of an event, on a map of some traffic.
    pub fn new(chronology: &Chronology, event: EventNo, traffic: &Traffic) -> Self {
        let mut venue = Venue::default();
        venue.find(chronology, &chronology[event], |actor| home(chronology, actor));
        let all = venue.places.first().map_or(&*traffic.nowhere, |&place| traffic.places.of(place));
        let more = usize::from(all.binary_search(&event).is_err());
        Self { routes: venue.routes().take(MOST_OWN).collect(), places: venue.places, more }
    }

    /// Whether a place is one of them.
    pub fn has(&self, place: PlaceNo) -> bool {
        self.places.binary_search(&place).is_ok()
    }
}

/// Every point that a map of an event should show.
pub fn points(chronology: &Chronology, event: EventNo) -> Vec<Point> {
    let Own { places, routes, .. } = Own::new(chronology, event, &Traffic::default());
    let places = places.into_iter().filter_map(|place| point(chronology, place));
    places.chain(routes.into_iter().take(MOST_LINES).flat_map(|route| line(chronology, route))).collect()
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

/// Where an event happened. It touches its own place and those of givers and receivers; where it
/// has none of these, those of all who took part.
#[derive(Debug, Default)]
struct Venue {
    /// The places that it touches, each once.
    places: Vec<PlaceNo>,
    /// Where those who gave are at home, each place once, and those who received.
    givers: Vec<PlaceNo>,
    receivers: Vec<PlaceNo>,
}

impl Venue {
    /// Finds it for an event, in the place of that of another.
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
