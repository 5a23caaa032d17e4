//! Many texts, folded once, and the way from a needle to those that hold it.
//!
//! Knows nothing of events: texts are numbered.

use super::fold::{is_dense, is_spaced};
use super::needle::{Needle, Piece};
use crate::file::abreast;
use std::collections::HashMap;
use std::hash::Hash;

/// The numbers of texts, rising.
pub(super) type Numbers = Vec<u32>;

/// What texts are looked up by, and the texts that hold it.
pub(super) type Row<K> = (K, Numbers);

/// So many texts are looked through in one go: what they hold fits the processor's cache.
const AT_ONCE: usize = 2_000;

/// Behind the last of several characters that stand side by side.
pub(super) const END: char = '\0';

/// Folded texts, each of one or several lines that are searched apart from each other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Corpus {
    texts: Vec<String>,
    /// Each word with the texts that hold it, in order of the words.
    words: Vec<Row<String>>,
    /// Each two characters that stand side by side, likewise.
    pairs: Vec<Row<(char, char)>>,
}

impl Corpus {
    /// The corpus of these folded texts.
    pub fn new(texts: Vec<String>) -> Self {
        let parts: Vec<(u32, &[String])> = (0..).step_by(AT_ONCE).zip(texts.chunks(AT_ONCE)).collect();
        let rows = abreast(&parts, |(first, texts)| (words(*first, texts), pairs(*first, texts)));
        let (words, pairs): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
        Self { words: joined(words), pairs: joined(pairs), texts }
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Notes in `found`, one for each text, those that hold the needle.
    pub fn find(&self, needle: &Needle, found: &mut [bool]) {
        let mut mark = |number: &u32| {
            if let Some(slot) = found.get_mut(*number as usize) {
                *slot = true;
            }
        };
        match needle.pieces().as_slice() {
            [] => {}
            [only] => self.holding(*only).flatten().for_each(mark),
            several => {
                // A text that holds the needle holds its rarest piece.
                let rarest = several.iter().min_by_key(|piece| self.holding(**piece).map(Vec::len).sum::<usize>());
                let numbers = rarest.into_iter().flat_map(|piece| self.holding(*piece)).flatten();
                numbers.filter(|number| needle.is_in(&self.texts[**number as usize])).for_each(&mut mark);
            }
        }
    }

    /// The texts that hold a piece; one may come several times.
    fn holding(&self, piece: Piece) -> Box<dyn Iterator<Item = &Numbers> + '_> {
        fn numbers<K>(rows: &[Row<K>]) -> Box<dyn Iterator<Item = &Numbers> + '_> {
            Box::new(rows.iter().map(|(_, numbers)| numbers))
        }
        match piece {
            Piece::Word(word) => numbers(range(&self.words, |(it, _)| it.as_str() < word, |(it, _)| it == word)),
            Piece::Beginning(word) => {
                numbers(range(&self.words, |(it, _)| it.as_str() < word, |(it, _)| it.starts_with(word)))
            }
            Piece::Pair(a, b) => numbers(range(&self.pairs, |(it, _)| *it < (a, b), |(it, _)| *it == (a, b))),
            Piece::Single(c) => numbers(self.beginning_with(c)),
        }
    }

    fn beginning_with(&self, c: char) -> &[Row<(char, char)>] {
        range(&self.pairs, |(pair, _)| pair.0 < c, |(pair, _)| pair.0 == c)
    }

    /// The characters that stand behind `c` somewhere; [`END`] where `c` ends a run of them.
    pub fn behind(&self, c: char) -> impl Iterator<Item = char> + '_ {
        self.beginning_with(c).iter().map(|((_, second), _)| *second)
    }

    /// Every character that is written without blanks between words, once.
    pub fn characters(&self) -> impl Iterator<Item = char> + '_ {
        self.pairs.chunk_by(|(a, _), (b, _)| a.0 == b.0).map(|same| same[0].0.0)
    }
}

/// Each word of texts that are numbered from `first` on, with those that hold it, in order of the words.
fn words(first: u32, texts: &[String]) -> Vec<Row<String>> {
    let mut words: HashMap<&str, Numbers> = HashMap::new();
    for (number, text) in (first..).zip(texts) {
        for word in text.split(|c| !is_spaced(c)).filter(|word| !word.is_empty()) {
            note(words.entry(word).or_default(), number);
        }
    }
    sorted(words).into_iter().map(|(word, numbers)| (word.to_owned(), numbers)).collect()
}

/// Each two characters that stand side by side, likewise.
fn pairs(first: u32, texts: &[String]) -> Vec<Row<(char, char)>> {
    let mut pairs: HashMap<(char, char), Numbers> = HashMap::new();
    for (number, text) in (first..).zip(texts) {
        for pair in side_by_side(text) {
            note(pairs.entry(pair).or_default(), number);
        }
    }
    sorted(pairs)
}

/// Each two characters of a text that stand side by side, once; [`END`] behind the last.
fn side_by_side(text: &str) -> Vec<(char, char)> {
    let followers = text.chars().skip(1).chain([END]).map(|c| if is_dense(c) { c } else { END });
    let mut pairs: Vec<(char, char)> = text.chars().zip(followers).filter(|(c, _)| is_dense(*c)).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The rows behind those that are `before`, as long as they are `within`.
fn range<T>(rows: &[T], before: impl Fn(&T) -> bool, within: impl Fn(&T) -> bool) -> &[T] {
    let rest = &rows[rows.partition_point(before)..];
    &rest[..rest.partition_point(within)]
}

/// Adds a number to those that rise, once.
pub(super) fn note(numbers: &mut Numbers, number: u32) {
    if numbers.last() != Some(&number) {
        numbers.push(number);
    }
}

/// Rows in order of what they are looked up by.
pub(super) fn sorted<K: Ord + Hash>(map: HashMap<K, Numbers>) -> Vec<Row<K>> {
    let mut rows: Vec<Row<K>> = map.into_iter().collect();
    rows.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
    rows
}

/// The sorted rows of all parts as one list: of each key the numbers in order of the parts.
pub(super) fn joined<K: Ord>(parts: Vec<Vec<Row<K>>>) -> Vec<Row<K>> {
    let mut rows: Vec<Row<K>> = parts.into_iter().flatten().collect();
    // Stable, and quick where parts are sorted already.
    rows.sort_by(|(a, _), (b, _)| a.cmp(b));
    rows.dedup_by(|(key, numbers), (kept, all)| {
        let is_same = key == kept;
        if is_same {
            all.append(numbers);
        }
        is_same
    });
    rows.iter_mut().for_each(|(_, numbers)| numbers.shrink_to_fit());
    rows.shrink_to_fit();
    rows
}
