//! Keys as annals knows them, whatever terminal they come from.

use crate::view::Glyphs;

/// A key press.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// A character; capitals come as capitals.
    Char(char),
    /// A character with Ctrl held, in lower case.
    Ctrl(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// The arrow up.
    Up,
    /// The arrow down.
    Down,
    /// The arrow to the left.
    Left,
    /// The arrow to the right.
    Right,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Home.
    Home,
    /// End.
    End,
}

/// The keys that have a name, with the name by which scripts press them.
const NAMED: &[(Key, &str)] = &[
    (Key::Enter, "enter"),
    (Key::Esc, "esc"),
    (Key::Backspace, "backspace"),
    (Key::Delete, "delete"),
    (Key::Tab, "tab"),
    (Key::BackTab, "backtab"),
    (Key::Up, "up"),
    (Key::Down, "down"),
    (Key::Left, "left"),
    (Key::Right, "right"),
    (Key::PageUp, "pageup"),
    (Key::PageDown, "pagedown"),
    (Key::Home, "home"),
    (Key::End, "end"),
    (Key::Char(' '), "space"),
];

impl Key {
    /// The keys that a script presses: names (`enter`, `down`, `ctrl-l`), and other words
    /// character by character. Blanks part words: there the script waits for a moment.
    pub fn script(text: &str) -> Vec<Vec<Self>> {
        text.split_whitespace().map(Self::word).collect()
    }

    fn word(word: &str) -> Vec<Self> {
        let lower = word.to_lowercase();
        if let Some((key, _)) = NAMED.iter().find(|(_, name)| *name == lower) {
            return vec![*key];
        }
        match lower.strip_prefix("ctrl-").map(|rest| rest.chars().collect::<Vec<_>>()).as_deref() {
            Some(&[letter]) => vec![Self::Ctrl(letter)],
            _ => word.chars().map(Self::Char).collect(),
        }
    }

    /// The key of a name, as a script has it.
    pub fn named(name: &str) -> Option<Self> {
        match Self::word(name)[..] {
            [Self::Char(letter)] if letter.is_control() => None,
            [key] => Some(key),
            _ => None,
        }
    }

    /// The name by which a script presses the key.
    pub fn name(self) -> String {
        let named = NAMED.iter().find(|(key, _)| *key == self).map(|(_, name)| (*name).to_owned());
        named.unwrap_or_else(|| match self {
            Self::Ctrl(letter) => format!("ctrl-{letter}"),
            Self::Char(letter) => letter.to_string(),
            _ => String::new(),
        })
    }

    /// All names that are more than a character.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMED.iter().map(|(_, name)| *name)
    }
}

impl Key {
    /// The key as the help names it, in signs that can be drawn.
    pub fn label(self, glyphs: &Glyphs) -> String {
        let arrow = |sign: &str, name: &str| if *glyphs == Glyphs::ASCII { name.to_owned() } else { sign.to_owned() };
        match self {
            Self::Up => arrow("↑", "Up"),
            Self::Down => arrow("↓", "Down"),
            Self::Left => arrow("←", "Left"),
            Self::Right => arrow("→", "Right"),
            Self::PageUp => "PgUp".to_owned(),
            Self::PageDown => "PgDn".to_owned(),
            Self::Ctrl(letter) => format!("Ctrl-{}", letter.to_uppercase()),
            Self::BackTab => "Shift-Tab".to_owned(),
            Self::Char(' ') => "Space".to_owned(),
            Self::Char(letter) => letter.to_string(),
            Self::Enter | Self::Esc | Self::Backspace | Self::Delete | Self::Tab | Self::Home | Self::End => {
                format!("{self:?}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_name_keys_and_type_words() {
        let check = |script, expected: &[&[Key]]| assert_eq!(Key::script(script), expected, "{script}");
        check("j j", &[&[Key::Char('j')], &[Key::Char('j')]]);
        check("5j Enter", &[&[Key::Char('5'), Key::Char('j')], &[Key::Enter]]);
        check("ctrl-l end", &[&[Key::Ctrl('l')], &[Key::End]]);
        check("横滨 space", &[&[Key::Char('横'), Key::Char('滨')], &[Key::Char(' ')]]);
        check("", &[]);
    }
}
