//! Days and EDTF expressions: what a date says, how exactly, and in which words.
//!
//! Knows nothing of events, screens or the clock.

mod bounds;
mod day;
mod edtf;
mod extent;
mod hint;
mod language;
mod numbers;
mod place;
mod refusal;
mod words;

pub use bounds::{Bound, Bounds};
pub use day::Day;
pub use edtf::{Date, year_expression};
pub use extent::Limit;
pub use hint::DateHint;
pub use language::Language;
pub use refusal::{DateError, Fault};
pub use words::{NameWidth, month_name, months_in_characters, months_in_digits, year_name};
