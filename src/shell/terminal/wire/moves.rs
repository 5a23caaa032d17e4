//! By how many rows text has moved between two pictures, told by pieces of it that stand in
//! few rows: each that is found again elsewhere speaks for the way between.

use super::{super::numbers::Text, picture::Row};
use std::cmp::Reverse;

/// What stands in a column, as far as an estimate needs it; a blank under the rest of a wide glyph.
pub(super) type Sign = Text;

/// Where rows have gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Up,
    Down,
}

/// The columns of a piece of a row.
const PIECE: usize = 8;

/// What stands in more rows than these, such as a rule, tells nothing of where they went.
const FEW: usize = 4;

/// So many moves are likely.
const LIKELY: usize = 4;

/// A piece of a row: its number in the row, what stands in it, and the row.
type Piece<'a> = (usize, &'a [Sign], usize);

/// The signs of a row by column.
pub(super) fn signs(row: &Row) -> Vec<Sign> {
    row.iter().map(|glyph| glyph.map_or(Sign::BLANK, |glyph| glyph.text)).collect()
}

/// The bytes of a sign, about; a blank costs next to nothing.
pub(super) const fn cost(sign: Sign) -> u32 {
    match sign.character() {
        Some(' ') => 0,
        Some(c) => c.len_utf8() as u32,
        None => 4,
    }
}

/// The numbers of rows, and the directions, by which most of the text that is new where it stands
/// has come from elsewhere; the likeliest first. Both pictures have as many rows.
pub(super) fn likely(before: &[Vec<Sign>], after: &[Vec<Sign>]) -> Vec<(usize, Direction)> {
    let mut known: Vec<Piece> = pieces(before).collect();
    known.sort_unstable();
    // What speaks for a move up by so many rows, and for one down.
    let mut votes = vec![[0; 2]; after.len()];
    for (number, piece, row) in pieces(after) {
        let alike = alike(&known, number, piece);
        if alike.len() > FEW || alike.iter().any(|known| known.2 == row) {
            continue;
        }
        for (_, _, source) in alike {
            votes[row.abs_diff(*source)][usize::from(*source < row)] += piece.iter().copied().map(cost).sum::<u32>();
        }
    }
    let up_and_down = votes
        .into_iter()
        .enumerate()
        .flat_map(|(by, [up, down])| [(up, by, Direction::Up), (down, by, Direction::Down)]);
    let mut moves: Vec<_> = up_and_down.filter(|(votes, ..)| *votes > 0).collect();
    moves.sort_by_key(|(votes, ..)| Reverse(*votes));
    moves.into_iter().take(LIKELY).map(|(_, by, direction)| (by, direction)).collect()
}

/// The pieces of a picture in which something is written.
fn pieces<'a>(rows: &'a [Vec<Sign>]) -> impl Iterator<Item = Piece<'a>> {
    let of_row = |(row, signs): (usize, &'a Vec<Sign>)| {
        signs.chunks(PIECE).enumerate().map(move |(number, piece)| (number, piece, row))
    };
    rows.iter().enumerate().flat_map(of_row).filter(|(_, piece, _)| piece.iter().any(|sign| *sign != Sign::BLANK))
}

/// The pieces that are the same at the same place of their rows.
fn alike<'a, 'b>(known: &'b [Piece<'a>], number: usize, piece: &[Sign]) -> &'b [Piece<'a>] {
    let rest = &known[known.partition_point(|known| (known.0, known.1) < (number, piece))..];
    &rest[..rest.partition_point(|known| (known.0, known.1) == (number, piece))]
}

#[cfg(test)]
mod tests {
    use super::super::{
        super::{Depth, numbers::Numbers},
        picture::Picture,
    };
    use super::*;
    use ratatui::{buffer::Buffer, layout::Rect, style::Style};

    fn check(before: &[&str], after: &[&str], expected: &[(usize, Direction)]) {
        let mut numbers = Numbers::default();
        let mut signs = |lines: &[&str]| -> Vec<Vec<Sign>> {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 16, lines.len() as u16));
            lines.iter().zip(0..).for_each(|(line, row)| buffer.set_string(0, row, line, Style::new()));
            let picture = Picture::of(&buffer, &[], Depth::None, &mut numbers);
            picture.rows().into_iter().map(super::signs).collect()
        };
        let (before, after) = (signs(before), signs(after));
        assert_eq!(likely(&before, &after), expected);
    }

    #[test]
    fn text_tells_by_how_many_rows_it_has_moved() {
        check(&["one", "two", "three"], &["two", "three", "four"], &[(1, Direction::Up)]);
        check(&["one", "two", "three"], &["", "", "one"], &[(2, Direction::Down)]);
        // Most of the text goes first.
        check(&["贵阳", "a", "", ""], &["a", "", "", "贵阳"], &[(3, Direction::Down), (1, Direction::Up)]);
        check(&["one", "two"], &["three", "four"], &[]);
    }

    #[test]
    fn what_stands_everywhere_or_where_it_stood_tells_nothing() {
        check(&["──", "──", "──", "──", "──", ""], &["", "", "", "", "", "──"], &[]);
        check(&["one", "one"], &["one", "one"], &[]);
        check(&["", "", ""], &["", "", ""], &[]);
    }
}
