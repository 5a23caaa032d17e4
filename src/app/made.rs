//! What pictures are made from that takes a look at all events: made once, and again only
//! when what it is made from has changed.
//!
//! Nothing depends on it but time: what is not made yet, each picture makes for itself.

use super::Search;
use super::state::{Chosen, PageKind, State};
use crate::chronology::EventNo;
use crate::date::Language;
use crate::file::Starts;
use crate::view::actors::Actors;
use crate::view::axis::Window;
use crate::view::chart::Chart;
use crate::view::lane::LaneKind;
use crate::view::map::{Frame, Ground, Traffic};
use crate::view::proof::starts;
use crate::view::register::{Register, Room};
use crate::view::sources::Sources;
use crate::view::{Glyphs, Lens, Rest, Size};

/// What has been made.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Made {
    chart: Option<Kept<Looked, Option<Chart>>>,
    traffic: Option<Kept<Asked, Traffic>>,
    ground: Option<Kept<Sighted, Ground>>,
    actors: Option<Kept<(Asked, Chosen), Actors>>,
    sources: Option<Kept<(Asked, Chosen), Sources>>,
    register: Option<Kept<(Listed, Chosen), Option<Register>>>,
    starts: Option<Kept<(), Vec<Starts>>>,
}

/// Something that was made, and from what.
#[derive(Debug, Clone, PartialEq)]
struct Kept<K, T> {
    from: K,
    made: T,
}

/// What is asked of the events: it decides what is found.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Asked {
    text: String,
    waits: bool,
    rest: Rest,
}

/// The part of the axis that is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Looked {
    window: Window,
    width: usize,
    lanes: LaneKind,
    language: Language,
    asked: Asked,
}

/// The part of the earth that is looked at, and on how large a map.
#[derive(Debug, Clone, PartialEq)]
struct Sighted {
    frame: Option<Frame>,
    size: Size,
    /// The selected event, where it lies beyond all others.
    outsider: Option<EventNo>,
    asked: Asked,
}

/// What a lens lists, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Listed {
    lens: Lens,
    room: Room,
    language: Language,
    glyphs: Glyphs,
    asked: Asked,
}

impl Made {
    /// The part of the axis that is looked at, if it is made.
    pub(super) fn chart(&self, state: &State, window: Window, width: usize) -> Option<&Chart> {
        kept(&self.chart, &looked(state, window, width))?.as_ref()
    }

    /// The places and routes of what is found, if they are made.
    pub(super) fn traffic(&self, state: &State) -> Option<&Traffic> {
        kept(&self.traffic, &asked(state))
    }

    /// The part of the earth that a map of this size shows, if it is made.
    pub(super) fn ground(&self, state: &State, size: Size) -> Option<&Ground> {
        kept(&self.ground, &sighted(state, size))
    }

    /// Who took part in what is found, if that is made.
    pub(super) fn actors(&self, state: &State) -> Option<&Actors> {
        kept(&self.actors, &(asked(state), state.chosen))
    }

    /// What the found events rest on, if that is made.
    pub(super) fn sources(&self, state: &State) -> Option<&Sources> {
        kept(&self.sources, &(asked(state), state.chosen))
    }

    /// Where the lines of the files start, if that is made.
    pub(super) fn starts(&self) -> Option<&[Starts]> {
        kept(&self.starts, &()).map(Vec::as_slice)
    }

    /// What the lens lists in this room, if it is made.
    pub(super) fn register(&self, state: &State, room: Room) -> Option<&Register> {
        kept(&self.register, &(listed(state, room), state.chosen))?.as_ref()
    }
}

/// Makes what the next picture needs.
pub(super) fn make(state: &mut State) {
    let Some(layout) = state.layout() else { return };
    let mut made = std::mem::take(&mut state.made);
    match state.lens {
        // That of all events is part of the outline.
        Lens::Map if state.search.found.is_none() => made.traffic = None,
        Lens::Map => keep(&mut made.traffic, asked(state), || state.make_traffic()),
        Lens::Chronology | Lens::Actors | Lens::Sources => {
            let (window, width) = (state.window, state.axis_width());
            made.chart = Some(charted(state, made.chart.take(), looked(state, window, width)));
            if let Some(chart) = made.chart.as_mut().and_then(|kept| kept.made.as_mut()) {
                let height = usize::from(layout.lens.height).saturating_sub(1);
                chart.prepare(&state.outline, &state.focus_on_axis(), height);
            }
        }
    }
    if state.reading.kind == PageKind::Why {
        keep(&mut made.starts, (), || starts(&state.content.documents));
    }
    let (question, chosen) = (asked(state), state.chosen);
    match state.lens {
        Lens::Actors => {
            turn(&mut made.actors, (question, chosen), || state.make_actors(), |actors| actors.with(chosen.actor));
        }
        Lens::Sources => {
            turn(&mut made.sources, (question, chosen), || state.make_sources(), |sources| sources.with(chosen.source));
        }
        Lens::Chronology | Lens::Map => {}
    }
    let (mut register, mut ground) = (made.register.take(), made.ground.take());
    state.made = made;
    if state.lens == Lens::Map {
        let size = Size { width: layout.lens.width, height: layout.lens.height };
        keep(&mut ground, sighted(state, size), || state.make_ground(state.frame(size), size));
        state.made.ground = ground;
    }
    let room = Room::within(layout.panes(), state.focus);
    let from = (listed(state, room), chosen);
    turn(&mut register, from, || state.make_register(room), |before| state.turned(&before?, room));
    state.made.register = register;
}

/// The part of the axis that is looked at now. Of the one before is kept what is the same.
fn charted(state: &State, before: Option<Kept<Looked, Option<Chart>>>, from: Looked) -> Kept<Looked, Option<Chart>> {
    let Looked { window, width, .. } = from;
    let made = match before {
        Some(Kept { from: before, made }) if before == from => made,
        Some(Kept { from: before, made: Some(chart) }) if (before.window, before.width) == (window, width) => {
            let are_other = before.lanes != from.lanes || before.asked != from.asked;
            Some(chart.turned(state.words(), are_other))
        }
        _ => Chart::new(&state.outline, window, width, state.words()),
    };
    Kept { from, made }
}

fn kept<'a, K: PartialEq, T>(kept: &'a Option<Kept<K, T>>, from: &K) -> Option<&'a T> {
    kept.as_ref().filter(|kept| kept.from == *from).map(|kept| &kept.made)
}

fn keep<K: PartialEq, T>(kept: &mut Option<Kept<K, T>>, from: K, make: impl FnOnce() -> T) {
    if self::kept(kept, &from).is_none() {
        *kept = Some(Kept { from, made: make() });
    }
}

/// Keeps what is made from something and a selection; `select` makes it anew where only the
/// selection has changed, in a time that does not depend on all the rest.
fn turn<K: PartialEq, T>(
    kept: &mut Option<Kept<(K, Chosen), T>>,
    from: (K, Chosen),
    make: impl FnOnce() -> T,
    select: impl FnOnce(T) -> T,
) {
    let made = match kept.take() {
        Some(kept) if kept.from == from => kept.made,
        Some(kept) if kept.from.0 == from.0 => select(kept.made),
        _ => make(),
    };
    *kept = Some(Kept { from, made });
}

fn asked(state: &State) -> Asked {
    let Search { text, rest, .. } = &state.search;
    Asked { text: text.clone(), waits: state.search.waits(), rest: *rest }
}

fn looked(state: &State, window: Window, width: usize) -> Looked {
    let (lanes, language) = (state.lanes, state.manner.language);
    Looked { window, width, lanes, language, asked: asked(state) }
}

fn sighted(state: &State, size: Size) -> Sighted {
    Sighted { frame: state.frame, size, outsider: state.outsider(), asked: asked(state) }
}

fn listed(state: &State, room: Room) -> Listed {
    let (language, glyphs) = (state.manner.language, state.manner.glyphs);
    Listed { lens: state.lens, room, language, glyphs, asked: asked(state) }
}
