//! Writing to standard output and standard error as a good member of a pipe.

use std::io::{self, ErrorKind, Write};
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
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::from(status),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::from(status),
        Err(error) => {
            complain(&format!("cannot write: {error}"));
            ExitCode::from(BAD_INPUT)
        }
    }
}

/// Tells something on standard error, with the program's name in front. There is nobody
/// left to tell when that fails.
pub fn complain(message: &str) {
    drop(writeln!(io::stderr(), "annals: {message}"));
}

/// Writes a finished report to standard error.
pub fn report(text: &str) {
    drop(io::stderr().write_all(text.as_bytes()));
}
