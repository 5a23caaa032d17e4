//! The facets: what the found events are connected with, as rows to choose from.

use super::edition::Edition;
use super::line::{Line, Role};
use super::register::row;
use super::width::columns;
use super::words::Words;
use crate::chronology::query::{Facet, FacetKind, FacetValue, STATES};
use crate::date::{Date, Language};

/// A row of the facets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetRow {
    /// The row.
    pub line: Line,
    /// Which of the values that can be chosen it is; `None` for a heading.
    pub choice: Option<usize>,
}

/// The values that can be chosen: those that some event found has, and those that are chosen.
pub fn choices(facets: &[Facet]) -> impl Iterator<Item = (FacetKind, &FacetValue)> {
    facets.iter().flat_map(|facet| facet.values.iter().filter(|value| is_shown(value)).map(|value| (facet.kind, value)))
}

fn is_shown(value: &FacetValue) -> bool {
    value.is_chosen || value.certain + value.possible > 0
}

/// All rows: each facet's heading with its digit, then its values with the events that
/// certainly have them and those that may, in so many columns.
pub fn rows(facets: &[Facet], edition: Edition, width: usize) -> Vec<FacetRow> {
    let ellipsis = edition.glyphs.ellipsis;
    let mut rows: Vec<FacetRow> = Vec::new();
    let (mut kind, mut widths) = (None, Vec::new());
    for (at, (of, value)) in choices(facets).enumerate() {
        if kind != Some(of) {
            widths = figure_widths(facets, of);
            let name = format!("{} {}", of.digit(), of.heading(edition.words.language));
            // What the columns are is said once, and where both of them are in use.
            let is_said = kind.is_none() || widths.len() > 1;
            let heads = if is_said { edition.words.facet_heads()[..widths.len()].join(" +") } else { String::new() };
            let head_width = columns(&heads);
            let line = row(&name, &[(heads, head_width)], width, Role::Label, ellipsis);
            rows.push(FacetRow { line, choice: None });
            kind = Some(of);
        }
        let sign = if value.is_chosen { "[x]" } else { "[ ]" };
        let name = format!("{sign} {}", label(of, value, edition));
        let possible = if value.possible == 0 { String::new() } else { format!("+{}", value.possible) };
        let figures: Vec<_> = [value.certain.to_string(), possible].into_iter().zip(widths.iter().copied()).collect();
        rows.push(FacetRow { line: row(&name, &figures, width, Role::Body, ellipsis), choice: Some(at) });
    }
    rows
}

/// The columns that the counts of a facet take: those of what is certain, and those of what is
/// possible where anything is.
fn figure_widths(facets: &[Facet], kind: FacetKind) -> Vec<usize> {
    let values = || choices(facets).filter(|(of, _)| *of == kind).map(|(_, value)| value);
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
