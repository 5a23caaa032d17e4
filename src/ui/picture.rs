//! A painted buffer as plain text.

use crate::view::width::columns;
use ratatui::buffer::Buffer;

/// The rows of a buffer, without the blanks at their ends, each with a newline.
pub fn picture(buffer: &Buffer) -> String {
    let width = usize::from(buffer.area.width);
    let rows = buffer.content.chunks(width.max(1)).map(row);
    rows.map(|row| format!("{}\n", row.trim_end())).collect()
}

fn row(cells: &[ratatui::buffer::Cell]) -> String {
    let mut row = String::new();
    let mut covered = 0;
    for cell in cells {
        // The cell behind a wide character is covered by it.
        if covered == 0 {
            row.push_str(cell.symbol());
            covered = columns(cell.symbol());
        }
        covered = covered.saturating_sub(1);
    }
    row
}
