//! Paints what lies over the panes: the keys, the problems.

use super::canvas::Canvas;
use super::theme::{Part, style};
use crate::app::{Opened, State, overlay};
use crate::view::Area;
use crate::view::width::columns;

pub(super) fn draw(state: &State, open: Opened, canvas: &mut Canvas) {
    let Opened { overlay, scroll, selected } = open;
    let lines = overlay::lines(state, overlay);
    let (width, height) = (overlay::width(state) as u16, overlay::height(state).min(lines.len()) as u16);
    let size = state.manner.size;
    let frame = Area {
        x: (size.width - width - 4) / 2,
        y: (size.height - height - 2) / 2,
        width: width + 4,
        height: height + 2,
    };
    canvas.clear(frame);
    border(state, frame, overlay::heading(state, overlay), canvas);
    let text = Area { x: frame.x + 2, y: frame.y + 1, width, height };
    for (row, told) in lines.iter().skip(scroll).take(usize::from(height)).enumerate() {
        canvas.line(text, row as u16, &told.line);
        if told.choice == Some(selected) {
            let edge = Area { x: frame.x + 1, width: 1, ..text };
            canvas.text(edge, row as u16, 0, canvas.glyphs.selected, style(Part::Key));
        }
    }
    let hidden = lines.len().saturating_sub(scroll + usize::from(height));
    if hidden > 0 {
        let foot = Area { width: frame.width - 2, ..frame };
        let text = format!(" {} ", state.words().more_lines(hidden));
        canvas.text_right(foot, frame.height - 1, &text, style(Part::Border));
    }
}

fn border(state: &State, frame: Area, heading: &str, canvas: &mut Canvas) {
    let (rule, bar, border) = (canvas.glyphs.rule, canvas.glyphs.bar, style(Part::Border));
    for row in 1..frame.height - 1 {
        canvas.text(frame, row, 0, bar, border);
        canvas.text(frame, row, frame.width - 1, bar, border);
    }
    let corners = canvas.glyphs.corners;
    for (row, [left, right]) in [(0, [corners[0], corners[1]]), (frame.height - 1, [corners[2], corners[3]])] {
        canvas.fill(frame, row, rule, border);
        canvas.text(frame, row, 0, left, border);
        canvas.text(frame, row, frame.width - 1, right, border);
    }
    let heading = format!(" {heading} ");
    if columns(&heading) + 4 < usize::from(frame.width) && state.manner.size.width > 0 {
        canvas.text(frame, 0, 2, &heading, style(Part::Heading));
    }
}
