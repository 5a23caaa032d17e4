//! Breaking text into lines by the Unicode line breaking algorithm (UAX 14), so that no
//! line begins with a closing mark such as 、 。 or ）.

use super::width::{columns, head};
use std::ops::Range;
use unicode_linebreak::{BreakOpportunity, linebreaks};

/// The byte ranges of the lines of `text`, none wider than `width` columns; blanks at
/// line ends are left out. A newline begins a new line. A run without any place to
/// break is cut between characters; a character wider than `width` stands alone.
pub fn wrap(text: &str, width: usize) -> Vec<Range<usize>> {
    let mut lines = Lines { text, width: width.max(1), lines: Vec::new(), start: 0, fits: 0, columns: 0 };
    for (at, opportunity) in linebreaks(text) {
        lines.take(at);
        if opportunity == BreakOpportunity::Mandatory {
            lines.close(at);
        }
    }
    lines.lines
}

struct Lines<'a> {
    text: &'a str,
    width: usize,
    lines: Vec<Range<usize>>,
    /// Where the open line begins.
    start: usize,
    /// Up to where the open line is known to fit.
    fits: usize,
    /// How many columns it has up to there.
    columns: usize,
}

impl Lines<'_> {
    /// Lengthens the open line up to a place where it may break, closing lines as they fill.
    fn take(&mut self, end: usize) {
        let piece = &self.text[self.fits..end];
        // What is certain to fit is measured once, not with all that stands before it.
        let more = head(piece, self.width).len();
        if more == piece.len() && self.columns + columns(piece) <= self.width {
            self.columns += columns(piece);
            self.fits = end;
            return;
        }
        if self.overflows(end) && self.fits > self.start {
            self.close(self.fits);
        }
        while self.overflows(end) {
            let rest = &self.text[self.start..end];
            let cut = match head(rest, self.width).len() {
                0 => rest.chars().next().map_or(rest.len(), char::len_utf8),
                cut => cut,
            };
            if cut == rest.len() {
                break;
            }
            self.close(self.start + cut);
        }
        self.fits = end;
        self.columns = columns(&self.text[self.start..end]);
    }

    /// Whether the line would be too wide if it went on to here. Looks no further than the
    /// width: what is a megabyte long is not measured again for every line of it.
    fn overflows(&self, end: usize) -> bool {
        let line = &self.text[self.start..end];
        let kept = head(line, self.width).len();
        kept < line.len() && !line[kept..].trim_end().is_empty()
    }

    fn close(&mut self, end: usize) {
        let line = self.text[self.start..end].trim_end();
        self.lines.push(self.start..self.start + line.len());
        self.start = end;
        self.fits = end;
        self.columns = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, width: usize, expected: &[&str]) {
        let lines: Vec<&str> = wrap(text, width).into_iter().map(|line| &text[line]).collect();
        assert_eq!(lines, expected, "{text} in {width}");
    }

    #[test]
    fn lines_break_where_the_unicode_rules_allow() {
        check("a letter of support", 8, &["a letter", "of", "support"]);
        check("贵阳寄出口罩。横滨回信。", 12, &["贵阳寄出口", "罩。横滨回", "信。"]);
        check("东京（日本）、横滨", 10, &["东京（日", "本）、横滨"]);
        check("one\ntwo", 10, &["one", "two"]);
        check("one\n\ntwo", 10, &["one", "", "two"]);
        check("abcdefgh", 3, &["abc", "def", "gh"]);
        check("", 5, &[]);
        check("横", 1, &["横"]);
    }

    #[test]
    fn a_megabyte_without_a_break_is_cut_in_one_go() {
        let lines = wrap(&"x".repeat(1_000_000), 80);
        assert_eq!((lines.len(), lines[1].clone()), (12_500, 80..160));
    }

    #[test]
    fn no_line_is_too_wide_and_nothing_is_lost() {
        let text =
            "貴陽市は、2020年（新型コロナウイルスの流行）に、横浜市・茨城県などへ物資を送った。Palmerston North too.";
        for width in 2..60 {
            let lines = wrap(text, width);
            let kept: String = lines.iter().map(|line| &text[line.clone()]).collect();
            assert_eq!(kept.replace(' ', ""), text.replace(' ', ""), "in {width}");
            assert!(lines.iter().all(|line| columns(&text[line.clone()]) <= width), "in {width}: {lines:?}");
        }
    }
}
