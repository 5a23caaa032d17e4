//! A grid of dots, eight to a cell, and lines upon it.
//!
//! Knows cells and the signs that their dots make; knows nothing of the earth.

use super::projection::{CELL_DOTS, Dot};
use super::{Cell, Role};
use crate::view::Size;

/// The dots of a map. What matters more drives what matters less out of a cell, so that
/// lines can be told apart without colours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dots {
    size: Size,
    cells: Vec<Dotted>,
}

/// The dots of a cell: a bit for each, row after row from above, left before right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Dotted {
    bits: u8,
    role: Role,
}

impl Dots {
    pub(super) fn new(size: Size) -> Self {
        let cells = usize::from(size.width) * usize::from(size.height);
        Self { size, cells: vec![Dotted::default(); cells] }
    }

    /// Sets a dot.
    pub(super) fn plot(&mut self, (x, y): (i32, i32), role: Role) {
        let Some((column, row)) = cell((x, y), self.size) else { return };
        let dotted = &mut self.cells[row * usize::from(self.size.width) + column];
        if role > dotted.role {
            *dotted = Dotted { bits: 0, role };
        }
        if role == dotted.role {
            dotted.bits |= 1 << (y % CELL_DOTS.1 * CELL_DOTS.0 + x % CELL_DOTS.0);
        }
    }

    /// The cells, row after row, as Braille or, where that cannot be shown, as ASCII.
    pub(super) fn cells(&self, ascii: bool) -> Vec<Cell> {
        let sign = |dotted: &Dotted| if ascii { ascii_sign(*dotted) } else { braille(dotted.bits) };
        self.cells.iter().map(|dotted| Cell { sign: sign(dotted), role: dotted.role }).collect()
    }
}

/// The dots of a straight piece, from one end to the other.
pub(super) fn walk(from: Dot, to: Dot) -> impl Iterator<Item = (i32, i32)> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let steps = (-whole(-dx.abs().max(dy.abs()))).max(1);
    (0..steps + 1).map(move |step| {
        let part = f64::from(step) / f64::from(steps);
        (whole(from.0 + part * dx), whole(from.1 + part * dy))
    })
}

/// The greatest whole number that is no greater: for a computer without an instruction for that a
/// good deal sooner than [`f64::floor`] tells it.
fn whole(number: f64) -> i32 {
    let near = number as i32;
    near - i32::from(f64::from(near) > number)
}

/// The column and row of the cell that holds a dot.
pub(super) fn cell((x, y): (i32, i32), size: Size) -> Option<(usize, usize)> {
    let (x, y) = (usize::try_from(x).ok()?, usize::try_from(y).ok()?);
    let (column, row) = (x / CELL_DOTS.0 as usize, y / CELL_DOTS.1 as usize);
    (column < usize::from(size.width) && row < usize::from(size.height)).then_some((column, row))
}

/// Unicode's bit of each dot.
const BRAILLE: [u32; 8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];

fn braille(bits: u8) -> char {
    let set = (0..8).filter(|at| bits & 1 << at != 0);
    let pattern: u32 = set.map(|at: usize| BRAILLE[at]).sum();
    if pattern == 0 { ' ' } else { char::from_u32(0x2800 + pattern).unwrap_or(' ') }
}

/// The sign for a cell's dots: coasts keep to the upper or lower half.
fn ascii_sign(dotted: Dotted) -> char {
    let (upper, lower) = (dotted.bits & 0x0f != 0, dotted.bits & 0xf0 != 0);
    match (dotted.role, upper, lower) {
        (_, false, false) => ' ',
        (Role::SelectedFlow, ..) => '#',
        (Role::Flow, ..) => '-',
        (_, true, false) => '\'',
        (_, false, true) => '.',
        (_, true, true) => ':',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_shows_its_dots_and_whoever_matters_most() {
        let check = |plots: &[(i32, i32, Role)], expected: [char; 2]| {
            let mut dots = Dots::new(Size { width: 1, height: 1 });
            plots.iter().for_each(|&(x, y, role)| dots.plot((x, y), role));
            assert_eq!([false, true].map(|ascii| dots.cells(ascii)[0].sign), expected, "{plots:?}");
        };
        check(&[], [' ', ' ']);
        check(&[(0, 0, Role::Coast)], ['⠁', '\'']);
        check(&[(1, 0, Role::Coast), (0, 3, Role::Coast)], ['⡈', ':']);
        check(&[(1, 3, Role::Coast), (9, 9, Role::Coast), (-1, 0, Role::Coast)], ['⢀', '.']);
        check(&[(0, 0, Role::Coast), (1, 1, Role::Flow), (0, 2, Role::Coast)], ['⠐', '-']);
        check(&[(0, 2, Role::SelectedFlow), (1, 1, Role::Flow)], ['⠄', '#']);
    }
}
