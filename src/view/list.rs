//! The list: one row for each event, under the headings of their years.

use super::words::Words;
use crate::chronology::{Chronology, Event, EventNo};
use crate::date::Language;

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// The heading of a year.
    Year(i64),
    /// The heading of the events of which nothing is known.
    Undated,
    /// An event.
    Event(EventNo),
}

/// The list: rows, and where events stand among them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    /// All rows, in order.
    pub rows: Vec<Row>,
    /// The rows that are events, rising.
    places: Vec<usize>,
}

impl Listing {
    /// The list of some events, which are given in order.
    pub fn new(chronology: &Chronology, events: impl Iterator<Item = EventNo>) -> Self {
        let mut rows = rows_of(chronology, events);
        rows.shrink_to_fit();
        let is_event = |row: &Row| matches!(row, Row::Event(_));
        let places = rows.iter().enumerate().filter(|(_, row)| is_event(row)).map(|(at, _)| at).collect();
        Self { rows, places }
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The event at a position among the events.
    pub fn event(&self, position: usize) -> Option<EventNo> {
        match self.rows.get(*self.places.get(position)?)? {
            Row::Event(event) => Some(*event),
            _ => None,
        }
    }

    /// The position of an event among the events; if it is not there, that where it would be.
    pub fn position(&self, event: EventNo) -> Result<usize, usize> {
        let of_row = |place: &usize| match self.rows.get(*place) {
            Some(Row::Event(event)) => Some(*event),
            _ => None,
        };
        self.places.binary_search_by_key(&Some(event), of_row)
    }

    /// Where an event stands among the rows.
    pub fn place(&self, event: EventNo) -> Option<usize> {
        self.position(event).ok().and_then(|position| self.places.get(position).copied())
    }
}

/// The rows of some events, which are given in order.
pub fn rows_of(chronology: &Chronology, events: impl Iterator<Item = EventNo>) -> Vec<Row> {
    let mut rows = Vec::with_capacity(chronology.events.len() * 2);
    let mut heading = None;
    for number in events {
        let here = heading_of(&chronology[number]);
        if heading != Some(here) {
            rows.push(here);
            heading = Some(here);
        }
        rows.push(Row::Event(number));
    }
    rows
}

/// The heading that an event stands under: the year of the day that it stands at.
fn heading_of(event: &Event) -> Row {
    event.stands_at.map_or(Row::Undated, |day| Row::Year(day.year()))
}

/// The text of the heading that a row is, or that an event stands under.
pub fn heading(chronology: &Chronology, row: Row, words: &Words) -> String {
    match row {
        Row::Year(year) => words.year_heading(year),
        Row::Undated => words.undated.to_owned(),
        Row::Event(event) => heading(chronology, heading_of(&chronology[event]), words),
    }
}

/// Whether two events stand under the same heading.
pub fn is_heading_shared(one: &Event, other: &Event) -> bool {
    heading_of(one) == heading_of(other)
}

/// The columns of the dates in the list.
pub const fn when_width(language: Language) -> usize {
    match language {
        // "13 Jan..26 Oct", "1月13日..10月26日"
        Language::En => 14,
        Language::Zh | Language::Ja => 17,
    }
}

/// The date of an event for the column of dates: what all statements together leave
/// possible where that is less than its own date does, else its own date.
pub fn when(event: &Event, language: Language) -> String {
    let year = match heading_of(event) {
        Row::Year(year) => Some(year),
        _ => None,
    };
    brief(event, language, year)
}

/// The same with its year, where no heading says it.
pub fn when_alone(event: &Event, language: Language) -> String {
    brief(event, language, None)
}

fn brief(event: &Event, language: Language, year: Option<i64>) -> String {
    let own = event.record.date.as_ref().filter(|_| !event.is_narrowed());
    own.map(|date| date.value.brief(language, year))
        .or_else(|| event.bounds.brief(language, year))
        .unwrap_or_else(|| Words::of(language).undated.to_owned())
}

/// The same in words.
pub fn when_in_words(event: &Event, language: Language) -> String {
    let own = event.record.date.as_ref().filter(|_| !event.is_narrowed());
    own.map(|date| date.value.words(language))
        .or_else(|| event.bounds.words(language))
        .unwrap_or_else(|| Words::of(language).undated.to_owned())
}
