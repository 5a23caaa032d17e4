//! What the environment says of language and characters.

use crate::date::Language;
use std::env;

/// The language of the locale, where annals speaks it; else English.
pub fn language() -> Language {
    let locale = sys_locale::get_locale().unwrap_or_default();
    let code = locale.split(['-', '_', '.']).next().unwrap_or_default();
    Language::from_code(code).unwrap_or(Language::En)
}

/// Whether the terminal's characters are UTF-8: by LC_ALL, LC_CTYPE, LANG, the first
/// of them that is set and not empty.
pub fn is_utf8() -> bool {
    let set = |name: &&str| env::var_os(name).is_some_and(|value| !value.is_empty());
    let name = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find(set);
    let value = name.and_then(env::var_os).unwrap_or_default();
    let value = value.to_string_lossy().to_lowercase();
    value.contains("utf-8") || value.contains("utf8")
}
