//! What is asked of the chronology, and the line in which it is typed.
//!
//! The text that was asked last and was no mistake is in force: what it found stays on the
//! screen until something else is found.

use super::input::{Input, Stroke};
use crate::chronology::query::{Facet, FacetKind, Found, Index, Mistake, Query, QueryError};
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
    /// How many events have the year that the line is as a number in their texts.
    pub telling: usize,
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
    /// What the question asks for though nothing is called so.
    pub unknown: Option<Mistake>,
    /// What becomes of the events that it did not find.
    pub rest: Rest,
    /// The facets with their counts, while they are open.
    pub facets: Vec<Facet>,
    /// The list of what was found, while the rest is hidden.
    pub listing: Option<Listing>,
    /// What answers.
    answers: Answers,
}

/// What questions are answered from.
#[derive(Debug, Clone, PartialEq, Default)]
enum Answers {
    /// An index that is made when the first question is asked.
    #[default]
    Later,
    /// One that is being made elsewhere; whether a question was asked meanwhile.
    Awaited { asked: bool },
    /// This one.
    Ready(Box<Index>),
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
            telling: 0,
        });
    }

    /// Carries out strokes in the line, and asks what it says then: once, however many there
    /// are, and not at all if it says what it said before, as a full line does.
    pub fn type_in(&mut self, strokes: impl Iterator<Item = Stroke>, chronology: &Chronology) {
        let Some(typing) = &mut self.typing else { return };
        let said = typing.input.text().to_owned();
        strokes.for_each(|stroke| typing.input.apply(stroke));
        if typing.input.text() != said {
            self.ask_line(chronology);
        }
    }

    /// Asks what the line says, if it is open, and notes a mistake in it.
    fn ask_line(&mut self, chronology: &Chronology) {
        let Some(mut typing) = self.typing.take() else { return };
        let query = Query::parse(typing.input.text());
        (typing.place, typing.telling) = query.as_ref().map_or((None, 0), |query| self.place(query, chronology));
        typing.error = match (query, typing.place) {
            // What leads to one event asks for nothing else.
            (Ok(_), Some(_)) => self.ask(&typing.before, chronology).err(),
            (Ok(_), None) => self.ask(typing.input.text(), chronology).err(),
            (Err(error), _) => Some(error),
        };
        self.typing = Some(typing);
    }

    /// The event that a question leads to, and how many have it as a number in their texts. Such
    /// a number is a year where something is dated so; others are years only among those that the
    /// chronology spans.
    fn place(&mut self, query: &Query, chronology: &Chronology) -> (Option<EventNo>, usize) {
        let place = query.as_place(chronology);
        let Some((year, number)) = query.as_number() else { return (place, 0) };
        let telling = self.index(chronology).map_or(0, |index| index.find(&number).certain);
        let is_year = if telling == 0 { chronology.is_amid(year) } else { chronology.is_dated(year) };
        (place.filter(|_| is_year), telling)
    }

    /// Asks a question; an empty one is none.
    ///
    /// # Errors
    ///
    /// The mistake in the question; then what was asked before stays in force.
    pub fn ask(&mut self, text: &str, chronology: &Chronology) -> Result<(), QueryError> {
        let query = Query::parse(text)?;
        text.trim().clone_into(&mut self.text);
        if let Answers::Awaited { asked } = &mut self.answers {
            *asked = true;
        }
        let index = if query.is_empty() { None } else { self.index(chronology) };
        let answer = index.map(|index| (index.find(&query), index.unknown(&query, chronology)));
        (self.found, self.unknown) = answer.map_or((None, None), |(found, unknown)| (Some(found), unknown));
        self.list(None, chronology);
        if !self.facets.is_empty() {
            self.count(chronology);
        }
        Ok(())
    }

    /// From now on questions wait until there is something to answer them from.
    pub fn wait(&mut self) {
        self.answers = Answers::Awaited { asked: false };
    }

    /// Whether questions wait.
    pub const fn waits(&self) -> bool {
        matches!(self.answers, Answers::Awaited { .. })
    }

    /// Answers from this index; whether a question was asked while there was none.
    pub fn answer(&mut self, index: Box<Index>, chronology: &Chronology) -> bool {
        let was_asked = matches!(self.answers, Answers::Awaited { asked: true });
        self.answers = Answers::Ready(index);
        self.ask_again(chronology);
        was_asked
    }

    /// Asks the same of what the files hold now.
    pub fn renew(&mut self, chronology: &Chronology) {
        if !self.waits() {
            self.answers = Answers::Later;
        }
        self.ask_again(chronology);
        if self.waits() {
            self.wait();
        }
    }

    fn ask_again(&mut self, chronology: &Chronology) {
        let text = std::mem::take(&mut self.text);
        // It was no mistake before, and does not depend on the files.
        if self.ask(&text, chronology).is_err() {
            self.found = None;
        }
        self.ask_line(chronology);
    }

    /// Counts the facets under the question in force.
    pub fn count(&mut self, chronology: &Chronology) {
        let query = self.query();
        self.facets = self.index(chronology).map_or_else(Vec::new, |index| index.facets(chronology, &query));
    }

    /// The question in force with a value of a facet asked for as well, or no longer.
    pub fn toggled(&mut self, kind: FacetKind, id: &str, chronology: &Chronology) -> Query {
        let query = self.query();
        let spelled = self.index(chronology).map(|index| index.spelled_out(&query, kind));
        spelled.unwrap_or(query).toggle(kind, id)
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

    /// What answers, if it is there or may be made now.
    fn index(&mut self, chronology: &Chronology) -> Option<&Index> {
        if matches!(self.answers, Answers::Later) {
            self.answers = Answers::Ready(Box::new(Index::new(chronology)));
        }
        match &self.answers {
            Answers::Ready(index) => Some(index),
            Answers::Later | Answers::Awaited { .. } => None,
        }
    }
}
