//! Takes what unwinds a panic into the program, where the compiler has it to link: one library
//! less to look for, to map and to bind at every start.

use std::env;
use std::path::PathBuf;
use std::process::Command;

/// What GCC and all that go by its habits call it.
const UNWINDER: &str = "libgcc_eh.a";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if let Some(folder) = folder() {
        println!("cargo::rustc-link-search=native={}", folder.display());
        println!("cargo::rustc-link-lib=static:-bundle,+verbatim={UNWINDER}");
    }
}

/// The folder that it is in, if the program is made for the system that makes it.
fn folder() -> Option<PathBuf> {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    let is_gnu = is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu");
    let is_own = env::var("HOST").is_ok_and(|host| is("TARGET", &host));
    let found = Command::new("cc").arg(format!("-print-file-name={UNWINDER}")).output();
    // Where there is none the name alone is printed.
    let path = PathBuf::from(String::from_utf8(found.ok()?.stdout).ok()?.trim());
    (is_gnu && is_own && path.is_absolute()).then(|| path.parent().map(PathBuf::from)).flatten()
}
