//! The program in a real terminal: it is always given back, whatever happens.

mod endings;
mod files;
mod habits;
mod jobs;
mod keys;
mod large;
mod panics;
mod session;
mod slow;
