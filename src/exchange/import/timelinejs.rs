//! Slides of TimelineJS, from its JSON or the table of its spreadsheet.

use super::draft::{Draft, agree, id, is_id, slug, text, unplaced};
use super::markup::{links, words};
use super::table::{Row, Table};
use super::vague::{self, Reading};
use crate::date::{Date, year_expression};
use crate::exchange::is_web;
use crate::file::{Breaks, EventRecord};
use serde_json::Value;

/// A slide as either form has it.
#[derive(Debug, Default)]
struct Slide {
    id: String,
    start: [String; 3],
    end: [String; 3],
    when: String,
    headline: String,
    text: String,
    group: String,
    media: String,
    /// Caption and credit of the media.
    caption: [String; 2],
    /// What an event has no place for.
    lost: Vec<&'static str>,
}

/// Reads the JSON.
pub fn read(json: &str) -> Result<Draft, String> {
    let timeline: Value = serde_json::from_str(json).map_err(|error| format!("not JSON: {error}"))?;
    let events =
        timeline.get("events").and_then(Value::as_array).ok_or("found no list `events`, as a timeline has it")?;
    let mut draft = Draft::default();
    if let Some(title) = timeline.get("title") {
        heading(&mut draft, &string(&title["text"]["headline"]), &string(&title["text"]["text"]));
    }
    for era in timeline.get("eras").and_then(Value::as_array).into_iter().flatten() {
        draft.note(&string(&era["text"]["headline"]), "is an era, and left out");
    }
    for event in events {
        let slide = slide(event);
        add(&mut draft, &slide);
    }
    Ok(draft)
}

fn slide(event: &Value) -> Slide {
    let parts = |date: &Value| ["year", "month", "day"].map(|part| string(&date[part]));
    let has = |key: &'static str| (!event[key].is_null()).then_some(key);
    let time = (!event["start_date"]["hour"].is_null()).then_some("time of day");
    Slide {
        id: string(&event["unique_id"]),
        start: parts(&event["start_date"]),
        end: parts(&event["end_date"]),
        when: [&event["display_date"], &event["start_date"]["display_date"]].map(string).concat(),
        headline: string(&event["text"]["headline"]),
        text: string(&event["text"]["text"]),
        group: string(&event["group"]),
        media: string(&event["media"]["url"]),
        caption: ["caption", "credit"].map(|part| string(&event["media"][part])),
        lost: [has("background"), time].into_iter().flatten().collect(),
    }
}

/// A string, or a number as one.
fn string(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

/// Reads the table.
pub fn read_table(csv: &str) -> Result<Draft, String> {
    let table = Table::read(csv)?;
    let is_old = table.has("start date");
    if !table.has("headline") || !(table.has("year") || is_old) {
        return Err("found no columns Year and Headline, as the spreadsheet of TimelineJS has them".to_owned());
    }
    let mut draft = Draft::default();
    table.note_longer(&mut draft);
    for row in table.rows() {
        match row.cell("type").to_lowercase().as_str() {
            "title" => heading(&mut draft, row.cell("headline"), row.cell("text")),
            "era" => draft.note(row.cell("headline"), "is an era, and left out"),
            _ => add(&mut draft, &row_slide(row)),
        }
    }
    Ok(draft)
}

fn row_slide(row: Row) -> Slide {
    let parts = |columns: [&str; 3], old: &str| match row.cell(old) {
        "" => columns.map(|column| row.cell(column).replace([',', ' '], "")),
        date => old_date(date),
    };
    let has = |column: &str, lost: &'static str| (!row.cell(column).is_empty()).then_some(lost);
    Slide {
        start: parts(["year", "month", "day"], "start date"),
        end: parts(["end year", "end month", "end day"], "end date"),
        when: row.cell("display date").to_owned(),
        headline: row.cell("headline").to_owned(),
        text: row.cell("text").to_owned(),
        group: row.first(&["group", "tag"]).to_owned(),
        media: row.cell("media").to_owned(),
        caption: ["media caption", "media credit"].map(|column| row.cell(column).to_owned()),
        lost: [has("background", "background"), has("time", "time of day")].into_iter().flatten().collect(),
        ..Slide::default()
    }
}

/// The dates of older sheets: month, day and year, or the year alone.
fn old_date(date: &str) -> [String; 3] {
    let parts: Vec<&str> = date.split_whitespace().next().unwrap_or_default().split('/').collect();
    match parts.as_slice() {
        [month, day, year] => [*year, *month, *day].map(str::to_owned),
        [month, year] => [*year, *month, ""].map(str::to_owned),
        _ => [date.to_owned(), String::new(), String::new()],
    }
}

fn heading(draft: &mut Draft, headline: &str, summary: &str) {
    draft.records.heading.title = text(&words(headline), Breaks::Join);
    draft.records.heading.summary = text(&words(summary), Breaks::Keep);
}

fn add(draft: &mut Draft, slide: &Slide) {
    let headline = words(&slide.headline);
    let label = if headline.is_empty() { slide.start.join("-") } else { headline.clone() };
    let media = media(slide);
    let (embedded, media) = if is_web(&slide.media) { (String::new(), Some(media)) } else { (media.1, None) };
    let mut event = EventRecord {
        id: if is_id(&slide.id) { id(&slide.id) } else { unplaced(slug(&headline)) },
        title: text(&headline, Breaks::Join),
        summary: text(&[words(&slide.text), embedded].join("\n"), Breaks::Keep),
        category: draft.category(&words(&slide.group)),
        ..EventRecord::default()
    };
    let addresses = links(&slide.text).into_iter().chain(media);
    event.sources = addresses.filter_map(|(address, title)| draft.source(&address, &title)).collect();
    let days = days(slide);
    if days.is_none() && slide.start.iter().any(|part| !part.is_empty()) {
        draft.note(
            &label,
            format!("its date {} is no day of the calendar", crate::file::quoted(&slide.start.join("-"))),
        );
    }
    draft.date(&mut event, &said(slide, days.as_ref()), days);
    if !slide.media.is_empty() && !is_web(&slide.media) && words(&slide.media).is_empty() {
        draft.note(&label, "its media is left out");
    }
    for lost in &slide.lost {
        draft.note(&label, format!("its {lost} is left out"));
    }
    draft.add(event);
}

/// What is shown beside the text: an address with its caption, or a piece of HTML in words.
fn media(slide: &Slide) -> (String, String) {
    let shown = if is_web(&slide.media) { String::new() } else { words(&slide.media) };
    let said = [shown].into_iter().chain(slide.caption.iter().map(|part| words(part)));
    (slide.media.clone(), said.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "))
}

/// The date in words, with the year of the slide where it is only a date with that.
fn said(slide: &Slide, days: Option<&Date>) -> String {
    let said = words(&slide.when);
    let year = &slide.start[0];
    let is_date = |text: &String| matches!(vague::read(text), Reading::Date(date) if agree(&date, days));
    let whole = [format!("{said} {year}"), format!("{year}年{said}")].into_iter().find(is_date);
    whole.filter(|_| !said.is_empty() && matches!(vague::read(&said), Reading::Unreadable)).unwrap_or(said)
}

/// The days of a slide: as exact as its parts are.
fn days(slide: &Slide) -> Option<Date> {
    let start = day(&slide.start)?;
    match day(&slide.end) {
        Some(end) if end != start => format!("{start}/{end}").parse().ok().or_else(|| start.parse().ok()),
        _ => start.parse().ok(),
    }
}

fn day([year, month, day]: &[String; 3]) -> Option<String> {
    let year = year_expression(year.parse().ok()?);
    let number = |part: &str| part.parse::<u8>().ok();
    let expression = match (number(month), number(day)) {
        (None, _) => year,
        (Some(month), None) => format!("{year}-{month:02}"),
        (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
    };
    expression.parse::<Date>().is_ok().then_some(expression)
}
