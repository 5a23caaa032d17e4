//! A document read in parts, those of a long one side by side: cut at headers of records, each part parsed
//! by itself and let go of as soon as its records are made.
//!
//! Gives what reading the whole gives, or nothing: where a part is not TOML by itself, or
//! where one defines what another does, only the whole can tell what is wrong.

use super::abreast::abreast;
use super::key::{self, Type};
use super::read::{Found, Told};
use super::syntax::{Piece, header_name};
use super::{Document, Span};
use std::collections::HashMap;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// So many bytes are worth the threads.
const LONG: usize = 1 << 20;

/// So many parts are read in one go.
const AT_ONCE: usize = 64;

/// The most parts over which one text is followed.
const MOST_TOGETHER: usize = 4;

/// What a part defines at the top of the file: the name, and whether as a list.
type Defined = (String, bool);

/// What a document holds, part by part; each part but the first and the last has at least
/// this many bytes. `None` where it has to be read as a whole.
pub(super) fn read(index: usize, document: &Document, least: usize, told: &Told) -> Option<Vec<Found>> {
    let text = document.text.as_str();
    let parts = cut(text, least);
    if parts.len() < 3 {
        return None;
    }
    let one = |part: &Range<usize>| {
        let piece = Piece::parse(&document.text, Span::new(index, part.clone()));
        let read = piece.problems.is_empty().then(|| (defined(&piece.table), Found::of(&piece)));
        told(part.len());
        read
    };
    let is_long = text.len() >= LONG;
    let (mut defined, mut all, mut at) = (Vec::new(), Vec::new(), 0);
    // A few parts at a time: of what is wrong in all of them only so much is kept.
    while at < parts.len() {
        let lot = &parts[at..parts.len().min(at + AT_ONCE)];
        let read = if is_long { abreast(lot, one) } else { lot.iter().map(one).collect() };
        let (read, count) = mended(&parts[at..], read, one)?;
        let mut together = Found::default();
        for (names, found) in read {
            defined.push(names);
            together.add(found);
        }
        all.push(together);
        at += count;
    }
    fit_together(&defined).then_some(all)
}

impl Document {
    /// What it begins with: whole records in at most so many bytes.
    pub fn beginning(&self, most: usize) -> Self {
        let text = &self.text[..self.text.floor_char_boundary(most)];
        let is_whole = text.len() == self.text.len();
        let end = if is_whole { text.len() } else { headers(text).last().unwrap_or(0) };
        Self { name: self.name.clone(), text: text[..end].to_owned().into() }
    }
}

/// What was read of the first of these parts, and how many they are; one that was not TOML may
/// have ended within a text, and is read again with what follows it.
fn mended<T>(
    parts: &[Range<usize>],
    mut read: Vec<Option<T>>,
    one: impl Fn(&Range<usize>) -> Option<T>,
) -> Option<(Vec<T>, usize)> {
    let (mut mended, mut at) = (Vec::new(), 0);
    while at < read.len() {
        let together = |count: usize| Some((one(&(parts[at].start..parts.get(at + count - 1)?.end))?, count));
        let (found, count) =
            read[at].take().map(|found| (found, 1)).or_else(|| (2..=MOST_TOGETHER).find_map(together))?;
        mended.push(found);
        at += count;
    }
    Some((mended, at))
}

/// What stands before the first header of a record; then parts that each begin with one.
///
/// What looks like a header may be the line of a text: then the part before it ends within
/// that text, and is not TOML.
fn cut(text: &str, least: usize) -> Vec<Range<usize>> {
    let next = |from: usize| Some(from + headers(text.get(from..)?).next()?);
    let first = if text.starts_with("[[") { Some(0) } else { next(0) };
    let starts = std::iter::successors(first, |&start| next(text.floor_char_boundary(start.saturating_add(least))));
    let starts: Vec<usize> = std::iter::once(0).chain(starts).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// Where the headers of records stand in a text, but for one at its very beginning; those of
/// records within records, `[[tour.steps]]`, belong to what they are in.
fn headers(text: &str) -> impl Iterator<Item = usize> + '_ {
    let lines = text.match_indices("\n[[").map(|(newline, _)| newline + 1);
    lines.filter(|&line| header_name(text[line..].lines().next().unwrap_or_default()).is_some())
}

fn defined(table: &DeTable<'_>) -> Vec<Defined> {
    let is_list = |value: &DeValue<'_>| matches!(value, DeValue::Array(_));
    table.iter().map(|(name, value)| (name.get_ref().to_string(), is_list(value.get_ref()))).collect()
}

/// Whether all that is defined in more than one part is records: those behind the first
/// part can only come from headers, and go on where the part before them ends.
fn fit_together(parts: &[Vec<Defined>]) -> bool {
    let mut seen: HashMap<&str, bool> = HashMap::new();
    for (at, part) in parts.iter().enumerate() {
        for (name, is_list) in part {
            let is_records = at > 0 && *is_list && is_of_records(name);
            if seen.insert(name, is_records).is_some_and(|before| !(before && is_records)) {
                return false;
            }
        }
    }
    true
}

fn is_of_records(name: &str) -> bool {
    key::FILE.key(name).is_some_and(|key| matches!(key.takes, Type::Tables(_)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::read::read_by_parts;
    use proptest::prelude::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    const EVENTS: &str = include_str!("../../events.toml");

    /// Lines that may make parts contradict each other, or end where they should not.
    const ODD: [&str; 14] = [
        "[[event]]",
        "[event]",
        "[event.title]",
        "[[event.sources]]",
        "event = []",
        "title = \"\"\"",
        "after = [",
        "[[evnt]]",
        "[chronology]",
        "[chronology.title]",
        "[[format]]",
        "[[event]",
        "id = \"again\"",
        " [[place]]",
    ];

    fn check(text: String) -> Result<(), TestCaseError> {
        let documents = [Document { name: "a".into(), text: text.into() }];
        let whole = read_by_parts(&documents, usize::MAX, &|_| {});
        for least in [0, 300, 4_000] {
            prop_assert_eq!(&read_by_parts(&documents, least, &|_| {}), &whole, "parts of {} bytes", least);
        }
        Ok(())
    }

    #[test]
    fn a_sound_file_is_read_in_parts_and_all_bytes_are_told() {
        let document = Document { name: "a".into(), text: EVENTS.into() };
        let bytes = AtomicUsize::new(0);
        let told = |part| {
            bytes.fetch_add(part, Ordering::Relaxed);
        };
        assert!(read(0, &document, 1_000, &told).is_some());
        assert_eq!(bytes.into_inner(), EVENTS.len());
    }

    #[test]
    fn a_document_begins_with_whole_records() {
        let text = "format = 1\n[[event]]\nid = \"好\"\n[[event]]\n";
        let document = Document { name: "a".into(), text: text.into() };
        for (most, expected) in [(0, 0), (13, 0), (14, 11), (29, 11), (33, 11), (35, 32), (text.len(), text.len())] {
            assert_eq!(document.beginning(most).text.as_str(), &text[..expected], "{most} bytes");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]

        #[test]
        fn parts_give_what_the_whole_gives(
            edits in prop::collection::vec((0_usize..1_600, 0_usize..3, 0_usize..ODD.len()), 0..4)
        ) {
            let mut lines: Vec<&str> = EVENTS.lines().collect();
            for (at, edit, odd) in edits {
                let at = at % lines.len();
                match edit {
                    0 => drop(lines.remove(at)),
                    1 => lines.insert(at, ODD[odd]),
                    _ => lines.insert(at, lines[(at * 7) % lines.len()]),
                }
            }
            check(lines.join("\n"))?;
        }
    }

    #[test]
    fn parts_that_contradict_each_other_are_read_as_a_whole() {
        let head = "format = 1\n";
        let event = |id: &str| format!("[[event]]\nid = \"{id}\"\ntitle = \"T\"\n");
        for between in ODD {
            for text in [
                format!("{head}{}{between}\n{}{}", event("a"), event("b"), event("c")),
                format!("{between}\n{head}{}{}{}", event("a"), event("b"), event("c")),
                format!("{head}{}{}{between}\n", event("a"), event("b")),
                format!("{between}\n{}{between}\n{}", event("a"), event("a")),
            ] {
                check(text).expect("the same");
            }
        }
    }
}
