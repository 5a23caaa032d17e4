//! Records that nothing refers to.

use crate::chronology::Chronology;
use crate::file::{Id, Problem, Rule, quoted};
use std::collections::HashSet;

/// A problem for each category, place, actor and source that nothing refers to.
pub(super) fn records(chronology: &Chronology) -> Vec<Problem> {
    let Chronology { categories, places, actors, sources, events, .. } = chronology;
    let event_categories = events.iter().filter_map(|event| event.category).map(|category| category.index());
    let homes = actors.iter().filter_map(|actor| actor.place);
    let event_places = events.iter().filter_map(|event| event.place).chain(homes).map(|place| place.index());
    let employers = actors.iter().filter_map(|actor| actor.of);
    let participants = events.iter().flat_map(|event| event.participants()).chain(employers).map(|actor| actor.index());

    let categories = of_kind("category", categories.iter().map(|category| &category.id), event_categories);
    let places = of_kind("place", places.iter().map(|place| &place.id), event_places);
    let actors = of_kind("actor", actors.iter().map(|actor| &actor.record.id), participants);
    let sources = of_kind("source", sources.iter().map(|source| &source.record.id), cited(chronology));
    categories.into_iter().chain(places).chain(actors).chain(sources).collect()
}

fn of_kind<'a>(kind: &str, ids: impl Iterator<Item = &'a Id>, used: impl IntoIterator<Item = usize>) -> Vec<Problem> {
    let used: HashSet<usize> = used.into_iter().collect();
    let unused = ids.enumerate().filter(|(position, _)| !used.contains(position));
    unused.map(|(_, id)| problem(kind, id)).collect()
}

fn problem(kind: &str, id: &Id) -> Problem {
    let message = format!("nothing refers to the {kind} {}", quoted(&id.value));
    let help = "name it where it belongs, or take the record out";
    Problem::new(Rule::Unused, id.span, message).with_help(help)
}

/// The sources that events cite, for themselves or for one of their claims.
fn cited(chronology: &Chronology) -> HashSet<usize> {
    let events = &chronology.events;
    let claimed: HashSet<&str> = (events.iter())
        .flat_map(|event| &event.record.claims)
        .flat_map(|claim| claim.sources.iter().map(|id| id.value.as_str()))
        .collect();
    let sources = chronology.sources.iter().enumerate();
    let claimed = sources.filter(|(_, source)| claimed.contains(source.record.id.value.as_str()));
    let cited = events.iter().flat_map(|event| &event.citations).map(|citation| citation.source.index());
    claimed.map(|(position, _)| position).chain(cited).collect()
}
