//! Characters that cannot be seen, made visible: done once, at load, for everything that a file holds.
//!
//! Knows characters only, not what the text is for.

use std::borrow::Cow;

/// The most characters of the file that a message quotes.
const QUOTED: usize = 60;

/// What becomes of the line breaks of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Breaks {
    /// They stay: the text may have paragraphs.
    Keep,
    /// Each becomes a space: the text is one line.
    Join,
}

/// The text with each hidden character written as `<U+202E>`, tabs as spaces, and `\r\n` as one line break.
pub fn visible(text: &str, breaks: Breaks) -> Cow<'_, str> {
    if !is_suspect(text) || !text.contains(could_change) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for (before, c, after) in neighbours(text) {
        match c {
            '\r' if after == Some('\n') => {}
            '\n' if breaks == Breaks::Keep => shown.push('\n'),
            '\n' | '\t' => shown.push(' '),
            _ if is_hidden(before, c, after) => shown.push_str(&code_point(c)),
            _ => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

/// The first hidden character of a text, with its byte in it; tabs and line breaks do not count.
pub fn first_hidden(text: &str) -> Option<(usize, char)> {
    let mut byte = 0;
    for (before, c, after) in neighbours(text) {
        let is_break = matches!(c, '\n' | '\t') || (c == '\r' && after == Some('\n'));
        if !is_break && is_hidden(before, c, after) {
            return Some((byte, c));
        }
        byte += c.len_utf8();
    }
    None
}

/// The text with U+FFFD for each hidden character, and spaces for tabs: as many characters as before.
pub fn marked(text: &str) -> String {
    let mark = |(before, c, after)| match c {
        '\t' => ' ',
        _ if is_hidden(before, c, after) => char::REPLACEMENT_CHARACTER,
        _ => c,
    };
    neighbours(text).map(mark).collect()
}

/// A piece of a file as a message may quote it, in backticks.
pub fn quoted(text: &str) -> String {
    format!("`{}`", brief(text))
}

/// A piece of a file as a message may repeat it: all visible, on one line and not long.
pub fn brief(text: &str) -> String {
    cut(&visible(head(text, QUOTED + 1), Breaks::Join), QUOTED).into_owned()
}

/// The first `most` characters of a text, with an ellipsis where any are left out.
pub fn cut(text: &str, most: usize) -> Cow<'_, str> {
    let kept = head(text, most);
    if kept.len() == text.len() { Cow::Borrowed(text) } else { Cow::Owned(format!("{kept}…")) }
}

/// The same for the first `most` bytes, never half a character.
pub fn cut_bytes(text: &str, most: usize) -> Cow<'_, str> {
    let kept = &text[..text.floor_char_boundary(most)];
    if kept.len() == text.len() { Cow::Borrowed(text) } else { Cow::Owned(format!("{kept}…")) }
}

/// How a hidden character is written: `<U+202E>`.
pub fn code_point(c: char) -> String {
    format!("<U+{:04X}>", u32::from(c))
}

fn head(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(end, _)| &text[..end])
}

/// Each character between the ones beside it.
fn neighbours(text: &str) -> impl Iterator<Item = (Option<char>, char, Option<char>)> {
    let mut before = None;
    let mut chars = text.chars().peekable();
    std::iter::from_fn(move || {
        let c = chars.next()?;
        Some((before.replace(c), c, chars.peek().copied()))
    })
}

/// Whether a text may hold a character that could change: told by its bytes, of which
/// nearly every text has none that is suspect.
fn is_suspect(text: &str) -> bool {
    let bytes = text.as_bytes();
    let next = |at: usize| bytes.get(at + 1).copied().unwrap_or_default();
    bytes.iter().enumerate().any(|(at, byte)| match byte {
        0xE2 => matches!(next(at), 0x80 | 0x81),
        0xEF => matches!(next(at), 0xBB | 0xBF),
        _ => *byte < 0x20 || matches!(byte, 0x7F | 0xC2 | 0xD8 | 0xE1 | 0xF3),
    })
}

fn could_change(c: char) -> bool {
    is_hidden(None, c, None)
}

/// Whether a character changes what is seen, or what a terminal does, without being seen itself.
///
/// The joiners U+200C and U+200D are part of the spelling in the scripts from Arabic to
/// Sinhala, in Myanmar, Khmer and Mongolian: between two characters of these they stay.
/// Variation selectors stay too: names of people and places need them.
fn is_hidden(before: Option<char>, c: char, after: Option<char>) -> bool {
    match c {
        '\u{200C}' | '\u{200D}' => !(before.is_some_and(needs_joiners) && after.is_some_and(needs_joiners)),
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' => true,
        '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' => true,
        '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' => true,
        '\u{E0000}'..='\u{E00FF}' | '\u{E01F0}'..='\u{E0FFF}' => true,
        _ => c.is_control(),
    }
}

fn needs_joiners(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{DFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{18AF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, breaks: Breaks, shown: &str) {
        assert_eq!(visible(text, breaks), shown, "{text:?}");
        assert_eq!(visible(shown, breaks), shown, "made visible twice: {text:?}");
    }

    #[test]
    fn hidden_characters_are_written_out() {
        for (text, shown) in [
            ("横滨市 Yokohama", "横滨市 Yokohama"),
            ("a\u{1b}[31mb", "a<U+001B>[31mb"),
            ("a\u{7f}\u{85}\u{9b}", "a<U+007F><U+0085><U+009B>"),
            ("x\u{202e}y\u{2066}z\u{61c}", "x<U+202E>y<U+2066>z<U+061C>"),
            ("a\u{200b}b\u{feff}c\u{2060}", "a<U+200B>b<U+FEFF>c<U+2060>"),
            ("a\u{e0041}\u{2028}", "a<U+E0041><U+2028>"),
            ("a\u{200d}b", "a<U+200D>b"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("葛\u{e0100}", "葛\u{e0100}"),
            ("one\ttwo\r\nthree", "one two three"),
            ("a\rb", "a<U+000D>b"),
        ] {
            check(text, Breaks::Join, shown);
        }
    }

    #[test]
    fn what_is_hidden_is_suspect() {
        for c in ('\0'..=char::MAX).filter(|&c| could_change(c)) {
            assert!(is_suspect(&c.to_string()), "{c:?}");
        }
    }

    #[test]
    fn paragraphs_stay_where_they_may() {
        check("one\r\n\ntwo\t.", Breaks::Keep, "one\n\ntwo .");
    }

    #[test]
    fn the_first_hidden_character_is_found() {
        assert_eq!(first_hidden("好\u{200b}\u{1b}"), Some((3, '\u{200b}')));
        assert_eq!(first_hidden("a\tb\r\nc\n"), None);
    }

    #[test]
    fn quotes_are_short() {
        assert_eq!(quoted("a\u{1b}b\nc"), "`a<U+001B>b c`");
        assert_eq!(quoted(&"好".repeat(1_000_000)), format!("`{}…`", "好".repeat(60)));
    }
}
