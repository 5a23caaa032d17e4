//! The facets: what the found events are connected with, as rows to choose from.

use super::edition::Edition;
use super::line::{Line, Role};
use super::register::row;
use super::width::columns;
use super::words::Words;
use crate::chronology::query::{Facet, FacetKind, FacetValue, STATES};
use crate::date::Language;

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

/// All rows: each facet's heading, then its values with the events that certainly have them
/// and those that may, in so many columns.
pub fn rows(facets: &[Facet], edition: Edition, width: usize) -> Vec<FacetRow> {
    let heads = edition.words.facet_heads();
    let widest = choices(facets).map(|(_, value)| value.certain.max(value.possible)).max().unwrap_or_default();
    let figure_width = |head: &str| columns(head).max(widest.to_string().len() + 1);
    let widths = heads.map(figure_width);
    let ellipsis = edition.glyphs.ellipsis;
    let mut rows: Vec<FacetRow> = Vec::new();
    let mut kind = None;
    for (at, (of, value)) in choices(facets).enumerate() {
        if kind != Some(of) {
            let heads = if kind.is_none() { heads } else { [""; 2] };
            let figures = [0, 1].map(|at| (heads[at].to_owned(), widths[at]));
            let name = of.heading(edition.words.language);
            rows.push(FacetRow { line: row(name, &figures, width, Role::Label, ellipsis), choice: None });
            kind = Some(of);
        }
        let sign = if value.is_chosen { "[x]" } else { "[ ]" };
        let name = format!("{sign} {}", label(of, value, edition));
        let possible = if value.possible == 0 { String::new() } else { format!("+{}", value.possible) };
        let figures = [(value.certain.to_string(), widths[0]), (possible, widths[1])];
        rows.push(FacetRow { line: row(&name, &figures, width, Role::Body, ellipsis), choice: Some(at) });
    }
    rows
}

/// What a value is called.
fn label<'a>(kind: FacetKind, value: &'a FacetValue, edition: Edition<'a>) -> &'a str {
    let state = STATES.iter().find(|row| kind == FacetKind::Certainty && row.word == value.id);
    match (state, edition.read(&value.label)) {
        (Some(row), _) => row.means(edition.words.language),
        (None, "") => &value.id,
        (None, name) => name,
    }
}

impl FacetKind {
    /// Its heading.
    const fn heading(self, language: Language) -> &'static str {
        let names = match self {
            Self::Category => ["类别", "Category", "種類"],
            Self::Actor => ["参与者", "Who took part", "参加者"],
            Self::Place => ["地点", "Where", "場所"],
            Self::Country => ["国家", "Country", "国"],
            Self::Source => ["来源", "Source", "出典"],
            Self::Year => ["年份", "Year", "年"],
            Self::Certainty => ["日期确知程度", "How well the days are known", "日付の確かさ"],
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

    /// Over the columns of counts: how many certainly, how many more possibly.
    const fn facet_heads(&self) -> [&'static str; 2] {
        [["确定", "可能"], ["certain", "possible"], ["確実", "可能性"]][self.language as usize]
    }
}
