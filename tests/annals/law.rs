//! What holds for the bounds and the order of any chronology, held against the naive way:
//! the same constraints carried round and round until nothing moves.

use crate::common::content;
use annals::app::Content;
use annals::chronology::{EventNo, Reason, Relation};
use annals::date::{Bound, Day};
use annals::file::{Problem, Span};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// How many events a chronology has here.
const EVENTS: usize = 6;

/// A begin (even) or an end (odd) of an event: twice the event's number, and one for the end.
type Node = usize;

/// One thing that the file says of days, with the place where it says so.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Said {
    NoEarlier(Node, Day),
    NoLater(Node, Day),
    InOrder(Node, Node),
}

/// All that a file says; `None` for what needs no saying: no event ends before it begins.
type System = Vec<(Option<Span>, Said)>;

/// Earliest and latest day of each node.
type Days = Vec<[Option<Day>; 2]>;

/// An event's record without its id: any date, any order to any other, any sources.
fn event() -> impl Strategy<Value = String> {
    let day = || (1..9_u8).prop_map(|day| format!("2020-01-0{day}"));
    let date = prop_oneof![
        3 => Just(String::new()),
        3 => day(),
        2 => (1..5_u8, 5..9_u8).prop_map(|(from, to)| format!("2020-01-0{from}/2020-01-0{to}")),
        1 => (1..5_u8, 5..9_u8).prop_map(|(from, to)| format!("[2020-01-0{from}..2020-01-0{to}]")),
        1 => day().prop_map(|day| format!("{day}/..")),
        1 => day().prop_map(|day| format!("../{day}")),
    ];
    let some = || {
        prop::collection::vec(0..EVENTS, 0..2)
            .prop_map(|events| events.iter().map(|event| format!("\"e{event}\"")).collect::<Vec<_>>().join(", "))
    };
    let whole = prop_oneof![3 => Just(None), 1 => (0..EVENTS).prop_map(Some)];
    let sources = prop::collection::vec((2..9_u8, prop::bool::weighted(0.2)), 0..3);
    (date, some(), some(), some(), whole, sources).prop_map(|(date, after, before, reply_to, whole, sources)| {
        let date = if date.is_empty() { date } else { format!("date = \"{date}\"\n") };
        let whole = whole.map_or_else(String::new, |whole| format!("part_of = \"e{whole}\"\n"));
        let cited: Vec<String> = (sources.iter())
            .map(|(day, announces)| format!("{{ id = \"s{day}\", announces = {announces} }}"))
            .collect();
        let sources = cited.join(", ");
        format!("{date}{whole}after = [{after}]\nbefore = [{before}]\nreply_to = [{reply_to}]\nsources = [{sources}]\n")
    })
}

/// A whole file.
fn chronology() -> impl Strategy<Value = String> {
    prop::collection::vec(event(), 1..=EVENTS).prop_map(|events| {
        let mut text = "format = 1\n[[category]]\nid = \"c\"\nname = \"c\"\n".to_owned();
        for day in 2..9 {
            text += &format!("[[source]]\nid = \"s{day}\"\ntitle = \"s\"\npublished = \"2020-01-0{day}\"\n");
        }
        // What refers to an event that is not there would be another problem: the rest is bare.
        for at in 0..EVENTS {
            let record = events.get(at).map_or("", String::as_str);
            text += &format!("[[event]]\nid = \"e{at}\"\ntitle = \"e\"\nsummary = \"-\"\ncategory = \"c\"\n{record}");
        }
        text
    })
}

fn begin(event: EventNo) -> Node {
    event.index() * 2
}

fn end(event: EventNo) -> Node {
    event.index() * 2 + 1
}

/// What a statement says, each pair in order.
fn said(relation: Relation, subject: EventNo, object: EventNo) -> Vec<Said> {
    match relation {
        Relation::After => vec![Said::InOrder(end(object), begin(subject))],
        Relation::Before => vec![Said::InOrder(end(subject), begin(object))],
        Relation::ReplyTo => vec![Said::InOrder(begin(object), begin(subject))],
        Relation::PartOf => {
            vec![Said::InOrder(begin(object), begin(subject)), Said::InOrder(end(subject), end(object))]
        }
    }
}

/// Each statement of order: what, by which event, of which other, where.
fn statements(content: &Content) -> Vec<(Relation, EventNo, EventNo, Span)> {
    let chronology = &content.chronology;
    let stated = chronology.numbers().flat_map(|number| {
        let record = &chronology[number].record;
        let lists = [
            (Relation::After, &*record.after),
            (Relation::Before, &*record.before),
            (Relation::PartOf, record.part_of.as_slice()),
            (Relation::ReplyTo, &*record.reply_to),
        ];
        lists.into_iter().flat_map(move |(relation, ids)| {
            let object = |id: &str| chronology.find(id).expect("every event is there");
            ids.iter().map(move |id| (relation, number, object(&id.value), id.span))
        })
    });
    stated.collect()
}

fn system(content: &Content) -> System {
    let chronology = &content.chronology;
    let mut system = System::new();
    for number in chronology.numbers() {
        let event = &chronology[number];
        system.push((None, Said::InOrder(begin(number), end(number))));
        if let Some(date) = &event.record.date {
            let [a, b, c, d] = date.value.bounds().days();
            for (node, earliest, latest) in [(begin(number), a, b), (end(number), c, d)] {
                system.extend(earliest.map(|day| (Some(date.span), Said::NoEarlier(node, day))));
                system.extend(latest.map(|day| (Some(date.span), Said::NoLater(node, day))));
            }
        }
        for citation in event.record.sources.iter().filter(|citation| !citation.announces) {
            let source = chronology.sources.iter().find(|source| source.record.id.value == citation.source.value);
            let day = source.and_then(|source| source.published).expect("every source has its day");
            system.push((Some(citation.source.span), Said::NoLater(end(number), day)));
        }
    }
    for (relation, subject, object, span) in statements(content) {
        system.extend(said(relation, subject, object).into_iter().map(|said| (Some(span), said)));
    }
    system
}

/// The system without the constraints that lie on a circle; events still end after they begin.
fn without_circles(system: &System) -> System {
    system.iter().filter(|(span, said)| span.is_none() || !is_circular(system, *said)).copied().collect()
}

/// Whether a way along the system leads from what a constraint puts later to what it puts earlier.
fn is_circular(system: &System, said: Said) -> bool {
    let Said::InOrder(earlier, later) = said else { return false };
    let mut reached = BTreeSet::from([later]);
    loop {
        let more: Vec<Node> = system
            .iter()
            .filter_map(|(_, said)| match *said {
                Said::InOrder(a, b) if reached.contains(&a) && !reached.contains(&b) => Some(b),
                _ => None,
            })
            .collect();
        if more.is_empty() {
            return reached.contains(&earlier);
        }
        reached.extend(more);
    }
}

/// Carries everything round and round; `None` where a latest day would lie before an earliest.
fn carried(system: &System, nodes: usize) -> Option<Days> {
    let mut days: Days = vec![[None, None]; nodes];
    loop {
        let before = days.clone();
        for (_, said) in system {
            let (node, earliest, latest) = match *said {
                Said::NoEarlier(node, day) => (node, Some(day), None),
                Said::NoLater(node, day) => (node, None, Some(day)),
                Said::InOrder(a, b) => {
                    days[a][1] = days[a][1].into_iter().chain(days[b][1]).min();
                    (b, days[a][0], None)
                }
            };
            days[node][0] = days[node][0].max(earliest);
            days[node][1] = days[node][1].into_iter().chain(latest).min();
        }
        if days.iter().any(|[earliest, latest]| earliest.zip(*latest).is_some_and(|(a, b)| a > b)) {
            return None;
        }
        if days == before {
            return Some(days);
        }
    }
}

/// Whether days are at least as tight as a constraint makes them.
fn holds(said: Said, days: &Days) -> bool {
    let is_no_earlier = |node: Node, day: Option<Day>| days[node][0] >= day;
    let is_no_later =
        |node: Node, day: Option<Day>| day.is_none_or(|day| days[node][1].is_some_and(|known| known <= day));
    match said {
        Said::NoEarlier(node, day) => is_no_earlier(node, Some(day)),
        Said::NoLater(node, day) => is_no_later(node, Some(day)),
        Said::InOrder(a, b) => is_no_earlier(b, days[a][0]) && is_no_later(a, days[b][1]),
    }
}

/// What the named places say, alone.
fn only(system: &System, named: &BTreeSet<Span>) -> System {
    system.iter().filter(|(span, _)| span.is_none_or(|span| named.contains(&span))).copied().collect()
}

fn named(problem: &Problem) -> Vec<Span> {
    std::iter::once(problem.span).chain(problem.related.iter().map(|(span, _)| *span)).collect()
}

/// A problem names statements that cannot all be true, each once, and none that is not needed.
fn check_problem(problem: &Problem, system: &System, nodes: usize) {
    let is_wrong = |places: &BTreeSet<Span>| {
        let alone = only(system, places);
        let runs_in_a_circle = alone.iter().any(|(_, said)| is_circular(&alone, *said));
        if problem.rule.id() == "cycle" { runs_in_a_circle } else { carried(&alone, nodes).is_none() }
    };
    let all: BTreeSet<Span> = named(problem).into_iter().collect();
    assert_eq!(all.len(), named(problem).len(), "each place is named once: {}", problem.message);
    assert!(is_wrong(&all), "what is named is wrong: {}", problem.message);
    for place in &all {
        let fewer: BTreeSet<Span> = all.iter().filter(|other| *other != place).copied().collect();
        assert!(!is_wrong(&fewer), "all that is named is needed: {}", problem.message);
    }
}

/// Problems are told if and only if there is something wrong, and each names what is.
fn check_problems(content: &Content) {
    let (system, nodes) = (system(content), content.chronology.events.len() * 2);
    let is_told = |rules: &[&str]| content.problems.iter().any(|problem| rules.contains(&problem.rule.id()));
    let runs_in_a_circle = system.iter().any(|(_, said)| is_circular(&system, *said));
    assert_eq!(is_told(&["cycle"]), runs_in_a_circle, "circles are told");
    let is_feasible = carried(&without_circles(&system), nodes).is_some();
    assert_eq!(is_told(&["contradiction", "reported-earlier"]), !is_feasible, "contradictions are told");
    assert!(
        content
            .problems
            .iter()
            .all(|problem| ["cycle", "contradiction", "reported-earlier"].contains(&problem.rule.id()))
    );
    content.problems.iter().for_each(|problem| check_problem(problem, &system, nodes));
}

/// The bounds are those of the naive way; where something is wrong, all holds that no
/// problem names.
fn check_bounds(content: &Content) {
    let system = without_circles(&system(content));
    let chronology = &content.chronology;
    let days: Days = chronology
        .events
        .iter()
        .flat_map(|event| {
            let [a, b, c, d] = event.bounds.days();
            [[a, b], [c, d]]
        })
        .collect();
    let told: BTreeSet<Span> = content.problems.iter().flat_map(named).collect();
    for (span, said) in &system {
        if span.is_none_or(|span| !told.contains(&span)) {
            assert!(holds(*said, &days), "{said:?} was left aside, and nobody told");
        }
    }
    let naive = carried(&system, chronology.events.len() * 2);
    for number in chronology.numbers() {
        let [a, b, c, d] = chronology[number].bounds.days();
        for (earlier, later) in [(a, b), (c, d), (a, c), (b, d), (a, d)] {
            assert!(earlier.zip(later).is_none_or(|(earlier, later)| earlier <= later), "bounds do not cross");
        }
        if let Some(naive) = &naive {
            assert_eq!([[a, b], [c, d]], [naive[begin(number)], naive[end(number)]], "{}", chronology[number].id());
        }
    }
}

/// Every step of every proof follows from the next, and the last from a date or a source.
fn check_proofs(content: &Content) {
    let chronology = &content.chronology;
    for (number, bound) in chronology.numbers().flat_map(|number| Bound::ALL.map(|bound| (number, bound))) {
        let steps: Vec<_> = chronology.proof(number, bound).collect();
        assert_eq!(steps.first().map(|step| step.day), chronology[number].bounds[bound], "a proof for each bound");
        for (at, step) in steps.iter().enumerate() {
            let next = steps.get(at + 1);
            let to = node(step.event, step.bound);
            let event = &chronology[step.event];
            let from = match step.reason {
                Reason::Date => {
                    assert_eq!(
                        event.record.date.as_ref().and_then(|date| date.value.bounds()[step.bound]),
                        Some(step.day)
                    );
                    assert_eq!(next, None);
                    continue;
                }
                Reason::Source(source) => {
                    assert!(event.citations.iter().any(|cited| cited.source == source && !cited.announces));
                    assert_eq!((chronology[source].published, step.bound), (Some(step.day), Bound::LatestEnd));
                    assert_eq!(next, None);
                    continue;
                }
                Reason::Lasting(bound) => (step.event, bound),
                Reason::Order { relation, stated_by, span, other, bound } => {
                    let object = if stated_by == step.event { other } else { step.event };
                    assert!(statements(content).contains(&(relation, stated_by, object, span)), "it is stated");
                    assert!(said(relation, stated_by, object).contains(&carries(to, node(other, bound), bound)));
                    (other, bound)
                }
            };
            assert_eq!(next.map(|next| (next.event, next.bound, next.day)), Some((from.0, from.1, step.day)));
            assert_eq!(is_lower(step.bound), is_lower(from.1), "lower bounds rest on lower ones");
            if matches!(step.reason, Reason::Lasting(_)) {
                assert_eq!(
                    carries(to, node(from.0, from.1), from.1),
                    Said::InOrder(begin(step.event), end(step.event))
                );
            }
        }
    }
}

/// The constraint that carries a bound `from` one node `to` another.
fn carries(to: Node, from: Node, bound: Bound) -> Said {
    if is_lower(bound) { Said::InOrder(from, to) } else { Said::InOrder(to, from) }
}

fn is_lower(bound: Bound) -> bool {
    matches!(bound, Bound::EarliestStart | Bound::EarliestEnd)
}

fn node(event: EventNo, bound: Bound) -> Node {
    match bound {
        Bound::EarliestStart | Bound::LatestStart => begin(event),
        Bound::EarliestEnd | Bound::LatestEnd => end(event),
    }
}

/// The events that by statements free of circles begin no later than an event.
fn forerunners(content: &Content, event: EventNo) -> BTreeSet<EventNo> {
    let system = system(content);
    let mut found = BTreeSet::from([event]);
    loop {
        let more: Vec<EventNo> = (statements(content).into_iter())
            .filter(|&(relation, subject, object, _)| {
                !said(relation, subject, object).into_iter().any(|said| is_circular(&system, said))
            })
            .map(
                |(relation, subject, object, _)| {
                    if relation == Relation::Before { (subject, object) } else { (object, subject) }
                },
            )
            .filter(|(first, then)| found.contains(then) && !found.contains(first))
            .map(|(first, _)| first)
            .collect();
        if more.is_empty() {
            found.remove(&event);
            return found;
        }
        found.extend(more);
    }
}

/// What an event is sorted by where no statement decides: its day, its width, its place in the file.
fn key(content: &Content, event: EventNo) -> Option<(Day, i64, Span)> {
    let event = &content.chronology[event];
    let (from, to) = (event.bounds[Bound::EarliestStart]?, event.bounds[Bound::LatestEnd]);
    let width = to.map_or(i64::MAX, |to| to.number() - from.number());
    Some((from, width, event.record.span))
}

/// Statements hold; beyond them no event stands behind one that is later or wider, or undated.
fn check_order(content: &Content) {
    let chronology = &content.chronology;
    let keys: Vec<_> = chronology.numbers().map(|event| key(content, event)).collect();
    for event in chronology.numbers() {
        let forerunners = forerunners(content, event);
        assert!(forerunners.iter().all(|first| *first < event), "{} stands where it is stated", chronology[event].id());
        let held_by = forerunners.iter().filter_map(|first| keys[first.index()]).max();
        let Some(own) = keys[event.index()] else { continue };
        let due = held_by.map_or(own, |held| held.max(own));
        for before in chronology.numbers().take(event.index()) {
            assert!(
                keys[before.index()].is_none_or(|key| key <= due),
                "{} before {}",
                chronology[before].id(),
                chronology[event].id()
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(250) })]

    #[test]
    fn problems_are_told_where_there_are_any_and_name_what_is_wrong(text in chronology()) {
        check_problems(&content(&text));
    }

    #[test]
    fn bounds_are_those_of_the_naive_way(text in chronology()) {
        check_bounds(&content(&text));
    }

    #[test]
    fn every_proof_derives_its_bound(text in chronology()) {
        check_proofs(&content(&text));
    }

    #[test]
    fn the_order_holds_every_statement_and_then_every_day(text in chronology()) {
        check_order(&content(&text));
    }
}
