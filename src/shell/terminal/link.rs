//! The sequences between which text leads to an address (OSC 8), and which addresses may stand in them.

/// What ends a link.
pub(super) const CLOSE: &str = "\x1b]8;;\x1b\\";

/// The most bytes of an address: terminals take some 2,080.
const LONGEST: usize = 2000;

/// What begins a link.
///
/// The id makes one link of all the pieces of an address, whichever row and frame they were
/// sent in. It may be the same for all: pieces belong together only if their addresses are
/// equal too.
pub(super) fn open(url: &str) -> String {
    format!("\x1b]8;id=1;{url}\x1b\\")
}

/// Whether an address can be sent: one on the web, not too long, of nothing but signs that
/// addresses are written with. What was hidden in it has been made visible in angle brackets.
pub(super) fn is_fit(url: &str) -> bool {
    let scheme = url.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    let is_sign = |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"');
    matches!(scheme.as_deref(), Some("http" | "https")) && url.len() <= LONGEST && url.chars().all(is_sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_addresses_of_the_web_are_fit() {
        let long = |length: usize| format!("{:x<length$}", "https://");
        for url in ["http://a.org", "HTTPS://a.org/?q=1&r=2;s#t", "https://a.org/%E8%B4%B5", &long(2000)] {
            assert!(is_fit(url), "{url}");
        }
        let unfit = [
            "",
            "a.org",
            "https:/a.org",
            "file:///etc/passwd",
            "javascript://a",
            "mailto:a@a.org",
            "https://a.org/贵阳",
            "https://a.org/\x1b\\\x1b[2J",
            "https://a.org/\x07",
            "https://a.org/\u{9c}",
            "https://a.org/a b",
            "https://a.org/<U+202E>",
            " https://a.org",
            &long(2001),
        ];
        for url in unfit {
            assert!(!is_fit(url), "{url:?}");
        }
    }
}
