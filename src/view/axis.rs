//! The axis: ticks, and a lane of cells for each category.

use super::width::columns;
use super::words::Words;
use crate::chronology::scale::{Scale, Unit, possible};
use crate::chronology::{CategoryNo, Chronology, Event, EventNo};
use crate::date::{Bound, Bounds, Day};

/// What one column of a lane says of the events that stand there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Mark {
    /// Nothing can have happened.
    #[default]
    Empty,
    /// Something possibly went on.
    Possible,
    /// Something possibly went on, since no known day.
    OpenLeft,
    /// Something possibly went on, until no known day.
    OpenRight,
    /// Something that lasted certainly went on.
    Lasting,
    /// On a known day this many things certainly happened.
    Day(u8),
}

/// One column of a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cell {
    /// What is there.
    pub mark: Mark,
    /// Whether the mark is the selected event's.
    pub selected: bool,
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
    /// Columns at which a unit begins.
    pub boundaries: Vec<usize>,
    /// The lanes that are shown.
    pub lanes: Vec<Lane>,
    /// Whether there is more to the left, and to the right.
    pub more: (bool, bool),
}

/// The events of one category, drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// The category; `None` for the events without one.
    pub category: Option<CategoryNo>,
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

/// The scale of the whole axis, at a zoom, over so many columns of screen.
pub fn scale(chronology: &Chronology, zoom: u8, width: usize) -> Option<Scale> {
    Scale::new(chronology.events.iter().map(|event| &event.bounds), width << zoom.min(Window::FARTHEST))
}

/// The lanes that there are: the categories in use, and one for events without any.
pub fn lanes(chronology: &Chronology) -> Vec<Option<CategoryNo>> {
    let mut used = vec![false; chronology.categories.len()];
    let mut without = false;
    for event in &chronology.events {
        match event.category {
            Some(category) => used[category.index()] = true,
            None => without = true,
        }
    }
    let named = used.iter().enumerate().filter(|(_, used)| **used).map(|(at, _)| Some(CategoryNo::at(at)));
    named.chain(without.then_some(None)).collect()
}

/// The columns from the first to the last on which an event is drawn.
pub fn extent(scale: &Scale, bounds: &Bounds) -> Option<(usize, usize)> {
    possible(bounds).map(|(first, last)| (scale.column(first), scale.column(last)))
}

/// The axis as seen through a window of `width` columns and `height` lanes.
pub fn axis(
    chronology: &Chronology,
    selected: Option<EventNo>,
    window: Window,
    width: usize,
    height: usize,
    words: &Words,
) -> Axis {
    let Some(scale) = scale(chronology, window.zoom, width) else { return Axis::default() };
    let from = window.from.min(scale.columns.saturating_sub(width));
    let view = View { scale: &scale, from, width };
    let shown = shown_lanes(&lanes(chronology), selected.and_then(|event| chronology[event].category), height);
    let mut axis = Axis {
        ticks: view.ticks(words),
        gaps: view.gaps(),
        boundaries: scale.segments.iter().filter_map(|segment| view.on_screen(segment.column)).collect(),
        lanes: shown.iter().map(|&category| Lane { category, cells: vec![Cell::default(); width] }).collect(),
        more: (from > 0, scale.columns > from + width),
    };
    for number in chronology.numbers() {
        let event = &chronology[number];
        if let Some(lane) = axis.lanes.iter_mut().find(|lane| lane.category == event.category) {
            view.draw(event, selected == Some(number), &mut lane.cells);
        }
    }
    axis
}

/// As many lanes as fit, the selected event's among them.
fn shown_lanes(all: &[Option<CategoryNo>], selected: Option<CategoryNo>, height: usize) -> Vec<Option<CategoryNo>> {
    let at = all.iter().position(|lane| *lane == selected).unwrap_or(0);
    let first = (at + 1).saturating_sub(height);
    all.iter().skip(first).take(height).copied().collect()
}

/// The columns of a scale that are on the screen.
struct View<'a> {
    scale: &'a Scale,
    from: usize,
    width: usize,
}

impl View<'_> {
    fn on_screen(&self, column: usize) -> Option<usize> {
        column.checked_sub(self.from).filter(|column| *column < self.width)
    }

    fn gaps(&self) -> Vec<usize> {
        let before = self.scale.segments.iter().filter(|segment| segment.after_gap);
        before.filter_map(|segment| self.on_screen(segment.column - 2)).collect()
    }

    /// The years, months or days that stand over the lanes: first those that begin a
    /// unit, then those within for which there is room.
    fn ticks(&self, words: &Words) -> Vec<Tick> {
        let mut ticks: Vec<Tick> = Vec::new();
        for segment in &self.scale.segments {
            let room = segment.column + segment.width;
            self.place(segment.column, room, unit_label(self.scale.unit, segment.first, words), true, &mut ticks);
            let inner = segment.inner(self.scale.unit);
            let step = segment.width / (inner.len() + 1);
            for (column, day) in inner {
                let text = part_label(self.scale.unit, day, step, words);
                self.place(column, room, text, false, &mut ticks);
            }
        }
        ticks
    }

    /// Puts a text where it begins on the screen, ends before `room` does and leaves a
    /// column free behind the text before it.
    fn place(&self, column: usize, room: usize, text: String, major: bool, ticks: &mut Vec<Tick>) {
        let Some(at) = self.on_screen(column) else { return };
        let free = ticks.last().map_or(0, |tick| tick.column + columns(&tick.text) + 1);
        let end = at + columns(&text);
        if at >= free && end <= self.width && column + columns(&text) <= room && !text.is_empty() {
            ticks.push(Tick { column: at, text, major });
        }
    }

    /// Draws an event into the cells of its lane.
    fn draw(&self, event: &Event, selected: bool, cells: &mut [Cell]) {
        let bounds = &event.bounds;
        let Some((first, last)) = extent(self.scale, bounds) else { return };
        let mut put = |column: usize, mark: Mark| {
            if let Some(at) = self.on_screen(column) {
                merge(&mut cells[at], mark, selected);
            }
        };
        for column in first.max(self.from)..=last.min(self.from + self.width) {
            put(column, Mark::Possible);
        }
        if bounds[Bound::EarliestStart].is_none() {
            put(first, Mark::OpenLeft);
        }
        if bounds[Bound::LatestEnd].is_none() {
            put(last, Mark::OpenRight);
        }
        match event.certain() {
            Some((from, to)) if from == to => put(self.scale.column(from), Mark::Day(1)),
            Some((from, to)) => {
                let (from, to) = (self.scale.column(from), self.scale.column(to));
                (from.max(self.from)..=to.min(self.from + self.width)).for_each(|column| put(column, Mark::Lasting));
            }
            None => {}
        }
    }
}

/// Lays a mark over what a cell shows: the selected event's over all, the certain over
/// the possible; days are counted.
fn merge(cell: &mut Cell, mark: Mark, selected: bool) {
    let mark = match (cell.mark, mark) {
        (Mark::Day(count), Mark::Day(more)) => Mark::Day(count.saturating_add(more)),
        (_, new) if selected => new,
        (old, _) if cell.selected => old,
        (old, new) => old.max(new),
    };
    *cell = Cell { mark, selected: selected || cell.selected };
}

fn unit_label(unit: Unit, first: Day, words: &Words) -> String {
    match unit {
        Unit::Month => words.month_and_year(first),
        Unit::Years(_) => words.year(first.year()),
    }
}

fn part_label(unit: Unit, day: Day, step: usize, words: &Words) -> String {
    match unit {
        Unit::Month => day.day().to_string(),
        Unit::Years(1) => words.month(day.month(), step),
        Unit::Years(_) => words.year(day.year()),
    }
}
