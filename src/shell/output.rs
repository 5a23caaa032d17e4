//! Writing to standard output and standard error as a good member of a pipe.

use super::save::save;
use crate::file::{Breaks, visible};
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

/// All is well.
pub const WELL: u8 = 0;
/// The input has errors.
pub const BAD_INPUT: u8 = 1;
/// Wrong use, or no terminal.
pub const WRONG_USE: u8 = 2;

/// Writes all of a text to standard output; `status` is the program's exit status, unless
/// the text cannot be written. A reader who has gone away has had enough: no error.
pub fn print(text: &str, status: u8) -> ExitCode {
    match write(text) {
        Ok(_) => ExitCode::from(status),
        Err(reason) => {
            complain(&reason);
            ExitCode::from(BAD_INPUT)
        }
    }
}

/// Writes a text to standard output, and tells whether anybody is still reading.
///
/// # Errors
///
/// A sentence that says why it cannot be written.
pub fn write(text: &str) -> Result<bool, String> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(format!("cannot write: {error}")),
    }
}

/// Writes all of a text to a file or, without one, to standard output; `-` is that too.
pub fn deliver(text: &str, file: Option<&Path>, status: u8) -> ExitCode {
    let Some(file) = file.filter(|file| file.as_os_str() != "-") else { return print(text, status) };
    match save(file, text) {
        Ok(()) => ExitCode::from(status),
        Err(error) => {
            complain(&format!("cannot write {}: {error}", named(file)));
            ExitCode::from(BAD_INPUT)
        }
    }
}

/// The columns of the terminal that standard output is; `None` where it is none.
pub fn width() -> Option<usize> {
    let out = io::stdout();
    let size = out.is_terminal().then(|| rustix::termios::tcgetwinsize(&out).ok()).flatten()?;
    (size.ws_col > 0).then_some(usize::from(size.ws_col))
}

/// Tells something on standard error, with the program's name in front. There is nobody
/// left to tell when that fails.
pub fn complain(message: &str) {
    drop(writeln!(io::stderr(), "annals: {message}"));
}

/// A file's name as it may be told.
pub fn named(file: &Path) -> String {
    visible(&file.to_string_lossy(), Breaks::Join).into_owned()
}

/// Writes a finished report to standard error.
pub fn report(text: &str) {
    drop(io::stderr().write_all(text.as_bytes()));
}
