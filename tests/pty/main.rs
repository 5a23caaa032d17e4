//! The program in a real terminal: it is always given back, whatever happens.

mod endings;
mod jobs;
mod keys;
mod panics;
mod session;
