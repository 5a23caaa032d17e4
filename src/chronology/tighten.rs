//! The tightest bounds that all statements together give, and why each holds.
//!
//! Dates, order and sources are difference constraints over the begins and ends of
//! events, all of the form "no later than". One pass in topological order carries the
//! lower bounds forward, one pass against it carries the upper bounds back; each day is
//! kept with the one thing that set it. Both are linear in statements.

use super::graph::Graph;
use super::{EventNo, Reason, Side, SourceNo, Statement};
use crate::date::{Bound, Bounds, Day};
use crate::file::Span;
use std::collections::HashMap;

/// What the file says of one event's own days.
#[derive(Debug, Clone)]
pub(super) struct Given {
    /// The bounds of its own date.
    pub(super) date: Bounds,
    /// Where that date is written.
    pub(super) date_span: Span,
    /// The publications that tell of it as done, the earliest first: nothing that is
    /// reported as done is later than the report.
    pub(super) reports: Vec<Report>,
}

/// That a source tells of an event as done.
#[derive(Debug, Clone, Copy)]
pub(super) struct Report {
    /// The last day on which it can have been published.
    pub(super) day: Day,
    /// The source.
    pub(super) source: SourceNo,
    /// Where it is cited.
    pub(super) span: Span,
}

impl Given {
    /// The earliest report that the event's own date can be true with.
    fn report(&self) -> Option<Report> {
        self.reports.iter().copied().find(|report| !self.is_belied(report))
    }

    /// Whether a report comes before the event can have ended by its own date. The date is
    /// believed, the source left aside.
    fn is_belied(&self, report: &Report) -> bool {
        self.date[Bound::EarliestEnd].is_some_and(|day| report.day < day)
    }
}

/// An edge of the constraint graph: the tail is no later than the head.
#[derive(Debug, Clone, Copy)]
struct Edge {
    tail: usize,
    head: usize,
    /// The statement behind it; `None`: nothing ends before it begins.
    statement: Option<usize>,
}

/// A day that bounds a node, and why.
#[derive(Debug, Clone, Copy)]
struct Limit {
    day: Day,
    cause: Cause,
}

#[derive(Debug, Clone, Copy)]
enum Cause {
    Date,
    Source(SourceNo),
    Edge(usize),
}

/// Where one part of a contradiction stands, and what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The event's own date.
    Date(EventNo, Span),
    /// A source that tells of the event.
    Source(EventNo, SourceNo, Span),
    /// A statement of order.
    Order(Statement),
}

/// Statements that cannot all be true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Contradiction {
    /// The event at which they meet.
    pub(super) event: EventNo,
    /// It cannot be earlier than this day ...
    pub(super) not_before: Day,
    /// ... nor later than this one, which lies before it.
    pub(super) not_after: Day,
    /// Every statement that has a part in it, from the one that forbids earlier days to
    /// the one that forbids later ones.
    pub(super) parts: Vec<Part>,
    /// How many more statements of order lie between the first and the second of them.
    pub(super) left_out: usize,
}

/// What comes of it.
pub(super) struct Tightened {
    /// For each event its bounds and the reason of each.
    pub(super) events: Vec<(Bounds, [Option<Reason>; 4])>,
    /// Statements that run in a circle, each circle in its order.
    pub(super) cycles: Vec<Vec<Statement>>,
    /// Statements that cannot all be true.
    pub(super) contradictions: Vec<Contradiction>,
    /// Whether each statement is free of cycles, so that order may rest on it.
    pub(super) sound: Vec<bool>,
}

/// At most this many statements of one contradiction are named, and its first.
const MOST_PARTS: usize = 200;

const fn node(event: usize, side: Side) -> usize {
    event * 2 + side as usize
}

const fn side_of(node: usize) -> Side {
    if node.is_multiple_of(2) { Side::Start } else { Side::End }
}

const fn lower(side: Side) -> Bound {
    match side {
        Side::Start => Bound::EarliestStart,
        Side::End => Bound::EarliestEnd,
    }
}

const fn upper(side: Side) -> Bound {
    match side {
        Side::Start => Bound::LatestStart,
        Side::End => Bound::LatestEnd,
    }
}

/// Carries all statements together.
pub(super) fn tighten(given: &[Given], statements: &[Statement]) -> Tightened {
    let edges = edges(given.len(), statements);
    let graph = Graph::new(given.len() * 2, edges.iter().map(|edge| (edge.tail, edge.head)));
    let component = graph.components();
    let (cycles, sound) = cycles(&graph, &component, &edges, statements);
    let mut constraints = Constraints::new(given, statements, edges, graph, &component);
    let contradictions = constraints.carry_forward();
    constraints.carry_back();
    Tightened {
        events: (0..given.len()).map(|event| constraints.bounds(event)).collect(),
        cycles,
        contradictions,
        sound,
    }
}

/// All constraints: those that are stated, and that no event ends before it begins.
fn edges(events: usize, statements: &[Statement]) -> Vec<Edge> {
    let lasting =
        (0..events).map(|event| Edge { tail: node(event, Side::Start), head: node(event, Side::End), statement: None });
    let stated = statements.iter().enumerate().flat_map(|(number, statement)| {
        statement.constraints().map(move |[tail, head]| Edge {
            tail: node(tail.0.index(), tail.1),
            head: node(head.0.index(), head.1),
            statement: Some(number),
        })
    });
    lasting.chain(stated).collect()
}

/// One cycle out of every knot, and for every statement whether it lies in no knot.
fn cycles(
    graph: &Graph,
    component: &[usize],
    edges: &[Edge],
    statements: &[Statement],
) -> (Vec<Vec<Statement>>, Vec<bool>) {
    let mut sound = vec![true; statements.len()];
    let mut told = vec![false; graph.nodes()];
    let mut named = vec![false; statements.len()];
    let mut cycles = Vec::new();
    for edge in edges {
        let (Some(number), true) = (edge.statement, component[edge.tail] == component[edge.head]) else { continue };
        sound[number] = false;
        if !std::mem::replace(&mut told[component[edge.tail]], true) {
            let way = graph.cycle(edge.tail, component);
            let way: Vec<usize> = tightest(&way, edges).iter().filter_map(|&edge| edges[edge].statement).collect();
            // "Part of" binds begins and ends: a circle of it shows twice, but is one.
            if way.iter().all(|&number| named[number]) {
                continue;
            }
            way.iter().for_each(|&number| named[number] = true);
            cycles.push(way.iter().map(|&number| statements[number]).collect());
        }
    }
    (cycles, sound)
}

/// The part of a way round that is a circle without the rest: what leads from the end of
/// an event to its begin closes by itself, since no event ends before it begins.
fn tightest<'a>(way: &'a [usize], edges: &[Edge]) -> &'a [usize] {
    let mut after_end = HashMap::new();
    for (at, &edge) in way.iter().enumerate() {
        let (event, side) = (edges[edge].head / 2, side_of(edges[edge].head));
        match (side, after_end.get(&event)) {
            (Side::End, _) => drop(after_end.insert(event, at + 1)),
            (Side::Start, Some(&from)) => return &way[from..=at],
            (Side::Start, None) => {}
        }
    }
    way
}

/// The constraints while they are carried along.
struct Constraints<'a> {
    given: &'a [Given],
    statements: &'a [Statement],
    edges: Vec<Edge>,
    graph: Graph,
    /// The nodes, tails before heads.
    order: Vec<usize>,
    /// Edges that lie in a knot or in a contradiction carry nothing.
    carries: Vec<bool>,
    lower: Vec<Option<Limit>>,
    upper: Vec<Option<Limit>>,
}

impl<'a> Constraints<'a> {
    fn new(
        given: &'a [Given],
        statements: &'a [Statement],
        edges: Vec<Edge>,
        graph: Graph,
        component: &[usize],
    ) -> Self {
        let mut order: Vec<usize> = (0..graph.nodes()).collect();
        // Inside a knot only "begins before it ends" is kept, and starts have even numbers.
        order.sort_unstable_by_key(|&node| (component[node], node % 2, node));
        let carries =
            edges.iter().map(|edge| edge.statement.is_none() || component[edge.tail] != component[edge.head]).collect();
        let nodes = || 0..graph.nodes();
        let dated = |day: Option<Day>| day.map(|day| Limit { day, cause: Cause::Date });
        let lower = nodes().map(|node| dated(given[node / 2].date[lower(side_of(node))])).collect();
        let upper = nodes().map(|node| latest(&given[node / 2], node)).collect();
        Self { given, statements, edges, graph, order, carries, lower, upper }
    }

    /// Carries lower bounds along the edges. An edge that would push a node beyond what
    /// its own event allows is a contradiction; it carries nothing from then on, so that
    /// each contradiction is told once and the rest stays sound.
    fn carry_forward(&mut self) -> Vec<Contradiction> {
        let mut contradictions = belied(self.given);
        for at in 0..self.order.len() {
            let tail = self.order[at];
            let Some(limit) = self.lower[tail] else { continue };
            for &edge in self.graph.leaving(tail) {
                let head = self.edges[edge].head;
                if !self.carries[edge] {
                    continue;
                }
                match self.upper[head] {
                    Some(upper) if upper.day < limit.day => {
                        self.carries[edge] = false;
                        contradictions.push(self.contradiction(edge, limit.day, upper));
                    }
                    _ => {
                        let known = self.lower[head];
                        if known.is_none_or(|known| known.day < limit.day) {
                            self.lower[head] = Some(Limit { day: limit.day, cause: Cause::Edge(edge) });
                        }
                    }
                }
            }
        }
        contradictions
    }

    /// Carries upper bounds against the edges.
    fn carry_back(&mut self) {
        for at in (0..self.order.len()).rev() {
            let tail = self.order[at];
            for &edge in self.graph.leaving(tail) {
                let head = self.edges[edge].head;
                let (true, Some(limit)) = (self.carries[edge], self.upper[head]) else { continue };
                if self.upper[tail].is_none_or(|known| limit.day < known.day) {
                    self.upper[tail] = Some(Limit { day: limit.day, cause: Cause::Edge(edge) });
                }
            }
        }
    }

    /// What contradicts what when `edge` would carry `day` to a node bounded by `upper`.
    fn contradiction(&self, edge: usize, day: Day, upper: Limit) -> Contradiction {
        let event = EventNo::at(self.edges[edge].head / 2);
        let limited_by = match upper.cause {
            Cause::Edge(lasting) => self.upper[self.edges[lasting].head].map_or(Cause::Date, |limit| limit.cause),
            own => own,
        };
        let mut parts = vec![self.own_part(event, limited_by)];
        let (mut next, mut left_out) = (Some(edge), 0);
        while let Some(edge) = next {
            let Edge { tail, statement, .. } = self.edges[edge];
            match statement {
                Some(number) if parts.len() < MOST_PARTS => parts.push(Part::Order(self.statements[number])),
                Some(_) => left_out += 1,
                None => {}
            }
            next = match self.lower[tail].map(|limit| limit.cause) {
                Some(Cause::Edge(edge)) => Some(edge),
                Some(cause) => {
                    parts.push(self.own_part(EventNo::at(tail / 2), cause));
                    None
                }
                None => None,
            };
        }
        parts.reverse();
        Contradiction { event, not_before: day, not_after: upper.day, parts, left_out }
    }

    fn own_part(&self, event: EventNo, cause: Cause) -> Part {
        let given = &self.given[event.index()];
        match (cause, given.report()) {
            (Cause::Source(_), Some(Report { source, span, .. })) => Part::Source(event, source, span),
            _ => Part::Date(event, given.date_span),
        }
    }

    /// An event's bounds and reasons, once all is carried.
    fn bounds(&self, event: usize) -> (Bounds, [Option<Reason>; 4]) {
        let (start, end) = (node(event, Side::Start), node(event, Side::End));
        let limits = [self.lower[start], self.upper[start], self.lower[end], self.upper[end]];
        let [a, b, c, d] = limits.map(|limit| limit.map(|limit| limit.day));
        let reasons = Bound::ALL.map(|bound| limits[bound as usize].map(|limit| self.reason(bound, limit.cause)));
        (Bounds::new(a, b, c, d), reasons)
    }

    fn reason(&self, bound: Bound, cause: Cause) -> Reason {
        let edge = match cause {
            Cause::Date => return Reason::Date,
            Cause::Source(source) => return Reason::Source(source),
            Cause::Edge(edge) => self.edges[edge],
        };
        let is_lower = matches!(bound, Bound::EarliestStart | Bound::EarliestEnd);
        let (other, carried): (usize, fn(Side) -> Bound) =
            if is_lower { (edge.tail, lower) } else { (edge.head, upper) };
        let carried = carried(side_of(other));
        match edge.statement.map(|number| self.statements[number]) {
            None => Reason::Lasting(carried),
            Some(statement) => Reason::Order {
                relation: statement.relation,
                stated_by: statement.subject,
                span: statement.span,
                other: EventNo::at(other / 2),
                bound: carried,
            },
        }
    }
}

/// Reports of events as done before they can have ended by their own dates.
fn belied(given: &[Given]) -> Vec<Contradiction> {
    let reports = given.iter().enumerate().flat_map(|(event, given)| {
        let event = EventNo::at(event);
        let belied = given.reports.iter().filter(|report| given.is_belied(report));
        belied.filter_map(move |&Report { day, source, span }| {
            let parts = vec![Part::Date(event, given.date_span), Part::Source(event, source, span)];
            Some(Contradiction {
                event,
                not_before: given.date[Bound::EarliestEnd]?,
                not_after: day,
                parts,
                left_out: 0,
            })
        })
    });
    reports.collect()
}

/// The latest day that an event's own date and sources leave to its begin or end.
fn latest(given: &Given, node: usize) -> Option<Limit> {
    let own = |side: Side| {
        let date = given.date[upper(side)].map(|day| Limit { day, cause: Cause::Date });
        let source = given.report().filter(|_| side == Side::End);
        let source = source.map(|Report { day, source, .. }| Limit { day, cause: Cause::Source(source) });
        // The date comes first: at the same day it is the shorter reason.
        date.into_iter().chain(source).min_by_key(|limit| limit.day)
    };
    match side_of(node) {
        Side::End => own(Side::End),
        // What limits the end limits the begin: the edge between them has the event's number.
        Side::Start => {
            let by_end = own(Side::End).map(|limit| Limit { cause: Cause::Edge(node / 2), ..limit });
            own(Side::Start).into_iter().chain(by_end).min_by_key(|limit| limit.day)
        }
    }
}
