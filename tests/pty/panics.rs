//! A panic in any thread gives the terminal back, tells its message on the user's own screen, and ends with 101.
//!
//! No key of the explorer panics, so these tests run themselves in a terminal, where they
//! take it as the explorer does and then panic.

use crate::session::{End, Session};
use annals::shell::terminal::{Dialect, Terminal};
use std::time::Duration;

/// Set where a test runs as the program in the terminal.
const INSIDE: &str = "ANNALS_TEST_INSIDE";

fn check(test: &str, panics: impl FnOnce()) {
    if std::env::var_os(INSIDE).is_some() {
        let mut terminal = Terminal::open(Dialect { hears_mouse: true, shows_links: true, ..Dialect::default() }, None)
            .expect("a terminal");
        terminal
            .draw(None, |_, buffer| {
                buffer.set_string(0, 0, "a frame", ratatui::style::Style::new());
                Vec::new()
            })
            .expect("a frame");
        terminal.next(None, &[]).expect("a key");
        panics();
        terminal.next(None, &[]).expect("never reached");
        return;
    }
    let program = std::env::current_exe().expect("this program");
    let command = [&*program.to_string_lossy(), "--exact", test, "--nocapture"];
    let mut session = Session::run(&command, (80, 24), &[(INSIDE, "1")]).ready();
    session.keys("x");
    assert_eq!(session.end(Duration::from_secs(2)), End::Status(101));
    session.assert_given_back();
    assert!(session.text().contains("all is lost"), "{}", session.text());
}

#[test]
fn a_panic_gives_the_terminal_back() {
    check("panics::a_panic_gives_the_terminal_back", || panic!("all is lost"));
}

#[test]
fn a_panic_in_another_thread_does_so_too() {
    check("panics::a_panic_in_another_thread_does_so_too", || {
        drop(std::thread::spawn(|| panic!("all is lost")).join());
    });
}
