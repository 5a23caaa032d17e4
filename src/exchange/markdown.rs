//! The chronology as a report in Markdown, with its sources as footnotes.

use super::selection::year;
use super::story::{Fact, Item, story};
use super::words::Words;
use super::{Exported, Loss, Selection, is_web};
use crate::chronology::{EventNo, Exactness, SourceNo};
use std::error::Error;

/// A report on the selection.
pub(super) fn export(selection: &Selection) -> Result<Exported, Box<dyn Error>> {
    let mut report = Report { selection, words: Words::of(selection.language), cited: Vec::new() };
    let mut text = report.head();
    let mut heading = None;
    for &number in &selection.numbers {
        let here = year(&selection.chronology[number]);
        if heading != Some(here) {
            text += &format!("## {}\n\n", report.heading(here));
            heading = Some(here);
        }
        text += &report.event(number);
    }
    text += &report.footnotes();
    Ok(Exported { text, losses: Loss::of_one_language(selection) })
}

struct Report<'a> {
    selection: &'a Selection<'a>,
    words: &'static Words,
    /// The sources cited so far, in the order of their footnotes.
    cited: Vec<SourceNo>,
}

impl Report<'_> {
    fn head(&self) -> String {
        let heading = &self.selection.chronology.heading;
        let title = self.selection.read(&heading.title);
        let title = if title.is_empty() { self.words.events } else { title };
        let summary = self.selection.read(&heading.summary);
        let parts = summary.split('\n').filter(|part| !part.trim().is_empty()).map(|part| escaped(part) + "\n\n");
        format!("# {}\n\n{}{}\n\n", escaped(title), parts.collect::<String>(), counts(self.selection, self.words))
    }

    fn heading(&self, year: Option<i64>) -> String {
        year.map_or_else(|| self.words.undated.to_owned(), |year| crate::date::year_name(year, self.selection.language))
    }

    fn event(&mut self, number: EventNo) -> String {
        let event = &self.selection.chronology[number];
        let story = story(self.selection, event);
        let about = [Some(story.date), story.category].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        // Neither an id nor an EDTF expression has a character that a span of code could not.
        let edtf = event.record.date.as_ref().map_or_else(String::new, |date| format!(" · `{}`", date.value));
        let names = format!("`{}`{edtf}", event.id());
        let mut text = format!("### {}\n\n*{}* · {names}\n\n", escaped(&story.title), escaped(&about));
        text.extend(story.summary.iter().map(|part| escaped(part) + "\n\n"));
        text.extend(story.facts.iter().map(|fact| self.fact(fact)));
        let sources: Vec<String> = (story.sources.iter())
            .map(|source| {
                let note =
                    source.note.as_ref().map_or_else(String::new, |note| self.words.colon.to_owned() + &escaped(note));
                format!("{}[^{}]{note}", escaped(&source.title), self.footnote(source.source))
            })
            .collect();
        if !sources.is_empty() {
            text += &format!("- **{}**{}{}\n", self.words.sources, self.words.colon, sources.join("; "));
        }
        text.trim_end().to_owned() + "\n\n"
    }

    fn fact(&self, fact: &Fact) -> String {
        let items: Vec<String> = fact.items.iter().map(|item: &Item| escaped(&item.text)).collect();
        format!("- **{}**{}{}\n", fact.label, self.words.colon, items.join("; "))
    }

    /// The number of a source's footnote.
    fn footnote(&mut self, source: SourceNo) -> usize {
        let known = self.cited.iter().position(|cited| *cited == source);
        known.map_or_else(
            || {
                self.cited.push(source);
                self.cited.len()
            },
            |at| at + 1,
        )
    }

    fn footnotes(&self) -> String {
        let notes = self.cited.iter().enumerate().map(|(at, &source)| {
            let record = &self.selection.chronology[source].record;
            let publisher = record.publisher.as_ref().map(|publisher| self.selection.read(publisher).to_owned());
            let published = record.published.as_ref().map(|date| date.value.words(self.selection.language));
            let published = published.unwrap_or_else(|| self.words.published_unknown.to_owned());
            let about = publisher.into_iter().filter(|text| !text.is_empty()).chain([published]).collect::<Vec<_>>();
            let about = self.words.remark(&about.join(self.words.comma));
            let url = record.url.as_ref().filter(|url| is_web(&url.value));
            let url = url.map_or_else(String::new, |url| format!(" <{}>", url.value.replace(['<', '>'], "")));
            let note = record.note.as_ref().map(|note| self.selection.read(note)).filter(|note| !note.is_empty());
            let note = note.map_or_else(String::new, |note| format!(" {}", escaped(&note.replace('\n', " "))));
            format!("[^{}]: {}{}{url}{note}\n", at + 1, escaped(self.selection.read(&record.title)), escaped(&about))
        });
        notes.collect()
    }
}

/// "40 events: 10 to the day, 30 less, 0 undated".
pub(super) fn counts(selection: &Selection, words: &Words) -> String {
    let count = |exactness| selection.events().filter(|event| event.exactness() == exactness).count();
    words.counts(count(Exactness::Day), count(Exactness::Less), count(Exactness::Undated))
}

/// A text in which nothing is taken for a sign of Markdown.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let starts_line = at == 0 && matches!(c, '#' | '+' | '-' | '=' | ':');
        let numbers_line = matches!(c, '.' | ')') && at > 0 && text[..at].chars().all(|c| c.is_ascii_digit());
        if starts_line
            || numbers_line
            || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '!' | '$')
        {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
