//! Turns a painted buffer into ASCII, column for column.

use crate::view::width::columns;
use ratatui::buffer::Buffer;

/// What stands for the signs that texts use most; all others become `?`.
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

/// Replaces every sign that is not ASCII by as many ASCII signs as it has columns.
pub(super) fn transliterate(buffer: &mut Buffer) {
    let width = usize::from(buffer.area.width).max(1);
    for at in 0..buffer.content.len() {
        let symbol = buffer.content[at].symbol();
        if symbol.is_ascii() {
            continue;
        }
        let stand_in = STAND_INS.iter().find(|(sign, _)| *sign == symbol).map_or("?", |(_, stand_in)| stand_in);
        let room = width - at % width;
        let style = buffer.content[at].style();
        for cell in 0..columns(symbol).clamp(1, room) {
            buffer.content[at + cell].set_symbol(stand_in).set_style(style);
        }
    }
}
