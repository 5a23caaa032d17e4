//! Keys as annals knows them, whatever terminal they come from.

use std::fmt;

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
}

impl fmt::Display for Key {
    /// The key as the help names it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Up => write!(f, "↑"),
            Self::Down => write!(f, "↓"),
            Self::Left => write!(f, "←"),
            Self::Right => write!(f, "→"),
            Self::PageUp => write!(f, "PgUp"),
            Self::PageDown => write!(f, "PgDn"),
            Self::Ctrl(letter) => write!(f, "Ctrl-{}", letter.to_uppercase()),
            Self::BackTab => write!(f, "Shift-Tab"),
            Self::Char(' ') => write!(f, "Space"),
            Self::Char(letter) => write!(f, "{letter}"),
            Self::Enter | Self::Esc | Self::Backspace | Self::Tab | Self::Home | Self::End => write!(f, "{self:?}"),
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
