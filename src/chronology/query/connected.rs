//! What an event is connected with, field by field, and what that is called.

use super::vocabulary::Field;
use crate::chronology::{ActorNo, Chronology, EventNo, PlaceNo};
use crate::date::Language;
use crate::file::{Id, Text, country_name};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// How far the organisations of organisations are followed: they may belong to each other in a ring.
const FARTHEST: usize = 8;

impl Chronology {
    /// The ids of all that an event is connected with by a field, each once; countries by
    /// their code, tags by themselves. Dates and states connect with nothing.
    ///
    /// Its countries are that of its place and those where its participants are at home; with
    /// somebody comes all that they belong to.
    pub fn connected(&self, event: EventNo, field: Field) -> Vec<&str> {
        let event = &self[event];
        let actors = |numbers: &mut dyn Iterator<Item = ActorNo>| {
            let all: Vec<ActorNo> = self.with_wholes(numbers).collect();
            once_each(all.into_iter().map(|number| self[number].record.id.value.as_str()))
        };
        match field {
            Field::Category => event.category.iter().map(|number| self[*number].id.value.as_str()).collect(),
            Field::Actor => actors(&mut event.participants()),
            Field::From => actors(&mut event.from.iter().copied()),
            Field::To => actors(&mut event.to.iter().copied()),
            Field::Place => event.place.iter().map(|number| self[*number].id.value.as_str()).collect(),
            Field::Country => {
                let homes = event.participants().filter_map(|actor| self.home(actor));
                once_each(event.place.into_iter().chain(homes).filter_map(|place| self.country(place)))
            }
            Field::Source => once_each(event.citations.iter().map(|cited| self[cited.source].record.id.value.as_str())),
            Field::Tag => once_each(event.record.tags.iter().map(|tag| tag.value.as_str())),
            Field::Date | Field::Is => Vec::new(),
        }
    }

    /// These actors and all that they belong to: what a mayor does, the city does. Some may
    /// come several times.
    pub fn with_wholes(&self, actors: impl Iterator<Item = ActorNo>) -> impl Iterator<Item = ActorNo> {
        actors.flat_map(|actor| self.wholes(actor))
    }

    /// An actor, what it belongs to, what that belongs to, and so on.
    pub fn wholes(&self, actor: ActorNo) -> impl Iterator<Item = ActorNo> {
        std::iter::successors(Some(actor), |actor| self[*actor].of).take(FARTHEST)
    }

    /// Where an actor is at home: its own place, else that of its organisation.
    pub(super) fn home(&self, actor: ActorNo) -> Option<PlaceNo> {
        self.wholes(actor).find_map(|actor| self[actor].place)
    }

    /// What a place's country is called; `None` where it is not known, or where the place is
    /// called the same.
    pub fn country_name(&self, place: PlaceNo, language: Language) -> Option<&str> {
        let code = self.country(place)?;
        let name = country_name(code, language).unwrap_or(code);
        (name != self.read(&self[place].name, language)).then_some(name)
    }

    fn country(&self, place: PlaceNo) -> Option<&str> {
        self[place].country.as_ref().map(|country| country.value.as_str())
    }
}

fn once_each<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    ids.filter(|id| seen.insert(*id)).collect()
}

/// What has an id: what it is called, and its other names.
pub(super) struct Called<'a> {
    pub field: Field,
    pub id: &'a str,
    pub name: Cow<'a, Text>,
    pub aliases: &'a [String],
}

/// Everything of a chronology that has a name of its own, in the file's order; then the
/// countries of its places.
pub(super) fn called(chronology: &Chronology) -> Vec<Called<'_>> {
    let fields = [Field::Category, Field::Place, Field::Actor, Field::Source, Field::Country];
    fields.into_iter().flat_map(|field| called_by(chronology, field)).collect()
}

/// What of that a field asks for.
fn called_by<'a>(chronology: &'a Chronology, field: Field) -> Vec<Called<'a>> {
    let called = |id: &'a Id, name: &'a Text, aliases: &'a [String]| Called {
        field,
        id: &id.value,
        name: Cow::Borrowed(name),
        aliases,
    };
    match field {
        Field::Category => chronology.categories.iter().map(|it| called(&it.id, &it.name, &[])).collect(),
        Field::Place => chronology.places.iter().map(|it| called(&it.id, &it.name, &[])).collect(),
        Field::Actor => {
            let records = chronology.actors.iter().map(|actor| &actor.record);
            records.map(|it| called(&it.id, &it.name, &it.aliases)).collect()
        }
        Field::Source => {
            let records = chronology.sources.iter().map(|source| &source.record);
            records.map(|it| called(&it.id, &it.title, &[])).collect()
        }
        Field::Country => countries(chronology).collect(),
        Field::From | Field::To | Field::Tag | Field::Date | Field::Is => Vec::new(),
    }
}

fn countries(chronology: &Chronology) -> impl Iterator<Item = Called<'_>> {
    let codes = chronology.places.iter().filter_map(|place| place.country.as_ref());
    let codes: BTreeSet<&str> = codes.map(|country| country.value.as_str()).collect();
    codes.into_iter().map(|code| {
        let mut name = Text::plain(code);
        for language in Language::ALL {
            name.set(language, country_name(code, language).unwrap_or(code));
        }
        Called { field: Field::Country, id: code, name: Cow::Owned(name), aliases: &[] }
    })
}

/// What has an id that a field can ask for: the ids with their names, in the file's order.
pub fn named(chronology: &Chronology, field: Field) -> impl Iterator<Item = (&str, Cow<'_, Text>)> {
    called_by(chronology, field).into_iter().map(|called| (called.id, called.name))
}
