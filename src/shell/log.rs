//! Where the time goes, written down if `ANNALS_LOG=debug` asks for it: into a file of the
//! user's own, never to the screen.
//!
//! Whatever takes time is a span, and spans within it say what of it did. Only the shell has
//! any: it calls all the rest.

use super::{habits, output};
use std::env;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::Path;
use std::sync::Mutex;
use tracing::Level;
use tracing_subscriber::fmt::format::FmtSpan;
use tracing_subscriber::fmt::time::uptime;

/// What the environment must say for anything to be written.
const ASKED: (&str, &str) = ("ANNALS_LOG", "debug");

/// Begins `annals.log` in the folder for what programs remember, if the environment asks for
/// one. Where it cannot be written standard error says so: nobody's reading should fail for it.
pub fn begin() {
    if env::var_os(ASKED.0).is_none_or(|value| value != ASKED.1) {
        return;
    }
    let Some(path) = habits::folder("XDG_STATE_HOME", ".local/state").map(|folder| folder.join("annals.log")) else {
        return output::complain("there is no folder for a log: HOME is not set");
    };
    match file(&path) {
        Ok(file) => {
            let log = tracing_subscriber::fmt().with_max_level(Level::DEBUG).with_span_events(FmtSpan::CLOSE);
            let log = log.with_timer(uptime()).with_target(false).with_level(false).with_thread_names(true);
            // What cannot be written is lost: the screen is the only other place.
            log.with_writer(Mutex::new(file)).log_internal_errors(false).init();
        }
        Err(error) => output::complain(&format!("cannot write {}: {error}", output::named(&path))),
    }
}

/// The file, made anew by each run. What has its name and is none is left alone: a pipe would
/// wait for a reader, a terminal show it.
fn file(path: &Path) -> io::Result<File> {
    path.parent().map_or(Ok(()), habits::make)?;
    let is_free = fs::metadata(path).map_or(true, |found| found.is_file());
    if !is_free {
        return Err(io::Error::other("is no file"));
    }
    // Another run that still writes goes on behind this one's lines, not in the middle of them.
    let file = OpenOptions::new().append(true).create(true).open(path)?;
    file.set_len(0)?;
    Ok(file)
}
