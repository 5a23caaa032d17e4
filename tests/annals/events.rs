//! The chronology that ships with the program has no fault.

use crate::common::{EVENTS, content, told};
use annals::date::Language;
use annals::file::{Records, Text};

/// All events, checked as a chronology first.
fn records() -> Records {
    let documents = [annals::file::Document { name: "events.toml".to_owned(), text: EVENTS.into() }];
    annals::file::read(&documents).0
}

fn check_languages(what: &str, text: &Text) {
    for language in Language::ALL {
        assert!(text.form(language).is_some_and(|form| !form.trim().is_empty()), "{what} has no {}", language.code());
    }
}

#[test]
fn it_has_no_problem_at_all() {
    assert_eq!(told(&content(EVENTS)), "");
}

#[test]
fn every_event_has_all_three_languages_and_a_source() {
    let records = records();
    assert_eq!(records.events.len(), 40);
    for event in &records.events {
        let id = &event.id.value;
        check_languages(&format!("the title of {id}"), &event.title);
        check_languages(&format!("the summary of {id}"), &event.summary);
        assert!(!event.sources.is_empty(), "{id} cites a source");
        assert!(event.category.is_some(), "{id} has a category");
    }
}

#[test]
fn everything_that_is_named_has_a_name_in_all_three_languages() {
    let records = records();
    let Records { heading, categories, places, actors, sources, tours, .. } = &records;
    check_languages("the title", &heading.title);
    check_languages("the summary", &heading.summary);
    categories.iter().for_each(|record| check_languages(&record.id.value, &record.name));
    places.iter().for_each(|record| check_languages(&record.id.value, &record.name));
    actors.iter().for_each(|record| check_languages(&record.id.value, &record.name));
    sources.iter().for_each(|record| check_languages(&record.id.value, &record.title));
    for tour in tours {
        check_languages("the tour", &tour.title);
        assert!((8..=12).contains(&tour.steps.len()), "a tour of 8 to 12 steps");
        for step in &tour.steps {
            check_languages(&step.event.value, step.note.as_ref().expect("a note"));
        }
    }
}

#[test]
fn nothing_is_defined_that_nothing_uses() {
    let chronology = content(EVENTS).chronology;
    let events = &chronology.events;
    for (at, category) in chronology.categories.iter().enumerate() {
        let used = events.iter().any(|event| event.category.is_some_and(|number| number.index() == at));
        assert!(used, "the category {} is used", category.id.value);
    }
    for (at, source) in chronology.sources.iter().enumerate() {
        let used = events.iter().any(|event| event.citations.iter().any(|cited| cited.source.index() == at));
        assert!(used, "the source {} is used", source.record.id.value);
    }
    for (at, actor) in chronology.actors.iter().enumerate() {
        let used = events.iter().any(|event| event.participants().any(|number| number.index() == at))
            || chronology.actors.iter().any(|other| other.of.is_some_and(|number| number.index() == at));
        assert!(used, "the actor {} is used", actor.record.id.value);
    }
}

#[test]
fn bounds_follow_from_order_and_sources() {
    use annals::date::Bound::{EarliestStart, LatestEnd};
    let chronology = content(EVENTS).chronology;
    let check = |id: &str, earliest: &str, latest: &str| {
        let event = &chronology[chronology.find(id).expect("the event is there")];
        let days = [EarliestStart, LatestEnd].map(|bound| event.bounds[bound].map(|day| day.to_string()));
        assert_eq!(days, [Some(earliest.to_owned()), Some(latest.to_owned())], "{id}");
    };
    // After the epidemic broke out abroad, before the report that tells of it.
    check("goods-yokohama", "2020-01-13", "2020-10-26");
    check("thanks-yokohama", "2020-01-13", "2020-10-26");
    // Part of the visit.
    check("talks-tanaka", "2020-10-21", "2020-10-23");
    // The day is lost, the month is not.
    check("goods-vicenza", "2020-03-01", "2020-03-31");
    check("exhibition-stationery", "2020-01-01", "2020-10-26");
}
