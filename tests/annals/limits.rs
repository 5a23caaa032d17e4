//! How much of a file is read, told and shown, however much there is of it.

use crate::problems::read_one;
use annals::date::Language;
use annals::file::{Style, render};

#[test]
fn a_file_that_was_never_a_chronology_tells_no_end_of_problems() {
    for text in ["x\n".repeat(30_000), "[[event]]\n".repeat(12_000)] {
        let (_, problems, _) = read_one(&text);
        assert!((1_000..=10_001).contains(&problems.len()), "{}", problems.len());
    }
    let (records, problems, _) = read_one(&"[[event]]\n".repeat(12_000));
    assert_eq!(records.events.len(), 12_000, "no event is lost with what is wrong in it");
    assert!(
        problems
            .last()
            .is_some_and(|last| last.message == "there are more than 10000 problems; the others are not told")
    );
}

#[test]
fn a_text_of_any_length_is_shown_so_far() {
    let text = format!("[[event]]\nid = \"a\"\ntitle = \"{}\"\n", "好".repeat(2_001));
    let (records, problems, documents) = read_one(&text);
    assert_eq!(records.events[0].title.read(Language::Zh, &[]).chars().count(), 2_001, "with a sign at its end");
    let told = render(&problems, &documents, Style::Short);
    assert!(told.contains("`title`: found 2001 characters, expected at most 2000; the rest is not shown"), "{told}");
}

#[test]
fn a_record_of_endless_values_is_read_up_to_them() {
    let many = "1,".repeat(300_000);
    let text = format!(
        "[[event]]\nid = \"a\"\ntitle = \"x\"\nmany = [{many}]\nsummary = \"y\"\n[[event]]\nid = \"b\"\ntitle = \"z\"\n"
    );
    let (records, problems, documents) = read_one(&text);
    let lines = render(&problems, &documents, Style::Short);
    let expected = "f:5:499986: error[unreadable]: found more than 500000 values and signs in one record \
        or list, and left the rest of it out\n";
    assert_eq!(lines, expected);
    let events: Vec<(&str, &str)> =
        records.events.iter().map(|event| (&*event.id.value, event.title.read(Language::En, &[]))).collect();
    assert_eq!(events, [("a", "x"), ("b", "z")]);
}

#[test]
fn events_without_an_id_are_kept_as_long_as_they_are_few() {
    for (written, left_out) in [(100_000, 0), (100_001, 1), (350_000, 250_000)] {
        let (records, problems, _) = read_one(&"[[event]]\n".repeat(written));
        assert_eq!(records.events.len(), written - left_out);
        let said =
            format!("found {written} events without an id, and left {left_out} out: no more than 100000 are kept");
        assert_eq!(
            problems[0].message == said,
            left_out > 0,
            "it is told first, in {written}: {}",
            problems[0].message
        );
    }
}

#[test]
fn one_slip_in_a_long_file_costs_its_own_record() {
    let event = |number: usize| format!("[[event]]\nid = \"e{number}\"\ntitle = \"x\"\n");
    let long: String = (0..50_000).map(event).collect();
    let (records, problems, documents) = read_one(&format!("{long}[[event]]\nid = = \"y\"\n{}", event(50_000)));
    assert_eq!(records.events.len(), 50_002);
    let lines = render(&problems, &documents, Style::Short);
    assert!(lines.ends_with("f:150003:6: error[syntax]: not TOML: extra `=`, expected nothing\n"), "{lines}");
}

#[test]
fn texts_of_a_long_file_may_look_like_records() {
    let lines = "[[event]]\n".repeat(9);
    let event =
        |number: usize| format!("[[event]]\nid = \"e{number}\"\ntitle = \"x\"\nsummary = \"\"\"\n{lines}\"\"\"\n");
    let (records, problems, _) = read_one(&(0..20_000).map(event).collect::<String>());
    assert_eq!((records.events.len(), problems), (20_000, Vec::new()));
}
