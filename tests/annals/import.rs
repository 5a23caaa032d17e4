//! Imports: files of other programs in, an events file out that has no fault.

use crate::common::{EVENTS, annals, content, outcome, told};
use annals::app::Content;
use annals::chronology::Chronology;
use annals::date::{Date, Language};
use annals::exchange::{Format, IMPORTERS, Imported, Importer, Selection, toml};
use annals::file::{
    ActorKind, ActorRecord, Basis, CategoryRecord, Citation, Claim, EventRecord, Goods, Heading, Id, PlaceRecord,
    Records, SourceRecord, Spanned, StepRecord, Text, TourRecord,
};
use proptest::prelude::*;
use std::fs;
use std::path::PathBuf;

fn import(format: &str, text: &str) -> Imported {
    let imported = Importer::find(format).expect("a format").import(text).expect("it is of this format");
    assert_eq!(imported.problems, "", "{}", imported.text);
    imported
}

fn export(content: &Content, format: &str) -> String {
    let selection = Selection::all(&content.chronology, &content.documents, Language::En);
    (Format::find(format).expect("a format").write)(&selection).expect("it is written").text
}

/// The chronology's records in its one order, as a file.
fn canonical(chronology: &Chronology) -> String {
    let step = |stop: &annals::chronology::Stop| StepRecord {
        event: chronology[stop.event].record.id.clone(),
        note: stop.note.clone(),
    };
    toml(&Records {
        heading: chronology.heading.clone(),
        categories: chronology.categories.clone(),
        places: chronology.places.clone(),
        actors: chronology.actors.iter().map(|actor| actor.record.clone()).collect(),
        sources: chronology.sources.iter().map(|source| source.record.clone()).collect(),
        events: chronology.events.iter().map(|event| event.record.clone()).collect(),
        tours: (chronology.tours.iter())
            .map(|tour| TourRecord {
                id: tour.id.clone(),
                title: tour.title.clone(),
                steps: tour.steps.iter().map(step).collect(),
                ..TourRecord::default()
            })
            .collect(),
    })
}

// --- our own table

#[test]
fn our_own_table_comes_back_without_any_loss() {
    let before = content(EVENTS);
    let imported = import("csv", &export(&before, "csv"));
    assert_eq!(imported.notes, Vec::<String>::new());
    let after = content(&imported.text);
    assert_eq!(canonical(&after.chronology), canonical(&before.chronology));
    assert_eq!(export(&after, "csv"), export(&before, "csv"));
}

/// Texts with all that a cell, a list and a file must keep.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,8}",
        "[-=+@'\";,\\[\\]{}#<>&:|\\\\ a-z]{1,12}",
        "[贵阳横滨こんにちは、。]{1,6}",
        Just("'".to_owned()),
        Just("''=SUM(A1)".to_owned()),
        Just("[\"a\"]".to_owned()),
        Just("one; two".to_owned()),
    ]
    .prop_filter("a text has letters", |text| !text.trim().is_empty())
}

fn text() -> impl Strategy<Value = Text> {
    let forms = proptest::collection::vec(proptest::option::of(words()), 3);
    prop_oneof![
        words().prop_map(Text::plain),
        forms.prop_filter_map("a text has a form", |forms| {
            let mut text = Text::default();
            for (language, form) in Language::ALL.into_iter().zip(&forms) {
                form.iter().for_each(|form| text.set(language, form.clone()));
            }
            (text != Text::default()).then_some(text)
        }),
    ]
}

fn prose() -> impl Strategy<Value = Text> {
    prop_oneof![text(), (words(), words()).prop_map(|(one, two)| Text::plain(format!("{one}\n\n{two}")))]
}

fn placed<T>(value: T) -> Spanned<T> {
    Spanned { value, span: Default::default() }
}

fn date() -> impl Strategy<Value = Spanned<Date>> {
    let dates =
        ["2020-03-05", "2020", "1992~", "[2014,2017]", "[..2020]", "2020-01~/2020-03~", "-0043", "2020-XX", "1985/.."];
    proptest::sample::select(dates.to_vec()).prop_map(|date| placed(date.parse().expect("EDTF")))
}

fn event() -> impl Strategy<Value = EventRecord> {
    let goods = (text(), proptest::option::of(0..u64::from(u32::MAX))).prop_map(|(what, count)| Goods { what, count });
    let claim = (date(), proptest::option::of(prose())).prop_map(|(date, note)| Claim {
        date,
        sources: vec![placed("s-0".to_owned())],
        note,
    });
    let citation = (proptest::option::of(prose()), any::<bool>()).prop_map(|(note, announces)| Citation {
        source: placed("s-0".to_owned()),
        note: note.map(Box::new),
        announces,
    });
    let tags = proptest::collection::vec(words().prop_map(placed), 0..3);
    let lists = (
        proptest::collection::vec(goods, 0..2),
        proptest::collection::vec(claim, 0..2),
        proptest::collection::vec(citation, 0..2),
        tags,
    );
    let facts = (proptest::option::of(date()), any::<bool>(), any::<bool>(), any::<bool>());
    (text(), proptest::option::of(prose()), facts, lists).prop_map(|(title, summary, facts, lists)| {
        let (date, inferred, online, linked) = facts;
        let (goods, claims, sources, tags) = lists;
        let ids = |id: &str| -> Vec<Id> { if linked { vec![placed(id.to_owned())] } else { Vec::new() } };
        EventRecord {
            date,
            basis: if inferred { Basis::Inferred } else { Basis::Stated },
            category: ids("c-0").pop(),
            title,
            summary: summary.unwrap_or_default(),
            from: ids("a-0"),
            to: ids("a-0"),
            actors: ids("a-0"),
            place: ids("p-0").pop(),
            online,
            goods,
            claims,
            sources,
            tags,
            ..EventRecord::default()
        }
    })
}

/// A chronology with a record of every kind, and events that refer to them and each other.
fn records() -> impl Strategy<Value = Records> {
    let others =
        (text(), prose(), text(), text(), text(), text(), proptest::option::of(prose()), proptest::option::of(text()));
    let aliases = proptest::collection::vec(words(), 0..3);
    let symbols = proptest::option::of(proptest::sample::select(vec!["=", "+", "@", "'", "✚"]));
    (others, aliases, symbols, date(), proptest::collection::vec(event(), 0..5)).prop_map(
        |((title, summary, category, place, actor, source, note, role), aliases, symbol, published, mut events)| {
            for (at, event) in events.iter_mut().enumerate() {
                event.id = placed(format!("e-{at}"));
                // Backwards only: no circle.
                if at % 2 == 1 {
                    let before = placed(format!("e-{}", at - 1));
                    event.after = vec![before.clone()];
                    event.reply_to = vec![before];
                }
            }
            let id = |id: &str| placed(id.to_owned());
            let steps = events.iter().map(|event| StepRecord { event: event.id.clone(), note: note.clone() }).collect();
            Records {
                heading: Heading { title: title.clone(), summary, languages: vec![Language::En, Language::Zh] },
                categories: vec![CategoryRecord {
                    id: id("c-0"),
                    name: category,
                    symbol: symbol.map(str::to_owned),
                    ..CategoryRecord::default()
                }],
                places: vec![PlaceRecord {
                    id: id("p-0"),
                    name: place,
                    country: Some(id("JP")),
                    latitude: Some(-40.36),
                    longitude: Some(100.0),
                    ..PlaceRecord::default()
                }],
                actors: vec![ActorRecord {
                    id: id("a-0"),
                    kind: ActorKind::Person,
                    name: actor,
                    aliases,
                    role,
                    place: Some(id("p-0")),
                    ..ActorRecord::default()
                }],
                sources: vec![SourceRecord {
                    id: id("s-0"),
                    title: source,
                    publisher: Some(title),
                    published: Some(published),
                    url: Some(id("https://a.example/?b=c&d;e")),
                    language: Some("zh-Hans".to_owned()),
                    note,
                    ..SourceRecord::default()
                }],
                events: events.into_iter().map(Box::new).collect(),
                tours: vec![TourRecord { id: id("t-0"), title: Text::plain("A tour"), steps, ..TourRecord::default() }],
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_chronology_comes_back_from_a_table_without_any_loss(records in records()) {
        let before = content(&toml(&records));
        let imported = Importer::find("csv").expect("a format").import(&export(&before, "csv")).expect("a table");
        let after = content(&imported.text);
        prop_assert_eq!(canonical(&after.chronology), canonical(&before.chronology));
        prop_assert_eq!(imported.notes, Vec::<String>::new());
        // What is wrong with the one, such as dates that contradict an order, is with the other.
        prop_assert_eq!(after.problems.len(), before.problems.len(), "{}{}", told(&after), told(&before));
    }

    #[test]
    fn no_text_makes_an_importer_panic_or_write_a_faulty_file(
        text in "(BEGIN:VCALENDAR\n|BEGIN:VEVENT\n|SUMMARY:|DTSTART:|X-EDTF:|id,title,date,sources\n|[-0-9a-zé\\[\\]{},;:\"'/ \n\u{202e}\u{0}]){0,40}"
    ) {
        for importer in IMPORTERS {
            for text in [text.clone(), format!("id,title,date\n{text}"), format!("Year,Headline,Display Date\n{text}")] {
                if let Ok(imported) = importer.import(&text) {
                    prop_assert_eq!(imported.problems, "", "{}: {}", importer.id, imported.text);
                }
            }
        }
    }
}

// --- others' files

/// The lines that an imported file must have, and the notes.
fn check(format: &str, text: &str, lines: &[&str], notes: &[&str]) {
    let imported = import(format, text);
    for line in lines {
        assert!(imported.text.lines().any(|other| other == *line), "{format}: {line}\n{}", imported.text);
    }
    for note in notes {
        assert!(imported.notes.iter().any(|other| other.contains(note)), "{format}: {note}\n{:?}", imported.notes);
    }
    assert_eq!(imported.notes.len(), notes.len(), "{format}: {:?}", imported.notes);
}

#[test]
fn slides_of_timelinejs_become_events() {
    let text = r#"{ "title": { "text": { "headline": "Women in Computing", "text": "<p>From 1843.</p>" } },
        "eras": [{ "start_date": { "year": 1930 }, "end_date": { "year": 1950 }, "text": { "headline": "War" } }],
        "font": "Lora", "events": [
            { "start_date": { "year": "1843" }, "display_date": "c. 1843", "group": "Books &amp; papers",
              "text": { "headline": "Ada&#39;s <b>Notes</b>", "text": "She wrote <a href=\"https://a.example/notes\">notes</a>." },
              "media": { "url": "https://a.example/picture.jpg", "caption": "<i>Ada</i>", "credit": "A. Painter" } },
            { "start_date": { "year": 1948 }, "text": { "headline": "Quote" }, "media": { "url": "<blockquote>No demand.</blockquote>" } },
            { "start_date": { "year": 1941, "month": 12, "day": 7 }, "end_date": { "year": 1942 }, "text": { "headline": "Two years" } },
            { "start_date": { "year": 1950, "month": 1, "day": 1 }, "display_date": "when the moon was full", "text": { "headline": "Moon" } },
            { "start_date": { "year": 1914, "month": 7, "day": 28 }, "end_date": { "year": 1918, "month": 11, "day": 11 },
              "display_date": "1914-18", "text": { "headline": "War" } },
            { "start_date": { "year": 1950, "month": 3, "day": 3 }, "display_date": "Friday, March 3", "text": { "headline": "A Friday" } },
            { "start_date": { "year": 1950, "hour": 12 }, "display_date": "undated", "text": { "headline": "Lost" } },
            { "start_date": { "year": 2019 }, "display_date": "March 2020", "text": { "headline": "At odds" } },
            { "text": {} }, null, 5,
            { "text": "Bare", "location": { "lat": 1 }, "autolink": "" }, { "location": {}, "start_date": { "year": 1999, "format": "yyyy" } },
            { "start_date": { "year": 1914, "month": 7, "day": 28 }, "end_date": { "year": 1918 }, "display_date": "1914", "text": { "headline": "Long" } },
            { "start_date": { "year": 1961, "month": 5, "day": 3, "display_date": "May 1961" }, "end_date": { "year": 1961, "month": 6, "day": 4 },
              "text": { "headline": "Half in words" } },
            { "start_date": { "year": 1962, "month": 5, "day": 3, "display_date": "3 May" }, "display_date": "spring 1962", "text": { "headline": "Twice" } } ] }"#;
    check(
        "timelinejs",
        text,
        &[
            "title = \"Women in Computing\"",
            "summary = \"From 1843.\"",
            "id = \"adas-notes\"",
            "title = \"Ada's Notes\"",
            "date = \"1843~\"",
            "name = \"Books & papers\"",
            "url = \"https://a.example/picture.jpg\"",
            "date = \"1941-12-07/1942\"",
            "summary = \"when the moon was full (stood on 1950-01-01)\"",
            "summary = \"1914-18 (stood on 1914-07-28/1918-11-11)\"",
            "date = \"1950-03-03\"",
            "title = \"Ada · A. Painter\"",
            "summary = \"No demand.\"",
            "title = \"event 9\"",
            "date = \"2019\"",
            "date = \"1914\"",
            "date = \"1961-05/1961-06-04\"",
            "date = \"1962-21\"",
        ],
        &[
            "War`: is an era",
            "`Moon`: `when the moon was full` stands in the summary (stood on 1950-01-01); the event has no date",
            "`War`: `1914-18` stands in the summary (stood on 1914-07-28/1918-11-11)",
            "`null`: stands among the events, but is no slide",
            "`5`: stands among the events, but is no slide",
            "`font`: this key of the timeline is left out",
            "`location`: this key of 2 slides is left out",
            "`start_date.format`: this key of 1 slide is left out",
            "`text`: this key of 1 slide is left out",
            "`Lost`: is undated; the stand-in 1950",
            "`Lost`: its time of day is left out",
            "`At odds`: `March 2020` stands in the summary",
            "`Long`: its date is 1914, as it says; its days 1914-07-28/1918 are left out",
        ],
    );
}

#[test]
fn sheets_of_timelinejs_become_events() {
    let text = "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Type,Group\r\n\
                ,,,,,,,,,\"A title, with a comma\",,,title,\r\n\
                \"1,066\",10,14,,,,,,,Hastings,\"<p>A battle</p>\",,,War\r\n\
                2020,3,1,,,,,,2020年3月某日,口罩,,,,\r\n";
    let lines = ["title = \"A title, with a comma\"", "date = \"1066-10-14\"", "date = \"2020-03\"", "id = \"口罩\""];
    check("timelinejs-csv", text, &lines, &[]);
    let lossy = "Year,Month,Day,End Time,Headline,Media,Media Thumbnail,Alt Text,Type,Group\n\
                 ,,,,Head,https://a.example/x.jpg,,,title,\n-44,3,15,,Ides,,,,,\n2020,1,2,10:30,One,,https://a.example/t.jpg,A face,,\n2015,13,1,,Two,,,,,\n";
    let told =
        ["`Head`: its media", "`One`: its thumbnail", "its alternative text", "its time of day", "`Two`: its date"];
    check("timelinejs-csv", lossy, &["summary = \"2015-13-1\"", "date = \"-0043-03-15\""], &told);
    let odd = "Year,Headline,Year,Mood\n1969,Moon,1970,good\n";
    check("timelinejs-csv", odd, &["date = \"1969\""], &["`year`: another column", "`mood`: this column is left out"]);
    let old = "Start Date,End Date,Headline,Text,Media,Tag\n12/31/1999,1/1/2000,Night,,,Feast\n1969,,Moon,,,\n";
    check("timelinejs-csv", old, &["date = \"1999-12-31/2000-01-01\"", "name = \"Feast\"", "date = \"1969\""], &[]);
}

#[test]
fn calendars_become_events() {
    let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Visits\\, 2020\r\nBEGIN:VEVENT\r\nUID:visit@office.example\r\n\
                DTSTART;VALUE=DATE:20201021\r\nDTEND;VALUE=DATE:20201024\r\nSUMMARY:A visit\\; with a lo\r\n ng title\r\n\
                LOCATION:Guiyang\r\nGEO:26.65;106.63\r\nCATEGORIES:visit,first\\,large\r\n\
                ATTENDEE;CN=\"Chen: Yan\":mailto:c@a.example\r\nEND:VEVENT\r\n\
                BEGIN:VEVENT\r\nUID:0A1B2C3D-4455\r\nDTSTART;TZID=Asia/Shanghai:20201021T090000\r\nRRULE:FREQ=DAILY\r\n\
                SUMMARY:Talks\r\nBEGIN:VALARM\r\nSUMMARY:Ring\r\nEND:VALARM\r\nRELATED-TO:visit@office.example\r\nEND:VEVENT\r\n\
                BEGIN:VEVENT\r\nSTATUS:TENTATIVE\r\nDTSTART;VALUE=DATE:20200301\r\nDTEND;VALUE=DATE:20200401\r\n\
                SUMMARY:(March 2020) Goods\r\nEND:VEVENT\r\nBEGIN:VTODO\r\nSUMMARY:Call\r\nEND:VTODO\r\nEND:VCALENDAR\r\n";
    check(
        "ics",
        text,
        &[
            "title = \"Visits, 2020\"",
            "id = \"visit\"",
            "title = \"A visit; with a long title\"",
            "date = \"2020-10-21/2020-10-23\"",
            "latitude = 26.65",
            "tags = [\"first,large\"]",
            "name = \"Chen: Yan\"",
            "id = \"talks\"",
            "part_of = \"visit\"",
            "date = \"2020-10-21\"",
            "date = \"2020-03\"",
            "title = \"Goods\"",
        ],
        &["Talks`: it recurs", "Talks`: its time of day", "Talks`: RRULE, VALARM are left out", "Call`: is a VTODO"],
    );
}

#[test]
fn an_entry_of_a_calendar_is_taken_over_or_told() {
    // The lines of an entry, its date, and what is told of it.
    for (lines, date, told) in [
        ("DTSTART;VALUE=DATE:20200305\nDURATION:P1W", "2020-03-05/2020-03-11", &[][..]),
        ("DTSTART;VALUE=DATE:20200305\nDURATION:P1D", "2020-03-05", &[]),
        ("DTSTART:20200305T230000\nDURATION:PT3H", "2020-03-05/2020-03-06", &["time of day"]),
        ("DTSTART:20200305T210000Z\nDURATION:PT3H", "2020-03-05", &["time of day"]),
        ("DTSTART:20200305T090000\nDURATION:P1DT12H30M", "2020-03-05/2020-03-06", &["time of day"]),
        ("DTSTART:20200305T230000\nDTEND:20200306T000000", "2020-03-05", &["time of day"]),
        ("DTSTART;VALUE=DATE:20200305\nDTEND;VALUE=DATE:20200305", "2020-03-05", &[]),
        ("DTSTART;VALUE=DATE:20200305\nDURATION:-P1W", "2020-03-05", &["its DURATION is left out"]),
        ("DTSTART;VALUE=DATE:20200305\nDTEND;VALUE=DATE:20200301", "2020-03-05", &["its DTEND is left out"]),
        ("DTSTART;VALUE=DATE:20200305\nURL:https://a.example\nURL:https://b.example", "2020-03-05", &["one URL:"]),
        (
            "DTSTART;VALUE=DATE:20200305\nRDATE:20210305\nEXDATE:20220305",
            "2020-03-05",
            &["recurs", "RDATE, EXDATE are"],
        ),
        ("DTSTART;VALUE=DATE:20200305\nBEGIN:VALARM\nACTION:AUDIO\nEND:VALARM", "2020-03-05", &["VALARM is left out"]),
        (
            "DTSTART;VALUE=DATE:20200305\nCOMMENT:Bring tea\nX-MOOD:good\nCLASS:PRIVATE",
            "2020-03-05",
            &["COMMENT, X-MOOD, CLASS"],
        ),
        ("DTSTART;VALUE=DATE:20200305\nGEO:26.65;106.63", "2020-03-05", &["GEO is left out"]),
        ("DTSTART;VALUE=DATE:20200305\nSTATUS:TENTATIVE", "2020-03-05", &["tentative"]),
        ("DTSTART;VALUE=DATE:20200305\nRELATED-TO:nobody@x", "2020-03-05", &["RELATED-TO is"]),
        ("DTSTART;VALUE=DATE:20200305\nRELATED-TO;RELTYPE=SIBLING:it@x", "2020-03-05", &["RELATED-TO is"]),
        ("DTSTART;VALUE=DATE:20200301\nDTEND;VALUE=DATE:20200401\nX-EDTF:2020-03~", "2020-03~", &[]),
        ("DTSTART;VALUE=DATE:20140101\nDTEND;VALUE=DATE:20180101\nX-EDTF:[2014\\,2017]", "[2014,2017]", &[]),
        // Somebody moved it after annals wrote it.
        ("DTSTART;VALUE=DATE:20210301\nX-EDTF:2020-03~", "2021-03-01", &["X-EDTF is"]),
        ("DTSTART:tomorrow", "", &["DTSTART is no day"]),
    ] {
        let text = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:it@x\nSUMMARY:It\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n");
        let imported = import("ics", &text);
        let found = &content(&imported.text).chronology.events[0].record.date;
        assert_eq!(found.as_ref().map_or_else(String::new, |date| date.value.to_string()), date, "{lines}");
        assert_eq!(imported.notes.len(), told.len(), "{lines}: {:?}", imported.notes);
        for (note, told) in imported.notes.iter().zip(told) {
            assert!(note.starts_with("`It`: ") && note.contains(told), "{lines}: {note}");
        }
    }
}

#[test]
fn a_calendar_gives_back_names_and_ids() {
    // The lines of an entry, and one of the file made of it.
    for (lines, line) in [
        ("UID:e69@events.toml", "id = \"e69\""),
        ("UID:e69@office.example", "id = \"it\""),
        ("ATTENDEE;ROLE=CHAIR;CN=\"Doe; Jane\":mailto:j@a.example", "name = \"Doe; Jane\""),
        ("ORGANIZER;cn=Jane:mailto:j@a.example", "name = \"Jane\""),
        ("ATTENDEE:mailto:j@a.example", "name = \"j@a.example\""),
    ] {
        let text = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:It\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n");
        check("ics", &text, &[line], &[]);
    }
}

#[test]
fn markwhen_timelines_become_events() {
    let text = "---\ntitle: My life\n#work: red\ndescription: |\n  One line\n  and another\n---\n// a comment\nsection School\n\
                1998-09 / 2002-06: [Vienna](location) school #exam\n\
                id: school\nIt was **long**: see [the page](https://a.example/b_(c)).\nendSection\n12/2012: Month first\n\
                Dec 25 2013 - 2014: A year #home #big\nafter !school 2 weeks: Holidays\n2020-01-01T10:00:00Z: Morning\n";
    check(
        "markwhen",
        text,
        &[
            "title = \"My life\"",
            "One line",
            "and another\"\"\"",
            "name = \"School\"",
            "id = \"school\"",
            "title = \"Vienna school\"",
            "date = \"1998-09/2002-06\"",
            "tags = [\"exam\"]",
            "summary = \"It was **long**: see the page.\"",
            "url = \"https://a.example/b_(c)\"",
            "date = \"2012-12\"",
            "date = \"2013-12-25/2014\"",
            "name = \"home\"",
            "after = [\"school\"]",
            "date = \"2020-01-01T10:00:00Z\"",
            "title = \"Morning\"",
        ],
        &[
            "`#work`: of the header is left out",
            "1 line of comments",
            "`Holidays`: `after !school 2 weeks` is kept as order",
        ],
    );
}

#[test]
fn every_line_of_markwhen_is_an_event_or_told() {
    // What stands before the colon: the date, and what is told.
    for (said, date, told) in [
        ("2020", "2020", ""),
        ("2020-03-05", "2020-03-05", ""),
        ("2020-03-05 10:30", "2020-03-05", "time of day"),
        ("2020-01-01T10:00:00Z / 2020-01-02T09:30:00Z", "2020-01-01/2020-01-02", "time of day"),
        ("2026 / 2027", "2026/2027", ""),
        ("2025 - 2026", "2025/2026", ""),
        ("2025-2026", "2025/2026", ""),
        ("2020-01-01/1 week", "2020-01-01/2020-01-07", ""),
        ("2020-01-31 / 1 month", "2020-01-31/2020-02-28", ""),
        ("2020-01-01 / 2 days 3 hours", "2020-01-01/2020-01-02", ""),
        ("2025 / 5 months", "2025", "length"),
        ("March 2 2028", "2028-03-02", ""),
        ("dec 2 1989 - now", "1989-12-02/..", "still going on"),
        ("2019-01-01/now every other year", "2019-01-01/..", "recurs"),
        ("Dec 7, 1941 7pm", "1941-12-07", "time of day"),
        ("12/31/2012 - 1/2/2013", "2012-12-31/2013-01-02", ""),
        ("09/09/1999 every 3 months x29", "1999-09-09", "recurs"),
        ("Dec 19 every 12 week days for 9 times", "", "recurs"),
        ("2020-W05", "2020-01-27/2020-02-02", ""),
        ("2020-W05-3", "2020-01-29", ""),
        ("300 - 200 BC", "-0299/-0199", ""),
        ("50 BCE – 50 CE", "-0049/0050", ""),
        ("now", "", "a day that changes"),
        ("8am", "", "without its day"),
        ("2020-05-05 9am - 5pm", "2020-05-05", "time of day"),
        ("December 18-20 2022", "2022-12-18/2022-12-20", ""),
        ("5 months", "", "counted from the event before"),
        ("5 months / 5 days", "", "counted from the event before"),
        ("by !other / 3 days", "", "order, `before`"),
        ("!other - 5 weeks", "", "counted from another"),
        ("2020-05 - 2020-03", "2020-05", "before it begins"),
        ("31/12/2012", "", "no date"),
    ] {
        let text = format!("2000: Other\nid: other\n{said}: The title: with a colon #tag\nIts text\n");
        let imported = import("markwhen", &text);
        let content = content(&imported.text);
        let is_it = |event: &&annals::chronology::Event| {
            event.record.title.read(Language::En, &[]) == "The title: with a colon"
        };
        let event = content.chronology.events.iter().find(is_it).unwrap_or_else(|| panic!("{said}: {}", imported.text));
        let found = event.record.date.as_ref().map_or_else(String::new, |date| date.value.to_string());
        assert_eq!(found, date, "{said}");
        let notes: Vec<&String> = imported.notes.iter().collect();
        assert_eq!(notes.len(), usize::from(!told.is_empty()), "{said}: {notes:?}");
        assert!(notes.iter().all(|note| note.contains(told)), "{said}: {notes:?}");
        let summary = event.record.summary.read(Language::En, &[]);
        assert_eq!(summary.contains(said), !told.is_empty(), "{said}: what is lost stands in the summary: {summary}");
    }
    let text = "title: No fences\ntimezone: +5\ndateFormat: d/M/y\n\n# A part #all\ntz: +6\n## Inner\n1/2/2020: Day first\n\
                contact: me\n\nNote: at 10:30 lunch\n10:30 tea\n// aside\n";
    check(
        "markwhen",
        text,
        &[
            "title = \"No fences\"",
            "date = \"2020-02-01\"",
            "name = \"Inner\"",
            "tags = [\"all\", \"A part\"]",
            "contact: me",
            "Note: at 10:30 lunch",
            "10:30 tea\"\"\"",
        ],
        &["`timezone`: of the header", "`tz: +6`: belongs to no event", "1 line of comments"],
    );
}

#[test]
fn tables_of_others_become_events() {
    let text = "Name;Date;People;Lane;Colour\n\"Letter; to the mayor\";circa March 2020;Chen Yan, mayor;letters;red\n\
                Visit;some time later;;;\n";
    check(
        "csv",
        text,
        &[
            "title = \"Letter; to the mayor\"",
            "date = \"2020-03~\"",
            "name = \"Chen Yan, mayor\"",
            "actors = [\"chen-yan-mayor\"]",
            "category = \"letters\"",
            "summary = \"some time later\"",
        ],
        &[
            "colour`: this column is left out",
            "`Visit`: `some time later` stands in the summary",
            "letters`: is referred to",
        ],
    );
}

#[test]
fn tables_of_calendars_become_events() {
    check(
        "csv",
        "Subject,Start Date,End Date,All Day Event,Description,Location\n\
         Visit,10/21/2020,10/23/2020,TRUE,Three days,Guiyang\nVisit,5/6/2020,5/6/2020,TRUE,,\n",
        &[
            "date = \"2020-10-21/2020-10-23\"",
            "date = \"2020-05-06\"",
            "summary = \"Three days\"",
            "place = \"Guiyang\"",
        ],
        &[
            "`Guiyang`: is referred to, but not described",
            "`all day event`: this column is left out",
            "`Visit`: is the title of more than one event; this one has the id visit-2",
        ],
    );
    check("csv", "title,date\nA,31/12/2020\nB,1/2/2020\n", &["date = \"2020-02-01\""], &[]);
    check("csv", "title,date\nB,1/2/2020\n", &["date = \"2020-01-02\""], &["the month is read first"]);
    check("csv", "id,title\na,A\na,B\n", &["id = \"a-2\""], &["`a`: is the id of more than one event"]);
    check("csv", "title,start,end\nA,c. 1920,1930\nB,May,June\n", &["date = \"1920~/1930\""], &["`May – June` stands"]);
}

#[test]
fn a_cell_of_a_date_is_read_or_told() {
    // The cell, its date, and what is told of it.
    for (said, date, told) in [
        ("since 2014", "2014/..", ""),
        ("until 1920", "/1920", ""),
        ("before 1920", "[..1920]", ""),
        ("2020-03-05 10:00", "2020-03-05", "`2020-03-05 10:00`, the time of day is left out"),
        ("2020-03-05T10:00", "2020-03-05", "time of day"),
        ("2020-03-05T10:00:00Z", "2020-03-05T10:00:00Z", ""),
        ("31/12/2020 10:00 PM", "2020-12-31", "time of day"),
        ("5 March 2020, 10:00", "2020-03-05", "time of day"),
        ("dinner 10:00", "", "`dinner 10:00` stands in the summary"),
        ("20200305", "2020-03-05", ""),
        ("05.03.2020", "2020-03-05", ""),
        ("Q3 2019", "2019-35", ""),
    ] {
        let imported = import("csv", &format!("title,date\nIt,\"{said}\"\n"));
        let found = &content(&imported.text).chronology.events[0].record.date;
        assert_eq!(found.as_ref().map_or_else(String::new, |date| date.value.to_string()), date, "{said}");
        assert_eq!(imported.notes.len(), usize::from(!told.is_empty()), "{said}: {:?}", imported.notes);
        assert!(imported.notes.iter().all(|note| note.starts_with("`It`: ") && note.contains(told)), "{said}");
    }
}

#[test]
fn what_is_exported_comes_back_with_its_dates() {
    let before = content(EVENTS);
    for (format, exact) in [("ics", true), ("markwhen", true), ("timelinejs", false), ("timelinejs-csv", false)] {
        let after = content(&import(format, &export(&before, format)).text);
        assert_eq!(told(&after), "", "{format}");
        for event in &before.chronology.events {
            let title = before.chronology.read(&event.record.title, Language::En);
            let found =
                after.chronology.events.iter().find(|other| other.record.title.read(Language::En, &[]) == title);
            let found = found.unwrap_or_else(|| panic!("{format}: {title}"));
            if exact {
                assert_eq!(
                    found.record.date.as_ref().map(|date| &date.value),
                    event.record.date.as_ref().map(|date| &date.value)
                );
            }
            assert!(found.record.date.is_some(), "{format}: {title}");
        }
    }
}

#[test]
fn what_has_no_day_in_markwhen_comes_back_from_its_comments() {
    let before = content(crate::export::ODD);
    let after = content(&import("markwhen", &export(&before, "markwhen")).text);
    let told = |content: &Content| -> Vec<(String, Option<String>)> {
        let dates = content.chronology.events.iter().map(|event| {
            let date = event.record.date.as_ref().map(|date| date.value.to_string());
            (event.id().to_owned(), date)
        });
        dates.collect()
    };
    assert_eq!(told(&after), told(&before));
}

#[test]
fn a_day_that_only_bounds_an_event_comes_back_from_markwhen_as_its_bound() {
    let before = content(
        "format = 1\n[[source]]\nid = \"s\"\ntitle = \"S\"\npublished = \"2020-10-26\"\n\
         [[event]]\nid = \"first\"\ndate = \"2020-01-13\"\ntitle = \"First\"\n\
         [[event]]\nid = \"within\"\ntitle = \"Within\"\nafter = [\"first\"]\nsources = [\"s\"]\n\
         [[event]]\nid = \"later\"\ntitle = \"Later\"\nafter = [\"first\"]\n\
         [[event]]\nid = \"earlier\"\ntitle = \"Earlier\"\nsources = [\"s\"]\n",
    );
    let dates = ["date = \"[2020-01-13..2020-10-26]\"", "date = \"[2020-01-13..]\"", "date = \"[..2020-10-26]\""];
    check("markwhen", &export(&before, "markwhen"), &dates, &[]);
}

#[test]
fn a_title_of_markwhen_may_look_like_a_date() {
    check(
        "markwhen",
        "1918: 11 November: armistice\n2020-05-02: 2021: too late\n",
        &["date = \"1918\"", "title = \"11 November: armistice\"", "title = \"2021: too late\""],
        &[],
    );
}

#[test]
fn what_is_too_much_or_no_id_is_told() {
    let many = format!("title\n{}", "x\n".repeat(100_001));
    let refusal = Importer::find("csv").expect("a format").import(&many).expect_err("too many");
    assert_eq!(refusal, "has more than 100000 events, the most that annals imports");
    check("csv", "title,sources\nA,[[[\n", &["title = \"A\""], &["`: 1 of its sources cannot be read"]);
}

// --- dates in words

/// Dates of every kind, alone, in spans and in sets.
fn any_date() -> impl Strategy<Value = Spanned<Date>> {
    let single = || {
        let dates = ["2020-03-15", "2020-03", "2020", "0050", "-0043-03-15", "Y-17000", "192X", "2020-21", "2020-XX"];
        let more = ["2020-10-21", "2020-03-15~", "1985?", "?2004-06-~11", "XXXX", "2019-12", "2020-04-02", "2004-1X"];
        proptest::sample::select([&dates[..], &more[..]].concat())
    };
    prop_oneof![
        single().prop_map(str::to_owned),
        (single(), single()).prop_map(|(from, to)| format!("{from}/{to}")),
        (single(), single()).prop_map(|(from, to)| format!("..{from}/{to}..")),
        (single(), any::<bool>()).prop_map(|(date, open)| format!("{date}/{}", if open { ".." } else { "" })),
        single().prop_map(|date| format!("../{date}")),
        single().prop_map(|date| format!("[..{date}]")),
        (single(), single()).prop_map(|(from, to)| format!("[{from}..{to}]")),
        (proptest::collection::vec(single(), 1..4), any::<bool>()).prop_map(|(dates, is_one)| {
            let dates = dates.join(",");
            if is_one { format!("[{dates}]") } else { format!("{{{dates}}}") }
        }),
    ]
    .prop_filter_map("it is EDTF", |text| text.parse().ok().map(placed))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_slide_comes_back_more_exact_than_it_was(
        dates in proptest::collection::vec(proptest::option::of(any_date()), 1..6),
        before in any::<bool>(),
    ) {
        let events = dates.into_iter().enumerate().map(|(at, date)| EventRecord {
            id: placed(format!("e-{at}")),
            title: Text::plain(format!("Event {at}")),
            date,
            // What others say of it narrows what its own date does.
            before: (before && at > 0).then(|| placed("e-0".to_owned())).into_iter().collect(),
            ..EventRecord::default()
        });
        let before = content(&toml(&Records { events: events.map(Box::new).collect(), ..Records::default() }));
        for (format, language) in ["timelinejs", "timelinejs-csv"].into_iter().flat_map(|format| Language::ALL.map(|language| (format, language))) {
            let selection = Selection::all(&before.chronology, &before.documents, language);
            let text = (Format::find(format).expect("a format").write)(&selection).expect("it is written").text;
            let imported = Importer::find(format).expect("a format").import(&text).expect("it is of this format");
            let after = content(&imported.text);
            for event in before.chronology.events.iter() {
                let title = |event: &annals::chronology::Event| event.record.title.read(language, &[]).to_owned();
                let found = after.chronology.events.iter().find(|other| title(other) == title(event)).expect("the event");
                let words = selection.when(event).unwrap_or_default();
                match &found.record.date {
                    Some(date) => prop_assert_eq!(date.value.bounds(), event.bounds, "{} {} of {}", format, words, event.id()),
                    None => {
                        let kept = found.record.summary.read(language, &[]);
                        let is_known = !words.is_empty() && !event.bounds.is_open();
                        prop_assert!(!is_known || kept.contains(&words), "{} {}: {}", format, words, kept);
                    }
                }
            }
        }
    }
}

// --- the command

#[test]
fn the_command_prints_a_file_and_tells_what_it_lacks() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        fs::write(&path, bytes).expect("the test's folder can be written");
        path.to_str().expect("UTF-8").to_owned()
    };
    let run = |format: &str, path: &str| {
        outcome(&annals(&["import", "--from", format, path]).output().expect("the program runs"))
    };
    let (text, errors, status) = run("csv", &file("import.csv", b"title,when\nA letter,May\n"));
    assert_eq!(
        (errors.as_str(), status),
        (
            "annals: not taken over from csv:\n  `when`: this column is left out: events have nothing of that name\n",
            Some(0)
        )
    );
    assert_eq!(told(&content(&text)), "");
    let (text, errors, status) = run("timelinejs", &file("import.json", b"{}"));
    assert_eq!((text.as_str(), status), ("", Some(1)));
    assert!(errors.contains("found no list `events`"), "{errors}");
    let (_, errors, status) = run("ics", &file("import.ics", b"\xff\xfe"));
    assert!(errors.contains("is not UTF-8 at byte 1") && status == Some(1), "{errors}");
    // Statements that cannot all be true come over as they are, and are told.
    let circle = file("circle.csv", b"id,title,after\na,A,b\nb,B,a\n");
    let (text, errors, status) = run("csv", &circle);
    assert!(text.contains("after = [\"b\"]") && errors.contains("error[cycle]") && status == Some(1), "{errors}");
}

#[test]
fn a_table_loses_nothing_in_silence() {
    let import = |text: &str| annals::exchange::Importer::find("csv").expect("the importer").import(text);
    let told = |text: &str| import(text).expect("a table").notes.join("\n");
    assert!(told("date,title\n2020,Mayor, first\n").contains("1 row has more cells than the header"));
    let notes = told("date,title,url,mood\n2020,X,https://e.org,hello\n");
    assert!(notes.contains("`url`") && notes.contains("`mood`"), "{notes}");
    check("csv", "title,title\nA,B\n", &["title = \"A\""], &["`title`: another column of this name"]);
    check("csv", "title,notes\nA,Said\n", &["summary = \"Said\""], &[]);
    let both = "title,text,note\nA,One,Two\nB,,Three\n";
    check("csv", both, &["summary = \"One\"", "summary = \"Three\""], &["`note`: is left out in 1 row"]);
    let unclosed = import("date,title\n2020,\"A\n2021,B\n2022,C\n").expect_err("a quote that is never closed");
    assert!(unclosed.contains("never closed"), "{unclosed}");
}
