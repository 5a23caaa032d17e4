//! The table of who gave to whom: givers down, receivers across.

mod table;

use super::beginning::Beginning;
use super::cast::Cast;
use super::edition::Edition;
use super::line::{Line, Role};
use super::width::widest;
use super::{Glyphs, Words};
use crate::chronology::{ActorNo, Chronology, Each, EventNo};
use crate::date::Language;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use table::{LaidOut, Table};

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
    pub fn table(&self, selected: Option<ActorNo>, edition: Edition, room: (usize, usize)) -> Vec<Line> {
        let mut page = Beginning::of_at_most(usize::MAX);
        self.laid_out(selected, edition, room).tell(&mut page);
        page.lines
    }

    /// The same with no line of its rows made yet.
    pub(super) fn laid_out<'a>(
        &'a self,
        selected: Option<ActorNo>,
        edition: Edition<'a>,
        (width, height): (usize, usize),
    ) -> LaidOut<'a> {
        let heading = Line::new(edition.labels().giving, Role::Label);
        let crowds = (self.crowds > 0).then(|| Line::new(edition.labels().crowds(self.crowds), Role::Quiet));
        if self.tallies.is_empty() {
            let none = crowds.unwrap_or_else(|| Line::new(edition.labels().no_giving, Role::Quiet));
            let above = [heading, none].iter().flat_map(|line| line.wrapped(width, 0)).collect();
            return LaidOut { above, rows: None, below: Vec::new() };
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
        let mut above = heading.with(key, Role::Quiet).wrapped(width, 0);
        above.extend(crowds.iter().flat_map(|line| line.wrapped(width, 0)));
        let room = height.saturating_sub(above.len());
        table.laid_out(above, room)
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
