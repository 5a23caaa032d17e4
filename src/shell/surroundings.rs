//! What the program takes from the environment for the explorer.
//!
//! Of a guest's it takes nothing but a terminal whose name is known: the rest is the guest's
//! text, and the host has said on the command line what is to be said.

use super::cli::When;
use super::terminal::Depth;
use super::{guest, locale};
use crate::app::{Ability, Access, Characters};
use crate::date::Language;
use std::env;

/// The terminal and the locale.
#[derive(Debug, Clone)]
pub struct Surroundings {
    /// `TERM`; "" where it is not set.
    pub term: String,
    /// The language of the locale.
    pub language: Language,
    /// The characters of the locale.
    pub characters: Characters,
    colorterm: String,
    no_color: String,
}

impl Surroundings {
    /// What there is of them for somebody.
    pub fn of(access: Access) -> Self {
        if access.has(Ability::Environment) { Self::read() } else { Self::guessed(guest::known(&variable("TERM"))) }
    }

    fn read() -> Self {
        Self {
            term: variable("TERM"),
            language: locale::language(),
            characters: if locale::is_utf8() { Characters::Unicode } else { Characters::Ascii },
            colorterm: variable("COLORTERM"),
            no_color: variable("NO_COLOR"),
        }
    }

    /// What is most likely, where nothing may be asked.
    fn guessed(term: &str) -> Self {
        Self {
            term: term.to_owned(),
            language: Language::En,
            characters: Characters::Unicode,
            colorterm: String::new(),
            no_color: String::new(),
        }
    }

    /// The colours to use.
    pub fn depth(&self, color: When) -> Depth {
        match color {
            When::Never => Depth::None,
            When::Auto => Depth::detect(&self.term, &self.colorterm, &self.no_color),
            When::Always => Depth::detect(&self.term, &self.colorterm, ""),
        }
    }
}

/// A variable of the environment; one that is not set is empty.
fn variable(name: &str) -> String {
    env::var_os(name).unwrap_or_default().to_string_lossy().into_owned()
}
