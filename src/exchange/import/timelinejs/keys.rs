//! The keys of a slide in the JSON of TimelineJS, and which of those that stand there are
//! none of them.

use super::super::draft::Draft;
use serde_json::Value;
use std::collections::BTreeMap;

const DATE: &[&str] = &["year", "month", "day", "hour", "minute", "second", "millisecond", "display_date"];

/// The keys that are taken over or told slide by slide, by the object that has them.
const KEYS: &[(&str, &[&str])] = &[
    ("", &["unique_id", "start_date", "end_date", "display_date", "text", "group", "media", "background"]),
    ("text", &["headline", "text"]),
    ("media", &["url", "caption", "credit", "thumbnail", "alt", "link"]),
    ("start_date", DATE),
    ("end_date", DATE),
];

/// The keys of the timeline itself.
const OF_THE_TIMELINE: &[&str] = &["title", "events", "eras", "scale"];

/// Tells each key that has no meaning here, once, with the number of its slides.
pub fn tell(draft: &mut Draft, timeline: &Value, slides: &[Value]) {
    for key in others(timeline, OF_THE_TIMELINE) {
        draft.note(key, "this key of the timeline is left out");
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for key in slides.iter().chain(timeline.get("title")).flat_map(unknown) {
        *counts.entry(key).or_default() += 1;
    }
    for (key, count) in counts {
        let slides = if count == 1 { "slide" } else { "slides" };
        draft.note(&key, format!("this key of {count} {slides} is left out"));
    }
}

/// The keys of a slide that are none; of a part that is no object, its own.
fn unknown(slide: &Value) -> Vec<String> {
    let of_part = |(part, keys): &(&str, &[&str])| -> Vec<String> {
        match slide.get(part) {
            _ if part.is_empty() => others(slide, keys).map(str::to_owned).collect(),
            Some(value) if !value.is_object() && !is_empty(value) => vec![(*part).to_owned()],
            Some(value) => others(value, keys).map(|key| format!("{part}.{key}")).collect(),
            None => Vec::new(),
        }
    };
    KEYS.iter().flat_map(of_part).collect()
}

/// The keys of an object that say something and are not among these.
fn others<'v>(object: &'v Value, keys: &[&str]) -> impl Iterator<Item = &'v str> {
    let pairs = object.as_object().into_iter().flatten();
    pairs.filter(|(key, value)| !keys.contains(&key.as_str()) && !is_empty(value)).map(|(key, _)| key.as_str())
}

fn is_empty(value: &Value) -> bool {
    value.is_null() || value.as_str().is_some_and(|text| text.trim().is_empty())
}
