//! From records as written to a chronology: looked up, bounded, put in order.

use super::order::{order, ranks};
use super::resolve::{Directories, References};
use super::tighten::{Given, Report, Tightened, tighten};
use super::{Actor, Chronology, Event, EventNo, Reason, Source, Statement, Stop, Tour, told};
use crate::date::{Bound, Bounds, Day};
use crate::file::{ActorRecord, EventRecord, Problem, Records, SourceRecord, TourRecord};
use std::mem::take;

impl Chronology {
    /// Reads the order out of records. What cannot be true is told and left aside; no
    /// event is lost over it.
    pub fn new(records: Records) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let directories = Directories::new(&records);
        let references: Vec<References> = (records.events.iter().enumerate())
            .map(|(position, record)| directories.references(EventNo::at(position), record, &mut problems))
            .collect();
        let actor_links: Vec<_> = (records.actors.iter())
            .map(|actor| {
                let of = actor.of.as_ref().and_then(|id| directories.actor(id, &mut problems));
                let place = actor.place.as_ref().and_then(|id| directories.place(id, &mut problems));
                (of, place)
            })
            .collect();
        let stops: Vec<Vec<Option<EventNo>>> = (records.tours.iter())
            .map(|tour| tour.steps.iter().map(|step| directories.step(&step.event, &mut problems)).collect())
            .collect();

        let sources: Vec<Source> = records.sources.into_iter().map(source).collect();
        let statements: Vec<Statement> = references.iter().flat_map(|found| found.statements.iter().copied()).collect();
        let given: Vec<Given> =
            records.events.iter().zip(&references).map(|(record, found)| given(record, found, &sources)).collect();
        let tightened = tighten(&given, &statements);
        drop(given);
        problems.extend(told::problems(&tightened, &records.events, &sources));

        let sound: Vec<Statement> = (statements.iter().zip(&tightened.sound))
            .filter_map(|(statement, sound)| sound.then_some(*statement))
            .collect();
        let bounds: Vec<Bounds> = tightened.events.iter().map(|(bounds, _)| *bounds).collect();
        let order = order(&bounds, &sound);
        let ranks = ranks(&order);
        let events = events(records.events.into_iter(), references, &tightened, &order, &ranks);
        let tours = records.tours.into_iter().zip(stops).map(|(record, stops)| tour(record, stops, &ranks)).collect();
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

fn given(record: &EventRecord, found: &References, sources: &[Source]) -> Given {
    let cited = found.citations.iter().zip(&found.cited_at).filter(|(cited, _)| !cited.announces);
    let reports = cited.filter_map(|(cited, &span)| {
        let day = sources[cited.source.index()].published?;
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

/// The events in their order, every reference turned from positions to ranks. Each record
/// is moved to its place; none is copied.
fn events(
    records: impl Iterator<Item = Box<EventRecord>>,
    mut references: Vec<References>,
    tightened: &Tightened,
    order: &[(usize, Option<Day>)],
    ranks: &[EventNo],
) -> Vec<Event> {
    let mut records: Vec<Option<Box<EventRecord>>> = records.map(Some).collect();
    let mut events = Vec::with_capacity(records.len());
    events.extend(order.iter().filter_map(|&(position, stands_at)| {
        let (bounds, reasons) = tightened.events[position];
        let (record, found) = (records[position].take()?, take(&mut references[position]));
        Some(Event { stands_at, ..event(record, found, bounds, reasons, ranks) })
    }));
    for number in 0..events.len() {
        if let Some(whole) = events[number].part_of {
            events[whole.index()].parts.push(EventNo::at(number));
        }
        for asked in events[number].reply_to.clone() {
            events[asked.index()].replies.push(EventNo::at(number));
        }
    }
    events
}

fn event(
    record: Box<EventRecord>,
    found: References,
    bounds: Bounds,
    reasons: [Option<Reason>; 4],
    ranks: &[EventNo],
) -> Event {
    use super::Relation::{After, Before, PartOf, ReplyTo};
    let objects = |relation| -> Vec<EventNo> {
        let stated = found.statements.iter().filter(|statement| statement.relation == relation);
        stated.map(|statement| ranks[statement.object.index()]).collect()
    };
    Event {
        category: found.category,
        place: found.place,
        after: objects(After),
        before: objects(Before),
        part_of: objects(PartOf).first().copied(),
        reply_to: objects(ReplyTo),
        from: found.from,
        to: found.to,
        actors: found.actors,
        citations: found.citations,
        parts: Vec::new(),
        replies: Vec::new(),
        bounds,
        stands_at: None,
        reasons: reasons.map(|reason| reason.map(|reason| renumbered(reason, ranks))),
        record,
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
