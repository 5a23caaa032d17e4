//! Which line a byte stands on, and in which column: found once for a text, not once for each question.

use super::span::{boundary, column};

/// Where the lines of a text start, without the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Starts(Vec<u32>);

impl Starts {
    /// Where the lines of this text start.
    pub fn new(text: &str) -> Self {
        // No file is longer than 4 GiB that is read.
        Self(std::iter::once(0).chain(text.match_indices('\n').map(|(byte, _)| byte as u32 + 1)).collect())
    }

    /// The line that a byte stands on, counted from 0.
    pub fn line(&self, byte: usize) -> usize {
        self.0.partition_point(|&start| start as usize <= byte) - 1
    }
}

/// The lines of a text.
pub struct Lines<'a> {
    text: &'a str,
    starts: Starts,
    /// The byte that was asked for last, and its column: the next one is often not far
    /// behind it on the same long line.
    last: (usize, usize),
}

impl<'a> Lines<'a> {
    /// The lines of this text.
    pub fn new(text: &'a str) -> Self {
        Self { text, starts: Starts::new(text), last: (0, 1) }
    }

    /// The line that a byte stands on, counted from 0.
    pub fn line(&self, byte: usize) -> usize {
        self.starts.line(byte)
    }

    /// The byte at which a line starts; the end of the text for lines beyond it.
    pub fn start(&self, line: usize) -> usize {
        self.starts.0.get(line).map_or(self.text.len(), |&start| start as usize)
    }

    /// A line without its line break.
    pub fn get(&self, line: usize) -> &'a str {
        let text = &self.text[self.start(line)..self.start(line + 1)];
        let text = text.strip_suffix('\n').unwrap_or(text);
        text.strip_suffix('\r').unwrap_or(text)
    }

    /// Line and column of a byte, as [`super::Document::line_column`] counts them.
    pub fn line_column(&mut self, byte: usize) -> (usize, usize) {
        let byte = boundary(self.text, byte);
        let line = self.line(byte);
        let start = self.start(line);
        let (from, known) = self.last;
        let column = if start < from && from <= byte {
            known + self.text[from..byte].chars().count()
        } else {
            column(&self.text[start..byte])
        };
        self.last = (byte, column);
        (line + 1, column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::Document;

    #[test]
    fn places_are_those_of_the_document() {
        let text = "\u{FEFF}a = 好\r\nb\n\n  友好 = 1".to_string();
        let document = Document { name: "a".into(), text: text.clone().into() };
        let mut lines = Lines::new(&text);
        for byte in (0..text.len() + 3).chain((0..text.len()).rev()) {
            assert_eq!(lines.line_column(byte), document.line_column(byte), "byte {byte}");
        }
        assert_eq!((lines.get(0), lines.get(2), lines.get(9)), ("\u{FEFF}a = 好", "", ""));
    }
}
