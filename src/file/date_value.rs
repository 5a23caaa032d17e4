//! Dates as values of a table: EDTF in a string, a date of TOML's own, or a year as an integer.

use super::cursor::{Cursor, Value};
use super::sanitise::{Breaks, visible};
use super::{Problem, Rule, Span, Spanned};
use crate::date::{Date, DateError, Fault};
use toml::de::DeValue;
use toml::value::Datetime;

impl Cursor<'_, '_> {
    /// The date of a key, if it has one.
    pub fn date(&mut self, name: &str) -> Option<Spanned<Date>> {
        let value = self.value(name)?;
        match value.value {
            DeValue::String(text) => self.edtf(value, text),
            DeValue::Integer(integer) => self.year(value, integer.as_str()),
            DeValue::Datetime(datetime) => self.native(value, datetime),
            _ => {
                self.wrong_type(value, "a date such as \"2020-04\"");
                None
            }
        }
    }

    fn edtf(&mut self, value: Value<'_>, text: &str) -> Option<Spanned<Date>> {
        match text.parse() {
            Ok(date) => Some(Spanned { value: date, span: value.span }),
            Err(error) => {
                let span = self.fault(value.span, text, &error);
                self.bad_date(value, span, rule(error.fault), &error.message);
                self.help(if text.is_empty() {
                    Some("leave the key out where no date is known".into())
                } else {
                    error.hint.map(|hint| hint.to_string())
                });
                None
            }
        }
    }

    /// The character of the string at which it stops being a date.
    fn fault(&self, span: Span, text: &str, error: &DateError) -> Span {
        let mut rest = text.char_indices().skip(error.at.saturating_sub(1));
        let (byte, length) = rest.next().map_or((text.len(), 0), |(byte, c)| (byte, c.len_utf8()));
        self.inside(span, text, byte, length)
    }

    fn year(&mut self, value: Value<'_>, digits: &str) -> Option<Spanned<Date>> {
        let (sign, digits) = match digits.strip_prefix('-') {
            Some(digits) => ("-", digits),
            None => ("", digits.strip_prefix('+').unwrap_or(digits)),
        };
        let date = if digits.len() == 4 { format!("{sign}{digits}").parse().ok() } else { None };
        if date.is_none() {
            self.bad_date(value, value.span, Rule::BadDate, "found an integer that is no year of four digits");
            self.help(Some(format!("quote the date: {} = \"2020-04\"", value.key.name)));
        }
        date.map(|date| Spanned { value: date, span: value.span })
    }

    fn native(&mut self, value: Value<'_>, datetime: &Datetime) -> Option<Spanned<Date>> {
        let date = in_edtf(datetime).and_then(|text| text.parse().ok());
        if date.is_none() {
            self.bad_date(value, value.span, Rule::BadDate, "found a time without a day");
        }
        date.map(|date| Spanned { value: date, span: value.span })
    }

    fn bad_date(&mut self, value: Value<'_>, span: Span, rule: Rule, message: &str) {
        let message = format!("`{}`: {}", value.key.name, visible(message, Breaks::Join));
        self.report(Problem::new(rule, span, message));
    }
}

fn rule(fault: Fault) -> Rule {
    match fault {
        Fault::Form => Rule::BadDate,
        Fault::NoSuchDay => Rule::NoSuchDay,
        Fault::Reversed => Rule::ReversedDate,
    }
}

/// A date of TOML's own in EDTF, which has no fractions of a second.
fn in_edtf(datetime: &Datetime) -> Option<String> {
    let date = datetime.date?;
    let Some(time) = datetime.time else { return Some(date.to_string()) };
    let offset = datetime.offset.map(|offset| offset.to_string()).unwrap_or_default();
    let second = time.second.unwrap_or_default();
    Some(format!("{date}T{:02}:{:02}:{second:02}{offset}", time.hour, time.minute))
}
