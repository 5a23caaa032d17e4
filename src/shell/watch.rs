//! Sees files change: by asking once a second, since a network file system tells nobody,
//! and since editors replace files as often as they write them.

use std::fs::{self, Metadata};
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::time::{Duration, Instant, SystemTime};

/// How often files are looked at.
const PERIOD: Duration = Duration::from_secs(1);
/// How long a changed file must stay as it is before it counts as saved.
const CALM: Duration = Duration::from_millis(100);

/// What tells one state of a file from another. A pipe has none: what was in it is read, and gone.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stamp {
    modified: Option<SystemTime>,
    length: u64,
    inode: u64,
}

/// Files that are watched.
#[derive(Debug)]
pub struct Watch {
    files: Vec<PathBuf>,
    /// What was last read of each; `None` where there was no file.
    read: Vec<Option<Stamp>>,
    /// What was last seen.
    seen: Vec<Option<Stamp>>,
    due: Instant,
}

impl Watch {
    /// Watches files from now on. Standard input is none.
    pub fn new(files: &[PathBuf]) -> Self {
        let files: Vec<PathBuf> = files.iter().filter(|file| file.as_os_str() != "-").cloned().collect();
        let read = stamps(&files);
        Self { files, seen: read.clone(), read, due: Instant::now() + PERIOD }
    }

    /// When to look next; `None` where there is nothing to watch, so that nothing wakes.
    pub fn deadline(&self) -> Option<Instant> {
        (!self.files.is_empty()).then_some(self.due)
    }

    /// Looks, if it is time: whether the files have changed and have come to rest.
    pub fn has_changed(&mut self) -> bool {
        if self.deadline().is_none_or(|due| Instant::now() < due) {
            return false;
        }
        self.look()
    }

    /// Looks at the next opportunity, not only when a second has passed.
    pub fn hurry(&mut self) {
        self.due = Instant::now();
    }

    fn look(&mut self) -> bool {
        let now = stamps(&self.files);
        let is_calm = now == self.seen;
        let is_new = now != self.read;
        self.due = Instant::now() + if is_new && !is_calm { CALM } else { PERIOD };
        self.seen.clone_from(&now);
        if is_new && is_calm {
            self.read = now;
        }
        is_new && is_calm
    }
}

fn stamps(files: &[PathBuf]) -> Vec<Option<Stamp>> {
    let stamp = |file: &PathBuf| {
        let found = fs::metadata(file).ok().filter(Metadata::is_file)?;
        Some(Stamp { modified: found.modified().ok(), length: found.len(), inode: found.ino() })
    };
    files.iter().map(stamp).collect()
}
