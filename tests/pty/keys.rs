//! Keys, sizes and silence on the wire.

use crate::session::{ANNALS, End, Session, text};
use std::time::Duration;

const DOWN: &str = "\x1b[B";
const SOON: Duration = Duration::from_secs(2);

#[test]
fn an_arrow_cut_in_two_is_an_arrow() {
    for (first, wait, second) in [("\x1b", 5, "[B"), ("\x1b[", 100, "B"), ("\x1b", 150, "[B")] {
        let mut session = Session::explorer().ready();
        let start = session.text();
        let below = session.press(DOWN);
        assert_ne!(below, start);
        assert_eq!(session.press("\x1b[A"), start);
        session.keys(first);
        session.pump(Duration::from_millis(wait));
        assert_eq!(session.press(second), below, "{first:?}, {wait} ms, {second:?}");
    }
}

#[test]
fn a_flood_of_keys_is_few_frames() {
    let mut session = Session::explorer().ready();
    let before = session.bytes.len();
    session.keys(&DOWN.repeat(1000));
    session.keys("q");
    assert_eq!(session.end(5 * SOON), End::Status(0));
    let sent = session.bytes.len() - before;
    assert!(sent < 50_000, "{sent} bytes");
    session.assert_given_back();
}

#[test]
fn nothing_is_sent_while_nothing_happens() {
    let mut session = Session::explorer().ready();
    let before = session.bytes.len();
    assert!(!session.pump(Duration::from_millis(1500)));
    // A key that changes nothing sends nothing either.
    session.press("\x1b[A");
    session.press("\x1b[A");
    let after = session.bytes.len();
    session.press("\x1b[A");
    assert_eq!((before, session.bytes.len()), (after, after));
}

#[test]
fn keys_typed_before_the_first_frame_count() {
    let mut patient = Session::explorer().ready();
    let below = patient.press(DOWN);
    let mut hasty = Session::script(r#"read line; exec "$0""#);
    hasty.keys("go\n\x1b[B");
    assert_eq!(hasty.ready().text(), below);
}

#[test]
fn a_storm_of_sizes_ends_in_the_last_one() {
    let mut session = Session::explorer().ready();
    for turn in 0..60 {
        session.resize((60 + turn, 20 + turn % 7));
    }
    session.resize((100, 30));
    let expected = Session::run(&[ANNALS], (100, 30), &[]).ready().text();
    session.wait("frame of the last size", |screen| text(screen) == expected);
    session.keys("q");
    assert_eq!(session.end(SOON), End::Status(0));
}

#[test]
fn no_size_is_too_small_or_too_large() {
    let mut session = Session::explorer().ready();
    for size in [(1, 1), (0, 0), (1, 500), (1000, 1), (2, 2), (40, 10), (0, 24), (80, 0), (1000, 500), (80, 24)] {
        session.resize(size);
        session.press("jk");
    }
    let expected = Session::explorer().ready().text();
    session.wait("frame of the last size", |screen| text(screen) == expected);
    session.keys("q");
    assert_eq!(session.end(SOON), End::Status(0));
    session.assert_given_back();
}

#[test]
fn a_size_that_no_memory_holds_is_bounded() {
    let mut session = Session::script(r#"stty cols 65535 rows 65535 && exec "$0""#).ready();
    session.keys("q");
    assert_eq!(session.end(5 * SOON), End::Status(0));
    session.assert_given_back();
}

#[test]
fn a_long_text_pasted_into_the_find_line_is_one_question() {
    let mut session = Session::explorer().ready();
    session.press("/");
    let before = session.bytes.len();
    session.keys(&format!("\x1b[200~{}\x1b[201~", "p y z ".repeat(10_000)));
    session.wait("pasted text", |screen| screen.contents().contains("p y z p y z"));
    session.settle();
    // One question is a few frames; one for each letter, or each piece of the paste, is many more bytes.
    let sent = session.bytes.len() - before;
    assert!(sent < 20_000, "{sent} bytes");
    session.keys("\r\x1b");
    session.settle();
    session.keys("q");
    assert_eq!(session.end(2 * SOON), End::Status(0));
}

#[test]
fn pasted_text_presses_no_keys() {
    let mut session = Session::explorer().ready();
    assert!(session.screen().bracketed_paste());
    let before = session.text();
    assert_eq!(session.press("\x1b[200~jjjq\x1b[201~"), before);
    session.keys("q");
    assert_eq!(session.end(SOON), End::Status(0));
}

#[test]
fn answers_that_nobody_asked_for_press_no_keys() {
    let mut session = Session::explorer().ready();
    let before = session.text();
    for answer in [
        "\x1b]11;rgb:0000/0000/0000\x1b\\",
        "\x1b]52;c;cXFx\x07",
        "\x1bP>|q(1)\x1b\\",
        "\x1bP1+r544e=71\x1b\\",
        "\x1b_Gi=1;q\x1b\\",
        "\x1b[?62;22c\x1b[?1u\x1b[24;80R\x1b[?2026;2$y",
        "\x1b[M qj\x1b[I\x1b[O",
    ] {
        assert_eq!(session.press(answer), before, "{answer:?}");
        let (first, second) = answer.split_at(5);
        session.keys(first);
        session.pump(Duration::from_millis(100));
        assert_eq!(session.press(second), before, "{first:?}, {second:?}");
    }
    assert_eq!(session.press(&format!("\x1b[{}q", "1;".repeat(1000))), before);
    session.keys("q");
    assert_eq!(session.end(SOON), End::Status(0));
}

#[test]
fn keys_come_from_the_terminal_when_standard_input_is_none() {
    let mut session = Session::script(r#"exec "$0" </dev/null"#).ready();
    let before = session.text();
    assert_ne!(session.press(DOWN), before);
    session.keys("q");
    assert_eq!(session.end(SOON), End::Status(0));
    session.assert_given_back();
}

/// The codes of all attributes that the explorer sends for its first frame.
fn attributes(arguments: &[&str], variables: &[(&str, &str)]) -> Vec<u32> {
    let command = [&[ANNALS], arguments].concat();
    let session = Session::run(&command, (80, 24), variables).ready();
    let text = String::from_utf8_lossy(&session.bytes).into_owned();
    let styles = text.split("\x1b[").filter_map(|rest| rest.split_once('m')).map(|(codes, _)| codes.to_owned());
    let styles = styles.filter(|codes| codes.bytes().all(|byte| byte.is_ascii_digit() || byte == b';'));
    styles.flat_map(|codes| codes.split(';').filter_map(|code| code.parse().ok()).collect::<Vec<u32>>()).collect()
}

#[test]
fn without_colours_no_colour_is_sent_but_bold_and_reverse() {
    for (arguments, variables, is_coloured) in [
        (&[][..], &[][..], true),
        (&[], &[("NO_COLOR", "1")], false),
        (&[], &[("NO_COLOR", "")], true),
        (&["--color", "never"], &[], false),
        (&["--color", "always"], &[("NO_COLOR", "1")], true),
    ] {
        let sent = attributes(arguments, variables);
        let is_color = |code: &u32| (30..50).contains(code) || (90..108).contains(code);
        assert_eq!(sent.iter().any(is_color), is_coloured, "{arguments:?} {variables:?}: {sent:?}");
        assert!([1, 7].iter().all(|code| sent.contains(code)), "{arguments:?} {variables:?}: {sent:?}");
    }
}

/// What may be told a terminal: attributes, cursor, erasing, moving lines, modes switched on and off.
const TOLD: &str = "mHGABCDJKLMSTXrhl";

#[test]
fn no_question_is_ever_sent() {
    let mut session = Session::explorer().ready();
    // Every lens, the find line, facets, a tour, problems, reasons, themes, languages, help, another size.
    for keys in [
        "jk", "/gu\r", "\x1b", "f", "\x1b", "p", "\x1b", "w", "\x1b", "!", "\x1b", "2", "3", "4", "1", "t", "L", "y",
        "?",
    ] {
        session.press(keys);
    }
    session.resize((100, 30));
    session.press("\x1bj");
    session.keys("q");
    assert_eq!(session.end(SOON), End::Status(0));
    let text = String::from_utf8_lossy(&session.bytes).into_owned();
    assert!(!text.contains(['\x05', '\u{90}', '\u{9a}', '\u{9b}', '\u{9d}']), "a question in one character");
    for sequence in text.split('\x1b').skip(1) {
        let is_told = if let Some(body) = sequence.strip_prefix('[') {
            let last = body.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ';' | '?')).chars().next();
            last.is_some_and(|last| TOLD.contains(last)) && !body.contains("?1000h")
        } else {
            // The clipboard is given a text, a link an address; the other end of both is `ESC \`.
            let is_text = sequence.starts_with("]52;") && !sequence.contains(";?");
            is_text || sequence.starts_with("]8;") || sequence.starts_with('\\')
        };
        assert!(is_told, "{sequence:?}");
    }
}
