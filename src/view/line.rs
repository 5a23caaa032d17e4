//! Lines of styled text, as plain data: what a piece of text is, never how it is coloured.

use super::width::columns;
use super::wrap::wrap;
use crate::chronology::EventNo;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Role {
    /// Running text.
    #[default]
    Body,
    /// A title.
    Title,
    /// A word that says what the text beside it is.
    Label,
    /// Less important than running text.
    Quiet,
    /// The name of an event that can be followed.
    Link,
    /// A date.
    Date,
    /// Something that is wrong.
    Problem,
    /// Letters that a query asks for.
    Match,
}

/// Finds the letters of a text that a query asks for: byte ranges in order, none empty.
pub type Marks<'a> = &'a dyn Fn(&str) -> Vec<Range<usize>>;

/// A piece of text of one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The text; no newline in it.
    pub text: String,
    /// What it is.
    pub role: Role,
    /// The address on the web that it is, or is a part of.
    pub url: Option<Arc<str>>,
}

/// A line of text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// Its pieces, from left to right.
    pub runs: Vec<Run>,
    /// The event that the line leads to.
    pub link: Option<EventNo>,
    /// What the lines that it is broken into begin with, the first excepted: the branches
    /// of a tree, the blanks of a column.
    pub hang: String,
}

impl Line {
    /// A line of one piece.
    pub fn new(text: impl Into<String>, role: Role) -> Self {
        Self::default().with(text, role)
    }

    /// The line with another piece behind it.
    pub fn with(mut self, text: impl Into<String>, role: Role) -> Self {
        self.runs.push(Run { text: text.into(), role, url: None });
        self
    }

    /// The line with an address on the web behind it. It stays one where it is broken or marked.
    pub fn with_url(mut self, url: &str) -> Self {
        self.runs.push(Run { text: url.to_owned(), role: Role::Quiet, url: Some(url.into()) });
        self
    }

    /// The line as one that leads to an event.
    pub fn leading_to(mut self, event: EventNo) -> Self {
        self.link = Some(event);
        self
    }

    /// The line with this in front of the lines that it is broken into, the first excepted.
    pub fn hanging(mut self, hang: impl Into<String>) -> Self {
        self.hang = hang.into();
        self
    }

    /// The line with the letters marked that a query asks for in its text.
    #[must_use]
    pub fn marked(mut self, marks: Marks) -> Self {
        let text = self.whole();
        let mut runs = Vec::new();
        let mut at = 0;
        for Range { start, end } in marks(&text) {
            runs.extend(self.cut(at, start));
            runs.extend(self.cut(start, end).into_iter().map(|run| Run { role: Role::Match, ..run }));
            at = end;
        }
        if at > 0 {
            runs.extend(self.cut(at, text.len()));
            self.runs = runs;
        }
        self
    }

    /// The text without roles.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// The same, without a copy where it is all one piece.
    fn whole(&self) -> Cow<'_, str> {
        match self.runs.as_slice() {
            [run] => Cow::Borrowed(&run.text),
            _ => Cow::Owned(self.text()),
        }
    }

    /// How many blanks it begins with.
    pub fn indent(&self) -> usize {
        let text = self.whole();
        text.len() - text.trim_start_matches(' ').len()
    }

    /// The same with no blanks in front, of a line that is needed no more: most fit as they are.
    pub(super) fn broken(self, width: usize) -> Vec<Self> {
        if self.fits(width) { vec![self] } else { self.wrapped(width, 0) }
    }

    fn fits(&self, width: usize) -> bool {
        let text = self.whole();
        columns(&text) <= width && !text.contains('\n')
    }

    /// The line broken into as many as it takes to be no wider than `width` columns;
    /// those after the first begin with `indent` blanks, then with what hangs. All of them
    /// keep the link.
    pub fn wrapped(&self, width: usize, indent: usize) -> Vec<Self> {
        if self.fits(width) {
            return vec![self.clone()];
        }
        let text = self.whole();
        let front = " ".repeat(indent) + &self.hang;
        let mut lines = Vec::new();
        for range in first_and_rest(&text, width, width.saturating_sub(columns(&front))) {
            let mut line = Self { runs: self.cut(range.start, range.end), link: self.link, hang: self.hang.clone() };
            if !lines.is_empty() && !front.is_empty() {
                line.runs.insert(0, Run { text: front.clone(), role: Role::Quiet, url: None });
            }
            lines.push(line);
        }
        lines
    }

    /// The pieces of the text between two bytes of it.
    fn cut(&self, from: usize, to: usize) -> Vec<Run> {
        let mut at = 0;
        let mut pieces = Vec::new();
        for run in &self.runs {
            let (start, end) = (from.max(at), to.min(at + run.text.len()));
            if start < end {
                let text = run.text[start - at..end - at].to_owned();
                pieces.push(Run { text, role: run.role, url: run.url.clone() });
            }
            at += run.text.len();
        }
        pieces
    }
}

/// The byte ranges of the lines of a text whose first line may be wider than the rest.
fn first_and_rest(text: &str, first: usize, rest: usize) -> Vec<Range<usize>> {
    let mut lines = wrap(text, first);
    if first > rest && lines.len() > 1 {
        let start = lines[1].start;
        lines.truncate(1);
        lines.extend(wrap(&text[start..], rest).into_iter().map(|line| line.start + start..line.end + start));
    }
    lines
}
