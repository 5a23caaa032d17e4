//! The proof of an event's four bounds, told statement by statement.

use super::line::{Line, Role};
use super::words::Words;
use crate::chronology::{Chronology, EventNo, Reason, Step};
use crate::date::Bound;
use crate::file::{Document, Span};

/// How far a proof's steps stand in.
const INDENT: &str = "  ";

/// The lines that say why each bound of an event holds, each chain down to the date or
/// the source that it comes from.
pub fn proof(chronology: &Chronology, event: EventNo, documents: &[Document], words: &'static Words) -> Vec<Line> {
    let teller = Teller { chronology, documents, words };
    // Where the date alone says it all, once is enough.
    if Bound::ALL.iter().all(|&bound| chronology[event].reason(bound) == Some(Reason::Date)) {
        let step = chronology.proof(event, Bound::EarliestStart);
        return step.iter().map(|step| teller.step(step)).collect();
    }
    Bound::ALL.into_iter().flat_map(|bound| teller.chain(event, bound)).collect()
}

struct Teller<'a> {
    chronology: &'a Chronology,
    documents: &'a [Document],
    words: &'static Words,
}

impl Teller<'_> {
    fn chain(&self, event: EventNo, bound: Bound) -> Vec<Line> {
        let steps = self.chronology.proof(event, bound);
        let Some(first) = steps.first() else {
            let text = format!("{}{}{}", self.words.open_bound(bound), self.words.colon, self.words.nothing_known);
            return vec![Line::new(text, Role::Quiet)];
        };
        let day = first.day.words(self.words.language);
        let mut lines = vec![Line::new(self.words.bound(bound, &day), Role::Date)];
        lines.extend(steps.iter().map(|step| self.step(step)));
        lines
    }

    /// One step: the reason, what it leads to, and where it is written.
    fn step(&self, step: &Step) -> Line {
        let line = Line::new(INDENT, Role::Body);
        match step.reason {
            Reason::Date => {
                let date = self.chronology[step.event].record.date.as_ref();
                let said = date.map_or_else(String::new, |date| {
                    let words = date.value.words(self.words.language);
                    format!("{}{}", self.words.colon, words)
                });
                line.with(format!("{}{said}", self.words.own_date), Role::Body)
                    .with(self.place(date.map(|date| date.span)), Role::Quiet)
            }
            Reason::Source(source) => {
                let record = &self.chronology[source].record;
                let title = self.chronology.read(&record.title, self.words.language);
                let day = step.day.words(self.words.language);
                line.with(self.words.reported(&self.words.quoted(title), &day), Role::Body)
                    .with(self.place(Some(record.id.span)), Role::Quiet)
            }
            Reason::Order { relation, stated_by, span, other, bound } => {
                let title =
                    self.words.quoted(self.chronology.read(&self.chronology[other].record.title, self.words.language));
                let day = step.day.words(self.words.language);
                let order = self.words.order(relation, stated_by == step.event, &title);
                let carried = self.words.bound(bound, &day);
                line.with(format!("{order}{}{carried}", self.words.colon), Role::Body)
                    .with(self.place(Some(span)), Role::Quiet)
                    .leading_to(other)
            }
            Reason::Lasting(bound) => {
                let said = match bound {
                    Bound::EarliestStart | Bound::EarliestEnd => self.words.ends_after_begin,
                    Bound::LatestStart | Bound::LatestEnd => self.words.begins_before_end,
                };
                let day = step.day.words(self.words.language);
                line.with(format!("{said}{}{}", self.words.colon, self.words.bound(bound, &day)), Role::Body)
            }
        }
    }

    /// " [events.toml:210]"
    fn place(&self, span: Option<Span>) -> String {
        let found = span.and_then(|span| Some((self.documents.get(span.document)?, span)));
        found.map_or_else(String::new, |(document, span)| {
            let (line, _) = document.line_column(span.start);
            format!(" [{}:{line}]", document.name)
        })
    }
}
