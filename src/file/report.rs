//! Problems as people and programs read them: pictures of the place, lines, rows.
//!
//! Nothing of a file gets out of here unseen: hidden characters are made visible, and long texts are cut.

use super::lines::Lines;
use super::picture::{in_words, picture};
use super::sanitise::{Breaks, cut_bytes, visible};
use super::{Document, Problem, Rule, Severity, Span};
use serde::Serialize;
use std::borrow::Cow;
use std::collections::HashMap;

/// The most problems that are told one by one.
const MOST: usize = 50;

/// The most notes of one rule that are told with errors and warnings: they are no news.
const MOST_NOTES: usize = 3;

/// The most bytes of a message, of a help and of the name of a file, each.
const LONGEST: usize = 600;

/// How to tell problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Errors and warnings with a picture of the place, notes in words.
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

/// The problems as text, each ending with a line break; of very many only the worst are told.
pub fn render(problems: &[Problem], documents: &[Document], style: Style) -> String {
    let mut places = Places::new(problems, documents);
    let mut text = String::new();
    let told = told_of(problems, style);
    for problem in &told {
        match style {
            Style::Short => text += &short(&places.row(problem)),
            Style::Full { .. } if problem.severity() == Severity::Note => text += &in_words(problem, &mut places),
            Style::Full { color, ascii } => {
                set_off(&mut text);
                text += &picture(problem, &mut places, color, ascii);
            }
        }
    }
    text + &more(problems, &told)
}

/// The problems that are told one by one: the worst of them, in their order.
fn told_of(problems: &[Problem], style: Style) -> Vec<&Problem> {
    let mut notes: HashMap<Rule, usize> = HashMap::new();
    let mut is_wanted = |problem: &Problem| {
        let before = notes.entry(problem.rule).or_default();
        *before += 1;
        problem.severity() != Severity::Note || style == Style::Short || *before <= MOST_NOTES
    };
    let mut told: Vec<_> = problems.iter().enumerate().filter(|(_, problem)| is_wanted(problem)).collect();
    told.sort_by_key(|(_, problem)| problem.severity());
    told.truncate(MOST);
    told.sort_unstable_by_key(|(place, _)| *place);
    told.into_iter().map(|(_, problem)| problem).collect()
}

/// "and 7 more", where not all problems are told.
fn more(problems: &[Problem], told: &[&Problem]) -> String {
    let left = problems.len() - told.len();
    let is_worse = |problem: &&Problem| problem.severity() != Severity::Note;
    let are_notes = problems.iter().filter(is_worse).count() == told.iter().copied().filter(is_worse).count();
    match (left, are_notes) {
        (0, _) => String::new(),
        (left, true) => format!("and {left} more notes\n"),
        (left, false) => format!("and {left} more\n"),
    }
}

/// Puts an empty line behind what was told so far.
fn set_off(text: &mut String) {
    if !text.is_empty() && !text.ends_with("\n\n") {
        text.push('\n');
    }
}

/// The problems as rows, all of them.
pub fn rows(problems: &[Problem], documents: &[Document]) -> Vec<Row> {
    let mut places = Places::new(problems, documents);
    problems.iter().map(|problem| places.row(problem)).collect()
}

impl Row {
    /// The row of a file that cannot be read at all.
    pub fn unreadable(file: &str, reason: &str) -> Self {
        let rule = Rule::Unreadable;
        Self {
            severity: rule.severity().name(),
            rule: rule.id(),
            file: told(file).into_owned(),
            line: 1,
            column: 1,
            message: told(reason).into_owned(),
            help: None,
        }
    }
}

/// A row as one line.
pub fn short(row: &Row) -> String {
    let Row { severity, rule, file, line, column, message, .. } = row;
    format!("{file}:{line}:{column}: {severity}[{rule}]: {message}\n")
}

/// A text as it may be told: on one line, all visible, and not long.
pub(super) fn told(text: &str) -> Cow<'_, str> {
    match visible(text, Breaks::Join) {
        Cow::Borrowed(text) => cut_bytes(text, LONGEST),
        Cow::Owned(text) => cut_bytes(&text, LONGEST).into_owned().into(),
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
        self.documents.get(span.document()).map_or("?".into(), |document| told(&document.name))
    }

    /// The lines of a place's document.
    pub fn lines(&self, span: Span) -> Option<&Lines<'a>> {
        self.lines.get(span.document())
    }

    /// The line and column at which a place begins.
    pub fn line_column(&mut self, span: Span) -> (usize, usize) {
        self.lines.get_mut(span.document()).map_or((1, 1), |lines| lines.line_column(span.start()))
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
