//! Chronologies with a record of every kind and whatever may stand in their texts.

use annals::chronology::Chronology;
use annals::date::{Date, Language};
use annals::exchange::toml;
use annals::file::{
    ActorKind, ActorRecord, Basis, CategoryRecord, Citation, Claim, EventRecord, Goods, Heading, Id, Passage,
    PlaceRecord, Records, SourceRecord, Spanned, StepRecord, Text, TourRecord,
};
use proptest::prelude::*;

/// A chronology with a record of every kind, and events that refer to them and each other.
pub(super) fn records() -> impl Strategy<Value = Records> {
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
                    event.after = [before.clone()].into();
                    event.reply_to = [before].into();
                }
            }
            let id = |id: &str| placed::<Passage>(id);
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
                    country: Some(placed("JP")),
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
                    url: Some(placed("https://a.example/?b=c&d;e")),
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

/// The chronology's records in its one order, as a file.
pub(super) fn canonical(chronology: &Chronology) -> String {
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

fn event() -> impl Strategy<Value = EventRecord> {
    let goods = (text(), proptest::option::of(0..u64::from(u32::MAX))).prop_map(|(what, count)| Goods { what, count });
    let claim = (date(), proptest::option::of(prose())).prop_map(|(date, note)| Claim {
        date,
        sources: [placed("s-0")].into(),
        note,
    });
    let citation = (proptest::option::of(prose()), any::<bool>()).prop_map(|(note, announces)| Citation {
        source: placed("s-0".to_owned()),
        note: note.map(Box::new),
        announces,
    });
    let tags = proptest::collection::vec(words().prop_map(placed::<Passage>), 0..3);
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
        let id = |id: &str| -> Option<Id> { linked.then(|| placed(id)) };
        let ids = |name: &str| -> Box<[Id]> { id(name).into_iter().collect() };
        EventRecord {
            date,
            basis: if inferred { Basis::Inferred } else { Basis::Stated },
            category: id("c-0"),
            title,
            summary: summary.unwrap_or_default(),
            from: ids("a-0"),
            to: ids("a-0"),
            actors: ids("a-0"),
            place: id("p-0"),
            online,
            goods: goods.into(),
            claims: claims.into(),
            sources: sources.into(),
            tags: tags.into(),
            ..EventRecord::default()
        }
    })
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

fn date() -> impl Strategy<Value = Spanned<Date>> {
    let dates =
        ["2020-03-05", "2020", "1992~", "[2014,2017]", "[..2020]", "2020-01~/2020-03~", "-0043", "2020-XX", "1985/.."];
    proptest::sample::select(dates.to_vec()).prop_map(|date| placed::<Date>(date.parse::<Date>().expect("EDTF")))
}

pub(super) fn placed<T>(value: impl Into<T>) -> Spanned<T> {
    Spanned { value: value.into(), span: Default::default() }
}
