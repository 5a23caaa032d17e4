//! Any script of keys, at any size, in any language: the selection stays on the screen,
//! counts add up, and nothing panics.

use crate::common::{EVENTS, content, fresh, press, type_script};
use annals::app::{Action, Characters, Content, KEYMAP, Key, Manner, State, Theme};
use annals::date::Language;
use annals::ui::{paint, picture};
use annals::view::{Glyphs, Pane, Size};
use proptest::prelude::*;
use std::sync::LazyLock;

static BUILT_IN: LazyLock<Content> = LazyLock::new(|| content(EVENTS));

/// One thing that a user or a terminal can do.
#[derive(Debug, Clone)]
enum Deed {
    Press(Key),
    Resize(u16, u16),
    Reload,
}

fn deed() -> impl Strategy<Value = Deed> {
    let keys: Vec<Key> = KEYMAP
        .iter()
        .flat_map(|binding| binding.keys.iter().copied())
        .chain("123456789".chars().map(Key::Char))
        .collect();
    let often = vec![Key::Enter, Key::Tab, Key::Char('j'), Key::Char('w'), Key::Char('L'), Key::Char('}')];
    prop_oneof![
        6 => proptest::sample::select(keys).prop_map(Deed::Press),
        4 => proptest::sample::select(often).prop_map(Deed::Press),
        1 => Just(Deed::Reload),
        2 => (0_u16..200, 0_u16..150).prop_map(|(width, height)| Deed::Resize(width, height)),
    ]
}

fn opened(size: (u16, u16), language: Language, glyphs: Glyphs) -> State {
    let characters = if glyphs == Glyphs::ASCII { Characters::Ascii } else { Characters::Unicode };
    let manner =
        Manner { language, glyphs, characters, theme: Theme::Terminal, size: Size { width: size.0, height: size.1 } };
    State::new(BUILT_IN.clone(), manner)
}

/// What must hold after every deed.
fn check(state: &State) {
    let text = picture(&paint(state));
    let layout = state.layout();
    assert_eq!(text.lines().count(), usize::from(state.manner.size.height) * usize::from(state.manner.size.width > 0));
    if let (Some(layout), None, Pane::List, None) = (layout, state.overlay, state.focus, state.playing) {
        let selected = text.lines().skip(usize::from(layout.list.y)).take(usize::from(layout.list.height));
        let marks = selected.filter(|row| row.starts_with(" ▸") || row.starts_with(" >")).count();
        // A query may leave no actor and no source.
        let rows = state.register(&layout).map_or(1, |register| register.all);
        assert_eq!(marks, rows.min(1), "what is selected is on the screen\n{text}");
    }
    if let (Some(layout), Some(link)) = (layout, state.reading.link) {
        let lines = state.shown_page(&layout);
        assert!(lines[link].link.is_some(), "the selected link leads somewhere");
        let below = state.reading.scroll + usize::from(layout.page.height);
        assert!((state.reading.scroll..below).contains(&link), "the selected link is on the screen");
    }
    let counts = state.outline.counts;
    assert_eq!(counts.day + counts.less + counts.undated, state.content.chronology.events.len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_script_keeps_the_selection_visible(
        size in (0_u16..200, 0_u16..150),
        language in proptest::sample::select(Language::ALL.to_vec()),
        glyphs in proptest::sample::select(vec![Glyphs::UNICODE, Glyphs::ASCII]),
        deeds in proptest::collection::vec(deed(), 0..40),
    ) {
        let mut state = opened(size, language, glyphs);
        state.apply(Action::Resize(state.manner.size));
        check(&state);
        for deed in deeds {
            match deed {
                Deed::Press(key) => press(&mut state, key),
                Deed::Resize(width, height) => {
                    state.apply(Action::Resize(Size { width, height }));
                }
                Deed::Reload => {
                    state.apply(Action::Reload(fresh(BUILT_IN.clone())));
                }
            }
            check(&state);
        }
    }
}

#[test]
fn no_line_stays_selected_on_a_page_that_is_left() {
    for keys in ["G k enter j backspace", "G k enter j esc", "G k enter j tab"] {
        let mut state = opened((40, 25), Language::Zh, Glyphs::UNICODE);
        state.apply(Action::Resize(state.manner.size));
        let (there, back) = keys.rsplit_once(' ').expect("a key that leads back");
        type_script(&mut state, there);
        assert!(state.reading.link.is_some(), "a link is selected");
        type_script(&mut state, back);
        assert_eq!((state.focus, state.reading.link), (Pane::List, None), "{keys}");
        check(&state);
    }
}

#[test]
fn every_size_from_nothing_up_is_painted() {
    for (width, height) in (0..60).flat_map(|w| (0..30).map(move |h| (w, h))).chain([(1000, 500), (500, 1), (1, 400)]) {
        for keys in ["", "?", "w", "!"] {
            let mut state = opened((width, height), Language::Zh, Glyphs::UNICODE);
            type_script(&mut state, keys);
            let buffer = paint(&state);
            assert_eq!(buffer.content.len(), usize::from(width) * usize::from(height), "{width}x{height} {keys}");
        }
    }
}

#[test]
fn in_ascii_nothing_else_is_painted() {
    for language in Language::ALL {
        for keys in ["", "20j", "30j tab", "w", "?", "!"] {
            let mut state = opened((100, 30), language, Glyphs::ASCII);
            type_script(&mut state, keys);
            assert!(picture(&paint(&state)).is_ascii(), "{language:?} {keys}\n{}", picture(&paint(&state)));
        }
    }
}
