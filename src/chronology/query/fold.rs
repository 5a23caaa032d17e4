//! Texts as the search compares them: without case, marks and punctuation, and with one
//! character for all its forms, so that 横浜 and 橫濱 are 横滨.
//!
//! Knows characters, not what they mean or how they are read.

use std::sync::LazyLock;

/// Characters with the one that stands for them; see `readings/readings.md`.
const FORMS: &str = include_str!("readings/forms.txt");

/// What each character of the basic plane is folded to; made on first use.
static FOLDED: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut forms: Vec<char> = (0..=u32::from(u16::MAX)).map(|code| char::from_u32(code).unwrap_or(' ')).collect();
    for (stands, others) in FORMS.lines().filter_map(|line| line.split_once(' ')) {
        for (form, stands) in others.chars().zip(stands.chars().cycle()) {
            if let Some(slot) = forms.get_mut(u32::from(form) as usize) {
                *slot = stands;
            }
        }
    }
    (0..forms.len()).map(|code| one(&forms, forms[code])).collect()
});

/// A character of a folded text, and the bytes of the text that it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letter {
    pub c: char,
    pub from: usize,
    pub to: usize,
}

/// The letters and digits of a text, with one blank for all that lies between two words.
pub(super) fn letters(text: &str) -> Vec<Letter> {
    let mut letters = Vec::with_capacity(text.len());
    each_letter(text, |letter| letters.push(letter));
    letters
}

/// A folded text.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(&mut folded, text);
    folded
}

/// Adds a folded text to others.
pub(super) fn fold_into(folded: &mut String, text: &str) {
    each_letter(text, |letter| folded.push(letter.c));
}

fn each_letter(text: &str, mut take: impl FnMut(Letter)) {
    let folds: &[char] = &FOLDED;
    let (mut before, mut is_begun, mut blank) = (' ', false, None);
    for (from, c) in text.char_indices() {
        let to = from + c.len_utf8();
        let is_left_out = match c {
            // "10,000" is one number.
            ',' | '，' => before.is_ascii_digit() && text[to..].starts_with(|after: char| after.is_ascii_digit()),
            _ => is_mark(c),
        };
        before = c;
        if is_left_out {
            continue;
        }
        let (first, second) = match double(c) {
            Some((first, second)) => (first, Some(second)),
            None => (folds.get(u32::from(c) as usize).copied().unwrap_or_else(|| one(&[], c)), None),
        };
        if first == ' ' {
            blank = blank.or(Some(Letter { c: ' ', from, to })).filter(|_| is_begun);
            continue;
        }
        if let Some(blank) = blank.take() {
            take(blank);
        }
        take(Letter { c: first, from, to });
        if let Some(c) = second {
            take(Letter { c, from, to });
        }
        is_begun = true;
    }
}

/// Whether a character belongs to a script that puts no blanks between words.
pub(super) const fn is_dense(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Whether a character belongs to a word that blanks set off from others.
pub(super) fn is_spaced(c: char) -> bool {
    c != ' ' && c != '\n' && !is_dense(c)
}

/// Marks that combine with the letter before them, and selectors of its shape.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// The two characters that one is folded to, where it is not one.
const fn double(c: char) -> Option<(char, char)> {
    match c {
        'ß' | 'ẞ' => Some(('s', 's')),
        'æ' | 'Æ' => Some(('a', 'e')),
        'œ' | 'Œ' => Some(('o', 'e')),
        _ => None,
    }
}

/// What one character is folded to, by the forms that stand for others.
fn one(forms: &[char], c: char) -> char {
    let stands = |c: char| forms.get(u32::from(c) as usize).copied().unwrap_or(c);
    let narrow = if matches!(c, '\u{FF01}'..='\u{FF5E}') { shifted(c, 0xFEE0) } else { c };
    match stands(narrow.to_lowercase().next().unwrap_or(narrow)) {
        'ø' => 'o',
        'đ' => 'd',
        'ł' => 'l',
        'ı' => 'i',
        katakana @ 'ァ'..='ヶ' => shifted(katakana, 0x60),
        letter if letter.is_alphanumeric() => letter,
        _ => ' ',
    }
}

/// The character so many code points before this one.
fn shifted(c: char, by: u32) -> char {
    char::from_u32(u32::from(c).saturating_sub(by)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_forms_of_a_text_are_one() {
        for (text, folded) in [
            ("Yokohama's mayor", "yokohama s mayor"),
            ("横滨 横浜 橫濱", "横滨 横滨 横滨"),
            ("貴陽市（貴州）", "贵阳市 贵州"),
            ("渡邉 渡邊 渡辺 斎藤 齋藤", "渡边 渡边 渡边 斋藤 斋藤"),
            ("パーマストン・ノース ﾏｽｸ", "ぱーますとん のーす ますく"),
            ("Tōkyō ＮＴＴ　Straße Œuvre", "tokyo ntt strasse oeuvre"),
            ("cafe\u{301} 10,000 1, 2，3", "cafe 10000 1 23"),
            ("  -- ", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
            assert_eq!(fold(folded), folded, "{text}");
        }
    }

    #[test]
    fn what_stands_for_a_character_stands_for_itself() {
        for c in ('\u{80}'..='\u{FFFF}').filter(|c| c.is_alphanumeric()) {
            let folded = fold(&c.to_string());
            assert_eq!(fold(&folded), folded, "{c}");
        }
    }

    #[test]
    fn every_letter_knows_where_it_comes_from() {
        let text = "Café （横浜）";
        let parts: Vec<(char, &str)> = letters(text).iter().map(|at| (at.c, &text[at.from..at.to])).collect();
        let found = [('c', "C"), ('a', "a"), ('f', "f"), ('e', "é"), (' ', " "), ('横', "横"), ('滨', "浜")];
        assert_eq!(parts, found);
    }
}
