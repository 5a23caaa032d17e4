//! Writing a file so that nothing is lost: whole, or not at all.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Puts a text into a file. What the file held stays until all of the text is on the disk.
///
/// # Errors
///
/// Why it could not be written; the file is then as it was.
pub fn save(path: &Path, text: &str) -> io::Result<()> {
    // A link stays a link: what it leads to is replaced.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    match fs::metadata(&path) {
        // A device or a pipe holds nothing that could be lost, and must not be replaced.
        Ok(found) if !found.is_file() => OpenOptions::new().write(true).open(&path)?.write_all(text.as_bytes()),
        found => {
            let draft = draft(&path);
            let written = write(&draft, text, found.ok()).and_then(|()| fs::rename(&draft, &path));
            if written.is_err() {
                drop(fs::remove_file(&draft));
            }
            written
        }
    }
}

fn write(draft: &Path, text: &str, replaced: Option<fs::Metadata>) -> io::Result<()> {
    let mut file = File::create(draft)?;
    if let Some(replaced) = replaced {
        file.set_permissions(replaced.permissions())?;
    }
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// The name under which the text is written first: beside the file, as only there it can
/// take the file's place in one step.
fn draft(path: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.tmp", std::process::id()));
    path.with_file_name(name)
}
