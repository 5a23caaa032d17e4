//! The table of everything that can be written in a file: each table, its keys, what they take.
//!
//! The checks, the schema and the manual are made from it; adding a key is one row here and
//! its use in `read`.

use super::form::{self, Form};
use crate::date::Language;

/// What the value of a key must be.
#[derive(Debug, Clone, Copy)]
pub enum Type {
    /// A text of one line: plain, or one for each language.
    Text,
    /// The same, but it may have paragraphs.
    Prose,
    /// A plain string of some form.
    Word(&'static Form),
    /// The code of a country.
    Country,
    /// Plain strings.
    Words,
    /// One of these strings.
    Choice(&'static [&'static str]),
    /// Codes of the languages that annals speaks.
    Languages,
    /// The id of the record itself.
    Id,
    /// The id of another record of this kind.
    Reference(&'static str),
    /// The ids of other records of this kind.
    References(&'static str),
    /// An EDTF expression, a TOML date, or a year as an integer.
    Date,
    /// The version of the format.
    Format,
    /// A whole number from 0.
    Count,
    /// Degrees from minus this to this.
    Degrees(f64),
    /// `true` or `false`.
    Bool,
    /// A table.
    Table(&'static Table),
    /// A list of tables.
    Tables(&'static Table),
    /// A table with any keys, each of which takes what this row says.
    Each(&'static Key),
    /// A list of tables, in which a string stands for a table with nothing but that id.
    TablesOrIds(&'static Table),
}

impl Type {
    /// What to say that was expected: "text", "a date".
    pub const fn expected(self) -> &'static str {
        match self {
            Self::Text | Self::Prose => "text, or a table with one text for each language",
            Self::Word(form) => form.expected,
            Self::Country => "a country code such as \"JP\"",
            Self::Words => "a list of strings",
            Self::Choice(_) => "a string",
            Self::Languages => "a list of language codes",
            Self::Id | Self::Reference(_) => "an id",
            Self::References(_) => "a list of ids",
            Self::Date => "a date",
            Self::Format => "the integer 1",
            Self::Count => "a whole number",
            Self::Degrees(_) => "a number of degrees",
            Self::Bool => "true or false",
            Self::Table(_) | Self::Each(_) => "a table",
            Self::Tables(_) => "a list of tables",
            Self::TablesOrIds(_) => "a list of ids or tables",
        }
    }
}

/// A key that a table may have.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub takes: Type,
    /// Whether the table must have it.
    pub required: bool,
    /// What it says, in one line.
    pub summary: &'static str,
}

/// A table that a file may have.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// What it describes: `event`.
    pub name: &'static str,
    /// Its keys.
    pub keys: &'static [Key],
}

impl Table {
    /// The row of a key.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

const fn must(name: &'static str, takes: Type, summary: &'static str) -> Key {
    Key { name, takes, required: true, summary }
}

const fn may(name: &'static str, takes: Type, summary: &'static str) -> Key {
    Key { name, takes, required: false, summary }
}

/// The names of the 16 colours of a terminal, in the order of their numbers.
pub const COLORS: &[&str] = &[
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "white",
    "bright black",
    "bright red",
    "bright green",
    "bright yellow",
    "bright blue",
    "bright magenta",
    "bright cyan",
    "bright white",
];

/// The names of the themes of the screen.
pub const THEMES: &[&str] = &["terminal", "dark", "light", "high-contrast", "none"];

/// A reader's own settings: another file, with keys of its own.
pub const CONFIG: Table = Table {
    name: "configuration",
    keys: &[
        may("theme", Type::Choice(THEMES), "the colours to begin with"),
        may("language", Type::Choice(LANGUAGES), "the language of texts and screen"),
        may("mouse", Type::Bool, "whether the mouse is listened to"),
        may("ambiguous", Type::Choice(WIDTHS), "how the terminal shows signs of ambiguous width, such as … and ●"),
        may("keys", Type::Each(&KEYS_OF_ACTION), "for each action the keys that it has instead of its own"),
    ],
};

/// The widths that Unicode lets a terminal choose between.
const WIDTHS: &[&str] = &["narrow", WIDE];

/// Two columns: what has one elsewhere then has as many as a Chinese character.
pub const WIDE: &str = "wide";

/// The codes of the languages that annals speaks.
const LANGUAGES: &[&str] = &[Language::Zh.code(), Language::En.code(), Language::Ja.code()];

/// The keys of one action.
const KEYS_OF_ACTION: Key = may("ACTION", Type::Words, "characters, or names such as enter, down, ctrl-l");

/// A whole file.
pub const FILE: Table = Table {
    name: "file",
    keys: &[
        must("format", Type::Format, "the version of this format: 1"),
        may("chronology", Type::Table(&CHRONOLOGY), "what the chronology as a whole is about"),
        may("category", Type::Tables(&CATEGORY), "the kinds of event"),
        may("place", Type::Tables(&PLACE), "named points on earth"),
        may("actor", Type::Tables(&ACTOR), "the persons and organisations that take part"),
        may("source", Type::Tables(&SOURCE), "what statements rest on"),
        may("event", Type::Tables(&EVENT), "what happened"),
        may("tour", Type::Tables(&TOUR), "curated paths through some of the events"),
    ],
};

/// `[chronology]`
pub const CHRONOLOGY: Table = Table {
    name: "chronology",
    keys: &[
        must("title", Type::Text, "the chronology's title"),
        may("summary", Type::Prose, "what it is about"),
        may("languages", Type::Languages, "the languages that it is curated in, the first as fallback"),
    ],
};

/// `[[category]]`
pub const CATEGORY: Table = Table {
    name: "category",
    keys: &[
        must("id", Type::Id, "the id to refer to it by"),
        must("name", Type::Text, "its name"),
        may("symbol", Type::Word(&form::SYMBOL), "one character that stands for it in lists"),
        may("ascii", Type::Word(&form::ASCII), "the same where only ASCII can be shown"),
        may("color", Type::Choice(COLORS), "one of the 16 terminal colours"),
    ],
};

/// `[[place]]`
pub const PLACE: Table = Table {
    name: "place",
    keys: &[
        must("id", Type::Id, "the id to refer to it by"),
        must("name", Type::Text, "its name"),
        may("country", Type::Country, "the country's code (ISO 3166-1 alpha-2)"),
        may("latitude", Type::Degrees(90.0), "degrees, north positive"),
        may("longitude", Type::Degrees(180.0), "degrees, east positive"),
    ],
};

/// `[[actor]]`
pub const ACTOR: Table = Table {
    name: "actor",
    keys: &[
        must("id", Type::Id, "the id to refer to it by"),
        must("name", Type::Text, "its name"),
        may("kind", Type::Choice(&["person", "organisation"]), "one human being, or many (the default)"),
        may("aliases", Type::Words, "other names under which it is found"),
        may("role", Type::Text, "the office that a person holds"),
        may("of", Type::Reference("actor"), "the organisation that it belongs to"),
        may("place", Type::Reference("place"), "where it is at home"),
    ],
};

/// `[[source]]`
pub const SOURCE: Table = Table {
    name: "source",
    keys: &[
        must("id", Type::Id, "the id to refer to it by"),
        must("title", Type::Text, "its title"),
        may("publisher", Type::Text, "who published it"),
        may("published", Type::Date, "when it was published"),
        may("url", Type::Word(&form::URL), "where it can be read"),
        may("language", Type::Word(&form::LANGUAGE), "the language that it is written in (ISO 639)"),
        may("note", Type::Prose, "what else a reader should know of it"),
    ],
};

/// `[[event]]`
pub const EVENT: Table = Table {
    name: "event",
    keys: &[
        must("id", Type::Id, "the id to refer to it by"),
        may("date", Type::Date, "when it happened; left out where no date is known"),
        may(
            "basis",
            Type::Choice(&["stated", "inferred"]),
            "what the date rests on: a source (the default), or a conclusion",
        ),
        may("category", Type::Reference("category"), "what kind of event it is"),
        must("title", Type::Text, "its title"),
        may("summary", Type::Prose, "what happened, in a few sentences"),
        may("from", Type::References("actor"), "givers, senders"),
        may("to", Type::References("actor"), "receivers"),
        may("actors", Type::References("actor"), "who else took part"),
        may("place", Type::Reference("place"), "where it happened"),
        may("online", Type::Bool, "whether it took place over the net"),
        may("goods", Type::Tables(&GOODS), "what changed hands"),
        may("after", Type::References("event"), "it begins when these have ended, or later"),
        may("before", Type::References("event"), "it has ended when these begin"),
        may("part_of", Type::Reference("event"), "it lies within that event"),
        may("reply_to", Type::References("event"), "it answers these, and begins no earlier than they do"),
        may("claims", Type::Tables(&CLAIM), "where sources disagree about the date, each side"),
        may("sources", Type::TablesOrIds(&CITATION), "what it rests on"),
        may("tags", Type::Words, "free words to find it by"),
    ],
};

/// A row of an event's `goods`.
pub const GOODS: Table = Table {
    name: "goods",
    keys: &[must("what", Type::Text, "what changed hands"), may("count", Type::Count, "how many, where that is known")],
};

/// A row of an event's `claims`.
pub const CLAIM: Table = Table {
    name: "claim",
    keys: &[
        must("date", Type::Date, "the date that these sources give"),
        must("sources", Type::References("source"), "who gives it"),
        may("note", Type::Prose, "what else to say of it"),
    ],
};

/// A row of an event's `sources`.
pub const CITATION: Table = Table {
    name: "citation",
    keys: &[
        must("id", Type::Reference("source"), "the source"),
        may("note", Type::Prose, "what it says on the matter"),
        may("announces", Type::Bool, "whether it told of the event beforehand"),
    ],
};

/// `[[tour]]`
pub const TOUR: Table = Table {
    name: "tour",
    keys: &[
        must("id", Type::Id, "the id to refer to it by"),
        must("title", Type::Text, "its title"),
        may("steps", Type::Tables(&STEP), "where it stops, in order"),
    ],
};

/// A row of a tour's `steps`.
pub const STEP: Table = Table {
    name: "step",
    keys: &[
        must("event", Type::Reference("event"), "the event to stop at"),
        may("note", Type::Prose, "what to say there"),
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_names_its_keys_once() {
        let mut tables = vec![&FILE];
        while let Some(table) = tables.pop() {
            for (index, key) in table.keys.iter().enumerate() {
                assert!(!key.summary.is_empty() && !key.summary.ends_with('.'), "{}.{}", table.name, key.name);
                assert!(table.keys[..index].iter().all(|other| other.name != key.name), "{}.{}", table.name, key.name);
                if let Type::Table(inner) | Type::Tables(inner) | Type::TablesOrIds(inner) = key.takes {
                    tables.push(inner);
                }
            }
        }
    }
}
