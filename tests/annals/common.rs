//! What several tests need: chronologies from text, and states of the explorer.

use annals::app::{Action, Characters, Content, Fresh, Key, Manner, State, Theme};
use annals::chronology::Chronology;
use annals::date::Language;
use annals::file::{Document, Style, read, render};
use annals::view::{Glyphs, Size};
use std::process::{Command, Output, Stdio};
use std::sync::Arc;

/// The chronology that ships with the program, as text.
pub const EVENTS: &str = include_str!("../../events.toml");

/// Reads a chronology; problems of both kinds come in one list.
pub fn content(text: &str) -> Content {
    let documents = vec![Document { name: "test.toml".to_owned(), text: text.to_owned().into() }];
    let (records, mut problems) = read(&documents);
    let (chronology, found) = Chronology::new(records);
    problems.extend(found);
    problems.sort_by_key(|problem| problem.span);
    Content { chronology, documents, problems }
}

/// Content as it is after it was read anew.
pub fn fresh(content: impl Into<Arc<Content>>) -> Box<Fresh> {
    Box::new(Fresh::new(content))
}

/// The problems of a chronology, one a line.
pub fn told(content: &Content) -> String {
    render(&content.problems, &content.documents, Style::Short)
}

/// The explorer on a chronology after a script of keys.
pub fn explored(text: &str, size: (u16, u16), language: Language, keys: &str) -> State {
    let manner = Manner {
        language,
        glyphs: Glyphs::UNICODE,
        characters: Characters::Unicode,
        theme: Theme::Terminal,
        size: Size { width: size.0, height: size.1 },
    };
    let mut state = State::new(content(text), manner);
    state.apply(Action::Resize(manner.size));
    type_script(&mut state, keys);
    state
}

/// Presses a key as the explorer's loop does.
pub fn press(state: &mut State, key: Key) {
    let action = state.bindings.resolve(state.mode(), state.count, key);
    state.apply(action.unwrap_or(Action::Forget));
}

/// Presses the keys of a script, word by word.
pub fn type_script(state: &mut State, keys: &str) {
    for word in Key::script(keys) {
        word.into_iter().for_each(|key| press(state, key));
        state.wait();
    }
}

/// The program with these arguments, in an environment that says nothing but the locale.
pub fn annals(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_annals"));
    command.args(arguments).env_clear().env("LANG", "en_GB.UTF-8").stdin(Stdio::null());
    command
}

/// Standard output, standard error and status.
pub fn outcome(output: &Output) -> (String, String, Option<i32>) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr), output.status.code())
}
