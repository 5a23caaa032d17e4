//! The difference of two pictures, row by row, each glyph and each blank by the shortest sequence.

use super::super::{
    cursor::Cursor,
    glyph::Glyph,
    link::{CLOSE, open},
    numbers::{Address, Look, Numbers},
    pen::Pen,
};
use super::picture::{Picture, Row};
use std::fmt::Write;

/// The bytes that turn the rows that a terminal shows into as many others; none if they are alike.
pub(super) fn difference(shown: &[&Row], next: &[&Row], numbers: &Numbers) -> Vec<u8> {
    let mut frame = Frame {
        numbers,
        look: Some(Look::PLAIN),
        pen: Pen::PLAIN,
        link: None,
        cursor: Cursor::default(),
        bytes: String::new(),
    };
    for (row, (shown, next)) in (0..).zip(shown.iter().zip(next)) {
        frame.send_row(shown, next, row);
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
    /// The look that pen and link are those of, where they are known to be one's.
    look: Option<Look>,
    pen: Pen,
    link: Option<Address>,
    cursor: Cursor,
    bytes: String,
}

/// The longest gap between two changes that may be written over again.
const SHORT_GAP: usize = 8;

/// What the shortest way to the right costs.
const STEP: usize = "\x1b[C".len();

/// What it costs to erase to the end of a row; no other sequence erases for less.
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
                self.look = None;
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
        let there = Cursor::at(column as u16, row);
        if self.cursor != there && !self.write_on_the_way(glyphs, column, row) {
            let way = self.cursor.way_to(column as u16, row);
            // Nothing can go wrong in memory.
            write!(self.bytes, "{way}").unwrap_or_default();
        }
        self.cursor = there;
    }

    /// Writes what stands between the cursor and a column of its row, if it is ready for that and no way is shorter;
    /// says whether it is.
    fn write_on_the_way(&mut self, glyphs: &Row, column: usize, row: u16) -> bool {
        let Some(from) = self.cursor.column().map(usize::from) else { return false };
        let is_near = self.cursor == Cursor::at(from as u16, row) && from < column && column - from <= SHORT_GAP;
        let between = || glyphs[from..column].iter().flatten();
        if !is_near || !between().all(|glyph| self.is_ready_for(glyph)) {
            return false;
        }
        let start = self.bytes.len();
        between().for_each(|glyph| self.numbers.write(glyph.text, &mut self.bytes));
        let written = self.bytes.len() - start;
        let is_shorter = written <= STEP || written <= self.cursor.way_to(column as u16, row).len();
        if !is_shorter {
            self.bytes.truncate(start);
        }
        is_shorter
    }

    /// Whether a glyph can be written without another pen or link, and all terminals agree where the cursor then is.
    fn is_ready_for(&self, glyph: &Glyph) -> bool {
        let fits = glyph.pen_after(self.pen, self.numbers) == self.pen && self.numbers.link(glyph.look) == self.link;
        fits && !glyph.is_doubtful()
    }

    /// Sends a glyph at the cursor, which then stands at `next`, unless terminals disagree or there is no such column.
    fn send_glyph(&mut self, glyph: Glyph, next: Cursor, has_next: bool) {
        if self.look != Some(glyph.look) {
            self.take_pen(glyph.pen_after(self.pen, self.numbers));
            self.take_link(self.numbers.link(glyph.look));
            // A blank may be written with another pen than its own.
            self.look = (!glyph.is_blank()).then_some(glyph.look);
        }
        self.numbers.write(glyph.text, &mut self.bytes);
        self.cursor = if has_next && !glyph.is_doubtful() { next } else { next.adrift() };
    }

    fn take_pen(&mut self, pen: Pen) {
        self.pen.change_to(pen, &mut self.bytes);
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
    let Some(first) = before.iter().zip(after).position(|(before, after)| before != after) else { return Vec::new() };
    let mut columns = Vec::with_capacity(after.len() - first);
    let mut perhaps_covered = None;
    let glyphs = after.iter().enumerate().skip(first);
    for (column, glyph) in glyphs.filter_map(|(column, glyph)| Some((column, (*glyph)?))) {
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
    if length == 0 {
        return None;
    }
    let end = column + length;
    let behind = changes.partition_point(|change| *change < end);
    let last = changes[..behind].last().filter(|last| **last >= column)?;
    let written = last + 1 - column;
    if written <= ERASE_TAIL {
        return None;
    }
    if end == after.len() {
        return Some(Erasure { sequence: "\x1b[K".to_owned(), end });
    }
    let sequence = format!("\x1b[{written}X");
    let passing = if behind < changes.len() { PASS_OVER } else { 0 };
    (sequence.len() + passing < written).then_some(Erasure { sequence, end })
}
