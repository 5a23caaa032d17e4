//! Frames are read back by a terminal emulator, measured, and held against ratatui's stock backend.

use super::*;
use proptest::prelude::*;
use ratatui::{
    backend::{Backend, CrosstermBackend},
    layout::Rect,
    style::{Color, Modifier, Style},
};
use std::num::NonZeroU16;

fn picture(width: u16, lines: &[&str]) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, lines.len() as u16));
    lines.iter().zip(0..).for_each(|(line, row)| buffer.set_string(0, row, line, Style::new()));
    buffer
}

fn sent(before: &[&str], after: &[&str]) -> String {
    let bytes = difference(&picture(20, before), &picture(20, after), Depth::Ansi16);
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
        (&["", ""], &["贵阳", "横滨"], "\x1b[H贵阳\r\n横滨"),
        // A tail that went is erased at once.
        (&["abcdefghij"], &["ab"], "\x1b[1;3H\x1b[K"),
        (&["abc"], &["a"], "\x1b[1;2H  "),
        // Whose width is in doubt is followed by an address; a run of one glyph is not cut.
        (&[""], &["●a"], "\x1b[H●\x1b[2Ga"),
        (&[""], &["───┐"], "\x1b[H───\x1b[4G┐"),
        // What a wide glyph had covered is sent, though the cell itself did not change.
        (&["贵b"], &["a b"], "\x1b[Ha "),
    ];
    for (before, after, sequence) in rows {
        assert_eq!(sent(before, after), *sequence, "{before:?} to {after:?}");
    }
}

#[test]
fn a_border_over_half_a_wide_glyph_is_shown() {
    let before = picture(20, &["贵阳贵阳"]);
    let mut after = before.clone();
    after[(3, 0)].set_symbol("│");
    assert_eq!(difference(&before, &after, Depth::Ansi16), "\x1b[1;3H │".as_bytes());
}

#[test]
fn without_colours_bold_and_reverse_stay() {
    let mut after = picture(4, &["ab"]);
    after[(0, 0)].set_style(Style::new().fg(Color::Red).bg(Color::Rgb(1, 2, 3)).add_modifier(Modifier::BOLD));
    assert_eq!(difference(&picture(4, &[""]), &after, Depth::None), b"\x1b[H\x1b[1ma\x1b[mb");
}

#[test]
fn the_stock_backend_sends_more() {
    let list = |top: usize| {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
        for row in 0..40 {
            let line =
                format!("{:>3} 贵阳市向横滨市捐赠医用口罩 A letter of support · {}", top + row, "援".repeat(top % 7));
            buffer.set_string(0, row as u16, line, Style::new());
        }
        buffer.set_style(Rect::new(0, 5, 60, 1), Style::new().add_modifier(Modifier::REVERSED));
        buffer
    };
    let blank = Buffer::empty(Rect::new(0, 0, 120, 40));
    for (before, after) in [(&blank, &list(0)), (&list(0), &list(1)), (&list(0), &list(4)), (&list(0), &list(0))] {
        let mut stock = Vec::new();
        let mut backend = CrosstermBackend::new(&mut stock);
        let drawn = backend.draw(before.diff(after).into_iter());
        assert!(drawn.is_ok());
        let own = difference(before, after, Depth::Rgb);
        assert!(own.len() < stock.len(), "own {} stock {}", own.len(), stock.len());
    }
}

/// One thing painted over the others.
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
        "░░░░",
        "e\u{301}",
    ]);
    let style = prop::sample::select(vec![
        Style::new(),
        Style::new().fg(Color::Red),
        Style::new().add_modifier(Modifier::REVERSED),
        Style::new().bg(Color::Blue).add_modifier(Modifier::BOLD),
        Style::new().add_modifier(Modifier::DIM | Modifier::BOLD),
    ]);
    (0..WIDTH, 0..HEIGHT, text, style)
}

const WIDTH: u16 = 24;
const HEIGHT: u16 = 5;

fn painted(strokes: &[Stroke]) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, WIDTH, HEIGHT));
    strokes.iter().for_each(|(x, y, text, style)| buffer.set_string(*x, *y, text, *style));
    buffer
}

/// What a terminal shows after these bytes: text, and whether it is reversed or bold, cell by cell.
fn emulated(bytes: &[u8]) -> Vec<(String, bool, bool)> {
    let (rows, columns) = (NonZeroU16::new(HEIGHT), NonZeroU16::new(WIDTH));
    let (Some(rows), Some(columns)) = (rows, columns) else { return Vec::new() };
    let mut parser = vt100::Parser::new(rows, columns, 0);
    parser.process(bytes);
    let cells = (0..HEIGHT).flat_map(|row| (0..WIDTH).map(move |column| (row, column)));
    cells
        .filter_map(|(row, column)| parser.screen().cell(row, column))
        .filter(|cell| !cell.is_wide_continuation())
        .map(|cell| {
            (if cell.has_contents() { cell.contents().to_owned() } else { " ".to_owned() }, cell.inverse(), cell.bold())
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_difference_shows_what_the_whole_shows(before in prop::collection::vec(stroke(), 0..12), after in prop::collection::vec(stroke(), 0..12)) {
        let (before, after) = (painted(&before), painted(&after));
        let mut stepwise = whole(&before, Depth::Rgb);
        stepwise.extend(difference(&before, &after, Depth::Rgb));
        prop_assert_eq!(emulated(&stepwise), emulated(&whole(&after, Depth::Rgb)));
    }

    #[test]
    fn the_whole_shows_every_glyph(strokes in prop::collection::vec(stroke(), 0..12)) {
        let picture = painted(&strokes);
        let texts: Vec<String> = emulated(&whole(&picture, Depth::Rgb)).into_iter().map(|cell| cell.0).collect();
        let width = usize::from(WIDTH);
        let glyphs: Vec<String> = picture.content().chunks(width).flat_map(|row| glyphs(row, Depth::Rgb)).flatten().map(|glyph| glyph.text.to_owned()).collect();
        prop_assert_eq!(texts, glyphs);
    }
}
