//! The forms that short strings must have: codes, symbols, addresses.

use super::Rule;
use super::sanitise::brief;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A form of string: how it is told, and how it is checked.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// The rule that a string without it breaks.
    pub rule: Rule,
    /// What to say that was expected.
    pub expected: &'static str,
    /// Whether a string has it.
    pub holds: fn(&str) -> bool,
    /// The same as a regular expression, as nearly as one can say it: it lets everything pass that has the form.
    pub pattern: &'static str,
    /// What to write instead of a string without it.
    pub meant: fn(&str) -> Option<String>,
}

/// A character that fills one cell.
pub const SYMBOL: Form = Form {
    rule: Rule::BadValue,
    expected: "one character, one cell wide",
    holds: |s| s.graphemes(true).count() == 1 && s.width() == 1,
    pattern: "^.+$",
    meant: |_| None,
};

/// A printable ASCII character.
pub const ASCII: Form = Form {
    rule: Rule::BadValue,
    expected: "one ASCII character",
    holds: |s| s.len() == 1 && s.chars().all(|c| c.is_ascii_graphic()),
    pattern: "^[!-~]$",
    meant: |_| None,
};

/// ISO 639, with subtags where needed.
pub const LANGUAGE: Form = Form {
    rule: Rule::BadValue,
    expected: "a language code, such as \"en\"",
    holds: is_language,
    pattern: "^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$",
    meant: |code| Some(code.to_lowercase()).filter(|code| is_language(code)).map(|code| format!("write \"{code}\"")),
};

/// An address on the web.
pub const URL: Form = Form {
    rule: Rule::BadUrl,
    expected: "an address that begins with http:// or https://",
    holds: is_url,
    pattern: "^[hH][tT][tT][pP][sS]?://[^\\s/]\\S*$",
    meant: whole_url,
};

fn is_language(code: &str) -> bool {
    let mut tags = code.split('-');
    let is_main = |tag: &str| matches!(tag.len(), 2 | 3) && tag.chars().all(|c| c.is_ascii_lowercase());
    tags.next().is_some_and(is_main) && tags.all(|tag| tag.len() <= 8 && tag.chars().all(|c| c.is_ascii_alphanumeric()))
}

fn is_url(address: &str) -> bool {
    let Some((scheme, rest)) = address.split_once("://") else { return false };
    (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"))
        && !rest.is_empty()
        && !rest.starts_with('/')
        && !rest.contains(char::is_whitespace)
}

/// The address with its scheme, where only that is missing or mistyped, and without spaces.
fn whole_url(address: &str) -> Option<String> {
    let (scheme, rest) = address.trim().split_once("//").unwrap_or(("", address.trim()));
    let is_host = rest.split('/').next().is_some_and(|host| host.contains('.') && !host.contains(['@', ' ']));
    let whole = format!("https://{}", rest.replace(' ', "%20"));
    let is_near = scheme.is_empty() || scheme.to_ascii_lowercase().starts_with("ht");
    (is_near && is_host && is_url(&whole)).then(|| format!("write \"{}\"", brief(&whole)))
}
