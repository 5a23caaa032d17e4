//! Ids that more than one record of a kind has.

use super::sanitise::quoted;
use super::{Id, Problem, Records, Rule, Span};
use std::collections::HashMap;

/// Makes the ids of each kind unique, and says where they were not.
///
/// The first record keeps the id, and with it all references; the others are kept under
/// `id (2)`, `id (3)`, so that none of them disappears.
pub(super) fn ids(records: &mut Records, problems: &mut Vec<Problem>) {
    of_kind("category", records.categories.iter_mut().map(|record| &mut record.id), problems);
    of_kind("place", records.places.iter_mut().map(|record| &mut record.id), problems);
    of_kind("actor", records.actors.iter_mut().map(|record| &mut record.id), problems);
    of_kind("source", records.sources.iter_mut().map(|record| &mut record.id), problems);
    of_kind("event", records.events.iter_mut().map(|record| &mut record.id), problems);
    of_kind("tour", records.tours.iter_mut().map(|record| &mut record.id), problems);
}

fn of_kind<'r>(kind: &str, ids: impl Iterator<Item = &'r mut Id>, problems: &mut Vec<Problem>) {
    let mut seen: HashMap<String, (Span, usize)> = HashMap::new();
    for id in ids {
        let Some((first, count)) = seen.get_mut(&id.value) else {
            seen.insert(id.value.clone(), (id.span, 1));
            continue;
        };
        let (first, from) = (*first, *count + 1);
        let message = format!("found the id {} a second time", quoted(&id.value));
        let problem = Problem::new(Rule::DuplicateId, id.span, message);
        let problem = problem.with_help(format!("give this {kind} an id of its own, or take it out"));
        problems.push(problem.with_related(first, format!("the first {kind} of this id")));
        let free = (from..).find(|number| !seen.contains_key(&numbered(&id.value, *number))).unwrap_or(from);
        if let Some((_, count)) = seen.get_mut(&id.value) {
            *count = free;
        }
        id.value = numbered(&id.value, free);
        seen.insert(id.value.clone(), (id.span, 1));
    }
}

fn numbered(id: &str, number: usize) -> String {
    format!("{id} ({number})")
}
