//! The chronology as plain text: linear, for pipes and for screen readers.

use super::edition::Edition;
use super::glyphs::Glyphs;
use super::line::Line;
use super::list::{Row, heading, rows_of, when_in_words};
use super::page::{Fact, Page, page};
use super::proof::{Files, MOST_STEPS, milestones, proof};
use super::words::Words;
use crate::chronology::query::{Found, Match};
use crate::chronology::{Chronology, EventNo};
use crate::file::Document;

/// The signs of a page that is read line by line: answers stand below what they answer,
/// without branches drawn.
const LINEAR: Glyphs = Glyphs { rule: "", bar: " ", branch: "-", last_branch: "-", selected: ">", ..Glyphs::UNICODE };

/// The whole chronology, in order: title, counts, and each event in a line under the
/// heading of its year.
pub fn list(chronology: &Chronology, words: &'static Words) -> String {
    let mut text = String::new();
    let title = chronology.read(&chronology.heading.title, words.language);
    if !title.is_empty() {
        text += &format!("{title}\n");
    }
    text += &format!("{}\n", words.counts(chronology.counts())[0]);
    text += &listed(chronology, &rows_of(chronology, chronology.numbers()), words, |_| "");
    text
}

/// What a query found, likewise: how many match, and each with a word where it only may.
pub fn found(chronology: &Chronology, found: &Found, words: &'static Words) -> String {
    let rows = rows_of(chronology, found.events().map(|(event, _)| event));
    let certainty = |event| if found.of(event) == Match::Possibly { words.possibly() } else { "" };
    format!("{}\n{}", words.found(found), listed(chronology, &rows, words, certainty))
}

/// The rows, each event with a remark of its own where there is one.
fn listed(
    chronology: &Chronology,
    rows: &[Row],
    words: &'static Words,
    remark: impl Fn(EventNo) -> &'static str,
) -> String {
    let line = |row: &Row| match *row {
        Row::Event(event) => self::event(chronology, event, words, remark(event)),
        row => format!("\n{}\n", heading(chronology, row, words)),
    };
    rows.iter().map(line).collect()
}

/// "15 April 2020: 10,000 masks (donation; masks-palmerston-north)", with one more remark
/// if it is not empty.
fn event(chronology: &Chronology, number: EventNo, words: &'static Words, more: &str) -> String {
    let event = &chronology[number];
    let when = when_in_words(event, words.language);
    let edition = Edition { chronology, words, glyphs: &LINEAR };
    let title = edition.title(number);
    let category = event.category.map_or(words.no_category, |category| edition.category(category));
    let remarks: Vec<&str> = [category, event.id(), more].into_iter().filter(|part| !part.is_empty()).collect();
    let remark = words.remark(&remarks.join(words.semicolon));
    format!("  {when}{}{title}{remark}\n", words.colon)
}

/// One event: all that is known of it, and why its days are what they are.
pub fn show(chronology: &Chronology, event: EventNo, documents: &[Document], words: &'static Words) -> String {
    let Page { head, body, facts, .. } = page(chronology, event, words, &LINEAR);
    let mut text = lines(&head);
    for part in &body {
        text += &format!("\n{}\n", part.text());
    }
    text += "\n";
    text.extend(facts.iter().map(|fact| self::fact(fact, words)));
    text += &format!("\n{}\n", words.why);
    let files = Files { documents, milestones: &milestones(documents) };
    text += &lines(&proof(Edition { chronology, words, glyphs: &LINEAR }, event, files, MOST_STEPS));
    text
}

/// A label and what it labels: in one line, or in one line each below it.
fn fact(fact: &Fact, words: &Words) -> String {
    match fact.lines.as_slice() {
        [line] => format!("{}{}{}\n", fact.label, words.colon, line.text()),
        many => {
            let listed = many.iter().map(|line| format!("  {}\n", line.text()));
            std::iter::once(format!("{}{}\n", fact.label, words.colon.trim_end())).chain(listed).collect()
        }
    }
}

/// The proof of each of an event's four bounds.
pub fn why(chronology: &Chronology, event: EventNo, documents: &[Document], words: &'static Words) -> String {
    let edition = Edition { chronology, words, glyphs: &LINEAR };
    let files = Files { documents, milestones: &milestones(documents) };
    format!("{}\n{}\n{}", edition.title(event), words.why, lines(&proof(edition, event, files, usize::MAX)))
}

fn lines(lines: &[Line]) -> String {
    lines.iter().map(|line| format!("{}\n", line.text())).collect()
}
