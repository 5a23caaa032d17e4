//! Looks up every id that a record refers to.

use super::{ActorNo, CategoryNo, Cited, EventNo, PlaceNo, Relation, SourceNo, Statement};
use crate::file::{Citation, EventRecord, Id, Problem, Records, Rule, nearest, quoted};
use std::collections::HashMap;

/// How many unknown ids are told with the nearest known one: each costs a look at all of
/// them, and a reader is told no more problems than this at once.
const MOST_NEAREST: usize = 50;

/// Ids of one kind of record, and the positions that they stand for.
struct Directory<'a> {
    kind: &'static str,
    positions: HashMap<&'a str, usize>,
}

impl<'a> Directory<'a> {
    fn new(kind: &'static str, ids: impl Iterator<Item = &'a Id>) -> Self {
        let mut positions = HashMap::new();
        for (position, id) in ids.enumerate() {
            positions.entry(id.value.as_str()).or_insert(position);
        }
        Self { kind, positions }
    }

    /// The position that an id stands for; if none, a problem that names the nearest id.
    fn find(&self, id: &Id, problems: &mut Vec<Problem>) -> Option<usize> {
        let found = self.positions.get(id.value.as_str()).copied();
        if found.is_none() {
            problems.push(self.unknown(id, problems.len() < MOST_NEAREST));
        }
        found
    }

    fn unknown(&self, id: &Id, with_nearest: bool) -> Problem {
        let message = format!("no {} has the id {}", self.kind, quoted(&id.value));
        let problem = Problem::new(Rule::UnknownReference, id.span, message);
        let known = self.positions.keys().copied().filter(|_| with_nearest);
        match nearest(&id.value, known) {
            Some(near) => problem.with_help(format!("did you mean {}?", quoted(near))),
            None => problem.with_help(format!("add a [[{}]] of this id, or correct the id", self.kind)),
        }
    }
}

/// The directories of all kinds.
pub(super) struct Directories<'a> {
    categories: Directory<'a>,
    places: Directory<'a>,
    actors: Directory<'a>,
    sources: Directory<'a>,
    events: Directory<'a>,
}

/// What an event's references stand for; events by their position in the file.
pub(super) struct References {
    pub(super) category: Option<CategoryNo>,
    pub(super) place: Option<PlaceNo>,
    pub(super) from: Box<[ActorNo]>,
    pub(super) to: Box<[ActorNo]>,
    pub(super) actors: Box<[ActorNo]>,
    pub(super) citations: Box<[Cited]>,
    /// What it states of its order.
    pub(super) statements: Box<[Statement]>,
}

impl<'a> Directories<'a> {
    pub(super) fn new(records: &'a Records) -> Self {
        Self {
            categories: Directory::new("category", records.categories.iter().map(|record| &record.id)),
            places: Directory::new("place", records.places.iter().map(|record| &record.id)),
            actors: Directory::new("actor", records.actors.iter().map(|record| &record.id)),
            sources: Directory::new("source", records.sources.iter().map(|record| &record.id)),
            events: Directory::new("event", records.events.iter().map(|record| &record.id)),
        }
    }

    pub(super) fn place(&self, id: &Id, problems: &mut Vec<Problem>) -> Option<PlaceNo> {
        self.places.find(id, problems).map(PlaceNo::at)
    }

    pub(super) fn actor(&self, id: &Id, problems: &mut Vec<Problem>) -> Option<ActorNo> {
        self.actors.find(id, problems).map(ActorNo::at)
    }

    pub(super) fn source(&self, id: &Id, problems: &mut Vec<Problem>) -> Option<SourceNo> {
        self.sources.find(id, problems).map(SourceNo::at)
    }

    pub(super) fn event(&self, id: &Id, problems: &mut Vec<Problem>) -> Option<EventNo> {
        self.events.find(id, problems).map(EventNo::at)
    }

    /// The event that a tour stops at.
    pub(super) fn step(&self, id: &Id, problems: &mut Vec<Problem>) -> Option<EventNo> {
        let mut found = Vec::new();
        let event = self.event(id, &mut found);
        problems.extend(found.into_iter().map(|problem| Problem { rule: Rule::UnknownStep, ..problem }));
        event
    }

    /// Everything that an event refers to; what does not exist is left out and told.
    pub(super) fn references(&self, subject: EventNo, record: &EventRecord, problems: &mut Vec<Problem>) -> References {
        let category = record.category.as_ref().and_then(|id| self.categories.find(id, problems));
        let place = record.place.as_ref().and_then(|id| self.place(id, problems));
        let mut actors = |ids: &[Id]| ids.iter().filter_map(|id| self.actor(id, problems)).collect();
        let (from, to, actors) = (actors(&record.from), actors(&record.to), actors(&record.actors));
        for source in record.claims.iter().flat_map(|claim| &claim.sources) {
            self.source(source, problems);
        }
        let citations = record.sources.iter().filter_map(|citation| self.cited(citation, problems)).collect();
        let statements = statements(record)
            .filter_map(|(relation, id)| {
                Some(Statement { relation, subject, object: self.event(id, problems)?, span: id.span })
            })
            .collect();
        References { category: category.map(CategoryNo::at), place, from, to, actors, citations, statements }
    }

    fn cited(&self, citation: &Citation, problems: &mut Vec<Problem>) -> Option<Cited> {
        let source = self.source(&citation.source, problems)?;
        Some(Cited { source, note: citation.note.clone(), announces: citation.announces })
    }
}

/// What an event states of its order, in the order of the keys.
fn statements(record: &EventRecord) -> impl Iterator<Item = (Relation, &Id)> {
    let relations = [
        (Relation::After, &*record.after),
        (Relation::Before, &*record.before),
        (Relation::PartOf, record.part_of.as_slice()),
        (Relation::ReplyTo, &*record.reply_to),
    ];
    relations.into_iter().flat_map(|(relation, ids)| ids.iter().map(move |id| (relation, id)))
}
