//! A lens with a list of its own: what is listed, and the lines about the selected one.
//!
//! Knows nothing of what is listed; actors and sources are made into it.

use super::beginning::Beginning;
use super::edition::Edition;
use super::layout::{Area, Pane, panes};
use super::line::{Line, Marks, Role};
use super::list::{Row, heading, is_heading_shared, when, when_width};
use super::width::{columns, columns_of_letters, pad, widest};
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
    /// All about the selected one, broken into lines, as far as they are looked at.
    pub page: Vec<Line>,
    /// How many lines of it follow those.
    pub more: usize,
    /// The columns of each of the figures that stand beside the names.
    pub(super) figures: Vec<usize>,
}

impl Register {
    /// The same with the letters marked that a query asks for, in the list: of a page mostly few of
    /// the lines are seen.
    pub fn marked(self, marks: Marks) -> Self {
        Self { rows: self.rows.into_iter().map(|line| line.marked(marks)).collect(), ..self }
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
    /// The lines of the page that are looked at; of more it is only asked how many they are.
    pub lines: usize,
}

impl Room {
    /// The room in an area.
    pub fn within(area: Area, focus: Pane) -> Self {
        let (list, _, page) = panes(area, focus);
        let inner = |area: Area, taken| usize::from(area.width).saturating_sub(taken);
        Self { list: inner(list, 4), page: inner(page, 2), height: usize::from(page.height), lines: usize::MAX }
    }

    /// The same where of the page only those lines are looked at that are on the screen, from this
    /// one on.
    #[must_use]
    pub const fn at_a_glance(self, scroll: usize) -> Self {
        Self { lines: scroll + self.height, ..self }
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
const MOST_MENTIONS: usize = 100;

/// Puts events into a page, under the headings of their years; each leads to its event. Of very many
/// only the first are told, with a word on the query that finds the others.
pub(super) fn mention(
    mentions: impl ExactSizeIterator<Item = Mention>,
    query: &Query,
    edition: Edition,
    width: usize,
    page: &mut Beginning,
) {
    let Edition { chronology, words, .. } = edition;
    let more = mentions.len().saturating_sub(MOST_MENTIONS);
    let mentions: Vec<Mention> = mentions.take(MOST_MENTIONS).collect();
    let date_width = date_width(&mentions, edition);
    let mut before = None;
    for mention in mentions {
        let event = mention.event;
        if before.is_none_or(|before| !is_heading_shared(&chronology[before], &chronology[event])) {
            page.extend([Line::new(heading(chronology, Row::Event(event), words), Role::Label)]);
        }
        before = Some(event);
        if page.is_full() && mention.is_sure_to_fit(date_width, edition, width) {
            page.count(1);
        } else {
            page.extend(mention.line(date_width, edition).broken(width));
        }
    }
    if more > 0 {
        page.extend(Line::new(edition.labels().more_events(more, query), Role::Quiet).wrapped(width, 0));
    }
}

/// The columns of the dates of some events: those of the widest, but no more than in the list.
fn date_width(mentions: &[Mention], edition: Edition) -> usize {
    let Edition { chronology, words, .. } = edition;
    let most = when_width(words.language);
    let mut widest = 0;
    for mention in mentions {
        widest = widest.max(columns(&when(&chronology[mention.event], words.language)));
        // Those of the others make no difference.
        if widest >= most {
            return most;
        }
    }
    widest
}

impl Mention {
    /// The event in a line, behind a date of so many columns.
    fn line(&self, date_width: usize, edition: Edition) -> Line {
        let Edition { chronology, words, glyphs } = edition;
        let date = pad(&when(&chronology[self.event], words.language), date_width, glyphs.ellipsis);
        Line::new(format!("{date} "), Role::Date)
            .with(format!("{} ", self.sign), Role::Body)
            .with(edition.title(self.event), Role::Link)
            .with(self.told(edition), Role::Quiet)
            .leading_to(self.event)
            .hanging(" ".repeat(date_width + BESIDE_DATE))
    }

    /// What stands behind the title.
    fn told(&self, edition: Edition) -> String {
        if self.remark.is_empty() { String::new() } else { edition.words.remark(&self.remark) }
    }

    /// Whether it is known without its line that it takes but one.
    fn is_sure_to_fit(&self, date_width: usize, edition: Edition, width: usize) -> bool {
        let behind = columns_of_letters(edition.title(self.event)).zip(columns_of_letters(&self.told(edition)));
        behind.is_some_and(|(title, told)| date_width + BESIDE_DATE + title + told <= width)
    }
}

/// The columns of the sign of a mention, and of the blanks on either side of it.
const BESIDE_DATE: usize = 3;
