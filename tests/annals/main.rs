//! All tests of annals from outside: one program, one file for each boundary.

mod bounds;
mod check;
mod cli;
mod common;
mod events;
mod law;
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
