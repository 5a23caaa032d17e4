//! The lens of the actors: who took part in how many events, and what one of them did.

use super::edition::Edition;
use super::flows::Flows;
use super::labels::Shares;
use super::line::{Line, Role};
use super::register::{Mention, Register, Room, figure, mentions, row};
use super::width::columns;
use crate::chronology::{ActorNo, Chronology, Event, EventNo};
use std::cmp::Reverse;

/// An actor who took part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Participant {
    /// Who.
    pub actor: ActorNo,
    /// In how many events, and as what.
    pub shares: Shares,
}

/// Everybody who took part in the events shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Actors {
    /// Those with most events first, then by the order of the file.
    pub participants: Vec<Participant>,
    /// Which of them is selected; the first where the one asked for took no part.
    pub selected: usize,
    /// Who gave to whom.
    pub flows: Flows,
    /// The events in which each of them took part, in order.
    events: Vec<Vec<EventNo>>,
}

/// The actors who took part in the events that are shown.
pub fn actors(chronology: &Chronology, selected: Option<ActorNo>, shown: &dyn Fn(EventNo) -> bool) -> Actors {
    let (participants, events) = participants(chronology, shown).into_iter().unzip();
    let flows = Flows::of(chronology, shown);
    Actors { participants, selected: 0, flows, events }.with(selected)
}

/// Everybody who took part, with the events of each.
fn participants(chronology: &Chronology, shown: &dyn Fn(EventNo) -> bool) -> Vec<(Participant, Vec<EventNo>)> {
    let mut all = vec![(Shares::default(), Vec::new()); chronology.actors.len()];
    for number in chronology.numbers().filter(|&event| shown(event)) {
        let event = &chronology[number];
        for actor in event.participants() {
            let (shares, events) = &mut all[actor.index()];
            *share(shares, event, actor) += 1;
            events.push(number);
        }
    }
    let all = all.into_iter().enumerate().filter(|(_, (_, events))| !events.is_empty());
    let all = all.map(|(at, (shares, events))| (Participant { actor: ActorNo::at(at), shares }, events));
    let mut participants: Vec<_> = all.collect();
    participants.sort_by_key(|(_, events)| Reverse(events.len()));
    participants
}

/// The count in which an event falls for an actor.
fn share<'a>(shares: &'a mut Shares, event: &Event, actor: ActorNo) -> &'a mut usize {
    if event.from.contains(&actor) {
        &mut shares.given
    } else if event.to.contains(&actor) {
        &mut shares.received
    } else {
        &mut shares.otherwise
    }
}

impl Actors {
    /// The same with this one selected; the first where it took no part.
    pub fn with(self, selected: Option<ActorNo>) -> Self {
        let at = self.participants.iter().position(|one| Some(one.actor) == selected);
        Self { selected: at.unwrap_or(0), ..self }
    }

    /// The events in which the selected one took part, in order.
    pub fn events(&self) -> &[EventNo] {
        self.events.get(self.selected).map_or(&[], Vec::as_slice)
    }

    /// The lens as it is shown where there is so much room.
    pub fn register(&self, edition: Edition, room: Room) -> Register {
        let heads = edition.labels().actors;
        let most = self.participants.first().map_or(0, |one| one.shares.all()).to_string().len();
        let widths = [1, 2, 3, 4].map(|at| columns(heads[at]).max(most));
        let line = |name: &str, figures: [String; 4], role| {
            let figures: Vec<_> = figures.into_iter().zip(widths).collect();
            row(name, &figures, room.list, role, edition.glyphs.ellipsis)
        };
        let rows = self.participants.iter().map(|one| {
            let Shares { given, received, otherwise } = one.shares;
            let figures = [one.shares.all(), given, received, otherwise];
            line(edition.actor(one.actor), figures.map(figure), Role::Body)
        });
        Register {
            head: line(heads[0], [1, 2, 3, 4].map(|at| heads[at].to_owned()), Role::Label),
            rows: rows.collect(),
            selected: self.selected,
            page: self.page(edition, room),
        }
    }

    /// The same lens with the one that is selected now.
    pub fn turned(&self, register: Register, edition: Edition, room: Room) -> Register {
        Register { selected: self.selected, page: self.page(edition, room), ..register }
    }

    /// Who the selected one is, the table of who gave to whom, the events. Where there is no
    /// room for both, the table comes last.
    fn page(&self, edition: Edition, room: Room) -> Vec<Line> {
        let Some(one) = self.participants.get(self.selected) else {
            return Line::new(edition.words.empty, Role::Quiet).wrapped(room.page, 0);
        };
        let about = self.about(*one, edition, room.page);
        let events = mentions(self.mentions(*one, edition), edition, room.page);
        let needed = about.len() + FEWEST + 2;
        let table = self.flows.table(Some(one.actor), edition, room.page);
        let blank = Line::default();
        if table.len() + needed <= room.height {
            return [about, vec![blank.clone()], table, vec![blank], events].concat();
        }
        [about, vec![blank.clone()], events, vec![blank], table].concat()
    }

    /// Name, office, counts.
    fn about(&self, one: Participant, edition: Edition, width: usize) -> Vec<Line> {
        let role = edition.chronology[one.actor].record.role.as_ref().map(|role| edition.read(role));
        let name = Line::new(edition.actor(one.actor), Role::Title);
        let name = match role {
            Some(role) if !role.is_empty() => name.with(edition.words.remark(role), Role::Quiet),
            _ => name,
        };
        let counts = Line::new(edition.labels().shares(one.shares), Role::Body);
        [name, counts].iter().flat_map(|line| line.wrapped(width, 0)).collect()
    }

    fn mentions(&self, one: Participant, edition: Edition) -> impl ExactSizeIterator<Item = Mention> {
        let sign = move |event: EventNo| {
            let event = &edition.chronology[event];
            match (event.from.contains(&one.actor), event.to.contains(&one.actor)) {
                (true, _) => edition.glyphs.arrow,
                (_, true) => edition.glyphs.back,
                _ => edition.glyphs.bullet,
            }
        };
        self.events().iter().map(move |&event| Mention { event, sign: sign(event), remark: String::new() })
    }
}

/// The rows of events without which the table is not put above them.
const FEWEST: usize = 5;
