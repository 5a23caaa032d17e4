//! The lens of the sources: what rests on each, what on it alone, and where they disagree.

use super::beginning::Beginning;
use super::edition::Edition;
use super::line::{Line, Role};
use super::register::{Lack, Mention, Register, Room, figure, figures_beside, mention, row, shown};
use super::width::columns;
use crate::chronology::query::{FacetKind, Query};
use crate::chronology::{Chronology, Each, Event, EventNo, SourceNo};
use crate::date::Language;
use crate::file::{Claim, Id};
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// A source, and how much rests on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Support {
    /// Which.
    pub source: SourceNo,
    /// How many events rest on it.
    pub all: usize,
    /// How many of them on nothing else.
    pub alone: usize,
}

/// How an event rests on the selected source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resting {
    /// The event.
    pub event: EventNo,
    /// Whether it rests on nothing else.
    pub is_alone: bool,
    /// Whether the source told of it beforehand.
    pub is_announced: bool,
}

/// All sources, and what rests on one of them. To copy it takes no time: all but which is selected
/// is shared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sources {
    /// Those with most events first, then by the order of the file.
    pub supports: Arc<[Support]>,
    /// Which of them is selected; the first where none was asked for.
    pub selected: usize,
    /// Why there is none, where that is so.
    lack: Lack,
    /// The events that rest on each source of the chronology, in order.
    events: Arc<Each<Resting>>,
    /// The events about which each of them and others disagree, in order.
    disputes: Arc<Each<EventNo>>,
    /// The sources of the chronology by their ids.
    by_id: Arc<[SourceNo]>,
}

/// What rests on what, and who disagrees about it: found out once, to be counted for any events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rests {
    /// For each event the sources that it rests on, each once, and how.
    pub(super) cited: Each<(SourceNo, Resting)>,
    /// The events whose date is disputed, in order.
    disputed: Vec<EventNo>,
    /// For each of these the sources that take a side, or that it rests on.
    sides: Each<SourceNo>,
    /// The sources by their ids.
    by_id: Arc<[SourceNo]>,
}

impl Rests {
    /// What rests on what in a chronology.
    pub fn new(chronology: &Chronology) -> Self {
        let ids = chronology.sources.iter().map(|source| source.record.id.value.as_str());
        let numbers: HashMap<&str, SourceNo> = ids.enumerate().map(|(at, id)| (id, SourceNo::at(at))).collect();
        let (mut cited, mut disputed, mut sides) = (Each::default(), Vec::new(), Each::default());
        for number in chronology.numbers() {
            let event = &chronology[number];
            cited.push(resting(event, number));
            if !event.record.claims.is_empty() {
                disputed.push(number);
                let sided = event.record.claims.iter().flat_map(|claim| &claim.sources);
                let sided = sided.filter_map(|side| numbers.get(side.value.as_str()).copied());
                sides.push(sided.chain(event.citations.iter().map(|cited| cited.source)).collect::<BTreeSet<_>>());
            }
        }
        let mut by_id: Vec<SourceNo> = (0..chronology.sources.len()).map(SourceNo::at).collect();
        by_id.sort_by_key(|&source| id(source, chronology));
        Self { cited: cited.fitted(), disputed, sides: sides.fitted(), by_id: by_id.into() }
    }
}

/// The sources, with what rests on them of the events that are shown. Where these are not all,
/// those that have nothing to do with them are left out.
pub fn sources(
    chronology: &Chronology,
    rests: &Rests,
    selected: Option<SourceNo>,
    shown: &dyn Fn(EventNo) -> bool,
) -> Sources {
    let shown_events: Vec<EventNo> = chronology.numbers().filter(|&event| shown(event)).collect();
    let cited = shown_events.iter().flat_map(|event| rests.cited.of(event.index()));
    let cited = cited.map(|&(source, resting)| (source.index(), resting));
    let events = Each::sorted(chronology.sources.len(), cited);
    let disputed = rests.disputed.iter().enumerate().filter(|(_, event)| shown(**event));
    let sides = disputed.flat_map(|(at, event)| rests.sides.of(at).iter().map(|source| (source.index(), *event)));
    let disputes = Each::sorted(chronology.sources.len(), sides);
    let support = |at| {
        let resting: &[Resting] = events.of(at);
        let alone = resting.iter().filter(|resting| resting.is_alone).count();
        Support { source: SourceNo::at(at), all: resting.len(), alone }
    };
    let mut supports: Vec<Support> = (0..chronology.sources.len()).map(support).collect();
    if shown_events.len() < chronology.events.len() {
        supports.retain(|one| one.all > 0 || !disputes.of(one.source.index()).is_empty());
    }
    supports.sort_by_key(|one| Reverse(one.all));
    let (supports, events, disputes) = (supports.into(), events.into(), disputes.into());
    let (lack, by_id) = (Lack::of(chronology, shown), Arc::clone(&rests.by_id));
    Sources { supports, selected: 0, lack, events, disputes, by_id }.with(selected)
}

/// The sources that an event rests on, each once, and how.
fn resting(event: &Event, number: EventNo) -> impl Iterator<Item = (SourceNo, Resting)> + '_ {
    let all = &event.citations;
    all.iter().enumerate().filter(|(at, cited)| all[..*at].iter().all(|before| before.source != cited.source)).map(
        move |(_, cited)| {
            let of_it = || all.iter().filter(|other| other.source == cited.source);
            let is_alone = of_it().count() == all.len();
            let is_announced = of_it().any(|cited| cited.announces);
            (cited.source, Resting { event: number, is_alone, is_announced })
        },
    )
}

impl Sources {
    /// The same with this one selected; the first where there is no such source.
    pub fn with(self, selected: Option<SourceNo>) -> Self {
        let at = self.supports.iter().position(|one| Some(one.source) == selected);
        Self { selected: at.unwrap_or(0), ..self }
    }

    /// The same while more events are being read.
    pub fn so_far(self) -> Self {
        Self { lack: self.lack.so_far(), ..self }
    }

    /// The events that rest on the selected one, in order.
    pub fn events(&self) -> &[Resting] {
        self.supports.get(self.selected).map_or(&[], |one| self.events.of(one.source.index()))
    }

    /// The events about which the selected one and others disagree, in order.
    pub fn disputes(&self) -> &[EventNo] {
        self.supports.get(self.selected).map_or(&[], |one| self.disputes.of(one.source.index()))
    }

    /// The lens as it is shown where there is so much room.
    pub fn register(&self, edition: Edition, room: Room) -> Register {
        // Without room for the titles the days stand on the page alone.
        let titles = self.supports.iter().map(|one| edition.source(one.source));
        let widths = self.widths(edition);
        let figures = figures_beside(titles, &widths, room.list, (2, ENOUGH_TITLE));
        self.listed(edition, room, widths[..figures].to_vec())
    }

    /// The same lens with the one that is selected now.
    pub fn turned(&self, register: &Register, edition: Edition, room: Room) -> Register {
        self.listed(edition, room, register.figures.clone())
    }

    /// The columns of each figure.
    fn widths(&self, edition: Edition) -> [usize; 3] {
        let heads = edition.labels().sources;
        let most = self.supports.first().map_or(0, |one| one.all).to_string().len();
        let day = |one: &Support| columns(&published(one.source, edition.chronology, edition.words.language));
        let day = self.supports.iter().map(day).max().unwrap_or_default();
        [columns(heads[1]).max(most), columns(heads[2]).max(most), columns(heads[3]).max(day)]
    }

    /// The lens with figures of so many columns beside the titles.
    fn listed(&self, edition: Edition, room: Room, figures: Vec<usize>) -> Register {
        let heads = edition.labels().sources;
        let line = |name: &str, told: [String; 3], role| {
            let told: Vec<_> = told.into_iter().zip(figures.iter().copied()).collect();
            row(name, &told, room.list, role, edition.glyphs.ellipsis)
        };
        let shown = shown(self.supports.len(), self.selected, room);
        let rows = self.supports[shown.clone()].iter().map(|one| {
            let [all, alone] = [one.all, one.alone].map(figure);
            let day = published(one.source, edition.chronology, edition.words.language);
            line(edition.source(one.source), [all, alone, day], Role::Body)
        });
        let Beginning { lines: page, more, .. } = self.page(edition, room);
        Register {
            head: line(heads[0], [1, 2, 3].map(|at| heads[at].to_owned()), Role::Label),
            rows: rows.collect(),
            top: shown.start,
            all: self.supports.len(),
            said: if self.supports.is_empty() { self.said(edition).wrapped(room.list, 0) } else { Vec::new() },
            selected: self.selected,
            page,
            more,
            figures,
        }
    }

    /// Why no source is listed.
    fn said(&self, edition: Edition) -> Line {
        self.lack.said(edition, edition.labels().no_sources)
    }

    /// What the source is, where it disagrees with others, what rests on it.
    fn page(&self, edition: Edition, room: Room) -> Beginning {
        let (width, mut page) = (room.page, Beginning::of_at_most(room.lines));
        if width == 0 {
            return page;
        }
        let Some(one) = self.supports.get(self.selected) else {
            page.extend(if room.list == 0 { self.said(edition).wrapped(width, 0) } else { Vec::new() });
            return page;
        };
        page.extend(about(*one, edition, width));
        page.extend([Line::default()]);
        if !self.disputes().is_empty() {
            page.extend(Line::new(edition.labels().disputes, Role::Label).wrapped(width, 0));
            for &event in self.disputes().iter().take(MOST_DISPUTES) {
                page.extend(dispute(event, &self.by_id, edition, width));
            }
            let more = self.disputes().len().saturating_sub(MOST_DISPUTES);
            if more > 0 {
                let disputed = Query::default().toggle(FacetKind::Certainty, "disputed");
                let more = edition.labels().more_events(more, &disputed);
                page.extend(Line::new(more, Role::Quiet).wrapped(width, 0));
            }
            page.extend([Line::default()]);
        }
        let sign = edition.glyphs.day;
        let counts = Line::new(edition.labels().resting(one.all, one.alone, sign), Role::Body);
        page.extend(counts.wrapped(width, 0));
        let asked = Query::default().toggle(FacetKind::Source, &edition.chronology[one.source].record.id.value);
        mention(self.mentions(edition), &asked, edition, width, &mut page);
        page
    }

    fn mentions(&self, edition: Edition) -> impl ExactSizeIterator<Item = Mention> {
        self.events().iter().map(move |resting| Mention {
            event: resting.event,
            sign: if resting.is_alone { edition.glyphs.day } else { " " },
            remark: if resting.is_announced { edition.words.announced.to_owned() } else { String::new() },
        })
    }
}

/// So many disputes are told in a page: nobody reads more of them there, and a query finds all.
const MOST_DISPUTES: usize = 25;

/// The columns of a title beside which there may be days.
const ENOUGH_TITLE: usize = 40;

/// The day of a source's publication, for a column; empty where it is not known.
fn published(source: SourceNo, chronology: &Chronology, language: Language) -> String {
    let date = chronology[source].record.published.as_ref();
    date.map_or_else(String::new, |date| date.value.brief(language, None))
}

/// Title, publisher, day, note, address.
fn about(one: Support, edition: Edition, width: usize) -> Vec<Line> {
    let record = &edition.chronology[one.source].record;
    let published = match &record.published {
        Some(date) => date.value.words(edition.words.language),
        None => edition.words.published_unknown.to_owned(),
    };
    let publisher = record.publisher.as_ref().map(|publisher| edition.read(publisher)).filter(|name| !name.is_empty());
    let by =
        Line::new(publisher.map_or_else(String::new, |name| format!("{name} {} ", edition.glyphs.dot)), Role::Body);
    let note = record.note.as_ref().map(|note| Line::new(edition.read(note), Role::Body));
    let url = record.url.as_ref().map(|url| Line::default().with_url(&url.value));
    let title = Line::new(edition.source(one.source), Role::Title);
    let lines = [Some(title), Some(by.with(published, Role::Date)), note, url];
    lines.iter().flatten().flat_map(|line| line.wrapped(width, 0)).collect()
}

/// An event whose date is disputed, and the sides beside each other.
fn dispute(event: EventNo, by_id: &[SourceNo], edition: Edition, width: usize) -> Vec<Line> {
    let title = Line::new(edition.title(event), Role::Link).leading_to(event);
    let claims = &edition.chronology[event].record.claims;
    let side = (width + GAP) / claims.len().max(1);
    let sides = if side < NARROWEST + GAP {
        claims.iter().flat_map(|claim| self::side(claim, by_id, edition, width)).collect()
    } else {
        let sides: Vec<_> = claims.iter().map(|claim| self::side(claim, by_id, edition, side - GAP)).collect();
        beside(&sides, side)
    };
    title.wrapped(width, 0).into_iter().chain(sides).collect()
}

/// The columns between two sides.
const GAP: usize = 2;

/// The columns without which sides stand below each other.
const NARROWEST: usize = 14;

/// What one side says, and who says it.
fn side(claim: &Claim, by_id: &[SourceNo], edition: Edition, width: usize) -> Vec<Line> {
    let sources = claim.sources.iter().map(|id| name(id, by_id, edition));
    let note = claim.note.iter().map(|note| edition.read(note).to_owned());
    let said = sources.chain(note).flat_map(|text| Line::new(text, Role::Body).wrapped(width, 0));
    let date = Line::new(claim.date.value.words(edition.words.language), Role::Date);
    date.wrapped(width, 0).into_iter().chain(said).collect()
}

fn name(named: &Id, by_id: &[SourceNo], edition: Edition) -> String {
    let found = by_id.binary_search_by_key(&named.value.as_ref(), |&source| id(source, edition.chronology));
    found.map_or_else(|_| named.value.to_string(), |at| edition.source(by_id[at]).to_owned())
}

fn id(source: SourceNo, chronology: &Chronology) -> &str {
    &chronology[source].record.id.value
}

/// Blocks of lines beside each other, each so many columns wide.
fn beside(blocks: &[Vec<Line>], width: usize) -> Vec<Line> {
    let height = blocks.iter().map(Vec::len).max().unwrap_or_default();
    let row = |at: usize| {
        blocks.iter().enumerate().fold(Line::default(), |mut row, (column, block)| {
            let gap = (column * width).saturating_sub(columns(&row.text()));
            row = row.with(" ".repeat(gap), Role::Body);
            row.runs.extend(block.get(at).into_iter().flat_map(|line| line.runs.clone()));
            row
        })
    };
    (0..height).map(row).collect()
}
