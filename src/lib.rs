//! annals: a terminal explorer for hand-curated chronologies.
//!
//! The modules form one arrow; each may use only what stands before it:
//! `date <- file <- chronology <- view <- app <- ui <- shell <- main`, with `exchange`
//! beside `view`.

pub mod app;
pub mod chronology;
pub mod date;
pub mod exchange;
pub mod file;
pub mod shell;
pub mod ui;
pub mod view;
