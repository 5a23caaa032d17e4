//! TimelineJS in, its JSON and its sheets: slides become events, none more exact than it was.

use super::check;
use super::records::placed;
use crate::common::content;
use annals::date::{Date, Language};
use annals::exchange::{Format, Importer, Selection, toml};
use annals::file::{EventRecord, Records, Spanned, Text};
use proptest::prelude::*;

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
    .prop_filter_map("it is EDTF", |text| text.parse::<Date>().ok().map(placed))
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
