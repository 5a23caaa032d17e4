//! Events that look like the same one: same date, same actors, and nearly the same title.

use crate::chronology::{ActorNo, Chronology, Event};
use crate::date::Language;
use crate::file::{Problem, Rule, quoted};
use std::collections::{HashMap, HashSet};

/// How many events of the same date and actors, sorted by title, an event is compared with:
/// so ten thousand of them are no burden.
const NEIGHBOURS: usize = 8;

/// A problem for each event that looks like one before it.
pub(super) fn pairs(chronology: &Chronology) -> Vec<Problem> {
    let mut groups: HashMap<(String, Vec<ActorNo>), Vec<&Event>> = HashMap::new();
    for event in &chronology.events {
        let Some(date) = &event.record.date else { continue };
        let mut actors: Vec<_> = event.participants().collect();
        actors.sort_unstable();
        groups.entry((date.value.to_string(), actors)).or_default().push(event);
    }
    groups.into_values().flat_map(of_group).collect()
}

fn of_group(mut events: Vec<&Event>) -> Vec<Problem> {
    events.sort_by_key(|event| (title(event), event.record.id.span));
    let near = |at: usize| &events[at.saturating_sub(NEIGHBOURS)..at];
    let twin = |at: usize| near(at).iter().rev().find(|other| are_alike(events[at], other));
    (0..events.len()).filter_map(|at| Some(problem(events[at], twin(at)?))).collect()
}

/// The problem of two events, told at the one that stands later in the files.
fn problem(one: &Event, other: &Event) -> Problem {
    let is_later = one.record.id.span > other.record.id.span;
    let (later, earlier) = if is_later { (one, other) } else { (other, one) };
    let message = format!("{} looks like {}: same date, same actors, nearly the same title", id(later), id(earlier));
    Problem::new(Rule::Alike, later.record.id.span, message)
        .with_related(earlier.record.id.span, "the other one")
        .with_help("if they are one event, keep one record with the sources of both")
}

fn id(event: &Event) -> String {
    quoted(event.id())
}

fn title(event: &Event) -> &str {
    event.record.title.read(Language::En, &[])
}

/// Whether two titles share at least three quarters of their pairs of letters, in every
/// language that both have.
fn are_alike(one: &Event, other: &Event) -> bool {
    let titles = |language| Some((one.record.title.form(language)?, other.record.title.form(language)?));
    let mut shared = Language::ALL.into_iter().filter_map(titles).peekable();
    shared.peek().is_some() && shared.all(|(one, other)| is_near(&pairs_of_letters(one), &pairs_of_letters(other)))
}

fn is_near(one: &HashSet<(char, char)>, other: &HashSet<(char, char)>) -> bool {
    let common = one.intersection(other).count();
    common > 0 && 8 * common >= 3 * (one.len() + other.len())
}

fn pairs_of_letters(title: &str) -> HashSet<(char, char)> {
    let letters: Vec<char> = title.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    letters.windows(2).map(|pair| (pair[0], pair[1])).collect()
}
