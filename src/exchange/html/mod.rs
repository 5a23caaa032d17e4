//! The chronology as one page of HTML, to read and to print.
//!
//! The page holds every language and asks nothing of the network: it runs no script, and
//! its own policy forbids any request. Radio buttons and CSS switch the language.

mod axis;
mod entry;

use super::markdown::counts;
use super::selection::year;
use super::words::Words;
use super::{Exported, Loss, Selection, escaped};
use crate::date::{Language, year_name};
use crate::file::Text;
use std::error::Error;

const STYLE: &str = include_str!("style.css");

/// Nothing may be loaded, nothing may run.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// A page of the selection in all its languages, its own one first shown.
pub(super) fn export(selection: &Selection) -> Result<Exported, Box<dyn Error>> {
    let languages = languages(selection);
    let code = selection.language.code();
    let title = escaped(title(selection));
    let parts: String = languages.iter().map(|&language| part(&selection.read_in(language))).collect();
    let text = format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n<style>\n{STYLE}{}</style>\n</head>\n<body>\n{}{parts}</body>\n</html>\n",
        shown(&languages),
        switch(&languages, selection.language),
    );
    Ok(Exported { text, losses: Loss::of_tours(selection).into_iter().collect() })
}

/// The languages of the page, in the order of the chronology.
fn languages(selection: &Selection) -> Vec<Language> {
    let mut languages = selection.chronology.heading.languages.clone();
    if !languages.contains(&selection.language) {
        languages.insert(0, selection.language);
    }
    languages
}

fn title<'a>(selection: &Selection<'a>) -> &'a str {
    match selection.read(&selection.chronology.heading.title) {
        "" => Words::of(selection.language).events,
        title => title,
    }
}

/// The rules that show the part of the chosen language.
fn shown(languages: &[Language]) -> String {
    let rules = languages.iter().map(|language| {
        let code = language.code();
        format!(
            "#in-{code}:checked ~ .part-{code} {{ display: block }}\n\
             #in-{code}:checked ~ nav label[for=in-{code}] {{ background: var(--ink); color: var(--paper) }}\n\
             #in-{code}:focus-visible ~ nav label[for=in-{code}] {{ outline: 3px solid var(--focus); outline-offset: 2px }}\n"
        )
    });
    rules.collect()
}

/// The buttons that choose the language, if there is a choice.
fn switch(languages: &[Language], chosen: Language) -> String {
    let is_choice = languages.len() > 1;
    let buttons = languages.iter().map(|&language| {
        let (code, name) = (language.code(), language.name());
        let hidden = if is_choice { "" } else { " hidden" };
        let checked = if language == chosen { " checked" } else { "" };
        format!("<input type=\"radio\" name=\"language\" id=\"in-{code}\" aria-label=\"{name}\"{checked}{hidden}>\n")
    });
    let labels = languages.iter().map(|language| {
        let code = language.code();
        format!("<label for=\"in-{code}\" lang=\"{code}\">{}</label>", language.name())
    });
    let labels = labels.collect::<String>();
    let labels = if is_choice { format!("<nav>{labels}</nav>\n") } else { String::new() };
    buttons.chain([labels]).collect()
}

/// The whole chronology in one language.
fn part(selection: &Selection) -> String {
    let code = selection.language.code();
    let words = Words::of(selection.language);
    let summary = selection.read(&selection.chronology.heading.summary);
    let foreign = lang(selection, &selection.chronology.heading.summary);
    let parts = summary.split('\n').filter(|part| !part.trim().is_empty());
    let summary: String = parts.map(|part| paragraph(part, &foreign)).collect();
    format!(
        "<div class=\"part part-{code}\" lang=\"{code}\">\n<header>\n<h1{}>{}</h1>\n{summary}<p class=\"counts\">{}</p>\n\
         </header>\n<main>\n{}{}</main>\n</div>\n",
        lang(selection, &selection.chronology.heading.title),
        escaped(title(selection)),
        escaped(&counts(selection, words)),
        axis::figure(selection, words),
        years(selection, words),
    )
}

/// The attribute of a text in another language than that of the part around it.
fn lang(selection: &Selection, text: &Text) -> String {
    selection.foreign(text).map_or_else(String::new, |language| format!(" lang=\"{}\"", language.code()))
}

fn paragraph(text: &str, lang: &str) -> String {
    format!("<p{lang}>{}</p>\n", escaped(text))
}

/// The events under the headings of their years.
fn years(selection: &Selection, words: &Words) -> String {
    let mut text = String::new();
    let mut heading = None;
    for &number in &selection.numbers {
        let here = year(&selection.chronology[number]);
        if heading != Some(here) {
            text += if heading.is_some() { "</ol>\n</section>\n" } else { "" };
            let name = here.map_or_else(|| words.undated.to_owned(), |year| year_name(year, selection.language));
            text += &format!("<section>\n<h2>{}</h2>\n<ol role=\"list\">\n", escaped(&name));
            heading = Some(here);
        }
        text += &entry::entry(selection, number, words);
    }
    text + if heading.is_some() { "</ol>\n</section>\n" } else { "" }
}

/// The name of an event's place on the page: each language has its own.
fn anchor(selection: &Selection, id: &str) -> String {
    format!("{}-{}", selection.language.code(), id.replace(char::is_whitespace, "-"))
}

/// The class that colours a category.
fn color(selection: &Selection, event: &crate::chronology::Event) -> String {
    let color = event.category.and_then(|category| selection.chronology[category].color.as_ref());
    color.map_or_else(|| "white".to_owned(), |color| color.value.replace(' ', "-"))
}
