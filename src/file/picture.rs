//! A problem with a picture of its place, as compilers draw it.

use super::report::{Places, Row, short, told};
use super::sanitise::marked;
use super::span::boundary;
use super::{Problem, Severity, Span};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Level, Message, Renderer, Snippet};
use std::borrow::Cow;
use std::ops::Range;

/// The longest line that is shown, in characters.
const LONGEST_LINE: usize = 300;

/// The most other places that are shown with a problem.
const MOST_RELATED: usize = 20;

/// The problem with its line, its related lines and its help.
pub(super) fn picture(problem: &Problem, places: &mut Places<'_>, color: bool, ascii: bool) -> String {
    let row = places.row(problem);
    let Some(line) = excerpt(places, problem.span) else { return in_words(problem, &row, places) };
    let title = level(problem.severity()).primary_title(&row.message).id(row.rule);
    let mut group = title.element(line.snippet(AnnotationKind::Primary, None));
    for (span, why) in problem.related.iter().take(MOST_RELATED) {
        group = match excerpt(places, *span) {
            Some(line) => group.element(line.snippet(AnnotationKind::Context, Some(why))),
            None => group.element(Level::NOTE.message(beside(places, *span, why))),
        };
    }
    let group = group.elements(more(problem)).elements(row.help.as_deref().map(|help| Level::HELP.message(help)));
    let renderer = if color { Renderer::styled().hyperlink(false) } else { Renderer::plain() };
    let decor = if ascii { DecorStyle::Ascii } else { DecorStyle::Unicode };
    renderer.decor_style(decor).render(&[group]) + "\n\n"
}

/// The same without pictures: for places on lines that are too long to be shown.
fn in_words(problem: &Problem, row: &Row, places: &mut Places<'_>) -> String {
    let mut text = short(row);
    for (span, why) in problem.related.iter().take(MOST_RELATED) {
        text.push_str(&format!("  note: {}\n", beside(places, *span, why)));
    }
    if let Some(help) = &row.help {
        text.push_str(&format!("  help: {help}\n"));
    }
    text + "\n"
}

fn beside(places: &mut Places<'_>, span: Span, why: &str) -> String {
    let (line, column) = places.line_column(span);
    format!("{}:{line}:{column}: {}", places.name(span), told(why))
}

fn more(problem: &Problem) -> Option<Message<'static>> {
    let more = problem.related.len().checked_sub(MOST_RELATED).filter(|&more| more > 0)?;
    Some(Level::NOTE.message(format!("and {more} more places")))
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}

/// The line of a place, all visible, with the place in it.
struct Excerpt<'a> {
    file: Cow<'a, str>,
    number: usize,
    line: String,
    place: Range<usize>,
}

/// The line at which a place begins, unless it is too long; of a place of several lines only that part is marked.
///
/// A hidden character becomes one that is seen, so that the columns stay as they are.
fn excerpt<'a>(places: &Places<'a>, span: Span) -> Option<Excerpt<'a>> {
    let lines = places.lines(span)?;
    let number = lines.line(span.start);
    let line = lines.get(number);
    if line.chars().nth(LONGEST_LINE).is_some() {
        return None;
    }
    let within = |byte: usize| boundary(line, byte.saturating_sub(lines.start(number)));
    let (start, end) = (within(span.start), within(span.end.max(span.start)));
    let before = marked(line[..start].trim_start_matches('\u{FEFF}'));
    let found = marked(&line[start..end]);
    let place = before.len()..before.len() + found.len();
    let line = before + &found + &marked(&line[end..]);
    Some(Excerpt { file: places.name(span), number: number + 1, line, place })
}

impl<'a> Excerpt<'a> {
    fn snippet(self, kind: AnnotationKind, label: Option<&str>) -> Snippet<'a, Annotation<'a>> {
        let label = label.map(|label| told(label).into_owned());
        let place = kind.span(self.place).label(label);
        Snippet::source(self.line).path(self.file).line_start(self.number).annotation(place)
    }
}
