//! The axis: ticks, and a lane of cells for each category.

use super::sieve::Sieve;
use super::width::columns;
use super::words::Words;
use crate::chronology::scale::{Scale, Segment, Unit, possible};
use crate::chronology::{CategoryNo, EventNo};
use crate::date::{Bounds, Day};

/// What one column of a lane says of the events that stand there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Mark {
    /// Nothing can have happened.
    #[default]
    Empty,
    /// Something possibly went on.
    Possible,
    /// Something possibly went on that is known far more closely than others around it.
    Narrow,
    /// Something possibly went on, since no known day.
    OpenLeft,
    /// Something possibly went on, until no known day.
    OpenRight,
    /// Something that lasted certainly went on.
    Lasting,
    /// On a known day this many things certainly happened.
    Day(u8),
}

/// Whose mark a cell shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Weight {
    /// That of an event which the query does not leave.
    Faint,
    /// Any event's.
    #[default]
    Other,
    /// An event's on which the selected one's bounds rest.
    Bounding,
    /// The selected event's.
    Selected,
}

/// One column of a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cell {
    /// What is there.
    pub mark: Mark,
    /// Whose it is.
    pub weight: Weight,
    /// That event's category.
    pub category: Option<CategoryNo>,
}

impl Cell {
    /// Lays a mark over what the cell shows: known days over all else, then the weightier
    /// event's over the others', then the certain over the possible; days are counted. What a
    /// query leaves lies over all that it does not.
    pub(super) fn lay(&mut self, new: Self) {
        let is_faint = |cell: &Self| cell.weight == Weight::Faint;
        let rank = |cell: &Self| (!is_faint(cell), matches!(cell.mark, Mark::Day(_)), cell.weight, cell.mark);
        *self = match (self.mark, new.mark) {
            (Mark::Empty, _) => new,
            (Mark::Day(count), Mark::Day(more)) if is_faint(self) == is_faint(&new) => {
                let weightier = if new.weight > self.weight { new } else { *self };
                Self { mark: Mark::Day(count.saturating_add(more)), ..weightier }
            }
            _ if rank(&new) > rank(self) => new,
            _ => *self,
        };
    }
}

/// The events that stand out on the axis, and those that do not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Focus<'a> {
    /// The selected event.
    pub selected: Option<EventNo>,
    /// The events on which its bounds rest, in order.
    pub bounding: Vec<EventNo>,
    /// Which events are shown, and how.
    pub sieve: Sieve<'a>,
}

/// A text in the row of ticks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// The column that it begins in.
    pub column: usize,
    /// The year, the month, the day.
    pub text: String,
    /// Whether it begins one of the axis's units, rather than a part of one.
    pub major: bool,
}

/// The part of the axis that is on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Axis {
    /// Texts over the lanes, from left to right, none running into the next.
    pub ticks: Vec<Tick>,
    /// Columns of gaps.
    pub gaps: Vec<usize>,
    /// Columns at which a unit begins that is named over the lanes, no gap before it.
    pub boundaries: Vec<usize>,
    /// The lanes that are shown.
    pub strips: Vec<Strip>,
    /// Whether there is more to the left, and to the right.
    pub more: (bool, bool),
}

/// A lane, drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strip {
    /// Its position among the lanes of the outline.
    pub lane: usize,
    /// One cell for each column.
    pub cells: Vec<Cell>,
}

/// What part of the axis to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Window {
    /// How many times the whole axis is doubled in length.
    pub zoom: u8,
    /// The first column that is shown.
    pub from: usize,
}

impl Window {
    /// The farthest zoom: some thousand times.
    pub const FARTHEST: u8 = 10;
}

/// The columns of the whole axis at a zoom, where so many are on the screen.
pub fn length(zoom: u8, width: usize) -> usize {
    width << zoom.min(Window::FARTHEST)
}

/// The columns from the first to the last on which an event is drawn.
pub fn extent(scale: &Scale, bounds: &Bounds) -> Option<(usize, usize)> {
    possible(bounds).map(|(first, last)| (scale.column(first), scale.column(last)))
}

/// The columns of a scale that are on the screen.
pub(super) struct View<'a> {
    pub scale: &'a Scale,
    pub from: usize,
    pub width: usize,
    /// The first day in each of them and in the one behind them.
    pub first_days: &'a [i64],
}

impl View<'_> {
    pub fn on_screen(&self, column: usize) -> Option<usize> {
        column.checked_sub(self.from).filter(|column| *column < self.width)
    }

    /// The column of the scale in which a day stands, where so many columns of the screen begin no
    /// later: those on the screen are known by their days.
    pub fn column_behind(&self, begun: usize, day: i64) -> usize {
        if begun == 0 || begun > self.width { self.scale.column_of(day) } else { self.from + begun - 1 }
    }

    pub fn gaps(&self) -> Vec<usize> {
        let before = self.scale.segments.iter().filter(|segment| segment.after_gap);
        before.filter_map(|segment| self.on_screen(segment.column - 2)).collect()
    }

    pub fn boundaries(&self, ticks: &[Tick]) -> Vec<usize> {
        let after_another = self.scale.segments.iter().skip(1).filter(|segment| !segment.after_gap);
        let begun = after_another.filter_map(|segment| self.on_screen(segment.column));
        begun.filter(|&column| ticks.iter().any(|tick| tick.major && tick.column == column)).collect()
    }

    /// The years, months or days that stand over the lanes: those that begin a unit, and
    /// within the units that could be named those for which there is room.
    pub fn ticks(&self, words: &Words) -> Vec<Tick> {
        let mut ticks: Vec<Tick> = Vec::new();
        let mut told = None;
        for segment in self.scale.segments.iter().filter(|segment| segment.column + segment.width > self.from) {
            let end = segment.column + segment.width;
            // A blank stands between a name and whatever comes behind its unit.
            let room = if end < self.scale.columns { end - 1 } else { end };
            let column = segment.column.max(self.from);
            let year = Some(segment.first.year());
            let names = match self.cut(segment) {
                Some(day) => cut_names(self.scale.unit, day, words),
                None => unit_names(self.scale.unit, segment.first, told == year, words),
            };
            let Some(used) = names.into_iter().position(|name| self.place(column, room, name, true, &mut ticks)) else {
                continue;
            };
            if used == 0 {
                told = year;
            }
            let inner = segment.inner(self.scale.unit);
            let step = segment.width / (inner.len() + 1);
            for (column, day) in inner {
                self.place(column, room, part_name(self.scale.unit, day, step, words), false, &mut ticks);
            }
        }
        ticks
    }

    /// Where the edge of the screen cuts a unit: the day at which the part begins in which
    /// the edge lies, to be named there.
    fn cut(&self, segment: &Segment) -> Option<Day> {
        let inner = segment.inner(self.scale.unit).into_iter();
        let part = inner.take_while(|&(column, _)| column <= self.from).last();
        (segment.column < self.from).then_some(part.map_or(segment.first, |(_, day)| day))
    }

    /// Puts a text where it begins on the screen, ends before `room` does and leaves a
    /// column free behind the text before it; says whether it could.
    fn place(&self, column: usize, room: usize, text: String, major: bool, ticks: &mut Vec<Tick>) -> bool {
        let Some(at) = self.on_screen(column) else { return false };
        let free = ticks.last().map_or(0, |tick| tick.column + columns(&tick.text) + 1);
        let end = at + columns(&text);
        let fits = at >= free && end <= self.width && column + columns(&text) <= room && !text.is_empty();
        if fits {
            ticks.push(Tick { column: at, text, major });
        }
        fits
    }
}

/// What a unit may be called, from the longest form to the shortest; a month without its
/// year where that was told before.
fn unit_names(unit: Unit, first: Day, told: bool, words: &Words) -> Vec<String> {
    match unit {
        Unit::Month => words.month_forms(first).into_iter().skip(usize::from(told)).collect(),
        Unit::Years(_) => words.year_forms(first.year()).into(),
    }
}

/// What stands at the edge of the screen for a unit that begins beyond it.
fn cut_names(unit: Unit, day: Day, words: &Words) -> Vec<String> {
    match unit {
        Unit::Years(1) => words.month_forms(day).into_iter().take(1).chain(words.year_forms(day.year())).collect(),
        _ => unit_names(unit, day, false, words),
    }
}

/// What the part of a unit is called that begins on a day; nothing where parts of so many
/// columns have no room for names.
fn part_name(unit: Unit, day: Day, step: usize, words: &Words) -> String {
    let fitting = |text: &String| columns(text) < step;
    match unit {
        Unit::Month if step < 3 => String::new(),
        Unit::Month => day.day().to_string(),
        Unit::Years(1) if day.day() > 1 => day.day().to_string(),
        Unit::Years(1) => words.month(day.month(), step),
        Unit::Years(_) => words.year_forms(day.year()).into_iter().find(fitting).unwrap_or_default(),
    }
}
