//! A long file: what it begins with is on the screen at once, keys are answered, and all of
//! it follows. And the log of where the time went.

use crate::session::{ANNALS, End, Session};
use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const SOON: Duration = Duration::from_secs(2);

/// A folder of the test's own, empty.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::remove_dir_all(&folder).unwrap_or_default();
    fs::create_dir_all(&folder).expect("the test's folder can be written");
    folder
}

/// A file of more than 2 MB whose last event comes first in order.
fn large(folder: &Path) -> String {
    larger(folder, 600)
}

/// The same of so many events. Ten times as many take longer to be read than keys wait for them.
fn larger(folder: &Path, events: usize) -> String {
    let mut text = "format = 1\n".to_owned();
    for number in 0..events {
        let note = "Something happened, and somebody wrote it down at length, so that the file is long. ".repeat(50);
        let year = if number == events - 1 { 1800 } else { 1900 };
        write!(
            text,
            "[[event]]\nid = \"e{number}\"\ntitle = \"Event {number}\"\nsummary = \"{note}\"\ndate = \"{year}\"\n"
        )
        .expect("memory");
    }
    let file = folder.join("large.toml");
    fs::write(&file, text).expect("the file is written");
    file.display().to_string()
}

/// A file of more than 4 MB of sources, and what follows them.
fn long_before(folder: &Path, end: &str) -> String {
    let note = "A long note. ".repeat(150);
    let source = |number| format!("[[source]]\nid = \"s{number}\"\ntitle = \"Source {number}\"\nnote = \"{note}\"\n");
    let sources: String = (0..2_000).map(source).collect();
    let file = folder.join("late.toml");
    fs::write(&file, format!("format = 1\n{sources}{end}")).expect("the file is written");
    file.display().to_string()
}

#[test]
fn a_long_file_is_shown_from_its_beginning_and_then_whole() {
    let folder = folder("large");
    let mut session = Session::run(&[ANNALS, &large(&folder)], (100, 30), &[]);
    session.wait("an event", |screen| screen.contents().contains("Event 0"));
    session.wait("all events", |screen| screen.contents().contains("600 events"));
    session.wait("the first of all", |screen| screen.contents().contains("1 of 600"));
    assert!(session.text().contains("Event 599"), "the first in order is selected");
    session.keys("/599\r");
    session.wait("the answer", |screen| screen.contents().contains("1 certainly"));
    session.keys("q");
    assert_eq!(session.end(SOON), End::Status(0));
}

#[test]
fn who_steps_on_before_all_is_read_stays_at_the_event() {
    let folder = folder("large-step");
    let mut session = Session::run(&[ANNALS, "--fresh", &larger(&folder, 6_000)], (100, 30), &[]);
    session.wait("an event", |screen| screen.contents().contains("Event 0"));
    session.keys("j");
    session.wait("the next", |screen| screen.contents().contains("2 of "));
    assert!(session.text().contains("more to come"), "{}", session.text());
    session.wait("the same among all", |screen| screen.contents().contains("3 of 6000"));
    session.keys("q");
    assert_eq!(session.end(SOON), End::Status(0));
}

#[test]
fn who_leaves_a_long_file_before_it_is_read_comes_back_to_the_same_place() {
    let folder = folder("large-left");
    let (file, state) = (larger(&folder, 6_000), folder.display().to_string());
    let run = || Session::run(&[ANNALS, &file], (100, 30), &[("XDG_STATE_HOME", &state)]);
    let leave = |mut session: Session, keys: &str| {
        session.keys(keys);
        assert_eq!(session.end(SOON), End::Status(0));
    };
    let whole = |mut session: Session, place: &str| {
        session.wait("all events", |screen| screen.contents().contains("6000 events"));
        session.wait("the place", |screen| screen.contents().contains(place));
        session
    };
    let mut first = whole(run(), "1 of 6000");
    first.press("G");
    leave(first, "q");
    let mut early = run();
    early.wait("an event", |screen| screen.contents().contains("Event 0"));
    leave(early, "q");
    leave(whole(run(), "6000 of 6000"), "q");
}

#[test]
fn a_long_file_without_an_event_in_its_beginning_is_shown_before_it_is_read() {
    let folder = folder("large-late");
    let file = long_before(&folder, "[[event]]\nid = \"late\"\ntitle = \"Late\"\ndate = \"1900\"\n");
    let mut session = Session::run(&[ANNALS, "--fresh", &file], (100, 30), &[]);
    session.wait("the event", |screen| screen.contents().contains("1 of 1"));
    let shown = String::from_utf8_lossy(&session.bytes);
    assert!(shown.contains("No event has been read yet."), "{shown}");
    session.keys("q");
    assert_eq!(session.end(SOON), End::Status(0));
}

#[test]
fn a_long_file_without_any_event_is_refused_as_a_short_one_is() {
    let folder = folder("large-none");
    let file = long_before(&folder, "[[evnt]]\n");
    let mut session = Session::run(&[ANNALS, "--fresh", &file], (100, 30), &[]);
    assert_eq!(session.end(SOON), End::Status(1));
    assert!(session.text().contains("found the key `evnt`"), "{}", session.text());
}

#[test]
fn what_is_asked_for_is_gone_to_as_soon_as_it_is_read() {
    let folder = folder("large-at");
    let file = large(&folder);
    let more = "[[tour]]\nid = \"t\"\ntitle = \"A tour\"\nsteps = [{ event = \"e301\" }, { event = \"e5\" }]\n";
    fs::write(&file, fs::read_to_string(&file).expect("the file") + more).expect("the file is written");
    for (arguments, place) in [
        (&["--at", "e300"][..], "302 of 600"),
        (&["--at", "e3"], "5 of 600"),
        (&["--at", "1800"], "1 of 600"),
        (&["--at", "1900"], "2 of 600"),
        (&["--tour", "t"], "A tour"),
    ] {
        let mut session = Session::run(&[&[ANNALS, &file], arguments].concat(), (100, 30), &[]);
        session.wait("the place", |screen| {
            screen.contents().contains(place) && !screen.contents().contains("more to come")
        });
        let shown = String::from_utf8_lossy(&session.bytes);
        assert!(shown.contains("more to come"), "{arguments:?}: the beginning is shown before");
        session.keys("qq");
        assert_eq!(session.end(SOON), End::Status(0));
    }
    for (arguments, word) in [(["--at", "e9999"], "no event has the id"), (["--tour", "x"], "no tour has the id")] {
        let mut session = Session::run(&[&[ANNALS, file.as_str()], &arguments[..]].concat(), (100, 30), &[]);
        assert_eq!(session.end(SOON), End::Status(1));
        assert!(session.text().contains(word), "{}", session.text());
    }
}

#[test]
fn a_file_that_goes_while_it_is_read_is_still_read_to_its_end() {
    let folder = folder("large-gone");
    let file = large(&folder);
    let mut session = Session::run(&[ANNALS, "--fresh", &file], (100, 30), &[]);
    session.wait("an event", |screen| screen.contents().contains("Event 0"));
    fs::remove_file(&file).expect("the file was there");
    session.wait("all events", |screen| screen.contents().contains("600 events"));
    session.wait("a word", |screen| screen.contents().contains("cannot be read"));
    session.keys("q");
    assert_eq!(session.end(SOON), End::Status(0));
}

#[test]
fn the_log_tells_of_the_start_and_of_each_key_and_never_on_the_screen() {
    let folder = folder("log");
    let log = folder.join("annals/annals.log");
    let state = folder.display().to_string();
    let run = |variables: &[(&str, &str)]| {
        let mut session = Session::run(&[ANNALS, "--fresh"], (80, 24), variables).ready();
        let shown = session.text();
        session.keys("j");
        session.settle();
        session.keys("q");
        assert_eq!(session.end(SOON), End::Status(0));
        shown
    };
    let plain = run(&[("XDG_STATE_HOME", &state)]);
    assert!(!log.exists(), "nothing is written unless it is asked for");
    let logged = run(&[("XDG_STATE_HOME", &state), ("ANNALS_LOG", "debug")]);
    assert_eq!(logged, plain);
    let log = fs::read_to_string(log).expect("a log");
    for step in
        ["read{bytes=", "order: close", "draw:frame:paint: close", "draw:send{bytes=", "press{key=Char('j') action="]
    {
        assert!(log.contains(step), "{step} in {log}");
    }
    assert!(log.lines().all(|line| line.contains(" time.busy=")), "{log}");
}

#[test]
fn a_log_that_cannot_be_written_is_lost_without_a_word_on_the_screen() {
    let state = folder("full-log").display().to_string();
    let full = "trap '' XFSZ; ulimit -f 0; exec \"$0\" --fresh";
    let variables = [("XDG_STATE_HOME", state.as_str()), ("ANNALS_LOG", "debug")];
    let mut session = Session::run(&["sh", "-c", full, ANNALS], (80, 24), &variables).ready();
    session.keys("j");
    session.settle();
    let sent = String::from_utf8_lossy(&session.bytes).into_owned();
    assert!(!sent.contains("tracing"), "{sent}");
    session.keys("q");
    assert_eq!(session.end(SOON), End::Status(0));
}

#[test]
fn a_log_that_is_no_file_is_none() {
    let folder = folder("no-log");
    let state = folder.display().to_string();
    fs::create_dir_all(folder.join("annals")).expect("a folder");
    let log = folder.join("annals/annals.log");
    let run = || {
        let variables = [("XDG_STATE_HOME", state.as_str()), ("ANNALS_LOG", "debug")];
        let mut session = Session::run(&[ANNALS, "--fresh"], (80, 24), &variables).ready();
        session.keys("q");
        assert_eq!(session.end(SOON), End::Status(0));
        assert!(String::from_utf8_lossy(&session.bytes).contains("it is a link, or no file"));
    };
    let is_made = Command::new("mkfifo").arg(&log).status().expect("mkfifo").success();
    assert!(is_made);
    run();
    fs::remove_file(&log).expect("the pipe goes");
    let other = folder.join("other");
    fs::write(&other, "kept").expect("a file");
    symlink(&other, &log).expect("a link");
    run();
    assert_eq!(fs::read_to_string(&other).expect("the file"), "kept");
}

#[test]
fn a_log_is_asked_for_in_any_letters_and_nothing_else_is_silently_no_log() {
    for (value, is_log, is_told) in [("Debug", true, false), ("", false, false), ("tr\u{9b}ace", false, true)] {
        let folder = folder("asked-log");
        let state = folder.display().to_string();
        let variables = [("XDG_STATE_HOME", state.as_str()), ("ANNALS_LOG", value)];
        let mut session = Session::run(&[ANNALS, "--fresh"], (80, 24), &variables).ready();
        let shown = session.text();
        session.keys("q");
        assert_eq!(session.end(SOON), End::Status(0));
        assert_eq!(folder.join("annals/annals.log").exists(), is_log, "{value}");
        let sent = String::from_utf8_lossy(&session.bytes).into_owned();
        let told = sent.find("expected `debug`: no log is written");
        assert_eq!(told.is_some(), is_told, "{value}");
        assert!(told < sent.find("\x1b[?1049h"), "it is told before the explorer has the screen");
        assert!(!shown.contains("ANNALS_LOG") && !sent.contains('\u{9b}'), "{shown}");
    }
}
