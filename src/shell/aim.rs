//! Where a session is to begin: at an event or a date, on a tour, or where the reader was the
//! last time.

use super::cli::Explore;
use super::{places, print};
use crate::app::{Action, Content, State};
use crate::chronology::query::{is_month, typed_dates};
use crate::chronology::{EventNo, TourNo};
use crate::date::{Date, Language};
use crate::file::{nearest, quoted};
use std::path::PathBuf;

/// What a reader wants to begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aim {
    /// An event by its id, or a date.
    at: Option<String>,
    /// A tour by its id.
    tour: Option<String>,
    /// The files of which the place was kept, if that is where to go.
    kept: Option<Vec<PathBuf>>,
    /// What is asked from the start.
    query: Option<String>,
}

impl Aim {
    /// What the command line asks for; where it asks for nothing and the reader is one who
    /// returns, the place that was kept.
    pub fn of(options: &Explore, returns: bool) -> Self {
        let kept = (returns && !options.fresh && !options.names_a_place()).then(|| options.input.files.clone());
        Self { at: options.at.clone(), tour: options.tour.clone(), kept, query: options.query.clone() }
    }

    /// Goes there.
    ///
    /// # Errors
    ///
    /// A sentence that says why there is no such place; then nothing is done.
    pub fn take(&self, state: &mut State) -> Result<(), String> {
        let way = self.way(&state.content, |id| state.content.chronology.find(id))?;
        way.into_iter().for_each(|action| {
            state.apply(action);
        });
        Ok(())
    }

    /// What leads there in the whole of what was begun: what was asked of the beginning is asked anew.
    ///
    /// # Errors
    ///
    /// A sentence that says why there is no such place.
    pub fn way_anew(&self, content: &Content, find: impl Fn(&str) -> Option<EventNo>) -> Result<Vec<Action>, String> {
        let way = self.way(content, find)?;
        let first = content.chronology.numbers().next();
        let asked = self
            .query
            .iter()
            .flat_map(|query| first.map(Action::Select).into_iter().chain([Action::Ask(query.clone())]));
        Ok(asked.chain(way).collect())
    }

    /// What leads there in a content; `find` finds the event with an id in it.
    ///
    /// # Errors
    ///
    /// A sentence that says why there is no such place.
    fn way(&self, content: &Content, find: impl Fn(&str) -> Option<EventNo>) -> Result<Vec<Action>, String> {
        let event = self.at.as_ref().map(|at| find(at).map_or_else(|| date(content, at), Ok)).transpose()?;
        let tour = self.tour.as_ref().map(|id| tour(content, id)).transpose()?;
        let back = self.kept.iter().flat_map(|files| places::way_back(files, &find));
        Ok(event.map(Action::Select).into_iter().chain(tour.map(Action::Play)).chain(back).collect())
    }
}

/// The tour with this id.
fn tour(content: &Content, id: &str) -> Result<TourNo, String> {
    let tours = &content.chronology.tours;
    let ids = || tours.iter().map(|tour| tour.id.value.as_str());
    ids().position(|known| known == id).map(TourNo::at).ok_or_else(|| {
        let near = nearest(id, ids()).map_or_else(String::new, |near| format!("; did you mean {}?", quoted(near)));
        format!("no tour has the id {}{near}", quoted(id))
    })
}

/// The event that a date leads to, which is read as the find line reads it, or as annals itself words one.
fn date(content: &Content, at: &str) -> Result<EventNo, String> {
    let at = at.trim();
    let mut dates = typed_dates(at);
    if dates.is_empty() {
        dates.extend(Date::from_words(at));
    }
    match &dates[..] {
        [] if is_month(at) => {
            let first = content.chronology.in_month(at);
            first.ok_or_else(|| format!("no event is known to have gone on in {}", quoted(at)))
        }
        [] if !at.contains(char::is_alphabetic) => Err(format!("{} is neither a date nor an event's id", quoted(at))),
        [] => Err(print::unknown(content, at)),
        [date] => {
            date.earliest().day().ok_or_else(|| format!("{at} has no earliest day to open at"))?;
            content.chronology.at(date).ok_or_else(|| "there is no event".to_owned())
        }
        several => {
            let ways =
                several.iter().map(|date| format!("{} for {}", quoted(&date.to_string()), date.words(Language::En)));
            Err(format!("{} can be read in two ways; write {}", quoted(at), ways.collect::<Vec<_>>().join(", ")))
        }
    }
}
