//! What the overlays say: the keys and signs, the problems, the tours.

use super::Notice;
use super::action::Place;
use super::keymap::Section;
use super::state::{Content, Overlay, State};
use crate::chronology::query::explained;
use crate::chronology::{CategoryNo, Tour};
use crate::file::Problem;
use crate::view::legend::{CATEGORIES, LEGEND, Sign};
use crate::view::width::{columns, pad};
use crate::view::wrap::wrap;
use crate::view::{Line, Role};

/// The columns that an overlay's text may take.
const WIDEST: usize = 76;

/// The columns of the keys in the help.
const KEYS: usize = 21;

/// A line of an overlay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The line.
    pub line: Line,
    /// The problem or the tour that it tells of.
    pub choice: Option<usize>,
}

/// The lines that an overlay shows, wrapped to the screen.
pub fn lines(state: &State, overlay: Overlay) -> Vec<Text> {
    let width = width(state);
    let lines = match overlay {
        Overlay::Help => help(state, width).into_iter().map(|line| Text { line, choice: None }).collect(),
        Overlay::Problems => problems(state),
        Overlay::Tours => tours(state),
        Overlay::Facets => Vec::new(),
    };
    let wrapped = |Text { line, choice }: Text| {
        line.wrapped(width, line.indent()).into_iter().map(move |line| Text { line, choice })
    };
    lines.into_iter().flat_map(wrapped).collect()
}

/// The columns of an overlay's text.
pub fn width(state: &State) -> usize {
    usize::from(state.manner.size.width).saturating_sub(4).min(WIDEST)
}

/// The rows of an overlay's text.
pub fn height(state: &State) -> usize {
    usize::from(state.manner.size.height).saturating_sub(4)
}

/// The heading of an overlay.
pub fn heading(state: &State, overlay: Overlay) -> &'static str {
    match overlay {
        Overlay::Help => state.words().help,
        Overlay::Problems => state.words().problems,
        Overlay::Facets => state.words().facets(),
        Overlay::Tours => state.edition().labels().tours,
    }
}

/// Keys, signs and forms of queries, each with what it means, in so many columns.
fn help(state: &State, width: usize) -> Vec<Line> {
    let language = state.manner.language;
    let edition = state.edition();
    let mut lines = Vec::new();
    for section in Section::ALL {
        lines.push(Line::new(section.heading(language), Role::Title));
        for binding in state.bindings.rows().iter().filter(|binding| binding.section == section) {
            let keys: Vec<String> = binding.keys.iter().map(|key| key.label(edition.glyphs)).collect();
            lines.extend(row(&keys, binding.help(language), width));
        }
        lines.push(Line::default());
    }
    for chapter in LEGEND {
        lines.push(Line::new(chapter.heading[language as usize], Role::Title));
        let meant =
            |sign: &Sign| row(&(sign.signs)(edition.glyphs, edition.words), sign.meaning[language as usize], width);
        lines.extend(chapter.signs.iter().flat_map(meant));
        lines.push(Line::default());
    }
    let categories = (0..edition.chronology.categories.len()).map(CategoryNo::at);
    let named = |category| row(&[edition.symbol(category).to_owned()], edition.category(category), width);
    let categories: Vec<Line> = categories.flat_map(named).collect();
    if !categories.is_empty() {
        lines.push(Line::new(CATEGORIES[language as usize], Role::Title));
        lines.extend(categories);
        lines.push(Line::default());
    }
    lines.push(Line::new(state.words().queries(), Role::Title));
    lines.extend(explained(language).flat_map(|(form, means)| row(&[form], means, width)));
    lines
}

/// What stands in the first column, and what it means in the second, each in as many lines as
/// it takes.
fn row(words: &[String], meaning: &str, width: usize) -> Vec<Line> {
    let left = packed(words, KEYS - 3);
    let right: Vec<&str> = wrap(meaning, width.saturating_sub(KEYS)).into_iter().map(|line| &meaning[line]).collect();
    let lines = (0..left.len().max(right.len())).map(|at| {
        let words = left.get(at).map_or("", String::as_str);
        let meaning = right.get(at).copied().unwrap_or_default();
        Line::new(pad(&format!("  {words}"), KEYS, ""), Role::Label).with(meaning, Role::Body)
    });
    lines.collect()
}

/// Words with a blank between them, in lines of so many columns; no word is broken.
fn packed(words: &[String], width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line) if columns(line) + 1 + columns(word) <= width => *line += &format!(" {word}"),
            _ => lines.push(word.clone()),
        }
    }
    lines
}

/// The most problems that are listed: where there are more, they are not read one by one.
pub const MOST_PROBLEMS: usize = 500;

fn problems(state: &State) -> Vec<Text> {
    let latest = state.latest();
    let elsewhere = (state.config_problems > 0).then(|| {
        let said = Notice::Config(state.config_problems).sentence(state.manner.language, |_| String::new());
        Line::new(said, Role::Body)
    });
    if latest.problems.is_empty() {
        let none = Line::new(state.words().no_problems, Role::Body);
        return [none].into_iter().chain(elsewhere).map(|line| Text { line, choice: None }).collect();
    }
    let told = latest.problems.iter().take(MOST_PROBLEMS).enumerate();
    let lines = told.flat_map(|(at, problem)| {
        told_lines(latest, problem).into_iter().map(move |line| Text { line, choice: Some(at) })
    });
    let left = latest.problems.len().saturating_sub(MOST_PROBLEMS);
    let rest =
        (left > 0).then(|| Text { line: Line::new(format!("+ {left}"), Role::Quiet), choice: Some(MOST_PROBLEMS - 1) });
    let elsewhere = elsewhere.into_iter().map(|line| Text { line, choice: None });
    lines.chain(rest).chain(elsewhere).collect()
}

/// Each tour's title, and how many steps it has.
fn tours(state: &State) -> Vec<Text> {
    let edition = state.edition();
    let tours = edition.chronology.tours.iter().enumerate();
    let row = |(at, tour): (usize, &Tour)| Text {
        line: Line::new(edition.read(&tour.title), Role::Body)
            .with(state.words().remark(&tour.steps.len().to_string()), Role::Quiet),
        choice: Some(at),
    };
    tours.map(row).collect()
}

/// Place and rule of a problem, what it is, what would help.
fn told_lines(content: &Content, problem: &Problem) -> Vec<Line> {
    let place = content.place(problem.span).map_or_else(String::new, |Place { document, line, column }| {
        format!("{}:{line}:{column}", content.documents[document].name)
    });
    let mut lines = vec![
        Line::new(place, Role::Label).with(format!("  {}", problem.rule.id()), Role::Quiet),
        Line::new(format!("  {}", problem.message), Role::Problem),
    ];
    lines.extend(problem.help.iter().map(|help| Line::new(format!("  {help}"), Role::Body)));
    lines
}
