//! A map before any event stands out on it.
//!
//! To make it takes a look at all places and routes; to let an event stand out, a look at those
//! of its own. So the first is done once for each part of the earth that is looked at.

use super::dots::Dots;
use super::flow::{self, Flow, Land};
use super::label::Room;
use super::mark::{self, MOST_NAMES, Mark};
use super::projection::Projection;
use super::traffic::{self, Own};
use super::{Frame, Map, Scene, Traffic, coasts, named};
use crate::chronology::{Chronology, PlaceNo};
use crate::view::{Glyphs, Size};
use std::collections::BTreeMap;

/// A map on which nothing stands out.
#[derive(Debug, Clone, PartialEq)]
pub struct Ground {
    frame: Frame,
    size: Size,
    projection: Projection,
    coasts: Dots,
    marks: Vec<Mark>,
    /// By the numbers of cells, whether there are marks in them.
    is_marked: Vec<bool>,
    flows: Vec<Flow>,
    /// Whether there are more of them.
    is_crowded: bool,
    /// How many events touch places, but none that is in sight.
    out_of_sight: usize,
}

impl Ground {
    /// The ground of a part of the earth, on so many columns and rows.
    pub fn new(chronology: &Chronology, traffic: &Traffic, frame: Frame, size: Size) -> Self {
        let projection = Projection::new(frame, size);
        let cells: Vec<Option<usize>> = traffic.points.iter().map(|&point| projection.number(point)).collect();
        let all = usize::from(size.width) * usize::from(size.height);
        let marks = mark::marks(traffic, &projection, &cells, all);
        let mut is_marked = vec![false; all];
        cells.iter().flatten().for_each(|&cell| is_marked[cell] = true);
        let land = Land { chronology, traffic, projection: &projection, size, cells: &cells, is_marked: &is_marked };
        let (flows, is_crowded) = flow::flows(land);
        let mut dots = Dots::new(size);
        coasts(&projection, &mut dots);
        let seen = (0..).zip(&cells).filter(|(_, cell)| cell.is_some()).map(|(at, _)| at);
        let out_of_sight = traffic.somewhere - traffic.places.together(seen);
        Self { frame, size, projection, coasts: dots, marks, is_marked, flows, is_crowded, out_of_sight }
    }

    /// The part of the earth.
    pub const fn frame(&self) -> Frame {
        self.frame
    }

    /// The map with the selected event on it.
    pub fn map(&self, scene: &Scene) -> Map {
        let Self { size, projection, .. } = self;
        let Scene { chronology, traffic, glyphs, .. } = *scene;
        let own = scene.selected.map(|event| Own::new(chronology, event, traffic)).unwrap_or_default();
        let marks = self.marks(chronology, traffic, &own);
        let mut is_marked = self.is_marked.clone();
        marks.iter().for_each(|mark| is_marked[projection.number_of(mark.cell())] = true);
        let land = Land { chronology, traffic, projection, size: *size, cells: &[], is_marked: &is_marked };
        let (taken, is_own_crowded) = flow::taken(land, &own, &self.flows);
        let others = self.flows.iter().filter(|flow| !taken.iter().any(|taken| taken.is_along(flow)));
        let flows: Vec<&Flow> = others.chain(&taken).collect();
        let mut dots = self.coasts.clone();
        flows.iter().for_each(|flow| flow.plot(&mut dots));
        let heads = flows.iter().flat_map(|flow| &flow.heads).map(|head| (head.cell, head.drawn(glyphs)));
        let signs: Vec<_> = heads.chain(marks.iter().map(|mark| (mark.cell(), mark.drawn(glyphs)))).collect();
        let mut cells = dots.cells(*glyphs == Glyphs::ASCII);
        for &((column, row), cell) in &signs {
            cells[row * usize::from(size.width) + column] = cell;
        }
        let mut room = Room::new(*size, &cells, signs.iter().map(|sign| sign.0));
        let mut labels = named(scene, &own, &marks, &mut room);
        labels.extend(flows.iter().filter_map(|flow| flow.count(*size, glyphs, &mut room)));
        let unseen = if marks.iter().any(|mark| mark.is_selected) { 0 } else { own.more };
        let (beyond, nowhere) = if own.places.is_empty() { (0, unseen) } else { (unseen, 0) };
        let (out_of_sight, nowhere) = (self.out_of_sight + beyond, traffic.nowhere.len() + nowhere);
        let is_crowded = self.is_crowded || is_own_crowded;
        Map { size: *size, cells, labels, marks, out_of_sight, nowhere, is_crowded }
    }

    /// The marks, those of the selected event first.
    fn marks(&self, chronology: &Chronology, traffic: &Traffic, own: &Own) -> Vec<Mark> {
        let mut cells: BTreeMap<usize, Vec<PlaceNo>> = BTreeMap::new();
        for &place in &own.places {
            let cell = traffic::point(chronology, place).and_then(|point| self.projection.number(point));
            cell.into_iter().for_each(|cell| cells.entry(cell).or_default().push(place));
        }
        let (mut selected, mut others) = (Vec::new(), Vec::new());
        for (at, mark) in self.marks.iter().enumerate() {
            match cells.remove(&self.projection.number_of(mark.cell())) {
                Some(here) if at < MOST_NAMES => selected.push(mark.clone().touched(own, &here)),
                Some(here) => {
                    let mut mark = mark.clone().touched(own, &here);
                    mark.count(traffic, own);
                    selected.push(mark);
                }
                None => others.push(mark.clone()),
            }
        }
        let fresh = cells.into_iter().map(|(cell, here)| Mark::fresh(self.projection.place(cell)).touched(own, &here));
        selected.extend(fresh);
        selected.extend(others);
        selected
    }
}
