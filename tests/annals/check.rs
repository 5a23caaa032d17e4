//! `annals check`, `annals new` and `annals schema` from outside.

use crate::cli::{annals, file, run, told};
use annals::file::{RULES, schema};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::process::Stdio;

/// A file with an error, a warning and a note.
const FAULTY: &str = "format = 1\n[[category]]\nid = \"c\"\nname = \"c\"\n[[source]]\nid = \"s\"\ntitle = \"s\"\n\
                      [[event]]\nid = \"a\"\ntitle = \"a\"\ncategory = \"c\"\nsources = [\"s\"]\ndate = \"2020-13\"\n\
                      [[place]]\nid = \"p\"\nname = \"p\"\n";

/// Runs `check` with these arguments on a file of this name.
fn check(name: &str, text: &str, arguments: &[&str]) -> (String, Option<i32>) {
    let path = file(name, text.as_bytes());
    let arguments = [&["check", path.to_str().expect("UTF-8")], arguments].concat();
    let (text, errors, status) = told(&run(&arguments));
    assert_eq!(errors, "", "{arguments:?}");
    (text.replace(path.to_str().expect("UTF-8"), name), status)
}

#[test]
fn it_ends_with_a_count_and_a_status() {
    let last = |text: &str| text.lines().last().map(str::to_owned).unwrap_or_default();
    let (text, status) = check("counted.toml", FAULTY, &[]);
    assert_eq!((last(&text).as_str(), status), ("1 error, 1 warning, 1 note in 1 event", Some(1)));
    let warning = FAULTY.replace("2020-13", "2020-12");
    let (text, status) = check("warned.toml", &warning, &[]);
    assert_eq!((last(&text).as_str(), status), ("no errors, 1 warning, 1 note in 1 event", Some(0)));
    assert_eq!(check("warned.toml", &warning, &["--strict"]).1, Some(1));
    let note = warning.split("[[place]]").next().expect("a part");
    let (text, status) = check("noted.toml", note, &["--strict"]);
    assert_eq!((last(&text).as_str(), status), ("no errors, no warnings, 1 note in 1 event", Some(0)));
    assert_eq!(check("empty.toml", "format = 1\n", &[]), ("no problems in 0 events\n".to_owned(), Some(0)));
    let (text, errors, status) = told(&run(&["check"]));
    assert!(last(&text).starts_with("no errors, no warnings, "), "{text}");
    assert_eq!((errors.as_str(), status), ("", Some(0)));
}

#[test]
fn a_file_named_twice_is_refused_whatever_it_is_called() {
    let folder = file("named-twice.toml", FAULTY.as_bytes()).with_file_name("");
    let told_of =
        |arguments: &[&str]| told(&annals(arguments).current_dir(&folder).output().expect("the program runs"));
    let (text, errors, status) = told_of(&["check", "named-twice.toml", "named-twice.toml"]);
    assert_eq!((text.as_str(), status), ("", Some(1)));
    assert_eq!(errors, "annals: named-twice.toml: is named twice; name it once\n");
    for command in ["list", "check"] {
        let (_, errors, status) = told_of(&[command, "./named-twice.toml", "nowhere", "named-twice.toml"]);
        let same = "annals: named-twice.toml: is the same file as ./named-twice.toml; name it once\n";
        assert!(errors.starts_with("annals: nowhere: ") && errors.ends_with(same), "{errors}");
        assert_eq!(status, Some(1));
    }
    let (text, ..) = told_of(&["check", "--format", "short", "named-twice.toml", "named-twice.toml"]);
    assert_eq!(text, "named-twice.toml:1:1: error[unreadable]: is named twice; name it once\n");
    // What is refused for that is not looked into.
    let (_, errors, _) = told_of(&["list", ".", "."]);
    let told: Vec<&str> = errors.lines().collect();
    assert!(told[0].starts_with("annals: .: is a folder; "), "{errors}");
    assert_eq!(told[1..], ["annals: .: is named twice; name it once"]);
    // Another file may hold the same.
    file("named-once.toml", FAULTY.as_bytes());
    let (_, errors, _) = told_of(&["list", "named-twice.toml", "named-once.toml"]);
    assert!(!errors.contains("name it once") && errors.contains("error[duplicate-id]"), "{errors}");
}

#[test]
fn short_is_a_line_for_each_problem() {
    let (text, status) = check("short.toml", FAULTY, &["--format", "short"]);
    let lines = "short.toml:9:6: note[single-source]: `a` rests on the source `s` alone\n\
                 short.toml:13:14: error[bad-date]: `date`: found `13`, expected a month from 01 to 12, or a part of the year from 21 to 41\n\
                 short.toml:15:6: warning[unused]: nothing refers to the place `p`\n";
    assert_eq!((text.as_str(), status), (lines, Some(1)));
}

#[test]
fn json_is_one_array_of_rows() {
    let (text, status) = check("rows.toml", FAULTY, &["--format", "json"]);
    let rows: Vec<Value> = serde_json::from_str(&text).expect("JSON");
    let told: Vec<_> = rows.iter().map(|row| (&row["severity"], &row["rule"], &row["line"], &row["column"])).collect();
    let expected = serde_json::json!([
        ["note", "single-source", 9, 6],
        ["error", "bad-date", 13, 14],
        ["warning", "unused", 15, 6]
    ]);
    assert_eq!((serde_json::to_value(told).expect("JSON"), status), (expected, Some(1)));
    assert!(rows.iter().all(|row| row["file"] == "rows.toml" && row["message"].is_string()), "{text}");
    assert_eq!(rows[2]["help"], "name it where it belongs, or take the record out");
    assert_eq!(check("sound.toml", "format = 1\n", &["--format", "json"]), ("[]\n".to_owned(), Some(0)));
}

#[test]
fn a_file_that_cannot_be_read_is_told_in_every_format() {
    let (text, errors, status) = told(&run(&["check", "/nowhere/a.toml", "--format", "json"]));
    let rows: Value = serde_json::from_str(&text).expect("JSON");
    let expected = serde_json::json!([{
        "severity": "error", "rule": "unreadable", "file": "/nowhere/a.toml", "line": 1, "column": 1,
        "message": "No such file or directory (os error 2)", "help": null,
    }]);
    assert_eq!((rows, errors.as_str(), status), (expected, "", Some(1)));
    let (text, _, status) = told(&run(&["check", "/nowhere/a.toml", "--format", "short"]));
    let line = "/nowhere/a.toml:1:1: error[unreadable]: No such file or directory (os error 2)\n";
    assert_eq!((text.as_str(), status), (line, Some(1)));
}

#[test]
fn problems_name_their_own_file() {
    let first = file("own-first.toml", FAULTY.as_bytes());
    let second = file("own-second.toml", b"format = 1\n[[event]]\nid = \"a\"\ntitle = \"b\"\n");
    let paths = [first.to_str().expect("UTF-8"), second.to_str().expect("UTF-8")];
    let (text, _, _) = told(&run(&["check", paths[0], paths[1], "--format", "short"]));
    assert!(text.contains(&format!("{}:13:14: error[bad-date]", paths[0])), "{text}");
    assert!(text.contains(&format!("{}:3:6: error[duplicate-id]: found the id `a` a second time", paths[1])), "{text}");
}

#[test]
fn each_rule_is_explained_with_its_example() {
    for row in RULES {
        let (text, errors, status) = told(&run(&["check", "--explain", row.id]));
        assert_eq!((errors.as_str(), status), ("", Some(0)), "{}", row.id);
        let said = format!("{}[{}]: ", row.severity.name(), row.id);
        let times = if row.example.is_empty() { 1 } else { 2 };
        assert_eq!(text.matches(&said).count(), times, "its name, and what is said of the example: {text}");
        assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{}", row.id);
    }
    let (_, errors, status) = told(&run(&["check", "--explain", "cycel"]));
    assert!(errors.contains("did you mean `cycle`?"), "{errors}");
    assert_eq!(status, Some(2));
    let help = told(&run(&["check", "--help"])).0;
    assert!(RULES.iter().all(|row| help.contains(row.id)), "{help}");
}

#[test]
fn a_new_file_has_no_fault_and_is_never_written_over() {
    let path = file("new.toml", b"");
    let path = path.to_str().expect("UTF-8");
    for arguments in [&["new", path][..], &["new", path, "--copy"]] {
        fs::remove_file(path).expect("the old one");
        let (text, errors, status) = told(&run(arguments));
        assert_eq!((errors.as_str(), status), ("", Some(0)));
        assert!(text.starts_with(&format!("wrote {path}\n")) && text.contains(".annals.schema.json"), "{text}");
        let written = fs::read_to_string(path).expect("a file");
        assert!(written.starts_with("#:schema ./.annals.schema.json\n"), "{written}");
        let (text, _, status) = told(&run(&["check", "--strict", path]));
        assert_eq!(status, Some(0), "{text}");
        let (text, errors, status) = told(&run(&["new", path]));
        let said = format!("annals: {path}: exists already, and is not written over; name another file\n");
        assert_eq!((text.as_str(), errors, status), ("", said, Some(1)));
        assert_eq!(fs::read_to_string(path).expect("a file"), written);
    }
    assert_eq!(fs::read_to_string(path).expect("a file"), crate::common::EVENTS);
    let odd = file("it's new.toml", b"");
    fs::remove_file(&odd).expect("the old one");
    let (text, ..) = told(&run(&["new", odd.to_str().expect("UTF-8")]));
    assert!(text.contains("it'\\''s new.toml'          explores it\nannals check '/"), "{text}");
    let (_, errors, status) = told(&run(&["new", "/nowhere/a.toml"]));
    assert_eq!(errors, "annals: /nowhere/a.toml: its folder does not exist; make it first\n");
    assert_eq!(status, Some(1));
}

#[test]
fn the_schema_is_printed() {
    assert_eq!(told(&run(&["schema"])), (schema(), String::new(), Some(0)));
}

/// What `date` says of these lines.
fn dates(lines: &[u8], arguments: &[&str]) -> (String, Option<i32>) {
    let arguments = [&["date", "-", "--lang", "en"], arguments].concat();
    let mut command = annals(&arguments);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program runs");
    child.stdin.take().expect("a pipe").write_all(lines).expect("it is read");
    let (text, errors, status) = told(&child.wait_with_output().expect("it ends"));
    assert_eq!(errors, "");
    (text, status)
}

#[test]
fn each_line_of_standard_input_is_a_date() {
    let (text, status) = dates(b"\xEF\xBB\xBF2020-03\r\n\n-0043~\n\x1b[31m2020\xff\n`2020`\n2020", &[]);
    let lines: Vec<_> = text.lines().collect();
    assert_eq!((lines.len(), status), (6, Some(1)), "{text}");
    assert_eq!(lines[0], "2020-03: some day in March 2020 [2020-03-01 .. 2020-03-31] (level 0)");
    assert!(lines[1].starts_with(": not EDTF at character 1: found nothing"), "{text}");
    assert!(lines[2].starts_with("-0043~: "), "{text}");
    assert!(lines[3].starts_with("<U+001B>[31m2020\u{FFFD}: not EDTF at character 10"), "{text}");
    assert!(lines[4].starts_with("`2020`: not EDTF at character 1"), "{text}");
    assert!(lines[5].starts_with("2020: "), "{text}");
}

#[test]
fn json_has_a_row_for_each_line_and_no_raw_control_character() {
    let (text, status) = dates("\u{FEFF}2020\n\n\u{9b}\u{202e}\u{7f}\u{e0041}\n横\n".as_bytes(), &["--format", "json"]);
    assert_eq!(status, Some(1));
    assert!(!text.contains(|c: char| c.is_control() && c != '\n') && !text.contains('\u{202e}'), "{text:?}");
    let rows: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let texts: Vec<_> = rows.iter().map(|row| row["text"].as_str().unwrap_or_default()).collect();
    assert_eq!(texts, ["2020", "", "\u{9b}\u{202e}\u{7f}\u{e0041}", "横"]);
}

#[test]
fn many_lines_and_huge_ones_are_no_burden() {
    let many = "2020-03~/2020-10\n".repeat(20_000);
    assert_eq!(dates(many.as_bytes(), &["--format", "json"]).0.lines().count(), 20_000);
    let huge = format!("{}\n2020\n", "9".repeat(3_000_000));
    for format in ["text", "json"] {
        let (text, status) = dates(huge.as_bytes(), &["--format", format]);
        assert_eq!((text.lines().count(), status), (2, Some(1)));
        assert!(text.len() < 5_000, "{} bytes", text.len());
    }
}
