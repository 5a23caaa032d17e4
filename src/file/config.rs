//! A reader's own settings as they are written: values of a table like any other, with what
//! is wrong in them.
//!
//! Knows the table of keys, not which actions there are and which keys a keyboard has.

use super::cursor::Cursor;
use super::{Document, Problem, Spanned, Words, key, syntax};
use crate::date::Language;

/// What a reader has settled.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Config {
    /// The name of a theme.
    pub theme: Option<String>,
    /// The language of texts and screen.
    pub language: Option<Language>,
    /// Whether the mouse is listened to.
    pub mouse: bool,
    /// Whether the terminal shows signs of ambiguous width in two columns.
    pub is_wide: bool,
    /// The keys of actions, in the order of the file.
    pub keys: Vec<Keys>,
}

/// The keys that an action is to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    /// The action's name, where it is written.
    pub action: Spanned<String>,
    /// The names of the keys.
    pub keys: Words,
}

/// Reads the first of the documents, which is the only one.
pub fn config(document: &Document) -> (Config, Vec<Problem>) {
    let pieces = syntax::read(0, &document.text, |piece| {
        let mut problems = Vec::new();
        let config = read(Cursor::top(piece, &key::CONFIG, &mut problems));
        problems.retain(piece.is_news());
        problems.extend_from_slice(&piece.problems);
        (config, problems)
    });
    let (mut config, mut problems) = (Config::default(), Vec::new());
    for (piece, mut found) in pieces {
        config.theme = piece.theme.or(config.theme);
        config.language = piece.language.or(config.language);
        config.mouse |= piece.mouse;
        config.is_wide |= piece.is_wide;
        config.keys.extend(piece.keys);
        problems.append(&mut found);
    }
    Problem::sort(&mut problems);
    (config, problems)
}

fn read(mut table: Cursor<'_, '_>) -> Config {
    Config {
        theme: table.word("theme").map(|theme| theme.value),
        language: table.word("language").and_then(|code| Language::from_code(&code.value)),
        mouse: table.flag("mouse"),
        is_wide: table.word("ambiguous").is_some_and(|width| width.value == key::WIDE),
        keys: table.each("keys").into_iter().map(|(action, keys)| Keys { action, keys }).collect(),
    }
}
