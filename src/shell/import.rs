//! `annals import`: another format as an events file, and what that lacks.

use super::files;
use super::output::{self, BAD_INPUT, WELL, complain};
use super::size::Bytes;
use crate::exchange::Importer;
use std::path::Path;
use std::process::ExitCode;

/// Writes an events file; what could not be taken over goes to standard error. Ends with 1
/// where a check of the file finds errors.
pub fn run(from: &Importer, file: &Path, most: Bytes, out: Option<&Path>) -> ExitCode {
    let imported = files::text(file, most).and_then(|text| {
        let name = if file.as_os_str() == "-" { "stdin".to_owned() } else { output::named(file) };
        from.import(&text).map_err(|error| format!("{name}: {error}"))
    });
    let imported = match imported {
        Ok(imported) => imported,
        Err(message) => {
            complain(&message);
            return ExitCode::from(BAD_INPUT);
        }
    };
    let has_error = imported.problems.lines().any(|line| line.contains(": error["));
    let status = output::deliver(&imported.text, out, if has_error { BAD_INPUT } else { WELL });
    if !imported.notes.is_empty() {
        output::report(&format!("annals: not taken over from {}:\n  {}\n", from.id, imported.notes.join("\n  ")));
    }
    if !imported.problems.is_empty() {
        output::report(&format!("annals: what annals check finds in the result:\n{}", imported.problems));
    }
    status
}
