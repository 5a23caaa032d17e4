//! The program in a real terminal: it is always given back, whatever happens.

mod endings;
mod files;
mod guest;
mod habits;
mod hostile;
mod jobs;
mod keys;
mod large;
mod links;
mod panics;
mod server;
mod session;
mod slow;
mod ssh;
mod start;
