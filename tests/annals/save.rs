//! What is written to files: whole or not at all, and through links; what is read of pipes.

use crate::common::{annals, outcome};
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// An empty folder of the test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::remove_dir_all(&folder).unwrap_or_default();
    fs::create_dir_all(&folder).expect("the test's folder can be written");
    folder
}

/// What a script prints and how it ends; the program is its `$0`.
fn script(script: &str, folder: &Path) -> (String, String, Option<i32>) {
    let mut command = Command::new("sh");
    command.args(["-c", script, env!("CARGO_BIN_EXE_annals")]).current_dir(folder).env("LANG", "en_GB.UTF-8");
    outcome(&command.stdin(Stdio::null()).output().expect("a shell"))
}

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn what_a_file_held_stays_until_all_is_written() {
    let folder = folder("save-limit");
    fs::write(folder.join("out.json"), "before").expect("a file");
    let (_, errors, status) = script(r#"ulimit -f 4; "$0" export --to json -o out.json"#, &folder);
    assert!(errors.contains("cannot write out.json: File too large") && status == Some(1), "{errors} {status:?}");
    assert_eq!(fs::read_to_string(folder.join("out.json")).expect("a file"), "before");
    assert_eq!(names(&folder), ["out.json"]);
}

#[test]
fn a_link_stays_a_link() {
    let folder = folder("save-links");
    for (link, to) in [("over", "there"), ("ahead", "not-there"), ("loop", "loop"), ("chain", "ahead")] {
        symlink(to, folder.join(link)).expect("a link");
    }
    fs::write(folder.join("there"), "before").expect("a file");
    for (link, file) in [("over", "there"), ("chain", "not-there"), ("ahead", "not-there")] {
        let (_, errors, status) = script(&format!(r#""$0" export --to csv -o {link}"#), &folder);
        assert_eq!((errors.as_str(), status), ("", Some(0)));
        assert!(fs::read_to_string(folder.join(file)).expect("a file").starts_with("record,id"), "{link}");
        assert!(folder.join(link).is_symlink(), "{link}");
    }
    let (_, errors, status) = script(r#""$0" export --to csv -o loop"#, &folder);
    assert!(errors.contains("cannot write loop: ") && status == Some(1), "{errors}");
    assert_eq!(names(&folder), ["ahead", "chain", "loop", "not-there", "over", "there"]);
}

#[test]
fn a_name_may_be_as_long_as_the_system_lets_it() {
    let folder = folder("save-long-name");
    let name = "n".repeat(250) + ".csv";
    let (_, errors, status) = script(&format!(r#""$0" export --to csv -o {name}"#), &folder);
    assert_eq!((errors.as_str(), status), ("", Some(0)));
    assert_eq!(names(&folder), [name]);
}

#[test]
fn a_pipe_that_nobody_reads_is_not_waited_for() {
    let folder = folder("save-pipe");
    let (text, errors, status) = script(
        r#"mkfifo pipe && { timeout 20 "$0" export --to csv -o pipe; echo $?; timeout 20 cat pipe & "$0" export --to csv -o pipe; wait; }"#,
        &folder,
    );
    assert_eq!((errors.as_str(), status), ("annals: cannot write pipe: is a pipe that nobody reads\n", Some(0)));
    let (first, rest) = text.split_once('\n').expect("a status");
    assert_eq!(first, "1");
    assert!(rest.starts_with("record,id") && rest.lines().count() > 40, "{rest}");
}

#[test]
fn a_pipe_is_read_to_its_end() {
    let folder = folder("save-pipes");
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/events.toml");
    let list = outcome(&annals(&["list", file]).output().expect("the program runs"));
    for way in [
        r#"mkfifo pipe; cat "FILE" > pipe & "$0" list pipe"#,
        r#"mkfifo late; { sleep 0.2; cat "FILE" > late; } & "$0" list late"#,
        r#"cat "FILE" | "$0" list /dev/stdin"#,
        r#""$0" list /dev/stdin < "FILE""#,
        r#"{ head -5 "FILE"; tail -n +6 "FILE"; } | "$0" list /dev/fd/0"#,
    ] {
        assert_eq!(script(&way.replace("FILE", file), &folder), list, "{way}");
    }
}

#[test]
fn lines_without_an_end_are_answered_as_they_come() {
    let folder = folder("save-lines");
    let (text, errors, _) = script(r#"yes 2020 | timeout 20 "$0" date - | head -1"#, &folder);
    assert_eq!(
        (text.as_str(), errors.as_str()),
        ("2020: some time in 2020 [2020-01-01 .. 2020-12-31] (level 0)\n", "")
    );
}
