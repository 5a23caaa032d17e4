//! Writing a file so that nothing is lost: whole, or not at all.

use rustix::fs::{OFlags, fcntl_setfl};
use rustix::io::Errno;
use signal_hook::consts::SIGXFSZ;
use signal_hook::flag;
use std::ffi::OsStr;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, fchown};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

/// Puts a text into a file. What the file held stays until all of the text is on the disk.
///
/// # Errors
///
/// Why it could not be written; the file is then as it was.
pub fn save(path: &Path, text: &str) -> io::Result<()> {
    // A limit of the size of files is to be an error, not the end of the program.
    flag::register(SIGXFSZ, Arc::default())?;
    let path = led_to(path)?;
    let found = match open(&path) {
        Ok(mut file) if !file.metadata()?.is_file() => {
            // A device or a pipe holds nothing that could be lost, and must not be replaced.
            fcntl_setfl(&file, OFlags::empty())?;
            return file.write_all(text.as_bytes());
        }
        // Who may not write a file may not put another in its place either.
        Ok(file) => Some(file.metadata()?),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let draft = draft(&path);
    let written = write(&draft, text, found).and_then(|()| fs::rename(&draft, &path));
    if written.is_err() {
        drop(fs::remove_file(&draft));
    }
    written
}

/// How long somebody may take to begin to read a pipe, who was started at the same time.
const READER: Duration = Duration::from_secs(2);

/// How often one looks whether somebody reads it.
const LOOK: Duration = Duration::from_millis(10);

/// Opens for writing what is there, and waits no longer for the reader of a pipe than that.
fn open(path: &Path) -> io::Result<File> {
    let deadline = Instant::now() + READER;
    loop {
        let opened = OpenOptions::new().write(true).custom_flags(OFlags::NONBLOCK.bits() as i32).open(path);
        match opened {
            // That is what the system says of a pipe without a reader.
            Err(error) if error.raw_os_error() == Some(Errno::NXIO.raw_os_error()) => {
                if Instant::now() > deadline {
                    return Err(io::Error::other("is a pipe that nobody reads"));
                }
                thread::sleep(LOOK);
            }
            opened => return opened,
        }
    }
}

/// Where a path leads to: a link stays a link, and what it leads to is written, even if it is
/// not there yet.
fn led_to(path: &Path) -> io::Result<PathBuf> {
    match (fs::canonicalize(path), fs::read_link(path)) {
        (Ok(full), _) => Ok(full),
        (Err(error), Ok(next)) if error.kind() == ErrorKind::NotFound => {
            led_to(&path.parent().unwrap_or(Path::new("")).join(next))
        }
        (Err(error), _) if error.kind() == ErrorKind::NotFound => Ok(path.to_owned()),
        (Err(error), _) => Err(error),
    }
}

fn write(draft: &Path, text: &str, replaced: Option<Metadata>) -> io::Result<()> {
    // What somebody may have put there is not written through.
    drop(fs::remove_file(draft));
    let mut file = File::create_new(draft)?;
    if let Some(replaced) = replaced {
        // Whose it is, it stays, where the system lets it.
        fchown(&file, Some(replaced.uid()), Some(replaced.gid())).unwrap_or_default();
        file.set_permissions(replaced.permissions())?;
    }
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// The most bytes that a name may have on most systems.
const LONGEST_NAME: usize = 255;

/// The name under which the text is written first: beside the file, as only there it can
/// take the file's place in one step. Of a long name it has but the beginning.
fn draft(path: &Path) -> PathBuf {
    let end = format!(".{}.tmp", std::process::id());
    let name = path.file_name().unwrap_or_default().as_bytes();
    let kept = &name[..name.len().min(LONGEST_NAME - end.len() - 1)];
    path.with_file_name(OsStr::from_bytes(&[b".", kept, end.as_bytes()].concat()))
}
