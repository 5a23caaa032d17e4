//! A Markwhen timeline: what its events become.

mod header;
mod when;

use super::draft::{Draft, add, id, slug, text, unplaced};
use super::slashes::Order;
use super::vague::{self, Reading};
use crate::date::{Date, Language};
use crate::file::{Breaks, EventRecord, quoted, visible};

/// Reads a timeline.
pub fn read(timeline: &str) -> Result<Draft, String> {
    let mut reader = Reader::default();
    let (header, body) = header::parts(timeline);
    reader.order = header.take(&mut reader.draft);
    for line in body {
        reader.line(line.trim());
    }
    reader.finish();
    if reader.comments > 0 {
        let lines = if reader.comments == 1 { "line of comments is" } else { "lines of comments are" };
        reader.draft.note("//", format!("{} {lines} left out", reader.comments));
    }
    if reader.draft.records.events.is_empty() {
        return Err("found no line of the form `date: text`, as events have it".to_owned());
    }
    Ok(reader.draft)
}

/// A value of the header, or of a property, without its quotes.
fn plain(value: &str) -> String {
    let value = value.trim();
    serde_json::from_str(value).unwrap_or_else(|_| value.trim_matches(['"', '\'']).to_owned())
}

#[derive(Default)]
struct Reader {
    draft: Draft,
    /// Which day `1/2/2020` is.
    order: Order,
    /// The sections that the line stands in.
    sections: Vec<Section>,
    event: Option<Open>,
    /// The lines of a block of comments that may be an event without a date, as annals
    /// writes them.
    remark: Option<Vec<String>>,
    /// How many lines of comments are left out.
    comments: usize,
}

/// A section, and the tags that all its events have.
struct Section {
    name: String,
    tags: Vec<String>,
}

/// An event whose lines are still coming.
#[derive(Default)]
struct Open {
    event: EventRecord,
    title: String,
    said: String,
    edtf: Option<Date>,
    /// What annals wrote of a date that only follows from other events: the days in front
    /// are but its limits.
    words: String,
    lines: Vec<String>,
}

impl Reader {
    fn line(&mut self, line: &str) {
        let word = line.split_whitespace().next().unwrap_or_default().to_lowercase();
        let name = line.get(word.len()..).unwrap_or_default();
        if let Some(comment) = line.strip_prefix("//") {
            self.comment(comment.trim());
        } else if line.starts_with('#') && word.chars().all(|c| c == '#') {
            self.finish();
            self.sections.truncate(word.len() - 1);
            self.section(name);
        } else if matches!(word.as_str(), "section" | "group") {
            self.finish();
            self.section(name);
        } else if matches!(word.as_str(), "endsection" | "endgroup") {
            self.finish();
            self.sections.pop();
        } else if let Some((said, rest)) = when::split(line) {
            self.finish();
            self.begin(said, rest);
        } else if let Some(open) = &mut self.event {
            open.line(line);
        } else if !line.is_empty() {
            self.draft.note(line, "belongs to no event, and is left out");
        }
    }

    /// A comment; a block of them behind an empty one may be an event.
    fn comment(&mut self, comment: &str) {
        match &mut self.remark {
            _ if comment.is_empty() => {
                self.finish();
                self.remark = Some(Vec::new());
            }
            Some(lines) => lines.push(comment.to_owned()),
            None => self.comments += 1,
        }
    }

    fn section(&mut self, name: &str) {
        let (words, tags) = tagged(name);
        self.sections.push(Section { name: words, tags });
    }

    fn begin(&mut self, said: &str, rest: &str) {
        let (title, mut tags) = tagged(rest);
        tags.retain(|tag| tag != "vague");
        let mut names = self.sections.iter().map(|section| section.name.clone()).filter(|name| !name.is_empty());
        // An event has one category: the sections around the innermost are tags.
        let mut outer: Vec<String> = names.by_ref().collect();
        let category = outer.pop().or_else(|| (!tags.is_empty()).then(|| tags.remove(0)));
        let category = category.and_then(|name| self.draft.category(&name));
        tags.extend(self.sections.iter().flat_map(|section| section.tags.iter().cloned()).chain(outer));
        let tags = tags.iter().map(|tag| unplaced(visible(tag, Breaks::Join).into_owned())).collect();
        let event = EventRecord { category, tags, ..EventRecord::default() };
        self.event = Some(Open { event, title, said: said.to_owned(), ..Open::default() });
    }

    /// Adds the event whose lines have come to an end.
    fn finish(&mut self) {
        self.finish_remark();
        let Some(Open { mut event, title, said, edtf, words, lines }) = self.event.take() else { return };
        let title = self.linked(&mut event, &title);
        let lines: Vec<String> = lines.iter().map(|line| self.linked(&mut event, line)).collect();
        event.title = text(&title, Breaks::Join);
        event.summary = text(&lines.join("\n"), Breaks::Keep);
        if event.id.value.is_empty() {
            event.id = unplaced(slug(&title));
        }
        match edtf {
            Some(date) => event.date = Some(unplaced(date)),
            None if !words.is_empty() => self.draft.date(&mut event, &words, when::read(&said, self.order).date),
            None if said.is_empty() => {}
            None => self.date(&mut event, &said),
        }
        self.draft.add(event);
    }

    /// Begins the event that a block of comments is; any other is left out.
    fn finish_remark(&mut self) {
        let Some(lines) = self.remark.take() else { return };
        match lines.as_slice() {
            [title, properties @ ..] if properties.first().is_some_and(|line| line.starts_with("id: ")) => {
                self.begin("", title);
                let open = self.event.as_mut();
                open.into_iter().for_each(|open| properties.iter().for_each(|line| open.line(line)));
                self.finish();
            }
            lines => self.comments += lines.len(),
        }
    }

    /// The date of an event; what of it cannot be said stands in the summary.
    fn date(&mut self, event: &mut EventRecord, said: &str) {
        let when = when::read(said, self.order);
        event.date = when.date.map(unplaced);
        add(&mut event.after, when.after);
        add(&mut event.before, when.before);
        if !when.lost.is_empty() {
            let title = event.title.read(Language::En, &[]);
            self.draft.note(title, format!("{} {}; it stands in the summary", quoted(said), when.lost.join(", ")));
            let summary = event.summary.read(Language::En, &[]).to_owned();
            event.summary = text(&[said, &summary].join("\n\n"), Breaks::Keep);
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
                address => add(&mut event.sources, self.draft.source(address, label)),
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
            // What is known, in words, and written out by annals: the date may say it already.
            Some(("when", _)) if self.edtf.is_some() => {}
            Some(("when", value)) if vague::read(&plain(value)) != Reading::Unreadable => self.words = plain(value),
            _ if line.is_empty() => {}
            _ => self.lines.push(line.strip_prefix("- ").or(line.strip_prefix("> ")).unwrap_or(line).to_owned()),
        }
    }
}

/// `before [label](target) after`
fn link(text: &str) -> Option<(&str, &str, &str, &str)> {
    let middle = text.find("](")?;
    let start = text[..middle].rfind('[')?;
    let end = middle + closing(&text[middle..])?;
    Some((&text[..start], &text[start + 1..middle], &text[middle + 2..end], &text[end + 1..]))
}

/// Where the parenthesis that a text begins with is closed; an address may have some itself.
fn closing(text: &str) -> Option<usize> {
    let mut open = 0;
    text.char_indices().find_map(|(at, c)| {
        open += i32::from(c == '(') - i32::from(c == ')');
        (c == ')' && open == 0).then_some(at)
    })
}

/// The words of a line, and its tags.
fn tagged(line: &str) -> (String, Vec<String>) {
    let (tags, words): (Vec<&str>, Vec<&str>) = line.split_whitespace().partition(|word| is_tag(word));
    (words.join(" "), tags.into_iter().map(|tag| tag.trim_start_matches('#').to_owned()).collect())
}

fn is_tag(word: &str) -> bool {
    word.strip_prefix('#').is_some_and(|tag| tag.starts_with(char::is_alphanumeric))
}
