//! Paints a lens that has a list of its own, and the page beside it.

use super::canvas::Canvas;
use super::page;
use super::theme::{Part, style};
use crate::app::Reading;
use crate::view::layout::panes;
use crate::view::line::Marks;
use crate::view::register::Register;
use crate::view::{Area, Pane};

/// Paints list and page side by side; in a narrow area the one that has the keys. On the page is
/// marked what `marks` finds.
pub fn draw(lens: &Register, (reading, focus): (Reading, Pane), marks: Option<Marks>, area: Area, canvas: &mut Canvas) {
    let (list, divider, page) = panes(area, focus);
    if list.width > 0 && list.height > 0 {
        draw_list(lens, focus, list, canvas);
    }
    for row in 0..divider.height {
        canvas.text(divider, row, 0, canvas.glyphs.bar, style(Part::Rule));
    }
    if page.width > 0 {
        page::lines(&lens.page, (reading, focus), marks, page, canvas);
    }
}

/// The heads of the columns, and as many rows as fit, the selected one among them.
fn draw_list(lens: &Register, focus: Pane, area: Area, canvas: &mut Canvas) {
    let inner = Area { x: area.x + 3, width: area.width.saturating_sub(4), ..area };
    canvas.line(inner, 0, &lens.head);
    for (row, line) in lens.said.iter().enumerate() {
        canvas.line(inner, row as u16 + 1, line);
    }
    for (at, line) in lens.rows.iter().take(usize::from(area.height - 1)).enumerate() {
        let row = at as u16 + 1;
        canvas.line(inner, row, line);
        if lens.top + at == lens.selected {
            let (sign, part) = match focus {
                Pane::List => (canvas.glyphs.selected, Part::Selected),
                Pane::Page => (canvas.glyphs.resting, Part::Resting),
            };
            canvas.text(area, row, 1, sign, style(Part::Resting));
            canvas.restyle(area, row, style(part));
        }
    }
}
