//! Reads long files in the background, so that what they begin with is on the screen at once
//! and keys are answered all the while.

use super::cli::Input;
use super::errand::{Errand, Failure};
use super::files::{self, Refusal};
use super::preparing::{self, Preparing};
use super::progress::{Progress, Step};
use crate::app::{Content, Fresh};
use crate::file::{Document, Problem};
use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::sync::Arc;
use std::time::Duration;
use tracing::debug_span;

/// Files of so many bytes together are read in the background; shorter ones are read before
/// one could see that they are not.
const LONG: usize = 1 << 18;

/// So many bytes of a long file make the first screen: enough events for the rows of a large one.
/// Where all that is no event yet, but sources and places, so many more do, and so on.
const BEGINNINGS: [usize; 4] = [1 << 15, 1 << 16, 1 << 17, 1 << 21];

/// What mostly stands in what has an event; to look for it takes no time.
const EVENT: &str = "[[event]]";

/// The longest of the beginnings.
const LONGEST: usize = BEGINNINGS[BEGINNINGS.len() - 1];

/// Files that are being read.
#[derive(Debug)]
pub struct Loader {
    progress: Arc<Progress>,
    whole: Errand<Result<Loaded, Vec<Refusal>>>,
}

/// All that was read, in order, and what queries on it will be answered from.
pub type Loaded = (Box<Fresh>, Option<Preparing>);

/// What is heard of the reading.
#[derive(Debug)]
pub enum News {
    /// So many percent are read.
    Percent(u8),
    /// All is read and in order.
    Whole(Loaded),
    /// Some files cannot be read after all.
    Refused(Vec<Refusal>),
    /// The reading has failed.
    Failure,
}

impl Loader {
    /// Begins to read files, if they are long and can be read more than once.
    pub fn of_files(input: &Input) -> Option<Self> {
        files::length(&input.files).filter(is_long)?;
        let (files, most) = (input.files.clone(), input.max_size);
        let read = move |progress: &Progress| {
            let (documents, problems) = files::documents(&files, most)?;
            Ok(files::content_telling(documents, problems, progress))
        };
        Self::start(read).ok()
    }

    /// Begins to understand documents.
    fn of_documents(documents: &[Document], problems: &[Problem]) -> Option<Self> {
        let (documents, problems) = (documents.to_vec(), problems.to_vec());
        Self::start(|progress| Ok(files::content_telling(documents, problems, progress))).ok()
    }

    /// Begins what reads.
    fn start(work: impl FnOnce(&Progress) -> Result<Content, Vec<Refusal>> + Send + 'static) -> io::Result<Self> {
        let progress = Arc::new(Progress::default());
        let own = Arc::clone(&progress);
        let reading = move || {
            let content = Arc::new(work(&own)?);
            // Two things that are made from the same, and neither by as many threads as there may be.
            let preparing = preparing::begin(&content);
            let told = |part| own.hear(Step::Ready, part, Fresh::STEPS);
            let fresh = debug_span!("make ready").in_scope(|| Box::new(Fresh::telling(content, &told)));
            Ok((fresh, preparing))
        };
        Ok(Self { progress, whole: Errand::start("loader", reading)? })
    }

    /// Waits until all is read, but no longer than this.
    pub fn wait(&self, patience: Duration) {
        self.whole.wait(patience);
    }

    /// What has become of the reading.
    pub fn news(&self) -> News {
        match self.whole.result() {
            Ok(Some(Ok(loaded))) => News::Whole(loaded),
            Ok(Some(Err(refusals))) => News::Refused(refusals),
            Ok(None) => News::Percent(self.progress.percent()),
            Err(Failure) => News::Failure,
        }
    }
}

impl AsFd for Loader {
    /// What hangs up when all is read.
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.whole.as_fd()
    }
}

/// What files hold. Of long ones, what they begin with, and a loader that reads them to
/// their end.
///
/// What is wrong in a beginning is not told: it may well be put right by what follows.
///
/// # Errors
///
/// The files that cannot be read at all.
pub fn open(input: &Input) -> Result<(Content, Option<Loader>), Vec<Refusal>> {
    let from_the_disk = |most| files::beginning(&input.files, input.max_size, most);
    if files::length(&input.files).is_some_and(|length| is_long(&length))
        && let Some(content) = beginning(from_the_disk)
        && let Some(loader) = Loader::of_files(input)
    {
        return Ok((content, Some(loader)));
    }
    // A pipe is read to its end before anything in it is understood.
    let (documents, problems) = files::documents(&input.files, input.max_size)?;
    let from_the_text = |most| documents.first().map(|document| document.beginning(most));
    if are_long(&documents)
        && let Some(content) = beginning(from_the_text)
        && let Some(loader) = Loader::of_documents(&documents, &problems)
    {
        return Ok((content, Some(loader)));
    }
    Ok((files::content(documents, problems), None))
}

/// The first of the beginnings that has an event in it; where none has, the longest.
fn beginning(of: impl Fn(usize) -> Option<Document>) -> Option<Content> {
    let mut content = None;
    for most in BEGINNINGS {
        let document = of(most)?;
        if most < LONGEST && !document.text.contains(EVENT) {
            continue;
        }
        let begun = Content { problems: Vec::new(), ..files::content(vec![document], Vec::new()) };
        let has_events = !begun.chronology.events.is_empty();
        content = Some(begun);
        if has_events {
            break;
        }
    }
    content
}

/// Whether documents are long enough to be read in the background.
pub fn are_long(documents: &[Document]) -> bool {
    is_long(&length(documents))
}

const fn is_long(length: &usize) -> bool {
    *length >= LONG
}

fn length(documents: &[Document]) -> usize {
    documents.iter().map(|document| document.text.len()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    fn heard(work: impl FnOnce(&Progress) -> Result<Content, Vec<Refusal>> + Send + 'static) -> News {
        let loader = Loader::start(work).expect("a thread");
        let mut before = 0;
        loop {
            match loader.news() {
                News::Percent(percent) => assert!((before..=100).contains(&percent), "{percent} after {before}"),
                news => return news,
            }
            before = loader.progress.percent();
            thread::yield_now();
        }
    }

    #[test]
    fn what_becomes_of_the_reading_is_heard() {
        let whole = heard(|progress| {
            progress.hear(Step::Read, 1, 2);
            Ok(files::content_telling(Vec::new(), Vec::new(), progress))
        });
        assert!(matches!(whole, News::Whole((fresh, None)) if fresh.content.chronology.events.is_empty()));
        let refusal = || Refusal { file: "a.toml".into(), reason: "is gone".into() };
        let refused = heard(move |_| Err(vec![refusal()]));
        assert!(matches!(refused, News::Refused(refusals) if refusals[0].to_string() == "a.toml: is gone"));
    }
}
