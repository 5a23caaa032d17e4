//! Routes as lines of dots, with the head of an arrow at each receiver's end.
//!
//! Knows where a route runs on the map; knows nothing of names.

use super::dots::{self, Dots, walk};
use super::label::Room;
use super::projection::Projection;
use super::{Cell, Label, Role, Route, Scene, traffic};
use crate::chronology::{EventNo, PlaceNo};
use crate::view::{Glyphs, Size};
use std::collections::BTreeMap;

/// All that went between two ends, either way: on the map that is one line.
#[derive(Debug)]
pub(super) struct Flow {
    role: Role,
    /// Its dots from end to end, once for each time that it comes into sight.
    lines: Vec<Vec<(i32, i32)>>,
    /// The heads of its arrows, where receivers are in sight.
    pub(super) heads: Vec<Head>,
    /// How many events took it.
    events: usize,
}

/// The head of an arrow.
#[derive(Debug, Clone, Copy)]
pub(super) struct Head {
    /// Its column and row.
    pub(super) cell: (usize, usize),
    /// Where it points: 0 is east, and so on by eighths against the clock.
    eighth: usize,
    role: Role,
}

/// The map as far as flows need it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ground<'a> {
    pub(super) projection: &'a Projection,
    pub(super) size: Size,
    /// The cells with marks in them.
    pub(super) marks: &'a [(usize, usize)],
}

/// Where a line ends: places that share a mark are one end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum End {
    Cell((usize, usize)),
    OutOfSight(PlaceNo),
}

/// One of so many dots of a line is drawn, so that it is no coast and not the selected one.
const SPACING: usize = 3;
/// The direction of an arrow is that of its last so many dots.
const AIM: usize = 8;
/// A line of fewer cells has no room for a number upon it.
const ROOM_FOR_COUNT: usize = 8;

/// All flows, the selected event's last, so that its heads are drawn over others.
pub(super) fn flows(scene: &Scene, ground: Ground) -> Vec<Flow> {
    let mut between: BTreeMap<(End, End), Vec<Route>> = BTreeMap::new();
    for &route in scene.traffic.routes.keys() {
        let ends = [route.from, route.to].map(|place| end(scene, place, ground.projection));
        if ends[0] != ends[1] {
            between.entry((ends[0].min(ends[1]), ends[0].max(ends[1]))).or_default().push(route);
        }
    }
    let mut flows: Vec<Flow> = between.values().map(|routes| Flow::new(scene, routes, ground)).collect();
    flows.sort_by_key(|flow| flow.role);
    flows
}

fn end(scene: &Scene, place: PlaceNo, projection: &Projection) -> End {
    let cell = traffic::point(scene.chronology, place).and_then(|point| projection.cell(point));
    cell.map_or(End::OutOfSight(place), End::Cell)
}

impl Flow {
    fn new(scene: &Scene, routes: &[Route], ground: Ground) -> Self {
        let taken: Vec<&[EventNo]> = routes.iter().map(|route| scene.traffic.routes[route].as_slice()).collect();
        // The selected event's own way, if it is among them, and its head over others.
        let mut routes: Vec<(Role, Route)> = routes.iter().map(|&route| (role(scene, route), route)).collect();
        routes.sort_unstable();
        let (role, drawn) = routes[routes.len() - 1];
        let lines = lines(scene, drawn, ground);
        let heads = routes.iter().filter_map(|&(role, route)| Head::new(scene, route, role, &lines, ground)).collect();
        Self { role, lines, heads, events: traffic::together(&taken) }
    }

    /// Draws its dots: two abreast if it is selected, else some of them.
    pub(super) fn plot(&self, dots: &mut Dots) {
        for line in &self.lines {
            if self.role != Role::SelectedFlow {
                line.iter().step_by(SPACING).for_each(|&dot| dots.plot(dot, self.role));
                continue;
            }
            for (&(x, y), next) in line.iter().zip(line.iter().skip(1)) {
                dots.plot((x, y), self.role);
                dots.plot(if next.1 == y { (x, y + 1) } else { (x + 1, y) }, self.role);
            }
        }
    }

    /// How many events took it, written upon it, if they are several and there is room.
    pub(super) fn count(&self, size: Size, glyphs: &Glyphs, room: &mut Room) -> Option<Label> {
        let longest = self.lines.iter().max_by_key(|line| line.len());
        let mut cells: Vec<_> = longest?.iter().filter_map(|&dot| dots::cell(dot, size)).collect();
        cells.dedup();
        if self.events < 2 || cells.len() < ROOM_FOR_COUNT {
            return None;
        }
        let text = format!("{}{}", glyphs.times, self.events);
        // From the middle outwards, but not close to either end.
        let spots = [6, 7, 5, 8, 4, 9, 3].map(|twelfth| cells[cells.len() * twelfth / 12]);
        spots.into_iter().find_map(|spot| room.place_alone(spot, &text, self.role))
    }
}

fn role(scene: &Scene, route: Route) -> Role {
    let events = &scene.traffic.routes[&route];
    let is_selected = scene.selected.is_some_and(|event| events.binary_search(&event).is_ok());
    if is_selected { Role::SelectedFlow } else { Role::Flow }
}

fn lines(scene: &Scene, route: Route, ground: Ground) -> Vec<Vec<(i32, i32)>> {
    let mut turns: Vec<(i32, Vec<(i32, i32)>)> = Vec::new();
    ground.projection.pieces(&traffic::line(scene.chronology, route), 0.0, |turn, from, to| {
        if turns.last().is_none_or(|last| last.0 != turn) {
            turns.push((turn, Vec::new()));
        }
        if let Some((_, dots)) = turns.last_mut() {
            dots.extend(walk(from, to));
            dots.dedup();
        }
    });
    turns.into_iter().map(|(_, dots)| dots).collect()
}

impl Head {
    /// The head of a route's arrow on whichever of the lines ends at its receiver.
    fn new(scene: &Scene, route: Route, role: Role, lines: &[Vec<(i32, i32)>], ground: Ground) -> Option<Self> {
        let end = ground.projection.cell(traffic::point(scene.chronology, route.to)?)?;
        lines.iter().find_map(|line| {
            let backwards: Vec<(i32, i32)> = line.iter().rev().copied().collect();
            [line, &backwards].into_iter().find_map(|line| Self::on(line, end, role, ground))
        })
    }

    /// The head on a line, if it ends in the cell `end`: in its last cell without a mark.
    fn on(line: &[(i32, i32)], end: (usize, usize), role: Role, ground: Ground) -> Option<Self> {
        let last = *line.last()?;
        if dots::cell(last, ground.size) != Some(end) {
            return None;
        }
        let cells = line.iter().map(|&dot| dots::cell(dot, ground.size)).enumerate().rev();
        let mut free = cells.filter_map(|(at, cell)| Some((at, cell.filter(|cell| !ground.marks.contains(cell))?)));
        let (at, cell) = free.next()?;
        let from = line[at.saturating_sub(AIM)];
        let angle = libm::atan2(f64::from(from.1 - last.1), f64::from(last.0 - from.0)).to_degrees();
        Some(Self { cell, eighth: ((angle / 45.0).round() as i32).rem_euclid(8) as usize, role })
    }

    pub(super) fn drawn(&self, glyphs: &Glyphs) -> Cell {
        Cell { sign: glyphs.heads[self.eighth].chars().next().unwrap_or('>'), role: self.role }
    }
}
