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
        let stepwise = self.down_to(row).map(|down| down + &self.across_to(column));
        shortest([address(column, row)].into_iter().chain(stepwise))
    }

    /// The way to a row below, in the same column; none if it is not certain where that is.
    fn down_to(self, row: u16) -> Option<String> {
        let rows = row.checked_sub(self.row?)?;
        let feeds = "\n".repeat(usize::from(rows.min(LONGEST)));
        Some(if rows < LONGEST { feeds } else { format!("\x1b[{rows}B") })
    }

    /// The way to a column of the same row.
    fn across_to(self, column: u16) -> String {
        let absolute = [format!("\x1b[{}G", column + 1), format!("\r{}", forward(column))];
        let relative = self.column.map(|from| match column.checked_sub(from) {
            Some(columns) => forward(columns),
            None => backward(from - column),
        });
        shortest(relative.into_iter().chain(absolute))
    }
}

/// From so many rows or columns on, a number is no longer than as many control characters.
const LONGEST: u16 = 4;

/// The first of the shortest.
fn shortest(ways: impl Iterator<Item = String>) -> String {
    ways.min_by_key(String::len).unwrap_or_default()
}

fn address(column: u16, row: u16) -> String {
    match (column, row) {
        (0, 0) => "\x1b[H".to_owned(),
        (0, _) => format!("\x1b[{}H", row + 1),
        _ => format!("\x1b[{};{}H", row + 1, column + 1),
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
    if columns < LONGEST { "\x08".repeat(usize::from(columns)) } else { format!("\x1b[{columns}D") }
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
            (Cursor::at(44, 9), (41, 9), "\x08\x08\x08"),
            (Cursor::at(44, 9), (1, 9), "\x1b[2G"),
            (Cursor::at(44, 9), (0, 10), "\n\r"),
            (Cursor::at(44, 9), (44, 10), "\n"),
            (Cursor::at(44, 9), (42, 10), "\n\x08\x08"),
            (Cursor::at(44, 9), (50, 10), "\n\x1b[6C"),
            (Cursor::at(44, 9), (0, 11), "\n\n\r"),
            (Cursor::at(44, 9), (44, 30), "\x1b[21B"),
            (Cursor::at(44, 9), (50, 30), "\x1b[31;51H"),
            (Cursor::at(44, 9), (0, 8), "\x1b[9H"),
            (Cursor::at(44, 9).adrift(), (44, 9), "\x1b[45G"),
            (Cursor::at(44, 9).adrift(), (0, 10), "\n\r"),
        ];
        for (cursor, (column, row), way) in rows {
            assert_eq!(cursor.way_to(column, row), way, "{cursor:?} to {column}, {row}");
        }
    }
}
