//! Stepping: through the list, along threads and lanes, through the page and what lies over it.

use super::action::Motion;
use super::state::{Overlay, Reading, State};
use super::update::select;
use super::{Notice, find, overlay, tour};
use crate::chronology::EventNo;
use crate::chronology::query::{Facet, FacetKind};
use crate::view::{Lens, Line, Pane, facets};
use std::borrow::Cow;

/// The most events that are remembered to come back to.
const LONGEST_TRAIL: usize = 1_000;

pub(super) fn advance(state: &mut State, motion: Motion, count: Option<usize>) {
    match (state.overlay, motion) {
        (Some(_), _) => scroll_overlay(state, motion, count),
        (None, _) if state.playing.is_some() => tour::step(state, motion, count),
        (None, Motion::ThreadNext | Motion::ThreadPrevious | Motion::LaneNext | Motion::LanePrevious) => {
            along(state, motion, count.unwrap_or(1));
        }
        (None, Motion::MatchNext | Motion::MatchPrevious) => find::step(state, motion, count.unwrap_or(1)),
        (None, _) if state.focus == Pane::Page => read_on(state, motion, count),
        (None, _) => step(state, motion, count),
    }
}

/// Steps through the list of the lens.
pub(super) fn step(state: &mut State, motion: Motion, count: Option<usize>) {
    match state.lens {
        Lens::Chronology | Lens::Map => step_events(state, motion, count),
        Lens::Actors => {
            let actors = state.actors();
            let at = stepped(state, actors.selected, actors.participants.len(), motion, count);
            let actor = actors.participants.get(at).map(|one| one.actor);
            state.chosen.actor = actor;
            state.reading = Reading::default();
        }
        Lens::Sources => {
            let sources = state.sources();
            let at = stepped(state, sources.selected, sources.supports.len(), motion, count);
            let source = sources.supports.get(at).map(|one| one.source);
            state.chosen.source = source;
            state.reading = Reading::default();
        }
    }
}

/// Steps through the events.
fn step_events(state: &mut State, motion: Motion, count: Option<usize>) {
    let Some(selected) = state.selected else { return };
    let listing = state.listing();
    let at = listing.position(selected).unwrap_or_else(|at| at);
    let at = stepped(state, at, listing.len(), motion, count);
    if let Some(event) = state.listing().event(at) {
        select(state, event);
    }
}

/// A position among so many rows of the list, moved by a motion.
fn stepped(state: &State, at: usize, rows: usize, motion: Motion, count: Option<usize>) -> usize {
    let last = rows.saturating_sub(1);
    let screen = state.layout().map_or(1, |layout| usize::from(layout.list.height).saturating_sub(2).max(1));
    let target = match motion {
        Motion::First | Motion::Last => match (motion, count) {
            (_, Some(number)) => number.saturating_sub(1),
            (Motion::First, None) => 0,
            (_, None) => last,
        },
        _ => moved(at, motion, count, screen),
    };
    target.min(last)
}

/// A position moved by a motion, with no end yet.
fn moved(at: usize, motion: Motion, count: Option<usize>, screen: usize) -> usize {
    let times = count.unwrap_or(1);
    match motion {
        Motion::Next => at.saturating_add(times),
        Motion::Previous => at.saturating_sub(times),
        Motion::PageDown => at.saturating_add(times.saturating_mul(screen)),
        Motion::PageUp => at.saturating_sub(times.saturating_mul(screen)),
        Motion::HalfDown => at.saturating_add(times.saturating_mul(screen.div_ceil(2))),
        Motion::HalfUp => at.saturating_sub(times.saturating_mul(screen.div_ceil(2))),
        Motion::First => 0,
        Motion::Last => usize::MAX,
        _ => at,
    }
}

/// Steps along the thread or the lane, as far as it goes.
fn along(state: &mut State, motion: Motion, times: usize) {
    let chronology = &state.content.chronology;
    let Some(selected) = state.selected else { return };
    let lane = || state.outline.lane(selected).into_iter().flat_map(|lane| &lane.events).copied();
    let target = match motion {
        Motion::ThreadNext => {
            chronology.thread(selected).into_iter().filter(|&event| event > selected).take(times).last()
        }
        Motion::ThreadPrevious => {
            chronology.thread(selected).into_iter().rev().filter(|&event| event < selected).take(times).last()
        }
        Motion::LaneNext => lane().filter(|&event| event > selected).take(times).last(),
        Motion::LanePrevious => lane().rev().filter(|&event| event < selected).take(times).last(),
        _ => None,
    };
    let Some(target) = target else {
        state.notice = Some(Notice::NothingThere);
        return;
    };
    if matches!(motion, Motion::ThreadNext | Motion::ThreadPrevious) {
        leave_trail(state, selected);
    }
    select(state, target);
}

/// Remembers where a link or a thread was followed from; the oldest are forgotten.
pub(super) fn leave_trail(state: &mut State, event: EventNo) {
    if state.trail.len() == LONGEST_TRAIL {
        state.trail.remove(0);
    }
    state.trail.push(event);
}

/// The lines of the page as it is shown, and how many of them fit.
pub(super) fn page(state: &State) -> (Cow<'_, [Line]>, usize) {
    state.layout().map_or_else(Default::default, |layout| (state.shown_page(&layout), usize::from(layout.page.height)))
}

/// Steps through the page: to the next link where one is in sight, else a line on.
fn read_on(state: &mut State, motion: Motion, count: Option<usize>) {
    let (lines, height) = page(state);
    let times = if matches!(motion, Motion::Next | Motion::Previous) { count.unwrap_or(1) } else { 1 };
    let mut reading = state.reading;
    for _ in 0..times.min(lines.len() + 1) {
        let Reading { scroll, link, .. } = reading;
        let sight = scroll..scroll + height;
        match next_link(&lines, link, motion, &sight) {
            Some(link) => reading.link = Some(link),
            None => {
                let most = lines.len().saturating_sub(height);
                let scroll = moved(scroll, motion, None, height.saturating_sub(1).max(1)).min(most);
                let seen = link.filter(|link| (scroll..scroll + height).contains(link));
                reading = Reading { scroll, link: seen, ..reading };
            }
        }
    }
    state.reading = reading;
}

/// The link in sight that follows the selected one, or comes before it.
fn next_link(lines: &[Line], link: Option<usize>, motion: Motion, sight: &std::ops::Range<usize>) -> Option<usize> {
    let links = |at: &usize| lines[*at].link.is_some() && (*at == 0 || lines[*at - 1].link != lines[*at].link);
    let end = sight.end.min(lines.len());
    match motion {
        Motion::Next => (link.map_or(sight.start, |at| at + 1)..end).find(links),
        Motion::Previous => (sight.start..link.unwrap_or(end).min(end)).rev().find(links).filter(|_| link.is_some()),
        _ => None,
    }
}

/// Scrolls what lies over the panes; in the list of problems, steps through them.
fn scroll_overlay(state: &mut State, motion: Motion, count: Option<usize>) {
    let height = overlay::height(state).max(1);
    let problems = state.latest().problems.len().min(overlay::MOST_PROBLEMS);
    let tours = state.content.chronology.tours.len();
    let facets = &state.search.facets;
    let Some(open) = &mut state.overlay else { return };
    match open.overlay {
        Overlay::Help => open.scroll = moved(open.scroll, motion, count, height),
        Overlay::Problems => {
            // A problem takes some three lines.
            open.selected = moved(open.selected, motion, count, height.div_ceil(3)).min(problems.saturating_sub(1));
        }
        Overlay::Tours => open.selected = moved(open.selected, motion, count, height).min(tours.saturating_sub(1)),
        Overlay::Facets => {
            let target = match motion {
                Motion::FacetNext => neighbour(facets, open.selected, 1),
                Motion::FacetPrevious => neighbour(facets, open.selected, -1),
                Motion::Facet(kind) => facets::entrance(facets, kind).unwrap_or(open.selected),
                _ => moved(open.selected, motion, count, height),
            };
            open.selected = target.min(facets::choices(facets).count().saturating_sub(1));
        }
    }
}

/// Where one comes to in the facet next to that of a value; behind the last facet comes the first.
fn neighbour(facets: &[Facet], at: usize, step: isize) -> usize {
    let mut kinds: Vec<FacetKind> = facets::choices(facets).map(|(kind, _)| kind).collect();
    let here = kinds.get(at).copied();
    kinds.dedup();
    let here = kinds.iter().position(|kind| Some(*kind) == here).unwrap_or_default() as isize;
    let there = (here + step).rem_euclid(kinds.len().max(1) as isize);
    kinds.get(there.unsigned_abs()).and_then(|kind| facets::entrance(facets, *kind)).unwrap_or_default()
}
