//! Writing text into a buffer, within an area and never beyond it.

use crate::app::Theme;
use crate::view::width::{columns, columns_alone, fit};
use crate::view::{Area, Glyphs, Line, Role};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::Style;
use std::ops::Range;

use super::Link;
use super::palette::{dressed, ground};
use super::theme::{Part, style};

/// An area of a buffer that is being painted.
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    theme: Theme,
    /// The addresses that can be read in it.
    links: Vec<Link>,
    /// The signs to draw with.
    pub glyphs: &'a Glyphs,
}

impl<'a> Canvas<'a> {
    /// A canvas over a whole buffer, with the ground of a theme.
    pub fn new(buffer: &'a mut Buffer, glyphs: &'a Glyphs, theme: Theme) -> Self {
        let ground = ground(theme);
        if ground != Style::new() {
            buffer.set_style(buffer.area, ground);
        }
        Self { buffer, theme, links: Vec::new(), glyphs }
    }

    /// Where addresses on the web stand in what has been painted.
    pub fn into_links(self) -> Vec<Link> {
        self.links
    }

    /// Writes a text from a column of a row of an area on, cut at the area's right edge;
    /// says in which column it ends.
    pub fn text(&mut self, area: Area, row: u16, column: u16, text: &str, style: Style) -> u16 {
        if row >= area.height || column >= area.width {
            return column;
        }
        let room = usize::from(area.width - column);
        let shown = fit(text, room, self.glyphs.ellipsis);
        let (x, y) = (area.x + column, area.y + row);
        let end = write(self.buffer, Position { x, y }, &shown, room, dressed(self.theme, style));
        self.cover(y, x..end);
        end - area.x
    }

    /// Writes a sign of one column, as [`text`](Self::text) would, but at once: most of an axis or of a rule is such signs.
    pub fn sign(&mut self, area: Area, row: u16, column: u16, sign: &str, style: Style) {
        if column < area.width {
            self.fill(Area { x: area.x + column, width: 1, ..area }, row, sign, style);
        }
    }

    /// Writes a text that ends at the right edge of an area.
    pub fn text_right(&mut self, area: Area, row: u16, text: &str, style: Style) {
        let column = usize::from(area.width).saturating_sub(columns(text));
        self.text(area, row, column as u16, text, style);
    }

    /// Writes a line of pieces, each by its role.
    pub fn line(&mut self, area: Area, row: u16, line: &Line) {
        let mut column = 0;
        for run in &line.runs {
            let start = column;
            // Dates are the program's own words.
            let text = if run.role == Role::Date { self.glyphs.plain(&run.text) } else { (&run.text).into() };
            column = self.text(area, row, column, &text, style(Part::Text(run.role)));
            if let Some(url) = run.url.as_ref().filter(|_| start < column) {
                let columns = area.x + start..area.x + column;
                self.links.push(Link { row: area.y + row, columns, url: url.clone() });
            }
        }
    }

    /// Lays a style over letters of a text that was written from this column on, as far as
    /// it is shown.
    pub fn mark(&mut self, area: Area, row: u16, column: u16, text: &str, letters: &[Range<usize>], style: Style) {
        let end = usize::from(area.width);
        for letters in letters {
            let from = (usize::from(column) + columns(&text[..letters.start])).min(end);
            let to = (from + columns(&text[letters.clone()]).max(1)).min(end);
            let marked = Area { x: area.x + from as u16, width: (to - from) as u16, ..area };
            self.restyle(marked, row, style);
        }
    }

    /// Fills a row of an area with a sign of one column.
    pub fn fill(&mut self, area: Area, row: u16, sign: &str, style: Style) {
        if row >= area.height {
            return;
        }
        let style = dressed(self.theme, style);
        for cell in self.cells(area, row) {
            cell.set_symbol(sign).set_style(style);
        }
        self.cover(area.y + row, area.x..area.x + area.width);
    }

    /// Lays a style over what stands in a row of an area.
    pub fn restyle(&mut self, area: Area, row: u16, style: Style) {
        let style = dressed(self.theme, style);
        for cell in self.cells(area, row) {
            cell.set_style(style);
        }
    }

    /// Empties an area. A wide character that reaches into it from the left goes as a
    /// whole: half of it would cover the area's first column.
    pub fn clear(&mut self, area: Area) {
        let ground = ground(self.theme);
        for y in area.y..area.y + area.height {
            self.cover(y, area.x..area.x + area.width);
            for cell in self.cells(area, y - area.y) {
                cell.reset();
                cell.set_style(ground);
            }
            let before = area.x.checked_sub(1).and_then(|x| self.buffer.cell_mut(Position::new(x, y)));
            if let Some(cell) = before.filter(|cell| columns(cell.symbol()) > 1) {
                cell.set_symbol(" ");
            }
        }
    }

    /// What stands in a row of an area.
    fn cells(&mut self, area: Area, row: u16) -> &mut [Cell] {
        cells_from(self.buffer, Position { x: area.x, y: area.y + row }, area.width.into())
    }

    /// Forgets the addresses that are painted over in some columns of a row.
    fn cover(&mut self, row: u16, columns: Range<u16>) {
        if !self.links.iter().any(|link| link.row == row) {
            return;
        }
        let (here, elsewhere): (Vec<_>, _) = self.links.drain(..).partition(|link| link.row == row);
        self.links = elsewhere;
        self.links.extend(here.into_iter().flat_map(|link| link.beside(&columns)));
    }
}

/// Writes a text from a place on, as much of it as there is room for; says in which column it ends.
///
/// Does what ratatui does, which searches each text for clusters of characters: only few have any.
fn write(buffer: &mut Buffer, place: Position, text: &str, room: usize, style: Style) -> u16 {
    if text.chars().any(|c| columns_alone(c).is_none()) {
        return buffer.set_stringn(place.x, place.y, text, room, style).0;
    }
    let mut column = 0;
    let cells = cells_from(buffer, place, room);
    for (c, columns) in text.chars().filter_map(|c| Some((c, columns_alone(c)?))) {
        let Some([first, rest @ ..]) = cells.get_mut(column..column + columns) else { break };
        first.set_char(c).set_style(style);
        rest.iter_mut().for_each(Cell::reset);
        column += columns;
    }
    place.x + column as u16
}

/// So many cells of a row from a place on, or as many as there are.
fn cells_from(buffer: &mut Buffer, place: Position, room: usize) -> &mut [Cell] {
    let width = usize::from(buffer.area.width).max(1);
    let row = buffer.content.chunks_mut(width).nth(place.y.into()).unwrap_or_default();
    let start = usize::from(place.x).min(row.len());
    let end = (start + room).min(row.len());
    &mut row[start..end]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::layout::Rect;
    use ratatui::style::Color;

    /// What stands in a row after a text has been written into it, and where that ends.
    fn written(write: impl Fn(&mut Buffer, Position) -> u16) -> (Buffer, u16) {
        let mut buffer = Buffer::filled(Rect::new(0, 0, 12, 3), Cell::new("x"));
        buffer.set_string(0, 1, "贵阳与横滨", Style::new().fg(Color::Red));
        let end = write(&mut buffer, Position { x: 3, y: 1 });
        (buffer, end)
    }

    fn check(text: &str, room: usize) {
        let style = Style::new().bg(Color::Blue);
        let quickly = written(|buffer, place| write(buffer, place, text, room, style));
        let slowly = written(|buffer, place| buffer.set_stringn(place.x, place.y, text, room, style).0);
        assert_eq!(quickly, slowly, "{text:?} in {room}");
    }

    #[test]
    fn every_character_is_written_as_ratatui_writes_it() {
        for c in ('\0'..=char::MAX).filter(|c| columns_alone(*c).is_some()) {
            check(&format!("{c}{c}a"), 4);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_text_is_written_as_ratatui_writes_it(
            text in "[ -~¡-ÿ–-…←-⯿、-〃あ-ン゛-ヿ一-龥！-～\t\u{301}\u{fe00}-\u{fe0f}\u{200d}ﾞ🇦-🇿]{0,12}",
            room in 0..16_usize,
        ) {
            check(&text, room);
        }
    }
}
