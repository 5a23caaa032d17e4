//! A calendar (RFC 5545): what its events become.

mod content;

use super::draft::{Draft, id, is_id, slug, text, unplaced};
use super::vague::{self, Reading};
use crate::date::{Date, Day};
use crate::file::{Breaks, EventRecord, visible};
use content::{Component, components};
use std::collections::HashMap;

/// Reads a calendar.
pub fn read(calendar: &str) -> Result<Draft, String> {
    let components = components(calendar)?;
    let mut draft = Draft::default();
    let ids: HashMap<&str, String> = components.iter().map(|event| (event.value("UID"), own_id(event))).collect();
    for component in &components {
        match component.kind.as_str() {
            "VCALENDAR" => {
                draft.records.heading.title = text(&component.text("X-WR-CALNAME"), Breaks::Join);
                draft.records.heading.summary = text(&component.text("X-WR-CALDESC"), Breaks::Keep);
            }
            "VEVENT" | "VJOURNAL" => event(&mut draft, component, &ids),
            kind @ ("VTODO" | "VFREEBUSY") => {
                draft.note(&component.text("SUMMARY"), format!("is a {kind}, and left out"))
            }
            _ => {}
        }
    }
    Ok(draft)
}

/// The part of a UID before the `@`, where it can be an id and is not a mere number; else
/// one made of the title.
fn own_id(event: &Component) -> String {
    let uid = event.value("UID").split('@').next().unwrap_or_default();
    let is_readable = is_id(uid) && uid.chars().filter(|c| c.is_alphabetic()).count() > uid.len() / 2;
    if is_readable { uid.to_owned() } else { slug(&event.text("SUMMARY")) }
}

fn event(draft: &mut Draft, component: &Component, ids: &HashMap<&str, String>) {
    let summary = component.text("SUMMARY");
    let days = days(component);
    let edtf: Option<Date> = component.text("X-EDTF").parse().ok();
    let is_tentative = component.value("STATUS") == "TENTATIVE";
    let (said, title) = match in_front(&summary).filter(|_| is_tentative) {
        Some((said, title)) if edtf.is_some() || matches!(vague::read(said), Reading::Date(_)) => (said, title),
        _ => ("", summary.as_str()),
    };
    let mut event = EventRecord {
        id: id(&own_id(component)),
        title: text(title, Breaks::Join),
        summary: text(&component.text("DESCRIPTION"), Breaks::Keep),
        ..EventRecord::default()
    };
    let mut categories = component.list("CATEGORIES").into_iter();
    event.category = categories.next().and_then(|name| draft.category(&name));
    event.tags = categories.map(|tag| unplaced(visible(&tag, Breaks::Join).into_owned())).collect();
    event.place = draft.place(&component.text("LOCATION"), position(component.value("GEO")));
    event.sources = draft.source(component.value("URL"), "").into_iter().collect();
    event.actors = component.people().iter().filter_map(|name| draft.actor(name)).collect();
    let whole = component.value("RELATED-TO");
    event.part_of = ids.get(whole).filter(|_| !whole.is_empty()).map(|whole| unplaced(whole.clone()));
    match edtf {
        Some(date) => event.date = Some(unplaced(date)),
        None => draft.date(&mut event, said, days),
    }
    for (name, lost) in [
        ("RRULE", "it recurs: only its first time is taken over"),
        ("RDATE", "it recurs: only its first time is taken over"),
        ("DURATION", "its duration is left out"),
        ("ATTACH", "what is attached is left out"),
    ] {
        if component.has(name) {
            draft.note(title, lost);
        }
    }
    if component.value("STATUS") == "CANCELLED" {
        draft.note(title, "was cancelled: that stands as a tag");
        event.tags.push(unplaced("cancelled".to_owned()));
    }
    if component.value("DTSTART").contains('T') {
        draft.note(title, "its time of day is left out");
    }
    if !component.value("DTSTART").is_empty() && event.date.is_none() {
        draft.note(title, "its DTSTART is no day");
    }
    draft.add(event);
}

/// "(some day in March 2020) Title": what stands in front, and the rest.
fn in_front(summary: &str) -> Option<(&str, &str)> {
    summary.strip_prefix('(')?.split_once(") ")
}

/// The days from start to end; the end of whole days is the day after the last.
fn days(component: &Component) -> Option<Date> {
    let start = day(component.value("DTSTART"))?;
    let end = component.value("DTEND");
    let last = match day(end) {
        // An end of whole days is the day after the last; so is midnight.
        Some(end_day) if end_day > start && (!end.contains('T') || end.contains("T000000")) => {
            Day::from_number(end_day.number() - 1)
        }
        Some(end_day) => end_day,
        None => start,
    };
    let expression = if last > start { format!("{start}/{last}") } else { start.to_string() };
    expression.parse().ok()
}

/// `20200305`, `20200305T120000Z`
fn day(value: &str) -> Option<Day> {
    let digits =
        value.split('T').next().filter(|digits| digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_digit()))?;
    Day::new(digits[..4].parse().ok()?, digits[4..6].parse().ok()?, digits[6..].parse().ok()?)
}

/// `26.65;106.63`
fn position(value: &str) -> Option<(f64, f64)> {
    let (latitude, longitude) = value.split_once(';')?;
    let (latitude, longitude): (f64, f64) = (latitude.trim().parse().ok()?, longitude.trim().parse().ok()?);
    (latitude.abs() <= 90.0 && longitude.abs() <= 180.0).then_some((latitude, longitude))
}
