//! Any CSV as rows of cells by the names of their columns.

use super::draft::Draft;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// A table with a header.
#[derive(Debug)]
pub struct Table {
    /// The names of its columns, in lower case, each once.
    pub columns: Vec<String>,
    /// The names that more than one column has, once for each column after the first.
    doubles: Vec<String>,
    /// How many rows have more cells than the header names.
    longer: usize,
    rows: Vec<csv::StringRecord>,
    positions: HashMap<String, usize>,
}

/// One row.
#[derive(Debug, Clone, Copy)]
pub struct Row<'t> {
    positions: &'t HashMap<String, usize>,
    cells: &'t csv::StringRecord,
}

impl Table {
    /// Reads a text whose first line names the columns. Cells are separated by the one of
    /// `,`, `;` and tab that this line has most of.
    pub fn read(text: &str) -> Result<Self, String> {
        let header = text.lines().next().unwrap_or_default();
        let count = |byte: u8| header.bytes().filter(|&other| other == byte).count();
        let delimiter = [b',', b';', b'\t'].into_iter().rev().max_by_key(|&byte| count(byte)).unwrap_or(b',');
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .has_headers(false)
            .from_reader(text.as_bytes());
        let mut rows = reader.records().collect::<Result<Vec<_>, _>>().map_err(|error| error.to_string())?.into_iter();
        let header =
            rows.next().ok_or("the table is empty; a first line with the names of the columns was expected")?;
        let (mut columns, mut doubles, mut positions) = (Vec::new(), Vec::new(), HashMap::new());
        for (at, name) in header.iter().map(|name| name.trim().to_lowercase()).enumerate() {
            match positions.entry(name.clone()) {
                Entry::Vacant(entry) => {
                    entry.insert(at);
                    columns.push(name);
                }
                Entry::Occupied(_) => doubles.push(name),
            }
        }
        let rows: Vec<csv::StringRecord> = rows.collect();
        // A quote that is opened and never closed swallows all that follows.
        let is_open = text.bytes().filter(|&byte| byte == b'"').count() % 2 == 1;
        if is_open && rows.last().is_some_and(|cells| cells.iter().any(|cell| cell.contains('\n'))) {
            return Err("a quote is opened and never closed: the rest of the table stands in one cell".to_owned());
        }
        let longer = rows.iter().filter(|cells| cells.len() > header.len()).count();
        Ok(Self { columns, doubles, longer, rows, positions })
    }

    /// Notes the columns that have the name of another, and the rows that hold more than the
    /// header has names for.
    pub fn note_lost(&self, draft: &mut Draft) {
        for name in self.doubles.iter().filter(|name| !name.is_empty()) {
            draft.note(name, "another column of this name comes first: this one is left out");
        }
        if self.longer > 0 {
            let rows = if self.longer == 1 { "row has" } else { "rows have" };
            draft.note(
                "table",
                format!("{} {rows} more cells than the header; what is beyond it is left out", self.longer),
            );
        }
    }

    /// Whether it has a column of this name.
    pub fn has(&self, column: &str) -> bool {
        self.positions.contains_key(column)
    }

    /// Its rows, in order, without those that are empty.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let filled = self.rows.iter().filter(|cells| cells.iter().any(|cell| !cell.trim().is_empty()));
        filled.map(|cells| Row { positions: &self.positions, cells })
    }
}

impl<'t> Row<'t> {
    /// The cell of a column as it stands there; empty where there is none.
    pub fn whole(self, column: &str) -> &'t str {
        self.positions.get(column).and_then(|&at| self.cells.get(at)).unwrap_or_default()
    }

    /// The same without blanks around it.
    pub fn cell(self, column: &str) -> &'t str {
        self.whole(column).trim()
    }

    /// The first of several columns that is filled.
    pub fn first(self, columns: &[&str]) -> &'t str {
        columns.iter().map(|column| self.cell(column)).find(|cell| !cell.is_empty()).unwrap_or_default()
    }
}
