//! Where addresses on the web stand on the screen, so that a terminal can make links of them.

use std::ops::Range;
use std::sync::Arc;

/// An address that stands in some columns of a row: a part of it, where it takes several rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Rows from the top of the screen.
    pub row: u16,
    /// Columns from its left edge.
    pub columns: Range<u16>,
    /// The whole address, as it is written in the file.
    pub url: Arc<str>,
}

impl Link {
    /// What is left of it when these columns of its row are painted over: at most a part on
    /// either side.
    pub(super) fn beside(self, covered: &Range<u16>) -> impl Iterator<Item = Self> {
        let left = self.columns.start..self.columns.end.min(covered.start);
        let right = self.columns.start.max(covered.end)..self.columns.end;
        let parts = [left, right].into_iter().filter(|columns| !columns.is_empty());
        parts.map(move |columns| Self { columns, ..self.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_painted_over_is_cut_out() {
        for (covered, left) in [
            ((0, 9), vec![]),
            ((3, 6), vec![]),
            ((4, 5), vec![(3, 4), (5, 6)]),
            ((0, 4), vec![(4, 6)]),
            ((5, 9), vec![(3, 5)]),
            ((0, 3), vec![(3, 6)]),
            ((6, 9), vec![(3, 6)]),
            ((0, 0), vec![(3, 6)]),
        ] {
            let link = Link { row: 1, columns: 3..6, url: "https://a.org".into() };
            let parts: Vec<_> =
                link.beside(&(covered.0..covered.1)).map(|link| (link.columns.start, link.columns.end)).collect();
            assert_eq!(parts, left, "{covered:?}");
        }
    }
}
