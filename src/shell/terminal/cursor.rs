//! Where the terminal's cursor stands, as far as that is certain, and the shortest way elsewhere.

use std::fmt;

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

    /// The shortest way to a place; of no bytes if it is there already.
    pub fn way_to(self, column: u16, row: u16) -> Way {
        let stepwise = self.down_to(row).map(|down| Way { down: Some(down), ..self.across_to(column) });
        shortest([Way::by(Step::Address { column, row })].into_iter().chain(stepwise))
    }

    /// The step to a row below, in the same column; none if it is not certain where that is.
    fn down_to(self, row: u16) -> Option<Step> {
        row.checked_sub(self.row?).map(Step::Down)
    }

    /// The way to a column of the same row.
    fn across_to(self, column: u16) -> Way {
        let from_start = Way { start: true, ..Way::by(Step::Forward(column)) };
        let absolute = [Way::by(Step::Column(column)), from_start];
        let relative = self.column.map(|from| match column.checked_sub(from) {
            Some(columns) => Step::Forward(columns),
            None => Step::Backward(from - column),
        });
        shortest(relative.map(Way::by).into_iter().chain(absolute))
    }
}

/// From so many rows or columns on, a number is no longer than as many control characters.
const LONGEST: u16 = 4;

/// What brings the cursor somewhere: nothing is written before the shortest way is known, for
/// every piece of a frame asks for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Way {
    down: Option<Step>,
    /// Whether it leads over the first column.
    start: bool,
    last: Step,
}

/// A part of a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// To a place, wherever the cursor is.
    Address { column: u16, row: u16 },
    /// To a column of the same row.
    Column(u16),
    /// Down by so many rows.
    Down(u16),
    /// To the right by so many columns.
    Forward(u16),
    /// To the left.
    Backward(u16),
}

impl Way {
    const fn by(last: Step) -> Self {
        Self { down: None, start: false, last }
    }

    /// How many bytes it takes.
    pub fn len(self) -> usize {
        self.down.map_or(0, Step::len) + usize::from(self.start) + self.last.len()
    }
}

/// The sequences, in their order.
impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(down) = self.down {
            down.fmt(f)?;
        }
        if self.start {
            f.write_str("\r")?;
        }
        self.last.fmt(f)
    }
}

impl Step {
    fn len(self) -> usize {
        let digits = |number: u16| number.checked_ilog10().unwrap_or_default() as usize + 1;
        match self {
            Self::Address { column: 0, row: 0 } => 3,
            Self::Address { column: 0, row } => 3 + digits(row + 1),
            Self::Address { column, row } => 4 + digits(row + 1) + digits(column + 1),
            Self::Column(column) => 3 + digits(column + 1),
            Self::Forward(columns @ 0..=1) => 3 * usize::from(columns),
            Self::Down(count) | Self::Backward(count) if count < LONGEST => count.into(),
            Self::Down(count) | Self::Forward(count) | Self::Backward(count) => 3 + digits(count),
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut repeat = |sign: &str, count: u16| (0..count).try_for_each(|_| f.write_str(sign));
        match *self {
            Self::Address { column: 0, row: 0 } => f.write_str("\x1b[H"),
            Self::Address { column: 0, row } => write!(f, "\x1b[{}H", row + 1),
            Self::Address { column, row } => write!(f, "\x1b[{};{}H", row + 1, column + 1),
            Self::Column(column) => write!(f, "\x1b[{}G", column + 1),
            Self::Down(rows) if rows < LONGEST => repeat("\n", rows),
            Self::Down(rows) => write!(f, "\x1b[{rows}B"),
            Self::Forward(columns @ 0..=1) => repeat("\x1b[C", columns),
            Self::Forward(columns) => write!(f, "\x1b[{columns}C"),
            Self::Backward(columns) if columns < LONGEST => repeat("\x08", columns),
            Self::Backward(columns) => write!(f, "\x1b[{columns}D"),
        }
    }
}

/// The first of the shortest.
fn shortest(ways: impl Iterator<Item = Way>) -> Way {
    ways.min_by_key(|way| way.len()).unwrap_or(Way::by(Step::Forward(0)))
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
            let found = cursor.way_to(column, row);
            assert_eq!(found.to_string(), way, "{cursor:?} to {column}, {row}");
            assert_eq!(found.len(), way.len(), "{found:?}");
        }
    }
}
