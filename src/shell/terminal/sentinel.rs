//! The thread that ends the program when somebody outside says so: by a signal, by hanging up, by a panic, or
//! by not reading for longer than a guest may.
//!
//! A thread rather than a flag for the main loop to read, since the main loop may at that
//! moment be stuck in a write to a terminal that does not read, or busy. It sleeps in one
//! `poll` and costs nothing until then.

use super::guard::Guard;
use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    io::retry_on_intr,
};
use signal_hook::{
    consts::{
        SIGABRT, SIGALRM, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGSYS, SIGTERM, SIGTRAP, SIGUSR1, SIGUSR2,
        SIGVTALRM, SIGXCPU,
    },
    flag,
    low_level::{emulate_default_handler, pipe},
};
use std::{
    io::{self, Read},
    os::unix::net::UnixStream,
    panic, process,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

/// The signals that end the program: those that ask for it, and those of which a program dies
/// that does not expect them. A fault of the processor cannot be gone on from, and is not among them.
const DEADLY: [i32; 14] = [
    SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU, SIGABRT, SIGALRM, SIGPROF, SIGUSR1, SIGUSR2, SIGVTALRM, SIGIO, SIGSYS,
    SIGTRAP,
];

/// Those that Linux has besides: SIGSTKFLT and SIGPWR. Nobody sends those of real time, and to catch
/// them takes a while at each start.
const OF_LINUX: &[i32] = if cfg!(all(target_os = "linux", not(target_arch = "mips"))) { &[16, 30] } else { &[] };

/// The exit status of a program that panicked.
const PANICKED: i32 = 101;

/// What the sentinel has caught.
pub(super) struct Sentinel {
    caught: Arc<AtomicUsize>,
}

impl Sentinel {
    /// Posts the sentinel beside the guard. The error says why signals or threads cannot be had.
    pub fn post(guard: &Arc<Guard>) -> io::Result<Self> {
        let caught = Arc::new(AtomicUsize::new(0));
        let (bell, rope) = UnixStream::pair()?;
        let catch = |signal: i32| {
            flag::register_usize(signal, Arc::clone(&caught), signal.unsigned_abs() as usize)?;
            pipe::register(signal, rope.try_clone()?)
        };
        DEADLY.into_iter().try_for_each(|signal| catch(signal).map(drop))?;
        // The library of C may keep some of these for itself.
        OF_LINUX.iter().copied().for_each(|signal| drop(catch(signal)));
        let (watched, told) = (Arc::clone(guard), Arc::clone(&caught));
        thread::Builder::new().name("sentinel".to_owned()).spawn(move || keep_watch(&watched, &told, &bell))?;
        end_on_panic(Arc::clone(guard));
        Ok(Self { caught })
    }

    /// Whether a signal has come that ends the program.
    pub fn has_caught(&self) -> bool {
        self.caught.load(Ordering::SeqCst) != 0
    }
}

/// Gives the terminal back and dies by the signal, so that the exit status tells the truth; of one
/// that has no name everywhere the status is 128 and its number, as a shell tells it.
pub(super) fn die(guard: &Guard, signal: i32) -> ! {
    guard.abandon();
    emulate_default_handler(signal).unwrap_or_default();
    process::exit(128 + signal)
}

/// Sleeps until a signal has come, the terminal has gone, or has not read for too long.
fn keep_watch(guard: &Guard, caught: &AtomicUsize, bell: &UnixStream) -> ! {
    loop {
        // Asked for nothing, a terminal still tells when it has been lost.
        let mut watched = [
            PollFd::new(bell, PollFlags::IN),
            PollFd::from_borrowed_fd(guard.keys(), PollFlags::empty()),
            PollFd::from_borrowed_fd(guard.screen(), PollFlags::empty()),
        ];
        // Only an interruption is tried again: whatever else ends the sleep is no reason to go on unwatched.
        let patience = guard.patience();
        let woken = retry_on_intr(|| {
            let patience = patience.and_then(|patience| Timespec::try_from(patience).ok());
            poll(&mut watched, patience.as_ref())
        });
        if woken == Ok(0) && guard.patience() != Some(Duration::ZERO) {
            continue;
        }
        let signal = i32::try_from(caught.load(Ordering::SeqCst)).unwrap_or_default();
        if matches!(signal, SIGINT | SIGQUIT) && guard.is_lent_out() {
            // Ctrl-C in an editor reaches everybody in front of the terminal, but is meant for the editor.
            caught.store(0, Ordering::SeqCst);
            let mut bell = bell;
            bell.read(&mut [0; 64]).unwrap_or_default();
            continue;
        }
        die(guard, if signal == 0 { SIGHUP } else { signal })
    }
}

/// Makes a panic of any thread give the terminal back, tell what happened on the user's own screen, and end the program.
fn end_on_panic(guard: Arc<Guard>) {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        guard.abandon();
        report(panic);
        process::exit(PANICKED);
    }));
}
