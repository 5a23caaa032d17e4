//! A program in a pseudo-terminal: what it shows, what it is sent, and what it leaves behind.

use portable_pty::{Child, CommandBuilder, MasterPty, PtyPair, PtySize, SlavePty, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use std::{
    fs::{self, OpenOptions},
    io::{Read, Write},
    num::NonZeroU16,
    path::PathBuf,
    sync::mpsc::{Receiver, RecvTimeoutError, sync_channel},
    thread::JoinHandle,
    time::{Duration, Instant},
};
use vt100::{Parser, Screen};

/// The explorer.
pub const ANNALS: &str = env!("CARGO_BIN_EXE_annals");

/// How long anything may take before a test fails.
const PATIENCE: Duration = Duration::from_secs(10);

/// A program and the terminal that it runs in.
pub struct Session {
    pair: Option<(Box<dyn MasterPty + Send>, Box<dyn Write + Send>)>,
    /// Kept, since the last one to close it resets its modes.
    _slave: Box<dyn SlavePty + Send>,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    reader: Option<JoinHandle<()>>,
    tty: PathBuf,
    modes: String,
    parser: Parser,
    /// All that the program has written so far.
    pub bytes: Vec<u8>,
}

/// How a program ended.
#[derive(Debug, PartialEq, Eq)]
pub enum End {
    Status(u32),
    Signal(String),
}

impl Session {
    /// The explorer at 80x24.
    pub fn explorer() -> Self {
        Self::run(&[ANNALS], (80, 24), &[])
    }

    /// The explorer as a shell script makes it, which finds it as `$0`.
    pub fn script(script: &str) -> Self {
        Self::run(&["sh", "-c", script, ANNALS], (80, 24), &[])
    }

    /// Any command, at this many columns and rows, with these variables and no others but TERM and LANG.
    pub fn run(command: &[&str], size: (u16, u16), variables: &[(&str, &str)]) -> Self {
        let PtyPair { master, slave } = native_pty_system().openpty(pty_size(size)).expect("a pseudo-terminal");
        let mut builder = CommandBuilder::from_argv(command.iter().map(Into::into).collect());
        builder.env_clear();
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("PATH", "/usr/bin:/bin")] {
            builder.env(name, value);
        }
        variables.iter().for_each(|(name, value)| builder.env(name, value));
        let modes = modes(master.as_ref());
        let tty = master.tty_name().expect("a name of the terminal");
        let (output, reader) = read_from(master.try_clone_reader().expect("a reader"));
        let child = slave.spawn_command(builder).expect("the program starts");
        let writer = master.take_writer().expect("a writer");
        let parser = parser(size);
        let (pair, reader, bytes) = (Some((master, writer)), Some(reader), Vec::new());
        Self { pair, _slave: slave, child, output, reader, tty, modes, parser, bytes }
    }

    /// Waits until the explorer shows something, and all of it.
    pub fn ready(mut self) -> Self {
        self.wait("a first frame", |screen| screen.alternate_screen() && !screen.contents().trim().is_empty());
        self.settle();
        self
    }

    /// What the terminal shows.
    pub fn screen(&self) -> &Screen {
        self.parser.screen()
    }

    /// The text that it shows, without blanks at the ends of lines.
    pub fn text(&self) -> String {
        text(self.screen())
    }

    /// Types.
    pub fn keys(&mut self, keys: &str) {
        let (_, writer) = self.pair.as_mut().expect("a terminal that has not hung up");
        writer.write_all(keys.as_bytes()).and_then(|()| writer.flush()).expect("the terminal takes keys");
    }

    /// Types, and waits for the answer.
    pub fn press(&mut self, keys: &str) -> String {
        self.keys(keys);
        self.settle();
        self.text()
    }

    /// Changes the window's size.
    pub fn resize(&mut self, size: (u16, u16)) {
        let (master, _) = self.pair.as_ref().expect("a terminal that has not hung up");
        master.resize(pty_size(size)).expect("the terminal takes the size");
        let (rows, columns) = rows_columns(size);
        self.parser.screen_mut().set_size(rows, columns);
    }

    /// Reads nothing until the terminal, at 300x100, is full and the program waits in a write.
    pub fn stalled(mut self) -> Self {
        let waiting = call(self.pid());
        let deadline = Instant::now() + PATIENCE;
        let (mut width, mut looks) = (300, 0);
        // Every size is a whole frame, until one does not fit any more; a short wait is not that.
        while looks < 5 {
            assert!(Instant::now() < deadline, "the terminal takes all");
            let is_stuck = state(self.pid()) == Some('S') && call(self.pid()) != waiting;
            looks = if is_stuck { looks + 1 } else { 0 };
            if !is_stuck {
                width = 599 - width;
                self.resize((width, 100));
            }
            let pause = Instant::now() + Duration::from_millis(20);
            while Instant::now() < pause {
                std::thread::yield_now();
            }
        }
        self
    }

    /// Sends a signal to the program, or to the shell that it runs under.
    pub fn signal(&self, signal: Signal) {
        kill(self.pid(), signal);
    }

    /// The process that was started.
    pub fn pid(&self) -> u32 {
        self.child.process_id().expect("a process")
    }

    /// Waits until the screen is as it should be.
    pub fn wait(&mut self, what: &str, holds: impl Fn(&Screen) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !holds(self.screen()) {
            assert!(Instant::now() < deadline, "no {what} in\n{}\n{:?}", self.text(), self.tail());
            self.pump(Duration::from_millis(20));
        }
    }

    /// Reads until nothing has come for a moment that is longer than any escape is held.
    pub fn settle(&mut self) {
        while self.pump(Duration::from_millis(120)) {}
    }

    /// Reads what comes within this time, and tells whether anything has.
    pub fn pump(&mut self, within: Duration) -> bool {
        match self.output.recv_timeout(within) {
            Ok(bytes) => {
                self.parser.process(&bytes);
                self.bytes.extend(bytes);
                true
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => false,
        }
    }

    /// Waits for the end of the program, which must come within this time; reads what it writes.
    pub fn end(&mut self, within: Duration) -> End {
        let end = self.end_unread(within);
        self.settle();
        end
    }

    /// Whether the program has ended.
    pub fn has_ended(&mut self) -> bool {
        self.child.try_wait().expect("a status").is_some()
    }

    /// Waits for the end of the program, which must come within this time, and reads nothing until then.
    pub fn end_stalled(&mut self, within: Duration) -> End {
        let deadline = Instant::now() + within;
        while state(self.pid()).is_some_and(|state| state != 'Z') {
            assert!(Instant::now() < deadline, "it goes on after {within:?}");
            std::thread::yield_now();
        }
        self.end_unread(within)
    }

    /// Waits for the end of a program whose terminal may have gone.
    pub fn end_unread(&mut self, within: Duration) -> End {
        let deadline = Instant::now() + within;
        loop {
            if let Some(status) = self.child.try_wait().expect("a status") {
                return status
                    .signal()
                    .map_or_else(|| End::Status(status.exit_code()), |name| End::Signal(name.to_owned()));
            }
            assert!(Instant::now() < deadline, "it goes on after {within:?}: {:?}", self.tail());
            if self.reader.is_some() {
                self.pump(Duration::from_millis(5));
            } else {
                std::thread::yield_now();
            }
        }
    }

    /// Takes the terminal away from under the program.
    pub fn hang_up(&mut self) {
        let reader = self.reader.take().expect("a terminal that has not hung up");
        let (_, closed) = sync_channel(0);
        self.output = closed;
        // The reader notices that nobody wants to know when there is one more thing to read;
        // a thread of its own writes that, since a full terminal takes nothing.
        let tty = self.tty.clone();
        std::thread::spawn(move || OpenOptions::new().write(true).open(tty)?.write_all(b"\0"));
        reader.join().expect("the reader ends");
        self.pair = None;
    }

    /// Checks that the terminal is as it was found.
    pub fn assert_given_back(&self) {
        let screen = self.screen();
        let tail = self.tail();
        assert!(!screen.alternate_screen(), "the alternate screen stays: {tail:?}");
        assert!(!screen.hide_cursor(), "the cursor stays hidden: {tail:?}");
        assert!(!screen.bracketed_paste(), "pastes stay bracketed: {tail:?}");
        assert!(
            !screen.bold() && !screen.inverse() && screen.fgcolor() == vt100::Color::Default,
            "a style stays: {tail:?}"
        );
        let last = |sequence: &[u8]| self.bytes.windows(sequence.len()).rposition(|window| window == sequence);
        assert!(last(b"\x1b[?7l") <= last(b"\x1b[?7h"), "lines stay unwrapped: {tail:?}");
        let (master, _) = self.pair.as_ref().expect("a terminal that has not hung up");
        assert_eq!(modes(master.as_ref()), self.modes, "the modes stay changed");
    }

    fn tail(&self) -> String {
        String::from_utf8_lossy(&self.bytes[self.bytes.len().saturating_sub(400)..]).into_owned()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.child.kill().unwrap_or_default();
    }
}

/// The text of a screen, without blanks at the ends of lines.
pub fn text(screen: &Screen) -> String {
    screen.contents().lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// Sends a signal.
pub fn kill(pid: u32, signal: Signal) {
    let pid = i32::try_from(pid).ok().and_then(Pid::from_raw).expect("a process id");
    kill_process(pid, signal).expect("the signal is sent");
}

/// The letter of a process's state: S asleep, T stopped, Z ended and not asked for.
pub fn state(pid: u32) -> Option<char> {
    stat(pid)?.first()?.chars().next()
}

/// The number of the system call that a process waits in.
fn call(pid: u32) -> String {
    let line = fs::read_to_string(format!("/proc/{pid}/syscall")).expect("the kernel tells what a process waits for");
    line.split_whitespace().next().unwrap_or_default().to_owned()
}

/// The processor time that a process has used, in hundredths of a second.
pub fn processor_time(pid: u32) -> Option<u64> {
    let fields = stat(pid)?;
    Some(fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?)
}

/// The fields that follow the name in the kernel's line on a process.
fn stat(pid: u32) -> Option<Vec<String>> {
    let line = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    Some(line.rsplit_once(')')?.1.split_whitespace().map(str::to_owned).collect())
}

/// A thread that reads as long as the test takes what it has read: one that stops taking stops the reader too.
fn read_from(mut source: Box<dyn Read + Send>) -> (Receiver<Vec<u8>>, JoinHandle<()>) {
    let (sender, output) = sync_channel(0);
    let reader = std::thread::spawn(move || {
        let mut chunk = [0; 4096];
        while let Ok(count @ 1..) = source.read(&mut chunk) {
            if sender.send(chunk[..count].to_vec()).is_err() {
                return;
            }
        }
    });
    (output, reader)
}

fn parser(size: (u16, u16)) -> Parser {
    let (rows, columns) = rows_columns(size);
    Parser::new(rows, columns, 0)
}

fn rows_columns(size: (u16, u16)) -> (NonZeroU16, NonZeroU16) {
    (NonZeroU16::new(size.1).unwrap_or(NonZeroU16::MIN), NonZeroU16::new(size.0).unwrap_or(NonZeroU16::MIN))
}

const fn pty_size(size: (u16, u16)) -> PtySize {
    PtySize { rows: size.1, cols: size.0, pixel_width: 0, pixel_height: 0 }
}

fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().expect("the terminal's modes"))
}
