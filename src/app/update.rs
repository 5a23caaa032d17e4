//! The only writer of state: what each action makes of it.

use super::action::{Action, Effect, Motion};
use super::fresh::Fresh;
use super::input::Stroke;
use super::made::Made;
use super::motion::{advance, leave_trail, page, step};
use super::settle::settle;
use super::state::{Chosen, Opened, Overlay, PageKind, Reading, Sight, State};
use super::zoom::{follow_on_map, look};
use super::{Notice, find, pointer, tour};
use crate::chronology::query::Index;
use crate::chronology::{ActorNo, Chronology, EventNo, SourceNo, TourNo};
use crate::view::citation::citation;
use crate::view::{Lens, Pane};
use std::sync::Arc;

/// The largest count that can be typed.
const MOST_COUNT: usize = 99_999;

/// Carries out an action, then sees to it that what is selected is on the screen.
pub(super) fn update(state: &mut State, action: Action) -> Effect {
    // What is not there for the reader is a key that means nothing, whichever way it comes.
    let action = if state.access.has(action.ability()) { action } else { Action::Forget };
    let count = match action {
        Action::Digit(digit) => {
            type_digit(state, digit);
            settle(state);
            return Effect::None;
        }
        // None of the reader's doing.
        Action::Resize(_) | Action::Notify(_) | Action::Progress(_) => None,
        Action::Load(_) | Action::Reload(_) | Action::Prepare | Action::Answer(_) => None,
        _ => {
            state.notice = None;
            count_for(state, &action)
        }
    };
    let sought = sought(state, &action, count);
    let (before, is_whole) = ((state.selected, state.lens), matches!(action, Action::Load(_) | Action::Answer(_)));
    let effect = perform(state, action, count);
    settle(state);
    // Who goes on from there stays with the event, and not with the place.
    if sought.is_some() || !is_whole && before != (state.selected, state.lens) {
        state.sought = sought;
    }
    if state.access.has(effect.ability()) { effect } else { Effect::None }
}

/// Where an action goes in the list of a beginning, if only the whole can tell where that is.
fn sought(state: &State, action: &Action, count: Option<usize>) -> Option<(Motion, Option<usize>)> {
    let is_in_list = state.focus == Pane::List && state.overlay.is_none() && state.playing.is_none();
    match action {
        Action::Move(motion @ (Motion::First | Motion::Last)) if is_in_list => state.progress.map(|_| (*motion, count)),
        _ => None,
    }
}

/// A digit does at once what it does by itself, for nobody is to wait for a lens. If it turns out to
/// begin a count, that is taken back.
fn type_digit(state: &mut State, digit: u8) {
    look_back(state);
    let is_first = state.count.is_none();
    let count = state.count.unwrap_or(0) * 10 + usize::from(digit);
    state.count = Some(count.min(MOST_COUNT));
    if let Some(meant) = state.meant().filter(|_| is_first).cloned() {
        let State { lens, reading, top, sought, .. } = *state;
        state.before_digit = Some(Sight { lens, reading, top, sought });
        state.notice = None;
        perform(state, meant, None);
        // As with any other key: who looks through another lens has gone on from there.
        state.sought = sought.filter(|_| lens == state.lens);
    }
}

/// Takes back what a digit did that begins a count.
fn look_back(state: &mut State) {
    if let Some(Sight { lens, reading, top, sought }) = state.before_digit.take() {
        (state.lens, state.reading, state.top, state.sought) = (lens, reading, top, sought);
    }
}

/// The count for an action; in front of one that takes none a digit was none.
fn count_for(state: &mut State, action: &Action) -> Option<usize> {
    if action.takes_count() {
        look_back(state);
    }
    state.before_digit = None;
    state.count.take().filter(|_| action.takes_count())
}

fn perform(state: &mut State, action: Action, count: Option<usize>) -> Effect {
    match action {
        Action::Digit(_) | Action::Forget => {}
        Action::GoOn => tour::step(state, Motion::Next, None),
        Action::Look(lens) => look_through(state, lens),
        Action::Select(event) => select(state, event),
        Action::Move(motion) => advance(state, motion, count),
        Action::Point(point) => return pointer::point(state, point),
        Action::Follow => return follow(state),
        Action::Edit => return edit(state),
        Action::Progress(percent) => progress(state, percent),
        Action::Load(fresh) => load(state, *fresh),
        Action::Copy => return copy(state),
        Action::Prepare => state.search.wait(),
        Action::Answer(index) => answer(state, index),
        Action::Reload(fresh) => reload(state, *fresh),
        Action::Notify(notice) => state.notice = Some(notice),
        Action::Return => come_back(state),
        Action::Out => step_out(state),
        Action::SwitchPane => switch_pane(state),
        Action::Zoom(zoom) => look(state, zoom, count),
        Action::Lanes => switch_lanes(state),
        Action::Find => find::begin(state),
        Action::Type(stroke) => find::type_in(state, [stroke].into_iter()),
        Action::Paste(text) => find::type_in(state, text.chars().map(Stroke::Insert)),
        Action::Keep => find::keep(state),
        Action::Ask(text) => find::ask(state, &text),
        Action::Rest => find::switch_rest(state),
        Action::Facets => find::open_facets(state),
        Action::Toggle => find::toggle(state),
        Action::Tour => tour::play(state),
        Action::Play(tour) => tour::start(state, tour),
        Action::Pace(pace) => tour::change_pace(state, pace),
        Action::Why => toggle_why(state),
        Action::Language => state.manner.language = state.manner.language.next(),
        Action::Theme => change_theme(state),
        Action::Help => toggle(state, Overlay::Help),
        Action::Problems => toggle(state, Overlay::Problems),
        Action::Resize(size) => state.manner.size = size,
        Action::Repaint => return Effect::Repaint,
        Action::Suspend => return Effect::Suspend,
        Action::Quit if state.overlay.is_some() => state.overlay = None,
        Action::Quit => return Effect::Quit,
    }
    Effect::None
}

fn look_through(state: &mut State, lens: Lens) {
    state.lens = lens;
    state.reading = Reading::default();
}

/// Makes the lanes from something else.
fn switch_lanes(state: &mut State) {
    state.lanes = state.lanes.next();
    state.outline.turn(state.lanes);
    state.notice = Some(Notice::Lanes(state.lanes));
}

fn change_theme(state: &mut State) {
    state.manner.theme = state.manner.theme.next();
    state.notice = Some(Notice::Theme(state.manner.theme));
}

fn toggle(state: &mut State, overlay: Overlay) {
    state.overlay = match state.overlay {
        Some(open) if open.overlay == overlay => None,
        _ => Some(Opened { overlay, scroll: 0, selected: 0 }),
    };
}

fn toggle_why(state: &mut State) {
    let kind = match state.reading.kind {
        PageKind::Event => PageKind::Why,
        PageKind::Why => PageKind::Event,
    };
    state.overlay = None;
    state.reading = Reading { kind, ..Reading::default() };
    if state.layout().is_some_and(|layout| !layout.is_wide()) {
        state.focus = Pane::Page;
    }
}

fn switch_pane(state: &mut State) {
    state.focus = match state.focus {
        Pane::List => Pane::Page,
        Pane::Page => Pane::List,
    };
    state.reading.link = None;
}

/// The line, what lies over the panes, the proof, the page, the query: whichever comes first.
fn step_out(state: &mut State) {
    if let Some(typing) = state.search.typing.take() {
        return find::give_back(state, typing);
    }
    if state.overlay.take().is_some() || state.playing.take().is_some() {
        return;
    }
    match (state.reading.kind, state.focus) {
        (PageKind::Why, _) => state.reading = Reading::default(),
        (PageKind::Event, Pane::Page) => {
            state.focus = Pane::List;
            state.reading.link = None;
        }
        (PageKind::Event, Pane::List) => find::ask(state, ""),
    }
}

/// Goes where the selected link leads; from the list, to the page; from a problem, to the editor.
pub(super) fn follow(state: &mut State) -> Effect {
    match state.overlay {
        Some(Opened { overlay: Overlay::Problems, .. }) => return edit(state),
        Some(Opened { overlay: Overlay::Tours, selected, .. }) => tour::start(state, TourNo::at(selected)),
        Some(_) => {}
        None if state.focus == Pane::List && matches!(state.lens, Lens::Actors | Lens::Sources) => {
            find::ask_for_selected(state);
        }
        None if state.focus == Pane::List => state.focus = Pane::Page,
        None => {
            let target = state.reading.link.and_then(|line| page(state).0.get(line)?.link);
            if target.is_none() {
                state.notice = Some(Notice::NoLink);
            }
            if let (Some(target), Some(here)) = (target, state.selected) {
                leave_trail(state, here);
                // From an actor or a source to the event itself.
                if matches!(state.lens, Lens::Actors | Lens::Sources) {
                    look_through(state, Lens::Chronology);
                }
                select(state, target);
            }
        }
    }
    Effect::None
}

/// The place of the selected problem where problems are listed, else of the selected event.
fn edit(state: &State) -> Effect {
    let place = match state.overlay {
        Some(Opened { overlay: Overlay::Problems, selected, .. }) => {
            let latest = state.latest();
            latest.problems.get(selected).and_then(|problem| latest.place(problem.span))
        }
        _ => state.selected.and_then(|event| state.content.place(state.content.chronology[event].record.id.span)),
    };
    place.map_or(Effect::None, Effect::Edit)
}

/// Cites the selected event.
fn copy(state: &mut State) -> Effect {
    let Some(event) = state.selected else { return Effect::None };
    state.notice = Some(Notice::Copied);
    Effect::Copy(citation(event, state.edition()))
}

/// Tells how much is read. With the first word of it, what was said of the whole is true no longer.
fn progress(state: &mut State, percent: u8) {
    if state.progress.replace(percent).is_none() {
        state.made = Made::default();
    }
}

/// Shows what the files hold now, with the same event selected, or says how much is wrong in it.
fn reload(state: &mut State, fresh: Fresh) {
    if !state.takes(&fresh.content) {
        state.notice = Some(Notice::Broken(fresh.content.problems.len()));
        state.broken = Some(fresh.content);
        return;
    }
    replace(state, fresh);
    state.notice = Some(Notice::Reloaded(state.content.chronology.events.len()));
}

/// Shows the whole of what was begun, and goes to where the reader wanted to be in it.
fn load(state: &mut State, fresh: Fresh) {
    replace(state, fresh);
    seek(state);
}

/// Answers what waits, and goes to where the reader wanted to be in what was found.
fn answer(state: &mut State, index: Box<Index>) {
    find::answer(state, index);
    seek(state);
}

/// Goes to where the reader wanted to be in the whole, as soon as it is known what of it is listed.
fn seek(state: &mut State) {
    let is_listed = !state.search.waits() || state.search.text.is_empty();
    if let Some((motion, count)) = state.sought.take_if(|_| is_listed) {
        step(state, motion, count);
    }
}

/// Shows other content: with the same event selected, but the first where the reader has
/// not gone on from the first of what came before it was read to the end.
fn replace(state: &mut State, fresh: Fresh) {
    let tour = state.playing.map(|playing| state.content.chronology[playing.tour].id.value.clone());
    let before = std::mem::replace(&mut state.content, Arc::clone(&fresh.content));
    let now = &state.content.chronology;
    let found = |event: EventNo| fresh.find(before.chronology[event].id());
    let nearest = |event: EventNo| now.numbers().next_back().map(|last| last.min(event));
    let moved = |event: EventNo| found(event).or_else(|| nearest(event));
    if let Some(typing) = &mut state.search.typing {
        typing.origin = typing.origin.and_then(moved);
    }
    state.search.renew(now);
    let is_unmoved = state.progress.is_some() && state.selected == before.chronology.numbers().next();
    let selected = state.selected.filter(|_| !is_unmoved);
    let typed = state.search.typing.as_ref().and_then(|typing| typing.place);
    state.selected = typed.or_else(|| selected.and_then(moved)).or(now.numbers().next());
    state.trail = state.trail.iter().filter_map(|&event| found(event)).collect();
    state.chosen = chosen(state.chosen, &before.chronology, now);
    (state.broken, state.progress) = (None, None);
    (state.outline, state.made) = fresh.into_parts(state.lanes);
    tour::renew(state, tour);
}

/// The same actor and source in another chronology; the first of each that is not there any more.
fn chosen(Chosen { actor, source }: Chosen, before: &Chronology, now: &Chronology) -> Chosen {
    let actor = actor.and_then(|actor| {
        let id = &before[actor].record.id.value;
        now.actors.iter().position(|other| other.record.id.value == *id)
    });
    let source = source.and_then(|source| {
        let id = &before[source].record.id.value;
        now.sources.iter().position(|other| other.record.id.value == *id)
    });
    Chosen { actor: actor.map(ActorNo::at), source: source.map(SourceNo::at) }
}

/// Comes back to where a link was followed; with none followed, to the list.
fn come_back(state: &mut State) {
    if state.overlay.is_some() {
        return;
    }
    match state.trail.pop() {
        Some(event) => select(state, event),
        None => {
            state.focus = Pane::List;
            state.reading.link = None;
        }
    }
}

pub(super) fn select(state: &mut State, event: EventNo) {
    if state.selected != Some(event) {
        state.selected = Some(event);
        state.reading = Reading { kind: state.reading.kind, ..Reading::default() };
        follow_on_map(state);
    }
}
