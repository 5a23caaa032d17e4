//! What it costs to open the chronology that is built in: `cargo bench --bench start`.
//!
//! The program's size, its peak of memory and the instructions up to the first screen are
//! steady on a busy machine: each has a bound, and the bench fails where one is broken. The
//! time is not; it stands beside that of `less` with a file, both taken in turn. What the
//! machine lacks is told and left out.

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use std::error::Error;
use std::io::{Read, Write};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};
use std::{fs, iter};

const ANNALS: &str = env!("CARGO_BIN_EXE_annals");

/// The most bytes of the program.
const MOST_SIZE: u64 = 5_000_000;
/// The most bytes of memory that it ever has, up to the first screen.
const MOST_MEMORY: u64 = 5_500_000;
/// The most instructions of its own, up to the first screen.
const MOST_INSTRUCTIONS: u64 = 6_000_000;

/// How often each program is started.
const STARTS: usize = 30;

/// A figure, or why there is none.
type Figure = Result<u64, Box<dyn Error>>;

/// A first screen: how long it took, and the most memory until then, in bytes.
type Start = Result<(Duration, u64), Box<dyn Error>>;

fn main() -> ExitCode {
    let (own, other) = starts();
    let memory = own.as_ref().map_err(ToString::to_string).map(|(_, memory)| *memory);
    let holds = [
        holds("bytes of the program", size(), MOST_SIZE),
        holds("bytes of memory at its peak", memory.map_err(Into::into), MOST_MEMORY),
        holds("instructions to the first screen", instructions(), MOST_INSTRUCTIONS),
    ];
    for (name, start) in [("annals", own), ("less", other)] {
        match start {
            Ok((time, _)) => println!("{:<34}{:>9.2} ms", format!("first screen of {name}"), time.as_secs_f64() * 1e3),
            Err(error) => println!("first screen of {name}: {error}"),
        }
    }
    // The bounds are those of a release.
    if holds.contains(&false) && !cfg!(debug_assertions) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Prints a figure with its bound; whether it keeps within it. What is not known breaks none.
fn holds(name: &str, figure: Figure, most: u64) -> bool {
    match figure {
        Ok(figure) => {
            println!("{name:<34}{figure:>12} of {most:>10}{}", if figure <= most { "" } else { ": too many" });
            figure <= most
        }
        Err(error) => {
            println!("{name}: not known: {error}");
            true
        }
    }
}

fn size() -> Figure {
    Ok(fs::metadata(ANNALS)?.len())
}

/// The instructions of a run that prints the first screen, counted by valgrind.
fn instructions() -> Figure {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null", ANNALS, "--frame", "100x30"]);
    let run = valgrind.env("LC_ALL", "C.UTF-8").output().map_err(|error| format!("valgrind: {error}"))?;
    let told = String::from_utf8_lossy(&run.stderr);
    let counted = told.lines().find_map(|line| line.split_once("Collected : "));
    Ok(counted.ok_or("valgrind counted nothing")?.1.trim().parse()?)
}

/// The quickest first screens of annals and of `less`, started in turn.
fn starts() -> (Start, Start) {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/events.toml");
    let pairs = || (start(&[ANNALS, "--fresh"], "1 of 40"), start(&["less", "-S", file], "/events.toml"));
    let (own, other): (Vec<Start>, Vec<Start>) = iter::repeat_with(pairs).take(STARTS).unzip();
    (summed_up(own), summed_up(other))
}

/// The shortest time and the median of the memory, which depends on how much of the program the
/// kernel brings in at a time; what went wrong, where something did.
fn summed_up(starts: Vec<Start>) -> Start {
    let starts: Vec<(Duration, u64)> = starts.into_iter().collect::<Result<_, _>>()?;
    let time = starts.iter().map(|(time, _)| *time).min();
    let mut memory: Vec<u64> = starts.iter().map(|(_, memory)| *memory).collect();
    memory.sort_unstable();
    time.zip(memory.get(memory.len() / 2).copied()).ok_or_else(|| "never started".into())
}

/// Starts a program on a terminal of its own, waits for the end of its first screen, and leaves.
fn start(command: &[&str], end: &str) -> Start {
    let size = PtySize { rows: 30, cols: 100, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size)?;
    let mut builder = CommandBuilder::from_argv(command.iter().map(Into::into).collect());
    // The habits of whoever runs this are not looked at.
    let nowhere = env!("CARGO_TARGET_TMPDIR");
    for (name, value) in
        [("TERM", "xterm-256color"), ("LC_ALL", "C.UTF-8"), ("XDG_STATE_HOME", nowhere), ("XDG_CONFIG_HOME", nowhere)]
    {
        builder.env(name, value);
    }
    let (mut keys, mut screen) = (pair.master.take_writer()?, pair.master.try_clone_reader()?);
    let begin = Instant::now();
    let mut child = pair.slave.spawn_command(builder)?;
    drop(pair.slave);
    let (mut shown, mut piece) = (Vec::new(), [0; 8192]);
    while !shown.windows(end.len()).any(|text| text == end.as_bytes()) {
        match screen.read(&mut piece)? {
            0 => return Err("ended before it was there".into()),
            length => shown.extend_from_slice(&piece[..length]),
        }
    }
    let time = begin.elapsed();
    let memory = child.process_id().map_or(Ok(0), peak)?;
    keys.write_all(b"q")?;
    // A terminal that nobody reads would keep it from leaving.
    while screen.read(&mut piece).is_ok_and(|length| length > 0) {}
    child.wait()?;
    Ok((time, memory))
}

/// The most memory that a process has had, in bytes.
fn peak(process: u32) -> Figure {
    let status = fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("the kernel does not tell")?;
    Ok(line.trim().trim_end_matches("kB").trim().parse::<u64>()? * 1024)
}
