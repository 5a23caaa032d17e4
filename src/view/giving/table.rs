//! The table of who gave to whom as it is laid out: which rows and columns there is room for.
//!
//! Knows what is counted and for whom; knows nothing of events.

use super::{Giving, Tally};
use crate::chronology::ActorNo;
use crate::view::beginning::Beginning;
use crate::view::edition::Edition;
use crate::view::line::{Line, Role};
use crate::view::width::{columns, fit, pad};
use std::collections::BTreeMap;

/// A table that is ready to be told.
pub struct LaidOut<'a> {
    /// What stands above its rows, but for their heads.
    pub(super) above: Vec<Line>,
    /// The table, the columns of its rows, and whose these are; `None` where it has none.
    pub(super) rows: Option<(Table<'a>, Vec<Column>, Vec<ActorNo>)>,
    /// What stands below them.
    pub(super) below: Vec<Line>,
}

impl LaidOut<'_> {
    /// How many lines it takes.
    pub fn len(&self) -> usize {
        let rows = self.rows.as_ref().map_or(0, |(_, _, givers)| 1 + givers.len());
        self.above.len() + rows + self.below.len()
    }

    /// Puts it into a page.
    pub fn tell(self, page: &mut Beginning) {
        page.extend(self.above);
        if let Some((table, columns, givers)) = self.rows {
            if page.is_full() {
                page.count(1 + givers.len());
            } else {
                page.extend([table.heads(&columns)]);
                page.extend(givers.into_iter().map(|giver| table.row(giver, &columns)));
            }
        }
        page.extend(self.below);
    }
}

/// Who gave to whom, as it is laid out.
pub(super) struct Table<'a> {
    pub giving: &'a Giving,
    pub edition: Edition<'a>,
    pub selected: Option<ActorNo>,
    /// The selected one and those who belong to it: who of them gave, and who received, by their
    /// positions.
    pub own: [Vec<usize>; 2],
    /// What they gave to each receiver.
    pub given: BTreeMap<ActorNo, Tally>,
    pub width: usize,
    /// The columns of the givers' names: a third of all, if they need as much.
    pub name_width: usize,
}

/// A receiver's column.
pub(super) struct Column {
    receiver: ActorNo,
    head: String,
    /// The columns of what stands behind its numbers.
    sign: usize,
    width: usize,
}

/// The fewest rows of givers, whatever the height.
const FEWEST_GIVERS: usize = 6;

/// The most lines that the names of those left out take.
const MOST_LEFT_OUT: usize = 3;

/// The fewest columns that a receiver takes: a blank, a number, a sign.
const NARROWEST_COLUMN: usize = 3;

impl<'a> Table<'a> {
    /// What the signs mean, as far as they stand in it, and what is counted.
    pub fn key(&self) -> String {
        let (giving, labels) = (self.giving, self.edition.labels());
        let parts = [
            giving.has_answers.then(|| labels.in_answer(self.edition.glyphs.back, giving.has_part())),
            self.own.iter().any(|own| !own.is_empty()).then(|| labels.bold.to_owned()),
            giving.has_several.then(|| labels.each_counts.to_owned()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(labels.comma)
    }

    /// The same with its rows chosen, where there is room for so many lines below these.
    pub fn laid_out(self, above: Vec<Line>, height: usize) -> LaidOut<'a> {
        let columns = self.columns();
        let receivers: Vec<ActorNo> = columns.iter().map(|column| column.receiver).collect();
        let mut below = if self.has_names(&columns) { Vec::new() } else { self.legend(&receivers) };
        let shown = receivers.iter().filter_map(|&receiver| self.giving.ranks[1].of(receiver));
        let (shown, given) = (shown.collect::<Vec<_>>(), self.receivers_of_selected());
        below.extend(self.left_out(&self.giving.receivers, &shown, &given, self.edition.labels().other_receivers));
        let rooms = height.saturating_sub(below.len() + 1 + MOST_LEFT_OUT);
        let givers = self.givers(&shown, rooms);
        below.extend(self.left_out(&self.giving.givers, &givers, &[], self.edition.labels().other_givers));
        let givers = givers.iter().map(|&giver| self.giving.givers[giver]).collect();
        LaidOut { above, rows: Some((self, columns, givers)), below }
    }

    /// As many receivers as fit: all under their names, or under numbers.
    fn columns(&self) -> Vec<Column> {
        let all = &self.giving.receivers;
        let most = (self.width / NARROWEST_COLUMN).min(all.len()).max(1);
        let named: Vec<Column> = all[..most].iter().map(|&to| self.column(to, self.edition.actor(to))).collect();
        if most == all.len() && self.fits(&named) {
            return named;
        }
        let mut matter = [self.receivers_of_selected(), self.own[1].clone()].concat();
        matter.sort_unstable();
        matter.dedup();
        let receivers = |most| positions(&matter, all.len(), most).into_iter().map(|at| all[at]).collect::<Vec<_>>();
        let columns = (1..=most).rev().map(|most| self.numbered(&receivers(most)));
        columns.into_iter().find(|columns| columns.len() == 1 || self.fits(columns)).unwrap_or_default()
    }

    /// The positions of those to whom the selected one gave.
    fn receivers_of_selected(&self) -> Vec<usize> {
        let mut receivers: Vec<usize> =
            self.given.keys().filter_map(|&receiver| self.giving.ranks[1].of(receiver)).collect();
        receivers.sort_unstable();
        receivers
    }

    /// Whether names stand over the columns.
    fn has_names(&self, columns: &[Column]) -> bool {
        columns.iter().all(|column| column.head == self.edition.actor(column.receiver))
    }

    /// The givers who gave to any of these, as many as there is room for; of those who have to do
    /// with the selected one none is left out. All by their positions.
    fn givers(&self, receivers: &[usize], room: usize) -> Vec<usize> {
        let all = self.who_gave(receivers);
        let gave_to_selected = self.who_gave(&self.own[1]);
        let matters =
            |giver: &usize| self.own[0].binary_search(giver).is_ok() || gave_to_selected.binary_search(giver).is_ok();
        let needed: Vec<usize> = (0..all.len()).filter(|&at| matters(&all[at])).collect();
        let most = room.max(FEWEST_GIVERS).max(needed.len());
        positions(&needed, all.len(), most).into_iter().map(|at| all[at]).collect()
    }

    /// Those who gave to any of these, by their positions.
    fn who_gave(&self, receivers: &[usize]) -> Vec<usize> {
        let givers = receivers.iter().flat_map(|&receiver| self.giving.givers_of.of(receiver));
        let mut givers: Vec<usize> = givers.map(|&giver| giver as usize).collect();
        givers.sort_unstable();
        givers.dedup();
        givers
    }

    /// The names of those who are not in the table, behind a word; of very many the first. Before all
    /// others stand those to whom the selected one gave, and behind each how much. All but the names
    /// by their positions, in order.
    fn left_out(&self, all: &[ActorNo], shown: &[usize], given: &[usize], word: &str) -> Vec<Line> {
        let others = (0..all.len()).filter(|at| given.binary_search(at).is_err());
        let missing =
            given.iter().copied().chain(others).filter(|at| shown.binary_search(at).is_err()).map(|at| all[at]);
        let count = all.len() - shown.len();
        // More names than these have no room, whatever stands between them.
        let mut room = self.width * MOST_LEFT_OUT;
        let has_room = |actor: &ActorNo| {
            let left = room.checked_sub(columns(self.edition.actor(*actor)));
            room = left.unwrap_or_default();
            left.is_some()
        };
        let mut names: Vec<ActorNo> = missing.clone().take_while(has_room).collect();
        if names.is_empty() {
            names.extend(missing.clone().next());
        }
        let told = |named: usize| {
            let mut line =
                names[..named].iter().enumerate().fold(Line::new(word, Role::Label), |line, (at, &actor)| {
                    let comma = if at > 0 { self.edition.words.comma } else { "" };
                    let tally = if given.is_empty() { Tally::default() } else { self.given_by_selected(actor) };
                    let count =
                        if tally.count > 0 { format!(" {}{}", tally.count, self.sign(tally)) } else { String::new() };
                    let name = self.edition.actor(actor);
                    line.with(format!("{comma}{name}"), Role::Quiet).with(count, Role::Title)
                });
            if named < count {
                line = line.with(format!(" +{}", count - named), Role::Quiet);
            }
            line.wrapped(self.width, 0)
        };
        let fits = |named: &usize| *named == 1 || told(*named).len() <= MOST_LEFT_OUT;
        (1..=names.len()).rev().find(fits).map(told).unwrap_or_default()
    }

    /// What the selected one and those who belong to it gave to a receiver.
    fn given_by_selected(&self, receiver: ActorNo) -> Tally {
        self.given.get(&receiver).copied().unwrap_or_default()
    }

    /// The columns of these receivers under numbers.
    fn numbered(&self, receivers: &[ActorNo]) -> Vec<Column> {
        let number = |(at, receiver): (usize, &ActorNo)| {
            let sign = " ".repeat(self.column(*receiver, "").sign);
            self.column(*receiver, &format!("{}{sign}", at + 1))
        };
        receivers.iter().enumerate().map(number).collect()
    }

    /// The column of a receiver under a head.
    fn column(&self, receiver: ActorNo, head: &str) -> Column {
        let [count, part] =
            self.giving.ranks[1].of(receiver).map_or([0; 2], |at| self.giving.digits[at].map(usize::from));
        let sign = 1 + part;
        Column { receiver, head: head.to_owned(), sign, width: (count + sign).max(columns(head)) }
    }

    fn fits(&self, columns: &[Column]) -> bool {
        self.name_width + columns.iter().map(|column| column.width + 1).sum::<usize>() <= self.width
    }

    fn heads(&self, columns: &[Column]) -> Line {
        let line = Line::new(" ".repeat(self.name_width), Role::Quiet);
        columns.iter().fold(line, |line, column| {
            line.with(right(&column.head, column.width), self.role(column.receiver, Role::Quiet))
        })
    }

    fn row(&self, giver: ActorNo, columns: &[Column]) -> Line {
        let glyphs = self.edition.glyphs;
        let name = pad(self.edition.actor(giver), self.name_width, glyphs.ellipsis);
        let line = Line::new(name, self.role(giver, Role::Body));
        columns.iter().fold(line, |line, &Column { receiver, sign, width, .. }| {
            let tally = self.giving.between(giver, receiver);
            let sign = pad(&self.sign(tally), sign, "");
            match tally.count {
                0 => line.with(right(&format!("{}{sign}", glyphs.dot), width), Role::Quiet),
                count => line
                    .with(right(&format!("{count}{sign}"), width), self.role(giver, self.role(receiver, Role::Body))),
            }
        })
    }

    /// What stands behind a number: whether all of it are answers, or how many.
    fn sign(&self, tally: Tally) -> String {
        match (tally.answers, tally.part()) {
            (0, _) => String::new(),
            (_, None) => self.edition.glyphs.back.to_owned(),
            (_, Some(part)) => format!("{}{part}", self.edition.glyphs.back),
        }
    }

    /// "1 Guiyang  2 Yokohama", in as many lines as it takes; no name is broken.
    fn legend(&self, receivers: &[ActorNo]) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        for (at, &receiver) in receivers.iter().enumerate() {
            let number = format!("{} ", at + 1);
            let room = self.width.saturating_sub(number.len());
            let name = fit(self.edition.actor(receiver), room, self.edition.glyphs.ellipsis);
            let name = Line::new(number, Role::Label).with(name, self.role(receiver, Role::Quiet));
            let taken = lines.last().map_or(self.width, |line| columns(&line.text()));
            match lines.last_mut() {
                Some(line) if taken + 2 + columns(&name.text()) <= self.width => {
                    line.runs.extend(Line::new("  ", Role::Quiet).runs.into_iter().chain(name.runs));
                }
                _ => lines.push(name),
            }
        }
        lines
    }

    /// What the rows and columns of the selected actor and of those who belong to it are set
    /// in, and all others.
    fn role(&self, actor: ActorNo, otherwise: Role) -> Role {
        if self.is_selected(actor) { Role::Title } else { otherwise }
    }

    fn is_selected(&self, actor: ActorNo) -> bool {
        self.edition.chronology.wholes(actor).any(|whole| self.selected == Some(whole))
    }
}

/// A text at the right edge of so many columns, a blank in front.
fn right(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat((width + 1).saturating_sub(columns(text))))
}

/// So many of some positions below `all`, in order: these, which are in order, and then the first.
fn positions(these: &[usize], all: usize, most: usize) -> Vec<usize> {
    let others = (0..all).filter(|at| these.binary_search(at).is_err());
    let mut positions: Vec<usize> = these.iter().copied().chain(others).take(most).collect();
    positions.sort_unstable();
    positions
}
