//! `annals new`: a file to start a chronology from.

use super::output::{self, BAD_INPUT, WELL, WRONG_USE, complain};
use crate::file::{Breaks, visible};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

/// A small chronology with a word on everything that a curator begins with.
pub const TEMPLATE: &str = include_str!("template.toml");

/// Writes a text to a file that does not exist yet, and says what can be done with it.
pub fn run(path: &Path, text: &str) -> ExitCode {
    if path.as_os_str() == "-" {
        complain("new writes a file, and - is none; name one, such as chronology.toml");
        return ExitCode::from(WRONG_USE);
    }
    let name = path.to_string_lossy();
    let name = visible(&name, Breaks::Join);
    match write(path, text) {
        Ok(()) => output::print(&next(&name, &for_shell(&name)), WELL),
        Err(error) => {
            complain(&format!("{name}: {}", reason(&error)));
            ExitCode::from(BAD_INPUT)
        }
    }
}

/// Writes the whole text, or leaves no file behind.
fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    if written.is_err() {
        drop(fs::remove_file(path));
    }
    written
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::AlreadyExists => "exists already, and is not written over; name another file".to_owned(),
        ErrorKind::NotFound => "its folder does not exist; make it first".to_owned(),
        _ => error.to_string(),
    }
}

/// A name as a shell takes it for one word, and no program for an option.
fn for_shell(name: &str) -> String {
    let name = if name.starts_with('-') { format!("./{name}") } else { name.to_owned() };
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | '+' | ',' | ':' | '@' | '%');
    if name.chars().all(is_plain) { name } else { format!("'{}'", name.replace('\'', "'\\''")) }
}

fn next(name: &str, word: &str) -> String {
    format!(
        "wrote {name}\n\
         annals {word}          explores it\n\
         annals check {word}    tells what is wrong in it\n\
         annals schema > .annals.schema.json    beside it lets an editor complete and check its keys\n"
    )
}
