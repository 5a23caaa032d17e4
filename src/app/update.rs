//! The only writer of state: what each action makes of it.

use super::action::{Action, Effect, Motion, Zoom};
use super::overlay;
use super::state::{Overlay, PageKind, Reading, State};
use crate::chronology::EventNo;
use crate::view::axis::{Window, extent, scale};
use crate::view::list::{Row, position};
use crate::view::{Line, Pane};

/// The largest count that can be typed.
const MOST_COUNT: usize = 99_999;

/// Carries out an action, then sees to it that what is selected is on the screen.
pub(super) fn update(state: &mut State, action: Action) -> Effect {
    let count = match action {
        Action::Digit(digit) => {
            let count = state.count.unwrap_or(0) * 10 + usize::from(digit);
            state.count = Some(count.min(MOST_COUNT));
            return Effect::None;
        }
        Action::Resize(_) => None,
        _ => state.count.take(),
    };
    let effect = perform(state, action, count);
    settle(state);
    effect
}

fn perform(state: &mut State, action: Action, count: Option<usize>) -> Effect {
    match action {
        Action::Digit(_) | Action::Forget => {}
        Action::Select(event) => select(state, event),
        Action::Move(motion) => advance(state, motion, count),
        Action::Follow => follow(state),
        Action::Return => come_back(state),
        Action::Out => step_out(state),
        Action::SwitchPane => switch_pane(state),
        Action::Zoom(zoom) => look(state, zoom, count),
        Action::Why => toggle_why(state),
        Action::Language => state.manner.language = state.manner.language.next(),
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

fn toggle(state: &mut State, overlay: Overlay) {
    state.overlay = match state.overlay {
        Some((open, _)) if open == overlay => None,
        _ => Some((overlay, 0)),
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

fn step_out(state: &mut State) {
    if state.overlay.take().is_some() {
        return;
    }
    match (state.reading.kind, state.focus) {
        (PageKind::Why, _) => state.reading = Reading::default(),
        (PageKind::Event, Pane::Page) => switch_pane(state),
        (PageKind::Event, Pane::List) => {}
    }
}

/// Goes where the selected link leads; from the list, to the page.
fn follow(state: &mut State) {
    if state.overlay.is_some() {
        return;
    }
    if state.focus == Pane::List {
        state.focus = Pane::Page;
        return;
    }
    let target = state.reading.link.and_then(|line| page(state).0.get(line)?.link);
    if let (Some(target), Some(here)) = (target, state.selected) {
        state.trail.push(here);
        select(state, target);
    }
}

/// Comes back to where a link was followed; with none followed, to the list.
fn come_back(state: &mut State) {
    match state.trail.pop() {
        _ if state.overlay.is_some() => {}
        Some(event) => select(state, event),
        None => state.focus = Pane::List,
    }
}

fn select(state: &mut State, event: EventNo) {
    if state.selected != Some(event) {
        state.selected = Some(event);
        state.reading = Reading { kind: state.reading.kind, ..Reading::default() };
    }
}

fn advance(state: &mut State, motion: Motion, count: Option<usize>) {
    match (state.overlay, motion) {
        (Some(_), _) => scroll_overlay(state, motion, count),
        (None, Motion::ThreadNext | Motion::ThreadPrevious | Motion::LaneNext | Motion::LanePrevious) => {
            (0..count.unwrap_or(1)).try_for_each(|_| along(state, motion)).unwrap_or_default();
        }
        (None, _) if state.focus == Pane::Page => read_on(state, motion, count),
        (None, _) => step(state, motion, count),
    }
}

/// Steps through the list.
fn step(state: &mut State, motion: Motion, count: Option<usize>) {
    let Some(selected) = state.selected else { return };
    let last = state.content.chronology.events.len() - 1;
    let screen = state.layout().map_or(1, |layout| usize::from(layout.list.height).saturating_sub(2).max(1));
    let at = selected.index();
    let target = match motion {
        Motion::First | Motion::Last if count.is_some() => count.unwrap_or(1).saturating_sub(1),
        Motion::First => 0,
        Motion::Last => last,
        _ => moved(at, motion, count, screen),
    };
    select(state, EventNo::at(target.min(last)));
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
        Motion::ThreadNext | Motion::ThreadPrevious | Motion::LaneNext | Motion::LanePrevious => at,
    }
}

/// Steps along the thread or the lane; `None` at its end.
fn along(state: &mut State, motion: Motion) -> Option<()> {
    let chronology = &state.content.chronology;
    let selected = state.selected?;
    let category = chronology[selected].category;
    let same_kind = |event: &EventNo| chronology[*event].category == category;
    let target = match motion {
        Motion::ThreadNext => chronology.thread(selected).into_iter().find(|&event| event > selected),
        Motion::ThreadPrevious => chronology.thread(selected).into_iter().rev().find(|&event| event < selected),
        Motion::LaneNext => chronology.numbers().skip(selected.index() + 1).find(same_kind),
        Motion::LanePrevious => chronology.numbers().take(selected.index()).rev().find(same_kind),
        _ => None,
    }?;
    if matches!(motion, Motion::ThreadNext | Motion::ThreadPrevious) {
        state.trail.push(selected);
    }
    select(state, target);
    Some(())
}

/// The lines of the page as it is shown, and how many of them fit.
fn page(state: &State) -> (Vec<Line>, usize) {
    state.layout().map_or_else(Default::default, |layout| {
        (state.page_lines(state.page_width(&layout)), usize::from(layout.page.height))
    })
}

/// Steps through the page: to the next link where one is in sight, else a line on.
fn read_on(state: &mut State, motion: Motion, count: Option<usize>) {
    let (lines, height) = page(state);
    let times = if matches!(motion, Motion::Next | Motion::Previous) { count.unwrap_or(1) } else { 1 };
    for _ in 0..times.min(lines.len() + 1) {
        let Reading { scroll, link, .. } = state.reading;
        let sight = scroll..scroll + height;
        match next_link(&lines, link, motion, &sight) {
            Some(link) => state.reading.link = Some(link),
            None => {
                let most = lines.len().saturating_sub(height);
                let scroll = moved(scroll, motion, None, height.saturating_sub(1).max(1)).min(most);
                let seen = link.filter(|link| (scroll..scroll + height).contains(link));
                state.reading = Reading { scroll, link: seen, ..state.reading };
            }
        }
    }
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

fn scroll_overlay(state: &mut State, motion: Motion, count: Option<usize>) {
    let Some((open, scroll)) = state.overlay else { return };
    let height = overlay::height(state);
    let most = overlay::lines(state, open).len().saturating_sub(height);
    state.overlay = Some((open, moved(scroll, motion, count, height.max(1)).min(most)));
}

/// Zooms and pans. Zooming keeps the selected event where it is, as far as can be.
fn look(state: &mut State, zoom: Zoom, count: Option<usize>) {
    let width = state.axis_width();
    let Window { zoom: level, from } = state.window;
    let times = count.unwrap_or(1);
    let step = (width / 4).max(1).saturating_mul(times);
    state.window = match zoom {
        Zoom::In => zoomed(state, level.saturating_add(times.min(16) as u8).min(Window::FARTHEST)),
        Zoom::Out => zoomed(state, level.saturating_sub(times.min(16) as u8)),
        Zoom::All => Window::default(),
        Zoom::Left => Window { from: from.saturating_sub(step), ..state.window },
        Zoom::Right => Window { from: from.saturating_add(step).min(farthest(state, level)), ..state.window },
    };
}

fn zoomed(state: &State, zoom: u8) -> Window {
    let width = state.axis_width();
    let centre = selected_columns(state, zoom).map_or(0, |(first, last)| (first + last) / 2);
    Window { zoom, from: centre.saturating_sub(width / 2).min(farthest(state, zoom)) }
}

/// The first column of the last screen of the axis.
fn farthest(state: &State, zoom: u8) -> usize {
    let width = state.axis_width();
    scale(&state.content.chronology, zoom, width).map_or(0, |scale| scale.columns.saturating_sub(width))
}

/// The columns of the whole axis that the selected event takes.
fn selected_columns(state: &State, zoom: u8) -> Option<(usize, usize)> {
    let chronology = &state.content.chronology;
    let scale = scale(chronology, zoom, state.axis_width())?;
    extent(&scale, &chronology[state.selected?].bounds)
}

/// Brings the selection into sight after whatever happened.
fn settle(state: &mut State) {
    settle_list(state);
    settle_page(state);
}

/// The first row on the screen is always a heading: that of the events below it.
fn settle_list(state: &mut State) {
    let (Some(layout), Some(selected)) = (state.layout(), state.selected) else { return };
    if layout.list.width == 0 {
        return;
    }
    let rows = state.rows();
    let at = position(&rows, selected);
    let height = usize::from(layout.list.height);
    let lowest = (at + 1).saturating_sub(height);
    let last_screen = rows.len().saturating_sub(height).max(lowest);
    let top = state.top.clamp(lowest, at.saturating_sub(1).max(lowest)).min(last_screen);
    // No heading without an event below it.
    let is_heading = |at: usize| rows.get(at).is_some_and(|row| !matches!(row, Row::Event(_)));
    state.top = if is_heading(top + 1) { top + 1 } else { top };
}

fn settle_page(state: &mut State) {
    let (lines, height) = page(state);
    let most = lines.len().saturating_sub(height);
    state.reading.scroll = state.reading.scroll.min(most);
    let sight = state.reading.scroll..state.reading.scroll + height;
    state.reading.link = state.reading.link.filter(|link| sight.contains(link) && lines[*link].link.is_some());
}
