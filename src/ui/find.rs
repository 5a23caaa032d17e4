//! Paints the query: the line in which it is typed, or what is asked and how much it found.

use super::canvas::Canvas;
use super::theme::{Part, style};
use crate::app::{State, Typing};
use crate::chronology::query::Found;
use crate::view::width::{columns, fit};
use crate::view::{Area, Layout, Rest, Role};
use ratatui::layout::Position;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// What stands before the query.
const PROMPT: &str = "/ ";

/// Where the cursor of the line is, so that what an input method shows stands there.
pub fn cursor(state: &State) -> Option<Position> {
    let (typing, area) = (state.search.typing.as_ref()?, state.layout()?.foot);
    let column = PROMPT.len() + 1 + columns(shown(state, typing, area).0);
    Some(Position { x: area.x + column as u16, y: area.y })
}

/// Paints the line while a query is typed, else what is asked: in the rule, of which so many
/// columns at the right are taken.
pub(super) fn draw(state: &State, layout: &Layout, taken: u16, canvas: &mut Canvas) {
    match &state.search.typing {
        Some(typing) => draw_line(state, typing, layout.foot, canvas),
        None => {
            let free = layout.foot.width.saturating_sub(taken);
            draw_asked(state, Area { width: free, ..layout.foot }, canvas);
        }
    }
}

/// The text before the cursor, the end of which there is always room for, and behind it.
fn shown<'a>(state: &State, typing: &'a Typing, area: Area) -> (&'a str, &'a str) {
    let room = usize::from(area.width).saturating_sub(PROMPT.len() + 4 + columns(&answer(state, typing)));
    let (before, behind) = typing.input.parts();
    let mut graphemes = before.graphemes(true);
    while columns(graphemes.as_str()) >= room.max(1) && graphemes.next().is_some() {}
    (graphemes.as_str(), behind)
}

fn draw_line(state: &State, typing: &Typing, area: Area, canvas: &mut Canvas) {
    canvas.clear(area);
    let answer = answer(state, typing);
    canvas.text_right(Area { width: area.width - 1, ..area }, 0, &answer, style(Part::Text(Role::Quiet)));
    let column = canvas.text(area, 0, 1, PROMPT, style(Part::Key));
    let (before, behind) = shown(state, typing, area);
    let text = format!("{before}{behind}");
    let room = Area { width: area.width.saturating_sub(columns(&answer) as u16 + 3), ..area };
    let part = if typing.input.is_offered() { Part::Selected } else { Part::Text(Role::Body) };
    canvas.text(room, 0, column, &text, style(part));
    if let Some(error) = &typing.error {
        let hidden = typing.input.text().chars().count() - text.chars().count();
        let letters = letters(&text, (error.at - 1).saturating_sub(hidden), error.length.max(1));
        canvas.mark(room, 0, column, &text, &[letters], style(Part::Mistake));
    }
}

/// The bytes of so many characters of a text from one on.
fn letters(text: &str, from: usize, count: usize) -> Range<usize> {
    let byte = |at: usize| text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
    byte(from)..byte(from + count)
}

/// The columns that the line takes beside what is typed and the title that it leads to.
const BESIDE_TITLE: usize = 10;

/// How much is found; where the line leads to a single event, to which; where there is a mistake
/// in it, what is still shown.
fn answer(state: &State, typing: &Typing) -> String {
    let words = state.words();
    match (typing.place, &state.search.found) {
        // The counts would seem to be those of the mistake.
        (None, _) if typing.error.is_some() => {
            let room = usize::from(state.manner.size.width).saturating_sub(columns(typing.input.text()) + BESIDE_TITLE);
            let still = words.still(&state.search.text);
            if state.search.text.is_empty() || columns(&still) > room { String::new() } else { still }
        }
        (Some(event), _) => {
            let width = usize::from(state.manner.size.width);
            let left = width.saturating_sub(columns(typing.input.text()) + BESIDE_TITLE);
            let telling = words.telling(typing.input.text().trim(), typing.telling);
            let has_room = typing.telling > 0 && left >= width / 3 + columns(&telling);
            let telling = if has_room { telling } else { String::new() };
            let room = left.saturating_sub(columns(&telling)).max(width / 3);
            let title = fit(state.edition().title(event), room, state.manner.glyphs.ellipsis);
            format!("{} {title}{telling}", state.manner.glyphs.arrow)
        }
        (None, Some(found)) => {
            found_or_not(state, found, usize::from(state.manner.size.width).saturating_sub(BESIDE_TITLE))
        }
        (None, None) if state.search.waits() => words.preparing().to_owned(),
        (None, None) => String::new(),
    }
}

/// How much is found; where that is nothing, why, if a value is mistyped, as far as it fits into
/// so many columns together with the query.
fn found_or_not(state: &State, found: &Found, width: usize) -> String {
    let words = state.words();
    match &state.search.unknown {
        Some(unknown) if found.certain + found.possible == 0 => {
            words.none_found(unknown, width.saturating_sub(columns(&state.search.text)))
        }
        _ => words.found(found),
    }
}

/// The query in force, and how much it found, in the rule above the last row.
fn draw_asked(state: &State, left: Area, canvas: &mut Canvas) {
    let words = state.words();
    let answer = match &state.search.found {
        _ if left.height == 0 => return,
        Some(found) => {
            let hidden = if state.search.rest == Rest::Hidden { words.others_hidden() } else { "" };
            found_or_not(state, found, usize::from(left.width).saturating_sub(BESIDE_QUERY)) + hidden
        }
        None if state.search.waits() && !state.search.text.is_empty() => words.preparing().to_owned(),
        None => return,
    };
    let counts = format!(" {answer} ");
    // Where there is no room for both, what is asked matters more than how much it found.
    let is_roomy = columns(&counts) + columns(&state.search.text).min(LEAST) + 5 <= usize::from(left.width);
    let counts = if is_roomy { counts } else { " ".to_owned() };
    let room = usize::from(left.width).saturating_sub(columns(&counts) + 5);
    // What is cut may be a query as well: the reader has to see that there is more of it.
    let query = fit(&state.search.text, room, canvas.glyphs.ellipsis);
    let asked = format!(" {PROMPT}{query} ");
    // The rule below it would dim it.
    canvas.clear(Area { x: left.x + 1, width: (columns(&asked) + columns(&counts)) as u16, ..left });
    let column = canvas.text(left, 0, 1, &asked, style(Part::Key));
    canvas.text(left, 0, column, &counts, style(Part::Text(Role::Quiet)));
}

/// The columns that the query in force takes beside its text and how much it found.
const BESIDE_QUERY: usize = 7;

/// The columns of a long query that are always shown.
const LEAST: usize = 12;
