//! The page: all that the chronology says of one event.

use super::edition::Edition;
use super::glyphs::Glyphs;
use super::line::{Line, Marks, Role};
use super::list::when_in_words;
use super::thread::tree;
use super::width::columns;
use super::words::Words;
use crate::chronology::{ActorNo, Chronology, Cited, Event, EventNo, PlaceNo, SourceNo};
use crate::file::{Basis, Claim, Text};
use std::collections::{HashMap, HashSet};

/// All that is known of an event, as lines that are still to be wrapped.
///
/// Arrows and branches are drawn with these glyphs.
pub fn page(chronology: &Chronology, event: EventNo, words: &'static Words, glyphs: &Glyphs) -> Page {
    let edition = Edition { chronology, words, glyphs };
    about(edition, event, tree(event, edition))
}

/// The same with these lines in the place of its thread.
pub(super) fn about(edition: Edition, event: EventNo, thread: Vec<Line>) -> Page {
    Page { facts: Writer::new(edition, event).facts(thread), ..told(edition, event) }
}

/// The same without the facts.
pub(super) fn told(edition: Edition, event: EventNo) -> Page {
    let writer = Writer::new(edition, event);
    Page { head: writer.head(), body: writer.body(), ..Page::default() }
}

/// The parts of a page, from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// Title, date, kind, who to whom.
    pub head: Vec<Line>,
    /// Why its days are what they are, where that is asked for.
    pub proof: Vec<Line>,
    /// What happened.
    pub body: Vec<Line>,
    /// What else is known, by label.
    pub facts: Vec<Fact>,
}

/// A label and the lines that belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What the lines say.
    pub label: &'static str,
    /// One line for each thing said.
    pub lines: Vec<Line>,
}

impl Page {
    /// The page with a proof unfolded in it.
    pub fn with_proof(self, heading: &str, proof: Vec<Line>) -> Self {
        Self { proof: std::iter::once(Line::new(heading, Role::Label)).chain(proof).collect(), ..self }
    }

    /// The page with the letters marked that a query asks for.
    pub fn marked(self, marks: Marks) -> Self {
        let all = |lines: Vec<Line>| lines.into_iter().map(|line| line.marked(marks)).collect::<Vec<_>>();
        let facts = self.facts.into_iter().map(|fact| Fact { lines: all(fact.lines), ..fact }).collect();
        Self { head: all(self.head), body: all(self.body), facts, ..self }
    }

    /// The columns of the labels, with a gap behind them.
    pub(super) fn label_width(&self) -> usize {
        self.facts.iter().map(|fact| columns(fact.label)).max().unwrap_or(0) + 2
    }

    /// All above the facts, broken into lines of at most `width` columns.
    pub(super) fn above(&self, width: usize) -> Vec<Line> {
        let mut lines: Vec<Line> = self.head.iter().flat_map(|line| line.wrapped(width, 0)).collect();
        if !self.proof.is_empty() {
            lines.push(Line::default());
            lines.extend(self.proof.iter().flat_map(|line| line.wrapped(width, line.indent())));
        }
        for part in &self.body {
            lines.push(Line::default());
            lines.extend(part.wrapped(width, 0));
        }
        lines
    }
}

impl Fact {
    /// The label in a column of its own, the lines beside it.
    pub(super) fn wrapped(&self, label_width: usize, width: usize) -> Vec<Line> {
        let room = width.saturating_sub(label_width).max(1);
        let lines = self.lines.iter().flat_map(|line| line.wrapped(room, 0));
        let gap = |label| " ".repeat(label_width - columns(label));
        let labelled = lines.enumerate().map(|(at, line)| {
            let mut front = match at {
                0 => Line::new(self.label, Role::Label).with(gap(self.label), Role::Body),
                _ => Line::new(gap(""), Role::Body),
            };
            front.runs.extend(line.runs);
            Line { runs: front.runs, ..line }
        });
        labelled.collect()
    }
}

struct Writer<'a> {
    chronology: &'a Chronology,
    number: EventNo,
    event: &'a Event,
    words: &'static Words,
    edition: Edition<'a>,
}

impl<'a> Writer<'a> {
    fn new(edition: Edition<'a>, number: EventNo) -> Self {
        let Edition { chronology, words, .. } = edition;
        Self { chronology, number, event: &chronology[number], words, edition }
    }

    fn read(&self, text: &'a Text) -> &'a str {
        self.chronology.read(text, self.words.language)
    }

    fn head(&self) -> Vec<Line> {
        let record = &self.event.record;
        let title = self.edition.title(self.number);
        let date = match &record.date {
            Some(date) => date.value.words(self.words.language),
            None => self.words.no_date.to_owned(),
        };
        let inferred =
            if record.basis == Basis::Inferred { self.words.remark(self.words.inferred) } else { String::new() };
        let category = self.event.category.map_or(self.words.no_category, |category| self.edition.category(category));
        let mut head = vec![
            Line::new(title, Role::Title),
            Line::new(format!("{date}{inferred}"), Role::Date)
                .with(format!(" {} ", self.edition.glyphs.dot), Role::Quiet)
                .with(category, Role::Body),
        ];
        head.extend(self.edition.transfer(self.number).map(|who| Line::new(who, Role::Body)));
        head
    }

    fn body(&self) -> Vec<Line> {
        let summary = self.read(&self.event.record.summary);
        summary.split('\n').filter(|part| !part.trim().is_empty()).map(|part| Line::new(part, Role::Body)).collect()
    }

    fn facts(&self, thread: Vec<Line>) -> Vec<Fact> {
        let event = self.event;
        let links = |events: &[EventNo]| events.iter().map(|&event| self.link(event)).collect::<Vec<_>>();
        let words = self.words;
        let facts = [
            (words.known, self.known().into_iter().collect()),
            (words.place, self.place().into_iter().collect()),
            (words.goods, self.goods()),
            (words.actors, self.participants()),
            (words.thread, thread),
            (words.part_of, links(event.part_of.as_slice())),
            (words.parts, links(&event.parts)),
            (words.after, links(&other_than(&event.after, &event.reply_to))),
            (words.before, links(&other_than(&event.before, &event.replies))),
            (words.claims, self.claims()),
            (words.sources, event.citations.iter().flat_map(|cited| self.source(cited)).collect()),
            (words.tags, self.tags().into_iter().collect()),
        ];
        facts.into_iter().filter(|(_, lines)| !lines.is_empty()).map(|(label, lines)| Fact { label, lines }).collect()
    }

    /// What all statements together leave possible, where that is less than the date does.
    fn known(&self) -> Option<Line> {
        self.event.is_narrowed().then(|| Line::new(when_in_words(self.event, self.words.language), Role::Date))
    }

    fn place(&self) -> Option<Line> {
        let online = self.event.record.online.then_some(self.words.online);
        let place = self.event.place.map(|place| self.place_name(place));
        match (place, online) {
            (Some(place), Some(online)) => Some(Line::new(format!("{place}{}{online}", self.words.comma), Role::Body)),
            (Some(place), None) => Some(Line::new(place, Role::Body)),
            (None, Some(online)) => Some(Line::new(online, Role::Body)),
            (None, None) => None,
        }
    }

    /// "Guiyang (China)"; a place that is a country by itself stands alone.
    fn place_name(&self, place: PlaceNo) -> String {
        let country = self.chronology.country_name(place, self.words.language);
        let country = country.map_or_else(String::new, |country| self.words.remark(country));
        format!("{}{country}", self.read(&self.chronology[place].name))
    }

    fn goods(&self) -> Vec<Line> {
        let goods = self.event.record.goods.iter();
        goods.map(|goods| Line::new(self.words.amount(goods.count, self.read(&goods.what)), Role::Body)).collect()
    }

    /// Who took part; of givers and receivers, who stand above, only those with a role.
    fn participants(&self) -> Vec<Line> {
        let others: HashSet<ActorNo> = self.event.actors.iter().copied().collect();
        let is_news = |actor: &ActorNo| self.chronology[*actor].record.role.is_some() || others.contains(actor);
        self.event.participants().filter(is_news).map(|actor| self.actor(actor)).collect()
    }

    /// "Chen Yan, mayor of Guiyang".
    fn actor(&self, actor: ActorNo) -> Line {
        let record = &self.chronology[actor].record;
        let line = Line::new(self.edition.actor(actor), Role::Body);
        match record.role.as_ref().map(|role| self.read(role)) {
            Some(role) if !role.is_empty() => line.with(self.words.remark(role), Role::Quiet),
            _ => line,
        }
    }

    fn link(&self, event: EventNo) -> Line {
        let other = &self.chronology[event];
        let title = self.edition.title(event);
        let when = super::list::when_in_words(other, self.words.language);
        Line::new(title, Role::Link).with(self.words.remark(&when), Role::Quiet).leading_to(event)
    }

    fn claims(&self) -> Vec<Line> {
        let claims = &self.event.record.claims;
        let asked: HashSet<&str> = claims.iter().flat_map(|claim| &claim.sources).map(|id| &*id.value).collect();
        let sources = self.chronology.sources.iter().enumerate().filter(|_| !asked.is_empty());
        let ids = sources.map(|(at, source)| (&*source.record.id.value, SourceNo::at(at)));
        let known = ids.filter(|(id, _)| asked.contains(id));
        let titles = known.map(|(id, source)| (id, self.edition.source(source))).collect();
        claims.iter().map(|claim| self.claim(claim, &titles)).collect()
    }

    /// "2014: source, source".
    fn claim(&self, claim: &'a Claim, titles: &HashMap<&str, &str>) -> Line {
        let sources = claim.sources.iter().map(|id| titles.get(&*id.value).copied().unwrap_or(&id.value));
        let said = sources.collect::<Vec<_>>().join(self.words.comma);
        let note = claim.note.as_ref().map_or_else(String::new, |note| self.words.remark(self.read(note)));
        Line::new(claim.date.value.words(self.words.language), Role::Date)
            .with(self.words.colon, Role::Quiet)
            .with(format!("{said}{note}"), Role::Body)
    }

    /// A source: its title, publisher and day; what it says; where to read it.
    fn source(&self, cited: &'a Cited) -> Vec<Line> {
        let record = &self.chronology[cited.source].record;
        let published = match &record.published {
            Some(date) => date.value.words(self.words.language),
            None => self.words.published_unknown.to_owned(),
        };
        let publisher = record.publisher.as_ref().map(|publisher| self.read(publisher)).filter(|text| !text.is_empty());
        let about = publisher.into_iter().chain([published.as_str()]).collect::<Vec<_>>().join(self.words.comma);
        let announced = if cited.announces { self.words.remark(self.words.announced) } else { String::new() };
        let first = Line::new(self.edition.source(cited.source), Role::Body)
            .with(self.words.remark(&about), Role::Quiet)
            .with(announced, Role::Quiet);
        let note = cited.note.as_ref().map(|note| Line::new(format!("  {}", self.read(note)), Role::Body));
        let url = record.url.as_ref().map(|url| Line::new("  ", Role::Quiet).with_url(&url.value));
        std::iter::once(first).chain(note).chain(url).collect()
    }

    fn tags(&self) -> Option<Line> {
        let tags: Vec<&str> = self.event.record.tags.iter().map(|tag| tag.value.as_str()).collect();
        (!tags.is_empty()).then(|| Line::new(tags.join(self.words.comma), Role::Quiet))
    }
}

/// The events of one list that are not in another.
fn other_than(events: &[EventNo], others: &[EventNo]) -> Vec<EventNo> {
    let others: HashSet<EventNo> = others.iter().copied().collect();
    events.iter().copied().filter(|event| !others.contains(event)).collect()
}
