//! The table of who gave to whom: givers down, receivers across.

use super::cast::Cast;
use super::edition::Edition;
use super::line::{Line, Role};
use super::width::{columns, fit, pad, widest};
use super::{Glyphs, Words};
use crate::chronology::{ActorNo, Chronology, Each, EventNo};
use crate::date::Language;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How often one actor gave to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// In how many events.
    pub count: usize,
    /// How many of these answer another event.
    pub answers: usize,
}

impl Tally {
    fn add(&mut self, is_answer: bool) {
        self.count += 1;
        self.answers += usize::from(is_answer);
    }

    /// How many are answers, where some are and some are not.
    fn part(self) -> Option<usize> {
        (self.answers > 0 && self.answers < self.count).then_some(self.answers)
    }
}

/// So many gifts from one to one are counted beyond the first of each event: a few thousand who gave
/// to a few thousand in one event are millions, and nobody reads them.
pub(super) const MOST_GIFTS: usize = 500_000;

/// Who gave, and who received.
type Pair = (ActorNo, ActorNo);

/// Who gave to whom, and how often.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Giving {
    /// Those who gave, the most frequent first, then by the order of the file.
    pub givers: Vec<ActorNo>,
    /// Those who received, likewise.
    pub receivers: Vec<ActorNo>,
    /// By these.
    tallies: Vec<(Pair, Tally)>,
    /// Whether an event stands in it more than once.
    has_several: bool,
    /// How many events are not in it: of too many who gave, to too many.
    crowds: usize,
    /// How many digits the numbers of each receiver take, and the most answers that are told apart.
    digits: Vec<[u8; 2]>,
    /// The positions of actors among the givers, and among the receivers.
    ranks: [Ranks; 2],
    /// For each receiver those who gave to it, by their positions.
    givers_of: Each<u32>,
    /// Whether some of them answer other events.
    has_answers: bool,
    /// For each actor itself and all who belong to it.
    members: Arc<Each<ActorNo>>,
    /// The columns of the widest name of a giver, by the order of [`Language::ALL`].
    name_widths: [usize; Language::ALL.len()],
}

/// The positions of actors in a list, by the numbers of these.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Ranks(Vec<(ActorNo, u32)>);

impl Ranks {
    fn new(ranked: &[ActorNo]) -> Self {
        let mut ranks: Vec<(ActorNo, u32)> = ranked.iter().copied().zip(0..).collect();
        ranks.sort_unstable();
        Self(ranks)
    }

    fn of(&self, actor: ActorNo) -> Option<usize> {
        self.0.binary_search_by_key(&actor, |rank| rank.0).ok().map(|at| self.0[at].1 as usize)
    }
}

impl Giving {
    /// Who gave to whom in the events that are shown.
    pub fn of(chronology: &Chronology, cast: &Cast, shown: &dyn Fn(EventNo) -> bool) -> Self {
        let shown = chronology.numbers().filter(|&event| shown(event));
        let (tallies, has_several, crowds) = match &cast.gifts {
            Some(gifts) => {
                let (mut tallies, mut has_several) = (vec![Tally::default(); gifts.things.len()], false);
                for event in shown.map(EventNo::index) {
                    let gifts = gifts.of.of(event);
                    has_several |= gifts.len() > 1;
                    gifts.iter().for_each(|&gift| tallies[gift as usize].add(cast.answers[event]));
                }
                let tallies = gifts.things.iter().copied().zip(tallies).filter(|(_, tally)| tally.count > 0);
                (tallies.collect(), has_several, 0)
            }
            None => counted(chronology, shown),
        };
        let (givers, receivers) = (ranked(&tallies, |pair| pair.0), ranked(&tallies, |pair| pair.1));
        let ranks = [Ranks::new(&givers), Ranks::new(&receivers)];
        let rank = |at: usize, actor| ranks[at].of(actor).unwrap_or_default();
        let by_receiver = tallies.iter().map(|((giver, receiver), _)| (rank(1, *receiver), rank(0, *giver) as u32));
        Self {
            givers_of: Each::sorted(receivers.len(), by_receiver),
            digits: digits(&tallies, receivers.len(), |receiver| rank(1, receiver)),
            has_answers: tallies.iter().any(|(_, tally)| tally.answers > 0),
            members: Arc::clone(&cast.members),
            name_widths: Language::ALL
                .map(|language| widest(givers.iter().map(|&giver| name(giver, chronology, language)))),
            ranks,
            givers,
            receivers,
            tallies,
            has_several,
            crowds,
        }
    }

    /// How often one gave to another.
    pub fn between(&self, giver: ActorNo, receiver: ActorNo) -> Tally {
        let found = self.tallies.binary_search_by_key(&(giver, receiver), |(pair, _)| *pair);
        found.map(|at| self.tallies[at].1).unwrap_or_default()
    }

    /// The table in so many columns and, if it can be, rows, with the names of those who do
    /// not fit.
    ///
    /// Where the receivers' names do not fit over their columns, numbers stand there and
    /// the names below. The selected actor comes before all others, and then whoever it gave
    /// to or received from.
    pub fn table(&self, selected: Option<ActorNo>, edition: Edition, (width, height): (usize, usize)) -> Vec<Line> {
        let heading = Line::new(edition.labels().giving, Role::Label);
        let crowds = (self.crowds > 0).then(|| Line::new(edition.labels().crowds(self.crowds), Role::Quiet));
        if self.tallies.is_empty() {
            let none = crowds.unwrap_or_else(|| Line::new(edition.labels().no_giving, Role::Quiet));
            return [heading, none].iter().flat_map(|line| line.wrapped(width, 0)).collect();
        }
        let members = selected.map_or(&[][..], |selected| self.members.of(selected.index()));
        let own = self.ranks.each_ref().map(|ranks| {
            let own: BTreeSet<usize> = members.iter().filter_map(|&actor| ranks.of(actor)).collect();
            own.into_iter().collect::<Vec<_>>()
        });
        let givers: Vec<ActorNo> = own[0].iter().map(|&at| self.givers[at]).collect();
        let name_width = self.name_widths[edition.words.language as usize].min(width / 3);
        let table = Table { giving: self, edition, selected, given: self.given(&givers), own, width, name_width };
        let key = table.key();
        let key = if key.is_empty() { key } else { edition.words.remark(&key) };
        let mut lines = heading.with(key, Role::Quiet).wrapped(width, 0);
        lines.extend(crowds.iter().flat_map(|line| line.wrapped(width, 0)));
        lines.extend(table.lines(height.saturating_sub(lines.len())));
        lines
    }

    /// What these gave to each receiver, together.
    fn given(&self, givers: &[ActorNo]) -> BTreeMap<ActorNo, Tally> {
        let mut given = BTreeMap::<ActorNo, Tally>::new();
        for giver in givers {
            let start = self.tallies.partition_point(|((other, _), _)| other < giver);
            for ((_, receiver), tally) in self.tallies[start..].iter().take_while(|((other, _), _)| other == giver) {
                let sum = given.entry(*receiver).or_default();
                *sum = Tally { count: sum.count + tally.count, answers: sum.answers + tally.answers };
            }
        }
        given
    }

    fn has_part(&self) -> bool {
        self.digits.iter().any(|[_, part]| *part > 0)
    }
}

/// Who gave to whom in events, whether one of them stands in several, and how many were left out, where
/// too many gave to too many.
fn counted(chronology: &Chronology, events: impl Iterator<Item = EventNo>) -> (Vec<(Pair, Tally)>, bool, usize) {
    let mut tallies = BTreeMap::<Pair, Tally>::new();
    let (mut has_several, mut crowds, mut room) = (false, 0, MOST_GIFTS);
    for event in events.map(|event| &chronology[event]) {
        let gifts = event.from.len() * event.to.len();
        let Some(left) = room.checked_sub(gifts.saturating_sub(1)) else {
            crowds += 1;
            continue;
        };
        room = left;
        has_several |= gifts > 1;
        let pairs = event.from.iter().flat_map(|&from| event.to.iter().map(move |&to| (from, to)));
        pairs.for_each(|pair| tallies.entry(pair).or_default().add(!event.reply_to.is_empty()));
    }
    (tallies.into_iter().collect(), has_several, crowds)
}

/// Of each of so many receivers how many digits its numbers take.
fn digits(tallies: &[(Pair, Tally)], receivers: usize, rank: impl Fn(ActorNo) -> usize) -> Vec<[u8; 2]> {
    let mut most = vec![[0_usize; 2]; receivers];
    for ((_, receiver), tally) in tallies {
        let [count, part] = &mut most[rank(*receiver)];
        *count = (*count).max(tally.count);
        *part = (*part).max(tally.part().unwrap_or_default());
    }
    let digits = |number: usize| number.checked_ilog10().map_or(0, |power| power as u8 + 1);
    most.into_iter().map(|most| most.map(digits)).collect()
}

/// An actor's name, as an edition in a language has it.
fn name(actor: ActorNo, chronology: &Chronology, language: Language) -> &str {
    Edition { chronology, words: Words::of(language), glyphs: &Glyphs::UNICODE }.actor(actor)
}

/// One side of all pairs, the most frequent first.
fn ranked(tallies: &[(Pair, Tally)], side: fn(&Pair) -> ActorNo) -> Vec<ActorNo> {
    let mut sums = BTreeMap::<ActorNo, usize>::new();
    for (pair, tally) in tallies {
        *sums.entry(side(pair)).or_default() += tally.count;
    }
    let mut ranked: Vec<_> = sums.into_iter().collect();
    ranked.sort_by_key(|&(_, sum)| Reverse(sum));
    ranked.into_iter().map(|(actor, _)| actor).collect()
}

/// So many of some positions below `all`, in order: these, which are in order, and then the first.
fn positions(these: &[usize], all: usize, most: usize) -> Vec<usize> {
    let others = (0..all).filter(|at| these.binary_search(at).is_err());
    let mut positions: Vec<usize> = these.iter().copied().chain(others).take(most).collect();
    positions.sort_unstable();
    positions
}

/// Who gave to whom, as it is laid out.
struct Table<'a> {
    giving: &'a Giving,
    edition: Edition<'a>,
    selected: Option<ActorNo>,
    /// The selected one and those who belong to it: who of them gave, and who received, by their
    /// positions.
    own: [Vec<usize>; 2],
    /// What they gave to each receiver.
    given: BTreeMap<ActorNo, Tally>,
    width: usize,
    /// The columns of the givers' names: a third of all, if they need as much.
    name_width: usize,
}

/// A receiver's column.
struct Column {
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

impl Table<'_> {
    /// What the signs mean, as far as they stand in it, and what is counted.
    fn key(&self) -> String {
        let (giving, labels) = (self.giving, self.edition.labels());
        let parts = [
            giving.has_answers.then(|| labels.in_answer(self.edition.glyphs.back, giving.has_part())),
            self.own.iter().any(|own| !own.is_empty()).then(|| labels.bold.to_owned()),
            giving.has_several.then(|| labels.each_counts.to_owned()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(labels.comma)
    }

    fn lines(&self, height: usize) -> Vec<Line> {
        let columns = self.columns();
        let receivers: Vec<ActorNo> = columns.iter().map(|column| column.receiver).collect();
        let mut below = if self.has_names(&columns) { Vec::new() } else { self.legend(&receivers) };
        let shown = receivers.iter().filter_map(|&receiver| self.giving.ranks[1].of(receiver));
        let (shown, given) = (shown.collect::<Vec<_>>(), self.receivers_of_selected());
        below.extend(self.left_out(&self.giving.receivers, &shown, &given, self.edition.labels().other_receivers));
        let rooms = height.saturating_sub(below.len() + 1 + MOST_LEFT_OUT);
        let givers = self.givers(&shown, rooms);
        below.extend(self.left_out(&self.giving.givers, &givers, &[], self.edition.labels().other_givers));
        let rows = givers.iter().map(|&giver| self.row(self.giving.givers[giver], &columns));
        std::iter::once(self.heads(&columns)).chain(rows).chain(below).collect()
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
