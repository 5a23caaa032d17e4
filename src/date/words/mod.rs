//! What dates mean, in words: whole sentences, and short forms for a column.
//!
//! The logic is shared; each language is one table of names and templates.

mod brief;
mod en;
mod ja;
mod known;
mod phrase;
mod read;
mod sentence;
mod single;
mod tongue;
mod zh;

use super::{Bounds, Date, Day, Language};
use brief::Column;
use phrase::Omit;
use tongue::Tongue;

/// How much room a name may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameWidth {
    /// In full: "January".
    Long,
    /// Three or four columns: "Jan".
    Short,
    /// One or two columns: "J".
    Narrow,
}

/// The name of a month (1 to 12; empty for any other number).
pub fn month_name(month: u8, language: Language, width: NameWidth) -> &'static str {
    Tongue::of(language).month(month, width)
}

/// The text with its Chinese and Japanese months in digits: `2020年四月` is `2020年4月`.
pub fn months_in_digits(text: &str) -> String {
    replaced(text, zh::MONTHS_IN_CHARACTERS, zh::MONTHS)
}

/// The text with these months in characters.
pub fn months_in_characters(text: &str) -> String {
    replaced(text, zh::MONTHS, zh::MONTHS_IN_CHARACTERS)
}

/// The last first: what stands for February stands in what stands for December.
fn replaced(text: &str, these: [&str; 12], by: [&str; 12]) -> String {
    these.iter().zip(by).rev().fold(text.to_owned(), |text, (month, by)| text.replace(month, by))
}

/// The name of an astronomical year: "2020", "44 BC".
pub fn year_name(year: i64, language: Language) -> String {
    phrase::year_name(Tongue::of(language), year)
}

impl Date {
    /// What it means, in words: "some day in March 2020".
    pub fn words(&self, language: Language) -> String {
        sentence::expression(Tongue::of(language), &self.edtf)
    }

    /// The same as short as can be, for a column: "Mar"; the year is left out when it
    /// is `year`, under whose heading the text will stand.
    pub fn brief(&self, language: Language, year: Option<i64>) -> String {
        column(language, year).expression(&self.edtf)
    }
}

impl Bounds {
    /// What is known, in words: "some time between 13 January and 26 October 2020"; `None` when nothing is.
    pub fn words(&self, language: Language) -> Option<String> {
        known::words(Tongue::of(language), self)
    }

    /// The same as short as can be, for a column: "13 Jan..26 Oct"; the year is left out
    /// when it is `year`. Where begin and end are known apart but not to the day, only the
    /// outer limits are given.
    pub fn brief(&self, language: Language, year: Option<i64>) -> Option<String> {
        known::brief(column(language, year), self)
    }
}

impl Day {
    /// "13 January 2020".
    pub fn words(self, language: Language) -> String {
        phrase::name(Tongue::of(language), &self.into(), Omit::Nothing)
    }

    /// "13 Jan", with the year where it is not `year`.
    pub fn brief(self, language: Language, year: Option<i64>) -> String {
        column(language, year).say(&self.into(), Omit::Nothing)
    }
}

fn column(language: Language, year: Option<i64>) -> Column {
    Column { tongue: Tongue::of(language), year }
}
