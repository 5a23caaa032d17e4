//! Where the time goes, written down if `ANNALS_LOG=debug` asks for it: into a file of the
//! user's own, never to the screen.

use super::habits;
use std::env;
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::time::{Duration, Instant};

/// What the environment must say for anything to be written.
const ASKED: (&str, &str) = ("ANNALS_LOG", "debug");

/// A log of this run; one that is not asked for writes nothing.
#[derive(Debug)]
pub struct Log {
    file: Option<File>,
    started: Instant,
    /// When what is noted next began.
    begun: Instant,
}

impl Log {
    /// The log that the environment asks for. Where the file cannot be written there is none:
    /// nobody's reading should fail for it.
    pub fn open() -> Self {
        let is_asked = env::var_os(ASKED.0).is_some_and(|value| value == ASKED.1);
        Self { file: if is_asked { file() } else { None }, ..Self::none() }
    }

    /// A log that writes nothing.
    pub fn none() -> Self {
        let now = Instant::now();
        Self { file: None, started: now, begun: now }
    }

    /// Whether anything is written.
    pub const fn is_open(&self) -> bool {
        self.file.is_some()
    }

    /// What is noted next begins now: whatever came before was waiting.
    pub fn begin(&mut self) {
        if self.is_open() {
            self.begun = Instant::now();
        }
    }

    /// Notes what is done now, with the time since the start and the time that it took.
    pub fn note(&mut self, what: &str) {
        let Some(file) = &mut self.file else { return };
        let now = Instant::now();
        let line = format!("{} {} {what}\n", shown(now - self.started), shown(now - self.begun));
        file.write_all(line.as_bytes()).unwrap_or_default();
        self.begun = now;
    }
}

/// `annals.log` in the folder for what programs remember, made anew by each run. What has that
/// name and is no file is left alone: a pipe would wait for a reader, a terminal show it.
fn file() -> Option<File> {
    let folder = habits::folder("XDG_STATE_HOME", ".local/state")?;
    fs::create_dir_all(&folder).ok()?;
    let path = folder.join("annals.log");
    let is_free = fs::metadata(&path).map_or(true, |found| found.is_file());
    is_free.then(|| OpenOptions::new().write(true).create(true).truncate(true).open(path).ok())?
}

fn shown(time: Duration) -> String {
    format!("{:>10.3} ms", time.as_secs_f64() * 1000.0)
}
