//! A chronology as one reader has it before the eyes: in a language, drawn with a set of signs.

use super::glyphs::Glyphs;
use super::labels::Labels;
use super::words::Words;
use crate::chronology::{ActorNo, CategoryNo, Chronology, Event, EventNo, SourceNo};
use crate::file::Text;

/// A chronology in a language and a set of signs.
#[derive(Debug, Clone, Copy)]
pub struct Edition<'a> {
    /// The events.
    pub chronology: &'a Chronology,
    /// The words of the reader's language.
    pub words: &'static Words,
    /// The signs to draw with.
    pub glyphs: &'a Glyphs,
}

impl<'a> Edition<'a> {
    /// The words of lenses, tours and citations.
    pub fn labels(&self) -> &'static Labels {
        Labels::of(self.words.language)
    }

    /// An event's title inside a sentence.
    pub fn quoted(&self, title: &str) -> String {
        let quoted = self.words.quoted(title);
        let (open, close) = self.words.quotes;
        let inner = quoted.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)).unwrap_or(&quoted);
        format!("{}{inner}{}", self.glyphs.plain(open), self.glyphs.plain(close))
    }

    /// A text of the chronology.
    pub fn read(&self, text: &'a Text) -> &'a str {
        self.chronology.read(text, self.words.language)
    }

    /// An event's title; its id where it has none.
    pub fn title(&self, event: EventNo) -> &'a str {
        let event: &'a Event = &self.chronology[event];
        or_id(self.read(&event.record.title), event.id())
    }

    /// An actor's name; its id where it has none.
    pub fn actor(&self, actor: ActorNo) -> &'a str {
        let record = &self.chronology[actor].record;
        or_id(self.read(&record.name), &record.id.value)
    }

    /// A source's title; its id where it has none.
    pub fn source(&self, source: SourceNo) -> &'a str {
        let record = &self.chronology[source].record;
        or_id(self.read(&record.title), &record.id.value)
    }

    /// The sign of a category; a blank where it has none that can be drawn.
    pub fn symbol(&self, category: CategoryNo) -> &'a str {
        let record = &self.chronology[category];
        let ascii = record.ascii.as_deref();
        let symbol = record.symbol.as_deref().filter(|_| *self.glyphs != Glyphs::ASCII);
        symbol.or(ascii).unwrap_or(" ")
    }

    /// A category's name; its id where it has none.
    pub fn category(&self, category: CategoryNo) -> &'a str {
        let record = &self.chronology[category];
        or_id(self.read(&record.name), &record.id.value)
    }

    /// "Guiyang → Yokohama"; `None` where nothing went from one to another.
    pub fn transfer(&self, event: EventNo) -> Option<String> {
        let Event { from, to, .. } = &self.chronology[event];
        let names = |side: &[ActorNo]| side.iter().map(|&actor| self.actor(actor)).collect::<Vec<_>>();
        let [givers, receivers] = [from, to].map(|side| names(side).join(self.words.comma));
        let is_transfer = !(givers.is_empty() && receivers.is_empty());
        is_transfer.then(|| format!("{givers} {} {receivers}", self.glyphs.arrow).trim().to_owned())
    }
}

fn or_id<'a>(text: &'a str, id: &'a str) -> &'a str {
    if text.is_empty() { id } else { text }
}
