//! Which line a byte stands on, and in which column: found once for a text, not once for each question.

use super::span::{boundary, column};

/// How many lines of a text have ended before each of some bytes that lie equally far apart:
/// enough to tell on which line any other byte stands after a short look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestones(Vec<u32>);

/// So many bytes lie between two milestones.
const APART: usize = 1 << 14;

impl Milestones {
    /// Those of this text.
    pub fn new(text: &str) -> Self {
        let ended = text.as_bytes().chunks(APART).scan(0, |ended, bytes| {
            *ended += line_breaks(bytes);
            Some(*ended)
        });
        Self(std::iter::once(0).chain(ended).collect())
    }

    /// The line of the text on which a byte stands, counted from 0.
    pub fn line(&self, text: &str, byte: usize) -> usize {
        let byte = byte.min(text.len());
        let at = byte / APART;
        (self.0[at] + line_breaks(&text.as_bytes()[at * APART..byte])) as usize
    }
}

/// Counts them in stretches so short that a byte holds each count, which is quicker by far.
fn line_breaks(bytes: &[u8]) -> u32 {
    let short = bytes.chunks(usize::from(u8::MAX));
    short.map(|bytes| u32::from(bytes.iter().map(|&byte| u8::from(byte == b'\n')).sum::<u8>())).sum()
}

/// The lines of a text.
pub struct Lines<'a> {
    text: &'a str,
    /// Where each starts; no file is longer than 4 GiB that is read.
    starts: Vec<u32>,
    /// The byte that was asked for last, and its column: the next one is often not far
    /// behind it on the same long line.
    last: (usize, usize),
}

impl<'a> Lines<'a> {
    /// The lines of this text.
    pub fn new(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(byte, _)| byte as u32 + 1));
        Self { text, starts: starts.collect(), last: (0, 1) }
    }

    /// The line that a byte stands on, counted from 0.
    pub fn line(&self, byte: usize) -> usize {
        self.starts.partition_point(|&start| start as usize <= byte) - 1
    }

    /// The byte at which a line starts; the end of the text for lines beyond it.
    pub fn start(&self, line: usize) -> usize {
        self.starts.get(line).map_or(self.text.len(), |&start| start as usize)
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

    #[test]
    fn milestones_lead_to_the_same_lines() {
        for text in [String::new(), "a\n\n友好\n".repeat(APART / 3), "\n".repeat(2 * APART)] {
            let (lines, milestones) = (Lines::new(&text), Milestones::new(&text));
            let near = (0..=2).flat_map(|at| (at * APART).saturating_sub(3)..at * APART + 3);
            for byte in near.chain((0..text.len()).step_by(997)).filter(|byte| *byte <= text.len()) {
                assert_eq!(milestones.line(&text, byte), lines.line(byte), "byte {byte}");
            }
        }
    }
}
