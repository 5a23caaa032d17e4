//! What a terminal shows: rows of cells, and which of them lead to an address.

use super::super::{
    Depth,
    glyph::{Glyph, glyphs},
};
use crate::ui::Link;
use ratatui::buffer::{Buffer, Cell};

/// A picture of a whole screen.
#[derive(Debug, Clone, Default)]
pub(super) struct Picture {
    pub buffer: Buffer,
    pub links: Vec<Link>,
}

/// A row of a picture, whichever row of a terminal it stands in.
#[derive(Debug, Clone)]
pub(super) struct Row<'a> {
    cells: &'a [Cell],
    links: Vec<&'a Link>,
}

impl Picture {
    /// Its rows from the top.
    pub fn rows(&self) -> Vec<Row<'_>> {
        let (width, height) = (usize::from(self.buffer.area.width), self.buffer.area.height);
        let cells = |row: u16| &self.buffer.content()[usize::from(row) * width..][..width];
        let links = |row: u16| self.links.iter().filter(move |link| link.row == row);
        (0..height).map(|row| Row { cells: cells(row), links: links(row).collect() }).collect()
    }

    /// The cells of a row as wide as its own, with nothing in it.
    pub fn blank(&self) -> Vec<Cell> {
        vec![Cell::EMPTY; self.buffer.area.width.into()]
    }
}

impl<'a> Row<'a> {
    /// A row without any link.
    pub fn of(cells: &'a [Cell]) -> Self {
        Self { cells, links: Vec::new() }
    }

    /// Its glyphs by column.
    pub fn glyphs(&self, depth: Depth) -> Vec<Option<Glyph<'a>>> {
        let mut glyphs = glyphs(self.cells, depth);
        for link in &self.links {
            let columns = glyphs.iter_mut().take(link.columns.end.into()).skip(link.columns.start.into());
            columns.flatten().for_each(|glyph| glyph.link = Some(&link.url));
        }
        glyphs
    }
}

/// Rows are alike that look alike and lead to the same addresses.
impl PartialEq for Row<'_> {
    fn eq(&self, other: &Self) -> bool {
        let leads_alike = |(own, other): (&&Link, &&Link)| own.columns == other.columns && own.url == other.url;
        let mut links = self.links.iter().zip(&other.links);
        self.cells == other.cells && self.links.len() == other.links.len() && links.all(leads_alike)
    }
}
