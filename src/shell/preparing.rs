//! Makes in the background what queries on long files are answered from, so that the first
//! letter of a query waits for nothing.

use super::loader;
use crate::app::Content;
use crate::chronology::query::Index;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};
use std::thread;
use tracing::debug_span;

/// An index that is being made.
#[derive(Debug)]
pub struct Preparing(Receiver<Box<Index>>);

impl Preparing {
    /// Begins to make the index of a long content; that of a short one is made before one could
    /// see that it is not there.
    pub fn start(content: &Arc<Content>) -> Option<Self> {
        if !loader::are_long(&content.documents) {
            return None;
        }
        let (give, index) = sync_channel(1);
        let content = Arc::clone(content);
        // Nobody listens any more when the files have changed meanwhile.
        let make = move || {
            let index = debug_span!("index").in_scope(|| Box::new(Index::new(&content.chronology)));
            give.send(index).unwrap_or_default();
        };
        thread::Builder::new().name("index".into()).spawn(make).is_ok().then_some(Self(index))
    }

    /// The index, once it is made.
    ///
    /// # Errors
    ///
    /// That the making has failed.
    pub fn news(&self) -> Result<Option<Box<Index>>, TryRecvError> {
        match self.0.try_recv() {
            Ok(index) => Ok(Some(index)),
            Err(TryRecvError::Empty) => Ok(None),
            Err(failure) => Err(failure),
        }
    }
}
