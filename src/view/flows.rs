//! The table of who gave to whom: givers down, receivers across.

use super::edition::Edition;
use super::line::{Line, Role};
use super::width::{columns, fit, pad};
use crate::chronology::{ActorNo, Chronology, EventNo};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How often one actor gave to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Flow {
    /// In how many events.
    pub count: usize,
    /// How many of these answer another event.
    pub answers: usize,
}

impl Flow {
    /// How many are answers, where some are and some are not.
    fn part(self) -> Option<usize> {
        (self.answers > 0 && self.answers < self.count).then_some(self.answers)
    }
}

/// Who gave to whom, and how often.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Flows {
    /// Those who gave, the most frequent first, then by the order of the file.
    pub givers: Vec<ActorNo>,
    /// Those who received, likewise.
    pub receivers: Vec<ActorNo>,
    flows: BTreeMap<(ActorNo, ActorNo), Flow>,
    /// Of each receiver how many digits the most events take, and the most answers that are
    /// told apart.
    digits: BTreeMap<ActorNo, [usize; 2]>,
}

impl Flows {
    /// The flows of the events that are shown.
    pub fn of(chronology: &Chronology, shown: &dyn Fn(EventNo) -> bool) -> Self {
        let mut flows = BTreeMap::<_, Flow>::new();
        for event in chronology.numbers().filter(|&event| shown(event)).map(|event| &chronology[event]) {
            let pairs = event.from.iter().flat_map(|&from| event.to.iter().map(move |&to| (from, to)));
            for pair in pairs {
                let flow = flows.entry(pair).or_default();
                flow.count += 1;
                flow.answers += usize::from(!event.reply_to.is_empty());
            }
        }
        let (givers, receivers) = (ranked(&flows, |pair| pair.0), ranked(&flows, |pair| pair.1));
        Self { givers, receivers, digits: digits(&flows), flows }
    }

    /// How often one gave to another.
    pub fn between(&self, giver: ActorNo, receiver: ActorNo) -> Flow {
        self.flows.get(&(giver, receiver)).copied().unwrap_or_default()
    }

    /// The table in so many columns, with a word on the receivers that do not fit.
    ///
    /// Where the receivers' names do not fit over their columns, numbers stand there and
    /// the names below. The selected actor is never left out.
    pub fn table(&self, selected: Option<ActorNo>, edition: Edition, width: usize) -> Vec<Line> {
        let heading = Line::new(edition.labels().flows, Role::Label);
        if self.flows.is_empty() {
            return [heading, Line::new(edition.labels().no_flows, Role::Quiet)]
                .iter()
                .flat_map(|line| line.wrapped(width, 0))
                .collect();
        }
        let has_answers = self.flows.values().any(|flow| flow.answers > 0);
        let key = edition.labels().in_answer(edition.glyphs.back, self.has_part());
        let key = if has_answers { edition.words.remark(&key) } else { String::new() };
        let mut lines = heading.with(key, Role::Quiet).wrapped(width, 0);
        let table = Table { flows: self, edition, selected, width };
        lines.extend(table.lines());
        lines
    }

    fn has_part(&self) -> bool {
        self.digits.values().any(|[_, part]| *part > 0)
    }
}

/// Of each receiver how many digits its numbers take.
fn digits(flows: &BTreeMap<(ActorNo, ActorNo), Flow>) -> BTreeMap<ActorNo, [usize; 2]> {
    let mut digits = BTreeMap::<ActorNo, [usize; 2]>::new();
    for ((_, receiver), flow) in flows {
        let [count, part] = digits.entry(*receiver).or_default();
        *count = (*count).max(flow.count.to_string().len());
        *part = (*part).max(flow.part().map_or(0, |part| part.to_string().len()));
    }
    digits
}

/// One side of all flows, the most frequent first.
fn ranked(flows: &BTreeMap<(ActorNo, ActorNo), Flow>, side: fn(&(ActorNo, ActorNo)) -> ActorNo) -> Vec<ActorNo> {
    let mut sums = BTreeMap::<ActorNo, usize>::new();
    for (pair, flow) in flows {
        *sums.entry(side(pair)).or_default() += flow.count;
    }
    let mut ranked: Vec<_> = sums.into_iter().collect();
    ranked.sort_by_key(|&(_, sum)| Reverse(sum));
    ranked.into_iter().map(|(actor, _)| actor).collect()
}

/// The first so many of those ranked; the selected one takes the last place if need be.
fn kept(ranked: &[ActorNo], selected: Option<ActorNo>, most: usize) -> Vec<ActorNo> {
    let mut kept: Vec<ActorNo> = ranked.iter().take(most).copied().collect();
    let missing = selected.filter(|actor| ranked.contains(actor) && !kept.contains(actor));
    if let (Some(last), Some(missing)) = (kept.last_mut(), missing) {
        *last = missing;
    }
    kept
}

/// The flows as they are laid out.
struct Table<'a> {
    flows: &'a Flows,
    edition: Edition<'a>,
    selected: Option<ActorNo>,
    width: usize,
}

/// A receiver's column.
struct Column {
    receiver: ActorNo,
    head: String,
    /// The columns of what stands behind its numbers.
    sign: usize,
    width: usize,
}

/// The fewest columns that a receiver takes: a blank, a number, a sign.
const NARROWEST_COLUMN: usize = 3;

impl Table<'_> {
    fn lines(&self) -> Vec<Line> {
        let all = &self.flows.receivers;
        let most = (self.width / NARROWEST_COLUMN).min(all.len()).max(1);
        let named: Vec<Column> = all[..most].iter().map(|&to| self.column(to, self.edition.actor(to))).collect();
        if most == all.len() && self.fits(&named) {
            return self.rows(&named);
        }
        let columns = (1..=most).rev().map(|most| self.numbered(&kept(all, self.selected, most)));
        let columns = columns.into_iter().find(|columns| columns.len() == 1 || self.fits(columns)).unwrap_or_default();
        let receivers: Vec<ActorNo> = columns.iter().map(|column| column.receiver).collect();
        let mut lines = self.rows(&columns);
        lines.extend(self.legend(&receivers));
        if receivers.len() < all.len() {
            let said = self.edition.labels().left_out(all.len() - receivers.len());
            lines.extend(Line::new(said, Role::Quiet).wrapped(self.width, 0));
        }
        lines
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
        let [count, part] = self.flows.digits.get(&receiver).copied().unwrap_or_default();
        let sign = 1 + part;
        Column { receiver, head: head.to_owned(), sign, width: (count + sign).max(columns(head)) }
    }

    fn fits(&self, columns: &[Column]) -> bool {
        self.name_width() + columns.iter().map(|column| column.width + 1).sum::<usize>() <= self.width
    }

    /// Heads, and a row for each giver.
    fn rows(&self, columns: &[Column]) -> Vec<Line> {
        let rows = self.flows.givers.iter().map(|&giver| self.row(giver, columns));
        std::iter::once(self.heads(columns)).chain(rows).collect()
    }

    fn heads(&self, columns: &[Column]) -> Line {
        let line = Line::new(" ".repeat(self.name_width()), Role::Quiet);
        columns.iter().fold(line, |line, column| {
            line.with(right(&column.head, column.width), self.role(column.receiver, Role::Quiet))
        })
    }

    fn row(&self, giver: ActorNo, columns: &[Column]) -> Line {
        let glyphs = self.edition.glyphs;
        let name = pad(self.edition.actor(giver), self.name_width(), glyphs.ellipsis);
        let line = Line::new(name, self.role(giver, Role::Body));
        columns.iter().fold(line, |line, &Column { receiver, sign, width, .. }| {
            let flow = self.flows.between(giver, receiver);
            let sign = pad(&self.sign(flow), sign, "");
            match flow.count {
                0 => line.with(right(&format!("{}{sign}", glyphs.dot), width), Role::Quiet),
                count => line
                    .with(right(&format!("{count}{sign}"), width), self.role(giver, self.role(receiver, Role::Body))),
            }
        })
    }

    /// What stands behind a number: whether all of it are answers, or how many.
    fn sign(&self, flow: Flow) -> String {
        match (flow.answers, flow.part()) {
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
        let is_selected = self.edition.chronology.wholes(actor).any(|whole| self.selected == Some(whole));
        if is_selected { Role::Title } else { otherwise }
    }

    /// The columns of the givers' names: a third of all, if they need as much.
    fn name_width(&self) -> usize {
        let widest = self.flows.givers.iter().map(|&giver| columns(self.edition.actor(giver))).max();
        widest.unwrap_or_default().min(self.width / 3)
    }
}

/// A text at the right edge of so many columns, a blank in front.
fn right(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat((width + 1).saturating_sub(columns(text))))
}
