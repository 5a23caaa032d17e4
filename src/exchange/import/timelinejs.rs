//! Slides of TimelineJS, from its JSON or the table of its spreadsheet.

use super::draft::{Draft, agree, id, is_id, slug, text, unplaced};
use super::markup::{links, words};
use super::table::{Row, Table};
use super::vague::{self, Reading};
use crate::date::{Date, Language, year_expression};
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

const TIME: &str = "time of day";

/// Reads the JSON.
pub fn read(json: &str) -> Result<Draft, String> {
    let timeline: Value = serde_json::from_str(json).map_err(|error| format!("not JSON: {error}"))?;
    let events =
        timeline.get("events").and_then(Value::as_array).ok_or("found no list `events`, as a timeline has it")?;
    let mut draft = Draft::default();
    if let Some(title) = timeline.get("title") {
        heading(&mut draft, &slide(title));
    }
    if timeline.get("scale").is_some_and(|scale| scale != "human") {
        draft.note(&string(&timeline["scale"]), "is the scale of the timeline, and left out");
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
    let has = |value: &Value, lost: &'static str| (!string(value).is_empty() || value.is_object()).then_some(lost);
    let media = &event["media"];
    let times = ["start_date", "end_date"].iter().find_map(|date| has(&event[*date]["hour"], TIME));
    Slide {
        id: string(&event["unique_id"]),
        start: parts(&event["start_date"]),
        end: parts(&event["end_date"]),
        when: shown(event),
        headline: string(&event["text"]["headline"]),
        text: string(&event["text"]["text"]),
        group: string(&event["group"]),
        media: string(&event["media"]["url"]),
        caption: ["caption", "credit"].map(|part| string(&event["media"][part])),
        lost: [
            has(&event["background"], "background"),
            has(&media["thumbnail"], "thumbnail"),
            has(&media["alt"], "alternative text"),
            has(&media["link"], "link behind its media"),
            times,
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}

/// The words shown for the date: those of the slide, else those of its start and its end, of
/// which either may stand in plain numbers.
fn shown(event: &Value) -> String {
    let slide = string(&event["display_date"]);
    let ends = ["start_date", "end_date"].map(|name| &event[name]);
    if !slide.is_empty() || ends.iter().all(|date| string(&date["display_date"]).is_empty()) {
        return slide;
    }
    let said = |date: &Value| Some(string(&date["display_date"])).filter(|said| !said.is_empty());
    let ends = ends.map(|date| said(date).or_else(|| day(&parts(date))).unwrap_or_default());
    ends.into_iter().filter(|end| !end.is_empty()).collect::<Vec<_>>().join(" – ")
}

/// Year, month and day as they stand there.
fn parts(date: &Value) -> [String; 3] {
    ["year", "month", "day"].map(|part| string(&date[part]))
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
            "title" => heading(&mut draft, &row_slide(row)),
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
        lost: [
            has("background", "background"),
            has("media thumbnail", "thumbnail"),
            has("alt text", "alternative text"),
            has("time", TIME).or_else(|| has("end time", TIME)),
        ]
        .into_iter()
        .flatten()
        .collect(),
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

/// The title slide: its words, and what a heading has no place for.
fn heading(draft: &mut Draft, slide: &Slide) {
    draft.records.heading.title = text(&words(&slide.headline), Breaks::Join);
    draft.records.heading.summary = text(&words(&slide.text), Breaks::Keep);
    let media = (!slide.media.is_empty()).then_some("media");
    let date = slide.start.iter().any(|part| !part.is_empty()).then_some("date");
    for lost in slide.lost.iter().copied().chain(media).chain(date) {
        draft.note(&words(&slide.headline), format!("its {lost} is left out: it is the title"));
    }
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
        let date = slide.start.join("-");
        draft.note(
            &label,
            format!("its date {} is no day of the calendar: it stands in the summary", crate::file::quoted(&date)),
        );
        let summary = event.summary.read(Language::En, &[]).to_owned();
        event.summary = text(&[date, summary].join("\n\n"), Breaks::Keep);
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
    // TimelineJS shows -44 as 44 BCE, which is the astronomical year -43.
    let year: i64 = year.parse().ok()?;
    let year = year_expression(if year < 0 { year + 1 } else { year });
    let number = |part: &str| part.parse::<u8>().ok();
    let expression = match (number(month), number(day)) {
        (None, _) => year,
        (Some(month), None) => format!("{year}-{month:02}"),
        (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
    };
    expression.parse::<Date>().is_ok().then_some(expression)
}
