//! The map: coasts, places, and what went from where to where, in cells.
//!
//! Knows events and the earth; knows nothing of colours or terminals.

mod coastline;
mod dots;
mod flow;
mod frame;
mod ground;
mod groups;
mod label;
mod mark;
mod point;
mod projection;
mod touched;
mod traffic;

pub use frame::{Extent, Frame};
pub use ground::Ground;
pub use mark::Mark;
pub use point::Point;
pub use touched::Touched;
pub use traffic::{Route, Traffic, Whereabouts, points};

use super::width::columns;
use super::{Glyphs, Size};
use crate::chronology::{Chronology, EventNo};
use crate::date::Language;
use dots::{Dots, walk};
use label::Room;
use projection::Projection;
use std::ops::ControlFlow;
use traffic::Own;

/// What a cell of the map shows; what matters more is greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Role {
    /// Nothing.
    #[default]
    Sea,
    /// The outline of land.
    Coast,
    /// What went from one place to another.
    Flow,
    /// The same of the selected event.
    SelectedFlow,
    /// The name of a place.
    Label,
    /// A place that events touch.
    Place,
    /// A place that the selected event touches, and its name.
    SelectedPlace,
}

/// A cell of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cell {
    /// One column wide.
    pub sign: char,
    /// What it stands for.
    pub role: Role,
}

/// A text on the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where it begins: columns from the left.
    pub column: u16,
    /// Rows from above.
    pub row: u16,
    /// The whole text; it fits.
    pub text: String,
    /// What it is.
    pub role: Role,
    /// The mark that it names, by its number; `None` for a count beside a flow.
    pub mark: Option<usize>,
}

impl Label {
    fn covers(&self, column: u16, row: u16) -> bool {
        self.row == row && column.checked_sub(self.column).is_some_and(|at| usize::from(at) < columns(&self.text))
    }
}

/// A map that is ready to be painted: cells, and texts over them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Map {
    /// Its columns and rows.
    pub size: Size,
    /// Its cells, row after row.
    pub cells: Vec<Cell>,
    /// Texts; none is cut, none covers another, a place or the head of an arrow.
    pub labels: Vec<Label>,
    /// The places in sight, each cell once.
    pub marks: Vec<Mark>,
    /// How many events touch places, but none that is in sight.
    pub out_of_sight: usize,
    /// Of how many events no place is known.
    pub nowhere: usize,
    /// Whether there are more routes than lines can be told apart, so that not all are drawn.
    pub is_crowded: bool,
}

/// What a map is to tell, and to whom.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// What is read.
    pub chronology: &'a Chronology,
    /// The places and routes of the events to be shown.
    pub traffic: &'a Traffic,
    /// The event that stands out; it is shown where it is none of those too.
    pub selected: Option<EventNo>,
    /// The language of the names.
    pub language: Language,
    /// The signs to draw with.
    pub glyphs: &'a Glyphs,
    /// Whether the terminal shows ASCII alone, names among it.
    pub is_ascii: bool,
}

impl Map {
    /// The mark that is drawn in a cell or named there; else one that a cell beside it shows.
    pub fn mark_at(&self, column: u16, row: u16) -> Option<&Mark> {
        let within = |mark: &&Mark, cells| mark.column.abs_diff(column) <= cells && mark.row.abs_diff(row) <= cells;
        let named = || self.labels.iter().find(|label| label.covers(column, row)).and_then(|label| label.mark);
        let drawn = self.marks.iter().find(|mark| within(mark, 0));
        drawn.or_else(|| self.marks.get(named()?)).or_else(|| self.marks.iter().find(|mark| within(mark, 1)))
    }
}

impl Frame {
    /// The smallest frame that holds all points on a map of this size, with a margin, and so much
    /// of a coast that it can be told where on earth they are.
    pub fn around(points: &[Point], size: Size) -> Self {
        Self::over(Extent::of(points), size)
    }

    /// The same for all that has this extent.
    pub fn over(extent: Option<Extent>, size: Size) -> Self {
        let mut frame = Self::tight(extent, size);
        for _ in 0..WIDENED {
            if shows_coast(frame, size) {
                break;
            }
            frame = frame.zoomed(-1);
        }
        frame
    }
}

/// So often names are looked for, with those that found no room joined to others.
const ROUNDS: usize = 3;

/// The names of marks. A mark whose name finds no room is told by the nearest that has one: no
/// place stands there unsaid, as far as there is room at all.
fn named(scene: &Scene, own: &Own, marks: &[Mark], room: &mut Room) -> Vec<Label> {
    let empty = room.clone();
    let mut speakers: Vec<(usize, Mark)> = marks.iter().take(mark::MOST_NAMES).cloned().enumerate().collect();
    let mut labels = Vec::new();
    for _ in 0..ROUNDS {
        *room = empty.clone();
        let name = |(at, mark): &(usize, Mark)| Some(Label { mark: Some(*at), ..room.place(mark.wanted(scene))? });
        labels = speakers.iter().filter_map(name).collect();
        let is_named = |at: usize| labels.iter().any(|label| label.mark == Some(at));
        let (mut with, without): (Vec<_>, Vec<_>) = speakers.into_iter().partition(|(at, _)| is_named(*at));
        if with.is_empty() || without.is_empty() {
            break;
        }
        for (_, silent) in without {
            let nearest = with.iter_mut().min_by_key(|(_, mark)| (mark.is_selected, mark.distance(&silent)));
            nearest.into_iter().for_each(|(_, mark)| mark.join(&silent));
        }
        with.iter_mut().for_each(|(_, mark)| mark.count(scene.traffic, own));
        speakers = with;
    }
    labels
}

/// How near to each other, in dots, the points of a coast may be: less makes blots of
/// fjords and of small islands.
const COAST_DETAIL: f64 = 1.2;

/// So often a frame is widened at most, to bring a coast into sight.
const WIDENED: usize = 6;

/// Whether the coasts in a frame are at least as long, in dots, as it is wide in columns.
fn shows_coast(frame: Frame, size: Size) -> bool {
    let projection = Projection::new(frame, size);
    let (mut length, wanted) = (0.0, f64::from(size.width));
    coastline::each(|line| {
        projection.pieces(line.corners(), line.points(), COAST_DETAIL, |_, from, to| {
            length += libm::hypot(to.0 - from.0, to.1 - from.1)
        });
        if length < wanted { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    length >= wanted
}

fn coasts(projection: &Projection, dots: &mut Dots) {
    coastline::each(|line| {
        projection.pieces(line.corners(), line.points(), COAST_DETAIL, |_, from, to| {
            walk(from, to).for_each(|dot| dots.plot(dot, Role::Coast));
        });
        ControlFlow::Continue(())
    });
}
