//! Events of a chronology as JSON, in order.

use crate::chronology::{ActorNo, Chronology, Event, EventNo};
use crate::date::{Bound, Language};
use serde::Serialize;

/// An event as other programs read it. Days are `YYYY-MM-DD` in astronomical years.
#[derive(Debug, Serialize)]
struct Row<'a> {
    id: &'a str,
    /// The EDTF expression as written.
    date: Option<String>,
    title: &'a str,
    category: Option<&'a str>,
    /// Earliest and latest; null where open.
    start: [Option<String>; 2],
    /// Earliest and latest; null where open.
    end: [Option<String>; 2],
    sources: Vec<&'a str>,
    actors: Vec<&'a str>,
    from: Vec<&'a str>,
    to: Vec<&'a str>,
    place: Option<&'a str>,
    after: Vec<&'a str>,
    before: Vec<&'a str>,
    part_of: Option<&'a str>,
    reply_to: Vec<&'a str>,
    tags: Vec<&'a str>,
}

/// One array of these events, with a newline at its end.
///
/// # Errors
///
/// None that data of this shape can cause; they are serde_json's own.
pub fn json(
    chronology: &Chronology,
    events: impl Iterator<Item = EventNo>,
    language: Language,
) -> serde_json::Result<String> {
    let rows: Vec<Row> = events.map(|event| row(chronology, &chronology[event], language)).collect();
    Ok(serde_json::to_string_pretty(&rows)? + "\n")
}

fn row<'a>(chronology: &'a Chronology, event: &'a Event, language: Language) -> Row<'a> {
    let days = |bounds: [Bound; 2]| bounds.map(|bound| event.bounds[bound].map(|day| day.to_string()));
    let events = |numbers: &[EventNo]| numbers.iter().map(|&number| chronology[number].id()).collect();
    let actors = |numbers: &[ActorNo]| -> Vec<&str> {
        numbers.iter().map(|&number| chronology[number].record.id.value.as_str()).collect()
    };
    Row {
        id: event.id(),
        date: event.record.date.as_ref().map(|date| date.value.to_string()),
        title: chronology.read(&event.record.title, language),
        category: event.category.map(|number| chronology[number].id.value.as_str()),
        start: days([Bound::EarliestStart, Bound::LatestStart]),
        end: days([Bound::EarliestEnd, Bound::LatestEnd]),
        sources: event.citations.iter().map(|cited| chronology[cited.source].record.id.value.as_str()).collect(),
        actors: actors(&event.actors),
        from: actors(&event.from),
        to: actors(&event.to),
        place: event.place.map(|number| chronology[number].id.value.as_str()),
        after: events(&event.after),
        before: events(&event.before),
        part_of: event.part_of.map(|number| chronology[number].id()),
        reply_to: events(&event.reply_to),
        tags: event.record.tags.iter().map(|tag| tag.value.as_str()).collect(),
    }
}
