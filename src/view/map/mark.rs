//! The marks of places: those that fall into one cell share one.
//!
//! Knows which places a mark stands for and what it is called; nothing of other marks.

use super::label::Wanted;
use super::projection::Projection;
use super::traffic::Own;
use super::{Cell, Role, Scene, Traffic};
use crate::chronology::{Each, PlaceNo};
use crate::date::Language;
use crate::view::{Glyphs, Words};
use std::cmp::Reverse;

/// A cell with places in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Columns from the left.
    pub column: u16,
    /// Rows from above.
    pub row: u16,
    /// Its places: those of the selected event first, then those with more events.
    pub places: Vec<PlaceNo>,
    /// How many events touch any of them; of marks that look for no name, how often they do.
    pub events: usize,
    /// Whether the selected event touches one of them.
    pub is_selected: bool,
}

/// As many names are told in full; with more, the first stands for all.
const NAMES: usize = 3;

/// So many marks look for names, the busiest: on a map full of marks the others find no room.
pub(super) const MOST_NAMES: usize = 100;

/// The marks in sight where nothing is selected: those with more events first. Of each place is told
/// in which cell it stands, by its number.
pub(super) fn marks(traffic: &Traffic, projection: &Projection, cells: &[Option<usize>], all: usize) -> Vec<Mark> {
    let cells = cells.iter().enumerate().filter_map(|(at, cell)| Some(((*cell)?, at)));
    let each = Each::sorted(all, cells);
    let some = (0..all).map(|cell| (projection.place(cell), each.of(cell))).filter(|(_, places)| !places.is_empty());
    let mut marks: Vec<Mark> = some.map(|(cell, places)| Mark::new(traffic, cell, places)).collect();
    let told = marks.len().min(MOST_NAMES);
    if told < marks.len() {
        marks.sort_by_key(|mark| Reverse(mark.events));
    }
    marks[..told].iter_mut().for_each(|mark| mark.count(traffic, &Own::default()));
    marks[..told].sort_by_key(|mark| Reverse(mark.events));
    marks
}

impl Mark {
    /// The mark of places, which are given by their positions; events that touch several of them are
    /// not told apart yet.
    fn new(traffic: &Traffic, (column, row): (usize, usize), places: &[usize]) -> Self {
        let events = |at: &usize| traffic.places.at(*at).1.len();
        let mut sorted = places.to_vec();
        sorted.sort_by_key(|at| Reverse(events(at)));
        Self {
            column: column as u16,
            row: row as u16,
            places: sorted.iter().map(|&at| traffic.places.at(at).0).collect(),
            events: places.iter().map(events).sum(),
            is_selected: false,
        }
    }

    /// The mark of a place that no event touches but the selected one.
    pub(super) fn fresh((column, row): (usize, usize)) -> Self {
        Self { column: column as u16, row: row as u16, places: Vec::new(), events: 0, is_selected: false }
    }

    /// The same where the selected event touches some of its own places.
    pub(super) fn touched(mut self, own: &Own, here: &[PlaceNo]) -> Self {
        let more: Vec<PlaceNo> = here.iter().copied().filter(|place| !self.places.contains(place)).collect();
        self.places.extend(more);
        self.places.sort_by_key(|place| !own.has(*place));
        Self { events: self.events + own.more, is_selected: true, ..self }
    }

    /// How far another one is, in columns; a row is two.
    pub(super) const fn distance(&self, other: &Self) -> u16 {
        self.column.abs_diff(other.column) + 2 * self.row.abs_diff(other.row)
    }

    /// Speaks for another one too; its events are to be counted anew.
    pub(super) fn join(&mut self, other: &Self) {
        self.places.extend(&other.places);
    }

    /// Counts its events.
    pub(super) fn count(&mut self, traffic: &Traffic, own: &Own) {
        let more = if self.places.iter().any(|place| own.has(*place)) { own.more } else { 0 };
        self.events = traffic.events(&self.places) + more;
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
        let names: Vec<&str> = self.places.iter().take(NAMES).map(|&place| name(scene, place)).collect();
        let mut texts = Vec::new();
        let others = self.places.len() - 1;
        if others < NAMES {
            let comma = if names.iter().all(|name| name.is_ascii()) { ", " } else { Words::of(scene.language).comma };
            texts.push(format!("{}{count}", names.join(comma)));
        }
        if others > 0 {
            texts.push(format!("{} +{others}{count}", names[0]));
        }
        let role = if self.is_selected { Role::SelectedPlace } else { Role::Label };
        let others = if others > 0 { format!(" +{others}") } else { String::new() };
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
