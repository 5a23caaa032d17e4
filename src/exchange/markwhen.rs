//! The chronology as a Markwhen timeline.
//!
//! An event stands with the outer days of what is possible; one that is not known to the
//! day has the tag `#vague`, and every one its EDTF expression as a property. Those
//! without a day, or with a year that Markwhen cannot write, stand in comments at the end.

use super::loss::outer_days;
use super::story::story;
use super::words::Words;
use super::{Exported, Loss, Selection};
use crate::chronology::{EventNo, Exactness};
use crate::date::Day;
use std::error::Error;

/// A timeline of the selection.
pub(super) fn export(selection: &Selection) -> Result<Exported, Box<dyn Error>> {
    let mut losses: Vec<Loss> = Loss::of_one_language(selection);
    let mut text = head(selection);
    let mut unplaced = String::new();
    for &number in &selection.numbers {
        match days(selection, number) {
            Ok((days, loss)) => {
                losses
                    .extend(loss.into_iter().chain(tag_in_title(selection, number)).map(|said| Loss::of(number, said)));
                text += &format!("\n{days}: {}", event(selection, number));
            }
            Err(why) => {
                let why = format!("stands in a comment: {why}");
                losses.push(Loss::of(number, why));
                let lines = event(selection, number);
                unplaced
                    .extend(std::iter::once("//\n".to_owned()).chain(lines.lines().map(|line| format!("// {line}\n"))));
            }
        }
    }
    if !unplaced.is_empty() {
        text += &format!("\n// {}\n{unplaced}", Words::of(selection.language).undated);
    }
    Ok(Exported { text, losses })
}

/// The header: title and summary, as YAML.
fn head(selection: &Selection) -> String {
    let heading = &selection.chronology.heading;
    let keys = [("title", selection.read(&heading.title)), ("description", selection.read(&heading.summary))];
    let keys = keys.into_iter().filter(|(_, text)| !text.is_empty());
    let lines: String = keys.map(|(key, text)| property(key, &serde_json::json!(text))).collect();
    format!("---\n{lines}---\n")
}

/// The outer days, and what is not said by them.
fn days(selection: &Selection, number: EventNo) -> Result<(String, Option<String>), &'static str> {
    let ([from, to], loss) = outer_days(&selection.chronology[number]).ok_or("nothing is known of its day")?;
    if [from, to].iter().any(|day: &Day| !(0..=9999).contains(&day.year())) {
        return Err("Markwhen has years of four digits only");
    }
    let days = if from == to { from.to_string() } else { format!("{from} / {to}") };
    Ok((days, loss))
}

/// Title and tags, properties, and the text below.
fn event(selection: &Selection, number: EventNo) -> String {
    let event = &selection.chronology[number];
    let words = Words::of(selection.language);
    let story = story(selection, event);
    let category = event.category.map(|category| selection.chronology[category].id.value.as_str());
    let tags: Vec<&str> = event.record.tags.iter().map(|tag| tag.value.as_str()).collect();
    let vague = (event.exactness() != Exactness::Day || event.has_gaps()).then_some("vague");
    let marks = category.into_iter().chain(tags.iter().copied()).chain(vague).map(|tag| format!(" #{}", mark(tag)));
    let mut text = format!("{}{}\nid: {}\n", one_line(&story.title), marks.collect::<String>(), event.id());
    if tags.iter().any(|tag| mark(tag) != *tag) {
        text += &property("tags", &serde_json::json!(tags));
    }
    if let Some(date) = &event.record.date {
        text += &format!("edtf: \"{}\"\n", date.value);
    }
    text += &property("when", &serde_json::json!(story.date));
    let sources = story.sources.iter().map(|source| {
        let url = source.url.as_ref().map_or_else(String::new, |url| format!(" {url}"));
        format!("- **{}** {}{url}", words.sources, source.text(words))
    });
    let facts = story.facts.iter().map(|fact| {
        let items: Vec<&str> = fact.items.iter().map(|item| item.text.as_str()).collect();
        format!("- **{}** {}", fact.label, items.join("; "))
    });
    let body = story.summary.iter().map(|part| paragraph(part)).chain(facts).chain(sources);
    text.extend(body.map(|line| one_line(&line) + "\n"));
    text
}

/// That a word of the title is taken for a tag.
fn tag_in_title(selection: &Selection, number: EventNo) -> Option<String> {
    let title = selection.read(&selection.chronology[number].record.title);
    let is_tag = |word: &&str| word.strip_prefix('#').is_some_and(|tag| tag.starts_with(char::is_alphanumeric));
    title.split_whitespace().find(is_tag).map(|word| format!("Markwhen takes {word} in its title for a tag"))
}

/// A text as a property, which is YAML: a string of JSON is one too. Markwhen takes a `#`
/// for the beginning of a colour even there.
fn property(key: &str, value: &serde_json::Value) -> String {
    format!("{key}: {}\n", value.to_string().replace('#', "\\u0023"))
}

/// A tag as Markwhen reads one: ASCII letters, digits and `_`.
fn mark(tag: &str) -> String {
    tag.replace(|c: char| !(c.is_ascii_alphanumeric() || c == '_'), "_")
}

/// A paragraph that is not taken for another event, a heading or a comment. Markwhen takes
/// a line for an event if what stands before a colon looks like a date, or like "after";
/// no date has a `>` or a `*`.
fn paragraph(text: &str) -> String {
    let is_plain = !text.contains(':') && text.starts_with(char::is_alphabetic);
    let is_plain = is_plain && !["section", "group", "end"].iter().any(|word| text.starts_with(word));
    if is_plain { text.to_owned() } else { format!("> {text}") }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
