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

/// Events that have to do with the same of the things looked at so far.
#[derive(Debug, Clone, Copy)]
struct Step {
    /// The last of these things, and the group that knows all but that. The first of all groups has to
    /// do with nothing.
    thing: u32,
    before: u32,
    /// The last group that went out from it, and the thing for which it did.
    next: (u32, u32),
}

impl Step {
    const FIRST: Self = Self { thing: 0, before: 0, next: (0, 0) };
}

impl Groups {
    /// The groups of all events that have to do with some things: those of each are given in order.
    pub fn new(touching: &Each<EventNo>) -> Self {
        let things = || (0..touching.len()).map(|thing| (thing as u32, touching.of(thing)));
        let end = things().filter_map(|(_, events)| events.last()).map(|last| last.index() + 1).max();
        let mut own = vec![0_u32; end.unwrap_or_default()];
        let mut steps = vec![Step::FIRST];
        for (thing, events) in things() {
            for event in events {
                let own = &mut own[event.index()];
                *own = step(&mut steps, *own, thing);
            }
        }
        let mut sizes = vec![0; steps.len()];
        own.iter().for_each(|&own| sizes[own as usize] += 1);
        let known = |group: u32| (group > 0).then(|| steps[group as usize]);
        let way = |group: u32| successors(known(group), |step| known(step.before)).map(|step| step.thing as usize);
        let some = (1..).zip(&sizes[1..]).filter(|(_, size)| **size > 0);
        let members = some.flat_map(|(group, _)| way(group).map(move |thing| (thing, group)));
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

/// The group into which events of another one go that have to do with one thing more.
fn step(steps: &mut Vec<Step>, before: u32, thing: u32) -> u32 {
    let new = steps.len() as u32;
    let next = &mut steps[before as usize].next;
    if next.0 == 0 || next.1 != thing {
        *next = (new, thing);
        steps.push(Step { thing, before, ..Step::FIRST });
        return new;
    }
    next.0
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
