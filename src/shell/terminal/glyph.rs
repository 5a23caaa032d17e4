//! What stands in each column of a row, and on whose width terminals disagree.

use super::{Depth, pen::Pen};
use ratatui::buffer::{Cell, CellWidth};
use unicode_width::UnicodeWidthStr;

/// A character, or a cluster of them, as it is to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Glyph<'a> {
    /// What is sent.
    pub text: &'a str,
    /// The columns that it takes.
    pub width: u16,
    /// How it is painted.
    pub pen: Pen,
    /// The address that it leads to.
    pub link: Option<&'a str>,
}

/// The glyphs of a row by column; the columns under the rest of a wide one hold none.
pub(super) fn glyphs(cells: &[Cell], depth: Depth) -> Vec<Option<Glyph<'_>>> {
    let mut columns = vec![None; cells.len()];
    let mut column = 0;
    while column < cells.len() {
        let glyph = first_glyph(&cells[column..], depth);
        columns[column] = Some(glyph);
        column += usize::from(glyph.width);
    }
    columns
}

/// The glyph that begins a row of at least one cell.
///
/// A blank stands for what cannot be shown: a control character, a mark with nothing to
/// stand on, a wide glyph cut by the right edge, or one whose right half something else
/// has been painted over.
fn first_glyph(cells: &[Cell], depth: Depth) -> Glyph<'_> {
    let (text, pen) = (cells[0].symbol(), Pen::of(&cells[0], depth));
    let width = match text.as_bytes() {
        [b' '..=b'~'] => 1,
        _ if text.contains(char::is_control) => 0,
        _ => text.cell_width(),
    };
    let rest = cells.get(1..usize::from(width));
    let is_whole = rest.is_some_and(|rest| rest.iter().all(|cell| cell.symbol() == " "));
    if is_whole && text != " " {
        Glyph { text, width, pen, link: None }
    } else {
        Glyph { text: " ", width: 1, pen: pen.on_blank(), link: None }
    }
}

impl Glyph<'_> {
    /// Whether nothing is written in it.
    pub fn is_blank(&self) -> bool {
        self.text == " "
    }

    /// The pen in hand after this glyph has been written: the one from before, if that can write it.
    pub fn pen_after(&self, pen: Pen) -> Pen {
        if self.is_blank() { pen.fitted_to(self.pen) } else { self.pen }
    }

    /// Whether it looks as a terminal's erased cell does.
    pub fn is_erased(&self) -> bool {
        self.is_blank() && self.pen == Pen::default() && self.link.is_none()
    }

    /// Whether terminals disagree on its width: characters of ambiguous width, emoji, clusters.
    pub fn is_doubtful(&self) -> bool {
        let mut characters = self.text.chars();
        let first = characters.next().unwrap_or(' ');
        let is_symbol = self.width > 1 && matches!(first, '\u{2300}'..='\u{2bff}' | '\u{1f000}'..='\u{1ffff}');
        let is_ambiguous = || self.width == 1 && self.text.width_cjk() > 1;
        !self.text.is_ascii() && (characters.next().is_some() || is_symbol || is_ambiguous())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::{buffer::Buffer, layout::Rect, style::Style};

    fn shown(buffer: &Buffer) -> String {
        glyphs(buffer.content(), Depth::Ansi16).into_iter().flatten().map(|glyph| glyph.text).collect()
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
        let is_doubtful =
            |text| Glyph { text, width: text.cell_width(), pen: Pen::default(), link: None }.is_doubtful();
        for text in ["●", "…", "—", "│", "▒", "⌨\u{fe0f}", "😀", "⭐", "e\u{301}", "🇯🇵"] {
            assert!(is_doubtful(text), "{text}");
        }
        for text in ["a", " ", "贵", "「", "あ", "ｱ", "한", "⠿", "░"] {
            assert!(!is_doubtful(text), "{text}");
        }
    }
}
