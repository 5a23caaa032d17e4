//! From a chronology to rows.

use super::cell::{citations, claims, goods, guarded, ids, list, steps};
use super::{Column, EVENT_COLUMNS, OTHER_COLUMNS, RECORD};
use crate::chronology::{Actor, Chronology, Event, Source, Tour};
use crate::date::{Bound, Language};
use crate::exchange::Selection;
use crate::exchange::toml::plain;
use crate::file::{ActorKind, Basis, CategoryRecord, PlaceRecord, StepRecord, Text};

/// Which records the table has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// The events.
    Events,
    /// The events, then all records that they refer to, the tours and the chronology's heading.
    All,
}

/// The selection as a table with a header.
///
/// # Errors
///
/// None that data of this shape can cause; they are csv's own.
pub fn write(selection: &Selection, rows: Rows) -> Result<String, Box<dyn std::error::Error>> {
    let table = Table { forms: forms(selection.chronology) };
    let mut columns = table.header(EVENT_COLUMNS);
    let mut others = Vec::new();
    if rows == Rows::All {
        columns.insert(0, RECORD.to_owned());
        columns.extend(table.header(OTHER_COLUMNS));
        others = table.others(selection);
    }
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(&columns)?;
    for row in selection.events().map(|event| table.event(selection, event)).chain(others) {
        writer.write_record(columns.iter().map(|column| row.cell(column)))?;
    }
    Ok(String::from_utf8(writer.into_inner()?)?)
}

/// The forms that texts have columns for: none where all texts read the same in every language.
fn forms(chronology: &Chronology) -> &'static [Language] {
    let is_plain = |text: &Text| plain(text).is_some() || *text == Text::default();
    let Chronology { heading, categories, places, actors, sources, events, tours, .. } = chronology;
    let all_plain = is_plain(&heading.title)
        && is_plain(&heading.summary)
        && categories.iter().all(|record| is_plain(&record.name))
        && places.iter().all(|record| is_plain(&record.name))
        && actors.iter().all(|actor| is_plain(&actor.record.name) && actor.record.role.iter().all(is_plain))
        && sources.iter().map(|source| &source.record).all(|record| {
            is_plain(&record.title) && record.publisher.iter().all(is_plain) && record.note.iter().all(is_plain)
        })
        && events.iter().all(|event| is_plain(&event.record.title) && is_plain(&event.record.summary))
        && tours.iter().all(|tour| is_plain(&tour.title));
    if all_plain { &[] } else { &Language::ALL }
}

/// The cells of a row, by the names of their columns; those that are empty may be missing.
struct Row(Vec<(String, String)>);

impl Row {
    fn of(kind: &str) -> Self {
        Self(Vec::new()).with(RECORD, kind)
    }

    fn cell(&self, column: &str) -> &str {
        self.0.iter().find(|(name, _)| name == column).map_or("", |(_, cell)| cell)
    }

    fn with(mut self, column: &str, cell: impl Into<String>) -> Self {
        self.0.push((column.to_owned(), cell.into()));
        self
    }

    fn maybe(self, column: &str, cell: Option<impl ToString>) -> Self {
        match cell {
            Some(cell) => self.with(column, cell.to_string()),
            None => self,
        }
    }

    fn free(self, column: &str, text: Option<&str>) -> Self {
        self.maybe(column, text.map(guarded))
    }
}

struct Table {
    forms: &'static [Language],
}

impl Table {
    fn header(&self, columns: &[Column]) -> Vec<String> {
        let names = columns.iter().flat_map(|column| match column {
            Column::Text(name) if !self.forms.is_empty() => {
                self.forms.iter().map(|form| suffixed(name, *form)).collect()
            }
            Column::One(name) | Column::Text(name) => vec![(*name).to_owned()],
        });
        names.collect()
    }

    fn text(&self, row: Row, column: &str, text: &Text) -> Row {
        match self.forms {
            [] => row.free(column, plain(text)),
            forms => forms.iter().fold(row, |row, &form| row.free(&suffixed(column, form), text.form(form))),
        }
    }

    fn event(&self, selection: &Selection, event: &Event) -> Row {
        let record = &event.record;
        let row = Row::of("event")
            .with("id", &record.id.value)
            .maybe("date", record.date.as_ref().map(|date| date.value.to_string()))
            .maybe("date_text", selection.when(event))
            .maybe("earliest", event.bounds[Bound::EarliestStart])
            .maybe("latest", event.bounds[Bound::LatestEnd])
            .with("after", ids(&record.after))
            .with("before", ids(&record.before))
            .maybe("part_of", record.part_of.as_ref().map(|id| &id.value))
            .with("reply_to", ids(&record.reply_to))
            .with("basis", if record.basis == Basis::Inferred { "inferred" } else { "" })
            .maybe("category", record.category.as_ref().map(|id| &id.value))
            .with("from", ids(&record.from))
            .with("to", ids(&record.to))
            .with("actors", ids(&record.actors))
            .maybe("place", record.place.as_ref().map(|id| &id.value))
            .with("online", if record.online { "true" } else { "" })
            .with("goods", goods(&record.goods))
            .with("claims", claims(&record.claims))
            .with("sources", citations(&record.sources))
            .with("tags", list(record.tags.iter().map(|tag| tag.value.as_str())));
        let row = self.text(row, "title", &record.title);
        self.text(row, "summary", &record.summary)
    }

    fn others(&self, selection: &Selection) -> Vec<Row> {
        let chronology = selection.chronology;
        let categories = chronology.categories.iter().map(|record| self.category(record));
        let places = chronology.places.iter().map(|record| self.place(record));
        let actors = chronology.actors.iter().map(|actor| self.actor(actor));
        let sources = chronology.sources.iter().map(|source| self.source(source));
        let tours = chronology.tours.iter().map(|tour| self.tour(selection, tour));
        categories.chain(places).chain(actors).chain(sources).chain(tours).chain([self.heading(chronology)]).collect()
    }

    fn heading(&self, chronology: &Chronology) -> Row {
        let languages: Vec<&str> = chronology.heading.languages.iter().map(|language| language.code()).collect();
        let row = Row::of("chronology").with("languages", languages.join("; "));
        let row = self.text(row, "title", &chronology.heading.title);
        self.text(row, "summary", &chronology.heading.summary)
    }

    fn category(&self, record: &CategoryRecord) -> Row {
        let row = Row::of("category")
            .with("id", &record.id.value)
            .free("symbol", record.symbol.as_deref())
            .free("ascii", record.ascii.as_deref())
            .maybe("color", record.color.as_ref().map(|color| &color.value));
        self.text(row, "title", &record.name)
    }

    fn place(&self, record: &PlaceRecord) -> Row {
        let row = Row::of("place")
            .with("id", &record.id.value)
            .maybe("country", record.country.as_ref().map(|country| &country.value))
            .maybe("latitude", record.latitude)
            .maybe("longitude", record.longitude);
        self.text(row, "title", &record.name)
    }

    fn actor(&self, actor: &Actor) -> Row {
        let record = &actor.record;
        let kind = if record.kind == ActorKind::Person { "person" } else { "organisation" };
        let row = Row::of("actor")
            .with("id", &record.id.value)
            .with("kind", kind)
            .with("aliases", list(record.aliases.iter().map(String::as_str)))
            .maybe("of", record.of.as_ref().map(|id| &id.value))
            .maybe("place", record.place.as_ref().map(|id| &id.value));
        let row = self.text(row, "title", &record.name);
        record.role.iter().fold(row, |row, role| self.text(row, "role", role))
    }

    fn source(&self, source: &Source) -> Row {
        let record = &source.record;
        let row = Row::of("source")
            .with("id", &record.id.value)
            .maybe("published", record.published.as_ref().map(|date| date.value.to_string()))
            .free("url", record.url.as_ref().map(|url| url.value.as_str()))
            .maybe("language", record.language.as_ref());
        let row = self.text(row, "title", &record.title);
        let row = record.publisher.iter().fold(row, |row, publisher| self.text(row, "publisher", publisher));
        record.note.iter().fold(row, |row, note| self.text(row, "note", note))
    }

    fn tour(&self, selection: &Selection, tour: &Tour) -> Row {
        let stops: Vec<StepRecord> = (tour.steps.iter().filter(|stop| selection.contains(stop.event)))
            .map(|stop| StepRecord {
                event: selection.chronology[stop.event].record.id.clone(),
                note: stop.note.clone(),
            })
            .collect();
        let row = Row::of("tour").with("id", &tour.id.value).with("steps", steps(&stops));
        self.text(row, "title", &tour.title)
    }
}

fn suffixed(column: &str, form: Language) -> String {
    format!("{column}_{}", form.code())
}
