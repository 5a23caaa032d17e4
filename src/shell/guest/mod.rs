//! A session for a stranger: everything that it does not need is given up before the first
//! key is read.
//!
//! What a guest may do is the table of [`crate::app::RIGHTS`]; this is how the system is made
//! to hold it, whatever might still be wrong in the rest of the program.

#[cfg(target_os = "linux")]
mod lock;
mod log;
mod login;
mod settings;
mod setup;
mod term;

pub(super) use login::arguments;
pub(super) use setup::setup;
pub(super) use term::known;

use super::terminal::{Dialect, Terminal};
use crate::app::Content;
use std::io::{IsTerminal, stdin, stdout};
use std::path::Path;
use std::time::Duration;

/// Whether there is a terminal at both ends, so that nothing need be opened.
pub(super) fn has_terminal() -> bool {
    stdin().is_terminal() && stdout().is_terminal()
}

/// Takes the terminal, and gives up all else for good: first what threads inherit, then,
/// when these have been started, the right to start more. A guest's terminal that takes
/// longer than `patience` to read is not waited for.
///
/// # Errors
///
/// A sentence that says what could not be given up, or why there is no terminal.
pub fn open(dialect: Dialect, patience: Duration) -> Result<Terminal, String> {
    confine()?.into_iter().for_each(log::warn);
    let terminal = Terminal::open(dialect, Some(patience)).map_err(|error| error.to_string())?;
    seal()?;
    Ok(terminal)
}

/// Gives up what threads inherit. What the kernel is too old to take on comes back as a
/// sentence for the host.
///
/// # Errors
///
/// A sentence that says what could not be given up.
#[cfg(target_os = "linux")]
pub fn confine() -> Result<Option<&'static str>, String> {
    lock::confine().map_err(|error| format!("cannot give up rights: {error}"))
}

#[cfg(target_os = "linux")]
fn seal() -> Result<(), String> {
    lock::seal().map_err(|error| format!("cannot give up rights: {error}"))
}

/// Lets nobody in: only Linux can hold a guest.
///
/// # Errors
///
/// Always.
#[cfg(not(target_os = "linux"))]
pub fn confine() -> Result<Option<&'static str>, String> {
    Err("guests are let in on Linux alone".to_owned())
}

#[cfg(not(target_os = "linux"))]
fn seal() -> Result<(), String> {
    Ok(())
}

/// The same content, with files told by their names alone: where the host keeps them is no
/// guest's concern.
pub(super) fn without_folders(mut content: Content) -> Content {
    for document in &mut content.documents {
        let name = Path::new(&document.name).file_name().unwrap_or_default();
        document.name = name.to_string_lossy().into_owned();
    }
    content
}
