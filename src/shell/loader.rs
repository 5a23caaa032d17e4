//! Reads long files in the background, so that what they begin with is on the screen at once
//! and keys are answered all the while.

use super::files;
use crate::app::Content;
use crate::file::{Document, Problem};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};
use std::thread;

/// Files of so many bytes together are read in the background; shorter ones are read before
/// one could see that they are not.
const LONG: usize = 2 << 20;

/// So many bytes of a long file make the first screen.
const BEGINNING: usize = 1 << 19;

/// Files that are being read.
#[derive(Debug)]
pub struct Loader {
    /// The bytes of all.
    all: usize,
    /// The bytes that have been read so far.
    read: Arc<AtomicUsize>,
    whole: Receiver<Content>,
}

/// What is heard of the reading.
#[derive(Debug)]
pub enum News {
    /// So many percent are read.
    Percent(u8),
    /// All is read and in order.
    Whole(Arc<Content>),
    /// The reading has failed.
    Failure,
}

impl Loader {
    /// Begins to read documents; `problems` is what is wrong with them already.
    pub fn start(documents: Vec<Document>, problems: Vec<Problem>) -> Self {
        let (all, read) = (length(&documents), Arc::new(AtomicUsize::new(0)));
        let (give, whole) = sync_channel(1);
        let so_far = Arc::clone(&read);
        thread::spawn(move || {
            let told = |bytes| {
                so_far.fetch_add(bytes, Ordering::Relaxed);
            };
            // Nobody listens any more when the files have changed meanwhile.
            give.send(files::content_telling(documents, problems, &told)).unwrap_or_default();
        });
        Self { all, read, whole }
    }

    /// What has become of the reading.
    pub fn news(&self) -> News {
        match self.whole.try_recv() {
            Ok(content) => News::Whole(Arc::new(content)),
            Err(TryRecvError::Empty) => {
                News::Percent((self.read.load(Ordering::Relaxed) * 100 / self.all.max(1)) as u8)
            }
            Err(TryRecvError::Disconnected) => News::Failure,
        }
    }
}

/// What documents hold. Of long ones, what they begin with, and a loader that reads them to
/// their end.
///
/// What is wrong in a beginning is not told: it may well be put right by what follows.
pub fn open(documents: Vec<Document>, problems: Vec<Problem>) -> (Content, Option<Loader>) {
    if are_long(&documents) {
        let beginning = documents.iter().take(1).map(|document| document.beginning(BEGINNING)).collect();
        let content = Content { problems: Vec::new(), ..files::content(beginning, Vec::new()) };
        if !content.chronology.events.is_empty() {
            return (content, Some(Loader::start(documents, problems)));
        }
    }
    (files::content(documents, problems), None)
}

/// Whether documents are long enough to be read in the background.
pub fn are_long(documents: &[Document]) -> bool {
    length(documents) >= LONG
}

fn length(documents: &[Document]) -> usize {
    documents.iter().map(|document| document.text.len()).sum()
}
