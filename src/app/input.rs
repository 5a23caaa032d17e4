//! A line of text that is being typed.

use unicode_segmentation::UnicodeSegmentation;

/// The most bytes that can be typed: more than any question takes.
const MOST: usize = 1_000;

/// A text and the place in it where the next character goes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct Input {
    text: String,
    /// A byte at which a character begins or the text ends.
    cursor: usize,
    /// Whether the text is only offered: the first letter takes its place, any other stroke
    /// takes it over.
    is_offered: bool,
}

/// What can be done to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stroke {
    /// Put a character in.
    Insert(char),
    /// Take the character before the cursor away.
    Erase,
    /// Take the character at the cursor away.
    Delete,
    /// Take the word before the cursor away.
    EraseWord,
    /// Take all before the cursor away.
    EraseAll,
    /// One character to the left.
    Left,
    /// One character to the right.
    Right,
    /// To the beginning.
    Home,
    /// To the end.
    End,
}

impl Input {
    /// A text with the cursor at its end.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { cursor: text.len(), text, is_offered: false }
    }

    /// The same, to be taken over or to be replaced by the first letter.
    pub fn offered(text: impl Into<String>) -> Self {
        let input = Self::new(text);
        Self { is_offered: !input.text.is_empty(), ..input }
    }

    /// Whether the first letter takes the text's place.
    pub fn is_offered(&self) -> bool {
        self.is_offered
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text before and behind the cursor.
    pub fn parts(&self) -> (&str, &str) {
        self.text.split_at(self.cursor)
    }

    /// Carries out a stroke.
    pub fn apply(&mut self, stroke: Stroke) {
        if std::mem::take(&mut self.is_offered) && matches!(stroke, Stroke::Insert(_) | Stroke::Erase) {
            self.cut(0, self.text.len());
        }
        let (before, behind) = self.parts();
        let previous = before.grapheme_indices(true).next_back().map_or(0, |(at, _)| at);
        let next = self.cursor + behind.graphemes(true).next().map_or(0, str::len);
        let word =
            before.trim_end().rmatch_indices(char::is_whitespace).next().map_or(0, |(at, blank)| at + blank.len());
        match stroke {
            Stroke::Insert(letter) => self.insert(letter),
            Stroke::Erase => self.cut(previous, self.cursor),
            Stroke::Delete => self.cut(self.cursor, next),
            Stroke::EraseWord => self.cut(word, self.cursor),
            Stroke::EraseAll => self.cut(0, self.cursor),
            Stroke::Left => self.cursor = previous,
            Stroke::Right => self.cursor = next,
            Stroke::Home => self.cursor = 0,
            Stroke::End => self.cursor = self.text.len(),
        }
    }

    fn insert(&mut self, letter: char) {
        if !letter.is_control() && self.text.len() < MOST {
            self.text.insert(self.cursor, letter);
            self.cursor += letter.len_utf8();
        }
    }

    fn cut(&mut self, from: usize, to: usize) {
        self.text.replace_range(from..to, "");
        self.cursor = from;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Stroke::{Delete, End, Erase, EraseAll, EraseWord, Home, Insert, Left, Right};

    /// What stands before and behind the cursor after strokes on a text.
    fn check(text: &str, strokes: &[Stroke], expected: (&str, &str)) {
        let mut input = Input::new(text);
        strokes.iter().for_each(|&stroke| input.apply(stroke));
        assert_eq!(input.parts(), expected, "{text} {strokes:?}");
    }

    #[test]
    fn characters_go_in_and_out_whole() {
        check("", &[Insert('横'), Insert('滨')], ("横滨", ""));
        check("横滨", &[Erase], ("横", ""));
        check("e\u{301}", &[Erase], ("", ""));
        check("横滨", &[Left, Insert('x')], ("横x", "滨"));
        check("横滨", &[Home, Delete], ("", "滨"));
        check("ab", &[Home, Left, Right, Right, Right, Insert('c')], ("abc", ""));
        check("", &[Erase, Delete, EraseWord, EraseAll, Left, Right], ("", ""));
        check("a", &[Insert('\u{1b}'), Insert('\n')], ("a", ""));
    }

    #[test]
    fn words_and_lines_go_at_once() {
        check("to 横滨 市", &[EraseWord], ("to 横滨 ", ""));
        check("to 横滨 ", &[EraseWord], ("to ", ""));
        check("to\u{3000}横滨", &[EraseWord], ("to\u{3000}", ""));
        check("a b", &[Left, EraseAll], ("", "b"));
        check("a b", &[Home, End], ("a b", ""));
    }

    #[test]
    fn what_is_offered_goes_with_the_first_letter_but_can_be_taken_over() {
        let check = |strokes: &[Stroke], expected| {
            let mut input = Input::offered("横滨");
            strokes.iter().for_each(|&stroke| input.apply(stroke));
            assert_eq!(input.parts(), expected, "{strokes:?}");
        };
        check(&[], ("横滨", ""));
        check(&[Insert('a'), Insert('b')], ("ab", ""));
        check(&[Erase], ("", ""));
        check(&[End, Insert('a')], ("横滨a", ""));
        check(&[Left, Erase], ("", "滨"));
    }

    #[test]
    fn there_is_an_end_to_it() {
        let mut input = Input::default();
        (0..5_000).for_each(|_| input.apply(Insert('滨')));
        assert!(input.text().len() <= MOST + 2, "{}", input.text().len());
    }
}
