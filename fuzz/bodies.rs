//! What must hold for any input at all. The fuzzer's targets and the property tests of the
//! project both run these, so that what one has found stays a case of the other.

use annals::app::{Action, Characters, Content, Key, Manner, State, Theme};
use annals::chronology::Chronology;
use annals::chronology::query::{Index, Query};
use annals::date::{Date, Language};
use annals::exchange::{FORMATS, IMPORTERS, Selection};
use annals::file::{Breaks, Document, Style, read, render, visible};
use annals::ui::{paint, picture};
use annals::view::{Glyphs, Size, Words, plain};
use std::sync::LazyLock;

/// The most bytes that are tried: what is larger is only slower.
const MOST: usize = 1 << 16;

static BUILT_IN: LazyLock<Content> = LazyLock::new(|| content(include_bytes!("../events.toml")));

/// What a file of these bytes holds.
fn content(bytes: &[u8]) -> Content {
    let (document, problem) = Document::from_bytes("any.toml", bytes.to_vec(), 0);
    let documents = vec![document];
    let (records, found) = read(&documents);
    let (chronology, others) = Chronology::new(records);
    let problems = problem.into_iter().chain(found).chain(others).collect();
    Content { chronology, documents, problems }
}

fn assert_visible(text: &str, what: &str) {
    assert_eq!(visible(text, Breaks::Keep), text, "{what} has hidden characters");
}

/// Any bytes as a file: each command has an answer, and no character of it is hidden.
pub fn file(bytes: &[u8]) {
    let content = content(&bytes[..bytes.len().min(MOST)]);
    let Content { chronology, documents, problems } = &content;
    for problem in problems {
        assert!(problem.span.start() <= problem.span.end() && problem.span.document() == 0, "{problem:?}");
    }
    for style in [Style::Short, Style::Full { color: false, ascii: false }] {
        assert_visible(&render(problems, documents, style), "a report");
    }
    assert_visible(&plain::list(chronology, Words::of(Language::En)), "the list");
    for event in chronology.numbers().take(3) {
        assert_visible(&plain::show(chronology, event, documents, Words::of(Language::Zh)), "a page");
        assert_visible(&plain::why(chronology, event, documents, Words::of(Language::Ja)), "a proof");
    }
    let selection = Selection::all(chronology, documents, Language::En);
    for format in FORMATS {
        drop((format.write)(&selection));
    }
    if let Ok(text) = str::from_utf8(bytes) {
        for importer in IMPORTERS {
            if let Ok(imported) = importer.import(text) {
                assert_visible(&imported.text, importer.id);
            }
        }
    }
    shown(content, "G w tab j enter ! j esc 2 3 4", Size { width: 60, height: 20 });
}

/// Any text as a query: it is understood or refused at a place in it, and what it finds is there.
pub fn query(text: &str) {
    static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&BUILT_IN.chronology));
    match Query::parse(text) {
        Ok(query) => {
            let found = INDEX.find(&query);
            assert!(found.events().count() <= BUILT_IN.chronology.events.len());
        }
        Err(error) => assert_visible(&error.to_string(), "a refusal"),
    }
}

/// Any text as a date: what is printed reads as the same, and every language has words for it.
pub fn date(text: &str) {
    match text.parse::<Date>() {
        Ok(date) => {
            let printed = date.to_string();
            assert_eq!(printed.parse::<Date>().map(|again| again.to_string()), Ok(printed.clone()), "{text:?}");
            if let (Some(earliest), Some(latest)) = (date.earliest().day(), date.latest().day()) {
                assert!(earliest <= latest, "{text:?}");
            }
            for language in Language::ALL {
                assert_visible(&date.words(language), "the words");
                assert!(!date.words(language).is_empty(), "{text:?}");
            }
        }
        Err(error) => assert!(error.at >= 1, "{text:?}"),
    }
}

/// Any keys: each byte is one, or the beginning of another size; the picture is always whole.
pub fn keys(bytes: &[u8]) {
    const NAMED: [Key; 14] = [
        Key::Enter,
        Key::Esc,
        Key::Backspace,
        Key::Tab,
        Key::BackTab,
        Key::Up,
        Key::Down,
        Key::Left,
        Key::Right,
        Key::PageUp,
        Key::PageDown,
        Key::Home,
        Key::End,
        Key::Char('横'),
    ];
    let mut state = state(BUILT_IN.clone(), Size { width: 80, height: 24 });
    let mut bytes = bytes.iter().copied().take(200);
    while let Some(byte) = bytes.next() {
        let key = match byte {
            0..=13 => NAMED[usize::from(byte)],
            14 => {
                let (width, height) = (bytes.next().unwrap_or(80), bytes.next().unwrap_or(24));
                state.apply(Action::Resize(Size { width: width.into(), height: height.into() }));
                continue;
            }
            15 => {
                state.wait();
                continue;
            }
            letter @ 32..=126 => Key::Char(char::from(letter)),
            other => Key::Ctrl(char::from(b'a' + other % 26)),
        };
        press(&mut state, key);
        drop(paint(&state));
    }
    check(&state);
}

fn shown(content: Content, script: &str, size: Size) {
    let mut state = state(content, size);
    for key in Key::script(script).into_iter().flatten() {
        press(&mut state, key);
        state.wait();
        check(&state);
    }
}

fn press(state: &mut State, key: Key) {
    let action = state.bindings.resolve(state.mode(), state.count, key);
    state.apply(action.unwrap_or(Action::Forget));
}

fn state(content: Content, size: Size) -> State {
    let (glyphs, characters, theme) = (Glyphs::UNICODE, Characters::Unicode, Theme::Terminal);
    let mut state = State::new(content, Manner { language: Language::En, glyphs, characters, theme, size });
    state.apply(Action::Resize(size));
    state
}

fn check(state: &State) {
    let text = picture(&paint(state));
    assert_visible(&text, "the picture");
    let rows = usize::from(state.manner.size.height) * usize::from(state.manner.size.width > 0);
    assert_eq!(text.lines().count(), rows);
}
