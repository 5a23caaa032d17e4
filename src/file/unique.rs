//! Ids that more than one record of a kind has.

use super::sanitise::quoted;
use super::{Id, Problem, Records, Rule, Span};
use std::collections::{HashMap, HashSet};

/// Makes the ids of each kind unique, and says where they were not.
///
/// The first record keeps the id, and with it all references; the others are kept under
/// `id (2)`, `id (3)`, so that none of them disappears.
pub(super) fn ids(records: &mut Records, problems: &mut Vec<Problem>) {
    of_kind("category", &mut records.categories, |record| &mut record.id, problems);
    of_kind("place", &mut records.places, |record| &mut record.id, problems);
    of_kind("actor", &mut records.actors, |record| &mut record.id, problems);
    of_kind("source", &mut records.sources, |record| &mut record.id, problems);
    of_kind("event", &mut records.events, |record| &mut record.id, problems);
    of_kind("tour", &mut records.tours, |record| &mut record.id, problems);
}

fn of_kind<R>(kind: &str, records: &mut [R], id: impl Fn(&mut R) -> &mut Id, problems: &mut Vec<Problem>) {
    if are_unique(records, &id) {
        return;
    }
    let mut seen: HashMap<String, (Span, usize)> = HashMap::new();
    for id in records.iter_mut().map(id) {
        let Some((first, count)) = seen.get_mut(id.value.as_str()) else {
            seen.insert(id.value.to_string(), (id.span, 1));
            continue;
        };
        let (first, from) = (*first, *count + 1);
        let message = format!("found the id {} a second time", quoted(&id.value));
        let problem = Problem::new(Rule::DuplicateId, id.span, message);
        let problem = problem.with_help(format!("give this {kind} an id of its own, or take it out"));
        problems.push(problem.with_related(first, format!("the first {kind} of this id")));
        let free = (from..).find(|number| !seen.contains_key(&numbered(&id.value, *number))).unwrap_or(from);
        if let Some((_, count)) = seen.get_mut(id.value.as_str()) {
            *count = free;
        }
        id.value = numbered(&id.value, free).into();
        seen.insert(id.value.to_string(), (id.span, 1));
    }
}

/// Whether no two are alike, as nearly always: then none needs to be copied.
fn are_unique<R>(records: &mut [R], id: impl Fn(&mut R) -> &mut Id) -> bool {
    let mut seen = HashSet::with_capacity(records.len());
    records.iter_mut().map(id).all(|id| seen.insert(&*id.value))
}

fn numbered(id: &str, number: usize) -> String {
    format!("{id} ({number})")
}
