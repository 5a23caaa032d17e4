//! Text for the clipboard of the terminal, which may be on another machine (OSC 52).

/// The most bytes of text that are sent: some terminals take no more than 75,000 of the
/// sequence, in which four bytes stand for three.
const MOST: usize = 48 * 1024;

/// The digits of base 64.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The sequence that asks the terminal to put a text into its clipboard; what is beyond the
/// most that is sent is cut off.
pub(super) fn copying(text: &str) -> Vec<u8> {
    let text = &text[..text.floor_char_boundary(MOST)];
    format!("\x1b]52;c;{}\x1b\\", base64(text.as_bytes())).into_bytes()
}

/// Three bytes as four digits; what is missing of the last three is padded.
fn base64(bytes: &[u8]) -> String {
    let digit = |bits: u32| char::from(DIGITS[bits as usize % DIGITS.len()]);
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits = three.iter().fold(0, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        text.extend([18, 12, 6, 0].into_iter().take(three.len() + 1).map(|shift| digit(bits >> shift)));
        text.extend(std::iter::repeat_n('=', 3 - three.len()));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_digits_of_base_64() {
        // The examples of RFC 4648.
        for (text, digits) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
            ("贵阳", "6LS16Ziz"),
        ] {
            assert_eq!(base64(text.as_bytes()), digits, "{text}");
        }
    }

    #[test]
    fn the_sequence_is_whole_and_bounded() {
        assert_eq!(copying("foo"), b"\x1b]52;c;Zm9v\x1b\\");
        let sent = copying(&"贵".repeat(100_000));
        assert!(sent.len() < 75_000 && sent.ends_with(b"\x1b\\"), "{}", sent.len());
    }
}
