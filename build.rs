//! How the program is linked: so that at every start there is less to map and to bind.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// What unwinds a panic, as GCC and all that go by its habits call it.
const UNWINDER: &str = "libgcc_eh.a";

/// The first version of glibc whose programs may name the places of their addresses packed.
const PACKED_SINCE: (u32, u32) = (2, 36);

/// Modules, and a few functions, that no start of the built-in chronology comes to, nor a step
/// through it: two fifths of the program. Whatever is touched brings its neighbours into memory,
/// so these lie behind all the others. A name too many costs memory, and one too few as well; the
/// bench of the start measures it.
const LATER: &[&str] = &[
    // What the libraries bring for commands, files, errors and the log.
    "addr2line::function",
    "addr2line::line",
    "addr2line::unit",
    "annotate_snippets",
    "chrono::format",
    "clap_builder::error",
    "clap_builder::output",
    "clap_complete",
    "clap_mangen",
    "csv",
    "gimli::read::abbrev",
    "gimli::read::dwarf",
    "gimli::read::line",
    "icalendar",
    "landlock",
    "libm",
    "miniz_oxide",
    "rustc_demangle::v0",
    "serde_json::error",
    "serde_json::value",
    "serde_spanned",
    "std::backtrace_rs",
    "std::sync::mpmc",
    "toml",
    "toml_datetime",
    "toml_parser",
    "tracing_core",
    "tracing_subscriber",
    "unicase",
    // What waits for a key, a file or a command.
    "annals::app::earth",
    "annals::app::habits",
    "annals::app::input",
    "annals::app::overlay",
    "annals::app::search",
    "annals::chronology::lint",
    "annals::chronology::query::corpus",
    "annals::chronology::query::expression",
    "annals::chronology::query::find",
    "annals::chronology::query::index",
    "annals::chronology::query::mistake",
    "annals::chronology::query::parse",
    "annals::chronology::query::spelling",
    "annals::date::hint",
    "annals::date::words::read",
    "annals::exchange",
    "annals::file::cursor",
    "annals::file::parts",
    "annals::file::picture",
    "annals::file::read::Harvest",
    "annals::file::read::read_by_parts",
    "annals::file::report",
    "annals::file::schema",
    "annals::file::syntax",
    "annals::file::unique",
    "annals::shell::check",
    "annals::shell::completion",
    "annals::shell::date",
    "annals::shell::explain",
    "annals::shell::manual",
    "annals::shell::print::list",
    "annals::view::actors::Actors::listed",
    "annals::view::citation",
    "annals::view::facets",
    "annals::view::map::flow",
    "annals::view::map::frame",
    "annals::view::map::ground",
    "annals::view::proof",
    "annals::view::sources::Sources::listed",
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // Of another system than that which makes the program nothing is known here.
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    let is_own = env::var("HOST").is_ok_and(|host| is("TARGET", &host));
    if !is_own || !is("CARGO_CFG_TARGET_OS", "linux") || !is("CARGO_CFG_TARGET_ENV", "gnu") {
        return;
    }
    // One library less: the unwinder comes into the program.
    if let Some(folder) = folder(UNWINDER) {
        println!("cargo::rerun-if-changed={}", folder.join(UNWINDER).display());
        println!("cargo::rustc-link-search=native={}", folder.display());
        println!("cargo::rustc-link-lib=static:-bundle,+verbatim={UNWINDER}");
    }
    // Thousands of addresses take 2 kB instead of 160.
    if glibc().is_some_and(|version| version >= PACKED_SINCE) {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
    // Without optimisation nothing is gained, and the linker would take its time.
    if takes_script() && !is("OPT_LEVEL", "0") {
        let script = Path::new(&env::var_os("OUT_DIR").expect("cargo says where to write")).join("later.ld");
        fs::write(&script, later()).expect("the folder of the build can be written");
        println!("cargo::rustc-link-arg-bins=-T{}", script.display());
    }
}

/// A script for the linker, to be read beside its own, that puts `LATER` behind all other code.
fn later() -> String {
    let inputs: String = LATER.iter().map(|path| inputs(path)).collect();
    format!("SECTIONS {{ .text.later : {{\n{inputs}}} }} INSERT AFTER .text;\n")
}

/// The sections of all that belongs to a path: each function has one, named by its symbol. A symbol
/// names what it lies in as `6annals4date`, and types as `annals..date`.
fn inputs(path: &str) -> String {
    let parts: Vec<&str> = path.split("::").collect();
    let nested: String = parts.iter().map(|part| format!("{}{part}", part.len())).collect();
    format!("*(.text.*[!0-9]{nested}* .text.*[!a-z0-9_.]{}..*)\n", parts.join(".."))
}

/// Whether the linker reads a script beside its own: GNU's and LLVM's do. Of one that somebody chose
/// for Rust nothing is known.
fn takes_script() -> bool {
    let flags = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    let is_chosen = env::var_os("RUSTC_LINKER").is_some() || flags.contains("link");
    let version = said("cc", "-Wl,--version").unwrap_or_default();
    !is_chosen && (version.starts_with("GNU ld") || version.contains("LLD"))
}

/// The folder in which the compiler finds a library.
fn folder(library: &str) -> Option<PathBuf> {
    let found = said("cc", &format!("-print-file-name={library}"))?;
    // Where there is none the name alone is said.
    let path = Path::new(found.trim());
    path.parent().filter(|_| path.is_absolute()).map(PathBuf::from)
}

/// The version of the C library: `glibc 2.36`.
fn glibc() -> Option<(u32, u32)> {
    let said = said("getconf", "GNU_LIBC_VERSION")?;
    let (major, minor) = said.trim().strip_prefix("glibc ")?.split_once('.')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}

/// What a program says to an argument.
fn said(program: &str, argument: &str) -> Option<String> {
    let output = Command::new(program).arg(argument).output().ok()?;
    String::from_utf8(output.stdout).ok()
}
