//! Every text of a chronology, with the key that it stands under.

use crate::chronology::{Actor, Chronology, Source};
use crate::file::{EventRecord, Text};

/// A text and its key.
type Keyed<'a> = (&'static str, &'a Text);

/// All texts.
pub(super) fn texts(chronology: &Chronology) -> Vec<Keyed<'_>> {
    let heading = &chronology.heading;
    let mut texts = vec![("title", &heading.title), ("summary", &heading.summary)];
    texts.extend(chronology.categories.iter().map(|category| ("name", &category.name)));
    texts.extend(chronology.places.iter().map(|place| ("name", &place.name)));
    texts.extend(chronology.actors.iter().flat_map(of_actor));
    texts.extend(chronology.sources.iter().flat_map(of_source));
    texts.extend(chronology.events.iter().flat_map(|event| of_event(&event.record)));
    for tour in &chronology.tours {
        texts.push(("title", &tour.title));
        texts.extend(tour.steps.iter().filter_map(|step| Some(("note", step.note.as_ref()?))));
    }
    texts
}

fn of_actor(actor: &Actor) -> impl Iterator<Item = Keyed<'_>> {
    let record = &actor.record;
    [("name", Some(&record.name)), ("role", record.role.as_ref())].into_iter().filter_map(written)
}

fn of_source(source: &Source) -> impl Iterator<Item = Keyed<'_>> {
    let record = &source.record;
    let texts =
        [("title", Some(&record.title)), ("publisher", record.publisher.as_ref()), ("note", record.note.as_ref())];
    texts.into_iter().filter_map(written)
}

fn of_event(record: &EventRecord) -> impl Iterator<Item = Keyed<'_>> {
    let goods = record.goods.iter().map(|goods| ("what", &goods.what));
    let claims = record.claims.iter().filter_map(|claim| Some(("note", claim.note.as_ref()?)));
    let citations = record.sources.iter().filter_map(|citation| Some(("note", citation.note.as_deref()?)));
    [("title", &record.title), ("summary", &record.summary)].into_iter().chain(goods).chain(claims).chain(citations)
}

fn written<'a>((key, text): (&'static str, Option<&'a Text>)) -> Option<Keyed<'a>> {
    Some((key, text?))
}
