//! Texts that are not copied: passages of what they stand in.
//!
//! Knows nothing of what is told there.

use super::{Span, Whole, built_in};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Borrow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::ptr;
use std::sync::LazyLock;

/// A passage of a longer text, which it keeps for as long as it is kept itself; or a text of its
/// own, which copies share.
#[derive(Clone)]
pub struct Passage {
    /// What it is a passage of: never none, so that `Option<Passage>` is no larger.
    whole: Whole,
    start: u32,
    end: u32,
}

impl Passage {
    /// What stands at a place of a document, if that is this text; else a text of its own.
    pub(super) fn at(document: &Whole, place: Span, text: &str) -> Self {
        let (start, end) = (place.start() as u32, place.end() as u32);
        let passage = || Self { whole: document.clone(), start, end };
        if document.get(place.range()) == Some(text) { passage() } else { text.into() }
    }

    /// How many bytes it has, without a look at what it stands in.
    pub fn len(&self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether both are the same passage of the same text.
    pub(super) fn is_at(&self, other: &Self) -> bool {
        (self.start, self.end) == (other.start, other.end) && ptr::eq(self.whole.as_str(), other.whole.as_str())
    }

    /// What it says.
    pub fn as_str(&self) -> &str {
        self.whole.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

impl Default for Passage {
    fn default() -> Self {
        static NOTHING: LazyLock<Whole> = LazyLock::new(Whole::default);
        Self { whole: NOTHING.clone(), start: 0, end: 0 }
    }
}

impl From<String> for Passage {
    fn from(text: String) -> Self {
        // No text of its own is longer than the file that it comes from.
        Self { start: 0, end: text.len() as u32, whole: text.into() }
    }
}

impl From<&str> for Passage {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl Deref for Passage {
    type Target = str;
    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Passage {
    fn as_ref(&self) -> &str {
        self
    }
}

impl Borrow<str> for Passage {
    fn borrow(&self) -> &str {
        self
    }
}

impl From<&Passage> for String {
    fn from(passage: &Passage) -> Self {
        passage.as_str().to_owned()
    }
}

impl Hash for Passage {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl PartialEq for Passage {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && **self == **other
    }
}

impl Eq for Passage {}

impl PartialEq<str> for Passage {
    fn eq(&self, other: &str) -> bool {
        **self == *other
    }
}

impl PartialEq<&str> for Passage {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

/// How a passage of the chronology that ships with the program is stored.
#[derive(Serialize, Deserialize)]
enum Stored<'a> {
    /// By where it is in the text, from which byte to which.
    Place(u32, u32),
    /// A text of its own.
    Text(&'a str),
}

impl Serialize for Passage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let is_place = ptr::eq(self.whole.as_str(), built_in::text().as_str());
        let stored = if is_place { Stored::Place(self.start, self.end) } else { Stored::Text(self) };
        stored.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Passage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match Stored::deserialize(deserializer)? {
            Stored::Place(start, end) => Self { whole: built_in::text(), start, end },
            Stored::Text(text) => text.into(),
        })
    }
}

impl fmt::Display for Passage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl fmt::Debug for Passage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_that_may_be_missing_is_no_larger() {
        assert_eq!(size_of::<Option<Passage>>(), size_of::<Passage>());
        assert_eq!(Passage::default(), "");
    }

    #[test]
    fn what_stands_in_a_document_is_not_copied() {
        let document = Whole::from("title = \"好 text\"");
        assert_eq!((Passage::from("好").len(), Passage::from("好").is_empty()), (3, false));
        for (range, text, is_shared) in [(9..17, "好 text", true), (9..17, "other", false), (10..17, "好 text", false)]
        {
            let passage = Passage::at(&document, Span::new(0, range), text);
            assert_eq!(&*passage, text);
            assert_eq!(passage.whole.as_ptr() == document.as_ptr(), is_shared);
        }
        assert_eq!(Passage::at(&document, Span::new(0, 9..17), "好 text"), Passage::from("好 text"));
    }
}
