//! Paints the first and the last row: title and counts, keys and position.

use super::canvas::Canvas;
use super::theme::{Part, style};
use crate::app::{KEYMAP, State, hints};
use crate::view::width::columns;
use crate::view::{Area, Role};
use ratatui::style::Style;

/// The title, and how many events are known how well; the numbers add up to the file.
pub(super) fn header(state: &State, area: Area, canvas: &mut Canvas) {
    let chronology = &state.content.chronology;
    let title = chronology.read(&chronology.heading.title, state.manner.language);
    let room = usize::from(area.width).saturating_sub(columns(title) + 5);
    let [full, short, sum] = state.words().counts(state.outline.counts);
    let counts = [full, short].into_iter().find(|counts| columns(counts) <= room).unwrap_or(sum);
    let right = Area { width: area.width - 1, ..area };
    canvas.text_right(right, 0, &counts, style(Part::Text(Role::Quiet)));
    let left = Area { width: area.width.saturating_sub(columns(&counts) as u16 + 4), ..area };
    canvas.text(left, 0, 1, title, style(Part::Header));
}

/// The keys that one needs most, then what is wrong, and the position in the list.
pub(super) fn status(state: &State, area: Area, canvas: &mut Canvas) {
    if let Some(error) = state.search.typing.as_ref().and_then(|typing| typing.error.as_ref()) {
        canvas.text(area, 0, 1, &state.words().mistake(error), style(Part::Text(Role::Problem)));
        return;
    }
    let position = position(state);
    let right = Area { width: area.width - 1, ..area };
    canvas.text_right(right, 0, &position, Style::new());
    let end = area.width.saturating_sub(columns(&position) as u16 + 3);
    let left = Area { width: end, ..area };
    if let Some(notice) = &state.notice {
        canvas.text(left, 0, 1, &notice.sentence(state.manner.language), style(Part::Resting));
        return;
    }
    let mut column = 1;
    let problems = state.latest().problems.len();
    if problems > 0 {
        column =
            canvas.text(left, 0, column, &state.words().problem_count(problems), style(Part::Text(Role::Problem))) + 2;
    }
    let hints = shown_hints(state, usize::from(end.saturating_sub(column)));
    for (key, hint) in hints {
        column = canvas.text(area, 0, column, &key, style(Part::Key)) + 1;
        column = canvas.text(area, 0, column, hint, Style::new()) + 2;
    }
}

/// The keys that fit into so many columns, the most needed of them, in the order of the help.
fn shown_hints(state: &State, room: usize) -> Vec<(String, &'static str)> {
    let language = state.manner.language as usize;
    let mut left = room;
    let mut shown: Vec<(usize, String, &'static str)> = Vec::new();
    for binding in hints(state.mode(), state.focus).filter(|binding| binding.is_for(state.access)) {
        let (key, Some(hint)) = (binding.keys[0].label(&state.manner.glyphs), binding.hint) else { continue };
        let needed = columns(&key) + 1 + columns(hint[language]);
        if needed <= left {
            left = left.saturating_sub(needed + 2);
            let place = KEYMAP
                .iter()
                .position(|other| (other.mode, &other.action) == (binding.mode, &binding.action))
                .unwrap_or_default();
            shown.push((place, key, hint[language]));
        }
    }
    shown.sort_by_key(|(place, ..)| *place);
    shown.into_iter().map(|(_, key, hint)| (key, hint)).collect()
}

/// The count that is being typed, and where the selected event stands.
fn position(state: &State) -> String {
    let count = state.count.map_or_else(String::new, |count| format!("{count}  "));
    let at = state.selected.map_or(0, |event| event.index() + 1);
    format!("{count}{}", state.words().position(at, state.content.chronology.events.len()))
}
