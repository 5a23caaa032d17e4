//! The languages that annals speaks, and that a chronology may be curated in.

use serde::{Deserialize, Serialize};

/// A language of the program and of the texts in a chronology.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    /// Chinese, in simplified characters.
    Zh,
    /// English.
    En,
    /// Japanese.
    Ja,
}

impl Language {
    /// Every language, in the order in which a key steps through them.
    pub const ALL: [Self; 3] = [Self::Zh, Self::En, Self::Ja];

    /// The ISO 639-1 code, as written in files and on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
            Self::Ja => "ja",
        }
    }

    /// The language's name in itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Zh => "中文",
            Self::En => "English",
            Self::Ja => "日本語",
        }
    }

    /// The language that a code names.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The language that follows this one, round and round.
    pub const fn next(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Ja,
            Self::Ja => Self::Zh,
        }
    }
}
