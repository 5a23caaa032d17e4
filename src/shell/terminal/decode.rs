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

/// The bytes that have come and mean nothing yet.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    pending: Vec<u8>,
    is_pasting: bool,
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
        self.deadline = (!self.pending.is_empty()).then(|| now + self.patience());
    }

    /// When [`Decoder::settle`] has something to do at the latest.
    pub const fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    /// Takes what has waited for long enough for what it is.
    pub fn settle(&mut self, now: Instant, happenings: &mut Vec<Happening>) {
        let Some(deadline) = self.deadline.take_if(|deadline| *deadline <= now) else { return };
        let pending = std::mem::take(&mut self.pending);
        if std::mem::take(&mut self.is_pasting) {
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
        if self.is_pasting {
            return self.first_paste();
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
            Escape::Paste(length) => {
                self.is_pasting = true;
                Some((length, None))
            }
        }
    }

    fn first_paste(&mut self) -> Option<(usize, Option<Happening>)> {
        if let Some(end) = self.pending.windows(PASTE_END.len()).position(|window| window == PASTE_END) {
            self.is_pasting = false;
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
        let may_be_the_key = !self.is_pasting && matches!(self.pending.as_slice(), [0x1b] | [0x1b, b'O']);
        if may_be_the_key { ESCAPE_HELD } else { PART_HELD }
    }
}

/// Whether bytes that came at once are the rest of a sequence: nobody types them at once.
fn is_rest(bytes: &[u8]) -> bool {
    let whole: Vec<u8> = [0x1b].iter().chain(bytes).copied().collect();
    bytes.len() > 1 && matches!(escape::read(&whole), Escape::Key(_, Some(_)))
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
