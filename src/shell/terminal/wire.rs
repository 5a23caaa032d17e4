//! What must be sent to a terminal so that it shows the next picture: as few bytes as can be.
//!
//! Knows pictures and nothing of the terminal's answers. What a picture costs is the sum of
//! - its text that is not there yet, which nothing makes shorter: three bytes for a Chinese character;
//! - the ways of the cursor to it, see [`cursor`](super::cursor): 0 to 9 bytes each;
//! - the changes of pen, see [`pen`](super::pen): 3 bytes and more, none for what a blank does not show;
//! - blanks, see [`frame`]: one byte each, or 3 to 5 to erase as many as there are;
//! - addresses where links are shown, see [`link`](super::link): once for all rows that show one and nothing else;
//! - at most once, see [`shift`]: some 16 bytes to move rows that are there already.
//!
//! Every frame begins with the cursor anywhere and plain attributes, and leaves plain
//! attributes and no open link behind. Besides text these are all the sequences in it:
//! CR, LF, BS, CUD, CUF, CUB, CHA, CUP, SGR, EL, ED, ECH, IL, DL, OSC 8.

mod frame;
mod moves;
mod picture;
mod shift;

use super::{Dialect, link::is_fit, numbers::Numbers};
use crate::ui::Link;
use frame::{difference, whole};
use picture::Picture;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};
use shift::Shift;

/// Shows the cursor.
const SHOW: &[u8] = b"\x1b[?25h";

/// Hides it.
const HIDE: &[u8] = b"\x1b[?25l";

/// A difference of fewer bytes is sent without a look for rows that have moved.
const WORTH_A_LOOK: usize = 64;

/// The pictures that a terminal is sent, one after the other.
#[derive(Debug, Default)]
pub struct Wire {
    dialect: Dialect,
    /// What is painted on.
    canvas: Buffer,
    /// What the terminal shows, if that is certain.
    shown: Option<Picture>,
    /// What is written in all that it has shown, and how.
    numbers: Numbers,
    /// Where the cursor is shown; `None` while it is hidden.
    cursor: Option<Position>,
}

impl Wire {
    /// The wire to a terminal of which nothing is known but how it is spoken to.
    pub fn new(dialect: Dialect) -> Self {
        Self { dialect, ..Self::default() }
    }

    /// The bytes that make the terminal show what `paint` paints; none if it shows that already.
    ///
    /// `paint` gets an empty buffer and its area, and says where addresses stand in it.
    pub fn frame(&mut self, area: Rect, paint: impl FnOnce(Rect, &mut Buffer) -> Vec<Link>) -> Vec<u8> {
        let Dialect { depth, shows_links, .. } = self.dialect;
        if self.canvas.area != area || self.numbers.is_full() {
            self.shown = None;
            self.numbers = Numbers::default();
        }
        self.canvas.resize(area);
        self.canvas.reset();
        let mut links = paint(area, &mut self.canvas);
        links.retain(|link| shows_links && is_fit(&link.url));
        let next = Picture::of(&self.canvas, &links, depth, &mut self.numbers);
        let bytes = match &self.shown {
            Some(shown) => shortest(shown, &next, &self.numbers),
            None => whole(&next, &self.numbers),
        };
        self.shown = Some(next);
        bytes
    }

    /// The bytes that show the cursor at a place or hide it, to be sent behind a frame's.
    ///
    /// A frame leaves it anywhere: `moved` says that there was one.
    pub fn cursor(&mut self, place: Option<Position>, moved: bool) -> Vec<u8> {
        let before = std::mem::replace(&mut self.cursor, place);
        match (before, place) {
            (None, None) => Vec::new(),
            (Some(_), None) => HIDE.to_vec(),
            (Some(before), Some(now)) if before == now && !moved => Vec::new(),
            (before, Some(now)) => {
                let there = format!("\x1b[{};{}H", now.y + 1, now.x + 1).into_bytes();
                if before.is_none() { [&there, SHOW].concat() } else { there }
            }
        }
    }

    /// Takes nothing for certain any more: the next frame paints the whole picture.
    pub fn forget(&mut self) {
        self.shown = None;
        self.cursor = None;
    }
}

/// The bytes from one picture to another of the same size, with rows moved first where that is shorter.
fn shortest(shown: &Picture, next: &Picture, numbers: &Numbers) -> Vec<u8> {
    let (mut rows, wanted) = (shown.rows(), next.rows());
    let plain = difference(&rows, &wanted, numbers);
    if plain.len() < WORTH_A_LOOK {
        return plain;
    }
    let Some(shift) = Shift::find(&rows, &wanted) else { return plain };
    let blank = shown.blank();
    let mut moved = shift.bytes(rows.len());
    shift.apply(&mut rows, &blank);
    moved.extend(difference(&rows, &wanted, numbers));
    if moved.len() < plain.len() { moved } else { plain }
}

#[cfg(test)]
mod tests;
