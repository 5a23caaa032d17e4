//! What is to be seen, in columns and rows, as plain data.
//!
//! Knows nothing of colours or terminals.

pub mod axis;
pub mod glyphs;
pub mod layout;
pub mod line;
pub mod list;
pub mod page;
pub mod plain;
pub mod proof;
pub mod width;
pub mod words;
pub mod wrap;

pub use glyphs::Glyphs;
pub use layout::{Area, Layout, Pane, Size};
pub use line::{Line, Role, Run};
pub use words::Words;
