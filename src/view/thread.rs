//! A thread as a small tree: what answers what, from the first gift to the last thanks.

use super::edition::Edition;
use super::glyphs::Glyphs;
use super::line::{Line, Role};
use super::list::when_alone;
use crate::chronology::EventNo;
use std::collections::{BTreeSet, HashMap};

/// The thread of an event, a line for each of its events, each under what it answers; none
/// where the event stands alone. All but the event itself lead to theirs.
///
/// An event that answers several stands under the first of them, and says so.
pub fn tree(event: EventNo, edition: Edition) -> Vec<Line> {
    let thread = Thread::of(event, edition);
    thread.map_or_else(Vec::new, |thread| thread.places().map(|at| thread.line(at, event, edition)).collect())
}

/// A thread grown into a tree, from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Thread {
    twigs: Vec<Twig>,
    /// Where in it each of its events stands, by their order.
    places: Vec<(EventNo, usize)>,
}

/// An event in the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Twig {
    event: EventNo,
    /// What stands to its left, its own branch not included.
    stem: String,
    /// How many events stand above it; the roots have none.
    depth: usize,
    /// Whether no other answer to the same follows it.
    is_last: bool,
    /// Whether some answer stands under it.
    is_answered: bool,
}

impl Thread {
    /// The thread of an event; `None` where it stands alone.
    pub fn of(event: EventNo, edition: Edition) -> Option<Self> {
        let events = edition.chronology.thread(event);
        if events.len() < 2 {
            return None;
        }
        let parents = events.iter().filter_map(|&event| Some((event, parent(event, edition)?))).collect();
        let roots = events.into_iter().filter(|&event| parent(event, edition).is_none());
        let twigs: Vec<Twig> = roots.flat_map(|root| grow(root, &parents, edition)).collect();
        let mut places: Vec<(EventNo, usize)> = twigs.iter().map(|twig| twig.event).zip(0..).collect();
        places.sort_unstable();
        Some(Self { twigs, places })
    }

    /// The places of all its events, from top to bottom.
    pub fn places(&self) -> std::ops::Range<usize> {
        0..self.twigs.len()
    }

    /// Where an event stands in it, if it does.
    pub fn place(&self, event: EventNo) -> Option<usize> {
        let found = self.places.binary_search_by_key(&event, |&(event, _)| event);
        found.ok().map(|found| self.places[found].1)
    }

    /// The line of the event at a place, as it stands on the page of the present one.
    pub fn line(&self, at: usize, present: EventNo, edition: Edition) -> Line {
        self.twigs[at].line(present, edition)
    }
}

/// The event that another stands under: the first that it answers. Where a faulty file
/// lets answers run in a circle, only what comes earlier counts, so that none is lost.
fn parent(event: EventNo, edition: Edition) -> Option<EventNo> {
    edition.chronology[event].reply_to.iter().min().copied().filter(|&first| first < event)
}

/// An event and all below it, whose parents are known.
fn grow(root: EventNo, parents: &HashMap<EventNo, EventNo>, edition: Edition) -> Vec<Twig> {
    let children = |event: EventNo| {
        let replies = edition.chronology[event].replies.iter().copied();
        let mut children: Vec<_> = replies.filter(|reply| parents.get(reply) == Some(&event)).collect();
        children.dedup();
        children
    };
    let mut twigs = Vec::new();
    let mut ungrown = vec![Twig { event: root, stem: String::new(), depth: 0, is_last: true, is_answered: false }];
    while let Some(twig) = ungrown.pop() {
        let children = children(twig.event);
        let twig = Twig { is_answered: !children.is_empty(), ..twig };
        let below = twig.below(edition);
        let depth = twig.depth + 1;
        let answers = children.iter().enumerate().rev().map(|(at, &event)| Twig {
            event,
            stem: below.clone(),
            depth,
            is_last: at + 1 == children.len(),
            is_answered: false,
        });
        ungrown.extend(answers);
        twigs.push(twig);
    }
    twigs
}

/// From this depth on answers stand below each other: a long exchange of letters would run
/// out of the page.
const DEEPEST: usize = 4;

impl Twig {
    /// What stands to the left of all that answers the event.
    fn below(&self, edition: Edition) -> String {
        if matches!(self.depth, 0 | DEEPEST..) { self.stem.clone() } else { self.beside(edition) }
    }

    /// What stands to the left of the event's own title, from its second line on.
    fn beside(&self, edition: Edition) -> String {
        let bar = if self.is_last { " " } else { edition.glyphs.bar };
        format!("{}{bar}  ", self.stem)
    }

    fn hang(&self, edition: Edition) -> String {
        match (self.depth, self.is_answered) {
            (_, true) => format!("{}{} ", self.below(edition), edition.glyphs.bar),
            (0, false) => "  ".to_owned(),
            (_, false) => self.beside(edition),
        }
    }

    fn line(&self, present: EventNo, edition: Edition) -> Line {
        let (event, words) = (self.event, edition.words);
        let when = when_alone(&edition.chronology[event], words.language);
        let line = Line::new(self.front(present, edition.glyphs), Role::Quiet);
        let line = if event == present {
            line.with(edition.title(event), Role::Title)
        } else {
            line.with(edition.title(event), Role::Link).leading_to(event)
        };
        line.with(words.remark(&when), Role::Quiet).with(also(event, edition), Role::Quiet).hanging(self.hang(edition))
    }

    /// The branch on which the event stands, and the mark of the present one.
    fn front(&self, present: EventNo, glyphs: &Glyphs) -> String {
        let branch = if self.is_last { glyphs.last_branch } else { glyphs.branch };
        match (self.depth, self.event == present) {
            (0, true) => format!("{} ", glyphs.selected),
            (0, false) => String::new(),
            (_, true) => format!("{}{branch}{} ", self.stem, glyphs.selected),
            (_, false) => format!("{}{branch}{} ", self.stem, glyphs.rule),
        }
    }
}

/// What else an event answers than what it stands under.
fn also(event: EventNo, edition: Edition) -> String {
    let answered: BTreeSet<EventNo> = edition.chronology[event].reply_to.iter().copied().collect();
    let parent = parent(event, edition);
    let others = answered.into_iter().filter(|&other| Some(other) != parent);
    let others: Vec<String> = others.map(|other| edition.quoted(edition.title(other))).collect();
    if others.is_empty() {
        return String::new();
    }
    let titles = others.join(edition.words.comma);
    format!("{}{}", edition.words.semicolon, edition.labels().also_answers(&titles))
}
