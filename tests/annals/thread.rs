//! Answers in, a small tree out.

use crate::common::{EVENTS, content};
use crate::lenses::edition;
use annals::date::Language;
use annals::view::Glyphs;
use annals::view::thread::tree;
use annals::view::width::columns;

/// A chronology of events, each written as `id: what it answers`, a day apart.
fn exchange(events: &[&str]) -> String {
    let events = events.iter().enumerate().map(|(at, event)| {
        let (id, answered) = event.split_once(':').expect("an id");
        let answered: Vec<String> = answered.split_whitespace().map(|id| format!("\"{id}\"")).collect();
        let (day, answered) = (at + 1, answered.join(", "));
        format!("[[event]]\nid = \"{id}\"\ntitle = \"{id}\"\ndate = \"2020-05-{day:02}\"\nreply_to = [{answered}]\n")
    });
    format!("format = 1\n{}", events.collect::<String>())
}

fn check(events: &[&str], present: &str, glyphs: &Glyphs, expected: &[&str]) {
    let content = content(&exchange(events));
    let event = content.chronology.find(present).expect("the event");
    let lines = tree(event, edition(&content, Language::En, glyphs));
    let texts: Vec<String> = lines.iter().map(|line| line.text().replace(" May 2020", "")).collect();
    assert_eq!(texts, expected, "{events:?}");
    let links = lines.iter().filter(|line| line.link.is_some()).count();
    assert_eq!(links + usize::from(!lines.is_empty()), lines.len(), "all but the present one lead to theirs");
}

#[test]
fn each_event_stands_under_what_it_answers() {
    check(&["gift:"], "gift", &Glyphs::UNICODE, &[]);
    check(&["gift:", "thanks: gift"], "gift", &Glyphs::UNICODE, &["▸ gift (1)", "└─ thanks (2)"]);
    check(
        &["gift:", "letter: gift", "poem: gift", "reply: letter"],
        "letter",
        &Glyphs::UNICODE,
        &["gift (1)", "├▸ letter (2)", "│  └─ reply (4)", "└─ poem (3)"],
    );
    check(
        &["gift:", "letter: gift", "poem: gift", "reply: letter"],
        "reply",
        &Glyphs::ASCII,
        &["gift (1)", "|- letter (2)", "|  `> reply (4)", "`- poem (3)"],
    );
}

#[test]
fn an_answer_to_two_stands_once_and_says_so() {
    check(
        &["gift:", "letter:", "thanks: letter gift"],
        "thanks",
        &Glyphs::UNICODE,
        &["gift (1)", "└▸ thanks (3); also answers “letter”", "letter (2)"],
    );
}

#[test]
fn answers_in_a_circle_lose_no_event() {
    let content = content(&exchange(&["a: b", "b: a", "c: b"]));
    for event in content.chronology.numbers() {
        assert_eq!(tree(event, edition(&content, Language::En, &Glyphs::UNICODE)).len(), 3);
    }
}

#[test]
fn a_long_exchange_does_not_run_out_of_the_page() {
    let names: Vec<String> =
        (0..9).map(|at| format!("e{at}: {}", if at > 0 { format!("e{}", at - 1) } else { String::new() })).collect();
    let events: Vec<&str> = names.iter().map(String::as_str).collect();
    check(
        &events,
        "e0",
        &Glyphs::UNICODE,
        &[
            "▸ e0 (1)",
            "└─ e1 (2)",
            "   └─ e2 (3)",
            "      └─ e3 (4)",
            "         └─ e4 (5)",
            "         └─ e5 (6)",
            "         └─ e6 (7)",
            "         └─ e7 (8)",
            "         └─ e8 (9)",
        ],
    );
}

#[test]
fn a_broken_line_keeps_its_branches() {
    let content = content(&exchange(&["gift:", "a-long-name-of-a-letter: gift", "another: gift"]));
    let lines =
        tree(content.chronology.find("gift").expect("there"), edition(&content, Language::En, &Glyphs::UNICODE));
    let broken: Vec<String> = lines.iter().flat_map(|line| line.wrapped(18, 0)).map(|line| line.text()).collect();
    assert_eq!(
        broken,
        [
            "▸ gift (1 May",
            "│ 2020)",
            "├─ a-long-name-of-",
            "│  a-letter (2 May",
            "│  2020)",
            "└─ another (3 May",
            "   2020)",
        ]
    );
}

#[test]
fn every_event_of_a_thread_stands_in_its_tree_once() {
    let content = content(EVENTS);
    for language in Language::ALL {
        for event in content.chronology.numbers() {
            let thread = content.chronology.thread(event);
            let lines = tree(event, edition(&content, language, &Glyphs::UNICODE));
            assert_eq!(lines.len(), if thread.len() > 1 { thread.len() } else { 0 });
            for width in [20, 26, 35, 50, 65] {
                let broken = lines.iter().flat_map(|line| line.wrapped(width, 0));
                broken.for_each(|line| assert!(columns(&line.text()) <= width, "{line:?} in {width}"));
            }
        }
    }
}
