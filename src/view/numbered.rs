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
    /// How many more there may be; `None` once there were too many.
    left: Option<usize>,
}

impl<K: Copy + Ord + Hash> Numbering<K> {
    /// One that gives up where there are more than so many.
    pub fn of_at_most(most: usize) -> Self {
        Self { found: HashMap::new(), of: Each::default(), left: Some(most) }
    }

    /// Adds what comes with the next event.
    pub fn push(&mut self, count: usize, things: impl Iterator<Item = K>) {
        self.left = self.left.and_then(|left| left.checked_sub(count));
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
