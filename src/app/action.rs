//! Everything that can be done to the state, as data: it can be printed, recorded and
//! played again.

use super::{Fresh, Notice, Pace, Point, Stroke};
use crate::chronology::query::{FacetKind, Index};
use crate::chronology::{EventNo, TourNo};
use crate::view::{Lens, Size};

/// Where to step to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Motion {
    /// The next event; on the page the next link or line.
    Next,
    /// The one before.
    Previous,
    /// A screen on.
    PageDown,
    /// A screen back.
    PageUp,
    /// Half a screen on.
    HalfDown,
    /// Half a screen back.
    HalfUp,
    /// The first; with a count the event of that number.
    First,
    /// The last; with a count the event of that number.
    Last,
    /// The next event of the thread.
    ThreadNext,
    /// The one before in the thread.
    ThreadPrevious,
    /// The next event of the same lane.
    LaneNext,
    /// The one before of the same lane.
    LanePrevious,
    /// The next event that the query found.
    MatchNext,
    /// The one before that it found.
    MatchPrevious,
    /// The next facet.
    FacetNext,
    /// The facet before.
    FacetPrevious,
    /// This facet.
    Facet(FacetKind),
}

/// Which other part of the axis or the map to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Zoom {
    /// Closer to the selected event.
    In,
    /// Farther from it.
    Out,
    /// All of it.
    All,
    /// A part of the screen to the left.
    Left,
    /// A part of the screen to the right.
    Right,
    /// A part of the screen up, on the map.
    Up,
    /// A part of the screen down, on the map.
    Down,
}

/// What can be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Step to another event, or another line.
    Move(Motion),
    /// One digit of the count for what follows.
    Digit(u8),
    /// Select this event.
    Select(EventNo),
    /// Look through this lens.
    Look(Lens),
    /// Let the tour that plays by itself go on.
    GoOn,
    /// Forget the count: a key that means nothing was pressed.
    Forget,
    /// Go where the selected line leads; from the list, to the page.
    Follow,
    /// Come back from there.
    Return,
    /// Step out of what is open, one layer at a time; never out of the program.
    Out,
    /// Give the keys to the other pane.
    SwitchPane,
    /// Look at another part of the axis or the map.
    Zoom(Zoom),
    /// Make the lanes of the axis from something else that events have in common.
    Lanes,
    /// Begin to type a query.
    Find,
    /// Change the line that is being typed.
    Type(Stroke),
    /// Put a text into that line.
    Paste(String),
    /// Do what the mouse did.
    Point(Point),
    /// Keep what was typed.
    Keep,
    /// Ask this query.
    Ask(String),
    /// Hide what a query does not find, or only dim it.
    Rest,
    /// Show what the found events are connected with, counted.
    Facets,
    /// Ask for the selected value of a facet as well, or no longer.
    Toggle,
    /// Play a tour; while one is played, let it go on by itself or no longer.
    Tour,
    /// Play this tour.
    Play(TourNo),
    /// Make the pause longer or shorter after which the tour goes on by itself.
    Pace(Pace),
    /// Show why the selected event's days are what they are, or its page again.
    Why,
    /// Show the next language.
    Language,
    /// Show the next theme.
    Theme,
    /// Show the keys.
    Help,
    /// Show what is wrong in the file.
    Problems,
    /// Copy a citation of the selected event.
    Copy,
    /// Edit the file at the selected event, or at the selected problem.
    Edit,
    /// What is shown is only what long files begin with; so many percent of them are read.
    Progress(u8),
    /// The files have been read to their end: this is what they hold.
    Load(Box<Fresh>),
    /// The files have changed: this is what they hold now.
    Reload(Box<Fresh>),
    /// What queries are answered from is being made elsewhere: until it comes they wait.
    Prepare,
    /// Answer queries from this: it was made of what is shown.
    Answer(Box<Index>),
    /// Tell the reader something.
    Notify(Notice),
    /// The screen has this size now.
    Resize(Size),
    /// Paint the whole screen anew.
    Repaint,
    /// Give the terminal back for a while.
    Suspend,
    /// Leave; from something that is open, only that.
    Quit,
}

impl Action {
    /// Whether a count in front of it means anything.
    pub const fn takes_count(&self) -> bool {
        matches!(self, Self::Move(_) | Self::Zoom(_))
    }
}

/// A place in one of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    /// Which of the documents, from 0.
    pub document: usize,
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

/// What the shell is to do after an action.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Nothing.
    None,
    /// Paint the whole screen, whatever the terminal is believed to show.
    Repaint,
    /// Put this text into the clipboard of the terminal.
    Copy(String),
    /// Open the editor at this place.
    Edit(Place),
    /// Stop until the user's shell continues the program.
    Suspend,
    /// End the program.
    Quit,
}
