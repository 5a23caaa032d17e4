//! The terminals that a guest may have: `TERM` comes over the wire and can be any text.

/// The names that are taken as they are.
const KNOWN: &[&str] = &[
    "alacritty",
    "ansi",
    "dumb",
    "eterm-color",
    "foot",
    "gnome-256color",
    "konsole-256color",
    "linux",
    "putty",
    "putty-256color",
    "rxvt",
    "rxvt-unicode",
    "rxvt-unicode-256color",
    "screen",
    "screen-256color",
    "screen.xterm-256color",
    "st-256color",
    "tmux",
    "tmux-256color",
    "vt100",
    "vt220",
    "wezterm",
    "xterm",
    "xterm-256color",
    "xterm-color",
    "xterm-direct",
    "xterm-ghostty",
    "xterm-kitty",
];

/// What any other name stands for: nearly all that people use today is like it.
const OTHERS: &str = "xterm";

/// The terminal's name out of the list above, never the text that was given; "" for none.
pub fn known(term: &str) -> &'static str {
    match KNOWN.iter().find(|known| **known == term) {
        Some(known) => known,
        None if term.is_empty() => "",
        None => OTHERS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_gets_through_that_is_not_on_the_list() {
        for (given, taken) in [
            ("xterm-256color", "xterm-256color"),
            ("dumb", "dumb"),
            ("", ""),
            ("xterm-256color\x1b[2J", "xterm"),
            ("../../etc/passwd", "xterm"),
            ("evil-direct", "xterm"),
        ] {
            assert_eq!(known(given), taken, "{given:?}");
        }
    }
}
