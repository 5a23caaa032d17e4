//! Makes a draft a file without a fault: every id there is unique, every id referred to exists.

use super::draft::{Draft, slug, unplaced};
use crate::date::Language;
use crate::file::{ActorRecord, CategoryRecord, EventRecord, Id, PlaceRecord, Records, SourceRecord, Text};
use std::collections::{HashMap, HashSet};
use std::mem::take;

/// Gives ids to records without one, makes doubles unique, defines what is referred to,
/// and drops references to events that do not exist.
pub fn mend(draft: &mut Draft) {
    name(&mut draft.records);
    unique(draft);
    events_that_exist(draft);
    define(draft);
}

/// Titles for events without one, and ids made of titles.
fn name(records: &mut Records) {
    for (at, event) in records.events.iter_mut().enumerate() {
        if event.title.read(Language::En, &[]).trim().is_empty() {
            let id = &event.id.value;
            event.title = Text::plain(if id.is_empty() { format!("event {}", at + 1) } else { id.to_string() });
        }
        if event.id.value.is_empty() {
            event.id.value = slug(event.title.read(Language::En, &[])).into();
        }
        if event.id.value.is_empty() {
            event.id.value = format!("event-{}", at + 1).into();
        }
    }
}

fn unique(draft: &mut Draft) {
    let mut doubles = Vec::new();
    let mut seen = HashSet::new();
    let mut counts: HashMap<String, usize> = HashMap::new();
    for event in &mut draft.records.events {
        if !seen.insert(event.id.value.to_string()) {
            let base = event.id.value.to_string();
            let count = counts.entry(base.clone()).or_insert(1);
            let free = loop {
                *count += 1;
                let candidate = format!("{}-{count}", base.chars().take(90).collect::<String>());
                if seen.insert(candidate.clone()) {
                    break candidate;
                }
            };
            let title = event.title.read(Language::En, &[]);
            doubles.push(if slug(title) == base {
                (title.to_owned(), format!("is the title of more than one event; this one has the id {free}"))
            } else {
                (base, format!("is the id of more than one event; this one is called {free}"))
            });
            event.id.value = free.into();
        }
    }
    for (name, said) in doubles {
        draft.note(&name, said);
    }
    let records = &mut draft.records;
    keep_first(&mut records.categories, |record| &record.id);
    keep_first(&mut records.places, |record| &record.id);
    keep_first(&mut records.actors, |record| &record.id);
    keep_first(&mut records.sources, |record| &record.id);
    keep_first(&mut records.tours, |record| &record.id);
}

fn keep_first<T>(records: &mut Vec<T>, id: impl Fn(&T) -> &Id) {
    let mut seen = HashSet::new();
    records.retain(|record| !id(record).value.is_empty() && seen.insert(id(record).value.clone()));
}

fn events_that_exist(draft: &mut Draft) {
    let known: HashSet<String> = draft.records.events.iter().map(|event| event.id.value.to_string()).collect();
    let mut lost = Vec::new();
    let exists = |event: &str, id: &Id, lost: &mut Vec<(String, String)>| {
        let exists = known.contains(id.value.as_str());
        if !exists {
            lost.push((event.to_owned(), id.value.to_string()));
        }
        exists
    };
    for event in &mut draft.records.events {
        let EventRecord { id, after, before, part_of, reply_to, .. } = event.as_mut();
        for list in [after, before, reply_to] {
            let written = take(list).into_iter();
            *list = written.filter(|other| exists(&id.value, other, &mut lost)).collect();
        }
        *part_of = part_of.take().filter(|other| exists(&id.value, other, &mut lost));
    }
    for tour in &mut draft.records.tours {
        tour.steps.retain(|step| exists(&tour.id.value, &step.event, &mut lost));
    }
    for (event, id) in lost {
        draft.note(&event, format!("refers to {}, an event that is not there", crate::file::quoted(&id)));
    }
}

/// Records for all that is referred to, in the order in which it is.
fn define(draft: &mut Draft) {
    let Records { categories, places, actors, sources, events, .. } = &mut draft.records;
    let mut defined = Vec::new();
    let named = missing(
        actors.iter().map(|record| &record.id),
        events.iter().flat_map(|event| people(event)).chain(actors.iter().filter_map(|actor| actor.of.as_ref())),
    );
    for id in named {
        actors.push(ActorRecord { name: Text::plain(&id.value), id: id.clone(), ..ActorRecord::default() });
        defined.push(("actor", id));
    }
    let named = missing(
        places.iter().map(|record| &record.id),
        events
            .iter()
            .filter_map(|event| event.place.as_ref())
            .chain(actors.iter().filter_map(|actor| actor.place.as_ref())),
    );
    for id in named {
        places.push(PlaceRecord { name: Text::plain(&id.value), id: id.clone(), ..PlaceRecord::default() });
        defined.push(("place", id));
    }
    for id in
        missing(categories.iter().map(|record| &record.id), events.iter().filter_map(|event| event.category.as_ref()))
    {
        categories.push(CategoryRecord { name: Text::plain(&id.value), id: id.clone(), ..CategoryRecord::default() });
        defined.push(("category", id));
    }
    for id in missing(sources.iter().map(|record| &record.id), events.iter().flat_map(|event| cited(event))) {
        sources.push(SourceRecord { title: Text::plain(&id.value), id: id.clone(), ..SourceRecord::default() });
        defined.push(("source", id));
    }
    for (kind, id) in defined {
        draft.note(&id.value, format!("is referred to, but not described: the {kind} has its id as name"));
    }
}

fn people(event: &EventRecord) -> impl Iterator<Item = &Id> {
    event.from.iter().chain(&event.to).chain(&event.actors)
}

fn cited(event: &EventRecord) -> impl Iterator<Item = &Id> {
    event.sources.iter().map(|cited| &cited.source).chain(event.claims.iter().flat_map(|claim| &claim.sources))
}

/// The ids that are referred to but not defined, each once.
fn missing<'a>(defined: impl Iterator<Item = &'a Id>, named: impl Iterator<Item = &'a Id>) -> Vec<Id> {
    let mut known: HashSet<&str> = defined.map(|id| id.value.as_str()).collect();
    named.filter(|id| known.insert(&id.value)).map(|id| unplaced(id.value.clone())).collect()
}
