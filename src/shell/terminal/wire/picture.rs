//! What a terminal shows: rows of glyphs.

use super::super::{Depth, glyph::Glyph, looks::Looks, numbers::Numbers};
use crate::ui::Link;
use ratatui::buffer::Buffer;
use std::iter::repeat_n;

/// A row of a picture by column; the columns under the rest of a wide glyph hold none.
pub(super) type Row = [Option<Glyph>];

/// A picture of a whole screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Picture {
    width: usize,
    glyphs: Vec<Option<Glyph>>,
}

impl Picture {
    /// What a buffer looks like in so many colours, and where it leads.
    pub fn of(buffer: &Buffer, links: &[Link], depth: Depth, numbers: &mut Numbers) -> Self {
        let width = usize::from(buffer.area.width).max(1);
        let mut glyphs = Vec::with_capacity(buffer.content.len());
        let mut looks = Looks::new(depth, numbers);
        for mut cells in buffer.content.chunks(width) {
            while !cells.is_empty() {
                let glyph = Glyph::first(cells, &mut looks);
                let columns = usize::from(glyph.width.get());
                glyphs.push(Some(glyph));
                glyphs.extend(repeat_n(None, columns - 1));
                cells = &cells[columns..];
            }
        }
        for link in links {
            let address = numbers.address(&link.url);
            let row = glyphs.chunks_mut(width).nth(link.row.into()).unwrap_or_default();
            let columns = row.iter_mut().take(link.columns.end.into()).skip(link.columns.start.into());
            columns.flatten().for_each(|glyph| glyph.look = numbers.look(numbers.pen(glyph.look), address));
        }
        Self { width, glyphs }
    }

    /// Its rows from the top.
    pub fn rows(&self) -> Vec<&Row> {
        self.glyphs.chunks(self.width).collect()
    }

    /// A row as wide as its own, with nothing in it.
    pub fn blank(&self) -> Vec<Option<Glyph>> {
        vec![Some(Glyph::BLANK); self.width]
    }
}
