//! Ctrl-Z and `fg`, as a shell with job control does them.

use crate::session::{ANNALS, End, Session, kill, state, text};
use rustix::process::Signal;
use std::{
    fs,
    time::{Duration, Instant},
};

/// A shell that runs the explorer as a job, says when it has stopped, and brings it back when told.
const SHELL: &str = r#"set -m; "$0"; echo "[stopped]"; read line; fg >/dev/null; echo "[ended $?]""#;

/// The process that a shell has started.
fn job(session: &Session) -> u32 {
    let shell = session.pid();
    let children = fs::read_to_string(format!("/proc/{shell}/task/{shell}/children")).unwrap_or_default();
    children.split_whitespace().next().and_then(|pid| pid.parse().ok()).expect("a job")
}

fn check(stop: impl Fn(&mut Session)) {
    let mut session = Session::script(SHELL).ready();
    let before = session.text();
    stop(&mut session);
    session.wait("word of the stop", |screen| !screen.alternate_screen() && screen.contents().contains("[stopped]"));
    session.assert_given_back();
    session.resize((90, 30));
    session.resize((80, 24));
    session.keys("\n");
    session.wait("whole frame", |screen| screen.alternate_screen() && text(screen) == before);
    session.settle();
    session.keys("q");
    session.wait("word of the end", |screen| screen.contents().contains("[ended 0]"));
    assert_eq!(session.end(Duration::from_secs(2)), End::Status(0));
    session.assert_given_back();
}

#[test]
fn the_key_stops_it_and_fg_repaints_all() {
    check(|session| session.keys("\x1a"));
}

#[test]
fn the_signal_does_the_same() {
    check(|session| kill(job(session), Signal::TSTP));
}

#[test]
fn the_size_is_read_again() {
    let mut session = Session::script(SHELL).ready();
    session.keys("\x1a");
    session.wait("word of the stop", |screen| screen.contents().contains("[stopped]"));
    session.resize((100, 30));
    session.keys("\n");
    let expected = Session::run(&[ANNALS], (100, 30), &[]).ready().text();
    session.wait("frame of the new size", |screen| screen.alternate_screen() && text(screen) == expected);
}

#[test]
fn a_signal_ends_it_while_it_is_stopped() {
    let mut session = Session::script(SHELL).ready();
    session.keys("\x1a");
    session.wait("word of the stop", |screen| screen.contents().contains("[stopped]"));
    // As a shell does it: the signal first, then the going on, in the background.
    let job = job(&session);
    kill(job, Signal::TERM);
    kill(job, Signal::CONT);
    let deadline = Instant::now() + Duration::from_secs(10);
    while state(job).is_some_and(|state| state != 'Z') {
        assert!(Instant::now() < deadline, "it goes on in state {:?}", state(job));
        session.pump(Duration::from_millis(5));
    }
    session.assert_given_back();
}

#[test]
fn after_a_stop_that_cannot_be_caught_all_is_repainted() {
    let mut session = Session::explorer().ready();
    let before = session.bytes.len();
    session.signal(Signal::STOP);
    session.signal(Signal::CONT);
    session.settle();
    let again = String::from_utf8_lossy(&session.bytes[before..]).into_owned();
    assert!(again.contains("\x1b[?1049h") && again.contains("\x1b[2J"), "{again:?}");
}

#[test]
fn without_a_shell_to_bring_it_back_the_key_does_no_harm() {
    let mut session = Session::explorer().ready();
    let before = session.text();
    assert_eq!(session.press("\x1a"), before);
    session.keys("q");
    assert_eq!(session.end(Duration::from_secs(2)), End::Status(0));
}
