//! What has happened at the terminal: one place to wait, and all that is pending at once.

use super::{
    decode::Decoder,
    guard::Guard,
    signal::{Caught, Signals},
};
use crossterm::event::{KeyEvent, MouseEvent};
use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    io::{Errno, read, retry_on_intr},
    process::{Signal, getpid, kill_process},
};
use std::{
    io,
    os::fd::{AsFd, BorrowedFd},
    process::{Child, ExitStatus},
    time::{Duration, Instant},
};

/// Something that the main loop must know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happening {
    /// A key was pressed.
    Key(KeyEvent),
    /// The mouse was used.
    Mouse(MouseEvent),
    /// Text was pasted; it is as hostile as any other.
    Paste(String),
    /// The terminal has another size now: columns and rows. The last one in a batch counts.
    Resize(u16, u16),
    /// Somebody outside asks the program to stop for a while.
    Suspend,
}

/// What a wait has brought.
#[derive(Debug, Default)]
pub(super) struct News {
    /// Keys and pasted text.
    pub typed: Vec<Happening>,
    /// Signals.
    pub caught: Caught,
    /// Whether one of the bells has hung up.
    pub has_rung: bool,
    /// Whether the terminal is there no more.
    pub is_lost: bool,
}

/// How often a program that has the terminal is looked after.
const PATIENCE: Duration = Duration::from_millis(50);

/// So many bytes of keys are taken at most before there is a frame, even if they never end.
const BATCH: usize = 1 << 16;

/// Bytes on their way to being keys, and the signals beside them.
pub(super) struct Input {
    decoder: Decoder,
    signals: Signals,
}

impl Input {
    /// Begins to catch signals; keys stay where they are until they are asked for.
    pub fn open() -> io::Result<Self> {
        Ok(Self { decoder: Decoder::default(), signals: Signals::catch()? })
    }

    /// Waits until there is news or the deadline has passed. News may be empty before that.
    pub fn wait(&mut self, guard: &Guard, deadline: Option<Instant>, bells: &[BorrowedFd<'_>]) -> io::Result<News> {
        let deadline = [deadline, self.decoder.deadline()].into_iter().flatten().min();
        let (ready, has_rung) = self.sleep(guard, deadline, bells)?;
        let mut news = News { caught: self.signals.take(), has_rung, ..News::default() };
        news.is_lost = ready.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL);
        if ready.contains(PollFlags::IN) && !news.is_lost {
            self.drain(guard, &mut news)?;
        }
        self.decoder.settle(Instant::now(), &mut news.typed);
        Ok(news)
    }

    /// Passes over the signals that a stop of our own has brought with it.
    pub fn forget_signals(&self) {
        self.signals.take();
    }

    /// Waits for a program that has the terminal. When it stops, so does this one: the shell
    /// waits for both.
    pub fn wait_for(&self, mut child: Child) -> io::Result<ExitStatus> {
        loop {
            if let Some(status) = child.try_wait()? {
                return Ok(status);
            }
            let mut bell = [PollFd::new(self.signals.bell(), PollFlags::IN)];
            let patience = Timespec::try_from(PATIENCE).ok();
            retry_on_intr(|| poll(&mut bell, patience.as_ref()))?;
            if self.signals.take().stopped {
                // SIGTSTP is caught; this signal stops by the same rules, and is not.
                kill_process(getpid(), Signal::TTOU)?;
            }
        }
    }

    /// Sleeps until a key, a signal, a bell or the deadline; tells what the keyboard has, and whether a bell rang.
    fn sleep(
        &self,
        guard: &Guard,
        deadline: Option<Instant>,
        bells: &[BorrowedFd<'_>],
    ) -> io::Result<(PollFlags, bool)> {
        let left = deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
        let left = left.and_then(|left| Timespec::try_from(left).ok());
        let own = [guard.keys(), self.signals.bell().as_fd()];
        let polled = own.iter().chain(bells).map(|&one| PollFd::from_borrowed_fd(one, PollFlags::IN));
        let mut polled: Vec<PollFd<'_>> = polled.collect();
        match poll(&mut polled, left.as_ref()) {
            Ok(_) => Ok((polled[0].revents(), polled[own.len()..].iter().any(|bell| !bell.revents().is_empty()))),
            Err(Errno::INTR) => Ok((PollFlags::empty(), false)),
            Err(error) => Err(error.into()),
        }
    }

    /// Takes all the keys that are there.
    fn drain(&mut self, guard: &Guard, news: &mut News) -> io::Result<()> {
        let mut bytes = [0; 4096];
        let mut taken = 0;
        while taken < BATCH && has_keys(guard) {
            match read(guard.keys(), &mut bytes) {
                Ok(0) | Err(Errno::IO) => {
                    news.is_lost = true;
                    return Ok(());
                }
                Ok(count) => {
                    taken += count;
                    self.decoder.feed(&bytes[..count], Instant::now(), &mut news.typed);
                }
                Err(Errno::INTR | Errno::AGAIN) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }
}

fn has_keys(guard: &Guard) -> bool {
    let mut keys = [PollFd::from_borrowed_fd(guard.keys(), PollFlags::IN)];
    poll(&mut keys, Some(&Timespec::default())).is_ok_and(|ready| ready > 0)
}
