//! Imports: files of other programs in, an events file out that has no fault.

mod calendar;
mod markwhen;
mod records;
mod table;
mod timelinejs;

use crate::common::{EVENTS, annals, content, outcome, told};
use annals::app::Content;
use annals::date::Language;
use annals::exchange::{Format, IMPORTERS, Imported, Importer, Selection};
use proptest::prelude::*;
use std::fs;
use std::path::PathBuf;

pub(super) fn import(format: &str, text: &str) -> Imported {
    let imported = Importer::find(format).expect("a format").import(text).expect("it is of this format");
    assert_eq!(imported.problems, "", "{}", imported.text);
    imported
}

pub(super) fn export(content: &Content, format: &str) -> String {
    let selection = Selection::all(&content.chronology, &content.documents, Language::En);
    (Format::find(format).expect("a format").write)(&selection).expect("it is written").text
}

/// The lines that an imported file must have, and the notes.
pub(super) fn check(format: &str, text: &str, lines: &[&str], notes: &[&str]) {
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

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
