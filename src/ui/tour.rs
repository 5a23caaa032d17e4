//! Paints a tour: one step on the whole screen.

use super::canvas::Canvas;
use super::{axis, map};
use crate::app::{Playing, State};
use crate::view::axis::Window;
use crate::view::map::Frame;
use crate::view::tour::{Slide, slide};
use crate::view::{Area, Size};

/// Paints the step that is played, with its event on map and axis.
pub(super) fn draw_step(state: &State, playing: Playing, canvas: &mut Canvas) {
    let Size { width, height } = state.manner.size;
    let area = Area { x: 0, y: 0, width, height: height.saturating_sub(1) };
    let slide = slide(playing.tour, playing.step, Size { width, height: area.height }, state.edition());
    draw(&slide, area, canvas);
    let points = state.selected_points();
    let (on_map, on_axis) = slide.parts(!points.is_empty(), state.outline.lanes.len());
    if on_map.height > 0 {
        let size = Size { width: on_map.width, height: on_map.height };
        map::draw(state, Frame::around(&points, size), on_map, canvas);
    }
    if on_axis.height > 1 {
        axis::draw(state, Window::default(), on_axis, canvas);
    }
}

/// Paints the lines of a slide; the rows of its picture stay free.
pub fn draw(slide: &Slide, area: Area, canvas: &mut Canvas) {
    for (row, column, line) in &slide.lines {
        let (row, column) = (*row as u16, *column as u16);
        let inner = Area { x: area.x + column, width: area.width.saturating_sub(column), ..area };
        canvas.line(inner, row, line);
    }
}
