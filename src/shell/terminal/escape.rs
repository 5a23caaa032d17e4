//! The escape sequences that keys send: which bytes make one, and which key it is.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

/// What stands at the beginning of some bytes that begin with an escape.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Escape {
    /// A sequence of so many bytes, and the key that it stands for, if annals knows one.
    Key(usize, Option<KeyEvent>),
    /// The beginning of pasted text, so many bytes long.
    Paste(usize),
    /// The beginning of a text for programs, so many bytes long: an answer to what another
    /// program has asked, which goes on until something ends it.
    Text(usize),
    /// So many bytes of a sequence that is longer than any that is known, and goes on.
    Overlong(usize),
    /// A deed of the mouse, so many bytes long, if annals knows it.
    Mouse(usize, Option<MouseEvent>),
    /// The first part of a sequence: the rest has not come yet.
    Part,
    /// The Escape key itself; other keys follow.
    Alone,
}

/// The longest sequence that is looked at.
const LONGEST: usize = 64;

/// The key of each final letter, after `ESC [` and after `ESC O`.
const LETTERS: [(u8, KeyCode); 11] = [
    (b'A', KeyCode::Up),
    (b'B', KeyCode::Down),
    (b'C', KeyCode::Right),
    (b'D', KeyCode::Left),
    (b'F', KeyCode::End),
    (b'H', KeyCode::Home),
    (b'P', KeyCode::F(1)),
    (b'Q', KeyCode::F(2)),
    (b'R', KeyCode::F(3)),
    (b'S', KeyCode::F(4)),
    (b'Z', KeyCode::BackTab),
];

/// The key of each number in `ESC [ number ~`.
const NUMBERS: [(u32, KeyCode); 20] = [
    (1, KeyCode::Home),
    (2, KeyCode::Insert),
    (3, KeyCode::Delete),
    (4, KeyCode::End),
    (5, KeyCode::PageUp),
    (6, KeyCode::PageDown),
    (7, KeyCode::Home),
    (8, KeyCode::End),
    (11, KeyCode::F(1)),
    (12, KeyCode::F(2)),
    (13, KeyCode::F(3)),
    (14, KeyCode::F(4)),
    (15, KeyCode::F(5)),
    (17, KeyCode::F(6)),
    (18, KeyCode::F(7)),
    (19, KeyCode::F(8)),
    (20, KeyCode::F(9)),
    (21, KeyCode::F(10)),
    (23, KeyCode::F(11)),
    (24, KeyCode::F(12)),
];

/// The number that begins pasted text.
const PASTE: u32 = 200;

/// Reads what stands at the beginning of `bytes`, the first of which is an escape.
pub(super) fn read(bytes: &[u8]) -> Escape {
    match bytes {
        [_] => Escape::Part,
        [_, b'O'] | [_, b'['] | [_, b'[', b'['] => Escape::Part,
        // Enter of the number pad.
        [_, b'O', b'M', ..] => Escape::Key(3, Some(KeyCode::Enter.into())),
        [_, b'O', letter, ..] if letter.is_ascii_graphic() => {
            Escape::Key(3, key_of_letter(*letter, KeyModifiers::NONE))
        }
        // The Linux console's own F1 to F5.
        [_, b'[', b'[', letter @ b'A'..=b'E', ..] => Escape::Key(4, Some(KeyCode::F(letter - b'@').into())),
        // A terminal without numbers for the mouse tells button, column and row as a byte each.
        [_, b'[', b'M', rest @ ..] if rest.len() < 3 => Escape::Part,
        [_, b'[', b'M', ..] => Escape::Mouse(6, None),
        [_, b'[', rest @ ..] => read_sequence(rest),
        // What another program asked for may come late: colours, names, pictures.
        [_, b']' | b'P' | b'_'] => Escape::Part,
        [_, b']', b'0'..=b'9', ..] | [_, b'P', b'0'..=b'9' | b'>' | b'!', ..] | [_, b'_', b'G', ..] => Escape::Text(2),
        _ => Escape::Alone,
    }
}

/// Reads what follows `ESC [`: parameters, then a final byte.
fn read_sequence(rest: &[u8]) -> Escape {
    let Some(end) = rest.iter().position(|byte| !(0x20..0x40).contains(byte)) else {
        return if rest.len() < LONGEST { Escape::Part } else { Escape::Overlong(2 + rest.len()) };
    };
    match rest[end] {
        b'M' | b'm' if rest[0] == b'<' => {
            Escape::Mouse(end + 3, read_mouse(&rest[1..end]).filter(|_| rest[end] == b'M'))
        }
        last @ 0x40..=0x7e => read_key(&rest[..end], last, end + 3),
        // Something else began before the sequence ended.
        _ => Escape::Key(2 + end, None),
    }
}

fn read_key(parameters: &[u8], last: u8, length: usize) -> Escape {
    let text = String::from_utf8_lossy(parameters);
    let mut fields = text.split(';');
    let number: u32 = fields.next().and_then(|field| field.parse().ok()).unwrap_or(1);
    let mut parts = fields.next().unwrap_or_default().split(':');
    let modifiers = modifiers(parts.next().and_then(|part| part.parse().ok()).unwrap_or(1));
    // A third kind of event is the release of a key.
    let is_release = parts.next() == Some("3");
    let key = match last {
        b'~' if number == PASTE => return Escape::Paste(length),
        b'~' => NUMBERS.iter().find(|row| row.0 == number).map(|row| KeyEvent::new(row.1, modifiers)),
        b'u' => key_of_code(number, modifiers),
        // With any other number it is an answer, such as where the cursor is.
        letter => key_of_letter(letter, modifiers).filter(|_| number == 1),
    };
    Escape::Key(length, key.filter(|_| !is_release))
}

/// Reads the numbers of a report of the mouse (SGR): deed, column and row, from 1.
fn read_mouse(parameters: &[u8]) -> Option<MouseEvent> {
    let text = std::str::from_utf8(parameters).ok()?;
    let mut numbers = text.split(';').map(|number| number.parse::<u16>().ok());
    let (deed, column, row) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let kind = match deed {
        0 => MouseEventKind::Down(MouseButton::Left),
        32 => MouseEventKind::Drag(MouseButton::Left),
        64 => MouseEventKind::ScrollUp,
        65 => MouseEventKind::ScrollDown,
        _ => return None,
    };
    let (column, row) = (column.checked_sub(1)?, row.checked_sub(1)?);
    Some(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE })
}

fn key_of_letter(letter: u8, modifiers: KeyModifiers) -> Option<KeyEvent> {
    let (_, code) = LETTERS.iter().find(|row| row.0 == letter)?;
    let shift = if *code == KeyCode::BackTab { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
    Some(KeyEvent::new(*code, modifiers | shift))
}

/// The key of a character's code, as terminals send it whose keyboard protocol another program has left on.
fn key_of_code(code: u32, modifiers: KeyModifiers) -> Option<KeyEvent> {
    let code = match code {
        9 => KeyCode::Tab,
        13 => KeyCode::Enter,
        27 => KeyCode::Esc,
        127 => KeyCode::Backspace,
        _ => KeyCode::Char(char::from_u32(code).filter(|c| !c.is_control() && !('\u{e000}'..='\u{f8ff}').contains(c))?),
    };
    Some(KeyEvent::new(code, modifiers))
}

/// The modifiers of a number that is one more than the sum of their bits.
fn modifiers(number: u32) -> KeyModifiers {
    let bits = number.saturating_sub(1);
    [(1, KeyModifiers::SHIFT), (2, KeyModifiers::ALT), (4, KeyModifiers::CONTROL)]
        .into_iter()
        .filter(|row| bits & row.0 != 0)
        .fold(KeyModifiers::NONE, |all, row| all | row.1)
}
