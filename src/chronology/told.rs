//! Cycles and contradictions, told as problems that name every statement.

use super::tighten::{Assertion, Contradiction, Tightened};
use super::{Event, EventNo, Relation, Source, Statement};
use crate::file::{Problem, Rule, Span, quoted};

/// Everything that cannot be true; events are numbered as in the file.
pub(super) fn problems(tightened: &Tightened, events: &[Event], sources: &[Source]) -> Vec<Problem> {
    let teller = Teller { events, sources };
    let cycles = tightened.cycles.iter().filter_map(|cycle| teller.cycle(cycle));
    cycles.chain(tightened.contradictions.iter().filter_map(|found| teller.contradiction(found))).collect()
}

/// The most statements of a circle that its message itself tells; all have their places.
const MOST_TOLD: usize = 4;

struct Teller<'a> {
    events: &'a [Event],
    sources: &'a [Source],
}

impl Teller<'_> {
    fn id(&self, event: EventNo) -> String {
        quoted(self.events[event.index()].id())
    }

    /// "`a` begins after `b` has ended".
    fn statement(&self, statement: &Statement) -> String {
        let (subject, object) = (self.id(statement.subject), self.id(statement.object));
        match statement.relation {
            Relation::After => format!("{subject} begins after {object} has ended"),
            Relation::Before => format!("{subject} has ended before {object} begins"),
            Relation::PartOf => format!("{subject} is part of {object}"),
            Relation::ReplyTo => format!("{subject} answers {object}"),
        }
    }

    fn cycle(&self, cycle: &[Statement]) -> Option<Problem> {
        let (first, rest) = cycle.split_first()?;
        let told: Vec<String> = cycle.iter().take(MOST_TOLD).map(|statement| self.statement(statement)).collect();
        let more = if cycle.len() > MOST_TOLD { ", ..." } else { "" };
        let message = match rest.len() {
            0 => format!("runs in a circle: {}", told.join(", ")),
            _ => format!("these {} statements run in a circle: {}{more}", cycle.len(), told.join(", ")),
        };
        let problem = Problem::new(Rule::Cycle, first.span, message)
            .with_help("take one of these statements back, or correct the event that it names");
        Some(rest.iter().fold(problem, |problem, next| problem.with_related(next.span, self.statement(next))))
    }

    fn assertion(&self, assertion: &Assertion) -> (Span, String) {
        match assertion {
            Assertion::Order(statement) => (statement.span, self.statement(statement)),
            Assertion::Date(event, span) => {
                let date = self.events[event.index()].record.date.as_ref();
                let date = date.map_or_else(String::new, |date| date.value.to_string());
                (*span, format!("{} is dated {}", self.id(*event), quoted(&date)))
            }
            Assertion::Source(event, source, span) => {
                let source = &self.sources[source.index()];
                let published = source.published.map_or_else(String::new, |day| day.to_string());
                let id = quoted(&source.record.id.value);
                (*span, format!("{} is told as done by {id}, published by {published}", self.id(*event)))
            }
        }
    }

    fn contradiction(&self, found: &Contradiction) -> Option<Problem> {
        let Contradiction { event, not_before, not_after, assertions, left_out } = found;
        let ((span, said), rest) = assertions.split_last().map(|(last, rest)| (self.assertion(last), rest))?;
        let by_source = matches!(assertions.last(), Some(Assertion::Source(..)));
        let rule = if by_source { Rule::ReportedEarlier } else { Rule::Contradiction };
        let id = self.id(*event);
        let more = if *left_out > 0 { format!("; {left_out} more statements lie between") } else { String::new() };
        let message = format!("{id} would be {not_before} or later, and {not_after} or earlier: {said}{more}");
        let help = if by_source {
            "if the source told of it beforehand, write { id = \"...\", announces = true }; else correct the date"
        } else {
            "one of these statements is not true: correct it, or take it back"
        };
        let problem = Problem::new(rule, span, message).with_help(help);
        Some(
            rest.iter()
                .rev()
                .map(|other| self.assertion(other))
                .fold(problem, |problem, (span, said)| problem.with_related(span, said)),
        )
    }
}
