//! The keys as the reader has them: the table, with what a configuration changes.

use super::access::Access;
use super::action::{Action, Motion, Zoom};
use super::input::Stroke;
use super::key::Key;
use super::keymap::{Binding, KEYMAP, Mode, Section};
use crate::view::{Glyphs, Lens, Pane};
use std::borrow::Cow;

/// Every row of the table, each with the keys that it has now.
#[derive(Debug, Clone, PartialEq)]
pub struct Bindings(Vec<Binding>);

impl Default for Bindings {
    fn default() -> Self {
        Self(KEYMAP.to_vec())
    }
}

impl Bindings {
    /// The rows, in the order of the help.
    pub fn rows(&self) -> &[Binding] {
        &self.0
    }

    /// The rows that are there for somebody.
    pub(super) fn for_access(mut self, access: Access) -> Self {
        self.0.retain(|row| access.has(row.action.ability()));
        self
    }

    /// The row of the action of this name among those that step through the chronology.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|row| row.mode == Mode::Explore && row.action.name() == Some(name))
    }

    /// The names of all actions that can have other keys.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().filter(|row| row.mode == Mode::Explore).filter_map(|row| row.action.name())
    }

    /// The rows that have a key while one steps through the chronology.
    pub(super) fn holders(&self, key: Key) -> impl Iterator<Item = usize> {
        let has = move |row: &Binding| row.mode == Mode::Explore && row.keys.contains(&key);
        self.0.iter().enumerate().filter(move |(_, row)| has(row)).map(|(at, _)| at)
    }

    /// Gives a row other keys.
    pub(super) fn set(&mut self, row: usize, keys: Cow<'static, [Key]>) {
        if let Some(row) = self.0.get_mut(row) {
            row.keys = keys;
        }
    }

    /// The first key that does this in a mode, as it is named to the reader.
    pub fn label(&self, mode: Mode, action: &Action, glyphs: &Glyphs) -> String {
        let row = |mode: Mode| self.0.iter().find(|row| row.mode == mode && row.action == *action);
        let key = row(mode).or_else(|| row(Mode::Explore)).and_then(|row| row.keys.first());
        key.map_or_else(String::new, |key| key.label(glyphs))
    }

    /// The key that a hint names: "q"; for rows that share a hint, all of theirs: "1-4".
    pub fn hinted_keys(&self, row: usize, glyphs: &Glyphs) -> String {
        let rows = self.0.get(row..).unwrap_or_default();
        let hint = rows.first().and_then(|row| row.hint);
        let shared = rows.iter().take_while(|row| row.hint.is_some() && row.hint == hint);
        let keys: Vec<String> = shared.filter_map(|row| row.keys.first()).map(|key| key.label(glyphs)).collect();
        match &keys[..] {
            [first, .., last] => format!("{first}-{last}"),
            _ => keys.concat(),
        }
    }

    /// The rows that the status line names, the most needed first: a newcomer must at least
    /// find help, the way out, the other pane where one is shown, and the lenses.
    pub fn hints(&self, mode: Mode, focus: Pane) -> impl Iterator<Item = (usize, &Binding)> {
        let first = [
            Action::Help,
            Action::Quit,
            Action::SwitchPane,
            Action::Look(Lens::Chronology),
            Action::Move(Motion::Next),
            Action::Find,
        ];
        let then = match focus {
            Pane::Page => [Action::Follow, Action::Return, Action::Language, Action::Why, Action::Facets, Action::Tour],
            Pane::List => [
                Action::Move(Motion::ThreadNext),
                Action::Facets,
                Action::Language,
                Action::Why,
                Action::Tour,
                Action::Zoom(Zoom::In),
            ],
        };
        let rows = || self.0.iter().enumerate();
        let exploring = first.into_iter().chain(then).filter(move |_| mode == Mode::Explore);
        let own = rows().filter(move |(_, row)| mode != Mode::Explore && row.mode == mode);
        exploring.filter_map(move |action| rows().find(|(_, row)| row.action == action)).chain(own)
    }

    /// What a digit does by itself while one steps through the chronology.
    pub(super) fn of_digit(&self, digit: usize) -> Option<&Action> {
        let key = Key::Char(char::from_digit(u32::try_from(digit).ok()?, 10)?);
        self.holders(key).next().map(|row| &self.0[row].action)
    }

    /// The action of a key; `pending` is the count typed so far.
    ///
    /// A digit goes on with a count or begins one; only `0` cannot begin one. What a digit does by
    /// itself it does at once, and takes back if it begins a count. Among the facets there are no
    /// counts, and in a line that is typed a character is itself.
    pub fn resolve(&self, mode: Mode, pending: Option<usize>, key: Key) -> Option<Action> {
        let bound = |mode: Mode| self.0.iter().find(|row| row.mode == mode && row.keys.contains(&key));
        let always = || bound(Mode::Explore).filter(|row| mode != Mode::Tour || row.section == Section::Program);
        let row = match (mode, key) {
            (Mode::Find, Key::Char(letter)) => return Some(Action::Type(Stroke::Insert(letter))),
            (Mode::Find, _) => bound(Mode::Find),
            (Mode::Explore | Mode::Tour, Key::Char(digit @ '1'..='9')) => {
                return Some(Action::Digit(digit as u8 - b'0'));
            }
            (_, Key::Char('0')) if pending.is_some() => return Some(Action::Digit(0)),
            _ => bound(mode).or_else(always),
        };
        row.map(|row| row.action.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_counts_but_a_zero_alone_is_a_key() {
        let bindings = Bindings::default();
        let resolve = |pending, key| bindings.resolve(Mode::Explore, pending, key);
        assert_eq!(resolve(None, Key::Char('5')), Some(Action::Digit(5)));
        assert_eq!(resolve(Some(5), Key::Char('0')), Some(Action::Digit(0)));
        assert_eq!(resolve(None, Key::Char('0')), Some(Action::Zoom(Zoom::All)));
        assert_eq!(resolve(None, Key::Char('Z')), None);
    }

    #[test]
    fn every_action_that_a_key_does_has_a_name_of_its_own() {
        let bindings = Bindings::default();
        let names: Vec<&str> = bindings.names().collect();
        // The digits of the lenses stay what they are.
        let can_change = |row: &&Binding| row.mode == Mode::Explore && !matches!(row.action, Action::Look(_));
        assert_eq!(names.len(), KEYMAP.iter().filter(can_change).count());
        for (at, name) in names.iter().enumerate() {
            assert!(!names[..at].contains(name), "{name} stands twice");
        }
    }
}
