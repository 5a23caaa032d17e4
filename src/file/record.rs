//! The records of a chronology as written: nothing is looked up or put in order yet.

use super::{Passage, Span, Spanned};
use crate::date::{Date, Language};
use serde::{Deserialize, Serialize};

/// An id as written somewhere, with its place.
pub type Id = Spanned<Passage>;

/// Words as written, each with its place.
pub type Words = Box<[Spanned<Passage>]>;

/// A text that is the same in every language, or has one form for each. Copies share the forms.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Text {
    /// The forms, by the order of [`Language::ALL`]; a plain string fills them all.
    forms: [Option<Passage>; 3],
    /// Where it is written.
    pub span: Span,
}

impl Text {
    /// The text that reads the same in every language.
    pub fn plain(text: impl AsRef<str>) -> Self {
        Self::of(text.as_ref().into())
    }

    /// The same with what is shared.
    pub(super) fn of(text: Passage) -> Self {
        Self { forms: [Some(text.clone()), Some(text.clone()), Some(text)], span: Span::default() }
    }

    /// Sets the form of one language.
    pub fn set(&mut self, language: Language, text: impl AsRef<str>) {
        self.share(language, text.as_ref().into());
    }

    /// The same with what is shared.
    pub(super) fn share(&mut self, language: Language, text: Passage) {
        self.forms[language as usize] = Some(text);
    }

    /// The form of exactly this language.
    pub fn form(&self, language: Language) -> Option<&str> {
        self.forms[language as usize].as_deref()
    }

    /// The bytes of all forms together, of those that are alike only once.
    pub fn bytes(&self) -> usize {
        let forms = self.forms.iter().enumerate().filter_map(|(at, form)| Some((at, form.as_ref()?)));
        let is_new =
            |(at, form): &(usize, &Passage)| !self.forms[..*at].iter().flatten().any(|other| other.is_at(form));
        forms.filter(is_new).map(|(_, form)| form.len()).sum()
    }

    /// The form to show to a reader of `language`; the first language of `fallback`
    /// that has a form stands in for a missing one, then any that is there.
    pub fn read(&self, language: Language, fallback: &[Language]) -> &str {
        self.language(language, fallback).and_then(|language| self.form(language)).unwrap_or_default()
    }

    /// The language of the form that such a reader is shown; `None` where there is no form.
    pub fn language(&self, language: Language, fallback: &[Language]) -> Option<Language> {
        let others = fallback.iter().copied().chain(Language::ALL);
        std::iter::once(language).chain(others).find(|&language| self.form(language).is_some())
    }
}

/// What stands in the `[chronology]` table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Heading {
    /// The chronology's title.
    pub title: Text,
    /// What it is about.
    pub summary: Text,
    /// The languages that it is curated in; the first stands in for a missing one.
    pub languages: Vec<Language>,
}

/// A kind of event.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CategoryRecord {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// One character cell that stands for it in lists.
    pub symbol: Option<String>,
    /// The same where only ASCII can be shown.
    pub ascii: Option<String>,
    /// One of the 16 terminal colours, by name.
    pub color: Option<Spanned<String>>,
    /// The whole record.
    pub span: Span,
}

/// A named point on earth.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct PlaceRecord {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// ISO 3166-1 alpha-2 code.
    pub country: Option<Spanned<String>>,
    /// Degrees, north positive.
    pub latitude: Option<f64>,
    /// Degrees, east positive.
    pub longitude: Option<f64>,
    /// The whole record.
    pub span: Span,
}

/// Whether an actor is one person or many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum ActorKind {
    /// One human being.
    Person,
    /// A city, an office, an association, a company.
    #[default]
    Organisation,
}

/// A person or an organisation that takes part.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ActorRecord {
    /// Its id.
    pub id: Id,
    /// Person or organisation.
    pub kind: ActorKind,
    /// Its name.
    pub name: Text,
    /// Other names under which it is found.
    pub aliases: Vec<String>,
    /// The office that a person holds.
    pub role: Option<Text>,
    /// The organisation that it belongs to.
    pub of: Option<Id>,
    /// Where it is at home.
    pub place: Option<Id>,
    /// The whole record.
    pub span: Span,
}

/// What statements rest on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SourceRecord {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// Who published it.
    pub publisher: Option<Text>,
    /// When.
    pub published: Option<Spanned<Date>>,
    /// Where it can be read.
    pub url: Option<Spanned<String>>,
    /// The language that it is written in (any ISO 639 code).
    pub language: Option<String>,
    /// What else a reader should know of it.
    pub note: Option<Text>,
    /// The whole record.
    pub span: Span,
}

/// Something that changed hands, and how much of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Goods {
    /// What it was.
    pub what: Text,
    /// How many, where that is known.
    pub count: Option<u64>,
}

/// What an event's date rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Basis {
    /// A source states it.
    #[default]
    Stated,
    /// The curator concluded it.
    Inferred,
}

/// One side where sources disagree about a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The date that these sources give.
    pub date: Spanned<Date>,
    /// Who gives it.
    pub sources: Box<[Id]>,
    /// What else to say of it.
    pub note: Option<Text>,
}

/// That an event rests on a source.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Citation {
    /// The source.
    pub source: Id,
    /// What it says on the matter.
    pub note: Option<Box<Text>>,
    /// Whether it told of the event beforehand, so that the event may be later than it.
    pub announces: bool,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct EventRecord {
    /// Its id.
    pub id: Id,
    /// Its date; left out where none is known.
    pub date: Option<Spanned<Date>>,
    /// What the date rests on.
    pub basis: Basis,
    /// Its kind.
    pub category: Option<Id>,
    /// Its title.
    pub title: Text,
    /// What happened, in a few sentences.
    pub summary: Text,
    /// Givers, senders.
    pub from: Box<[Id]>,
    /// Receivers.
    pub to: Box<[Id]>,
    /// Who else took part.
    pub actors: Box<[Id]>,
    /// Where.
    pub place: Option<Id>,
    /// Whether it took place over the net.
    pub online: bool,
    /// What changed hands.
    pub goods: Box<[Goods]>,
    /// Begins when these have ended, or later.
    pub after: Box<[Id]>,
    /// Has ended when these begin.
    pub before: Box<[Id]>,
    /// Lies within that event.
    pub part_of: Option<Id>,
    /// Answers these: begins no earlier than they begin.
    pub reply_to: Box<[Id]>,
    /// Where sources disagree, each side.
    pub claims: Box<[Claim]>,
    /// What it rests on.
    pub sources: Box<[Citation]>,
    /// Free words to find it by.
    pub tags: Words,
    /// The whole record.
    pub span: Span,
}

/// One step of a tour.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct StepRecord {
    /// The event that it stops at.
    pub event: Id,
    /// What to say there.
    pub note: Option<Text>,
}

/// A curated path through some of the events.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TourRecord {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// Its steps, in order.
    pub steps: Vec<StepRecord>,
    /// The whole record.
    pub span: Span,
}

/// All that the files hold, in the order in which it is written.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Records {
    /// Title, summary, languages.
    pub heading: Heading,
    /// `[[category]]`
    pub categories: Vec<CategoryRecord>,
    /// `[[place]]`
    pub places: Vec<PlaceRecord>,
    /// `[[actor]]`
    pub actors: Vec<ActorRecord>,
    /// `[[source]]`
    pub sources: Vec<SourceRecord>,
    /// `[[event]]`; each on its own, so that to put them in order moves none of them.
    pub events: Vec<Box<EventRecord>>,
    /// `[[tour]]`
    pub tours: Vec<TourRecord>,
}
