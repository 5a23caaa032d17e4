//! Where the terminal's cursor stands, as far as that is certain, and the shortest way elsewhere.

/// The cursor of a terminal, columns and rows counted from 0.
///
/// The row is certain as soon as it has been set once, since nothing that is sent wraps;
/// the column is not, after a glyph on whose width terminals disagree or at the right edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Cursor {
    row: Option<u16>,
    column: Option<u16>,
}

/// A line feed costs a byte for each row; from here on an address is never longer.
const FEEDS: u16 = 3;

impl Cursor {
    /// The cursor at a known place.
    pub const fn at(column: u16, row: u16) -> Self {
        Self { row: Some(row), column: Some(column) }
    }

    /// The same row, at a column that depends on the terminal.
    pub const fn adrift(self) -> Self {
        Self { row: self.row, column: None }
    }

    /// The column, if it is certain.
    pub const fn column(self) -> Option<u16> {
        self.column
    }

    /// The shortest sequence that brings the cursor to a place; empty if it is there already.
    pub fn way_to(self, column: u16, row: u16) -> String {
        let address = match (column, row) {
            (0, 0) => "\x1b[H".to_owned(),
            (0, _) => format!("\x1b[{}H", row + 1),
            _ => format!("\x1b[{};{}H", row + 1, column + 1),
        };
        self.ways_within(column, row)
            .into_iter()
            .fold(address, |best, way| if way.len() < best.len() { way } else { best })
    }

    /// The ways that rest on where the cursor is now.
    fn ways_within(self, column: u16, row: u16) -> Vec<String> {
        let down = self.row.and_then(|from| row.checked_sub(from));
        let return_to_start = |feeds: u16| format!("\r{}{}", "\n".repeat(usize::from(feeds)), forward(column));
        match (down, self.column) {
            (Some(0), Some(from)) if from <= column => vec![forward(column - from)],
            (Some(0), Some(from)) => vec![backward(from - column), return_to_start(0)],
            (Some(0), None) => vec![format!("\x1b[{}G", column + 1), return_to_start(0)],
            (Some(feeds @ 1..=FEEDS), _) => vec![return_to_start(feeds)],
            _ => Vec::new(),
        }
    }
}

fn forward(columns: u16) -> String {
    match columns {
        0 => String::new(),
        1 => "\x1b[C".to_owned(),
        _ => format!("\x1b[{columns}C"),
    }
}

fn backward(columns: u16) -> String {
    if columns == 1 { "\x08".to_owned() } else { format!("\x1b[{columns}D") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shortest_way_is_taken() {
        let rows = [
            (Cursor::default(), (0, 0), "\x1b[H"),
            (Cursor::default(), (0, 9), "\x1b[10H"),
            (Cursor::default(), (4, 9), "\x1b[10;5H"),
            (Cursor::at(4, 9), (4, 9), ""),
            (Cursor::at(4, 9), (5, 9), "\x1b[C"),
            (Cursor::at(4, 9), (44, 9), "\x1b[40C"),
            (Cursor::at(4, 9), (0, 9), "\r"),
            (Cursor::at(44, 9), (43, 9), "\x08"),
            (Cursor::at(44, 9), (30, 9), "\x1b[14D"),
            (Cursor::at(44, 9), (1, 9), "\r\x1b[C"),
            (Cursor::at(44, 9), (0, 10), "\r\n"),
            (Cursor::at(44, 9), (1, 10), "\r\n\x1b[C"),
            (Cursor::at(44, 9), (40, 10), "\r\n\x1b[40C"),
            (Cursor::at(44, 9), (0, 11), "\r\n\n"),
            (Cursor::at(44, 9), (0, 8), "\x1b[9H"),
            (Cursor::at(44, 9).adrift(), (44, 9), "\x1b[45G"),
            (Cursor::at(44, 9).adrift(), (0, 10), "\r\n"),
        ];
        for (cursor, (column, row), way) in rows {
            assert_eq!(cursor.way_to(column, row), way, "{cursor:?} to {column}, {row}");
        }
    }
}
