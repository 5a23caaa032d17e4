//! Stores what is read of `events.toml` beside what reads it, so that a start need not:
//!
//! `cargo run --example make-built-in`

use annals::file::built_in;
use std::error::Error;
use std::fs;

fn main() -> Result<(), Box<dyn Error>> {
    let stored = built_in::stored().ok_or("something is wrong in events.toml; cargo run -- check events.toml")?;
    Ok(fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/src/file/built-in.postcard"), stored)?)
}
