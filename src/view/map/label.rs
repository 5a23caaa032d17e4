//! Finding room for names: whole, within the map, and none over another.
//!
//! Knows widths of texts and what a map already shows; knows nothing of the earth.

use super::{Cell, Label, Role};
use crate::view::Size;
use crate::view::width::columns;

/// A name that looks for room.
#[derive(Debug)]
pub(super) struct Wanted {
    /// The cell that it belongs to: column, row.
    pub(super) at: (usize, usize),
    /// The texts that would do, the best first.
    pub(super) texts: Vec<String>,
    /// The least that would do, where nothing else does.
    pub(super) least: String,
    /// What it is.
    pub(super) role: Role,
}

/// The room of a map.
#[derive(Clone)]
pub(super) struct Room<'a> {
    size: Size,
    cells: &'a [Cell],
    /// Cells of marks and heads of arrows.
    signs: Vec<bool>,
    /// Cells that no text may cover.
    taken: Vec<bool>,
}

/// How a text may stand to its mark, the best first: rows below it, and where it begins.
const STANDS: [(isize, Stand); 8] = [
    (0, Stand::Right),
    (0, Stand::Left),
    (-1, Stand::Right),
    (1, Stand::Right),
    (-1, Stand::Left),
    (1, Stand::Left),
    (-1, Stand::Over),
    (1, Stand::Over),
];

#[derive(Debug, Clone, Copy)]
enum Stand {
    /// Begins behind the mark.
    Right,
    /// Ends before the mark.
    Left,
    /// Has the mark in its middle, or is moved to stay on the map.
    Over,
}

/// What it costs to take a text that is not the best.
const SHORTENED: usize = 6;

impl<'a> Room<'a> {
    /// The room that marks and heads of arrows leave.
    pub(super) fn new(size: Size, cells: &'a [Cell], signs: impl IntoIterator<Item = (usize, usize)>) -> Self {
        let mut taken = vec![false; cells.len()];
        for (column, row) in signs {
            taken[row * usize::from(size.width) + column] = true;
        }
        Self { size, cells, signs: taken.clone(), taken }
    }

    /// The best place that is left for a name, or `None`; what it gets is taken.
    pub(super) fn place(&mut self, wanted: Wanted) -> Option<Label> {
        let mut best: Option<(usize, (usize, usize), &String)> = None;
        for (rank, text) in wanted.texts.iter().enumerate() {
            let width = columns(text);
            for (order, stand) in STANDS.into_iter().enumerate() {
                let dislike = rank * SHORTENED + order;
                // It costs at least as much as it is disliked, and so do those behind it.
                if best.is_some_and(|(least, ..)| least <= dislike) {
                    break;
                }
                let start = self.start(wanted.at, width, stand).filter(|&start| !self.touches_sign(start, width));
                let cost = start.and_then(|start| Some((dislike + self.cost(start, width)?, start, text)));
                best = cost.filter(|(cost, ..)| best.is_none_or(|(least, ..)| *cost < least)).or(best);
            }
        }
        let best = best.map(|(_, start, text)| (start, text));
        let (start, text) = best.or_else(|| self.far_place(&wanted))?;
        Some(self.take(start, text, wanted.role))
    }

    /// Where the name of a selected place may stand that finds no room beside its mark: as near
    /// as can be.
    fn far_place<'w>(&self, wanted: &'w Wanted) -> Option<((usize, usize), &'w String)> {
        let is_selected = wanted.role == Role::SelectedPlace;
        wanted.texts.iter().chain([&wanted.least]).filter(|_| is_selected).find_map(|text| {
            let width = columns(text);
            let rightmost = usize::from(self.size.width).checked_sub(width)?;
            let starts = (0..usize::from(self.size.height)).flat_map(|row| (0..=rightmost).map(move |at| (at, row)));
            let free = starts.filter(|&start| self.cost(start, width).is_some());
            let distance = |start: &(usize, usize)| {
                let middle = start.0 + width / 2;
                middle.abs_diff(wanted.at.0) + 4 * start.1.abs_diff(wanted.at.1)
            };
            free.min_by_key(distance).map(|start| (start, text))
        })
    }

    /// These very columns for a text, if there is no other within a row or a column.
    pub(super) fn place_alone(&mut self, (column, row): (usize, usize), text: &str, role: Role) -> Option<Label> {
        let width = columns(text);
        let from = column.checked_sub(1)?;
        for near in row.checked_sub(1)?..=row + 1 {
            self.cost((from, near), width + 2)?;
        }
        Some(self.take((column, row), text, role))
    }

    /// Where a text of a width would begin. Beside a mark it leaves a blank, and room for
    /// the head of an arrow.
    fn start(&self, at: (usize, usize), width: usize, (down, stand): (isize, Stand)) -> Option<(usize, usize)> {
        let row = at.1.checked_add_signed(down).filter(|&row| row < usize::from(self.size.height))?;
        let rightmost = usize::from(self.size.width).checked_sub(width)?;
        let column = match stand {
            Stand::Right if down == 0 => at.0 + 1 + self.gap(at.0 + 1, row)?,
            Stand::Right => at.0 + 1,
            Stand::Left if down == 0 => at.0.checked_sub(width + self.gap(at.0.checked_sub(1)?, row)?)?,
            Stand::Left => at.0.checked_sub(width)?,
            Stand::Over => at.0.saturating_sub(width / 2).min(rightmost),
        };
        (column <= rightmost).then_some((column, row))
    }

    /// How many columns to leave beside a mark, by what stands in the next. Beyond another
    /// mark a text would seem to belong to that.
    fn gap(&self, column: usize, row: usize) -> Option<usize> {
        let next = self.index(column, row);
        let is_mark = self.cells.get(next)?.role >= Role::Place;
        (!is_mark).then(|| if self.signs[next] { 2 } else { 1 })
    }

    /// Whether a mark or the head of an arrow stands right before or behind a text.
    fn touches_sign(&self, (column, row): (usize, usize), width: usize) -> bool {
        let before = column.checked_sub(1);
        let behind = Some(column + width).filter(|&column| column < usize::from(self.size.width));
        before.into_iter().chain(behind).any(|column| self.signs[self.index(column, row)])
    }

    /// What a text would hide, or `None` where it would be off the map or something stands
    /// that must not be hidden.
    fn cost(&self, (column, row): (usize, usize), width: usize) -> Option<usize> {
        let from = self.index(column, row);
        if column + width > usize::from(self.size.width) || self.taken.get(from..from + width)?.contains(&true) {
            return None;
        }
        let hidden = |cell: &Cell| match cell.role {
            Role::Sea => 0,
            Role::Coast => 1,
            Role::Flow => 2,
            _ => 6,
        };
        Some(self.cells[from..from + width].iter().map(hidden).sum())
    }

    /// Takes the columns of a text, and one on either side, so that texts do not touch.
    fn take(&mut self, (column, row): (usize, usize), text: &str, role: Role) -> Label {
        let first = self.index(column.saturating_sub(1), row);
        let end = (column + columns(text) + 1).min(usize::from(self.size.width));
        let last = self.index(end, row);
        self.taken[first..last].fill(true);
        Label { column: column as u16, row: row as u16, text: text.to_owned(), role, mark: None }
    }

    fn index(&self, column: usize, row: usize) -> usize {
        row * usize::from(self.size.width) + column
    }
}
