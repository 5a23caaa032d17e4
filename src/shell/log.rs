//! Where the time goes, written down if `ANNALS_LOG=debug` asks for it: into a file of the
//! user's own, never to the screen.
//!
//! Whatever takes time is a span, and spans within it say what of it did. Only the shell has
//! any: it calls all the rest.

use super::{habits, output};
use crate::file::{Breaks, visible};
use rustix::fs::OFlags;
use std::env;
use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::sync::Mutex;
use tracing::Level;
use tracing_subscriber::fmt::format::FmtSpan;
use tracing_subscriber::fmt::time::uptime;

/// What the environment must say for anything to be written, in whichever letters.
const ASKED: (&str, &str) = ("ANNALS_LOG", "debug");

/// Begins `annals.log` in the folder for what programs remember, if the environment asks for
/// one. Where it asks for something else, or the log cannot be written, standard error says so
/// before the explorer has the screen: nobody's reading should fail for it.
pub fn begin() {
    let Some(value) = env::var_os(ASKED.0).filter(|value| !value.is_empty()) else { return };
    if !value.eq_ignore_ascii_case(ASKED.1) {
        return output::complain(&unknown(&value));
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

/// What is said of a value that means nothing.
fn unknown(value: &OsStr) -> String {
    let (name, asked) = ASKED;
    let value = value.to_string_lossy();
    format!("{name} is `{}`, expected `{asked}`: no log is written", visible(&value, Breaks::Join))
}

/// The file, made anew by each run. What has its name and is none is left alone: a pipe would
/// wait for a reader, a terminal show it, a link lead to a file that somebody needs.
fn file(path: &Path) -> io::Result<File> {
    path.parent().map_or(Ok(()), habits::make)?;
    let is_free = fs::symlink_metadata(path).map_or(true, |found| found.is_file());
    if !is_free {
        return Err(io::Error::other("it is a link, or no file"));
    }
    // A link may come between the look and the opening. Another run that still writes goes on
    // behind this one's lines, not in the middle of them.
    let flags = OFlags::NOFOLLOW.bits() as i32;
    let file = OpenOptions::new().append(true).create(true).custom_flags(flags).open(path)?;
    file.set_len(0)?;
    Ok(file)
}
