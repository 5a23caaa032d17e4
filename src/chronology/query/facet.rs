//! Facets: what the found events are connected with, counted, and the query that keeps only
//! those of one value.
//!
//! A facet holds no state of its own: all it ever does is rewrite the query.

use super::connected::named;
use super::expression::{Expression, Query, Term};
use super::find::Found;
use super::index::Index;
use super::matching::Match;
use super::parse;
use super::vocabulary::{Comparison, Field, STATES};
use super::years::{Counted, counted};
use crate::chronology::{Chronology, EventNo};
use crate::date::{Date, Day};
use crate::file::Text;
use std::borrow::Cow;
use std::collections::HashMap;

/// What events are told apart by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FacetKind {
    /// Kinds of events.
    Category,
    /// Who took part.
    Actor,
    /// Where it was.
    Place,
    /// The countries of its place and of those who took part.
    Country,
    /// What it rests on.
    Source,
    /// The years in which it may have gone on; of years that are asked for, and of the one that
    /// most of the events certainly fall into, the months as well.
    Year,
    /// How well its days are known.
    Certainty,
    /// Words to find it by.
    Tag,
}

/// One facet with all values that some event has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// Which one.
    pub kind: FacetKind,
    /// Its values: years and months in order of time, others with the most frequent first.
    pub values: Vec<FacetValue>,
}

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue {
    /// How a query names it: an id, a country's code, a year or a month, a state.
    pub id: String,
    /// What it is called.
    pub label: Text,
    /// How many of the found events certainly have it.
    pub certain: usize,
    /// How many more may have it.
    pub possible: usize,
    /// Whether the query asks for it.
    pub is_chosen: bool,
}

impl FacetKind {
    /// Every facet, in the order in which they are shown.
    pub const ALL: [Self; 8] =
        [Self::Category, Self::Actor, Self::Place, Self::Country, Self::Source, Self::Year, Self::Certainty, Self::Tag];

    /// The field by which a query asks for it.
    pub const fn field(self) -> Field {
        match self {
            Self::Category => Field::Category,
            Self::Actor => Field::Actor,
            Self::Place => Field::Place,
            Self::Country => Field::Country,
            Self::Source => Field::Source,
            Self::Year => Field::Date,
            Self::Certainty => Field::Is,
            Self::Tag => Field::Tag,
        }
    }

    /// The values that a term asks for, if it is one of this facet.
    fn asked(self, term: &Term) -> Option<Vec<String>> {
        match (self, term) {
            (Self::Year, Term::Date(Comparison::Possibly, dates)) => {
                let dates: Vec<String> = dates.iter().map(Date::to_string).collect();
                dates.iter().all(|date| is_year(date) || month_of(date).is_some()).then_some(dates)
            }
            (Self::Certainty, Term::Is(states)) => states
                .iter()
                .all(|state| state.is_certainty())
                .then(|| states.iter().map(|state| super::vocabulary::written(STATES, *state).to_owned()).collect()),
            (_, Term::Named(field, values)) if *field == self.field() => Some(values.clone()),
            _ => None,
        }
    }

    /// The term that asks for these values; `None` for none.
    fn term(self, values: Vec<String>) -> Option<Term> {
        let term = match self {
            Self::Year => {
                Term::Date(Comparison::Possibly, values.iter().filter_map(|year| year.parse().ok()).collect())
            }
            Self::Certainty => {
                Term::Is(values.iter().filter_map(|word| super::vocabulary::known(STATES, word)).collect())
            }
            _ => Term::Named(self.field(), values),
        };
        let is_empty = match &term {
            Term::Date(_, dates) => dates.is_empty(),
            Term::Is(states) => states.is_empty(),
            Term::Named(_, values) => values.is_empty(),
            Term::Word(_) | Term::Phrase(_) => false,
        };
        (!is_empty).then_some(term)
    }
}

impl FacetValue {
    /// Whether it is a month, as a value of years.
    pub fn is_month(&self, kind: FacetKind) -> bool {
        kind == FacetKind::Year && month_of(&self.id).is_some()
    }
}

/// Whether a date is a year alone: "2020", "-0043", "Y12345".
fn is_year(date: &str) -> bool {
    let digits = date.strip_prefix('Y').unwrap_or(date);
    let digits = digits.strip_prefix('-').unwrap_or(digits);
    digits.len() >= 4 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The year and the number of a month that is a date: "2020-03".
fn month_of(date: &str) -> Option<(&str, u8)> {
    let (year, month) = date.rsplit_once('-')?;
    let number = month.parse().ok().filter(|number| (1..=12).contains(number) && month.len() == 2)?;
    (is_year(year) && !year.starts_with('Y')).then_some((year, number))
}

/// Whether one of two dates, years or months, lies within the other.
fn is_within(one: &str, other: &str) -> bool {
    let year = |date: &str| month_of(date).map(|(year, _)| year.to_owned());
    year(one).as_deref() == Some(other) || year(other).as_deref() == Some(one)
}

/// A year as a date.
fn year_text(year: i64) -> String {
    let sign = if year < 0 { "-" } else { "" };
    let number = year.unsigned_abs();
    if number > 9999 { format!("Y{year}") } else { format!("{sign}{number:04}") }
}

impl Query {
    /// Whether it asks for a value of a facet.
    pub fn has(&self, kind: FacetKind, id: &str) -> bool {
        let id = parse::value(id);
        self.asked(kind).any(|(_, values)| values.contains(&id))
    }

    /// The query that asks for a value of a facet as well, or no longer. Several values of
    /// one facet are alternatives; facets combine. A month takes the place of its year, and
    /// a year that of its months.
    #[must_use]
    pub fn toggle(&self, kind: FacetKind, id: &str) -> Self {
        let id = parse::value(id);
        let chosen = self.asked(kind).find(|(_, values)| values.contains(&id));
        let (at, values) = match chosen.or_else(|| self.asked(kind).last()) {
            Some((at, mut values)) if values.contains(&id) => {
                values.retain(|value| *value != id);
                (Some(at), values)
            }
            Some((at, mut values)) => {
                values.retain(|value| kind != FacetKind::Year || !is_within(value, &id));
                (Some(at), values.into_iter().chain([id]).collect())
            }
            None => (None, vec![id]),
        };
        self.with_part(at, kind.term(values))
    }

    /// The query without what it asks of a facet: that which [`Query::toggle`] would add to.
    fn without(&self, kind: FacetKind) -> Self {
        let last = self.asked(kind).last().map(|(at, _)| at);
        last.map_or_else(|| self.clone(), |at| self.with_part(Some(at), None))
    }

    /// Its parts that ask for values of a facet and nothing else.
    fn asked(&self, kind: FacetKind) -> impl Iterator<Item = (usize, Vec<String>)> + '_ {
        self.root.parts().iter().enumerate().filter_map(move |(at, part)| match part {
            Expression::Term(term) => Some((at, kind.asked(term)?)),
            _ => None,
        })
    }

    /// The query with another part at a position, without it, or with one more.
    fn with_part(&self, at: Option<usize>, term: Option<Term>) -> Self {
        let mut parts: Vec<Expression> = self.root.parts().to_vec();
        let at = at.unwrap_or(parts.len());
        let until = parts.len().min(at + 1);
        parts.splice(at..until, term.map(Expression::Term));
        Self { root: Expression::all(parts) }
    }
}

impl Index {
    /// Every facet with its counts under a query. What the query asks of a facet does not
    /// count for that facet, so that each value tells how many events it would give.
    pub fn facets(&self, chronology: &Chronology, query: &Query) -> Vec<Facet> {
        let all = self.find(query);
        let facet = |kind: FacetKind| {
            let without = query.without(kind);
            let counts = if without == *query {
                self.counts(kind, query, &all)
            } else {
                self.counts(kind, query, &self.find(&without))
            };
            let spelled = self.spelled_out(query, kind);
            let labels: HashMap<&str, Cow<Text>> = named(chronology, kind.field()).collect();
            let values = counts.into_iter().map(|Count { id, certain, possible }| FacetValue {
                label: labels.get(id.as_str()).map_or_else(|| Text::plain(id.clone()), |label| Text::clone(label)),
                is_chosen: spelled.has(kind, &id),
                id,
                certain,
                possible,
            });
            Facet { kind, values: values.collect() }
        };
        FacetKind::ALL.map(facet).into()
    }

    /// The query with the ids of all that it asks of a facet by other names: `category:don` asks
    /// for `category:donation`.
    #[must_use]
    pub fn spelled_out(&self, query: &Query, kind: FacetKind) -> Query {
        let meant = |value: String| {
            let entries = self.entries(kind.field(), &value);
            if entries.is_empty() { vec![value] } else { entries.iter().map(|entry| parse::value(&entry.id)).collect() }
        };
        query.asked(kind).fold(query.clone(), |query, (at, values)| {
            let mut ids: Vec<String> = Vec::new();
            for id in values.into_iter().flat_map(meant) {
                ids.extend((!ids.contains(&id)).then_some(id));
            }
            query.with_part(Some(at), kind.term(ids))
        })
    }

    fn counts(&self, kind: FacetKind, query: &Query, found: &Found) -> Vec<Count> {
        match kind {
            FacetKind::Year => self.years(query, found),
            FacetKind::Certainty => {
                let states = STATES.iter().zip(self.in_states(found));
                let states = states.filter(|(row, _)| row.stands_for.is_certainty());
                states.map(|(row, [possible, certain])| Count { id: row.word.to_owned(), certain, possible }).collect()
            }
            _ => {
                let mut entries: Vec<_> = self.entries.iter().filter(|it| it.field == Some(kind.field())).collect();
                entries.sort_by_key(|entry| std::cmp::Reverse(entry.events.len()));
                entries
                    .into_iter()
                    .map(|entry| match found.certain == self.len() {
                        true => Count { id: entry.id.clone(), certain: entry.events.len(), possible: 0 },
                        false => Count::new(&entry.id, entry.events.iter().map(|&event| event as usize), found),
                    })
                    .collect()
            }
        }
    }

    /// The years in which some bound lies, each with the events that may have gone on then, and
    /// the months of some of them.
    fn years(&self, query: &Query, found: &Found) -> Vec<Count> {
        let years = self.years.counts(found);
        let fullest = years.iter().max_by_key(|(_, count)| count.certain);
        let fullest = fullest.filter(|(_, count)| count.certain * 2 > found.certain + found.possible);
        let fullest = fullest.map(|(year, _)| *year);
        let asked: Vec<String> = query.asked(FacetKind::Year).flat_map(|(_, dates)| dates).collect();
        let year = |(year, count): (i64, Counted)| {
            let id = year_text(year);
            let is_asked = asked.iter().any(|date| *date == id || is_within(date, &id));
            let is_open = (is_asked || fullest == Some(year)) && !id.starts_with('Y');
            let months = if is_open { self.months(year, found) } else { Vec::new() };
            std::iter::once(Count::of(id, count)).chain(months)
        };
        years.into_iter().flat_map(year).collect()
    }

    /// The months of a year.
    fn months(&self, year: i64, found: &Found) -> Vec<Count> {
        const MONTHS: i64 = 12;
        let number = |day: Day| day.year() * MONTHS + i64::from(day.month()) - 1;
        let events = found.events().filter(|(event, _)| self.years.touch(*event, year));
        let events = events.map(|(event, matched)| (self.days.of(event), matched));
        let months = counted((year * MONTHS..(year + 1) * MONTHS).collect(), number, events);
        let id = |number: i64| format!("{}-{:02}", year_text(year), number.rem_euclid(MONTHS) + 1);
        months.into_iter().map(|(number, count)| Count::of(id(number), count)).collect()
    }
}

/// How many of the found events have a value.
struct Count {
    id: String,
    certain: usize,
    possible: usize,
}

impl Count {
    fn of(id: String, Counted { certain, possible }: Counted) -> Self {
        Self { id, certain, possible }
    }

    fn new(id: &str, events: impl Iterator<Item = usize>, found: &Found) -> Self {
        let (mut certain, mut possible) = (0, 0);
        for event in events {
            match found.of(EventNo::at(event)) {
                Match::Certainly => certain += 1,
                Match::Possibly => possible += 1,
                Match::No => {}
            }
        }
        Self { id: id.to_owned(), certain, possible }
    }
}
