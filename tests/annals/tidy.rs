//! The house rules that a machine can hold: the one arrow of modules, and what may not
//! stand in the code.

use std::fs;
use std::path::{Path, PathBuf};

/// Each module with those that it may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("date", &[]),
    ("file", &["date"]),
    ("chronology", &["date", "file"]),
    ("exchange", &["date", "file", "chronology"]),
    ("view", &["date", "file", "chronology"]),
    ("app", &["date", "file", "chronology", "view"]),
    ("ui", &["date", "file", "chronology", "view", "app"]),
    ("shell", &["date", "file", "chronology", "exchange", "view", "app", "ui"]),
];

/// What only the shell may name.
const SHELL_ONLY: &[&str] = &[
    "std::fs",
    "std::env",
    "std::process",
    "std::io",
    "std::net",
    "std::thread",
    "crossterm::",
    "SystemTime",
    "Instant::",
    "Utc::",
    "Local::",
];

/// The one place beside the shell with threads: it forks and joins, and no result depends on it.
const FORKS: &str = "src/file/abreast.rs";

/// The attributes that may stand nowhere, neither for an item nor for all that is around them.
const NO_ATTRIBUTES: &[&str] = &["allow", "expect", "ignore"];

/// The macros that may stand nowhere.
const NO_MACROS: &[&str] = &["todo", "unimplemented", "dbg"];

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the source can be read").map(|entry| entry.expect("an entry").path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let here = files.into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    here.chain(folders.iter().flat_map(|folder| self::files(folder))).collect()
}

fn sources() -> Vec<(PathBuf, String)> {
    let found = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(found.len() > 30, "the source was found");
    found.into_iter().map(|path| (path.clone(), fs::read_to_string(path).expect("text"))).collect()
}

/// The module that a file belongs to; `None` for those beside the modules.
fn module(path: &Path) -> Option<&'static (&'static str, &'static [&'static str])> {
    let inside = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).expect("a source file");
    MAY_USE.iter().find(|(name, _)| inside.iter().next().is_some_and(|part| part == *name))
}

/// The modules that a text names as `crate::name`.
fn named(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("crate::").map(|(at, prefix)| {
        let rest = &text[at + prefix.len()..];
        rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
    })
}

#[test]
fn modules_use_only_what_stands_left_of_them() {
    for (path, text) in sources() {
        let Some((own, allowed)) = module(&path) else { continue };
        assert!(!text.contains("super::super::super"), "{}: name the module", path.display());
        assert!(!text.contains("use crate::{"), "{}: one `use crate::` for each module", path.display());
        for name in named(&text) {
            assert!(name == *own || allowed.contains(&name), "{}: {own} may not use {name}", path.display());
        }
    }
}

#[test]
fn only_the_shell_touches_the_world() {
    for (path, text) in sources() {
        if module(&path).is_some_and(|(name, _)| *name != "shell") {
            for world in SHELL_ONLY.iter().filter(|world| **world != "std::thread" || !path.ends_with(FORKS)) {
                assert!(!text.contains(world), "{}: {world} belongs to the shell", path.display());
            }
        }
    }
}

#[test]
fn nothing_is_left_half_done() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let beside = ["benches", "examples", "fuzz"].iter().flat_map(|folder| files(&root.join(folder)));
    let beside = beside.chain([root.join("build.rs")]).filter(|path| !path.starts_with(root.join("fuzz/target")));
    let read = |path: PathBuf| (path.clone(), fs::read_to_string(path).expect("text"));
    let attributes = NO_ATTRIBUTES.iter().flat_map(|name| [format!("#[{name}"), format!("#![{name}")]);
    let macros = NO_MACROS.iter().map(|name| format!("{name}!("));
    let words: Vec<String> = attributes.chain(macros).chain(["unsafe ".to_owned()]).collect();
    for (path, text) in sources().into_iter().chain(beside.map(read)) {
        for word in &words {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
}

#[test]
fn every_file_says_what_it_knows() {
    for (path, text) in sources() {
        assert!(text.starts_with("//! "), "{} opens with a sentence", path.display());
        assert!(text.lines().count() <= 500, "{} has more than 500 lines", path.display());
    }
}

/// What the build script has the linker put behind all else, as far as it is of this crate.
fn linked_later() -> Vec<String> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("build.rs")).expect("text");
    let paths = text.lines().filter_map(|line| line.trim().strip_prefix("\"annals::")?.strip_suffix("\","));
    paths.map(String::from).collect()
}

#[test]
fn what_is_linked_later_is_there() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let paths = linked_later();
    assert!(paths.len() > 30, "the table was found");
    for path in paths {
        let parts: Vec<&str> = path.split("::").collect();
        // The file of a module, and behind it the names of a type and of its function.
        let file = |length: usize| {
            let module: PathBuf = source.join(parts[..length].iter().collect::<PathBuf>());
            [module.with_extension("rs"), module.join("mod.rs")].into_iter().find(|file| file.is_file())
        };
        let found = (1..=parts.len()).rev().find_map(|length| Some((length, file(length)?)));
        let (length, file) = found.unwrap_or_else(|| panic!("no file of {path}"));
        let text = fs::read_to_string(file).expect("text");
        for name in &parts[length..] {
            let named = [format!("struct {name}"), format!("fn {name}"), format!("mod {name}")];
            assert!(named.iter().any(|named| text.contains(named)), "nothing is called {path}");
        }
    }
}
