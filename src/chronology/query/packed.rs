//! Many texts, and many lists of numbers, each kind in one piece of memory.
//!
//! Knows nothing of what they say: both are numbered from 0. Together they take less than
//! 4 GiB, since no file is longer that is read.

use std::ops::Range;

/// Texts one behind the other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Texts {
    all: String,
    /// Where each ends.
    ends: Vec<u32>,
}

impl Texts {
    /// No texts, with room for so many of so many bytes together: where they grow into room that
    /// doubles, what they leave behind is as much again.
    pub fn with_room(texts: usize, bytes: usize) -> Self {
        Self { all: String::with_capacity(bytes), ends: Vec::with_capacity(texts) }
    }

    /// Adds a text.
    pub fn push(&mut self, text: &str) {
        self.all.push_str(text);
        self.ends.push(self.all.len() as u32);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// One of them.
    pub fn get(&self, at: usize) -> &str {
        &self.all[range(&self.ends, at)]
    }

    /// Some of them, in order.
    pub fn some(&self, numbers: Range<usize>) -> impl Iterator<Item = &str> {
        numbers.map(|at| self.get(at))
    }

    /// The first text that is not `before`, in texts of which those come first that are.
    pub fn partition_point(&self, before: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if before(self.get(middle)) { low = middle + 1 } else { high = middle }
        }
        low
    }

    /// Gives back the room that was kept for more.
    pub fn shrink(&mut self) {
        self.all.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

/// Lists of rising numbers. Of each number stands here how much it is greater than the one
/// before it, in seven bits of a byte as long as that suffices: in the list of a frequent word
/// one byte.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Lists {
    all: Vec<u8>,
    /// Where each ends.
    ends: Vec<u32>,
}

/// Set in each byte of a number but its last.
const MORE: u8 = 0x80;

impl Lists {
    /// No lists, with room for all that is in others, as long as these are joined list by list.
    pub fn with_room_of<'a>(others: impl Iterator<Item = &'a Self>) -> Self {
        let (bytes, lists) = others.fold((0, 0), |(bytes, lists), one| (bytes + one.all.len(), lists + one.ends.len()));
        Self { all: Vec::with_capacity(bytes), ends: Vec::with_capacity(lists) }
    }

    /// Adds a list.
    pub fn push(&mut self, numbers: impl Iterator<Item = u32>) {
        let mut before = 0;
        for number in numbers {
            let mut rest = number - before;
            while rest >= u32::from(MORE) {
                self.all.push(rest as u8 | MORE);
                rest >>= 7;
            }
            self.all.push(rest as u8);
            before = number;
        }
        self.ends.push(self.all.len() as u32);
    }

    /// How many bytes a list takes: the more, the longer it is.
    pub fn size(&self, at: usize) -> usize {
        range(&self.ends, at).len()
    }

    /// The numbers of a list.
    pub fn get(&self, at: usize) -> impl Iterator<Item = u32> + '_ {
        let mut bytes = self.all[range(&self.ends, at)].iter();
        let mut before = 0;
        std::iter::from_fn(move || {
            let (mut byte, mut shift, mut rest) = (*bytes.next()?, 0, 0);
            while byte & MORE != 0 {
                rest |= u32::from(byte & !MORE) << shift;
                shift += 7;
                byte = *bytes.next()?;
            }
            before += rest | u32::from(byte) << shift;
            Some(before)
        })
    }

    /// Gives back the room that was kept for more.
    pub fn shrink(&mut self) {
        self.all.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

/// Where the piece at a position is, by where each ends.
fn range(ends: &[u32], at: usize) -> Range<usize> {
    let start = at.checked_sub(1).map_or(0, |before| ends[before]);
    start as usize..ends[at] as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_put_in_comes_out(
            texts in prop::collection::vec(".{0,5}", 0..5),
            lists in prop::collection::vec(prop::collection::btree_set(any::<u32>(), 0..9), 0..5)
        ) {
            let (mut packed_texts, mut packed_lists) = (Texts::default(), Lists::default());
            texts.iter().for_each(|text| packed_texts.push(text));
            lists.iter().for_each(|list| packed_lists.push(list.iter().copied()));
            prop_assert_eq!(packed_texts.some(0..texts.len()).collect::<Vec<_>>(), texts);
            for (at, list) in lists.iter().enumerate() {
                prop_assert!(packed_lists.get(at).eq(list.iter().copied()));
            }
        }
    }
}
