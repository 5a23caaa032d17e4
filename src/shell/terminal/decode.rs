//! From the bytes that a terminal sends to keys and pasted text, however the wire has cut them.
//!
//! Knows no file and no clock: the time is passed in. A lone escape is held for a moment,
//! since over a slow line the rest of an arrow key may still be on its way.

use super::{
    Happening,
    escape::{self, Escape},
};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::time::{Duration, Instant};

/// How long an escape waits for what may follow it.
const ESCAPE_HELD: Duration = Duration::from_millis(40);

/// How long anything else that has begun waits for its end.
const PART_HELD: Duration = Duration::from_secs(1);

/// What ends pasted text.
const PASTE_END: &[u8] = b"\x1b[201~";

/// Pasted text is cut at so many bytes: a line of input needs no more.
const PASTE_LONGEST: usize = 1 << 16;

/// What a byte belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Within {
    /// A key.
    #[default]
    Keys,
    /// Pasted text.
    Paste,
    /// Text for programs, which is passed over.
    Text,
    /// A sequence that is passed over.
    Sequence,
}

/// The bytes that have come and mean nothing yet.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    pending: Vec<u8>,
    within: Within,
    /// Until when what is pending may wait.
    deadline: Option<Instant>,
    /// Until when the rest of a sequence may follow an escape that was taken for the key.
    late: Option<Instant>,
}

impl Decoder {
    /// Takes bytes that came at one time, and adds what they mean to `happenings`.
    pub fn feed(&mut self, bytes: &[u8], now: Instant, happenings: &mut Vec<Happening>) {
        let is_late = self.late.take().is_some_and(|until| now < until) && is_rest(bytes);
        if is_late {
            self.pending.push(0x1b);
        }
        self.pending.extend_from_slice(bytes);
        while let Some((length, happening)) = self.first() {
            self.pending.drain(..length);
            happenings.extend(happening);
        }
        self.deadline = self.next_deadline(bytes.len(), now);
    }

    /// What is typed by hand, a byte at a time, does not prolong a text whose end is missing.
    fn next_deadline(&self, length: usize, now: Instant) -> Option<Instant> {
        let is_open = !self.pending.is_empty() || self.within != Within::Keys;
        let is_passed_over = matches!(self.within, Within::Text | Within::Sequence);
        let kept = self.deadline.filter(|_| is_passed_over && length == 1);
        is_open.then(|| kept.unwrap_or_else(|| now + self.patience()))
    }

    /// When [`Decoder::settle`] has something to do at the latest.
    pub const fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    /// Takes what has waited for long enough for what it is.
    pub fn settle(&mut self, now: Instant, happenings: &mut Vec<Happening>) {
        let Some(deadline) = self.deadline.take_if(|deadline| *deadline <= now) else { return };
        let pending = std::mem::take(&mut self.pending);
        if std::mem::take(&mut self.within) == Within::Paste {
            happenings.push(paste(&pending));
        } else if let [0x1b, rest @ ..] = pending.as_slice() {
            happenings.push(Happening::Key(KeyCode::Esc.into()));
            // A single character after it was typed; more than one was a sequence that will never end.
            if let [typed] = rest {
                happenings.push(Happening::Key(key_of_byte(*typed)));
            }
            self.late = rest.is_empty().then_some(deadline + PART_HELD);
        }
    }

    /// The length of the first thing pending that is complete, and what it means, if anything.
    fn first(&mut self) -> Option<(usize, Option<Happening>)> {
        match self.within {
            Within::Keys => {}
            Within::Paste => return self.first_paste(),
            Within::Text => return self.pass_over(text_end),
            Within::Sequence => return self.pass_over(sequence_end),
        }
        match *self.pending.first()? {
            0x1b => self.first_escape(),
            byte if byte < 0x80 => Some((1, Some(Happening::Key(key_of_byte(byte))))),
            _ => first_character(&self.pending),
        }
    }

    fn first_escape(&mut self) -> Option<(usize, Option<Happening>)> {
        match escape::read(&self.pending) {
            Escape::Key(length, key) => Some((length, key.map(Happening::Key))),
            Escape::Mouse(length, mouse) => Some((length, mouse.map(Happening::Mouse))),
            Escape::Alone => Some((1, Some(Happening::Key(KeyCode::Esc.into())))),
            Escape::Part => None,
            Escape::Paste(length) => self.enter(Within::Paste, length),
            Escape::Text(length) => self.enter(Within::Text, length),
            Escape::Overlong(length) => self.enter(Within::Sequence, length),
        }
    }

    /// Takes what follows the next so many bytes for something else than keys.
    fn enter(&mut self, within: Within, length: usize) -> Option<(usize, Option<Happening>)> {
        self.within = within;
        Some((length, None))
    }

    /// Passes over what is pending, up to an end.
    fn pass_over(&mut self, end: fn(&[u8]) -> End) -> Option<(usize, Option<Happening>)> {
        let length = match end(&self.pending) {
            End::At(length) => {
                self.within = Within::Keys;
                return Some((length, None));
            }
            End::After(length) => length,
        };
        (length > 0).then_some((length, None))
    }

    fn first_paste(&mut self) -> Option<(usize, Option<Happening>)> {
        if let Some(end) = self.pending.windows(PASTE_END.len()).position(|window| window == PASTE_END) {
            self.within = Within::Keys;
            return Some((end + PASTE_END.len(), Some(paste(&self.pending[..end]))));
        }
        if self.pending.len() > PASTE_LONGEST {
            // What is dropped lies in the middle, so that the end is still found.
            let tail = self.pending.len() - PASTE_END.len();
            self.pending.drain(PASTE_LONGEST - PASTE_END.len()..tail);
        }
        None
    }

    fn patience(&self) -> Duration {
        let may_be_the_key =
            self.within != Within::Paste && matches!(self.pending.as_slice(), [0x1b] | [0x1b, b']' | b'P' | b'_']);
        if may_be_the_key { ESCAPE_HELD } else { PART_HELD }
    }
}

/// Where something ends that is passed over.
enum End {
    /// After so many bytes.
    At(usize),
    /// Not in the next so many.
    After(usize),
}

/// A text ends with BEL or `ESC \`; another escape, CAN or SUB break it off.
fn text_end(bytes: &[u8]) -> End {
    let Some(end) = bytes.iter().position(|byte| matches!(byte, 0x07 | 0x18 | 0x1a | 0x1b)) else {
        return End::After(bytes.len());
    };
    match bytes[end..] {
        [0x1b] => End::After(end),
        [0x1b, b'\\', ..] => End::At(end + 2),
        [0x1b, ..] => End::At(end),
        _ => End::At(end + 1),
    }
}

/// A sequence ends with a letter or sign behind its parameters; what cannot stand in one breaks it off.
fn sequence_end(bytes: &[u8]) -> End {
    match bytes.iter().position(|byte| !(0x20..0x40).contains(byte)) {
        Some(end) => End::At(end + usize::from((0x40..0x7f).contains(&bytes[end]))),
        None => End::After(bytes.len()),
    }
}

/// Whether bytes that came at once are the rest of a sequence: nobody types them at once.
fn is_rest(bytes: &[u8]) -> bool {
    let whole: Vec<u8> = [0x1b].iter().chain(bytes).copied().collect();
    // A key that is held may well be two brackets.
    bytes.len() > 1
        && match escape::read(&whole) {
            Escape::Key(length, key) => key.is_some() || length > 3,
            Escape::Part => bytes != b"[[",
            Escape::Alone => false,
            Escape::Mouse(..) | Escape::Paste(_) | Escape::Text(_) | Escape::Overlong(_) => true,
        }
}

fn paste(bytes: &[u8]) -> Happening {
    Happening::Paste(String::from_utf8_lossy(bytes).into_owned())
}

/// The first character of bytes that do not begin with ASCII; what is no character is passed over.
fn first_character(bytes: &[u8]) -> Option<(usize, Option<Happening>)> {
    let bytes = &bytes[..bytes.len().min(4)];
    let valid = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) if error.valid_up_to() == 0 => return error.error_len().map(|length| (length, None)),
        Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(),
    };
    let character = valid.chars().next()?;
    let key = (!character.is_control()).then(|| Happening::Key(key_of_character(character)));
    Some((character.len_utf8(), key))
}

/// The key of an ASCII byte. A line feed is Enter too: so it comes if it was typed before the
/// terminal was taken.
fn key_of_byte(byte: u8) -> KeyEvent {
    let control = |letter: u8| KeyEvent::new(KeyCode::Char(char::from(letter)), KeyModifiers::CONTROL);
    match byte {
        0 => control(b' '),
        0x08 | 0x7f => KeyCode::Backspace.into(),
        b'\t' => KeyCode::Tab.into(),
        b'\r' | b'\n' => KeyCode::Enter.into(),
        0x01..=0x1a => control(byte - 1 + b'a'),
        0x1b => KeyCode::Esc.into(),
        0x1c..=0x1f => control(byte - 0x1c + b'4'),
        _ => key_of_character(char::from(byte)),
    }
}

fn key_of_character(character: char) -> KeyEvent {
    let shift = if character.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
    KeyEvent::new(KeyCode::Char(character), shift)
}

#[cfg(test)]
mod tests;
