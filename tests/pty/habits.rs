//! What a reader has got used to: the clipboard, and to find oneself where one was.

use crate::session::{ANNALS, End, Session};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

const SOON: Duration = Duration::from_secs(5);

/// A folder of its own for a test, empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("an old folder goes");
    }
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// The first row's number of the event that is selected when the explorer opens at home in a
/// folder, presses keys and leaves: "3 of 40" before the keys.
fn visit(home: &Path, arguments: &[&str], keys: &str) -> String {
    let home = home.to_string_lossy();
    let command: Vec<&str> = [ANNALS].iter().chain(arguments).copied().collect();
    let mut session = Session::run(&command, (100, 30), &[("HOME", &home), ("LANG", "en_GB.UTF-8")]).ready();
    let shown = session.text();
    session.press(keys);
    session.keys("q");
    assert_eq!(session.end(SOON), End::Status(0));
    session.assert_given_back();
    shown.lines().last().and_then(|status| status.rsplit("  ").next()).unwrap_or_default().trim().to_owned()
}

#[test]
fn each_chronology_opens_where_it_was_left() {
    let home = folder("places");
    let file = home.join("gifts.toml");
    let events: String =
        (0..9).map(|at| format!("[[event]]\nid = \"e{at}\"\ntitle = \"E{at}\"\ndate = \"200{at}\"\n")).collect();
    fs::write(&file, format!("format = 1\n{events}")).expect("a file");
    let file = file.to_string_lossy();
    assert_eq!(visit(&home, &[], "jjj"), "1 of 40");
    assert_eq!(visit(&home, &[&file], "j"), "1 of 9");
    assert_eq!(visit(&home, &[], ""), "4 of 40");
    assert_eq!(visit(&home, &[&file], ""), "2 of 9");
    assert_eq!(visit(&home, &["--at", "e4", &file], "G"), "5 of 9");
    assert_eq!(visit(&home, &["--fresh", &file], ""), "1 of 9");
    assert_eq!(visit(&home, &[&file], ""), "1 of 9");
}

#[test]
fn what_cannot_be_kept_is_no_error() {
    let home = folder("no-places");
    let kept = home.join(".local/state/annals");
    fs::create_dir_all(&kept).expect("a folder");
    for broken in ["{", "[{\"files\": [], \"event\": \"no such\", \"lens\": \"none\"}]", "\u{0}"] {
        fs::write(kept.join("places.json"), broken).expect("a file");
        assert_eq!(visit(&home, &[], "j"), "1 of 40", "{broken}");
    }
    assert_eq!(visit(&home, &[], ""), "2 of 40");
    fs::remove_dir_all(home.join(".local")).expect("it goes");
    // A file where a folder should be; and a home where nothing can be written.
    fs::write(home.join(".local"), "").expect("a file");
    assert_eq!(visit(&home, &[], "j"), "1 of 40");
    assert_eq!(visit(Path::new("/proc"), &[], "j"), "1 of 40");
}

#[test]
fn a_citation_goes_to_the_clipboard() {
    let mut session =
        Session::run(&[ANNALS, "--at", "masks-palmerston-north"], (100, 30), &[("LANG", "en_GB.UTF-8")]).ready();
    let shown = session.press("y");
    assert!(shown.contains("sent to the terminal"), "{shown}");
    let text = String::from_utf8_lossy(&session.bytes).into_owned();
    // It begins with “10, in base 64.
    assert!(text.contains("\x1b]52;c;4oCcMTAs") && text.contains("\x1b\\"), "{text:?}");
    assert_eq!(text.matches("\x1b]52").count(), 1);
}

#[test]
fn the_mouse_is_heard_only_when_asked_and_given_back() {
    let mut deaf = Session::explorer().ready();
    assert_eq!(deaf.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    deaf.keys("q");
    assert_eq!(deaf.end(SOON), End::Status(0));
    let mut session = Session::run(&[ANNALS, "--mouse"], (100, 30), &[("LANG", "en_GB.UTF-8")]).ready();
    assert_eq!(session.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::ButtonMotion);
    let before = session.text();
    let after = session.press("\x1b[<0;10;16M\x1b[<0;10;16m");
    assert_ne!(before, after);
    session.signal(rustix::process::Signal::TERM);
    session.end(SOON);
    session.assert_given_back();
    assert_eq!(session.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
}
