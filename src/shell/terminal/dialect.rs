//! How a terminal is spoken to: what is used of all that terminals can do.

use super::Depth;

/// The colours and sequences that are sent to a terminal beyond what every one takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Dialect {
    /// How many colours it shows.
    pub depth: Depth,
    /// Whether it is to tell of the mouse.
    pub hears_mouse: bool,
    /// Whether addresses are sent as links (OSC 8).
    pub shows_links: bool,
}

/// How the names of terminals begin that may show an unknown sequence as text, or take it for
/// something else.
const LITERAL: [&str; 9] = ["ansi", "cons", "dumb", "eterm", "linux", "screen", "sun", "vt", "wy"];

impl Dialect {
    /// Whether a terminal of this `TERM` shows links, or at least passes over what it does not know.
    pub fn takes_links(term: &str) -> bool {
        !term.is_empty() && !LITERAL.iter().any(|name| term.starts_with(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_for_terminals_that_pass_over_what_they_do_not_know() {
        for term in ["xterm", "xterm-256color", "tmux-256color", "alacritty", "foot", "xterm-kitty", "rxvt-unicode"] {
            assert!(Dialect::takes_links(term), "{term}");
        }
        for term in ["", "dumb", "linux", "linux-16color", "screen", "screen.xterm-256color", "vt100", "vt220"] {
            assert!(!Dialect::takes_links(term), "{term}");
        }
    }
}
