//! Events in, the lens of the sources out: what rests on each, and where they disagree.

use crate::common::{EVENTS, content, explored};
use crate::lenses::{areas, edition, painted};
use annals::app::{Action, Content, State};
use annals::chronology::{ActorNo, EventNo, SourceNo};
use annals::date::Language;
use annals::ui::{paint, picture};
use annals::view::Cast;
use annals::view::actors::actors;
use annals::view::register::{Register, Room};
use annals::view::sources::{Rests, Sources, sources};
use annals::view::{Area, Glyphs, Pane};

/// Two sources that disagree, one that announces, one that nothing rests on.
const FOUNDING: &str = r#"
format = 1
[chronology]
title = "A club"
languages = ["en"]
[[category]]
id = "club"
name = "club"
[[source]]
id = "annals"
title = "Annals of the club"
publisher = "The club"
published = "1950"
[[source]]
id = "letter"
title = "A letter"
published = "1921-05-02"
url = "https://example.org/letter"
[[source]]
id = "unread"
title = "Minutes"
[[event]]
id = "founded"
date = "[1912,1914]"
category = "club"
title = "The club is founded"
claims = [{ date = "1912", sources = ["annals"] }, { date = "1914", sources = ["letter"] }]
sources = ["annals", "letter"]
[[event]]
id = "house"
date = "1922"
category = "club"
title = "The new house"
sources = [{ id = "letter", announces = true }]
[[event]]
id = "fire"
date = "1930-01-05"
category = "club"
title = "The fire"
sources = ["annals"]
"#;

fn lens_of(content: &Content, selected: &str, shown: &dyn Fn(EventNo) -> bool) -> Sources {
    let number = content.chronology.sources.iter().position(|source| source.record.id.value == selected);
    sources(&content.chronology, &Rests::new(&content.chronology), number.map(SourceNo::at), shown)
}

#[test]
fn each_source_says_how_much_rests_on_it_and_on_it_alone() {
    let content = content(FOUNDING);
    let check = |shown: &dyn Fn(EventNo) -> bool, expected: &[&str]| {
        let supports = lens_of(&content, "annals", shown).supports;
        let told = supports
            .iter()
            .map(|one| format!("{} {} {}", content.chronology[one.source].record.id.value, one.all, one.alone));
        assert_eq!(told.collect::<Vec<_>>(), expected);
    };
    check(&|_| true, &["annals 2 1", "letter 2 1", "unread 0 0"]);
    check(&|event| event.index() == 2, &["annals 1 1"]);
    check(&|_| false, &[]);
}

fn check_picture(selected: &str, size: (u16, u16), focus: Pane, expected: &str) {
    let content = content(FOUNDING);
    let edition = edition(&content, Language::En, &Glyphs::UNICODE);
    let area = Area { x: 0, y: 0, width: size.0, height: size.1 };
    let lens = lens_of(&content, selected, &|_| true).register(edition, Room::within(area, focus));
    let found = painted(&lens, area, focus, &Glyphs::UNICODE);
    assert_eq!(found.trim_end(), expected.trim_matches('\n'), "\n{found}");
}

#[test]
fn the_page_shows_what_rests_on_it_and_the_sides_beside_each_other() {
    check_picture("letter", (90, 13), Pane::List, WIDE);
    check_picture("unread", (90, 5), Pane::List, UNREAD);
}

#[test]
fn where_sides_do_not_fit_beside_each_other_they_stand_below() {
    check_picture("annals", (28, 12), Pane::Page, NARROW);
}

#[test]
fn of_very_many_disputes_the_first_are_told_and_how_many_more_there_are() {
    let dispute = |at: usize| {
        format!(
            "[[event]]\nid = \"e{at}\"\ntitle = \"Event {at}\"\nsources = [\"annals\"]\n\
             claims = [{{ date = \"1912\", sources = [\"annals\"] }}, {{ date = \"1914\", sources = [\"letter\"] }}]\n"
        )
    };
    let content = content(&(FOUNDING.to_owned() + &(0..50).map(dispute).collect::<String>()));
    let edition = edition(&content, Language::En, &Glyphs::UNICODE);
    let room = Room { list: 40, page: 60, height: 20, lines: usize::MAX };
    let page = lens_of(&content, "letter", &|_| true).register(edition, room).page;
    let told = page.iter().filter(|line| line.text().starts_with("Event ")).count();
    assert_eq!(told, 24, "and what the file begins with");
    assert!(page.iter().any(|line| line.text().starts_with("26 events more")), "{page:?}");
}

#[test]
fn the_counts_of_the_built_in_chronology_add_up() {
    let content = content(EVENTS);
    let lens = lens_of(&content, "gy", &|_| true);
    for one in lens.supports.iter() {
        let id = &content.chronology[one.source].record.id.value;
        let selected = lens_of(&content, id, &|_| true);
        assert_eq!(selected.events().len(), one.all, "{id}");
        assert_eq!(selected.events().iter().filter(|resting| resting.is_alone).count(), one.alone, "{id}");
    }
    let announced = lens_of(&content, "tvi-letter", &|_| true);
    assert!(announced.events().iter().any(|resting| resting.is_announced));
    let disputed = lens_of(&content, "pix-zh", &|_| true);
    assert_eq!(disputed.disputes(), lens_of(&content, "pix-ja", &|_| true).disputes());
    assert_eq!(disputed.disputes().len(), 1);
}

#[test]
fn lenses_are_painted_at_every_size_in_every_language() {
    let content = content(EVENTS);
    let by_source = sources(&content.chronology, &Rests::new(&content.chronology), Some(SourceNo::at(13)), &|_| true);
    let by_actor = actors(&content.chronology, &Cast::new(&content.chronology), Some(ActorNo::at(0)), &|_| true);
    for (language, glyphs) in Language::ALL.into_iter().zip([Glyphs::UNICODE, Glyphs::ASCII, Glyphs::UNICODE]) {
        let edition = edition(&content, language, &glyphs);
        for (area, focus) in areas().flat_map(|area| [(area, Pane::List), (area, Pane::Page)]) {
            let room = Room::within(area, focus);
            for lens in [by_source.register(edition, room), by_actor.register(edition, room)] {
                let marker = if focus == Pane::List { glyphs.selected } else { glyphs.resting };
                let is_marked =
                    painted(&lens, area, focus, &glyphs).lines().any(|row| row.starts_with(&format!(" {marker}")));
                assert!(is_marked || area.height < 2 || area.width < 2 || focus == Pane::Page, "{area:?}");
            }
        }
    }
}

#[test]
fn a_page_at_a_glance_is_the_beginning_of_the_whole_one() {
    let content = content(EVENTS);
    let by_source = sources(&content.chronology, &Rests::new(&content.chronology), None, &|_| true);
    let by_actor = actors(&content.chronology, &Cast::new(&content.chronology), None, &|_| true);
    for (language, scroll) in Language::ALL.into_iter().zip([0, 3, 40]) {
        let edition = edition(&content, language, &Glyphs::UNICODE);
        let check = |register: &dyn Fn(Room) -> Register, room: Room| {
            let (mut whole, glance) = (register(room), register(room.at_a_glance(scroll)));
            assert_eq!(whole.more, 0);
            whole.more = whole.page.len().saturating_sub(scroll + room.height);
            whole.page.truncate(scroll + room.height);
            assert_eq!(glance, whole, "{room:?}");
        };
        for room in areas().step_by(61).flat_map(|area| [Pane::List, Pane::Page].map(|focus| Room::within(area, focus)))
        {
            for source in by_source.supports.iter().map(|one| one.source) {
                check(&|room| by_source.clone().with(Some(source)).register(edition, room), room);
            }
            for actor in by_actor.participants.iter().map(|one| one.actor) {
                check(&|room| by_actor.clone().with(Some(actor)).register(edition, room), room);
            }
        }
    }
}

#[test]
fn of_very_many_events_the_first_are_told_with_the_query_that_finds_all() {
    let event = |at| {
        format!("[[event]]\nid = 'e{at}'\ntitle = 'E{at}'\ndate = '2020'\nactors = ['club']\nsources = ['minutes']\n")
    };
    let events: String = (0..103).map(event).collect();
    let text = format!(
        "format = 1\n[[actor]]\nid = 'club'\nname = 'Club'\n[[source]]\nid = 'minutes'\ntitle = 'Minutes'\n{events}"
    );
    for (lens, query) in [("3", "actor:club"), ("4", "source:minutes")] {
        let told = |language| {
            let state = explored(&text, (120, 40), language, lens);
            let page = state.shown_page(&state.layout().expect("room")).into_owned();
            page.iter().rev().map(annals::view::Line::text).find(|line| line.contains("103") || line.contains(query))
        };
        let expected = format!("3 events more: the query {query} finds them all");
        assert_eq!(told(Language::En), Some(expected));
        assert_eq!(told(Language::Zh), Some(format!("另有3件：用 {query} 可全部查到")));
        assert_eq!(told(Language::Ja), Some(format!("ほかに3件。{query} ですべて見つかる")));
        let asked = explored(&text, (120, 40), Language::En, &format!("/ {query} enter"));
        assert_eq!(asked.search.found.map(|found| found.certain), Some(103));
    }
}

/// What a lens says in the first rows below its head, and on its page.
fn said(text: &str, size: (u16, u16), language: Language, keys: &str) -> String {
    let picture = picture(&paint(&explored(text, size, language, keys)));
    let below_head = picture.lines().skip_while(|line| !line.starts_with("   ") || !line.contains("all")).skip(1);
    below_head.take(3).map(|line| line.replace(['│', '─'], " ")).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_lens_without_rows_says_why() {
    let bare = "format = 1\n[[event]]\nid = 'one'\ndate = '2020'\ntitle = 'One'\n";
    let check = |text, keys, expected: &str| {
        for size in [(100, 30), (40, 10)] {
            let found = said(text, size, Language::En, keys);
            let found = found.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(found.starts_with(expected), "{keys} {size:?}: {found}");
        }
    };
    check("format = 1\n", "3", "There is no event in this chronology.");
    check("format = 1\n", "4", "There is no event in this chronology.");
    check(bare, "3", "No actor takes part in these events.");
    check(bare, "4", "These events rest on no source.");
    check(EVENTS, "3 / zzzzz enter", "The query finds no event.");
    check(EVENTS, "4 / zzzzz enter", "The query finds no event.");
}

#[test]
fn while_a_file_is_being_read_no_lens_says_that_it_holds_no_event() {
    for (language, expected) in [
        (Language::En, "No event has been read yet."),
        (Language::Zh, "尚未读到事件。"),
        (Language::Ja, "まだ出来事は読み込まれていません。"),
    ] {
        for (lens, size) in ["1", "2", "3", "4"].into_iter().flat_map(|lens| [(lens, (100, 30)), (lens, (40, 10))]) {
            let mut state = explored("format = 1\n", size, language, lens);
            let said = |state: &State| picture(&paint(state)).contains(expected);
            assert!(!said(&state), "{lens}");
            state.apply(Action::Progress(0));
            assert!(said(&state), "{lens} {size:?}\n{}", picture(&paint(&state)));
        }
    }
}

#[test]
fn a_query_leaves_no_row_without_a_count() {
    for keys in ["3 / yokohama enter", "4 / yokohama enter"] {
        let state = explored(EVENTS, (100, 30), Language::En, keys);
        let register = state.register(&state.layout().expect("room")).expect("a list");
        assert!(!register.rows.is_empty(), "{keys}");
        for row in &register.rows {
            assert!(row.text().contains(|sign: char| ('1'..='9').contains(&sign)), "{keys}: {}", row.text());
        }
    }
}

const WIDE: &str = r#"
   source                      all alone │ A letter
   Annals of the club            2     1 │ 2 May 1921
 ▸ A letter                      2     1 │ https://example.org/letter
   Minutes                               │
                                         │ Where sources disagree
                                         │ The club is founded
                                         │ some time in 1912       some time in 1914
                                         │ Annals of the club      A letter
                                         │
                                         │ 2 events, 1 on this source alone ●
                                         │ 1912
                                         │ 1912 or 1914   The club is founded
                                         │ 1922
"#;
const UNREAD: &str = r#"
   source                      all alone │ Minutes
   Annals of the club            2     1 │ day of publication not known
   A letter                      2     1 │
 ▸ Minutes                               │ No event rests on this source here
                                         │
"#;
const NARROW: &str = r#"
 Annals of the club
 The club · some time in
 1950

 Where sources disagree
 The club is founded
 some time in 1912
 Annals of the club
 some time in 1914
 A letter

 2 events, 1 on this source
"#;
