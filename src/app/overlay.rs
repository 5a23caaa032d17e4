//! What the overlays say: the keys, the problems.

use super::action::Place;
use super::keymap::Section;
use super::state::{Content, Overlay, State};
use crate::chronology::Tour;
use crate::chronology::query::explained;
use crate::file::Problem;
use crate::view::width::pad;
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
        Overlay::Help => help(state).into_iter().map(|line| Text { line, choice: None }).collect(),
        Overlay::Problems => problems(state),
        Overlay::Tours => tours(state),
        Overlay::Facets => Vec::new(),
    };
    let wrapped = |Text { line, choice }: Text| {
        // What a key does stands in a column of its own.
        let indent = if overlay == Overlay::Help && line.indent() > 0 { KEYS } else { line.indent() };
        line.wrapped(width, indent).into_iter().map(move |line| Text { line, choice })
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

fn help(state: &State) -> Vec<Line> {
    let language = state.manner.language;
    let mut lines = Vec::new();
    for section in Section::ALL {
        lines.push(Line::new(section.heading(language), Role::Title));
        for binding in state.bindings.rows().iter().filter(|binding| binding.section == section) {
            let keys: Vec<String> = binding.keys.iter().map(|key| key.label(&state.manner.glyphs)).collect();
            let keys = pad(&format!("  {}", keys.join(" ")), KEYS, "");
            lines.push(Line::new(keys, Role::Label).with(binding.help(language), Role::Body));
        }
        lines.push(Line::default());
    }
    lines.extend(legend(state));
    lines.push(Line::default());
    lines.push(Line::new(state.words().queries(), Role::Title));
    let row = |(form, means): (String, &'static str)| {
        Line::new(pad(&format!("  {form}"), KEYS, ""), Role::Label).with(means, Role::Body)
    };
    lines.extend(explained(language).map(row));
    lines
}

/// What the signs on the axis mean.
fn legend(state: &State) -> Vec<Line> {
    let glyphs = &state.manner.glyphs;
    let [heading, meanings @ ..] = state.words().legend;
    let signs: [&[&str]; 11] = [
        &[glyphs.day],
        &["2-9", "+"],
        &[glyphs.lasting],
        &[glyphs.possible],
        &[glyphs.narrow],
        &[glyphs.open_left, glyphs.open_right],
        &[
            glyphs.selected_day,
            glyphs.selected_lasting,
            glyphs.selected_possible,
            glyphs.selected_open_left,
            glyphs.selected_open_right,
        ],
        &[glyphs.bounding_day, glyphs.bounding_lasting, glyphs.bounding_possible],
        &[glyphs.boundary, glyphs.gap],
        &[glyphs.more_left, glyphs.more_right],
        &[".."],
    ];
    let rows = signs.into_iter().zip(meanings).map(|(signs, meaning)| {
        Line::new(pad(&format!("  {}", signs.join(" ")), KEYS, ""), Role::Label).with(meaning, Role::Body)
    });
    std::iter::once(Line::new(heading, Role::Title)).chain(rows).collect()
}

/// The most problems that are listed: where there are more, they are not read one by one.
pub const MOST_PROBLEMS: usize = 500;

fn problems(state: &State) -> Vec<Text> {
    let latest = state.latest();
    if latest.problems.is_empty() {
        return vec![Text { line: Line::new(state.words().no_problems, Role::Body), choice: None }];
    }
    let told = latest.problems.iter().take(MOST_PROBLEMS).enumerate();
    let lines = told.flat_map(|(at, problem)| {
        told_lines(latest, problem).into_iter().map(move |line| Text { line, choice: Some(at) })
    });
    let left = latest.problems.len().saturating_sub(MOST_PROBLEMS);
    let rest =
        (left > 0).then(|| Text { line: Line::new(format!("+ {left}"), Role::Quiet), choice: Some(MOST_PROBLEMS - 1) });
    lines.chain(rest).collect()
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
