//! What a terminal shows: cells, and which of them lead to an address.

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

impl Picture {
    /// A blank one of the same size.
    pub fn blank(&self) -> Self {
        Self { buffer: Buffer::empty(self.buffer.area), links: Vec::new() }
    }

    /// The rows in which another picture of the same size differs.
    pub fn changed_rows(&self, other: &Self) -> impl Iterator<Item = u16> {
        let is_alike = |row| self.cells(row) == other.cells(row) && self.links_in(row).eq(other.links_in(row));
        (0..self.buffer.area.height).filter(move |&row| !is_alike(row))
    }

    /// The glyphs of a row by column.
    pub fn glyphs(&self, row: u16, depth: Depth) -> Vec<Option<Glyph<'_>>> {
        let mut glyphs = glyphs(self.cells(row), depth);
        for link in self.links_in(row) {
            let columns = glyphs.iter_mut().take(link.columns.end.into()).skip(link.columns.start.into());
            columns.flatten().for_each(|glyph| glyph.link = Some(&link.url));
        }
        glyphs
    }

    fn cells(&self, row: u16) -> &[Cell] {
        let width = usize::from(self.buffer.area.width);
        &self.buffer.content()[usize::from(row) * width..][..width]
    }

    fn links_in(&self, row: u16) -> impl Iterator<Item = &Link> {
        self.links.iter().filter(move |link| link.row == row)
    }
}
