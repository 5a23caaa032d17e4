//! What the kernel is told to refuse this process from now on. None of it can be taken back.
//!
//! Two steps, since threads inherit what was given up before them and nothing that comes after,
//! and since they could not be started after the second one.

use landlock::{ABI, Access, AccessFs, AccessNet, Ruleset, RulesetAttr, RulesetStatus, Scope};
use rustix::process::{Resource, Rlimit, setrlimit};
use rustix::thread::set_no_new_privs;
use std::io;

/// The seconds of processor time that a guest has: hours of reading, minutes of mischief.
const PROCESSOR_SECONDS: u64 = 300;

/// The seconds of it to leave in.
const FAREWELL_SECONDS: u64 = 5;

/// The bytes of memory that a guest has.
const MEMORY: u64 = 512 << 20;

/// Standard input, output and error; the number also bounds what can be waited for at once.
const STANDARD_STREAMS: u64 = 3;

/// Gives up files, the network, new privileges, and more memory and time than reading takes.
/// Call it before any thread is started, and after all files have been read.
///
/// No file at all may be opened from then on: what the host gave has been read. A socket
/// to a TCP port cannot be connected or bound, and no process outside can be signalled.
///
/// What the kernel is too old for comes back, as a sentence for the host.
///
/// # Errors
///
/// The system's refusal.
pub fn confine() -> io::Result<Option<&'static str>> {
    set_no_new_privs(true)?;
    limit(Resource::Core, 0)?;
    limit(Resource::Fsize, 0)?;
    limit(Resource::Data, MEMORY)?;
    limit(Resource::Cpu, PROCESSOR_SECONDS + FAREWELL_SECONDS)?;
    // At the lower one comes a signal, upon which the terminal is given back.
    let cpu = rustix::process::getrlimit(Resource::Cpu);
    let soft = cpu.current.map_or(PROCESSOR_SECONDS, |current| current.min(PROCESSOR_SECONDS));
    setrlimit(Resource::Cpu, Rlimit { current: Some(soft), ..cpu })?;
    Ok(match shut()? {
        RulesetStatus::FullyEnforced => None,
        RulesetStatus::PartiallyEnforced => {
            Some("this kernel's Landlock is an old one: a guest is held by it in part, and by limits")
        }
        RulesetStatus::NotEnforced => {
            Some("this kernel has no Landlock: a guest is held by limits and no_new_privs alone")
        }
    })
}

/// Gives up starting processes and opening anything at all. Call it when all threads run and
/// all that is needed is open.
///
/// The kernel lets root start processes all the same, so the account of guests is never root.
///
/// # Errors
///
/// The system's refusal.
pub fn seal() -> io::Result<()> {
    limit(Resource::Nproc, 0)?;
    limit(Resource::Nofile, STANDARD_STREAMS)
}

/// Lowers a limit for good; one that is lower already stays as it is.
fn limit(resource: Resource, most: u64) -> io::Result<()> {
    let found = rustix::process::getrlimit(resource);
    let lower = |limit: Option<u64>| Some(limit.map_or(most, |limit| limit.min(most)));
    let wanted = Rlimit { current: lower(found.current), maximum: lower(found.maximum) };
    Ok(setrlimit(resource, wanted)?)
}

/// Landlock without a single exception, as far as the kernel knows it.
fn shut() -> io::Result<RulesetStatus> {
    let newest = ABI::V6;
    let ruleset = Ruleset::default()
        .handle_access(AccessFs::from_all(newest))
        .and_then(|ruleset| ruleset.handle_access(AccessNet::from_all(newest)))
        .and_then(|ruleset| ruleset.scope(Scope::from_all(newest)))
        .and_then(|ruleset| ruleset.create())
        .and_then(|ruleset| ruleset.restrict_self());
    ruleset.map(|status| status.ruleset).map_err(io::Error::other)
}
