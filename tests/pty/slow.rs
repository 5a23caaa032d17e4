//! Terminals that read slowly: frames are left out, never queued.

use crate::session::{ANNALS, Session, state};
use std::time::{Duration, Instant};

/// A key and what it is held for: as fast as keyboards repeat it, for two seconds.
const DOWN: &str = "\x1b[B";
const REPEAT: Duration = Duration::from_millis(33);
const HELD: u32 = 60;

/// A line of 100 kbit/s.
const BYTES_PER_SECOND: f64 = 12_500.0;

fn chinese() -> Session {
    Session::run(&[ANNALS, "--lang", "zh"], (120, 40), &[]).ready()
}

/// The screen after so many keys, when all has been read at once.
fn at_leisure(keys: &str) -> String {
    chinese().press(keys)
}

#[test]
fn a_held_key_has_its_last_answer_soon() {
    let mut session = chinese();
    let expected = at_leisure(&DOWN.repeat(HELD as usize));
    let (begin, before) = (Instant::now(), session.bytes.len());
    let mut pressed = 0;
    // As many bytes are read as such a line would have brought so far.
    while begin.elapsed() < REPEAT * HELD || session.text() != expected {
        if pressed < HELD && begin.elapsed() >= REPEAT * pressed {
            session.keys(DOWN);
            pressed += 1;
        }
        let allowed = begin.elapsed().as_secs_f64() * BYTES_PER_SECOND;
        if ((session.bytes.len() - before) as f64) < allowed {
            session.pump(Duration::from_millis(5));
        } else {
            std::thread::yield_now();
        }
        let late = begin.elapsed().saturating_sub(REPEAT * HELD);
        assert!(late < Duration::from_millis(1300), "{late:?} after the key was let go:\n{}", session.text());
    }
}

#[test]
fn what_is_not_read_is_not_painted() {
    let mut session = chinese();
    let expected = at_leisure("g");
    let before = session.bytes.len();
    // Each pair would repaint list and page twice.
    for key in ["G", "g"].repeat(100) {
        session.keys(key);
        let given = Instant::now();
        while state(session.pid()) != Some('S') && given.elapsed() < Duration::from_secs(1) {}
    }
    // On a busy machine the last picture may be long in coming.
    let given = Instant::now();
    while session.text() != expected && given.elapsed() < Duration::from_secs(10) {
        session.settle();
    }
    assert_eq!(session.text(), expected);
    let sent = session.bytes.len() - before;
    assert!(sent < 50_000, "{sent} bytes");
}
