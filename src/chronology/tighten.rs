//! The tightest bounds that all statements together give, and why each holds.
//!
//! Dates, order and sources are difference constraints over the begins and ends of
//! events, all of the form "no later than". One pass in topological order carries the
//! lower bounds forward, one pass against it carries the upper bounds back; each day is
//! kept with the one thing that set it. Both are linear in statements.

use super::graph::Graph;
use super::{EventNo, Reason, Side, SourceNo, Statement};
use crate::date::{Bound, Bounds, Day};
use crate::file::{Span, abreast, lots};
use std::collections::HashMap;
use std::ops::Range;

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

/// What tells what the file says of the own days of the event at a position.
type GivenOf<'a> = dyn Fn(usize) -> Given + Sync + 'a;

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

/// One of the assertions that cannot all be true: where it stands, and what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Assertion {
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
    pub(super) assertions: Vec<Assertion>,
    /// How many more statements of order lie between the first and the second of them.
    pub(super) left_out: usize,
}

/// What comes of it.
pub(super) struct Tightened<'a> {
    limits: Limits<'a>,
    /// Statements that run in a circle, each circle in its order.
    pub(super) cycles: Vec<Vec<Statement>>,
    /// Statements that cannot all be true.
    pub(super) contradictions: Vec<Contradiction>,
    /// Whether each statement is free of cycles, so that order may rest on it.
    pub(super) sound: Vec<bool>,
}

impl Tightened<'_> {
    /// The bounds of the event at a position of the file, and the reason of each.
    pub(super) fn bounds(&self, position: usize) -> (Bounds, [Option<Reason>; 4]) {
        self.limits.bounds(position)
    }
}

/// So many events are looked at in one go.
const AT_ONCE: usize = 1_000;

/// At most this many statements of one contradiction are named, and its first.
const MOST_ASSERTIONS: usize = 200;

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

/// Carries all statements together; `given` tells what the file says of the own days of each of
/// so many events, by their positions.
pub(super) fn tighten<'a>(events: usize, given: &GivenOf, statements: &'a [Statement]) -> Tightened<'a> {
    let edges = edges(events, statements);
    let graph = Graph::new(events * 2, edges.iter().map(|edge| (edge.tail, edge.head)));
    let component = graph.components();
    let (cycles, sound) = cycles(&graph, &component, &edges, statements);
    let mut constraints = Constraints::new(given, Limits::new(statements, edges), graph, &component);
    drop(component);
    let mut contradictions = constraints.begin();
    contradictions.extend(constraints.carry_forward());
    constraints.carry_back();
    Tightened { limits: constraints.limits, cycles, contradictions, sound }
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

/// What limits the begins and ends of events, and what carried it there.
struct Limits<'a> {
    statements: &'a [Statement],
    edges: Vec<Edge>,
    lower: Vec<Option<Limit>>,
    upper: Vec<Option<Limit>>,
}

/// The constraints while they are carried along.
struct Constraints<'a, 'g> {
    given: &'g GivenOf<'g>,
    limits: Limits<'a>,
    graph: Graph,
    /// The nodes, tails before heads.
    order: Vec<usize>,
    /// Edges that lie in a knot or in a contradiction carry nothing.
    carries: Vec<bool>,
}

impl<'a, 'g> Constraints<'a, 'g> {
    fn new(given: &'g GivenOf<'g>, limits: Limits<'a>, graph: Graph, component: &[usize]) -> Self {
        let mut order: Vec<usize> = (0..graph.nodes()).collect();
        // Inside a knot only "begins before it ends" is kept, and starts have even numbers.
        order.sort_unstable_by_key(|&node| (component[node], node % 2, node));
        let carries = |edge: &Edge| edge.statement.is_none() || component[edge.tail] != component[edge.head];
        let carries = limits.edges.iter().map(carries).collect();
        Self { given, limits, graph, order, carries }
    }

    /// Begins with what each event's own date and sources say, and tells which of them belie each other.
    fn begin(&mut self) -> Vec<Contradiction> {
        let events = self.graph.nodes() / 2;
        let (given, mut contradictions) = (self.given, Vec::new());
        for begun in abreast(&lots(events, AT_ONCE), |lot| Begun::of(lot.clone(), given)) {
            self.limits.lower.extend(begun.lower);
            self.limits.upper.extend(begun.upper);
            contradictions.extend(begun.contradictions);
        }
        contradictions
    }

    /// Carries lower bounds along the edges. An edge that would push a node beyond what
    /// its own event allows is a contradiction; it carries nothing from then on, so that
    /// each contradiction is told once and the rest stays sound.
    fn carry_forward(&mut self) -> Vec<Contradiction> {
        let mut contradictions = Vec::new();
        for at in 0..self.order.len() {
            let tail = self.order[at];
            let Some(limit) = self.limits.lower[tail] else { continue };
            for &edge in self.graph.leaving(tail) {
                let head = self.limits.edges[edge].head;
                if !self.carries[edge] {
                    continue;
                }
                match self.limits.upper[head] {
                    Some(upper) if upper.day < limit.day => {
                        self.carries[edge] = false;
                        contradictions.push(self.contradiction(edge, limit.day, upper));
                    }
                    _ => {
                        let known = self.limits.lower[head];
                        if known.is_none_or(|known| known.day < limit.day) {
                            self.limits.lower[head] = Some(Limit { day: limit.day, cause: Cause::Edge(edge) });
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
                let head = self.limits.edges[edge].head;
                let (true, Some(limit)) = (self.carries[edge], self.limits.upper[head]) else { continue };
                if self.limits.upper[tail].is_none_or(|known| limit.day < known.day) {
                    self.limits.upper[tail] = Some(Limit { day: limit.day, cause: Cause::Edge(edge) });
                }
            }
        }
    }

    /// What contradicts what when `edge` would carry `day` to a node bounded by `upper`.
    fn contradiction(&self, edge: usize, day: Day, upper: Limit) -> Contradiction {
        let event = EventNo::at(self.limits.edges[edge].head / 2);
        let limited_by = match upper.cause {
            Cause::Edge(lasting) => {
                self.limits.upper[self.limits.edges[lasting].head].map_or(Cause::Date, |limit| limit.cause)
            }
            own => own,
        };
        let mut assertions = vec![self.own_assertion(event, limited_by)];
        let (mut next, mut left_out) = (Some(edge), 0);
        while let Some(edge) = next {
            let Edge { tail, statement, .. } = self.limits.edges[edge];
            match statement {
                Some(number) if assertions.len() < MOST_ASSERTIONS => {
                    assertions.push(Assertion::Order(self.limits.statements[number]));
                }
                Some(_) => left_out += 1,
                None => {}
            }
            next = match self.limits.lower[tail].map(|limit| limit.cause) {
                Some(Cause::Edge(edge)) => Some(edge),
                Some(cause) => {
                    assertions.push(self.own_assertion(EventNo::at(tail / 2), cause));
                    None
                }
                None => None,
            };
        }
        assertions.reverse();
        Contradiction { event, not_before: day, not_after: upper.day, assertions, left_out }
    }

    fn own_assertion(&self, event: EventNo, cause: Cause) -> Assertion {
        let given = (self.given)(event.index());
        match (cause, given.report()) {
            (Cause::Source(_), Some(Report { source, span, .. })) => Assertion::Source(event, source, span),
            _ => Assertion::Date(event, given.date_span),
        }
    }
}

/// What some events' own dates and sources say of their begins and ends.
#[derive(Default)]
struct Begun {
    lower: Vec<Option<Limit>>,
    upper: Vec<Option<Limit>>,
    contradictions: Vec<Contradiction>,
}

impl Begun {
    fn of(events: Range<usize>, given: &GivenOf) -> Self {
        let mut begun = Self::default();
        for event in events {
            let given = given(event);
            for side in [Side::Start, Side::End] {
                let day = given.date[lower(side)];
                begun.lower.push(day.map(|day| Limit { day, cause: Cause::Date }));
                begun.upper.push(latest(&given, node(event, side)));
            }
            begun.contradictions.extend(belied(&given, EventNo::at(event)));
        }
        begun
    }
}

impl<'a> Limits<'a> {
    fn new(statements: &'a [Statement], edges: Vec<Edge>) -> Self {
        Self { statements, edges, lower: Vec::new(), upper: Vec::new() }
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

/// Reports of an event as done before it can have ended by its own date.
fn belied(given: &Given, event: EventNo) -> impl Iterator<Item = Contradiction> + '_ {
    let belied = given.reports.iter().filter(|report| given.is_belied(report));
    belied.filter_map(move |&Report { day, source, span }| {
        let assertions = vec![Assertion::Date(event, given.date_span), Assertion::Source(event, source, span)];
        let not_before = given.date[Bound::EarliestEnd]?;
        Some(Contradiction { event, not_before, not_after: day, assertions, left_out: 0 })
    })
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
