//! Routes as lines of dots, with the head of an arrow at each receiver's end.
//!
//! Knows where a route runs on the map; knows nothing of names.

use super::dots::{self, Dots, walk};
use super::label::Room;
use super::point::corners;
use super::projection::Projection;
use super::traffic::{MOST_LINES, Own};
use super::{Cell, Label, Role, Route, Traffic, traffic};
use crate::chronology::{Chronology, PlaceNo};
use crate::view::{Glyphs, Size};
use std::collections::{BTreeMap, BTreeSet};

/// All that went between two ends, either way: on the map that is one line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Flow {
    ends: Ends,
    routes: Vec<Route>,
    role: Role,
    /// Its dots from end to end, once for each time that it comes into sight.
    lines: Vec<Vec<(i32, i32)>>,
    /// The heads of its arrows, where receivers are in sight.
    pub(super) heads: Vec<Head>,
    /// How many events took it.
    events: usize,
}

/// The head of an arrow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Head {
    /// Its column and row.
    pub(super) cell: (usize, usize),
    /// Where it points: 0 is east, and so on by eighths against the clock.
    eighth: usize,
    role: Role,
}

/// What flows are made from, and the map as far as they need it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Land<'a> {
    pub(super) chronology: &'a Chronology,
    pub(super) traffic: &'a Traffic,
    pub(super) projection: &'a Projection,
    pub(super) size: Size,
    /// The numbers of the cells in which the places of all traffic stand, where these are in sight.
    pub(super) cells: &'a [Option<usize>],
    /// By the numbers of cells, whether there are marks in them.
    pub(super) is_marked: &'a [bool],
}

/// Where a line ends: the number of a cell or, behind those of all cells, of a place out of sight.
/// Places that share a mark are one end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct End(usize);

/// Both ends of a line, in their order.
type Ends = (End, End);

/// One of so many dots of a line is drawn, so that it is no coast and not the selected one.
const SPACING: usize = 3;
/// The direction of an arrow is that of its last so many dots.
const AIM: usize = 8;
/// A line of fewer cells has no room for a number upon it.
const ROOM_FOR_COUNT: usize = 8;

/// All flows by their ends; where there are more than can be told apart, the busiest, and word that
/// these are not all.
pub(super) fn flows(land: Land) -> (Vec<Flow>, bool) {
    let ends = land.ends();
    let of = |route: &Route| between(ends[route.from.index()], ends[route.to.index()]);
    let routes = &land.traffic.routes;
    let all = || routes.keys().enumerate().filter_map(|(at, route)| Some((at, of(route)?)));
    let drawn = if land.traffic.busiest.is_empty() { all().map(|(_, ends)| ends).collect() } else { busiest(land, of) };
    let drawn = Pairs::new(drawn, land.is_marked.len() + ends.len());
    let mut taking = vec![Vec::new(); drawn.all.len()];
    let mut is_crowded = false;
    for (route, ends) in all() {
        match drawn.position(ends) {
            Some(at) => taking[at].push(route),
            None => is_crowded = true,
        }
    }
    let flow = |(ends, taking): (Ends, Vec<usize>)| {
        let taken = taking.iter().map(|&at| routes.at(at).0).collect();
        Flow::new(land, ends, taken, &[], routes.together(taking.into_iter()))
    };
    (drawn.all.into_iter().zip(taking).map(flow).collect(), is_crowded)
}

/// The ends between which lines are drawn.
struct Pairs {
    /// Those of each line, in order.
    all: Vec<Ends>,
    /// Of each end whether a line is drawn to it: of very many routes most are told by that alone.
    is_end: Vec<bool>,
}

impl Pairs {
    /// Pairs in any order, some perhaps more than once, of so many ends.
    fn new(mut all: Vec<Ends>, ends: usize) -> Self {
        all.sort_unstable();
        all.dedup();
        let mut is_end = vec![false; ends];
        all.iter().for_each(|&(one, other)| (is_end[one.0], is_end[other.0]) = (true, true));
        Self { all, is_end }
    }

    /// The position of a pair, if it is one of them.
    fn position(&self, ends: Ends) -> Option<usize> {
        let may_be = self.is_end[ends.0.0] && self.is_end[ends.1.0];
        if may_be { self.all.binary_search(&ends).ok() } else { None }
    }
}

/// The ends of the busiest routes: first of those that begin or end in sight, and only then of those
/// that may pass by.
fn busiest(land: Land, of: impl Fn(&Route) -> Option<Ends>) -> Vec<Ends> {
    let Traffic { routes, busiest: all, .. } = land.traffic;
    let mut busiest = BTreeSet::new();
    for is_near in [true, false] {
        let ends = all.iter().filter_map(|&at| of(&routes.at(at as usize).0));
        let mut wanted = ends.filter(|ends| (ends.0.0 < land.is_marked.len()) == is_near);
        while busiest.len() < MOST_LINES
            && let Some(ends) = wanted.next()
        {
            busiest.insert(ends);
        }
    }
    busiest.into_iter().collect()
}

/// The flows that an event took, by these routes; to be drawn over all others, and in the place of
/// those between the same ends. And word whether these are not all.
pub(super) fn taken(land: Land, own: &Own, flows: &[Flow]) -> (Vec<Flow>, bool) {
    let of = |route: &Route| between(land.end_of(route.from), land.end_of(route.to));
    let (mut taken, mut is_crowded) = (BTreeMap::<Ends, Vec<Route>>::new(), false);
    for (&route, ends) in own.routes.iter().filter_map(|route| Some((route, of(route)?))) {
        if taken.len() < MOST_LINES || taken.contains_key(&ends) {
            taken.entry(ends).or_default().push(route);
        } else {
            is_crowded |= flows.binary_search_by_key(&ends, |flow| flow.ends).is_err();
        }
    }
    let flow = |(ends, mut routes): (Ends, Vec<Route>)| {
        let ground = flows.binary_search_by_key(&ends, |flow| flow.ends).ok().map(|at| &flows[at]);
        routes.extend(ground.iter().flat_map(|flow| &flow.routes));
        routes.sort_unstable();
        routes.dedup();
        // Of all that went where the ground has no line no more than this is known here.
        let events = ground.map_or(1, |flow| flow.events + own.more);
        Flow::new(land, ends, routes, &own.routes, events)
    };
    (taken.into_iter().map(flow).collect(), is_crowded)
}

fn between(one: End, other: End) -> Option<Ends> {
    (one != other).then(|| (one.min(other), one.max(other)))
}

impl Land<'_> {
    /// By the numbers of places, where lines to those of the traffic end.
    fn ends(&self) -> Vec<End> {
        let mut ends = Vec::new();
        for (&place, &cell) in self.traffic.places.keys().zip(self.cells) {
            ends.resize(place.index() + 1, End::default());
            ends[place.index()] = self.end(place, cell);
        }
        ends
    }

    fn end(&self, place: PlaceNo, cell: Option<usize>) -> End {
        End(cell.unwrap_or(self.is_marked.len() + place.index()))
    }

    /// The column and row of an end, if that is in sight.
    fn cell(&self, End(number): End) -> Option<(usize, usize)> {
        (number < self.is_marked.len()).then(|| self.projection.place(number))
    }

    fn end_of(&self, place: PlaceNo) -> End {
        self.end(place, traffic::point(self.chronology, place).and_then(|point| self.projection.number(point)))
    }

    fn is_marked(&self, (column, row): (usize, usize)) -> bool {
        self.is_marked[column * usize::from(self.size.height) + row]
    }
}

impl Flow {
    /// The flow of some routes, given in order, which so many events took, and the selected event its own.
    fn new(land: Land, ends: Ends, routes: Vec<Route>, own: &[Route], events: usize) -> Self {
        let ranked = || ranked(&routes, own);
        let (role, lines) = ranked().next().map(|(role, drawn)| (role, lines(land, drawn))).unwrap_or_default();
        // Of several heads in one place the last would be seen.
        let mut heads: Vec<(End, Role)> = Vec::new();
        for (role, route) in ranked() {
            let end = land.end_of(route.to);
            heads.extend((!heads.iter().any(|head| head.0 == end)).then_some((end, role)));
            // It has no other ends.
            if heads.len() == 2 {
                break;
            }
        }
        let heads = heads.into_iter().rev().filter_map(|(end, role)| Head::new(land, end, role, &lines)).collect();
        Self { ends, routes, role, lines, heads, events }
    }

    /// Whether it runs between the ends of another one.
    pub(super) fn is_along(&self, other: &Self) -> bool {
        self.ends == other.ends
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

/// Routes by what matters more: the selected event's own before all others, and its head over theirs.
fn ranked<'a>(routes: &'a [Route], own: &'a [Route]) -> impl Iterator<Item = (Role, Route)> + 'a {
    let of = move |role| {
        let is_own = move |route: &&Route| own.binary_search(route).is_ok() == (role == Role::SelectedFlow);
        routes.iter().rev().filter(is_own).map(move |&route| (role, route))
    };
    of(Role::SelectedFlow).chain(of(Role::Flow))
}

fn lines(land: Land, route: Route) -> Vec<Vec<(i32, i32)>> {
    let mut turns: Vec<(i32, Vec<(i32, i32)>)> = Vec::new();
    let line = traffic::line(land.chronology, route);
    land.projection.pieces(corners(&line), line.iter().copied(), 0.0, |turn, from, to| {
        if turns.last().is_none_or(|last| last.0 != turn) {
            turns.push((turn, Vec::new()));
        }
        turns.last_mut().into_iter().for_each(|(_, dots)| dots.extend(walk(from, to)));
    });
    turns.iter_mut().for_each(|(_, dots)| dots.dedup());
    turns.into_iter().map(|(_, dots)| dots).collect()
}

impl Head {
    /// The head of an arrow on whichever of the lines ends at its receiver.
    fn new(land: Land, end: End, role: Role, lines: &[Vec<(i32, i32)>]) -> Option<Self> {
        let end = land.cell(end)?;
        lines.iter().find_map(|line| {
            let backwards = || line.iter().rev().copied().collect::<Vec<_>>();
            Self::on(line, end, role, land).or_else(|| Self::on(&backwards(), end, role, land))
        })
    }

    /// The head on a line, if it ends in the cell `end`: in its last cell without a mark.
    fn on(line: &[(i32, i32)], end: (usize, usize), role: Role, land: Land) -> Option<Self> {
        let last = *line.last()?;
        if dots::cell(last, land.size) != Some(end) {
            return None;
        }
        let cells = line.iter().map(|&dot| dots::cell(dot, land.size)).enumerate().rev();
        let mut free = cells.filter_map(|(at, cell)| Some((at, cell.filter(|&cell| !land.is_marked(cell))?)));
        let (at, cell) = free.next()?;
        let from = line[at.saturating_sub(AIM)];
        let angle = libm::atan2(f64::from(from.1 - last.1), f64::from(last.0 - from.0)).to_degrees();
        Some(Self { cell, eighth: ((angle / 45.0).round() as i32).rem_euclid(8) as usize, role })
    }

    pub(super) fn drawn(&self, glyphs: &Glyphs) -> Cell {
        Cell { sign: glyphs.heads[self.eighth].chars().next().unwrap_or('>'), role: self.role }
    }
}
