//! How many terminal columns a text takes, and cutting it to fit.

use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The columns that a text takes; a Chinese character takes two.
pub fn columns(text: &str) -> usize {
    // Of plain letters each is a byte and a column: so many are looked at in one go.
    let is_plain = text.bytes().fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~'));
    if is_plain { text.len() } else { text.width() }
}

/// The columns of the widest of some texts.
pub fn widest<'t>(texts: impl Iterator<Item = &'t str>) -> usize {
    // No column takes less than a byte.
    texts.fold(0, |widest, text| if text.len() <= widest { widest } else { widest.max(columns(text)) })
}

/// As much of a text from its beginning as fits into `width` columns, never half a character.
pub fn head(text: &str, width: usize) -> &str {
    // No column takes less than a byte.
    if text.len() <= width {
        return text;
    }
    // Where plain letters go on beyond the width, each is a byte and a column.
    if text.as_bytes()[..=width].iter().all(|byte| matches!(byte, b' '..=b'~')) {
        return &text[..width];
    }
    let mut taken = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        taken += grapheme.width();
        if taken > width {
            return &text[..at];
        }
    }
    text
}

/// The text, or as much of it as fits with `ellipsis` behind it.
pub fn fit<'t>(text: &'t str, width: usize, ellipsis: &str) -> Cow<'t, str> {
    if text.len() <= width || columns(text) <= width {
        return Cow::Borrowed(text);
    }
    let kept = head(text, width.saturating_sub(columns(ellipsis))).trim_end();
    Cow::Owned(head(&format!("{kept}{ellipsis}"), width).to_owned())
}

/// The text, cut or filled with blanks to exactly `width` columns.
pub fn pad(text: &str, width: usize, ellipsis: &str) -> String {
    let mut text = fit(text, width, ellipsis).into_owned();
    text.extend(std::iter::repeat_n(' ', width.saturating_sub(columns(&text))));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_those_of_unicode() {
        for text in ["", "Plain letters, ~all!", "a\tb", "a\u{7f}", "e\u{301}", "横滨 and more", "🧑‍🤝‍🧑", "\n"]
        {
            assert_eq!(columns(text), text.width(), "{text:?}");
        }
    }

    #[test]
    fn a_cut_text_never_ends_in_half_a_character() {
        let check = |text, width, expected| assert_eq!(fit(text, width, "…"), expected, "{text} in {width}");
        check("横滨", 4, "横滨");
        check("横滨市", 5, "横滨…");
        check("横滨市", 4, "横…");
        check("横滨", 1, "…");
        check("abc def", 5, "abc…");
        check("abc", 0, "");
        check("abc", 3, "abc");
        check("abce\u{301}d", 4, "abc…");
        check("abce\u{301}d", 5, "abce\u{301}d");
        assert_eq!(pad("横滨市", 4, "…"), "横… ");
    }

    #[test]
    fn the_widest_text_is_that_of_most_columns() {
        assert_eq!(widest(["", "ab", "横滨市", "abcde", "été"].into_iter()), 6);
        assert_eq!(widest(["abcdefg", "横滨市", "d\u{301}\u{302}\u{303}\u{304}"].into_iter()), 7);
        assert_eq!(widest([].into_iter()), 0);
    }
}
