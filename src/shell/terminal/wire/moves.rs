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

/// What spreads small numbers over all bits of a fingerprint: the odd number of FxHash.
const MIXER: u64 = 0x517c_c1b7_2722_0a95;

/// The number of a blank.
const BLANK: u32 = Sign::BLANK.number();

/// A piece of a row in which something is written.
#[derive(Debug, Clone, Copy)]
struct Piece<'a> {
    row: usize,
    /// How many pieces stand before it in its row.
    place: usize,
    signs: &'a [Sign],
}

/// The signs of some rows, one row behind the other.
pub(super) fn signs(rows: &[&Row]) -> Vec<Sign> {
    let mut signs = Vec::with_capacity(rows.iter().map(|row| row.len()).sum());
    for row in rows {
        signs.extend(row.iter().map(|glyph| glyph.map_or(Sign::BLANK, |glyph| glyph.text)));
    }
    signs
}

/// The bytes of a sign, about; a blank costs next to nothing.
pub(super) const fn cost(sign: Sign) -> u32 {
    match sign.number() {
        BLANK => 0,
        0..=0x7f => 1,
        0x80..=0x7ff => 2,
        0x800..=0xffff => 3,
        _ => 4,
    }
}

/// The numbers of rows, and the directions, by which most of the text that is new where it stands
/// has come from elsewhere; the likeliest first. Both pictures have as many rows.
pub(super) fn likely(before: &[&[Sign]], after: &[&[Sign]]) -> Vec<(usize, Direction)> {
    let mut known: Vec<(u64, usize)> = pieces(before).map(|piece| (piece.fingerprint(), piece.row)).collect();
    known.sort_unstable();
    // What speaks for a move up by so many rows, and for one down.
    let mut votes = vec![[0; 2]; after.len()];
    for piece in pieces(after).filter(|piece| !piece.stands_in(before[piece.row])) {
        let alike = alike(&known, piece.fingerprint());
        if alike.len() <= FEW {
            for (_, source) in alike {
                votes[piece.row.abs_diff(*source)][usize::from(*source < piece.row)] += piece.cost();
            }
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

impl Piece<'_> {
    /// Whether it stands at its place in another row.
    fn stands_in(&self, row: &[Sign]) -> bool {
        row.chunks(PIECE).nth(self.place) == Some(self.signs)
    }

    /// A number that pieces share if they are the same at the same place, and hardly any others:
    /// so they are sorted and found without a look at what stands in them.
    fn fingerprint(&self) -> u64 {
        let mix = |mixed: u64, number: u64| (mixed.rotate_left(5) ^ number).wrapping_mul(MIXER);
        self.signs.iter().fold(self.place as u64, |mixed, sign| mix(mixed, sign.number().into()))
    }

    fn cost(&self) -> u32 {
        self.signs.iter().copied().map(cost).sum()
    }
}

/// The pieces of a picture.
fn pieces<'a>(rows: &[&'a [Sign]]) -> impl Iterator<Item = Piece<'a>> {
    let of_row = |(row, signs): (usize, &&'a [Sign])| {
        signs.chunks(PIECE).enumerate().map(move |(place, signs)| Piece { row, place, signs })
    };
    rows.iter().enumerate().flat_map(of_row).filter(|piece| piece.signs.iter().any(|sign| *sign != Sign::BLANK))
}

/// The pieces of this fingerprint.
fn alike(known: &[(u64, usize)], fingerprint: u64) -> &[(u64, usize)] {
    let rest = &known[known.partition_point(|known| known.0 < fingerprint)..];
    &rest[..rest.partition_point(|known| known.0 == fingerprint)]
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
        let mut signs = |lines: &[&str]| {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 16, lines.len() as u16));
            lines.iter().zip(0..).for_each(|(line, row)| buffer.set_string(0, row, line, Style::new()));
            let picture = Picture::of(&buffer, &[], Depth::None, &mut numbers);
            super::signs(&picture.rows())
        };
        let [before, after] = [before, after].map(&mut signs);
        let [before, after] = [&before, &after].map(|signs| signs.chunks(16).collect::<Vec<_>>());
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
