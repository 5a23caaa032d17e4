//! From records as written to a chronology: looked up, bounded, put in order.

use super::order::{order, ranks};
use super::reason::Collected;
use super::resolve::{Directories, References, Unknown};
use super::tighten::{Given, Report, tighten};
use super::{Actor, Chronology, Event, EventNo, Reason, Source, Statement, Stop, Tour, told};
use crate::date::{Bound, Bounds};
use crate::file::{ActorRecord, EventRecord, Problem, Records, SourceRecord, Told, TourRecord};

impl Chronology {
    /// How many steps each event is taken until all are in order.
    pub const STEPS: usize = 4;

    /// Reads the order out of records. What cannot be true is told and left aside; no
    /// event is lost over it.
    pub fn new(records: Records) -> (Self, Vec<Problem>) {
        Self::telling(records, &|_| {})
    }

    /// The same; `told` hears how many events have been taken a step farther, from whichever thread did.
    pub fn telling(records: Records, told: &Told) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let directories = Directories::new(&records);
        let mut unknown = Vec::new();
        let references = directories.references(&records.events, &mut unknown, told);
        let actor_links: Vec<_> = (records.actors.iter())
            .map(|actor| {
                let of = actor.of.as_ref().and_then(|id| directories.actor(id, &mut unknown));
                let place = actor.place.as_ref().and_then(|id| directories.place(id, &mut unknown));
                (of, place)
            })
            .collect();
        Unknown::tell(unknown, &mut problems);
        let stops: Vec<Vec<Option<EventNo>>> = (records.tours.iter())
            .map(|tour| tour.steps.iter().map(|step| directories.step(&step.event, &mut problems)).collect())
            .collect();

        let sources: Vec<Source> = records.sources.into_iter().map(source).collect();
        let statements = references.iter().flatten().flat_map(|found| found.statements.iter().copied());
        let statements: Vec<Statement> = statements.collect();
        let found = references.into_iter().flatten();
        let mut events: Vec<Event> =
            records.events.into_iter().zip(found).map(|(record, it)| event(record, it)).collect();
        let mut reasons = Collected::default();
        let sound = bounded(&mut events, &statements, &sources, &mut reasons, &mut problems);
        told(events.len());
        let order = order(&events, &sound);
        told(events.len());
        let mut reasons = reasons.all();
        let ranks = ranks(&order);
        let tours = records.tours.into_iter().zip(stops).map(|(record, stops)| tour(record, stops, &ranks)).collect();
        for (position, stands_at) in order {
            events[position].stands_at = stands_at;
        }
        reasons.change(|reason| renumbered(reason, &ranks));
        arrange(&mut events, ranks);
        link(&mut events);
        told(events.len());
        let chronology = Self {
            heading: records.heading,
            categories: records.categories,
            places: records.places,
            actors: records
                .actors
                .into_iter()
                .zip(actor_links)
                .map(|(record, (of, place))| actor(record, of, place))
                .collect(),
            sources,
            events,
            tours,
            reasons,
        };
        (chronology, problems)
    }
}

fn source(record: SourceRecord) -> Source {
    let published = record.published.as_ref().and_then(|date| date.value.bounds()[Bound::LatestEnd]);
    Source { record, published }
}

fn actor(record: ActorRecord, of: Option<super::ActorNo>, place: Option<super::PlaceNo>) -> Actor {
    Actor { record, of, place }
}

fn tour(record: TourRecord, stops: Vec<Option<EventNo>>, ranks: &[EventNo]) -> Tour {
    let steps = (record.steps.into_iter().zip(stops))
        .filter_map(|(step, event)| Some(Stop { event: ranks[event?.index()], note: step.note }))
        .collect();
    Tour { id: record.id, title: record.title, steps }
}

fn given(event: &Event, sources: &[Source]) -> Given {
    let Event { record, citations, .. } = event;
    // What is cited stands among what is written in the same order, but for sources that do not exist;
    // where all do, no id need be looked at.
    let mut written = record.sources.iter().map(|citation| &citation.source);
    let are_all = citations.len() == record.sources.len();
    let reports = citations.iter().filter_map(|cited| {
        let source = &sources[cited.source.index()];
        let span = written.find(|id| are_all || id.value == source.record.id.value)?.span;
        let day = source.published.filter(|_| !cited.announces)?;
        Some(Report { day, source: cited.source, span })
    });
    let mut reports: Vec<Report> = reports.collect();
    reports.sort_by_key(|report| report.day);
    Given {
        date: record.date.as_ref().map_or(Bounds::OPEN, |date| date.value.bounds()),
        date_span: record.date.as_ref().map_or(record.id.span, |date| date.span),
        reports,
    }
}

/// An event of which nothing is known yet but what its record says; other events by their
/// position in the file.
fn event(record: Box<EventRecord>, found: References) -> Event {
    use super::Relation::{After, Before, PartOf, ReplyTo};
    let objects = |relation| {
        let stated = found.statements.iter().filter(move |statement| statement.relation == relation);
        stated.map(|statement| statement.object)
    };
    Event {
        category: found.category,
        place: found.place,
        after: objects(After).collect(),
        before: objects(Before).collect(),
        part_of: objects(PartOf).next(),
        reply_to: objects(ReplyTo).collect(),
        from: found.from,
        to: found.to,
        actors: found.actors,
        citations: found.citations,
        parts: Box::default(),
        replies: Box::default(),
        bounds: Bounds::OPEN,
        stands_at: None,
        reasons: [None; 4],
        record,
    }
}

/// Gives each event its tightest bounds; the statements on which order may rest.
fn bounded(
    events: &mut [Event],
    statements: &[Statement],
    sources: &[Source],
    reasons: &mut Collected,
    problems: &mut Vec<Problem>,
) -> Vec<Statement> {
    let tightened = tighten(events.len(), &|position| given(&events[position], sources), statements);
    problems.extend(told::problems(&tightened, events, sources));
    for (position, event) in events.iter_mut().enumerate() {
        let (bounds, why) = tightened.bounds(position);
        event.bounds = bounds;
        event.reasons = why.map(|reason| reason.map(|reason| reasons.number(reason)));
    }
    let sound = statements.iter().zip(&tightened.sound);
    sound.filter_map(|(statement, sound)| sound.then_some(*statement)).collect()
}

/// Puts the events in their order, every reference turned from positions to ranks. Each is
/// moved to its place where it stands: there is never a second list of them.
fn arrange(events: &mut [Event], mut ranks: Vec<EventNo>) {
    for event in events.iter_mut() {
        let lists = [&mut event.after, &mut event.before, &mut event.reply_to];
        let numbers = lists.into_iter().flatten().chain(&mut event.part_of);
        numbers.for_each(|number| *number = ranks[number.index()]);
    }
    for at in 0..events.len() {
        while ranks[at].index() != at {
            let place = ranks[at].index();
            events.swap(at, place);
            ranks.swap(at, place);
        }
    }
}

fn renumbered(reason: Reason, ranks: &[EventNo]) -> Reason {
    match reason {
        Reason::Order { relation, stated_by, span, other, bound } => {
            Reason::Order { relation, stated_by: ranks[stated_by.index()], span, other: ranks[other.index()], bound }
        }
        other => other,
    }
}

/// Tells events which others answer them, and lie within them.
fn link(events: &mut [Event]) {
    let numbered = || (0..).map(EventNo::at).zip(&*events);
    let parts = numbered().filter_map(|(number, event)| Some((event.part_of?, number))).collect();
    let replies = numbered().flat_map(|(number, event)| event.reply_to.iter().map(move |asked| (*asked, number)));
    let replies = replies.collect();
    for_each_first(parts, |whole, parts| events[whole.index()].parts = parts);
    for_each_first(replies, |asked, replies| events[asked.index()].replies = replies);
}

/// Hears for each event that comes first in pairs those that come second with it, in their order.
fn for_each_first(mut pairs: Vec<(EventNo, EventNo)>, mut hear: impl FnMut(EventNo, Box<[EventNo]>)) {
    pairs.sort_by_key(|(first, _)| *first);
    for alike in pairs.chunk_by(|(a, _), (b, _)| a == b) {
        hear(alike[0].0, alike.iter().map(|(_, second)| *second).collect());
    }
}
