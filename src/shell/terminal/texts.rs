//! What glyphs say and where they lead, as numbers: so a picture is small, and quick to compare.
//!
//! Most glyphs are one character, which is a number already. Clusters of characters and addresses
//! are numbered as they come, and known by the same number from then on.

use std::collections::HashMap;
use std::num::NonZeroU32;
use std::sync::Arc;

/// What a glyph says: a character, or the number of a cluster behind all characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Text(u32);

/// The number of an address, from 1.
pub(super) type Address = NonZeroU32;

/// The texts that have a number.
#[derive(Debug, Default)]
pub(super) struct Texts {
    all: Vec<Arc<str>>,
    numbers: HashMap<Arc<str>, u32>,
}

/// So many are kept: more than any screen shows.
const MOST: usize = 1 << 16;

/// The number of the first cluster.
const FIRST: u32 = char::MAX as u32 + 1;

impl Text {
    /// A blank.
    pub const BLANK: Self = Self::of(' ');

    /// A character.
    pub const fn of(c: char) -> Self {
        Self(c as u32)
    }

    /// The character, if it is one.
    pub const fn character(self) -> Option<char> {
        char::from_u32(self.0)
    }
}

impl Texts {
    /// A text as a glyph says it.
    pub fn text(&mut self, text: &str) -> Text {
        let mut characters = text.chars();
        match (characters.next(), characters.next()) {
            (Some(c), None) => Text::of(c),
            _ => Text(FIRST + self.number(text)),
        }
    }

    /// The number of an address.
    pub fn address(&mut self, url: &str) -> Address {
        Address::MIN.saturating_add(self.number(url))
    }

    fn number(&mut self, text: &str) -> u32 {
        if let Some(&number) = self.numbers.get(text) {
            return number;
        }
        let (number, text) = (self.all.len() as u32, Arc::<str>::from(text));
        self.all.push(text.clone());
        self.numbers.insert(text, number);
        number
    }

    /// Writes what a glyph says.
    pub fn write(&self, text: Text, bytes: &mut String) {
        match text.character() {
            Some(c) => bytes.push(c),
            None => bytes.push_str(self.numbered(text.0 - FIRST)),
        }
    }

    /// The address of a number.
    pub fn url(&self, address: Address) -> &str {
        self.numbered(address.get() - 1)
    }

    fn numbered(&self, number: u32) -> &str {
        self.all.get(number as usize).map_or("", |text| text)
    }

    /// Whether it is time to begin anew: whoever changes what he looks at for weeks must not fill the memory.
    pub fn is_full(&self) -> bool {
        self.all.len() >= MOST
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_its_number() {
        let mut texts = Texts::default();
        let clusters = ["e\u{301}", "🇯🇵", "⌨\u{fe0f}"];
        let numbered = clusters.map(|cluster| texts.text(cluster));
        assert_eq!(clusters.map(|cluster| texts.text(cluster)), numbered);
        let url = texts.address("https://a.org");
        assert_eq!(texts.url(url), "https://a.org");
        assert_eq!(texts.address("https://a.org"), url);
        let mut written = String::new();
        for text in [numbered[2], texts.text("贵"), numbered[0], Text::BLANK] {
            texts.write(text, &mut written);
        }
        assert_eq!(written, "⌨\u{fe0f}贵e\u{301} ");
        assert_eq!(numbered.map(Text::character), [None; 3]);
    }

    #[test]
    fn numbers_come_to_an_end() {
        let mut texts = Texts::default();
        for number in 0..MOST {
            assert!(!texts.is_full());
            texts.address(&number.to_string());
        }
        assert!(texts.is_full());
    }
}
