//! From the earth to the dots of a map.
//!
//! Knows where a point falls in a frame; knows nothing of what is drawn there.

use super::frame::Frame;
use super::point::Point;
use crate::view::Size;

/// Dots of a cell, across and down, as Braille has them. A dot is as high as it is wide.
pub(super) const CELL_DOTS: (i32, i32) = (2, 4);

/// A position in dots from the upper left corner of the map, on it or not.
pub(super) type Dot = (f64, f64);

/// How points of the earth become dots: equirectangular, with degrees of longitude as
/// short everywhere as they are in the middle.
///
/// Rows are few on a terminal. This projection spends none of them on blowing up the far
/// north, keeps meridians upright and parallels level, and makes a pan a plain shift.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Projection {
    centre: Point,
    /// Dots of a degree of longitude, and of latitude.
    scale: (f64, f64),
    /// Dots of the map, across and down.
    size: (f64, f64),
    /// Where the earth begins and ends, across.
    edges: (f64, f64),
}

impl Projection {
    pub(super) fn new(frame: Frame, size: Size) -> Self {
        let dots = |cells: u16, each: i32| f64::from(cells) * f64::from(each);
        let size = (dots(size.width, CELL_DOTS.0), dots(size.height, CELL_DOTS.1));
        let scale = (f64::from(CELL_DOTS.0) / frame.column_degrees(), f64::from(CELL_DOTS.1) / frame.row_degrees());
        let (middle, half) = (size.0 / 2.0, 180.0 * scale.0);
        let edges = ((middle - half).max(0.0), (middle + half).min(size.0));
        Self { centre: frame.centre(), scale, size, edges }
    }

    /// The column and row of the cell in which a point falls, if that is on the map.
    pub(super) fn cell(&self, point: Point) -> Option<(usize, usize)> {
        let (x, y) = self.dot(point.near(self.centre.longitude), 0.0);
        let within = (0.0..self.size.0).contains(&x) && (0.0..self.size.1).contains(&y);
        within.then(|| (x as usize / CELL_DOTS.0 as usize, y as usize / CELL_DOTS.1 as usize))
    }

    /// The number of that cell, counted down each column.
    pub(super) fn number(&self, point: Point) -> Option<usize> {
        self.cell(point).map(|cell| self.number_of(cell))
    }

    /// The number of a cell.
    pub(super) fn number_of(&self, (column, row): (usize, usize)) -> usize {
        column * self.height() + row
    }

    /// The column and row of the cell of a number.
    pub(super) fn place(&self, number: usize) -> (usize, usize) {
        (number / self.height(), number % self.height())
    }

    fn height(&self) -> usize {
        self.size.1 as usize / CELL_DOTS.1 as usize
    }

    /// What is to be seen of a line that reaches from one corner in the south west to the other in the
    /// north east: straight pieces, from its beginning to its end. A line that leaves the map on one
    /// side and comes back on the other is gone through twice; `draw` is told which time it is. Points
    /// nearer to each other than `detail` dots are left out, and lines that are no longer than that.
    pub(super) fn pieces(
        &self,
        (least, most): (Point, Point),
        line: impl Iterator<Item = Point> + Clone,
        detail: f64,
        mut draw: impl FnMut(i32, Dot, Dot),
    ) {
        let (west, east) = (least.longitude, most.longitude);
        let extent = ((east - west) * self.scale.0).max((most.latitude - least.latitude) * self.scale.1);
        let reach = (self.size.0 / 2.0 / self.scale.0).min(180.0);
        let is_off = self.dot(least, 0.0).1 < 0.0 || self.dot(most, 0.0).1 > self.size.1;
        if extent < detail || is_off {
            return;
        }
        let first = ((self.centre.longitude - reach - east) / 360.0).ceil() as i32;
        let last = ((self.centre.longitude + reach - west) / 360.0).floor() as i32;
        for turn in first..=last {
            self.pieces_of_turn(line.clone(), turn, detail, &mut draw);
        }
    }

    fn pieces_of_turn(
        &self,
        line: impl Iterator<Item = Point>,
        turn: i32,
        detail: f64,
        draw: &mut impl FnMut(i32, Dot, Dot),
    ) {
        let shift = f64::from(turn) * 360.0;
        let mut dots = line.map(|point| self.dot(point, shift));
        let Some(mut from) = dots.next() else { return };
        let mut piece = |from: Dot, to: Dot| {
            if let Some((start, end)) = self.clipped(from, to) {
                draw(turn, start, end);
            }
        };
        let mut left_out = None;
        for to in dots {
            if (to.0 - from.0).abs() < detail && (to.1 - from.1).abs() < detail {
                left_out = Some(to);
                continue;
            }
            piece(from, to);
            (from, left_out) = (to, None);
        }
        // Its end is never left out.
        left_out.into_iter().for_each(|last| piece(from, last));
    }

    fn dot(&self, point: Point, shift: f64) -> Dot {
        let x = self.size.0 / 2.0 + (point.longitude + shift - self.centre.longitude) * self.scale.0;
        let y = self.size.1 / 2.0 - (point.latitude - self.centre.latitude) * self.scale.1;
        (x, y)
    }

    /// The part of a straight piece that is on the map.
    fn clipped(&self, from: Dot, to: Dot) -> Option<(Dot, Dot)> {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let (mut enter, mut leave) = (0.0f64, 1.0f64);
        // Each side: how fast the piece runs towards it, and how far it is from the start.
        let sides =
            [(-dx, from.0 - self.edges.0), (dx, self.edges.1 - from.0), (-dy, from.1), (dy, self.size.1 - from.1)];
        for (speed, room) in sides {
            if speed > 0.0 {
                leave = leave.min(room / speed);
            } else if speed < 0.0 {
                enter = enter.max(room / speed);
            } else if room < 0.0 {
                return None;
            }
        }
        let at = |part: f64| (from.0 + part * dx, from.1 + part * dy);
        (enter <= leave).then(|| (at(enter), at(leave)))
    }
}
