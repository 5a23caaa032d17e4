//! Events that have to do with the very same things: there are far fewer groups of them than events.
//!
//! Knows things by their positions; knows nothing of what they are.

use crate::chronology::{Each, EventNo};
use std::iter::successors;

/// Groups of events: any two of one have to do with the same things, any two of different ones do not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Groups {
    /// For each thing the groups that have to do with it.
    of: Each<u32>,
    /// How many events there are in each group.
    sizes: Vec<u32>,
}

impl Groups {
    /// The groups of all events that have to do with some things: those of each are given in order.
    pub fn new(touching: &Each<EventNo>) -> Self {
        let parting = Parting::of(touching);
        let sizes = parting.sizes();
        let left = (0..).zip(&sizes).filter(|(_, size)| **size > 0);
        let members = left.flat_map(|(group, _)| parting.things(group).map(move |thing| (thing as usize, group)));
        Self { of: Each::sorted(touching.len(), members), sizes }
    }

    /// How many events have to do with any of these things.
    pub fn together(&self, things: impl Iterator<Item = usize>) -> usize {
        let mut seen = vec![0_u64; self.sizes.len().div_ceil(64)];
        let size = |&group: &u32| {
            let (group, bit) = (group as usize, 1 << (group % 64));
            let is_new = seen[group / 64] & bit == 0;
            seen[group / 64] |= bit;
            if is_new { self.sizes[group] as usize } else { 0 }
        };
        things.flat_map(|thing| self.of.of(thing)).map(size).sum()
    }
}

/// How events part into groups. One thing is looked at after the other; those events of a group that
/// have to do with it leave together for a new group. Of some groups nobody is left in the end.
struct Parting {
    groups: Vec<Parted>,
    /// By the numbers of events, the group in which each is.
    own: Vec<u32>,
}

/// A group that has parted from another one.
#[derive(Debug, Clone, Copy)]
struct Parted {
    /// The thing with which its events have to do, unlike those of the group from which they come.
    thing: u32,
    from: u32,
    /// The last thing for which events have left it, and the group for which they did.
    left: Option<(u32, u32)>,
}

/// The group in which all events are at first.
const FIRST: u32 = 0;

impl Parting {
    fn of(touching: &Each<EventNo>) -> Self {
        let things = || (0..touching.len()).map(|thing| (thing as u32, touching.of(thing)));
        let end = things().filter_map(|(_, events)| events.last()).map(|last| last.index() + 1).max();
        let first = Parted { thing: 0, from: FIRST, left: None };
        let mut parting = Self { groups: vec![first], own: vec![FIRST; end.unwrap_or_default()] };
        for (thing, events) in things() {
            events.iter().for_each(|event| parting.leave(event.index(), thing));
        }
        parting
    }

    /// Lets an event leave its group for a thing.
    fn leave(&mut self, event: usize, thing: u32) {
        let (new, own) = (self.groups.len() as u32, &mut self.own[event]);
        let from = *own;
        let left = &mut self.groups[from as usize].left;
        *own = match *left {
            Some((known, group)) if known == thing => group,
            _ => {
                *left = Some((thing, new));
                self.groups.push(Parted { thing, from, left: None });
                new
            }
        };
    }

    /// How many events are in each group.
    fn sizes(&self) -> Vec<u32> {
        let mut sizes = vec![0; self.groups.len()];
        self.own.iter().for_each(|&own| sizes[own as usize] += 1);
        sizes
    }

    /// The things with which the events of a group have to do.
    fn things(&self, group: u32) -> impl Iterator<Item = u32> + Clone + '_ {
        let parted = |group: u32| (group != FIRST).then(|| self.groups[group as usize]);
        successors(parted(group), move |one| parted(one.from)).map(|one| one.thing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn events_of_several_things_are_counted_once(
            touching in prop::collection::vec(prop::collection::btree_set(0..90_usize, 0..60), 0..8),
            things in prop::collection::vec(0..8_usize, 0..8)
        ) {
            let events = |thing: &BTreeSet<usize>| thing.iter().map(|&event| EventNo::at(event)).collect::<Vec<_>>();
            let groups = Groups::new(&touching.iter().map(events).collect());
            let things = || things.iter().filter(|thing| **thing < touching.len());
            let all: BTreeSet<usize> = things().flat_map(|&thing| &touching[thing]).copied().collect();
            prop_assert_eq!(groups.together(things().copied()), all.len());
        }
    }
}
