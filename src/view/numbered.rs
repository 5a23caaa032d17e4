//! What comes with many events again and again, each told apart once and numbered.

use crate::chronology::Each;
use std::collections::HashMap;
use std::hash::Hash;

/// Things that come with events, and for each event which of them do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Numbered<K> {
    /// The things, sorted, each once.
    pub things: Vec<K>,
    /// For each event their positions.
    pub of: Each<u32>,
}

/// The same while events are still added.
pub(super) struct Numbering<K> {
    found: HashMap<K, u32>,
    of: Each<u32>,
    /// How many more there may be beyond one for each event; `None` once there were too many.
    left: Option<usize>,
}

impl<K: Copy + Ord + Hash> Numbering<K> {
    /// One that gives up where there are more than so many beyond one for each event: one takes no
    /// more than the event itself.
    pub fn of_at_most(most: usize) -> Self {
        Self { found: HashMap::new(), of: Each::default(), left: Some(most) }
    }

    /// Adds what comes with the next event.
    pub fn push(&mut self, count: usize, things: impl Iterator<Item = K>) {
        self.left = self.left.and_then(|left| left.checked_sub(count.saturating_sub(1)));
        if self.left.is_some() {
            let Self { found, of, .. } = self;
            of.push(things.map(|thing| {
                let next = found.len() as u32;
                *found.entry(thing).or_insert(next)
            }));
        }
    }

    /// What has come, in its order; `None` where that was too much.
    pub fn done(self) -> Option<Numbered<K>> {
        let Self { found, mut of, left } = self;
        left?;
        let mut things: Vec<(K, u32)> = found.into_iter().collect();
        things.sort_unstable();
        let mut places = vec![0; things.len()];
        (0..).zip(&things).for_each(|(place, &(_, met))| places[met as usize] = place);
        of.change(|met| *met = places[*met as usize]);
        Some(Numbered { things: things.into_iter().map(|(thing, _)| thing).collect(), of: of.fitted() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbered(most: usize, events: &[&[char]]) -> Option<Numbered<char>> {
        let mut numbering = Numbering::of_at_most(most);
        events.iter().for_each(|things| numbering.push(things.len(), things.iter().copied()));
        numbering.done()
    }

    #[test]
    fn things_are_numbered_in_their_order() {
        let numbered = numbered(9, &[&['c'], &[], &['a', 'c'], &['b']]).expect("few things");
        assert_eq!(numbered.things, ['a', 'b', 'c']);
        assert_eq!([0, 1, 2, 3].map(|event| numbered.of.of(event)), [&[2][..], &[], &[0, 2], &[1]]);
    }

    #[test]
    fn only_what_events_have_beyond_one_may_be_too_much() {
        assert!(numbered(2, &[&['a'][..]; 9]).is_some());
        assert!(numbered(2, &[&['a', 'b', 'c']]).is_some());
        assert!(numbered(2, &[&['a', 'b', 'c'], &['a', 'b']]).is_none());
    }

    #[test]
    fn what_comes_again_is_the_same_thing() {
        let events = ["hail", "", "", "rain", "a", "nil"].map(|text| text.chars().collect::<Vec<_>>());
        let numbered = numbered(99, &events.each_ref().map(Vec::as_slice)).expect("few things");
        assert!(numbered.things.is_sorted_by(|a, b| a < b), "each once: {:?}", numbered.things);
        for (event, things) in events.iter().enumerate() {
            let own: Vec<char> = numbered.of.of(event).iter().map(|&at| numbered.things[at as usize]).collect();
            assert_eq!(own, *things);
        }
    }
}
