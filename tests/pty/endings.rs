//! Every way to end gives the terminal back, and the exit status tells the truth.

use crate::session::{ANNALS, End, Session, kill, processor_time, state};
use rustix::process::Signal;
use std::process::Command;
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
        (Signal::ABORT, "Aborted"),
        (Signal::ALARM, "Alarm clock"),
        (Signal::PROF, "Profiling timer expired"),
        (Signal::USR1, "User defined signal 1"),
        (Signal::USR2, "User defined signal 2"),
        (Signal::VTALARM, "Virtual timer expired"),
        (Signal::TRAP, "Trace/breakpoint trap"),
        (Signal::SYS, "Bad system call"),
    ];
    for (signal, name) in rows {
        let mut session = Session::explorer().ready();
        session.signal(signal);
        assert_eq!(session.end(SOON), End::Signal(name.to_owned()));
        session.assert_given_back();
    }
}

#[test]
fn a_signal_that_few_know_gives_the_terminal_back_too() {
    // SIGSTKFLT, SIGIO, SIGPWR.
    for signal in [16, 29, 30] {
        let mut session = Session::explorer().ready();
        let sent = Command::new("kill").args([format!("-{signal}"), session.pid().to_string()]).status();
        assert!(sent.expect("kill").success());
        assert_eq!(session.end(SOON), End::Status(128 + signal));
        session.assert_given_back();
    }
}

#[test]
fn a_signal_or_a_lost_terminal_ends_it_whatever_is_on_the_screen() {
    for keys in ["/gu", "/gu\x1b[Z", "f", "p", "pp", "w", "!", "?", "a", "3", "4", "2020"] {
        let mut session = Session::explorer().ready();
        session.press(keys);
        session.signal(Signal::TERM);
        assert_eq!(session.end(SOON), End::Signal("Terminated".to_owned()), "{keys:?}");
        session.assert_given_back();
        let mut session = Session::script(r#"trap "" HUP; exec "$0""#).ready();
        session.press(keys);
        session.hang_up();
        assert_eq!(session.end_unread(SOON), End::Signal("Hangup".to_owned()), "{keys:?}");
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

fn check_stalled(end: impl FnOnce(&mut Session), name: &str) -> Session {
    let mut session = Session::run(&[ANNALS], (300, 100), &[]).ready().stalled();
    end(&mut session);
    assert_eq!(session.end_stalled(SOON), End::Signal(name.to_owned()));
    session
}

#[test]
fn a_terminal_that_does_not_read_does_not_keep_it() {
    // Those of the keyboard may be meant for an editor, and so are looked at more closely.
    for (signal, name) in [(Signal::TERM, "Terminated"), (Signal::INT, "Interrupt"), (Signal::QUIT, "Quit")] {
        let mut session = check_stalled(|session| session.signal(signal), name);
        session.settle();
        session.assert_given_back();
    }
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
