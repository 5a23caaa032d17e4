//! What lies on the columns of a lane: of many events, each over a stretch of columns, what is
//! seen in each column.
//!
//! A stretch is laid down in two steps however long it is, and looked over in two.

use super::axis::{Cell, Mark, Weight};
use super::reach::Reaches;
use super::sieve::{Presence, Sieve};
use crate::chronology::EventNo;
use std::cmp::Reverse;
use std::mem;
use std::ops::Range;

/// Events that are drawn alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Alike {
    /// The first of them.
    first: EventNo,
    count: u32,
}

impl Alike {
    /// Adds events, which are in order, to some that are drawn alike: plain ones to plain, dimmed ones to
    /// dimmed.
    pub fn add(events: &[EventNo], sieve: &Sieve, [plain, dimmed]: &mut [Option<Self>; 2]) {
        if sieve.found.is_none() {
            let all = events.first().map(|&first| Self { first, count: events.len() as u32 });
            *plain = Self::joined(*plain, all);
            return;
        }
        for &event in events {
            let shown = match sieve.presence(event) {
                Presence::Plain => &mut *plain,
                Presence::Dimmed => &mut *dimmed,
                Presence::Hidden => continue,
            };
            *shown = Self::joined(*shown, Some(Self { first: event, count: 1 }));
        }
    }

    /// All of them together.
    pub fn joined(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        match (one, other) {
            (Some(one), Some(other)) => {
                Some(Self { first: one.first.min(other.first), count: one.count + other.count })
            }
            (one, other) => one.or(other),
        }
    }
}

/// Events of one weight, on the columns of a lane.
pub(super) struct Stratum {
    weight: Weight,
    /// In each column the greatest mark that is no day, and its first event.
    marks: Layers<(Mark, Reverse<EventNo>)>,
    /// In each column how many things certainly happened on a day, and the first of them.
    days: Vec<Option<Alike>>,
}

impl Stratum {
    /// So many columns on which nothing lies.
    pub fn new(weight: Weight, width: usize) -> Self {
        Self { weight, marks: Layers::new(width), days: vec![None; width] }
    }

    /// Lays a mark of some events on columns; of several marks the greatest is seen, and the event
    /// that comes first.
    pub fn lay(&mut self, columns: Range<usize>, mark: Mark, alike: Alike) {
        self.marks.lay(columns, (mark, Reverse(alike.first)));
    }

    /// Counts events on a day in a column: days are seen above all else.
    pub fn count(&mut self, column: usize, alike: Alike) {
        self.days[column] = Alike::joined(self.days[column], Some(alike));
    }

    /// What is seen in each column.
    pub fn cells(self, reaches: &Reaches) -> Vec<Cell> {
        let cell = |mark, event| Cell { mark, weight: self.weight, category: reaches.category(event) };
        let seen = self.marks.flat().into_iter().zip(self.days).map(|(marked, day)| match (day, marked) {
            (Some(day), _) => cell(Mark::Day(day.count.try_into().unwrap_or(u8::MAX)), day.first),
            (None, Some((mark, Reverse(event)))) => cell(mark, event),
            (None, None) => Cell::default(),
        });
        seen.collect()
    }
}

/// The greatest of all that is laid on each column.
///
/// By powers of two, and of each by the column from which on it lies there: a stretch is two of
/// these, which may overlap.
pub(super) struct Layers<T> {
    width: usize,
    /// Nothing for a power that was never laid.
    powers: Vec<Vec<Option<T>>>,
}

impl<T: Copy + Ord> Layers<T> {
    /// So many columns with nothing on them.
    pub const fn new(width: usize) -> Self {
        Self { width, powers: Vec::new() }
    }

    /// Lays something on a stretch of columns.
    pub fn lay(&mut self, columns: Range<usize>, new: T) {
        let Some(power) = columns.len().checked_ilog2() else { return };
        let layer = self.layer(power as usize);
        for from in [columns.start, columns.end - (1 << power)] {
            layer[from] = layer[from].max(Some(new));
        }
    }

    fn layer(&mut self, power: usize) -> &mut Vec<Option<T>> {
        if self.powers.len() <= power {
            self.powers.resize(power + 1, Vec::new());
        }
        let layer = &mut self.powers[power];
        layer.resize(self.width, None);
        layer
    }

    /// The greatest on each column.
    pub fn flat(mut self) -> Vec<Option<T>> {
        for power in (1..self.powers.len()).rev() {
            let (above, half) = (mem::take(&mut self.powers[power]), 1 << (power - 1));
            let layer = self.layer(power - 1);
            for (from, &new) in above.iter().enumerate().filter(|(_, new)| new.is_some()) {
                for from in [from, from + half] {
                    layer[from] = layer[from].max(new);
                }
            }
        }
        mem::take(self.layer(0))
    }
}

/// The greatest of some numbers side by side, over any stretch of them.
pub(super) struct Peaks(Vec<Vec<usize>>);

impl Peaks {
    /// The peaks of these.
    pub fn new(numbers: Vec<usize>) -> Self {
        let width = numbers.len();
        let mut layers = vec![numbers];
        while let Some(last) = layers.last()
            && let half = 1 << (layers.len() - 1)
            && 2 * half <= width
        {
            let next = last.iter().zip(&last[half..]).map(|(a, b)| *a.max(b)).collect();
            layers.push(next);
        }
        Self(layers)
    }

    /// The greatest of a stretch; `None` where that is empty.
    pub fn over(&self, columns: &Range<usize>) -> Option<usize> {
        let power = columns.len().checked_ilog2()?;
        let layer = &self.0[power as usize];
        Some(layer[columns.start].max(layer[columns.end - (1 << power)]))
    }

    /// The numbers.
    pub fn into_numbers(mut self) -> Vec<usize> {
        self.0.swap_remove(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn stretches_are_what_column_by_column_would_be(
            laid in prop::collection::vec((0..40_usize, 0..40_usize, 0..100_usize), 0..30), width in 0..40_usize
        ) {
            let laid = laid.into_iter().map(|(a, b, new)| (a.min(b).min(width)..a.max(b).min(width), new));
            let laid: Vec<(Range<usize>, usize)> = laid.collect();
            let mut layers = Layers::new(width);
            laid.iter().for_each(|(columns, new)| layers.lay(columns.clone(), *new));
            let of = |column| laid.iter().filter(|(columns, _)| columns.contains(&column)).map(|(_, new)| *new).max();
            let each: Vec<Option<usize>> = (0..width).map(of).collect();
            prop_assert_eq!(&layers.flat(), &each);
            let numbers: Vec<usize> = each.into_iter().map(Option::unwrap_or_default).collect();
            let peaks = Peaks::new(numbers.clone());
            for (columns, _) in laid {
                prop_assert_eq!(peaks.over(&columns), numbers[columns].iter().copied().max());
            }
        }
    }
}
