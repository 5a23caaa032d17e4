//! Other formats: what a chronology is in them.
//!
//! Stands beside `view`; knows nothing of terminals.

mod json;

pub use json::json;
