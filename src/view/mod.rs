//! What is to be seen, in columns and rows, as plain data.
//!
//! Knows nothing of colours or terminals.

pub mod actors;
pub mod axis;
mod beginning;
mod cast;
pub mod chart;
pub mod citation;
mod edition;
pub mod facets;
mod found;
pub mod giving;
pub mod glyphs;
pub mod labels;
pub mod lane;
pub mod layout;
pub mod legend;
mod lens;
pub mod line;
pub mod list;
pub mod map;
mod numbered;
mod outline;
pub mod page;
pub mod plain;
pub mod proof;
mod reach;
pub mod register;
mod shape;
mod sheet;
mod sieve;
pub mod sources;
mod stratum;
pub mod thread;
pub mod tour;
pub mod width;
pub mod words;
pub mod wrap;

pub use cast::Cast;
pub use edition::Edition;
pub use glyphs::Glyphs;
pub use layout::{Area, Layout, Pane, Size};
pub use lens::Lens;
pub use line::{Line, Role, Run};
pub use outline::Outline;
pub use sheet::{Paper, Sheet};
pub use sieve::{Presence, Rest, Sieve};
pub use words::Words;
