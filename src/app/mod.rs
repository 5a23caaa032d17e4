//! The state of the explorer, and what keys make of it.
//!
//! Knows nothing of files, the clock or the terminal.

mod access;
mod action;
mod find;
mod input;
mod key;
mod keymap;
mod motion;
mod notice;
pub mod overlay;
mod search;
mod settle;
mod state;
mod theme;
mod update;
mod zoom;

pub use access::{Ability, Access, RIGHTS, Right};
pub use action::{Action, Effect, Motion, Place, Zoom};
pub use input::{Input, Stroke};
pub use key::Key;
pub use keymap::{Binding, KEYMAP, Mode, Section, hints, resolve};
pub use notice::Notice;
pub use search::{Search, Typing};
pub use state::{Characters, Chosen, Content, Manner, Opened, Overlay, PageKind, Reading, State};
pub use theme::Theme;
