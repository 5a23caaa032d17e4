//! Texts that are not copied: passages of what they stand in.
//!
//! Knows nothing of what is told there.

use super::Span;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// A passage of a longer text, which it keeps for as long as it is kept itself; or a text of its
/// own, which copies share.
#[derive(Clone, Default)]
pub struct Passage {
    whole: Arc<String>,
    start: u32,
    end: u32,
}

impl Passage {
    /// What stands at a place of a document, if that is this text; else a text of its own.
    pub(super) fn at(document: &Arc<String>, place: Span, text: &str) -> Self {
        let (start, end) = (place.start() as u32, place.end() as u32);
        let passage = || Self { whole: Arc::clone(document), start, end };
        if document.get(place.range()) == Some(text) { passage() } else { text.into() }
    }
}

impl From<&str> for Passage {
    fn from(text: &str) -> Self {
        // No text of its own is longer than the file that it comes from.
        Self { whole: Arc::new(text.to_owned()), start: 0, end: text.len() as u32 }
    }
}

impl Deref for Passage {
    type Target = str;
    fn deref(&self) -> &str {
        self.whole.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

impl PartialEq for Passage {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Passage {}

impl fmt::Debug for Passage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_a_document_is_not_copied() {
        let document = Arc::new("title = \"好 text\"".to_owned());
        for (range, text, is_shared) in [(9..17, "好 text", true), (9..17, "other", false), (10..17, "好 text", false)]
        {
            let passage = Passage::at(&document, Span::new(0, range), text);
            assert_eq!(&*passage, text);
            assert_eq!(Arc::ptr_eq(&passage.whole, &document), is_shared);
        }
        assert_eq!(Passage::at(&document, Span::new(0, 9..17), "好 text"), Passage::from("好 text"));
    }
}
