//! What must be sent to a terminal that shows one picture so that it shows the next.
//!
//! Knows the two pictures and nothing of the terminal's answers. Every frame begins with
//! the cursor anywhere and plain attributes, and leaves plain attributes behind.

use super::{
    Depth,
    cursor::Cursor,
    glyph::{Glyph, glyphs},
    pen::Pen,
};
use ratatui::buffer::Buffer;

/// Fewer blanks than this at the end of a row are written out rather than erased.
const WORTH_ERASING: usize = 4;

/// The bytes that turn the picture `shown` into `next`, which is of the same size; none if they are alike.
pub(super) fn difference(shown: &Buffer, next: &Buffer, depth: Depth) -> Vec<u8> {
    let mut frame = Frame { pen: Pen::default(), cursor: Cursor::default(), bytes: String::new() };
    let width = usize::from(next.area.width.max(1));
    let rows = shown.content().chunks(width).zip(next.content().chunks(width));
    for ((before, after), row) in rows.zip(0..).filter(|((before, after), _)| before != after) {
        frame.send_row(&glyphs(before, depth), &glyphs(after, depth), row);
    }
    frame.finish()
}

/// The bytes that paint `next` on a terminal of which nothing is known.
pub(super) fn whole(next: &Buffer, depth: Depth) -> Vec<u8> {
    let mut bytes = b"\x1b[m\x1b[2J".to_vec();
    bytes.extend(difference(&Buffer::empty(next.area), next, depth));
    bytes
}

/// A frame in the making, and what the terminal will be like when it has read so far.
struct Frame {
    pen: Pen,
    cursor: Cursor,
    bytes: String,
}

/// A row of glyphs by column.
type Row<'a> = [Option<Glyph<'a>>];

impl Frame {
    /// Sends the glyphs that are not there yet. One that a wide glyph covered up to now is
    /// none of the glyphs before, and so is sent, whatever it was.
    fn send_row(&mut self, before: &Row, after: &Row, row: u16) {
        let blank_from =
            after.iter().rposition(|glyph| glyph.is_some_and(|glyph| !glyph.is_erased())).map_or(0, |at| at + 1);
        let changed = |column: &usize| after[*column].is_some() && before[*column] != after[*column];
        let erases = (blank_from..after.len()).filter(changed).count() >= WORTH_ERASING;
        let end = if erases { blank_from } else { after.len() };
        let mut run = None;
        for (column, glyph) in (0..end).filter(changed).filter_map(|column| Some((column, after[column]?))) {
            // A rule or a bar goes on where the terminal left off: one that takes its glyphs
            // for wider shows it longer, no more.
            if run != Some((column, glyph)) {
                self.reach(after, column, row);
            }
            let next = column + usize::from(glyph.width);
            self.send_glyph(glyph, Cursor::at(next as u16, row), next < after.len());
            run = Some((next, glyph));
        }
        if erases {
            let first = (blank_from..after.len()).find(changed).unwrap_or(blank_from);
            self.reach(after, first, row);
            self.take_pen(Pen::default());
            self.bytes.push_str("\x1b[K");
        }
    }

    /// Brings the cursor to a column, over the glyphs in between where to send them again is shorter.
    fn reach(&mut self, glyphs: &Row, column: usize, row: u16) {
        let way = self.cursor.way_to(column as u16, row);
        let again = self.glyphs_on_the_way(glyphs, column, row);
        self.bytes.push_str(again.filter(|again| again.len() <= way.len()).as_deref().unwrap_or(&way));
        self.cursor = Cursor::at(column as u16, row);
    }

    /// What stands between the cursor and a column of its row, if this pen can write it without doubt.
    fn glyphs_on_the_way(&self, glyphs: &Row, column: usize, row: u16) -> Option<String> {
        let from = usize::from(self.cursor.column()?);
        let is_near = self.cursor == Cursor::at(from as u16, row) && from < column && column - from <= 8;
        let between = if is_near { &glyphs[from..column] } else { return None };
        let writes = |glyph: &Glyph| glyph.pen == self.pen && !glyph.is_doubtful();
        let mut text = between.iter().flatten();
        text.try_fold(String::new(), |text, glyph| writes(glyph).then(|| text + glyph.text))
    }

    /// Sends a glyph at the cursor, which then stands at `next`, unless terminals disagree or there is no such column.
    fn send_glyph(&mut self, glyph: Glyph, next: Cursor, has_next: bool) {
        self.take_pen(glyph.pen);
        self.bytes.push_str(glyph.text);
        self.cursor = if has_next && !glyph.is_doubtful() { next } else { next.adrift() };
    }

    fn take_pen(&mut self, pen: Pen) {
        self.bytes.push_str(&self.pen.change_to(pen));
        self.pen = pen;
    }

    fn finish(mut self) -> Vec<u8> {
        self.take_pen(Pen::default());
        self.bytes.into_bytes()
    }
}

#[cfg(test)]
mod tests;
