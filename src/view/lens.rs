//! The ways of looking at the same events in the same order.

use crate::date::Language;

/// One way of looking at the events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lens {
    /// Along time.
    #[default]
    Chronology,
    /// On the earth.
    Map,
    /// By who took part.
    Actors,
    /// By what they rest on.
    Sources,
}

impl Lens {
    /// All lenses, in the order of their keys, which count from 1.
    pub const ALL: [Self; 4] = [Self::Chronology, Self::Map, Self::Actors, Self::Sources];

    /// The name by which the command line asks for it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Chronology => "chronology",
            Self::Map => "map",
            Self::Actors => "actors",
            Self::Sources => "sources",
        }
    }

    /// What it shows, for the command line.
    pub const fn help(self) -> &'static str {
        match self {
            Self::Chronology => "along time",
            Self::Map => "on the earth",
            Self::Actors => "by who took part",
            Self::Sources => "by what they rest on",
        }
    }

    /// Its name for a reader.
    pub const fn name(self, language: Language) -> &'static str {
        match (self, language) {
            (_, Language::En) => self.id(),
            (Self::Chronology, Language::Zh) => "时间轴",
            (Self::Map, Language::Zh) => "地图",
            (Self::Actors, Language::Zh) => "参与者",
            (Self::Sources, Language::Zh) => "来源",
            (Self::Chronology, Language::Ja) => "時間軸",
            (Self::Map, Language::Ja) => "地図",
            (Self::Actors, Language::Ja) => "参加者",
            (Self::Sources, Language::Ja) => "出典",
        }
    }
}
