//! A calendar (RFC 5545): what its events become.

mod content;
mod time;

use super::draft::{Draft, add, agree, id, is_id, slug, text, unplaced};
use super::vague::{self, Reading};
use crate::date::Date;
use crate::file::{Breaks, EventRecord, visible};
use content::{Component, components};
use std::collections::HashMap;

/// Reads a calendar.
pub fn read(text: &str) -> Result<Draft, String> {
    let components = components(text)?;
    let mut draft = Draft::default();
    let ids: HashMap<&str, String> = components.iter().map(|event| (event.value("UID"), own_id(event))).collect();
    for component in &components {
        match component.kind.as_str() {
            "VCALENDAR" => heading(&mut draft, component),
            "VEVENT" | "VJOURNAL" => event(&mut draft, component, &ids),
            // Of an alarm tells its event; a time zone is of no use without times.
            "VALARM" | "VTIMEZONE" | "STANDARD" | "DAYLIGHT" => {}
            kind => draft.note(&component.text("SUMMARY"), format!("is a {kind}, and left out")),
        }
    }
    Ok(draft)
}

/// What says nothing of the chronology, but of the program and of the format.
const OF_THE_CALENDAR: &[&str] = &["VERSION", "PRODID", "CALSCALE", "METHOD"];

/// What says nothing of an event, but of its entry in the calendar.
const OF_THE_ENTRY: &[&str] = &["UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "TRANSP"];

/// What is taken over.
const TAKEN: &[&str] = &[
    "SUMMARY",
    "DESCRIPTION",
    "DTSTART",
    "DTEND",
    "DURATION",
    "CATEGORIES",
    "LOCATION",
    "URL",
    "ORGANIZER",
    "ATTENDEE",
    "STATUS",
    "X-EDTF",
];

/// What an entry may have several of.
const LISTS: &[&str] = &["CATEGORIES", "ORGANIZER", "ATTENDEE"];

fn heading(draft: &mut Draft, calendar: &Component) {
    let [titles, summaries] = [["X-WR-CALNAME", "NAME"], ["X-WR-CALDESC", "DESCRIPTION"]];
    let first = |names: [&str; 2]| names.map(|name| calendar.text(name)).into_iter().find(|text| !text.is_empty());
    draft.records.heading.title = text(&first(titles).unwrap_or_default(), Breaks::Join);
    draft.records.heading.summary = text(&first(summaries).unwrap_or_default(), Breaks::Keep);
    let taken = |name: &&str| titles.contains(name) || summaries.contains(name) || OF_THE_CALENDAR.contains(name);
    left_out(draft, "calendar", calendar.names().filter(|name| !taken(name)));
}

/// Tells the properties that have no place in a chronology.
fn left_out<'n>(draft: &mut Draft, what: &str, names: impl Iterator<Item = &'n str>) {
    let names: Vec<&str> = names.collect();
    if !names.is_empty() {
        let are = if names.len() == 1 { "is" } else { "are" };
        draft.note(what, format!("{} {are} left out", names.join(", ")));
    }
}

/// The part of a UID before the `@`, where it is the id in one of our files, or can be one
/// and is not a mere number; else one made of the title.
fn own_id(event: &Component) -> String {
    let (uid, file) = event.value("UID").split_once('@').unwrap_or((event.value("UID"), ""));
    let is_ours = file.ends_with(".toml");
    let is_readable = uid.chars().filter(|c| c.is_alphabetic()).count() > uid.len() / 2;
    if is_id(uid) && (is_ours || is_readable) { uid.to_owned() } else { slug(&event.text("SUMMARY")) }
}

fn event(draft: &mut Draft, component: &Component, ids: &HashMap<&str, String>) {
    let summary = component.text("SUMMARY");
    let days = time::days(component);
    let fits = |date: &Date| agree(date, days.as_ref());
    let edtf: Option<Date> = component.text("X-EDTF").parse().ok().filter(fits);
    let is_tentative = component.value("STATUS") == "TENTATIVE";
    let (said, title) = match in_front(&summary).filter(|_| is_tentative) {
        Some((said, title)) if edtf.is_some() || matches!(vague::read(said), Reading::Date(date) if fits(&date)) => {
            (said, title)
        }
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
    event.part_of = whole(component, ids).map(unplaced);
    let is_vague = edtf.is_some() || !said.is_empty();
    match edtf {
        Some(date) => event.date = Some(unplaced(date)),
        None => draft.date(&mut event, said, days),
    }
    if component.value("STATUS") == "CANCELLED" {
        draft.note(title, "was cancelled: that stands as a tag");
        add(&mut event.tags, [unplaced("cancelled")]);
    } else if is_tentative && !is_vague {
        draft.note(title, "is tentative: that stands as a tag");
        add(&mut event.tags, [unplaced("tentative")]);
    }
    tell(draft, component, title, &event);
    draft.add(event);
}

/// The event that this one is a part of, where the calendar has it.
fn whole(component: &Component, ids: &HashMap<&str, String>) -> Option<String> {
    let is_parent = component.parameter("RELATED-TO", "RELTYPE").is_none_or(|kind| kind.eq_ignore_ascii_case("PARENT"));
    let uid = Some(component.value("RELATED-TO")).filter(|uid| !uid.is_empty() && is_parent);
    ids.get(uid?).cloned()
}

/// Tells what of an entry the event has not got.
fn tell(draft: &mut Draft, component: &Component, title: &str, event: &EventRecord) {
    if ["RRULE", "RDATE"].iter().any(|name| component.count(name) > 0) {
        draft.note(title, "it recurs: only its first time is taken over");
    }
    if component.value("DTSTART").contains('T') {
        draft.note(title, "its time of day is left out");
    }
    if !component.value("DTSTART").is_empty() && event.date.is_none() {
        draft.note(title, "its DTSTART is no day");
    }
    if let Some(end) = time::lost_end(component) {
        draft.note(title, format!("its {end} is left out: it is no moment from DTSTART on"));
    }
    let is_once = |name: &&str| TAKEN.contains(name) && !LISTS.contains(name);
    for name in component.names().filter(is_once).filter(|name| component.count(name) > 1) {
        draft.note(title, format!("it has more than one {name}: all but the first are left out"));
    }
    let is_taken = |name: &str| match name {
        "GEO" => event.place.is_some(),
        "RELATED-TO" => event.part_of.is_some() && component.count(name) == 1,
        "X-EDTF" => component.text(name).parse().ok().as_ref() == event.date.as_ref().map(|date| &date.value),
        name => TAKEN.contains(&name) || OF_THE_ENTRY.contains(&name),
    };
    let alarms = component.inner.iter().map(String::as_str);
    left_out(draft, title, component.names().filter(|name| !is_taken(name)).chain(alarms));
}

/// "(some day in March 2020) Title": what stands in front, and the rest.
fn in_front(summary: &str) -> Option<(&str, &str)> {
    summary.strip_prefix('(')?.split_once(") ")
}

/// `26.65;106.63`
fn position(value: &str) -> Option<(f64, f64)> {
    let (latitude, longitude) = value.split_once(';')?;
    let (latitude, longitude): (f64, f64) = (latitude.trim().parse().ok()?, longitude.trim().parse().ok()?);
    (latitude.abs() <= 90.0 && longitude.abs() <= 180.0).then_some((latitude, longitude))
}
