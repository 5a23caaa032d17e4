//! Many texts, folded once, and the way from a needle to those that hold it.
//!
//! Knows nothing of events: texts are numbered.

use super::fold::{is_dense, is_spaced};
use super::needle::{Needle, Piece};
use crate::file::abreast;
use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;

/// The numbers of texts, rising.
pub(super) type Numbers = Vec<u32>;

/// What texts are looked up by, and the texts that hold it.
pub(super) type Row<K> = (K, Numbers);

/// So many texts are looked through in one go: what they hold fits the processor's cache.
const AT_ONCE: usize = 2_000;

/// Behind the last of several characters that stand side by side.
pub(super) const END: char = '\0';

/// What stands between the head of a text and its body: an empty line.
pub(super) const NECK: &str = "\n\n";

/// Where in a text something is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// At the beginning of what it is called.
    Beginning,
    /// In what it is called.
    Head,
    /// Anywhere.
    Whole,
}

impl Part {
    fn of(self, text: &str) -> &str {
        match self {
            Self::Whole => text,
            Self::Head | Self::Beginning => text.split_once(NECK).map_or(text, |(head, _)| head),
        }
    }

    fn holds(self, needle: &Needle, text: &str) -> bool {
        match self {
            Self::Beginning => self.of(text).split('\n').any(|line| line.starts_with(&needle.text)),
            Self::Head | Self::Whole => needle.is_in(self.of(text)),
        }
    }
}

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

    /// Notes in `found`, one for each text, those that hold the needle in that part.
    pub fn find(&self, needle: &Needle, part: Part, found: &mut [bool]) {
        let pieces = needle.pieces();
        // A text that holds the needle holds its rarest piece.
        let rarest = pieces.iter().min_by_key(|piece| self.holding(**piece).map(Vec::len).sum::<usize>());
        let is_piece = pieces.len() == 1 && part == Part::Whole;
        for number in rarest.into_iter().flat_map(|piece| self.holding(*piece)).flatten() {
            let at = *number as usize;
            if let Some(slot) = found.get_mut(at).filter(|slot| !**slot) {
                *slot = is_piece || part.holds(needle, &self.texts[at]);
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

    /// Everything that stands somewhere in this part of a text and is made of so many
    /// characters, each of which has the bit of its place; up to `most` of it.
    pub fn runs(&self, length: usize, bits: impl Fn(char) -> u64, part: Part, most: usize) -> BTreeSet<&str> {
        let bits = Bits::new(self.characters(), bits);
        let mut runs = BTreeSet::new();
        let texts = self.texts.iter().zip(self.with_pairs(length, &bits));
        for text in texts.filter(|(_, may_hold)| *may_hold).map(|(text, _)| part.of(text)) {
            let mut reach = 0;
            for (at, c) in text.char_indices() {
                reach = (reach << 1 | 1) & bits.of(c);
                if reach >> (length - 1) & 1 == 1 && runs.len() < most {
                    let run = &text[..at + c.len_utf8()];
                    let start = run.char_indices().rev().nth(length - 1).map_or(0, |(start, _)| start);
                    runs.insert(&run[start..]);
                }
            }
        }
        runs
    }

    /// Of each text whether it has, for each place but the last, two characters side by side
    /// that have the bits of this place and the next.
    fn with_pairs(&self, length: usize, bits: &Bits) -> Vec<bool> {
        let fits = |c: char, place: usize| bits.of(c) >> place & 1 == 1;
        let mut with_all = vec![true; self.texts.len()];
        for place in 1..length {
            let mut with_pair = vec![false; self.texts.len()];
            let firsts = self.pairs.chunk_by(|(a, _), (b, _)| a.0 == b.0);
            for same in firsts.filter(|same| fits(same[0].0.0, place - 1)) {
                let pairs = same.iter().filter(|((_, second), _)| fits(*second, place));
                pairs.flat_map(|(_, numbers)| numbers).for_each(|number| with_pair[*number as usize] = true);
            }
            with_all.iter_mut().zip(with_pair).for_each(|(all, has)| *all &= has);
        }
        with_all
    }

    /// Every character that is written without blanks between words, once.
    pub fn characters(&self) -> impl Iterator<Item = char> + '_ {
        self.pairs.chunk_by(|(a, _), (b, _)| a.0 == b.0).map(|same| same[0].0.0)
    }
}

/// The bits of characters, side by side so that they are looked up at once.
struct Bits {
    first: u32,
    bits: Vec<u64>,
}

impl Bits {
    fn new(characters: impl Iterator<Item = char>, bits: impl Fn(char) -> u64) -> Self {
        let characters: Vec<char> = characters.collect();
        let ends = characters.first().zip(characters.last()).map(|(first, last)| (u32::from(*first), u32::from(*last)));
        let (first, last) = ends.unwrap_or_default();
        let mut all = vec![0; (last - first) as usize + 1];
        characters.iter().for_each(|c| all[(u32::from(*c) - first) as usize] = bits(*c));
        Self { first, bits: all }
    }

    fn of(&self, c: char) -> u64 {
        u32::from(c).checked_sub(self.first).and_then(|at| self.bits.get(at as usize)).copied().unwrap_or(0)
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
