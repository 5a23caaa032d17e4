//! All tests of annals from outside: one program, one file for each boundary.

mod actors;
mod bounds;
mod citation;
mod cli;
mod common;
mod events;
mod lenses;
mod problems;
mod readme;
mod reload;
mod screen;
mod script;
mod sources;
mod thread;
mod tidy;
mod tour;
