//! From a typed word to all that it may stand for in a chronology: itself, and the
//! characters that are read so.
//!
//! Knows the names of a chronology and which characters stand side by side in it; not what
//! is to be found with them.

use super::corpus::{Corpus, END, Scope};
use super::fold::{fold, is_dense};
use super::kana::romaji;
use super::needle::Needle;
use super::readings::{BEGIN, Places, Reach, Typed};
use crate::date::Language;
use crate::file::Text;
use std::collections::BTreeMap;

/// The most spellings of one word that are looked for.
const MOST: usize = 2_000;

/// The most steps that are taken to find them, however many characters are read alike.
const MOST_STEPS: usize = 50_000;

/// The letters from which on the last character of a Japanese name may be typed in part.
const ENOUGH_LETTERS: usize = 4;

/// The letters from which on characters are looked for anywhere that a word may have meant.
const ENOUGH_INITIALS: usize = 3;

/// What a word may stand for that stands for nothing else here, the likeliest first: so many
/// characters are read alike that they would drown what was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Guess {
    /// Pinyin of which the last syllable is still being typed.
    Begun,
    /// The initials of characters that stand side by side.
    Initials,
}

impl Guess {
    /// The guesses at a word in their order, and where each is looked for.
    pub fn all(word: &str) -> &'static [(Self, Scope)] {
        const ALL: [(Guess, Scope); 4] = [
            (Guess::Begun, Scope::Head),
            (Guess::Begun, Scope::Whole),
            (Guess::Initials, Scope::Head),
            (Guess::Initials, Scope::Whole),
        ];
        const FEW_LETTERS: [(Guess, Scope); 1] = [(Guess::Initials, Scope::Beginning)];
        if word.len() < ENOUGH_INITIALS { &FEW_LETTERS } else { &ALL }
    }
}

/// The languages in which a name may be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct ReadIn {
    chinese: bool,
    japanese: bool,
}

/// The names of a chronology that have Chinese characters, as they are typed by reading.
///
/// Readings are many and short, so they are not tried on everything: initials, single
/// characters and Japanese only from the beginning of a name, and then what of it has been
/// typed is looked for everywhere. Two and more characters in whole pinyin are found anywhere.
/// What else a word may stand for is a [`Guess`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Names(BTreeMap<Vec<char>, ReadIn>);

impl Names {
    /// Adds a name in all its languages. A name without a Chinese form is read as Chinese
    /// in the form that it has, and likewise for Japanese.
    pub fn add(&mut self, name: &Text) {
        let (zh, ja) = (name.form(Language::Zh), name.form(Language::Ja));
        if let Some(form) = zh {
            self.add_form(form, ReadIn { chinese: true, japanese: ja.is_none() || ja == zh });
        }
        if let Some(form) = ja {
            self.add_form(form, ReadIn { chinese: zh.is_none(), japanese: true });
        }
    }

    /// Adds a name of which the language is not known.
    pub fn add_plain(&mut self, name: &str) {
        self.add_form(name, ReadIn { chinese: true, japanese: true });
    }

    fn add_form(&mut self, form: &str, read_in: ReadIn) {
        for run in fold(form).split(|c| !is_dense(c)).filter(|run| !run.is_empty()) {
            let known = self.0.entry(run.chars().collect()).or_default();
            known.chinese |= read_in.chinese;
            known.japanese |= read_in.japanese;
        }
    }

    /// All that a word may stand for, sorted: itself first of all.
    pub fn spellings(&self, word: &str, corpus: &Corpus) -> Vec<Needle> {
        let word = fold(word);
        // A few kana in Latin letters begin too many words of other languages.
        let latin = romaji(&word).filter(|latin| latin.len() >= ENOUGH_LETTERS);
        let typed = Typed::new(latin.as_ref().unwrap_or(&word));
        let mut spellings = vec![Needle { text: word, ends_word: false }];
        if let Some(typed) = typed {
            // Kana are read as Japanese only.
            let is_latin = latin.is_none();
            let read = |read_in: ReadIn| ReadIn { chinese: read_in.chinese && is_latin, ..read_in };
            let mut found: Vec<String> =
                self.0.iter().flat_map(|(name, read_in)| begun(&typed, name, read(*read_in))).collect();
            if is_latin {
                spelled(&typed, corpus, |reach| typed.is_end(reach.whole), &mut found);
            }
            spellings.extend(needles(found));
        }
        spellings.extend(latin.map(|text| Needle { text, ends_word: true }));
        spellings.sort_unstable();
        spellings.dedup();
        spellings
    }
}

/// The characters within this scope of the texts that a word may stand for, sorted, where it
/// stands for nothing else.
pub(super) fn guesses(word: &str, (guess, scope): (Guess, Scope), corpus: &Corpus) -> Vec<Needle> {
    let Some(typed) = Typed::new(&fold(word)) else { return Vec::new() };
    let mut found = Vec::new();
    match guess {
        Guess::Begun => spelled(&typed, corpus, |reach| reach.part, &mut found),
        Guess::Initials => {
            let runs = corpus.runs(typed.len(), |c| typed.initials(c), scope, MOST);
            found.extend(runs.into_iter().map(str::to_owned));
        }
    }
    let mut needles: Vec<Needle> = needles(found).collect();
    needles.sort_unstable();
    needles.dedup();
    needles
}

fn needles(found: Vec<String>) -> impl Iterator<Item = Needle> {
    found.into_iter().map(|text| Needle { text, ends_word: false })
}

/// The syllables of several words as one word, if each is a pinyin syllable: `heng bin`.
pub(super) fn syllables<'a>(words: impl Iterator<Item = &'a str>) -> Option<String> {
    let words: Vec<String> = words.map(fold).collect();
    words.iter().all(|word| super::readings::PINYIN.has(word)).then(|| words.concat())
}

/// What of a name has been typed, in each way in which the word may begin it.
fn begun(typed: &Typed, name: &[char], read_in: ReadIn) -> Vec<String> {
    let mut lengths = Vec::new();
    if read_in.chinese {
        let is_initials =
            name.len() >= typed.len() && (0..typed.len()).all(|at| typed.initials(name[at]) >> at & 1 == 1);
        lengths.extend(is_initials.then_some(typed.len()));
        lengths.extend(typed_in(name, typed, Typed::through_pinyin, true));
    }
    if read_in.japanese {
        lengths.extend(typed_in(name, typed, Typed::through_romaji, typed.len() >= ENOUGH_LETTERS));
    }
    lengths.into_iter().map(|length| name[..length].iter().collect()).collect()
}

/// How many characters of a name the word takes up, if it does; the last one may be typed
/// in part, but not the first.
fn typed_in(
    name: &[char],
    typed: &Typed,
    through: fn(&Typed, Places, char) -> Reach,
    may_be_part: bool,
) -> Option<usize> {
    let mut places = BEGIN;
    for (at, &c) in name.iter().enumerate() {
        let reach = through(typed, places, c);
        if typed.is_end(reach.whole) || (reach.part && may_be_part && at > 0) {
            return Some(at + 1);
        }
        places = reach.whole;
        if places == 0 {
            break;
        }
    }
    None
}

/// Two and more characters that stand side by side somewhere and are read like the word, up
/// to where it is over.
fn spelled(typed: &Typed, corpus: &Corpus, is_over: impl Fn(Reach) -> bool, found: &mut Vec<String>) {
    let first = corpus.characters().map(|c| (c.to_string(), c, typed.through_pinyin(BEGIN, c).whole));
    let mut open: Vec<(String, char, Places)> = first.filter(|(.., places)| *places != 0).collect();
    let mut steps = 0;
    while let Some((text, last, places)) = open.pop() {
        for c in corpus.behind(last).filter(|c| *c != END) {
            let reach = typed.through_pinyin(places, c);
            steps += 1;
            if steps > MOST_STEPS || found.len() >= MOST {
                return;
            }
            if reach != Reach::default() {
                let text = format!("{text}{c}");
                found.extend(is_over(reach).then(|| text.clone()));
                open.push((text, c, reach.whole));
            }
        }
    }
}
