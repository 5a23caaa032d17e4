//! Whole rows that have moved up or down between two pictures, as a list does when it scrolls.
//!
//! Rows are deleted on one side and inserted on the other, which every terminal since the
//! VT102 can, rather than scrolled within margins: it is shorter, and nothing is left set
//! if the connection breaks in between. All columns move; what stood beside the list is
//! then sent again with the rest, so that only the sum tells whether the move was worth it.

use super::{
    moves::{Direction, Sign, cost, likely, signs},
    picture::Row,
};
use std::ops::Range;

/// Rows that move by whole rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shift {
    /// The first row of the region, from 0.
    top: usize,
    /// The row behind the region.
    bottom: usize,
    /// By how many rows what stands in it moves, fewer than it has.
    by: usize,
    direction: Direction,
}

/// What the sequences of a shift cost, about.
const COST: i64 = 16;

impl Shift {
    /// The shift that leaves the least text to be sent, by an estimate that knows no colours.
    ///
    /// Not every way that rows could have moved is weighed, only the likely ones: what that
    /// takes grows with the picture, not with the square of its rows.
    pub fn find(shown: &[&Row], next: &[&Row]) -> Option<Self> {
        let rows = changed(shown, next)?;
        let width = next[rows.start].len();
        let [before, after] = [shown, next].map(|all| signs(&all[rows.clone()]));
        let [before, after] = [&before, &after].map(|signs| signs.chunks(width).collect::<Vec<_>>());
        let weighed = likely(&before, &after).into_iter();
        let after: Vec<_> = after.into_iter().map(written).collect();
        let kept: Vec<i64> = before.iter().zip(&after).map(|(before, after)| in_place(before, after)).collect();
        let best = weighed
            .filter_map(|(by, direction)| best_region(&before, &after, &kept, by, direction))
            .max_by_key(|found| found.0)?;
        let Self { top, bottom, .. } = best.1;
        (best.0 > COST).then_some(Self { top: top + rows.start, bottom: bottom + rows.start, ..best.1 })
    }

    /// Moves rows as a terminal does; those that come in are blank.
    pub fn apply<'a>(self, rows: &mut [&'a Row], blank: &'a Row) {
        let region = &mut rows[self.top..self.bottom];
        let new = match self.direction {
            Direction::Up => {
                region.rotate_left(self.by);
                let kept = region.len() - self.by;
                &mut region[kept..]
            }
            Direction::Down => {
                region.rotate_right(self.by);
                &mut region[..self.by]
            }
        };
        new.fill(blank);
    }

    /// The bytes that make a terminal of so many rows move them.
    pub fn bytes(self, height: usize) -> Vec<u8> {
        let at = |row: usize, act: char| {
            let count = if self.by == 1 { String::new() } else { self.by.to_string() };
            format!("\x1b[{}H\x1b[{count}{act}", row + 1)
        };
        let is_at_the_foot = self.bottom == height;
        let first_of_the_last = self.bottom - self.by;
        let sequences = match self.direction {
            Direction::Up if is_at_the_foot => at(self.top, 'M'),
            Direction::Up => at(self.top, 'M') + &at(first_of_the_last, 'L'),
            Direction::Down if is_at_the_foot => at(self.top, 'L'),
            Direction::Down => at(first_of_the_last, 'M') + &at(self.top, 'L'),
        };
        sequences.into_bytes()
    }
}

/// The rows from the first that differs to the last.
fn changed(shown: &[&Row], next: &[&Row]) -> Option<Range<usize>> {
    let differs = |(before, after): (&&Row, &&Row)| before != after;
    let mut rows = shown.iter().zip(next);
    let first = rows.position(differs)?;
    let last = rows.rposition(differs).map_or(first, |behind| first + 1 + behind);
    Some(first..last + 1)
}

/// The region that gains most from a move of all rows, and what it gains.
///
/// A row gains the bytes of what comes to stand where it should, and loses those of what
/// stands there already; the region is the stretch of rows with the greatest sum.
fn best_region(
    before: &[&[Sign]],
    after: &[Vec<Written>],
    kept: &[i64],
    by: usize,
    direction: Direction,
) -> Option<(i64, Shift)> {
    let mut best: Option<(i64, usize, usize)> = None;
    let (mut sum, mut first) = (0, 0);
    for row in 0..after.len() - by {
        let (source, target) = if direction == Direction::Up { (row + by, row) } else { (row, row + by) };
        sum += in_place(before[source], &after[target]) - kept[target];
        if sum <= 0 {
            (sum, first) = (0, row + 1);
        } else if best.is_none_or(|best| sum > best.0) {
            best = Some((sum, first, row + 1));
        }
    }
    best.map(|(sum, top, end)| (sum, Shift { top, bottom: end + by, by, direction }))
}

/// A sign that costs something.
struct Written {
    column: usize,
    sign: Sign,
    cost: u32,
}

/// What is written in a row: blanks are nothing to gain.
fn written(row: &[Sign]) -> Vec<Written> {
    let all = row.iter().enumerate().map(|(column, &sign)| Written { column, sign, cost: cost(sign) });
    let mut written = Vec::with_capacity(row.len());
    written.extend(all.filter(|written| written.cost > 0));
    written
}

/// The bytes of what stands in one row as it does in the other.
fn in_place(before: &[Sign], after: &[Written]) -> i64 {
    let kept = after.iter().filter(|written| before[written.column] == written.sign);
    kept.map(|written| written.cost).sum::<u32>().into()
}
