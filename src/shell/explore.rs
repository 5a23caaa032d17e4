//! The explorer: the loop from keys to actions to pictures, on a terminal or without one.

use super::cli::{Explore, ListFormat, When};
use super::log::Log;
use super::output::{self, BAD_INPUT, WRONG_USE, complain};
use super::session::{Opening, attend, press};
use super::terminal::{Depth, Terminal};
use super::{files, habits, loader, locale, places, print};
use crate::app::{Action, Characters, Content, Effect, Habits, Key, Manner, Notice, State, Theme};
use crate::chronology::{EventNo, TourNo};
use crate::date::{Date, Language};
use crate::file::{Style, nearest, quoted, render};
use crate::ui;
use crate::view::{Glyphs, Size};
use std::env;
use std::io::{IsTerminal, stdout};
use std::process::ExitCode;

/// Explores what the command line names. Without a terminal it prints the same.
pub fn run(options: &Explore) -> ExitCode {
    if let Err(status) = print::question(options.query.as_deref()) {
        return status;
    }
    match options.frame {
        Some(size) => frame(options, size),
        None if stdout().is_terminal() => explore(options),
        None => print::list(&options.input, None, ListFormat::Text),
    }
}

/// Prints the picture that the keys lead to.
fn frame(options: &Explore, size: Size) -> ExitCode {
    let Some(content) = print::read(&options.input) else { return ExitCode::from(BAD_INPUT) };
    let (habits, notice) = habits::read();
    let status = print::status(&content);
    let manner = Manner {
        language: language(options, &habits),
        glyphs: glyphs(options.ascii),
        characters: Characters::Unicode,
        theme: options.theme.or(habits.theme).unwrap_or_default(),
        size,
    };
    let mut state = match opened(content, manner, options) {
        Ok(state) => state,
        Err(message) => {
            complain(&message);
            return ExitCode::from(BAD_INPUT);
        }
    };
    settle_in(&mut state, habits, notice);
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

/// The state to open in: asking and looking as the command line says, at the event or the
/// date that was asked for, or on a tour.
fn opened(content: Content, manner: Manner, options: &Explore) -> Result<State, String> {
    let event = options.at.as_ref().map(|at| place(&content, at)).transpose()?;
    let tour = options.tour.as_ref().map(|id| tour(&content, id)).transpose()?;
    let mut state = State::new(content, manner);
    state.apply(Action::Resize(manner.size));
    let asked = options.query.iter().map(|query| Action::Ask(query.clone()));
    let looked = options.lens.into_iter().map(Action::Look);
    let begun = event.map(Action::Select).into_iter().chain(tour.map(Action::Play));
    asked.chain(looked).chain(begun).for_each(|action| {
        state.apply(action);
    });
    Ok(state)
}

/// The tour with this id.
fn tour(content: &Content, id: &str) -> Result<TourNo, String> {
    let tours = &content.chronology.tours;
    let ids = || tours.iter().map(|tour| tour.id.value.as_str());
    ids().position(|known| known == id).map(TourNo::at).ok_or_else(|| {
        let near = nearest(id, ids()).map_or_else(String::new, |near| format!("; did you mean {}?", quoted(near)));
        format!("no tour has the id {}{near}", quoted(id))
    })
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
fn explore(options: &Explore) -> ExitCode {
    if !Terminal::is_usable(&variable("TERM")) {
        complain("this terminal cannot show the explorer; try: annals list, annals show ID, annals --help");
        return ExitCode::from(WRONG_USE);
    }
    let mut log = Log::open();
    let (documents, problems) = match files::documents(&options.input.files) {
        Ok(read) => read,
        Err(refusals) => {
            refusals.iter().for_each(|refusal| complain(&refusal.to_string()));
            return ExitCode::from(BAD_INPUT);
        }
    };
    log.note("files read");
    // Where an event or a tour is asked for, only the whole can tell which it is.
    let (content, loader) = match (&options.at, &options.tour) {
        (None, None) => loader::open(documents, problems),
        _ => (files::content(documents, problems), None),
    };
    log.note("events in order");
    if content.chronology.events.is_empty() && print::status(&content) == BAD_INPUT {
        output::report(&render(&content.problems, &content.documents, Style::Short));
        return ExitCode::from(BAD_INPUT);
    }
    let (habits, notice) = habits::read();
    let depth = depth(options.color);
    let characters = if locale::is_utf8() { Characters::Unicode } else { Characters::Ascii };
    let manner = Manner {
        language: language(options, &habits),
        glyphs: glyphs(options.ascii || characters == Characters::Ascii),
        characters,
        theme: options.theme.or(habits.theme).unwrap_or_else(|| usual_theme(depth)),
        size: Size::default(),
    };
    let mut state = match opened(content, manner, options) {
        Ok(state) => state,
        Err(message) => {
            complain(&message);
            return ExitCode::from(BAD_INPUT);
        }
    };
    let returns = !options.fresh && !options.names_a_place();
    if returns {
        places::return_to(&mut state, &options.input.files);
    }
    let hears_mouse = options.mouse || habits.mouse;
    settle_in(&mut state, habits, notice);
    match attend(state, &options.input.files, Opening { depth, hears_mouse, returns, loader, log }) {
        Ok(state) => {
            places::keep(&state, &options.input.files);
            // The system takes it all back at once; to free it piece by piece takes far longer.
            std::mem::forget(state);
            ExitCode::SUCCESS
        }
        Err(message) => {
            complain(&message);
            ExitCode::from(WRONG_USE)
        }
    }
}

/// The theme where none is asked for: one without colours where none is sent.
fn usual_theme(depth: Depth) -> Theme {
    if depth == Depth::None { Theme::None } else { Theme::Terminal }
}

/// The language of the command line, else the reader's own, else the locale's.
fn language(options: &Explore, habits: &Habits) -> Language {
    options.input.lang.or(habits.language).unwrap_or_else(locale::language)
}

/// Gives a state the reader's keys, and tells what is wrong with them.
fn settle_in(state: &mut State, habits: Habits, notice: Option<Notice>) {
    state.bindings = habits.bindings;
    if let Some(notice) = notice {
        state.apply(Action::Notify(notice));
    }
}

fn depth(color: When) -> Depth {
    match color {
        When::Never => Depth::None,
        When::Auto => Depth::detect(&variable("TERM"), &variable("COLORTERM"), &variable("NO_COLOR")),
        When::Always => Depth::detect(&variable("TERM"), &variable("COLORTERM"), ""),
    }
}

/// A variable of the environment; one that is not set is empty.
fn variable(name: &str) -> String {
    env::var_os(name).unwrap_or_default().to_string_lossy().into_owned()
}

const fn glyphs(ascii: bool) -> Glyphs {
    if ascii { Glyphs::ASCII } else { Glyphs::UNICODE }
}
