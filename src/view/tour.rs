//! A tour: one step a screen, large and calm, to be read from the back of a room.

use super::edition::Edition;
use super::layout::{Area, Size};
use super::line::{Line, Role};
use super::list::when_in_words;
use super::width::{columns, fit};
use crate::chronology::{EventNo, Stop, TourNo};

/// The widest text: longer lines are hard to read.
const WIDEST: usize = 60;

/// The rows that are left free for a map over the event's own lane of the axis.
const WANTED_PICTURE: usize = LOWEST_MAP as usize + 3;

/// The free rows around text and picture, of so many rows in all.
const fn around(room: usize) -> usize {
    if room < 26 { 2 } else { 4 }
}

/// The rows without which a picture is of no use.
const LOWEST_PICTURE: usize = 6;

/// One step of a tour, composed for a screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Slide {
    /// The event that it is about.
    pub event: Option<EventNo>,
    /// The lines, each with its row and its first column.
    pub lines: Vec<(usize, usize, Line)>,
    /// Free rows for an axis or a map; no cells where there is no room for one.
    pub picture: Area,
}

impl Slide {
    /// The rows of the picture for the map, where the event has a place to be shown, and
    /// those for the axis: under a map only the dates and the event's own lane.
    pub fn parts(&self, has_place: bool, lanes: usize) -> (Area, Area) {
        let all = self.picture;
        if has_place && all.height >= LOWEST_MAP + 3 {
            let map = Area { height: all.height - 3, ..all };
            return (map, Area { y: all.y + all.height - 2, height: 2, ..all });
        }
        let height = all.height.min(u16::try_from(lanes + 1).unwrap_or(u16::MAX));
        (Area { height: 0, ..all }, Area { y: all.y + (all.height - height) / 2, height, ..all })
    }
}

/// The rows without which a map is of no use.
const LOWEST_MAP: u16 = 6;

/// A step of a tour (the first is 0) on a screen of this size. A step that the tour does not
/// have gives an empty slide.
pub fn slide(tour: TourNo, step: usize, size: Size, edition: Edition) -> Slide {
    let Some(stop) = edition.chronology.tours.get(tour.index()).and_then(|tour| tour.steps.get(step)) else {
        return Slide::default();
    };
    let (width, height) = (usize::from(size.width), usize::from(size.height));
    let composer = Composer { tour, step, edition, width, height };
    let mut slide = Slide { event: Some(stop.event), ..Slide::default() };
    composer.frame(&mut slide);
    composer.text(stop, &mut slide);
    slide.lines.retain(|(row, column, _)| *row < height && *column < width);
    slide
}

struct Composer<'a> {
    tour: TourNo,
    step: usize,
    edition: Edition<'a>,
    width: usize,
    height: usize,
}

impl<'a> Composer<'a> {
    /// Free columns on either side.
    fn margin(&self) -> usize {
        if self.width >= 60 { 4 } else { 1 }
    }

    /// Free rows above; none on low screens.
    fn top(&self) -> usize {
        usize::from(self.height >= 20)
    }

    /// The tour's title, the step, and how far the tour has come.
    fn frame(&self, slide: &mut Slide) {
        let tour = &self.edition.chronology[self.tour];
        let inner = self.width.saturating_sub(2 * self.margin());
        let ellipsis = self.edition.glyphs.ellipsis;
        let step = self.edition.labels().step(self.step + 1, tour.steps.len());
        let step = fit(&step, inner, ellipsis);
        let title = fit(self.edition.read(&tour.title), inner.saturating_sub(columns(&step) + 2), ellipsis);
        let gap = inner.saturating_sub(columns(&title) + columns(&step));
        let head = Line::new(title, Role::Body).with(" ".repeat(gap), Role::Body).with(step, Role::Body);
        slide.lines.push((self.top(), self.margin(), head));
        let done = inner * (self.step + 1) / tour.steps.len().max(1);
        let glyphs = self.edition.glyphs;
        let rule = Line::new(glyphs.rule_focused.repeat(done), Role::Label)
            .with(glyphs.rule.repeat(inner - done), Role::Quiet);
        slide.lines.push((self.top() + 1, self.margin(), rule));
    }

    /// The event, set between the head and the picture, in the middle of the screen.
    fn text(&self, stop: &Stop, slide: &mut Slide) {
        let width = self.width.saturating_sub(2 * self.margin()).min(WIDEST);
        let first = self.top() + 2;
        let room = self.height.saturating_sub(first);
        let lines = self.fitted(stop, width, room);
        let free = room - lines.len().min(room);
        let around = around(room);
        let picture = if free >= LOWEST_PICTURE + around { free - around } else { 0 };
        let above = (free - picture) / 2;
        let column = (self.width.saturating_sub(width)) / 2;
        let end = first + above + lines.len();
        slide.lines.extend(lines.into_iter().enumerate().map(|(at, line)| (first + above + at, column, line)));
        if picture > 0 {
            slide.picture = self.picture(end + free - picture - above, picture);
        }
    }

    fn picture(&self, row: usize, height: usize) -> Area {
        let inner = self.width.saturating_sub(2 * self.margin());
        Area { x: self.margin() as u16, y: row as u16, width: inner as u16, height: height as u16 }
    }

    /// The parts of the text in so many rows. Where there is no room for the summary and a
    /// picture, but for the picture without the summary, that goes; where there is none at
    /// all, blank rows go first, then the end of the text, with a sign that something is
    /// missing.
    fn fitted(&self, stop: &Stop, width: usize, room: usize) -> Vec<Line> {
        let blank = Line::default();
        let head = self.head(stop, width);
        let parts = [head.clone(), self.summary(stop, width)].concat();
        let spaced = parts.join(&blank);
        let brief = head.join(&blank);
        let wanted = WANTED_PICTURE + around(room);
        if spaced.len() + wanted > room && brief.len() + wanted <= room {
            return brief;
        }
        let mut lines = if spaced.len() <= room { spaced } else { parts.concat() };
        if lines.len() > room {
            lines.truncate(room);
            self.cut_short(&mut lines, width);
        }
        lines
    }

    /// Marks the end of what is shown; a rule with nothing below it goes.
    fn cut_short(&self, lines: &mut Vec<Line>, width: usize) {
        if lines.last().is_some_and(|line| line.runs.iter().all(|run| run.role == Role::Quiet)) {
            lines.pop();
        }
        if let Some(last) = lines.last_mut() {
            let text = last.text() + self.edition.glyphs.ellipsis;
            let role = last.runs.first().map_or(Role::Body, |run| run.role);
            *last = Line::new(fit(&text, width, self.edition.glyphs.ellipsis), role);
        }
    }

    /// Title; date and who; the note.
    fn head(&self, stop: &Stop, width: usize) -> Vec<Vec<Line>> {
        let event = &self.edition.chronology[stop.event];
        let wrapped = |line: &Line| line.wrapped(width, 0);
        let title = Line::new(self.edition.title(stop.event), Role::Title);
        let when = Line::new(when_in_words(event, self.edition.words.language), Role::Date);
        let who = self.edition.transfer(stop.event).map(|text| Line::new(text, Role::Body));
        let facts = std::iter::once(when).chain(who).flat_map(|line| wrapped(&line)).collect();
        let note = stop.note.iter().map(|note| self.edition.read(note)).filter(|note| !note.is_empty());
        let note: Vec<Line> = note.flat_map(|note| wrapped(&Line::new(note, Role::Title))).collect();
        [wrapped(&title), facts, note].into_iter().filter(|part| !part.is_empty()).collect()
    }

    /// The summary under a short rule.
    fn summary(&self, stop: &Stop, width: usize) -> Vec<Vec<Line>> {
        let summary = self.edition.read(&self.edition.chronology[stop.event].record.summary);
        let rule = Line::new(self.edition.glyphs.rule.repeat(width.min(8)), Role::Quiet);
        let paragraphs = summary.split('\n').filter(|part| !part.trim().is_empty());
        let paragraphs = paragraphs.map(|part| Line::new(part, Role::Body).wrapped(width, 0));
        let parts = std::iter::once(vec![rule]).chain(paragraphs).collect::<Vec<_>>();
        if parts.len() > 1 { parts } else { Vec::new() }
    }
}
