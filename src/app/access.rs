//! Who sits at the keyboard, and what of the program is there for them.
//!
//! Knows what each ability is, not how the shell carries it out. What a guest goes without is
//! absent for them: no key leads there, no help tells of it, and no action gets through.

use super::action::{Action, Effect};

/// Who sits at the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Access {
    /// The user whose program it is.
    #[default]
    Owner,
    /// A stranger to whom a host offers it.
    Guest,
}

/// Something that can be done with the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ability {
    /// To step, search, look, and have it shown otherwise: all that changes only the picture.
    Look,
    /// To end the program.
    Leave,
    /// To be shown what a file holds since it has been changed.
    Reload,
    /// To put something into the clipboard of one's terminal.
    Copy,
    /// To have addresses sent to one's terminal as links.
    Link,
    /// To open an editor.
    Edit,
    /// To stop the program and be in a shell.
    Suspend,
    /// To have keys, theme and language settled in files of one's own.
    Settle,
    /// To come back to where one was.
    Remember,
    /// To let variables of the environment have a say, beyond a TERM that is known.
    Environment,
    /// To have the chronology printed, exported or checked instead of explored.
    Print,
}

/// A row of the table: an ability, and whether it is there for a guest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Right {
    /// What can be done.
    pub ability: Ability,
    /// Whether a guest can do it. An owner can do everything.
    pub guest: bool,
    /// What that is, for manuals.
    pub what: &'static str,
}

/// What a guest may do, and what only an owner may.
pub const RIGHTS: &[Right] = &[
    Right { ability: Ability::Look, guest: true, what: "step, look through lenses, search, choose the language" },
    Right { ability: Ability::Leave, guest: true, what: "leave" },
    Right { ability: Ability::Reload, guest: false, what: "see a file change while it is open" },
    Right { ability: Ability::Copy, guest: false, what: "put citations into the clipboard" },
    Right { ability: Ability::Link, guest: false, what: "have addresses made links of the terminal" },
    Right { ability: Ability::Edit, guest: false, what: "open an editor" },
    Right { ability: Ability::Suspend, guest: false, what: "suspend the program" },
    Right { ability: Ability::Settle, guest: false, what: "settle keys, theme and language in files" },
    Right { ability: Ability::Remember, guest: false, what: "come back to where they were" },
    Right { ability: Ability::Environment, guest: false, what: "set anything by the environment but a known TERM" },
    Right { ability: Ability::Print, guest: false, what: "print, check, import or export" },
];

impl Access {
    /// Whether an ability is there.
    pub fn has(self, ability: Ability) -> bool {
        self == Self::Owner || RIGHTS.iter().any(|right| right.ability == ability && right.guest)
    }
}

impl Action {
    /// What it takes to do it. A new action is decided here, or nothing compiles.
    pub const fn ability(&self) -> Ability {
        match self {
            Self::Move(_)
            | Self::Digit(_)
            | Self::Select(_)
            | Self::Look(_)
            | Self::GoOn
            | Self::Forget
            | Self::Follow
            | Self::Return
            | Self::Out
            | Self::SwitchPane
            | Self::Zoom(_)
            | Self::Lanes
            | Self::Find
            | Self::Type(_)
            | Self::Paste(_)
            | Self::Keep
            | Self::Ask(_)
            | Self::Rest
            | Self::Facets
            | Self::Toggle
            | Self::Theme
            | Self::Tour
            | Self::Play(_)
            | Self::Pace(_)
            | Self::Point(_)
            | Self::Why
            | Self::Language
            | Self::Help
            | Self::Problems
            | Self::Progress(_)
            | Self::Load(_)
            | Self::Prepare
            | Self::Answer(_)
            | Self::Notify(_)
            | Self::Resize(_)
            | Self::Repaint => Ability::Look,
            Self::Quit => Ability::Leave,
            Self::Copy => Ability::Copy,
            Self::Reload(_) => Ability::Reload,
            Self::Edit => Ability::Edit,
            Self::Suspend => Ability::Suspend,
        }
    }
}

impl Effect {
    /// What it takes to have it carried out.
    pub const fn ability(&self) -> Ability {
        match self {
            Self::None | Self::Repaint => Ability::Look,
            Self::Quit => Ability::Leave,
            Self::Copy(_) => Ability::Copy,
            Self::Edit(_) => Ability::Edit,
            Self::Suspend => Ability::Suspend,
        }
    }
}
