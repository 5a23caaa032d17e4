//! Looks up every id that a record refers to.

use super::{ActorNo, CategoryNo, Cited, EventNo, PlaceNo, Relation, SourceNo, Statement};
use crate::file::{Citation, EventRecord, Id, Problem, Records, Rule, Told, abreast, lots, nearest, quoted};
use foldhash::{HashMap, HashMapExt};

/// How many unknown ids are told with the nearest known one: each costs a look at all of
/// them, and a reader is told no more problems than this at once.
const MOST_NEAREST: usize = 50;

/// So many events are looked at in one go.
const AT_ONCE: usize = 1_000;

/// Ids of one kind of record, and the positions that they stand for.
#[derive(Debug)]
struct Directory<'a> {
    kind: &'static str,
    positions: HashMap<&'a str, usize>,
}

/// An id that stands for nothing, with those among which it was looked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unknown<'a> {
    id: &'a Id,
    directory: &'a Directory<'a>,
}

impl<'a> Directory<'a> {
    fn new(kind: &'static str, ids: impl ExactSizeIterator<Item = &'a Id>) -> Self {
        let mut positions = HashMap::with_capacity(ids.len());
        for (position, id) in ids.enumerate() {
            positions.entry(id.value.as_str()).or_insert(position);
        }
        Self { kind, positions }
    }

    /// The position that an id stands for; where there is none, that is noted.
    fn find<'d>(&'d self, id: &'d Id, unknown: &mut Vec<Unknown<'d>>) -> Option<usize> {
        let found = self.positions.get(id.value.as_str()).copied();
        if found.is_none() {
            unknown.push(Unknown { id, directory: self });
        }
        found
    }
}

impl Unknown<'_> {
    /// Tells these.
    pub(super) fn tell(unknown: Vec<Self>, problems: &mut Vec<Problem>) {
        for one in unknown {
            problems.push(one.problem(problems.len() < MOST_NEAREST));
        }
    }

    fn problem(self, with_nearest: bool) -> Problem {
        let Self { id, directory } = self;
        let message = format!("no {} has the id {}", directory.kind, quoted(&id.value));
        let problem = Problem::new(Rule::UnknownReference, id.span, message);
        let known = directory.positions.keys().copied().filter(|_| with_nearest);
        match nearest(&id.value, known) {
            Some(near) => problem.with_help(format!("did you mean {}?", quoted(near))),
            None => problem.with_help(format!("add a [[{}]] of this id, or correct the id", directory.kind)),
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

    pub(super) fn place<'d>(&'d self, id: &'d Id, unknown: &mut Vec<Unknown<'d>>) -> Option<PlaceNo> {
        self.places.find(id, unknown).map(PlaceNo::at)
    }

    pub(super) fn actor<'d>(&'d self, id: &'d Id, unknown: &mut Vec<Unknown<'d>>) -> Option<ActorNo> {
        self.actors.find(id, unknown).map(ActorNo::at)
    }

    fn source<'d>(&'d self, id: &'d Id, unknown: &mut Vec<Unknown<'d>>) -> Option<SourceNo> {
        self.sources.find(id, unknown).map(SourceNo::at)
    }

    fn event<'d>(&'d self, id: &'d Id, unknown: &mut Vec<Unknown<'d>>) -> Option<EventNo> {
        self.events.find(id, unknown).map(EventNo::at)
    }

    /// The event that a tour stops at.
    pub(super) fn step(&self, id: &Id, problems: &mut Vec<Problem>) -> Option<EventNo> {
        let mut unknown = Vec::new();
        let event = self.event(id, &mut unknown);
        let with_nearest = problems.len() < MOST_NEAREST;
        let problem = |one: Unknown| Problem { rule: Rule::UnknownStep, ..one.problem(with_nearest) };
        problems.extend(unknown.into_iter().map(problem));
        event
    }

    /// Everything that events refer to, event by event, in lots; what does not exist is left out and
    /// noted. `told` hears how many events are done.
    pub(super) fn references<'d>(
        &'d self,
        records: &'d [Box<EventRecord>],
        unknown: &mut Vec<Unknown<'d>>,
        told: &Told,
    ) -> Vec<Vec<References>> {
        let found = abreast(&lots(records.len(), AT_ONCE), |lot| {
            let mut unknown = Vec::new();
            let references = lot.clone().map(|at| self.references_of(EventNo::at(at), &records[at], &mut unknown));
            let references: Vec<_> = references.collect();
            told(lot.len());
            (references, unknown)
        });
        let note = |(references, more)| {
            unknown.extend::<Vec<Unknown>>(more);
            references
        };
        found.into_iter().map(note).collect()
    }

    fn references_of<'d>(
        &'d self,
        subject: EventNo,
        record: &'d EventRecord,
        unknown: &mut Vec<Unknown<'d>>,
    ) -> References {
        let category = record.category.as_ref().and_then(|id| self.categories.find(id, unknown));
        let place = record.place.as_ref().and_then(|id| self.place(id, unknown));
        let mut actors = |ids: &'d [Id]| ids.iter().filter_map(|id| self.actor(id, unknown)).collect();
        let (from, to, actors) = (actors(&record.from), actors(&record.to), actors(&record.actors));
        for source in record.claims.iter().flat_map(|claim| &claim.sources) {
            self.source(source, unknown);
        }
        let citations = record.sources.iter().filter_map(|citation| self.cited(citation, unknown)).collect();
        let statements = statements(record)
            .filter_map(|(relation, id)| {
                Some(Statement { relation, subject, object: self.event(id, unknown)?, span: id.span })
            })
            .collect();
        References { category: category.map(CategoryNo::at), place, from, to, actors, citations, statements }
    }

    fn cited<'d>(&'d self, citation: &'d Citation, unknown: &mut Vec<Unknown<'d>>) -> Option<Cited> {
        let source = self.source(&citation.source, unknown)?;
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
