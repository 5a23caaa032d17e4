//! Events of schema.org as JSON-LD.
//!
//! The context stands in the document, so that no program needs the network to read it;
//! it means what schema.org's own does. `startDate` and `endDate` say no more than is
//! known: a whole month for "some day in March". The EDTF expression and all that
//! schema.org has no word for are additional properties.

use super::json::OneByOne;
use super::{Exported, Loss, Selection};
use crate::chronology::{ActorNo, Event, EventNo, PlaceNo, SourceNo};
use crate::date::{Bound, Bounds, Day};
use crate::file::{ActorKind, Basis, Claim};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::error::Error;

/// One document with an event for each of the selection.
pub(super) fn export(selection: &Selection) -> Result<Exported, Box<dyn Error>> {
    let graph = OneByOne(|| selection.numbers.iter().map(|&number| event(selection, number)));
    let text = serde_json::to_string_pretty(&Document { context: context(selection), graph })? + "\n";
    let of_events = selection.numbers.iter().flat_map(|&number| losses(selection, number));
    let losses = Loss::of_one_language(selection).into_iter().chain(Loss::of_unselected(selection)).chain(of_events);
    let losses = losses.collect();
    Ok(Exported { text, losses })
}

#[derive(Debug, Serialize)]
struct Document<G> {
    #[serde(rename = "@context")]
    context: Value,
    #[serde(rename = "@graph")]
    graph: G,
}

/// Words of schema.org that hold an address or a date, and those that hold codes, which are
/// of no language.
const ADDRESSES: [&str; 2] = ["url", "eventAttendanceMode"];
const DATES: [&str; 2] = ["startDate", "endDate"];
const CODES: [&str; 7] =
    ["identifier", "propertyID", "value", "valueReference", "addressCountry", "inLanguage", "datePublished"];

/// What the words of the document mean.
fn context(selection: &Selection) -> Value {
    let term = |name: &str, key: &str, value: Value| {
        (name.to_owned(), json!({ "@id": format!("http://schema.org/{name}"), key: value }))
    };
    let addresses = ADDRESSES.map(|name| term(name, "@type", json!("@id")));
    let dates = DATES.map(|name| term(name, "@type", json!("http://schema.org/Date")));
    let codes = CODES.map(|name| term(name, "@language", Value::Null));
    let whole = [("@vocab", json!("http://schema.org/")), ("@language", json!(selection.language.code()))];
    let whole = whole.map(|(key, value)| (key.to_owned(), value));
    Value::Object(whole.into_iter().chain(addresses).chain(dates).chain(codes).collect())
}

/// What `startDate` and `endDate` cannot say of an event.
fn losses(selection: &Selection, number: EventNo) -> Vec<Loss> {
    let event = &selection.chronology[number];
    let bounds = &event.bounds;
    let limits = if event.has_gaps() {
        Some("startDate and endDate name the first and the last of several times")
    } else {
        is_limit(bounds)
            .then_some("startDate and endDate are the first and the last day possible, not days that are known")
    };
    let said: Vec<String> = match (bounds.is_open(), bounds[Bound::EarliestStart], bounds[Bound::LatestEnd]) {
        (true, ..) => vec!["has no startDate: nothing is known of its day".to_owned()],
        (_, first, last) => {
            side("startDate", first).into_iter().chain(side("endDate", last)).chain(limits.map(str::to_owned)).collect()
        }
    };
    said.into_iter().map(|said| Loss::of(number, said)).collect()
}

/// Whether a side is written to the day though no more than its limit is known.
fn is_limit(bounds: &Bounds) -> bool {
    let [start, end] = sides(bounds);
    let is_limit = |side: &Side| {
        side.day.is_some_and(|day| is_writable(&day)) && length(side) == 10 && side.range.0 != side.range.1
    };
    is_limit(&start) || is_limit(&end)
}

/// Why a side has no date.
fn side(name: &str, day: Option<Day>) -> Option<String> {
    match day {
        None => Some(format!("has no {name}: it is open on that side")),
        Some(day) if !is_writable(&day) => {
            Some(format!("has no {name}: ISO 8601 has no year {}, only 0000 to 9999", day.year()))
        }
        Some(_) => None,
    }
}

/// Whether ISO 8601 has the year of a day.
fn is_writable(day: &Day) -> bool {
    (0..=9999).contains(&day.year())
}

/// A table without what it does not say.
fn object<const N: usize>(kind: &str, keys: [(&str, Value); N]) -> Value {
    let is_said = |value: &Value| match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        Value::String(text) => !text.is_empty(),
        _ => true,
    };
    let mut object = Map::new();
    object.insert("@type".to_owned(), json!(kind));
    for (key, value) in keys.into_iter().filter(|(_, value)| is_said(value)) {
        object.insert(key.to_owned(), value);
    }
    Value::Object(object)
}

fn event(selection: &Selection, number: EventNo) -> Value {
    let event = &selection.chronology[number];
    let [start, end] = dates(&event.bounds);
    let people = |actors: &[ActorNo]| Value::Array(actors.iter().map(|&number| actor(selection, number)).collect());
    let is_there = |other: &EventNo| selection.contains(*other);
    let others: Vec<ActorNo> = event.to.iter().chain(&event.actors).copied().collect();
    let online = event.record.online.then_some("http://schema.org/OnlineEventAttendanceMode");
    object(
        "Event",
        [
            ("@id", json!(name(number))),
            ("identifier", json!(event.id())),
            ("name", json!(selection.read(&event.record.title))),
            ("description", json!(selection.read(&event.record.summary))),
            ("inLanguage", json!(selection.language.code())),
            ("startDate", json!(start)),
            ("endDate", json!(end)),
            ("about", json!(event.category.map(|number| selection.read(&selection.chronology[number].name)))),
            ("location", location(selection, event)),
            ("eventAttendanceMode", json!(online)),
            ("organizer", people(&event.from)),
            ("attendee", people(&others)),
            ("superEvent", event.part_of.filter(is_there).map_or(Value::Null, reference)),
            ("subEvent", Value::Array(event.parts.iter().copied().filter(is_there).map(reference).collect())),
            ("subjectOf", subject_of(selection, event)),
            ("keywords", json!(event.record.tags.iter().map(|tag| tag.value.as_str()).collect::<Vec<_>>())),
            ("additionalProperty", Value::Array(properties(selection, event))),
        ],
    )
}

/// The name by which other events of the document refer to one. It is a blank node's: an
/// event has no address on the web.
fn name(number: EventNo) -> String {
    format!("_:event-{}", number.index() + 1)
}

fn reference(event: EventNo) -> Value {
    json!({ "@id": name(event) })
}

/// The outer day of one side, and the days between which that side is.
struct Side {
    day: Option<Day>,
    range: (Option<Day>, Option<Day>),
}

fn sides(bounds: &Bounds) -> [Side; 2] {
    let [earliest_start, latest_start, earliest_end, latest_end] = bounds.days();
    let start = Side { day: earliest_start, range: (earliest_start, latest_start) };
    [start, Side { day: latest_end, range: (earliest_end, latest_end) }]
}

/// The outer days, each as a whole year or month where that is all that can be said of its
/// side.
fn dates(bounds: &Bounds) -> [Option<String>; 2] {
    sides(bounds).map(|side| {
        let day = side.day.filter(is_writable)?;
        Some(day.to_string().chars().take(length(&side)).collect())
    })
}

/// How many characters of a day are known.
fn length(side: &Side) -> usize {
    match side.range {
        (Some(from), Some(to)) if from == from.year_start() && to == to.year_end() => 4,
        (Some(from), Some(to)) if from == from.month_start() && to == to.month_end() => 7,
        _ => 10,
    }
}

fn location(selection: &Selection, event: &Event) -> Value {
    event.place.map_or(Value::Null, |number| place(selection, number))
}

fn place(selection: &Selection, number: PlaceNo) -> Value {
    let record = &selection.chronology[number];
    let geo = match (record.latitude, record.longitude) {
        (Some(latitude), Some(longitude)) => {
            object("GeoCoordinates", [("latitude", json!(latitude)), ("longitude", json!(longitude))])
        }
        _ => Value::Null,
    };
    let country = record.country.as_ref().map(|country| country.value.as_str());
    let address = country.map_or(Value::Null, |country| object("PostalAddress", [("addressCountry", json!(country))]));
    object("Place", [("name", json!(selection.read(&record.name))), ("address", address), ("geo", geo)])
}

fn actor(selection: &Selection, number: ActorNo) -> Value {
    let actor = &selection.chronology[number];
    let (kind, belongs_to) = match actor.record.kind {
        ActorKind::Person => ("Person", "affiliation"),
        ActorKind::Organisation => ("Organization", "parentOrganization"),
    };
    let whole = actor.of.map(|of| selection.read(&selection.chronology[of].record.name));
    let whole = whole.map_or(Value::Null, |name| object("Organization", [("name", json!(name))]));
    object(
        kind,
        [
            ("name", json!(selection.read(&actor.record.name))),
            ("alternateName", json!(actor.record.aliases)),
            (
                if kind == "Person" { "jobTitle" } else { "description" },
                json!(actor.record.role.as_ref().map(|role| selection.read(role))),
            ),
            (belongs_to, whole),
        ],
    )
}

fn subject_of(selection: &Selection, event: &Event) -> Value {
    let cited = event.citations.iter().map(|cited| {
        let note = cited.note.as_ref().map(|note| selection.read(note));
        let announces = cited.announces.then(|| property("announces", Value::Bool(true)));
        source(selection, cited.source, note, announces)
    });
    Value::Array(cited.collect())
}

fn source(selection: &Selection, number: SourceNo, note: Option<&str>, more: Option<Value>) -> Value {
    let record = &selection.chronology[number].record;
    let publisher = record.publisher.as_ref().map(|publisher| selection.read(publisher));
    let publisher = publisher.map_or(Value::Null, |name| object("Organization", [("name", json!(name))]));
    // A web address is one that a browser opens; anything else must not become a link.
    let url = record.url.as_ref().map(|url| url.value.as_str()).filter(|url| super::is_web(url));
    object(
        "CreativeWork",
        [
            ("identifier", json!(record.id.value.as_str())),
            ("name", json!(selection.read(&record.title))),
            ("publisher", publisher),
            ("datePublished", json!(record.published.as_ref().map(|date| date.value.to_string()))),
            ("url", json!(url)),
            ("inLanguage", json!(record.language)),
            ("description", json!(record.note.as_ref().map(|note| selection.read(note)))),
            ("abstract", json!(note)),
            ("additionalProperty", json!(more.into_iter().collect::<Vec<_>>())),
        ],
    )
}

fn property(name: &str, value: Value) -> Value {
    object("PropertyValue", [("propertyID", json!(name)), ("value", value)])
}

/// All that schema.org has no word for.
fn properties(selection: &Selection, event: &Event) -> Vec<Value> {
    let edtf = event.record.date.as_ref().map(|date| property("edtf", json!(date.value.to_string())));
    let basis = (event.record.basis == Basis::Inferred).then(|| property("basis", json!("inferred")));
    let bounds = ["earliestStart", "latestStart", "earliestEnd", "latestEnd"].into_iter().zip(event.bounds.days());
    let bounds = bounds.filter_map(|(name, day)| Some(property(name, json!(day?.to_string()))));
    let links = [("after", &event.after), ("before", &event.before), ("replyTo", &event.reply_to)];
    let links = links.into_iter().flat_map(|(name, events)| {
        events.iter().map(move |&other| property(name, json!(selection.chronology[other].id())))
    });
    let goods = event.record.goods.iter().map(|goods| {
        let what = ("name", json!(selection.read(&goods.what)));
        object("PropertyValue", [("propertyID", json!("goods")), what, ("value", json!(goods.count))])
    });
    let claims = event.record.claims.iter().map(|item| claim(selection, item));
    edtf.into_iter().chain(basis).chain(bounds).chain(links).chain(goods).chain(claims).collect()
}

fn claim(selection: &Selection, claim: &Claim) -> Value {
    let sources: Vec<&str> = claim.sources.iter().map(|id| id.value.as_str()).collect();
    object(
        "PropertyValue",
        [
            ("propertyID", json!("claim")),
            ("value", json!(claim.date.value.to_string())),
            ("valueReference", json!(sources)),
            ("description", json!(claim.note.as_ref().map(|note| selection.read(note)))),
        ],
    )
}
