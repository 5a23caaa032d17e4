//! Events of a chronology as JSON, in order.

use super::{Exported, Loss, Selection};
use crate::chronology::{ActorNo, Cited, Event, EventNo};
use crate::date::Bound;
use crate::file::{Basis, Claim, Goods};
use serde::{Serialize, Serializer};
use std::error::Error;

/// An array whose items are made when they are written: never all of them are in memory.
#[derive(Debug)]
pub(super) struct OneByOne<F>(pub F);

impl<F, I> Serialize for OneByOne<F>
where
    F: Fn() -> I,
    I: Iterator<Item: Serialize>,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

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

/// The same with all that the event holds besides.
#[derive(Debug, Serialize)]
struct WholeRow<'a> {
    #[serde(flatten)]
    row: Row<'a>,
    summary: &'a str,
    basis: &'static str,
    online: bool,
    goods: Vec<GoodsRow<'a>>,
    claims: Vec<ClaimRow<'a>>,
    citations: Vec<CitationRow<'a>>,
}

#[derive(Debug, Serialize)]
struct GoodsRow<'a> {
    what: &'a str,
    count: Option<u64>,
}

#[derive(Debug, Serialize)]
struct ClaimRow<'a> {
    date: String,
    sources: Vec<&'a str>,
    note: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct CitationRow<'a> {
    id: &'a str,
    note: Option<&'a str>,
    announces: bool,
}

/// One array of the events in order, with a newline at its end: what a list tells.
///
/// # Errors
///
/// None that data of this shape can cause; they are serde_json's own.
pub fn list(selection: &Selection) -> serde_json::Result<String> {
    let rows = OneByOne(|| selection.events().map(|event| row(selection, event)));
    Ok(serde_json::to_string_pretty(&rows)? + "\n")
}

/// The same array with all that each event holds.
pub(super) fn export(selection: &Selection) -> Result<Exported, Box<dyn Error>> {
    let rows = OneByOne(|| selection.events().map(|event| whole(selection, event)));
    let tables = Loss::of_all("actors, places, categories and sources are ids; csv has what they stand for");
    let losses = Loss::of_one_language(selection).into_iter().chain([tables]).chain(Loss::of_unselected(selection));
    let losses = losses.collect();
    Ok(Exported { text: serde_json::to_string_pretty(&rows)? + "\n", losses })
}

fn row<'a>(selection: &Selection<'a>, event: &'a Event) -> Row<'a> {
    let chronology = selection.chronology;
    let days = |bounds: [Bound; 2]| bounds.map(|bound| event.bounds[bound].map(|day| day.to_string()));
    let events = |numbers: &[EventNo]| numbers.iter().map(|&number| chronology[number].id()).collect();
    let actors = |numbers: &[ActorNo]| -> Vec<&str> {
        numbers.iter().map(|&number| chronology[number].record.id.value.as_str()).collect()
    };
    Row {
        id: event.id(),
        date: event.record.date.as_ref().map(|date| date.value.to_string()),
        title: selection.read(&event.record.title),
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

fn whole<'a>(selection: &Selection<'a>, event: &'a Event) -> WholeRow<'a> {
    let record = &event.record;
    WholeRow {
        row: row(selection, event),
        summary: selection.read(&record.summary),
        basis: if record.basis == Basis::Inferred { "inferred" } else { "stated" },
        online: record.online,
        goods: record.goods.iter().map(|goods| goods_row(selection, goods)).collect(),
        claims: record.claims.iter().map(|claim| claim_row(selection, claim)).collect(),
        citations: event.citations.iter().map(|cited| citation_row(selection, cited)).collect(),
    }
}

fn goods_row<'a>(selection: &Selection<'a>, goods: &'a Goods) -> GoodsRow<'a> {
    GoodsRow { what: selection.read(&goods.what), count: goods.count }
}

fn claim_row<'a>(selection: &Selection<'a>, claim: &'a Claim) -> ClaimRow<'a> {
    ClaimRow {
        date: claim.date.value.to_string(),
        sources: claim.sources.iter().map(|id| id.value.as_str()).collect(),
        note: claim.note.as_ref().map(|note| selection.read(note)),
    }
}

fn citation_row<'a>(selection: &Selection<'a>, cited: &'a Cited) -> CitationRow<'a> {
    CitationRow {
        id: &selection.chronology[cited.source].record.id.value,
        note: cited.note.as_ref().map(|note| selection.read(note)),
        announces: cited.announces,
    }
}
