//! A table of events, and of what they refer to: annals' own, or any that names its
//! columns alike.

use super::clock::without_time;
use super::draft::{Draft, id, is_id, some_id, text, unplaced};
use super::parts;
use super::slashes::{self, Order};
use super::table::{Row, Table};
use super::vague::{self, Reading};
use crate::date::{Date, Language};
use crate::exchange::csv::cell::{items, unguarded};
use crate::file::key::{self, Type};
use crate::file::{
    ActorKind, ActorRecord, Basis, Breaks, CategoryRecord, EventRecord, Heading, Id, PlaceRecord, SourceRecord, Text,
    TourRecord, visible,
};

/// What other tables call the columns of ours.
const ALIASES: &[(&str, &[&str])] = &[
    ("title", &["title", "name", "headline", "subject"]),
    ("summary", &["summary", "description", "text", "notes", "note"]),
    ("category", &["category", "lane", "type"]),
    ("place", &["place", "places", "location"]),
    ("actors", &["actors", "people", "organisations", "organizations"]),
    ("sources", &["sources", "source"]),
    ("tags", &["tags", "keywords"]),
    ("date", &["date", "start date", "start"]),
    ("end", &["end date", "end"]),
];

/// Columns that are computed from the others.
const COMPUTED: &[&str] = &["record", "date_text", "earliest", "latest"];

/// Reads a table.
pub fn read(text: &str) -> Result<Draft, String> {
    let table = Table::read(text)?;
    let has_title = |name: &str| table.has(name) || Language::ALL.iter().any(|form| table.has(&suffixed(name, *form)));
    if !columns("title").iter().any(|name| has_title(name)) && !table.has("id") {
        return Err("no column is called id, title, name, headline or subject".to_owned());
    }
    let mut draft = Draft::default();
    table.note_lost(&mut draft);
    // Only our own tables hold records of other kinds than events.
    let is_ours = table.has("record");
    for column in table.columns.iter().filter(|column| !column.is_empty() && !is_known(column, is_ours)) {
        draft.note(column, "this column is left out: events have nothing of that name");
    }
    beside(&mut draft, &table);
    let order = order(&mut draft, &table);
    for row in table.rows() {
        record(&mut draft, row, order);
    }
    Ok(draft)
}

/// The names of a column of ours, its own first.
fn columns(name: &str) -> &'static [&'static str] {
    ALIASES.iter().find(|(other, _)| *other == name).map_or(&[], |(_, names)| names)
}

/// Tells the columns that mean the same as one before them, in rows where both are filled.
fn beside(draft: &mut Draft, table: &Table) {
    for (_, names) in ALIASES.iter().filter(|(name, _)| *name != "actors") {
        for (at, column) in names.iter().enumerate() {
            let is_lost = |row: &Row| !row.cell(column).is_empty() && !row.first(&names[..at]).is_empty();
            let count = table.rows().filter(is_lost).count();
            if count > 0 {
                let rows = if count == 1 { "row" } else { "rows" };
                draft.note(column, format!("is left out in {count} {rows}, where another column says the same"));
            }
        }
    }
}

/// The order of days and months in dates with slashes.
fn order(draft: &mut Draft, table: &Table) -> Order {
    let cells: Vec<&str> =
        table.rows().flat_map(|row| ["date", "end"].map(|name| without_time(row.first(columns(name))).0)).collect();
    let (order, is_open) = slashes::order(cells.iter().copied());
    if is_open {
        draft.note("table", "whether 1/2/2020 is in January or in February is not plain: the month is read first");
    }
    order
}

/// Whether a column, or its text in one language, is one that is read.
fn is_known(column: &str, is_ours: bool) -> bool {
    let form = Language::ALL.iter().find_map(|form| column.strip_suffix(&suffixed("", *form)));
    let tables = [&key::EVENT, &key::CATEGORY, &key::PLACE, &key::ACTOR, &key::SOURCE, &key::TOUR, &key::CHRONOLOGY];
    let tables = if is_ours { &tables[..] } else { &tables[..1] };
    let is_key = |name: &str| tables.iter().any(|table| table.key(name).is_some());
    let is_alias = |name: &str| ALIASES.iter().any(|(_, names)| names.contains(&name));
    COMPUTED.contains(&column) || [Some(column), form].into_iter().flatten().any(|name| is_key(name) || is_alias(name))
}

fn record(draft: &mut Draft, row: Row, order: Order) {
    match row.cell("record") {
        "" | "event" => event(draft, row, order),
        "chronology" => {
            let languages = items(row.cell("languages")).iter().filter_map(|code| Language::from_code(code)).collect();
            draft.records.heading = Heading {
                title: named(row, "title", Breaks::Join),
                summary: named(row, "summary", Breaks::Keep),
                languages,
            };
        }
        "category" => category(draft, row),
        "place" => place(draft, row),
        "actor" => actor(draft, row),
        "source" => source(draft, row),
        "tour" => {
            let steps = parts::steps(draft, row.cell("id"), row.cell("steps")).into();
            let tour = TourRecord {
                id: id(row.cell("id")),
                title: named(row, "title", Breaks::Join),
                steps,
                ..TourRecord::default()
            };
            draft.records.tours.push(tour);
        }
        kind => draft.note(kind, "a row is left out: there is no such record"),
    }
}

fn suffixed(column: &str, form: Language) -> String {
    format!("{column}_{}", form.code())
}

/// A text: one form, or one for each language.
fn named(row: Row, name: &str, breaks: Breaks) -> Text {
    let names = match columns(name) {
        [] => vec![name],
        names => names.to_vec(),
    };
    let mut text = Text::default();
    for name in names.iter().rev() {
        match row.whole(name) {
            "" => {}
            cell => text = Text::plain(visible(unguarded(cell), breaks)),
        }
    }
    for form in Language::ALL {
        for name in &names {
            match row.whole(&suffixed(name, form)) {
                "" => {}
                cell => text.set(form, visible(unguarded(cell), breaks)),
            }
        }
    }
    text
}

fn maybe(row: Row, name: &str, breaks: Breaks) -> Option<Text> {
    Some(named(row, name, breaks)).filter(|text| *text != Text::default())
}

/// A short string that has the form that its key asks for.
fn word(draft: &mut Draft, row: Row, table: &key::Table, name: &str) -> Option<String> {
    let word = unguarded(row.cell(name));
    let (is_right, expected) = match table.key(name).map(|key| key.takes) {
        Some(Type::Word(form)) => ((form.holds)(word), form.expected.to_owned()),
        Some(Type::Choice(choices)) => (choices.contains(&word), format!("one of {}", choices.join(", "))),
        _ => (true, String::new()),
    };
    if !word.is_empty() && !is_right {
        draft.note(
            row.cell("id"),
            format!("{name} is left out: found {}, expected {expected}", crate::file::quoted(word)),
        );
    }
    (!word.is_empty() && is_right).then(|| word.to_owned())
}

fn degrees(draft: &mut Draft, row: Row, name: &str) -> Option<f64> {
    let cell = row.cell(name);
    let Some(Type::Degrees(most)) = key::PLACE.key(name).map(|key| key.takes) else { return None };
    let degrees = cell.parse().ok().filter(|degrees: &f64| degrees.abs() <= most);
    if degrees.is_none() && !cell.is_empty() {
        draft
            .note(row.cell("id"), format!("{name} is left out: {} is no number of degrees", crate::file::quoted(cell)));
    }
    degrees
}

/// The record that a cell names; a name that cannot be an id becomes the record's name.
fn reference(cell: &str, define: &mut impl FnMut(Id, Text)) -> Option<Id> {
    let found = id(cell);
    if found.value.is_empty() {
        return None;
    }
    if !is_id(cell) {
        define(found.clone(), text(cell, Breaks::Join));
    }
    Some(found)
}

fn actors(draft: &mut Draft, cell: &str) -> Box<[Id]> {
    let actors = &mut draft.records.actors;
    let mut define = |id: Id, name: Text| actors.push(ActorRecord { id, name, ..ActorRecord::default() });
    items(cell).iter().filter_map(|item| reference(item, &mut define)).collect()
}

fn place_of(draft: &mut Draft, cell: &str) -> Option<Id> {
    let places = &mut draft.records.places;
    reference(cell, &mut |id, name| places.push(PlaceRecord { id, name, ..PlaceRecord::default() }))
}

fn event(draft: &mut Draft, row: Row, order: Order) {
    let ids = |name: &str| -> Box<[Id]> { items(row.cell(name)).iter().filter_map(|item| some_id(item)).collect() };
    let categories = &mut draft.records.categories;
    let category = reference(row.first(columns("category")), &mut |id, name| {
        categories.push(CategoryRecord { id, name, ..CategoryRecord::default() });
    });
    let title = row.first(columns("title"));
    let label = if row.cell("id").is_empty() { title } else { row.cell("id") };
    let mut event = EventRecord {
        id: id(row.cell("id")),
        basis: if row.cell("basis") == "inferred" { Basis::Inferred } else { Basis::Stated },
        category,
        title: named(row, "title", Breaks::Join),
        summary: named(row, "summary", Breaks::Keep),
        from: actors(draft, row.cell("from")),
        to: actors(draft, row.cell("to")),
        actors: columns("actors").iter().flat_map(|column| actors(draft, row.cell(column))).collect(),
        place: place_of(draft, row.first(columns("place"))),
        online: matches!(row.cell("online").to_lowercase().as_str(), "true" | "yes" | "1"),
        goods: parts::goods(draft, label, row.cell("goods")),
        after: ids("after"),
        before: ids("before"),
        part_of: some_id(row.cell("part_of")),
        reply_to: ids("reply_to"),
        claims: parts::claims(draft, label, row.cell("claims")),
        sources: parts::citations(draft, label, row.first(columns("sources"))),
        tags: items(row.first(columns("tags")))
            .into_iter()
            .map(|tag| unplaced(visible(&tag, Breaks::Join).into_owned()))
            .collect(),
        ..EventRecord::default()
    };
    let said = when(draft, event.title.read(Language::En, &[]), row, order);
    match said.parse::<Date>() {
        Ok(date) => event.date = Some(unplaced(date)),
        Err(_) => draft.date(&mut event, &said, None),
    }
    draft.add(event);
}

/// What a row says of its date: one, or one to another.
fn when(draft: &mut Draft, title: &str, row: Row, order: Order) -> String {
    match ["date", "end"].map(|name| day(draft, title, row.first(columns(name)), order)) {
        [from, to] if to.is_empty() || from == to => from,
        [from, to] => {
            let span = format!("{from}/{to}");
            if span.parse::<Date>().is_ok() { span } else { format!("{from} – {to}") }
        }
    }
}

/// What a cell says, in EDTF where it has slashes; a time of day is left out, and told,
/// where a date is left without it.
fn day(draft: &mut Draft, title: &str, said: &str, order: Order) -> String {
    if said.parse::<Date>().is_ok() {
        return said.to_owned();
    }
    let (day, has_time) = without_time(said);
    let plain = slashes::date(day, order).unwrap_or_else(|| day.to_owned());
    if has_time && !matches!(vague::read(&plain), Reading::Date(_)) {
        return said.to_owned();
    }
    if has_time {
        draft.note(title, format!("of its date {}, the time of day is left out", crate::file::quoted(said)));
    }
    plain
}

fn category(draft: &mut Draft, row: Row) {
    let record = CategoryRecord {
        id: id(row.cell("id")),
        name: named(row, "title", Breaks::Join),
        symbol: word(draft, row, &key::CATEGORY, "symbol"),
        ascii: word(draft, row, &key::CATEGORY, "ascii"),
        color: word(draft, row, &key::CATEGORY, "color").map(unplaced),
        ..CategoryRecord::default()
    };
    draft.records.categories.push(record);
}

fn place(draft: &mut Draft, row: Row) {
    let record = PlaceRecord {
        id: id(row.cell("id")),
        name: named(row, "title", Breaks::Join),
        country: word(draft, row, &key::PLACE, "country").map(unplaced),
        latitude: degrees(draft, row, "latitude"),
        longitude: degrees(draft, row, "longitude"),
        ..PlaceRecord::default()
    };
    draft.records.places.push(record);
}

fn actor(draft: &mut Draft, row: Row) {
    let record = ActorRecord {
        id: id(row.cell("id")),
        kind: if row.cell("kind") == "person" { ActorKind::Person } else { ActorKind::Organisation },
        name: named(row, "title", Breaks::Join),
        aliases: items(row.cell("aliases")).iter().map(|alias| visible(alias, Breaks::Join).into_owned()).collect(),
        role: maybe(row, "role", Breaks::Join),
        of: some_id(row.cell("of")),
        place: place_of(draft, row.cell("place")),
        ..ActorRecord::default()
    };
    draft.records.actors.push(record);
}

fn source(draft: &mut Draft, row: Row) {
    let published = row.cell("published");
    let date: Option<Date> = published.parse().ok();
    if date.is_none() && !published.is_empty() {
        let said = format!("published is left out: {} is no date", crate::file::quoted(published));
        draft.note(row.cell("id"), said);
    }
    let record = SourceRecord {
        id: id(row.cell("id")),
        title: named(row, "title", Breaks::Join),
        publisher: maybe(row, "publisher", Breaks::Join),
        published: date.map(unplaced),
        url: word(draft, row, &key::SOURCE, "url").map(unplaced),
        language: word(draft, row, &key::SOURCE, "language"),
        note: maybe(row, "note", Breaks::Keep),
        ..SourceRecord::default()
    };
    draft.records.sources.push(record);
}
