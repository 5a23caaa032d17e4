//! The program from outside: arguments and files in; output, errors and status out.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

pub use crate::common::{annals, outcome as told};

/// Runs the program to its end.
pub fn run(arguments: &[&str]) -> Output {
    annals(arguments).output().expect("the program runs")
}

/// A file for one test, by a name of its own.
pub fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).expect("the test's folder can be written");
    path
}

/// Runs `list` on a file of this content.
fn list(name: &str, text: impl AsRef<[u8]>) -> (String, String, Option<i32>) {
    let path = file(name, text.as_ref());
    told(&run(&["list", path.to_str().expect("a name in UTF-8")]))
}

const EVENT: &str = "format = 1\n[[event]]\nid = \"a\"\ntitle = \"A\"\ncategory = \"c\"\nsummary = \"s\"\n\
                     [[category]]\nid = \"c\"\nname = \"c\"\n";

#[test]
fn without_a_terminal_it_prints_the_chronology() {
    let (text, errors, status) = told(&run(&[]));
    assert_eq!((errors.as_str(), status), ("", Some(0)));
    assert!(text.starts_with("Guiyang and its friends abroad, 2020\n40 events: "), "{text}");
    assert_eq!(text.lines().filter(|line| line.starts_with("  ")).count(), 40, "one line for each event");
    assert_eq!(text, told(&run(&["list"])).0);
    assert!(!text.contains('\u{1b}'), "no escape sequence");
}

#[test]
fn without_a_terminal_it_prints_what_a_query_finds() {
    let query = ["--query", "category:letter"];
    let list = told(&run(&[&["list"], &query[..]].concat()));
    assert_eq!(told(&run(&query)), list);
    // A list has no place to open at and no lens.
    let check = |arguments: &[&str], unheeded: &str| {
        let (text, errors, status) = told(&run(&[&query, arguments].concat()));
        assert_eq!((text, status), (list.0.clone(), Some(0)), "{arguments:?}");
        let word = "not for a list; where there is no terminal, --frame prints the screen";
        assert_eq!(errors, format!("annals: {unheeded}: {word}\n"));
    };
    check(&["--at", "2020-04"], "--at");
    check(&["--tour", "nowhere"], "--tour");
    check(&["--at", "nowhere", "--lens", "map"], "--at, --lens");
}

#[test]
fn json_has_every_event_with_its_bounds() {
    let (text, _, status) = told(&run(&["list", "--format", "json"]));
    let events: Vec<serde_json::Value> = serde_json::from_str(&text).expect("JSON");
    assert_eq!((events.len(), status), (40, Some(0)));
    let goods = events.iter().find(|event| event["id"] == "goods-yokohama").expect("the event");
    assert_eq!(goods["start"], serde_json::json!(["2020-01-13", "2020-10-26"]));
    assert_eq!(goods["after"], serde_json::json!(["outbreak-abroad"]));
    let keys = "actors after before category date end from id part_of place reply_to sources start tags title to";
    let found: Vec<&str> = goods.as_object().expect("an object").keys().map(String::as_str).collect();
    let mut sorted = found.clone();
    sorted.sort_unstable();
    assert_eq!(sorted.join(" "), keys);
}

#[test]
fn a_frame_opens_at_a_day_as_people_type_it() {
    let opened = |at: &str| told(&run(&["--frame", "100x30", "--at", at]));
    for (at, alike) in [
        ("2020-04-15", &["15.4.2020", "15/4/2020", "2020年四月15日"][..]),
        ("2020-06", &["6/2020", "June 2020", "jun 2020", "2020年 六月", "２０２０年６月", "summer 2020", "2020年夏"]),
        ("2020", &["２０２０"]),
        ("2020-06-25", &["25 June 2020", "25 jun 2020", "June 25, 2020", "２０２０－０６－２５", "２０２００６２５"]),
    ] {
        let (expected, errors, status) = opened(at);
        assert_eq!((errors.as_str(), status), ("", Some(0)));
        alike.iter().for_each(|alike| assert_eq!(opened(alike).0, expected, "{alike}"));
    }
    assert_ne!(opened("2020-04-15").0, opened("2020-06").0);
    let june = opened("june").0;
    assert!(june.contains("\n ▸ 25 Jun "), "{june}");
    assert_eq!(opened("六月").0, june);
    assert_eq!(opened("december").1, "annals: no event is known to have gone on in `december`\n");
    let (_, errors, status) = opened("3/4/2020");
    let ways = "`2020-04-03` for 3 April 2020, `2020-03-04` for 4 March 2020";
    assert_eq!((errors, status), (format!("annals: `3/4/2020` can be read in two ways; write {ways}\n"), Some(1)));
    for none in ["15.4", "31.2.2020", "２０"] {
        assert_eq!(opened(none).1, format!("annals: `{none}` is neither a date nor an event's id\n"));
    }
}

#[test]
fn a_query_lists_only_what_matches() {
    let (text, errors, status) = told(&run(&["list", "--query", "date:2020-03 category:letter"]));
    assert_eq!((errors.as_str(), status), ("", Some(0)));
    assert!(text.starts_with("1 certainly, 4 possibly\n"), "{text}");
    assert_eq!(text.lines().filter(|line| line.ends_with("; possibly)")).count(), 4, "{text}");
    let (text, ..) = told(&run(&["list", "--lang", "ja", "--query", "hengbin"]));
    assert!(text.starts_with("確実5件、可能性あり0件\n"), "{text}");
    let (text, _, status) = told(&run(&["list", "--format", "json", "--query", "-yokohama"]));
    let events: Vec<serde_json::Value> = serde_json::from_str(&text).expect("JSON");
    assert_eq!((events.len(), status), (35, Some(0)));
    // A value that nothing is called is no error, but told.
    let (text, errors, status) = told(&run(&["list", "--query", "from:vicenzza"]));
    assert_eq!((text.as_str(), status), ("0 certainly, 0 possibly\n", Some(0)));
    assert_eq!(errors, "annals: --query: no actor is called `vicenzza`; did you mean `Vicenza`?\n");
    let (.., errors, status) = told(&run(&["list", "--query", "-tag:nothing"]));
    assert_eq!((errors.as_str(), status), ("annals: --query: no tag is called `nothing`\n", Some(0)));
    // So is a date that is in no text.
    let (text, errors, status) = told(&run(&["list", "--query", "15.4.2020"]));
    assert_eq!((text.as_str(), status), ("0 certainly, 0 possibly\n", Some(0)));
    let expected = "annals: --query: `15.4.2020` is looked for in texts; for the date, write `date:2020-04-15`\n";
    assert_eq!(errors, expected);
    let (_, errors, _) = told(&run(&["list", "--query", "2014"]));
    assert_eq!(errors, "");
    let (text, errors, status) = told(&run(&["list", "--query", "mask date:2020-13"]));
    assert_eq!((text.as_str(), status), ("", Some(2)));
    assert!(errors.starts_with("annals: --query: found `13`") && errors.contains("(character 16)"), "{errors}");
}

#[test]
fn what_is_mistyped_is_told_with_what_was_probably_meant() {
    let check = |arguments: &[&str], expected: &str, status| {
        let (_, errors, found) = told(&run(arguments));
        assert_eq!((errors, found), (format!("annals: {expected}\n"), Some(status)), "{arguments:?}");
    };
    check(&["lst"], "`lst` is no file and no command; did you mean `annals list`?", 2);
    check(&["shw", "goods-yokohama"], "`shw` is no file and no command; did you mean `annals show`?", 2);
    check(&["nowhere"], "nowhere: No such file or directory (os error 2)", 1);
    check(&["show", "goods-yok"], "no event has the id `goods-yok`; did you mean `goods-yokohama`?", 1);
    check(&["why", "talks-s"], "no event has the id `talks-s`; `talks-saito`, `talks-shanghai-offices` begin so", 1);
    let begun = "`masks-friendship-succession`, `masks-ibaraki`, `masks-gunma` and 1 more begin so";
    check(&["show", "masks-"], &format!("no event has the id `masks-`; {begun}"), 1);
    check(&["show", "nowhere"], "no event has the id `nowhere`", 1);
}

#[test]
fn an_event_without_a_title_is_listed_by_its_id() {
    let (text, ..) = list("untitled.toml", "format = 1\n[[event]]\nid = \"a\"\n");
    assert!(text.ends_with("  undated: a (other; a)\n"), "{text}");
    let text = "format = 1\n[[source]]\nid = \"s\"\n[[actor]]\nid = \"x\"\n[[category]]\nid = \"c\"\n\
        [[event]]\nid = \"a\"\ndate = \"2019\"\nsources = [\"s\"]\n\
        [[event]]\nid = \"b\"\nafter = [\"a\"]\nactors = [\"x\"]\ncategory = \"c\"\nsources = [\"s\"]\n\
        claims = [{ date = \"2020\", sources = [\"s\"] }]\n";
    let file = file("untitled.toml", text.as_bytes());
    let (shown, ..) = told(&run(&["show", "b", file.to_str().expect("UTF-8")]));
    for expected in ["b\nno date of its own · c\n", "with: x\n", "after: a (", "some time in 2020: s\n", "sources: s ("]
    {
        assert!(shown.contains(expected), "{expected}\n{shown}");
    }
    let (proof, ..) = told(&run(&["why", "b", file.to_str().expect("UTF-8")]));
    assert!(
        proof.starts_with("b\nWhy") && proof.contains("“a” is dated some time in 2019, as stated by “s”"),
        "{proof}"
    );
}

#[test]
fn the_help_is_in_the_order_of_use_and_names_only_what_has_an_effect() {
    let (text, ..) = told(&run(&["--help"]));
    let commands = text.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let commands: Vec<&str> = commands.filter_map(|line| line.split_whitespace().next()).collect();
    let expected = "list show why check date new export import schema man completions guest-setup help";
    assert_eq!(commands.join(" "), expected);
    assert!(text.contains("without it, that of config.toml, or the locale's"), "{text}");
    // What is wrong is told in one language.
    assert!(!told(&run(&["check", "--help"])).0.contains("--lang"));
    assert_eq!(told(&run(&["check", "--lang", "zh"])), told(&run(&["check"])));
    let status = text.split_once("Exit status: ").expect("the status, last of all").1.replace('\n', " ");
    let (page, ..) = told(&run(&["man"]));
    for said in status.trim_end_matches([' ', '.']).split("; ") {
        let (_, meaning) = said.split_once(' ').expect("what it means");
        assert!(page.contains(meaning), "{meaning} is in the manual as well");
    }
}

#[test]
fn show_and_why_tell_of_one_event() {
    let (text, _, status) = told(&run(&["show", "masks-palmerston-north"]));
    assert_eq!(status, Some(0));
    assert!(text.contains("15 April 2020") && text.contains("10,000"), "{text}");
    let (text, _, status) = told(&run(&["why", "goods-yokohama"]));
    assert_eq!(status, Some(0));
    assert!(text.contains("began no earlier than 13 January 2020"), "{text}");
    assert!(text.contains("[events.toml:"), "{text}");
}

#[test]
fn what_is_printed_to_be_read_has_no_lines_drawn() {
    for arguments in [&["list"][..], &["show", "thanks-vicenza"], &["why", "thanks-vicenza"]] {
        let (text, ..) = told(&run(arguments));
        assert!(!text.contains(|c| ('\u{2500}'..='\u{257f}').contains(&c)), "{arguments:?}: {text}");
    }
    let (text, ..) = told(&run(&["show", "thanks-vicenza"]));
    let thread = "  Protective goods reach Vicenza (Mar 2020)\n  -> Thanks from Vicenza, and a twinning proposal";
    assert!(text.contains(thread) && text.contains("\n     - Twinning of Guiyang and Vicenza"), "{text}");
}

#[test]
fn an_unknown_id_is_told_with_the_nearest() {
    let (text, errors, status) = told(&run(&["show", "goods-yokohma"]));
    assert_eq!((text.as_str(), status), ("", Some(1)));
    assert_eq!(errors, "annals: no event has the id `goods-yokohma`; did you mean `goods-yokohama`?\n");
}

#[test]
fn languages_come_from_the_option_or_the_locale() {
    let first = |command: &mut Command| {
        let output = command.output().expect("the program runs");
        told(&output).0.lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(first(&mut annals(&["list", "--lang", "zh"])), "贵阳与海外友人，2020年");
    assert_eq!(first(annals(&["list"]).env("LANG", "ja_JP.UTF-8")), "貴陽と海外の友人たち、2020年");
    assert_eq!(first(annals(&["list"]).env("LANG", "C")), "Guiyang and its friends abroad, 2020");
    assert_eq!(run(&["list", "--lang", "fr"]).status.code(), Some(2));
}

#[test]
fn a_frame_is_the_picture_that_the_keys_lead_to() {
    let (text, errors, status) = told(&run(&["--frame", "100x30", "--keys", "5j tab", "--lang", "en"]));
    assert_eq!((text.lines().count(), errors.as_str(), status), (30, "", Some(0)));
    assert!(text.contains("6 of 40"), "{text}");
    let (text, ..) = told(&run(&["--frame", "100x30", "--at", "masks-palmerston-north"]));
    assert!(text.contains("10,000 medical masks for Palmerston North"), "{text}");
    let (text, ..) = told(&run(&["--frame", "100x30", "--at", "2020-06"]));
    assert!(text.contains("Video conference of Guiyang and Vicenza"), "{text}");
    assert_eq!(run(&["--frame", "wide"]).status.code(), Some(2));
}

#[test]
fn files_that_cannot_be_read_are_told() {
    let folder = env!("CARGO_TARGET_TMPDIR");
    let check = |path: &str, said: &str| {
        for command in [vec![path], vec!["list", path], vec!["check", path], vec!["--frame", "80x24", path]] {
            let (text, errors, status) = told(&run(&command));
            assert_eq!((text.as_str(), status), ("", Some(1)), "{command:?}");
            assert!(errors.starts_with(&format!("annals: {path}: ")) && errors.contains(said), "{errors}");
            assert_eq!(errors.lines().count(), 1, "{errors}");
        }
    };
    check("/nowhere/events.toml", "No such file");
    check(folder, "is a folder");
    check("/dev/zero", "is neither a file nor a pipe");
    let fifo = format!("{folder}/a.fifo");
    drop(fs::remove_file(&fifo));
    assert!(Command::new("mkfifo").arg(&fifo).status().expect("mkfifo runs").success());
    check(&fifo, "is a pipe into which nobody writes");
    if rustix::process::geteuid().is_root() {
        // It looks like a file, and tells when there is something to tell.
        check("/proc/kmsg", "has no end");
    }
}

#[test]
fn every_fault_of_a_file_is_told_with_its_place() {
    let check = |name: &str, text: &[u8], place: &str, rule: &str| {
        let (_, errors, status) = list(name, text);
        assert_eq!(status, Some(1), "{name}: {errors}");
        let line = errors.lines().find(|line| line.contains(&format!("error[{rule}]")));
        let line = line.unwrap_or_else(|| panic!("{name}: {errors}"));
        assert!(line.contains(&format!("{name}:{place}: ")), "{name}: {errors}");
        assert!(!errors.contains("panicked"), "{errors}");
    };
    let with = |rest: &str| format!("{EVENT}{rest}").into_bytes();
    check("encoding.toml", b"format = 1\ntitle = \"\xff\"\n", "2:10", "encoding");
    check("syntax.toml", b"format = 1\n[[event]\n", "2:9", "syntax");
    check("key.toml", &with("[[event]]\nid = \"b\"\ntitle = \"B\"\nwhen = \"2020\"\n"), "13:1", "unknown-key");
    check("date.toml", &with("[[event]]\nid = \"b\"\ntitle = \"B\"\ndate = \"2020-13\"\n"), "13:14", "bad-date");
    check(
        "reference.toml",
        &with("[[event]]\nid = \"b\"\ntitle = \"B\"\nafter = [\"z\"]\n"),
        "13:10",
        "unknown-reference",
    );
    check("duplicate.toml", &with("[[event]]\nid = \"a\"\ntitle = \"B\"\n"), "11:6", "duplicate-id");
    check("cycle.toml", &with("[[event]]\nid = \"b\"\ntitle = \"B\"\nafter = [\"b\"]\n"), "13:10", "cycle");
    let dates = "[[event]]\nid = \"b\"\ntitle = \"B\"\ndate = \"2020\"\n\
                 [[event]]\nid = \"d\"\ntitle = \"D\"\ndate = \"2019\"\nafter = [\"b\"]\n";
    check("contradiction.toml", &with(dates), "17:8", "contradiction");
}

#[test]
fn several_faults_are_all_told_and_the_good_events_stay() {
    let text = format!("{EVENT}[[event]]\nid = \"b\"\ntitle = \"B\"\ndate = \"x\"\nplace = \"nowhere\"\n");
    let (text, errors, status) = list("several.toml", text);
    assert_eq!((errors.lines().count(), status), (2, Some(1)), "{errors}");
    assert!(text.contains("; a)") && text.contains("; b)"), "{text}");
}

#[test]
fn a_file_with_faults_opens_and_says_how_to_see_them() {
    let text = format!("{EVENT}[[event]]\nid = \"b\"\ntitle = \"B\"\ndate = \"x\"\nplace = \"nowhere\"\n");
    let path = file("opens.toml", text.as_bytes());
    let path = path.to_str().expect("UTF-8");
    let (text, _, status) = told(&run(&["--frame", "100x30", path]));
    assert_eq!(status, Some(1));
    assert!(text.contains("2 problems: ! lists them"), "{text}");
    let (text, ..) = told(&run(&["--frame", "100x30", "--keys", "!", path]));
    assert!(text.contains("bad-date") && text.contains("unknown-reference"), "{text}");
}

#[test]
fn hidden_characters_of_a_file_never_reach_the_output() {
    let text = EVENT.replace("\"A\"", "\"\\u001b[31m\\u202e\\u009b\"").replace("\"s\"", "\"\\u0007\"");
    let path = file("hidden.toml", text.as_bytes());
    let path = path.to_str().expect("UTF-8");
    for arguments in [vec!["list", path], vec!["show", "a", path], vec!["--frame", "80x24", path], vec!["check", path]]
    {
        let (text, errors, _) = told(&run(&arguments));
        let is_hidden = |c: char| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c);
        assert!(!text.contains(is_hidden) && !errors.contains(is_hidden), "{arguments:?}: {text:?} {errors:?}");
    }
    assert!(told(&run(&["list", path])).0.contains("<U+001B>"));
}

#[test]
fn hidden_characters_of_the_command_line_never_reach_the_output() {
    let evil = "a\u{1b}]0;x\u{7}\u{202e}\u{9b}31m";
    for arguments in [
        ["--lang", evil].as_slice(),
        &[evil],
        &["--theme", evil],
        &["--at", evil, "--frame", "80x24"],
        &["--tour", evil, "--frame", "80x24"],
        &["--frame", "80x24", "--keys", evil],
        &["--frame", evil],
        &["--idle", evil, "--guest"],
        &["--max-size", evil],
        &[&format!("--{evil}")],
        &["list", "--query", evil],
        &["list", evil],
        &["show", evil],
        &["why", evil],
        &["check", "--explain", evil],
        &["export", "--to", evil],
        &["export", "--to", "json", "-o", &format!("/{evil}/x")],
        &["import", "--from", "csv", evil],
        &["date", evil],
        &["new", &format!("/{evil}/x")],
        &["complete", evil],
    ] {
        let (text, errors, _) = told(&run(arguments));
        let is_evil = |c: char| c == '\u{202e}' || c.is_control() && c != '\n';
        assert!(!text.contains(is_evil) && !errors.contains(is_evil), "{arguments:?}: {text:?} {errors:?}");
    }
}

#[test]
fn standard_input_is_a_file_too() {
    let mut child =
        annals(&["list", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program runs");
    child.stdin.take().expect("a pipe").write_all(EVENT.as_bytes()).expect("it is read");
    let output = child.wait_with_output().expect("it ends");
    assert!(told(&output).0.contains("1 event: "), "{:?}", told(&output));
}

#[test]
fn several_files_are_one_chronology() {
    let first = file("first.toml", EVENT.as_bytes());
    let second =
        file("second.toml", b"format = 1\n[[event]]\nid = \"b\"\ntitle = \"B\"\ncategory = \"c\"\nafter = [\"a\"]\n");
    let paths = [first.to_str().expect("UTF-8"), second.to_str().expect("UTF-8")];
    let (text, errors, status) = told(&run(&["list", paths[0], paths[1]]));
    assert_eq!((errors.as_str(), status), ("", Some(0)));
    assert!(text.contains("2 events"), "{text}");
}

#[test]
fn a_closed_pipe_is_no_error_and_a_full_disk_is_one() {
    let mut child = annals(&["list"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(told(&output), (String::new(), String::new(), Some(0)));
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("a full disk");
    let output = annals(&["list"]).stdout(full).output().expect("the program runs");
    let (_, errors, status) = told(&output);
    assert!(errors.starts_with("annals: cannot write: No space left"), "{errors}");
    assert_eq!(status, Some(1));
}

#[test]
fn dates_are_told_in_words_and_in_json() {
    let (text, _, status) = told(&run(&["date", "2020-03", "2020-13"]));
    assert_eq!(status, Some(1));
    assert!(text.starts_with("2020-03: some day in March 2020 [2020-03-01 .. 2020-03-31]"), "{text}");
    assert!(text.contains("2020-13: not EDTF at character 6"), "{text}");
    let (text, _, status) = told(&run(&["date", "--format", "json", "[..2020]", "-0043"]));
    assert_eq!(status, Some(0));
    let rows: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(rows[0]["earliest"], "-inf");
    assert_eq!(rows[0]["latest"], "2020-12-31");
    assert_eq!((&rows[1]["level"], &rows[1]["earliest"]), (&1.into(), &"-0043-01-01".into()));
}
