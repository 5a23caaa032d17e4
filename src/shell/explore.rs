//! The explorer: the loop from keys to actions to pictures, on a terminal or without one.

use super::aim::Aim;
use super::cli::{Explore, ListFormat};
use super::files::Refusal;
use super::loader::{self, Loader};
use super::output::{self, BAD_INPUT, WELL, WRONG_USE, complain};
use super::session::{Behind, Ended, attend, press};
use super::surroundings::Surroundings;
use super::terminal::{Depth, Dialect, Terminal};
use super::watch::Watch;
use super::{files, guest, habits, locale, log, places, print};
use crate::app::{Ability, Access, Action, Characters, Content, Effect, Habits, Key, Manner, Notice, State, Theme};
use crate::chronology::query::Index;
use crate::file::{Style, render};
use crate::ui;
use crate::view::{Glyphs, Size};
use std::io::{IsTerminal, stdout};
use std::process::ExitCode;
use tracing::debug_span;

/// Explores what the command line names. Without a terminal it prints the same.
pub fn run(options: &Explore) -> ExitCode {
    if let Err(status) = print::question(options.query.as_deref()) {
        return status;
    }
    match options.frame {
        Some(size) => frame(options, size),
        None if options.guest => welcome(options),
        None if stdout().is_terminal() => explore(options, Access::Owner),
        None => print_instead(options),
    }
}

/// Prints what `annals list` prints, with a word on what a list cannot do.
fn print_instead(options: &Explore) -> ExitCode {
    let unheeded = options.of_a_screen();
    if !unheeded.is_empty() {
        let unheeded = unheeded.join(", ");
        complain(&format!("{unheeded}: not for a list; where there is no terminal, --frame prints the screen"));
    }
    print::list(&options.input, options.query.as_deref(), ListFormat::Text)
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
    let (habits, problems) = habits::read();
    let status = print::status(&content);
    let manner = Manner {
        language: options.input.lang.or(habits.language).unwrap_or_else(locale::language),
        glyphs: glyphs(options.ascii || habits.characters != Characters::Unicode),
        characters: habits.characters,
        theme: options.theme.or(habits.theme).unwrap_or_default(),
        size,
    };
    let mut state = opened(content, manner, options);
    if let Err(message) = Aim::of(options, false).take(&mut state) {
        return lost(&message);
    }
    settle_in(&mut state, habits, problems);
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
        state.wait();
    }
}

/// The state to open in: asking and looking as the command line says.
fn opened(content: Content, manner: Manner, options: &Explore) -> State {
    let mut state = State::new(content, manner);
    state.apply(Action::Resize(manner.size));
    let asked = options.query.iter().map(|query| Action::Ask(query.clone()));
    let looked = options.lens.into_iter().map(Action::Look);
    asked.chain(looked).for_each(|action| {
        state.apply(action);
    });
    state
}

/// Explores on the terminal until the reader leaves.
fn explore(options: &Explore, access: Access) -> ExitCode {
    let surroundings = Surroundings::of(access);
    if !Terminal::is_usable(&surroundings.term) {
        complain(match access {
            Access::Owner => "this terminal cannot show the explorer; try: annals list, annals show ID, annals --help",
            Access::Guest => "this terminal cannot show the explorer; come back with another TERM, such as xterm",
        });
        return ExitCode::from(WRONG_USE);
    }
    if access.has(Ability::Environment) {
        log::begin();
    }
    // What is saved while it is read has changed since.
    let watch = Watch::new(if access.has(Ability::Reload) { &options.input.files } else { &[] });
    let Some((content, loader)) = worth_exploring(options, access) else { return ExitCode::from(BAD_INPUT) };
    let (habits, problems) =
        if access.has(Ability::Settle) { debug_span!("habits").in_scope(habits::read) } else { Default::default() };
    let characters =
        if surroundings.characters == Characters::Unicode { habits.characters } else { surroundings.characters };
    let is_ascii = options.ascii || characters != Characters::Unicode;
    let depth = surroundings.depth(options.color);
    let manner = Manner {
        language: options.input.lang.or(habits.language).unwrap_or(surroundings.language),
        glyphs: glyphs(is_ascii),
        characters,
        theme: options.theme.or(habits.theme).unwrap_or_else(|| usual_theme(depth)),
        size: Size::default(),
    };
    let content = if access == Access::Guest { guest::without_folders(content) } else { content };
    let mut state = debug_span!("open").in_scope(|| opened(content, manner, options));
    let aim = Aim::of(options, access.has(Ability::Remember));
    match aim.take(&mut state) {
        // What the files begin with may not have it yet.
        Err(message) if loader.is_none() => return lost(&message),
        _ => {}
    }
    let dialect = Dialect {
        depth,
        hears_mouse: options.mouse || habits.mouse,
        shows_links: access.has(Ability::Link) && !is_ascii && Dialect::takes_links(&surroundings.term),
    };
    settle_in(&mut state, habits, problems);
    if access == Access::Guest {
        // Once the session is sealed no thread can be started.
        let index = Box::new(Index::new(&state.content.chronology));
        state.apply(Action::Answer(index));
        state = state.for_guest();
    }
    let opened = match access {
        Access::Owner => debug_span!("take the terminal")
            .in_scope(|| Terminal::open(dialect, None))
            .map_err(|error| error.to_string()),
        Access::Guest => guest::open(dialect, options.idle.0),
    };
    let behind = Behind { loader, watch, preparing: None, aim };
    let patience = (access == Access::Guest).then_some(options.idle.0);
    match opened.and_then(|terminal| attend(state, terminal, &options.input, patience, behind)) {
        Ok((state, ended)) => {
            let status = part(&state, ended, options);
            // The system takes it all back at once; to free it piece by piece takes far longer.
            std::mem::forget(state);
            status
        }
        Err(message) => {
            complain(&message);
            ExitCode::from(WRONG_USE)
        }
    }
}

/// What the files hold, or begin with, and what reads the rest; nothing, and a word on why,
/// where there is no event to show.
fn worth_exploring(options: &Explore, access: Access) -> Option<(Content, Option<Loader>)> {
    let read = if access == Access::Owner {
        loader::open(&options.input)
    } else {
        let read = files::documents(&options.input.files, options.input.max_size);
        read.map(|(documents, problems)| (files::content(documents, problems), None))
    };
    match read {
        Ok((content, _)) if content.is_worthless() => {
            report(&content);
            None
        }
        Ok(read) => Some(read),
        Err(refusals) => {
            refuse(&refusals);
            None
        }
    }
}

/// Says what is wrong where there is nothing to show.
fn report(content: &Content) -> ExitCode {
    output::report(&render(&content.problems, &content.documents, Style::Short));
    ExitCode::from(BAD_INPUT)
}

/// Says why a session cannot begin where it was to.
fn lost(message: &str) -> ExitCode {
    complain(message);
    ExitCode::from(BAD_INPUT)
}

/// Says which files cannot be read, and why.
fn refuse(refusals: &[Refusal]) -> ExitCode {
    refusals.iter().for_each(|refusal| complain(&refusal.to_string()));
    ExitCode::from(BAD_INPUT)
}

/// The theme where none is asked for: one without colours where none is sent.
fn usual_theme(depth: Depth) -> Theme {
    if depth == Depth::None { Theme::None } else { Theme::Terminal }
}

/// Gives a state the reader's keys, and tells how much is wrong in the settings.
fn settle_in(state: &mut State, habits: Habits, problems: usize) {
    state.bindings = habits.bindings;
    state.config_problems = problems;
    if problems > 0 {
        state.apply(Action::Notify(Notice::Config(problems)));
    }
}

/// Keeps the reader's place, and says good-bye to who was sent off.
fn part(state: &State, ended: Ended, options: &Explore) -> ExitCode {
    // In a beginning the reader may not have come to the place yet.
    if state.access.has(Ability::Remember) && state.progress.is_none() {
        places::keep(state, &options.input.files);
    }
    match ended {
        Ended::Left => ExitCode::SUCCESS,
        Ended::Refused(refusals) => refuse(&refusals),
        Ended::Worthless(content) => report(&content),
        Ended::Lost(message) => lost(&message),
        Ended::SentOff => {
            let word = Notice::SentOff.sentence(state.manner.language, |_| String::new());
            output::print(&format!("{word}\n"), WELL)
        }
    }
}

const fn glyphs(ascii: bool) -> Glyphs {
    if ascii { Glyphs::ASCII } else { Glyphs::UNICODE }
}
