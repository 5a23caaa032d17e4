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
        self.write(|all| all.push_str(text));
    }

    /// Adds what `write` writes behind all that is there.
    pub fn write(&mut self, write: impl FnOnce(&mut String)) {
        write(&mut self.all);
        self.ends.push(self.all.len() as u32);
    }

    /// Adds all of others.
    pub fn append(&mut self, others: &Self) {
        let start = self.all.len() as u32;
        self.all.push_str(&others.all);
        self.ends.extend(others.ends.iter().map(|end| start + end));
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
            self.write(number - before);
            before = number;
        }
        self.ends.push(self.all.len() as u32);
    }

    /// Adds a list that stands part by part in others. Only how much the first number of each part is
    /// greater than the one before has to be written anew.
    pub fn join<'a>(&mut self, parts: impl Iterator<Item = Part<'a>>) {
        let mut before = 0;
        for Part { lists, at, last } in parts {
            let mut bytes = lists.all[range(&lists.ends, at)].iter();
            if let Some(first) = decoded(&mut bytes) {
                self.write(first - before);
                self.all.extend_from_slice(bytes.as_slice());
                before = last;
            }
        }
        self.ends.push(self.all.len() as u32);
    }

    fn write(&mut self, mut number: u32) {
        while number >= u32::from(MORE) {
            self.all.push(number as u8 | MORE);
            number >>= 7;
        }
        self.all.push(number as u8);
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
            before += decoded(&mut bytes)?;
            Some(before)
        })
    }

    /// Gives back the room that was kept for more.
    pub fn shrink(&mut self) {
        self.all.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

/// A list of some lists, as a part of a longer one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part<'a> {
    pub lists: &'a Lists,
    pub at: usize,
    /// The last of its numbers.
    pub last: u32,
}

/// The next of numbers that stand in bytes.
fn decoded(bytes: &mut std::slice::Iter<'_, u8>) -> Option<u32> {
    let (mut byte, mut shift, mut number) = (*bytes.next()?, 0, 0);
    while byte & MORE != 0 {
        number |= u32::from(byte & !MORE) << shift;
        shift += 7;
        byte = *bytes.next()?;
    }
    Some(number | u32::from(byte) << shift)
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
            prop_assert!(packed_texts.some(0..texts.len()).eq(&texts));
            for (at, list) in lists.iter().enumerate() {
                prop_assert!(packed_lists.get(at).eq(list.iter().copied()));
            }
            let mut appended = packed_texts.clone();
            appended.append(&packed_texts);
            prop_assert_eq!(appended.some(0..2 * texts.len()).collect::<Vec<_>>(), [&texts[..], &texts[..]].concat());
        }

        #[test]
        fn what_is_joined_is_what_is_put_in_at_once(
            numbers in prop::collection::btree_set(any::<u32>(), 0..60),
            cuts in prop::collection::vec(0..60_usize, 0..6)
        ) {
            let numbers: Vec<u32> = numbers.into_iter().collect();
            let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(numbers.len())).collect();
            cuts.extend([0, numbers.len()]);
            cuts.sort_unstable();
            let (mut pieces, mut lasts) = (Lists::default(), Vec::new());
            for cut in cuts.windows(2) {
                let piece = &numbers[cut[0]..cut[1]];
                pieces.push(piece.iter().copied());
                lasts.push(piece.last().copied().unwrap_or_default());
            }
            let (mut joined, mut whole) = (Lists::default(), Lists::default());
            joined.join(lasts.iter().enumerate().map(|(at, &last)| Part { lists: &pieces, at, last }));
            whole.push(numbers.into_iter());
            prop_assert_eq!(joined, whole);
        }
    }
}
