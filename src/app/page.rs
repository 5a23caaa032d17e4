//! The page that is shown: what it tells of the selected event, and what its days rest on.
//!
//! Asks for what was kept of it; makes what was not.

use super::state::{PageKind, State};
use crate::chronology::EventNo;
use crate::view::line::Marks;
use crate::view::proof::{Files, MOST_STEPS, milestones, proof};
use crate::view::{Layout, Line, Paper, Sheet};
use std::borrow::Cow;

impl State {
    /// The columns of the page that hold text: a blank on either side stays free.
    pub fn page_width(&self, layout: &Layout) -> usize {
        usize::from(layout.page.width).saturating_sub(2)
    }

    /// The lines of the page, as it is shown.
    pub fn shown_page(&self, layout: &Layout) -> Cow<'_, [Line]> {
        match self.whole_register(layout) {
            Some(Cow::Borrowed(register)) => Cow::Borrowed(&register.page),
            Some(Cow::Owned(register)) => Cow::Owned(register.page),
            None => {
                let width = self.page_width(layout);
                self.made.page(self, width).map_or_else(|| Cow::Owned(self.page_lines(width)), Cow::Borrowed)
            }
        }
    }

    /// The lines of the page from the first to the last on the screen, and how many follow.
    pub(super) fn seen_page(&self, layout: &Layout) -> (Cow<'_, [Line]>, usize) {
        match self.register(layout) {
            Some(Cow::Borrowed(register)) => (Cow::Borrowed(&register.page), register.more),
            Some(Cow::Owned(register)) => (Cow::Owned(register.page), register.more),
            None => (self.shown_page(layout), 0),
        }
    }

    /// The lines of the selected event's page at a width.
    pub fn page_lines(&self, width: usize) -> Vec<Line> {
        self.make_page(width, Sheet::new).into_lines()
    }

    /// The selected event's page at a width, as it is laid out so.
    pub(super) fn make_page(&self, width: usize, lay_out: impl FnOnce(&Paper) -> Sheet) -> Sheet {
        let Some(event) = self.selected else { return Sheet::default() };
        let marks = |text: &str| self.marks(text);
        let marks: Option<Marks> = if self.search.found.is_some() { Some(&marks) } else { None };
        let proof = (self.reading.kind == PageKind::Why).then(|| self.proof(event));
        lay_out(&Paper { edition: self.edition(), event, proof, marks, width })
    }

    fn proof(&self, event: EventNo) -> Vec<Line> {
        let documents = &self.content.documents;
        let made = self.made.milestones();
        let milestones = made.map_or_else(|| Cow::Owned(milestones(documents)), Cow::Borrowed);
        let files = Files { documents, milestones: &milestones };
        proof(self.edition(), event, files, MOST_STEPS)
    }

    /// The events on which the selected one's bounds rest, while the page tells why.
    pub(super) fn bounding(&self) -> Vec<EventNo> {
        match self.reading.kind {
            PageKind::Event => Vec::new(),
            PageKind::Why => self.made.bounding(self).map_or_else(|| self.make_bounding(), <[_]>::to_vec),
        }
    }

    /// The events on which the selected one's bounds rest.
    pub(super) fn make_bounding(&self) -> Vec<EventNo> {
        let Some(event) = self.selected else { return Vec::new() };
        self.content.chronology.bounding(event)
    }
}
