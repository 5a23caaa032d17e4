//! The beginning of a page: as many of its lines as are looked at, and how many follow.
//!
//! Most pages are left before anybody has read on, and their lines take a while to make.

use super::line::Line;

/// The lines with which a page begins.
#[derive(Debug)]
pub(super) struct Beginning {
    /// These.
    pub lines: Vec<Line>,
    /// How many follow.
    pub more: usize,
    most: usize,
}

impl Beginning {
    /// One of at most so many lines, of which there is none yet.
    pub const fn of_at_most(most: usize) -> Self {
        Self { lines: Vec::new(), more: 0, most }
    }

    /// Whether all that comes now is only to be counted.
    pub const fn is_full(&self) -> bool {
        self.lines.len() >= self.most
    }

    /// Puts lines behind the others.
    pub fn extend(&mut self, lines: impl IntoIterator<Item = Line>) {
        for line in lines {
            if self.is_full() {
                self.more += 1;
            } else {
                self.lines.push(line);
            }
        }
    }

    /// Counts lines behind the others that need not be made.
    pub const fn count(&mut self, lines: usize) {
        self.more += lines;
    }
}
