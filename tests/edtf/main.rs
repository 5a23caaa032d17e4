//! Dates: what is read, what it means, and how it is worded.

mod bounds;
mod brief;
mod days;
mod examples;
mod laws;
mod refusals;
mod words;
