//! Reading the files of a chronology, the built-in one among them.

use super::cli::Input;
use super::progress::{Progress, Step};
use super::size::Bytes;
use crate::app::Content;
use crate::chronology::Chronology;
use crate::file::{self, Breaks, Document, Problem, built_in};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{OFlags, fcntl_setfl};
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::fs::{self, File, FileType, Metadata, OpenOptions};
use std::io::{self, Cursor, ErrorKind, Read};
use std::os::unix::fs::{FileTypeExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use tracing::debug_span;

/// A file that cannot be read at all.
#[derive(Debug)]
pub struct Refusal {
    /// Its name, as it may be told.
    pub file: String,
    /// Why.
    pub reason: String,
}

impl Refusal {
    fn new(path: &Path, reason: String) -> Self {
        Self { file: visible(&name(path)).into_owned(), reason }
    }

    /// That the reading of some files has failed, nobody knows why.
    pub fn of_all(files: &[PathBuf]) -> Self {
        let names: Vec<_> = files.iter().map(|file| visible(&file.to_string_lossy()).into_owned()).collect();
        Self { file: names.join(", "), reason: "could not be read to the end".to_owned() }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.reason)
    }
}

/// Reads, checks and puts in order what the files hold; without files, the built-in
/// chronology.
///
/// # Errors
///
/// A sentence for each file that cannot be read at all.
pub fn read(input: &Input) -> Result<Content, Vec<String>> {
    let sentences = |refusals: Vec<Refusal>| refusals.iter().map(ToString::to_string).collect::<Vec<_>>();
    let (documents, problems) = documents(&input.files, input.max_size).map_err(sentences)?;
    Ok(content(documents, problems))
}

/// What documents hold, in order; `problems` is what is wrong with them already.
pub fn content(documents: Vec<Document>, problems: Vec<Problem>) -> Content {
    content_telling(documents, problems, &Progress::default())
}

/// The same; `progress` hears how far it has come.
pub fn content_telling(documents: Vec<Document>, mut problems: Vec<Problem>, progress: &Progress) -> Content {
    let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
    let told = |part| progress.hear(Step::Read, part, bytes);
    let (records, found) = debug_span!("read", bytes).in_scope(|| file::read_telling(&documents, &told));
    problems.extend(found);
    let all = records.events.len() * Chronology::STEPS;
    let told = |part| progress.hear(Step::Order, part, all);
    let (chronology, found) = debug_span!("order").in_scope(|| Chronology::telling(records, &told));
    problems.extend(found);
    Problem::sort(&mut problems);
    Content { chronology, documents, problems }
}

/// The text of one file.
///
/// # Errors
///
/// A sentence that says why it cannot be read.
pub fn text(path: &Path, most: Bytes) -> Result<String, String> {
    let refusal = |why: String| Refusal::new(path, why).to_string();
    let bytes = bytes(path, most).map_err(|error| refusal(error.to_string()))?;
    let not_text = |at: usize| refusal(format!("is not UTF-8 at byte {}; save it as UTF-8 first", at + 1));
    String::from_utf8(bytes).map_err(|error| not_text(error.utf8_error().valid_up_to()))
}

/// The files as text, without files the built-in one, and what is wrong with their bytes.
///
/// # Errors
///
/// The files that cannot be read at all.
pub fn documents(files: &[PathBuf], most: Bytes) -> Result<(Vec<Document>, Vec<Problem>), Vec<Refusal>> {
    if files.is_empty() {
        return Ok((vec![built_in::document()], Vec::new()));
    }
    let _read = debug_span!("disk").entered();
    let (mut documents, mut problems, mut refusals) = (Vec::new(), Vec::new(), Vec::new());
    for (path, repeated) in files.iter().zip(repeated(files)) {
        match repeated.map_or_else(|| bytes(path, most), |why| Err(io::Error::other(why))) {
            Ok(bytes) => {
                let (document, problem) = Document::from_bytes(&name(path), bytes, documents.len());
                documents.push(document);
                problems.extend(problem);
            }
            Err(error) => refusals.push(Refusal::new(path, error.to_string())),
        }
    }
    if refusals.is_empty() { Ok((documents, problems)) } else { Err(refusals) }
}

/// Of each file a word on it where it is the same as one before, by whichever name: each record of
/// it would be there twice.
fn repeated(files: &[PathBuf]) -> impl Iterator<Item = Option<String>> {
    let mut named = HashMap::new();
    files.iter().map(move |path| {
        let before: &PathBuf = named.insert(identity(path)?, path)?;
        Some(match before == path {
            true => "is named twice; name it once".to_owned(),
            false => format!("is the same file as {}; name it once", visible(&name(before))),
        })
    })
}

/// What tells a file from all others, whatever it is called: its device and its number there.
fn identity(path: &Path) -> Option<(u64, u64)> {
    let path = if is_stdin(path) { Path::new("/dev/stdin") } else { path };
    fs::metadata(path).ok().map(|found| (found.dev(), found.ino()))
}

/// The bytes of files that can be read again and again; `None` where one is none of those.
pub fn length(files: &[PathBuf]) -> Option<usize> {
    let is_file = |path: &PathBuf, found: &Metadata| found.is_file() && !is_stdin(path);
    let length = |path| fs::metadata(path).ok().filter(|found| is_file(path, found)).map(|found| found.len() as usize);
    files.iter().map(length).sum()
}

/// What the first of some files begins with: whole records in at most so many bytes. `None`
/// where that is no text, a file holds more than it may or is named twice: only the whole can tell
/// what is wrong.
pub fn beginning(files: &[PathBuf], most: Bytes, bytes: usize) -> Option<Document> {
    let is_fit = |path: &PathBuf| fs::metadata(path).is_ok_and(|found| found.len() <= most.0);
    let first = files.first().filter(|_| files.iter().all(is_fit) && repeated(files).all(|word| word.is_none()))?;
    let mut beginning = Vec::with_capacity(bytes);
    opened(first).ok()?.take(bytes as u64).read_to_end(&mut beginning).ok()?;
    let lines = beginning.iter().rposition(|&byte| byte == b'\n').map_or(0, |newline| newline + 1);
    beginning.truncate(lines);
    match Document::from_bytes(&first.to_string_lossy(), beginning, 0) {
        // Nothing says that the last record in it ends there.
        (document, None) => Some(document.beginning(lines.saturating_sub(1))),
        (_, Some(_)) => None,
    }
}

/// A file's name, as it was given.
fn name(path: &Path) -> Cow<'_, str> {
    if is_stdin(path) { "stdin".into() } else { path.to_string_lossy() }
}

fn visible(name: &str) -> Cow<'_, str> {
    file::visible(name, Breaks::Join)
}

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn bytes(path: &Path, most: Bytes) -> io::Result<Vec<u8>> {
    if is_stdin(path) { limited(io::stdin().lock(), most) } else { limited(opened(path)?, most) }
}

/// A file or a pipe, to be read. Nothing is waited for that may never come: neither somebody
/// who writes into a pipe, nor what a device or the kernel may one day have to tell.
fn opened(path: &Path) -> io::Result<impl Read> {
    // Opening alone does something to some devices. And a name may mean another thing by then.
    assert_readable(fs::metadata(path)?.file_type())?;
    let mut file = OpenOptions::new().read(true).custom_flags(OFlags::NONBLOCK.bits() as i32).open(path)?;
    let kind = file.metadata()?.file_type();
    assert_readable(kind)?;
    let first = if kind.is_fifo() { first_of_pipe(&mut file)? } else { Vec::new() };
    Ok(Cursor::new(first).chain(file))
}

/// The error is a word on what is neither a file nor a pipe.
fn assert_readable(kind: FileType) -> io::Result<()> {
    if kind.is_dir() {
        return Err(io::Error::other("is a folder; name a file of events, such as events.toml in it"));
    }
    if kind.is_file() || kind.is_fifo() { Ok(()) } else { Err(io::Error::other("is neither a file nor a pipe")) }
}

/// How long somebody may take to begin to write into a pipe, who was started at the same time.
const WRITER: Timespec = Timespec { tv_sec: 2, tv_nsec: 0 };

/// What a pipe has to tell by now. Whoever writes into it may take time for the rest.
fn first_of_pipe(pipe: &mut File) -> io::Result<Vec<u8>> {
    let mut first = vec![0; 4096];
    let mut read = pipe.read(&mut first);
    if matches!(read, Ok(0)) {
        poll(&mut [PollFd::new(pipe, PollFlags::IN)], Some(&WRITER))?;
        read = pipe.read(&mut first);
    }
    match read {
        Ok(0) => return Err(io::Error::other("is a pipe into which nobody writes")),
        Ok(length) => first.truncate(length),
        Err(error) if error.kind() == ErrorKind::WouldBlock => first.clear(),
        Err(error) => return Err(error),
    }
    fcntl_setfl(pipe, OFlags::empty())?;
    Ok(first)
}

/// Reads to the end, but no further than the limit.
fn limited(reader: impl Read, Bytes(most): Bytes) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| match error.kind() {
        // The kernel's log looks like a file.
        ErrorKind::WouldBlock => io::Error::other("has no end, and so is no file"),
        _ => error,
    })?;
    if bytes.len() as u64 > most {
        return Err(io::Error::other(format!(
            "is larger than {}; --max-size allows more, as in --max-size 1G",
            Bytes(most)
        )));
    }
    Ok(bytes)
}
