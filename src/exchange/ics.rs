//! The chronology as a calendar (RFC 5545).
//!
//! An event known to the day fills its days. One that is vague spans all that is
//! possible, is tentative, takes nobody's time and begins with its date in words. The
//! EDTF expression goes along as `X-EDTF`.

use super::loss::outer_days;
use super::story::story;
use super::words::Words;
use super::{Exported, Loss, Selection, is_web};
use crate::chronology::{Event, EventNo, Exactness};
use crate::date::Day;
use crate::file::cut_bytes;
use chrono::NaiveDate;
use icalendar::{Calendar, Component, EventLike, EventStatus, Parameter, Property};
use std::error::Error;

/// When the calendar was made, as every event must say. The same chronology gives the
/// same calendar at any hour: so it is a fixed moment, and says nothing.
const STAMP: &str = "19700101T000000Z";

/// A calendar with an event for each of the selection that has a day.
pub(super) fn export(selection: &Selection) -> Result<Exported, Box<dyn Error>> {
    let calendar = Calendar { properties: heading(selection), components: Vec::new() }.to_string();
    let (begin, end) = calendar.split_at(calendar.len() - END.len());
    let mut losses: Vec<Loss> = Loss::of_one_language(selection);
    // Entry by entry: as text it is a fraction of what icalendar makes of it.
    let mut text = String::new();
    fold(&mut text, begin);
    for &number in &selection.numbers {
        match span(&selection.chronology[number]) {
            Ok((days, loss)) => {
                losses.extend(loss.map(|said| Loss::of(number, said)));
                let (entry, cut) = event(selection, number, days);
                losses.extend(cut);
                fold(&mut text, &entry.try_into_string()?);
            }
            Err(said) => losses.push(Loss::of(number, said)),
        }
    }
    text.push_str(end);
    Ok(Exported { text, losses })
}

/// How a calendar ends.
const END: &str = "END:VCALENDAR\r\n";

/// The most octets of a line, without its end.
const LONGEST_LINE: usize = 75;

/// Adds lines, folded anew: those that icalendar goes on with have an octet too many.
fn fold(folded: &mut String, text: &str) {
    for line in text.replace("\r\n ", "").split_terminator("\r\n") {
        let mut length = 0;
        for c in line.chars() {
            if length + c.len_utf8() > LONGEST_LINE {
                folded.push_str("\r\n ");
                length = 1;
            }
            folded.push(c);
            length += c.len_utf8();
        }
        folded.push_str("\r\n");
    }
}

fn heading(selection: &Selection) -> Vec<Property> {
    let heading = &selection.chronology.heading;
    let named = [("X-WR-CALNAME", selection.read(&heading.title)), ("X-WR-CALDESC", selection.read(&heading.summary))];
    let fixed =
        [("VERSION", "2.0"), ("PRODID", "-//annals//annals//EN"), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")];
    let named = named.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| self::text(key, text));
    fixed.into_iter().map(Property::from).chain(named).collect()
}

/// A property that is a text; those that are not of the standard are not escaped otherwise.
fn text(key: &str, value: &str) -> Property {
    Property::new(key, cut_bytes(value, LONGEST_TEXT)).append_parameter(Parameter::new("VALUE", "TEXT")).done()
}

/// The first day that an event takes, the day after the last, and what is not said by
/// them; else why there is none.
fn span(event: &Event) -> Result<([NaiveDate; 2], Option<String>), String> {
    let ([from, to], loss) = outer_days(event).ok_or("left out: nothing is known of its day")?;
    let after = Day::from_number(to.number().saturating_add(1));
    match [day(from), day(after)] {
        [Some(begin), Some(end)] => Ok(([begin, end], loss)),
        _ => Err("left out: a calendar has no years but 1 to 9999, and names the day after the last".to_owned()),
    }
}

/// A day that a calendar can name.
fn day(day: Day) -> Option<NaiveDate> {
    let year = i32::try_from(day.year()).ok().filter(|year| (1..=9999).contains(year))?;
    NaiveDate::from_ymd_opt(year, day.month().into(), day.day().into())
}

/// The most octets of a text: a calendar shows a line or two of it, and icalendar folds it
/// in a time that grows with the square of its length.
const LONGEST_TEXT: usize = 20_000;

/// The most octets of a category's, a tag's or a place's name, for the same reason.
const LONGEST_NAME: usize = 400;

/// The entry of an event, and what was too long for it.
fn event(selection: &Selection, number: EventNo, [begin, end]: [NaiveDate; 2]) -> (icalendar::Event, Option<Loss>) {
    let event = &selection.chronology[number];
    let words = Words::of(selection.language);
    let story = story(selection, event);
    let title = cut_bytes(&story.title, LONGEST_TEXT);
    let mut entry = icalendar::Event::new();
    entry.uid(&uid(selection, number)).add_property("DTSTAMP", STAMP).starts(begin).ends(end);
    // What is past takes no time of today's, however well its day is known.
    entry.append_property(("TRANSP", "TRANSPARENT"));
    if event.exactness() == Exactness::Day && !event.has_gaps() {
        entry.summary(&title).status(EventStatus::Confirmed);
    } else {
        let when = selection.when(event).unwrap_or_else(|| words.undated.to_owned());
        entry.summary(&format!("({when}) {title}")).status(EventStatus::Tentative);
    }
    if let Some(date) = &event.record.date {
        entry.append_property(text("X-EDTF", &date.value.to_string()));
    }
    let tags = event.record.tags.iter().map(|tag| tag.value.as_str());
    let categories: Vec<_> =
        story.category.as_deref().into_iter().chain(tags).map(|name| cut_bytes(name, LONGEST_NAME)).collect();
    if !categories.is_empty() {
        entry.categories(categories);
    }
    if let Some(place) = event.place.map(|place| &selection.chronology[place]) {
        entry.location(&cut_bytes(selection.read(&place.name), LONGEST_NAME));
        if let (Some(latitude), Some(longitude)) = (place.latitude, place.longitude) {
            entry.append_property(("GEO", format!("{latitude};{longitude}").as_str()));
        }
    }
    if let Some(url) = story.sources.iter().filter_map(|source| source.url.as_deref()).find(|url| is_web(url)) {
        entry.url(url);
    }
    if let Some(whole) = event.part_of.filter(|whole| selection.contains(*whole)) {
        entry.add_multi_property("RELATED-TO", &uid(selection, whole));
    }
    let date = format!("{}{}", story.date, if story.summary.is_empty() { "" } else { "\n" });
    let facts = story.facts.iter().map(|fact| fact.text(words));
    let sources = story.sources.iter().map(|source| {
        let url = source.url.as_ref().map_or_else(String::new, |url| format!(" {url}"));
        format!("- {}{url}", source.text(words))
    });
    let label = (!story.sources.is_empty()).then(|| format!("{}{}", words.sources, words.colon.trim_end()));
    let lines = [date].into_iter().chain(story.summary.iter().cloned()).chain([String::new()]).chain(facts);
    let description: Vec<String> = lines.chain(label).chain(sources).collect();
    let description = description.join("\n");
    entry.description(&cut_bytes(description.trim_end(), LONGEST_TEXT));
    let is_cut = [&story.title, &description].into_iter().any(|text| text.len() > LONGEST_TEXT);
    let loss = is_cut.then(|| Loss::of(number, format!("its text is cut to {LONGEST_TEXT} octets")));
    (entry.done(), loss)
}

/// An id that stays the same from one export to the next: the event's own, at its file.
fn uid(selection: &Selection, number: EventNo) -> String {
    let id = &selection.chronology[number].record.id;
    let path = selection.documents.get(id.span.document()).map_or("annals", |document| document.name.as_str());
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    format!("{}@{}", id.value, name.replace(char::is_whitespace, "-"))
}
