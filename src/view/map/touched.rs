//! Things that events have to do with, each with these events.

use crate::chronology::{Each, EventNo};

/// Things in their order, each with the events that have to do with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touched<K> {
    keys: Vec<K>,
    events: Each<EventNo>,
}

impl<K> Default for Touched<K> {
    fn default() -> Self {
        Self { keys: Vec::new(), events: Each::default() }
    }
}

impl<K: Copy + Ord> Touched<K> {
    /// Those of some things that any event has to do with.
    pub(super) fn new(all: impl Iterator<Item = K>, events: &Each<EventNo>) -> Self {
        let mut touched = Self::default();
        for (key, events) in all.enumerate().map(|(at, key)| (key, events.of(at))).filter(|one| !one.1.is_empty()) {
            touched.keys.push(key);
            touched.events.push(events.iter().copied());
        }
        touched
    }

    /// The same from each thing with each of its events, in any order.
    pub(super) fn of_pairs(mut pairs: Vec<(K, EventNo)>) -> Self {
        pairs.sort_unstable();
        let mut touched = Self::default();
        for one in pairs.chunk_by(|a, b| a.0 == b.0) {
            touched.keys.push(one[0].0);
            touched.events.push(one.iter().map(|pair| pair.1));
        }
        touched
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
        self.keys.binary_search(&key).map_or(&[], |at| self.events.of(at))
    }
}
