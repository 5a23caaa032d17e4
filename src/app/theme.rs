//! The names of the themes; which colours they stand for is for those to know who paint.

use crate::date::Language;
use crate::file::key::THEMES;

/// A way of colouring the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Theme {
    /// The terminal's own 16 colours, on its own ground.
    #[default]
    Terminal,
    /// Light on dark.
    Dark,
    /// Dark on light.
    Light,
    /// Light on black, as far apart as can be.
    HighContrast,
    /// No colour at all: bold, dim, underlined and reversed say what colours would.
    None,
}

impl Theme {
    /// All themes, in the order in which a key steps through them.
    pub const ALL: [Self; 5] = [Self::Terminal, Self::Dark, Self::Light, Self::HighContrast, Self::None];

    /// The name by which command line and configuration ask for it.
    pub const fn id(self) -> &'static str {
        THEMES[self as usize]
    }

    /// The theme of this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.id() == id)
    }

    /// Its name for a reader.
    pub const fn name(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Terminal, Language::En) => "the terminal's own colours",
            (Self::Terminal, Language::Zh) => "终端自身的颜色",
            (Self::Terminal, Language::Ja) => "端末そのままの色",
            (Self::Dark, Language::En) => "dark",
            (Self::Dark, Language::Zh) => "深色",
            (Self::Dark, Language::Ja) => "暗い背景",
            (Self::Light, Language::En) => "light",
            (Self::Light, Language::Zh) => "浅色",
            (Self::Light, Language::Ja) => "明るい背景",
            (Self::HighContrast, Language::En) => "high contrast",
            (Self::HighContrast, Language::Zh) => "高对比度",
            (Self::HighContrast, Language::Ja) => "高コントラスト",
            (Self::None, Language::En) => "no colours",
            (Self::None, Language::Zh) => "无颜色",
            (Self::None, Language::Ja) => "色なし",
        }
    }

    /// The next theme; after the last one the first.
    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }
}
