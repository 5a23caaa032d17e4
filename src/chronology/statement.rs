//! What the file states about the order of two events.

use super::EventNo;
use crate::file::Span;

/// How the order of two events was stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// The subject begins when the object has ended, or later.
    After,
    /// The subject has ended when the object begins.
    Before,
    /// The subject lies within the object.
    PartOf,
    /// The subject answers the object: begins no earlier than it begins.
    ReplyTo,
}

impl Relation {
    /// The key under which the file states it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::After => "after",
            Self::Before => "before",
            Self::PartOf => "part_of",
            Self::ReplyTo => "reply_to",
        }
    }
}

/// One statement of order, with its place in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Statement {
    /// What is stated.
    pub relation: Relation,
    /// The event in whose record it stands.
    pub subject: EventNo,
    /// The event that it names.
    pub object: EventNo,
    /// Where.
    pub span: Span,
}

/// The begin or the end of an event: what bounds are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Its first day.
    Start,
    /// Its last day.
    End,
}

impl Statement {
    /// What it says of days: each of these pairs reads "no later than".
    pub fn constraints(&self) -> impl Iterator<Item = [(EventNo, Side); 2]> + use<> {
        use Side::{End, Start};
        let (subject, object) = (self.subject, self.object);
        let (first, second) = match self.relation {
            Relation::After => ([(object, End), (subject, Start)], None),
            Relation::Before => ([(subject, End), (object, Start)], None),
            Relation::ReplyTo => ([(object, Start), (subject, Start)], None),
            Relation::PartOf => ([(object, Start), (subject, Start)], Some([(subject, End), (object, End)])),
        };
        std::iter::once(first).chain(second)
    }

    /// The two events, the one that begins no later than the other first.
    pub const fn in_order(&self) -> (EventNo, EventNo) {
        match self.relation {
            Relation::Before => (self.subject, self.object),
            _ => (self.object, self.subject),
        }
    }
}
