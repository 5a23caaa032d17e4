//! The lanes of one part of the axis, drawn before any event stands out in them.
//!
//! To draw them takes a look at every event of theirs; to let some events stand out, a look
//! at these alone. So the first is done once for each part of the axis that is looked at.

use super::Outline;
use super::axis::{Axis, Cell, Focus, Mark, Strip, View, Weight, Window, length, shown_lanes};
use super::lane::Lane;
use super::reach::Reach;
use super::sieve::{Presence, Sieve};
use super::words::Words;
use crate::chronology::scale::Scale;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// A part of the axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    scale: Scale,
    /// The first column of the scale that is on the screen.
    from: usize,
    width: usize,
    /// The lanes that have been drawn, by their positions in the outline.
    grounds: BTreeMap<usize, Ground>,
}

/// A lane in which nothing stands out.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Ground {
    cells: Vec<Cell>,
    /// For each cell the columns of the widest span that goes over it.
    widest: Vec<usize>,
}

/// A possible span stands out from one of which it takes no more than this part.
const NARROW_PART: usize = 4;

impl Chart {
    /// The part of the axis in a window of so many columns, with no lane drawn yet; `None`
    /// where no day is known.
    pub fn new(outline: &Outline, window: Window, width: usize) -> Option<Self> {
        let scale = outline.scale(length(window.zoom, width))?;
        let from = window.from.min(scale.columns.saturating_sub(width));
        Some(Self { scale, from, width, grounds: BTreeMap::new() })
    }

    /// Draws the lanes that are shown where there is room for so many, unless that is done.
    pub fn prepare(&mut self, outline: &Outline, focus: &Focus, height: usize) {
        for at in shown_lanes(&outline.lanes, focus.selected, height) {
            if !self.grounds.contains_key(&at) {
                let ground = self.view().ground(outline, &outline.lanes[at], &focus.sieve);
                self.grounds.insert(at, ground);
            }
        }
    }

    /// The axis of so many lanes, with the events in it that stand out.
    pub fn axis(&self, outline: &Outline, focus: &Focus, height: usize, words: &Words) -> Axis {
        let view = self.view();
        let ticks = view.ticks(words);
        let strip = |at: usize| {
            let lane = &outline.lanes[at];
            let ground = self
                .grounds
                .get(&at)
                .map_or_else(|| Cow::Owned(view.ground(outline, lane, &focus.sieve)), Cow::Borrowed);
            Strip { lane: at, cells: view.with_focus(outline, lane, ground.into_owned(), focus) }
        };
        Axis {
            gaps: view.gaps(),
            boundaries: view.boundaries(&ticks),
            ticks,
            strips: shown_lanes(&outline.lanes, focus.selected, height).map(strip).collect(),
            more: (self.from > 0, self.scale.columns > self.from + self.width),
        }
    }

    fn view(&self) -> View<'_> {
        View { scale: &self.scale, from: self.from, width: self.width }
    }
}

/// How an event is drawn.
#[derive(Debug, Clone, Copy)]
struct Pen {
    weight: Weight,
    /// How many it counts for on a known day.
    counts: u8,
}

impl View<'_> {
    /// The columns of the screen between two of the scale.
    fn seen(&self, first: usize, last: usize) -> Range<usize> {
        let at = |column: usize| column.saturating_sub(self.from).min(self.width);
        at(first)..at(last + 1)
    }

    /// The columns from the first to the last on which an event is drawn.
    fn span(&self, reach: &Reach) -> (usize, usize) {
        let (first, last) = reach.possible;
        (self.scale.column_of(first), self.scale.column_of(last))
    }

    /// A lane in which nothing stands out.
    fn ground(&self, outline: &Outline, lane: &Lane, sieve: &Sieve) -> Ground {
        let pen = |event| match sieve.presence(event) {
            Presence::Plain => Some(Pen { weight: Weight::Other, counts: 1 }),
            Presence::Dimmed => Some(Pen { weight: Weight::Faint, counts: 1 }),
            Presence::Hidden => None,
        };
        let days = self.scale.days_in(&(self.from..self.from + self.width));
        let spans = lane.events.iter().filter_map(|&event| {
            let (pen, reach) = (pen(event)?, outline.reach(event)?);
            let is_near = reach.possible.0 <= *days.end() && *days.start() <= reach.possible.1;
            is_near.then(|| (reach, self.span(reach), pen))
        });
        let spans: Vec<(&Reach, (usize, usize), Pen)> = spans.collect();
        let mut widest = vec![0; self.width];
        for &(_, (first, last), _) in &spans {
            widest[self.seen(first, last)].iter_mut().for_each(|widest| *widest = (*widest).max(last - first + 1));
        }
        let mut ground = Ground { cells: vec![Cell::default(); self.width], widest };
        spans.iter().for_each(|&(reach, span, pen)| self.draw(reach, span, pen, &mut ground));
        ground
    }

    /// The cells of a lane, with the events in it that stand out.
    fn with_focus(&self, outline: &Outline, lane: &Lane, mut ground: Ground, focus: &Focus) -> Vec<Cell> {
        let bounding = focus.bounding.iter().map(|&event| (event, Weight::Bounding));
        let selected = focus.selected.iter().map(|&event| (event, Weight::Selected));
        for (event, weight) in bounding.chain(selected).filter(|(event, _)| lane.holds(*event)) {
            // What is plain in the ground is counted there.
            let counts = u8::from(focus.sieve.presence(event) != Presence::Plain);
            if let Some(reach) = outline.reach(event) {
                self.draw(reach, self.span(reach), Pen { weight, counts }, &mut ground);
            }
        }
        ground.cells
    }

    /// Draws an event into the cells of its lane, from its first column to its last.
    fn draw(&self, reach: &Reach, (first, last): (usize, usize), pen: Pen, ground: &mut Ground) {
        let Ground { cells, widest } = ground;
        let width = last - first + 1;
        let around = widest[self.seen(first, last)].iter().copied().max();
        let narrow = around.is_some_and(|widest| width * NARROW_PART <= widest);
        let possible = if narrow { Mark::Narrow } else { Mark::Possible };
        let mut put = |column: usize, mark: Mark| {
            if let Some(at) = self.on_screen(column) {
                cells[at].lay(Cell { mark, weight: pen.weight, category: reach.category });
            }
        };
        for column in first.max(self.from)..=last.min(self.from + self.width) {
            put(column, possible);
        }
        if reach.is_open_before {
            put(first, Mark::OpenLeft);
        }
        if reach.is_open_behind {
            put(last, Mark::OpenRight);
        }
        match reach.certain {
            Some((from, to)) if from == to => put(self.scale.column_of(from), Mark::Day(pen.counts)),
            Some((from, to)) => {
                let (from, to) = (self.scale.column_of(from), self.scale.column_of(to));
                (from.max(self.from)..=to.min(self.from + self.width)).for_each(|column| put(column, Mark::Lasting));
            }
            None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chronology::{Chronology, EventNo};
    use crate::file::{Document, read};
    use crate::view::lane::LaneKind;

    #[test]
    fn a_prepared_chart_shows_what_one_made_anew_does() {
        let text = include_str!("../../events.toml").to_owned();
        let (chronology, _) = Chronology::new(read(&[Document { name: "events.toml".into(), text: text.into() }]).0);
        let words = Words::of(crate::date::Language::En);
        for kind in LaneKind::ALL {
            let outline = Outline::new(&chronology, kind);
            let mut chart = Chart::new(&outline, Window { zoom: 1, from: 20 }, 70).expect("days are known");
            for selected in chronology.numbers() {
                let focus = Focus { selected: Some(selected), bounding: vec![EventNo::at(3)], ..Focus::default() };
                let anew = Chart { grounds: BTreeMap::new(), ..chart.clone() }.axis(&outline, &focus, 5, words);
                chart.prepare(&outline, &focus, 5);
                assert_eq!(chart.axis(&outline, &focus, 5, words), anew);
            }
        }
    }
}
