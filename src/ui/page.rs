//! Paints the page of the selected event.

use super::canvas::Canvas;
use super::theme::{Part, style};
use crate::app::{Mode, Reading, State};
use crate::view::line::Marks;
use crate::view::width::columns;
use crate::view::{Area, Layout, Line, Pane};

/// Paints it; the columns of the rule below that it takes.
pub(super) fn draw(state: &State, layout: &Layout, canvas: &mut Canvas) -> u16 {
    let lines = state.shown_page(layout);
    self::lines(&lines, (state.reading, state.focus), None, layout.page, canvas);
    below(state, lines.len(), layout, canvas)
}

/// Paints lines from the one on that the reader has scrolled to, the selected link marked; and in
/// those that are seen what `marks` finds, where they were made without it.
pub(super) fn lines(
    lines: &[Line],
    (reading, focus): (Reading, Pane),
    marks: Option<Marks>,
    page: Area,
    canvas: &mut Canvas,
) {
    // A blank stays free on either side.
    let area = Area { x: page.x + 1, width: page.width.saturating_sub(2), ..page };
    let link = reading.link.and_then(|line| lines.get(line)?.link);
    for (at, line) in lines.iter().enumerate().skip(reading.scroll).take(usize::from(area.height)) {
        let row = (at - reading.scroll) as u16;
        match marks {
            Some(marks) => canvas.line(area, row, &line.clone().marked(marks)),
            None => canvas.line(area, row, line),
        }
        if link.is_some() && line.link == link && focus == Pane::Page && belongs(lines, at, reading.link) {
            canvas.restyle(area, row, style(Part::Selected));
            if Some(at) == reading.link {
                let edge = Area { x: page.x, width: 1, ..page };
                canvas.text(edge, row, 0, canvas.glyphs.selected, style(Part::Key));
            }
        }
    }
}

/// Whether a line is the selected link's, which may be broken into several.
fn belongs(lines: &[Line], at: usize, link: Option<usize>) -> bool {
    link.is_some_and(|first| at >= first && lines[first..=at].iter().all(|line| line.link == lines[first].link))
}

/// Says in the rule below how much of the page is not on the screen; the columns that this
/// takes at the right of the rule.
pub(super) fn below(state: &State, lines: usize, layout: &Layout, canvas: &mut Canvas) -> u16 {
    let hidden = lines.saturating_sub(state.reading.scroll + usize::from(layout.page.height));
    if layout.page.width == 0 || state.mode() == Mode::Facets || hidden == 0 {
        return 0;
    }
    let foot = Area { width: layout.page.x + layout.page.width - BESIDE, ..layout.foot };
    let text = format!(" {} ", state.words().more_lines(hidden));
    canvas.text_right(foot, 0, &text, style(Part::Text(crate::view::Role::Quiet)));
    columns(&text) as u16 + BESIDE
}

/// The columns of the rule that are seen at the right of it.
const BESIDE: u16 = 2;
