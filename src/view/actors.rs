//! The lens of the actors: who took part in how many events, and what one of them did.

use super::beginning::Beginning;
use super::cast::{Cast, Part};
use super::edition::Edition;
use super::giving::Giving;
use super::labels::Shares;
use super::line::{Line, Role};
use super::register::{Lack, Mention, Register, Room, figure, figures_beside, mention, row, shown};
use super::width::columns;
use crate::chronology::query::{FacetKind, Query};
use crate::chronology::{ActorNo, Chronology, Each, EventNo};
use std::cmp::Reverse;
use std::sync::Arc;

/// An actor who took part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Participant {
    /// Who.
    pub actor: ActorNo,
    /// In how many events, and as what.
    pub shares: Shares,
    /// In how many of them only through those who belong to it.
    pub through_members: usize,
}

/// Everybody who took part in the events shown. To copy it takes no time: all but who is selected
/// is shared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Actors {
    /// Those with most events first, then by the order of the file.
    pub participants: Arc<[Participant]>,
    /// Which of them is selected; the first where the one asked for took no part.
    pub selected: usize,
    /// Who gave to whom.
    pub giving: Arc<Giving>,
    /// Why nobody took part, where that is so.
    lack: Lack,
    /// The events in which each actor of the chronology took part, in order, and as what.
    attended: Arc<Each<(EventNo, Part)>>,
}

/// The actors who took part in the events that are shown.
pub fn actors(
    chronology: &Chronology,
    cast: &Cast,
    selected: Option<ActorNo>,
    shown: &dyn Fn(EventNo) -> bool,
) -> Actors {
    let shown_events: Vec<EventNo> = chronology.numbers().filter(|&event| shown(event)).collect();
    let parts = shown_events.iter().flat_map(|&event| cast.parts.of(event.index()).iter().map(move |one| (event, one)));
    let start = |at| Participant { actor: ActorNo::at(at), shares: Shares::default(), through_members: 0 };
    let mut participants: Vec<Participant> = (0..chronology.actors.len()).map(start).collect();
    parts.clone().for_each(|(_, taken)| {
        let one = &mut participants[taken.actor.index()];
        *share(&mut one.shares, taken.part) += 1;
        one.through_members += usize::from(taken.is_through_members);
    });
    let attended = parts.map(|(event, taken)| (taken.actor.index(), (event, taken.part)));
    let attended = Each::sorted(participants.len(), attended);
    participants.retain(|one| one.shares.all() > 0);
    participants.sort_by_key(|one| Reverse(one.shares.all()));
    let giving = Giving::of(chronology, cast, shown).into();
    let (participants, attended, lack) = (participants.into(), attended.into(), Lack::of(chronology, shown));
    Actors { participants, selected: 0, giving, lack, attended }.with(selected)
}

/// The count in which an event falls.
fn share(shares: &mut Shares, part: Part) -> &mut usize {
    match part {
        Part::Giver => &mut shares.given,
        Part::Receiver => &mut shares.received,
        Part::Other => &mut shares.otherwise,
    }
}

impl Actors {
    /// The same with this one selected; the first where it took no part.
    pub fn with(self, selected: Option<ActorNo>) -> Self {
        let at = self.participants.iter().position(|one| Some(one.actor) == selected);
        Self { selected: at.unwrap_or(0), ..self }
    }

    /// The same while more events are being read.
    pub fn so_far(self) -> Self {
        Self { lack: self.lack.so_far(), ..self }
    }

    /// The events in which the selected one took part, in order.
    pub fn events(&self) -> Vec<EventNo> {
        self.attended().iter().map(|&(event, _)| event).collect()
    }

    /// The same, and as what.
    fn attended(&self) -> &[(EventNo, Part)] {
        self.participants.get(self.selected).map_or(&[], |one| self.attended.of(one.actor.index()))
    }

    /// The lens as it is shown where there is so much room.
    pub fn register(&self, edition: Edition, room: Room) -> Register {
        // Without room for the names what somebody did stands on the page alone.
        let names = self.participants.iter().map(|one| edition.actor(one.actor));
        let widths = self.widths(edition);
        let figures = figures_beside(names, &widths, room.list, (1, ENOUGH_NAME));
        self.listed(edition, room, widths[..figures].to_vec())
    }

    /// The same lens with the one that is selected now.
    pub fn turned(&self, register: &Register, edition: Edition, room: Room) -> Register {
        self.listed(edition, room, register.figures.clone())
    }

    /// The columns of each figure.
    fn widths(&self, edition: Edition) -> [usize; 4] {
        let most = self.participants.first().map_or(0, |one| one.shares.all()).to_string().len();
        [1, 2, 3, 4].map(|at| columns(edition.labels().actors[at]).max(most))
    }

    /// The lens with figures of so many columns beside the names.
    fn listed(&self, edition: Edition, room: Room, figures: Vec<usize>) -> Register {
        let heads = edition.labels().actors;
        let line = |name: &str, told: [String; 4], role| {
            let told: Vec<_> = told.into_iter().zip(figures.iter().copied()).collect();
            row(name, &told, room.list, role, edition.glyphs.ellipsis)
        };
        let shown = shown(self.participants.len(), self.selected, room);
        let rows = self.participants[shown.clone()].iter().map(|one| {
            let Shares { given, received, otherwise } = one.shares;
            let told = [one.shares.all(), given, received, otherwise];
            line(edition.actor(one.actor), told.map(figure), Role::Body)
        });
        let Beginning { lines: page, more, .. } = self.page(edition, room);
        Register {
            head: line(heads[0], [1, 2, 3, 4].map(|at| heads[at].to_owned()), Role::Label),
            rows: rows.collect(),
            top: shown.start,
            all: self.participants.len(),
            said: if self.participants.is_empty() { self.said(edition).wrapped(room.list, 0) } else { Vec::new() },
            selected: self.selected,
            page,
            more,
            figures,
        }
    }

    /// Who the selected one is, the table of who gave to whom, the events. Where there is no
    /// room for both, the table comes last.
    fn page(&self, edition: Edition, room: Room) -> Beginning {
        let mut page = Beginning::of_at_most(room.lines);
        if room.page == 0 {
            return page;
        }
        let Some(one) = self.participants.get(self.selected) else {
            page.extend(if room.list == 0 { self.said(edition).wrapped(room.page, 0) } else { Vec::new() });
            return page;
        };
        let about = self.about(*one, edition, room.page);
        let asked = Query::default().toggle(FacetKind::Actor, &edition.chronology[one.actor].record.id.value);
        let events = |page: &mut Beginning| mention(self.mentions(*one, edition), &asked, edition, room.page, page);
        let needed = about.len() + FEWEST + 2;
        let table = self.giving.laid_out(Some(one.actor), edition, (room.page, room.height));
        page.extend(about);
        page.extend([Line::default()]);
        if table.len() + needed <= room.height {
            table.tell(&mut page);
            page.extend([Line::default()]);
            events(&mut page);
        } else {
            events(&mut page);
            page.extend([Line::default()]);
            table.tell(&mut page);
        }
        page
    }

    /// Why nobody is listed.
    fn said(&self, edition: Edition) -> Line {
        self.lack.said(edition, edition.labels().no_actors)
    }

    /// Name, office, counts.
    fn about(&self, one: Participant, edition: Edition, width: usize) -> Vec<Line> {
        let role = edition.chronology[one.actor].record.role.as_ref().map(|role| edition.read(role));
        let name = Line::new(edition.actor(one.actor), Role::Title);
        let name = match role {
            Some(role) if !role.is_empty() => name.with(edition.words.remark(role), Role::Quiet),
            _ => name,
        };
        let counts = Line::new(edition.labels().shares(one.shares, edition.glyphs), Role::Body);
        let through = one.through_members;
        let through = (through > 0).then(|| Line::new(edition.labels().through_members(through), Role::Quiet));
        [Some(name), Some(counts), through].iter().flatten().flat_map(|line| line.wrapped(width, 0)).collect()
    }

    fn mentions(&self, one: Participant, edition: Edition) -> impl ExactSizeIterator<Item = Mention> {
        let sign = move |part| match part {
            Part::Giver => edition.glyphs.arrow,
            Part::Receiver => edition.glyphs.back,
            Part::Other => edition.glyphs.bullet,
        };
        let remark = move |event| members(edition, event, one.actor);
        self.attended().iter().map(move |&(event, part)| Mention { event, sign: sign(part), remark: remark(event) })
    }
}

/// Through whom an organisation took part that did not itself.
fn members(edition: Edition, event: EventNo, actor: ActorNo) -> String {
    let participants = || edition.chronology[event].participants();
    if participants().any(|one| one == actor) {
        return String::new();
    }
    let members = participants().filter(|one| edition.chronology.wholes(*one).any(|whole| whole == actor));
    members.map(|one| edition.actor(one)).collect::<Vec<_>>().join(edition.words.comma)
}

/// The columns of a name beside which there may be more than one count.
const ENOUGH_NAME: usize = 24;

/// The rows of events without which the table is not put above them.
const FEWEST: usize = 5;
