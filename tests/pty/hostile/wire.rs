//! What may reach a terminal: visible text, line ends, and the sequences on this list.

/// The last letters of sequences that begin with `ESC [` and take numbers: attributes, cursor,
/// erasing, and moving lines within a region.
const NUMBERED: &str = "mHGABCDJKLMSTXr";

/// The modes that are switched on and off: lines that wrap, cursor, screen, pasted text.
const MODES: [&str; 4] = ["?7", "?25", "?1049", "?2004"];

/// The modes of the mouse: who has not asked for it sees them switched off, when the terminal is given back.
const MOUSE: [&str; 2] = ["?1002", "?1006"];

/// The most marks that one character may carry.
const MARKS: usize = 8;

/// What is the first thing in some bytes that may not be there.
pub fn fault(bytes: &[u8]) -> Option<String> {
    let Ok(text) = str::from_utf8(bytes) else { return Some("bytes that are no UTF-8".to_owned()) };
    let (mut rest, mut before, mut marks) = (text, ' ', 0);
    while let Some(c) = rest.chars().next() {
        if c == '\x1b' {
            match sequence(rest) {
                Some(length) => rest = &rest[length..],
                None => return Some(format!("{:?}", rest.chars().take(20).collect::<String>())),
            }
            continue;
        }
        marks = if is_mark(c) { marks + 1 } else { 0 };
        if is_forbidden(c)
            || marks > MARKS
            || is_mongolian_selector(c) && !matches!(before, '\u{1820}'..='\u{18AA}')
            || (is_joiner(c) && !may_join(before) && !rest.chars().nth(1).is_some_and(may_join))
        {
            let from = text.len() - rest.len();
            let near: String =
                text[text[..from].floor_char_boundary(from.saturating_sub(40))..].chars().take(60).collect();
            return Some(format!("U+{:04X} in {near:?}", u32::from(c)));
        }
        before = c;
        rest = &rest[c.len_utf8()..];
    }
    None
}

/// The length of the sequence at the beginning, if it is on the list.
fn sequence(text: &str) -> Option<usize> {
    let Some(body) = text.strip_prefix("\x1b[") else { return link(text) };
    let end = body.find(|c: char| !matches!(c, '0'..='9' | ';' | '?'))?;
    let (numbers, last) = (&body[..end], body[end..].chars().next()?);
    let is_numbered = NUMBERED.contains(last) && !numbers.contains('?');
    let is_mode = matches!(last, 'h' | 'l') && MODES.contains(&numbers) || last == 'l' && MOUSE.contains(&numbers);
    (is_numbered || is_mode).then_some(2 + end + 1)
}

/// The length of what begins or ends a link: an address in it is one of the web, in plain signs.
fn link(text: &str) -> Option<usize> {
    let body = text.strip_prefix("\x1b]8;")?;
    let end = body.find("\x1b\\")?;
    let address = body[..end].split_once(';')?.1;
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    let is_plain = address.chars().all(|c| c.is_ascii_graphic());
    (address.is_empty() || is_web && is_plain).then_some("\x1b]8;".len() + end + "\x1b\\".len())
}

/// Unicode's Default_Ignorable_Code_Point (DerivedCoreProperties.txt), which show nothing, but for joiners and
/// selectors of variants; with the separators of lines, the marks of annotations and the Braille sign without dots.
const UNSEEN: [(u32, u32); 17] = [
    (0xAD, 0xAD),
    (0x34F, 0x34F),
    (0x61C, 0x61C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180E, 0x180E),
    (0x200B, 0x200B),
    (0x200E, 0x200F),
    (0x2028, 0x202E),
    (0x2060, 0x206F),
    (0x2800, 0x2800),
    (0x3164, 0x3164),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFFB),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
];

/// Those of the plane of tags, between which the selectors of variants lie.
const TAGS: [(u32, u32); 2] = [(0xE0000, 0xE00FF), (0xE01F0, 0xE0FFF)];

fn is_forbidden(c: char) -> bool {
    // A broken off sequence is ended by U+0018 when the terminal is given back.
    let is_sent = matches!(c, '\n' | '\r' | '\x08' | '\x18');
    let code = u32::from(c);
    let is_unseen = UNSEEN.iter().chain(&TAGS).any(|&(first, last)| (first..=last).contains(&code));
    !is_sent && (is_unseen || c.is_control())
}

const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

const fn is_mongolian_selector(c: char) -> bool {
    matches!(c, '\u{180B}'..='\u{180D}' | '\u{180F}')
}

/// Whether a joiner is part of the spelling behind a character: scripts that join, and pictures.
const fn may_join(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{18AF}' | '\u{2190}'..='\u{2BFF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}')
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

#[test]
fn the_list_holds() {
    for good in [
        "\x1b[1;2H贵阳\x1b[m\r\n",
        "\x1b[?1049h\x1b[K",
        "\x1b]8;id=1;https://a.org\x1b\\a\x1b]8;;\x1b\\",
        "e\u{301}",
        "می\u{200c}خ",
    ] {
        assert_eq!(fault(good.as_bytes()), None, "{good:?}");
    }
    let pile = "e".to_owned() + &"\u{301}".repeat(9);
    for bad in [
        "\x1b[5n",
        "\x1b]0;x\x07",
        "\x1b[?1000h",
        "\x1b[?1002h",
        "\x07",
        "\u{9b}",
        "\u{202e}",
        "a\u{34f}",
        "a\u{180b}",
        "\u{2800}",
        "a\u{200d}b",
        "\x1b[",
        &pile,
    ] {
        assert!(fault(bad.as_bytes()).is_some(), "{bad:?}");
    }
    assert!(fault(b"\xff").is_some());
}
