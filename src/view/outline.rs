//! What every picture of a chronology begins from, made once and not again for each frame:
//! the rows of the list, the lanes of the axis, the counts.

use super::list::{Row, rows};
use crate::chronology::scale::{Scale, possible};
use crate::chronology::{CategoryNo, Chronology, Counts, EventNo};
use crate::date::Day;

/// The outline of a chronology.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// All rows of the list, in order.
    pub rows: Vec<Row>,
    /// For each event, where it stands among the rows.
    places: Vec<usize>,
    /// The lanes of the axis: the categories in use, and one for events without any.
    pub lanes: Vec<Option<CategoryNo>>,
    /// How many events are known how well.
    pub counts: Counts,
    /// From the first to the last day on which each event can have gone on, in order.
    spans: Vec<(Day, Day)>,
}

impl Outline {
    /// The outline of all events.
    pub fn new(chronology: &Chronology) -> Self {
        let rows = rows(chronology);
        let mut places = vec![0; chronology.events.len()];
        for (place, row) in rows.iter().enumerate() {
            if let Row::Event(event) = row {
                places[event.index()] = place;
            }
        }
        Self { rows, places, lanes: lanes(chronology), counts: chronology.counts(), spans: spans(chronology) }
    }

    /// Where an event stands among the rows.
    pub fn place(&self, event: EventNo) -> usize {
        self.places.get(event.index()).copied().unwrap_or_default()
    }

    /// The scale of the whole axis over so many columns; `None` where no day is known.
    pub fn scale(&self, columns: usize) -> Option<Scale> {
        Scale::of_spans(&self.spans, columns)
    }
}

/// The categories in use, in the file's order; last, if there are such, the events without any.
fn lanes(chronology: &Chronology) -> Vec<Option<CategoryNo>> {
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

fn spans(chronology: &Chronology) -> Vec<(Day, Day)> {
    let mut spans: Vec<_> = chronology.events.iter().filter_map(|event| possible(&event.bounds)).collect();
    spans.sort_unstable();
    spans
}
