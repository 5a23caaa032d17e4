//! A long file: what it begins with is on the screen at once, keys are answered, and all of
//! it follows. And the log of where the time went.

use crate::session::{ANNALS, End, Session};
use std::fmt::Write as _;
use std::fs;
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
    let mut text = "format = 1\n".to_owned();
    for number in 0..600 {
        let note = "Something happened, and somebody wrote it down at length, so that the file is long. ".repeat(50);
        let year = if number == 599 { 1800 } else { 1900 };
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
fn who_leaves_a_long_file_before_it_is_read_comes_back_to_the_same_place() {
    let folder = folder("large-left");
    let (file, state) = (large(&folder), folder.display().to_string());
    let run = || Session::run(&[ANNALS, &file], (100, 30), &[("XDG_STATE_HOME", &state)]);
    let leave = |mut session: Session, keys: &str| {
        session.keys(keys);
        assert_eq!(session.end(SOON), End::Status(0));
    };
    let whole = |mut session: Session, place: &str| {
        session.wait("all events", |screen| screen.contents().contains("600 events"));
        session.wait("the place", |screen| screen.contents().contains(place));
        session
    };
    let mut first = whole(run(), "1 of 600");
    first.press("G");
    leave(first, "q");
    let mut early = run();
    early.wait("an event", |screen| screen.contents().contains("Event 0"));
    leave(early, "q");
    leave(whole(run(), "600 of 600"), "q");
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
fn a_log_that_is_no_file_is_none() {
    let folder = folder("no-log");
    let state = folder.display().to_string();
    fs::create_dir_all(folder.join("annals")).expect("a folder");
    let log = folder.join("annals/annals.log");
    let is_made = Command::new("mkfifo").arg(&log).status().expect("mkfifo").success();
    assert!(is_made);
    let mut session =
        Session::run(&[ANNALS, "--fresh"], (80, 24), &[("XDG_STATE_HOME", &state), ("ANNALS_LOG", "debug")]).ready();
    session.keys("q");
    assert_eq!(session.end(SOON), End::Status(0));
}
