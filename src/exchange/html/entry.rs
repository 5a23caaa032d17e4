//! One event on the page.

use super::{anchor, color, lang, paragraph};
use crate::chronology::{Event, EventNo, Exactness};
use crate::date::Bound;
use crate::exchange::story::{Fact, Item, Reference, story};
use crate::exchange::words::Words;
use crate::exchange::{Selection, escaped, is_web};

/// An item of the list: heading, date, text, facts, sources. Its id and its date as EDTF
/// are there for programs.
pub(super) fn entry(selection: &Selection, number: EventNo, words: &Words) -> String {
    let event = &selection.chronology[number];
    let story = story(selection, event);
    let foreign = lang(selection, &event.record.summary);
    let summary: String = story.summary.iter().map(|part| paragraph(part, &foreign)).collect();
    let facts: String = story.facts.iter().map(|fact| self::fact(selection, fact)).collect();
    let facts = if facts.is_empty() { facts } else { format!("<dl>\n{facts}</dl>\n") };
    let edtf = event.record.date.as_ref().map(|date| format!(" data-edtf=\"{}\"", date.value));
    format!(
        "<li id=\"{}\" class=\"{}\" data-id=\"{}\"{}>\n<div class=\"when\">{}{}</div>\n\
         <article>\n<h3{}>{}</h3>\n{summary}{facts}{}</article>\n</li>\n",
        escaped(&anchor(selection, event.id())),
        color(selection, event),
        escaped(event.id()),
        edtf.unwrap_or_default(),
        when(selection, number, &story.date),
        kind(selection, event),
        lang(selection, &event.record.title),
        escaped(&story.title),
        sources(selection, &story.sources, words),
    )
}

/// The category by its name.
fn kind(selection: &Selection, event: &Event) -> String {
    let name = event.category.map(|category| &selection.chronology[category].name);
    let said = name.map(|name| (lang(selection, name), escaped(selection.read(name))));
    said.map_or_else(String::new, |(lang, name)| format!("<span class=\"kind\"{lang}>{name}</span>"))
}

/// The date; for programs too where it is one known day.
fn when(selection: &Selection, number: EventNo, date: &str) -> String {
    let event = &selection.chronology[number];
    let (first, last) = (event.bounds[Bound::EarliestStart], event.bounds[Bound::LatestEnd]);
    match first.filter(|_| first == last && event.exactness() == Exactness::Day) {
        Some(day) if (1..=9999).contains(&day.year()) => format!("<time datetime=\"{day}\">{}</time>", escaped(date)),
        _ => format!("<span>{}</span>", escaped(date)),
    }
}

fn fact(selection: &Selection, fact: &Fact) -> String {
    let items: String = fact.items.iter().map(|item| format!("<dd>{}</dd>", self::item(selection, item))).collect();
    format!("<div><dt>{}</dt>{items}</div>\n", fact.label)
}

/// A thing said; another event that is on the page is a link.
fn item(selection: &Selection, item: &Item) -> String {
    let text = escaped(&item.text);
    match item.event.filter(|event| selection.contains(*event)) {
        Some(event) => {
            let place = anchor(selection, selection.chronology[event].id());
            let lang = lang(selection, &selection.chronology[event].record.title);
            format!("<a href=\"#{}\"{lang}>{text}</a>", escaped(&place))
        }
        None => text,
    }
}

fn sources(selection: &Selection, sources: &[Reference], words: &Words) -> String {
    let item = |source| format!("<li>{}</li>\n", self::source(selection, source, words));
    let items: String = sources.iter().map(item).collect();
    if items.is_empty() {
        return items;
    }
    format!("<div class=\"sources\"><h4>{}</h4>\n<ul role=\"list\">\n{items}</ul></div>\n", words.sources)
}

fn source(selection: &Selection, source: &Reference, words: &Words) -> String {
    let title = match lang(selection, &selection.chronology[source.source].record.title) {
        lang if lang.is_empty() => escaped(&source.title),
        lang => format!("<span{lang}>{}</span>", escaped(&source.title)),
    };
    let about = escaped(&source.about);
    let note = source.note.as_ref().map_or_else(String::new, |note| format!("{}{}", words.colon, escaped(note)));
    match source.url.as_deref().filter(|url| is_web(url)) {
        Some(url) => {
            let language =
                source.language.as_ref().map_or_else(String::new, |code| format!(" hreflang=\"{}\"", escaped(code)));
            format!("<a href=\"{}\"{language} rel=\"noreferrer\">{title}</a>{about}{note}", escaped(url))
        }
        None => format!("{title}{about}{note}"),
    }
}
