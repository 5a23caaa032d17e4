//! Records in the making: what importers write into.

use super::vague::{self, Reading};
use crate::date::{Date, Language};
use crate::file::{
    ActorRecord, Breaks, CategoryRecord, Citation, EventRecord, Id, PlaceRecord, Records, SourceRecord, Spanned, Text,
    is_always_hidden, visible,
};
use std::collections::HashMap;
use std::mem::take;

/// The longest id that is made of a title, in characters.
const LONGEST_ID: usize = 50;

/// The records so far, and what could not be taken over.
#[derive(Debug, Default)]
pub struct Draft {
    /// The records; ids may clash, and references lead nowhere, until it is mended.
    pub records: Records,
    /// What could not be taken over.
    pub notes: Vec<String>,
    /// The ids of what has been named so far, by kind and name.
    named: HashMap<(&'static str, String), Id>,
    /// Ids that are taken, by kind, and how many names asked for each.
    taken: HashMap<(&'static str, String), usize>,
}

impl Draft {
    /// Tells what could not be taken over, with all that is repeated of it made visible.
    pub fn note(&mut self, what: &str, said: impl AsRef<str>) {
        let what =
            if what.trim().is_empty() { "an entry without a title".to_owned() } else { crate::file::quoted(what) };
        self.notes.push(format!("{what}: {}", visible(said.as_ref(), Breaks::Join)));
    }

    /// The category of this name, defined where it is new; `None` for an empty name.
    pub fn category(&mut self, name: &str) -> Option<Id> {
        let (id, is_new) = self.named("category", name)?;
        let name = text(name, Breaks::Join);
        is_new.then(|| {
            self.records.categories.push(CategoryRecord { id: id.clone(), name, ..CategoryRecord::default() })
        });
        Some(id)
    }

    /// The place of this name, at these degrees of latitude and longitude where they are known.
    pub fn place(&mut self, name: &str, at: Option<(f64, f64)>) -> Option<Id> {
        let (id, is_new) = self.named("place", name)?;
        let record = PlaceRecord {
            id: id.clone(),
            name: text(name, Breaks::Join),
            latitude: at.map(|at| at.0),
            longitude: at.map(|at| at.1),
            ..PlaceRecord::default()
        };
        is_new.then(|| self.records.places.push(record));
        Some(id)
    }

    /// The actor of this name.
    pub fn actor(&mut self, name: &str) -> Option<Id> {
        let (id, is_new) = self.named("actor", name)?;
        let name = text(name, Breaks::Join);
        is_new.then(|| self.records.actors.push(ActorRecord { id: id.clone(), name, ..ActorRecord::default() }));
        Some(id)
    }

    /// That something rests on what stands at this address.
    pub fn source(&mut self, address: &str, title: &str) -> Option<Citation> {
        let (source, is_new) = self.named("source", address)?;
        let is_address = (crate::file::key::SOURCE.key("url").map(|key| key.takes)).is_some_and(|takes| match takes {
            crate::file::key::Type::Word(form) => (form.holds)(address),
            _ => false,
        });
        let record = SourceRecord {
            id: source.clone(),
            title: text(if title.trim().is_empty() { address } else { title }, Breaks::Join),
            url: is_address.then(|| unplaced(visible(address, Breaks::Join).into_owned())),
            ..SourceRecord::default()
        };
        is_new.then(|| self.records.sources.push(record));
        Some(Citation { source, ..Citation::default() })
    }

    /// The id of a name, and whether it is new; `None` for an empty name. Two names never
    /// share an id.
    fn named(&mut self, kind: &'static str, name: &str) -> Option<(Id, bool)> {
        let name = name.trim();
        if name.is_empty() {
            return None;
        }
        if let Some(id) = self.named.get(&(kind, name.to_owned())) {
            return Some((id.clone(), false));
        }
        let slug = slug(name.split_once("://").map_or(name, |(_, rest)| rest));
        let base = if slug.is_empty() { kind.to_owned() } else { slug };
        let id = unplaced(self.free(kind, base));
        self.named.insert((kind, name.to_owned()), id.clone());
        Some((id, true))
    }

    /// The id, or the first of `id-2`, `id-3` that no other name has.
    fn free(&mut self, kind: &'static str, id: String) -> String {
        let mut free = id.clone();
        while self.taken.contains_key(&(kind, free.clone())) {
            let count = self.taken.entry((kind, id.clone())).or_insert(1);
            *count += 1;
            free = format!("{id}-{count}");
        }
        self.taken.insert((kind, free.clone()), 1);
        free
    }

    /// Adds an event.
    pub fn add(&mut self, event: EventRecord) {
        self.records.events.push(Box::new(event));
    }

    /// Gives an event the date that a text says; a text that cannot be read goes into the
    /// summary, and `otherwise` is the date, unless all its days are known: where somebody
    /// took the trouble to write a text, they are but where the event stands, and go with it.
    pub fn date(&mut self, event: &mut EventRecord, said: &str, otherwise: Option<Date>) {
        let said = said.trim();
        if said.is_empty() {
            event.date = otherwise.map(unplaced);
            return;
        }
        match vague::read(said) {
            Reading::Date(date) if agree(&date, otherwise.as_ref()) => {
                if let Some(days) = otherwise.filter(|days| lasts_beyond(days, &date)) {
                    self.note(title(event), format!("its date is {date}, as it says; its days {days} are left out"));
                }
                event.date = Some(unplaced(date));
            }
            Reading::Undated if otherwise.is_none() => event.date = None,
            Reading::Undated => {
                let stand_in = otherwise.map_or_else(String::new, |date| date.to_string());
                self.note(title(event), format!("is undated; the stand-in {stand_in} is left out"));
            }
            Reading::Date(_) | Reading::Unreadable => {
                let (stood, kept) = match otherwise {
                    Some(date) if date.bounds().is_exact() => (format!(" (stood on {date})"), None),
                    otherwise => (String::new(), otherwise),
                };
                let has = kept.as_ref().map_or_else(|| "no date".to_owned(), |date| format!("the date {date}"));
                let quoted = crate::file::quoted(said);
                self.note(title(event), format!("{quoted} stands in the summary{stood}; the event has {has}"));
                event.date = kept.map(unplaced);
                let summary = event.summary.read(Language::En, &[]).to_owned();
                event.summary = text(&[format!("{said}{stood}"), summary].join("\n\n"), Breaks::Keep);
            }
        }
    }
}

/// Whether the words of a date and the days beside them can both be right.
pub fn agree(date: &Date, days: Option<&Date>) -> bool {
    let Some(days) = days else { return true };
    let (said, given) = (date.bounds().days(), days.bounds().days());
    let begins = said[0].is_none_or(|first| given[3].is_none_or(|last| first <= last));
    let ends = said[3].is_none_or(|last| given[0].is_none_or(|first| last >= first));
    begins && ends
}

/// Whether the days of something that lasted go beyond what is said of it.
fn lasts_beyond(days: &Date, said: &Date) -> bool {
    let [[begins, starts, ends, last], [first, .., end]] = [days, said].map(|date| date.bounds().days());
    starts < ends && (begins < first || end.is_some_and(|end| last > Some(end)))
}

fn title(event: &EventRecord) -> &str {
    event.title.read(Language::En, &[])
}

/// A text that is the same in every language, with all its characters visible; none where
/// there is nothing but blanks.
pub fn text(text: &str, breaks: Breaks) -> Text {
    match visible(text.trim(), breaks) {
        text if text.is_empty() => Text::default(),
        text => Text::plain(text),
    }
}

/// Adds to a list that takes no more room than it needs.
pub fn add<T>(list: &mut Box<[T]>, more: impl IntoIterator<Item = T>) {
    *list = take(list).into_iter().chain(more).collect();
}

/// A value that stands in no file yet.
pub fn unplaced<T>(value: impl Into<T>) -> Spanned<T> {
    Spanned { value: value.into(), span: Default::default() }
}

/// An id made of a name: its letters and digits, joined by `-`.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars().take(LONGEST_ID * 4) {
        if is_letter(c) {
            slug.extend(c.to_lowercase().filter(|&c| is_letter(c)));
        } else if !slug.is_empty() && !slug.ends_with('-') && c != '\'' && c != '’' {
            slug.push('-');
        }
    }
    let slug: String = slug.chars().take(LONGEST_ID).collect();
    slug.trim_matches('-').to_owned()
}

/// Whether a name can be an id as it is.
pub fn is_id(name: &str) -> bool {
    !name.is_empty() && name.chars().count() <= 100 && name.chars().all(|c| is_letter(c) || "-_.".contains(c))
}

/// Whether an id may have a character: letters and digits, but for those that look like nothing.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !is_always_hidden(c)
}

/// The same, if the name has any letter or digit.
pub fn some_id(name: &str) -> Option<Id> {
    Some(id(name)).filter(|id| !id.value.is_empty())
}

/// The id that a name stands for: the name itself, if it can be one; empty where it has no
/// letter or digit.
pub fn id(name: &str) -> Id {
    let name = name.trim();
    unplaced(if is_id(name) { name.to_owned() } else { slug(name) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_no_character_that_looks_like_nothing() {
        for (name, expected) in [
            ("Masks for 横滨", "masks-for-横滨"),
            ("a\u{115f}b\u{3164}\u{ffa0}", "a-b"),
            ("a\u{1160}", "a"),
            ("a-b.c", "a-b.c"),
        ] {
            assert_eq!(id(name).value, expected, "{name:?}");
        }
    }
}
