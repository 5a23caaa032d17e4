//! The one event that a typed id or date leads to.

use super::expression::{Expression, Query, Term};
use super::matching::{Known, Match, Stretch};
use super::month::Month;
use super::vocabulary::Comparison;
use crate::chronology::{Chronology, Event, EventNo};
use crate::date::{Bound, Date, DateError, Day, months_in_digits};

impl Query {
    /// The event that the query leads to, where it is nothing but an id or a date. What is in
    /// quotes is looked for in texts.
    pub fn as_place(&self, chronology: &Chronology) -> Option<EventNo> {
        let word = self.as_word()?;
        chronology.find(word).or_else(|| match &typed_dates(word)[..] {
            [date] => chronology.at(date),
            _ => None,
        })
    }

    /// The dates that the query may be, where it is nothing but one in numbers that can be
    /// no other number.
    pub(super) fn as_dates(&self) -> Option<(&str, Vec<Date>)> {
        let word = self.as_word().filter(|_| self.as_number().is_none_or(|(year, _)| year > 9_999))?;
        Some((word, typed_dates(word))).filter(|(_, dates)| !dates.is_empty())
    }

    /// A year that may be any number as well, where the query is nothing else, and the query that
    /// looks for the number.
    pub fn as_number(&self) -> Option<(i64, Self)> {
        let word = self.as_word()?;
        let year = word.parse().ok().filter(|_| word.bytes().all(|byte| byte.is_ascii_digit()))?;
        Some((year, Self { root: Expression::Term(Term::Phrase(word.to_owned())) }))
    }

    fn as_word(&self) -> Option<&str> {
        match &self.root {
            Expression::Term(Term::Word(word)) => Some(word),
            _ => None,
        }
    }
}

/// A date as EDTF writes it, or as people do: `2020/4/15`, `15.4.2020`, `2020年4月15日`, `20200415`,
/// `June 2020`, `15 apr 2020`. Several where it can be read in more than one way, as `3/4/2020` can.
pub fn typed_dates(text: &str) -> Vec<Date> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let date = Month::of(&words).and_then(Month::date).or_else(|| day_in_words(&words));
    date.map_or_else(|| dates_of_word(text), |date| vec![date])
}

/// `15 April 2020` or `April 15, 2020`.
fn day_in_words(words: &[&str]) -> Option<Date> {
    let [first, second, year] = *words else { return None };
    let second = second.strip_suffix(',').unwrap_or(second);
    [(first, second), (second, first)].into_iter().find_map(|(day, month)| {
        let month = Month::of(&[month, year]).and_then(Month::date)?;
        format!("{month}-{:0>2}", day).parse().ok()
    })
}

/// The same of what is one word.
fn dates_of_word(word: &str) -> Vec<Date> {
    let word = months_in_digits(word);
    let is_sign = |c: char| matches!(c, '-' | '/' | '.' | '－' | '／' | '．' | '年' | '月' | '日' | '号');
    let is_digit = |c: char| matches!(c, '0'..='9' | '０'..='９');
    let is_in_numbers = word.chars().all(|c| is_digit(c) || is_sign(c));
    // A number alone is a date where it has digits for year, month and day, or is a year in wide ones.
    let may_be_meant = is_in_numbers && (word.contains(is_sign) || word.chars().count() == 8 || !word.is_ascii());
    match word.parse() {
        Ok(date) => vec![date],
        Err(DateError { hint: Some(hint), .. }) if may_be_meant => {
            hint.expressions().iter().filter_map(|expression| expression.parse().ok()).collect()
        }
        Err(_) => Vec::new(),
    }
}

impl Chronology {
    /// Whether a bound of some event lies in this year.
    pub fn is_dated(&self, year: i64) -> bool {
        self.years().any(|other| other == year)
    }

    /// Whether a bound of some event lies in this year or before it, and one in it or behind it.
    pub fn is_amid(&self, year: i64) -> bool {
        self.years().min().is_some_and(|first| first <= year) && self.years().max().is_some_and(|last| last >= year)
    }

    fn years(&self) -> impl Iterator<Item = i64> + '_ {
        self.events.iter().flat_map(|event| event.bounds.days()).flatten().map(Day::year)
    }

    /// The first event that is known to have gone on in a month of this name, whatever the year.
    pub fn in_month(&self, name: &str) -> Option<EventNo> {
        let month = Month::of(&[name])?;
        let known = |event: &Event| Known { bounds: event.bounds, is_doubtful: event.is_doubtful() };
        self.numbers().find(|event| month.compare(&known(&self[*event])) == Match::Certainly)
    }

    /// The first event that went on at a date, as far as bounds tell; else the first that began
    /// then or later; else the last that may have gone on. `None` where there is no event, or
    /// where the date has no earliest day.
    pub fn at(&self, date: &Date) -> Option<EventNo> {
        let day = date.earliest().day()?;
        let stretch = Stretch { is_doubtful: false, ..Stretch::from(date) };
        let goes_on = |event: &EventNo| {
            let known = Known { bounds: self[*event].bounds, is_doubtful: false };
            known.compare(Comparison::Certainly, &stretch) == Match::Certainly
        };
        let begins = |event: &EventNo| self[*event].bounds[Bound::EarliestStart].is_some_and(|first| first >= day);
        let reaches = |event: &EventNo| self[*event].bounds[Bound::LatestEnd].is_none_or(|latest| latest >= day);
        let mut numbers = self.numbers();
        numbers
            .find(goes_on)
            .or_else(|| self.numbers().find(begins))
            .or_else(|| self.numbers().rfind(reaches))
            .or_else(|| self.numbers().next_back())
    }
}
