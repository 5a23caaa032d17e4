//! A chronology made ready to be searched: what its events say and are connected with,
//! folded once.

use super::connected::called;
use super::connections::{Connection, connections, remarks};
use super::corpus::{Corpus, NECK, Numbers};
use super::days::Days;
use super::find::Found;
use super::fold::{fold, fold_into};
use super::matching::Match;
use super::packed::Texts;
use super::spelling::Names;
use super::vocabulary::{Field, STATES, State};
use super::years::Years;
use crate::chronology::{Chronology, Event};
use crate::date::Language;
use crate::file::{Text, abreast};
use std::borrow::Cow;
use std::collections::HashMap;

/// A chronology made ready to be searched.
///
/// Making it takes time in proportion to the texts; asking it takes little. It holds no
/// part of the chronology and has to be made anew when that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Index {
    /// The texts of all events, then those of all entries.
    pub(super) corpus: Corpus,
    pub(super) names: Names,
    pub(super) entries: Vec<Entry>,
    /// What is known of each event's days.
    pub(super) days: Days,
    /// The years in which each may have gone on.
    pub(super) years: Years,
    /// The states that each event is in, a bit for each row of the table.
    states: Vec<u16>,
}

/// Something that events are connected with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// The field that connects; `None` for roles and publishers, which only words find.
    pub field: Option<Field>,
    /// Its id, or itself where it has none.
    pub id: String,
    /// The events that are connected with it, rising.
    pub events: Numbers,
}

impl Entry {
    /// Whether a word that it is called finds its events whatever else it finds. A country is
    /// named in so many texts that those connected with it would drown them; givers and
    /// receivers are found as actors.
    pub fn is_for_words(&self) -> bool {
        !matches!(self.field, Some(Field::Country | Field::From | Field::To))
    }
}

/// So many events are looked at in one go.
const AT_ONCE: usize = 1_000;

/// So many times as many are folded before they are put together.
const LOTS: usize = 8;

impl Index {
    /// Makes a chronology ready to be searched.
    pub fn new(chronology: &Chronology) -> Self {
        let (mut entries, mut texts) = (Vec::new(), own_texts(&chronology.events));
        add_connections(chronology, &mut entries, &mut texts);
        let tags = entries.iter().filter(|entry| entry.field == Some(Field::Tag)).map(|entry| entry.id.as_str());
        let names = names(chronology, tags);
        for (text, events) in remarks(chronology) {
            entries.push(Entry { field: None, id: String::new(), events });
            texts.push(&text);
        }
        let days = Days::new(&chronology.events);
        Self {
            corpus: Corpus::new(texts),
            names,
            entries,
            years: Years::new(&days),
            days,
            states: chronology.events.iter().map(states).collect(),
        }
    }

    /// How many events there are.
    pub(super) fn len(&self) -> usize {
        self.days.len()
    }

    /// How many of the events that are found possibly, and how many of those that are certainly,
    /// are in each state, in the order of the table.
    pub(super) fn in_states(&self, found: &Found) -> Vec<[usize; 2]> {
        // Few combinations are counted for many events, then the states in each.
        let mut combined = vec![[0; 2]; 1 << STATES.len()];
        for (event, matched) in found.events() {
            combined[usize::from(self.states[event.index()])][usize::from(matched == Match::Certainly)] += 1;
        }
        let in_state = |state: State| {
            let with_it = combined.iter().enumerate().filter(|(states, _)| states >> (state as usize) & 1 == 1);
            with_it.fold([0; 2], |sum, (_, counts)| [sum[0] + counts[0], sum[1] + counts[1]])
        };
        STATES.iter().map(|row| in_state(row.stands_for)).collect()
    }

    /// Whether an event is in a state.
    pub(super) fn is(&self, event: usize, state: State) -> bool {
        self.states[event] >> (state as u16) & 1 == 1
    }
}

fn states(event: &Event) -> u16 {
    STATES.iter().filter(|row| row.stands_for.holds(event)).fold(0, |all, row| all | 1 << (row.stands_for as u16))
}

/// All names that may be spelled in other letters, and all tags.
fn names<'a>(chronology: &Chronology, tags: impl Iterator<Item = &'a str>) -> Names {
    let mut names = Names::default();
    for called in called(chronology).iter().filter(|called| called.field != Field::Source) {
        names.add(&called.name);
        called.aliases.iter().for_each(|alias| names.add_plain(alias));
    }
    tags.for_each(|tag| names.add_plain(tag));
    names
}

/// What each event itself says.
fn own_texts(events: &[Event]) -> Texts {
    let mut texts = Texts::with_room(events.len(), events.iter().map(own_bytes).sum());
    // A few lots at a time, so that there are never two copies of all.
    for lots in events.chunks(AT_ONCE * LOTS) {
        let lots: Vec<&[Event]> = lots.chunks(AT_ONCE).collect();
        for own in abreast(&lots, |events| own_texts_of(events)) {
            texts.append(&own);
        }
    }
    texts
}

/// What each of some events itself says.
fn own_texts_of(events: &[Event]) -> Texts {
    let mut texts = Texts::default();
    events.iter().for_each(|event| texts.write(|text| write_own(text, event)));
    texts
}

/// About as many bytes as that takes, or more.
fn own_bytes(event: &Event) -> usize {
    let record = &event.record;
    // Between two texts, and around the first, stands a line break.
    let bytes = |text: &Text| text.bytes() + Language::ALL.len();
    let goods: usize = record.goods.iter().map(|goods| bytes(&goods.what)).sum();
    record.id.value.len() + bytes(&record.title) + NECK.len() + bytes(&record.summary) + goods
}

/// Adds what an event itself says: its id and title, then the rest.
fn write_own(text: &mut String, event: &Event) {
    let record = &event.record;
    fold_into(text, event.id());
    for form in forms_as_written(&record.title) {
        text.push('\n');
        fold_into(text, form);
    }
    text.push_str(NECK);
    let goods = record.goods.iter().flat_map(|goods| {
        let count = goods.count.map(|count| count.to_string().into());
        count.into_iter().chain(forms_as_written(&goods.what).map(Cow::Borrowed))
    });
    let body = forms_as_written(&record.summary).map(Cow::Borrowed).chain(goods);
    for (at, form) in body.enumerate() {
        if at > 0 {
            text.push('\n');
        }
        fold_into(text, &form);
    }
}

/// The folded forms of a text, each once.
pub(super) fn forms(text: &Text) -> impl Iterator<Item = String> + '_ {
    forms_as_written(text).map(fold)
}

/// The forms of a text, each once.
fn forms_as_written(text: &Text) -> impl Iterator<Item = &str> {
    let all = Language::ALL.map(|language| text.form(language));
    let first_of_kind = move |at: usize| !all[..at].contains(&all[at]);
    (0..all.len()).filter(move |at| first_of_kind(*at)).filter_map(move |at| all[at])
}

/// Adds all that events are connected with, and what it is called.
fn add_connections(chronology: &Chronology, entries: &mut Vec<Entry>, texts: &mut Texts) {
    let called = called(chronology);
    let names: HashMap<(Field, &str), String> = called
        .iter()
        .map(|it| {
            let aliases = it.aliases.iter().map(|alias| fold(alias));
            let lines: Vec<String> = [fold(it.id)].into_iter().chain(forms(&it.name)).chain(aliases).collect();
            ((it.field, it.id), lines.join("\n"))
        })
        .collect();
    for Connection { field, id, events } in connections(chronology) {
        let named_by = if matches!(field, Field::From | Field::To) { Field::Actor } else { field };
        match names.get(&(named_by, id)) {
            Some(name) => texts.push(name),
            None => texts.write(|text| fold_into(text, id)),
        }
        entries.push(Entry { field: Some(field), id: id.to_owned(), events });
    }
}

#[cfg(test)]
mod tests {
    use super::super::Query;
    use super::*;
    use crate::file::{Document, read};

    #[test]
    fn states_are_counted_as_they_would_be_event_by_event() {
        let text = include_str!("../../../events.toml");
        let (chronology, _) = Chronology::new(read(&[Document { name: "events.toml".into(), text: text.into() }]).0);
        let index = Index::new(&chronology);
        for query in ["", "yokohama", "date:2020-03", "-is:vague", "nothing at all"] {
            let found = index.find(&Query::parse(query).expect("a query"));
            let counts = STATES.iter().map(|row| {
                let with_it = found.events().filter(|(event, _)| index.is(event.index(), row.stands_for));
                let (certain, possible): (Vec<_>, Vec<_>) = with_it.partition(|(_, found)| *found == Match::Certainly);
                [possible.len(), certain.len()]
            });
            assert_eq!(index.in_states(&found), counts.collect::<Vec<_>>(), "{query}");
        }
    }
}
