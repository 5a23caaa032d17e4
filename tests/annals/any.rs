//! Any bytes, text or keys at all: the bodies of the fuzzer's targets, for a bounded time, and
//! what the fuzzer has found.

#[path = "../../fuzz/bodies.rs"]
mod bodies;

use crate::common::EVENTS;
use proptest::prelude::*;

/// What stands in files, queries and dates: the more often it is tried, the deeper it gets.
const TOKENS: &[&str] = &[
    "[[event]]\n",
    "[chronology]\n",
    "[event.title]\n",
    "id = \"a\"\n",
    "date = \"2020-03/..\"\n",
    "after = [\"a\"]\n",
    "part_of = \"a\"\n",
    "= ",
    "{",
    "}",
    "[",
    "]",
    "\"",
    "\"\"\"",
    "\\u001b",
    "\u{1b}[2J",
    "\u{202e}",
    "\u{301}",
    "👨\u{200d}",
    "\n",
    "\r",
    "\0",
    "横滨",
    " or ",
    "-",
    "(",
    ")",
    ":",
    "date:",
    "date==",
    "date<",
    "is:vague",
    "actor:",
    "\"yokohama",
    "2020",
    "-0044",
    "Y-17E7",
    "XX",
    "~",
    "?",
    "%",
    "/",
    "..",
    ",",
    "-21",
    "S3",
    "1560-XX-25",
    "9999999999999999999",
    "０",
];

fn tokens(most: usize) -> impl Strategy<Value = String> {
    let token = prop_oneof![3 => prop::sample::select(TOKENS).prop_map(str::to_owned), 1 => ".{0,3}"];
    prop::collection::vec(token, 0..most).prop_map(|tokens| tokens.concat())
}

/// The built-in file with something else in the place of a piece of it.
fn spoilt() -> impl Strategy<Value = String> {
    (0..EVENTS.len(), 0..400_usize, 0..4_000_usize, tokens(6)).prop_map(|(from, length, most, other)| {
        let (from, end) = (EVENTS.floor_char_boundary(from), EVENTS.floor_char_boundary(from + length));
        let (before, behind) = (&EVENTS[EVENTS.floor_char_boundary(from.saturating_sub(most))..from], &EVENTS[end..]);
        format!("{before}{other}{}", &behind[..behind.floor_char_boundary(most)])
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_text_is_a_file(text in prop_oneof![tokens(40), spoilt()]) {
        bodies::file(text.as_bytes());
    }

    #[test]
    fn any_bytes_are_a_file(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        bodies::file(&bytes);
    }

    #[test]
    fn any_text_is_a_query(text in tokens(12)) {
        bodies::query(&text);
    }

    #[test]
    fn any_text_is_a_date(text in tokens(8)) {
        bodies::date(&text);
    }

    #[test]
    fn any_keys_leave_a_picture(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        bodies::keys(&bytes);
    }
}
