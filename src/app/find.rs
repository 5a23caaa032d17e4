//! Finding: the line that is typed, facets, and what is selected of what they find.

use super::Mode;
use super::action::Motion;
use super::input::Stroke;
use super::notice::Notice;
use super::search::Typing;
use super::state::{Opened, Overlay, State};
use super::update::select;
use crate::chronology::EventNo;
use crate::chronology::query::{FacetKind, Found, Index, Match, Query, QueryError};
use crate::view::facets::choices;
use crate::view::{Lens, Rest};

/// Opens the line.
pub(super) fn begin(state: &mut State) {
    state.overlay = None;
    state.search.open(state.selected, state.top);
}

/// Changes the line, and selects what it most likely means.
pub(super) fn type_in(state: &mut State, strokes: impl Iterator<Item = Stroke>) {
    state.search.type_in(strokes, &state.content.chronology);
    let Some(Typing { origin: Some(origin), place, error: None, top, .. }) = state.search.typing else { return };
    // What the list shows depends on what is typed now, not on what was typed on the way.
    state.top = top;
    lead_to(state, place.unwrap_or_else(|| meant(state, origin)), Some(origin));
}

/// Selects what a query means. Where that is not where one was, it comes to stand in the upper
/// third of the list: what was found with it mostly follows.
fn lead_to(state: &mut State, event: EventNo, from: Option<EventNo>) {
    select(state, event);
    let (Some(layout), Some(row)) = (state.layout(), state.listing().place(event)) else { return };
    let third = usize::from(layout.list.height) / 3;
    if from != Some(event) && !(state.top..=state.top + third).contains(&row) {
        state.top = row.saturating_sub(third);
    }
}

/// So many of the events that are found are looked at for what is meant.
const MOST_LOOKED_AT: usize = 500;

/// The event that a query most likely means: from one on the first of a month that it names; else
/// that whose title holds most of what is asked; where no title holds any, the first that was found.
fn meant(state: &State, origin: EventNo) -> EventNo {
    let Some(found) = &state.search.found else { return origin };
    if let Some(dated) = found.dated(origin) {
        return dated;
    }
    let edition = state.edition();
    let from = |is_behind: bool| found.events().filter(move |(event, _)| (*event >= origin) == is_behind);
    let events = from(true).chain(from(false)).map(|(event, _)| event).take(MOST_LOOKED_AT);
    let held = events.map(|event| (found.marks(edition.title(event)).len(), event)).filter(|(held, _)| *held > 0);
    let best = held.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.map_or_else(|| nearest(found, origin), |(_, event)| event)
}

/// Answers from this index what was asked while there was none.
pub(super) fn answer(state: &mut State, index: Box<Index>) {
    let was_asked = state.search.answer(index, &state.content.chronology);
    if state.mode() == Mode::Facets {
        state.search.count(&state.content.chronology);
    }
    if let Some(typing) = state.search.typing.as_ref().filter(|_| was_asked) {
        state.top = typing.top;
    }
    let from = state.search.typing.as_ref().map_or(state.selected, |typing| typing.origin);
    let place = state.search.typing.as_ref().and_then(|typing| typing.place);
    let target = place.or_else(|| from.map(|from| meant(state, from)));
    if let Some(target) = target.filter(|_| was_asked) {
        lead_to(state, target, from);
    }
}

/// The event itself if it was found, else the next one that was.
fn nearest(found: &Found, event: EventNo) -> EventNo {
    if found.of(event) == Match::No { found.next(event).unwrap_or(event) } else { event }
}

/// Keeps what was typed and closes the line; where it is a mistake, the line stays open.
pub(super) fn keep(state: &mut State) {
    if state.search.typing.as_ref().is_some_and(|typing| typing.error.is_none()) {
        state.search.typing = None;
    }
}

/// Closes the line and gives back what was there before.
pub(super) fn give_back(state: &mut State, typing: Typing) {
    let Typing { before, origin, top, .. } = typing;
    ask_of(state, &before);
    if let Some(origin) = origin {
        select(state, origin);
    }
    state.top = top;
}

/// Asks a query, and selects something that it finds.
pub(super) fn ask(state: &mut State, text: &str) {
    ask_of(state, text);
    if let Some(selected) = state.selected {
        lead_to(state, meant(state, selected), Some(selected));
    }
}

/// Asks a query; a mistake in it is told.
fn ask_of(state: &mut State, text: &str) {
    let asked = state.search.ask(text, &state.content.chronology);
    tell(state, asked);
}

fn tell(state: &mut State, asked: Result<(), QueryError>) {
    state.notice = asked.err().map(|error| Notice::NoQuery(Box::new(error)));
}

/// Steps so many matches on or back; beyond the last the first follows.
pub(super) fn step(state: &mut State, motion: Motion, times: usize) {
    let (Some(found), Some(selected)) = (&state.search.found, state.selected) else {
        state.notice = Some(if state.search.waits() { Notice::Preparing } else { Notice::NothingAsked });
        return;
    };
    let events: Vec<EventNo> = found.events().map(|(event, _)| event).collect();
    if events.is_empty() {
        state.notice = Some(Notice::NothingFound);
        return;
    }
    let (before, behind) = (events.partition_point(|event| *event < selected), |at: usize| at / events.len() > 0);
    let here = usize::from(events.get(before) == Some(&selected));
    let (target, wraps) = match motion {
        Motion::MatchPrevious => {
            let back = times % events.len();
            ((before + events.len() - back) % events.len(), times > before)
        }
        _ => (before + here + times - 1, behind(before + here + times - 1)),
    };
    state.notice = wraps.then_some(Notice::Wrapped);
    select(state, events[target % events.len()]);
}

/// Hides what is not found, or dims it.
pub(super) fn switch_rest(state: &mut State) {
    state.search.rest = match state.search.rest {
        Rest::Dimmed => Rest::Hidden,
        Rest::Hidden => Rest::Dimmed,
    };
    state.notice = Some(Notice::Rest(state.search.rest));
    state.search.list(state.selected, &state.content.chronology);
}

/// Opens the facets, or closes them.
pub(super) fn open_facets(state: &mut State) {
    match state.overlay {
        Some(Opened { overlay: Overlay::Facets, .. }) => state.overlay = None,
        _ => {
            state.search.typing = None;
            state.search.count(&state.content.chronology);
            state.overlay = Some(Opened { overlay: Overlay::Facets, scroll: 0, selected: 0 });
        }
    }
}

/// Asks for the selected value of a facet as well, or no longer.
pub(super) fn toggle(state: &mut State) {
    let Some(Opened { overlay: Overlay::Facets, selected, .. }) = state.overlay else { return };
    let choices = |state: &State| -> Vec<(FacetKind, String)> {
        choices(&state.search.facets).map(|(kind, value)| (kind, value.id.clone())).collect()
    };
    let Some(choice) = choices(state).get(selected).cloned() else { return };
    let query = state.search.toggled(choice.0, &choice.1, &state.content.chronology);
    ask(state, &query.to_string());
    // What was chosen stays selected, though values around it may have come or gone.
    let at = choices(state).iter().position(|other| *other == choice);
    if let (Some(open), Some(at)) = (&mut state.overlay, at) {
        open.selected = at;
    }
}

/// Makes the selected actor or source the query; if it is the query already, asks nothing.
pub(super) fn ask_for_selected(state: &mut State) {
    let chronology = &state.content.chronology;
    let (kind, id) = match state.lens {
        Lens::Actors => {
            let actors = state.actors();
            let actor = actors.participants.get(actors.selected).map(|one| &chronology[one.actor].record.id);
            (FacetKind::Actor, actor)
        }
        Lens::Sources => {
            let sources = state.sources();
            let source = sources.supports.get(sources.selected).map(|one| &chronology[one.source].record.id);
            (FacetKind::Source, source)
        }
        Lens::Chronology | Lens::Map => return,
    };
    let Some(id) = id else { return };
    let query = Query::default().toggle(kind, &id.value);
    let text = if state.search.query() == query { String::new() } else { query.to_string() };
    ask(state, &text);
}
