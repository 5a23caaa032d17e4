//! Events of schema.org as JSON-LD.
//!
//! The context stands in the document, so that no program needs the network to read it;
//! it means what schema.org's own does. `startDate` and `endDate` say no more than is
//! known: a whole month for "some day in March". The EDTF expression and all that
//! schema.org has no word for are additional properties.

use super::{Exported, Loss, Selection};
use crate::chronology::{ActorNo, Event, EventNo, PlaceNo, SourceNo};
use crate::date::{Bound, Day};
use crate::file::{ActorKind, Basis, Claim};
use serde_json::{Map, Value, json};
use std::error::Error;

/// One document with an event for each of the selection.
pub(super) fn export(selection: &Selection) -> Result<Exported, Box<dyn Error>> {
    let graph: Vec<Value> = selection.numbers.iter().map(|&number| event(selection, number)).collect();
    let document = json!({ "@context": context(selection), "@graph": graph });
    let open = selection.numbers.iter().filter_map(|&number| loss(selection, number));
    let losses = Loss::of_one_language(selection).into_iter().chain(open).collect();
    Ok(Exported { text: format!("{document:#}\n"), losses })
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
fn loss(selection: &Selection, number: EventNo) -> Option<Loss> {
    let bounds = &selection.chronology[number].bounds;
    match (dates(bounds[Bound::EarliestStart], bounds[Bound::LatestEnd]), bounds.is_open()) {
        (_, true) => Some(Loss::of(number, "has no startDate: nothing is known of its day")),
        ((None, _), _) => Some(Loss::of(number, "has no startDate: it is open on that side")),
        ((_, None), _) => Some(Loss::of(number, "has no endDate: it is open on that side")),
        _ => None,
    }
}

/// A table without what it does not say.
fn object<const N: usize>(kind: &str, keys: [(&str, Value); N]) -> Value {
    let is_said = |value: &Value| match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        Value::String(text) => !text.is_empty(),
        _ => true,
    };
    let said = keys.into_iter().filter(|(_, value)| is_said(value)).map(|(key, value)| (key.to_owned(), value));
    Value::Object(std::iter::once(("@type".to_owned(), json!(kind))).chain(said).collect::<Map<_, _>>())
}

fn event(selection: &Selection, number: EventNo) -> Value {
    let event = &selection.chronology[number];
    let (start, end) = dates(event.bounds[Bound::EarliestStart], event.bounds[Bound::LatestEnd]);
    let people = |actors: &[ActorNo]| Value::Array(actors.iter().map(|&number| actor(selection, number)).collect());
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
            ("superEvent", event.part_of.map_or(Value::Null, reference)),
            ("subEvent", Value::Array(event.parts.iter().copied().map(reference).collect())),
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

/// The outer days, each no more exact than both together: whole years and months where
/// the bounds are whole years and months. ISO 8601 has years of four digits only.
fn dates(first: Option<Day>, last: Option<Day>) -> (Option<String>, Option<String>) {
    let in_range = |day: &Day| (0..=9999).contains(&day.year());
    let (first, last) = (first.filter(in_range), last.filter(in_range));
    let is_years = first.is_none_or(|day| day == day.year_start()) && last.is_none_or(|day| day == day.year_end());
    let is_months = first.is_none_or(|day| day == day.month_start()) && last.is_none_or(|day| day == day.month_end());
    let length = if is_years {
        4
    } else if is_months {
        7
    } else {
        10
    };
    let cut = |day: Day| day.to_string().chars().take(length).collect::<String>();
    (first.map(cut), last.map(cut))
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
            ("identifier", json!(record.id.value)),
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
