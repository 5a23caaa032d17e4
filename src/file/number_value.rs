//! Numbers and truth values, as values of a table.

use super::Rule;
use super::cursor::{Cursor, Value};
use super::key::Type;
use toml::de::DeValue;

/// The version of the format that this program reads.
const FORMAT: &str = "1";

/// The most degrees of longitude.
const HALF_TURN: f64 = 180.0;

impl Cursor<'_, '_> {
    /// Checks the version of the format, if the table has it; whether it does.
    pub fn has_format(&mut self, name: &str) -> bool {
        let Some(value) = self.value(name) else { return false };
        match value.value {
            DeValue::Integer(version) if version.as_str() == FORMAT => {}
            DeValue::Integer(version) => {
                let found = version.to_string();
                self.bad_value(value, Rule::BadValue, &found, "1, the format that this program reads");
            }
            _ => self.wrong_type(value, value.key.takes.expected()),
        }
        true
    }

    /// Whether a key says `true`; left out means `false`.
    pub fn flag(&mut self, name: &str) -> bool {
        match self.value(name) {
            Some(Value { value: DeValue::Boolean(flag), .. }) => *flag,
            Some(value) => {
                self.wrong_type(value, value.key.takes.expected());
                false
            }
            None => false,
        }
    }

    /// A whole number from 0.
    pub fn count(&mut self, name: &str) -> Option<u64> {
        let value = self.value(name)?;
        let DeValue::Integer(integer) = value.value else {
            self.wrong_type(value, value.key.takes.expected());
            return None;
        };
        let count = u64::from_str_radix(integer.as_str(), integer.radix()).ok();
        if count.is_none() {
            self.bad_value(value, Rule::BadValue, &integer.to_string(), "a whole number from 0");
        }
        count
    }

    /// Degrees of latitude or longitude.
    pub fn degrees(&mut self, name: &str) -> Option<f64> {
        let value = self.value(name)?;
        let (Type::Degrees(most), DeValue::Float(_) | DeValue::Integer(_)) = (value.key.takes, value.value) else {
            self.wrong_type(value, value.key.takes.expected());
            return None;
        };
        let written = self.written(value.span).replace('_', "");
        let degrees = written.parse().ok().filter(|degrees: &f64| degrees.abs() <= most);
        if degrees.is_none() {
            self.bad_value(value, Rule::BadCoordinate, &written, &format!("degrees from -{most} to {most}"));
            let is_longitude = written.parse().is_ok_and(|degrees: f64| degrees.abs() <= HALF_TURN);
            self.help(is_longitude.then(|| "were latitude and longitude swapped?".into()));
        }
        degrees
    }
}
