//! The signals that the main loop answers: a new size, a stop, a going on.

use signal_hook::{
    consts::{SIGCONT, SIGTSTP, SIGWINCH},
    flag,
    low_level::pipe,
};
use std::{
    io::{self, Read},
    os::unix::net::UnixStream,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

/// Which signals have come, and a bell that rings when one does.
pub(super) struct Signals {
    bell: UnixStream,
    resized: Arc<AtomicBool>,
    stopped: Arc<AtomicBool>,
    continued: Arc<AtomicBool>,
}

/// The signals that have come since last asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Caught {
    /// The window has another size.
    pub resized: bool,
    /// Somebody wants the program to stop for a while.
    pub stopped: bool,
    /// The program was stopped, and goes on.
    pub continued: bool,
}

impl Signals {
    /// Begins to catch them.
    pub fn catch() -> io::Result<Self> {
        let (bell, rope) = UnixStream::pair()?;
        bell.set_nonblocking(true)?;
        let signals = Self { bell, resized: Arc::default(), stopped: Arc::default(), continued: Arc::default() };
        let flags = [(SIGWINCH, &signals.resized), (SIGTSTP, &signals.stopped), (SIGCONT, &signals.continued)];
        for (signal, caught) in flags {
            flag::register(signal, Arc::clone(caught))?;
            pipe::register(signal, rope.try_clone()?)?;
        }
        Ok(signals)
    }

    /// What becomes readable when a signal comes.
    pub const fn bell(&self) -> &UnixStream {
        &self.bell
    }

    /// What has come; the next call tells only of what comes after this one.
    pub fn take(&self) -> Caught {
        // Silence first, then look: what comes in between rings again.
        let mut rings = [0; 64];
        while (&self.bell).read(&mut rings).is_ok_and(|count| count > 0) {}
        let take = |caught: &AtomicBool| caught.swap(false, Ordering::SeqCst);
        Caught { resized: take(&self.resized), stopped: take(&self.stopped), continued: take(&self.continued) }
    }
}
