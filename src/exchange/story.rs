//! All that the chronology says of one event, in words, as plain data that each format
//! lays out in its own way.

use super::Selection;
use super::words::Words;
use crate::chronology::{ActorNo, Cited, Event, EventNo, SourceNo};
use crate::file::{Basis, Claim};

/// One event in words.
#[derive(Debug)]
pub(super) struct Story {
    pub title: String,
    /// Its own date, or that it has none; with what that rests on.
    pub date: String,
    /// "donation".
    pub category: Option<String>,
    /// The paragraphs of its summary.
    pub summary: Vec<String>,
    /// What else is known, by label; all but the sources.
    pub facts: Vec<Fact>,
    pub sources: Vec<Reference>,
}

/// A label, and what it labels.
#[derive(Debug)]
pub(super) struct Fact {
    pub label: &'static str,
    pub items: Vec<Item>,
}

/// One thing that is said of an event; it may name another event.
#[derive(Debug)]
pub(super) struct Item {
    pub text: String,
    pub event: Option<EventNo>,
}

/// A source as an event cites it.
#[derive(Debug)]
pub(super) struct Reference {
    pub source: SourceNo,
    pub title: String,
    /// "(Xinhua, 25 June 2020)"
    pub about: String,
    pub url: Option<String>,
    /// The language that it is written in.
    pub language: Option<String>,
    pub note: Option<String>,
}

impl Fact {
    /// All items in one line.
    pub fn text(&self, words: &Words) -> String {
        let items: Vec<&str> = self.items.iter().map(|item| item.text.as_str()).collect();
        format!("{}{}{}", self.label, words.colon, items.join("; "))
    }
}

impl Reference {
    /// "Title (publisher, day): note".
    pub fn text(&self, words: &Words) -> String {
        let note = self.note.as_ref().map_or_else(String::new, |note| format!("{}{note}", words.colon));
        format!("{}{}{note}", self.title, self.about)
    }
}

/// Tells an event of the selection.
pub(super) fn story(selection: &Selection, event: &Event) -> Story {
    let teller = Teller { selection, event, words: Words::of(selection.language) };
    Story {
        title: teller.title(event),
        date: teller.date(),
        category: event.category.map(|category| selection.read(&selection.chronology[category].name).to_owned()),
        summary: teller.summary(),
        facts: teller.facts(),
        sources: event.citations.iter().map(|cited| teller.source(cited)).collect(),
    }
}

struct Teller<'a> {
    selection: &'a Selection<'a>,
    event: &'a Event,
    words: &'static Words,
}

impl<'a> Teller<'a> {
    fn title(&self, event: &'a Event) -> String {
        match self.selection.read(&event.record.title) {
            "" => event.id().to_owned(),
            title => title.to_owned(),
        }
    }

    fn date(&self) -> String {
        let own = self.event.record.date.as_ref().map(|date| date.value.words(self.selection.language));
        match (own, self.event.record.basis) {
            (Some(date), Basis::Stated) => date,
            (Some(date), Basis::Inferred) => date + &self.words.remark(self.words.inferred),
            (None, _) => self.selection.when(self.event).unwrap_or_else(|| self.words.undated.to_owned()),
        }
    }

    fn summary(&self) -> Vec<String> {
        let summary = self.selection.read(&self.event.record.summary);
        summary.split('\n').filter(|part| !part.trim().is_empty()).map(str::to_owned).collect()
    }

    fn facts(&self) -> Vec<Fact> {
        let (event, words) = (self.event, self.words);
        let facts = [
            (words.known, self.known()),
            (words.between, self.between()),
            (words.place, self.place()),
            (words.goods, self.goods()),
            (words.actors, event.actors.iter().map(|&actor| plain(self.actor(actor))).collect()),
            (words.reply_to, self.links(&event.reply_to)),
            (words.part_of, self.links(event.part_of.as_slice())),
            (words.after, self.links(&event.after)),
            (words.before, self.links(&event.before)),
            (words.claims, event.record.claims.iter().map(|claim| plain(self.claim(claim))).collect()),
            (words.tags, event.record.tags.iter().map(|tag| plain(tag.value.to_string())).collect()),
        ];
        facts.into_iter().filter(|(_, items)| !items.is_empty()).map(|(label, items)| Fact { label, items }).collect()
    }

    /// What all statements leave possible, where that is less than the date does.
    fn known(&self) -> Vec<Item> {
        let narrowed = self.event.record.date.is_some() && self.event.is_narrowed();
        narrowed.then(|| self.selection.when(self.event)).flatten().map(plain).into_iter().collect()
    }

    /// "Chen Yan (mayor of Guiyang) → Vicenza".
    fn between(&self) -> Vec<Item> {
        let side = |actors: &[ActorNo]| {
            actors.iter().map(|&actor| self.actor(actor)).collect::<Vec<_>>().join(self.words.comma)
        };
        let (from, to) = (side(&self.event.from), side(&self.event.to));
        let has_any = !(from.is_empty() && to.is_empty());
        has_any.then(|| plain(format!("{from} → {to}").trim().to_owned())).into_iter().collect()
    }

    fn place(&self) -> Vec<Item> {
        let place = self.event.place.map(|place| {
            let chronology = self.selection.chronology;
            let country = chronology.country_name(place, self.words.language);
            let country = country.map_or_else(String::new, |country| self.words.remark(country));
            format!("{}{country}", self.selection.read(&chronology[place].name))
        });
        place.into_iter().chain(self.event.record.online.then(|| self.words.online.to_owned())).map(plain).collect()
    }

    fn goods(&self) -> Vec<Item> {
        let goods = self.event.record.goods.iter();
        goods.map(|goods| plain(self.words.amount(goods.count, self.selection.read(&goods.what)))).collect()
    }

    /// "Chen Yan (mayor of Guiyang)".
    fn actor(&self, actor: ActorNo) -> String {
        let record = &self.selection.chronology[actor].record;
        let role = record.role.as_ref().map(|role| self.selection.read(role)).filter(|role| !role.is_empty());
        format!(
            "{}{}",
            self.selection.read(&record.name),
            role.map_or_else(String::new, |role| self.words.remark(role))
        )
    }

    fn links(&self, events: &[EventNo]) -> Vec<Item> {
        let link = |&event: &EventNo| Item { text: self.title(&self.selection.chronology[event]), event: Some(event) };
        events.iter().map(link).collect()
    }

    /// "2014: a page in Japanese".
    fn claim(&self, claim: &'a Claim) -> String {
        let title = |id: &'a str| {
            let source = self.selection.chronology.sources.iter().find(|source| source.record.id.value == id);
            source.map_or(id, |source| self.selection.read(&source.record.title))
        };
        let said: Vec<&str> = claim.sources.iter().map(|id| title(&id.value)).collect();
        let note = claim.note.as_ref().map_or_else(String::new, |note| self.words.remark(self.selection.read(note)));
        let date = claim.date.value.words(self.selection.language);
        format!("{date}{}{}{note}", self.words.colon, said.join(self.words.comma))
    }

    fn source(&self, cited: &'a Cited) -> Reference {
        let record = &self.selection.chronology[cited.source].record;
        let published = record.published.as_ref().map(|date| date.value.words(self.selection.language));
        let published = published.unwrap_or_else(|| self.words.published_unknown.to_owned());
        let publisher = record.publisher.as_ref().map(|text| self.selection.read(text)).filter(|text| !text.is_empty());
        let announced = cited.announces.then_some(self.words.announced);
        let about: Vec<&str> = publisher.into_iter().chain([published.as_str()]).chain(announced).collect();
        Reference {
            source: cited.source,
            title: self.selection.read(&record.title).to_owned(),
            about: self.words.remark(&about.join(self.words.comma)),
            url: record.url.as_ref().map(|url| url.value.clone()),
            language: record.language.clone(),
            note: cited.note.as_ref().map(|note| self.selection.read(note).to_owned()).filter(|note| !note.is_empty()),
        }
    }
}

fn plain(text: String) -> Item {
    Item { text, event: None }
}
