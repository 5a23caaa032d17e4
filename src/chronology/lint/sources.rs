//! Events that rest on no source, or on one alone.

use super::Broken;
use crate::chronology::Chronology;
use crate::file::{EventRecord, Problem, Rule, quoted};

/// A problem for each event with fewer than two sources.
pub(super) fn lacking(chronology: &Chronology, broken: &Broken) -> impl Iterator<Item = Problem> {
    let events = chronology.events.iter().map(|event| event.record.as_ref());
    events.filter(|event| !broken.lost_a_key(event.span)).filter_map(problem)
}

fn problem(event: &EventRecord) -> Option<Problem> {
    let mut cited = cited(event);
    let Some(first) = cited.next() else {
        let message = "found no `sources`, expected what the event rests on";
        let help = "add the id of a source: sources = [\"...\"]";
        return Some(Problem::new(Rule::NoSource, event.id.span, message).with_help(help));
    };
    if cited.any(|id| id != first) {
        return None;
    }
    let message = format!("{} rests on the source {} alone", quoted(&event.id.value), quoted(first));
    Some(Problem::new(Rule::SingleSource, event.id.span, message))
}

/// The ids of all sources that an event names, for itself or for one of its claims.
fn cited(event: &EventRecord) -> impl Iterator<Item = &str> {
    let claimed = event.claims.iter().flat_map(|claim| &claim.sources);
    event.sources.iter().map(|citation| &citation.source).chain(claimed).map(|id| id.value.as_str())
}
