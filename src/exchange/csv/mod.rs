//! The archivist's table: a chronology as CSV (RFC 4180) and back, without loss.
//!
//! A row is one record; the column `record` says of which kind. A text that differs by
//! language has a column for each (`title_zh`); one that reads the same in all has one
//! (`title`) where that is so of every text of the chronology. Names stand in the
//! columns of titles. Lists are separated by `; `; what has parts of its own is JSON.
//! `date_text`, `earliest` and `latest` are computed, and not read back.

pub(super) mod cell;
mod write;

pub use write::{Rows, write};

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    /// One cell.
    One(&'static str),
    /// A text: one cell for each language.
    Text(&'static str),
}

use Column::{One, Text};

/// What a row is about, where not all of them are events.
const RECORD: &str = "record";

/// The columns of events, in order.
const EVENT_COLUMNS: &[Column] = &[
    One("id"),
    One("date"),
    One("date_text"),
    One("earliest"),
    One("latest"),
    One("after"),
    One("before"),
    One("part_of"),
    One("reply_to"),
    One("basis"),
    One("category"),
    Text("title"),
    Text("summary"),
    One("from"),
    One("to"),
    One("actors"),
    One("place"),
    One("online"),
    One("goods"),
    One("claims"),
    One("sources"),
    One("tags"),
];

/// The columns that only other records have.
const OTHER_COLUMNS: &[Column] = &[
    One("languages"),
    One("symbol"),
    One("ascii"),
    One("color"),
    One("country"),
    One("latitude"),
    One("longitude"),
    One("kind"),
    One("aliases"),
    Text("role"),
    One("of"),
    Text("publisher"),
    One("published"),
    One("url"),
    One("language"),
    Text("note"),
    One("steps"),
];
