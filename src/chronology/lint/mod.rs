//! What can be read and put in order, but could be curated better.
//!
//! Knows the chronology as it came out; what cannot be read or cannot be true is told before.

mod alike;
mod sources;
mod texts;
mod translations;
mod unused;

use super::Chronology;
use crate::file::{Problem, Rule, Span};
use std::collections::HashSet;

impl Chronology {
    /// Everything that could be curated better, sorted by place. `known` is what is wrong
    /// already: where it names a place or may have cost a key, nothing more is said.
    pub fn lint(&self, known: &[Problem]) -> Vec<Problem> {
        let broken = Broken::new(self, known);
        let mut problems = Vec::new();
        problems.extend(translations::missing(self));
        problems.extend(self.without_category(&broken));
        problems.extend(sources::lacking(self, &broken));
        problems.extend(alike::pairs(self));
        if known.iter().all(|problem| problem.rule != Rule::Syntax) {
            problems.extend(unused::records(self));
        }
        let mut wrong: Vec<_> = known.iter().map(|problem| start(problem.span)).collect();
        wrong.sort_unstable();
        problems.retain(|problem| !has_within(&wrong, problem.span));
        Problem::sort(&mut problems);
        problems
    }

    fn without_category(&self, broken: &Broken) -> impl Iterator<Item = Problem> {
        let events = self.events.iter().map(|event| &event.record);
        let without = events.filter(|event| event.category.is_none() && !broken.lost_a_key(event.span));
        let first = self.categories.first().map_or("...", |category| &category.id.value);
        without.map(move |event| {
            Problem::new(Rule::NoCategory, event.id.span, "found no `category`, which says what kind of event it is")
                .with_help(format!("add one: category = \"{first}\""))
        })
    }
}

/// The records of which a key may have been lost, so that what seems to be missing in them
/// may be there.
struct Broken(HashSet<(usize, usize)>);

impl Broken {
    fn new(chronology: &Chronology, known: &[Problem]) -> Self {
        let mut starts: Vec<_> = chronology.spans().map(start).collect();
        starts.sort_unstable();
        let losing = known.iter().filter(|problem| loses_a_key(problem.rule)).map(|problem| start(problem.span));
        let owner = |place| starts[..starts.partition_point(|&start| start <= place)].last().copied();
        Self(losing.filter_map(owner).collect())
    }

    fn lost_a_key(&self, record: Span) -> bool {
        self.0.contains(&start(record))
    }
}

/// Whether one of these places, in order, is at the start of a span or within it.
fn has_within(places: &[(usize, usize)], span: Span) -> bool {
    let next = places.partition_point(|&place| place < start(span));
    places.get(next).is_some_and(|&place| place == start(span) || place < (span.document(), span.end()))
}

fn start(span: Span) -> (usize, usize) {
    (span.document(), span.start())
}

fn loses_a_key(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::Syntax | Rule::Encoding | Rule::UnknownKey | Rule::WrongType | Rule::BadId | Rule::UnknownReference
    )
}

impl Chronology {
    /// The places of all records.
    fn spans(&self) -> impl Iterator<Item = Span> {
        let categories = self.categories.iter().map(|category| category.span);
        let places = self.places.iter().map(|place| place.span);
        let actors = self.actors.iter().map(|actor| actor.record.span);
        let sources = self.sources.iter().map(|source| source.record.span);
        categories.chain(places).chain(actors).chain(sources).chain(self.events.iter().map(|event| event.record.span))
    }
}
