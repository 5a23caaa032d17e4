//! The mouse: what lies under it, by the same functions that say what is drawn there, and
//! what becomes of that.

use super::action::{Effect, Motion, Zoom};
use super::keymap::Mode;
use super::motion::{advance, page};
use super::state::State;
use super::update::{follow, select};
use super::zoom::{look, pan};
use crate::chronology::EventNo;
use crate::view::axis::{extent, length};
use crate::view::lane::Lane;
use crate::view::list::Row;
use crate::view::{Area, Layout, Lens, Pane, Size};

/// What the mouse has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Deed {
    /// A button went down.
    Press,
    /// The mouse moved with a button down.
    Drag,
    /// The wheel turned away from the hand.
    WheelUp,
    /// It turned towards it.
    WheelDown,
}

/// A deed of the mouse, and the cell where it was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Point {
    /// What was done.
    pub deed: Deed,
    /// Columns from the left edge of the screen.
    pub column: u16,
    /// Rows from its top.
    pub row: u16,
}

/// The lines that one step of the wheel takes.
const WHEEL: usize = 3;

impl Point {
    /// The column and the row within an area, if it is there.
    fn within(self, area: Area) -> Option<(u16, u16)> {
        let (column, row) = (self.column.checked_sub(area.x)?, self.row.checked_sub(area.y)?);
        (column < area.width && row < area.height).then_some((column, row))
    }
}

/// Carries out what the mouse did. While a query is typed or a tour is played it does nothing.
pub(super) fn point(state: &mut State, point: Point) -> Effect {
    let grip = state.grip.take();
    let Some(layout) = state.layout().filter(|_| matches!(state.mode(), Mode::Explore | Mode::Facets)) else {
        return Effect::None;
    };
    if state.overlay.is_some() {
        wheel(state, point.deed, 1);
        return Effect::None;
    }
    if let Some((_, row)) = point.within(layout.list) {
        on_list(state, &layout, point.deed, usize::from(row));
    } else if let Some((_, row)) = point.within(layout.page) {
        return on_page(state, point.deed, usize::from(row));
    } else if let Some((column, row)) = point.within(layout.lens) {
        match state.lens {
            Lens::Map => on_map(state, &layout, point.deed, (column, row)),
            Lens::Chronology | Lens::Actors | Lens::Sources => {
                on_axis(state, &layout, point.deed, (column, row), grip);
            }
        }
    }
    Effect::None
}

/// Steps as the wheel turns.
fn wheel(state: &mut State, deed: Deed, steps: usize) {
    match deed {
        Deed::WheelUp => advance(state, Motion::Previous, Some(steps)),
        Deed::WheelDown => advance(state, Motion::Next, Some(steps)),
        Deed::Press | Deed::Drag => {}
    }
}

/// Comes closer or goes farther as the wheel turns.
fn zoom(state: &mut State, deed: Deed) {
    match deed {
        Deed::WheelUp => look(state, Zoom::In, None),
        Deed::WheelDown => look(state, Zoom::Out, None),
        Deed::Press | Deed::Drag => {}
    }
}

fn on_list(state: &mut State, layout: &Layout, deed: Deed, row: usize) {
    state.focus = Pane::List;
    if deed != Deed::Press {
        wheel(state, deed, 1);
    } else if let Some(register) = state.register(layout) {
        let at = row.checked_sub(1).filter(|row| *row < register.rows.len()).map(|row| register.top + row);
        if let Some(at) = at {
            advance(state, Motion::First, Some(at + 1));
        }
    } else if let Some(&Row::Event(event)) = state.listing().rows.get(state.top + row).filter(|_| row > 0) {
        select(state, event);
    }
}

fn on_page(state: &mut State, deed: Deed, row: usize) -> Effect {
    state.focus = Pane::Page;
    let (lines, height) = page(state);
    let most = lines.len().saturating_sub(height);
    let scroll = state.reading.scroll;
    match deed {
        Deed::WheelUp => state.reading.scroll = scroll.saturating_sub(WHEEL),
        Deed::WheelDown => state.reading.scroll = (scroll + WHEEL).min(most),
        Deed::Drag => {}
        Deed::Press => {
            let at = scroll + row;
            if lines.get(at).is_some_and(|line| line.link.is_some()) {
                state.reading.link = Some(at);
                return follow(state);
            }
        }
    }
    Effect::None
}

/// Selects the first event of the place that is drawn there, or the next one of it.
fn on_map(state: &mut State, layout: &Layout, deed: Deed, (column, row): (u16, u16)) {
    if deed != Deed::Press {
        return zoom(state, deed);
    }
    let size = Size { width: layout.lens.width, height: layout.lens.height };
    let map = state.map(state.frame(size), size);
    let next = map
        .mark_at(column, row)
        .and_then(|mark| state.traffic().next(&mark.places, state.selected.filter(|_| mark.is_selected)));
    if let Some(event) = next {
        // The place stays under the mouse, so that one can click again.
        let frame = state.frame;
        select(state, event);
        state.frame = frame;
    }
}

/// Selects in a lane, or drags the axis along with the column that was gripped.
fn on_axis(state: &mut State, layout: &Layout, deed: Deed, (column, row): (u16, u16), grip: Option<u16>) {
    match (deed, grip) {
        (Deed::Press, _) => {
            state.grip = Some(column);
            if let Some(event) = event_at(state, layout, column, row) {
                select(state, event);
            }
        }
        (Deed::Drag, Some(grip)) => {
            state.grip = Some(column);
            pan(state, i32::from(grip) - i32::from(column));
        }
        (Deed::Drag, None) => {}
        (Deed::WheelUp | Deed::WheelDown, _) => zoom(state, deed),
    }
}

/// The event of the lane in this row that is nearest to a column; of several the one that
/// takes the fewest columns.
fn event_at(state: &State, layout: &Layout, column: u16, row: u16) -> Option<EventNo> {
    let width = state.axis_width();
    let scale = state.outline.scale(length(state.window.zoom, width))?;
    let left = state.lane_label_width() + 2;
    let at = usize::from(column).checked_sub(left)? + state.window.from.min(scale.columns.saturating_sub(width));
    let mut lanes = state.outline.shown_lanes(state.selected, usize::from(layout.lens.height).saturating_sub(1));
    let lane: &Lane = state.outline.lanes.get(lanes.nth(usize::from(row.checked_sub(1)?))?)?;
    let chronology = &state.content.chronology;
    let events = chronology.numbers().filter(|&event| lane.holds(event) && state.sieve().leaves(event));
    let near = events.filter_map(|event| {
        let (first, last) = extent(&scale, &chronology[event].bounds)?;
        Some((first.saturating_sub(at) + at.saturating_sub(last), last - first, event))
    });
    near.min().map(|(.., event)| event)
}
