//! What is asked of the chronology, and the line in which it is typed.
//!
//! The text that was asked last and was no mistake is in force: what it found stays on the
//! screen until something else is found.

use super::input::{Input, Stroke};
use crate::chronology::query::{Facet, Found, Index, Query, QueryError};
use crate::chronology::{Chronology, EventNo};
use crate::view::Rest;
use crate::view::list::Listing;

/// A question that is being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typing {
    /// The line.
    pub input: Input,
    /// The question in force before.
    pub before: String,
    /// The event that was selected then.
    pub origin: Option<EventNo>,
    /// The first row of the list that was shown then.
    pub top: usize,
    /// The mistake in the line, if there is one.
    pub error: Option<QueryError>,
    /// The event that the line leads to, where it is nothing but an id or a date.
    pub place: Option<EventNo>,
}

/// What is asked and what was found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Search {
    /// The line, while it has the keys.
    pub typing: Option<Typing>,
    /// The question in force, as it is written; empty for none.
    pub text: String,
    /// What it found; `None` where nothing is asked.
    pub found: Option<Found>,
    /// What becomes of the events that it did not find.
    pub rest: Rest,
    /// The facets with their counts, while they are open.
    pub facets: Vec<Facet>,
    /// The list of what was found, while the rest is hidden.
    pub listing: Option<Listing>,
    /// Made when the first question is asked.
    index: Option<Index>,
}

impl Search {
    /// Opens the line: with the question in force, which the first letter replaces.
    pub fn open(&mut self, selected: Option<EventNo>, top: usize) {
        self.typing = Some(Typing {
            input: Input::offered(self.text.clone()),
            before: self.text.clone(),
            origin: selected,
            top,
            error: None,
            place: None,
        });
    }

    /// Carries out strokes in the line, and asks what it says then: once, however many there
    /// are, and not at all if it says what it said before, as a full line does.
    pub fn type_in(&mut self, strokes: impl Iterator<Item = Stroke>, chronology: &Chronology) {
        let Some(mut typing) = self.typing.take() else { return };
        let said = typing.input.text().to_owned();
        strokes.for_each(|stroke| typing.input.apply(stroke));
        if typing.input.text() != said {
            self.ask_line(&mut typing, chronology);
        }
        self.typing = Some(typing);
    }

    /// Asks what the line says, and notes a mistake in it.
    fn ask_line(&mut self, typing: &mut Typing, chronology: &Chronology) {
        let query = Query::parse(typing.input.text());
        typing.place = query.as_ref().ok().and_then(|query| query.as_place(chronology));
        typing.error = match (query, typing.place) {
            // What leads to one event asks for nothing else.
            (Ok(_), Some(_)) => self.ask(&typing.before, chronology).err(),
            (Ok(_), None) => self.ask(typing.input.text(), chronology).err(),
            (Err(error), _) => Some(error),
        };
    }

    /// Asks a question; an empty one is none.
    ///
    /// # Errors
    ///
    /// The mistake in the question; then what was asked before stays in force.
    pub fn ask(&mut self, text: &str, chronology: &Chronology) -> Result<(), QueryError> {
        let query = Query::parse(text)?;
        text.trim().clone_into(&mut self.text);
        self.found = (!query.is_empty()).then(|| self.index(chronology).find(&query));
        self.list(None, chronology);
        if !self.facets.is_empty() {
            self.count(chronology);
        }
        Ok(())
    }

    /// Asks the same of what the files hold now; a line that is being typed stays open.
    /// `moved` gives the event of now that stands for one of before.
    pub fn renew(&mut self, chronology: &Chronology, moved: impl Fn(EventNo) -> Option<EventNo>) {
        self.index = None;
        let text = std::mem::take(&mut self.text);
        // It was no mistake before, and does not depend on the files.
        if self.ask(&text, chronology).is_err() {
            self.found = None;
        }
        if let Some(mut typing) = self.typing.take() {
            typing.origin = typing.origin.and_then(moved);
            self.ask_line(&mut typing, chronology);
            self.typing = Some(typing);
        }
    }

    /// Counts the facets under the question in force.
    pub fn count(&mut self, chronology: &Chronology) {
        let query = self.query();
        self.facets = self.index(chronology).facets(chronology, &query);
    }

    /// The question in force.
    pub fn query(&self) -> Query {
        Query::parse(&self.text).unwrap_or_default()
    }

    /// Lists what was found, while the rest is hidden; an event that the reader has gone to is
    /// listed even if it was not found.
    pub fn list(&mut self, selected: Option<EventNo>, chronology: &Chronology) {
        self.listing = match (&self.found, self.rest) {
            (Some(found), Rest::Hidden) => {
                let mut events: Vec<EventNo> = found.events().map(|(event, _)| event).collect();
                if let Some((selected, Err(at))) = selected.map(|selected| (selected, events.binary_search(&selected)))
                {
                    events.insert(at, selected);
                }
                Some(Listing::new(chronology, events.into_iter()))
            }
            _ => None,
        };
    }

    fn index(&mut self, chronology: &Chronology) -> &Index {
        self.index.get_or_insert_with(|| Index::new(chronology))
    }
}
