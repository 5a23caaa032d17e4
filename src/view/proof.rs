//! The proof of an event's four bounds, told statement by statement.

use super::edition::Edition;
use super::line::{Line, Role};
use super::words::Words;
use crate::chronology::{Chronology, EventNo, Reason, Step};
use crate::date::Bound;
use crate::file::{Document, Milestones, Span};
use std::collections::VecDeque;

/// The files that statements stand in.
#[derive(Debug, Clone, Copy)]
pub struct Files<'a> {
    /// Their names and texts.
    pub documents: &'a [Document],
    /// How the lines of each are counted.
    pub milestones: &'a [Milestones],
}

/// How the lines of each document are counted: to find that out takes a look at all of them.
pub fn milestones(documents: &[Document]) -> Vec<Milestones> {
    documents.iter().map(|document| Milestones::new(&document.text)).collect()
}

/// How far a proof's steps stand in.
const INDENT: &str = "  ";

/// The most steps of a chain that are told on a screen; of longer ones the middle is left out.
pub const MOST_STEPS: usize = 24;

/// The lines that say why each bound of an event holds, each chain down to the date or
/// the source that it comes from; of chains longer than `most` steps the two ends.
pub fn proof(edition: Edition, event: EventNo, files: Files, most: usize) -> Vec<Line> {
    let Edition { chronology, words, .. } = edition;
    let teller = Teller { edition, chronology, files, words, most };
    // Where the date alone says it all, once is enough.
    if Bound::ALL.iter().all(|&bound| chronology.reason(event, bound) == Some(Reason::Date)) {
        return chronology.proof(event, Bound::EarliestStart).map(|step| teller.step(&step)).collect();
    }
    Bound::ALL.into_iter().flat_map(|bound| teller.chain(event, bound)).collect()
}

struct Teller<'a> {
    edition: Edition<'a>,
    chronology: &'a Chronology,
    files: Files<'a>,
    words: &'static Words,
    most: usize,
}

impl Teller<'_> {
    fn chain(&self, event: EventNo, bound: Bound) -> Vec<Line> {
        let steps = self.chronology.proof(event, bound);
        let Some(first) = steps.clone().next() else {
            let text = format!("{}{}{}", self.words.open_bound(bound), self.words.colon, self.words.nothing_known);
            return vec![Line::new(text, Role::Quiet)];
        };
        let day = first.day.words(self.words.language);
        let mut lines = vec![Line::new(self.words.bound(bound, &day), Role::Date)];
        // What follows from another bound of the same event is told there.
        match first.reason {
            Reason::Lasting(_) => lines.push(self.step(&first)),
            _ => lines.extend(self.steps(steps)),
        }
        lines
    }

    /// The steps, or the first and the last of very many.
    fn steps(&self, mut steps: impl Iterator<Item = Step>) -> Vec<Line> {
        let tail = self.most / 3;
        let head: Vec<Step> = steps.by_ref().take(self.most - tail).collect();
        let mut last = VecDeque::new();
        let mut left_out = 0;
        for step in steps {
            last.push_back(step);
            if last.len() > tail {
                last.pop_front();
                left_out += 1;
            }
        }
        let between = Line::new(format!("{INDENT}{}", self.words.more_steps(left_out)), Role::Quiet);
        let between = (left_out > 0).then_some(between);
        let told = |step: &Step| self.step(step);
        head.iter().map(told).chain(between).chain(last.iter().map(told)).collect()
    }

    /// One step: the reason, what it leads to, and where it is written.
    fn step(&self, step: &Step) -> Line {
        let line = Line::new(INDENT, Role::Body);
        let day = step.day.words(self.words.language);
        match step.reason {
            Reason::Date => {
                let span = self.chronology[step.event].record.date.as_ref().map(|date| date.span);
                line.with(self.dated(step.event), Role::Body).with(self.place(span), Role::Quiet)
            }
            Reason::Source(source) => {
                let record = &self.chronology[source].record;
                let title = self.edition.quoted(self.edition.source(source));
                let event = self.title(step.event);
                line.with(self.words.reported(&title, &day, &event), Role::Body)
                    .with(self.place(Some(record.id.span)), Role::Quiet)
            }
            Reason::Order { relation, stated_by, span, other, bound } => {
                let own = stated_by == step.event;
                let carried = self.words.bound(bound, &day);
                line.with(self.words.order(relation, own, &self.title(other), &carried), Role::Body)
                    .with(self.place(Some(span)), Role::Quiet)
                    .leading_to(other)
            }
            Reason::Lasting(bound) => {
                let said = match bound {
                    Bound::EarliestStart | Bound::EarliestEnd => self.words.ends_after_begin,
                    Bound::LatestStart | Bound::LatestEnd => self.words.begins_before_end,
                };
                line.with(format!("{said}{}", self.words.bound(bound, &day)), Role::Body)
            }
        }
    }

    /// What an event's own date is, and whom it is known from.
    fn dated(&self, event: EventNo) -> String {
        let record = &self.chronology[event].record;
        let date = record.date.as_ref().map_or_else(String::new, |date| date.value.words(self.words.language));
        let cited = self.chronology[event].citations.iter().map(|cited| cited.source);
        let sources: Vec<String> = cited.map(|source| self.edition.quoted(self.edition.source(source))).collect();
        self.words.dated(&self.title(event), &date, record.basis, &sources.join(self.words.comma))
    }

    fn title(&self, event: EventNo) -> String {
        self.edition.quoted(self.edition.title(event))
    }

    /// " [events.toml:210]"
    fn place(&self, span: Option<Span>) -> String {
        let found = span.and_then(|span| {
            let document = self.files.documents.get(span.document())?;
            let milestones = self.files.milestones.get(span.document())?;
            Some((&document.name, milestones.line(&document.text, span.start())))
        });
        found.map_or_else(String::new, |(name, line)| format!(" [{name}:{}]", line + 1))
    }
}
