//! Statements in, bounds, order and contradictions out.

use crate::common::{content, told};
use annals::app::Content;
use annals::date::Bound;
use annals::view::list::Listing;

/// A chronology of events, each written as `id: the rest of its record`.
fn chronology(events: &[&str]) -> Content {
    let head = "format = 1\n[[category]]\nid = \"c\"\nname = \"c\"\n\
                [[source]]\nid = \"march\"\ntitle = \"March\"\npublished = \"2020-03\"\n";
    let events = events.iter().map(|event| {
        let (id, rest) = event.split_once(':').expect("an id");
        format!(
            "[[event]]\nid = \"{id}\"\ntitle = \"{id}\"\nsummary = \"-\"\ncategory = \"c\"\n{}\n",
            rest.replace(';', "\n")
        )
    });
    content(&format!("{head}{}", events.collect::<String>()))
}

/// The four bounds of each event, in the one order: `id earliest..latest start, the same of the end`.
fn bounds(content: &Content) -> Vec<String> {
    let day =
        |event: &annals::chronology::Event, bound| event.bounds[bound].map_or("?".to_owned(), |day| day.to_string());
    let events = content.chronology.events.iter();
    events
        .map(|event| {
            let [a, b, c, d] = Bound::ALL.map(|bound| day(event, bound));
            format!("{} {a}..{b}, {c}..{d}", event.id())
        })
        .collect()
}

fn check(events: &[&str], expected: &[&str]) {
    let content = chronology(events);
    assert_eq!(told(&content), "", "{events:?}");
    assert_eq!(bounds(&content), expected, "{events:?}");
}

#[test]
fn a_date_alone_gives_its_own_bounds() {
    check(&["a: date = \"2020-03\""], &["a 2020-03-01..2020-03-31, 2020-03-01..2020-03-31"]);
    check(&["a: date = \"2020-10-21/2020-10-23\""], &["a 2020-10-21..2020-10-21, 2020-10-23..2020-10-23"]);
    check(&["a: date = \"[2014,2017]\""], &["a 2014-01-01..2017-12-31, 2014-01-01..2017-12-31"]);
    check(&["a: date = \"[..2020]\""], &["a ?..2020-12-31, ?..2020-12-31"]);
    check(&["a: date = \"2020~\""], &["a 2020-01-01..2020-12-31, 2020-01-01..2020-12-31"]);
    check(&["a:"], &["a ?..?, ?..?"]);
}

#[test]
fn order_carries_days_from_event_to_event() {
    check(
        &["later: after = [\"first\"]", "first: date = \"2020-03\""],
        &["first 2020-03-01..2020-03-31, 2020-03-01..2020-03-31", "later 2020-03-01..?, 2020-03-01..?"],
    );
    check(
        &["first: before = [\"later\"]", "later: date = \"2020-03-05\""],
        &["first ?..2020-03-05, ?..2020-03-05", "later 2020-03-05..2020-03-05, 2020-03-05..2020-03-05"],
    );
    check(
        &["part: part_of = \"whole\"", "whole: date = \"2020-10-21/2020-10-23\""],
        &[
            "whole 2020-10-21..2020-10-21, 2020-10-23..2020-10-23",
            "part 2020-10-21..2020-10-23, 2020-10-21..2020-10-23",
        ],
    );
    check(
        &["reply: reply_to = [\"long\"]", "long: date = \"2020-01-05/2020-12-01\""],
        &["long 2020-01-05..2020-01-05, 2020-12-01..2020-12-01", "reply 2020-01-05..?, 2020-01-05..?"],
    );
}

#[test]
fn a_part_tells_of_its_whole() {
    check(
        &["whole:", "part: date = \"2020-10-22\";part_of = \"whole\""],
        &["whole ?..2020-10-22, 2020-10-22..?", "part 2020-10-22..2020-10-22, 2020-10-22..2020-10-22"],
    );
}

#[test]
fn a_source_is_a_terminus_ante_quem_unless_it_announces() {
    check(&["a: sources = [\"march\"]"], &["a ?..2020-03-31, ?..2020-03-31"]);
    check(&["a: date = \"2020\";sources = [\"march\"]"], &["a 2020-01-01..2020-03-31, 2020-01-01..2020-03-31"]);
    check(
        &["a: date = \"2020\";sources = [{ id = \"march\", announces = true }]"],
        &["a 2020-01-01..2020-12-31, 2020-01-01..2020-12-31"],
    );
}

fn check_order(events: &[&str], expected: &str) {
    let content = chronology(events);
    assert_eq!(told(&content), "", "{events:?}");
    let ids: Vec<&str> = content.chronology.events.iter().map(|event| event.id()).collect();
    assert_eq!(ids.join(" "), expected, "{events:?}");
}

#[test]
fn the_order_is_topological_then_by_day_then_the_narrower_then_the_files() {
    check_order(&["b: date = \"2021\"", "a: date = \"2020\""], "a b");
    check_order(&["year: date = \"2020\"", "day: date = \"2020-01-01\""], "day year");
    check_order(&["a: date = \"2020\"", "b: date = \"2020\""], "a b");
    check_order(&["b: date = \"2020\";after = [\"a\"]", "a: date = \"2020\""], "a b");
    check_order(&["wide: date = \"2020\"", "narrow: date = \"2020-01\";after = [\"wide\"]"], "wide narrow");
    check_order(&["nothing:", "a: date = \"2020\""], "a nothing");
    check_order(&["by: date = \"[..2020]\"", "a: date = \"2020-05\"", "b: date = \"2021\""], "a by b");
}

#[test]
fn an_event_without_a_begin_comes_just_before_what_follows_it() {
    check_order(
        &["a: date = \"2020-02\"", "by: before = [\"c\"]", "c: date = \"2020-03\"", "d: date = \"2020-03-31\""],
        "a by c d",
    );
    check_order(
        &["unknown: before = [\"c\"]", "c: date = \"2020..\"".replace("2020..", "2020/..").as_str()],
        "unknown c",
    );
}

#[test]
fn statements_that_run_in_a_circle_are_all_named() {
    let circle =
        ["a: after = [\"b\"]", "b: after = [\"c\"]", "c: after = [\"a\"];date = \"2020\"", "d: after = [\"c\"]"];
    let content = chronology(&circle);
    let [problem] = content.problems.as_slice() else { panic!("{}", told(&content)) };
    assert_eq!(problem.rule.id(), "cycle");
    assert_eq!(problem.related.len(), 2, "three statements with three places");
    assert_eq!(content.chronology.events.len(), 4, "no event is lost");
    let d = content.chronology.find("d").expect("d is there");
    assert_eq!(content.chronology[d].bounds[Bound::EarliestStart].map(|day| day.year()), Some(2020), "the rest holds");
}

#[test]
fn an_event_cannot_follow_itself() {
    for statement in ["after = [\"a\"]", "before = [\"a\"]", "part_of = \"a\"", "reply_to = [\"a\"]"] {
        let content = chronology(&[&format!("a: {statement}")]);
        assert_eq!(content.problems.len(), 1, "{statement}: {}", told(&content));
        assert_eq!(content.problems[0].rule.id(), "cycle", "{statement}");
    }
}

#[test]
fn each_knot_is_told_once() {
    let pairs = ["a: after = [\"b\"]", "b: after = [\"a\"]", "c: after = [\"d\"]", "d: after = [\"c\"]"];
    assert_eq!(chronology(&pairs).problems.len(), 2);
}

/// The rules of the problems, and how many places each names.
fn check_contradiction(events: &[&str], expected: &[(&str, usize)]) {
    let content = chronology(events);
    let found: Vec<_> = content.problems.iter().map(|problem| (problem.rule.id(), problem.related.len() + 1)).collect();
    assert_eq!(found, expected, "{}", told(&content));
    assert_eq!(content.chronology.events.len(), events.len(), "no event is lost");
    for event in &content.chronology.events {
        let [a, b, c, d] = Bound::ALL.map(|bound| event.bounds[bound]);
        let open_or = |earlier: Option<_>, later: Option<_>| earlier.zip(later).is_none_or(|(a, b)| a <= b);
        assert!(open_or(a, b) && open_or(c, d) && open_or(a, d), "{} stays drawable", event.id());
    }
}

#[test]
fn statements_that_cannot_all_be_true_are_named_together() {
    check_contradiction(&["a: date = \"2020\"", "b: date = \"2019\";after = [\"a\"]"], &[("contradiction", 3)]);
    check_contradiction(
        &["a: date = \"2020\"", "x: after = [\"a\"]", "y: after = [\"x\"]", "b: date = \"2019\";after = [\"y\"]"],
        &[("contradiction", 5)],
    );
    check_contradiction(
        &["whole: date = \"2020-10\"", "part: date = \"2020-11-02\";part_of = \"whole\""],
        &[("contradiction", 3)],
    );
    check_contradiction(&["a: date = \"2020-06\";sources = [\"march\"]"], &[("reported-earlier", 2)]);
    check_contradiction(
        &["a: date = \"2020-06\"", "b: after = [\"a\"];sources = [\"march\"]"],
        &[("reported-earlier", 3)],
    );
}

#[test]
fn every_contradiction_is_told_once_and_none_hides_another() {
    check_contradiction(
        &["a: date = \"2020\"", "b: date = \"2019\";after = [\"a\"]", "c: date = \"2018\";after = [\"b\"]"],
        &[("contradiction", 3), ("contradiction", 3)],
    );
}

#[test]
fn a_chain_of_a_hundred_thousand_is_read_through() {
    let mut text = String::from("format = 1\n");
    for at in 0..100_000 {
        let order = if at == 0 { "date = \"2020\"".to_owned() } else { format!("after = [\"e{}\"]", at - 1) };
        text += &format!("[[event]]\nid = \"e{at}\"\ntitle = \"e\"\n{order}\n");
    }
    let content = content(&text);
    let last = content.chronology.events.last().expect("events");
    assert_eq!(last.id(), "e99999");
    assert_eq!(last.bounds[Bound::EarliestStart].map(|day| day.to_string()), Some("2020-01-01".to_owned()));
    let proof = content.chronology.proof(annals::chronology::EventNo::at(99_999), Bound::EarliestEnd);
    assert_eq!(proof.count(), 199_999, "each begin and each end on the way");
}

#[test]
fn headings_follow_the_order() {
    let check = |events: &[&str], expected: &str| {
        let content = chronology(events);
        let rows = Listing::new(&content.chronology, content.chronology.numbers()).rows;
        let told: Vec<String> = rows
            .into_iter()
            .map(|row| match row {
                annals::view::list::Row::Year(year) => year.to_string(),
                annals::view::list::Row::Undated => "undated".to_owned(),
                annals::view::list::Row::Event(event) => content.chronology[event].id().to_owned(),
            })
            .collect();
        assert_eq!(told.join(" "), expected);
    };
    check(
        &["a: date = \"2020-01\"", "by: before = [\"c\"]", "c: date = \"[2020..2025]\"", "lost:"],
        "2020 a by c undated lost",
    );
    check(&["lost: before = [\"c\"]", "c: date = \"2020/..\""], "2020 lost c");
}
