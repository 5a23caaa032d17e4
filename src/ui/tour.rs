//! Paints one step of a tour.

use super::canvas::Canvas;
use crate::view::Area;
use crate::view::tour::Slide;

/// Paints the lines of a slide; the rows of its picture stay free.
pub fn draw(slide: &Slide, area: Area, canvas: &mut Canvas) {
    for (row, column, line) in &slide.lines {
        let (row, column) = (*row as u16, *column as u16);
        let inner = Area { x: area.x + column, width: area.width.saturating_sub(column), ..area };
        canvas.line(inner, row, line);
    }
}
