//! The state of the explorer, and what keys make of it.
//!
//! Knows nothing of files, the clock or the terminal.

mod access;
mod action;
mod bindings;
mod earth;
mod find;
mod fresh;
mod habits;
mod input;
mod key;
mod keymap;
mod made;
mod motion;
mod name;
mod notice;
pub mod overlay;
mod page;
mod pointer;
mod search;
mod settle;
mod state;
mod theme;
mod tour;
mod update;
mod zoom;

pub use access::{Ability, Access, RIGHTS, Right};
pub use action::{Action, Effect, Motion, Place, Zoom};
pub use bindings::Bindings;
pub use fresh::Fresh;
pub use habits::Habits;
pub use input::{Input, Stroke};
pub use key::Key;
pub use keymap::{Binding, KEYMAP, Mode, Section};
pub use notice::Notice;
pub use pointer::{Deed, Point};
pub use search::{Search, Typing};
pub use state::{Characters, Chosen, Content, Manner, Opened, Overlay, PageKind, Reading, State};
pub use theme::Theme;
pub use tour::{Pace, Play, Playing};
