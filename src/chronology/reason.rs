//! Why a bound holds, and the way back to where it comes from.

use super::{Chronology, EventNo, ReasonNo, Relation, SourceNo};
use crate::date::{Bound, Day};
use crate::file::Span;
use foldhash::HashMap;

/// The one thing that set a bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The event's own date says so.
    Date,
    /// A source published on that day tells of it as done.
    Source(SourceNo),
    /// A statement of order carries over a bound of another event.
    Order {
        /// What is stated.
        relation: Relation,
        /// Whether it stands with this event, or with the other.
        stated_by: EventNo,
        /// Where.
        span: Span,
        /// The other event.
        other: EventNo,
        /// The bound of it that is carried over.
        bound: Bound,
    },
    /// Nothing ends before it begins: another bound of the same event carries over.
    Lasting(Bound),
}

/// One step of a proof: the bound of an event, its day, and why it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Step {
    /// Whose bound.
    pub event: EventNo,
    /// Which of the four.
    pub bound: Bound,
    /// The day; the same along the whole proof.
    pub day: Day,
    /// Why it holds.
    pub reason: Reason,
}

/// Reasons, each kept once: most hold for very many bounds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Reasons(Vec<Reason>);

impl Reasons {
    /// A reason by its number.
    fn get(&self, number: ReasonNo) -> Reason {
        self.0[number.index()]
    }

    /// Changes each.
    pub(super) fn change(&mut self, change: impl Fn(Reason) -> Reason) {
        self.0.iter_mut().for_each(|reason| *reason = change(*reason));
    }
}

/// Reasons while they are collected.
#[derive(Debug, Default)]
pub(super) struct Collected {
    numbers: HashMap<Reason, ReasonNo>,
    reasons: Reasons,
}

impl Collected {
    /// The number of a reason, which is kept if it is new.
    pub(super) fn number(&mut self, reason: Reason) -> ReasonNo {
        let Self { numbers, reasons: Reasons(reasons) } = self;
        *numbers.entry(reason).or_insert_with(|| {
            reasons.push(reason);
            ReasonNo::at(reasons.len() - 1)
        })
    }

    /// The reasons by their numbers.
    pub(super) fn all(self) -> Reasons {
        self.reasons
    }
}

impl Chronology {
    /// Why a bound of an event holds; `None` where it is open.
    pub fn reason(&self, event: EventNo, bound: Bound) -> Option<Reason> {
        self[event].reasons[bound as usize].map(|number| self.reasons.get(number))
    }

    /// The proof of a bound: from the bound itself back to the date or the source that
    /// it comes from. Empty where the bound is open.
    pub fn proof(&self, event: EventNo, bound: Bound) -> impl Iterator<Item = Step> + Clone + '_ {
        let step = |(event, bound): (EventNo, Bound)| {
            let (day, reason) = (self[event].bounds[bound]?, self.reason(event, bound)?);
            Some(Step { event, bound, day, reason })
        };
        let next = move |before: &Step| match before.reason {
            Reason::Date | Reason::Source(_) => None,
            Reason::Order { other, bound, .. } => step((other, bound)),
            Reason::Lasting(bound) => step((before.event, bound)),
        };
        std::iter::successors(step((event, bound)), next)
    }

    /// The other events on which the bounds of an event rest, in order.
    pub fn bounding(&self, event: EventNo) -> Vec<EventNo> {
        // What follows from another of its bounds rests on what that does.
        let own = |bound: &Bound| !matches!(self.reason(event, *bound), Some(Reason::Lasting(_)));
        let steps = Bound::ALL.into_iter().filter(own).flat_map(|bound| self.proof(event, bound));
        let mut others: Vec<EventNo> = steps.map(|step| step.event).filter(|&other| other != event).collect();
        // A proof tells begin and end of one event after the other: what goes back all the way is
        // sorted at once where none comes twice.
        others.dedup();
        others.sort_unstable();
        others.dedup();
        others
    }
}
