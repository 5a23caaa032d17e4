//! Prints a chronology of as many events as asked for, always the same one for the same
//! number: all forms of dates, all kinds of order, texts in three languages.
//!
//! `cargo run --release --example make-events -- 10000 > many.toml`

mod events;

use std::io::{self, BufWriter, Write};

fn main() -> io::Result<()> {
    let number = |count: String| count.parse().map_err(|error| io::Error::other(format!("{count}: {error}")));
    let events = std::env::args().nth(1).map_or(Ok(1_000), number)?;
    let mut out = BufWriter::new(io::stdout().lock());
    events::write(&mut out, events)?;
    out.flush()
}
