//! A problem with a picture of its place, as compilers draw it.

use super::report::{Places, short, told};
use super::sanitise::marked;
use super::span::boundary;
use super::{Problem, Severity, Span};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Level, Renderer, Snippet};
use std::borrow::Cow;
use std::ops::Range;

/// The longest line that is shown whole, in characters; of longer ones the part around the place.
const LONGEST_LINE: usize = 300;

/// The most bytes that one problem is told in: 2,000 with the empty line behind it.
const MOST_BYTES: usize = 1_999;

/// As many of them as the last line about more places takes.
const MORE_PLACES: usize = 40;

/// The problem with its line, its related lines and its help; in words where that would be too long.
pub(super) fn picture(problem: &Problem, places: &mut Places<'_>, color: bool, ascii: bool) -> String {
    let drawn = drawing(problem, places, false, ascii).filter(|text| text.len() <= MOST_BYTES);
    let drawn = if color && drawn.is_some() { drawing(problem, places, true, ascii) } else { drawn };
    drawn.unwrap_or_else(|| in_words(problem, places)) + "\n"
}

/// The picture; `None` where the line is too long to be shown.
fn drawing(problem: &Problem, places: &mut Places<'_>, color: bool, ascii: bool) -> Option<String> {
    let row = places.row(problem);
    let line = excerpt(places, problem.span)?;
    let title = level(problem.severity()).primary_title(&row.message).id(row.rule);
    let mut group = title.element(line.snippet(AnnotationKind::Primary, None));
    for (span, why) in &problem.related {
        group = match excerpt(places, *span) {
            Some(line) => group.element(line.snippet(AnnotationKind::Context, Some(why))),
            None => group.element(Level::NOTE.message(beside(places, *span, why))),
        };
    }
    let group = group.elements(row.help.as_deref().map(|help| Level::HELP.message(help)));
    let renderer = if color { Renderer::styled().hyperlink(false) } else { Renderer::plain() };
    let decor = if ascii { DecorStyle::Ascii } else { DecorStyle::Unicode };
    Some(renderer.decor_style(decor).render(&[group]) + "\n")
}

/// The same in lines of words: what was found, the other places, as many as there is room for, the help.
pub(super) fn in_words(problem: &Problem, places: &mut Places<'_>) -> String {
    let row = places.row(problem);
    let mut text = short(&row);
    let help = row.help.map_or_else(String::new, |help| format!("  help: {help}\n"));
    for (told, (span, why)) in problem.related.iter().enumerate() {
        let line = format!("  note: {}\n", beside(places, *span, why));
        if text.len() + line.len() + help.len() + MORE_PLACES > MOST_BYTES {
            text += &format!("  note: and {} more places\n", problem.related.len() - told);
            break;
        }
        text += &line;
    }
    text + &help
}

fn beside(places: &mut Places<'_>, span: Span, why: &str) -> String {
    let (line, column) = places.line_column(span);
    format!("{}:{line}:{column}: {}", places.name(span), told(why))
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
    let number = lines.line(span.start());
    let line = lines.get(number);
    let within = |byte: usize| boundary(line, byte.saturating_sub(lines.start(number)));
    let (start, end) = (within(span.start()), within(span.end().max(span.start())));
    let (line, start, end) = window(line, start, end)?;
    let before = marked(line[..start].trim_start_matches('\u{FEFF}'));
    let found = marked(&line[start..end]);
    let place = before.len()..before.len() + found.len();
    let line = before + &found + &marked(&line[end..]);
    Some(Excerpt { file: places.name(span), number: number + 1, line, place })
}

/// The part of a long line that lies around a place, and where the place is in it; `None`
/// where the place itself is too long to be shown.
fn window(line: &str, start: usize, end: usize) -> Option<(&str, usize, usize)> {
    if line.chars().nth(LONGEST_LINE).is_none() {
        return Some((line, start, end));
    }
    if line[start..end].chars().nth(LONGEST_LINE / 3).is_some() {
        return None;
    }
    let side = LONGEST_LINE / 3;
    let from = line[..start].char_indices().nth_back(side).map_or(0, |(byte, _)| byte);
    let to = line[end..].char_indices().nth(side).map_or(line.len(), |(byte, _)| end + byte);
    Some((&line[from..to], start - from, end - from))
}

impl<'a> Excerpt<'a> {
    fn snippet(self, kind: AnnotationKind, label: Option<&str>) -> Snippet<'a, Annotation<'a>> {
        let label = label.map(|label| told(label).into_owned());
        let place = kind.span(self.place).label(label);
        Snippet::source(self.line).path(self.file).line_start(self.number).annotation(place)
    }
}
