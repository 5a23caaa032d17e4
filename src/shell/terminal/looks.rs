//! How cells are painted, asked for one after the other: neighbours are mostly painted alike.

use super::{
    Depth,
    numbers::{Look, Numbers},
    pen::Pen,
};
use ratatui::{buffer::Cell, style::Color};

/// The looks of the cells of a picture.
pub(super) struct Looks<'a> {
    depth: Depth,
    /// What is written in them has a number too.
    pub numbers: &'a mut Numbers,
    /// The last cell that was not plain and was not painted as the one before it, with its looks.
    last: Option<(&'a Cell, Painted)>,
}

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Painted {
    /// If something is written in it.
    pub written: Look,
    /// If nothing is.
    pub blank: Look,
}

impl<'a> Looks<'a> {
    /// Those of cells that are shown in so many colours.
    pub fn new(depth: Depth, numbers: &'a mut Numbers) -> Self {
        Self { depth, numbers, last: None }
    }

    /// How a cell looks.
    pub fn of(&mut self, cell: &'a Cell) -> Painted {
        // Most of a screen.
        if cell.fg == Color::Reset && cell.bg == Color::Reset && cell.modifier.is_empty() {
            return Painted { written: Look::PLAIN, blank: Look::PLAIN };
        }
        let is_alike = |last: &Cell| cell.fg == last.fg && cell.bg == last.bg && cell.modifier == last.modifier;
        if let Some((_, painted)) = self.last.filter(|(last, _)| is_alike(last)) {
            return painted;
        }
        let painted = self.looked_up(Pen::of(cell, self.depth));
        self.last = Some((cell, painted));
        painted
    }

    fn looked_up(&mut self, pen: Pen) -> Painted {
        Painted { written: self.numbers.look(pen, None), blank: self.numbers.look(pen.on_blank(), None) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::{Modifier, Style};

    #[test]
    fn each_cell_looks_as_it_is_painted_whatever_was_asked_before() {
        let red = Style::new().fg(Color::Red);
        let styles = [red, Style::new(), red, red.bg(Color::Blue), red.add_modifier(Modifier::REVERSED), red];
        let cells = styles.map(|style| {
            let mut cell = Cell::EMPTY;
            cell.set_style(style);
            cell
        });
        let mut numbers = Numbers::default();
        let mut looks = Looks::new(Depth::Ansi16, &mut numbers);
        let painted = cells.each_ref().map(|cell| looks.of(cell));
        for (cell, painted) in cells.iter().zip(painted) {
            let pen = Pen::of(cell, Depth::Ansi16);
            assert_eq!(numbers.pen(painted.written), pen);
            assert_eq!(numbers.pen(painted.blank), pen.on_blank());
        }
    }
}
