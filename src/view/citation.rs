//! A citation of an event: plain text to be pasted elsewhere.

use super::edition::Edition;
use super::list::when_in_words;
use crate::chronology::{Cited, EventNo};
use crate::file::Basis;

/// An event as it is cited: title and date; what it rests on; the chronology. Each of the
/// three is a line.
pub fn citation(event: EventNo, edition: Edition) -> String {
    let words = edition.words;
    let sources: Vec<String> = edition.chronology[event].citations.iter().map(|cited| source(cited, edition)).collect();
    let chronology = edition.read(&edition.chronology.heading.title);
    let first = format!("{}{}{}", words.quoted(edition.title(event)), edition.labels().comma, date(event, edition));
    let cited = (!sources.is_empty()).then(|| format!("{}{}", edition.labels().cited, sources.join(words.semicolon)));
    let taken = (!chronology.is_empty()).then(|| edition.labels().taken_from(&words.quoted(chronology)));
    std::iter::once(first).chain(cited).chain(taken).collect::<Vec<_>>().join("\n")
}

/// The event's own date, and what is known beyond it.
fn date(event: EventNo, edition: Edition) -> String {
    let (event, words) = (&edition.chronology[event], edition.words);
    let known = when_in_words(event, words.language);
    let Some(date) = &event.record.date else { return known };
    let narrowed = event.is_narrowed().then(|| format!("{}{}{known}", words.known, words.colon));
    let inferred = (event.record.basis == Basis::Inferred).then(|| words.inferred.to_owned());
    let remarks: Vec<String> = inferred.into_iter().chain(narrowed).collect();
    let remark = if remarks.is_empty() { String::new() } else { words.remark(&remarks.join(words.semicolon)) };
    format!("{}{remark}", date.value.words(words.language))
}

/// Publisher, title, day, address.
fn source(cited: &Cited, edition: Edition) -> String {
    let (record, words) = (&edition.chronology[cited.source].record, edition.words);
    let publisher = record.publisher.as_ref().map(|name| edition.read(name).to_owned()).filter(|name| !name.is_empty());
    let published = record.published.as_ref().map(|date| date.value.words(words.language));
    let parts = [
        publisher,
        Some(words.quoted(edition.source(cited.source))),
        Some(published.unwrap_or_else(|| words.published_unknown.to_owned())),
        cited.announces.then(|| words.announced.to_owned()),
        record.url.as_ref().map(|url| url.value.clone()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(edition.labels().comma)
}
