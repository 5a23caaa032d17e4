//! The marks of places: those that fall into one cell share one.
//!
//! Knows which places a mark stands for and what it is called; nothing of other marks.

use super::label::Wanted;
use super::projection::Projection;
use super::{Cell, Role, Scene, Traffic, traffic};
use crate::chronology::PlaceNo;
use crate::date::Language;
use crate::view::{Glyphs, Words};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A cell with places in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Columns from the left.
    pub column: u16,
    /// Rows from above.
    pub row: u16,
    /// Its places: those of the selected event first, then those with more events.
    pub places: Vec<PlaceNo>,
    /// How many events touch any of them.
    pub events: usize,
    /// Whether the selected event touches one of them.
    pub is_selected: bool,
}

/// As many names are told in full; with more, the first stands for all.
const NAMES: usize = 3;

/// The marks in sight: the selected event's first, then those with more events.
pub(super) fn marks(scene: &Scene, projection: &Projection) -> Vec<Mark> {
    let mut cells: BTreeMap<(usize, usize), Vec<PlaceNo>> = BTreeMap::new();
    for &place in scene.traffic.places.keys() {
        let cell = traffic::point(scene.chronology, place).and_then(|point| projection.cell(point));
        if let Some(cell) = cell {
            cells.entry(cell).or_default().push(place);
        }
    }
    let mut marks: Vec<Mark> = cells.into_iter().map(|(cell, places)| Mark::new(scene, cell, places)).collect();
    marks.sort_by_key(|mark| (!mark.is_selected, Reverse(mark.events)));
    marks
}

impl Mark {
    fn new(scene: &Scene, (column, row): (usize, usize), mut places: Vec<PlaceNo>) -> Self {
        let events_of = |place: &PlaceNo| scene.traffic.places[place].as_slice();
        let is_selected =
            |place: &PlaceNo| scene.selected.is_some_and(|event| events_of(place).binary_search(&event).is_ok());
        places.sort_by_key(|place| (!is_selected(place), Reverse(events_of(place).len())));
        let is_selected = places.first().is_some_and(is_selected);
        let events = scene.traffic.events(&places);
        Self { column: column as u16, row: row as u16, places, events, is_selected }
    }

    /// How far another one is, in columns; a row is two.
    pub(super) const fn distance(&self, other: &Self) -> u16 {
        self.column.abs_diff(other.column) + 2 * self.row.abs_diff(other.row)
    }

    /// Speaks for another one too.
    pub(super) fn join(&mut self, other: &Self, traffic: &Traffic) {
        self.places.extend(&other.places);
        self.events = traffic.events(&self.places);
    }

    /// Its column and row.
    pub(super) fn cell(&self) -> (usize, usize) {
        (usize::from(self.column), usize::from(self.row))
    }

    fn role(&self) -> Role {
        if self.is_selected { Role::SelectedPlace } else { Role::Place }
    }

    pub(super) fn drawn(&self, glyphs: &Glyphs) -> Cell {
        let sign = if self.is_selected { glyphs.selected_day } else { glyphs.day };
        Cell { sign: sign.chars().next().unwrap_or('*'), role: self.role() }
    }

    /// Its name as a label: of all places in the cell, or of the first.
    pub(super) fn wanted(&self, scene: &Scene) -> Wanted {
        let count = if self.events > 1 { format!(" {}{}", scene.glyphs.times, self.events) } else { String::new() };
        let names: Vec<&str> = self.places.iter().map(|&place| name(scene, place)).collect();
        let mut texts = Vec::new();
        if names.len() <= NAMES {
            let comma = if names.iter().all(|name| name.is_ascii()) { ", " } else { Words::of(scene.language).comma };
            texts.push(format!("{}{count}", names.join(comma)));
        }
        if names.len() > 1 {
            texts.push(format!("{} +{}{count}", names[0], names.len() - 1));
        }
        let role = if self.is_selected { Role::SelectedPlace } else { Role::Label };
        let others = if names.len() > 1 { format!(" +{}", names.len() - 1) } else { String::new() };
        Wanted { at: self.cell(), texts, least: format!("{}{others}", names[0]), role }
    }
}

/// The name of a place in the reader's language; where only ASCII can be shown, a form
/// that is ASCII, if there is one.
fn name<'a>(scene: &Scene<'a>, place: PlaceNo) -> &'a str {
    let chronology = scene.chronology;
    let text = &chronology[place].name;
    let read = chronology.read(text, scene.language);
    if !scene.is_ascii || read.is_ascii() {
        return read;
    }
    let forms = Language::ALL.into_iter().filter_map(|language| text.form(language));
    forms.into_iter().find(|form| form.is_ascii()).unwrap_or(read)
}
