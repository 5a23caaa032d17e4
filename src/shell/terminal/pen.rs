//! How a cell is painted, and the shortest way from one such look to another.

use super::Depth;
use ratatui::{
    buffer::Cell,
    style::{Color, Modifier},
};
use std::fmt::Write;

/// Colours and attributes; the default is the plain one, with which a terminal starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Pen {
    foreground: Color,
    background: Color,
    modifier: Modifier,
}

/// Each attribute with the code that sets it and the one that takes it away.
const ATTRIBUTES: [(Modifier, &str, &str); 9] = [
    (Modifier::BOLD, "1", "22"),
    (Modifier::DIM, "2", "22"),
    (Modifier::ITALIC, "3", "23"),
    (Modifier::UNDERLINED, "4", "24"),
    (Modifier::SLOW_BLINK, "5", "25"),
    (Modifier::RAPID_BLINK, "6", "25"),
    (Modifier::REVERSED, "7", "27"),
    (Modifier::HIDDEN, "8", "28"),
    (Modifier::CROSSED_OUT, "9", "29"),
];

/// The attributes that show even where nothing is written.
const SHOWN_ON_BLANKS: Modifier =
    Modifier::UNDERLINED.union(Modifier::REVERSED).union(Modifier::CROSSED_OUT).union(Modifier::SLOW_BLINK);

impl Default for Pen {
    fn default() -> Self {
        Self::PLAIN
    }
}

impl Pen {
    /// No colour and no attribute.
    pub const PLAIN: Self = Self { foreground: Color::Reset, background: Color::Reset, modifier: Modifier::empty() };

    /// The pen that paints a cell.
    #[inline]
    pub fn of(cell: &Cell, depth: Depth) -> Self {
        Self { foreground: depth.reduce(cell.fg), background: depth.reduce(cell.bg), modifier: cell.modifier }
    }

    /// The simplest pen that paints a space as this one does, so that nothing is sent for what cannot be seen.
    pub fn on_blank(self) -> Self {
        let modifier = self.modifier & SHOWN_ON_BLANKS;
        if modifier.is_empty() { Self { background: self.background, ..Self::default() } } else { self }
    }

    /// A pen that paints a blank as `wanted` does: this one if it can.
    pub fn fitted_to(self, wanted: Self) -> Self {
        if self.on_blank() == wanted.on_blank() { self } else { wanted }
    }

    /// Writes the sequence that turns this pen into the next; nothing if they are the same.
    ///
    /// A code that is left out is 0, which takes all attributes away.
    pub fn change_to(self, next: Self, bytes: &mut String) {
        if self == next {
            return;
        }
        bytes.push_str("\x1b[");
        if next != Self::PLAIN {
            let stepwise = bytes.len();
            self.codes_to(next, bytes);
            let afresh = bytes.len();
            bytes.push(';');
            Self::PLAIN.codes_to(next, bytes);
            // The shorter of both stays.
            if afresh - stepwise <= bytes.len() - afresh {
                bytes.truncate(afresh);
            } else {
                bytes.drain(stepwise..afresh);
            }
        }
        bytes.push('m');
    }

    /// Writes the codes that lead to `next`, which is another pen, without a reset in between.
    /// A semicolon is written behind each, and taken back behind the last.
    fn codes_to(self, next: Self, bytes: &mut String) {
        let (kept, lost) = (self.modifier & next.modifier, self.modifier - next.modifier);
        let (mut standing, mut last) = (kept, "");
        let mut add = |code: &str| bytes.extend([code, ";"]);
        for (attribute, _, off) in ATTRIBUTES {
            // One code takes away both bold and dim, and both kinds of blinking.
            if lost.contains(attribute) && off != last {
                add(off);
                last = off;
                ATTRIBUTES.iter().filter(|row| row.2 == off).for_each(|row| standing.remove(row.0));
            }
        }
        let missing = next.modifier - standing;
        ATTRIBUTES.iter().filter(|row| missing.contains(row.0)).for_each(|row| add(row.1));
        if self.foreground != next.foreground {
            add_color(next.foreground, 30, bytes);
        }
        if self.background != next.background {
            add_color(next.background, 40, bytes);
        }
        bytes.pop();
    }
}

/// Writes the code of a colour as [`Pen::codes_to`] does; `base` is 30 for the foreground and 40 for the background.
fn add_color(color: Color, base: u8, bytes: &mut String) {
    let mut add = |numbers: &[u8]| {
        // Nothing can go wrong in memory.
        numbers.iter().for_each(|number| write!(bytes, "{number};").unwrap_or_default());
    };
    match color {
        Color::Reset => add(&[base + 9]),
        Color::Black => add(&[base]),
        Color::Red => add(&[base + 1]),
        Color::Green => add(&[base + 2]),
        Color::Yellow => add(&[base + 3]),
        Color::Blue => add(&[base + 4]),
        Color::Magenta => add(&[base + 5]),
        Color::Cyan => add(&[base + 6]),
        Color::Gray => add(&[base + 7]),
        Color::DarkGray => add(&[base + 60]),
        Color::LightRed => add(&[base + 61]),
        Color::LightGreen => add(&[base + 62]),
        Color::LightYellow => add(&[base + 63]),
        Color::LightBlue => add(&[base + 64]),
        Color::LightMagenta => add(&[base + 65]),
        Color::LightCyan => add(&[base + 66]),
        Color::White => add(&[base + 67]),
        Color::Indexed(index) => add(&[base + 8, 5, index]),
        Color::Rgb(red, green, blue) => add(&[base + 8, 2, red, green, blue]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pen(foreground: Color, background: Color, modifier: Modifier) -> Pen {
        Pen { foreground, background, modifier }
    }

    #[test]
    fn only_what_changes_is_sent() {
        let plain = Pen::default();
        let bold = pen(Color::Reset, Color::Reset, Modifier::BOLD);
        let both = pen(Color::Reset, Color::Reset, Modifier::BOLD | Modifier::DIM);
        let bold_red = pen(Color::Red, Color::Reset, Modifier::BOLD);
        let all = pen(Color::Rgb(1, 2, 3), Color::Indexed(7), Modifier::BOLD | Modifier::UNDERLINED);
        let rows = [
            (plain, plain, ""),
            (plain, bold, "\x1b[1m"),
            (bold, bold_red, "\x1b[31m"),
            (bold_red, bold, "\x1b[39m"),
            (bold_red, plain, "\x1b[m"),
            (both, bold, "\x1b[;1m"),
            (bold, both, "\x1b[2m"),
            (all, bold, "\x1b[;1m"),
            (plain, all, "\x1b[1;4;38;2;1;2;3;48;5;7m"),
            (all, pen(Color::Rgb(1, 2, 3), Color::Indexed(7), Modifier::BOLD), "\x1b[24m"),
        ];
        for (from, to, sequence) in rows {
            let mut bytes = String::new();
            from.change_to(to, &mut bytes);
            assert_eq!(bytes, sequence, "{from:?} to {to:?}");
        }
    }

    #[test]
    fn a_blank_shows_no_foreground() {
        let red = pen(Color::Red, Color::Blue, Modifier::BOLD);
        assert_eq!(red.on_blank(), pen(Color::Reset, Color::Blue, Modifier::empty()));
        let reversed = pen(Color::Red, Color::Blue, Modifier::REVERSED);
        assert_eq!(reversed.on_blank(), reversed);
    }
}
