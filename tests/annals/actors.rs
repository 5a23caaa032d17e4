//! Events in, the lens of the actors out: counts, the table of who gave to whom, pictures.

use crate::common::{EVENTS, content, explored};
use crate::lenses::{edition, painted};
use annals::app::Content;
use annals::chronology::{ActorNo, EventNo};
use annals::date::Language;
use annals::ui::{paint, picture};
use annals::view::Cast;
use annals::view::actors::{Actors, actors};
use annals::view::register::Room;
use annals::view::{Area, Glyphs, Pane};

/// A gift and its answer, a gift to two, a meeting.
const GIFTS: &str = r#"
format = 1
[chronology]
title = "Gifts"
languages = ["en"]
[[category]]
id = "gift"
name = "gift"
[[actor]]
id = "oslo"
name = { en = "Oslo", zh = "奥斯陆" }
[[actor]]
id = "kobe"
name = { en = "Kobe", zh = "神户" }
[[actor]]
id = "ulm"
name = { en = "The ancient city of Ulm on the Danube", zh = "多瑙河畔的古城乌尔姆" }
[[actor]]
id = "idle"
name = "Nobody"
[[event]]
id = "books"
date = "2019-05-04"
category = "gift"
title = "Books for Kobe"
from = ["oslo"]
to = ["kobe"]
[[event]]
id = "thanks"
date = "2019-06"
category = "gift"
title = "Kobe says thanks"
from = ["kobe"]
to = ["oslo"]
reply_to = ["books"]
[[event]]
id = "trees"
date = "2020-04"
category = "gift"
title = "Trees"
from = ["oslo"]
to = ["kobe", "ulm"]
[[event]]
id = "meeting"
date = "2020-05-01"
category = "gift"
title = "A meeting"
actors = ["oslo", "kobe", "ulm"]
"#;

fn number(content: &Content, id: &str) -> Option<ActorNo> {
    content.chronology.actors.iter().position(|actor| actor.record.id.value == id).map(ActorNo::at)
}

fn lens_of(content: &Content, selected: &str, shown: &dyn Fn(EventNo) -> bool) -> Actors {
    actors(&content.chronology, &Cast::new(&content.chronology), number(content, selected), shown)
}

/// Everybody as `id all=given+received+otherwise`.
fn counted(content: &Content, actors: &Actors) -> Vec<String> {
    let participants = actors.participants.iter().map(|one| {
        let (id, shares) = (&content.chronology[one.actor].record.id.value, one.shares);
        format!("{id} {}={}+{}+{}", shares.all(), shares.given, shares.received, shares.otherwise)
    });
    participants.collect()
}

#[test]
fn everybody_who_took_part_is_counted_the_most_frequent_first() {
    let content = content(GIFTS);
    let all = lens_of(&content, "oslo", &|_| true);
    assert_eq!(counted(&content, &all), ["oslo 4=2+1+1", "kobe 4=1+2+1", "ulm 2=0+1+1"]);
    let of_2020 = lens_of(&content, "oslo", &|event| event.index() >= 2);
    assert_eq!(counted(&content, &of_2020), ["oslo 2=1+0+1", "kobe 2=0+1+1", "ulm 2=0+1+1"]);
    assert_eq!(counted(&content, &lens_of(&content, "oslo", &|_| false)), [""; 0]);
}

#[test]
fn what_a_mayor_does_counts_for_the_city_and_is_told_as_such() {
    let mayor = "[[actor]]\nid = 'mayor'\nname = 'Mayor'\nof = 'kobe'\n\
                 [[event]]\nid = 'letter'\ndate = '2020-06'\ncategory = 'gift'\ntitle = 'A letter'\n\
                 from = ['mayor']\nto = ['oslo']\n\
                 [[event]]\nid = 'both'\ndate = '2020-07'\ncategory = 'gift'\ntitle = 'Both'\n\
                 from = ['kobe', 'mayor']\nto = ['ulm']\n";
    let content = content(&format!("{GIFTS}{mayor}"));
    let all = lens_of(&content, "kobe", &|_| true);
    assert_eq!(counted(&content, &all), ["kobe 6=3+2+1", "oslo 5=2+2+1", "ulm 3=0+2+1", "mayor 2=2+0+0"]);
    let room = Room { list: 30, page: 60, height: 10, lines: usize::MAX };
    let page = all.register(edition(&content, Language::En, &Glyphs::UNICODE), room).page;
    let page: Vec<String> = page.iter().map(|line| line.text().trim_end().to_owned()).collect();
    assert_eq!(
        page[..11],
        [
            "Kobe",
            "6 events: → gave in 3, ← received in 2, · otherwise in 1",
            "1 of them through those who belong to it",
            "",
            "2019",
            "4 May ← Books for Kobe",
            "Jun   → Kobe says thanks",
            "2020",
            "Apr   ← Trees",
            "1 May · A meeting",
            "Jun   → A letter (Mayor)",
        ]
    );
}

#[test]
fn the_selected_ones_events_come_in_order() {
    let content = content(GIFTS);
    let check = |selected: &str, expected: &[&str]| {
        let actors = lens_of(&content, selected, &|_| true);
        let ids: Vec<&str> = actors.events().iter().map(|&event| content.chronology[event].id()).collect();
        assert_eq!(ids, expected, "{selected}");
    };
    check("ulm", &["trees", "meeting"]);
    check("kobe", &["books", "thanks", "trees", "meeting"]);
    // Who took no part cannot be selected: the first stands in.
    check("idle", &["books", "thanks", "trees", "meeting"]);
}

#[test]
fn a_list_that_was_turned_is_that_of_the_one_who_is_selected_now() {
    let content = content(EVENTS);
    let edition = edition(&content, Language::En, &Glyphs::UNICODE);
    for room in [
        Room { list: 36, page: 40, height: 8, lines: usize::MAX },
        Room { list: 70, page: 80, height: 30, lines: usize::MAX },
    ] {
        let first = lens_of(&content, "guiyang", &|_| true);
        let before = first.register(edition, room);
        for one in first.participants.iter() {
            let now = first.clone().with(Some(one.actor));
            let turned = now.turned(&before, edition, room);
            assert_eq!(turned, now.register(edition, room));
            let selected = &turned.rows[turned.selected - turned.top];
            assert!(selected.text().starts_with(&edition.actor(one.actor)[..3]), "{selected:?}");
            assert!(turned.rows.len() == (room.height - 1).min(turned.all));
        }
    }
}

fn check_table(width: usize, language: Language, glyphs: &Glyphs, expected: &[&str]) {
    let content = content(GIFTS);
    let actors = lens_of(&content, "kobe", &|_| true);
    let lines = actors.giving.table(number(&content, "kobe"), edition(&content, language, glyphs), (width, 20));
    let lines: Vec<String> = lines.iter().map(|line| line.text().trim_end().to_owned()).collect();
    assert_eq!(lines, expected, "in {width}");
}

#[test]
fn the_table_names_receivers_where_it_can_and_numbers_them_where_not() {
    check_table(
        70,
        Language::En,
        &Glyphs::UNICODE,
        &[
            "Who gave to whom (← in answer, bold: selected, to several: counted for",
            "each)",
            "     Kobe Oslo The ancient city of Ulm on the Danube",
            "Oslo   2    ·                                     1",
            "Kobe   ·    1←                                    ·",
        ],
    );
    check_table(
        30,
        Language::En,
        &Glyphs::UNICODE,
        &[
            "Who gave to whom (← in answer,",
            "bold: selected, to several:",
            "counted for each)",
            "     1  2  3",
            "Oslo 2  ·  1",
            "Kobe ·  1← ·",
            "1 Kobe  2 Oslo",
            "3 The ancient city of Ulm on…",
        ],
    );
    check_table(
        30,
        Language::Zh,
        &Glyphs::ASCII,
        &[
            "谁给了谁（< 回应，粗体为所选",
            "者，给多方者分别计入）",
            "       1  2  3",
            "奥斯陆 2  -  1",
            "神户   -  1< -",
            "1 神户  2 奥斯陆",
            "3 多瑙河畔的古城乌尔姆",
        ],
    );
}

#[test]
fn the_table_tells_how_many_are_answers_where_not_all_are() {
    let again =
        "[[event]]\nid = 'more'\ndate = '2020-06'\ncategory = 'gift'\ntitle = 'More'\nfrom = ['kobe']\nto = ['oslo']\n";
    let content = content(&format!("{GIFTS}{again}"));
    let check = |language, glyphs, expected: &[&str]| {
        let table =
            lens_of(&content, "kobe", &|_| true).giving.table(None, edition(&content, language, glyphs), (50, 20));
        let lines: Vec<String> = table.iter().map(|line| line.text().trim_end().to_owned()).collect();
        assert_eq!(lines, expected);
    };
    check(
        Language::Zh,
        &Glyphs::UNICODE,
        &[
            "谁给了谁（← 回应，←1 其中一件，给多方者分别计入）",
            "       奥斯陆 神户 多瑙河畔的古城乌尔姆",
            "奥斯陆    ·     2                    1",
            "神户      2←1   ·                    ·",
        ],
    );
    check(
        Language::En,
        &Glyphs::ASCII,
        &[
            "Who gave to whom (< in answer, <1: one of them, to",
            "several: counted for each)",
            "     1   2  3",
            "Oslo -   2  1",
            "Kobe 2<1 -  -",
            "1 Oslo  2 Kobe",
            "3 The ancient city of Ulm on the Danube",
        ],
    );
}

#[test]
fn a_narrow_table_says_what_it_leaves_out_and_keeps_the_selected() {
    check_table(
        12,
        Language::En,
        &Glyphs::UNICODE,
        &[
            "Who gave to",
            "whom (← in",
            "answer,",
            "bold:",
            "selected, to",
            "several:",
            "counted for",
            "each)",
            "     1  2",
            "Oslo 2  ·",
            "Kobe ·  1←",
            "1 Kobe",
            "2 Oslo",
            "also",
            "received:",
            "The ancient",
            "city of Ulm",
            "on the",
            "Danube",
        ],
    );
    let content = content(GIFTS);
    let actors = lens_of(&content, "ulm", &|_| true);
    let edition = edition(&content, Language::En, &Glyphs::UNICODE);
    let lines = actors.giving.table(number(&content, "ulm"), edition, (12, 20));
    assert!(lines.iter().any(|line| line.text() == "2 The ancie…"), "{lines:?}");
}

/// Everybody gave to all, and to the last one besides; in so many events.
fn givers(count: usize) -> String {
    let actor = |at| format!("[[actor]]\nid = 'a{at}'\nname = 'A{at}'\n");
    let event = |at, to| {
        format!("[[event]]\nid = 'e{at}-{to}'\ndate = '2020'\ntitle = 'E'\nfrom = ['a{at}']\nto = ['a{to}']\n")
    };
    let actors: String = (0..count).map(actor).collect();
    let ring: String = (0..count).map(|at| event(at, (at + 1) % count)).collect();
    format!("format = 1\n[chronology]\nlanguages = ['en']\n{actors}{ring}{}{}", event(7, 3), event(150, 151))
}

#[test]
fn of_very_many_givers_those_stand_in_the_table_who_have_to_do_with_the_selected() {
    let content = content(&givers(200));
    let check = |selected: &str, expected: &[&str]| {
        let actors = lens_of(&content, selected, &|_| true);
        let edition = edition(&content, Language::En, &Glyphs::UNICODE);
        let lines = actors.giving.table(number(&content, selected), edition, (30, 12));
        let lines: Vec<String> = lines.iter().map(|line| line.text().trim_end().to_owned()).collect();
        assert!(lines.len() <= 20, "{lines:?}");
        for row in expected {
            assert!(lines.iter().any(|line| line == row), "{row}: {lines:?}");
        }
        let rows: Vec<&String> = lines.iter().filter(|line| line.contains('·')).collect();
        assert!(!rows.is_empty() && rows.iter().all(|row| row.contains(['1', '2'])), "{rows:?}");
    };
    check("a7", &["A7   1  ·  ·  ·  ·  ·  ·  1", "A6   ·  ·  ·  ·  ·  ·  1  ·"]);
    check("a150", &["A150 ·  2  ·  ·  ·  ·  ·  ·", "A149 ·  ·  ·  ·  ·  ·  ·  1"]);
}

#[test]
fn what_the_selected_gave_is_told_of_receivers_without_a_column() {
    let content = content(EVENTS);
    for (width, language) in Language::ALL.into_iter().flat_map(|language| [(24, language), (38, language)]) {
        let edition = edition(&content, language, &Glyphs::UNICODE);
        let actors = lens_of(&content, "guiyang", &|_| true);
        let guiyang = number(&content, "guiyang");
        let lines = actors.giving.table(guiyang, edition, (width, 11));
        let text: String = lines.iter().map(|line| line.text().replace(' ', "")).collect();
        let word = edition.labels().other_receivers.replace(' ', "");
        let (_, left_out) = text.split_once(&word).expect("some are left out");
        let burnaby = number(&content, "burnaby").expect("an actor");
        let name = edition.actor(burnaby).replace(' ', "");
        assert!(left_out.contains(&format!("{name}1")) || width == 24, "{width} {language:?}: {left_out}");
        let names = actors.giving.receivers.iter().filter(|&&to| text.contains(&edition.actor(to).replace(' ', "")));
        assert!(names.count() == actors.giving.receivers.len() || text.contains('+') || text.contains('…'), "{text}");
    }
}

fn check_picture(size: (u16, u16), focus: Pane, expected: &str) {
    let content = content(GIFTS);
    let edition = edition(&content, Language::En, &Glyphs::UNICODE);
    let area = Area { x: 0, y: 0, width: size.0, height: size.1 };
    let lens = lens_of(&content, "kobe", &|_| true).register(edition, Room::within(area, focus));
    let found = painted(&lens, area, focus, &Glyphs::UNICODE);
    assert_eq!(found.trim_end(), expected.trim_matches('\n'), "\n{found}");
}

#[test]
fn a_tall_area_shows_the_table_above_the_events_a_low_one_below() {
    check_picture((120, 6), Pane::List, WIDE);
    check_picture((80, 19), Pane::List, TALL);
    check_picture((80, 8), Pane::List, LOW);
    check_picture((40, 6), Pane::List, NARROW_LIST);
    check_picture((40, 6), Pane::Page, NARROW_PAGE);
}

#[test]
fn every_line_of_an_event_leads_to_it() {
    let content = content(EVENTS);
    for language in Language::ALL {
        let edition = edition(&content, language, &Glyphs::UNICODE);
        let room = Room { list: 36, page: 40, height: 20, lines: usize::MAX };
        let actors = lens_of(&content, "guiyang", &|_| true);
        let lens = actors.register(edition, room);
        let mut links: Vec<EventNo> = lens.page.iter().filter_map(|line| line.link).collect();
        links.dedup();
        assert_eq!(links, actors.events(), "{language:?}");
    }
}

const TALL: &str = r#"
   actor                            all │ Kobe
   Oslo                               4 │ 4 events: → gave in 1, ← received in
 ▸ Kobe                               4 │ 2, · otherwise in 1
   The ancient city of Ulm on the…    2 │
                                        │ Who gave to whom (← in answer, bold:
                                        │ selected, to several: counted for
                                        │ each)
                                        │      1  2  3
                                        │ Oslo 2  ·  1
                                        │ Kobe ·  1← ·
                                        │ 1 Kobe  2 Oslo
                                        │ 3 The ancient city of Ulm on the Dan…
                                        │
                                        │ 2019
                                        │ 4 May ← Books for Kobe
                                        │ Jun   → Kobe says thanks
                                        │ 2020
                                        │ Apr   ← Trees
                                        │ 1 May · A meeting
"#;
const WIDE: &str = r#"
   actor                             all gave got with │ Kobe
   Oslo                                4    2   1    1 │ 4 events: → gave in 1, ← received in 2, · otherwise in 1
 ▸ Kobe                                4    1   2    1 │
   The ancient city of Ulm on the D…   2        1    1 │ 2019
                                                       │ 4 May ← Books for Kobe
                                                       │ Jun   → Kobe says thanks
"#;
const LOW: &str = r#"
   actor                            all │ Kobe
   Oslo                               4 │ 4 events: → gave in 1, ← received in
 ▸ Kobe                               4 │ 2, · otherwise in 1
   The ancient city of Ulm on the…    2 │
                                        │ 2019
                                        │ 4 May ← Books for Kobe
                                        │ Jun   → Kobe says thanks
                                        │ 2020
"#;
const NARROW_LIST: &str = r#"
   actor                            all
   Oslo                               4
 ▸ Kobe                               4
   The ancient city of Ulm on the…    2
"#;
const NARROW_PAGE: &str = r#"
 Kobe
 4 events: → gave in 1, ← received in
 2, · otherwise in 1

 2019
 4 May ← Books for Kobe
"#;

#[test]
fn a_crowd_is_told_and_not_counted_one_by_one() {
    let ids: Vec<String> = (0..1_500).map(|number| format!("a{number}")).collect();
    let actors: String =
        ids.iter().map(|id| format!("[[actor]]\nid = \"{id}\"\nkind = \"person\"\nname = \"{id}\"\n")).collect();
    let list = |ids: &[String]| format!("[\"{}\"]", ids.join("\", \""));
    let (givers, receivers) = ids.split_at(750);
    let event = |id: &str, from: String, to: String| format!("[[event]]\nid = \"{id}\"\nfrom = {from}\nto = {to}\n");
    let crowd = event("crowd", list(givers), list(receivers));
    let pair = event("pair", list(&ids[..1]), list(&ids[1..2]));
    let text = format!("format = 1\n{actors}{crowd}{pair}");
    let shown = picture(&paint(&explored(&text, (120, 40), Language::En, "3 tab end")));
    assert!(shown.contains("1 not counted: too many gave to too many"), "{shown}");
}
