//! Kana as they are written in Latin letters, so that よこはま finds Yokohama and 横浜.
//!
//! Knows folded text, in which katakana are hiragana.

/// The kana of a consonant before the five vowels.
const ROWS: [(&str, &str); 14] = [
    ("", "あいうえお"),
    ("k", "かきくけこ"),
    ("g", "がぎぐげご"),
    ("s", "さしすせそ"),
    ("z", "ざじずぜぞ"),
    ("t", "たちつてと"),
    ("d", "だぢづでど"),
    ("n", "なにぬねの"),
    ("h", "はひふへほ"),
    ("b", "ばびぶべぼ"),
    ("p", "ぱぴぷぺぽ"),
    ("m", "まみむめも"),
    ("r", "らりるれろ"),
    // There is no wi, wu, we in names.
    ("w", "わ"),
];

const VOWELS: [&str; 5] = ["a", "i", "u", "e", "o"];

/// Those that are not written as their row and their vowel.
const OTHERS: [(char, &str); 14] = [
    ('し', "shi"),
    ('じ', "ji"),
    ('ち', "chi"),
    ('ぢ', "ji"),
    ('つ', "tsu"),
    ('づ', "zu"),
    ('ふ', "fu"),
    ('や', "ya"),
    ('ゆ', "yu"),
    ('よ', "yo"),
    ('を', "o"),
    ('ん', "n"),
    ('ゔ', "vu"),
    ('ー', ""),
];

/// The small ones, which take the place of an `i`.
const SMALL: [(char, &str); 3] = [('ゃ', "a"), ('ゅ', "u"), ('ょ', "o")];

/// A word of kana in Latin letters, by Hepburn; `None` where it is made of anything else.
pub(super) fn romaji(word: &str) -> Option<String> {
    let mut romaji = String::new();
    let mut is_doubled = false;
    for c in word.chars() {
        if let Some((_, vowel)) = SMALL.iter().find(|(small, _)| *small == c) {
            romaji.pop().filter(|last| *last == 'i')?;
            let is_soft = romaji.ends_with("sh") || romaji.ends_with("ch") || romaji.ends_with('j');
            romaji.push_str(if is_soft { "" } else { "y" });
            romaji.push_str(vowel);
        } else if c == 'っ' {
            is_doubled = true;
        } else {
            let sound = sound(c)?;
            let double = sound.chars().next().map(|first| if first == 'c' { 't' } else { first });
            romaji.extend(double.filter(|_| std::mem::take(&mut is_doubled)));
            romaji.push_str(&sound);
        }
    }
    Some(romaji)
}

fn sound(kana: char) -> Option<String> {
    if let Some((_, sound)) = OTHERS.iter().find(|(other, _)| *other == kana) {
        return Some((*sound).to_owned());
    }
    let vowel = |row: &str| row.chars().position(|of_row| of_row == kana).map(|at| VOWELS[at]);
    ROWS.iter().find_map(|(consonant, row)| Some(format!("{consonant}{}", vowel(row)?)))
}

#[cfg(test)]
mod tests {
    use super::super::fold::fold;
    use super::*;

    #[test]
    fn kana_are_written_by_hepburn() {
        for (kana, latin) in [
            ("よこはま", Some("yokohama")),
            ("ヨコハマ", Some("yokohama")),
            ("ﾖｺﾊﾏ", Some("yokohama")),
            ("とうきょう", Some("toukyou")),
            ("しゃしん", Some("shashin")),
            ("さっぽろ", Some("sapporo")),
            ("はっちょう", Some("hatchou")),
            ("ぎふ", Some("gifu")),
            ("ジョージ", Some("joji")),
            ("横はま", None),
            ("ゃ", None),
        ] {
            assert_eq!(romaji(&fold(kana)).as_deref(), latin, "{kana}");
        }
    }
}
