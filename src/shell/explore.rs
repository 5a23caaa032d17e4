//! The explorer: the loop from keys to actions to pictures, on a terminal or without one.

use super::cli::{Explore, ListFormat};
use super::output::{self, BAD_INPUT, WELL, WRONG_USE, complain};
use super::session::{attend, press};
use super::surroundings::Surroundings;
use super::terminal::{Depth, Terminal};
use super::{files, guest, print};
use crate::app::{Access, Action, Characters, Content, Effect, Key, Manner, State, Theme};
use crate::chronology::EventNo;
use crate::date::Date;
use crate::file::{Style, render};
use crate::ui;
use crate::view::{Glyphs, Size};
use std::io::{IsTerminal, stdout};
use std::process::ExitCode;

/// Explores what the command line names. Without a terminal it prints the same.
pub fn run(options: &Explore) -> ExitCode {
    match options.frame {
        Some(size) => frame(options, size),
        None if options.guest => welcome(options),
        None if stdout().is_terminal() => explore(options, Access::Owner),
        None => print::list(&options.input, None, ListFormat::Text),
    }
}

/// Lets a stranger explore, or says in a line why not.
fn welcome(options: &Explore) -> ExitCode {
    if !guest::has_terminal() {
        complain("there is no terminal to explore in; ask for one: ssh -t");
        return ExitCode::from(BAD_INPUT);
    }
    if options.input.files.iter().any(|file| file.as_os_str() == "-") {
        complain("a guest's standard input is the keyboard; name a file instead of -");
        return ExitCode::from(WRONG_USE);
    }
    explore(options, Access::Guest)
}

/// Prints the picture that the keys lead to.
fn frame(options: &Explore, size: Size) -> ExitCode {
    let Some(content) = print::read(&options.input) else { return ExitCode::from(BAD_INPUT) };
    let status = print::status(&content);
    let manner = Manner {
        language: print::language(&options.input),
        glyphs: glyphs(options.ascii),
        characters: Characters::Unicode,
        theme: options.theme.unwrap_or_default(),
        size,
    };
    let mut state = match opened(content, manner, options.at.as_deref()) {
        Ok(state) => state,
        Err(message) => {
            complain(&message);
            return ExitCode::from(BAD_INPUT);
        }
    };
    type_script(&mut state, &options.keys);
    output::print(&ui::picture(&ui::paint(&state)), status)
}

/// Presses the keys of a script, word by word, until they leave the explorer.
fn type_script(state: &mut State, script: &str) {
    for word in Key::script(script) {
        for key in word {
            if press(state, key) == Effect::Quit {
                return;
            }
        }
        state.apply(Action::Pause);
    }
}

/// The state to open in: at the event or the date that was asked for.
fn opened(content: Content, manner: Manner, at: Option<&str>) -> Result<State, String> {
    let event = at.map(|at| place(&content, at)).transpose()?;
    let mut state = State::new(content, manner);
    if let Some(event) = event {
        state.apply(Action::Select(event));
    }
    state.apply(Action::Resize(manner.size));
    Ok(state)
}

/// The event with this id, or the one that a date leads to.
fn place(content: &Content, at: &str) -> Result<EventNo, String> {
    let chronology = &content.chronology;
    if let Some(event) = chronology.find(at) {
        return Ok(event);
    }
    let unknown = || print::unknown(content, at);
    let date = at.parse::<Date>().map_err(|_| unknown())?;
    date.earliest().day().ok_or_else(|| format!("{at} has no earliest day to open at"))?;
    chronology.at(&date).ok_or_else(|| "there is no event".to_owned())
}

/// Explores on the terminal until the reader leaves.
fn explore(options: &Explore, access: Access) -> ExitCode {
    let surroundings = Surroundings::of(access);
    if !Terminal::is_usable(&surroundings.term) {
        complain("this terminal cannot show the explorer; try: annals list, annals show ID, annals --help");
        return ExitCode::from(WRONG_USE);
    }
    let Some(content) = worth_exploring(options) else { return ExitCode::from(BAD_INPUT) };
    let characters = surroundings.characters;
    let depth = surroundings.depth(options.color);
    let manner = Manner {
        language: options.input.lang.unwrap_or(surroundings.language),
        glyphs: glyphs(options.ascii || characters == Characters::Ascii),
        characters,
        theme: theme(options, depth),
        size: Size::default(),
    };
    let content = if access == Access::Guest { guest::without_folders(content) } else { content };
    let state = match opened(content, manner, options.at.as_deref()) {
        Ok(state) => state,
        Err(message) => {
            complain(&message);
            return ExitCode::from(BAD_INPUT);
        }
    };
    let parting = match access {
        Access::Owner => own(state, options, depth),
        Access::Guest => host(state, options, depth),
    };
    match parting {
        Ok(None) => ExitCode::SUCCESS,
        Ok(Some(word)) => output::print(&format!("{word}\n"), WELL),
        Err(message) => {
            complain(&message);
            ExitCode::from(WRONG_USE)
        }
    }
}

/// What the files hold; nothing, and a word on why, where there is no event to show.
fn worth_exploring(options: &Explore) -> Option<Content> {
    match files::read(&options.input) {
        Ok(content) if content.chronology.events.is_empty() && content.has_errors() => {
            output::report(&render(&content.problems, &content.documents, Style::Short));
            None
        }
        Ok(content) => Some(content),
        Err(refusals) => {
            refusals.iter().for_each(|refusal| complain(refusal));
            None
        }
    }
}

/// The theme to begin with: where no colour is sent, one that has none.
fn theme(options: &Explore, depth: Depth) -> Theme {
    let usual = if depth == Depth::None { Theme::None } else { Theme::Terminal };
    options.theme.unwrap_or(usual)
}

/// Explores as the user whose program it is.
fn own(state: State, options: &Explore, depth: Depth) -> Result<Option<String>, String> {
    let terminal = Terminal::open(depth).map_err(|error| error.to_string())?;
    attend(state, terminal, &options.input, None)
}

/// Lets a guest explore, for as long as there are keys.
fn host(state: State, options: &Explore, depth: Depth) -> Result<Option<String>, String> {
    let terminal = guest::open(depth)?;
    attend(state.for_guest(), terminal, &options.input, Some(options.idle))
}

const fn glyphs(ascii: bool) -> Glyphs {
    if ascii { Glyphs::ASCII } else { Glyphs::UNICODE }
}
