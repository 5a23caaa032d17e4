//! The one order of events: topological, then by day, then the narrower, then the file's.

use super::graph::Graph;
use super::{Event, EventNo, Statement};
use crate::date::{Bound, Bounds, Day};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Where an event stands in time; what is not known comes last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    At(Day),
    Unknown,
}

/// What events are sorted by where no statement decides: the day that they stand at, how
/// many days wide they are (`i64::MAX` where that is open), their place in the file.
type Key = (Standing, i64, usize);

/// The events in order, given by their positions in the file, each with the day that it
/// stands at; `None` where nothing is known that it could stand at.
///
/// `statements` must not run in a circle; their events are numbered as in the file.
pub(super) fn order(events: &[Event], statements: &[Statement]) -> Vec<(usize, Option<Day>)> {
    let pairs = statements.iter().map(Statement::in_order);
    let graph = Graph::new(events.len(), pairs.map(|(first, then)| (first.index(), then.index())));
    let keys = keys(events, &graph);
    let mut sorted: Vec<usize> = (0..events.len()).collect();
    sorted.sort_unstable_by_key(|&event| (keys[event], event));
    // Their places among all say as much as the keys, and are compared at once.
    let mut places = vec![0_u32; events.len()];
    (0..).zip(&sorted).for_each(|(place, &event)| places[event] = place);
    let mut waiting = graph.entering();
    let mut ready: BinaryHeap<Reverse<u32>> =
        (0..events.len()).filter(|&event| waiting[event] == 0).map(|event| Reverse(places[event])).collect();
    let mut order = Vec::with_capacity(events.len());
    while let Some(Reverse(place)) = ready.pop() {
        let event = sorted[place as usize];
        order.push((event, day(keys[event].0)));
        for follower in graph.following(event) {
            waiting[follower] -= 1;
            if waiting[follower] == 0 {
                ready.push(Reverse(places[follower]));
            }
        }
    }
    order
}

/// Each event's own key; but an event with no earliest start, which stands where it was
/// over at the latest, must not keep those waiting that follow it: it comes before them.
fn keys(events: &[Event], graph: &Graph) -> Vec<Key> {
    let mut keys: Vec<Key> = events.iter().enumerate().map(|(at, event)| key(&event.bounds, at)).collect();
    for event in against_statements(graph) {
        if events[event].bounds[Bound::EarliestStart].is_none() {
            let soonest = graph.following(event).map(|follower| keys[follower]).min();
            keys[event] = soonest.map_or(keys[event], |soonest| keys[event].min(soonest));
        }
    }
    keys
}

fn key(bounds: &Bounds, event: usize) -> Key {
    let (earliest, latest) = (bounds[Bound::EarliestStart], bounds[Bound::LatestEnd]);
    let day = earliest.or(latest).or(bounds[Bound::LatestStart]).or(bounds[Bound::EarliestEnd]);
    let width = earliest.zip(latest).map(|(earliest, latest)| latest.number().saturating_sub(earliest.number()));
    (day.map_or(Standing::Unknown, Standing::At), width.unwrap_or(i64::MAX), event)
}

const fn day(standing: Standing) -> Option<Day> {
    match standing {
        Standing::At(day) => Some(day),
        Standing::Unknown => None,
    }
}

/// The events such that each comes after all that follow it.
fn against_statements(graph: &Graph) -> Vec<usize> {
    let mut waiting = graph.entering();
    let mut order: Vec<usize> = (0..graph.nodes()).filter(|&event| waiting[event] == 0).collect();
    let mut at = 0;
    while let Some(&event) = order.get(at) {
        at += 1;
        for follower in graph.following(event) {
            waiting[follower] -= 1;
            if waiting[follower] == 0 {
                order.push(follower);
            }
        }
    }
    order.reverse();
    order
}

/// Turns an order of positions around: the number in the order for each position.
pub(super) fn ranks(order: &[(usize, Option<Day>)]) -> Vec<EventNo> {
    let mut ranks = vec![EventNo::at(0); order.len()];
    for (rank, &(position, _)) in order.iter().enumerate() {
        ranks[position] = EventNo::at(rank);
    }
    ranks
}
