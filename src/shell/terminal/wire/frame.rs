//! The difference of two pictures, row by row, each glyph and each blank by the shortest sequence.

use super::super::{
    cursor::Cursor,
    glyph::Glyph,
    link::{CLOSE, open},
    numbers::{Address, Numbers},
    pen::Pen,
};
use super::picture::{Picture, Row};
use std::fmt::Write;

/// The bytes that turn the rows that a terminal shows into as many others; none if they are alike.
pub(super) fn difference(shown: &[&Row], next: &[&Row], numbers: &Numbers) -> Vec<u8> {
    let mut frame = Frame { numbers, pen: Pen::PLAIN, link: None, cursor: Cursor::default(), bytes: String::new() };
    for (row, (shown, next)) in (0..).zip(shown.iter().zip(next)) {
        if shown != next {
            frame.send_row(shown, next, row);
        }
    }
    frame.finish()
}

/// The bytes that paint `next` on a terminal of which nothing is known.
pub(super) fn whole(next: &Picture, numbers: &Numbers) -> Vec<u8> {
    let (rows, blank) = (next.rows(), next.blank());
    let mut bytes = b"\x1b[m\x1b[2J".to_vec();
    bytes.extend(difference(&vec![blank.as_slice(); rows.len()], &rows, numbers));
    bytes
}

/// A frame in the making, and what the terminal will be like when it has read so far.
struct Frame<'a> {
    numbers: &'a Numbers,
    pen: Pen,
    link: Option<Address>,
    cursor: Cursor,
    bytes: String,
}

/// The longest gap between two changes that may be written over again.
const SHORT_GAP: usize = 8;

/// What it costs to erase to the end of a row.
const ERASE_TAIL: usize = "\x1b[K".len();

/// What it may cost to pass over blanks that were erased within a row.
const PASS_OVER: usize = "\x1b[9C".len();

impl Frame<'_> {
    /// Sends what is not there yet. A link that goes on in the next row stays open on the way there.
    fn send_row(&mut self, before: &Row, after: &Row, row: u16) {
        let columns = changes(before, after);
        let mut changed = columns.iter().copied().peekable();
        let mut run = None;
        while let Some(column) = changed.next() {
            let Some(glyph) = after[column] else { continue };
            if let Some(erasure) = erasure(after, column, &columns) {
                let column = if erasure.end == after.len() { self.nearest_blank(after, column) } else { column };
                self.reach(after, column, row);
                self.take_pen(self.pen.fitted_to(Pen::PLAIN));
                self.take_link(None);
                self.bytes.push_str(&erasure.sequence);
                while changed.next_if(|next| *next < erasure.end).is_some() {}
                continue;
            }
            // A rule or a bar goes on where the terminal left off: one that takes its glyphs
            // for wider shows it longer, no more.
            if run != Some((column, glyph)) {
                self.reach(after, column, row);
            }
            let next = column + usize::from(glyph.width.get());
            self.send_glyph(glyph, Cursor::at(next as u16, row), next < after.len());
            run = Some((next, glyph));
        }
    }

    /// Where the cursor has the shortest way to, of all columns from which on there is nothing up to this one.
    fn nearest_blank(&self, glyphs: &Row, column: usize) -> usize {
        let blanks = glyphs[..column].iter().rev().take_while(|glyph| glyph.is_some_and(|glyph| glyph.is_erased()));
        let first = column - blanks.count();
        self.cursor.column().map_or(column, |cursor| usize::from(cursor).clamp(first, column))
    }

    /// Brings the cursor to a column, over the glyphs in between where to send them again is shorter.
    fn reach(&mut self, glyphs: &Row, column: usize, row: u16) {
        if self.cursor == Cursor::at(column as u16, row) {
            return;
        }
        let way = self.cursor.way_to(column as u16, row);
        match self.glyphs_on_the_way(glyphs, column, row).filter(|again| again.len() <= way.len()) {
            Some(again) => self.bytes.push_str(&again),
            // Nothing can go wrong in memory.
            None => write!(self.bytes, "{way}").unwrap_or_default(),
        }
        self.cursor = Cursor::at(column as u16, row);
    }

    /// What stands between the cursor and a column of its row, if this pen can write it without doubt.
    fn glyphs_on_the_way(&self, glyphs: &Row, column: usize, row: u16) -> Option<String> {
        let from = usize::from(self.cursor.column()?);
        let is_near = self.cursor == Cursor::at(from as u16, row) && from < column && column - from <= SHORT_GAP;
        let between = if is_near { &glyphs[from..column] } else { return None };
        let link = |glyph: &Glyph| self.numbers.link(glyph.look);
        let fits = |glyph: &Glyph| glyph.pen_after(self.pen, self.numbers) == self.pen && link(glyph) == self.link;
        let writes = |glyph: &Glyph| fits(glyph) && !glyph.is_doubtful();
        let mut text = String::new();
        for glyph in between.iter().flatten() {
            if !writes(glyph) {
                return None;
            }
            self.numbers.write(glyph.text, &mut text);
        }
        Some(text)
    }

    /// Sends a glyph at the cursor, which then stands at `next`, unless terminals disagree or there is no such column.
    fn send_glyph(&mut self, glyph: Glyph, next: Cursor, has_next: bool) {
        self.take_pen(glyph.pen_after(self.pen, self.numbers));
        self.take_link(self.numbers.link(glyph.look));
        self.numbers.write(glyph.text, &mut self.bytes);
        self.cursor = if has_next && !glyph.is_doubtful() { next } else { next.adrift() };
    }

    fn take_pen(&mut self, pen: Pen) {
        self.bytes.push_str(&self.pen.change_to(pen));
        self.pen = pen;
    }

    /// Opens a link where another one begins, or closes the one that is open.
    fn take_link(&mut self, link: Option<Address>) {
        if self.link != link {
            self.bytes.push_str(&link.map_or_else(|| CLOSE.to_owned(), |link| open(self.numbers.url(link))));
        }
        self.link = link;
    }

    fn finish(mut self) -> Vec<u8> {
        self.take_link(None);
        self.take_pen(Pen::PLAIN);
        self.bytes.into_bytes()
    }
}

/// The columns whose glyphs must be sent.
///
/// One that a wide glyph covered up to now is none of the glyphs before, and so is sent,
/// whatever it was. So is text behind a new glyph that a terminal may take for wider.
fn changes(before: &Row, after: &Row) -> Vec<usize> {
    let mut columns = Vec::new();
    let mut perhaps_covered = None;
    for (column, glyph) in after.iter().enumerate().filter_map(|(column, glyph)| Some((column, (*glyph)?))) {
        let is_covered = perhaps_covered == Some(column) && !glyph.is_blank() && !glyph.is_doubtful();
        if before[column] != Some(glyph) || is_covered {
            columns.push(column);
            perhaps_covered = glyph.is_doubtful().then_some(column + usize::from(glyph.width.get()));
        }
    }
    columns
}

/// Blanks that are erased together.
struct Erasure {
    sequence: String,
    /// The column behind them.
    end: usize,
}

/// How the blanks from a column on are erased, if that is shorter than to write them. The cursor stays where it is.
fn erasure(after: &Row, column: usize, changes: &[usize]) -> Option<Erasure> {
    let length = after[column..].iter().take_while(|glyph| glyph.is_some_and(|glyph| glyph.is_erased())).count();
    let end = column + length;
    let behind = changes.partition_point(|change| *change < end);
    let last = changes[..behind].last().filter(|last| **last >= column)?;
    let written = last + 1 - column;
    if end == after.len() {
        return (written > ERASE_TAIL).then(|| Erasure { sequence: "\x1b[K".to_owned(), end });
    }
    let sequence = format!("\x1b[{written}X");
    let passing = if behind < changes.len() { PASS_OVER } else { 0 };
    (sequence.len() + passing < written).then_some(Erasure { sequence, end })
}
