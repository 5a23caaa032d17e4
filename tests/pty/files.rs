//! Files that change under the explorer, and the editor that changes them.

use crate::session::{ANNALS, End, Session};
use rustix::process::Signal;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const SOON: Duration = Duration::from_secs(2);

/// A file of one event with this title, by a name of the test's own.
fn file(name: &str, title: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text(title)).expect("the test's folder can be written");
    path
}

fn text(title: &str) -> String {
    format!(
        "format = 1\n\n[[event]]\nid = \"a\"\ntitle = \"{title}\"\ncategory = \"c\"\n[[category]]\nid = \"c\"\nname = \"c\"\n"
    )
}

fn explore(path: &Path, variables: &[(&str, &str)]) -> Session {
    Session::run(&[ANNALS, path.to_str().expect("UTF-8")], (80, 24), variables).ready()
}

fn wait_for(session: &mut Session, title: &str) {
    session.wait(title, |screen| screen.contents().contains(title));
}

#[test]
fn a_saved_file_is_shown_however_it_was_saved() {
    let path = file("saved.toml", "As it was");
    let mut session = explore(&path, &[]);
    wait_for(&mut session, "As it was");
    fs::write(&path, text("Written in place")).expect("written");
    wait_for(&mut session, "Written in place");
    let other = file("saved.toml.new", "Replaced by another");
    fs::rename(other, &path).expect("replaced");
    wait_for(&mut session, "Replaced by another");
    wait_for(&mut session, "The file has changed");
    fs::write(&path, "format = 1\n[[event]\n").expect("written");
    wait_for(&mut session, "! ");
    assert!(session.text().contains("Replaced by another"), "{}", session.text());
    fs::remove_file(&path).expect("removed");
    wait_for(&mut session, "cannot be read");
    fs::write(&path, text("Here again")).expect("written");
    wait_for(&mut session, "Here again");
    session.keys("q");
    assert_eq!(session.end(SOON), End::Status(0));
    session.assert_given_back();
}

#[test]
fn the_editor_gets_the_terminal_and_gives_it_back() {
    let path = file("edited.toml", "Before");
    let editor = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("vi");
    let script = "#!/bin/sh\n[ \"$1\" = +4 ] || exit 3\nstty -a | grep -q ' icanon' || exit 4\n\
                  printf 'in the editor: '; read line\nsed -i s/Before/Afterwards/ \"$2\"\n";
    fs::write(&editor, script).expect("written");
    fs::set_permissions(&editor, std::os::unix::fs::PermissionsExt::from_mode(0o755)).expect("made executable");
    let mut session = explore(&path, &[("EDITOR", editor.to_str().expect("UTF-8"))]);
    session.keys("e");
    session.wait("the editor", |screen| !screen.alternate_screen() && screen.contents().contains("in the editor"));
    // What interrupts is meant for the editor, not for the explorer behind it.
    session.signal(Signal::INT);
    session.keys("go on\n");
    wait_for(&mut session, "Afterwards");
    assert!(session.screen().alternate_screen());
    assert!(session.text().contains("1 of 1"), "{}", session.text());
    session.keys("q");
    assert_eq!(session.end(SOON), End::Status(0));
    session.assert_given_back();
}

#[test]
fn whoever_ends_it_need_not_wait_for_the_editor() {
    let path = file("left-open.toml", "Open");
    for (signal, name) in [(Signal::TERM, "Terminated"), (Signal::HUP, "Hangup")] {
        let mut session = explore(&path, &[("EDITOR", "echo in the editor; read line; echo")]);
        session.keys("e");
        session.wait("the editor", |screen| !screen.alternate_screen() && screen.contents().contains("in the editor"));
        session.signal(signal);
        assert_eq!(session.end(SOON), End::Signal(name.to_owned()));
        session.assert_given_back();
    }
}

#[test]
fn what_is_no_file_any_more_is_not_waited_for() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("replaced");
    fs::remove_dir_all(&folder).unwrap_or_default();
    fs::create_dir_all(&folder).expect("the test's folder can be written");
    let path = file("replaced/events.toml", "As it was");
    let mut session = explore(&path, &[]);
    let other = ["mkfifo FILE", "mkdir FILE", "ln -s /dev/zero FILE", "ln -s FILE FILE"];
    for (made, title) in other.into_iter().zip(["A pipe", "A folder", "A device", "A loop"]) {
        let script = format!("rm -rf FILE && {made}").replace("FILE", "\"$0\"");
        assert!(Command::new("sh").args(["-c", &script]).arg(&path).status().expect("a shell").success(), "{made}");
        wait_for(&mut session, "cannot be read");
        session.press("j");
        // What was read stays, until there is a file again.
        let written = file("replaced/new.toml", title);
        assert!(Command::new("rm").arg("-rf").arg(&path).status().expect("rm").success());
        fs::rename(written, &path).expect("the file is there again");
        wait_for(&mut session, title);
    }
    session.keys("q");
    assert_eq!(session.end(SOON), End::Status(0));
    session.assert_given_back();
}

#[test]
fn an_editor_that_fails_is_told() {
    let path = file("failed.toml", "Unchanged");
    let mut session = explore(&path, &[("VISUAL", "false")]);
    session.keys("e");
    wait_for(&mut session, "The editor failed: exit status: 1");
    wait_for(&mut session, "Unchanged");
}

#[test]
fn the_built_in_chronology_is_not_edited() {
    let mut session = Session::explorer().ready();
    session.keys("e");
    wait_for(&mut session, "annals new --copy");
}
