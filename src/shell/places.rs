//! Where a reader was in each chronology when leaving it: kept in the folder for state of
//! the XDG base directories.
//!
//! That is a convenience and no more: whatever cannot be read is as if it were not there,
//! and whatever cannot be written is not.

use super::habits::{self, folder};
use super::size::Bytes;
use super::{files, save};
use crate::app::{Action, State};
use crate::chronology::EventNo;
use crate::view::Lens;
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};

/// The most chronologies that are kept, the latest first.
const MOST: usize = 200;

/// The most bytes that are read: so many chronologies take far less.
const MOST_BYTES: Bytes = Bytes(1 << 20);

/// Where the reader was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Place {
    /// The files of the chronology by their full names; none for the built-in one.
    files: Vec<String>,
    /// The id of the selected event.
    event: String,
    /// The name of the lens.
    lens: String,
}

/// What leads to where the reader was when these files were last left; `find` finds the event
/// with an id.
pub fn way_back(files: &[PathBuf], find: impl Fn(&str) -> Option<EventNo>) -> Vec<Action> {
    let (Some(file), Some(files)) = (file(), names(files)) else { return Vec::new() };
    let Some(place) = places(&file).into_iter().find(|place| place.files == files) else { return Vec::new() };
    let lens = Lens::ALL.into_iter().find(|lens| lens.id() == place.lens);
    lens.map(Action::Look).into_iter().chain(find(&place.event).map(Action::Select)).collect()
}

/// Keeps where the reader is.
pub fn keep(state: &State, files: &[PathBuf]) {
    let (Some(file), Some(files), Some(event)) = (file(), names(files), state.selected) else { return };
    let event = state.content.chronology[event].id().to_owned();
    let place = Place { files, event, lens: state.lens.id().to_owned() };
    let mut others = places(&file);
    others.retain(|other| other.files != place.files);
    let kept: Vec<Place> = std::iter::once(place).chain(others).take(MOST).collect();
    if let Ok(text) = serde_json::to_string_pretty(&kept) {
        write(&file, &text);
    }
}

/// Writes the file, unless something else has its name: a pipe would wait for a reader.
fn write(file: &Path, text: &str) {
    let made = file.parent().map(habits::make);
    let is_free = fs::symlink_metadata(file).map_or(true, |found| found.is_file());
    if is_free && made.is_some_and(|made| made.is_ok()) {
        drop(save::save(file, text));
    }
}

fn file() -> Option<PathBuf> {
    folder("XDG_STATE_HOME", ".local/state").map(|folder| folder.join("places.json"))
}

fn places(file: &Path) -> Vec<Place> {
    let text = files::text(file, MOST_BYTES).ok();
    text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

/// The full names of files; `None` where one of them has none, such as standard input.
fn names(files: &[PathBuf]) -> Option<Vec<String>> {
    let name = |file: &PathBuf| Some(fs::canonicalize(file).ok()?.to_string_lossy().into_owned());
    files.iter().map(|file| if file.as_os_str() == "-" { None } else { name(file) }).collect()
}
