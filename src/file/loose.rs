//! Whether the records of a piece of a document can be read one by one.

use super::key::{self, Type};
use super::syntax::{Piece, header_name};
use toml::de::DeValue;

/// Whether the records of a piece that is TOML hold one by one what they hold together: then
/// all that looks like a header is one, and what it defines is of the same name.
pub(super) fn is_loose(piece: &Piece<'_>) -> bool {
    let mut headers = headers_in(piece);
    headers.sort_unstable_by(|a, b| b.cmp(a));
    let (mut record, mut end) = (None, 0);
    for line in piece.text.split_inclusive('\n') {
        let header = line.trim_start();
        end += line.len();
        if !header.starts_with('[') {
            continue;
        }
        match header_name(header) {
            Some(name) if headers.pop() == Some(end - header.len()) => record = Some(name),
            None if record == first_name(header) => {}
            _ => return false,
        }
    }
    // What no record is called is told of only once.
    let is_alone = |value: &DeValue<'_>| value.as_array().is_none_or(|list| list.len() < 2);
    let mut defined = piece.table.iter();
    headers.is_empty() && defined.all(|(name, value)| is_of_records(name.get_ref()) || is_alone(value.get_ref()))
}

/// Where the headers of the tables at the top of a piece are.
fn headers_in(piece: &Piece<'_>) -> Vec<usize> {
    let tables = piece.table.values().flat_map(|value| match value.get_ref() {
        DeValue::Array(list) => list.iter().collect(),
        _ => vec![value],
    });
    let starts = tables.filter(|value| value.get_ref().is_table()).map(|table| table.span().start);
    starts.filter(|&start| piece.text[start..].starts_with('[')).collect()
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
            assert_eq!(is_loose(&piece), expected, "{text:?}");
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
