//! All tests of annals from outside: one program, one file for each boundary.

mod bounds;
mod cli;
mod common;
mod events;
mod export;
mod import;
mod manual;
mod problems;
mod readme;
mod screen;
mod script;
mod tidy;
mod webpage;
