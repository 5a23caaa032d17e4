//! The signs that are drawn with: one row in Unicode, one in ASCII.

use std::borrow::Cow;

/// A set of signs; every one of them takes one column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    /// Stands for what was cut off.
    pub ellipsis: &'static str,
    /// A level rule.
    pub rule: &'static str,
    /// A level rule over the pane that has the keys.
    pub rule_focused: &'static str,
    /// An upright rule.
    pub bar: &'static str,
    /// Where a level rule meets an upright one below it.
    pub tee_down: &'static str,
    /// Where a level rule meets an upright one above it.
    pub tee_up: &'static str,
    /// The corners of a box: above left, above right, below left, below right.
    pub corners: [&'static str; 4],
    /// In front of what is selected.
    pub selected: &'static str,
    /// In front of the focused pane's selection when another pane has the keys.
    pub resting: &'static str,
    /// A day on which an event certainly went on.
    pub day: &'static str,
    /// A day inside an event that lasted.
    pub lasting: &'static str,
    /// A day on which an event possibly went on.
    pub possible: &'static str,
    /// The same of an event that is known far more closely than others around it.
    pub narrow: &'static str,
    /// The same of an event that a query leaves alone.
    pub faint_possible: &'static str,
    /// The selected event's own signs for the same.
    pub selected_day: &'static str,
    /// See `selected_day`.
    pub selected_lasting: &'static str,
    /// See `selected_day`.
    pub selected_possible: &'static str,
    /// The selected event's own sign for `open_left`.
    pub selected_open_left: &'static str,
    /// The selected event's own sign for `open_right`.
    pub selected_open_right: &'static str,
    /// The same of an event on which the selected one's bounds rest.
    pub bounding_day: &'static str,
    /// See `bounding_day`.
    pub bounding_lasting: &'static str,
    /// See `bounding_day`.
    pub bounding_possible: &'static str,
    /// A possible span that begins at no known day.
    pub open_left: &'static str,
    /// A possible span that ends at no known day.
    pub open_right: &'static str,
    /// Where the axis leaves out a time in which nothing happened.
    pub gap: &'static str,
    /// Where a unit of the axis begins.
    pub boundary: &'static str,
    /// The axis goes on to the left of the screen.
    pub more_left: &'static str,
    /// The axis goes on to the right of the screen.
    pub more_right: &'static str,
    /// From giver to receiver.
    pub arrow: &'static str,
    /// Between parts of a line.
    pub dot: &'static str,
    /// In front of a member of a list.
    pub bullet: &'static str,
    /// The head of an arrow on the map: to the east, and on by eighths against the clock.
    pub heads: [&'static str; 8],
    /// In front of how many.
    pub times: &'static str,
    /// From receiver back to giver: an answer.
    pub back: &'static str,
    /// A branch of a tree with another one below it.
    pub branch: &'static str,
    /// The last branch.
    pub last_branch: &'static str,
}

/// What stands in ASCII for the signs of dates and quotations.
const PLAIN: [(char, &str); 6] = [('–', "-"), ('—', "-"), ('‘', "'"), ('’', "'"), ('“', "\""), ('”', "\"")];

impl Glyphs {
    /// A text of the program's own in these signs, as wide as it was.
    pub fn plain<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if *self != Self::ASCII || text.is_ascii() {
            return Cow::Borrowed(text);
        }
        Cow::Owned(PLAIN.iter().fold(text.to_owned(), |text, (sign, plain)| text.replace(*sign, plain)))
    }

    /// For terminals that show Unicode.
    pub const UNICODE: Self = Self {
        ellipsis: "…",
        rule: "─",
        rule_focused: "━",
        bar: "│",
        tee_down: "┬",
        tee_up: "┴",
        corners: ["┌", "┐", "└", "┘"],
        selected: "▸",
        resting: "▹",
        day: "●",
        lasting: "━",
        // A quarter of a colour is lost on many grounds, a half is not.
        possible: "▒",
        narrow: "▓",
        faint_possible: "░",
        selected_day: "◆",
        selected_lasting: "█",
        selected_possible: "▌",
        selected_open_left: "◄",
        selected_open_right: "►",
        bounding_day: "◇",
        bounding_lasting: "═",
        bounding_possible: "╌",
        open_left: "◂",
        open_right: "▸",
        gap: "╱",
        boundary: "┊",
        more_left: "‹",
        more_right: "›",
        arrow: "→",
        dot: "·",
        bullet: "·",
        heads: ["→", "↗", "↑", "↖", "←", "↙", "↓", "↘"],
        times: "×",
        back: "←",
        branch: "├",
        last_branch: "└",
    };

    /// For all others.
    pub const ASCII: Self = Self {
        ellipsis: "~",
        rule: "-",
        rule_focused: "=",
        bar: "|",
        tee_down: "+",
        tee_up: "+",
        corners: ["+"; 4],
        selected: ">",
        resting: ")",
        day: "*",
        lasting: "=",
        possible: ".",
        narrow: ",",
        faint_possible: ".",
        selected_day: "@",
        selected_lasting: "#",
        selected_possible: ":",
        selected_open_left: "{",
        selected_open_right: "}",
        bounding_day: "o",
        bounding_lasting: "%",
        bounding_possible: "-",
        open_left: "<",
        open_right: ">",
        gap: "/",
        boundary: "|",
        more_left: "<",
        more_right: ">",
        arrow: ">",
        dot: "-",
        bullet: "-",
        heads: [">", "/", "^", "\\", "<", "/", "v", "\\"],
        times: "x",
        back: "<",
        branch: "|",
        last_branch: "`",
    };
}
