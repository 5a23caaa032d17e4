//! The forms that short strings must have: codes, symbols, addresses.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A form of string: how it is told, and how it is checked.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// What to say that was expected.
    pub expected: &'static str,
    /// Whether a string has it.
    pub holds: fn(&str) -> bool,
}

/// A character that fills one cell.
pub const SYMBOL: Form =
    Form { expected: "one character, one cell wide", holds: |s| s.graphemes(true).count() == 1 && s.width() == 1 };

/// A printable ASCII character.
pub const ASCII: Form =
    Form { expected: "one ASCII character", holds: |s| s.len() == 1 && s.chars().all(|c| c.is_ascii_graphic()) };

/// ISO 3166-1 alpha-2.
pub const COUNTRY: Form = Form {
    expected: "a country code of two capital letters, such as \"JP\"",
    holds: |s| s.len() == 2 && s.chars().all(|c| c.is_ascii_uppercase()),
};

/// ISO 639, with subtags where needed.
pub const LANGUAGE: Form = Form { expected: "a language code, such as \"en\"", holds: is_language };

/// An address with its scheme.
pub const URL: Form = Form { expected: "an address with its scheme, such as \"https://…\"", holds: is_url };

fn is_language(code: &str) -> bool {
    let mut tags = code.split('-');
    let is_main = |tag: &str| matches!(tag.len(), 2 | 3) && tag.chars().all(|c| c.is_ascii_lowercase());
    tags.next().is_some_and(is_main) && tags.all(|tag| tag.len() <= 8 && tag.chars().all(|c| c.is_ascii_alphanumeric()))
}

fn is_url(address: &str) -> bool {
    let Some((scheme, rest)) = address.split_once(':') else { return false };
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
        && !rest.is_empty()
        && !rest.contains(char::is_whitespace)
}
