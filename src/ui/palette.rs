//! The one table of themes: what each makes of the 16 colours that the screen is painted in.

use crate::app::Theme;
use ratatui::style::{Color, Modifier, Style};

/// The colours of a theme with a ground of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Behind everything.
    pub ground: Color,
    /// Running text.
    pub text: Color,
    /// What is less than text: labels, rules.
    pub quiet: Color,
    /// For red, bright or not; the same for the other hues.
    pub red: Color,
    /// Green.
    pub green: Color,
    /// Yellow.
    pub yellow: Color,
    /// Blue.
    pub blue: Color,
    /// Magenta.
    pub magenta: Color,
    /// Cyan.
    pub cyan: Color,
}

/// A colour as `0xRRGGBB`.
const fn rgb(mixture: u32) -> Color {
    Color::from_u32(mixture)
}

const DARK: Palette = Palette {
    ground: rgb(0x16_18_1d),
    text: rgb(0xd8_da_de),
    quiet: rgb(0x9a_a0_aa),
    red: rgb(0xff_5f_5f),
    green: rgb(0x3c_dc_5a),
    yellow: rgb(0xeb_d2_50),
    blue: rgb(0x6e_96_ff),
    magenta: rgb(0xe6_6e_f0),
    cyan: rgb(0x3c_d7_dc),
};

const LIGHT: Palette = Palette {
    ground: rgb(0xfb_fa_f7),
    text: rgb(0x1c_1e_22),
    quiet: rgb(0x5a_5f_68),
    red: rgb(0xb4_14_14),
    green: rgb(0x00_5f_19),
    yellow: rgb(0x7d_55_00),
    blue: rgb(0x19_3c_c8),
    magenta: rgb(0x96_14_96),
    cyan: rgb(0x00_5f_69),
};

const HIGH_CONTRAST: Palette = Palette {
    ground: rgb(0x00_00_00),
    text: rgb(0xff_ff_ff),
    quiet: rgb(0xd0_d0_d0),
    red: rgb(0xff_9a_9a),
    green: rgb(0x66_ff_66),
    yellow: rgb(0xff_ff_55),
    blue: rgb(0xa8_c8_ff),
    magenta: rgb(0xff_a6_ff),
    cyan: rgb(0x66_ff_ff),
};

impl Palette {
    /// The colours of a theme; `None` where it has no ground of its own.
    pub const fn of(theme: Theme) -> Option<&'static Self> {
        match theme {
            Theme::Terminal | Theme::None => None,
            Theme::Dark => Some(&DARK),
            Theme::Light => Some(&LIGHT),
            Theme::HighContrast => Some(&HIGH_CONTRAST),
        }
    }

    /// All colours that stand on the ground.
    pub const fn inks(&self) -> [Color; 8] {
        [self.text, self.quiet, self.red, self.green, self.yellow, self.blue, self.magenta, self.cyan]
    }

    /// What stands for one of the 16 colours. Black and white would be lost on one of the
    /// grounds: they are what they are on a terminal, less than text and text.
    const fn ink(&self, color: Color) -> Color {
        match color {
            Color::Black | Color::DarkGray => self.quiet,
            Color::Red | Color::LightRed => self.red,
            Color::Green | Color::LightGreen => self.green,
            Color::Yellow | Color::LightYellow => self.yellow,
            Color::Blue | Color::LightBlue => self.blue,
            Color::Magenta | Color::LightMagenta => self.magenta,
            Color::Cyan | Color::LightCyan => self.cyan,
            _ => self.text,
        }
    }

    /// A style in these colours. How dim a terminal makes what is dim nobody knows, so
    /// that is a colour here.
    fn dress(&self, style: Style) -> Style {
        let is_dim = style.add_modifier.contains(Modifier::DIM);
        let fg = match style.fg {
            None if is_dim => Some(self.quiet),
            fg => fg.map(|color| self.ink(color)),
        };
        let (fg, bg) = match style.bg {
            None => (fg, None),
            Some(Color::Reset) => (fg, Some(self.ground)),
            // Letters on a colour are holes in it.
            Some(color) => (Some(self.ground), Some(self.ink(color))),
        };
        Style { fg, bg, add_modifier: style.add_modifier - Modifier::DIM, ..style }
    }
}

/// The style of a cell in which nothing stands.
pub fn ground(theme: Theme) -> Style {
    Palette::of(theme).map_or_else(Style::new, |palette| Style::new().fg(palette.text).bg(palette.ground))
}

/// What a theme makes of a style that is made of the 16 colours.
pub fn dressed(theme: Theme, style: Style) -> Style {
    match (theme, Palette::of(theme)) {
        (_, Some(palette)) => palette.dress(style),
        (Theme::None, None) => {
            let none = |color: Option<Color>| color.map(|_| Color::Reset);
            Style { fg: none(style.fg), bg: none(style.bg), ..style }
        }
        (_, None) => style,
    }
}
