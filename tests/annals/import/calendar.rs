//! Calendars in: each entry is taken over or told.

use super::{check, import};
use crate::common::content;

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
fn what_an_entry_without_a_title_loses_is_told_as_such() {
    let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1@x\nGEO:1;2\nEND:VEVENT\nBEGIN:VTODO\nEND:VTODO\nEND:VCALENDAR\n";
    let imported = import("ics", text);
    let expected = ["an entry without a title: GEO is left out", "an entry without a title: is a VTODO, and left out"];
    assert_eq!(imported.notes, expected);
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
