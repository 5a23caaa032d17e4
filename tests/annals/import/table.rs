//! Tables in: our own without any loss, those of others with a word on each.

use super::records::{canonical, records};
use super::{check, export, import};
use crate::common::{EVENTS, content, told};
use annals::exchange::{Importer, toml};
use proptest::prelude::*;

#[test]
fn our_own_table_comes_back_without_any_loss() {
    let before = content(EVENTS);
    let imported = import("csv", &export(&before, "csv"));
    assert_eq!(imported.notes, Vec::<String>::new());
    let after = content(&imported.text);
    assert_eq!(canonical(&after.chronology), canonical(&before.chronology));
    assert_eq!(export(&after, "csv"), export(&before, "csv"));
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

#[test]
fn what_is_too_much_or_no_id_is_told() {
    let many = format!("title\n{}", "x\n".repeat(100_001));
    let refusal = Importer::find("csv").expect("a format").import(&many).expect_err("too many");
    assert_eq!(refusal, "has more than 100000 events, the most that annals imports");
    check(
        "csv",
        "title,sources\nA,[[[\n",
        &["title = \"A\""],
        &["`A`: 1 of its sources cannot be read, and is left out"],
    );
}
