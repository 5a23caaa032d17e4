//! From bytes to a document: what is not UTF-8 is said once, and read as well as it can be.

use super::sanitise::{Breaks, cut, visible};
use super::{Document, Problem, Rule, Span};

/// The most characters of a file's name that are kept to be shown.
const NAME: usize = 200;

impl Document {
    /// The document of a file's bytes, and what is wrong with them.
    ///
    /// `index` is the place that the document will have among the others. Bytes that are
    /// no UTF-8 become U+FFFD, so that all records around them are still read; of a file
    /// that is no text at all nothing is kept but one U+FFFD.
    pub fn from_bytes(name: &str, bytes: Vec<u8>, index: usize) -> (Self, Option<Problem>) {
        let name = cut(&visible(name, Breaks::Join), NAME).into_owned();
        let at = |byte| Span::new(index, byte..byte);
        if let Some(text) = utf_16(&bytes) {
            let problem = Problem::new(Rule::Encoding, at(0), "found what looks like UTF-16, expected UTF-8");
            return (Self { name, text: text.into() }, Some(problem.with_help("save the file as UTF-8")));
        }
        match String::from_utf8(bytes) {
            Ok(text) => (Self { name, text: text.into() }, None),
            Err(error) if error.as_bytes().contains(&0) => {
                let problem =
                    Problem::new(Rule::Encoding, at(0), "found bytes that are no text, expected TOML in UTF-8");
                (Self { name, text: NO_TEXT.into() }, Some(problem))
            }
            Err(error) => {
                let (text, problem) = lossy(error.as_bytes(), error.utf8_error().valid_up_to(), at);
                (Self { name, text: text.into() }, Some(problem))
            }
        }
    }

    /// Whether the file was text in any encoding, so that reading it makes sense.
    pub(super) fn is_text(&self) -> bool {
        self.text.as_str() != NO_TEXT
    }
}

/// What stands for the text of a file that has none.
const NO_TEXT: &str = "\u{FFFD}";

/// The text with U+FFFD for what is no UTF-8, and the problem at the first such byte.
fn lossy(bytes: &[u8], first: usize, at: impl Fn(usize) -> Span) -> (String, Problem) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let bad = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    let byte = bytes.get(first).copied().unwrap_or_default();
    let others = match bad {
        0 | 1 => String::new(),
        2 => " (and at one more place)".into(),
        _ => format!(" (and at {} more places)", bad - 1),
    };
    let message = format!("found the byte 0x{byte:02X}, which is not UTF-8{others}");
    let span = at(first).with(first..first + NO_TEXT.len());
    (text, Problem::new(Rule::Encoding, span, message).with_help("save the file as UTF-8"))
}

/// The text of what looks like UTF-16: it begins with its byte order mark, or every
/// second of the first bytes is mostly 0.
fn utf_16(bytes: &[u8]) -> Option<String> {
    let (decode, rest): (fn([u8; 2]) -> u16, _) = match bytes {
        [0xFF, 0xFE, rest @ ..] => (u16::from_le_bytes, rest),
        [0xFE, 0xFF, rest @ ..] => (u16::from_be_bytes, rest),
        _ if is_mostly_nul(bytes, 1) => (u16::from_le_bytes, bytes),
        _ if is_mostly_nul(bytes, 0) => (u16::from_be_bytes, bytes),
        _ => return None,
    };
    let units: Vec<u16> = rest.chunks_exact(2).map(|pair| decode([pair[0], pair[1]])).collect();
    Some(String::from_utf16_lossy(&units))
}

fn is_mostly_nul(bytes: &[u8], first: usize) -> bool {
    let head = &bytes[..bytes.len().min(512)];
    let nul = |from: usize| head.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    head.len() >= 8 && nul(first) * 4 > head.len() && nul(1 - first) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], text: &str, place: Option<(usize, usize)>, message: &str) {
        let (document, problem) = Document::from_bytes("a\u{1b}.toml", bytes.to_vec(), 3);
        assert_eq!((document.name.as_str(), document.text.as_str()), ("a<U+001B>.toml", text));
        assert_eq!(problem.as_ref().map(|p| document.line_column(p.span.start())), place);
        assert!(problem.as_ref().is_none_or(|p| p.span.document() == 3));
        assert_eq!(problem.map(|p| p.message).unwrap_or_default(), message);
    }

    #[test]
    fn bytes_become_text() {
        check("a = \"好\"".as_bytes(), "a = \"好\"", None, "");
        let message = "found the byte 0xE9, which is not UTF-8";
        check(b"x\na\xE9b", "x\na\u{FFFD}b", Some((2, 2)), message);
        check(b"\xE9 \xE9", "\u{FFFD} \u{FFFD}", Some((1, 1)), &format!("{message} (and at one more place)"));
        let message = "found what looks like UTF-16, expected UTF-8";
        check(b"\xFF\xFEa\0=\0", "a=", Some((1, 1)), message);
        check(b"\xFE\xFF\0a\0=", "a=", Some((1, 1)), message);
        check(b"a\0b\0c\0d\0", "abcd", Some((1, 1)), message);
        check(b"\x7fELF\xFF\0", "\u{FFFD}", Some((1, 1)), "found bytes that are no text, expected TOML in UTF-8");
    }
}
