//! Slides for TimelineJS, as its JSON and as the table of its spreadsheet.
//!
//! TimelineJS has exact days only and drops what has none without a word: so a vague date
//! stands on its earliest day, an unknown one on a stand-in, and `display_date` says in
//! words what is known.

mod slide;

use super::json::OneByOne;
use super::{Exported, Loss, Selection};
use crate::date::Day;
use serde::Serialize;
use serde_json::{Value, json};
use slide::{Slide, slides};
use std::error::Error;

/// The header of the spreadsheet, letter by letter.
pub const HEADER: [&str; 19] = [
    "Year",
    "Month",
    "Day",
    "Time",
    "End Year",
    "End Month",
    "End Day",
    "End Time",
    "Display Date",
    "Headline",
    "Text",
    "Media",
    "Media Credit",
    "Media Caption",
    "Media Thumbnail",
    "Alt Text",
    "Type",
    "Group",
    "Background",
];

/// The JSON that TimelineJS loads.
pub(super) fn export(selection: &Selection) -> Result<Exported, Box<dyn Error>> {
    let (slides, losses) = slides(selection);
    let heading = &selection.chronology.heading;
    let (headline, text) = (selection.read(&heading.title), selection.read(&heading.summary));
    let is_said = !(headline.is_empty() && text.is_empty());
    let title = json!({ "text": { "headline": super::escaped(headline), "text": slide::paragraphs(text) } });
    let timeline = Timeline { events: OneByOne(|| slides.iter().map(event)), title: is_said.then_some(title) };
    Ok(Exported { text: serde_json::to_string_pretty(&timeline)? + "\n", losses })
}

#[derive(Debug, Serialize)]
struct Timeline<E> {
    events: E,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<Value>,
}

fn event(slide: &Slide) -> Value {
    let mut event = json!({
        "unique_id": slide.id,
        "start_date": date(slide.start),
        "display_date": slide.when,
        "text": { "headline": super::escaped(&slide.headline), "text": slide.text },
        "group": slide.group,
    });
    if let Some(end) = slide.end {
        event["end_date"] = date(end);
    }
    event
}

/// The year as TimelineJS shows it: it has no year 0, and calls -44 "44 BCE".
fn year(day: Day) -> i64 {
    if day.year() <= 0 { day.year() - 1 } else { day.year() }
}

fn date(day: Day) -> Value {
    json!({ "year": year(day), "month": day.month(), "day": day.day() })
}

/// The same as rows under the header of the spreadsheet.
pub(super) fn export_table(selection: &Selection) -> Result<Exported, Box<dyn Error>> {
    let (slides, mut losses) = slides(selection);
    losses.insert(0, Loss::of_all("ids are left out: the spreadsheet has no column for them"));
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(HEADER)?;
    let heading = &selection.chronology.heading;
    let (title, summary) = (selection.read(&heading.title), selection.read(&heading.summary));
    if !(title.is_empty() && summary.is_empty()) {
        writer.write_record(row(&[
            ("Headline", guarded(&super::escaped(title))),
            ("Text", slide::paragraphs(summary)),
            ("Type", "title".to_owned()),
        ]))?;
    }
    for slide in &slides {
        let [year, month, day] = parts(Some(slide.start));
        let [end_year, end_month, end_day] = parts(slide.end);
        writer.write_record(row(&[
            ("Year", year),
            ("Month", month),
            ("Day", day),
            ("End Year", end_year),
            ("End Month", end_month),
            ("End Day", end_day),
            ("Display Date", guarded(&slide.when)),
            ("Headline", guarded(&super::escaped(&slide.headline))),
            ("Text", slide.text.clone()),
            ("Group", guarded(&slide.group)),
        ]))?;
    }
    Ok(Exported { text: String::from_utf8(writer.into_inner()?)?, losses })
}

fn row(cells: &[(&str, String)]) -> [String; HEADER.len()] {
    HEADER
        .map(|column| cells.iter().find(|(name, _)| *name == column).map_or_else(String::new, |(_, cell)| cell.clone()))
}

fn parts(day: Option<Day>) -> [String; 3] {
    day.map_or_else(Default::default, |day| [year(day).to_string(), day.month().to_string(), day.day().to_string()])
}

/// A text that a spreadsheet does not take for a formula. A blank before it is not seen on
/// a slide, as an apostrophe would be.
fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@']) { format!(" {text}") } else { text.to_owned() }
}
