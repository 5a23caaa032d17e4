//! The session with the user's terminal: frames go out, keys and signals come in, and it is always given back.
//!
//! Knows nothing of what is shown. No query is ever sent, so nothing is ever waited for.

mod clipboard;
mod cursor;
mod decode;
mod depth;
mod dialect;
mod escape;
mod glyph;
mod guard;
mod input;
mod link;
mod looks;
mod numbers;
mod pace;
mod pen;
mod sentinel;
mod signal;
mod wire;

pub use depth::Depth;
pub use dialect::Dialect;
pub use input::Happening;
pub use wire::Wire;

use crate::ui::Link;
use guard::Guard;
use input::Input;
use pace::Pace;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect, Size},
};
use rustix::{
    io::{Errno, dup},
    process::{Signal, kill_current_process_group},
    stdio::{stdin, stdout},
    termios::{isatty, tcgetwinsize},
};
use sentinel::Sentinel;
use signal_hook::{
    consts::{SIGHUP, SIGTTOU},
    low_level::raise,
};
use std::{
    fmt,
    fs::File,
    io,
    os::fd::{BorrowedFd, OwnedFd},
    process::{Command, ExitStatus},
    sync::Arc,
    thread,
    time::{Duration, Instant},
};
use tracing::debug_span;

/// The size that is taken where the terminal does not know its own, as over a serial line.
const UNKNOWN_SIZE: Size = Size::new(80, 24);

/// The largest picture; a larger terminal is left blank beyond it. A client of SSH may claim any
/// size, and a picture of 65,535 by 65,535 cells would take more memory than there is.
const LARGEST_SIZE: Size = Size::new(1000, 500);

/// How long a signal may take from one thread to another on a busy machine.
const MOMENT: Duration = Duration::from_millis(100);

/// A terminal that the program has taken. It is given back when this is dropped, and by
/// signals and panics too.
pub struct Terminal {
    guard: Arc<Guard>,
    sentinel: Sentinel,
    input: Input,
    wire: Wire,
    pace: Pace,
    size: Size,
}

/// Why there is no terminal to explore in.
#[derive(Debug)]
pub enum OpenError {
    /// Standard output is no terminal.
    NoScreen,
    /// Standard input is no terminal, and the process has none of its own.
    NoKeyboard(io::Error),
    /// The terminal is there, but cannot be used.
    Unusable(io::Error),
}

impl Terminal {
    /// Whether a terminal of this `TERM` ("" if unset) takes escape sequences at all.
    pub fn is_usable(term: &str) -> bool {
        !matches!(term, "" | "dumb")
    }

    /// Takes the terminal: raw mode, alternate screen, no cursor.
    ///
    /// Keys come from standard input, or from the process's own terminal where that is a
    /// pipe or a file; the mouse stays the terminal's own, unless it is to be heard. A terminal that
    /// takes longer than `patience` to read what it is sent is as good as gone; without one it may take for ever.
    /// Errors leave the terminal as it was found.
    pub fn open(dialect: Dialect, patience: Option<Duration>) -> Result<Self, OpenError> {
        if !isatty(stdout()) {
            return Err(OpenError::NoScreen);
        }
        let keys = keyboard().map_err(OpenError::NoKeyboard)?;
        Self::take(keys, dialect, patience).map_err(OpenError::Unusable)
    }

    /// Posts everything that gives the terminal back, and only then changes it.
    fn take(keys: OwnedFd, dialect: Dialect, patience: Option<Duration>) -> io::Result<Self> {
        let guard = Arc::new(Guard::new(keys, dup(stdout())?, dialect, patience)?);
        let sentinel = Sentinel::post(&guard)?;
        let input = Input::open()?;
        let size = size_of(&guard)?;
        let terminal = Self { guard, sentinel, input, wire: Wire::new(dialect), pace: Pace::default(), size };
        terminal.guard.take()?;
        Ok(terminal)
    }

    /// The size in columns and rows; it changes only by [`Happening::Resize`] and [`Terminal::suspend`].
    pub const fn size(&self) -> Size {
        self.size
    }

    /// Paints a frame and sends what has changed since the last one, in one write; nothing if nothing has.
    ///
    /// `paint` gets an empty buffer and its area, and says where addresses stand in it. The
    /// cursor is shown where something is typed, so that what an input method shows stands there. The error is the terminal's own.
    pub fn draw(
        &mut self,
        cursor: Option<Position>,
        paint: impl FnOnce(Rect, &mut Buffer) -> Vec<Link>,
    ) -> io::Result<()> {
        let area = Rect::from((Position::ORIGIN, self.size));
        let mut frame = debug_span!("frame").in_scope(|| self.wire.frame(area, paint));
        frame.extend(self.wire.cursor(cursor, !frame.is_empty()));
        let sent = debug_span!("send", bytes = frame.len()).in_scope(|| self.send(&frame));
        self.pace.note(frame.len(), Instant::now());
        if sent.is_err() {
            self.forget();
        }
        sent
    }

    /// Waits until something happens, until one of the bells hangs up, or until the deadline; then takes all
    /// that has happened.
    ///
    /// Without a deadline it sleeps for as long as nothing happens. Right after a frame it also
    /// takes what happens until the next one may follow. The list is empty when the
    /// deadline has passed, when a bell has rung, or when the frame must be drawn again for no other reason than that
    /// the program was stopped. If the terminal has been lost the program ends here.
    pub fn next(&mut self, deadline: Option<Instant>, bells: &[BorrowedFd<'_>]) -> io::Result<Vec<Happening>> {
        let mut happenings = Vec::new();
        let mut until = deadline;
        loop {
            let news = self.input.wait(&self.guard, until, bells)?;
            if news.is_lost {
                self.lose();
            }
            if news.caught.continued {
                self.retake()?;
            }
            if news.caught.continued || news.caught.resized {
                happenings.extend(self.measure()?);
            }
            if news.caught.stopped {
                happenings.push(Happening::Suspend);
            }
            happenings.extend(news.typed);
            let now = Instant::now();
            let is_due = deadline.is_some_and(|deadline| deadline <= now);
            let wait = self.pace.wait(now);
            if news.caught.continued || news.has_rung || is_due || !happenings.is_empty() && wait.is_none() {
                return Ok(happenings);
            }
            until = if happenings.is_empty() { deadline } else { deadline.into_iter().chain(wait).min() };
        }
    }

    /// Asks the terminal to put a text into its clipboard. It does not say whether it does.
    pub fn copy(&self, text: &str) -> io::Result<()> {
        self.send(&clipboard::copying(text))
    }

    /// Draws the whole of the next frame, whatever the terminal shows.
    pub fn forget(&mut self) {
        self.wire.forget();
    }

    /// Gives the terminal back, stops the job as Ctrl-Z does, and takes the terminal again when
    /// it goes on. The size may be another one then, and the next frame is a whole one.
    ///
    /// Where no shell could make it go on (a login shell of its own, a window of its own),
    /// the kernel lets it run on.
    pub fn suspend(&mut self) -> io::Result<()> {
        self.guard.lend()?;
        kill_current_process_group(Signal::TSTP)?;
        // This process catches that signal, and an uncaught one cannot be had again; this one
        // stops by the same rules.
        raise(SIGTTOU)?;
        self.input.forget_signals();
        self.retake()?;
        self.measure()?;
        Ok(())
    }

    /// Lets another program have the terminal until it ends, and takes the terminal again. The
    /// size may be another one then, and the next frame is a whole one.
    ///
    /// The error is that the program cannot be started, or the terminal's own.
    pub fn lend(&mut self, program: &mut Command) -> io::Result<ExitStatus> {
        self.guard.lend_out()?;
        let ended = program.spawn().and_then(|child| self.input.wait_for(child));
        self.input.forget_signals();
        self.retake()?;
        self.measure()?;
        ended
    }

    /// Gives the terminal back for good. What is drawn afterwards is lost. The second time nothing happens.
    pub fn restore(&self) -> io::Result<()> {
        self.guard.end()
    }

    fn retake(&mut self) -> io::Result<()> {
        if !self.guard.is_in_front() {
            // To touch the terminal from behind another job would stop the process. A signal that
            // came while it was stopped, and ends it, goes first; then it stops of its own accord.
            thread::sleep(MOMENT);
            if self.sentinel.has_caught() {
                guard::wait_for_the_end();
            }
            raise(SIGTTOU)?;
        }
        // A signal that ended the program while it was stopped comes first.
        if self.sentinel.has_caught() {
            guard::wait_for_the_end();
        }
        self.forget();
        self.guard.take()
    }

    /// Asks for the size again, and tells if it is another one.
    fn measure(&mut self) -> io::Result<Option<Happening>> {
        let before = std::mem::replace(&mut self.size, size_of(&self.guard)?);
        Ok((before != self.size).then_some(Happening::Resize(self.size.width, self.size.height)))
    }

    fn send(&self, frame: &[u8]) -> io::Result<()> {
        let sent = if frame.is_empty() { Ok(()) } else { self.guard.write(frame) };
        if sent.as_ref().is_err_and(is_loss) {
            self.lose();
        }
        sent
    }

    /// Ends the program as the hang-up signal would, whether or not that has come.
    fn lose(&self) -> ! {
        sentinel::die(&self.guard, SIGHUP)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.restore().unwrap_or_default();
    }
}

/// Whether an error says that the terminal is there no more.
fn is_loss(error: &io::Error) -> bool {
    error.raw_os_error() == Some(Errno::IO.raw_os_error())
}

fn keyboard() -> io::Result<OwnedFd> {
    if isatty(stdin()) { Ok(dup(stdin())?) } else { Ok(File::open("/dev/tty")?.into()) }
}

fn size_of(guard: &Guard) -> io::Result<Size> {
    let size = tcgetwinsize(guard.screen())?;
    let is_known = (size.ws_col, size.ws_row) != (0, 0);
    let bounded = Size::new(size.ws_col.min(LARGEST_SIZE.width), size.ws_row.min(LARGEST_SIZE.height));
    Ok(if is_known { bounded } else { UNKNOWN_SIZE })
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoScreen => write!(f, "standard output is no terminal"),
            Self::NoKeyboard(error) => write!(f, "no terminal to read keys from: {error}"),
            Self::Unusable(error) => write!(f, "the terminal cannot be used: {error}"),
        }
    }
}

impl std::error::Error for OpenError {}
