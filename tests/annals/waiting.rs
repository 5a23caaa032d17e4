//! Queries on long files: asked before there is anything to answer them from, and answered then.

use crate::common::{EVENTS, content, explored, fresh, press, type_script};
use annals::app::{Action, Content, Key, Notice, State};
use annals::chronology::query::Index;
use annals::date::Language;
use annals::ui::{paint, picture};
use std::sync::Arc;

const PREPARING: &str = "getting ready to search ...";

fn opened(keys: &str) -> State {
    explored(EVENTS, (100, 30), Language::En, keys)
}

fn screen(state: &State) -> String {
    picture(&paint(state))
}

/// Gives a state what it waits for.
fn answer(state: &mut State) {
    let index = Index::new(&state.content.chronology);
    state.apply(Action::Answer(Box::new(index)));
}

#[test]
fn what_is_asked_early_is_answered_as_if_it_had_been_asked_later() {
    for (before, keys) in [
        ("", "/"),
        ("j", "/ palmerston"),
        ("", "/ palmerston enter"),
        ("5j", "/ palmerston esc"),
        ("j", "/ thanks-vicenza"),
        ("", "/ 2020-04-15 enter"),
        ("", "/ vicenza space date:2020-13"),
        ("", "/ masks ctrl-u"),
        ("", "f"),
        ("3", "/ letter enter"),
        ("4", "/ letter enter"),
    ] {
        let mut early = opened(before);
        early.apply(Action::Prepare);
        type_script(&mut early, keys);
        assert_eq!(early.search.found, None, "{keys}");
        answer(&mut early);
        let late = opened(&format!("{before} {keys}"));
        assert_eq!(screen(&early), screen(&late), "{before} {keys}");
    }
}

#[test]
fn the_line_the_rule_and_the_facets_say_that_one_has_to_wait() {
    for keys in ["/", "/ palmerston", "/ palmerston enter", "f"] {
        let mut state = opened("");
        state.apply(Action::Prepare);
        type_script(&mut state, keys);
        assert!(screen(&state).contains(PREPARING), "{keys}\n{}", screen(&state));
        answer(&mut state);
        assert!(!screen(&state).contains(PREPARING), "{keys}\n{}", screen(&state));
    }
    let mut state = opened("");
    state.apply(Action::Prepare);
    press(&mut state, Key::Char('n'));
    assert_eq!(state.notice, Some(Notice::Preparing));
}

#[test]
fn a_change_of_the_file_leaves_the_line_open_and_asks_again() {
    let check = |keys: &str, found: usize, expected: &str| {
        for is_long in [false, true] {
            let mut state = opened(keys);
            let is_open = state.search.typing.is_some();
            let more =
                "[[event]]\nid = \"new\"\ndate = \"1950\"\ncategory = \"letter\"\ntitle = \"A new palmerston\"\n";
            if is_long {
                state.apply(Action::Prepare);
            }
            state.apply(Action::Reload(fresh(content(&format!("{EVENTS}\n{more}")))));
            assert_eq!(state.search.waits(), is_long);
            if is_long {
                answer(&mut state);
            }
            assert_eq!(state.search.typing.is_some(), is_open, "{keys}");
            assert_eq!(state.search.found.as_ref().map(|found| found.certain), Some(found), "{keys}");
            let selected = state.selected.map(|event| state.content.chronology[event].id());
            assert_eq!(selected, Some(expected), "{keys}");
        }
    };
    check("j / palmerston", 4, "letter-palmerston-north");
    check("/ palmerston enter", 4, "sister-cities-palmerston-north");
    // Where the reader has gone on to another event, that stays selected.
    check("/ palmerston enter G", 4, "yokohama-exchanges-begin");
}

#[test]
fn what_is_kept_for_pictures_is_what_would_be_made_anew() {
    for keys in [
        "3 j",
        "3 j j k",
        "3 G",
        "3 j / letter enter j",
        "4 j j",
        "4 G k",
        "4 j / vicenza enter j k",
        "3 j 4 j 3",
        "j j k",
        "w",
        "w j j",
        "w L",
        "w w",
        "j / letter enter",
        "/ letter enter w esc",
        "w / yokohama enter L j",
        "tab down down L",
        "2 w j",
        "/ letter enter & &",
        "2 / letter enter &",
        "3 / letter enter j &",
        "4 / letter enter & j &",
    ] {
        let kept = opened(keys);
        let mut anew = opened(keys);
        let content: Arc<Content> = Arc::clone(&anew.content);
        anew.apply(Action::Load(fresh(content)));
        assert_eq!(screen(&kept), screen(&anew), "{keys}");
    }
}

#[test]
fn where_one_went_before_all_was_read_is_found_in_the_whole() {
    let beginning = |keys: &str| {
        let (begun, _) = EVENTS.split_once("[[event]]\nid = \"yokohama-exchanges-begin\"").expect("the last in order");
        let mut state = explored(begun, (100, 30), Language::En, "");
        state.apply(Action::Progress(10));
        type_script(&mut state, keys);
        state.apply(Action::Load(fresh(content(EVENTS))));
        state
    };
    let place = |state: &State| state.selected.map(|event| state.content.chronology[event].id().to_owned());
    for keys in ["G", "g", "40 G", "3 j G", "G g", "3 G", "3", "4 G", "? G", "G L", "G w", "G tab", "G ?", "G 1"] {
        assert_eq!(screen(&beginning(keys)), screen(&opened(keys)), "{keys}");
    }
    // Where a query hides the rest, that waits for the answer.
    for keys in ["/ masks enter & G", "/ masks enter & 2 0 G", "/ masks enter & j G", "/ masks enter & g"] {
        let (begun, _) = EVENTS.split_once("[[event]]\nid = \"yokohama-exchanges-begin\"").expect("the last in order");
        let mut state = explored(begun, (100, 30), Language::En, "");
        state.apply(Action::Progress(10));
        type_script(&mut state, keys);
        state.apply(Action::Prepare);
        state.apply(Action::Load(fresh(content(EVENTS))));
        answer(&mut state);
        assert_eq!(place(&state), place(&opened(keys)), "{keys}");
    }
    // Who went on from there stays at the event.
    let last = place(&opened("G"));
    for keys in ["G k", "G k j", "G / masks esc", "j j"] {
        assert_ne!(place(&beginning(keys)), last, "{keys}");
    }
}

#[test]
fn who_looked_through_a_lens_is_not_led_on_in_it_however_soon_all_is_read() {
    for digit in ['3', '4'] {
        let chosen = |is_hasty: bool| {
            let mut state = opened("G");
            state.apply(Action::Progress(10));
            press(&mut state, Key::Char('G'));
            press(&mut state, Key::Char(digit));
            if !is_hasty {
                state.wait();
            }
            state.apply(Action::Load(fresh(content(EVENTS))));
            state.chosen
        };
        assert_eq!(chosen(true), chosen(false), "{digit}");
    }
    // A digit that is a count has led nowhere.
    let mut state = opened("");
    state.apply(Action::Progress(10));
    "G3".chars().for_each(|key| press(&mut state, Key::Char(key)));
    press(&mut state, Key::Char('+'));
    assert!(state.sought.is_some());
}

#[test]
fn a_beginning_stays_where_there_is_no_event_in_what_follows() {
    let mut state = opened("j");
    state.apply(Action::Progress(10));
    state.apply(Action::Reload(fresh(content("x y z ["))));
    assert!(state.broken.is_some() && matches!(state.notice, Some(Notice::Broken(_))), "it is told");
    assert!(screen(&state).contains("2 of 40"), "{}", screen(&state));
    state.apply(Action::Load(fresh(content(EVENTS))));
    assert!(state.broken.is_none() && state.progress.is_none());
    assert!(screen(&state).contains("2 of 40"), "{}", screen(&state));
}
