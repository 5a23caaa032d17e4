//! The names by which a configuration gives actions their keys.

use super::action::{Action, Motion, Zoom};

impl Action {
    /// The action's name; `None` for what no key of the reader's choice can do.
    pub const fn name(&self) -> Option<&'static str> {
        Some(match self {
            Self::Move(motion) => motion.name(),
            Self::Zoom(zoom) => zoom.name(),
            Self::Follow => "follow",
            Self::Return => "return",
            Self::Out => "out",
            Self::SwitchPane => "pane",
            Self::Lanes => "lanes",
            Self::Find => "find",
            Self::Rest => "others",
            Self::Facets => "facets",
            Self::Tour => "tour",
            Self::Why => "why",
            Self::Language => "language",
            Self::Theme => "theme",
            Self::Help => "help",
            Self::Problems => "problems",
            Self::Copy => "copy",
            Self::Edit => "edit",
            Self::Repaint => "repaint",
            Self::Suspend => "suspend",
            Self::Quit => "quit",
            Self::Digit(_)
            | Self::Select(_)
            | Self::Look(_)
            | Self::GoOn
            | Self::Forget
            | Self::Type(_)
            | Self::Paste(_)
            | Self::Point(_)
            | Self::Keep
            | Self::Ask(_)
            | Self::Toggle
            | Self::Play(_)
            | Self::Pace(_)
            | Self::Progress(_)
            | Self::Load(_)
            | Self::Reload(_)
            | Self::Prepare
            | Self::Answer(_)
            | Self::Notify(_)
            | Self::Resize(_) => return None,
        })
    }
}

impl Motion {
    const fn name(self) -> &'static str {
        match self {
            Self::Next => "next",
            Self::Previous => "previous",
            Self::PageDown => "page-down",
            Self::PageUp => "page-up",
            Self::HalfDown => "half-page-down",
            Self::HalfUp => "half-page-up",
            Self::First => "first",
            Self::Last => "last",
            Self::ThreadNext => "thread-next",
            Self::ThreadPrevious => "thread-previous",
            Self::LaneNext => "lane-next",
            Self::LanePrevious => "lane-previous",
            Self::MatchNext => "match-next",
            Self::MatchPrevious => "match-previous",
            Self::FacetNext => "facet-next",
            Self::FacetPrevious => "facet-previous",
            Self::Facet(_) => "facet",
        }
    }
}

impl Zoom {
    const fn name(self) -> &'static str {
        match self {
            Self::In => "closer",
            Self::Out => "farther",
            Self::All => "all",
            Self::Left => "left",
            Self::Right => "right",
            Self::Up => "map-up",
            Self::Down => "map-down",
        }
    }
}
