//! Paints the list: dates, signs of their kinds, titles.

use super::axis::event_colour;
use super::canvas::Canvas;
use super::theme::{Part, style};
use crate::app::State;
use crate::chronology::EventNo;
use crate::view::list::{Row, heading, when, when_width};
use crate::view::{Area, Pane, Role};
use ratatui::style::{Modifier, Style};

pub(super) fn draw(state: &State, area: Area, canvas: &mut Canvas) {
    let rows = &state.listing().rows;
    if rows.is_empty() {
        canvas.text(area, 0, 1, state.no_event(), Style::new());
        return;
    }
    for (at, row) in rows.iter().skip(state.top).take(usize::from(area.height)).enumerate() {
        let at = at as u16;
        match *row {
            Row::Event(event) if at > 0 => draw_event(state, event, area, at, canvas),
            row => draw_heading(state, row, area, at, canvas),
        }
    }
}

/// A heading, with a rule behind it.
fn draw_heading(state: &State, row: Row, area: Area, at: u16, canvas: &mut Canvas) {
    let text = heading(&state.content.chronology, row, state.words());
    let end = canvas.text(area, at, 1, &text, style(Part::Heading));
    let behind = Area { x: area.x + end + 1, width: area.width.saturating_sub(end + 2), ..area };
    canvas.fill(behind, at, canvas.glyphs.rule, style(Part::Rule));
}

fn draw_event(state: &State, number: EventNo, area: Area, at: u16, canvas: &mut Canvas) {
    let chronology = &state.content.chronology;
    let event = &chronology[number];
    let (selected, focused) = (state.selected == Some(number), state.focus == Pane::List);
    let marker = match (selected, focused) {
        (true, true) => canvas.glyphs.selected,
        (true, false) => canvas.glyphs.resting,
        (false, _) => " ",
    };
    canvas.text(area, at, 1, marker, Style::new());
    let width = when_width(state.manner.language) as u16;
    let date = when(event, state.manner.language);
    canvas.text(Area { width: 3 + width, ..area }, at, 3, &canvas.glyphs.plain(&date), Style::new());
    let colour = Style::new().fg(event_colour(state, event.category));
    let symbol = event.category.map_or(" ", |category| state.edition().symbol(category));
    canvas.text(area, at, 4 + width, symbol, colour);
    let title = match chronology.read(&event.record.title, state.manner.language) {
        "" => event.id(),
        title => title,
    };
    let inner = Area { width: area.width - 1, ..area };
    canvas.text(inner, at, 6 + width, title, Style::new());
    match (selected, focused) {
        (true, true) => canvas.restyle(area, at, style(Part::Selected)),
        (true, false) => canvas.restyle(area, at, style(Part::Resting)),
        (false, _) => {}
    }
    if state.sieve().leaves(number) {
        // Even in the row that is turned round.
        let found = style(Part::Text(Role::Match)).remove_modifier(Modifier::REVERSED);
        canvas.mark(inner, at, 6 + width, title, &state.marks(title), found);
    } else {
        canvas.restyle(area, at, style(Part::Dimmed));
    }
}
