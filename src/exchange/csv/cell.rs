//! What stands in one cell: texts, lists, and lists of things with parts, as JSON.

use crate::exchange::toml::{forms, plain};
use crate::file::{Citation, Claim, Goods, Id, StepRecord, Text};
use serde_json::{Map, Value, json};

/// A free text, made harmless to spreadsheets.
///
/// A spreadsheet takes a cell that begins with one of these for a formula, and may run it.
/// An apostrophe before it says that it is text; so one that is there is doubled, and the
/// reader takes one away again. An apostrophe alone is a text without any letter.
pub fn guarded(text: &str) -> String {
    match text.chars().next() {
        None => "'".to_owned(),
        Some('=' | '+' | '-' | '@' | '\'' | '\t' | '\r') => format!("'{text}"),
        Some(_) => text.to_owned(),
    }
}

/// The text that [`guarded`] was made from.
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}

/// The items of a list, separated by `; `; as JSON where that would not read back.
pub fn list<'a>(items: impl Iterator<Item = &'a str>) -> String {
    let items: Vec<&str> = items.collect();
    let is_plain = |item: &&str| !item.is_empty() && !item.contains(';') && item.trim() == *item;
    let is_quoted = items.first().is_some_and(|first| first.starts_with('['));
    if items.iter().all(is_plain) && !is_quoted { guarded_list(&items.join("; ")) } else { json!(items).to_string() }
}

/// An empty list is an empty cell.
fn guarded_list(joined: &str) -> String {
    if joined.is_empty() { String::new() } else { guarded(joined) }
}

/// The ids of a list, which can hold nothing that needs care.
pub fn ids(ids: &[Id]) -> String {
    ids.iter().map(|id| id.value.as_str()).collect::<Vec<_>>().join("; ")
}

/// The items of a cell that [`list`] or [`ids`] wrote, or that somebody typed.
pub fn items(cell: &str) -> Vec<String> {
    if let Ok(items) = serde_json::from_str::<Vec<String>>(cell) {
        return items;
    }
    let items = unguarded(cell).split(';').map(str::trim).filter(|item| !item.is_empty());
    items.map(str::to_owned).collect()
}

/// What changed hands.
pub fn goods(goods: &[Goods]) -> String {
    rows(goods, |goods| object([("what", text(&goods.what)), ("count", json!(goods.count))]))
}

/// What sources say of a date.
pub fn claims(claims: &[Claim]) -> String {
    rows(claims, |claim| {
        let sources: Vec<&str> = claim.sources.iter().map(|id| id.value.as_str()).collect();
        let date = json!(claim.date.value.to_string());
        object([("date", date), ("sources", json!(sources)), ("note", maybe(claim.note.as_ref()))])
    })
}

/// The sources of an event: their ids, or JSON where there is more to say of one.
pub fn citations(citations: &[Citation]) -> String {
    if citations.iter().all(|cited| cited.note.is_none() && !cited.announces) {
        let ids: Vec<&str> = citations.iter().map(|cited| cited.source.value.as_str()).collect();
        return ids.join("; ");
    }
    rows(citations, |cited| {
        let announces = if cited.announces { Value::Bool(true) } else { Value::Null };
        let id = json!(cited.source.value.as_str());
        object([("id", id), ("note", maybe(cited.note.as_deref())), ("announces", announces)])
    })
}

/// The stops of a tour.
pub fn steps(steps: &[StepRecord]) -> String {
    rows(steps, |step| object([("event", json!(step.event.value.as_str())), ("note", maybe(step.note.as_ref()))]))
}

fn rows<T>(items: &[T], row: impl Fn(&T) -> Value) -> String {
    if items.is_empty() { String::new() } else { Value::Array(items.iter().map(row).collect()).to_string() }
}

/// A table without what it does not say.
fn object<const N: usize>(keys: [(&str, Value); N]) -> Value {
    let mut object = Map::new();
    for (key, value) in keys.into_iter().filter(|(_, value)| !value.is_null()) {
        object.insert(key.to_owned(), value);
    }
    Value::Object(object)
}

fn maybe(text: Option<&Text>) -> Value {
    text.map_or(Value::Null, self::text)
}

fn text(text: &Text) -> Value {
    match plain(text) {
        Some(text) => json!(text),
        None => {
            let forms = forms(text).into_iter();
            Value::Object(forms.map(|(language, form)| (language.code().to_owned(), json!(form))).collect())
        }
    }
}
