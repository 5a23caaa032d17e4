//! Paints a map: coasts, flows and places, with names over them.

use super::axis::event_colour;
use super::canvas::Canvas;
use super::theme::{Part, style};
use crate::app::State;
use crate::view::map::{Frame, Map, Role};
use crate::view::width::columns;
use crate::view::{self, Area, Size};
use ratatui::style::{Color, Modifier, Style};

/// Paints the map of a state.
pub(super) fn draw(state: &State, frame: Frame, area: Area, canvas: &mut Canvas) -> Map {
    let map = state.map(frame, Size { width: area.width, height: area.height });
    let selected = state.selected.and_then(|event| state.content.chronology[event].category);
    draw_map(&map, event_colour(state, selected), area, canvas);
    map
}

/// Says in the rule below a map what is not on it, and tells what it said: on the map itself it
/// would cover names.
pub(super) fn below(state: &State, map: &Map, rule: Area, canvas: &mut Canvas) -> String {
    let missing = state.words().not_on_map(map.nowhere, map.out_of_sight, map.is_crowded);
    if !missing.is_empty() {
        let right = Area { width: rule.width.saturating_sub(2), ..rule };
        canvas.text_right(right, 0, &format!(" {missing} "), style(Part::Text(view::Role::Quiet)));
    }
    missing
}

/// Paints a map that was made for an area of this size; what belongs to the selected event
/// in the colour of its category, as on the axis.
fn draw_map(map: &Map, selected: Color, area: Area, canvas: &mut Canvas) {
    let width = usize::from(map.size.width).max(1);
    for (row, cells) in map.cells.chunks(width).enumerate() {
        let mut columns = 0..;
        for run in cells.chunk_by(|a, b| a.role == b.role) {
            let style = role_style(run[0].role, selected);
            for (cell, column) in run.iter().zip(&mut columns) {
                canvas.sign(area, row as u16, column, cell.sign.encode_utf8(&mut [0; 4]), style);
            }
        }
    }
    for label in &map.labels {
        // What lies below would leave its colour in the name.
        let name =
            Area { x: area.x + label.column, y: area.y + label.row, width: columns(&label.text) as u16, height: 1 };
        canvas.clear(name);
        canvas.text(area, label.row, label.column, &label.text, role_style(label.role, selected));
    }
}

fn role_style(role: Role, selected: Color) -> Style {
    match role {
        Role::Sea | Role::Label => Style::new(),
        Role::Coast => style(Part::Rule),
        Role::Flow => style(Part::Flow),
        Role::Place => style(Part::Flow).add_modifier(Modifier::BOLD),
        Role::SelectedFlow | Role::SelectedPlace => Style::new().fg(selected).add_modifier(Modifier::BOLD),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Theme;
    use crate::ui::picture;
    use crate::view::Glyphs;
    use crate::view::map::{Cell, Label};
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    #[test]
    fn a_map_is_painted_in_its_area_with_its_names_over_it() {
        let cell = |sign| Cell { sign, role: if sign == '◆' { Role::SelectedPlace } else { Role::Coast } };
        let label = Label { column: 2, row: 0, text: "横浜".to_owned(), role: Role::SelectedPlace, mark: None };
        let map = Map {
            size: Size { width: 7, height: 2 },
            cells: "◆⠒⠒⠒⠒⠒⠒⡇     ⢸".chars().map(cell).collect(),
            labels: vec![label],
            ..Map::default()
        };
        let mut buffer = Buffer::empty(Rect::new(0, 0, 9, 3));
        let area = Area { x: 1, y: 1, width: 7, height: 2 };
        draw_map(&map, Color::Red, area, &mut Canvas::new(&mut buffer, &Glyphs::UNICODE, Theme::Terminal));
        assert_eq!(picture(&buffer), "\n ◆⠒横浜⠒\n ⡇     ⢸\n");
        let colour = |x, y| buffer[(x, y)].fg;
        assert_eq!([colour(1, 1), colour(2, 1), colour(3, 1)], [Color::Red, Color::Reset, Color::Red]);
    }
}
