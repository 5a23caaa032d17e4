//! Texts that lack one of the languages in which the chronology is curated.

use super::texts::texts;
use crate::chronology::Chronology;
use crate::date::Language;
use crate::file::{Problem, Rule, Text};

/// A problem for each text that has some of the languages but not all.
pub(super) fn missing(chronology: &Chronology) -> impl Iterator<Item = Problem> {
    let languages = &chronology.heading.languages;
    texts(chronology).into_iter().filter_map(|(key, text)| {
        let lacking: Vec<_> = languages.iter().copied().filter(|&language| lacks(text, language)).collect();
        if lacking.is_empty() { None } else { Some(problem(key, text, &lacking)) }
    })
}

/// Whether a text says nothing in a language, though it does in another.
fn lacks(text: &Text, language: Language) -> bool {
    let says = |language| text.form(language).is_some_and(|form| !form.trim().is_empty());
    !says(language) && Language::ALL.into_iter().any(says)
}

fn problem(key: &str, text: &Text, lacking: &[Language]) -> Problem {
    let codes: Vec<_> = lacking.iter().map(|language| language.code()).collect();
    let forms: Vec<_> = codes.iter().map(|code| format!("{code} = \"...\"")).collect();
    let message = format!("`{key}`: found no {}, a language of this chronology", codes.join(" and no "));
    Problem::new(Rule::MissingTranslation, text.span, message).with_help(format!("add {}", forms.join(", ")))
}
