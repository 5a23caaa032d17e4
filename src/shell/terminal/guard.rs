//! What was found when the terminal was taken, and how it is given back: once, whoever asks, from any thread.

use super::{Dialect, link};
use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    io::{Errno, retry_on_intr},
    process::getpgrp,
    termios::{Action, OptionalActions, QueueSelector, Termios, tcflow, tcflush, tcgetattr, tcgetpgrp, tcsetattr},
};
use std::{
    io,
    os::fd::{AsFd, BorrowedFd, OwnedFd},
    sync::{
        Mutex, MutexGuard, PoisonError, TryLockError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

/// Alternate screen, no cursor, no wrapping at the right edge, pasted text told from keys.
const TAKE: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h";

/// Presses, drags and the wheel of the mouse, in the one form that has no limit of columns.
const HEAR_MOUSE: &[u8] = b"\x1b[?1002h\x1b[?1006h";

/// The reverse of both.
const GIVE_BACK: &[u8] = b"\x1b[m\x1b[?1006l\x1b[?1002l\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[?1049l";

/// What breaks off a sequence that may have been cut short.
const BREAK_OFF: &[u8] = b"\x18";

/// A frame goes out in pieces of so many bytes, most frames in one: what a terminal that has
/// just been emptied takes at once, so that a writer who was stuck in one comes free.
const PIECE: usize = 4096;

/// How long the end of the program waits for a terminal that does not read.
const PATIENCE: Duration = Duration::from_millis(250);

/// The two ends of the terminal, and whose it is at the moment.
pub(super) struct Guard {
    keys: OwnedFd,
    screen: OwnedFd,
    found: Termios,
    dialect: Dialect,
    held: Mutex<Held>,
    /// Set when somebody waits for the lock to end the program: a frame is broken off then.
    is_ending: AtomicBool,
    /// How long a terminal may take to read what it is sent; `None`: for ever.
    patience: Option<Duration>,
    /// When the write began that is going on, or the end of the program.
    writing: Mutex<Option<Instant>>,
}

/// Whose the terminal is. Only who holds the lock may write to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Held {
    /// The user's: not taken yet, or given back for a while.
    Theirs,
    /// Another program's, that this one has started: keys that interrupt are meant for it.
    Lent,
    /// The program's.
    Ours,
    /// The user's, for good.
    Over,
}

impl Guard {
    /// Stands before the first change: notes the modes, and changes nothing.
    pub fn new(keys: OwnedFd, screen: OwnedFd, dialect: Dialect, patience: Option<Duration>) -> io::Result<Self> {
        let found = tcgetattr(&keys)?;
        let (held, is_ending) = (Mutex::new(Held::Theirs), AtomicBool::new(false));
        Ok(Self { keys, screen, found, dialect, held, is_ending, patience, writing: Mutex::default() })
    }

    /// Where keys come from.
    pub fn keys(&self) -> BorrowedFd<'_> {
        self.keys.as_fd()
    }

    /// Where frames go.
    pub fn screen(&self) -> BorrowedFd<'_> {
        self.screen.as_fd()
    }

    /// Whether this process is one that may use the terminal now, or could not be told not to.
    pub fn is_in_front(&self) -> bool {
        tcgetpgrp(&self.keys).map_or(true, |front| front == getpgrp())
    }

    /// Takes the terminal, or takes it anew after somebody else had it.
    pub fn take(&self) -> io::Result<()> {
        let mut held = self.lock();
        if *held == Held::Over {
            drop(held);
            wait_for_the_end();
        }
        *held = Held::Ours;
        let mut raw = self.found.clone();
        raw.make_raw();
        self.set_modes(&raw)?;
        let mouse = if self.dialect.hears_mouse { HEAR_MOUSE } else { b"" };
        self.timed(|| self.send(TAKE).and_then(|()| self.send(mouse)))
    }

    /// Writes a frame. Once the terminal has been given back nothing is written.
    pub fn write(&self, frame: &[u8]) -> io::Result<()> {
        let held = self.lock();
        let mut pieces = frame.chunks(PIECE).take_while(|_| !self.is_ending.load(Ordering::SeqCst));
        if *held != Held::Ours {
            return Ok(());
        }
        self.timed(|| pieces.try_for_each(|piece| self.send(piece)))
    }

    /// How long until the terminal has taken too long to read: zero when it has. While nothing is
    /// being written that is the whole time. `None`: it may take for ever.
    pub fn patience(&self) -> Option<Duration> {
        let begun = *self.writing();
        let spent = begun.map_or(Duration::ZERO, |begun| begun.elapsed());
        self.patience.map(|patience| patience.saturating_sub(spent))
    }

    /// Gives the terminal back for a while.
    pub fn lend(&self) -> io::Result<()> {
        self.give_back(self.lock(), Held::Theirs)
    }

    /// Gives the terminal to another program for a while.
    pub fn lend_out(&self) -> io::Result<()> {
        self.give_back(self.lock(), Held::Lent)
    }

    /// Whether another program has the terminal. Waits for nobody: while somebody writes to a
    /// terminal that does not read, it is the program's own.
    pub fn is_lent_out(&self) -> bool {
        match self.held.try_lock() {
            Ok(held) => *held == Held::Lent,
            Err(TryLockError::Poisoned(held)) => *held.into_inner() == Held::Lent,
            Err(TryLockError::WouldBlock) => false,
        }
    }

    /// Gives the terminal back for good; waits for it to read what is on the way.
    pub fn end(&self) -> io::Result<()> {
        let held = self.lock();
        if self.is_ending.load(Ordering::SeqCst) {
            drop(held);
            wait_for_the_end();
        }
        self.give_back(held, Held::Over)
    }

    /// Gives the terminal back for good, in a bounded time, even while another thread is
    /// stuck in a write to a terminal that does not read.
    pub fn abandon(&self) {
        self.is_ending.store(true, Ordering::SeqCst);
        let held = self.lock_within(PATIENCE).or_else(|| {
            self.discard();
            self.lock_within(PATIENCE)
        });
        match held.map(|mut held| (std::mem::replace(&mut *held, Held::Over), held)) {
            Some((Held::Theirs | Held::Lent | Held::Over, _)) => {}
            Some((Held::Ours, _lock)) => {
                self.send_if_it_reads(&self.parting());
                self.set_modes(&self.found).unwrap_or_default();
            }
            None => self.set_modes(&self.found).unwrap_or_default(),
        }
    }

    fn give_back(&self, mut held: MutexGuard<'_, Held>, next: Held) -> io::Result<()> {
        let before = *held;
        if before == Held::Over {
            return Ok(());
        }
        *held = next;
        if before != Held::Ours {
            return Ok(());
        }
        let sent = self.timed(|| self.send(&self.parting()));
        if next == Held::Over {
            // What is told after that must be read in time, too.
            *self.writing() = Some(Instant::now());
        }
        self.set_modes(&self.found).and(sent)
    }

    /// Notes that something is being written.
    fn timed(&self, write: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        *self.writing() = Some(Instant::now());
        let written = write();
        *self.writing() = None;
        written
    }

    fn writing(&self) -> MutexGuard<'_, Option<Instant>> {
        self.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What gives the terminal back, whatever was being sent to it.
    fn parting(&self) -> Vec<u8> {
        let close = if self.dialect.shows_links { link::CLOSE } else { "" };
        [BREAK_OFF, close.as_bytes(), GIVE_BACK].concat()
    }

    fn set_modes(&self, modes: &Termios) -> io::Result<()> {
        Ok(retry_on_intr(|| tcsetattr(&self.keys, OptionalActions::Now, modes))?)
    }

    fn send(&self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            match rustix::io::write(&self.screen, bytes) {
                Ok(count) => bytes = &bytes[count..],
                Err(Errno::INTR) => {}
                // Somebody who shares the terminal has made it non-blocking.
                Err(Errno::AGAIN) => drop(self.is_reading(None)),
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// Sends byte by byte, since a terminal with room for one byte need not have it for two.
    fn send_if_it_reads(&self, bytes: &[u8]) {
        if !self.is_reading(Some(PATIENCE)) {
            self.discard();
        }
        for byte in bytes.chunks(1) {
            if !self.is_reading(Some(PATIENCE)) || rustix::io::write(&self.screen, byte).is_err() {
                return;
            }
        }
    }

    /// Throws away what the terminal has not read yet. A writer who waits for room does not
    /// hear of that by itself; output that stops and goes on makes it look again.
    fn discard(&self) {
        tcflush(&self.screen, QueueSelector::OFlush).unwrap_or_default();
        for action in [Action::OOff, Action::OOn] {
            tcflow(&self.screen, action).unwrap_or_default();
        }
    }

    /// Whether the terminal takes output, or does within that time.
    fn is_reading(&self, patience: Option<Duration>) -> bool {
        let patience = patience.and_then(|patience| Timespec::try_from(patience).ok());
        let mut screen = [PollFd::new(&self.screen, PollFlags::OUT)];
        retry_on_intr(|| poll(&mut screen, patience.as_ref())).is_ok_and(|ready| ready > 0)
    }

    fn lock(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn lock_within(&self, patience: Duration) -> Option<MutexGuard<'_, Held>> {
        let deadline = Instant::now() + patience;
        loop {
            match self.held.try_lock() {
                Ok(held) => return Some(held),
                Err(TryLockError::Poisoned(held)) => return Some(held.into_inner()),
                Err(TryLockError::WouldBlock) if Instant::now() > deadline => return None,
                Err(TryLockError::WouldBlock) => thread::sleep(PATIENCE / 50),
            }
        }
    }
}

/// Stands still while another thread, which has given the terminal back, ends the program.
pub(super) fn wait_for_the_end() -> ! {
    loop {
        thread::park();
    }
}
