//! Other formats, out and in: what a chronology is in them, and what is lost on the way.
//!
//! Stands beside `view`; knows nothing of terminals.

pub mod csv;
mod format;
mod html;
mod ics;
mod import;
mod json;
mod jsonld;
mod loss;
mod markdown;
mod markwhen;
mod selection;
mod story;
pub mod timelinejs;
mod toml;
mod words;

pub use format::{FORMATS, Format, Write};
pub use import::{IMPORTERS, Imported, Importer};
pub use json::list as json;
pub use loss::{Exported, Loss};
pub use selection::Selection;
pub use toml::toml;

/// A text in which nothing is taken for a sign of HTML, inside an attribute too.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// Whether an address is one that a link may lead to: `javascript:` and the like may not.
fn is_web(address: &str) -> bool {
    let scheme = address.split(':').next().unwrap_or_default().to_ascii_lowercase();
    matches!(scheme.as_str(), "http" | "https" | "mailto" | "ftp")
}
