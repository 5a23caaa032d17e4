//! Every way to end gives the terminal back, and the exit status tells the truth.

use crate::session::{ANNALS, End, Session, kill, processor_time, state};
use rustix::process::Signal;
use std::time::{Duration, Instant};

const SOON: Duration = Duration::from_secs(2);

#[test]
fn the_quit_key_ends_well() {
    let mut session = Session::explorer().ready();
    session.keys("q");
    assert_eq!(session.end(SOON), End::Status(0));
    session.assert_given_back();
}

#[test]
fn each_signal_gives_the_terminal_back_and_is_what_it_dies_of() {
    let rows = [
        (Signal::TERM, "Terminated"),
        (Signal::HUP, "Hangup"),
        (Signal::INT, "Interrupt"),
        (Signal::QUIT, "Quit"),
        (Signal::XCPU, "CPU time limit exceeded"),
    ];
    for (signal, name) in rows {
        let mut session = Session::explorer().ready();
        session.signal(signal);
        assert_eq!(session.end(SOON), End::Signal(name.to_owned()));
        session.assert_given_back();
    }
}

#[test]
fn a_lost_terminal_ends_it_within_a_second_without_spinning() {
    for script in [r#"exec "$0""#, r#"trap "" HUP; exec "$0""#, r#"exec "$0" </dev/null"#] {
        let mut session = Session::script(script).ready();
        session.hang_up();
        let pid = session.pid();
        let deadline = Instant::now() + Duration::from_secs(1);
        while state(pid).is_some_and(|state| state != 'Z') {
            assert!(Instant::now() < deadline, "it goes on: {script}");
            std::thread::yield_now();
        }
        assert!(processor_time(pid).is_none_or(|time| time < 20), "it span: {script}");
        assert_eq!(session.end_unread(SOON), End::Signal("Hangup".to_owned()), "{script}");
    }
}

/// A session whose terminal is full, since nobody reads it.
fn stalled() -> Session {
    let mut session = Session::run(&[ANNALS], (300, 100), &[]).ready();
    // Every size is a whole frame, until one does not fit any more.
    for turn in 0..30 {
        session.resize((300 - turn % 2, 100));
        let deadline = Instant::now() + Duration::from_millis(20);
        while Instant::now() < deadline && state(session.pid()) != Some('S') {}
    }
    session
}

fn check_stalled(end: impl FnOnce(&mut Session), name: &str) -> Session {
    let mut session = stalled();
    end(&mut session);
    let deadline = Instant::now() + SOON;
    while state(session.pid()).is_some_and(|state| state != 'Z') {
        assert!(Instant::now() < deadline, "it goes on");
        std::thread::yield_now();
    }
    assert_eq!(session.end_unread(SOON), End::Signal(name.to_owned()));
    session
}

#[test]
fn a_terminal_that_does_not_read_does_not_keep_it() {
    let mut session = check_stalled(|session| session.signal(Signal::TERM), "Terminated");
    session.settle();
    session.assert_given_back();
}

#[test]
fn a_terminal_that_does_not_read_and_then_goes_ends_it() {
    check_stalled(Session::hang_up, "Hangup");
}

#[test]
fn a_terminal_without_escapes_is_told_so_in_one_line() {
    for term in ["dumb", ""] {
        let mut session = Session::run(&[ANNALS], (80, 24), &[("TERM", term)]);
        assert_eq!(session.end(SOON), End::Status(2), "TERM={term}");
        let text = String::from_utf8_lossy(&session.bytes).into_owned();
        assert!(text.contains("annals list") && text.matches('\n').count() == 1 && !text.contains('\x1b'), "{text:?}");
        session.assert_given_back();
    }
}

#[test]
fn a_signal_ends_it_even_while_it_is_stopped() {
    let mut session = Session::explorer().ready();
    session.signal(Signal::STOP);
    session.signal(Signal::TERM);
    kill(session.pid(), Signal::CONT);
    assert_eq!(session.end(SOON), End::Signal("Terminated".to_owned()));
    session.assert_given_back();
}
