//! The one table of styles, in the terminal's own 16 colours, so that light and dark both
//! look well; a theme makes others of them.
//!
//! Text is never blue, which cannot be read on a black xterm, nor cyan, which cannot on a
//! white one; signs and rules may be.

use crate::file::key::COLORS;
use crate::view::Role;
use ratatui::style::{Color, Modifier, Style};

/// The parts of the screen that have a style of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Running text and whatever has a role.
    Text(Role),
    /// The title of the chronology.
    Header,
    /// Rules and gaps.
    Rule,
    /// The rule over the pane that has the keys.
    FocusedRule,
    /// A heading in the list.
    Heading,
    /// The selected row where the keys are.
    Selected,
    /// The selected row where they are not.
    Resting,
    /// A row that the query does not leave.
    Dimmed,
    /// The beginning of a unit of the axis.
    MajorTick,
    /// A tick within one.
    MinorTick,
    /// What is wrong in a query.
    Mistake,
    /// The name of a key.
    Key,
    /// The border of an overlay.
    Border,
    /// What went from one place to another, on the map.
    Flow,
}

/// The style of a part.
pub fn style(part: Part) -> Style {
    let plain = Style::new();
    match part {
        Part::Header | Part::Heading | Part::MajorTick | Part::Resting | Part::Key => {
            plain.add_modifier(Modifier::BOLD)
        }
        Part::Rule | Part::MinorTick | Part::Dimmed => plain.add_modifier(Modifier::DIM),
        Part::FocusedRule | Part::Border | Part::Flow => plain.fg(Color::Cyan),
        // The colours of what is selected would turn into blots.
        Part::Selected => plain.fg(Color::Reset).bg(Color::Reset).add_modifier(Modifier::REVERSED),
        Part::Mistake => plain.fg(Color::Red).add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
        Part::Text(role) => text(role),
    }
}

fn text(role: Role) -> Style {
    let plain = Style::new();
    match role {
        Role::Body => plain,
        Role::Title => plain.add_modifier(Modifier::BOLD),
        Role::Label | Role::Quiet => plain.add_modifier(Modifier::DIM),
        Role::Link => plain.add_modifier(Modifier::UNDERLINED),
        Role::Date => plain.fg(Color::Magenta),
        Role::Problem => plain.fg(Color::Red),
        // Both colours are given, so that it is as well read on white as on black.
        Role::Match => plain.fg(Color::Black).bg(Color::Yellow).add_modifier(Modifier::UNDERLINED),
    }
}

/// The 16 colours of a terminal, in the order of their numbers.
const NUMBERED: [Color; COLORS.len()] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

/// The colours that categories without one of their own take in turn.
const PALETTE: [Color; 6] = [Color::Red, Color::Blue, Color::Green, Color::Magenta, Color::Cyan, Color::Yellow];

/// The colour of a category: the one that the file names, else one by its position.
pub fn category(name: Option<&str>, position: usize) -> Color {
    let number = name.and_then(|name| COLORS.iter().position(|known| *known == name));
    number.map_or(PALETTE[position % PALETTE.len()], |number| NUMBERED[number])
}
