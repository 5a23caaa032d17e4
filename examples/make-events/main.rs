//! Prints a chronology of as many events as asked for, always the same one for the same
//! number: all forms of dates, all kinds of order, texts in three languages.
//!
//! `cargo run --release --example make-events -- 10000 > many.toml`

mod events;

use std::io::{self, BufWriter, Write};

fn main() -> io::Result<()> {
    let events = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(1_000);
    let mut out = BufWriter::new(io::stdout().lock());
    events::write(&mut out, events)?;
    out.flush()
}
