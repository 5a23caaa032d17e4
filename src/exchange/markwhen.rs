//! The chronology as a Markwhen timeline.
//!
//! An event stands with the outer days of what is possible; one that is not known to the
//! day has the tag `#vague`, and every one its EDTF expression as a property. Those
//! without a day, or with a year that Markwhen cannot write, stand in comments at the end.

use super::story::story;
use super::words::Words;
use super::{Exported, Loss, Selection};
use crate::chronology::{EventNo, Exactness};
use crate::date::{Bound, Day};
use std::error::Error;

/// A timeline of the selection.
pub(super) fn export(selection: &Selection) -> Result<Exported, Box<dyn Error>> {
    let mut losses: Vec<Loss> = Loss::of_one_language(selection);
    let mut text = head(selection);
    let mut unplaced = String::new();
    for &number in &selection.numbers {
        match days(selection, number) {
            Ok((days, loss)) => {
                losses.extend(loss.map(|said| Loss::of(number, said)));
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
    // A JSON string is a YAML string too.
    let lines: String = keys.map(|(key, text)| format!("{key}: {}\n", serde_json::json!(text))).collect();
    format!("---\n{lines}---\n")
}

/// The outer days, and what is not said by them.
fn days(selection: &Selection, number: EventNo) -> Result<(String, Option<String>), &'static str> {
    let event = &selection.chronology[number];
    let known = || Bound::ALL.into_iter().filter_map(|bound| event.bounds[bound]);
    let (first, last) = (event.bounds[Bound::EarliestStart], event.bounds[Bound::LatestEnd]);
    let (Some(from), Some(to)) = (first.or_else(|| known().min()), last.or_else(|| known().max())) else {
        return Err("nothing is known of its day");
    };
    if [from, to].iter().any(|day: &Day| !(0..=9999).contains(&day.year())) {
        return Err("Markwhen has years of four digits only");
    }
    let days = if from == to { from.to_string() } else { format!("{from} / {to}") };
    let loss = match (first, last) {
        (None, _) => Some(format!("stands from {from} on: how much earlier it can have been is not known")),
        (_, None) => Some(format!("stands until {to}: how much later it can have been is not known")),
        _ => None,
    };
    Ok((days, loss))
}

/// Title and tags, properties, and the text below.
fn event(selection: &Selection, number: EventNo) -> String {
    let event = &selection.chronology[number];
    let words = Words::of(selection.language);
    let story = story(selection, event);
    let category = event.category.map(|category| selection.chronology[category].id.value.as_str());
    let tags = category.into_iter().chain(event.record.tags.iter().map(|tag| tag.value.as_str()));
    let vague = (event.exactness() != Exactness::Day).then_some("vague");
    let tags: String = tags.chain(vague).map(|tag| format!(" #{}", tag.replace(|c: char| !is_tag(c), "-"))).collect();
    let mut text = format!("{}{tags}\nid: {}\n", one_line(&story.title), event.id());
    if let Some(date) = &event.record.date {
        text += &format!("edtf: \"{}\"\n", date.value);
    }
    text += &format!("when: {}\n", serde_json::json!(story.date));
    let sources = story.sources.iter().map(|source| {
        let url = source.url.as_ref().map_or_else(String::new, |url| format!(" {url}"));
        format!("- {}{}{}{url}", words.sources, words.colon, source.text(words))
    });
    let facts = story.facts.iter().map(|fact| format!("- {}", fact.text(words)));
    let body = story.summary.iter().map(|part| paragraph(part)).chain(facts).chain(sources);
    text.extend(body.map(|line| one_line(&line) + "\n"));
    text
}

fn is_tag(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '-'
}

/// A paragraph that is not taken for another event, a heading or a comment.
fn paragraph(text: &str) -> String {
    let is_plain = !text.contains(':')
        && text.starts_with(char::is_alphabetic)
        && !text.starts_with("section")
        && !text.starts_with("end");
    if is_plain { text.to_owned() } else { format!("- {text}") }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
