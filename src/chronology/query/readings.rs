//! How Chinese characters are read: pinyin without tones, and Japanese in Latin letters.
//!
//! Knows single characters and how a typed word runs through their readings; not which
//! texts there are.

use std::sync::LazyLock;

/// The readings of one language, by the folded character.
#[derive(Debug)]
pub(super) struct Readings {
    /// Characters with their readings, in order of the characters.
    of: Vec<(char, &'static str)>,
    /// Every reading, in order.
    known: Vec<&'static str>,
}

/// Pinyin without tones; see `readings/readings.md`.
pub(super) static PINYIN: LazyLock<Readings> = LazyLock::new(|| Readings::new(include_str!("readings/pinyin.txt")));

/// Japanese readings, Chinese ones and native ones alike.
pub(super) static ROMAJI: LazyLock<Readings> = LazyLock::new(|| Readings::new(include_str!("readings/romaji.txt")));

impl Readings {
    /// Reads lines of a reading, a blank, and all characters that have it.
    fn new(table: &'static str) -> Self {
        let lines = || table.lines().filter_map(|line| line.split_once(' '));
        let mut of: Vec<(char, &str)> =
            lines().flat_map(|(reading, chars)| chars.chars().map(move |c| (c, reading))).collect();
        // Stable: it makes use of each line being in order.
        of.sort_by_key(|(c, _)| *c);
        Self { of, known: lines().map(|(reading, _)| reading).collect() }
    }

    /// Whether some character is read so.
    pub fn has(&self, reading: &str) -> bool {
        self.known.binary_search(&reading).is_ok()
    }

    /// The readings of a folded character.
    pub fn of(&self, c: char) -> impl Iterator<Item = &'static str> + '_ {
        let first = self.of.partition_point(|(other, _)| *other < c);
        self.of[first..].iter().take_while(move |(other, _)| *other == c).map(|(_, reading)| *reading)
    }
}

/// The longest word that is tried as a reading, in letters.
const LONGEST: usize = 60;

/// The shortest.
const SHORTEST: usize = 2;

/// A typed word, ready to run through readings: for each letter, a bit for each place of
/// the word at which it stands.
#[derive(Debug, Clone)]
pub(super) struct Typed {
    places: [u64; 26],
    letters: Vec<u8>,
}

/// Places of a typed word, one bit each: bit 0 before its first letter.
pub(super) type Places = u64;

/// The place before the first letter.
pub(super) const BEGIN: Places = 1;

/// Where a reading leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Reach {
    /// The places at which the whole reading has been typed.
    pub whole: Places,
    /// Whether the word ends within the reading.
    pub part: bool,
}

impl Typed {
    /// The word, if it is one that may be a reading: from 2 to 60 of the letters a to z.
    pub fn new(word: &str) -> Option<Self> {
        let is_reading =
            (SHORTEST..=LONGEST).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase());
        let mut places = [0; 26];
        for (at, byte) in word.bytes().enumerate().filter(|_| is_reading) {
            places[usize::from(byte - b'a')] |= 1 << at;
        }
        is_reading.then(|| Self { places, letters: word.bytes().collect() })
    }

    /// How many letters it has.
    pub fn len(&self) -> usize {
        self.letters.len()
    }

    /// Whether all of it has been typed at one of these places.
    pub const fn is_end(&self, places: Places) -> bool {
        places >> self.letters.len() & 1 == 1
    }

    fn at(&self, letter: u8) -> Places {
        letter.checked_sub(b'a').and_then(|row| self.places.get(usize::from(row))).copied().unwrap_or(0)
    }

    /// The places of the word at which the initial of a character's pinyin stands.
    pub fn initials(&self, c: char) -> Places {
        let letters = PINYIN.of(c).filter_map(|reading| reading.bytes().next());
        letters.fold(0, |places, letter| places | self.at(letter))
    }

    /// From these places on through a character's pinyin.
    pub fn through_pinyin(&self, from: Places, c: char) -> Reach {
        // `ü` is typed as `v` or as `u`.
        let step = |letter| if letter == b'v' { self.at(b'v') | self.at(b'u') } else { self.at(letter) };
        joined(PINYIN.of(c).map(|reading| self.run(from, reading.bytes().map(|letter| (step(letter), false)))))
    }

    /// From these places on through a character's Japanese readings. Inside a name the
    /// first sound may be voiced: 川 is `kawa`, but `gawa` in 長谷川.
    pub fn through_romaji(&self, from: Places, c: char) -> Reach {
        let inside = from != BEGIN;
        joined(ROMAJI.of(c).flat_map(|reading| {
            let voiced = voiced(reading).filter(move |_| inside).map(|(sound, rest)| self.japanese(from, sound, rest));
            voiced.chain([self.japanese(from, "", reading)])
        }))
    }

    /// Long vowels may be typed short, `n` before b, m and p as `m`.
    fn japanese(&self, from: Places, sound: &str, rest: &str) -> Reach {
        let lips = (self.at(b'b') | self.at(b'm') | self.at(b'p')) >> 1;
        let mut before = 0;
        self.run(
            from,
            sound.bytes().chain(rest.bytes()).map(move |letter| {
                let is_long = matches!((before, letter), (b'o' | b'u', b'u') | (b'o', b'o'));
                before = letter;
                let places = if letter == b'n' { self.at(b'n') | (self.at(b'm') & lips) } else { self.at(letter) };
                (places, is_long)
            }),
        )
    }

    /// Runs through letters, each with the places where it stands and whether it may be
    /// left out.
    fn run(&self, from: Places, letters: impl Iterator<Item = (Places, bool)>) -> Reach {
        let mut letters = letters.peekable();
        let mut reach = Reach { whole: from, part: false };
        while let Some((places, may_lack)) = letters.next() {
            let lacking = if may_lack { reach.whole } else { 0 };
            reach.whole = (reach.whole & places) << 1 | lacking;
            reach.part |= letters.peek().is_some() && self.is_end(reach.whole);
        }
        reach
    }
}

fn joined(reaches: impl Iterator<Item = Reach>) -> Reach {
    reaches.fold(Reach::default(), |all, one| Reach { whole: all.whole | one.whole, part: all.part | one.part })
}

/// A reading with its first sound voiced, in each way in which that happens.
fn voiced(reading: &str) -> impl Iterator<Item = (&'static str, &str)> {
    const SOUNDS: [(&str, &str); 10] = [
        ("k", "g"),
        ("sh", "j"),
        ("s", "z"),
        ("ch", "j"),
        ("ts", "z"),
        ("t", "d"),
        ("h", "b"),
        ("h", "p"),
        ("f", "b"),
        ("f", "p"),
    ];
    // "shi" is voiced as `ji`, never as `zhi`; likewise `chi` and `tsu`.
    let is_own = |sound: &str| sound.len() == 2 || !["sh", "ts"].iter().any(|double| reading.starts_with(double));
    let sounds = SOUNDS.into_iter().filter(move |(sound, _)| is_own(sound));
    sounds.filter_map(|(sound, voiced)| Some((voiced, reading.strip_prefix(sound)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a word runs through all of these characters: "whole", "part" or not.
    fn check(word: &str, chars: &str, through: fn(&Typed, Places, char) -> Reach, expected: &str) {
        let typed = Typed::new(word).expect("letters");
        let mut reach = Reach { whole: BEGIN, part: false };
        for c in chars.chars() {
            reach = through(&typed, reach.whole, c);
        }
        let found = match reach {
            Reach { whole, .. } if typed.is_end(whole) => "whole",
            Reach { part: true, .. } => "part",
            Reach { .. } => "",
        };
        assert_eq!(found, expected, "{word} through {chars}");
    }

    #[test]
    fn pinyin_is_found_with_all_its_readings() {
        for (word, chars, expected) in [
            ("hengbin", "横滨", "whole"),
            ("hengbi", "横滨", "part"),
            ("chongqing", "重庆", "whole"),
            ("zhongqing", "重庆", "whole"),
            ("lvyou", "旅游", "whole"),
            ("luyou", "旅游", "whole"),
            ("xian", "西安", "whole"),
            ("hengbun", "横滨", ""),
        ] {
            check(word, chars, Typed::through_pinyin, expected);
        }
    }

    #[test]
    fn japanese_is_found_as_names_are_read() {
        for (word, chars, expected) in [
            ("yokohama", "横滨", "whole"),
            ("yokoh", "横滨", "part"),
            ("nagasaki", "长崎", "whole"),
            ("tokyo", "东京", "whole"),
            ("toukyou", "东京", "whole"),
            ("shimbashi", "新桥", "whole"),
            ("hasegawa", "长谷川", ""),
            ("ogawa", "小川", "whole"),
            ("gawa", "川", ""),
            ("hayashi", "林", "whole"),
        ] {
            check(word, chars, Typed::through_romaji, expected);
        }
    }

    #[test]
    fn only_letters_are_readings() {
        assert!(["", "a", "a1", "ab c", "é"].iter().all(|word| Typed::new(word).is_none()));
        assert!(Typed::new(&"a".repeat(60)).is_some() && Typed::new(&"a".repeat(61)).is_none());
    }

    #[test]
    fn the_tables_hold_what_they_should() {
        assert!(PINYIN.known.is_sorted() && ROMAJI.known.is_sorted());
        assert!(PINYIN.of.len() > 20_000 && ROMAJI.of.len() > 15_000);
        let is_reading = |reading: &str| !reading.is_empty() && reading.bytes().all(|byte| byte.is_ascii_lowercase());
        assert!(PINYIN.of.iter().chain(&ROMAJI.of).all(|(_, reading)| is_reading(reading)));
    }
}
