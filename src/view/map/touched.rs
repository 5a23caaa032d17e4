//! Things that events have to do with, each with these events.

use super::groups::Groups;
use crate::chronology::{Each, EventNo};

/// Things in their order, each with the events that have to do with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touched<K> {
    keys: Vec<K>,
    events: Each<EventNo>,
    groups: Groups,
}

impl<K> Default for Touched<K> {
    fn default() -> Self {
        Self { keys: Vec::new(), events: Each::default(), groups: Groups::default() }
    }
}

impl<K: Copy + Ord> Touched<K> {
    /// Those of some things that any event has to do with.
    pub(super) fn new(all: impl Iterator<Item = K>, events: &Each<EventNo>) -> Self {
        let all = all.enumerate().map(|(at, key)| (key, events.of(at)));
        Self::made(all.filter(|one| !one.1.is_empty()).map(|(key, events)| (key, events.iter().copied())))
    }

    /// The same from each thing with each of its events, in any order.
    pub(super) fn of_pairs(mut pairs: Vec<(K, EventNo)>) -> Self {
        pairs.sort_unstable();
        let each = pairs.chunk_by(|a, b| a.0 == b.0);
        Self::made(each.map(|one| (one[0].0, one.iter().map(|pair| pair.1))))
    }

    fn made<E: Iterator<Item = EventNo>>(each: impl Iterator<Item = (K, E)>) -> Self {
        let (mut keys, mut touching) = (Vec::new(), Each::default());
        for (key, events) in each {
            keys.push(key);
            touching.push(events);
        }
        Self { keys, groups: Groups::new(&touching), events: touching }
    }

    /// The things.
    pub fn keys(&self) -> std::slice::Iter<'_, K> {
        self.keys.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The thing at a position, and its events.
    pub(super) fn at(&self, at: usize) -> (K, &[EventNo]) {
        (self.keys[at], self.events.of(at))
    }

    /// The events of a thing, in order.
    pub(super) fn of(&self, key: K) -> &[EventNo] {
        self.position(key).map_or(&[], |at| self.events.of(at))
    }

    /// The position of a thing.
    pub(super) fn position(&self, key: K) -> Option<usize> {
        self.keys.binary_search(&key).ok()
    }

    /// How many events have to do with any of the things at these positions.
    pub(super) fn together(&self, positions: impl Iterator<Item = usize>) -> usize {
        self.groups.together(positions)
    }
}
