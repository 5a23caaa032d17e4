//! Strings, ids, codes and lists of them, as values of a table.

use super::country;
use super::cursor::{Cursor, Value};
use super::key::Type;
use super::nearest::nearest;
use super::sanitise::{Breaks, code_point, first_hidden, quoted, visible};
use super::{Id, Passage, Problem, Rule, Span, Spanned, Words};
use crate::date::Language;
use std::borrow::Cow;
use toml::de::DeValue;

/// The most characters of an id.
const LONGEST_ID: usize = 100;

/// The most characters of a title, a name, an address: what is told beside many events.
const LONGEST_NAME: usize = 2_000;

/// The most characters of a text of several paragraphs.
const LONGEST_PROSE: usize = 100_000;

/// An id made of the letters of one that is none: "Palmerston North (NZ)" as "Palmerston-North-NZ".
fn likely_id(written: &str) -> Option<String> {
    let words = written.split(|c: char| !(c.is_alphanumeric() || "-_.".contains(c)));
    let likely = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    let is_plain = !likely.is_empty() && first_hidden(&likely).is_none();
    (is_plain && likely.chars().nth(LONGEST_ID).is_none()).then_some(likely)
}

impl<'t> Cursor<'t, '_> {
    /// The string in a value, all visible.
    pub fn string(&mut self, value: Value<'t>, breaks: Breaks) -> Option<Spanned<String>> {
        let shown = self.shown(value, breaks)?;
        Some(Spanned { value: shown.into_owned(), span: value.span })
    }

    /// The same as a passage of the document.
    fn name(&mut self, value: Value<'t>) -> Option<Spanned<Passage>> {
        Some(Spanned { value: self.passage(value, Breaks::Join)?, span: value.span })
    }

    /// The same without its place, as far as it is written there as it is read.
    pub fn passage(&mut self, value: Value<'t>, breaks: Breaks) -> Option<Passage> {
        let shown = self.shown(value, breaks)?;
        let place = self.inside(value.span, &shown, 0, shown.len());
        Some(Passage::at(self.document(), place, &shown))
    }

    fn shown(&mut self, value: Value<'t>, breaks: Breaks) -> Option<Cow<'t, str>> {
        let DeValue::String(text) = value.value else {
            self.wrong_type(value, value.key.takes.expected());
            return None;
        };
        if let Some(shown) = self.cut_short(value, text, breaks) {
            return Some(Cow::Owned(shown));
        }
        let shown = visible(text, breaks);
        // A text that stays as it is hides nothing.
        let hidden = if matches!(shown, Cow::Owned(_)) { first_hidden(text) } else { None };
        if let Some((byte, c)) = hidden {
            let message = format!("`{}`: found the hidden character {}", value.key.name, code_point(c));
            let span = self.inside(value.span, text, byte, c.len_utf8());
            self.report(
                Problem::new(Rule::HiddenCharacter, span, message)
                    .with_help("it is shown as you see it here; take it out if it is not meant"),
            );
        }
        Some(shown)
    }

    /// What is shown of a text that is longer than any that is meant to be read; it is told.
    fn cut_short(&mut self, value: Value<'t>, text: &str, breaks: Breaks) -> Option<String> {
        let most = match breaks {
            Breaks::Join => LONGEST_NAME,
            Breaks::Keep => LONGEST_PROSE,
        };
        // No character takes less than a byte.
        let end = if text.len() > most { text.char_indices().nth(most)?.0 } else { return None };
        let (name, found) = (value.key.name, text.chars().count());
        let message = format!("`{name}`: found {found} characters, expected at most {most}; the rest is not shown");
        self.report(Problem::new(Rule::BadValue, value.span, message));
        Some(visible(&text[..end], breaks).into_owned() + "…")
    }

    /// The place of some bytes of a string that is written at `span`; all of it where it has escapes.
    pub fn inside(&self, span: Span, text: &str, byte: usize, length: usize) -> Span {
        let written = self.written(span);
        let quotes = written.len().saturating_sub(text.len()) / 2;
        if written.get(quotes..quotes + text.len()) != Some(text) {
            return span;
        }
        let start = span.start() + quotes + byte;
        span.with(start..start + length)
    }

    /// The string of a key, if it has the form, or is one of the choices, that the key asks for.
    pub fn word(&mut self, name: &str) -> Option<Spanned<String>> {
        let value = self.value(name)?;
        let word = self.string(value, Breaks::Join)?;
        match value.key.takes {
            Type::Word(form) if !(form.holds)(&word.value) => {
                self.bad_value(value, form.rule, &word.value, form.expected);
                self.help((form.meant)(&word.value));
            }
            Type::Country if !country::is_code(&word.value) => {
                self.bad_value(value, Rule::UnknownCountry, &word.value, "a code of ISO 3166-1, two capital letters");
                self.help(country::meant(&word.value).map(|(code, name)| format!("write \"{code}\" for {name}")));
            }
            Type::Choice(choices) if !choices.contains(&word.value.as_str()) => {
                self.bad_value(value, Rule::BadValue, &word.value, &format!("one of {}", choices.join(", ")));
                self.help(
                    nearest(&word.value, choices.iter().copied()).map(|near| format!("did you mean \"{near}\"?")),
                );
            }
            _ => return Some(word),
        }
        None
    }

    /// The record's own id, or the one that it refers to.
    pub fn id(&mut self, name: &str) -> Option<Id> {
        let value = self.value(name)?;
        // An empty reference in a file made from a template says that there is none.
        let is_blank = matches!(value.value, DeValue::String(text) if text.is_empty());
        if is_blank && !value.key.required { None } else { self.id_of(value) }
    }

    /// The ids of a list.
    pub fn ids(&mut self, name: &str) -> Box<[Id]> {
        let values = self.list(name);
        let id = |value| self.item(value, "an id").and_then(|value| self.id_of(value));
        values.into_iter().filter_map(id).collect()
    }

    /// The strings of a list.
    pub fn words(&mut self, name: &str) -> Words {
        let values = self.list(name);
        values.into_iter().filter_map(|value| self.listed(value)).collect()
    }

    /// The string in a value of a list.
    pub fn listed(&mut self, value: Value<'t>) -> Option<Spanned<Passage>> {
        self.item(value, "a string").and_then(|value| self.name(value))
    }

    /// The languages of a list of codes.
    pub fn languages(&mut self, name: &str) -> Vec<Language> {
        self.words(name).into_iter().filter_map(|code| self.language(&code.value, code.span)).collect()
    }

    /// The language of a code.
    pub fn language(&mut self, code: &str, span: Span) -> Option<Language> {
        let language = Language::from_code(code);
        if language.is_none() {
            let codes: Vec<_> = Language::ALL.iter().map(|language| language.code()).collect();
            let message = format!("found the language {}, expected one of {}", quoted(code), codes.join(", "));
            self.report(Problem::new(Rule::BadValue, span, message));
            self.help(nearest(code, codes.into_iter()).map(|near| format!("did you mean \"{near}\"?")));
        }
        language
    }

    fn item(&mut self, value: Value<'t>, expected: &str) -> Option<Value<'t>> {
        if !matches!(value.value, DeValue::String(_)) {
            self.wrong_type(value, expected);
            return None;
        }
        Some(value)
    }

    /// The id in a value.
    pub fn id_of(&mut self, value: Value<'t>) -> Option<Id> {
        let id = self.name(value)?;
        let written = value.value.as_str().unwrap_or_default();
        let fault = match written.chars().find(|&c| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))) {
            _ if id.value.is_empty() => "found an empty id, expected letters, digits, `-`, `_` or `.`".to_owned(),
            Some(c) => format!("found {} in an id, expected letters, digits, `-`, `_` or `.`", quoted(&c.to_string())),
            None if id.value.chars().nth(LONGEST_ID).is_some() => {
                format!("found an id of more than {LONGEST_ID} characters: {}", quoted(&id.value))
            }
            None => return Some(id),
        };
        self.report(Problem::new(Rule::BadId, id.span, fault));
        self.help(likely_id(written).map(|likely| format!("write \"{likely}\"")));
        let short = id.value.chars().take(LONGEST_ID).collect::<String>().into();
        (!id.value.is_empty()).then_some(Spanned { value: short, ..id })
    }
}
