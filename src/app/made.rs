//! What pictures are made from that takes a look at all events: made once, and again only
//! when what it is made from has changed.
//!
//! Nothing depends on it but time: what is not made yet, each picture makes for itself.

use super::Search;
use super::state::{Chosen, State};
use crate::date::Language;
use crate::view::axis::Window;
use crate::view::chart::Chart;
use crate::view::lane::LaneKind;
use crate::view::map::Traffic;
use crate::view::register::{Register, Room};
use crate::view::{Glyphs, Lens, Rest};

/// What has been made.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Made {
    chart: Option<Kept<Looked, Option<Chart>>>,
    traffic: Option<Kept<Asked, Traffic>>,
    register: Option<Kept<Listed, Option<Register>>>,
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
    asked: Asked,
}

/// What a lens lists, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Listed {
    lens: Lens,
    chosen: Chosen,
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

    /// What the lens lists in this room, if it is made.
    pub(super) fn register(&self, state: &State, room: Room) -> Option<&Register> {
        kept(&self.register, &listed(state, room))?.as_ref()
    }
}

/// Makes what the next picture needs.
pub(super) fn make(state: &mut State) {
    let Some(layout) = state.layout() else { return };
    let mut made = std::mem::take(&mut state.made);
    match state.lens {
        Lens::Map => keep(&mut made.traffic, asked(state), || state.make_traffic()),
        Lens::Chronology | Lens::Actors | Lens::Sources => {
            let (window, width) = (state.window, state.axis_width());
            keep(&mut made.chart, looked(state, window, width), || Chart::new(&state.outline, window, width));
            if let Some(chart) = made.chart.as_mut().and_then(|kept| kept.made.as_mut()) {
                let height = usize::from(layout.lens.height).saturating_sub(1);
                chart.prepare(&state.outline, &state.focus_on_axis(), height);
            }
        }
    }
    if matches!(state.lens, Lens::Actors | Lens::Sources) {
        let room = Room::within(layout.panes(), state.focus);
        keep(&mut made.register, listed(state, room), || state.make_register(room));
    }
    state.made = made;
}

fn kept<'a, K: PartialEq, T>(kept: &'a Option<Kept<K, T>>, from: &K) -> Option<&'a T> {
    kept.as_ref().filter(|kept| kept.from == *from).map(|kept| &kept.made)
}

fn keep<K: PartialEq, T>(kept: &mut Option<Kept<K, T>>, from: K, make: impl FnOnce() -> T) {
    if self::kept(kept, &from).is_none() {
        *kept = Some(Kept { from, made: make() });
    }
}

fn asked(state: &State) -> Asked {
    let Search { text, rest, .. } = &state.search;
    Asked { text: text.clone(), waits: state.search.waits(), rest: *rest }
}

fn looked(state: &State, window: Window, width: usize) -> Looked {
    Looked { window, width, lanes: state.lanes, asked: asked(state) }
}

fn listed(state: &State, room: Room) -> Listed {
    let (language, glyphs) = (state.manner.language, state.manner.glyphs);
    Listed { lens: state.lens, chosen: state.chosen, room, language, glyphs, asked: asked(state) }
}
