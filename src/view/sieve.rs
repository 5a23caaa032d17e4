//! What a query leaves of the events on the screen, and what becomes of the others.

use crate::chronology::EventNo;
use crate::chronology::query::{Found, Match};

/// What becomes of the events that a query does not find.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Rest {
    /// They stay where they are, dimmed.
    #[default]
    Dimmed,
    /// They are not shown.
    Hidden,
}

/// How an event is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Presence {
    /// As usual.
    Plain,
    /// In its place, but less strongly.
    Dimmed,
    /// Not at all.
    Hidden,
}

/// What a query found, and what becomes of the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sieve<'a> {
    /// What was found; `None` where nothing was asked.
    pub found: Option<&'a Found>,
    /// What becomes of the rest.
    pub rest: Rest,
}

impl Sieve<'_> {
    /// Whether an event is among those that were asked for, be it possibly.
    pub fn leaves(&self, event: EventNo) -> bool {
        self.found.is_none_or(|found| found.of(event) != Match::No)
    }

    /// How an event is shown.
    pub fn presence(&self, event: EventNo) -> Presence {
        match self.rest {
            _ if self.leaves(event) => Presence::Plain,
            Rest::Dimmed => Presence::Dimmed,
            Rest::Hidden => Presence::Hidden,
        }
    }
}
