//! Texts as values of a table: plain, or one for each language.

use super::cursor::{Cursor, Value};
use super::key::Type;
use super::sanitise::{Breaks, quoted};
use super::{Problem, Rule, Text};
use crate::date::Language;
use toml::de::{DeTable, DeValue};

impl<'t> Cursor<'t, '_> {
    /// The text of a key, if it has one.
    pub fn text(&mut self, name: &str) -> Option<Text> {
        let value = self.value(name)?;
        let breaks = if matches!(value.key.takes, Type::Prose) { Breaks::Keep } else { Breaks::Join };
        let mut text = match value.value {
            DeValue::Table(forms) => self.forms(value, forms, breaks),
            _ => Text::of(self.passage(value, breaks)?),
        };
        text.span = value.span;
        if value.key.required && text.read(Language::En, &[]).trim().is_empty() {
            let message = format!("`{name}`: found nothing, expected text");
            self.report(Problem::new(Rule::BadValue, value.span, message));
        }
        Some(text)
    }

    fn forms(&mut self, value: Value<'t>, forms: &'t DeTable<'t>, breaks: Breaks) -> Text {
        let mut text = Text::default();
        for (code, form) in forms {
            let form = Value { value: form.get_ref(), span: self.at(form.span()), ..value };
            let Some(language) = Language::from_code(code.get_ref()) else {
                let codes = Language::ALL.map(Language::code).join(", ");
                let message = format!(
                    "`{}`: found the language {}, expected one of {codes}",
                    value.key.name,
                    quoted(code.get_ref())
                );
                self.report(Problem::new(Rule::UnknownKey, self.at(code.span()), message));
                continue;
            };
            if !form.value.is_str() {
                self.wrong_type(form, "a string");
            } else if let Some(words) = self.passage(form, breaks) {
                text.share(language, words);
            }
        }
        text
    }
}
