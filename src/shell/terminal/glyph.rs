//! What stands in each column of a row, and on whose width terminals disagree.

use super::{
    looks::Looks,
    numbers::{Look, Numbers, Text},
    pen::Pen,
};
use crate::view::width::columns_alone;
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
    pub fn first<'a>(cells: &'a [Cell], looks: &mut Looks<'a>) -> Self {
        let (symbol, painted) = (cells[0].symbol(), looks.of(&cells[0]));
        let blank = Self { look: painted.blank, ..Self::BLANK };
        if symbol == " " {
            return blank;
        }
        let (text, width) = measured(symbol, looks.numbers);
        let is_whole = |width: &NonZeroU8| {
            cells.get(1..usize::from(width.get())).is_some_and(|rest| rest.iter().all(|cell| cell.symbol() == " "))
        };
        match width.filter(is_whole) {
            Some(width) => Self { text, look: painted.written, width },
            None => blank,
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

    /// Whether terminals disagree on its width: characters of ambiguous width, emoji, halves of flags, clusters, and
    /// signs that Unicode made wide not long ago.
    pub fn is_doubtful(&self) -> bool {
        let Some(c) = self.text.character() else { return true };
        match c {
            _ if c.is_ascii() => false,
            '\u{4dc0}'..='\u{4dff}' | '\u{1d300}'..='\u{1d376}' | '\u{1f1e6}'..='\u{1f1ff}' => true,
            '\u{2300}'..='\u{2bff}' | '\u{1f000}'..='\u{1ffff}' if self.width > NonZeroU8::MIN => true,
            _ => self.width == NonZeroU8::MIN && c.width_cjk() > Some(1),
        }
    }
}

/// What a symbol says, and the columns that this takes where it can be shown.
fn measured(symbol: &str, numbers: &mut Numbers) -> (Text, Option<NonZeroU8>) {
    let mut characters = symbol.chars();
    let only = characters.next().filter(|_| characters.as_str().is_empty());
    let columns = match only.and_then(columns_alone) {
        Some(columns) => columns,
        None if symbol.contains(char::is_control) => 0,
        None => symbol.cell_width().into(),
    };
    let width = u8::try_from(columns).ok().and_then(NonZeroU8::new);
    (only.map_or_else(|| numbers.text(symbol), Text::of), width)
}

#[cfg(test)]
mod tests {
    use super::super::Depth;
    use super::*;
    use ratatui::{buffer::Buffer, layout::Rect, style::Style};

    fn shown(buffer: &Buffer) -> String {
        let mut numbers = Numbers::default();
        let (mut shown, mut cells) = (String::new(), buffer.content());
        while !cells.is_empty() {
            let glyph = Glyph::first(cells, &mut Looks::new(Depth::Ansi16, &mut numbers));
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
            Glyph::first(row.content(), &mut Looks::new(Depth::Ansi16, &mut Numbers::default())).is_doubtful()
        };
        for text in ["🇯", "䷀", "𝌆", "●", "…", "—", "│", "▒", "⌨\u{fe0f}", "😀", "⭐", "e\u{301}", "🇯🇵"]
        {
            assert!(is_doubtful(text), "{text}");
        }
        for text in ["a", " ", "贵", "「", "あ", "ｱ", "한", "⠿", "░"] {
            assert!(!is_doubtful(text), "{text}");
        }
    }
}
