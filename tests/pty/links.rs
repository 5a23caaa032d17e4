//! Links are sent where they can do no harm, and none is left open.

use crate::session::{ANNALS, End, Session};
use rustix::process::Signal;
use std::fs;
use std::path::Path;
use std::time::Duration;

const SOON: Duration = Duration::from_secs(5);

const OPEN: &str = "\x1b]8;id=1;";
const CLOSE: &str = "\x1b]8;;\x1b\\";

/// A tall terminal with the page of an event whose source has an address.
fn session(arguments: &[&str], variables: &[(&str, &str)]) -> Session {
    let command = [&[ANNALS, "--at", "masks-palmerston-north"], arguments].concat();
    Session::run(&command, (100, 60), variables).ready()
}

fn sent(session: &Session) -> String {
    String::from_utf8_lossy(&session.bytes).into_owned()
}

#[test]
fn a_terminal_that_can_show_links_is_sent_them() {
    let mut session = session(&[], &[]);
    let sent_first = sent(&session);
    assert!(sent_first.contains(&format!("{OPEN}https://www.pncc.govt.nz/news-events/")), "{sent_first:?}");
    assert_eq!(sent_first.matches(OPEN).count(), sent_first.matches(CLOSE).count(), "each is closed");
    session.press("q");
    assert_eq!(session.end(SOON), End::Status(0));
    session.assert_given_back();
}

#[test]
fn no_link_is_left_open_whatever_ends_the_program() {
    for signal in [Signal::TERM, Signal::HUP] {
        let mut session = session(&[], &[]);
        let before = session.bytes.len();
        session.signal(signal);
        session.end(SOON);
        let last = String::from_utf8_lossy(&session.bytes[before..]).into_owned();
        assert!(last.contains(&format!("\x18{CLOSE}")), "{last:?}");
        session.assert_given_back();
    }
}

#[test]
fn a_terminal_that_may_not_know_them_is_sent_none() {
    let terms = ["linux", "screen", "screen-256color", "vt100"].map(|term| (vec![], vec![("TERM", term)]));
    let others = [(vec!["--ascii"], vec![]), (vec!["--guest"], vec![]), (vec![], vec![("LANG", "C")])];
    for (arguments, variables) in terms.into_iter().chain(others) {
        let mut session = session(&arguments, &variables);
        assert!(session.text().contains("https://www.pncc.govt.nz/"), "the address itself is shown");
        session.press("q");
        assert_eq!(session.end(SOON), End::Status(0));
        assert!(!sent(&session).contains("\x1b]"), "{arguments:?} {variables:?}");
    }
}

#[test]
fn a_hostile_address_is_text() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile-links.toml");
    let addresses = [
        r"https://a.org/\u001b\\\u001b[2J",
        r"https://a.org/\u0007x",
        r"https://a.org/\u009c",
        r"https://a.org/\u202egro",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://a.org/贵阳",
    ];
    let sources =
        addresses.iter().enumerate().map(|(at, url)| format!("[[source]]\nid = \"s{at}\"\nurl = \"{url}\"\n"));
    let ids: Vec<String> = (0..addresses.len()).map(|at| format!("\"s{at}\"")).collect();
    let event = format!("[[event]]\nid = \"e\"\ntitle = \"E\"\nsources = [{}]\n", ids.join(", "));
    fs::write(&file, format!("format = 1\n{}{event}", sources.collect::<String>())).expect("a file");
    let session = Session::run(&[ANNALS, &file.to_string_lossy()], (100, 60), &[]).ready();
    assert!(session.text().contains("a.org/<U+202E>gro"), "{}", session.text());
    assert!(!sent(&session).contains("\x1b]"), "{}", session.text());
}
