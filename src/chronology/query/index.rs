//! A chronology made ready to be searched: what its events say and are connected with,
//! folded once.

use super::connected::called;
use super::corpus::{Corpus, NECK, Numbers, Row, note, sorted};
use super::days::Days;
use super::find::Found;
use super::fold::fold;
use super::matching::Match;
use super::packed::Texts;
use super::spelling::Names;
use super::vocabulary::{Field, STATES, State};
use super::years::Years;
use crate::chronology::{Chronology, Event, EventNo};
use crate::date::Language;
use crate::file::{Text, abreast};
use std::collections::{HashMap, HashSet};

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

/// The fields that connect events with entries.
const CONNECTING: [Field; 8] =
    [Field::Category, Field::Actor, Field::From, Field::To, Field::Place, Field::Country, Field::Source, Field::Tag];

impl Index {
    /// Makes a chronology ready to be searched.
    pub fn new(chronology: &Chronology) -> Self {
        let names = names(chronology);
        let (mut entries, mut texts) = (Vec::new(), own_texts(&chronology.events));
        for (entry, text) in connections(chronology).into_iter().chain(remarks(chronology)) {
            entries.push(entry);
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

fn names(chronology: &Chronology) -> Names {
    let mut names = Names::default();
    for called in called(chronology).iter().filter(|called| called.field != Field::Source) {
        names.add(&called.name);
        called.aliases.iter().for_each(|alias| names.add_plain(alias));
    }
    let tags = chronology.events.iter().flat_map(|event| &event.record.tags).map(|tag| tag.value.as_str());
    tags.collect::<HashSet<_>>().into_iter().for_each(|tag| names.add_plain(tag));
    names
}

/// What each event itself says.
fn own_texts(events: &[Event]) -> Texts {
    let mut texts = Texts::with_room(events.len(), events.iter().map(own_bytes).sum());
    // A few lots at a time, so that there are never two copies of all.
    for lots in events.chunks(AT_ONCE * LOTS) {
        let lots: Vec<&[Event]> = lots.chunks(AT_ONCE).collect();
        let own = abreast(&lots, |events| events.iter().map(own_text).collect::<Vec<_>>());
        own.iter().flatten().for_each(|text| texts.push(text));
    }
    texts
}

/// About as many bytes as that takes, or more.
fn own_bytes(event: &Event) -> usize {
    let record = &event.record;
    let bytes = |text: &Text| -> usize { forms_as_written(text).map(|form| form.len() + 1).sum() };
    let goods: usize = record.goods.iter().map(|goods| bytes(&goods.what)).sum();
    event.id().len() + bytes(&record.title) + NECK.len() + bytes(&record.summary) + goods
}

/// What an event itself says: its id and title, then the rest.
fn own_text(event: &Event) -> String {
    let record = &event.record;
    let head: Vec<String> = std::iter::once(fold(event.id())).chain(forms(&record.title)).collect();
    let mut body: Vec<String> = forms(&record.summary).collect();
    for goods in &record.goods {
        body.extend(goods.count.map(|count| count.to_string()).into_iter().chain(forms(&goods.what)));
    }
    head.join("\n") + NECK + &body.join("\n")
}

/// The folded forms of a text, each once.
fn forms(text: &Text) -> impl Iterator<Item = String> + '_ {
    forms_as_written(text).map(fold)
}

/// The forms of a text, each once.
fn forms_as_written(text: &Text) -> impl Iterator<Item = &str> {
    let all = Language::ALL.map(|language| text.form(language));
    let first_of_kind = move |at: usize| !all[..at].contains(&all[at]);
    (0..all.len()).filter(move |at| first_of_kind(*at)).filter_map(move |at| all[at])
}

/// All that events are connected with by a field, and what it is called.
fn connections(chronology: &Chronology) -> Vec<(Entry, String)> {
    let called = called(chronology);
    let texts: HashMap<(Field, &str), String> = called
        .iter()
        .map(|it| {
            let aliases = it.aliases.iter().map(|alias| fold(alias));
            let lines: Vec<String> = [fold(it.id)].into_iter().chain(forms(&it.name)).chain(aliases).collect();
            ((it.field, it.id), lines.join("\n"))
        })
        .collect();
    let numbers: Vec<EventNo> = chronology.numbers().collect();
    let some: Vec<&[EventNo]> = numbers.chunks(AT_ONCE).collect();
    let events = joined(abreast(&some, |events| connected(chronology, events)));
    let rows = events.into_iter().map(|((field, id), events)| {
        let named_by = if matches!(field, Field::From | Field::To) { Field::Actor } else { field };
        let text = texts.get(&(named_by, id)).cloned().unwrap_or_else(|| fold(id));
        (Entry { field: Some(field), id: id.to_owned(), events }, text)
    });
    rows.collect()
}

/// The sorted rows of all parts as one list: of each key the numbers in order of the parts.
fn joined<K: Ord>(parts: Vec<Vec<Row<K>>>) -> Vec<Row<K>> {
    let mut rows: Vec<Row<K>> = parts.into_iter().flatten().collect();
    // Stable, and quick where parts are sorted already.
    rows.sort_by(|(a, _), (b, _)| a.cmp(b));
    rows.dedup_by(|(key, numbers), (kept, all)| {
        let is_same = key == kept;
        if is_same {
            all.append(numbers);
        }
        is_same
    });
    rows.iter_mut().for_each(|(_, numbers)| numbers.shrink_to_fit());
    rows.shrink_to_fit();
    rows
}

/// All that some events are connected with by a field, in order.
fn connected<'a>(chronology: &'a Chronology, some: &[EventNo]) -> Vec<Row<(Field, &'a str)>> {
    let mut events: HashMap<(Field, &str), Numbers> = HashMap::new();
    for &number in some {
        for field in CONNECTING {
            for id in chronology.connected(number, field) {
                note(events.entry((field, id)).or_default(), number.index() as u32);
            }
        }
    }
    sorted(events)
}

/// The roles of actors and the publishers of sources, as far as events have them.
fn remarks(chronology: &Chronology) -> Vec<(Entry, String)> {
    let folded = |text: Option<&Text>| text.map(|text| forms(text).collect::<Vec<_>>().join("\n"));
    let roles: Vec<_> = chronology.actors.iter().map(|actor| folded(actor.record.role.as_ref())).collect();
    let publishers = chronology.sources.iter().map(|source| folded(source.record.publisher.as_ref()));
    let publishers: Vec<_> = publishers.collect();
    let mut events: HashMap<&str, Numbers> = HashMap::new();
    for (number, event) in (0..).zip(&chronology.events) {
        let roles = event.participants().filter_map(|actor| roles[actor.index()].as_deref());
        let cited = event.citations.iter().filter_map(|cited| publishers[cited.source.index()].as_deref());
        roles.chain(cited).for_each(|text| note(events.entry(text).or_default(), number));
    }
    let entry = |events| Entry { field: None, id: String::new(), events };
    sorted(events).into_iter().map(|(text, events)| (entry(events), text.to_owned())).collect()
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
