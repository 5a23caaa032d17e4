//! A page broken into lines, and how it becomes that of another event.
//!
//! Every event of a thread tells all of it, so that who steps along a long one meets the same
//! lines again and again: they are kept from page to page, all but those of two events.

use super::edition::Edition;
use super::line::{Line, Marks};
use super::page::{Fact, Page, about, told};
use super::thread::Thread;
use crate::chronology::EventNo;

/// What a page is to tell, and how.
pub struct Paper<'a> {
    /// The chronology as the reader has it.
    pub edition: Edition<'a>,
    /// Whose page it is.
    pub event: EventNo,
    /// Why its days are what they are, where that is asked for.
    pub proof: Option<Vec<Line>>,
    /// The letters that a query asks for, where one is asked.
    pub marks: Option<Marks<'a>>,
    /// The columns of a line.
    pub width: usize,
}

/// A page broken into lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    lines: Vec<Line>,
    event: Option<EventNo>,
    /// How many lines stand above the facts.
    above: usize,
    /// How many stand above the thread, and what its lines are made from; these are among the others.
    thread: Option<(usize, Rows)>,
}

impl Sheet {
    /// The page of an event.
    pub fn new(paper: &Paper) -> Self {
        Self::laid_out(None, paper)
    }

    /// That of another event or with another proof, and all else as it was.
    #[must_use]
    pub fn turned(self, paper: &Paper) -> Self {
        if self.event == Some(paper.event) {
            return self.with_above(paper);
        }
        Self::laid_out(self.into_rows().filter(|rows| rows.thread.place(paper.event).is_some()), paper)
    }

    /// Its lines, from top to bottom.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The same without the rest.
    pub fn into_lines(self) -> Vec<Line> {
        self.lines
    }

    fn laid_out(rows: Option<Rows>, paper: &Paper) -> Self {
        let Paper { edition, event, width, .. } = *paper;
        let rows = rows.or_else(|| Thread::of(event, edition).map(|thread| Rows::of(thread, event)));
        let page = paper.page(rows.is_some());
        let label_width = page.label_width();
        let mut rows = rows.map(|rows| rows.beside(label_width, paper));
        let lines = page.above(width);
        let mut sheet = Self { above: lines.len(), lines, event: Some(event), thread: None };
        if !page.facts.is_empty() {
            sheet.lines.push(Line::default());
        }
        for fact in &page.facts {
            match rows.take_if(|_| fact.label == edition.words.thread) {
                Some(mut rows) => {
                    let first = sheet.lines.len();
                    sheet.lines.append(&mut rows.lines);
                    sheet.thread = Some((first, rows));
                }
                None => sheet.lines.extend(fact.wrapped(label_width, width)),
            }
        }
        sheet
    }

    /// The same with what stands above the facts made anew.
    fn with_above(mut self, paper: &Paper) -> Self {
        let lines = paper.finished(told(paper.edition, paper.event)).above(paper.width);
        let (before, above) = (self.above, lines.len());
        self.lines.splice(..before, lines);
        let thread = self.thread.map(|(first, rows)| (first + above - before, rows));
        Self { above, thread, ..self }
    }

    fn into_rows(mut self) -> Option<Rows> {
        let (first, mut rows) = self.thread?;
        self.lines.truncate(first + rows.end_of(rows.ends.len()));
        rows.lines = self.lines.split_off(first);
        Some(rows)
    }
}

impl Paper<'_> {
    /// The page; in the place of its thread, if it has one, stands no more than that.
    fn page(&self, has_thread: bool) -> Page {
        let thread = if has_thread { vec![Line::default()] } else { Vec::new() };
        self.finished(about(self.edition, self.event, thread))
    }

    /// A page with marks and proof.
    fn finished(&self, page: Page) -> Page {
        let page = if let Some(marks) = self.marks { page.marked(marks) } else { page };
        match &self.proof {
            Some(proof) => page.with_proof(self.edition.words.why, proof.clone()),
            None => page,
        }
    }
}

/// The lines of a thread on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Rows {
    thread: Thread,
    /// Whose page it is.
    present: EventNo,
    /// The columns of the label beside them.
    label_width: usize,
    lines: Vec<Line>,
    /// How many lines there are up to the end of each event.
    ends: Vec<usize>,
}

impl Rows {
    /// Those of a thread, of which none is made yet.
    fn of(thread: Thread, present: EventNo) -> Self {
        Self { thread, present, label_width: 0, lines: Vec::new(), ends: Vec::new() }
    }

    /// The same beside labels of so many columns, on this page.
    fn beside(self, label_width: usize, paper: &Paper) -> Self {
        if self.label_width == label_width {
            return self.turned(paper);
        }
        let mut rows = Self { label_width, ..Self::of(self.thread, paper.event) };
        for at in rows.thread.places() {
            let lines = rows.event(at, paper);
            rows.lines.extend(lines);
            rows.ends.push(rows.lines.len());
        }
        rows
    }

    /// The same on the page of another event of the thread.
    fn turned(mut self, paper: &Paper) -> Self {
        let before = std::mem::replace(&mut self.present, paper.event);
        let places = [before, paper.event].map(|event| self.thread.place(event));
        for at in places.into_iter().flatten() {
            let lines = self.event(at, paper);
            let (start, end) = (self.end_of(at), self.end_of(at + 1));
            let (more, less) = (lines.len(), end - start);
            self.lines.splice(start..end, lines);
            self.ends[at..].iter_mut().for_each(|end| *end = *end + more - less);
        }
        self
    }

    /// How many lines so many events take.
    fn end_of(&self, events: usize) -> usize {
        events.checked_sub(1).map_or(0, |last| self.ends[last])
    }

    /// The lines of the event at a place of the thread.
    fn event(&self, at: usize, paper: &Paper) -> Vec<Line> {
        let line = self.thread.line(at, self.present, paper.edition);
        let line = if let Some(marks) = paper.marks { line.marked(marks) } else { line };
        let label = if at == 0 { paper.edition.words.thread } else { "" };
        Fact { label, lines: vec![line] }.wrapped(self.label_width, paper.width)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chronology::Chronology;
    use crate::date::Language;
    use crate::file::{Document, read};
    use crate::view::{Glyphs, Role, Words};

    #[test]
    fn a_page_that_was_turned_is_what_it_would_be_made_anew() {
        let text = include_str!("../../events.toml").to_owned();
        let (chronology, _) = Chronology::new(read(&[Document { name: "events.toml".into(), text: text.into() }]).0);
        for (language, width) in [(Language::En, 20), (Language::En, 57), (Language::Ja, 33)] {
            let edition = Edition { chronology: &chronology, words: Words::of(language), glyphs: &Glyphs::UNICODE };
            let page = |event| Paper { edition, event, proof: None, marks: None, width };
            let others = |event| chronology.thread(event).into_iter().chain(chronology.numbers().next_back());
            let pairs = chronology.numbers().flat_map(|event| others(event).map(move |other| (event, other)));
            for (before, after) in pairs {
                let (before, after) = (page(before), page(after));
                let anew = Sheet::new(&after);
                assert_eq!(Sheet::new(&before).turned(&after), anew);
                let why = Paper { proof: Some(vec![Line::new("why", Role::Body)]), ..page(after.event) };
                assert_eq!(Sheet::new(&why).turned(&after), anew);
                assert_eq!(Sheet::new(&after).turned(&why), Sheet::new(&why));
            }
        }
    }
}
