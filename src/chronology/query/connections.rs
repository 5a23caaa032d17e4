//! What events are connected with, field by field: for all of them in one go.
//!
//! Tells what [`Chronology::connected`] tells of each event, the other way round.

use super::connected::named;
use super::corpus::{Numbers, note};
use super::countries::Countries;
use super::index::forms;
use super::vocabulary::Field;
use crate::chronology::{ActorNo, Chronology, Event};
use crate::file::{Text, abreast};
use foldhash::HashMap;
use std::collections::BTreeMap;

/// Something that events are connected with by a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Connection<'a> {
    pub field: Field,
    pub id: &'a str,
    /// The events, rising.
    pub events: Numbers,
}

/// The fields that connect events with something, in their order.
const FIELDS: [Field; 8] =
    [Field::Category, Field::Actor, Field::From, Field::To, Field::Place, Field::Country, Field::Source, Field::Tag];

/// So many events are worth the threads.
const MANY: usize = 1_000;

/// All that any event is connected with: by the fields, then by the ids.
pub(super) fn connections(chronology: &Chronology) -> Vec<Connection<'_>> {
    let ties = Ties { chronology, countries: Countries::new(chronology) };
    let by = |field: &Field| ties.by(*field);
    // For few events a thread takes longer than they do.
    let found = if chronology.events.len() < MANY { FIELDS.iter().map(by).collect() } else { abreast(&FIELDS, by) };
    found.into_iter().flatten().collect()
}

/// What connects events with something.
struct Ties<'a> {
    chronology: &'a Chronology,
    countries: Countries,
}

impl<'a> Ties<'a> {
    /// All that any event is connected with by a field, by the ids.
    fn by(&self, field: Field) -> Vec<Connection<'a>> {
        let mut found = if field == Field::Tag { self.tags() } else { self.things(field) };
        found.retain(|(_, events)| !events.is_empty());
        found.sort_unstable_by_key(|(id, _)| *id);
        let fitted = |(id, mut events): (&'a str, Numbers)| {
            events.shrink_to_fit();
            Connection { field, id, events }
        };
        found.into_iter().map(fitted).collect()
    }

    fn tags(&self) -> Vec<(&'a str, Numbers)> {
        let mut tags: HashMap<&str, Numbers> = HashMap::default();
        for (number, event) in (0..).zip(&self.chronology.events) {
            event.record.tags.iter().for_each(|tag| note(tags.entry(&tag.value).or_default(), number));
        }
        tags.into_iter().collect()
    }

    /// What has a name, with the events that are connected with it, if there are any.
    fn things(&self, field: Field) -> Vec<(&'a str, Numbers)> {
        let ids: Vec<&str> = match field {
            Field::From | Field::To => named(self.chronology, Field::Actor).map(|(id, _)| id).collect(),
            _ => named(self.chronology, field).map(|(id, _)| id).collect(),
        };
        let mut lists = vec![Numbers::new(); ids.len()];
        for (number, event) in (0..).zip(&self.chronology.events) {
            self.each_position(event, field, &mut |at| note(&mut lists[at], number));
        }
        ids.into_iter().zip(lists).collect()
    }

    /// Tells where among all that is named stands what an event is connected with; some may come several times.
    fn each_position(&self, event: &Event, field: Field, put: &mut dyn FnMut(usize)) {
        let mut with_wholes = |actors: &[ActorNo]| {
            self.chronology.with_wholes(actors.iter().copied()).for_each(|actor| put(actor.index()));
        };
        match field {
            Field::Category => event.category.iter().for_each(|category| put(category.index())),
            Field::Actor => [&event.from, &event.to, &event.actors].into_iter().for_each(|actors| with_wholes(actors)),
            Field::From => with_wholes(&event.from),
            Field::To => with_wholes(&event.to),
            Field::Place => event.place.iter().for_each(|place| put(place.index())),
            Field::Country => {
                let homes = participants(event).filter_map(|actor| self.countries.of_actor(actor));
                event.place.and_then(|place| self.countries.of_place(place)).into_iter().chain(homes).for_each(put);
            }
            Field::Source => event.citations.iter().for_each(|cited| put(cited.source.index())),
            Field::Tag | Field::Date | Field::Is => {}
        }
    }
}

/// Everybody who took part in an event; some may come several times.
fn participants(event: &Event) -> impl Iterator<Item = ActorNo> + '_ {
    event.from.iter().chain(&event.to).chain(&event.actors).copied()
}

/// The folded roles of actors and publishers of sources, in order, with the events that have them.
pub(super) fn remarks(chronology: &Chronology) -> Vec<(String, Numbers)> {
    let folded = |text: Option<&Text>| text.map(|text| forms(text).collect::<Vec<_>>().join("\n"));
    let roles: Vec<_> = chronology.actors.iter().map(|actor| folded(actor.record.role.as_ref())).collect();
    let publishers = chronology.sources.iter().map(|source| folded(source.record.publisher.as_ref()));
    let publishers: Vec<_> = publishers.collect();
    let mut places: BTreeMap<&str, usize> =
        roles.iter().chain(&publishers).flatten().map(|text| (text.as_str(), 0)).collect();
    (0..).zip(places.values_mut()).for_each(|(at, place)| *place = at);
    let place = |text: &Option<String>| places.get(text.as_deref()?).copied();
    let of_roles: Vec<Option<usize>> = roles.iter().map(place).collect();
    let of_publishers: Vec<Option<usize>> = publishers.iter().map(place).collect();
    let mut lists = vec![Numbers::new(); places.len()];
    for (number, event) in (0..).zip(&chronology.events) {
        let roles = participants(event).filter_map(|actor| of_roles[actor.index()]);
        let cited = event.citations.iter().filter_map(|cited| of_publishers[cited.source.index()]);
        roles.chain(cited).for_each(|at| note(&mut lists[at], number));
    }
    let texts = places.into_keys().map(str::to_owned);
    texts.zip(lists).filter(|(_, events)| !events.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chronology::EventNo;
    use crate::file::{Document, read};
    use std::collections::BTreeSet;

    fn chronology(text: &str) -> Chronology {
        Chronology::new(read(&[Document { name: "a.toml".into(), text: text.to_owned().into() }]).0).0
    }

    /// What each event is connected with says the same as all of it together.
    fn check(text: &str) {
        let chronology = chronology(text);
        let found = connections(&chronology);
        assert!(found.is_sorted_by_key(|one| (one.field, one.id)) && found.iter().all(|one| !one.events.is_empty()));
        for field in FIELDS {
            for event in chronology.numbers() {
                let here = found.iter().filter(|one| one.field == field);
                let here = here.filter(|one| one.events.iter().any(|number| EventNo::at(*number as usize) == event));
                let here: Vec<&str> = here.map(|one| one.id).collect();
                let expected: BTreeSet<&str> = chronology.connected(event, field).into_iter().collect();
                assert_eq!(here, expected.into_iter().collect::<Vec<_>>(), "{field:?} of {event:?}");
            }
        }
    }

    #[test]
    fn all_events_are_connected_with_what_each_is() {
        check(include_str!("../../../events.toml"));
        check(
            "format = 1\n[[place]]\nid = 'p'\nname = 'P'\ncountry = 'IT'\n[[source]]\nid = 's'\ntitle = 'S'\n\
             [[actor]]\nid = 'whole'\nname = 'W'\nplace = 'p'\n[[actor]]\nid = 'part'\nname = 'A'\nof = 'whole'\n\
             [[event]]\nid = 'a'\ntitle = 'A'\nfrom = ['part', 'whole', 'part']\nto = ['part']\ntags = ['y', 'x', 'y']\n\
             [[event]]\nid = 'b'\ntitle = 'B'\nsources = ['s', 's', 'none']\nactors = ['none']\ncategory = 'none'\n",
        );
        check("format = 1\n");
    }

    #[test]
    fn roles_and_publishers_lead_to_events() {
        let chronology = chronology(
            "format = 1\n[[source]]\nid = 's'\ntitle = 'S'\npublisher = 'Ministry'\n\
             [[actor]]\nid = 'm'\nname = 'M'\nrole = 'Mayor'\n[[actor]]\nid = 'n'\nname = 'N'\nrole = 'None'\n\
             [[event]]\nid = 'a'\ntitle = 'A'\nfrom = ['m']\nto = ['m']\n\
             [[event]]\nid = 'b'\ntitle = 'B'\nactors = ['m']\nsources = ['s']\n",
        );
        assert_eq!(remarks(&chronology), [("mayor".to_owned(), vec![0, 1]), ("ministry".to_owned(), vec![1])]);
    }
}
