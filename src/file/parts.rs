//! A document read in parts, those of a long one side by side: cut at headers of records, each part parsed
//! by itself and let go of as soon as its records are made.
//!
//! Gives what reading the whole gives. From where a slip shows on, that is what each record
//! holds by itself. Where no record is wrong by itself, but one defines what another does, it
//! gives nothing: only the whole can tell what is wrong.

use super::abreast::abreast;
use super::loose::{Headers, is_of_records};
use super::read::{Harvest, Told};
use super::syntax::{self, Piece, header_name};
use super::{Document, Span};
use std::collections::HashMap;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// So many bytes are worth the threads: with fewer, what is won where a processor is idle is
/// hardly more than what is lost where none is.
const LONG: usize = 1 << 20;

/// So many parts are read in one go.
const AT_ONCE: usize = 128;

/// What a text over several lines ends with.
const CLOSINGS: [&str; 2] = ["\"\"\"", "'''"];

/// What a part defines at the top of the file: the name, and whether as a list.
type Defined = (String, bool);

/// What a document holds, part by part; each part but the first and the last has at least
/// this many bytes. `None` where it has to be read as a whole.
pub(super) fn read(index: usize, document: &Document, least: usize, told: &Told) -> Option<Vec<Harvest>> {
    let parts = cut(&document.text, least);
    if parts.len() < 3 {
        return None;
    }
    let parts = Parts { index, document, parts, told };
    match parts.sound() {
        Ok(all) => Some(all),
        // Where each record is TOML by itself the whole stands, unless there is too much in it.
        Err(stop) if !stop.has_slip && syntax::fits_in_one(&document.text) => None,
        Err(stop) => Some(parts.by_record(stop.all, stop.at)),
    }
}

/// The parts of a document.
struct Parts<'a> {
    index: usize,
    document: &'a Document,
    parts: Vec<Range<usize>>,
    told: &'a Told<'a>,
}

/// What was read of a part that is TOML by itself.
struct Sound {
    defined: Vec<Defined>,
    found: Harvest,
    headers: Headers,
}

/// Where it shows that the whole is not TOML.
struct Stop {
    /// What the parts before hold, as far as their records hold the same.
    all: Vec<Harvest>,
    /// The part to go on from.
    at: usize,
    /// Whether something is wrong in a record by itself.
    has_slip: bool,
}

impl Parts<'_> {
    /// What all of them hold, where that is what the whole does.
    fn sound(&self) -> Result<Vec<Harvest>, Stop> {
        let one = |part: &Range<usize>| {
            let read = sound(&self.piece(part.clone()));
            (self.told)(part.len());
            read
        };
        let (mut defined, mut headers, mut all, mut at) = (Vec::new(), Vec::new(), Vec::new(), 0);
        // A few parts at a time: of what is wrong in all of them only so much is kept.
        while at < self.parts.len() {
            let Some((read, count)) = self.mended(at, self.lot(at, one)) else { break };
            let mut together = Harvest::default();
            for sound in read {
                defined.push(sound.defined);
                headers.push(sound.headers);
                together.add(sound.found);
            }
            all.push(together);
            at += count;
        }
        if at == self.parts.len() && fit_together(&defined) {
            return Ok(all);
        }
        let has_slip = self.has_slip(at);
        let is_loose = headers.into_iter().all(|headers| headers.are_loose(&self.document.text));
        Err(if is_loose { Stop { all, at, has_slip } } else { Stop { all: Vec::new(), at: 0, has_slip } })
    }

    /// What was read of the parts from one on, and how many they are; one that was not TOML may
    /// have ended within a text, and is read again with what follows it.
    fn mended(&self, first: usize, mut read: Vec<Option<Sound>>) -> Option<(Vec<Sound>, usize)> {
        let (mut mended, mut at) = (Vec::new(), 0);
        while at < read.len() {
            let (sound, count) = read[at].take().map(|sound| (sound, 1)).or_else(|| self.joined(first + at))?;
            mended.push(sound);
            at += count;
        }
        (self.told)(self.parts[first + read.len()..first + at].iter().map(Range::len).sum());
        Some((mended, at))
    }

    /// A part with as many behind it as it takes for what it opens to be closed, and how many
    /// they are; `None` where that does not make it TOML.
    fn joined(&self, at: usize) -> Option<(Sound, usize)> {
        let (part, behind) = (&self.parts[at], self.parts.len() - at);
        let mut count = 1;
        loop {
            let piece = self.piece(part.start..self.parts[at + count - 1].end);
            if let Some(sound) = sound(&piece) {
                return Some((sound, count));
            }
            // What is never closed is not followed to the end of a long document.
            if !piece.is_open || count == behind || !self.has_closing(part.end) {
                return None;
            }
            count = (count * 2).min(behind);
        }
    }

    /// Whether a text over several lines may end from this byte on.
    fn has_closing(&self, from: usize) -> bool {
        CLOSINGS.iter().any(|closing| self.document.text[from..].contains(closing))
    }

    /// Whether something is wrong in a record by itself, among the parts that are read in one go
    /// from one on.
    fn has_slip(&self, at: usize) -> bool {
        let slip = |part: &Range<usize>| self.records(part, |piece| !piece.problems.is_empty());
        self.lot(at, slip).into_iter().flatten().any(|is_wrong| is_wrong)
    }

    /// The same with what the parts from one on hold, each record by itself.
    fn by_record(&self, mut all: Vec<Harvest>, mut at: usize) -> Vec<Harvest> {
        let one = |part: &Range<usize>| {
            let read = self.records(part, Harvest::of);
            (self.told)(part.len());
            read
        };
        while at < self.parts.len() {
            let mut together = Harvest::default();
            let read = self.lot(at, one);
            at += read.len();
            read.into_iter().flatten().for_each(|found| together.add(found));
            all.push(together);
        }
        all
    }

    /// What `one` makes of the parts that are read in one go from one on.
    fn lot<T: Send>(&self, at: usize, one: impl Fn(&Range<usize>) -> T + Sync) -> Vec<T> {
        let lot = &self.parts[at..self.parts.len().min(at + AT_ONCE)];
        if self.document.text.len() >= LONG { abreast(lot, one) } else { lot.iter().map(one).collect() }
    }

    fn piece(&self, part: Range<usize>) -> Piece<'_> {
        Piece::parse(&self.document.text, Span::new(self.index, part))
    }

    fn records<T>(&self, part: &Range<usize>, of: impl FnMut(&Piece<'_>) -> T) -> Vec<T> {
        syntax::by_record(&self.document.text, Span::new(self.index, part.clone()), of)
    }
}

/// What a piece holds, if it is TOML.
fn sound(piece: &Piece<'_>) -> Option<Sound> {
    let sound = || Sound { defined: defined(&piece.table), found: Harvest::of(piece), headers: Headers::of(piece) };
    piece.problems.is_empty().then(sound)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::read::read_by_parts;
    use proptest::prelude::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    const EVENTS: &str = include_str!("../../events.toml");

    /// Lines that may make parts contradict each other, or end where they should not.
    const ODD: [&str; 22] = [
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
        "title = \"no end",
        "\"\"\"",
        "summary = \"\"\"\n[note]\n\"\"\"",
        "summary = \"\"\"\n[[event]]\n\"\"\"",
        "summary = { en = '''\n[[event]]\n''' }",
        "goods = [{ what = { en = \"\"\"\r\n[[event]]\r\n[[place]]\r\n\"\"\", zh = \"x\" } }]",
        "[true]",
        "]",
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
    fn a_file_with_slips_is_read_in_parts_too() {
        for slip in ["title = \"no end", "title = \"\"\"no end", "after = [", "[[event]", "x = 1\nx = 1"] {
            for lines in [&[900][..], &[20, 300, 1_200], &[0], &[1_380]] {
                let mut text: Vec<&str> = EVENTS.lines().collect();
                lines.iter().rev().for_each(|&line| text.insert(line, slip));
                let text = text.join("\n");
                let document = Document { name: "a".into(), text: text.clone().into() };
                let bytes = AtomicUsize::new(0);
                let told = |part| {
                    bytes.fetch_add(part, Ordering::Relaxed);
                };
                assert!(read(0, &document, 1_000, &told).is_some(), "{slip} in the lines {lines:?}");
                assert!(bytes.into_inner() >= text.len(), "all bytes are told");
                check(text).expect("the same");
            }
        }
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
        #![proptest_config(ProptestConfig::with_cases(60))]

        #[test]
        fn parts_give_what_the_whole_gives(
            edits in prop::collection::vec((0_usize..1_400, 0_usize..3, 0_usize..ODD.len()), 0..4)
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
    fn headings_come_second_to_the_first_of_all_in_whichever_lot_they_are() {
        let lines = (0..3 * AT_ONCE).map(|number| match number {
            1 => "title = \"no end\n",
            number if number % (AT_ONCE / 4) == 0 => "[chronology]\ntitle = \"T\"\n",
            _ => "[[event]]\nid = \"a\"\n",
        });
        check(format!("format = 1\n{}", lines.collect::<String>())).expect("the same");
    }

    #[test]
    fn a_text_that_looks_like_records_is_one_whatever_it_stands_in() {
        for odd in ODD.into_iter().filter(|odd| odd.contains('\n')) {
            let (head, _) = EVENTS.rsplit_once("[[event]]").expect("events");
            let text = format!("{head}[[event]]\nid = \"a\"\n{odd}\n\n[[event]]\nid = \"b\"\n[[event]]\nid = \"c\"\n");
            let document = Document { name: "a".into(), text: text.clone().into() };
            assert!(Piece::parse(&document.text, Span::new(0, 0..text.len())).problems.is_empty(), "{odd}");
            check(text).expect("the same");
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
