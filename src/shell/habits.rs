//! Where a reader's settings are found: files in the folders of the XDG base directories.

use super::size::Bytes;
use super::{files, locale, output};
use crate::app::Habits;
use crate::file::{Style, render};
use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::{env, io};

/// What the reader has settled, and how many things are wrong in it. They are told in full on
/// standard error, which is seen when the explorer has ended.
pub fn read() -> (Habits, usize) {
    let path = folder("XDG_CONFIG_HOME", ".config").map(|folder| folder.join("config.toml"));
    let Some(path) = path.filter(|path| path.exists()) else { return (Habits::default(), 0) };
    let (documents, mut problems) = match files::documents(&[path], Bytes::default()) {
        Ok(read) => read,
        Err(refusals) => {
            refusals.iter().for_each(|refusal| output::complain(&refusal.to_string()));
            return (Habits::default(), 1);
        }
    };
    let (habits, found) = documents.first().map(Habits::read).unwrap_or_default();
    problems.extend(found);
    let style = Style::Full { color: false, ascii: !locale::is_utf8() };
    output::report(&render(&problems, &documents, style));
    (habits, problems.len())
}

/// The folder of annals in one of the base directories: the one that a variable names, else
/// that of the home folder; `None` where there is neither. A name that does not begin at
/// the root is none, as the specification has it.
pub fn folder(variable: &str, at_home: &str) -> Option<PathBuf> {
    let named = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let base = named(variable).or_else(|| Some(named("HOME")?.join(at_home)))?;
    Some(base.join("annals"))
}

/// Makes a folder of annals, for nobody but its user, where it is not there yet.
///
/// # Errors
///
/// The system's reason why it cannot be made.
pub fn make(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)
}
