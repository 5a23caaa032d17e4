//! The mouse: whatever is drawn in a cell is what a click there means.

use crate::common::{EVENTS, explored};
use annals::app::{Action, Deed, Point, State};
use annals::date::Language;
use annals::ui::{paint, picture};
use annals::view::{Lens, Pane};

/// What the explorer shows after a script of keys.
fn opened(keys: &str) -> State {
    explored(EVENTS, (100, 30), Language::En, keys)
}

fn act(state: &mut State, deed: Deed, column: u16, row: u16) {
    state.apply(Action::Point(Point { deed, column, row }));
}

fn selected(state: &State) -> &str {
    state.selected.map_or("", |event| state.content.chronology[event].id())
}

#[test]
fn every_row_of_the_list_is_the_event_that_stands_there() {
    let layout = opened("").layout().expect("a layout");
    for row in 0..layout.list.height {
        let mut state = opened("19j");
        let before = picture(&paint(&state));
        let line: String =
            before.lines().nth(usize::from(layout.list.y + row)).unwrap_or_default().chars().take(45).collect();
        act(&mut state, Deed::Press, 10, layout.list.y + row);
        let event = &state.content.chronology[state.selected.expect("an event")];
        let title: String = state.content.chronology.read(&event.record.title, Language::En).chars().take(10).collect();
        let is_heading = line.contains("───");
        assert!(
            line.contains(&title) || (is_heading && selected(&state) == selected(&opened("19j"))),
            "{line} {title}"
        );
    }
}

#[test]
fn rows_of_actors_and_sources_are_selected() {
    for (keys, lens) in [("3", Lens::Actors), ("4", Lens::Sources)] {
        let mut state = opened(keys);
        assert_eq!(state.lens, lens);
        let layout = state.layout().expect("a layout");
        act(&mut state, Deed::Press, 5, layout.list.y + 3);
        assert_eq!(state.register(&layout).expect("a list").selected, 2);
    }
}

/// Where a text stands on the screen: the column and the row of its first letter.
fn place_of(state: &State, text: &str) -> (u16, u16) {
    let shown = picture(&paint(state));
    let rows = shown.lines().enumerate().filter_map(|(row, line)| Some((line.split_once(text)?.0, row)));
    let (before, row) = rows.take(1).next().unwrap_or_else(|| panic!("{text} in\n{shown}"));
    (annals::view::width::columns(before) as u16, row as u16)
}

#[test]
fn a_click_on_the_map_steps_through_the_events_of_the_place_there() {
    for text in ["Vicenza ×6", "●←⡀", "Palmerston"] {
        let mut state = opened("2");
        let (column, row) = place_of(&state, text);
        let before = state.frame;
        let mut seen = vec![];
        for _ in 0..8 {
            act(&mut state, Deed::Press, column, row);
            let place = if text == "Palmerston" { "palmerston" } else { "vicenza" };
            assert!(selected(&state).contains(place), "{text}: {}", selected(&state));
            seen.push(selected(&state).to_owned());
        }
        let once: std::collections::BTreeSet<&String> = seen.iter().collect();
        assert_eq!(once.len(), if text == "Palmerston" { 3 } else { 6 }, "{seen:?}");
        assert_eq!(seen[once.len()], seen[0], "from the last one on the first");
        assert_eq!(state.frame, before);
    }
    // The sea is no place, and the place stays where it is on a part of the earth.
    let mut state = opened("2");
    let before = selected(&state).to_owned();
    act(&mut state, Deed::Press, 30, 16);
    assert_eq!(selected(&state), before);
    let mut near = opened("2 / goods-vicenza enter + + +");
    let (column, row) = place_of(&near, "Vicenza");
    let first = selected(&near).to_owned();
    act(&mut near, Deed::Press, column, row);
    assert_ne!(selected(&near), first);
    assert_eq!(place_of(&near, "Vicenza"), (column, row));
}

#[test]
fn a_click_on_the_axis_selects_what_is_drawn_there() {
    for id in ["masks-palmerston-north", "goods-yokohama", "sister-cities-palmerston-north"] {
        let state = opened(&format!("/ {id} enter esc"));
        let text = picture(&paint(&state));
        assert_eq!(selected(&state), id, "{text}");
    }
    // The one dot in the lane of donations.
    let mut state = opened("");
    let text = picture(&paint(&state));
    let row = text.lines().position(|line| line.contains("donation")).expect("a lane");
    let column = text.lines().nth(row).and_then(|line| line.chars().position(|sign| sign == '●')).expect("a dot");
    act(&mut state, Deed::Press, column as u16, row as u16);
    assert_eq!(selected(&state), "masks-palmerston-north");
}

#[test]
fn dragging_the_axis_pans_it_and_the_wheel_zooms() {
    let mut state = opened("19j");
    act(&mut state, Deed::WheelUp, 60, 4);
    act(&mut state, Deed::WheelUp, 60, 4);
    assert_eq!(state.window.zoom, 2);
    let from = state.window.from;
    act(&mut state, Deed::Drag, 50, 4);
    assert_eq!(state.window.from, from, "nothing was gripped");
    act(&mut state, Deed::Press, 60, 2);
    act(&mut state, Deed::Drag, 70, 2);
    act(&mut state, Deed::Drag, 75, 3);
    assert_eq!(state.window.from, from - 15);
    act(&mut state, Deed::WheelDown, 60, 4);
    assert_eq!(state.window.zoom, 1);
}

#[test]
fn links_are_followed_and_the_page_scrolls() {
    let mut state = opened("19j");
    let layout = state.layout().expect("a layout");
    act(&mut state, Deed::WheelDown, layout.page.x + 3, layout.page.y);
    assert_eq!((state.focus, state.reading.scroll), (Pane::Page, 3));
    act(&mut state, Deed::WheelUp, layout.page.x + 3, layout.page.y);
    let lines = state.shown_page(&layout);
    let link = lines.iter().position(|line| line.link.is_some()).expect("a link");
    let target = lines[link].link;
    act(&mut state, Deed::Press, layout.page.x + 12, layout.page.y + link as u16);
    assert_eq!(state.selected, target);
}

#[test]
fn nothing_happens_where_nothing_is() {
    for keys in ["", "?", "/ x", "2", "p", "f"] {
        let before = opened(keys);
        let mut state = before.clone();
        for (column, row) in [(0, 0), (99, 29), (200, 200), (u16::MAX, u16::MAX)] {
            act(&mut state, Deed::Press, column, row);
            act(&mut state, Deed::Drag, column, row);
        }
        assert_eq!(selected(&state), selected(&before), "{keys}");
    }
}
