//! The one order of events: topological, then by day, then the narrower, then the file's.

use super::{EventNo, Statement};
use crate::date::{Bound, Bounds};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// What events are sorted by where no statement decides; smaller comes first.
///
/// Days are numbers here, with `i64::MAX` for "not known": such events come last.
type Key = (i64, i64, usize);

/// The events in order, given by their positions in the file.
///
/// `statements` must not run in a circle; their events are numbered as in the file.
pub(super) fn order(bounds: &[Bounds], statements: &[Statement]) -> Vec<usize> {
    let followers = followers(bounds.len(), statements);
    let keys = keys(bounds, &followers);
    let mut waiting = vec![0_usize; bounds.len()];
    followers.iter().flatten().for_each(|&follower| waiting[follower] += 1);
    let mut ready: BinaryHeap<Reverse<Key>> =
        (0..bounds.len()).filter(|&event| waiting[event] == 0).map(|event| Reverse(keys[event])).collect();
    let mut order = Vec::with_capacity(bounds.len());
    while let Some(Reverse((_, _, event))) = ready.pop() {
        order.push(event);
        for &follower in &followers[event] {
            waiting[follower] -= 1;
            if waiting[follower] == 0 {
                ready.push(Reverse(keys[follower]));
            }
        }
    }
    order
}

/// For each event those that by some statement begin no earlier.
fn followers(events: usize, statements: &[Statement]) -> Vec<Vec<usize>> {
    let mut followers = vec![Vec::new(); events];
    for (first, then) in statements.iter().map(Statement::in_order) {
        followers[first.index()].push(then.index());
    }
    followers
}

/// Each event's own key; but an event with no earliest start, which stands where it was
/// over at the latest, must not keep those waiting that follow it: it comes before them.
fn keys(bounds: &[Bounds], followers: &[Vec<usize>]) -> Vec<Key> {
    let mut keys: Vec<Key> = bounds.iter().enumerate().map(|(event, bounds)| key(bounds, event)).collect();
    for event in against_statements(followers) {
        if bounds[event][Bound::EarliestStart].is_none() {
            let soonest = followers[event].iter().map(|&follower| keys[follower].0).min();
            keys[event].0 = soonest.map_or(keys[event].0, |soonest| keys[event].0.min(soonest));
        }
    }
    keys
}

fn key(bounds: &Bounds, event: usize) -> Key {
    let number = |bound: Bound| bounds[bound].map(crate::date::Day::number);
    let (earliest, latest) = (number(Bound::EarliestStart), number(Bound::LatestEnd));
    let day = earliest.or(latest).or(number(Bound::LatestStart)).or(number(Bound::EarliestEnd));
    let width = earliest.zip(latest).map(|(earliest, latest)| latest.saturating_sub(earliest));
    (day.unwrap_or(i64::MAX), width.unwrap_or(i64::MAX), event)
}

/// The events such that each comes after all that follow it.
fn against_statements(followers: &[Vec<usize>]) -> Vec<usize> {
    let mut waiting = vec![0_usize; followers.len()];
    followers.iter().flatten().for_each(|&follower| waiting[follower] += 1);
    let mut order: Vec<usize> = (0..followers.len()).filter(|&event| waiting[event] == 0).collect();
    let mut at = 0;
    while let Some(&event) = order.get(at) {
        at += 1;
        for &follower in &followers[event] {
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
pub(super) fn ranks(order: &[usize]) -> Vec<EventNo> {
    let mut ranks = vec![EventNo::at(0); order.len()];
    for (rank, &position) in order.iter().enumerate() {
        ranks[position] = EventNo::at(rank);
    }
    ranks
}
