//! How many terminal columns a text takes, and cutting it to fit.

use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The columns of a character that makes no cluster with others of this kind: a text of nothing
/// else, as most are, can be measured, cut and written character by character, and need not be
/// searched for clusters. None of any other character.
#[inline]
pub fn columns_alone(c: char) -> Option<usize> {
    match c {
        ' '..='~' => Some(1),
        // Han.
        '\u{4e00}'..='\u{9fff}' => Some(2),
        // Latin, but no soft hyphen; dashes and quotation marks.
        '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}' => Some(1),
        // Arrows, boxes, blocks, dots; what is wide of these is an emoji, which others may make narrow.
        '\u{2190}'..='\u{2bff}' => c.width().filter(|columns| *columns == 1),
        // Chinese punctuation and kana, but no marks that stand on others; fullwidth letters.
        '\u{3000}'..='\u{3029}' | '\u{3041}'..='\u{3096}' | '\u{309b}'..='\u{30ff}' | '\u{ff01}'..='\u{ff60}' => {
            Some(2)
        }
        _ => None,
    }
}

/// The columns that a text takes; a Chinese character takes two.
pub fn columns(text: &str) -> usize {
    // Of plain letters each is a byte and a column: so many are looked at in one go.
    let is_plain = text.bytes().fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~'));
    if is_plain {
        return text.len();
    }
    columns_of_letters(text).unwrap_or_else(|| text.width())
}

/// The same where no character makes a cluster with others, not with those before and behind the
/// text either; `None` where some may.
pub fn columns_of_letters(text: &str) -> Option<usize> {
    text.chars().map(columns_alone).sum()
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
    for (at, c) in text.char_indices() {
        let Some(columns) = columns_alone(c) else { return head_by_clusters(text, width) };
        taken += columns;
        if taken > width {
            return &text[..at];
        }
    }
    text
}

fn head_by_clusters(text: &str, width: usize) -> &str {
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
    use proptest::prelude::*;

    #[test]
    fn a_character_alone_takes_what_it_takes_in_a_text() {
        let all = ('\0'..=char::MAX).filter_map(|c| Some((c, columns_alone(c)?)));
        for (c, columns) in all {
            // Between a letter, a sign that may be an emoji, and itself.
            let text = format!("{c}a{c}\u{2764}{c}{c}");
            assert_eq!((text.graphemes(true).count(), text.width()), (6, 4 * columns + 2), "{c:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn quickly_or_slowly_texts_are_cut_and_measured_alike(
            text in "[ -~¡-ÿ–-…←-⯿、-〃あ-ン゛-ヿ一-龥！-～\u{301}\u{fe00}-\u{fe0f}\u{200d}ﾞ🇦-🇿]{0,12}",
            width in 0..16_usize,
        ) {
            prop_assert_eq!(columns(&text), text.width());
            prop_assert_eq!(head(&text, width), head_by_clusters(&text, width));
        }
    }

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
