//! Markwhen in: each line is an event or told.

use super::{check, export, import};
use crate::common::content;
use annals::app::Content;
use annals::date::Language;

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
fn a_title_of_markwhen_may_look_like_a_date() {
    check(
        "markwhen",
        "1918: 11 November: armistice\n2020-05-02: 2021: too late\n",
        &["date = \"1918\"", "title = \"11 November: armistice\"", "title = \"2021: too late\""],
        &[],
    );
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
