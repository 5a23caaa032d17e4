//! The files change while they are read.

use crate::common::{content, explored, fresh, press};
use annals::app::{Action, Effect, Key, Notice, Place, State};
use annals::date::Language;
use annals::ui::{paint, picture};

fn file(ids: &str) -> String {
    let events = ids.split(' ').filter(|id| !id.is_empty());
    let events = events.enumerate().map(|(at, id)| {
        format!("[[event]]\nid = \"{id}\"\ntitle = \"Title {id}\"\ncategory = \"c\"\ndate = \"20{:02}\"\n", at + 10)
    });
    let head = "format = 1\n[[category]]\nid = \"c\"\nname = \"c\"\n";
    format!("{head}{}", events.collect::<String>())
}

/// The explorer on one file, after keys and after the file has changed into another.
fn changed(before: &str, keys: &str, after: &str) -> State {
    let mut state = explored(before, (100, 30), Language::En, keys);
    state.apply(Action::Reload(fresh(content(after))));
    state
}

fn selected(state: &State) -> &str {
    state.selected.map_or("nothing", |event| state.content.chronology[event].id())
}

#[test]
fn the_selection_stays_by_id() {
    let check = |before: &str, keys: &str, after: &str, expected: &str| {
        assert_eq!(selected(&changed(&file(before), keys, &file(after))), expected, "{before} {keys} {after}");
    };
    check("a b c", "j", "a b c", "b");
    check("a b c", "j", "x a y b", "b");
    check("a b c", "G", "a b", "b");
    check("a b c", "j", "x", "x");
    check("a b c", "j", "", "nothing");
    check("", "", "a", "a");
}

#[test]
fn the_selected_actor_and_source_stay_by_id() {
    let file = |ids: &str| {
        let each = |id: &str| {
            format!(
                "[[actor]]\nid = '{id}'\nname = 'Name {id}'\n[[source]]\nid = '{id}'\ntitle = 'Title {id}'\n\
                 [[event]]\nid = '{id}'\ntitle = 'Event {id}'\nactors = ['{id}']\nsources = ['{id}']\n"
            )
        };
        format!("format = 1\n{}", ids.split(' ').map(each).collect::<String>())
    };
    let check = |keys: &str, after: &str, expected: &str| {
        let state = changed(&file("a b c"), keys, &file(after));
        let page = state.shown_page(&state.layout().expect("room")).into_owned();
        assert_eq!(page[0].text(), expected, "{keys} {after}");
    };
    check("3 j", "x a b c", "Name b");
    check("4 j j", "x a b c", "Title c");
    check("3 j", "x a c", "Name x");
    check("3", "x a b c", "Name x");
}

#[test]
fn a_proof_names_the_lines_that_the_file_has_now() {
    let check = |after: &str, expected: &str| {
        let shown = picture(&paint(&changed(&file("a b"), "j w", after)));
        assert!(shown.contains(expected), "{expected}\n{shown}");
    };
    check(&file("a b"), ":14]");
    check(&format!("# One more line.\n{}", file("a b")), ":15]");
}

#[test]
fn a_change_is_told_until_the_next_key() {
    let mut state = changed(&file("a b"), "j", &file("a b c"));
    assert_eq!(state.notice, Some(Notice::Reloaded(3)));
    assert!(picture(&paint(&state)).contains("The file has changed: read again, 3 events."));
    press(&mut state, Key::Up);
    assert_eq!(state.notice, None);
}

#[test]
fn what_is_being_typed_stays_in_its_line() {
    let check = |keys: &str, rest: &[Key], expected: &str| {
        let mut state = changed(&file("a b c"), keys, &file("x c a q"));
        rest.iter().for_each(|key| press(&mut state, *key));
        assert_eq!(selected(&state), expected, "{keys} {rest:?}");
    };
    check("j / a", &[Key::Esc], "c");
    check("j j / a", &[Key::Esc], "c");
    check("j j /", &[Key::Char('q')], "q");
    check("/ a", &[Key::Backspace, Key::Char('x'), Key::Enter], "x");
    check("/ q", &[Key::Enter], "q");
}

#[test]
fn a_broken_file_leaves_the_last_good_view() {
    let broken = format!("{}[[event]]\nid = \"new\"\ntitle = \"New\"\ndate = \"x\"\n", file("a b"));
    let mut state = changed(&file("a b"), "j", &broken);
    assert_eq!(selected(&state), "b");
    assert!(state.content.chronology.find("new").is_none(), "the view is the one before");
    assert_eq!(state.notice, Some(Notice::Broken(state.latest().problems.len())));
    let list = {
        press(&mut state, Key::Char('!'));
        picture(&paint(&state))
    };
    assert!(list.contains("bad-date"), "{list}");
    // Mended, it is shown, and no problem is left.
    state.apply(Action::Reload(fresh(content(&file("a b new")))));
    assert!(state.content.chronology.find("new").is_some());
    assert_eq!(state.latest().problems, []);
}

#[test]
fn a_view_with_errors_from_the_start_follows_the_file() {
    let broken = |date: &str| format!("{}[[event]]\nid = \"new\"\ntitle = \"New\"\ndate = \"{date}\"\n", file("a"));
    let state = changed(&broken("x"), "", &broken("y"));
    assert_eq!(state.broken, None);
    assert!(state.content.chronology.find("new").is_some());
}

#[test]
fn the_editor_opens_at_the_event_or_at_the_problem() {
    let check = |text: &str, keys: &str, last: Key, line: usize, column: usize| {
        let mut state = explored(text, (100, 30), Language::En, keys);
        let action = state.bindings.resolve(state.mode(), None, last).expect("a key with a meaning");
        assert_eq!(state.apply(action), Effect::Edit(Place { document: 0, line, column }), "{keys}");
    };
    check(&file("a b"), "", Key::Char('e'), 6, 6);
    check(&file("a b"), "j", Key::Char('e'), 11, 6);
    let broken = format!("{}[[event]]\nid = \"n\"\ntitle = \"N\"\ncategory = \"z\"\ndate = \"x\"\n", file("a"));
    check(&broken, "!", Key::Enter, 13, 12);
    check(&broken, "! j", Key::Enter, 14, 9);
    check(&broken, "! j", Key::Char('e'), 14, 9);
    check(&broken, "! j k", Key::Enter, 13, 12);
}
