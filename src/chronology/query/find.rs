//! Which events match a query, and how.

use super::corpus::Part;
use super::expression::{Expression, Query, Term};
use super::fold::fold;
use super::index::{Entry, Index};
use super::matching::{Known, Match, Stretch};
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

    /// The letters of a displayed text that match the query's words, be it by their
    /// reading: byte ranges in order.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        needle::marks(&self.needles, text)
    }
}

impl Index {
    /// Which events match a query.
    pub fn find(&self, query: &Query) -> Found {
        let mut search = Search { index: self, needles: Vec::new() };
        let matches = search.matches(&query.root, true);
        let mut needles = search.needles;
        needles.sort_unstable();
        needles.dedup();
        let count = |wanted| matches.iter().filter(|found| **found == wanted).count();
        Found { certain: count(Match::Certainly), possible: count(Match::Possibly), matches, needles }
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
        let texts = self.texts(&self.names.spellings(value, &self.corpus), Part::Whole);
        those(&|at, _| texts[self.len() + at])
    }

    /// The texts of the corpus that hold one of the needles.
    fn texts(&self, needles: &[Needle], part: Part) -> Vec<bool> {
        let mut texts = vec![false; self.corpus.len()];
        needles.iter().for_each(|needle| self.corpus.find(needle, part, &mut texts));
        texts
    }
}

/// A search while it goes on.
struct Search<'a> {
    index: &'a Index,
    /// What the words that are wanted stand for.
    needles: Vec<Needle>,
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

    /// All parts at once. Syllables side by side may also be one word: `heng bin`.
    fn all(&mut self, parts: &[Expression], is_wanted: bool) -> Vec<Match> {
        let mut all = self.each(Match::Certainly);
        for run in parts.chunk_by(|a, b| is_syllable(a) && is_syllable(b)) {
            let any = self.each(Match::Certainly);
            let mut run_matches =
                run.iter().fold(any, |all, part| combined(all, &self.matches(part, is_wanted), Match::min));
            if let Some(word) = syllables(run.iter().filter_map(word)).filter(|_| run.len() > 1) {
                let joined = self.word(&word, is_wanted);
                run_matches = combined(run_matches, &joined, Match::max);
            }
            all = combined(all, &run_matches, Match::min);
        }
        all
    }

    fn term(&mut self, term: &Term, is_wanted: bool) -> Vec<Match> {
        match term {
            Term::Word(word) => self.word(word, is_wanted),
            Term::Phrase(words) => {
                let needle = Needle { text: fold(words), ends_word: true };
                self.holding(vec![needle], Part::Whole, is_wanted)
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
        let spellings = self.index.names.spellings(word, corpus);
        let found = self.holding(spellings.clone(), Part::Whole, is_wanted);
        if is_any(&found) {
            return found;
        }
        let found = self.in_countries(word, spellings, is_wanted);
        if is_any(&found) {
            return found;
        }
        for &(guess, part) in Guess::all(word) {
            let mut guessed = self.holding(guesses(word, (guess, part), corpus), part, is_wanted);
            if is_any(&guessed) {
                // So many characters side by side have these initials that nothing is certain.
                let most =
                    if (guess, part) == (Guess::Initials, Part::Whole) { Match::Possibly } else { Match::Certainly };
                guessed.iter_mut().for_each(|guessed| *guessed = most.min(*guessed));
                return guessed;
            }
        }
        found
    }

    /// The events that hold one of the needles, or are connected with what is called so.
    fn holding(&mut self, needles: Vec<Needle>, part: Part, is_wanted: bool) -> Vec<Match> {
        let texts = self.index.texts(&needles, part);
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
        let texts = self.index.texts(&needles, Part::Whole);
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

fn is_syllable(part: &Expression) -> bool {
    word(part).is_some_and(|word| syllables([word].into_iter()).is_some())
}

fn is_any(matches: &[Match]) -> bool {
    matches.iter().any(|found| *found != Match::No)
}

fn combined(a: Vec<Match>, b: &[Match], how: fn(Match, Match) -> Match) -> Vec<Match> {
    a.into_iter().zip(b).map(|(a, b)| how(a, *b)).collect()
}
