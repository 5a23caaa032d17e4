//! The TOML as the curator wrote it, with the place of everything, and what is wrong in it.
//!
//! Knows nothing of order or screens.

mod abreast;
mod advice;
pub mod built_in;
mod config;
mod country;
mod cursor;
mod date_value;
mod encoding;
mod form;
pub mod key;
mod lines;
mod loose;
mod nearest;
mod number_value;
mod parts;
mod passage;
mod picture;
mod problem;
mod read;
mod record;
mod report;
mod rule;
mod sanitise;
mod schema;
mod span;
mod string_value;
mod syntax;
mod text_value;
mod unique;
mod whole;

pub use abreast::{abreast, lots};
pub use config::{Config, Keys, config};
pub use country::country_name;
pub use form::Form;
pub use lines::{Lines, Milestones};
pub use nearest::nearest;
pub use passage::Passage;
pub use problem::{Problem, Severity};
pub use read::{Told, read, read_telling};
pub use record::*;
pub use report::{Row, Style, render, rows, short};
pub use rule::{RULES, Rule, RuleRow};
pub use sanitise::{Breaks, brief, cut_bytes, is_always_hidden, quoted, visible};
pub use schema::schema;
pub use span::{Document, Span, Spanned};
pub use whole::Whole;
