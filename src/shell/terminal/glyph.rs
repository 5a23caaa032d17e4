//! What stands in each column of a row, and on whose width terminals disagree.

use super::{
    Depth,
    numbers::{Look, Numbers, Text},
    pen::Pen,
};
use ratatui::buffer::{Cell, CellWidth};
use std::num::NonZeroU8;
use unicode_width::UnicodeWidthChar;

/// A character, or a cluster of them, as it is to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Glyph {
    /// What is sent.
    pub text: Text,
    /// How it is painted, and where it leads.
    pub look: Look,
    /// The columns that it takes.
    pub width: NonZeroU8,
}

impl Glyph {
    /// A blank as a terminal erases it.
    pub const BLANK: Self = Self { text: Text::BLANK, look: Look::PLAIN, width: NonZeroU8::MIN };

    /// The glyph that begins a row of at least one cell.
    ///
    /// A blank stands for what cannot be shown: a control character, a mark with nothing to
    /// stand on, a wide glyph cut by the right edge, or one whose right half something else
    /// has been painted over.
    pub fn first(cells: &[Cell], depth: Depth, numbers: &mut Numbers) -> Self {
        let (symbol, pen) = (cells[0].symbol(), Pen::of(&cells[0], depth));
        let (text, width) = match *symbol.as_bytes() {
            // Most of a screen.
            [b' '] if pen == Pen::PLAIN => return Self::BLANK,
            [letter @ b' '..=b'~'] => (Text::of(char::from(letter)), Some(NonZeroU8::MIN)),
            _ if symbol.contains(char::is_control) => (Text::BLANK, None),
            _ => (numbers.text(symbol), u8::try_from(symbol.cell_width()).ok().and_then(NonZeroU8::new)),
        };
        let is_whole = |width: &NonZeroU8| {
            cells.get(1..usize::from(width.get())).is_some_and(|rest| rest.iter().all(|cell| cell.symbol() == " "))
        };
        match width.filter(|width| text != Text::BLANK && is_whole(width)) {
            Some(width) => Self { text, look: numbers.look(pen, None), width },
            None => Self { look: numbers.look(pen.on_blank(), None), ..Self::BLANK },
        }
    }

    /// Whether nothing is written in it.
    pub fn is_blank(&self) -> bool {
        self.text == Text::BLANK
    }

    /// The pen in hand after this glyph has been written: the one from before, if that can write it.
    pub fn pen_after(&self, pen: Pen, numbers: &Numbers) -> Pen {
        let own = numbers.pen(self.look);
        if self.is_blank() { pen.fitted_to(own) } else { own }
    }

    /// Whether it looks as a terminal's erased cell does.
    pub fn is_erased(&self) -> bool {
        *self == Self::BLANK
    }

    /// Whether terminals disagree on its width: characters of ambiguous width, emoji, clusters.
    pub fn is_doubtful(&self) -> bool {
        let Some(c) = self.text.character() else { return true };
        let is_wide = self.width > NonZeroU8::MIN;
        let is_symbol = is_wide && matches!(c, '\u{2300}'..='\u{2bff}' | '\u{1f000}'..='\u{1ffff}');
        let is_ambiguous = || !is_wide && c.width_cjk() > Some(1);
        !c.is_ascii() && (is_symbol || is_ambiguous())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::{buffer::Buffer, layout::Rect, style::Style};

    fn shown(buffer: &Buffer) -> String {
        let mut numbers = Numbers::default();
        let (mut shown, mut cells) = (String::new(), buffer.content());
        while !cells.is_empty() {
            let glyph = Glyph::first(cells, Depth::Ansi16, &mut numbers);
            numbers.write(glyph.text, &mut shown);
            cells = &cells[usize::from(glyph.width.get())..];
        }
        shown
    }

    fn buffer(width: u16, text: &str) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, 1));
        buffer.set_string(0, 0, text, Style::new());
        buffer
    }

    #[test]
    fn what_cannot_be_shown_becomes_blank() {
        let mut cut = buffer(3, "abc");
        cut[(2, 0)].set_symbol("贵");
        let mut covered = buffer(6, "贵阳市");
        covered[(3, 0)].set_symbol("│");
        let mut hostile = buffer(4, "abcd");
        hostile[(1, 0)].set_symbol("\x1b[2J");
        hostile[(2, 0)].set_symbol("\u{301}");
        for (buffer, text) in [(buffer(6, "贵阳a"), "贵阳a "), (cut, "ab "), (covered, "贵 │市"), (hostile, "a  d")]
        {
            assert_eq!(shown(&buffer), text);
        }
    }

    #[test]
    fn doubt_is_kept_to_what_terminals_disagree_on() {
        let is_doubtful = |text: &str| {
            let row = buffer(4, text);
            Glyph::first(row.content(), Depth::Ansi16, &mut Numbers::default()).is_doubtful()
        };
        for text in ["●", "…", "—", "│", "▒", "⌨\u{fe0f}", "😀", "⭐", "e\u{301}", "🇯🇵"] {
            assert!(is_doubtful(text), "{text}");
        }
        for text in ["a", " ", "贵", "「", "あ", "ｱ", "한", "⠿", "░"] {
            assert!(!is_doubtful(text), "{text}");
        }
    }
}
