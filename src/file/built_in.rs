//! The chronology that ships with the program: its text, and the records that were read of it
//! beforehand, for to read it takes longer than all else until it is on the screen.
//!
//! `cargo run --example make-built-in` reads it and stores the records, in the form of postcard.
//! What was stored of another text, or in another form, is left aside: then the text is read.

use super::{Document, Records, Whole, read};
use std::sync::LazyLock;

/// The file as it is written.
pub const TEXT: &str = include_str!("../../events.toml");

/// What [`stored`] gave.
const STORED: &[u8] = include_bytes!("built-in.postcard");

/// The records in it, if they are still what the text says.
const RECORDS: Option<&[u8]> = sound(STORED);

/// What the form of the records depends on. Their bytes do not tell it: of two texts that have changed
/// places each would be taken for the other. A file that says the same in other words counts as another.
const FORM: [&str; 5] = [
    include_str!("record.rs"),
    include_str!("passage.rs"),
    include_str!("span.rs"),
    include_str!("../date/edtf.rs"),
    include_str!("../date/language.rs"),
];

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

/// The records of the text as they are to be stored, behind the sum of all that they depend on. `None`
/// where something is wrong in the text: that is told whenever it is read.
pub fn stored() -> Option<Vec<u8>> {
    let (records, problems) = read::read_by_parts(&[document()], read::PART, &|_| {});
    let records = postcard::to_allocvec(&records).ok().filter(|_| problems.is_empty())?;
    Some([&seal(&records).to_le_bytes()[..], &records].concat())
}

/// The records in what is stored, unless these or what they depend on has changed since.
const fn sound(stored: &[u8]) -> Option<&[u8]> {
    match stored.split_first_chunk() {
        Some((sum, records)) if u64::from_le_bytes(*sum) == seal(records) => Some(records),
        _ => None,
    }
}

/// The sum of records and of what they depend on.
const fn seal(records: &[u8]) -> u64 {
    let mut all = sum(sum(NOTHING, TEXT.as_bytes()), records);
    let mut form = FORM.as_slice();
    while let [file, rest @ ..] = form {
        all = sum(all, file.as_bytes());
        form = rest;
    }
    all
}

/// The sum of nothing.
const NOTHING: u64 = 0xcbf2_9ce4_8422_2325;

/// The sum of what has this sum and of bytes behind it: FNV-1a with 64 bits (RFC 9923).
const fn sum(mut sum: u64, mut bytes: &[u8]) -> u64 {
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
    fn what_is_damaged_is_left_aside() {
        let check = |stored: &[u8], is_sound: bool| assert_eq!(sound(stored).is_some(), is_sound);
        check(STORED, true);
        check(&[], false);
        check(&STORED[..8], false);
        check(&STORED[..STORED.len() - 1], false);
        check(&[STORED, &[0]].concat(), false);
        for at in [0, 7, 8, STORED.len() / 2, STORED.len() - 1] {
            let mut damaged = STORED.to_vec();
            damaged[at] ^= 1;
            check(&damaged, false);
        }
    }

    #[test]
    fn texts_have_the_sums_of_the_rule() {
        assert_eq!(
            ["", "a", "foobar"].map(|text| sum(NOTHING, text.as_bytes())),
            [0xcbf2_9ce4_8422_2325, 0xaf63_dc4c_8601_ec8c, 0x8594_4171_f739_67e8]
        );
    }
}
