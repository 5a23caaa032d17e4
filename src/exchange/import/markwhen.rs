//! A Markwhen timeline: what its events become.

use super::draft::{Draft, id, slug, text, unplaced};
use super::vague::{self, Reading};
use crate::date::Date;
use crate::file::{Breaks, EventRecord, Id, visible};

/// Reads a timeline.
pub fn read(timeline: &str) -> Result<Draft, String> {
    let mut reader = Reader::default();
    for line in body(&mut reader.draft, timeline) {
        reader.line(line.trim());
    }
    reader.finish();
    if reader.draft.records.events.is_empty() {
        return Err("found no line of the form `date: text`, as events have it".to_owned());
    }
    Ok(reader.draft)
}

/// Takes title and description out of the header; the lines behind it.
fn body<'t>(draft: &mut Draft, timeline: &'t str) -> impl Iterator<Item = &'t str> + use<'t> {
    let has_header = timeline.lines().next().is_some_and(|line| line.trim() == "---");
    let is_fence = |line: &&str| line.trim() == "---";
    let header = timeline.lines().skip(1).take_while(|line| !is_fence(line)).filter(|_| has_header);
    let count = header.clone().count();
    for (key, value) in header.filter_map(|line| line.split_once(':')) {
        let value = plain(value);
        match key.trim() {
            "title" => draft.records.heading.title = text(&value, Breaks::Join),
            "description" => draft.records.heading.summary = text(&value, Breaks::Keep),
            _ => {}
        }
    }
    timeline.lines().skip(if has_header { count + 2 } else { 0 })
}

/// A value of the header, or of a property, without its quotes.
fn plain(value: &str) -> String {
    let value = value.trim();
    serde_json::from_str(value).unwrap_or_else(|_| value.trim_matches(['"', '\'']).to_owned())
}

#[derive(Default)]
struct Reader {
    draft: Draft,
    /// The sections that the line stands in.
    sections: Vec<String>,
    event: Option<Open>,
}

/// An event whose lines are still coming.
struct Open {
    event: EventRecord,
    title: String,
    said: String,
    edtf: Option<Date>,
    lines: Vec<String>,
}

impl Reader {
    fn line(&mut self, line: &str) {
        let word = line.split_whitespace().next().unwrap_or_default().to_lowercase();
        let name = line.get(word.len()..).unwrap_or_default().trim();
        if line.starts_with("//") {
            // A comment.
        } else if line.starts_with('#') && word.chars().all(|c| c == '#') {
            self.finish();
            self.sections.truncate(word.len() - 1);
            self.sections.push(name.to_owned());
        } else if matches!(word.as_str(), "section" | "group") {
            self.finish();
            self.sections.push(name.to_owned());
        } else if matches!(word.as_str(), "endsection" | "endgroup") {
            self.finish();
            self.sections.pop();
        } else if let Some((said, rest)) = dated(line) {
            self.finish();
            self.begin(said, rest);
        } else if let Some(open) = &mut self.event {
            open.line(line);
        } else if let Some(title) = line.strip_prefix("title:") {
            self.draft.records.heading.title = text(title, Breaks::Join);
        } else if !line.is_empty() {
            self.draft.note(line, "stands before the first event, and is left out");
        }
    }

    fn begin(&mut self, said: &str, rest: &str) {
        let (words, tags): (Vec<&str>, Vec<&str>) = rest.split_whitespace().partition(|word| !is_tag(word));
        let mut tags = tags.into_iter().map(|tag| tag.trim_start_matches('#').to_owned()).filter(|tag| tag != "vague");
        let section = self.sections.last().cloned().filter(|section| !section.is_empty());
        let category = section.or_else(|| tags.next()).and_then(|name| self.draft.category(&name));
        let tags = tags.map(|tag| unplaced(visible(&tag, Breaks::Join).into_owned())).collect();
        let title = words.join(" ");
        let event = EventRecord { category, tags, ..EventRecord::default() };
        self.event = Some(Open { event, title, said: said.to_owned(), edtf: None, lines: Vec::new() });
    }

    /// Adds the event whose lines have come to an end.
    fn finish(&mut self) {
        let Some(Open { mut event, title, said, edtf, lines }) = self.event.take() else { return };
        let title = self.linked(&mut event, &title);
        let lines: Vec<String> = lines.iter().map(|line| self.linked(&mut event, line)).collect();
        event.title = text(&title, Breaks::Join);
        event.summary = text(&lines.join("\n"), Breaks::Keep);
        if event.id.value.is_empty() {
            event.id = unplaced(slug(&title));
        }
        match edtf {
            Some(date) => event.date = Some(unplaced(date)),
            None => match relative(&said) {
                Some(reference) => self.follow(&mut event, &said, reference),
                None => {
                    let date = date(&said);
                    self.draft.date(&mut event, if date.is_some() { "" } else { &said }, date);
                }
            },
        }
        self.draft.add(event);
    }

    /// A date that is counted from another event: the order is kept, the length is not.
    fn follow(&mut self, event: &mut EventRecord, said: &str, reference: Option<Id>) {
        let quoted = crate::file::quoted(said);
        match reference {
            Some(other) => {
                event.after.push(other);
                self.draft.note(&event.id.value, format!("{quoted} is kept as order, `after`; its length is left out"));
            }
            None => {
                self.draft.note(&event.id.value, format!("{quoted} is counted from the event before, and left out"))
            }
        }
    }

    /// The words of a text; its links become sources, or the place.
    fn linked(&mut self, event: &mut EventRecord, line: &str) -> String {
        let mut words = String::new();
        let mut rest = line;
        while let Some((before, label, target, after)) = link(rest) {
            words += before.strip_suffix('!').unwrap_or(before);
            words += label;
            match target {
                "location" => event.place = self.draft.place(label, None),
                address => event.sources.extend(self.draft.source(address, label)),
            }
            rest = after;
        }
        words + rest
    }
}

impl Open {
    /// Takes tags as a list, in place of those in the line, which have ASCII letters only.
    fn tag(&mut self, value: &str) {
        let tags: Vec<String> = serde_json::from_str(value.trim()).unwrap_or_default();
        if !tags.is_empty() {
            self.event.tags = tags.iter().map(|tag| unplaced(visible(tag, Breaks::Join).into_owned())).collect();
        }
    }

    fn line(&mut self, line: &str) {
        match line.split_once(':').filter(|_| self.lines.is_empty()) {
            Some(("id", value)) => self.event.id = id(&plain(value)),
            Some(("tags", value)) => self.tag(value),
            Some(("edtf", value)) => self.edtf = plain(value).parse().ok(),
            // What is known, in words, and written out by annals: the date says it already.
            Some(("when", _)) if self.edtf.is_some() => {}
            _ if line.is_empty() => {}
            _ => self.lines.push(line.strip_prefix("- ").or(line.strip_prefix("> ")).unwrap_or(line).to_owned()),
        }
    }
}

/// `before [label](target) after`
fn link(text: &str) -> Option<(&str, &str, &str, &str)> {
    let middle = text.find("](")?;
    let start = text[..middle].rfind('[')?;
    let end = middle + text[middle..].find(')')?;
    Some((&text[..start], &text[start + 1..middle], &text[middle + 2..end], &text[end + 1..]))
}

fn is_tag(word: &str) -> bool {
    word.strip_prefix('#').is_some_and(|tag| tag.starts_with(char::is_alphanumeric))
}

/// The date in front of an event, and the text behind it. A time of day has colons too.
fn dated(line: &str) -> Option<(&str, &str)> {
    let colons = line.match_indices(':').map(|(at, _)| at).take(6);
    let mut split = colons.map(|at| (line[..at].trim(), line[at + 1..].trim()));
    split.find(|(said, _)| !said.is_empty() && (date(said).is_some() || relative(said).is_some()))
}

/// "after !id 2 weeks", "before !id", "3 days": the event that it names, if any.
fn relative(said: &str) -> Option<Option<Id>> {
    let words: Vec<&str> = said.split_whitespace().collect();
    let is_length = |words: &[&str]| match words {
        [count, unit, ..] => {
            let units = ["day", "week", "month", "year", "hour", "minute"];
            count.parse::<f64>().is_ok() && units.iter().any(|name| unit.to_lowercase().starts_with(name))
        }
        _ => false,
    };
    let named = words.iter().find_map(|word| word.strip_prefix('!')).map(id).filter(|id| !id.value.is_empty());
    match words.first()?.to_lowercase().as_str() {
        "after" if named.is_some() => Some(named),
        "after" | "before" | "by" if words.len() > 1 && is_length(&words[1..]) => Some(None),
        _ if is_length(&words) => Some(named),
        _ => None,
    }
}

/// A date or two: "2020-03 / 2020-05", "12/31/2012", "Dec 2012 - 2013", "2020-01-01T10:00Z".
fn date(said: &str) -> Option<Date> {
    for between in [" / ", " - ", "/"] {
        if let Some((from, to)) = said.split_once(between)
            && let (Some(from), Some(to)) = (one(from), one(to))
        {
            return format!("{from}/{to}").parse().ok();
        }
    }
    one(said)
}

fn one(said: &str) -> Option<Date> {
    let said = said.trim();
    let day = said.get(..10).filter(|_| said.get(10..11) == Some("T")).unwrap_or(said);
    match vague::read(&american(day).unwrap_or_else(|| day.to_owned())) {
        Reading::Date(date) => Some(date),
        _ => None,
    }
}

/// `12/31/2012` and `12/2012`, in which the month comes first.
fn american(said: &str) -> Option<String> {
    let parts: Vec<u16> = said.split('/').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    match parts.as_slice() {
        [month, day, year] if *year > 31 => Some(format!("{year:04}-{month:02}-{day:02}")),
        [month, year] if *year > 31 && *month <= 12 => Some(format!("{year:04}-{month:02}")),
        _ => None,
    }
}
