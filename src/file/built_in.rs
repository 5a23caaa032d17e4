//! The chronology that ships with the program: its text, and the records that were read of it
//! beforehand, for to read it takes longer than all else until it is on the screen.
//!
//! `cargo run --example make-built-in` reads it and stores the records, in the form of postcard.
//! A text that has been changed since is read like any other.

use super::{Document, Records, Whole, read};
use std::sync::LazyLock;

/// The file as it is written.
pub const TEXT: &str = include_str!("../../events.toml");

/// What [`stored`] gave.
const STORED: &[u8] = include_bytes!("built-in.postcard");

/// The records of that text; `None` where those that are stored are of another.
const RECORDS: Option<&[u8]> = match STORED.split_first_chunk() {
    Some((of, records)) if u64::from_le_bytes(*of) == sum(TEXT) => Some(records),
    _ => None,
};

/// The text, as all passages of it share it.
pub(super) fn text() -> Whole {
    static SHARED: LazyLock<Whole> = LazyLock::new(|| TEXT.into());
    SHARED.clone()
}

/// The text, under its name.
pub fn document() -> Document {
    Document { name: "events.toml".to_owned(), text: text() }
}

/// What a document holds, if it says what the chronology that ships with the program says.
pub(super) fn records(document: &Document) -> Option<Records> {
    let records = RECORDS.filter(|_| *document.text == *TEXT)?;
    postcard::from_bytes(records).ok()
}

/// The records of the text as they are to be stored, behind the sum of it. `None` where something
/// is wrong in it: that is told whenever it is read.
pub fn stored() -> Option<Vec<u8>> {
    let (records, problems) = read::read_by_parts(&[document()], read::PART, &|_| {});
    let stored = postcard::to_extend(&records, sum(TEXT).to_le_bytes().to_vec());
    stored.ok().filter(|_| problems.is_empty())
}

/// What tells a text from another: FNV-1a with 64 bits (RFC 9923).
const fn sum(text: &str) -> u64 {
    let (mut bytes, mut sum) = (text.as_bytes(), 0xcbf2_9ce4_8422_2325_u64);
    while let [byte, rest @ ..] = bytes {
        sum = (sum ^ *byte as u64).wrapping_mul(0x0100_0000_01b3);
        bytes = rest;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_is_what_the_text_says() {
        let make = "cargo run --example make-built-in";
        assert!(stored().as_deref() == Some(STORED), "{make}");
        let (records, problems) = read::read_by_parts(&[document()], read::PART, &|_| {});
        assert_eq!(super::records(&document()), Some(records), "{make}");
        assert_eq!(problems, []);
    }

    #[test]
    fn another_text_is_read() {
        let document = Document { text: TEXT.replacen("Guiyang", "guiyang", 1).into(), ..document() };
        assert_eq!(records(&document), None);
    }

    #[test]
    fn texts_have_the_sums_of_the_rule() {
        assert_eq!(
            [sum(""), sum("a"), sum("foobar")],
            [0xcbf2_9ce4_8422_2325, 0xaf63_dc4c_8601_ec8c, 0x8594_4171_f739_67e8]
        );
    }
}
