//! Records as an events file, for a curator to go on with.

use crate::date::Language;
use crate::file::{
    ActorKind, ActorRecord, Basis, CategoryRecord, Citation, Claim, EventRecord, Goods, Id, PlaceRecord, Records,
    SourceRecord, StepRecord, Text, TourRecord,
};

/// The longest text whose forms stand in one line, in characters.
const ONE_LINE: usize = 60;

/// The records as one file: the chronology first, then what events refer to, then the
/// events, each in the order of the records.
pub fn toml(records: &Records) -> String {
    let mut file = Writer { text: "format = 1\n".to_owned() };
    file.heading(records);
    records.categories.iter().for_each(|record| file.category(record));
    records.places.iter().for_each(|record| file.place(record));
    records.actors.iter().for_each(|record| file.actor(record));
    records.sources.iter().for_each(|record| file.source(record));
    records.events.iter().for_each(|record| file.event(record));
    records.tours.iter().for_each(|record| file.tour(record));
    file.text
}

struct Writer {
    text: String,
}

impl Writer {
    fn header(&mut self, name: &str) {
        self.text += &format!("\n{name}\n");
    }

    fn key(&mut self, key: &str, value: impl AsRef<str>) {
        self.text += &format!("{key} = {}\n", value.as_ref());
    }

    /// A key that is left out where there is nothing to say.
    fn maybe(&mut self, key: &str, value: Option<String>) {
        if let Some(value) = value {
            self.key(key, value);
        }
    }

    fn words(&mut self, key: &str, words: impl Iterator<Item = String>) {
        let words: Vec<String> = words.collect();
        if !words.is_empty() {
            self.key(key, format!("[{}]", words.join(", ")));
        }
    }

    fn ids(&mut self, key: &str, ids: &[Id]) {
        self.words(key, ids.iter().map(|id| string(&id.value)));
    }

    /// A list with a line for each of its tables.
    fn tables(&mut self, key: &str, tables: impl Iterator<Item = String>) {
        let lines: String = tables.map(|table| format!("  {table},\n")).collect();
        if !lines.is_empty() {
            self.key(key, format!("[\n{lines}]"));
        }
    }

    /// A text: in one line where it is short, else a line for each language.
    fn text(&mut self, key: &str, text: &Text) {
        let forms = forms(text);
        if plain(text).is_none() && forms.iter().any(|(_, form)| form.chars().nth(ONE_LINE).is_some()) {
            for (language, form) in forms {
                self.key(&format!("{key}.{}", language.code()), string(form));
            }
        } else if !forms.is_empty() {
            self.key(key, inline(text));
        }
    }

    fn heading(&mut self, records: &Records) {
        let heading = &records.heading;
        if heading.title == Text::default() && heading.languages.is_empty() {
            return;
        }
        self.header("[chronology]");
        self.text("title", &heading.title);
        self.text("summary", &heading.summary);
        self.words("languages", heading.languages.iter().map(|language| string(language.code())));
    }

    fn category(&mut self, record: &CategoryRecord) {
        self.header("[[category]]");
        self.key("id", string(&record.id.value));
        self.text("name", &record.name);
        self.maybe("symbol", record.symbol.as_deref().map(string));
        self.maybe("ascii", record.ascii.as_deref().map(string));
        self.maybe("color", record.color.as_ref().map(|color| string(&color.value)));
    }

    fn place(&mut self, record: &PlaceRecord) {
        self.header("[[place]]");
        self.key("id", string(&record.id.value));
        self.text("name", &record.name);
        self.maybe("country", record.country.as_ref().map(|country| string(&country.value)));
        self.maybe("latitude", record.latitude.map(|degrees| format!("{degrees:?}")));
        self.maybe("longitude", record.longitude.map(|degrees| format!("{degrees:?}")));
    }

    fn actor(&mut self, record: &ActorRecord) {
        self.header("[[actor]]");
        self.key("id", string(&record.id.value));
        if record.kind == ActorKind::Person {
            self.key("kind", string("person"));
        }
        self.text("name", &record.name);
        self.words("aliases", record.aliases.iter().map(|alias| string(alias)));
        record.role.iter().for_each(|role| self.text("role", role));
        self.maybe("of", record.of.as_ref().map(|id| string(&id.value)));
        self.maybe("place", record.place.as_ref().map(|id| string(&id.value)));
    }

    fn source(&mut self, record: &SourceRecord) {
        self.header("[[source]]");
        self.key("id", string(&record.id.value));
        self.text("title", &record.title);
        record.publisher.iter().for_each(|publisher| self.text("publisher", publisher));
        self.maybe("published", record.published.as_ref().map(|date| string(&date.value.to_string())));
        self.maybe("url", record.url.as_ref().map(|url| string(&url.value)));
        self.maybe("language", record.language.as_deref().map(string));
        record.note.iter().for_each(|note| self.text("note", note));
    }

    fn event(&mut self, record: &EventRecord) {
        self.header("[[event]]");
        self.key("id", string(&record.id.value));
        self.maybe("date", record.date.as_ref().map(|date| string(&date.value.to_string())));
        if record.basis == Basis::Inferred {
            self.key("basis", string("inferred"));
        }
        self.maybe("category", record.category.as_ref().map(|id| string(&id.value)));
        self.text("title", &record.title);
        self.text("summary", &record.summary);
        self.ids("from", &record.from);
        self.ids("to", &record.to);
        self.ids("actors", &record.actors);
        self.maybe("place", record.place.as_ref().map(|id| string(&id.value)));
        self.maybe("online", record.online.then(|| "true".to_owned()));
        self.tables("goods", record.goods.iter().map(goods));
        self.ids("after", &record.after);
        self.ids("before", &record.before);
        self.maybe("part_of", record.part_of.as_ref().map(|id| string(&id.value)));
        self.ids("reply_to", &record.reply_to);
        self.tables("claims", record.claims.iter().map(claim));
        if record.sources.iter().any(has_more) {
            self.tables("sources", record.sources.iter().map(citation));
        } else {
            self.words("sources", record.sources.iter().map(citation));
        }
        self.words("tags", record.tags.iter().map(|tag| string(&tag.value)));
    }

    fn tour(&mut self, record: &TourRecord) {
        self.header("[[tour]]");
        self.key("id", string(&record.id.value));
        self.text("title", &record.title);
        self.tables("steps", record.steps.iter().map(step));
    }
}

fn goods(goods: &Goods) -> String {
    let count = goods.count.map(|count| ("count", count.to_string()));
    table(std::iter::once(("what", inline(&goods.what))).chain(count))
}

fn claim(claim: &Claim) -> String {
    let sources: Vec<String> = claim.sources.iter().map(|id| string(&id.value)).collect();
    let keys =
        [("date", string(&claim.date.value.to_string())), ("sources", format!("[{}]", sources.join(", ")))].into_iter();
    table(keys.chain(claim.note.as_ref().map(|note| ("note", inline(note)))))
}

fn has_more(citation: &Citation) -> bool {
    citation.announces || citation.note.is_some()
}

/// A source: its id alone where there is no more to say.
fn citation(citation: &Citation) -> String {
    if !has_more(citation) {
        return string(&citation.source.value);
    }
    let note = citation.note.as_ref().map(|note| ("note", inline(note)));
    let announces = citation.announces.then(|| ("announces", "true".to_owned()));
    table(std::iter::once(("id", string(&citation.source.value))).chain(note).chain(announces))
}

fn step(step: &StepRecord) -> String {
    let note = step.note.as_ref().map(|note| ("note", inline(note)));
    table(std::iter::once(("event", string(&step.event.value))).chain(note))
}

/// A table in one line.
fn table(keys: impl Iterator<Item = (&'static str, String)>) -> String {
    let keys: Vec<String> = keys.map(|(key, value)| format!("{key} = {value}")).collect();
    format!("{{ {} }}", keys.join(", "))
}

/// A text in one line: a string, or a table with a form for each language.
fn inline(text: &Text) -> String {
    match plain(text) {
        Some(text) => string(text),
        None if *text == Text::default() => string(""),
        None => table(forms(text).into_iter().map(|(language, form)| (language.code(), string(form)))),
    }
}

/// The one form of a text that reads the same in every language.
pub(super) fn plain(text: &Text) -> Option<&str> {
    let first = text.form(Language::ALL[0])?;
    Language::ALL.iter().all(|&language| text.form(language) == Some(first)).then_some(first)
}

/// The forms that a text has.
pub(super) fn forms(text: &Text) -> Vec<(Language, &str)> {
    Language::ALL.iter().filter_map(|&language| Some((language, text.form(language)?))).collect()
}

/// A string in quotes; texts of several lines over several lines.
fn string(text: &str) -> String {
    toml::Value::from(text).to_string()
}
