//! Places in the files: which file, from which byte to which.

use super::Whole;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A piece of one of the files of a chronology. There are very many of them, so they are kept
/// small: beyond 4 GiB of a file, which is more than is read, all places are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    document: u32,
    start: u32,
    end: u32,
}

impl Span {
    /// These bytes of a document; documents are counted from 0.
    pub fn new(document: usize, bytes: Range<usize>) -> Self {
        Self { document: small(document), start: small(bytes.start), end: small(bytes.end) }
    }

    /// Other bytes of the same document.
    pub fn with(self, bytes: Range<usize>) -> Self {
        Self { document: self.document, ..Self::new(0, bytes) }
    }

    /// Which of the documents, counted from 0.
    pub const fn document(self) -> usize {
        self.document as usize
    }

    /// Its first byte.
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// The byte after its last.
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// The bytes in the document.
    pub const fn range(self) -> Range<usize> {
        self.start()..self.end()
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A value together with the place where it is written.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Spanned<T> {
    /// What is written there.
    pub value: T,
    /// Where.
    pub span: Span,
}

/// A file of a chronology: its name, as the user gave it, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The name to show in messages.
    pub name: String,
    /// The whole text, which what is read from it shares.
    pub text: Whole,
}

impl Document {
    /// Line and column of a byte, both counted from 1; columns count characters, but no byte order mark.
    ///
    /// A byte beyond the end or inside a character is taken as the nearest before it.
    pub fn line_column(&self, byte: usize) -> (usize, usize) {
        let before = &self.text[..boundary(&self.text, byte)];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.matches('\n').count() + 1;
        (line, column(&before[line_start..]))
    }
}

/// The column, from 1, that follows this beginning of a line.
pub(super) fn column(line: &str) -> usize {
    line.strip_prefix('\u{FEFF}').unwrap_or(line).chars().count() + 1
}

/// The nearest boundary of a character that is not behind a byte.
pub(super) fn boundary(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|&byte| text.is_char_boundary(byte)).unwrap_or(0)
}
