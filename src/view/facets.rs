//! The facets: what the found events are connected with, as rows to choose from.

use super::edition::Edition;
use super::line::{Line, Role};
use super::register::row;
use super::width::columns;
use super::words::Words;
use crate::chronology::query::{Facet, FacetKind, FacetValue, STATES};
use crate::date::{Date, Language};

/// A row of the facets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FacetRow<'a> {
    /// A facet's name with its digit.
    Heading(FacetKind),
    /// A value, and which of those that can be chosen it is.
    Value(FacetKind, &'a FacetValue, usize),
}

/// The values that can be chosen: those that some event found has, and those that are chosen.
pub fn choices(facets: &[Facet]) -> impl Iterator<Item = (FacetKind, &FacetValue)> {
    facets.iter().flat_map(|facet| facet.values.iter().filter(|value| is_shown(value)).map(|value| (facet.kind, value)))
}

fn is_shown(value: &FacetValue) -> bool {
    value.is_chosen || value.certain + value.possible > 0
}

/// All rows: each facet's heading, then its values.
pub fn rows(facets: &[Facet]) -> Vec<FacetRow<'_>> {
    let mut rows = Vec::new();
    let mut kind = None;
    for (at, (of, value)) in choices(facets).enumerate() {
        if kind.replace(of) != Some(of) {
            rows.push(FacetRow::Heading(of));
        }
        rows.push(FacetRow::Value(of, value, at));
    }
    rows
}

/// The columns in which rows are written.
pub struct Columns<'a> {
    edition: Edition<'a>,
    /// Of all together.
    width: usize,
    /// Of the counts of each facet.
    figures: [Vec<usize>; FacetKind::ALL.len()],
    /// The facet whose heading says what the columns are.
    first: Option<FacetKind>,
}

impl<'a> Columns<'a> {
    /// Those of these facets, so many columns wide.
    pub fn new(facets: &[Facet], edition: Edition<'a>, width: usize) -> Self {
        let figures = FacetKind::ALL.map(|kind| figure_widths(facets, kind));
        Self { edition, width, figures, first: choices(facets).next().map(|(kind, _)| kind) }
    }

    /// A row in them: a heading; a value with the events that certainly have it and those that may.
    pub fn line(&self, row: FacetRow) -> Line {
        match row {
            FacetRow::Heading(kind) => self.heading(kind),
            FacetRow::Value(kind, value, _) => self.value(kind, value),
        }
    }

    fn heading(&self, kind: FacetKind) -> Line {
        let words = self.edition.words;
        let figures = self.figures[kind as usize].len();
        let name = format!("{} {}", kind.digit(), kind.heading(words.language));
        // What the columns are is said once, and where both of them are in use.
        let is_said = self.first == Some(kind) || figures > 1;
        let heads = if is_said { words.facet_heads()[..figures].join(" +") } else { String::new() };
        let head_width = columns(&heads);
        row(&name, &[(heads, head_width)], self.width, Role::Label, self.edition.glyphs.ellipsis)
    }

    fn value(&self, kind: FacetKind, value: &FacetValue) -> Line {
        let sign = if value.is_chosen { "[x]" } else { "[ ]" };
        let name = format!("{sign} {}", label(kind, value, self.edition));
        let possible = if value.possible == 0 { String::new() } else { format!("+{}", value.possible) };
        let widths = self.figures[kind as usize].iter().copied();
        let figures: Vec<_> = [value.certain.to_string(), possible].into_iter().zip(widths).collect();
        row(&name, &figures, self.width, Role::Body, self.edition.glyphs.ellipsis)
    }
}

/// The columns that the counts of a facet take: those of what is certain, and those of what is
/// possible where anything is.
fn figure_widths(facets: &[Facet], kind: FacetKind) -> Vec<usize> {
    let values = || facets.iter().filter(|facet| facet.kind == kind).flat_map(|facet| &facet.values);
    let digits = |count: fn(&FacetValue) -> usize| values().map(count).max().unwrap_or_default().to_string().len();
    let possible = values().any(|value| value.possible > 0).then(|| 1 + digits(|value| value.possible));
    [digits(|value| value.certain)].into_iter().chain(possible).collect()
}

/// The value to which one comes first in a facet: the first one, which most of what is found
/// has; of years, which are in order of time, likewise the fullest.
pub fn entrance(facets: &[Facet], kind: FacetKind) -> Option<usize> {
    let values = || choices(facets).enumerate().filter(|(_, (of, _))| *of == kind);
    let years = values().filter(|(_, (_, value))| kind == FacetKind::Year && !value.is_month(kind));
    let fullest = years.max_by_key(|(_, (_, value))| value.certain);
    fullest.or_else(|| values().next()).map(|(at, _)| at)
}

/// What a value is called; months stand below their years.
fn label(kind: FacetKind, value: &FacetValue, edition: Edition) -> String {
    let state = STATES.iter().find(|row| kind == FacetKind::Certainty && row.word == value.id);
    match (state, edition.read(&value.label)) {
        (Some(row), _) => row.means(edition.words.language).to_owned(),
        (None, _) if value.is_month(kind) => {
            let month = value.id.parse::<Date>().map(|month| month.brief(edition.words.language, None));
            format!("  {}", month.unwrap_or_default())
        }
        (None, _) if kind == FacetKind::Year => year(&value.id, edition.words),
        (None, "") => value.id.clone(),
        (None, name) => name.to_owned(),
    }
}

/// A year as it stands over its events: "45 BC".
fn year(id: &str, words: &Words) -> String {
    let year = id.parse::<Date>().ok().and_then(|date| date.earliest().day());
    year.map_or_else(|| id.to_owned(), |day| words.year_heading(day.year()))
}

impl FacetKind {
    /// The digit that leads to it.
    pub fn digit(self) -> usize {
        1 + self as usize
    }

    /// Its heading.
    const fn heading(self, language: Language) -> &'static str {
        let names = match self {
            Self::Category => ["类别", "Category", "種類"],
            Self::Actor => ["参与者", "Who took part", "参加者"],
            Self::Place => ["地点", "Where", "場所"],
            Self::Country => ["国家", "Country", "国"],
            Self::Source => ["来源", "Source", "出典"],
            Self::Year => ["年份", "Year", "年"],
            Self::Certainty => ["确知程度", "How certain", "確かさ"],
            Self::Tag => ["标签", "Tag", "タグ"],
        };
        names[language as usize]
    }
}

impl Words {
    /// The heading of all facets.
    pub const fn facets(&self) -> &'static str {
        ["分面", "Facets", "絞り込み"][self.language as usize]
    }

    /// Said in their place where no event is found.
    pub const fn no_facets(&self) -> &'static str {
        ["没有符合的事件", "no event is found", "該当する出来事はない"][self.language as usize]
    }

    /// Over the counts: how many certainly, how many more possibly.
    const fn facet_heads(&self) -> [&'static str; 2] {
        [["确定", "可能"], ["certain", "possible"], ["確実", "可能性"]][self.language as usize]
    }
}
