//! Why a bound holds, and the way back to where it comes from.

use super::{Chronology, EventNo, Relation, SourceNo};
use crate::date::{Bound, Day};
use crate::file::Span;

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

impl Chronology {
    /// The proof of a bound: from the bound itself back to the date or the source that
    /// it comes from. Empty where the bound is open.
    pub fn proof(&self, event: EventNo, bound: Bound) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut next = Some((event, bound));
        while let Some((event, bound)) = next {
            let (Some(day), Some(reason)) = (self[event].bounds[bound], self[event].reason(bound)) else { break };
            steps.push(Step { event, bound, day, reason });
            next = match reason {
                Reason::Date | Reason::Source(_) => None,
                Reason::Order { other, bound, .. } => Some((other, bound)),
                Reason::Lasting(bound) => Some((event, bound)),
            };
        }
        steps
    }
}
