//! Whether the records of a piece of a document can be read one by one.

use super::key::{self, Type};
use super::syntax::{Piece, header_name};
use std::ops::Range;
use toml::de::DeValue;

/// The headers of the tables at the top of a piece that is TOML.
pub(super) struct Headers {
    /// The bytes of the piece in the document.
    piece: Range<usize>,
    /// Where each begins in the piece, the first last.
    starts: Vec<usize>,
    /// Whether none stands several times but those of records: what is called otherwise is told of only once.
    are_known: bool,
}

impl Headers {
    /// Those of this piece.
    pub fn of(piece: &Piece<'_>) -> Self {
        let tables = piece.table.values().flat_map(|value| match value.get_ref() {
            DeValue::Array(list) => list.iter().collect(),
            _ => vec![value],
        });
        let starts = tables.filter(|value| value.get_ref().is_table()).map(|table| table.span().start);
        let mut starts: Vec<_> = starts.filter(|&start| piece.text[start..].starts_with('[')).collect();
        starts.sort_unstable_by(|a, b| b.cmp(a));
        let is_alone = |value: &DeValue<'_>| value.as_array().is_none_or(|list| list.len() < 2);
        let mut defined = piece.table.iter();
        let are_known = defined.all(|(name, value)| is_of_records(name.get_ref()) || is_alone(value.get_ref()));
        Self { piece: piece.place.range(), starts, are_known }
    }

    /// Whether the records hold one by one what they hold together: then all that looks like a
    /// header is one, and what it defines is of the same name.
    pub fn are_loose(mut self, document: &str) -> bool {
        let (mut record, mut end) = (None, 0);
        for line in document[self.piece].split_inclusive('\n') {
            let header = line.trim_start();
            end += line.len();
            if !header.starts_with('[') {
                continue;
            }
            match header_name(header) {
                Some(name) if self.starts.pop() == Some(end - header.len()) => record = Some(name),
                None if record == first_name(header) => {}
                _ => return false,
            }
        }
        self.are_known && self.starts.is_empty()
    }
}

/// The first of the names in the header of a table within a record.
fn first_name(header: &str) -> Option<&str> {
    header.trim_start_matches(['[', ' ']).split(['.', ' ']).next()
}

/// Whether the records of the chronology are kept in lists of this name.
pub(super) fn is_of_records(name: &str) -> bool {
    key::FILE.key(name).is_some_and(|key| matches!(key.takes, Type::Tables(_)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{Span, Whole};

    #[test]
    fn records_are_loose_where_every_header_is_one_of_theirs() {
        let check = |text: &str, expected: bool| {
            let text = Whole::from(text.to_owned());
            let piece = Piece::parse(&text, Span::new(0, 0..text.len()));
            assert!(piece.problems.is_empty(), "{text:?}");
            assert_eq!(Headers::of(&piece).are_loose(&text), expected, "{text:?}");
        };
        check("format = 1\n[chronology]\n [[event]]\n[event.title]\n[[ event . goods ]]\n[[event]]\n", true);
        check("[[event]]\n[[place]]\n[event.title]\n", false);
        check("[[event]]\ntitle = \"\"\"\n[note]\n\"\"\"\n", false);
        check("[[event]]\ntitle = \"\"\"\n[note]\n\"\"\"\n[note.x]\n", false);
        check("[[event]]\nafter = [\n[true]\n]\n", false);
        check("[[evnt]]\n[[evnt]]\n", false);
        check("[[\"event\"]]\n", false);
    }
}
