//! Themes: every colour stands out from its ground, whatever the terminal can show of it,
//! and without colours nothing is lost.

use crate::common::{EVENTS, explored};
use annals::app::{Key, Notice, State, Theme};
use annals::date::Language;
use annals::shell::terminal::Depth;
use annals::ui::palette::Palette;
use annals::ui::{paint, picture};
use annals::view::width::columns;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::collections::HashSet;

/// The explorer after a script of keys, in a theme.
fn themed(theme: Theme, keys: &str) -> State {
    let mut state = explored(EVENTS, (100, 30), Language::En, keys);
    state.manner.theme = theme;
    state
}

/// How light a colour is, from 0 to 1, by WCAG 2; `None` where only the terminal knows.
fn luminance(color: Color) -> Option<f64> {
    let mixture = match color {
        Color::Rgb(red, green, blue) => [red, green, blue],
        Color::Indexed(index @ 16..=231) => [(index - 16) / 36, (index - 16) / 6 % 6, (index - 16) % 6]
            .map(|step| [0, 95, 135, 175, 215, 255][usize::from(step)]),
        Color::Indexed(index @ 232..) => [8 + 10 * (index - 232); 3],
        _ => return None,
    };
    let linear = mixture.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    Some(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])
}

fn contrast(one: Color, other: Color) -> Option<f64> {
    let (one, other) = (luminance(one)?, luminance(other)?);
    Some((one.max(other) + 0.05) / (one.min(other) + 0.05))
}

const fn least(theme: Theme) -> f64 {
    if matches!(theme, Theme::HighContrast) { 7.0 } else { 4.5 }
}

#[test]
fn every_ink_stands_out_from_its_ground() {
    for (theme, depth) in
        Theme::ALL.into_iter().flat_map(|theme| [Depth::Rgb, Depth::Indexed256].map(|depth| (theme, depth)))
    {
        let Some(palette) = Palette::of(theme) else { continue };
        for ink in palette.inks() {
            let found = contrast(depth.reduce(ink), depth.reduce(palette.ground)).expect("both are known");
            assert!(found >= least(theme), "{theme:?} {depth:?} {ink:?}: {found:.2}");
        }
    }
}

#[test]
fn sixteen_colours_keep_ink_and_ground_apart() {
    for palette in Theme::ALL.into_iter().filter_map(Palette::of) {
        for ink in palette.inks() {
            assert_ne!(Depth::Ansi16.reduce(ink), Depth::Ansi16.reduce(palette.ground), "{ink:?}");
        }
    }
}

/// The screens that between them have everything that is painted.
const SCREENS: [&str; 11] = [
    "",
    "20j w",
    "tab j j",
    "?",
    "!",
    "2 19j",
    "3 j tab",
    "/ masks",
    "/ masks enter tab j j",
    "/ date:2020-13",
    "f down space",
];

/// The cells that are seen: those under the right half of a wide sign are not.
fn cells(buffer: &Buffer) -> impl Iterator<Item = &Cell> {
    let width = usize::from(buffer.area.width);
    let is_covered = move |at: usize| !at.is_multiple_of(width) && columns(buffer.content[at - 1].symbol()) > 1;
    buffer.content.iter().enumerate().filter(move |(at, _)| !is_covered(*at)).map(|(_, cell)| cell)
}

#[test]
fn every_painted_cell_stands_out() {
    for (theme, keys) in Theme::ALL.into_iter().flat_map(|theme| SCREENS.map(|keys| (theme, keys))) {
        let Some(palette) = Palette::of(theme) else { continue };
        let buffer = paint(&themed(theme, keys));
        for cell in cells(&buffer) {
            let found = contrast(cell.fg, cell.bg).expect("both are known");
            assert!(found >= least(theme), "{theme:?} {keys} {:?}: {found:.2}", cell.symbol());
            assert!(!cell.modifier.contains(Modifier::DIM), "{theme:?} {keys}: dimmed beyond what is known");
            let is_hole = cell.fg == palette.ground && palette.inks().contains(&cell.bg);
            assert!(cell.bg == palette.ground || is_hole, "{theme:?} {keys} {:?}", cell.symbol());
        }
    }
}

/// How much of a cell a sign of a possible span covers; `None` for all other signs.
fn coverage(sign: &str) -> Option<f64> {
    [("░", 0.25), ("▒", 0.5), ("▌", 0.5), ("▓", 0.75)].iter().find(|row| row.0 == sign).map(|row| row.1)
}

/// A colour that covers so much of a ground.
fn over(ink: Color, ground: Color, covered: f64) -> Color {
    let (Color::Rgb(r, g, b), Color::Rgb(over_r, over_g, over_b)) = (ink, ground) else { return ink };
    let mixed = |ink: u8, ground: u8| (f64::from(ink) * covered + f64::from(ground) * (1.0 - covered)) as u8;
    Color::Rgb(mixed(r, over_r), mixed(g, over_g), mixed(b, over_b))
}

/// The scripts whose screens have spans that are possible, closely known, selected, found and left alone.
const SPANS: [&str; 3] = ["", "20j", "/ masks enter"];

#[test]
fn possible_spans_stand_out_from_the_ground() {
    for (theme, keys) in Theme::ALL.into_iter().flat_map(|theme| SPANS.map(|keys| (theme, keys))) {
        let Some(palette) = Palette::of(theme) else { continue };
        let buffer = paint(&themed(theme, keys));
        let spans = cells(&buffer).filter_map(|cell| Some((cell, coverage(cell.symbol())?)));
        let found = spans.map(|(cell, covered)| contrast(over(cell.fg, palette.ground, covered), palette.ground));
        let least = found.map(|found| found.expect("both are known")).reduce(f64::min).expect("a span");
        assert!(least >= 1.6, "{theme:?} {keys}: {least:.2}");
    }
}

#[test]
fn possible_spans_are_nowhere_dimmed_and_those_found_are_heavier_than_the_rest() {
    for (theme, keys) in [Theme::Terminal, Theme::None].into_iter().flat_map(|theme| SPANS.map(|keys| (theme, keys))) {
        let buffer = paint(&themed(theme, keys));
        let spans = || cells(&buffer).filter(|cell| coverage(cell.symbol()).is_some());
        assert!(spans().count() > 100, "{theme:?} {keys}");
        assert!(spans().all(|cell| !cell.modifier.contains(Modifier::DIM)), "{theme:?} {keys}");
        assert_eq!(spans().any(|cell| cell.symbol() == "░"), keys.contains('/'), "{theme:?} {keys}");
        assert!(spans().any(|cell| cell.symbol() == "▓"), "{theme:?} {keys}");
    }
}

#[test]
fn a_theme_changes_no_sign() {
    for keys in SCREENS {
        let plain = picture(&paint(&themed(Theme::Terminal, keys)));
        for theme in Theme::ALL {
            assert_eq!(picture(&paint(&themed(theme, keys))), plain, "{theme:?} {keys}");
        }
    }
}

#[test]
fn the_terminal_keeps_its_own_colours() {
    let buffer = paint(&themed(Theme::Terminal, "20j"));
    assert!(cells(&buffer).all(|cell| cell.bg == Color::Reset && luminance(cell.fg).is_none()));
    assert!(cells(&buffer).map(|cell| cell.fg).collect::<HashSet<_>>().len() > 3);
}

#[test]
fn without_colours_signs_and_attributes_tell_all() {
    for keys in SCREENS {
        let buffer = paint(&themed(Theme::None, keys));
        assert!(cells(&buffer).all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset), "{keys}");
    }
    let buffer = paint(&themed(Theme::None, "20j"));
    let row = picture(&buffer).lines().position(|line| line.starts_with(" ▸")).expect("a selected row") as u16;
    assert!(buffer[(4, row)].modifier.contains(Modifier::REVERSED));
}

#[test]
fn a_key_steps_through_the_themes_and_says_so() {
    let mut state = themed(Theme::Terminal, "");
    for theme in Theme::ALL.into_iter().cycle().skip(1).take(Theme::ALL.len()) {
        let action = state.bindings.resolve(annals::app::Mode::Explore, None, Key::Char('t')).expect("a key");
        state.apply(action);
        assert_eq!((state.manner.theme, &state.notice), (theme, &Some(Notice::Theme(theme))));
        for language in Language::ALL {
            state.manner.language = language;
            let shown = picture(&paint(&state));
            assert!(shown.lines().last().is_some_and(|status| status.contains(theme.name(language))), "{shown}");
        }
    }
}
