//! Links are opened and closed around exactly their cells. An emulator that knows no links is
//! given a colour for each instead.

use super::*;
use std::ops::Range;

const A: &str = "https://a.org/1";
const B: &str = "http://b.org/2";

fn link(row: u16, columns: Range<u16>, url: &str) -> Link {
    Link { row, columns, url: url.into() }
}

fn linked(lines: &[&str], links: &[Link]) -> Painted {
    Painted { links: links.to_vec(), ..painted(20, lines) }
}

/// The frames of some pictures on one wire, `<1>` and `<2>` standing for where links begin, `<>` for where they end.
fn frames(shows_links: bool, pictures: &[Painted]) -> Vec<String> {
    let mut wire = Wire::new(Dialect { shows_links, ..Dialect::default() });
    let frames = pictures.iter().map(|picture| {
        let frame = wire.frame(picture.buffer.area, |_, buffer| {
            buffer.clone_from(&picture.buffer);
            picture.links.clone()
        });
        let frame = String::from_utf8(frame).unwrap_or_default();
        let signs = [(format!("\x1b]8;id=1;{A}\x1b\\"), "<1>"), (format!("\x1b]8;id=1;{B}\x1b\\"), "<2>")];
        let signs = signs.into_iter().chain([("\x1b]8;;\x1b\\".to_owned(), "<>")]);
        signs.fold(frame, |frame, (sequence, sign)| frame.replace(&sequence, sign))
    });
    frames.collect()
}

#[test]
fn a_link_is_opened_and_closed_around_its_cells() {
    let rows: &[(Painted, Painted, &str)] = &[
        (linked(&[""], &[]), linked(&["a url b"], &[link(0, 2..5, A)]), "\x1b[Ha <1>url\x1b[C<>b"),
        // An address that takes two rows; nothing is written between them.
        (
            linked(&["", ""], &[]),
            linked(&["  ur", "  l"], &[link(0, 2..4, A), link(1, 2..3, A)]),
            "\x1b[1;3H<1>ur\n\x08\x08l<>",
        ),
        (
            linked(&["", ""], &[]),
            linked(&["  ur", "a l"], &[link(0, 2..4, A), link(1, 2..3, A)]),
            "\x1b[1;3H<1>ur\n\r<>a <1>l<>",
        ),
        // The same text, another link: or none.
        (linked(&["url"], &[link(0, 0..3, A)]), linked(&["url"], &[link(0, 0..3, B)]), "\x1b[H<2>url<>"),
        (linked(&["url"], &[link(0, 0..3, A)]), linked(&["url"], &[]), "\x1b[Hurl"),
        (linked(&["url"], &[]), linked(&["url"], &[link(0, 1..3, A)]), "\x1b[1;2H<1>rl<>"),
        // What is alike costs nothing; what changes in another row or column touches no link.
        (linked(&["url"], &[link(0, 0..3, A)]), linked(&["url"], &[link(0, 0..3, A)]), ""),
        (linked(&["url", ""], &[link(0, 0..3, A)]), linked(&["url", "x"], &[link(0, 0..3, A)]), "\x1b[2Hx"),
        (linked(&["url"], &[link(0, 0..3, A)]), linked(&["url x"], &[link(0, 0..3, A)]), "\x1b[1;5Hx"),
        (linked(&["url"], &[link(0, 0..3, A)]), linked(&["uRl"], &[link(0, 0..3, A)]), "\x1b[1;2H<1>R<>"),
        // Two that touch; nothing is erased inside one.
        (linked(&[""], &[]), linked(&["onetwo"], &[link(0, 0..3, A), link(0, 3..6, B)]), "\x1b[H<1>one<2>two<>"),
        (linked(&["abcdefgh"], &[link(0, 0..8, A)]), linked(&["ab"], &[link(0, 0..2, A)]), "\x1b[1;3H\x1b[K"),
        // Beyond the right edge and the foot there is nothing.
        (linked(&[""], &[]), linked(&["u"], &[link(0, 0..99, A), link(9, 0..3, A)]), "\x1b[H<1>u                   <>"),
    ];
    for (before, after, frame) in rows {
        assert_eq!(frames(true, &[before.clone(), after.clone()])[1], *frame);
    }
}

#[test]
fn no_link_is_sent_where_none_is_wanted_or_fit() {
    let shown = |shows_links, url| frames(shows_links, &[linked(&["url"], &[link(0, 0..3, url)])]).concat();
    assert_eq!(shown(true, A), "\x1b[m\x1b[2J\x1b[H<1>url<>");
    assert_eq!(shown(false, A), "\x1b[m\x1b[2J\x1b[Hurl");
    for url in ["https://a.org/\x1b\\\x1b[2J", "https://a.org/ ", "file:///etc/passwd", "https://a.org/贵阳"] {
        assert_eq!(shown(true, url), "\x1b[m\x1b[2J\x1b[Hurl", "{url:?}");
    }
}

#[test]
fn a_link_moves_with_its_row() {
    let with_links = |top: usize| {
        let links =
            (1..39_u16).map(|row| link(row, 0..6, if (usize::from(row) + top).is_multiple_of(2) { A } else { B }));
        Painted { links: links.collect(), ..list(top) }
    };
    for (before, after) in [(0, 1), (4, 0)] {
        let frame = &frames(true, &[with_links(before), with_links(after)])[1];
        let rows = usize::abs_diff(before, after);
        let opened = frame.matches("<1>").count() + frame.matches("<2>").count();
        assert_eq!((opened, frame.matches("<>").count()), (rows, rows), "{frame:?}");
    }
}

/// Where links are laid over a picture; rows and columns are taken modulo the size.
fn links() -> impl Strategy<Value = Vec<(u16, u16, u16, bool)>> {
    prop::collection::vec((any::<u16>(), any::<u16>(), 1..12_u16, any::<bool>()), 0..6)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_cell_leads_where_the_whole_picture_says(
        area in size(),
        scenes in prop::collection::vec((scenes(), links()), 1..4),
    ) {
        let mut wire = Wire::new(Dialect { shows_links: true, ..Dialect::default() });
        let mut terminal = emulated(area, b"");
        for (scene, links) in scenes {
            for mut buffer in pictures(area, &scene) {
                buffer.set_style(area, Style::reset());
                let links: Vec<Link> = links.iter().map(|&(row, column, width, is_a)| {
                    let column = column % area.width;
                    link(row % area.height, column..column + width, if is_a { A } else { B })
                }).collect();
                let picture = Painted { buffer, links };
                let frame = wire.frame(area, |_, buffer| {
                    buffer.clone_from(&picture.buffer);
                    picture.links.clone()
                });
                terminal.process(&colored(&frame));
                let wanted = emulated(area, &colored(&picture.whole(Depth::Ansi16)));
                prop_assert_eq!(leads(area, &terminal), leads(area, &wanted));
                let mut numbers = Numbers::default();
                let glyphs = picture.picture(Depth::Ansi16, &mut numbers);
                let glyphs = glyphs.rows().into_iter().flatten().flatten();
                let meant: Vec<_> = glyphs.map(|glyph| numbers.link(glyph.look).map(|link| color(numbers.url(link)))).collect();
                prop_assert_eq!(leads(area, &terminal), meant);
            }
        }
    }
}

const fn color(url: &str) -> u8 {
    if url.len() == A.len() { 1 } else { 2 }
}

/// The frame with the background coloured where a link is open.
fn colored(frame: &[u8]) -> Vec<u8> {
    let frame = String::from_utf8_lossy(frame);
    let signs = [(A, "\x1b[41m"), (B, "\x1b[42m")].map(|(url, sign)| (format!("\x1b]8;id=1;{url}\x1b\\"), sign));
    let signs = signs.into_iter().chain([("\x1b]8;;\x1b\\".to_owned(), "\x1b[49m")]);
    signs.fold(frame.into_owned(), |frame, (sequence, sign)| frame.replace(&sequence, sign)).into_bytes()
}

/// The colour of each glyph's link.
fn leads(area: Rect, terminal: &vt100::Parser) -> Vec<Option<u8>> {
    let colors = looks(area, terminal).into_iter().map(|look| match look.2 {
        vt100::Color::Idx(color) => Some(color),
        _ => None,
    });
    colors.collect()
}
