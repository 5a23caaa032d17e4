//! Replaces signs in a painted buffer by those of ASCII, column for column.

use crate::view::width::columns;
use ratatui::buffer::Buffer;

/// What stands for the signs that texts use most: all are of ambiguous width, but the last.
const STAND_INS: &[(&str, &str)] = &[
    ("–", "-"),
    ("—", "-"),
    ("‘", "'"),
    ("’", "'"),
    ("“", "\""),
    ("”", "\""),
    ("…", "~"),
    ("·", "-"),
    ("×", "x"),
    ("→", ">"),
    ("←", "<"),
    ("↑", "^"),
    ("↓", "v"),
    ("\u{a0}", " "),
];

/// Replaces every sign that has a stand-in by as many of those as it has columns; `other` tells
/// what stands for the rest of what is not ASCII, if anything does.
pub(super) fn replace(buffer: &mut Buffer, other: impl Fn(&str) -> Option<&'static str>) {
    let width = usize::from(buffer.area.width).max(1);
    for at in 0..buffer.content.len() {
        let symbol = buffer.content[at].symbol();
        if symbol.is_ascii() {
            continue;
        }
        let known = STAND_INS.iter().find(|(sign, _)| *sign == symbol).map(|(_, stand_in)| *stand_in);
        let Some(stand_in) = known.or_else(|| other(symbol)) else { continue };
        let room = width - at % width;
        let style = buffer.content[at].style();
        for cell in 0..columns(symbol).clamp(1, room) {
            buffer.content[at + cell].set_symbol(stand_in).set_style(style);
        }
    }
}
