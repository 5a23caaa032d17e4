//! Paints the axis: ticks over lanes.

use super::canvas::Canvas;
use super::theme::{Part, category, style};
use crate::app::State;
use crate::chronology::CategoryNo;
use crate::view::axis::{Axis, Mark, Strip, Weight, Window};
use crate::view::lane::Lane;
use crate::view::width::{columns, pad};
use crate::view::{Area, Glyphs};
use ratatui::style::{Color, Modifier, Style};

/// Paints the part of the axis that a window shows, lanes and their names.
pub(super) fn draw(state: &State, window: Window, area: Area, canvas: &mut Canvas) {
    let height = usize::from(area.height).saturating_sub(1);
    let axis = state.axis(window, state.axis_width_within(area.width), height);
    let left = state.lane_label_width() as u16 + 2;
    let drawn = Area { x: area.x + left, width: area.width.saturating_sub(left), ..area };
    ticks(&axis, drawn, canvas);
    let all = state.outline.lanes.len();
    if axis.strips.len() < all && state.playing.is_none() {
        let shown = format!(" {}/{all}", axis.strips.len());
        canvas.text(Area { width: left, ..area }, 0, 0, &shown, style(Part::Rule));
    }
    for (at, strip) in axis.strips.iter().enumerate() {
        let row = at as u16 + 1;
        label(state, &state.outline.lanes[strip.lane], Area { width: left, ..area }, row, canvas);
        cells(state, strip, &axis, drawn, row, canvas);
    }
}

fn ticks(axis: &Axis, area: Area, canvas: &mut Canvas) {
    for tick in &axis.ticks {
        let part = if tick.major { Part::MajorTick } else { Part::MinorTick };
        canvas.text(area, 0, tick.column as u16, &tick.text, style(part));
    }
    for &gap in &axis.gaps {
        canvas.text(area, 0, gap as u16, canvas.glyphs.gap, style(Part::Rule));
    }
    if axis.more.0 {
        let before = Area { x: area.x - 1, width: 1, ..area };
        canvas.text(before, 0, 0, canvas.glyphs.more_left, style(Part::Key));
    }
    if axis.more.1 {
        canvas.text_right(area, 0, canvas.glyphs.more_right, style(Part::Key));
    }
}

fn label(state: &State, lane: &Lane, area: Area, row: u16, canvas: &mut Canvas) {
    let name = state.lane_name(lane);
    let mine = state.selected.is_some_and(|event| lane.holds(event));
    let part = if mine { style(Part::Resting) } else { Style::new() };
    let width = state.lane_label_width();
    let name = pad(name, width, canvas.glyphs.ellipsis);
    let name = name.trim_end();
    let column = 1 + width - columns(name);
    canvas.text(area, row, column as u16, name, part);
}

fn cells(state: &State, strip: &Strip, axis: &Axis, area: Area, row: u16, canvas: &mut Canvas) {
    for (column, cell) in strip.cells.iter().enumerate() {
        let at = column as u16;
        match cell.mark {
            Mark::Empty if axis.gaps.contains(&column) => {
                canvas.sign(area, row, at, canvas.glyphs.gap, style(Part::Rule));
            }
            Mark::Empty if axis.boundaries.contains(&column) => {
                canvas.sign(area, row, at, canvas.glyphs.boundary, style(Part::Rule));
            }
            Mark::Empty => {}
            mark => {
                let sign = sign(mark, cell.weight, canvas.glyphs);
                canvas.sign(area, row, at, sign, mark_style(mark, cell.weight, event_colour(state, cell.category)));
            }
        }
    }
}

/// The sign of a mark: certain solid, possible light, the selected event's own heavier.
fn sign(mark: Mark, weight: Weight, glyphs: &Glyphs) -> &'static str {
    let by_weight = |[other, bounding, selected]: [&'static str; 3]| match weight {
        Weight::Faint | Weight::Other => other,
        Weight::Bounding => bounding,
        Weight::Selected => selected,
    };
    match mark {
        Mark::Empty => " ",
        Mark::Narrow | Mark::Possible if weight == Weight::Faint => glyphs.faint_possible,
        Mark::OpenLeft => by_weight([glyphs.open_left, glyphs.open_left, glyphs.selected_open_left]),
        Mark::OpenRight => by_weight([glyphs.open_right, glyphs.open_right, glyphs.selected_open_right]),
        Mark::Narrow => by_weight([glyphs.narrow, glyphs.bounding_possible, glyphs.selected_possible]),
        Mark::Possible => by_weight([glyphs.possible, glyphs.bounding_possible, glyphs.selected_possible]),
        Mark::Lasting => by_weight([glyphs.lasting, glyphs.bounding_lasting, glyphs.selected_lasting]),
        Mark::Day(count @ 2..=9) if weight <= Weight::Other => DIGITS[usize::from(count)],
        Mark::Day(10..) if weight <= Weight::Other => "+",
        Mark::Day(_) => by_weight([glyphs.day, glyphs.bounding_day, glyphs.selected_day]),
    }
}

/// The digits, as signs.
const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

fn mark_style(mark: Mark, weight: Weight, colour: Color) -> Style {
    let style = Style::new().fg(colour);
    match weight {
        // What a query leaves alone keeps its colour. The sign of a faint span is light enough.
        Weight::Faint if matches!(mark, Mark::Narrow | Mark::Possible) => Style::new(),
        Weight::Faint => Style::new().add_modifier(Modifier::DIM),
        Weight::Selected | Weight::Bounding => style.add_modifier(Modifier::BOLD),
        Weight::Other => style,
    }
}

/// The colour of an event's category.
pub(super) fn event_colour(state: &State, number: Option<CategoryNo>) -> Color {
    let Some(number) = number else { return Color::Reset };
    let record = &state.content.chronology[number];
    category(record.color.as_ref().map(|color| color.value.as_str()), number.index())
}
