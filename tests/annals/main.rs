//! All tests of annals from outside: one program, one file for each boundary.

mod bounds;
mod check;
mod cli;
mod common;
mod events;
mod export;
mod import;
mod law;
mod manual;
mod map;
mod problems;
mod query;
mod readme;
mod reload;
mod reports;
mod rules;
mod schema;
mod screen;
mod script;
mod tidy;
mod webpage;
