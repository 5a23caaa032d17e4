//! The state of the explorer, and what keys make of it.
//!
//! Knows nothing of files, the clock or the terminal.

mod action;
mod key;
mod keymap;
pub mod overlay;
mod state;
mod update;

pub use action::{Action, Effect, Motion, Zoom};
pub use key::Key;
pub use keymap::{Binding, KEYMAP, Section, resolve};
pub use state::{Content, Manner, Overlay, PageKind, Reading, State};
