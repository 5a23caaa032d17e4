//! What pictures are made from that takes a look at all events: made once, and again only
//! when what it is made from has changed.
//!
//! Nothing depends on it but time: what is not made yet, each picture makes for itself.

use super::state::{Chosen, PageKind, State};
use crate::chronology::EventNo;
use crate::date::Language;
use crate::file::Milestones;
use crate::view::actors::Actors;
use crate::view::axis::{Axis, Window};
use crate::view::chart::Chart;
use crate::view::lane::LaneKind;
use crate::view::map::{Frame, Ground, Traffic};
use crate::view::proof::milestones;
use crate::view::register::{Register, Room};
use crate::view::sources::Sources;
use crate::view::{Glyphs, Layout, Lens, Line, Rest, Sheet, Size};

/// What has been made.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Made {
    chart: Option<Kept<Looked, Option<Chart>>>,
    axis: Option<Kept<(Looked, Turned, usize), Axis>>,
    everywhere: Option<Kept<(), Traffic>>,
    traffic: Option<Kept<Asked, Traffic>>,
    ground: Option<Kept<Sighted, Ground>>,
    actors: Option<Kept<(Asked, Chosen), Actors>>,
    sources: Option<Kept<(Asked, Chosen), Sources>>,
    register: Option<Kept<(Listed, Chosen), Option<Register>>>,
    milestones: Option<Kept<(), Vec<Milestones>>>,
    bounding: Option<Kept<Option<EventNo>, Vec<EventNo>>>,
    page: Option<Kept<(Told, Turned), Sheet>>,
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
}

/// The part of the axis that is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Looked {
    window: Window,
    width: usize,
    lanes: LaneKind,
    language: Language,
    asked: Asked,
    /// What becomes of all that is not found; to nothing but the axis does it make a difference.
    rest: Rest,
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

/// How pages tell what they do.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Told {
    width: usize,
    language: Language,
    glyphs: Glyphs,
    asked: Asked,
}

/// Which event is selected, and whether its page tells why.
type Turned = (Option<EventNo>, PageKind);

impl Made {
    /// The part of the axis that is looked at, if it is made.
    pub(super) fn chart(&self, state: &State, window: Window, width: usize) -> Option<&Chart> {
        kept(&self.chart, &looked(state, window, width))?.as_ref()
    }

    /// The same with the events that stand out in it and so many lanes, if that is made.
    pub(super) fn axis(&self, state: &State, window: Window, width: usize, height: usize) -> Option<&Axis> {
        kept(&self.axis, &(looked(state, window, width), turned(state), height))
    }

    /// The places and routes of all events, if they are made.
    pub(super) fn everywhere(&self) -> Option<&Traffic> {
        kept(&self.everywhere, &())
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

    /// What has been made while the files were read, and nothing else.
    pub(super) fn of_files(milestones: Vec<Milestones>, everywhere: Traffic) -> Self {
        let milestones = Some(Kept { from: (), made: milestones });
        Self { milestones, everywhere: Some(Kept { from: (), made: everywhere }), ..Self::default() }
    }

    /// How the lines of the files are counted, if that is made.
    pub(super) fn milestones(&self) -> Option<&[Milestones]> {
        kept(&self.milestones, &()).map(Vec::as_slice)
    }

    /// The events on which the bounds of the selected one rest, if they are made.
    pub(super) fn bounding(&self, state: &State) -> Option<&[EventNo]> {
        kept(&self.bounding, &state.selected).map(Vec::as_slice)
    }

    /// The page of the selected event at a width, if it is made.
    pub(super) fn page(&self, state: &State, width: usize) -> Option<&[Line]> {
        kept(&self.page, &(told(state, width), turned(state))).map(Sheet::lines)
    }

    /// What the lens lists in this room, if it is made.
    pub(super) fn register(&self, state: &State, room: Room) -> Option<&Register> {
        kept(&self.register, &(listed(state, room), state.chosen))?.as_ref()
    }
}

/// Makes what the next picture needs: what others are made from first.
pub(super) fn make(state: &mut State) {
    let Some(layout) = state.layout() else { return };
    if state.reading.kind == PageKind::Why {
        keep(state, |made| &mut made.milestones, (), |state| milestones(&state.content.documents));
        keep(state, |made| &mut made.bounding, state.selected, State::make_bounding);
    }
    make_lens(state, &layout);
    // A step of a tour has the whole screen.
    if state.playing.is_some() {
        return;
    }
    let room = state.room(&layout);
    make_register(state, room);
    if layout.page.width > 0 && matches!(state.lens, Lens::Chronology | Lens::Map) {
        let width = state.page_width(&layout);
        let make = |state: &State| state.make_page(width, Sheet::new);
        let select = |state: &State, before: Sheet| state.make_page(width, |paper| before.turned(paper));
        turn(state, |made| &mut made.page, (told(state, width), turned(state)), make, select);
    }
}

fn make_lens(state: &mut State, layout: &Layout) {
    match state.lens {
        Lens::Map => {
            if state.search.found.is_none() {
                let make = |state: &State| state.outline.traffic(&state.content.chronology);
                keep(state, |made| &mut made.everywhere, (), make);
                state.made.traffic = None;
            } else {
                keep(state, |made| &mut made.traffic, asked(state), State::make_traffic);
            }
            let size = Size { width: layout.lens.width, height: layout.lens.height };
            let make = |state: &State| state.make_ground(state.frame(size), size);
            keep(state, |made| &mut made.ground, sighted(state, size), make);
        }
        Lens::Chronology | Lens::Actors | Lens::Sources => {
            let (window, width) = (state.window, state.axis_width());
            let before = state.made.chart.take();
            let mut chart = charted(state, before, looked(state, window, width));
            let height = usize::from(layout.lens.height).saturating_sub(1);
            if let Some(chart) = &mut chart.made {
                chart.prepare(&state.outline, &state.focus_on_axis(), height);
            }
            state.made.chart = Some(chart);
            let from = (looked(state, window, width), turned(state), height);
            keep(state, |made| &mut made.axis, from, |state| state.make_axis(window, width, height));
        }
    }
}

fn make_register(state: &mut State, room: Room) {
    let (asked, listed, chosen) = (asked(state), listed(state, room), state.chosen);
    match state.lens {
        Lens::Actors => {
            let select = |_: &State, actors: Actors| actors.with(chosen.actor);
            turn(state, |made| &mut made.actors, (asked, chosen), State::make_actors, select);
        }
        Lens::Sources => {
            let select = |_: &State, sources: Sources| sources.with(chosen.source);
            turn(state, |made| &mut made.sources, (asked, chosen), State::make_sources, select);
        }
        Lens::Chronology | Lens::Map => {}
    }
    let select = |state: &State, before: Option<Register>| state.turned(&before?, room);
    turn(state, |made| &mut made.register, (listed, chosen), |state| state.make_register(room), select);
}

/// The part of the axis that is looked at now. Of the one before is kept what is the same.
fn charted(state: &State, before: Option<Kept<Looked, Option<Chart>>>, from: Looked) -> Kept<Looked, Option<Chart>> {
    let Looked { window, width, .. } = from;
    let made = match before {
        Some(Kept { from: before, made }) if before == from => made,
        Some(Kept { from: before, made: Some(chart) }) if (before.window, before.width) == (window, width) => {
            let are_other = (before.lanes, &before.asked, before.rest) != (from.lanes, &from.asked, from.rest);
            Some(chart.turned(state.words(), are_other))
        }
        _ => Chart::new(&state.outline, window, width, state.words()),
    };
    Kept { from, made }
}

fn kept<'a, K: PartialEq, T>(kept: &'a Option<Kept<K, T>>, from: &K) -> Option<&'a T> {
    kept.as_ref().filter(|kept| kept.from == *from).map(|kept| &kept.made)
}

/// Keeps what is made from something; makes it unless it is there.
fn keep<K: PartialEq, T>(
    state: &mut State,
    place: impl Fn(&mut Made) -> &mut Option<Kept<K, T>>,
    from: K,
    make: impl FnOnce(&State) -> T,
) {
    if kept(place(&mut state.made), &from).is_none() {
        let made = make(state);
        *place(&mut state.made) = Some(Kept { from, made });
    }
}

/// Keeps what is made from something and a selection; `select` makes it anew where only the
/// selection has changed, in a time that does not depend on all the rest.
fn turn<K: PartialEq, S: PartialEq, T>(
    state: &mut State,
    place: impl Fn(&mut Made) -> &mut Option<Kept<(K, S), T>>,
    from: (K, S),
    make: impl FnOnce(&State) -> T,
    select: impl FnOnce(&State, T) -> T,
) {
    let made = match place(&mut state.made).take() {
        Some(kept) if kept.from == from => kept.made,
        Some(kept) if kept.from.0 == from.0 => select(state, kept.made),
        _ => make(state),
    };
    *place(&mut state.made) = Some(Kept { from, made });
}

fn asked(state: &State) -> Asked {
    Asked { text: state.search.text.clone(), waits: state.search.waits() }
}

fn looked(state: &State, window: Window, width: usize) -> Looked {
    let (lanes, language) = (state.lanes, state.manner.language);
    Looked { window, width, lanes, language, asked: asked(state), rest: state.search.rest }
}

fn sighted(state: &State, size: Size) -> Sighted {
    Sighted { frame: state.frame, size, outsider: state.outsider(), asked: asked(state) }
}

fn listed(state: &State, room: Room) -> Listed {
    let (language, glyphs) = (state.manner.language, state.manner.glyphs);
    Listed { lens: state.lens, room, language, glyphs, asked: asked(state) }
}

fn told(state: &State, width: usize) -> Told {
    let (language, glyphs) = (state.manner.language, state.manner.glyphs);
    Told { width, language, glyphs, asked: asked(state) }
}

fn turned(state: &State) -> Turned {
    (state.selected, state.reading.kind)
}
