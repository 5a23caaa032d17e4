//! Paints the page of the selected event.

use super::canvas::Canvas;
use super::theme::{Part, style};
use crate::app::State;
use crate::view::{Area, Layout, Pane};

pub(super) fn draw(state: &State, layout: &Layout, canvas: &mut Canvas) {
    let area = inner(layout);
    let lines = state.page_lines(state.page_width(layout));
    let link = state.reading.link.and_then(|line| lines.get(line)?.link);
    for (at, line) in lines.iter().enumerate().skip(state.reading.scroll).take(usize::from(area.height)) {
        let row = (at - state.reading.scroll) as u16;
        canvas.line(area, row, line);
        if link.is_some() && line.link == link && state.focus == Pane::Page && belongs(&lines, at, state.reading.link) {
            canvas.restyle(area, row, style(Part::Selected));
            if Some(at) == state.reading.link {
                canvas.text(Area { x: area.x - 1, width: 1, ..area }, row, 0, canvas.glyphs.selected, style(Part::Key));
            }
        }
    }
    below(state, lines.len(), layout, canvas);
}

/// Whether a line is the selected link's, which may be broken into several.
fn belongs(lines: &[crate::view::Line], at: usize, link: Option<usize>) -> bool {
    link.is_some_and(|first| at >= first && lines[first..=at].iter().all(|line| line.link == lines[first].link))
}

/// A blank stays free on either side.
fn inner(layout: &Layout) -> Area {
    let page = layout.page;
    Area { x: page.x + 1, width: page.width.saturating_sub(2), ..page }
}

/// Says in the rule below how much of the page is not on the screen.
fn below(state: &State, lines: usize, layout: &Layout, canvas: &mut Canvas) {
    let hidden = lines.saturating_sub(state.reading.scroll + usize::from(layout.page.height));
    if hidden > 0 {
        let foot = Area { width: layout.page.x + layout.page.width - 2, ..layout.foot };
        let text = format!(" {} ", state.words().more_lines(hidden));
        canvas.text_right(foot, 0, &text, style(Part::Text(crate::view::Role::Quiet)));
    }
}
