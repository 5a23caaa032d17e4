//! Exports, read by programs that others wrote.

use crate::common::{EVENTS, annals, content, outcome, told};
use annals::app::Content;
use annals::date::Language;
use annals::exchange::{FORMATS, Format, Selection, timelinejs};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

/// Every kind of date, and texts that no format may stumble over.
pub const ODD: &str = r#"
format = 1
[chronology]
title = "Odd \"dates\" & <b>signs</b>"
languages = ["en"]
[[source]]
id = "s"
title = "A source, with; signs"
url = "javascript:alert(1)"
[[event]]
id = "exact"
date = "2020-03-05"
title = "=1+1, <script>alert('x')</script> & \"quotes\"; a\\b"
summary = "First line, 2020: one\n\n# not a heading\n- not an item"
sources = ["s"]
[[event]]
id = "lasted"
date = "2020-02-28/2020-02-29"
title = "Two days"
part_of = "winter"
[[event]]
id = "month"
date = "2020-02"
title = "Some day in February"
[[event]]
id = "winter"
date = "2019/2021"
title = "A long winter"
[[event]]
id = "since"
date = "[2019..]"
title = "Since 2019"
[[event]]
id = "until"
date = "[..2018]"
title = "Until 2018"
[[event]]
id = "antiquity"
date = "-0043-03-15"
title = "The Ides of March"
[[event]]
id = "future"
date = "Y12000"
title = "Far away"
[[event]]
id = "undated"
title = "No one knows when"
"#;

/// What a format makes of a chronology, and its report.
pub fn export(content: &Content, format: &str, language: Language) -> (String, String) {
    let selection = Selection::all(&content.chronology, &content.documents, language);
    let format = Format::find(format).expect("a format");
    let exported = (format.write)(&selection).expect("it is written");
    let report = exported.report(&selection, format.id);
    (exported.text, report)
}

/// The line of a report that tells of an event.
fn loss<'r>(report: &'r str, id: &str) -> Option<&'r str> {
    report.lines().find_map(|line| line.trim().strip_prefix(&format!("{id}: ")))
}

#[test]
fn every_export_is_the_same_every_time_and_honours_the_language() {
    let content = content(EVENTS);
    for format in FORMATS {
        let texts = Language::ALL.map(|language| export(&content, format.id, language).0);
        assert_eq!(texts, Language::ALL.map(|language| export(&content, format.id, language).0), "{}", format.id);
        assert!(texts[0] != texts[1] && texts[1] != texts[2], "{}", format.id);
        assert!(!texts.iter().any(String::is_empty), "{}", format.id);
    }
}

#[test]
fn every_event_is_in_the_export_or_in_its_report() {
    let content = content(ODD);
    assert!(told(&content).lines().all(|line| line.contains("[bad-url]")), "{}", told(&content));
    for format in FORMATS {
        let (text, report) = export(&content, format.id, Language::En);
        for event in &content.chronology.events {
            let title = event.record.title.read(Language::En, &[]);
            // The one with signs is written otherwise in most formats.
            let title = if event.id() == "exact" { "=1+1" } else { title };
            let is_there = text.contains(event.id()) || text.contains(title);
            assert!(is_there || loss(&report, event.id()).is_some(), "{}: {}", format.id, event.id());
        }
    }
}

#[test]
fn a_filter_is_a_shorter_list_of_events() {
    let content = content(EVENTS);
    let mut selection = Selection::all(&content.chronology, &content.documents, Language::En);
    let kept = content.chronology.find("masks-palmerston-north").expect("the event");
    selection.numbers.retain(|number| *number == kept);
    for format in FORMATS {
        let exported = (format.write)(&selection).expect("it is written");
        assert!(
            exported.text.contains("10,000 medical masks") || exported.text.contains(r"10\,000 medical"),
            "{}",
            format.id
        );
        assert!(!exported.text.contains("Sister cities: Guiyang and Palmerston North"), "{}", format.id);
    }
}

// --- ics

/// The events of a calendar, as the crate ical reads it: names and unescaped values.
fn calendar(text: &str) -> Vec<Vec<(String, String)>> {
    let parser = ical::IcalParser::new(text.as_bytes());
    let calendars: Vec<_> = parser.collect::<Result<_, _>>().expect("a calendar");
    assert_eq!(calendars.len(), 1);
    let value = |value: Option<String>| value.unwrap_or_default().replace("\\n", "\n").replace("\\,", ",");
    let events = calendars.into_iter().flat_map(|calendar| calendar.events);
    events
        .map(|event| event.properties.into_iter().map(|property| (property.name, value(property.value))).collect())
        .collect()
}

fn property<'e>(event: &'e [(String, String)], name: &str) -> &'e str {
    let mut found = event.iter().filter(|(other, _)| other == name);
    let value = found.next().map_or("", |(_, value)| value);
    assert!(found.next().is_none(), "{name} stands once");
    value
}

#[test]
fn a_calendar_is_one_to_a_second_parser() {
    let (text, report) = export(&content(EVENTS), "ics", Language::Zh);
    let events = calendar(&text);
    assert_eq!(events.len(), 40);
    for event in &events {
        assert!(property(event, "UID").ends_with("@test.toml"), "{event:?}");
        assert_eq!(property(event, "DTSTAMP"), "19700101T000000Z");
        let (start, end) = (property(event, "DTSTART"), property(event, "DTEND"));
        assert!(start.len() == 8 && start < end, "{start} {end}");
    }
    assert_eq!(loss(&report, "goods-yokohama"), None, "{report}");
    assert!(loss(&report, "yokohama-exchanges-begin").is_some(), "{report}");
}

#[test]
fn calendar_lines_are_folded_between_characters_and_end_as_they_must() {
    for language in Language::ALL {
        let (text, _) = export(&content(EVENTS), "ics", language);
        assert!(text.ends_with("END:VCALENDAR\r\n"));
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "every line ends with CRLF");
        for line in text.split("\r\n") {
            assert!(line.len() <= 75, "{} octets: {line}", line.len());
        }
    }
}

#[test]
fn a_calendar_says_how_exact_its_dates_are() {
    let (text, report) = export(&content(ODD), "ics", Language::En);
    let events = calendar(&text);
    let check = |id: &str, start: &str, end: &str, status: &str, summary: &str| {
        let uid = format!("{id}@test.toml");
        let event = events.iter().find(|event| property(event, "UID") == uid).expect(id);
        assert_eq!((property(event, "DTSTART"), property(event, "DTEND")), (start, end), "{id}");
        assert_eq!((property(event, "STATUS"), property(event, "TRANSP")), (status, "TRANSPARENT"), "{id}");
        assert!(property(event, "SUMMARY").starts_with(summary), "{id}: {}", property(event, "SUMMARY"));
    };
    check("exact", "20200305", "20200306", "CONFIRMED", "=1+1, <script>");
    check("lasted", "20200228", "20200301", "CONFIRMED", "Two days");
    check("month", "20200201", "20200301", "TENTATIVE", "(some day in February 2020) ");
    check("since", "20190101", "20190102", "TENTATIVE", "(2019 or later) ");
    for left_out in ["antiquity", "future", "undated"] {
        assert!(loss(&report, left_out).is_some_and(|said| said.starts_with("left out: ")), "{report}");
        assert!(!text.contains(&format!("UID:{left_out}@")), "{left_out}");
    }
    let lasted = events.iter().find(|event| property(event, "UID") == "lasted@test.toml").expect("the event");
    assert_eq!(property(lasted, "RELATED-TO"), "winter@test.toml");
    assert_eq!(property(lasted, "X-EDTF"), "2020-02-28/2020-02-29");
}

// --- csv

#[test]
fn a_table_is_one_to_a_csv_reader_and_harmless_to_a_spreadsheet() {
    let (text, report) = export(&content(ODD), "csv", Language::En);
    assert_eq!(report, "");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let column = |name: &str| header.iter().position(|other| other == name).expect(name);
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("rows of one length");
    assert_eq!(rows.iter().filter(|row| &row[column("record")] == "event").count(), 9);
    let exact = rows.iter().find(|row| &row[column("id")] == "exact").expect("the event");
    assert_eq!(&exact[column("title")], "'=1+1, <script>alert('x')</script> & \"quotes\"; a\\b");
    assert_eq!(&exact[column("summary")], "First line, 2020: one\n\n# not a heading\n- not an item");
    let antiquity = rows.iter().find(|row| &row[column("id")] == "antiquity").expect("the event");
    assert_eq!([&antiquity[column("date")], &antiquity[column("earliest")]], ["-0043-03-15"; 2]);
}

// --- timelinejs

#[test]
fn slides_have_the_shape_that_timelinejs_reads() {
    let content = content(ODD);
    let (text, report) = export(&content, "timelinejs", Language::En);
    let timeline: Value = serde_json::from_str(&text).expect("JSON");
    let events = timeline["events"].as_array().expect("a list");
    assert_eq!(events.len(), content.chronology.events.len(), "no slide is dropped");
    for event in events {
        assert!(event["start_date"]["year"].is_i64(), "TimelineJS drops slides without a year: {event}");
        assert!(event["display_date"].as_str().is_some_and(|said| !said.is_empty()), "{event}");
        let text = event["text"]["text"].as_str().expect("a text");
        assert!(!text.contains("<script") && !text.contains("javascript:"), "{text}");
    }
    let find = |id: &str| events.iter().find(|event| event["unique_id"] == id).expect("the slide");
    assert_eq!(find("lasted")["end_date"]["day"], 29);
    assert!(find("month")["end_date"].is_null(), "what is vague did not last");
    assert_eq!(find("month")["display_date"], "some day in February 2020");
    assert_eq!(find("antiquity")["start_date"]["year"], -44, "TimelineJS has no year 0: it shows this as 44 BCE");
    assert_eq!(find("undated")["group"], "undated");
    assert!(loss(&report, "undated").is_some_and(|said| said.contains("made up")), "{report}");
    assert_eq!(loss(&report, "exact"), None);
    assert!(timeline["title"]["text"]["headline"].as_str().is_some_and(|title| title.contains("&lt;b&gt;")));
}

#[test]
fn the_sheet_has_the_columns_of_timelinejs() {
    const HEADER: &str = "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,\
                          Media Credit,Media Caption,Media Thumbnail,Alt Text,Type,Group,Background";
    assert_eq!(timelinejs::HEADER.join(","), HEADER);
    let (text, _) = export(&content(ODD), "timelinejs-csv", Language::En);
    assert_eq!(text.split("\r\n").next(), Some(HEADER));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("rows of one length");
    assert_eq!(rows.len(), 10, "a title and nine events");
    assert_eq!(&rows[0][16], "title");
    assert!(rows[1..].iter().all(|row| row[0].parse::<i64>().is_ok()), "every event has a year");
}

// --- jsonld

#[test]
fn json_ld_is_schema_org_to_a_foreign_reader() {
    let check = |text: &str, language: Language, count: usize| {
        let (text, _) = export(&content(text), "jsonld", language);
        let quads: Vec<String> = oxjsonld::JsonLdParser::new()
            .for_reader(text.as_bytes())
            .map(|quad| quad.expect("JSON-LD").to_string())
            .collect();
        let having = |part: &str| quads.iter().filter(|quad| quad.contains(part)).count();
        let typed = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/Event>";
        assert_eq!(having(typed), count);
        for name in ["name", "identifier"] {
            let events = quads.iter().filter(|quad| quad.starts_with("_:event-"));
            assert_eq!(
                events.filter(|quad| quad.contains(&format!(" <http://schema.org/{name}> "))).count(),
                count,
                "{name}"
            );
        }
        quads
    };
    let quads = check(EVENTS, Language::Ja, 40);
    let has = |part: &str| quads.iter().any(|quad| quad.contains(part));
    assert!(
        has("<http://schema.org/value> \"[2014,2017]\"") && !has("<http://schema.org/value> \"[2014,2017]\"@"),
        "the EDTF expression is kept"
    );
    assert!(has("<http://schema.org/startDate> \"2020-04-15\"^^<http://schema.org/Date>"));
    assert!(has("<http://schema.org/url> <https://cinainitalia.com/"), "addresses are links");
    assert!(has("<http://schema.org/superEvent> _:event-"));
    let quads = check(ODD, Language::En, 9);
    assert!(!quads.iter().any(|quad| quad.contains("javascript:")));
}

// --- markdown, markwhen

#[test]
fn a_report_cites_its_sources_as_footnotes() {
    let (text, _) = export(&content(EVENTS), "markdown", Language::En);
    assert_eq!(text.lines().filter(|line| line.starts_with("### ")).count(), 40);
    for number in 1.. {
        let (mark, note) = (format!("[^{number}]"), format!("\n[^{number}]: "));
        if !text.contains(&mark) {
            assert_eq!(number, 15, "every source is cited");
            break;
        }
        assert_eq!(text.matches(&note).count(), 1, "{mark} is explained");
        assert!(text.find(&mark) < text.find(&note), "{mark} is cited");
    }
    let (text, _) = export(&content(ODD), "markdown", Language::En);
    assert!(text.contains("\n\\# not a heading\n") && text.contains("\n\\- not an item\n"), "{text}");
    assert!(!text.replace("\\<", "").contains("<script"), "{text}");
}

#[test]
fn a_markwhen_timeline_has_a_line_for_every_event() {
    for language in Language::ALL {
        let (text, _) = export(&content(EVENTS), "markwhen", language);
        let lines: Vec<&str> =
            text.lines().skip_while(|line| line.starts_with(char::is_alphabetic) || *line == "---").collect();
        let is_day = |line: &str| line.starts_with(|c: char| c.is_ascii_digit());
        let is_property = |line: &str| ["id: ", "edtf: ", "when: ", "tags: "].iter().any(|key| line.starts_with(key));
        assert_eq!(lines.iter().filter(|line| is_day(line)).count(), 40);
        // Markwhen takes whatever looks like a date or like "after" before a colon for an event.
        let text = lines.iter().filter(|line| line.contains(':') && !is_day(line) && !is_property(line));
        text.for_each(|line| assert!(line.starts_with("> ") || line.starts_with("- **"), "{line}"));
    }
    let (text, report) = export(&content(ODD), "markwhen", Language::En);
    assert!(text.contains("\n2020-03-05: =1+1, "), "{text}");
    assert!(text.contains("\n2020-02-01 / 2020-02-29: Some day in February #vague\nid: month\n"), "{text}");
    assert!(text.contains("\n// No one knows when #vague\n"), "{text}");
    assert!(loss(&report, "undated").is_some() && loss(&report, "antiquity").is_some(), "{report}");
}

// --- what is lost

/// A chronology of one event, which may have other dates than one.
fn dated(date: &str) -> Content {
    content(&format!("format = 1\n[[event]]\nid = \"it\"\ntitle = \"It\"\ndate = \"{date}\"\n"))
}

#[test]
fn dates_of_events_are_cut_to_what_each_end_says() {
    let check = |date: &str, expected: [&str; 2], told: &str| {
        let (text, report) = export(&dated(date), "jsonld", Language::En);
        let document: Value = serde_json::from_str(&text).expect("JSON");
        let event = &document["@graph"][0];
        let found = ["startDate", "endDate"].map(|key| event[key].as_str().unwrap_or_default().to_owned());
        assert_eq!(found, expected, "{date}");
        assert_eq!(loss(&report, "it").unwrap_or_default(), told, "{date}");
    };
    check("2020-03-05", ["2020-03-05", "2020-03-05"], "");
    check("2020-03", ["2020-03", "2020-03"], "");
    check("2019/2021", ["2019", "2021"], "");
    check("[2019..2021]", ["2019", "2021"], "");
    check("2019/2021-03-05", ["2019", "2021-03-05"], "");
    check("2020-01-01/..", ["2020-01-01", ""], "has no endDate: it is open on that side");
    check("../2020-12-31", ["", "2020-12-31"], "has no startDate: it is open on that side");
    let limits = "startDate and endDate are the first and the last day possible, not days that are known";
    check("[2020-01-13..2020-03-11]", ["2020-01-13", "2020-03-11"], limits);
    let (start, end) =
        ("has no startDate: ISO 8601 has no year", "only 0000 to 9999; has no endDate: ISO 8601 has no year");
    check("-0043-03-15", ["", ""], &format!("{start} -43, {end} -43, only 0000 to 9999"));
    check("Y-17000", ["", ""], &format!("{start} -17000, {end} -17000, only 0000 to 9999"));
    let gaps = "startDate and endDate name the first and the last of several times";
    check("{2020-01-01,2020-03-01}", ["2020-01-01", "2020-03-01"], gaps);
}

#[test]
fn what_was_at_several_times_is_not_said_to_have_lasted() {
    for date in ["{2020-01-01,2020-03-01}", "{2020-01-01..2020-01-03,2020-03-01}", "[2014,2017]"] {
        let content = dated(date);
        for format in ["ics", "markwhen", "timelinejs", "timelinejs-csv", "jsonld"] {
            let (_, report) = export(&content, format, Language::En);
            assert!(loss(&report, "it").is_some(), "{format} {date}: {report}");
        }
        let (calendar, _) = export(&content, "ics", Language::En);
        assert!(calendar.contains("STATUS:TENTATIVE") && calendar.contains("SUMMARY:("), "{calendar}");
        assert!(export(&content, "markwhen", Language::En).0.contains("#vague"), "{date}");
        assert!(!export(&content, "timelinejs", Language::En).0.contains("end_date"), "{date}");
        let (page, _) = export(&content, "html", Language::En);
        assert!(!page.contains("rect class=\"lasting\""), "{date}");
    }
    for date in ["2020-01-01/2020-03-01", "{2020-01-01..2020-03-01}", "{2020-01-01,2020-01-02}"] {
        let (calendar, report) = export(&dated(date), "ics", Language::En);
        assert!(calendar.contains("STATUS:CONFIRMED") && report.is_empty(), "{date}: {report}");
    }
}

#[test]
fn references_to_what_a_filter_leaves_out_are_told() {
    let content = content(ODD);
    let mut selection = Selection::all(&content.chronology, &content.documents, Language::En);
    let kept = content.chronology.find("lasted").expect("the event");
    selection.numbers.retain(|number| *number == kept);
    for format in ["json", "jsonld", "csv"] {
        let exported = (Format::find(format).expect("a format").write)(&selection).expect("it is written");
        let report = exported.report(&selection, format);
        let expected = "refers to winter, not among the selected events";
        assert!(loss(&report, "lasted").is_some_and(|said| said.contains(expected)), "{format}: {report}");
        assert!(format != "jsonld" || !exported.text.contains("superEvent"), "{}", exported.text);
    }
}

#[test]
fn steps_that_a_table_leaves_out_are_told() {
    let content = content(crate::common::EVENTS);
    let mut selection = Selection::all(&content.chronology, &content.documents, Language::En);
    selection.numbers.clear();
    let exported = (Format::find("csv").expect("a format").write)(&selection).expect("it is written");
    let report = exported.report(&selection, "csv");
    assert!(report.contains("all events: of the tour story, 12 of 12 steps lead to events not selected"), "{report}");
}

#[test]
fn ids_and_expressions_are_in_what_is_read_too() {
    let content = content(ODD);
    for (format, expected) in [
        ("html", "data-id=\"lasted\" data-edtf=\"2020-02-28/2020-02-29\""),
        ("html", "data-id=\"undated\">"),
        ("markdown", " · `lasted` · `2020-02-28/2020-02-29`\n"),
        ("markdown", " · `undated`\n"),
        ("ics", "X-EDTF;VALUE=TEXT:2020-02-28/2020-02-29"),
        ("markwhen", "id: lasted\nedtf: \"2020-02-28/2020-02-29\""),
    ] {
        let (text, _) = export(&content, format, Language::En);
        assert!(text.contains(expected), "{format}: {expected}\n{text}");
    }
    let (text, _) = export(&content, "ics", Language::En);
    assert!(!text.contains("CATEGORIES"), "no event of these has any: {text}");
}

// --- the command

#[test]
fn exports_go_to_a_file_whole_or_not_at_all() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("export.csv");
    fs::write(&path, "before").expect("the test's folder can be written");
    let name = path.to_str().expect("UTF-8");
    let output = annals(&["export", "--to", "csv", "--bom", "-o", name]).output().expect("the program runs");
    assert_eq!(outcome(&output), (String::new(), String::new(), Some(0)));
    let text = fs::read_to_string(&path).expect("the file");
    assert!(text.starts_with("\u{feff}record,id,date,"));
    let full = annals(&["export", "--to", "json", "-o", "/dev/full"]).output().expect("the program runs");
    let (_, errors, status) = outcome(&full);
    assert!(errors.contains("cannot write /dev/full: No space left") && status == Some(1), "{errors}");
    let output = annals(&["export", "--to", "csv", "-o", "/nowhere/a.csv"]).output().expect("the program runs");
    assert_eq!(output.status.code(), Some(1));
    let output = annals(&["export", "--to", "ics", "--bom"]).output().expect("the program runs");
    assert_eq!(output.status.code(), Some(2), "--bom is for tables");
    let output = annals(&["export", "--to", "pdf"]).output().expect("the program runs");
    let (_, errors, status) = outcome(&output);
    assert_eq!(status, Some(2));
    assert!(FORMATS.iter().all(|format| errors.contains(format.id)), "{errors}");
}

#[test]
fn the_report_of_losses_comes_last_and_on_standard_error() {
    let output = annals(&["export", "--to", "timelinejs", "--lang", "en"]).output().expect("the program runs");
    let (text, errors, status) = outcome(&output);
    assert_eq!(status, Some(0));
    assert!(serde_json::from_str::<Value>(&text).is_ok());
    assert!(errors.starts_with("annals: not said in timelinejs:\n  all events: texts are in en"), "{errors}");
    assert!(errors.contains("\n  goods-vicenza: stands on 2020-03-01"), "{errors}");
}

#[test]
fn lists_are_tables_too() {
    let output = annals(&["list", "--format", "csv", "--lang", "en"]).output().expect("the program runs");
    let (text, errors, status) = outcome(&output);
    assert_eq!((errors.as_str(), status), ("", Some(0)));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    assert_eq!(reader.headers().expect("a header").iter().take(3).collect::<Vec<_>>(), ["id", "date", "date_text"]);
    assert_eq!(reader.records().count(), 40);
}
