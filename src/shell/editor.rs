//! The reader's own editor, opened at a line.

use crate::app::Place;
use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

/// How editors are told the line to open at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Syntax {
    /// `+12 FILE`
    Plus,
    /// `+12:3 FILE`
    PlusColon,
    /// `+12,3 FILE`
    PlusComma,
    /// `FILE:12:3`
    Colon,
    /// `--goto FILE:12:3`, waiting for the file to be closed.
    Goto,
    /// Not at all, as far as is known.
    None,
}

/// The editors whose syntax is known, by the name of their program.
const EDITORS: &[(&str, Syntax)] = &[
    ("vi", Syntax::Plus),
    ("vim", Syntax::Plus),
    ("nvim", Syntax::Plus),
    ("view", Syntax::Plus),
    ("vis", Syntax::Plus),
    ("joe", Syntax::Plus),
    ("mg", Syntax::Plus),
    ("ne", Syntax::Plus),
    ("pico", Syntax::Plus),
    ("emacs", Syntax::PlusColon),
    ("emacsclient", Syntax::PlusColon),
    ("kak", Syntax::PlusColon),
    ("micro", Syntax::PlusColon),
    ("nano", Syntax::PlusComma),
    ("hx", Syntax::Colon),
    ("helix", Syntax::Colon),
    ("subl", Syntax::Colon),
    ("zed", Syntax::Colon),
    ("code", Syntax::Goto),
    ("codium", Syntax::Goto),
];

/// The command that opens the reader's editor ($VISUAL, else $EDITOR, else vi) at a place
/// of a file.
pub fn command(file: &Path, place: Place) -> Command {
    let editor = ["VISUAL", "EDITOR"].into_iter().filter_map(env::var_os).find(|editor| !editor.is_empty());
    let editor = editor.unwrap_or_else(|| "vi".into()).to_string_lossy().into_owned();
    let mut command = Command::new("sh");
    // The variables hold a command line, not a name; the shell takes it apart as it would by hand.
    command.arg("-c").arg(format!("{editor} \"$@\"")).arg("annals").args(arguments(&editor, file, place));
    command
}

/// What stands behind the editor's command line.
fn arguments(editor: &str, file: &Path, place: Place) -> Vec<OsString> {
    let program = editor.split_whitespace().next().unwrap_or_default();
    let name = Path::new(program).file_stem().unwrap_or_default().to_string_lossy();
    let syntax = EDITORS.iter().find(|(known, _)| *known == name).map_or(Syntax::None, |(_, syntax)| *syntax);
    let Place { line, column, .. } = place;
    // A file whose name begins with a dash is no option.
    let file =
        if file.as_os_str().as_encoded_bytes().starts_with(b"-") { Path::new(".").join(file) } else { file.into() };
    let at = || {
        let mut file = file.clone().into_os_string();
        file.push(format!(":{line}:{column}"));
        file
    };
    match syntax {
        Syntax::Plus => vec![format!("+{line}").into(), file.into()],
        Syntax::PlusColon => vec![format!("+{line}:{column}").into(), file.into()],
        Syntax::PlusComma => vec![format!("+{line},{column}").into(), file.into()],
        Syntax::Colon => vec![at()],
        Syntax::Goto => vec!["--wait".into(), "--goto".into(), at()],
        Syntax::None => vec![file.into()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_editor_is_told_the_line_in_its_own_way() {
        let check = |editor: &str, expected: &[&str]| {
            let place = Place { document: 0, line: 12, column: 3 };
            assert_eq!(arguments(editor, Path::new("a b.toml"), place), expected, "{editor}");
        };
        check("vi", &["+12", "a b.toml"]);
        check("/usr/bin/nvim -n", &["+12", "a b.toml"]);
        check("emacs -nw", &["+12:3", "a b.toml"]);
        check("nano", &["+12,3", "a b.toml"]);
        check("hx", &["a b.toml:12:3"]);
        check("code", &["--wait", "--goto", "a b.toml:12:3"]);
        check("kak", &["+12:3", "a b.toml"]);
        check("ed", &["a b.toml"]);
        check("", &["a b.toml"]);
    }

    #[test]
    fn a_file_is_never_taken_for_an_option() {
        let place = Place { document: 0, line: 1, column: 1 };
        assert_eq!(arguments("ed", Path::new("-rf"), place), ["./-rf"]);
    }
}
