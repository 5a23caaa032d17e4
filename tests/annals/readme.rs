//! The README shows the program as it is.

use crate::common::{EVENTS, content, explored, told};
use annals::date::Language;
use annals::ui::{paint, picture};

const README: &str = include_str!("../../README.md");

/// The first block of a kind behind a mark.
fn block<'a>(mark: &str, kind: &str) -> &'a str {
    let (_, rest) = README.split_once(mark).expect("the mark is there");
    let (_, rest) = rest.split_once(&format!("```{kind}\n")).expect("a block follows");
    rest.split_once("```").expect("the block ends").0
}

#[test]
fn its_picture_is_the_programs_own() {
    let state = explored(EVENTS, (100, 30), Language::En, "19j");
    assert_eq!(block("<!-- picture: annals --frame 100x30 --lang en --keys 19j -->", "text"), picture(&paint(&state)));
}

#[test]
fn its_example_is_a_file_without_a_fault() {
    let content = content(block("## Your own chronology", "toml"));
    assert_eq!(told(&content), "");
    assert_eq!(content.chronology.events.len(), 2);
}
