//! Work that a thread does in the background, and a bell that rings when it is done, so that
//! whoever waits for other things too need not ask again and again.

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use std::io::{self, PipeReader, pipe};
use std::os::fd::{AsFd, BorrowedFd};
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

/// Work that is being done.
#[derive(Debug)]
pub struct Errand<T> {
    result: Receiver<T>,
    bell: PipeReader,
}

/// The work has ended without a result: its thread has panicked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Failure;

impl<T: Send + 'static> Errand<T> {
    /// Begins it, on a thread of this name.
    ///
    /// # Errors
    ///
    /// The system's own, where no thread can be had.
    pub fn start(name: &str, work: impl FnOnce() -> T + Send + 'static) -> io::Result<Self> {
        let (bell, rope) = pipe()?;
        let (give, result) = sync_channel(1);
        let errand = move || {
            // Nobody listens any more when the files have changed meanwhile.
            give.send(work()).unwrap_or_default();
            // To let go of the rope rings; a panic lets go of everything.
            drop((give, rope));
        };
        thread::Builder::new().name(name.to_owned()).spawn(errand)?;
        Ok(Self { result, bell })
    }

    /// Waits until it is done, but no longer than this.
    pub fn wait(&self, patience: Duration) {
        let until = Instant::now() + patience;
        loop {
            let left = Timespec::try_from(until.saturating_duration_since(Instant::now())).ok();
            match poll(&mut [PollFd::new(&self.bell, PollFlags::IN)], left.as_ref()) {
                // A signal is no news of it.
                Err(Errno::INTR) => {}
                _ => return,
            }
        }
    }

    /// The result, as soon as there is one; it is given once.
    ///
    /// # Errors
    ///
    /// That there will be none.
    pub fn result(&self) -> Result<Option<T>, Failure> {
        match self.result.try_recv() {
            Ok(result) => Ok(Some(result)),
            Err(TryRecvError::Empty) => Ok(None),
            Err(TryRecvError::Disconnected) => Err(Failure),
        }
    }
}

impl<T> AsFd for Errand<T> {
    /// What hangs up when the work is done.
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.bell.as_fd()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;

    fn has_rung<T>(errand: &Errand<T>, seconds: i64) -> bool {
        let mut bell = [PollFd::new(errand, PollFlags::IN)];
        let patience = Timespec { tv_sec: seconds, tv_nsec: 0 };
        poll(&mut bell, Some(&patience)).expect("a bell") > 0
    }

    #[test]
    fn the_bell_rings_when_the_work_is_done_and_not_before() {
        let (go, wait) = channel();
        let errand = Errand::start("work", move || wait.recv().map(|()| 7)).expect("a thread");
        assert!(!has_rung(&errand, 0));
        errand.wait(Duration::from_millis(5));
        assert_eq!(errand.result(), Ok(None));
        go.send(()).expect("somebody waits");
        assert!(has_rung(&errand, 60));
        assert_eq!(errand.result(), Ok(Some(Ok(7))));
        assert_eq!(errand.result(), Err(Failure));
    }

    #[test]
    fn the_bell_rings_when_the_work_has_failed() {
        let errand = Errand::<u8>::start("work", || panic!("as it is to")).expect("a thread");
        errand.wait(Duration::from_secs(60));
        assert!(has_rung(&errand, 0));
        while errand.result() == Ok(None) {
            thread::yield_now();
        }
        assert_eq!(errand.result(), Err(Failure));
    }
}
