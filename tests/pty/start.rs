//! What there is at the start: terminals that are missing, poor or unknown, and files that are piped in.

use crate::session::{ANNALS, End, Session};
use std::fs;
use std::path::PathBuf;
use std::time::Duration;
use unicode_width::UnicodeWidthChar;

const SOON: Duration = Duration::from_secs(5);

/// A script that ends at once: its status, and what the terminal was sent.
fn check_refusal(script: &str, status: u32, told: &str) {
    let mut session = Session::script(script);
    assert_eq!(session.end(SOON), End::Status(status), "{script}: {}", session.text());
    assert!(session.text().contains(told), "{script}: {}", session.text());
    assert!(!session.bytes.contains(&b'\x1b'), "{script}: an escape was sent");
    session.assert_given_back();
}

#[test]
fn without_a_terminal_at_one_end_it_is_left_as_it_was() {
    // Nobody can read what is printed: no mode may have been changed for it.
    check_refusal(r#"exec "$0" >&-"#, 0, "");
    check_refusal(r#"exec setsid -w "$0" </dev/null"#, 2, "no terminal to read keys from");
    check_refusal(r#""$0" | cat"#, 0, "(visit; visit-ntt-data)");
    check_refusal(r#""$0" >/dev/full"#, 1, "No space left");
    check_refusal(r#""$0" list | head -1"#, 0, "Guiyang and its friends abroad");
}

#[test]
fn a_file_comes_through_a_pipe_and_keys_from_the_terminal() {
    let script = r#"printf 'format = 1\n[[event]]\nid = "a"\ntitle = "Piped in"\n[[event]]\nid = "b"\ntitle = "Second"\n' | "$0" -"#;
    let mut session = Session::script(script).ready();
    assert!(session.text().contains("Piped in"), "{}", session.text());
    assert!(session.press("j").contains("2 of 2"), "{}", session.text());
    session.keys("q");
    assert_eq!(session.end(SOON), End::Status(0));
    session.assert_given_back();
}

#[test]
fn a_terminal_of_any_name_just_runs() {
    let usual = Session::explorer().ready().text();
    for term in ["nonsense-42", "vt52", "xterm-kitty"] {
        assert_eq!(Session::run(&[ANNALS], (80, 24), &[("TERM", term)]).ready().text(), usual, "{term}");
    }
}

/// Signs that some terminals show in one column and others in two.
fn ambiguous(text: &str) -> Vec<char> {
    let columns = |c: &char| (c.width(), c.width_cjk());
    text.chars().filter(|c| columns(c).0 != columns(c).1).collect()
}

#[test]
fn a_terminal_that_shows_ambiguous_signs_wide_gets_none() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("wide/annals");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("config.toml"), "ambiguous = \"wide\"\n").expect("the file is written");
    let home = folder.with_file_name("").display().to_string();
    for (variables, has_some) in [(vec![], true), (vec![("XDG_CONFIG_HOME", home.as_str())], false)] {
        for language in ["zh", "en", "ja"] {
            let command = [ANNALS, "--fresh", "--lang", language];
            let mut session = Session::run(&command, (100, 30), &variables).ready();
            for keys in ["", "jjjj", "2", "3", "4", "?"] {
                let shown = session.press(keys);
                assert_eq!(!ambiguous(&shown).is_empty(), has_some, "{language} {keys}\n{shown}");
            }
        }
    }
}

#[test]
fn colours_are_as_many_as_the_terminal_says() {
    for (term, colorterm, expected) in [
        ("xterm", "", [false, false]),
        ("xterm-256color", "", [true, false]),
        ("xterm-256color", "truecolor", [false, true]),
        ("xterm", "24bit", [false, true]),
        ("xterm-direct", "", [false, true]),
        ("xterm", "yes", [false, false]),
    ] {
        let variables = [("TERM", term), ("COLORTERM", colorterm)];
        let session = Session::run(&[ANNALS, "--theme", "dark"], (80, 24), &variables).ready();
        let sent = String::from_utf8_lossy(&session.bytes).into_owned();
        let has = [";5;", ";2;"].map(|kind| sent.contains(&format!("38{kind}")) || sent.contains(&format!("48{kind}")));
        assert_eq!(has, expected, "{term} {colorterm}");
    }
}

#[test]
fn where_the_locale_is_not_utf_8_only_ascii_is_sent() {
    for variables in [[("LANG", "C"), ("LC_CTYPE", "")], [("LANG", "C.UTF-8"), ("LC_ALL", "C")]] {
        let mut session = Session::run(&[ANNALS, "--lang", "zh"], (80, 24), &variables).ready();
        session.press("j\t?");
        assert!(session.bytes.is_ascii(), "{variables:?}");
        assert!(session.text().contains('?'), "what cannot be shown: {}", session.text());
    }
    // The first of the three that is set has the word.
    for variables in [[("LANG", "C"), ("LC_CTYPE", "C.UTF-8")], [("LC_CTYPE", "C"), ("LC_ALL", "C.utf8")]] {
        let session = Session::run(&[ANNALS, "--lang", "zh"], (80, 24), &variables).ready();
        assert!(session.text().contains('贵'), "{variables:?}: {}", session.text());
    }
}

#[test]
fn what_is_missing_at_the_start_leaves_the_terminal_as_it_was() {
    // Too few open files for the signals: the guard stands, and nothing has been changed yet.
    for most in [6, 10, 14] {
        check_refusal(&format!(r#"ulimit -n {most}; exec "$0""#), 2, "Too many open files");
    }
}
