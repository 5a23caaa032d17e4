//! All that the screen is made from. Only `update` writes it.

use super::access::Access;
use super::action::{Action, Motion, Place};
use super::made::Made;
use super::{Bindings, Mode, Notice, Playing, Search, Theme};
use crate::chronology::{ActorNo, Chronology, EventNo, SourceNo};
use crate::date::Language;
use crate::file::{Document, Problem, Severity, Span};
use crate::view::actors::{self, Actors};
use crate::view::axis::{Axis, Focus, Window};
use crate::view::chart::Chart;
use crate::view::labels::Labels;
use crate::view::lane::{Lane, LaneKind};
use crate::view::layout::label_width;
use crate::view::list::Listing;
use crate::view::map::Frame;
use crate::view::register::{Register, Room};
use crate::view::sources::{self, Sources};
use crate::view::width::columns;
use crate::view::{Edition, Glyphs, Layout, Lens, Outline, Pane, Sieve, Size, Words};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

/// What the page tells of the selected event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PageKind {
    /// All that the chronology says of it.
    #[default]
    Event,
    /// The same, with why its days are what they are.
    Why,
}

/// What lies over the panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overlay {
    /// The keys.
    Help,
    /// What is wrong in the file.
    Problems,
    /// What the found events are connected with.
    Facets,
    /// The tours, to choose one from.
    Tours,
}

/// An overlay that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opened {
    /// What lies there.
    pub overlay: Overlay,
    /// Its first line that is shown.
    pub scroll: usize,
    /// The problem, the value of a facet or the tour that is selected.
    pub selected: usize,
}

/// Where the reader is on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reading {
    /// What the page tells.
    pub kind: PageKind,
    /// The first line that is shown.
    pub scroll: usize,
    /// The line of the link that Enter follows.
    pub link: Option<usize>,
}

/// What is read: never changed while reading.
#[derive(Debug, Clone, PartialEq)]
pub struct Content {
    /// The events in order.
    pub chronology: Chronology,
    /// The files that they are written in.
    pub documents: Vec<Document>,
    /// What is wrong in them.
    pub problems: Vec<Problem>,
}

impl Content {
    /// Whether something in it is wrong, rather than merely worth a look.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity() == Severity::Error)
    }

    /// Whether it is nothing to look at: something is wrong, and there is no event.
    pub fn is_worthless(&self) -> bool {
        self.chronology.events.is_empty() && self.has_errors()
    }

    /// Where a span begins.
    pub fn place(&self, span: Span) -> Option<Place> {
        let (line, column) = self.documents.get(span.document())?.line_column(span.start());
        Some(Place { document: span.document(), line, column })
    }
}

/// The characters that a terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Characters {
    /// All of them.
    #[default]
    Unicode,
    /// None of those on whose width terminals disagree, as far as others can stand for them.
    Unambiguous,
    /// ASCII alone, as where the locale is not UTF-8.
    Ascii,
}

/// How it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manner {
    /// The language of texts and screen.
    pub language: Language,
    /// The signs to draw with.
    pub glyphs: Glyphs,
    /// The characters that can be shown at all.
    pub characters: Characters,
    /// Its colours.
    pub theme: Theme,
    /// The size of the screen.
    pub size: Size,
}

/// What is selected under the lenses that have lists of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Chosen {
    /// The actor; `None`: the first.
    pub actor: Option<ActorNo>,
    /// The source; `None`: the first.
    pub source: Option<SourceNo>,
}

/// The state of the explorer.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// What is read; others may be making something of it at the same time.
    pub content: Arc<Content>,
    /// Its outline.
    pub outline: Outline,
    /// What is asked of it.
    pub search: Search,
    /// What the lanes of the axis are made from.
    pub lanes: LaneKind,
    /// How it is shown.
    pub manner: Manner,
    /// Who reads.
    pub access: Access,
    /// Which keys do what.
    pub bindings: Bindings,
    /// How many things are wrong in the reader's own settings.
    pub config_problems: usize,
    /// The selected event; `None` only where there is no event at all.
    pub selected: Option<EventNo>,
    /// The first row of the list that is shown.
    pub top: usize,
    /// The way of looking at the events.
    pub lens: Lens,
    /// The selected row under the lens of actors, and under that of sources.
    pub chosen: Chosen,
    /// The pane that has the keys.
    pub focus: Pane,
    /// Where the reader is on the page.
    pub reading: Reading,
    /// The part of the axis that is looked at.
    pub window: Window,
    /// The column of the axis that the mouse has hold of.
    pub grip: Option<u16>,
    /// The part of the earth that is looked at; `None`: all that the events shown touch.
    pub frame: Option<Frame>,
    /// The events from which links were followed, the latest last.
    pub trail: Vec<EventNo>,
    /// The tour that is played.
    pub playing: Option<Playing>,
    /// What lies over the panes.
    pub overlay: Option<Opened>,
    /// What the files hold now, where that is too broken to be shown.
    pub broken: Option<Arc<Content>>,
    /// Where what is shown is only what the files begin with: how many percent of them are read.
    pub progress: Option<u8>,
    /// Where the reader went to meanwhile, if only the whole can tell where that is: to the first, to
    /// the last, or to that of a number.
    pub sought: Option<(Motion, Option<usize>)>,
    /// What is kept of what was made for pictures.
    pub(super) made: Made,
    /// What is told in passing.
    pub notice: Option<Notice>,
    /// The count typed so far.
    pub count: Option<usize>,
    /// What is seen again if the digit just typed, which did by itself what it does, begins a count.
    pub(super) before_digit: Option<Sight>,
}

/// What a lens changes: what is seen, and where the reader wanted to be in the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sight {
    pub lens: Lens,
    pub reading: Reading,
    pub top: usize,
    pub sought: Option<(Motion, Option<usize>)>,
}

/// For how long a digit that is a key of its own may still be a count: less than it takes to see what
/// it did and to press a key that is meant for that.
const DIGIT_PAUSE: Duration = Duration::from_millis(300);

impl State {
    /// The state in which the explorer opens: on the first event.
    pub fn new(content: impl Into<Arc<Content>>, manner: Manner) -> Self {
        let content = content.into();
        let selected = content.chronology.numbers().next();
        Self {
            outline: Outline::new(&content.chronology, LaneKind::default()),
            search: Search::default(),
            lanes: LaneKind::default(),
            content,
            manner,
            access: Access::default(),
            bindings: Bindings::default(),
            config_problems: 0,
            selected,
            top: 0,
            lens: Lens::default(),
            chosen: Chosen::default(),
            focus: Pane::List,
            reading: Reading::default(),
            window: Window::default(),
            grip: None,
            frame: None,
            trail: Vec::new(),
            playing: None,
            overlay: None,
            broken: None,
            progress: None,
            sought: None,
            made: Made::default(),
            notice: None,
            count: None,
            before_digit: None,
        }
    }

    /// The same for a guest, to whom less is offered.
    pub fn for_guest(self) -> Self {
        Self { access: Access::Guest, bindings: self.bindings.for_access(Access::Guest), ..self }
    }

    /// Whether other content would be shown: a view without errors never gives way to one with
    /// errors, but a beginning does to what follows, as long as there is an event in it.
    pub fn takes(&self, content: &Content) -> bool {
        self.progress.is_some() && !content.is_worthless() || self.content.has_errors() || !content.has_errors()
    }

    /// What is said in a list without events.
    pub fn no_event(&self) -> &'static str {
        if self.progress.is_some() { Labels::of(self.manner.language).no_event_yet() } else { self.words().empty }
    }

    /// What an action makes of the state, with what the shell is to do.
    pub fn apply(&mut self, action: Action) -> super::Effect {
        super::update::update(self, action)
    }

    /// What the digit typed so far does where it is no count.
    pub(super) fn meant(&self) -> Option<&Action> {
        let digit = self.count.filter(|_| self.mode() == Mode::Explore)?;
        self.bindings.of_digit(digit)
    }

    /// What happens where no key is pressed, and after how long.
    pub fn due(&self) -> Option<(Duration, Action)> {
        if self.before_digit.is_some() {
            return Some((DIGIT_PAUSE, Action::Forget));
        }
        let pause = self.playing.filter(|_| self.mode() == Mode::Tour)?.pause()?;
        Some((pause, Action::GoOn))
    }

    /// Lets as much time go by without a key as it takes for something to happen.
    pub fn wait(&mut self) {
        if let Some((_, action)) = self.due() {
            self.apply(action);
        }
    }

    /// What the keys do.
    pub fn mode(&self) -> Mode {
        match self.overlay {
            _ if self.search.typing.is_some() => Mode::Find,
            Some(Opened { overlay: Overlay::Facets, .. }) => Mode::Facets,
            None if self.playing.is_some() => Mode::Tour,
            _ => Mode::Explore,
        }
    }

    /// What the query leaves, and what becomes of the rest.
    pub fn sieve(&self) -> Sieve<'_> {
        Sieve { found: self.search.found.as_ref(), rest: self.search.rest }
    }

    /// The list as it is shown.
    pub fn listing(&self) -> &Listing {
        self.search.listing.as_ref().unwrap_or(&self.outline.listing)
    }

    /// The letters of a text that the query asks for: byte ranges in order.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        self.search.found.as_ref().map_or_else(Vec::new, |found| found.marks(text))
    }

    /// The chronology as the reader has it before the eyes.
    pub fn edition(&self) -> Edition<'_> {
        Edition { chronology: &self.content.chronology, words: self.words(), glyphs: &self.manner.glyphs }
    }

    /// What the files hold now, whether it is shown or not.
    pub fn latest(&self) -> &Content {
        self.broken.as_deref().unwrap_or(&self.content)
    }

    /// The words of the reader's language.
    pub fn words(&self) -> &'static Words {
        Words::of(self.manner.language)
    }

    /// The parts of the screen; `None` where it is too small.
    pub fn layout(&self) -> Option<Layout> {
        let layout = Layout::new(self.manner.size, self.lens, self.outline.lanes.len().max(1), self.focus)?;
        Some(if self.search.typing.is_some() || !self.search.text.is_empty() { layout.with_foot() } else { layout })
    }

    /// The columns of the lane names, a blank on either side not included.
    pub fn lane_label_width(&self) -> usize {
        let unnamed = self.outline.lanes.last().filter(|lane| lane.id.is_none());
        let widest = unnamed.map_or(0, |lane| columns(self.lane_name(lane)));
        label_width(widest.max(self.outline.name_width(self.manner.language)), self.manner.size.width)
    }

    /// What a lane is called.
    pub fn lane_name<'a>(&'a self, lane: &'a Lane) -> &'a str {
        match &lane.id {
            Some(_) => self.content.chronology.read(&lane.name, self.manner.language),
            None => self.words().no_category,
        }
    }

    /// The columns of the axis itself, on the whole width of the screen.
    pub fn axis_width(&self) -> usize {
        self.axis_width_within(self.manner.size.width)
    }

    /// The columns of the axis itself, with the names of its lanes in so many columns.
    pub fn axis_width_within(&self, width: u16) -> usize {
        usize::from(width).saturating_sub(self.lane_label_width() + 3)
    }

    /// The axis in a window of so many columns, where it has room for so many lanes.
    pub fn axis(&self, window: Window, width: usize, height: usize) -> Cow<'_, Axis> {
        let made = self.made.axis(self, window, width, height);
        made.map_or_else(|| Cow::Owned(self.make_axis(window, width, height)), Cow::Borrowed)
    }

    pub(super) fn make_axis(&self, window: Window, width: usize, height: usize) -> Axis {
        let kept = self.made.chart(self, window, width).map(Cow::Borrowed);
        let chart = kept.or_else(|| Chart::new(&self.outline, window, width, self.words()).map(Cow::Owned));
        chart.map_or_else(Axis::default, |chart| chart.axis(&self.outline, &self.focus_on_axis(), height))
    }

    /// The events that stand out on the axis.
    pub(super) fn focus_on_axis(&self) -> Focus<'_> {
        Focus { selected: self.selected, bounding: self.bounding(), sieve: self.sieve() }
    }

    /// What the lens lists, where it has a list of its own.
    pub fn register(&self, layout: &Layout) -> Option<Cow<'_, Register>> {
        self.register_in(self.room(layout))
    }

    /// The same, with all lines of its page.
    pub(super) fn whole_register(&self, layout: &Layout) -> Option<Cow<'_, Register>> {
        self.register_in(Room::within(layout.panes(), self.focus))
    }

    fn register_in(&self, room: Room) -> Option<Cow<'_, Register>> {
        self.made.register(self, room).map(Cow::Borrowed).or_else(|| self.make_register(room).map(Cow::Owned))
    }

    /// The room of a lens that has a list of its own: of its page no more is looked at than the screen
    /// shows unless somebody reads it.
    pub(super) fn room(&self, layout: &Layout) -> Room {
        let room = Room::within(layout.panes(), self.focus);
        if self.focus == Pane::List { room.at_a_glance(self.reading.scroll) } else { room }
    }

    pub(super) fn make_register(&self, room: Room) -> Option<Register> {
        let register = match self.lens {
            Lens::Chronology | Lens::Map => return None,
            Lens::Actors => self.actors().register(self.edition(), room),
            Lens::Sources => self.sources().register(self.edition(), room),
        };
        Some(register.marked(&|text| self.marks(text)))
    }

    /// The same lens with the row that is selected now.
    pub(super) fn turned(&self, register: &Register, room: Room) -> Option<Register> {
        let register = match self.lens {
            Lens::Chronology | Lens::Map => return None,
            Lens::Actors => self.actors().turned(register, self.edition(), room),
            Lens::Sources => self.sources().turned(register, self.edition(), room),
        };
        Some(register.marked(&|text| self.marks(text)))
    }

    /// Who took part in the events.
    pub(super) fn actors(&self) -> Cow<'_, Actors> {
        self.made.actors(self).map_or_else(|| Cow::Owned(self.make_actors()), Cow::Borrowed)
    }

    pub(super) fn make_actors(&self) -> Actors {
        let Outline { cast, actors, .. } = &self.outline;
        if self.search.found.is_none() {
            let actors = actors.clone().with(self.chosen.actor);
            return if self.progress.is_some() { actors.so_far() } else { actors };
        }
        actors::actors(&self.content.chronology, cast, self.chosen.actor, &|event| self.sieve().leaves(event))
    }

    /// What the events rest on.
    pub(super) fn sources(&self) -> Cow<'_, Sources> {
        self.made.sources(self).map_or_else(|| Cow::Owned(self.make_sources()), Cow::Borrowed)
    }

    pub(super) fn make_sources(&self) -> Sources {
        let Outline { rests, sources, .. } = &self.outline;
        if self.search.found.is_none() {
            let sources = sources.clone().with(self.chosen.source);
            return if self.progress.is_some() { sources.so_far() } else { sources };
        }
        sources::sources(&self.content.chronology, rests, self.chosen.source, &|event| self.sieve().leaves(event))
    }
}
