//! The find line, the facets and what they select: keys in, query and selection out.

use crate::common::{EVENTS, explored};
use annals::app::{Mode, State};
use annals::date::Language;
use annals::ui::{cursor, paint, picture};
use annals::view::Rest;

fn opened(keys: &str) -> State {
    explored(EVENTS, (100, 30), Language::En, keys)
}

fn selected(state: &State) -> &str {
    state.selected.map_or("", |event| state.content.chronology[event].id())
}

/// What is asked, how many events match certainly and possibly, and which one is selected.
fn check(keys: &str, text: &str, counts: Option<(usize, usize)>, event: &str) {
    let state = opened(keys);
    let found = state.search.found.as_ref().map(|found| (found.certain, found.possible));
    assert_eq!((state.search.text.as_str(), found, selected(&state)), (text, counts, event), "{keys}");
}

#[test]
fn it_finds_while_it_is_typed_and_gives_back_what_was_there() {
    let sixth = selected(&opened("5j")).to_owned();
    let (ties, letter) = ("sister-cities-palmerston-north", "letter-palmerston-north");
    check("/", "", None, ties);
    check("j / palmerston", "palmerston", Some((3, 0)), letter);
    check("/ palmerston enter n", "palmerston", Some((3, 0)), letter);
    check("/ palmerston enter 2n", "palmerston", Some((3, 0)), "masks-palmerston-north");
    check("/ palmerston enter 3n", "palmerston", Some((3, 0)), ties);
    check("/ palmerston enter N", "palmerston", Some((3, 0)), "masks-palmerston-north");
    check("/ palmerston down down up", "palmerston", Some((3, 0)), letter);
    check("5j / palmerston esc", "", None, &sixth);
    check("j / palmerston enter / vicenza esc", "palmerston", Some((3, 0)), letter);
    check("j / palmerston enter esc", "", None, letter);
    check("/ palmerston ctrl-u", "", None, ties);
    check(
        "j / palmerston enter / ctrl-e space category:donation",
        "palmerston category:donation",
        Some((1, 0)),
        "masks-palmerston-north",
    );
    check("5j / nowhere-at-all", "nowhere-at-all", Some((0, 0)), &sixth);
}

#[test]
fn a_date_or_an_id_leads_to_its_event() {
    check("/ 2020-04-15 enter", "", None, "masks-palmerston-north");
    check("/ thanks-vicenza enter", "", None, "thanks-vicenza");
    check("/ thanks-vicenza esc", "", None, "sister-cities-palmerston-north");
    check("/ palmerston enter / 2018 enter", "palmerston", Some((3, 0)), "memorandum-vicenza");
}

#[test]
fn a_month_leads_to_what_happened_then() {
    // The title of another event, and the text of a third, have the name of the month.
    let event =
        |id: &str, title: &str, date: &str| format!("[[event]]\nid = '{id}'\ntitle = '{title}'\ndate = '{date}'\n");
    let events = [event("plan", "A plan for June", "2019-12-01"), event("vague", "Some day", "2020")].concat()
        + &event("early", "Begun", "2020-06-01")
        + &event("late", "Done", "2020-06-30")
        + &event("next", "Again", "2021-06");
    let text = format!("format = 1\n{events}");
    for (keys, expected) in [
        ("/ june", "early"),
        ("/ june enter n", "late"),
        ("G / june", "next"),
        ("G / June space 2020", "early"),
        ("/ 6月", "early"),
        ("/ 六月", "early"),
        ("/ plan space june", "plan"),
        ("/ july", "vague"),
    ] {
        let state = explored(&text, (100, 30), Language::En, keys);
        assert_eq!(selected(&state), expected, "{keys}");
    }
}

/// The row of the query at the foot of a screen, from its second column on.
fn foot((width, height): (u16, u16), language: Language, keys: &str) -> String {
    let shown = picture(&paint(&explored(EVENTS, (width, height), language, keys)));
    shown.lines().rev().nth(1).unwrap_or_default().trim().to_owned()
}

#[test]
fn a_number_is_a_year_only_where_something_is_dated_so() {
    check("/ 1000", "1000", Some((4, 0)), "masks-palmerston-north");
    check("/ 3000", "3000", Some((0, 0)), "sister-cities-palmerston-north");
    check("/ 1970 enter", "1970", Some((0, 0)), "sister-cities-palmerston-north");
    check("/ 2015 enter", "", None, "saito-big-data-expo");
    check("/ 2020/4/15 enter", "", None, "masks-palmerston-north");
    // Where it is both, the line tells how it is looked for.
    check("/ 2014 enter", "", None, "pix-moving-founded");
    check("/ \"2014\" enter", "\"2014\"", Some((1, 0)), "pix-moving-founded");
    let told = |size, language| foot(size, language, "/ 2014");
    assert!(told((80, 24), Language::En).ends_with("→ PIX Moving is founded in Guiyang; \"2014\" finds 1"));
    assert!(told((80, 24), Language::Zh).ends_with("；查 \"2014\" 得1件"), "{}", told((80, 24), Language::Zh));
    assert!(told((80, 24), Language::Ja).ends_with("；\"2014\" なら1件"), "{}", told((80, 24), Language::Ja));
    assert!(told((40, 10), Language::En).starts_with("/ 2014 "), "{}", told((40, 10), Language::En));
}

#[test]
fn what_is_cut_says_so() {
    let asked = |size, keys: &str| foot(size, Language::En, keys);
    let long = asked((100, 24), "/ category:donation space or space actor:vicenza enter f space");
    assert!(long.contains("/ (category:donation or actor:vicenza) category:donation  10 certainly"), "{long}");
    let cut = asked((80, 24), "/ category:donation,letter,visit space actor:guiyang enter");
    assert!(cut.contains("/ category:donation,letter,visit…  19 certainly"), "{cut}");
    let title = asked((80, 24), "/ 2020-10");
    assert!(title.ends_with("→ Japanese local governments visit Guiyang"), "{title}");
    let title = asked((46, 20), "/ goods-meath");
    assert!(title.ends_with('…'), "{title}");
}

#[test]
fn beside_a_mistake_stands_what_is_still_shown() {
    for (language, expected) in [
        (Language::En, "still shown: date:2020"),
        (Language::Zh, "仍显示：date:2020"),
        (Language::Ja, "表示中：date:2020"),
    ] {
        let line = foot((80, 24), language, "/ date:2020-13");
        assert!(line.starts_with("/ date:2020-13 ") && line.ends_with(expected), "{line}");
    }
    assert_eq!(foot((40, 10), Language::En, "/ date:2020-13"), "/ date:2020-13", "what is typed has the room");
    assert_eq!(foot((80, 24), Language::En, "/ (a"), "/ (a");
    let shown = picture(&paint(&explored(EVENTS, (80, 24), Language::En, "/ date:2020-13")));
    assert!(shown.trim_end().ends_with("or a part of the ..."), "{shown}");
}

#[test]
fn a_value_that_nothing_is_called_is_told_beside_the_nothing_that_it_finds() {
    let check = |size, language, keys: &str, expected: &str| {
        let line = foot(size, language, keys);
        assert!(line.ends_with(expected), "{keys}: {line}");
    };
    let wide = (80, 24);
    check(wide, Language::En, "/ category:nonsense", "none found; no category is called `nonsense`");
    check(wide, Language::En, "/ category:donatoin", "none found; did you mean `donation`?");
    check(
        (100, 24),
        Language::En,
        "/ from:vicenzza",
        "none found; no actor is called `vicenzza`; did you mean `Vicenza`?",
    );
    check(wide, Language::Zh, "/ tag:nothing", "0件；`tag`中没有`nothing`");
    check(wide, Language::En, "/ country:ZZ", "none found; no country is called `ZZ`");
    check(wide, Language::Ja, "/ country:Q", "0件；`country`に`Q`はない");
    check((40, 10), Language::En, "/ category:nonsense", "none found");
    let kept = |size| foot(size, Language::En, "/ category:nonsense enter");
    assert!(kept(wide).contains("/ category:nonsense  none found ─"), "{}", kept(wide));
    assert!(
        kept((120, 40)).contains("nonsense  none found; no category is called `nonsense` ─"),
        "{}",
        kept((120, 40))
    );
    // What is there but has done nothing, and what is asked for beside something else.
    check(wide, Language::En, "/ to:rucco", "0 certainly, 0 possibly");
    check(wide, Language::En, "/ masks space or space tag:nothing", "12 certainly, 0 possibly");
}

#[test]
fn a_date_of_two_readings_is_told_with_both() {
    for (language, expected) in [
        (Language::En, "for the date, write `date:2020-04-03` or `date:2020-03-04`"),
        (Language::Zh, "0件；`3/4/2020`按文字查找；要查日期，请写`date:2020-04-03`或`date:2020-03-04`"),
        (Language::Ja, "日付を探すなら`date:2020-04-03`か`date:2020-03-04`と書く"),
    ] {
        let line = foot((100, 24), language, "/ 3/4/2020");
        assert!(line.starts_with("/ 3/4/2020 ") && line.ends_with(expected), "{line}");
    }
    let told = |keys: &str| picture(&paint(&explored(EVENTS, (100, 24), Language::Zh, keys)));
    assert!(told("/ date:3/4/2020").contains("可写作`2020-04-03`或`2020-03-04`"), "{}", told("/ date:3/4/2020"));
}

#[test]
fn among_no_facets_the_way_out_is_all_that_is_offered() {
    let last = |text: &str| {
        let shown = picture(&paint(&explored(text, (100, 30), Language::En, "f")));
        shown.lines().last().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(last("format = 1\n"), "Enter close 0 of 0");
    assert!(last(EVENTS).starts_with("Space choose Tab next facet Enter close"), "{}", last(EVENTS));
}

#[test]
fn the_first_match_has_room_for_those_behind_it() {
    let state = explored(EVENTS, (80, 24), Language::En, "/ yokohama");
    let shown = picture(&paint(&state));
    let row = shown.lines().position(|line| line.starts_with(" ▸")).unwrap_or_default();
    let (list, third) = state.layout().map_or((0, 0), |it| (usize::from(it.list.y), usize::from(it.list.height) / 3));
    assert!((list..=list + third).contains(&row), "{shown}");
    // Who is where the query leads to already stays where he is.
    let before = explored(EVENTS, (80, 24), Language::En, "13j");
    let after = explored(EVENTS, (80, 24), Language::En, "13j / yokohama");
    assert_eq!((before.selected, before.top), (after.selected, after.top));
}

#[test]
fn a_mistake_is_told_with_its_place_and_what_was_found_stays() {
    let state = opened("/ vicenza space date:2020-13");
    let shown = picture(&paint(&state));
    assert!(shown.contains("/ vicenza date:2020-13"), "{shown}");
    assert!(shown.contains("character 19: found `13`, expected a month"), "{shown}");
    assert_eq!(state.search.text, "vicenza date:2020", "{shown}");
    let kept = opened("/ vicenza space date:2020-13 enter");
    assert_eq!(kept.mode(), Mode::Find, "the line stays open until it is no mistake");
    check(
        "/ vicenza space date:2020-13 backspace backspace backspace enter",
        "vicenza date:2020",
        Some((5, 1)),
        "letter-chen-yan-vicenza",
    );
}

#[test]
fn the_rest_is_hidden_and_comes_back_with_the_same_event_selected() {
    let list = |keys: &str| {
        let state = opened(keys);
        let titles = state.listing().len();
        (titles, state.search.rest, selected(&state).to_owned())
    };
    let letter = "letter-palmerston-north".to_owned();
    assert_eq!(list("j / palmerston enter"), (40, Rest::Dimmed, letter.clone()));
    assert_eq!(list("j / palmerston enter &"), (3, Rest::Hidden, letter.clone()));
    assert_eq!(list("j / palmerston tab enter"), (3, Rest::Hidden, letter.clone()));
    assert_eq!(list("j / palmerston enter & &"), (40, Rest::Dimmed, letter.clone()));
    assert_eq!(list("j / palmerston enter & esc"), (40, Rest::Hidden, letter));
    assert_eq!(
        list("/ palmerston enter & j j j").2,
        "masks-palmerston-north",
        "only what is listed is stepped through"
    );
    // Where a link leads out of what was found, that event is listed too.
    let (count, _, event) = list("/ palmerston enter & G ]");
    assert!(event == "masks-palmerston-north" && count == 3 || count == 4, "{event} {count}");
}

#[test]
fn the_line_shows_its_cursor_and_what_is_typed_on_every_screen() {
    for (width, height) in [(40, 10), (60, 15), (80, 24), (120, 40)] {
        let state = explored(EVENTS, (width, height), Language::Zh, "/ 贵阳 space hengbin");
        let shown = picture(&paint(&state));
        let row = shown.lines().nth(usize::from(height) - 2).unwrap_or_default();
        assert!(row.starts_with(" / 贵阳 hengbin"), "{shown}");
        let cursor = cursor(&state).expect("a cursor");
        assert_eq!((cursor.x, cursor.y), (15, height - 2), "{shown}");
    }
    let kept = explored(EVENTS, (40, 10), Language::En, "/ hb enter");
    assert!(picture(&paint(&kept)).contains("/ hb  5 certainly"), "{}", picture(&paint(&kept)));
    let long = explored(EVENTS, (40, 10), Language::En, &format!("/ {} home", "贵".repeat(40)));
    assert_eq!(cursor(&long).map(|at| at.x), Some(3));
    let end = explored(EVENTS, (40, 10), Language::En, &format!("/ {}", "贵".repeat(40)));
    assert!(cursor(&end).is_some_and(|at| at.x < 40), "{}", picture(&paint(&end)));
    assert_eq!(cursor(&opened("")), None);
}

#[test]
fn what_is_called_so_is_selected_before_what_merely_tells_of_it() {
    check("/ poem", "poem", Some((3, 0)), "poem-gunma");
    // The goods for County Meath mention Vicenza, and come first.
    check("/ vicenza space goods", "vicenza goods", Some((5, 0)), "goods-vicenza");
    check("/ 数字", "数字", Some((8, 0)), "pix-moving-founded");
    // From the selected event on, then from the first one.
    check("end / masks", "masks", Some((12, 0)), "masks-friendship-succession");
}

#[test]
fn a_mistake_is_told_in_the_readers_language_by_what_helps_most() {
    let check = |language, keys: &str, expected: &str| {
        let shown = picture(&paint(&explored(EVENTS, (80, 24), language, keys)));
        assert_eq!(shown.lines().last().map(str::trim), Some(expected), "{keys}");
    };
    check(Language::Zh, "/ date:2020-3", "第12字：这里不合日期的写法，应如 2020、2020-03、2020-03-15；可写作`2020-03`");
    check(Language::Ja, "/ catgory:x", "1文字目：`category`のことか");
    check(Language::En, "/ catgory:x", "character 1: did you mean `category`?");
    check(Language::En, "/ date:2020-3", "character 12: write `2020-03`: month and day have two digits each");
    check(Language::Zh, "/ date:2020-02-30", "第14字：日历上没有这一天");
    check(Language::En, "/ or", "character 1: found nothing before `or`, expected a word");
    check(Language::Ja, "/ a(b", "2文字目：`(`が閉じていない。終わりに`)`が要る");
}

#[test]
fn facets_only_ever_write_the_query() {
    let state = opened("f");
    assert_eq!((state.mode(), state.search.text.as_str()), (Mode::Facets, ""));
    let first = "masks-friendship-succession";
    check("f space", "category:donation", Some((10, 0)), first);
    check("f space down space", "category:donation,letter", Some((17, 0)), first);
    check("f space space", "", None, first);
    check("f down space f", "category:letter", Some((7, 0)), "poem-gunma");
    check("/ vicenza enter f space esc", "vicenza category:donation", Some((2, 0)), "goods-vicenza");
    check("f space esc esc", "", None, first);
    // A digit leads to a facet; among the years to the fullest one, whose months are open.
    check("f 4 down space", "country:JP", Some((10, 0)), "masks-ibaraki");
    check("f 6 space", "date:2020", Some((29, 6)), "masks-friendship-succession");
    check("f 6 down down down space", "date:2020-03", Some((3, 17)), "masks-friendship-succession");
    check("f 6 space down down space", "date:2020-02", Some((1, 17)), "masks-friendship-succession");
    check("f 9 space", "category:donation", Some((10, 0)), first);
    // What is asked for by another name is chosen by its id.
    check("/ category:don enter f space", "", None, first);
    check("/ category:don enter f down space", "category:donation,letter", Some((17, 0)), first);
    // Tab goes to the next facet, and back.
    check("f tab space", "actor:guiyang", Some((30, 0)), "sister-cities-palmerston-north");
    check("f backtab backtab space", "is:exact", Some((10, 0)), "vicenza-delegation");
    check("f tab tab backtab space", "actor:guiyang", Some((30, 0)), "sister-cities-palmerston-north");
}

#[test]
fn facets_have_their_heading_above_them_and_room_for_names() {
    let rows = |keys: &str| -> Vec<String> {
        let shown = picture(&paint(&explored(EVENTS, (80, 24), Language::En, keys)));
        shown.lines().skip(11).take(11).map(|line| line.chars().skip(41).collect()).collect()
    };
    let months = rows("f 6 down down down space");
    assert_eq!(months[0], "   6 Year            certain +possible");
    assert_eq!(months[5], " ▸ [x]   Mar 2020                3 +17");
    let actors = rows("f 2 down down down down down");
    assert_eq!(actors[0], "   2 Who took part");
    assert_eq!(actors[3], "   [ ] Delegation of Japanese loca…  6");
    assert_eq!(rows("f")[0], "   1 Category                  certain");
    assert!(rows("/ category:don enter f")[1].starts_with(" ▸ [x] donation"));
    assert_eq!(rows("/ nowhere-at-all enter f")[0].trim(), "no event is found");
    let certainty = |row: &str| rows("f 7 down down down").iter().any(|line| line.contains(row));
    assert!(certainty("7 How certain") && certainty("[ ] date concluded"), "{:?}", rows("f 7"));
    // But never a heading without a value below it.
    assert!(rows("f 2 down down down")[0].starts_with("   [ ] video"));
}

#[test]
fn years_in_facets_are_named_as_over_their_events() {
    let text = "format = 1\n[[category]]\nid = \"c\"\nname = \"c\"\n\
                [[event]]\nid = \"a\"\ntitle = \"A\"\ncategory = \"c\"\ndate = \"-0043-03\"\n\
                [[event]]\nid = \"b\"\ntitle = \"B\"\ncategory = \"c\"\ndate = \"2020\"\n";
    let check = |language, year: &str| {
        let shown = picture(&paint(&explored(text, (80, 24), language, "f")));
        let is_row = |line: &&str| line.contains(&format!("[ ] {year}"));
        assert!(
            shown.lines().any(|line| line.starts_with(&format!(" {year}"))) && shown.lines().any(|l| is_row(&l)),
            "{shown}"
        );
    };
    check(Language::En, "44 BC");
    check(Language::Zh, "前44年");
    check(Language::Ja, "前44年");
}

#[test]
fn actors_and_sources_become_the_query() {
    let ties = "sister-cities-palmerston-north";
    check("3 enter", "actor:guiyang", Some((30, 0)), ties);
    check("3 enter enter", "", None, ties);
    check("4 j j enter", "source:xh", Some((5, 0)), "memorandum-vicenza");
    check("4 j j enter 1 esc", "", None, "memorandum-vicenza");
}
