//! From text to TOML tables, past every syntax error: one slip costs no more than its own record.
//!
//! Knows TOML, not which tables and keys a file has.

use super::lines::Lines;
use super::{Problem, Rule, Span, Whole, advice};
use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue, Error};
use toml_parser::Source;

/// The most tables within tables that toml reads.
const DEEPEST: usize = 80;

/// The most syntax errors of a piece that are looked at: a file of another kind has one in each line.
const MOST_ERRORS: usize = 10_000;

/// The most values, and signs between them, that are read in one go: far more than any record has.
const MOST_SIGNS: usize = 500_000;

/// What a value begins with that can be left unclosed over several lines.
const OPENINGS: [char; 4] = ['[', '{', '"', '\''];

/// A part of a document that was parsed by itself.
pub(super) struct Piece<'a> {
    /// Its place in the document.
    pub place: Span,
    /// All of that.
    pub document: &'a Whole,
    /// Its text.
    pub text: &'a str,
    /// What it holds.
    pub table: DeTable<'a>,
    /// Its syntax errors, in order.
    pub problems: Vec<Problem>,
    /// Whether they all are that it ends before something does that was opened in it.
    pub is_open: bool,
}

/// What `of` makes of the pieces of a document: of the whole, or if that is not TOML, of each record.
///
/// Parsed as a whole, a bracket that is never closed would swallow all records after it.
/// Where no piece is wrong by itself, as when a table is defined twice, the whole stands,
/// with one error for each piece that does not fit the others. What holds too many values
/// to be parsed as a whole is taken record by record, each let go of before the next.
pub(super) fn read<T>(index: usize, document: &Whole, mut of: impl FnMut(&Piece<'_>) -> T) -> Vec<T> {
    let text = document.as_str();
    let all = Span::new(index, 0..text.len());
    let whole = fits_in_one(text).then(|| Piece::parse(document, all));
    if let Some(whole) = whole.as_ref().filter(|whole| whole.problems.is_empty()) {
        return vec![of(whole)];
    }
    let mut is_wrong = false;
    let parts = by_record(document, all, |part| {
        is_wrong |= !part.problems.is_empty();
        of(part)
    });
    match whole {
        Some(mut whole) if !is_wrong => {
            let records = records(text);
            whole.problems.dedup_by_key(|problem| records.partition_point(|part| part.start <= problem.span.start()));
            vec![of(&whole)]
        }
        _ => parts,
    }
}

/// What `of` makes of each record in a part of a document.
pub(super) fn by_record<T>(document: &Whole, place: Span, of: impl FnMut(&Piece<'_>) -> T) -> Vec<T> {
    let at = |record: Range<usize>| place.with(place.start() + record.start..place.start() + record.end);
    let pieces = records(&document[place.range()]).into_iter().map(|record| Piece::parse(document, at(record)));
    let mut of = of;
    pieces.map(|piece| of(&piece)).collect()
}

/// Whether a text has no more values than are read in one go.
pub(super) fn fits_in_one(text: &str) -> bool {
    too_many_values(text).is_none()
}

/// Where a text goes beyond the values that are read in one go.
///
/// What is made of a value takes a hundred times the bytes that it may be written with.
fn too_many_values(text: &str) -> Option<usize> {
    // A value and what sets it off from the next take a byte each, at the least.
    if text.len() <= MOST_SIGNS {
        return None;
    }
    Source::new(text).lex().nth(MOST_SIGNS).map(|sign| sign.span().start())
}

impl<'a> Piece<'a> {
    /// Parses the part of a document at this place.
    pub fn parse(document: &'a Whole, place: Span) -> Self {
        let text = &document[place.range()];
        if let Some(end) = too_many_values(text) {
            return Self::up_to(document, place, end);
        }
        let (table, mut errors) = DeTable::parse_recoverable(text);
        errors.truncate(MOST_ERRORS);
        if errors.is_empty() {
            return Self { place, document, text, table: table.into_inner(), problems: Vec::new(), is_open: false };
        }
        let openings = openings(text, table.get_ref(), &errors);
        let problems = slips(text, &openings, &errors).into_iter().map(|slip| slip.problem(text, place)).collect();
        let table = match openings.values().min() {
            // What follows an opening would be taken for its content.
            Some(&opening) => DeTable::parse_recoverable(lines_before(text, opening)).0,
            None => table,
        };
        let is_open = errors.iter().all(is_unclosed);
        let piece = Self { place, document, text, table: table.into_inner(), problems, is_open };
        if errors.iter().any(is_half_header) { piece.under_half_header() } else { piece }
    }

    /// The piece up to the line in which it goes beyond all measure, with a problem that says so.
    fn up_to(document: &'a Whole, place: Span, end: usize) -> Self {
        let text = &document[place.range()];
        let problem = Problem::new(
            Rule::Unreadable,
            place.with(place.start() + end..place.start() + end),
            format!("found more than {MOST_SIGNS} values and signs in one record or list, and left the rest of it out"),
        );
        let table = DeTable::parse_recoverable(lines_before(text, end)).0.into_inner();
        Self { place, document, text, table, problems: vec![problem], is_open: false }
    }

    /// The piece without its first line, with its keys under the header that was most likely meant.
    ///
    /// toml takes them for keys of the file itself.
    fn under_half_header(self) -> Self {
        let header = self.text.find('\n').unwrap_or(self.text.len());
        let (line, text) = self.text.split_at(header);
        let keys = DeTable::parse_recoverable(text).0;
        let mut table = DeTable::new();
        if let Some(name) = header_name(line) {
            let keys = Spanned::new(0..0, DeValue::Table(keys.into_inner()));
            let value = if line.trim_start().starts_with("[[") { list_of(keys) } else { keys };
            table.insert(Spanned::new(0..0, name.into()), value);
        }
        let place = self.place.with(self.place.start() + header..self.place.end());
        Self { place, text, table, ..self }
    }

    /// Tells which problems of the piece's values say more than its syntax errors do.
    ///
    /// What a line with an error seems to hold is a guess, and a key that seems to be
    /// missing may be in it.
    pub fn is_news(&self) -> impl Fn(&Problem) -> bool {
        // Where nothing is broken no line is looked for.
        let lines = Lines::new(if self.problems.is_empty() { "" } else { self.text });
        let start = self.place.start();
        let line = move |problem: &Problem| lines.line(problem.span.start().saturating_sub(start));
        let broken: HashSet<_> = self.problems.iter().map(&line).collect();
        move |problem| broken.is_empty() || (problem.rule != Rule::MissingKey && !broken.contains(&line(problem)))
    }
}

/// Where the records of a text are: each from its header to the next one.
fn records(text: &str) -> Vec<Range<usize>> {
    let mut starts = vec![0];
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if start > 0 && header_name(line).is_some() {
            starts.push(start);
        }
        start += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// The name in the header of a record, `[[event]]`, even if a bracket is missing; in those
/// of tables within a record, `[event.title]`, there is none.
pub(super) fn header_name(line: &str) -> Option<&str> {
    let line = line.split('#').next().unwrap_or_default().trim();
    let name = line.strip_prefix('[')?.trim_matches(['[', ']', ' ']);
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphabetic() || c == '_' || c == '-');
    is_name.then_some(name)
}

fn list_of<'a>(table: Spanned<DeValue<'a>>) -> Spanned<DeValue<'a>> {
    let mut list = DeArray::new();
    list.push(table);
    Spanned::new(0..0, DeValue::Array(list))
}

fn is_half_header(error: &Error) -> bool {
    ["unclosed table", "unclosed array table"].iter().any(|start| error.message().starts_with(start))
}

/// The lines of a text before the one of a byte.
fn lines_before(text: &str, byte: usize) -> &str {
    text[..byte].rfind('\n').map_or("", |newline| &text[..=newline])
}

/// A syntax error, placed where the slip was most likely made.
struct Slip {
    at: Range<usize>,
    message: String,
}

impl Slip {
    fn problem(self, text: &str, place: Span) -> Problem {
        let span = place.with(place.start() + self.at.start..place.start() + self.at.end);
        let problem = Problem::new(advice::rule(&self.message), span, advice::wording(&self.message));
        match advice::help(text, self.at, &self.message) {
            Some(help) => problem.with_help(help),
            None => problem,
        }
    }
}

/// The errors that do not follow from another: the first of each line, and none behind an
/// opening that is never closed.
fn slips(text: &str, openings: &BTreeMap<usize, usize>, errors: &[Error]) -> Vec<Slip> {
    let place = |error: &Error| match (error.span(), is_unclosed(error)) {
        (Some(span), true) => openings.get(&span.start).map_or(span.clone(), |&start| start..start + 1),
        (Some(span), false) => span,
        (None, _) => deep_line(text),
    };
    let mut slips: Vec<_> = errors.iter().map(|e| Slip { at: place(e), message: e.message().to_owned() }).collect();
    slips.sort_by_key(|slip| slip.at.start);
    let swallowed_from = openings.values().min().copied().unwrap_or(usize::MAX);
    // At its own place the opening has the word: what else is said there comes of it.
    slips.retain(|slip| slip.at.start < swallowed_from || advice::is_unclosed(&slip.message));
    let (lines, mut seen) = (Lines::new(text), HashSet::new());
    slips.retain(|slip| slip.at.start <= swallowed_from && seen.insert(lines.line(slip.at.start)));
    once_for_each_header(text, slips)
}

/// A header with a bracket too few, or one left out, makes a key of every record or of every
/// line below stand a second time: the first of them says it for all.
fn once_for_each_header(text: &str, mut slips: Vec<Slip>) -> Vec<Slip> {
    let lines = Lines::new(text);
    let (mut headers, mut above) = (HashSet::new(), None);
    slips.retain(|slip| {
        if !advice::is_twice(&slip.message) {
            return true;
        }
        let line = lines.line(slip.at.start);
        let follows = above.is_some_and(|above| line - above <= 2);
        above = Some(line);
        let written = lines.get(line).trim();
        if written.starts_with('[') { headers.insert(written.trim_matches(['[', ']'])) } else { !follows }
    });
    slips
}

fn is_unclosed(error: &Error) -> bool {
    advice::is_unclosed(error.message())
}

/// For each end at which something is said to be unclosed, where it was opened.
fn openings(text: &str, table: &DeTable<'_>, errors: &[Error]) -> BTreeMap<usize, usize> {
    let ends: HashSet<_> = errors.iter().filter(|e| is_unclosed(e)).filter_map(|e| Some(e.span()?.start)).collect();
    let mut openings = BTreeMap::new();
    let mut open: Vec<&Spanned<DeValue<'_>>> = if ends.is_empty() { Vec::new() } else { table.values().collect() };
    while let Some(value) = open.pop() {
        let span = value.span();
        if ends.contains(&span.end) && text[span.start..].starts_with(OPENINGS) {
            let start = openings.entry(span.end).or_insert(span.start);
            *start = span.start.min(*start);
        }
        match value.get_ref() {
            DeValue::Array(values) => open.extend(values.iter()),
            DeValue::Table(table) => open.extend(table.values()),
            _ => {}
        }
    }
    openings
}

/// The line that nests too deep; toml does not say which.
fn deep_line(text: &str) -> Range<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.matches('.').count() >= DEEPEST {
            return start..start;
        }
        start += line.len();
    }
    0..0
}
