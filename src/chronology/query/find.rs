//! Which events match a query, and how.

use super::corpus::Scope;
use super::expression::{Expression, Query, Term};
use super::fold::fold;
use super::index::{Entry, Index};
use super::matching::{Known, Match, Stretch};
use super::month::{Month, writings};
use super::needle::{self, Needle};
use super::spelling::{Guess, guesses, syllables};
use super::vocabulary::Field;
use crate::chronology::EventNo;
use std::ops::Range;

/// What a query found: for each event how it matches, and the letters that do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// How many events match certainly.
    pub certain: usize,
    /// How many more may match.
    pub possible: usize,
    matches: Vec<Match>,
    /// Those that certainly went on in a month that the query names.
    dated: Vec<EventNo>,
    /// What the words stood for, sorted.
    needles: Vec<Needle>,
}

impl Found {
    /// How an event matches.
    pub fn of(&self, event: EventNo) -> Match {
        self.matches.get(event.index()).copied().unwrap_or_default()
    }

    /// The events that match or may match, in order.
    pub fn events(&self) -> impl DoubleEndedIterator<Item = (EventNo, Match)> + '_ {
        let all = self.matches.iter().enumerate().map(|(at, found)| (EventNo::at(at), *found));
        all.filter(|(_, found)| *found != Match::No)
    }

    /// The next match behind an event; from the last one on to the first.
    pub fn next(&self, after: EventNo) -> Option<EventNo> {
        let numbers = || self.events().map(|(event, _)| event);
        numbers().find(|event| *event > after).or_else(|| numbers().next())
    }

    /// The match before an event; from the first one back to the last.
    pub fn previous(&self, before: EventNo) -> Option<EventNo> {
        let numbers = || self.events().map(|(event, _)| event);
        numbers().rfind(|event| *event < before).or_else(|| numbers().next_back())
    }

    /// The first event from one on, else the first of all, that matches and certainly went on in
    /// a month that the query names.
    pub fn dated(&self, from: EventNo) -> Option<EventNo> {
        let matching = || self.dated.iter().copied().filter(|event| self.of(*event) != Match::No);
        matching().find(|event| *event >= from).or_else(|| matching().next())
    }

    /// The letters of a displayed text that match the query's words, be it by their
    /// reading: byte ranges in order.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        needle::marks(&self.needles, text)
    }
}

impl Index {
    /// Which events match a query.
    pub fn find(&self, query: &Query) -> Found {
        let mut search = Search { index: self, needles: Vec::new(), dated: Vec::new() };
        let matches = search.matches(&query.root, true);
        let Search { mut needles, mut dated, .. } = search;
        needles.sort_unstable();
        needles.dedup();
        dated.sort_unstable();
        let count = |wanted| matches.iter().filter(|found| **found == wanted).count();
        Found { certain: count(Match::Certainly), possible: count(Match::Possibly), matches, dated, needles }
    }

    /// What a field's value means: what has exactly that id, or else all that is called so.
    pub(super) fn entries(&self, field: Field, value: &str) -> Vec<&Entry> {
        let of_field = || self.entries.iter().enumerate().filter(|(_, entry)| entry.field == Some(field));
        let those = |is_meant: &dyn Fn(usize, &Entry) -> bool| -> Vec<&Entry> {
            of_field().filter(|(at, entry)| is_meant(*at, entry)).map(|(_, entry)| entry).collect()
        };
        let exactly = those(&|_, entry| entry.id == value);
        let folded = fold(value);
        let nearly = if exactly.is_empty() { those(&|_, entry| fold(&entry.id) == folded) } else { exactly };
        if !nearly.is_empty() {
            return nearly;
        }
        let texts = self.texts(&self.names.spellings(value, &self.corpus), Scope::Whole);
        those(&|at, _| texts[self.len() + at])
    }

    /// The texts of the corpus that hold one of the needles.
    fn texts(&self, needles: &[Needle], scope: Scope) -> Vec<bool> {
        let mut texts = vec![false; self.corpus.len()];
        needles.iter().for_each(|needle| self.corpus.find(needle, scope, &mut texts));
        texts
    }
}

/// A search while it goes on.
struct Search<'a> {
    index: &'a Index,
    /// What the words that are wanted stand for.
    needles: Vec<Needle>,
    /// The events that certainly went on in the months that are wanted.
    dated: Vec<EventNo>,
}

impl Search<'_> {
    /// How each event matches; `is_wanted` unless what matches is left out.
    fn matches(&mut self, expression: &Expression, is_wanted: bool) -> Vec<Match> {
        match expression {
            Expression::All(parts) => self.all(parts, is_wanted),
            Expression::Any(parts) => {
                let none = self.each(Match::No);
                parts.iter().fold(none, |any, part| combined(any, &self.matches(part, is_wanted), Match::max))
            }
            Expression::Not(part) => self.matches(part, !is_wanted).into_iter().map(Match::not).collect(),
            Expression::Term(term) => self.term(term, is_wanted),
        }
    }

    fn each(&self, found: Match) -> Vec<Match> {
        vec![found; self.index.len()]
    }

    /// All parts at once. Words side by side may also be one: `heng bin`, `June 2020`.
    fn all(&mut self, parts: &[Expression], is_wanted: bool) -> Vec<Match> {
        let all = self.each(Match::Certainly);
        parts.chunk_by(belong_together).fold(all, |all, run| {
            let found = match run.iter().map(word).collect::<Option<Vec<_>>>() {
                Some(words) => self.words(&words, is_wanted),
                None => run.iter().fold(self.each(Match::Certainly), |all, part| {
                    combined(all, &self.matches(part, is_wanted), Match::min)
                }),
            };
            combined(all, &found, Match::min)
        })
    }

    /// Words side by side: each in the texts, or all of them as a month or as one word.
    fn words(&mut self, words: &[&str], is_wanted: bool) -> Vec<Match> {
        // The short name of a month may be a syllable as well: `heng bin jun 2020`.
        if let Some(before) = words.len().checked_sub(2).filter(|before| *before > 0)
            && Month::of(&words[before..]).is_some()
        {
            let (word, month) = (self.words(&words[..before], is_wanted), self.words(&words[before..], is_wanted));
            return combined(word, &month, Match::min);
        }
        let month = Month::of(words);
        let each = words.iter().fold(self.each(Match::Certainly), |all, word| {
            // What is a month was not meant as anything else.
            let told = if month.is_some() { self.told(word, is_wanted) } else { self.word(word, is_wanted) };
            combined(all, &told, Match::min)
        });
        let joined = match (month, syllables(words.iter().copied()).filter(|_| words.len() > 1)) {
            (Some(month), _) => self.in_month(month, is_wanted),
            (None, Some(word)) => self.word(&word, is_wanted),
            (None, None) => return each,
        };
        combined(each, &joined, Match::max)
    }

    /// The events that went on in a month.
    fn in_month(&mut self, month: Month, is_wanted: bool) -> Vec<Match> {
        let matches: Vec<Match> = self.index.days.each(|known| month.compare(known)).collect();
        if is_wanted {
            let dated = matches.iter().enumerate().filter(|(_, found)| **found == Match::Certainly);
            self.dated.extend(dated.map(|(at, _)| EventNo::at(at)));
        }
        matches
    }

    fn term(&mut self, term: &Term, is_wanted: bool) -> Vec<Match> {
        match term {
            Term::Word(word) => self.words(&[word], is_wanted),
            Term::Phrase(words) => {
                let needle = Needle { text: fold(words), ends_word: true };
                self.holding(vec![needle], Scope::Whole, is_wanted)
            }
            Term::Named(field, values) => self.named(*field, values),
            Term::Date(comparison, dates) => {
                let stretches: Vec<Stretch> = dates.iter().map(Stretch::from).collect();
                let best = |known: &Known| {
                    stretches.iter().map(|stretch| known.compare(*comparison, stretch)).max().unwrap_or_default()
                };
                self.index.days.each(best).collect()
            }
            Term::Is(states) => {
                let events = 0..self.index.len();
                events.map(|event| Match::of(states.iter().any(|state| self.index.is(event, *state)))).collect()
            }
        }
    }

    /// The events that a word finds; where there are none, those in the country that is called
    /// so; else those that it may have meant: of these, those that are called so before those
    /// that merely tell of it, and these only possibly.
    fn word(&mut self, word: &str, is_wanted: bool) -> Vec<Match> {
        let corpus = &self.index.corpus;
        let found = self.told(word, is_wanted);
        if is_any(&found) {
            return found;
        }
        let found = self.in_countries(word, self.index.names.spellings(word, corpus), is_wanted);
        if is_any(&found) {
            return found;
        }
        for &(guess, scope) in Guess::all(word) {
            let mut guessed = self.holding(guesses(word, (guess, scope), corpus), scope, is_wanted);
            if is_any(&guessed) {
                // So many characters side by side have these initials that nothing is certain.
                let most =
                    if (guess, scope) == (Guess::Initials, Scope::Whole) { Match::Possibly } else { Match::Certainly };
                guessed.iter_mut().for_each(|guessed| *guessed = most.min(*guessed));
                return guessed;
            }
        }
        found
    }

    /// The events whose texts hold a word, in whichever writing, or what is read so.
    fn told(&mut self, word: &str, is_wanted: bool) -> Vec<Match> {
        let Index { names, corpus, .. } = self.index;
        let needles = writings(word).into_iter().flat_map(|writing| names.spellings(&writing, corpus));
        self.holding(needles.collect(), Scope::Whole, is_wanted)
    }

    /// The events that hold one of the needles, or are connected with what is called so.
    fn holding(&mut self, needles: Vec<Needle>, scope: Scope, is_wanted: bool) -> Vec<Match> {
        let texts = self.index.texts(&needles, scope);
        let own = texts[..self.index.len()].iter().map(|holds| Match::of(*holds)).collect();
        let matches = self.connected(own, &texts, Entry::is_for_words);
        if is_wanted {
            self.needles.extend(needles);
        }
        matches
    }

    /// The events that are connected with a country which is called like a word that is more
    /// than its code.
    fn in_countries(&mut self, word: &str, needles: Vec<Needle>, is_wanted: bool) -> Vec<Match> {
        let texts = self.index.texts(&needles, Scope::Whole);
        let is_called = |entry: &Entry| entry.field == Some(Field::Country) && !entry.id.eq_ignore_ascii_case(word);
        let matches = self.connected(self.each(Match::No), &texts, is_called);
        if is_wanted && is_any(&matches) {
            self.needles.extend(needles);
        }
        matches
    }

    /// These and the events that are connected with what certain entries' texts, of all these,
    /// call so.
    fn connected(&self, mut matches: Vec<Match>, texts: &[bool], is_meant: impl Fn(&Entry) -> bool) -> Vec<Match> {
        let entries = self.index.entries.iter().zip(&texts[self.index.len()..]);
        for (entry, _) in entries.filter(|(entry, holds)| **holds && is_meant(entry)) {
            entry.events.iter().for_each(|event| matches[*event as usize] = Match::Certainly);
        }
        matches
    }

    /// The events that a field connects with one of the values.
    fn named(&self, field: Field, values: &[String]) -> Vec<Match> {
        let mut matches = self.each(Match::No);
        for entry in values.iter().flat_map(|value| self.index.entries(field, value)) {
            entry.events.iter().for_each(|event| matches[*event as usize] = Match::Certainly);
        }
        matches
    }
}

fn word(part: &Expression) -> Option<&str> {
    match part {
        Expression::Term(Term::Word(word)) => Some(word),
        _ => None,
    }
}

/// Whether two words side by side may be one: syllables, a month and its year.
fn belong_together(a: &Expression, b: &Expression) -> bool {
    let Some((a, b)) = word(a).zip(word(b)) else { return false };
    syllables([a, b].into_iter()).is_some() || Month::of(&[a, b]).is_some()
}

fn is_any(matches: &[Match]) -> bool {
    matches.iter().any(|found| *found != Match::No)
}

fn combined(a: Vec<Match>, b: &[Match], how: fn(Match, Match) -> Match) -> Vec<Match> {
    a.into_iter().zip(b).map(|(a, b)| how(a, *b)).collect()
}
