//! Characters that cannot be seen, made visible: done once, at load, for everything that a file holds.
//!
//! Knows characters only, not what the text is for.

use std::borrow::Cow;
use unicode_width::UnicodeWidthChar;

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
    if !could_change_within(text) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for spot in spots(text) {
        match spot.c {
            '\r' if spot.after == Some('\n') => {}
            '\n' if breaks == Breaks::Keep => shown.push('\n'),
            '\n' | '\t' => shown.push(' '),
            c if spot.is_hidden() => shown.push_str(&code_point(c)),
            c => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

/// The first hidden character of a text, with its byte in it; tabs and line breaks do not count.
pub fn first_hidden(text: &str) -> Option<(usize, char)> {
    let mut byte = 0;
    for spot in spots(text) {
        let is_break = matches!(spot.c, '\n' | '\t') || (spot.c == '\r' && spot.after == Some('\n'));
        if !is_break && spot.is_hidden() {
            return Some((byte, spot.c));
        }
        byte += spot.c.len_utf8();
    }
    None
}

/// The text with U+FFFD for each hidden character, and spaces for tabs: as many characters as before.
pub fn marked(text: &str) -> String {
    let mark = |spot: Spot| match spot.c {
        '\t' => ' ',
        _ if spot.is_hidden() => char::REPLACEMENT_CHARACTER,
        c => c,
    };
    spots(text).map(mark).collect()
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

/// A character, and what there is around it.
#[derive(Debug, Clone, Copy)]
struct Spot {
    before: Option<char>,
    c: char,
    after: Option<char>,
    /// How many characters without a width have been piled up, this one included.
    pile: usize,
}

/// Each character in its place.
fn spots(text: &str) -> impl Iterator<Item = Spot> {
    let (mut before, mut pile) = (None, 0);
    let mut chars = text.chars().peekable();
    std::iter::from_fn(move || {
        let c = chars.next()?;
        pile = if is_without_width(c) {
            pile + 1
        } else if before == Some(JOINER) {
            pile
        } else {
            0
        };
        Some(Spot { before: before.replace(c), c, after: chars.peek().copied(), pile })
    })
}

/// The characters that most texts are made of, of which none could change: to know them at
/// once is what makes a long file quick to read.
const fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{3001}'..='\u{3029}' | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FE}')
        || matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF60}')
}

/// Whether there is a character in a text that may have to be written out.
fn could_change_within(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| !OF_PLAIN[usize::from(byte)]) {
        let mut characters = rest[at..].chars();
        if characters.next().is_some_and(could_change) {
            return true;
        }
        rest = characters.as_str();
    }
    false
}

/// For each byte whether no character that could change begins with it: those of ASCII and those
/// from U+4000 to U+9FFF do not, and from 0x80 on stands what follows the first.
const OF_PLAIN: [bool; 256] = {
    let mut all = [false; 256];
    let mut byte = 0;
    while byte < all.len() {
        all[byte] = matches!(byte as u8, b' '..=b'~' | 0x80..=0xBF | 0xE4..=0xE9);
        byte += 1;
    }
    all
};

/// Whether a character may have to be written out, depending on what is around it.
fn could_change(c: char) -> bool {
    !is_plain(c) && (is_always_hidden(c) || is_without_width(c))
}

fn is_without_width(c: char) -> bool {
    !c.is_ascii() && c.width() == Some(0)
}

/// U+200D, which makes one sign of those on its two sides.
const JOINER: char = '\u{200D}';

/// The most marks, joiners and selectors that one sign may carry: more than any script needs,
/// and few enough for any terminal.
const MOST_PILED: usize = 8;

impl Spot {
    /// Whether a character changes what is seen, or what a terminal does, without being seen itself.
    ///
    /// The joiners U+200C and U+200D are part of the spelling in the scripts from Arabic to
    /// Sinhala, in Myanmar, Khmer and Mongolian, and U+200D in pictures such as families: between
    /// two characters of these they stay. Variation selectors stay too: names of people and places
    /// need them, and those of Mongolian behind its letters. Of a pile of marks only the first few stay.
    fn is_hidden(self) -> bool {
        let between = |holds: fn(char) -> bool| self.before.is_some_and(holds) && self.after.is_some_and(holds);
        match self.c {
            _ if self.pile > MOST_PILED => is_without_width(self.c),
            JOINER => !between(needs_joiners) && !between(is_picture),
            '\u{200C}' => !between(needs_joiners),
            '\u{180B}'..='\u{180D}' | '\u{180F}' => !self.before.is_some_and(is_mongolian),
            c => is_always_hidden(c),
        }
    }
}

/// Whether a character looks like nothing, whatever stands around it.
pub fn is_always_hidden(c: char) -> bool {
    match c {
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' => true,
        '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' => true,
        // What fills the place of a Korean letter, a Khmer vowel or a Braille sign looks like nothing.
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{17B4}' | '\u{17B5}' | '\u{2800}' => true,
        '\u{FEFF}' | '\u{FFF0}'..='\u{FFFB}' => true,
        // What steers shorthand and music.
        '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' => true,
        '\u{E0000}'..='\u{E00FF}' | '\u{E01F0}'..='\u{E0FFF}' => true,
        _ => c.is_control(),
    }
}

fn needs_joiners(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{DFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{18AF}')
}

fn is_mongolian(c: char) -> bool {
    matches!(c, '\u{1820}'..='\u{18AA}')
}

fn is_picture(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}')
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
            ("👨\u{200d}👩\u{200d}👧", "👨\u{200d}👩\u{200d}👧"),
            ("👨\u{200d}a", "👨<U+200D>a"),
            ("x\u{3164}", "x<U+3164>"),
            ("x\u{34f}\u{17b4}\u{2800}\u{fff0}", "x<U+034F><U+17B4><U+2800><U+FFF0>"),
            ("\u{1bca0}\u{1d173}", "<U+1BCA0><U+1D173>"),
            ("ᠠ\u{180b}", "ᠠ\u{180b}"),
            ("a\u{180b}\u{180f}", "a<U+180B><U+180F>"),
            ("one\ttwo\r\nthree", "one two three"),
            ("a\rb", "a<U+000D>b"),
        ] {
            check(text, Breaks::Join, shown);
        }
    }

    #[test]
    fn what_is_plain_could_not_change() {
        for c in ('\0'..=char::MAX).filter(|&c| is_plain(c)) {
            assert!(!is_always_hidden(c) && !is_without_width(c), "{c:?}");
        }
    }

    #[test]
    fn what_could_change_is_found_wherever_it_stands() {
        for c in ('\0'..=char::MAX).filter(|c| c.len_utf8() < 4 || u32::from(*c).is_multiple_of(97)) {
            for text in [format!("{c}"), format!("a好{c}é、"), format!("鿿一{c}")] {
                assert_eq!(could_change_within(&text), text.contains(could_change), "{text:?}");
            }
        }
    }

    #[test]
    fn piles_come_to_an_end() {
        let pile = |count: usize| "Z".to_owned() + &"\u{301}".repeat(count);
        check(&pile(8), Breaks::Join, &pile(8));
        check(&pile(10), Breaks::Join, &(pile(8) + "<U+0301><U+0301>"));
        let family = |count: usize| "👨\u{200d}".repeat(count) + "👨";
        assert_eq!(visible(&family(8), Breaks::Join), family(8));
        assert!(visible(&family(9), Breaks::Join).ends_with("👨<U+200D>👨"));
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
