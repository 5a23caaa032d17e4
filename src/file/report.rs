//! Problems as people and programs read them: pictures of the place, lines, rows.
//!
//! Nothing of a file gets out of here unseen: hidden characters are made visible, and long texts are cut.

use super::lines::Lines;
use super::picture::picture;
use super::sanitise::{Breaks, cut, visible};
use super::{Document, Problem, Severity, Span};
use serde::Serialize;
use std::borrow::Cow;

/// The most problems that are told one by one.
const MOST: usize = 50;

/// The most characters of a message; the name of a file has a limit of its own.
const LONGEST: usize = 400;

/// How to tell problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// With a picture of the place.
    Full {
        /// Whether to use the terminal's colours.
        color: bool,
        /// Whether to draw with ASCII alone.
        ascii: bool,
    },
    /// One line for each: `file:line:column: error[rule]: message`.
    Short,
}

/// A problem as a program reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// `error`, `warning` or `note`.
    pub severity: &'static str,
    /// The id of the rule.
    pub rule: &'static str,
    /// The name of the file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// What was found, and what was expected.
    pub message: String,
    /// The likely correction.
    pub help: Option<String>,
}

/// The problems as text, each ending with a line break; of very many only the first are told.
pub fn render(problems: &[Problem], documents: &[Document], style: Style) -> String {
    let mut places = Places::new(problems, documents);
    let told = problems.iter().take(MOST);
    let mut text: String = match style {
        Style::Short => told.map(|problem| short(&places.row(problem))).collect(),
        Style::Full { color, ascii } => told.map(|problem| picture(problem, &mut places, color, ascii)).collect(),
    };
    if let Some(more) = problems.len().checked_sub(MOST).filter(|&more| more > 0) {
        text.push_str(&format!("and {more} more\n"));
    }
    text
}

/// The problems as rows, all of them.
pub fn rows(problems: &[Problem], documents: &[Document]) -> Vec<Row> {
    let mut places = Places::new(problems, documents);
    problems.iter().map(|problem| places.row(problem)).collect()
}

/// A row as one line.
pub(super) fn short(row: &Row) -> String {
    let Row { severity, rule, file, line, column, message, .. } = row;
    format!("{file}:{line}:{column}: {severity}[{rule}]: {message}\n")
}

/// A text as it may be told: on one line, all visible, and not long.
pub(super) fn told(text: &str) -> Cow<'_, str> {
    match visible(text, Breaks::Join) {
        Cow::Borrowed(text) => cut(text, LONGEST),
        Cow::Owned(text) => cut(&text, LONGEST).into_owned().into(),
    }
}

/// Where things are in the documents, by line and column.
pub(super) struct Places<'a> {
    documents: &'a [Document],
    lines: Vec<Lines<'a>>,
}

impl<'a> Places<'a> {
    fn new(problems: &[Problem], documents: &'a [Document]) -> Self {
        let asked = if problems.is_empty() { &[] } else { documents };
        Self { documents, lines: asked.iter().map(|document| Lines::new(&document.text)).collect() }
    }

    /// The name of a place's document, as it may be told.
    pub fn name(&self, span: Span) -> Cow<'a, str> {
        self.documents.get(span.document).map_or("?".into(), |document| told(&document.name))
    }

    /// The lines of a place's document.
    pub fn lines(&self, span: Span) -> Option<&Lines<'a>> {
        self.lines.get(span.document)
    }

    /// The line and column at which a place begins.
    pub fn line_column(&mut self, span: Span) -> (usize, usize) {
        self.lines.get_mut(span.document).map_or((1, 1), |lines| lines.line_column(span.start))
    }

    /// A problem's row.
    pub fn row(&mut self, problem: &Problem) -> Row {
        let (line, column) = self.line_column(problem.span);
        Row {
            severity: problem.severity().name(),
            rule: problem.rule.id(),
            file: self.name(problem.span).into_owned(),
            line,
            column,
            message: told(&problem.message).into_owned(),
            help: problem.help.as_deref().map(|help| told(help).into_owned()),
        }
    }
}

impl Severity {
    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}
