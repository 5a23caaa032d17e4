//! Paints the first and the last row: title and counts, keys and position.

use super::canvas::Canvas;
use super::theme::{Part, style};
use crate::app::{Action, Mode, State};
use crate::view::facets::choices;
use crate::view::labels::Labels;
use crate::view::width::columns;
use crate::view::{Area, Glyphs, Role};
use ratatui::style::Style;

/// The title, and how many events are known how well; the numbers add up to the file.
pub(super) fn header(state: &State, area: Area, canvas: &mut Canvas) {
    let chronology = &state.content.chronology;
    let title = chronology.read(&chronology.heading.title, state.manner.language);
    let room = usize::from(area.width).saturating_sub(columns(title) + 5);
    let [full, short, sum] = match state.progress {
        Some(percent) => {
            let [full, short] = progress(state, percent, canvas.glyphs);
            [full, short.clone(), short]
        }
        None => state.words().counts(state.outline.counts),
    };
    let counts = [full, short].into_iter().find(|counts| columns(counts) <= room).unwrap_or(sum);
    let right = Area { width: area.width - 1, ..area };
    canvas.text_right(right, 0, &counts, style(Part::Text(Role::Quiet)));
    let left = Area { width: area.width.saturating_sub(columns(&counts) as u16 + 4), ..area };
    canvas.text(left, 0, 1, title, style(Part::Header));
}

/// How far the files are read, with a bar.
fn progress(state: &State, percent: u8, glyphs: &Glyphs) -> [String; 2] {
    let done = usize::from(percent).min(100) * BAR / 100;
    let bar = format!("{}{}", glyphs.rule_focused.repeat(done), glyphs.rule.repeat(BAR - done));
    Labels::of(state.manner.language).progress(state.content.chronology.events.len(), percent, &bar)
}

/// The columns of the bar.
const BAR: usize = 20;

/// The keys that one needs most, then what is wrong, and the position in the list.
pub(super) fn status(state: &State, area: Area, canvas: &mut Canvas) {
    if let Some(error) = state.search.typing.as_ref().and_then(|typing| typing.error.as_ref()) {
        canvas.text(
            area,
            0,
            1,
            &state.words().mistake(error, usize::from(area.width).saturating_sub(2)),
            style(Part::Text(Role::Problem)),
        );
        return;
    }
    let position = position(state);
    let right = Area { width: area.width - 1, ..area };
    canvas.text_right(right, 0, &position, Style::new());
    let end = area.width.saturating_sub(columns(&position) as u16 + 3);
    let left = Area { width: end, ..area };
    if let Some(notice) = &state.notice {
        let key = |action: &Action| state.bindings.label(state.mode(), action, &state.manner.glyphs);
        canvas.text(left, 0, 1, &notice.sentence(state.manner.language, key), style(Part::Resting));
        return;
    }
    let mut column = 1;
    let problems = state.latest().problems.len();
    if problems > 0 {
        let key = state.bindings.label(state.mode(), &Action::Problems, &state.manner.glyphs);
        let text = state.words().problem_count(problems, &key);
        column = canvas.text(left, 0, column, &text, style(Part::Text(Role::Problem))) + 2;
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
    // Among facets without a value there is nothing to do but to leave them.
    let is_idle = |action: &Action| *action != Action::Out && choices(&state.search.facets).next().is_none();
    let hints = state.bindings.hints(state.mode(), state.focus);
    for (place, binding) in hints.filter(|(_, binding)| binding.mode != Mode::Facets || !is_idle(&binding.action)) {
        let Some(hint) = binding.hint else { continue };
        let key = state.bindings.hinted_keys(place, &state.manner.glyphs);
        let needed = columns(&key) + 1 + columns(hint[language]);
        if needed <= left {
            left = left.saturating_sub(needed + 2);
            shown.push((place, key, hint[language]));
        }
    }
    shown.sort_by_key(|(place, ..)| *place);
    shown.into_iter().map(|(_, key, hint)| (key, hint)).collect()
}

/// The count that is being typed, and where the selected event stands.
fn position(state: &State) -> String {
    let count = state.count.map_or_else(String::new, |count| format!("{count}  "));
    if let Some(playing) = state.playing {
        let seconds = playing.pause().map_or_else(String::new, |_| state.edition().labels().by_itself(playing.seconds));
        return format!("{count}{seconds}");
    }
    let row = state.layout().and_then(|layout| {
        let register = state.register(&layout)?;
        Some(state.edition().labels().row(register.all.min(register.selected + 1), register.all))
    });
    if let Some(row) = row {
        return format!("{count}{row}");
    }
    let at = state.selected.map_or(0, |event| event.index() + 1);
    format!("{count}{}", state.words().position(at, state.content.chronology.events.len()))
}
