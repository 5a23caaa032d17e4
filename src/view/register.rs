//! A lens with a list of its own: what is listed, and the lines about the selected one.
//!
//! Knows nothing of what is listed; actors and sources are made into it.

use super::edition::Edition;
use super::layout::{Area, Pane, panes};
use super::line::{Line, Marks, Role};
use super::list::{Row, heading, when, when_width};
use super::width::{columns, pad, widest};
use crate::chronology::query::Query;
use crate::chronology::{Chronology, EventNo};
use std::ops::Range;

/// What a lens shows in an area.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Register {
    /// Over the list: what its columns are.
    pub head: Line,
    /// The list as far as it is on the screen, a line for each row.
    pub rows: Vec<Line>,
    /// Which row is the first of these.
    pub top: usize,
    /// How many rows there are.
    pub all: usize,
    /// What is said where there is no row.
    pub said: Vec<Line>,
    /// Which of the rows is selected.
    pub selected: usize,
    /// All about the selected one, broken into lines.
    pub page: Vec<Line>,
    /// The columns of each of the figures that stand beside the names.
    pub(super) figures: Vec<usize>,
}

impl Register {
    /// The same with the letters marked that a query asks for.
    pub fn marked(self, marks: Marks) -> Self {
        let marked = |lines: Vec<Line>| lines.into_iter().map(|line| line.marked(marks)).collect();
        Self { rows: marked(self.rows), page: marked(self.page), ..self }
    }
}

/// Which of so many rows are on a screen with this room: the selected one stays in the middle where
/// it can.
pub fn shown(all: usize, selected: usize, room: Room) -> Range<usize> {
    let room = room.height.saturating_sub(1);
    let first = selected.saturating_sub(room / 2).min(all.saturating_sub(room));
    first..all.min(first + room)
}

/// The room that the two parts of a lens have for text, in columns and rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Room {
    /// The columns of the list: its marker and a blank on either side are taken off.
    pub list: usize,
    /// The columns of the page: a blank on either side is taken off.
    pub page: usize,
    /// The rows of the page, and of the list with its head.
    pub height: usize,
}

impl Room {
    /// The room in an area.
    pub fn within(area: Area, focus: Pane) -> Self {
        let (list, _, page) = panes(area, focus);
        let inner = |area: Area, taken| usize::from(area.width).saturating_sub(taken);
        Self { list: inner(list, 4), page: inner(page, 2), height: usize::from(page.height) }
    }
}

/// A row of a list: a name, cut where it must be, then columns of figures, right-aligned.
///
/// `figures` gives each column's text and width.
pub fn row(name: &str, figures: &[(String, usize)], width: usize, role: Role, ellipsis: &str) -> Line {
    let taken: usize = figures.iter().map(|(_, width)| width + 1).sum();
    let line = Line::new(pad(name, width.saturating_sub(taken), ellipsis), role);
    figures.iter().fold(line, |line, (text, width)| {
        let gap = (width + 1).saturating_sub(columns(text));
        line.with(format!("{}{text}", " ".repeat(gap)), if role == Role::Label { role } else { Role::Body })
    })
}

/// How many of the columns of figures of these widths may stand beside names: all of them, or
/// so `few` where names would be cut that are no longer than `enough`.
pub fn figures_beside<'a>(
    names: impl Iterator<Item = &'a str>,
    widths: &[usize],
    room: usize,
    (few, enough): (usize, usize),
) -> usize {
    let taken: usize = widths.iter().map(|width| width + 1).sum();
    let has_room = |wanted| taken + wanted <= room;
    // Where there is room for all that could be wanted, nobody has to look at the names.
    if has_room(enough) || has_room(widest(names).min(enough)) { widths.len() } else { few }
}

/// A count for a column of figures: nothing stands for none.
pub fn figure(count: usize) -> String {
    if count == 0 { String::new() } else { count.to_string() }
}

/// Why a lens has no row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lack {
    /// There is no event in the chronology.
    #[default]
    Events,
    /// There is none in what has been read of it.
    Unread,
    /// A query leaves none.
    Found,
    /// There are events, but nothing in them of what the lens lists.
    Kind,
}

impl Lack {
    /// What the rows lack that would be made of the events that are shown.
    pub fn of(chronology: &Chronology, shown: &dyn Fn(EventNo) -> bool) -> Self {
        match chronology.numbers().any(shown) {
            true => Self::Kind,
            false if chronology.events.is_empty() => Self::Events,
            false => Self::Found,
        }
    }

    /// The same while more is being read.
    pub fn so_far(self) -> Self {
        if self == Self::Events { Self::Unread } else { self }
    }

    /// The same in words; `kind` says it of what the lens lists.
    pub fn said(self, edition: Edition, kind: &str) -> Line {
        let text = match self {
            Self::Events => edition.words.empty,
            Self::Unread => edition.labels().no_event_yet(),
            Self::Found => edition.labels().found_none,
            Self::Kind => kind,
        };
        Line::new(text, Role::Quiet)
    }
}

/// An event in the page of a lens, with a sign and a remark of the lens's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The event.
    pub event: EventNo,
    /// What it is to the selected one, as a sign of one column.
    pub sign: &'static str,
    /// The same in words; empty where the sign says it all.
    pub remark: String,
}

/// So many events are told in a page: nobody reads more of them there, and the list shows all.
const MOST_MENTIONS: usize = 200;

/// Events in a page, under the headings of their years; each leads to its event. Of very many
/// only the first are told, with a word on the query that finds the others.
pub fn mentions(
    mentions: impl ExactSizeIterator<Item = Mention>,
    query: &Query,
    edition: Edition,
    width: usize,
) -> Vec<Line> {
    let Edition { chronology, words, glyphs } = edition;
    let mut lines = Vec::new();
    let mut year = String::new();
    let more = mentions.len().saturating_sub(MOST_MENTIONS);
    let mentions: Vec<Mention> = mentions.take(MOST_MENTIONS).collect();
    let dates = mentions.iter().map(|mention| columns(&when(&chronology[mention.event], words.language)));
    let date_width = dates.max().unwrap_or_default().min(when_width(words.language));
    for Mention { event, sign, remark } in mentions {
        let here = heading(chronology, Row::Event(event), words);
        if here != year {
            lines.push(Line::new(&here, Role::Label));
            year = here;
        }
        let date = pad(&when(&chronology[event], words.language), date_width, glyphs.ellipsis);
        let line = Line::new(format!("{date} "), Role::Date)
            .with(format!("{sign} "), Role::Body)
            .with(edition.title(event), Role::Link)
            .with(if remark.is_empty() { String::new() } else { words.remark(&remark) }, Role::Quiet)
            .leading_to(event)
            .hanging(" ".repeat(date_width + 3));
        lines.extend(line.wrapped(width, 0));
    }
    if more > 0 {
        lines.extend(Line::new(edition.labels().more_events(more, query), Role::Quiet).wrapped(width, 0));
    }
    lines
}
