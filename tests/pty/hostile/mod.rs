//! Hostile files in every command: it ends soon, within bounded memory, and nothing reaches the
//! terminal that is not on a list.

mod corpus;
mod wire;

use crate::session::{ANNALS, End, Session, text};
use annals::exchange::{FORMATS, IMPORTERS};
use portable_pty::{CommandBuilder, PtyPair, PtySize, native_pty_system};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// The most that anything may take: until its end, or until the first frame.
const SECONDS: u64 = 5;

/// A program under the limits: 256 MB of addresses, and a time after which it is ended with 124.
const LIMITED: &str = r#"ulimit -v 262144; exec timeout --foreground "$0" "$@""#;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// The arguments of every command that reads a file.
fn commands() -> Vec<Vec<String>> {
    let mut commands: Vec<String> = [
        "list",
        "list --format json",
        "list --format csv",
        "list --query e",
        "show a",
        "why a",
        "show e1",
        "why e1",
        "check",
        "check --format short",
        "check --format json",
        "check --strict",
        "complete ids",
        "complete query",
        "--frame 80x24",
        "--frame 120x40 --lang ja --keys G,w,tab,2,3,4,!,j,?",
        "--frame 40x10 --ascii --keys w",
    ]
    .map(str::to_owned)
    .into();
    commands.extend(FORMATS.iter().map(|format| format!("export --to {}", format.id)));
    commands.extend(IMPORTERS.iter().map(|importer| format!("import --from {}", importer.id)));
    let words = |command: &String| command.split(' ').map(|word| word.replace(',', " ")).collect();
    commands.iter().map(words).collect()
}

/// The command that imports a file of a format.
fn imported((format, path): (&str, PathBuf)) -> (PathBuf, Vec<String>) {
    (path, ["import", "--from", format].map(str::to_owned).into())
}

/// What a command sends to its terminal until it ends, within so many seconds, and its exit status.
fn run(seconds: u64, arguments: &[String], file: &Path) -> (Vec<u8>, u32) {
    let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    let PtyPair { master, slave } = native_pty_system().openpty(size).expect("a pseudo-terminal");
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", LIMITED, &seconds.to_string(), ANNALS]);
    command.args(arguments);
    command.arg(file);
    command.env_clear();
    for (name, value) in [("TERM", "xterm"), ("LANG", "C.UTF-8"), ("PATH", "/usr/bin:/bin")] {
        command.env(name, value);
    }
    let mut child = slave.spawn_command(command).expect("it starts");
    drop(slave);
    let (mut bytes, mut chunk) = (Vec::new(), [0; 65_536]);
    let mut reader = master.try_clone_reader().expect("a reader");
    // Its end closes the terminal, which is told as an error.
    while let Ok(count @ 1..) = reader.read(&mut chunk) {
        bytes.extend(&chunk[..count]);
    }
    (bytes, child.wait().expect("a status").exit_code())
}

#[test]
fn every_command_ends_soon_and_sends_nothing_hostile() {
    let work: Vec<(PathBuf, Vec<String>)> = corpus::write(&folder("hostile-commands"))
        .into_iter()
        .flat_map(|path| commands().into_iter().map(move |command| (path.clone(), command)))
        .chain(corpus::write_foreign(&folder("hostile-imports")).into_iter().map(imported))
        .collect();
    let (count, faults, slowest) = (work.len(), Mutex::new(Vec::new()), Mutex::new((Duration::ZERO, String::new())));
    let work = Mutex::new(work.into_iter());
    let next = || work.lock().expect("no panic").next();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some((path, command)) = next() {
                    let start = Instant::now();
                    let (bytes, status) = run(SECONDS, &command, &path);
                    let what = format!("{} {:?}", command.join(" "), path.file_name().unwrap_or_default());
                    let taken = (start.elapsed(), what.clone());
                    let mut slowest = slowest.lock().expect("no panic");
                    *slowest = taken.max(slowest.clone());
                    let fault = wire::fault(&bytes).or((status > 2).then(|| format!("status {status}")));
                    let end = String::from_utf8_lossy(&bytes[bytes.len().saturating_sub(200)..]).into_owned();
                    faults.lock().expect("no panic").extend(fault.map(|fault| format!("{what}: {fault}: {end:?}")));
                }
            });
        }
    });
    let faults = faults.into_inner().expect("no panic");
    assert!(faults.is_empty(), "{} of {count}:\n{}", faults.len(), faults.join("\n"));
    let (taken, what) = slowest.into_inner().expect("no panic");
    println!("{count} commands on hostile files, under 256 MB each; the slowest took {} ms: {what}", taken.as_millis());
}

#[test]
fn every_export_of_many_events_is_made_piece_by_piece() {
    let path = folder("many-events.toml");
    fs::write(&path, corpus::events(50_000, |at| format!("date = \"20{:02}-0{}\"", at % 100, at % 9 + 1)))
        .expect("written");
    for format in FORMATS {
        let command = ["export", "--to", format.id, "-o", "/dev/null"].map(str::to_owned);
        let (bytes, status) = run(12 * SECONDS, &command, &path);
        let end = String::from_utf8_lossy(&bytes[bytes.len().saturating_sub(200)..]).into_owned();
        assert_eq!((status, wire::fault(&bytes)), (0, None), "{}: {end:?}", format.id);
    }
}

/// Presses the keys, has an answer to one more, and leaves.
fn explore(session: &mut Session, path: &str) {
    for key in KEYS {
        session.keys(key);
        session.pump(Duration::from_millis(15));
    }
    session.press("\x1b\x1b");
    let before = session.text();
    session.keys("?");
    session.wait(&format!("answer to a key for {path}"), |screen| text(screen) != before);
    session.keys("\x1bqq");
    assert_eq!(session.end(Duration::from_secs(12 * SECONDS)), End::Status(0), "{path}");
}

/// Keys that lead to everything that can be shown.
const KEYS: &[&str] =
    &["G", "w", "\t", "j", "\r", "!", "j", "\x1b", "2", "3", "j", "4", "j", "L", "/e\r", "n", "?", "\x1b", "1"];

#[test]
fn the_explorer_shows_hostile_files_soon_and_sends_nothing_hostile() {
    let (mut shown, mut slowest) = (0, Duration::ZERO);
    for path in corpus::write(&folder("hostile-screens")) {
        let path = path.to_str().expect("UTF-8");
        let start = Instant::now();
        let command = ["sh", "-c", LIMITED, "60", ANNALS, path];
        let mut session = Session::run(&command, (80, 24), &[]);
        // Either it refuses the file, or there is a first frame.
        while !session.has_ended() && !session.screen().alternate_screen() {
            session.pump(Duration::from_millis(5));
            assert!(start.elapsed() < Duration::from_secs(SECONDS), "{path}: no frame");
        }
        slowest = slowest.max(start.elapsed());
        if session.has_ended() {
            assert_eq!(session.end(Duration::ZERO), End::Status(1), "{path}: {}", session.text());
        } else {
            shown += 1;
            explore(&mut session, path);
        }
        assert_eq!(wire::fault(&session.bytes), None, "{path}");
        session.assert_given_back();
    }
    assert!(shown > 20, "most of them can be shown");
    println!(
        "{shown} hostile files explored, under 256 MB each; the slowest first frame took {} ms",
        slowest.as_millis()
    );
}
