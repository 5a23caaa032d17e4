//! What is exported: some events of a chronology, in order, for a reader of one language.

use crate::chronology::{Chronology, Event, EventNo};
use crate::date::{Bound, Language};
use crate::file::{Document, Text};

/// The events to export. A filter is a shorter list of events: every format goes by it.
#[derive(Debug, Clone)]
pub struct Selection<'a> {
    /// The chronology that the events are from.
    pub chronology: &'a Chronology,
    /// The files that it was read from; their names make ids unique in the world.
    pub documents: &'a [Document],
    /// The events, in the one order.
    pub numbers: Vec<EventNo>,
    /// The language of texts and dates.
    pub language: Language,
}

impl<'a> Selection<'a> {
    /// All events of a chronology.
    pub fn all(chronology: &'a Chronology, documents: &'a [Document], language: Language) -> Self {
        Self { chronology, documents, numbers: chronology.numbers().collect(), language }
    }

    /// The same events for a reader of another language.
    pub fn read_in(&self, language: Language) -> Self {
        Self { language, ..self.clone() }
    }

    /// The events, in order.
    pub fn events(&self) -> impl Iterator<Item = &'a Event> + '_ {
        self.numbers.iter().map(|&number| &self.chronology[number])
    }

    /// Whether an event is among them.
    pub fn contains(&self, event: EventNo) -> bool {
        self.numbers.binary_search(&event).is_ok()
    }

    /// A text in the language.
    pub fn read(&self, text: &'a Text) -> &'a str {
        self.chronology.read(text, self.language)
    }

    /// The language of a text that has no form in the selection's own.
    pub fn foreign(&self, text: &Text) -> Option<Language> {
        let shown = text.language(self.language, &self.chronology.heading.languages);
        shown.filter(|&shown| shown != self.language)
    }

    /// The languages that some text of the chronology has a form of its own in, the
    /// selection's first.
    pub fn languages(&self) -> Vec<Language> {
        let curated = &self.chronology.heading.languages;
        let others = curated.iter().copied().filter(|&language| language != self.language);
        std::iter::once(self.language).chain(others).collect()
    }

    /// When an event was, in words: what all statements leave possible where that is less
    /// than its own date does, else its own date; `None` when nothing is known.
    pub fn when(&self, event: &Event) -> Option<String> {
        let own = event.record.date.as_ref().filter(|_| !event.is_narrowed());
        own.map(|date| date.value.words(self.language)).or_else(|| event.bounds.words(self.language))
    }
}

/// The year under whose heading an event stands: in which it began at the earliest or,
/// where that is open, by which it was over.
pub(super) fn year(event: &Event) -> Option<i64> {
    let order = [Bound::EarliestStart, Bound::LatestEnd, Bound::LatestStart, Bound::EarliestEnd];
    order.iter().find_map(|&bound| event.bounds[bound]).map(|day| day.year())
}
