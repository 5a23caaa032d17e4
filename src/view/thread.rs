//! A thread as a small tree: what answers what, from the first gift to the last thanks.

use super::edition::Edition;
use super::line::{Line, Role};
use super::list::when_alone;
use crate::chronology::EventNo;
use std::collections::{BTreeSet, HashMap};

/// The thread of an event, a line for each of its events, each under what it answers; none
/// where the event stands alone. All but the event itself lead to theirs.
///
/// An event that answers several stands under the first of them, and says so.
pub fn tree(event: EventNo, edition: Edition) -> Vec<Line> {
    let thread = edition.chronology.thread(event);
    if thread.len() < 2 {
        return Vec::new();
    }
    let tree = Tree { present: event, edition, parents: parents(&thread, edition) };
    let roots = thread.into_iter().filter(|event| !tree.parents.contains_key(event));
    roots.flat_map(|root| tree.grow(root)).collect()
}

/// The event that each of these stands under, if any: the first that it answers. Where a faulty
/// file lets answers run in a circle, only what comes earlier counts, so that none is lost.
fn parents(thread: &[EventNo], edition: Edition) -> HashMap<EventNo, EventNo> {
    let first = |event: EventNo| edition.chronology[event].reply_to.iter().copied().min();
    let pairs = thread.iter().filter_map(|&event| Some((event, first(event)?)));
    pairs.filter(|(event, first)| first < event).collect()
}

/// From this depth on answers stand below each other: a long exchange of letters would run
/// out of the page.
const DEEPEST: usize = 4;

/// An event on its way into the tree.
struct Twig {
    event: EventNo,
    /// What stands to its left, its own branch not included.
    stem: String,
    /// How many events stand above it; the roots have none.
    depth: usize,
    /// Whether no other answer to the same follows it.
    is_last: bool,
}

struct Tree<'a> {
    present: EventNo,
    edition: Edition<'a>,
    parents: HashMap<EventNo, EventNo>,
}

impl Tree<'_> {
    /// The lines of an event and of all below it.
    fn grow(&self, root: EventNo) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut unwritten = vec![Twig { event: root, stem: String::new(), depth: 0, is_last: true }];
        while let Some(twig) = unwritten.pop() {
            let children = self.children(twig.event);
            let below = self.below(&twig);
            lines.push(self.line(&twig).hanging(self.hang(&twig, &below, !children.is_empty())));
            let depth = twig.depth + 1;
            let twigs = children.iter().enumerate().rev().map(|(at, &event)| Twig {
                event,
                stem: below.clone(),
                depth,
                is_last: at + 1 == children.len(),
            });
            unwritten.extend(twigs);
        }
        lines
    }

    /// What stands to the left of all that answers an event.
    fn below(&self, twig: &Twig) -> String {
        if matches!(twig.depth, 0 | DEEPEST..) { twig.stem.clone() } else { self.beside(twig) }
    }

    /// What stands to the left of an event's own title, from its second line on.
    fn beside(&self, twig: &Twig) -> String {
        let bar = if twig.is_last { " " } else { self.edition.glyphs.bar };
        format!("{}{bar}  ", twig.stem)
    }

    fn hang(&self, twig: &Twig, below: &str, is_answered: bool) -> String {
        match (twig.depth, is_answered) {
            (_, true) => format!("{below}{} ", self.edition.glyphs.bar),
            (0, false) => "  ".to_owned(),
            (_, false) => self.beside(twig),
        }
    }

    /// The answers that stand under an event.
    fn children(&self, event: EventNo) -> Vec<EventNo> {
        let replies = self.edition.chronology[event].replies.iter().copied();
        let mut children: Vec<_> = replies.filter(|reply| self.parents.get(reply) == Some(&event)).collect();
        children.dedup();
        children
    }

    fn line(&self, twig: &Twig) -> Line {
        let (event, words) = (twig.event, self.edition.words);
        let when = when_alone(&self.edition.chronology[event], words.language);
        let line = Line::new(self.front(twig), Role::Quiet);
        let line = if event == self.present {
            line.with(self.edition.title(event), Role::Title)
        } else {
            line.with(self.edition.title(event), Role::Link).leading_to(event)
        };
        line.with(words.remark(&when), Role::Quiet).with(self.also(event), Role::Quiet)
    }

    /// The branch on which an event stands, and the mark of the present one.
    fn front(&self, twig: &Twig) -> String {
        let glyphs = self.edition.glyphs;
        let is_present = twig.event == self.present;
        let branch = if twig.is_last { glyphs.last_branch } else { glyphs.branch };
        match (twig.depth, is_present) {
            (0, true) => format!("{} ", glyphs.selected),
            (0, false) => String::new(),
            (_, true) => format!("{}{branch}{} ", twig.stem, glyphs.selected),
            (_, false) => format!("{}{branch}{} ", twig.stem, glyphs.rule),
        }
    }

    /// What else the event answers.
    fn also(&self, event: EventNo) -> String {
        let answered: BTreeSet<EventNo> = self.edition.chronology[event].reply_to.iter().copied().collect();
        let parent = self.parents.get(&event);
        let others = answered.into_iter().filter(|other| Some(other) != parent);
        let others: Vec<String> = others.map(|other| self.edition.quoted(self.edition.title(other))).collect();
        if others.is_empty() {
            return String::new();
        }
        let titles = others.join(self.edition.words.comma);
        format!("{}{}", self.edition.words.semicolon, self.edition.labels().also_answers(&titles))
    }
}
