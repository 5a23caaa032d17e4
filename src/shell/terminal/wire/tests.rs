//! Frames are read back by a terminal emulator, measured, and held against ratatui's stock backend.

mod links;

use super::super::{Depth, glyph::Glyph};
use super::*;
use proptest::prelude::*;
use ratatui::{
    backend::{Backend, CrosstermBackend},
    layout::Rect,
    style::{Color, Modifier, Style},
};
use std::num::NonZeroU16;

/// A buffer, and where it leads.
#[derive(Debug, Clone)]
struct Painted {
    buffer: Buffer,
    links: Vec<Link>,
}

fn unlinked(buffer: Buffer) -> Painted {
    Painted { buffer, links: Vec::new() }
}

fn painted(width: u16, lines: &[&str]) -> Painted {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, lines.len() as u16));
    lines.iter().zip(0..).for_each(|(line, row)| buffer.set_string(0, row, line, Style::new()));
    unlinked(buffer)
}

impl Painted {
    fn picture(&self, depth: Depth, numbers: &mut Numbers) -> Picture {
        Picture::of(&self.buffer, &self.links, depth, numbers)
    }

    /// The bytes that paint it afresh.
    fn whole(&self, depth: Depth) -> Vec<u8> {
        let mut numbers = Numbers::default();
        let picture = self.picture(depth, &mut numbers);
        whole(&picture, &numbers)
    }
}

/// The bytes from one picture to the next without any row moved.
fn between(before: &Painted, after: &Painted, depth: Depth) -> Vec<u8> {
    let mut numbers = Numbers::default();
    let [before, after] = [before, after].map(|painted| painted.picture(depth, &mut numbers));
    difference(&before.rows(), &after.rows(), &numbers)
}

fn sent(before: &[&str], after: &[&str]) -> String {
    let bytes = between(&painted(20, before), &painted(20, after), Depth::Ansi16);
    String::from_utf8(bytes).unwrap_or_default()
}

#[test]
fn only_what_changed_is_sent() {
    let rows: &[(&[&str], &[&str], &str)] = &[
        (&["abc"], &["abc"], ""),
        (&[""], &["abc"], "\x1b[Habc"),
        (&["abcdefghij"], &["abXdefghij"], "\x1b[1;3HX"),
        // The glyphs between are shorter than a move.
        (&["abcdefghij"], &["aXcdYfghij"], "\x1b[1;2HXcdY"),
        (&["abcdefghij"], &["Xbcdefghi!"], "\x1b[HX\x1b[8C!"),
        // Wide characters need no move after each.
        (&["", ""], &["贵阳", "横滨"], "\x1b[H贵阳\n\r横滨"),
        // A tail that went is erased at once, and so is a long gap.
        (&["abcdefghij"], &["ab"], "\x1b[1;3H\x1b[K"),
        (&["abc"], &["a"], "\x1b[1;2H  "),
        // It is erased from where the cursor is, if there is nothing on the way.
        (&["", "    abcdefgh"], &["ab", ""], "\x1b[Hab\n\x1b[K"),
        (&["", "    abcdefgh"], &["abcdef", ""], "\x1b[Habcdef\n\x08\x08\x1b[K"),
        (&["abcdefghij", ""], &["a        j", "x"], "\x1b[1;2H\x1b[8X\n\x08x"),
        (&["abcdefgh"], &["a      X"], "\x1b[1;2H      X"),
        (&["abcdefghijklm"], &["a          lX"], "\x1b[1;2H\x1b[10X\x1b[11CX"),
        // Whose width is in doubt is followed by an address; a run of one glyph is not cut.
        (&[""], &["●a"], "\x1b[H●\x1b[2Ga"),
        (&[""], &["───┐"], "\x1b[H───\x1b[4G┐"),
        // What it may have covered is sent again.
        (&["abc"], &["●bc"], "\x1b[H●\x1b[2Gb"),
        // What a wide glyph had covered is sent, though the cell itself did not change.
        (&["贵b"], &["a b"], "\x1b[Ha "),
    ];
    for (before, after, sequence) in rows {
        assert_eq!(sent(before, after), *sequence, "{before:?} to {after:?}");
    }
}

#[test]
fn a_border_over_half_a_wide_glyph_is_shown() {
    let before = painted(20, &["贵阳 贵阳"]);
    let mut after = before.clone();
    after.buffer[(3, 0)].set_symbol("│");
    assert_eq!(between(&before, &after, Depth::Ansi16), "\x1b[1;3H │".as_bytes());
}

#[test]
fn a_blank_changes_no_pen_that_it_does_not_show() {
    let mut after = painted(9, &["ab cd    "]);
    after.buffer.set_style(Rect::new(0, 0, 2, 1), Style::new().fg(Color::Red));
    after.buffer.set_style(Rect::new(3, 0, 2, 1), Style::new().fg(Color::Red).add_modifier(Modifier::BOLD));
    let before = painted(9, &["---------"]);
    assert_eq!(between(&before, &after, Depth::Ansi16), b"\x1b[H\x1b[31mab \x1b[1mcd\x1b[K\x1b[m");
}

#[test]
fn without_colours_bold_and_reverse_stay() {
    let mut after = painted(4, &["ab"]);
    after.buffer[(0, 0)].set_style(Style::new().fg(Color::Red).bg(Color::Rgb(1, 2, 3)).add_modifier(Modifier::BOLD));
    assert_eq!(between(&painted(4, &[""]), &after, Depth::None), b"\x1b[H\x1b[1ma\x1b[mb");
}

/// A list under a heading and over a line of keys, from its row `top` on.
fn list(top: usize) -> Painted {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
    for row in 1..39 {
        let number = top + row;
        let own = char::from_u32(0x4e00 + number as u32).map(String::from).unwrap_or_default();
        let line = format!("{number:>3} {} A letter of support · {}", own.repeat(12), "援".repeat(number % 7));
        buffer.set_string(0, row as u16, line, Style::new());
    }
    buffer.set_string(0, 0, "贵阳与海外友人，2020年", Style::new().add_modifier(Modifier::BOLD));
    buffer.set_string(0, 39, "↑↓ 浏览  q 退出", Style::new());
    unlinked(buffer)
}

#[test]
fn a_list_that_moves_is_moved() {
    let rows = [
        (list(0), list(1), "\x1b[2H\x1b[M\x1b[39H\x1b[L"),
        (list(4), list(0), "\x1b[36H\x1b[4M\x1b[2H\x1b[4L"),
        (painted(20, &["", "", "", ""]), painted(20, &["a", "b", "c", "d"]), "\x1b[Ha\n\x08b\n"),
    ];
    for (before, after, beginning) in rows {
        let mut numbers = Numbers::default();
        let [before, after] = [before, after].map(|painted| painted.picture(Depth::Rgb, &mut numbers));
        let bytes = String::from_utf8(shortest(&before, &after, &numbers)).unwrap_or_default();
        assert!(bytes.starts_with(beginning), "{bytes:?}");
        assert!(bytes.len() < 368, "{}", bytes.len());
    }
}

#[test]
fn the_stock_backend_sends_more() {
    let blank = unlinked(Buffer::empty(list(0).buffer.area));
    for (before, after) in [(&blank, &list(0)), (&list(0), &list(1)), (&list(0), &list(4)), (&list(0), &list(0))] {
        let mut stock = Vec::new();
        let mut backend = CrosstermBackend::new(&mut stock);
        let drawn = backend.draw(before.buffer.diff(&after.buffer).into_iter());
        assert!(drawn.is_ok());
        let own = between(before, after, Depth::Rgb);
        assert!(own.len() < stock.len(), "own {} stock {}", own.len(), stock.len());
    }
}

/// One thing painted over the others; its place is taken modulo the size.
type Stroke = (u16, u16, &'static str, Style);

fn stroke() -> impl Strategy<Value = Stroke> {
    let text = prop::sample::select(vec![
        "a",
        "letter of support",
        "贵阳",
        "横滨市に到着",
        "│",
        "─────",
        "● 2020",
        "        ",
        "                    ",
        "░░░░",
        "e\u{301}",
    ]);
    let style = prop::sample::select(vec![
        Style::new(),
        Style::new().fg(Color::Red),
        Style::new().add_modifier(Modifier::REVERSED),
        Style::new().fg(Color::Red).add_modifier(Modifier::REVERSED),
        Style::new().bg(Color::Blue).add_modifier(Modifier::BOLD),
        Style::new().add_modifier(Modifier::UNDERLINED),
        Style::new().add_modifier(Modifier::DIM | Modifier::BOLD),
    ]);
    (any::<u16>(), any::<u16>(), text, style)
}

/// What is painted, and by how many rows the picture moves up after that.
type Scene = (Vec<Stroke>, usize);

fn scenes() -> impl Strategy<Value = Vec<Scene>> {
    prop::collection::vec((prop::collection::vec(stroke(), 0..12), 0..4_usize), 1..6)
}

fn size() -> impl Strategy<Value = Rect> {
    (1..40_u16, 1..9_u16).prop_map(|(width, height)| Rect::new(0, 0, width, height))
}

/// The pictures of some scenes, each painted over the one before.
fn pictures(area: Rect, scenes: &[Scene]) -> Vec<Buffer> {
    let mut picture = Buffer::empty(area);
    let painted = scenes.iter().map(|(strokes, rows)| {
        strokes.iter().for_each(|(x, y, text, style)| {
            picture.set_string(x % area.width, y % area.height, text, *style);
        });
        picture.content.rotate_left(rows % usize::from(area.height) * usize::from(area.width));
        picture.clone()
    });
    painted.collect()
}

/// What is seen of a cell: text, colours, and whether it is bold, dim, underlined, reversed.
type Look = (String, Option<(vt100::Color, bool, bool)>, vt100::Color, bool, bool);

fn look(cell: &vt100::Cell) -> Look {
    let text = if cell.has_contents() { cell.contents() } else { " " };
    let is_seen = text != " " || cell.inverse() || cell.underline();
    let ink = is_seen.then(|| (cell.fgcolor(), cell.bold(), cell.dim()));
    (text.to_owned(), ink, cell.bgcolor(), cell.underline(), cell.inverse())
}

/// A terminal that has read these bytes.
fn emulated(area: Rect, bytes: &[u8]) -> vt100::Parser {
    let sizes = [area.height, area.width].map(|size| NonZeroU16::new(size).unwrap_or(NonZeroU16::MIN));
    let mut parser = vt100::Parser::new(sizes[0], sizes[1], 0);
    parser.process(bytes);
    parser
}

/// What a terminal shows, cell by cell.
fn looks(area: Rect, parser: &vt100::Parser) -> Vec<Look> {
    let cells = (0..area.height).flat_map(|row| (0..area.width).map(move |column| (row, column)));
    let cells = cells.filter_map(|(row, column)| parser.screen().cell(row, column));
    cells.filter(|cell| !cell.is_wide_continuation()).map(look).collect()
}

/// Whether there is nothing in these bytes but text and the sequences that [`wire`](super) names.
fn is_allowed(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let mut parts = text.split('\x1b');
    let is_text = |text: &str| !text.contains(|c: char| c.is_control() && !matches!(c, '\r' | '\n' | '\x08'));
    let is_sequence = |part: &str| {
        let part = part.strip_prefix('[').map(|part| part.trim_start_matches(|c: char| matches!(c, '0'..='9' | ';')));
        part.is_some_and(|part| part.starts_with(|last| "BCDGHJKLMXm".contains(last)) && is_text(part))
    };
    parts.next().is_some_and(is_text) && parts.all(is_sequence)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_frame_shows_what_the_whole_picture_shows(area in size(), scenes in scenes()) {
        let mut wire = Wire::new(Dialect { depth: Depth::Rgb, ..Dialect::default() });
        let mut terminal = emulated(area, b"what stood there before");
        for picture in pictures(area, &scenes) {
            let frame = wire.frame(area, |_, buffer| {
                buffer.clone_from(&picture);
                Vec::new()
            });
            prop_assert!(is_allowed(&frame));
            terminal.process(&frame);
            prop_assert_eq!(looks(area, &terminal), looks(area, &emulated(area, &unlinked(picture).whole(Depth::Rgb))));
        }
    }

    #[test]
    fn the_whole_shows_every_glyph(area in size(), scenes in scenes()) {
        for picture in pictures(area, &scenes) {
            let mut known = Numbers::default();
            let picture = unlinked(picture).picture(Depth::Rgb, &mut known);
            let terminal = emulated(area, &whole(&picture, &known));
            let texts: Vec<String> = looks(area, &terminal).into_iter().map(|look| look.0).collect();
            let text = |glyph: &Glyph| {
                let mut text = String::new();
                known.write(glyph.text, &mut text);
                text
            };
            let glyphs: Vec<String> = picture.rows().into_iter().flatten().flatten().map(text).collect();
            prop_assert_eq!(texts, glyphs);
        }
    }
}

#[test]
fn the_cursor_is_shown_where_something_is_typed_and_nowhere_else() {
    let mut wire = Wire::default();
    let check = |wire: &mut Wire, place: Option<(u16, u16)>, moved: bool, expected: &str| {
        let found = wire.cursor(place.map(Into::into), moved);
        assert_eq!(String::from_utf8_lossy(&found), expected, "{place:?} {moved}");
    };
    check(&mut wire, None, true, "");
    check(&mut wire, Some((3, 1)), true, "\x1b[2;4H\x1b[?25h");
    check(&mut wire, Some((3, 1)), false, "");
    check(&mut wire, Some((3, 1)), true, "\x1b[2;4H");
    check(&mut wire, Some((4, 1)), false, "\x1b[2;5H");
    check(&mut wire, None, false, "\x1b[?25l");
    check(&mut wire, None, true, "");
}

#[test]
fn texts_are_forgotten_before_they_fill_the_memory() {
    let mut wire = Wire::default();
    let frame = |wire: &mut Wire| {
        let picture = painted(20, &["e\u{301}"]);
        let frame = wire.frame(picture.buffer.area, |_, buffer| {
            buffer.clone_from(&picture.buffer);
            Vec::new()
        });
        String::from_utf8(frame).unwrap_or_default()
    };
    let whole = frame(&mut wire);
    assert_eq!(frame(&mut wire), "");
    for number in 0.. {
        if wire.numbers.is_full() {
            break;
        }
        wire.numbers.text(&format!("cluster {number}"));
    }
    assert_eq!(frame(&mut wire), whole);
    assert_eq!(frame(&mut wire), "");
}
