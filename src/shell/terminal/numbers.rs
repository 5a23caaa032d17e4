//! What glyphs say, how they look and where they lead, as numbers: so a picture is small, and quick to compare.
//!
//! Most glyphs are one character, which is a number already. Clusters of characters, addresses and
//! looks are numbered as they come, and known by the same number from then on.

use super::pen::Pen;
use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;
use std::num::NonZeroU16;
use std::sync::Arc;

/// What a glyph says: a character, or the number of a cluster behind all characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Text(u32);

/// The number of an address, from 1.
pub(super) type Address = NonZeroU16;

/// The number of a way to paint a glyph, and of the address that it leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Look(u16);

/// What has a number.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    clusters: Table<Arc<str>>,
    addresses: Table<Arc<str>>,
    looks: Table<(Pen, Option<Address>)>,
    /// The look that was last asked for, and its number: neighbours mostly share it.
    last: ((Pen, Option<Address>), Look),
}

/// Things of one kind in the order in which they came.
#[derive(Debug)]
struct Table<T> {
    all: Vec<T>,
    numbers: HashMap<T, usize>,
}

/// So many of each kind are kept: more than any screen shows.
const MOST: usize = 1 << 15;

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

    /// The number that it is.
    pub const fn number(self) -> u32 {
        self.0
    }
}

impl Look {
    /// With no colour, no attribute and no link.
    pub const PLAIN: Self = Self(0);
}

impl Numbers {
    /// A text as a glyph says it.
    pub fn text(&mut self, text: &str) -> Text {
        let mut characters = text.chars();
        match (characters.next(), characters.next()) {
            (Some(c), None) => Text::of(c),
            _ => Text(FIRST + self.clusters.number(text, || text.into()) as u32),
        }
    }

    /// The number of an address, as long as there are numbers.
    pub fn address(&mut self, url: &str) -> Option<Address> {
        u16::try_from(self.addresses.number(url, || url.into()))
            .ok()
            .and_then(|number| Address::MIN.checked_add(number))
    }

    /// What is painted with a pen and leads somewhere; plain where there are no numbers any more.
    pub fn look(&mut self, pen: Pen, link: Option<Address>) -> Look {
        let look = (pen, link);
        if self.last.0 != look {
            let number = if look == PLAIN { 0 } else { 1 + self.looks.number(&look, || look) };
            self.last = (look, u16::try_from(number).map_or(Look::PLAIN, Look));
        }
        self.last.1
    }

    /// How that is painted.
    pub fn pen(&self, look: Look) -> Pen {
        self.seen(look).0
    }

    /// Where it leads.
    pub fn link(&self, look: Look) -> Option<Address> {
        self.seen(look).1
    }

    fn seen(&self, Look(number): Look) -> (Pen, Option<Address>) {
        usize::from(number).checked_sub(1).and_then(|number| self.looks.all.get(number).copied()).unwrap_or(PLAIN)
    }

    /// Writes what a glyph says.
    pub fn write(&self, text: Text, bytes: &mut String) {
        match text.character() {
            Some(c) => bytes.push(c),
            None => bytes.push_str(self.clusters.all.get((text.0 - FIRST) as usize).map_or("", |text| text)),
        }
    }

    /// The address of a number.
    pub fn url(&self, address: Address) -> &str {
        self.addresses.all.get(usize::from(address.get()) - 1).map_or("", |url| url)
    }

    /// Whether it is time to begin anew: whoever changes what he looks at for weeks must not fill the memory.
    pub fn is_full(&self) -> bool {
        let lengths = [self.clusters.all.len(), self.addresses.all.len(), self.looks.all.len()];
        lengths.into_iter().any(|length| length >= MOST)
    }
}

/// What the first look stands for.
const PLAIN: (Pen, Option<Address>) = (Pen::PLAIN, None);

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { all: Vec::new(), numbers: HashMap::new() }
    }
}

impl<T: Clone + Eq + Hash> Table<T> {
    /// The number of a thing; `kept` makes what is kept of one that has none yet.
    fn number<Q: Eq + Hash + ?Sized>(&mut self, thing: &Q, kept: impl FnOnce() -> T) -> usize
    where
        T: Borrow<Q>,
    {
        if let Some(&number) = self.numbers.get(thing) {
            return number;
        }
        let (number, thing) = (self.all.len(), kept());
        self.all.push(thing.clone());
        self.numbers.insert(thing, number);
        number
    }
}

#[cfg(test)]
mod tests {
    use super::super::Depth;
    use super::*;
    use ratatui::{buffer::Cell, style::Color};

    #[test]
    fn a_text_keeps_its_number() {
        let mut numbers = Numbers::default();
        let clusters = ["e\u{301}", "🇯🇵", "⌨\u{fe0f}"];
        let numbered = clusters.map(|cluster| numbers.text(cluster));
        assert_eq!(clusters.map(|cluster| numbers.text(cluster)), numbered);
        let url = numbers.address("https://a.org").expect("a number");
        assert_eq!(numbers.url(url), "https://a.org");
        assert_eq!(numbers.address("https://a.org"), Some(url));
        let mut written = String::new();
        for text in [numbered[2], numbers.text("贵"), numbered[0], Text::BLANK] {
            numbers.write(text, &mut written);
        }
        assert_eq!(written, "⌨\u{fe0f}贵e\u{301} ");
        assert_eq!(numbered.map(Text::character), [None; 3]);
    }

    #[test]
    fn a_look_keeps_its_number() {
        let mut numbers = Numbers::default();
        let red = Pen::of(Cell::new("a").set_fg(Color::Red), Depth::Rgb);
        let url = numbers.address("https://a.org");
        let looks = [(Pen::PLAIN, None), (red, None), (red, url), (Pen::PLAIN, url)];
        let numbered = looks.map(|(pen, link)| numbers.look(pen, link));
        assert_eq!(numbered[0], Look::PLAIN);
        for (look, (pen, link)) in numbered.into_iter().zip(looks) {
            assert_eq!((numbers.pen(look), numbers.link(look)), (pen, link));
            assert_eq!(numbers.look(pen, link), look);
        }
    }

    #[test]
    fn numbers_come_to_an_end() {
        let mut numbers = Numbers::default();
        for number in 0..MOST {
            assert!(!numbers.is_full());
            assert!(numbers.address(&number.to_string()).is_some());
        }
        assert!(numbers.is_full());
        let more = (MOST..1 << 17).map(|number| numbers.address(&number.to_string()));
        assert_eq!(more.flatten().count(), usize::from(u16::MAX) - MOST);
    }
}
