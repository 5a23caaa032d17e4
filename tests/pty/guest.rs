//! A stranger at the keyboard: what is not theirs is not there, and the kernel is told so.

use crate::session::{ANNALS, End, Session, state};
use annals::shell::guest;
use annals::shell::terminal::Dialect;
use ratatui::buffer::Buffer;
use rustix::process::Signal;
use std::fs::{self, File};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

const SOON: Duration = Duration::from_secs(2);

fn visit(arguments: &[&str], variables: &[(&str, &str)]) -> Session {
    let command: Vec<&str> = [ANNALS, "--guest"].into_iter().chain(arguments.iter().copied()).collect();
    Session::run(&command, (80, 30), variables).ready()
}

#[test]
fn a_guest_explores_and_leaves() {
    let mut session = visit(&[], &[]);
    let before = session.text();
    assert_ne!(session.press("jj"), before);
    session.keys("q");
    assert_eq!(session.end(SOON), End::Status(0));
    session.assert_given_back();
}

#[test]
fn neither_editor_nor_stop_is_there() {
    let mark = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("guest-editor-ran");
    let editor = format!("touch {} ;", mark.display());
    let mut session = visit(&[], &[("EDITOR", &editor), ("VISUAL", &editor)]);
    let before = session.text();
    for keys in ["e", "\x1a", "!", "\r", "e", "\x1b"] {
        session.press(keys);
        assert_ne!(state(session.pid()), Some('T'), "{keys:?}");
    }
    session.signal(Signal::TSTP);
    assert_eq!(session.press("\x1b"), before);
    assert!(!mark.exists());
    let help = session.press("?");
    assert!(!help.contains("edit") && !help.contains("suspend"), "{help}");
}

#[test]
fn the_environment_has_no_say() {
    let variables = [("LANG", "zh_CN.UTF-8"), ("LC_ALL", "ja_JP.eucJP"), ("LANGUAGE", "ja"), ("NO_COLOR", "1")];
    let told = visit(&[], &variables).text();
    assert!(told.contains("Guiyang and its friends abroad") && told.contains('━'), "{told}");
    let japanese = visit(&["--lang", "ja"], &variables).text();
    assert!(japanese.contains('件'), "{japanese}");
}

#[test]
fn a_terminal_of_escapes_is_another_plain_one() {
    let evil = "xterm-256color\x1b]0;owned\x07\x1b[5n";
    let mut session = visit(&[], &[("TERM", evil)]);
    session.keys("q");
    assert_eq!(session.end(SOON), End::Status(0));
    let sent = String::from_utf8_lossy(&session.bytes).into_owned();
    assert!(!sent.contains("owned") && !sent.contains('\x07') && !sent.contains("\x1b[5n"), "{sent:?}");
    session.assert_given_back();
}

#[test]
fn a_terminal_without_escapes_is_told_so_without_a_word_on_commands() {
    for term in ["dumb", ""] {
        let mut session = Session::run(&[ANNALS, "--guest"], (80, 24), &[("TERM", term)]);
        assert_eq!(session.end(SOON), End::Status(2), "TERM={term}");
        let text = String::from_utf8_lossy(&session.bytes).into_owned();
        assert!(text.matches('\n').count() == 1 && !text.contains('\x1b') && !text.contains("annals list"), "{text:?}");
    }
}

#[test]
fn who_presses_no_key_is_sent_off() {
    let mut session = visit(&["--idle", "1s"], &[]);
    assert_eq!(session.end(2 * SOON), End::Status(0));
    session.assert_given_back();
    assert!(session.text().contains("good-bye"), "{}", session.text());
}

#[test]
fn who_stops_reading_is_sent_off() {
    let command = [ANNALS, "--guest", "--idle", "5s"];
    let mut session = Session::run(&command, (300, 100), &[]).ready().stalled();
    assert_eq!(session.end_stalled(5 * SOON), End::Signal("Hangup".to_owned()));
}

#[test]
fn without_a_terminal_there_is_one_line() {
    let output = Command::new(ANNALS).arg("--guest").stdin(Stdio::null()).output().expect("it starts");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), output.stdout.len(), told.lines().count()), (Some(1), 0, 1), "{told}");
}

#[test]
fn as_a_login_shell_it_looks_at_no_command() {
    let mut session = Session::run(&[ANNALS, "-c", "echo owned"], (80, 30), &[]).ready();
    let help = session.press("?");
    assert!(!help.contains("suspend") && !help.contains("owned"), "{help}");
    let output = Command::new(ANNALS).args(["-c", "echo owned"]).stdin(Stdio::null()).output().expect("it starts");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
}

#[test]
fn a_file_of_the_host_is_read_once_and_told_by_its_name() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("guest.toml");
    let text = |title: &str| {
        format!(
            "format = 1\n[[category]]\nid = \"c\"\nname = \"c\"\n[[event]]\nid = \"a\"\ntitle = \"{title}\"\ncategory = \"d\"\n"
        )
    };
    fs::write(&path, text("As it was")).expect("written");
    let mut session = visit(&[path.to_str().expect("UTF-8")], &[]);
    fs::write(&path, text("Changed")).expect("written");
    let problems = session.press("!");
    let folder = env!("CARGO_TARGET_TMPDIR").rsplit('/').next().expect("a folder");
    assert!(problems.contains("guest.toml:") && !problems.contains(folder), "{problems}");
    session.pump(Duration::from_millis(1500));
    assert!(session.press("\x1b").contains("As it was"));
}

/// The limits of a process by their name, as the kernel tells them.
fn limit(pid: u32, name: &str) -> String {
    let limits = fs::read_to_string(format!("/proc/{pid}/limits")).expect("the kernel tells limits");
    let line = limits.lines().find(|line| line.starts_with(name)).expect("a limit of this name");
    line[name.len()..].split_whitespace().take(2).collect::<Vec<_>>().join(" ")
}

#[test]
fn before_the_first_key_the_rest_is_given_up() {
    let session = visit(&[], &[]);
    for (name, limits) in [
        ("Max open files", "3 3"),
        ("Max processes", "0 0"),
        ("Max file size", "0 0"),
        ("Max core file size", "0 0"),
        ("Max cpu time", "300 305"),
        ("Max data size", "536870912 536870912"),
    ] {
        assert_eq!(limit(session.pid(), name), limits, "{name}");
    }
    let threads = fs::read_dir(format!("/proc/{}/task", session.pid())).expect("threads");
    let statuses: Vec<String> = threads
        .map(|thread| fs::read_to_string(thread.expect("a thread").path().join("status")).expect("a status"))
        .collect();
    assert!(statuses.len() > 1, "the sentinel is another thread");
    assert!(statuses.iter().all(|status| status.contains("NoNewPrivs:\t1")), "{statuses:?}");
}

/// Set where a test runs as the program in the terminal.
const INSIDE: &str = "ANNALS_TEST_INSIDE";

/// What a process that has given up its rights is still able to do.
fn deeds() -> Vec<&'static str> {
    let folder = env!("CARGO_TARGET_TMPDIR");
    let deeds = [
        ("read", File::open("/etc/passwd").is_ok()),
        ("list", fs::read_dir("/").is_ok()),
        ("write", File::create(format!("{folder}/owned")).is_ok()),
        ("make", fs::create_dir(format!("{folder}/owned")).is_ok()),
        ("run", Command::new("/bin/true").status().is_ok()),
        ("listen", TcpListener::bind("127.0.0.1:0").is_ok()),
    ];
    deeds.into_iter().filter(|(_, is_able)| *is_able).map(|(deed, _)| deed).collect()
}

/// This test program as one that runs a single test in another process.
fn inside(test: &str) -> [String; 4] {
    let program = std::env::current_exe().expect("this program");
    [program.to_string_lossy().into_owned(), "--exact".into(), format!("guest::{test}"), "--nocapture".into()]
}

#[test]
fn landlock_alone_leaves_no_file_and_no_port() {
    if std::env::var_os(INSIDE).is_some() {
        assert!(deeds().len() >= 5, "before, it can be done: {:?}", deeds());
        fs::remove_dir(format!("{}/owned", env!("CARGO_TARGET_TMPDIR"))).unwrap_or_default();
        match guest::confine() {
            Ok(None) => assert_eq!(deeds(), [""; 0]),
            other => println!("left out: {other:?}"),
        }
        return;
    }
    let [program, arguments @ ..] = inside("landlock_alone_leaves_no_file_and_no_port");
    let output = Command::new(program).args(arguments).env(INSIDE, "1").output().expect("it starts");
    let told = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    told.lines().filter(|line| line.starts_with("left out")).for_each(|line| println!("{line}"));
}

#[test]
fn with_the_terminal_open_nothing_else_can_be_opened() {
    if std::env::var_os(INSIDE).is_some() {
        let mut terminal = guest::open(Dialect::default(), SOON).expect("a terminal");
        let left = format!("still able: {:?}", deeds());
        let paint = |_, buffer: &mut Buffer| {
            buffer.set_string(0, 0, left, ratatui::style::Style::new());
            Vec::new()
        };
        terminal.draw(None, paint).expect("a frame");
        terminal.next(None, &[]).expect("a key");
        return;
    }
    let command = inside("with_the_terminal_open_nothing_else_can_be_opened");
    let command: Vec<&str> = command.iter().map(String::as_str).collect();
    let mut session = Session::run(&command, (80, 24), &[(INSIDE, "1")]).ready();
    assert!(session.text().contains("still able: []"), "{}", session.text());
    session.keys("x");
    session.end(SOON);
}
