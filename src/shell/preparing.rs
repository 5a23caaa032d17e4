//! Makes in the background what queries on long files are answered from, so that the first
//! letter of a query waits for nothing.

use super::errand::Errand;
use super::loader;
use crate::app::Content;
use crate::chronology::query::Index;
use std::sync::Arc;
use tracing::debug_span;

/// An index that is being made.
pub type Preparing = Errand<Box<Index>>;

/// Begins to make the index of a long content; that of a short one is made before one could
/// see that it is not there.
pub fn begin(content: &Arc<Content>) -> Option<Preparing> {
    if !loader::are_long(&content.documents) {
        return None;
    }
    let content = Arc::clone(content);
    let make = move || debug_span!("index").in_scope(|| Box::new(Index::new(&content.chronology)));
    Errand::start("index", make).ok()
}
