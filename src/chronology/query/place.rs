//! The one event that a typed id or date leads to.

use super::expression::{Expression, Query, Term};
use super::matching::{Known, Match, Stretch};
use super::vocabulary::Comparison;
use crate::chronology::{Chronology, EventNo};
use crate::date::{Bound, Date};

impl Query {
    /// The event that the query leads to, where it is nothing but an id or a date.
    pub fn as_place(&self, chronology: &Chronology) -> Option<EventNo> {
        match &self.root {
            Expression::Term(Term::Word(word) | Term::Phrase(word)) => {
                chronology.find(word).or_else(|| chronology.at(&word.parse().ok()?))
            }
            _ => None,
        }
    }
}

impl Chronology {
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
