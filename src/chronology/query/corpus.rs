//! Many texts, folded once, and the way from a needle to those that hold it.
//!
//! Knows nothing of events: texts are numbered.

use super::fold::{is_dense, is_spaced};
use super::needle::{Needle, Piece};
use super::packed::{Lists, Part, Texts};
use crate::chronology::Each;
use crate::file::{abreast, lots};
use foldhash::HashMap;
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::hash::Hash;
use std::ops::Range;

/// The numbers of texts, rising.
pub(super) type Numbers = Vec<u32>;

/// So many texts are looked through in one go: what they hold fits the processor's cache.
const AT_ONCE: usize = 2_000;

/// Behind the last of several characters that stand side by side.
pub(super) const END: char = '\0';

/// What stands between the head of a text and its body: an empty line.
pub(super) const NECK: &str = "\n\n";

/// Where in a text something is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// At the beginning of what it is called.
    Beginning,
    /// In what it is called.
    Head,
    /// Anywhere.
    Whole,
}

impl Scope {
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
    texts: Texts,
    /// Each word, in order.
    words: Texts,
    /// For each word the texts that hold it.
    holding_word: Lists,
    /// Each two characters that stand side by side, in order.
    pairs: Vec<(char, char)>,
    /// For each pair the texts that hold it.
    holding_pair: Lists,
}

impl Corpus {
    /// The corpus of these folded texts.
    pub fn new(mut texts: Texts) -> Self {
        texts.shrink();
        let parts = lots(texts.len(), AT_ONCE);
        let (mut words, mut pairs) = (Texts::default(), Vec::new());
        // One after the other: what they are joined from takes as much memory as all that is kept.
        let holding_word = joined(&abreast(&parts, |numbers| held_words(&texts, numbers)), |word| words.push(word));
        let holding_pair = joined(&abreast(&parts, |numbers| held_pairs(&texts, numbers)), |pair| pairs.push(pair));
        words.shrink();
        pairs.shrink_to_fit();
        Self { texts, words, holding_word, pairs, holding_pair }
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Notes in `found`, one for each text, those that hold the needle there.
    pub fn find(&self, needle: &Needle, scope: Scope, found: &mut [bool]) {
        let pieces = needle.pieces();
        // A text that holds the needle holds its rarest piece.
        let rarest = pieces.iter().map(|piece| self.holding(*piece)).min_by_key(Holding::size);
        let is_piece = pieces.len() == 1 && scope == Scope::Whole && !needle.may_begin_amid_a_month();
        for at in rarest.iter().flat_map(Holding::numbers).map(|number| number as usize) {
            if let Some(slot) = found.get_mut(at).filter(|slot| !**slot) {
                *slot = is_piece || scope.holds(needle, self.texts.get(at));
            }
        }
    }

    /// The texts that hold a piece.
    fn holding(&self, piece: Piece) -> Holding<'_> {
        let words = |first: usize, end: usize| Holding { lists: &self.holding_word, some: first..end.max(first) };
        match piece {
            Piece::Word(word) => words(self.first_word(|it| it < word), self.first_word(|it| it <= word)),
            Piece::Beginning(word) => {
                words(self.first_word(|it| it < word), self.first_word(|it| it < word || it.starts_with(word)))
            }
            Piece::Pair(a, b) => self.holding_pairs(|pair| pair.cmp(&(a, b))),
            Piece::Single(c) => self.holding_pairs(|pair| pair.0.cmp(&c)),
        }
    }

    fn first_word(&self, before: impl Fn(&str) -> bool) -> usize {
        self.words.partition_point(before)
    }

    fn holding_pairs(&self, is_before: impl Fn(&(char, char)) -> Ordering) -> Holding<'_> {
        Holding { lists: &self.holding_pair, some: self.some_pairs(is_before) }
    }

    /// Where the pairs are that come neither before nor after what is asked for.
    fn some_pairs(&self, order: impl Fn(&(char, char)) -> Ordering) -> Range<usize> {
        self.pairs.partition_point(|pair| order(pair).is_lt())..self.pairs.partition_point(|pair| order(pair).is_le())
    }

    /// The characters that stand behind `c` somewhere; [`END`] where `c` ends a run of them.
    pub fn behind(&self, c: char) -> impl Iterator<Item = char> + '_ {
        self.pairs[self.some_pairs(|pair| pair.0.cmp(&c))].iter().map(|(_, second)| *second)
    }

    /// Everything that stands somewhere in this scope of a text and is made of so many
    /// characters, each of which has the bit of its place; up to `most` of it.
    pub fn runs(&self, length: usize, bits: impl Fn(char) -> u64, scope: Scope, most: usize) -> BTreeSet<&str> {
        let bits = Bits::new(self.characters(), bits);
        let mut runs = BTreeSet::new();
        let texts = self.texts.some(0..self.len()).zip(self.with_pairs(length, &bits));
        for text in texts.filter(|(_, may_hold)| *may_hold).map(|(text, _)| scope.of(text)) {
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
            let fit = |(_, pair): &(usize, &(char, char))| fits(pair.0, place - 1) && fits(pair.1, place);
            let numbers = self.pairs.iter().enumerate().filter(fit).flat_map(|(at, _)| self.holding_pair.get(at));
            numbers.for_each(|number| with_pair[number as usize] = true);
            with_all.iter_mut().zip(with_pair).for_each(|(all, has)| *all &= has);
        }
        with_all
    }

    /// Every character that is written without blanks between words, once.
    pub fn characters(&self) -> impl Iterator<Item = char> + '_ {
        self.pairs.chunk_by(|a, b| a.0 == b.0).map(|same| same[0].0)
    }
}

/// The texts that hold one of several words or pairs.
struct Holding<'a> {
    lists: &'a Lists,
    some: Range<usize>,
}

impl Holding<'_> {
    /// The numbers of the texts; one may come several times.
    fn numbers(&self) -> impl Iterator<Item = u32> + '_ {
        self.some.clone().flat_map(|at| self.lists.get(at))
    }

    /// How long it takes to go through them, at a rough guess.
    fn size(&self) -> usize {
        self.some.clone().map(|at| self.lists.size(at)).sum()
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

/// What some of the texts hold.
struct Held<K> {
    /// The keys, in order.
    keys: Vec<K>,
    /// For each the texts that hold it.
    lists: Lists,
    /// For each the last of these.
    lasts: Vec<u32>,
}

/// What is looked up by: keys of which most are told apart by a number.
trait Key: Ord + Hash + Copy {
    /// A number by which keys are in the order that they are in themselves, unless it is the same.
    fn rank(self) -> u64;
}

impl Key for &str {
    /// The bytes that it begins with. None are 0, so that what is shorter comes first, too.
    fn rank(self) -> u64 {
        let begin = self.as_bytes();
        begin.first_chunk::<8>().map_or_else(
            || begin.iter().chain(&[0; 8]).take(8).fold(0, |all, byte| all << 8 | u64::from(*byte)),
            |eight| u64::from_be_bytes(*eight),
        )
    }
}

impl Key for (char, char) {
    fn rank(self) -> u64 {
        u64::from(u32::from(self.0)) << 32 | u64::from(u32::from(self.1))
    }
}

/// What is found in texts, one after the other.
struct Finds<K> {
    /// The keys that were found, by the order in which they were.
    places: HashMap<K, usize>,
    /// For each the last text in which it was.
    lasts: Vec<u32>,
    /// Which was found where, once for each text.
    all: Vec<(u32, u32)>,
}

impl<K: Key> Finds<K> {
    fn new() -> Self {
        Self { places: HashMap::default(), lasts: Vec::new(), all: Vec::new() }
    }

    fn add(&mut self, key: K, text: u32) {
        let place = *self.places.entry(key).or_insert(self.lasts.len());
        match self.lasts.get_mut(place) {
            Some(last) if *last == text => return,
            Some(last) => *last = text,
            None => self.lasts.push(text),
        }
        self.all.push((place as u32, text));
    }

    fn held(self) -> Held<K> {
        let texts = Each::sorted(self.lasts.len(), self.all.iter().map(|&(place, text)| (place as usize, text)));
        let mut keys: Vec<(u64, K, usize)> =
            self.places.into_iter().map(|(key, place)| (key.rank(), key, place)).collect();
        keys.sort_unstable();
        let mut lists = Lists::default();
        keys.iter().for_each(|(.., place)| lists.push(texts.of(*place).iter().copied()));
        lists.shrink();
        let lasts = keys.iter().map(|(.., place)| self.lasts[*place]).collect();
        Held { keys: keys.into_iter().map(|(_, key, _)| key).collect(), lists, lasts }
    }
}

/// Each word of the texts of these numbers.
fn held_words<'a>(texts: &'a Texts, numbers: &Range<usize>) -> Held<&'a str> {
    let mut words = Finds::new();
    for (number, text) in (numbers.start as u32..).zip(texts.some(numbers.clone())) {
        for word in text.split(|c| !is_spaced(c)).filter(|word| !word.is_empty()) {
            words.add(word, number);
        }
    }
    words.held()
}

/// Each two characters that stand side by side in them; [`END`] behind the last.
fn held_pairs(texts: &Texts, numbers: &Range<usize>) -> Held<(char, char)> {
    let mut pairs = Finds::new();
    for (number, text) in (numbers.start as u32..).zip(texts.some(numbers.clone())) {
        let mut before = None;
        for c in text.chars().map(|c| if is_dense(c) { c } else { END }).chain([END]) {
            if let Some(before) = before {
                pairs.add((before, c), number);
            }
            before = Some(c).filter(|c| *c != END);
        }
    }
    pairs.held()
}

/// What all parts hold: one list for each key, with the numbers in order of the parts; `hear` is
/// told the keys, in order.
fn joined<K: Key>(parts: &[Held<K>], mut hear: impl FnMut(K)) -> Lists {
    /// Where a key is: in which part, and where among its keys.
    type Place = (u32, u32);
    let key = |(part, at): Place| parts[part as usize].keys[at as usize];
    let mut all: Vec<(u64, Place)> = Vec::with_capacity(parts.iter().map(|part| part.keys.len()).sum());
    for (part, held) in (0..).zip(parts) {
        all.extend((0..).zip(&held.keys).map(|(at, key)| (key.rank(), (part, at))));
    }
    // Stable, and quick where parts are sorted already.
    all.sort_by(|(a, at), (b, other)| a.cmp(b).then_with(|| key(*at).cmp(&key(*other))));
    let mut joined = Lists::with_room_of(parts.iter().map(|part| &part.lists));
    for same in all.chunk_by(|(a, at), (b, other)| a == b && key(*at) == key(*other)) {
        hear(key(same[0].1));
        joined.join(same.iter().map(|&(_, (part, at))| {
            let (held, at) = (&parts[part as usize], at as usize);
            Part { lists: &held.lists, at, last: held.lasts[at] }
        }));
    }
    joined.shrink();
    joined
}

/// Adds a number to those that rise, once.
pub(super) fn note(numbers: &mut Numbers, number: u32) {
    if numbers.last() != Some(&number) {
        numbers.push(number);
    }
}
