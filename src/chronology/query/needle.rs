//! What a text has to hold to match a word, and where it holds it.
//!
//! Knows folded texts only; readings are spelled out before.

use super::fold::{Letter, is_dense, is_spaced, letters};
use std::ops::Range;

/// A folded text to be found in other folded texts.
///
/// It begins where a word begins. In scripts that put no blanks between words it may begin
/// and end anywhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Needle {
    /// What is looked for.
    pub text: String,
    /// Whether it has to end where a word ends.
    pub ends_word: bool,
}

/// A part of a needle by which texts that may hold it are looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// A whole word.
    Word(&'a str),
    /// The beginning of a word.
    Beginning(&'a str),
    /// Two characters side by side.
    Pair(char, char),
    /// One character.
    Single(char),
}

impl Needle {
    /// Whether a folded text holds it.
    pub fn is_in(&self, text: &str) -> bool {
        text.match_indices(&self.text).any(|(at, found)| {
            let before = text[..at].chars().next_back();
            let after = text[at + found.len()..].chars().next();
            self.fits(before, after)
        })
    }

    /// Whether it may stand between these two characters.
    fn fits(&self, before: Option<char>, after: Option<char>) -> bool {
        let cuts = |own: Option<char>, other: Option<char>| own.is_some_and(is_spaced) && other.is_some_and(is_spaced);
        let is_within = before == Some('十') && self.may_begin_amid_a_month();
        let begins = !cuts(self.text.chars().next(), before) && !is_within;
        begins && !(self.ends_word && cuts(self.text.chars().next_back(), after))
    }

    /// Whether it begins like the end of another month that is not meant, as 一月 like that of 十一月.
    pub fn may_begin_amid_a_month(&self) -> bool {
        ["一月", "二月"].iter().any(|month| self.text.starts_with(month))
    }

    /// Its parts, in order.
    pub fn pieces(&self) -> Vec<Piece<'_>> {
        let mut pieces = Vec::new();
        let mut rest = self.text.as_str();
        while let Some(first) = rest.chars().next() {
            let is_of = if is_dense(first) { is_dense } else { is_spaced };
            let end = rest.find(|c| !is_of(c)).unwrap_or(rest.len());
            let (run, behind) = rest.split_at(end.max(first.len_utf8()));
            match run {
                " " => {}
                _ if is_dense(first) => dense_pieces(run, &mut pieces),
                _ if behind.is_empty() && !self.ends_word => pieces.push(Piece::Beginning(run)),
                _ => pieces.push(Piece::Word(run)),
            }
            rest = behind;
        }
        pieces
    }
}

fn dense_pieces(run: &str, pieces: &mut Vec<Piece>) {
    let mut chars = run.chars();
    let mut pairs = run.chars().skip(1).peekable();
    if pairs.peek().is_none() {
        pieces.extend(chars.next().map(Piece::Single));
    } else {
        pieces.extend(chars.zip(pairs).map(|(a, b)| Piece::Pair(a, b)));
    }
}

/// The letters of a displayed text that match: byte ranges in order, none touching another.
///
/// `needles` are sorted, so that those that begin with one character lie side by side.
pub(super) fn marks(needles: &[Needle], text: &str) -> Vec<Range<usize>> {
    let letters = letters(text);
    let mut marks: Vec<Range<usize>> = Vec::new();
    for at in 0..letters.len() {
        let Some(length) = longest_at(needles, &letters, at) else { continue };
        let found = letters[at].from..letters[at + length - 1].to;
        match marks.last_mut().filter(|last| last.end >= found.start) {
            Some(last) => last.end = last.end.max(found.end),
            None => marks.push(found),
        }
    }
    marks
}

/// How many letters the longest needle takes that is found here.
fn longest_at(needles: &[Needle], letters: &[Letter], at: usize) -> Option<usize> {
    let first = letters[at].c;
    let begin = needles.partition_point(|needle| needle.text.chars().next() < Some(first));
    let before = at.checked_sub(1).map(|before| letters[before].c);
    let candidates = needles[begin..].iter().take_while(|needle| needle.text.starts_with(first));
    let lengths = candidates.filter_map(|needle| {
        let length = needle.text.chars().count();
        let here = letters.get(at..at + length)?;
        let is_here = needle.text.chars().zip(here).all(|(c, letter)| c == letter.c);
        let after = letters.get(at + length).map(|after| after.c);
        (is_here && needle.fits(before, after)).then_some(length)
    });
    lengths.max()
}

#[cfg(test)]
mod tests {
    use super::super::fold::fold;
    use super::*;

    fn needle(text: &str, ends_word: bool) -> Needle {
        Needle { text: fold(text), ends_word }
    }

    #[test]
    fn words_begin_where_words_begin() {
        let check = |wanted: &str, ends_word, text: &str, expected: bool| {
            assert_eq!(needle(wanted, ends_word).is_in(&fold(text)), expected, "{wanted} in {text}");
        };
        check("mask", false, "10,000 masks", true);
        check("ask", false, "10,000 masks", false);
        check("mask", true, "10,000 masks", false);
        check("masks", true, "Masks!", true);
        check("covid-19", false, "the COVID-19 epidemic", true);
        check("浜", false, "新横濱市", true);
        check("万", false, "1万枚", true);
        check("1万", true, "11万枚", false);
        check("一月", false, "十一月", false);
        check("一月", false, "十一月，一月", true);
    }

    #[test]
    fn pieces_are_what_texts_are_looked_up_by() {
        use Piece::{Beginning, Pair, Single, Word};
        assert_eq!(needle("covid-19", false).pieces(), [Word("covid"), Beginning("19")]);
        assert_eq!(needle("covid-19", true).pieces(), [Word("covid"), Word("19")]);
        assert_eq!(needle("贵阳市", false).pieces(), [Pair('贵', '阳'), Pair('阳', '市')]);
        assert_eq!(needle("1万", false).pieces(), [Word("1"), Single('万')]);
    }

    #[test]
    fn marks_are_bytes_of_the_displayed_text() {
        let mut needles = vec![needle("横滨", false), needle("mayor", false), needle("滨市", false)];
        needles.sort_unstable();
        let text = "Mayors of 橫濱市: mayor, 横";
        let marked: Vec<&str> = marks(&needles, text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(marked, ["Mayor", "橫濱市", "mayor"]);
    }
}
