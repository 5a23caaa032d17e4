//! Looking at another part of the axis.

use super::action::Zoom;
use super::state::State;
use crate::view::axis::{Window, extent, length};

/// Zooms and pans. Zooming keeps the selected event where it is, as far as can be.
pub(super) fn look(state: &mut State, zoom: Zoom, count: Option<usize>) {
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
    state.outline.scale(length(zoom, width)).map_or(0, |scale| scale.columns.saturating_sub(width))
}

/// The columns of the whole axis that the selected event takes.
fn selected_columns(state: &State, zoom: u8) -> Option<(usize, usize)> {
    let chronology = &state.content.chronology;
    let scale = state.outline.scale(length(zoom, state.axis_width()))?;
    extent(&scale, &chronology[state.selected?].bounds)
}
