//! How many colours the terminal shows, and how each colour looks in so many.

use ratatui::style::Color;

/// The colours that may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Depth {
    /// None at all; bold and reverse stay.
    None,
    /// The terminal's own 16.
    #[default]
    Ansi16,
    /// The palette of 256.
    Indexed256,
    /// Any red, green and blue.
    Rgb,
}

impl Depth {
    /// The depth that the variables `TERM`, `COLORTERM` and `NO_COLOR` stand for; an unset one is "".
    ///
    /// SSH does not forward `COLORTERM`, so more than 16 colours are sent only where it is certain.
    pub fn detect(term: &str, colorterm: &str, no_color: &str) -> Self {
        if !no_color.is_empty() {
            Self::None
        } else if matches!(colorterm, "truecolor" | "24bit") || term.ends_with("-direct") {
            Self::Rgb
        } else if term.contains("256") {
            Self::Indexed256
        } else {
            Self::Ansi16
        }
    }

    /// The nearest colour of this depth.
    #[inline]
    pub fn reduce(self, color: Color) -> Color {
        match color {
            // Nearly all cells of most themes: not even a call for them.
            Color::Reset => color,
            _ => self.nearest(color),
        }
    }

    fn nearest(self, color: Color) -> Color {
        match (self, color) {
            (Self::None, _) => Color::Reset,
            (Self::Indexed256, Color::Rgb(red, green, blue)) => Color::Indexed(nearest_of_256([red, green, blue])),
            (Self::Ansi16, Color::Rgb(red, green, blue)) => nearest_of_16([red, green, blue]),
            (Self::Ansi16, Color::Indexed(index)) => {
                ANSI.get(usize::from(index)).map_or_else(|| nearest_of_16(palette(index)), |row| row.0)
            }
            _ => color,
        }
    }
}

/// The 16 colours in their order, each as xterm mixes it.
const ANSI: [(Color, [u8; 3]); 16] = [
    (Color::Black, [0, 0, 0]),
    (Color::Red, [205, 0, 0]),
    (Color::Green, [0, 205, 0]),
    (Color::Yellow, [205, 205, 0]),
    (Color::Blue, [0, 0, 238]),
    (Color::Magenta, [205, 0, 205]),
    (Color::Cyan, [0, 205, 205]),
    (Color::Gray, [229, 229, 229]),
    (Color::DarkGray, [127, 127, 127]),
    (Color::LightRed, [255, 0, 0]),
    (Color::LightGreen, [0, 255, 0]),
    (Color::LightYellow, [255, 255, 0]),
    (Color::LightBlue, [92, 92, 255]),
    (Color::LightMagenta, [255, 0, 255]),
    (Color::LightCyan, [0, 255, 255]),
    (Color::White, [255, 255, 255]),
];

/// The steps of the palette's colour cube.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The mixture of a colour of the palette, which holds 16 colours, a cube of 216, and 24 greys.
fn palette(index: u8) -> [u8; 3] {
    match index {
        0..=15 => ANSI[usize::from(index)].1,
        16..=231 => [(index - 16) / 36, (index - 16) / 6 % 6, (index - 16) % 6].map(|step| STEPS[usize::from(step)]),
        232.. => [8 + 10 * (index - 232); 3],
    }
}

/// The colour nearest to a mixture in cube and greys: the first 16 are the user's own, and may be anything.
///
/// In the cube each part is nearest by itself, among the greys the mean is: every cell asks, and
/// must not look at all of them.
fn nearest_of_256(mixture: [u8; 3]) -> u8 {
    let step = |part: u8| (0..6).min_by_key(|&step| STEPS[usize::from(step)].abs_diff(part)).unwrap_or_default();
    let [red, green, blue] = mixture.map(step);
    let mean = mixture.iter().map(|&part| u16::from(part)).sum::<u16>() / 3;
    let grey = (mean.saturating_sub(3) / 10).min(23) as u8;
    let greys = grey.saturating_sub(1)..=(grey + 1).min(23);
    let candidates = std::iter::once(16 + 36 * red + 6 * green + blue).chain(greys.map(|grey| 232 + grey));
    candidates.min_by_key(|&index| distance(palette(index), mixture)).unwrap_or_default()
}

fn nearest_of_16(mixture: [u8; 3]) -> Color {
    ANSI.into_iter().min_by_key(|row| distance(row.1, mixture)).map_or(Color::Reset, |row| row.0)
}

fn distance(one: [u8; 3], other: [u8; 3]) -> u32 {
    one.into_iter().zip(other).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_variables_tell_the_depth() {
        let rows = [
            (("xterm", "", ""), Depth::Ansi16),
            (("", "", ""), Depth::Ansi16),
            (("xterm-256color", "", ""), Depth::Indexed256),
            (("xterm-256color", "truecolor", ""), Depth::Rgb),
            (("xterm", "24bit", ""), Depth::Rgb),
            (("xterm", "yes", ""), Depth::Ansi16),
            (("xterm-direct", "", ""), Depth::Rgb),
            (("xterm-direct", "truecolor", "1"), Depth::None),
        ];
        for ((term, colorterm, no_color), depth) in rows {
            assert_eq!(Depth::detect(term, colorterm, no_color), depth, "{term} {colorterm} {no_color}");
        }
    }

    #[test]
    fn no_colour_of_the_palette_is_nearer_than_the_nearest() {
        let steps = || (0..=255).step_by(5);
        for (red, green, blue) in steps().flat_map(|r| steps().flat_map(move |g| steps().map(move |b| (r, g, b)))) {
            let mixture = [red, green, blue];
            let least = (16..=255).map(|index| distance(palette(index), mixture)).min();
            assert_eq!(Some(distance(palette(nearest_of_256(mixture)), mixture)), least, "{mixture:?}");
        }
    }

    #[test]
    fn colours_are_reduced_to_the_depth() {
        let rows = [
            (Depth::Rgb, Color::Rgb(1, 2, 3), Color::Rgb(1, 2, 3)),
            (Depth::Indexed256, Color::Rgb(255, 0, 0), Color::Indexed(196)),
            (Depth::Indexed256, Color::Rgb(8, 8, 8), Color::Indexed(232)),
            (Depth::Indexed256, Color::Red, Color::Red),
            (Depth::Ansi16, Color::Rgb(250, 5, 5), Color::LightRed),
            (Depth::Ansi16, Color::Indexed(4), Color::Blue),
            (Depth::Ansi16, Color::Indexed(231), Color::White),
            (Depth::None, Color::Red, Color::Reset),
        ];
        for (depth, color, reduced) in rows {
            assert_eq!(depth.reduce(color), reduced, "{depth:?} {color:?}");
        }
    }
}
