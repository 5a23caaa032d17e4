//! How the program is linked: so that at every start there is less to map and to bind.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What unwinds a panic, as GCC and all that go by its habits call it.
const UNWINDER: &str = "libgcc_eh.a";

/// The first version of glibc whose programs may name the places of their addresses packed.
const PACKED_SINCE: (u32, u32) = (2, 36);

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
