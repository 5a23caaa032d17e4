//! What is wrong in the files, as a value: never a panic, never only the first.

use super::{Rule, Span};

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The record cannot stand as it is.
    Error,
    /// It stands, but most likely not as meant.
    Warning,
    /// Worth a look.
    Note,
}

/// Something wrong, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The rule that it breaks.
    pub rule: Rule,
    /// Where.
    pub span: Span,
    /// What was found, and what was expected.
    pub message: String,
    /// The likely correction.
    pub help: Option<String>,
    /// Other places that have to do with it, each with a word on why.
    pub related: Vec<(Span, String)>,
}

/// The most problems of a chronology that are told.
const MOST: usize = 10_000;

/// Adds problems to others; where there are too many, the last one says so. A file that was
/// never meant to be a chronology must not fill the memory with what is wrong in it.
pub(super) fn add(problems: &mut Vec<Problem>, more: impl IntoIterator<Item = Problem>) {
    for problem in more {
        match problems.len() {
            0..MOST => problems.push(problem),
            MOST => {
                let message = format!("there are more than {MOST} problems; the others are not told");
                problems.push(Problem { message, help: None, related: Vec::new(), ..problem });
            }
            _ => return,
        }
    }
}

impl Problem {
    /// A problem with nothing but its place and its message.
    pub fn new(rule: Rule, span: Span, message: impl Into<String>) -> Self {
        Self { rule, span, message: message.into(), help: None, related: Vec::new() }
    }

    /// Adds the likely correction.
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds another place, and why it has to do with the problem.
    pub fn with_related(mut self, span: Span, why: impl Into<String>) -> Self {
        self.related.push((span, why.into()));
        self
    }

    /// Puts problems in the order of their places; those of one place stay as they are.
    pub fn sort(problems: &mut [Self]) {
        problems.sort_by_key(|problem| problem.span);
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.rule.severity()
    }
}
