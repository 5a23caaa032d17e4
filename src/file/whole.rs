//! The text of a document, kept once for all passages of it.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// A text that copies share. One that the program has in it is not copied at all.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Whole(Arc<Cow<'static, str>>);

impl Whole {
    /// What it says.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for Whole {
    fn from(text: String) -> Self {
        Self(Arc::new(Cow::Owned(text)))
    }
}

impl From<&'static str> for Whole {
    fn from(text: &'static str) -> Self {
        Self(Arc::new(Cow::Borrowed(text)))
    }
}

impl Deref for Whole {
    type Target = str;
    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Debug for Whole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}
