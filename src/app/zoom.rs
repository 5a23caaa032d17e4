//! Looking at another part of the axis, or of the earth.

use super::action::Zoom;
use super::state::State;
use crate::view::axis::{Window, extent, length};
use crate::view::map::Frame;
use crate::view::{Lens, Size};

/// Looks at another part of the axis or of the map, whichever the lens shows.
pub(super) fn look(state: &mut State, zoom: Zoom, count: Option<usize>) {
    match state.lens {
        Lens::Map => look_on_map(state, zoom, count.unwrap_or(1)),
        Lens::Chronology | Lens::Actors | Lens::Sources => look_on_axis(state, zoom, count),
    }
}

/// Zooms and pans the map: closer by half, aside by a quarter of the screen.
fn look_on_map(state: &mut State, zoom: Zoom, times: usize) {
    let Some(layout) = state.layout() else { return };
    let size = Size { width: layout.lens.width, height: layout.lens.height };
    let times = times.min(16) as i32;
    let (columns, rows) = (i32::from(size.width / 4).max(1) * times, i32::from(size.height / 4).max(1) * times);
    let frame = state.frame(size);
    state.frame = match zoom {
        Zoom::In => Some(centred(state, frame, size).zoomed(times)),
        Zoom::Out => Some(frame.zoomed(-times)),
        Zoom::All => None,
        Zoom::Left => Some(frame.panned(-columns, 0)),
        Zoom::Right => Some(frame.panned(columns, 0)),
        Zoom::Up => Some(frame.panned(0, rows)),
        Zoom::Down => Some(frame.panned(0, -rows)),
    };
}

/// A frame that is about to come closer: around what the selected event touches.
fn centred(state: &State, frame: Frame, size: Size) -> Frame {
    let points = state.selected_points();
    if state.frame.is_some() || points.is_empty() {
        return frame;
    }
    Frame::new(Frame::around(&points, size).centre(), frame.row_degrees())
}

/// Brings what the selected event touches onto the map, if the reader has moved it.
pub(super) fn follow_on_map(state: &mut State) {
    let (Some(frame), Some(layout)) = (state.frame, state.layout()) else { return };
    let size = Size { width: layout.lens.width, height: layout.lens.height };
    state.frame = Some(frame.showing(&state.selected_points(), size));
}

/// Zooms and pans. Zooming keeps the selected event where it is, as far as can be.
fn look_on_axis(state: &mut State, zoom: Zoom, count: Option<usize>) {
    let width = state.axis_width();
    let Window { zoom: level, from } = state.window;
    let times = count.unwrap_or(1);
    let step = (width / 4).max(1).saturating_mul(times);
    state.window = match zoom {
        Zoom::In => zoomed(state, level.saturating_add(times.min(16) as u8).min(Window::FARTHEST)),
        Zoom::Out => zoomed(state, level.saturating_sub(times.min(16) as u8)),
        Zoom::All => Window::default(),
        Zoom::Up | Zoom::Down => state.window,
        Zoom::Left => Window { from: from.saturating_sub(step), ..state.window },
        Zoom::Right => Window { from: from.saturating_add(step).min(farthest(state, level)), ..state.window },
    };
}

/// Looks so many columns farther to the right along the axis, or to the left.
pub(super) fn pan(state: &mut State, columns: i32) {
    let Window { zoom, from } = state.window;
    let from = from.saturating_add_signed(columns as isize).min(farthest(state, zoom));
    state.window = Window { from, ..state.window };
}

fn zoomed(state: &State, zoom: u8) -> Window {
    let width = state.axis_width();
    let centre = selected_columns(state, zoom).map_or(0, |(first, last)| (first + last) / 2);
    Window { zoom, from: centre.saturating_sub(width / 2).min(farthest(state, zoom)) }
}

/// The first column of the last screen of the axis.
fn farthest(state: &State, zoom: u8) -> usize {
    let width = state.axis_width();
    state.outline.scale(length(zoom, width)).map_or(0, |scale| scale.columns.saturating_sub(width))
}

/// The columns of the whole axis that the selected event takes.
fn selected_columns(state: &State, zoom: u8) -> Option<(usize, usize)> {
    let chronology = &state.content.chronology;
    let scale = state.outline.scale(length(zoom, state.axis_width()))?;
    extent(&scale, &chronology[state.selected?].bounds)
}
