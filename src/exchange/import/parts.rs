//! Cells whose items have parts of their own, as JSON: goods, claims, citations, steps.

use super::draft::{Draft, some_id, text, unplaced};
use crate::date::{Date, Language};
use crate::exchange::csv::cell::items;
use crate::file::{Breaks, Citation, Claim, Goods, SourceRecord, StepRecord, Text, visible};
use serde_json::Value;

/// What changed hands; without JSON, the items of a list.
pub fn goods(draft: &mut Draft, label: &str, cell: &str) -> Box<[Goods]> {
    let goods = |value: &Value| {
        let what = spoken(value.get("what").unwrap_or(value), Breaks::Join)?;
        Some(Goods {
            what,
            count: value.get("count").and_then(Value::as_u64).filter(|count| i64::try_from(*count).is_ok()),
        })
    };
    each(draft, label, "goods", cell, goods)
}

/// What sources say of the date.
pub fn claims(draft: &mut Draft, label: &str, cell: &str) -> Box<[Claim]> {
    each(draft, label, "claims", cell, |value| {
        let sources = value.get("sources")?.as_array()?.iter().filter_map(Value::as_str).filter_map(some_id).collect();
        Some(Claim {
            date: unplaced(value.get("date")?.as_str()?.parse::<Date>().ok()?),
            sources,
            note: value.get("note").and_then(|note| spoken(note, Breaks::Keep)),
        })
    })
}

/// What it rests on: ids, or names and addresses that become sources.
pub fn citations(draft: &mut Draft, label: &str, cell: &str) -> Box<[Citation]> {
    let mut defined = Vec::new();
    let citations = each(draft, label, "sources", cell, |value| {
        let name = value.get("id").unwrap_or(value).as_str()?;
        let source = some_id(name)?;
        if source.value != name {
            defined.push((source.clone(), name.to_owned()));
        }
        let note = value.get("note").and_then(|note| spoken(note, Breaks::Keep));
        Some(Citation {
            source,
            note: note.map(Box::new),
            announces: value.get("announces") == Some(&Value::Bool(true)),
        })
    });
    for (id, name) in defined {
        let is_url = name.starts_with("http") && !name.contains(char::is_whitespace);
        let url = is_url.then(|| unplaced(name.clone()));
        draft.records.sources.push(SourceRecord {
            id,
            title: text(&name, Breaks::Join),
            url,
            ..SourceRecord::default()
        });
    }
    citations
}

/// The stops of a tour.
pub fn steps(draft: &mut Draft, label: &str, cell: &str) -> Box<[StepRecord]> {
    each(draft, label, "steps", cell, |value| {
        let event = some_id(value.get("event").unwrap_or(value).as_str()?)?;
        Some(StepRecord { event, note: value.get("note").and_then(|note| spoken(note, Breaks::Keep)) })
    })
}

/// Each item of a JSON list, or of a plain one; those that cannot be read are told.
fn each<T>(
    draft: &mut Draft,
    label: &str,
    name: &str,
    cell: &str,
    mut read: impl FnMut(&Value) -> Option<T>,
) -> Box<[T]> {
    let values = match serde_json::from_str(cell) {
        Ok(Value::Array(values)) => values,
        _ => items(cell).into_iter().map(Value::String).collect(),
    };
    let count = values.len();
    let found: Box<[T]> = values.iter().filter_map(&mut read).collect();
    let lost = count - found.len();
    if lost > 0 {
        let is = if lost == 1 { "is" } else { "are" };
        draft.note(label, format!("{lost} of its {name} cannot be read, and {is} left out"));
    }
    found
}

/// A text: a string, or a table with a form for each language.
fn spoken(value: &Value, breaks: Breaks) -> Option<Text> {
    let mut text = Text::default();
    match value {
        Value::String(said) => text = Text::plain(visible(said, breaks)),
        Value::Object(forms) => {
            for language in Language::ALL {
                if let Some(form) = forms.get(language.code()).and_then(Value::as_str) {
                    text.set(language, visible(form, breaks));
                }
            }
        }
        _ => return None,
    }
    Some(text)
}
