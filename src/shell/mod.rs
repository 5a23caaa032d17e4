//! The only place with files, terminal, clock, environment and signals.

mod aim;
mod check;
mod cli;
mod completion;
mod date;
mod editor;
mod errand;
mod explain;
mod explore;
mod export;
mod files;
pub mod guest;
mod habits;
mod idle;
mod import;
mod loader;
mod locale;
mod log;
mod manual;
mod new;
mod output;
mod places;
mod preparing;
mod print;
mod progress;
mod save;
mod session;
mod size;
mod surroundings;
pub mod terminal;
mod watch;

use crate::file::{Breaks, built_in, schema, visible};
use cli::{Cli, Command};
use std::process::ExitCode;

/// Runs the program and says with what status it ends.
pub fn main() -> ExitCode {
    let Cli { command, explore } = match Cli::read() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    match command {
        None => match explore.input.mistaken() {
            Some(message) => {
                output::complain(&message);
                ExitCode::from(output::WRONG_USE)
            }
            None => explore::run(&explore),
        },
        Some(Command::List { input, query, format }) => print::list(&input, query.as_deref(), format),
        Some(Command::Show { id, input }) => print::show(&id, &input),
        Some(Command::Why { id, input }) => print::why(&id, &input),
        Some(Command::Check { explain: Some(rule), .. }) => explain::run(rule),
        Some(Command::Check { input, format, strict, explain: None }) => check::run(&input, format, strict),
        Some(Command::New { file, copy }) => new::run(&file, if copy { built_in::TEXT } else { new::TEMPLATE }),
        Some(Command::Schema) => output::print(&schema(), output::WELL),
        Some(Command::Import { from, file, output, max_size }) => import::run(from, &file, max_size, output.as_deref()),
        Some(Command::GuestSetup) => output::print(&guest::setup(), output::WELL),
        Some(Command::Man) => manual::run(),
        Some(Command::Completions { shell }) => completion::script(shell),
        Some(Command::Complete { what, input }) => completion::words(what, &input),
        Some(Command::Export(options)) => export::run(&options),
        Some(Command::Date { expressions, format, lang }) => date::run(&expressions, format, lang),
    }
}

/// Prints help and version where they were asked for, else what is wrong with the use.
fn usage(error: &clap::Error) -> ExitCode {
    if error.use_stderr() {
        output::report(&visible(&error.render().to_string(), Breaks::Keep));
        return ExitCode::from(output::WRONG_USE);
    }
    output::print(&error.render().to_string(), output::WELL)
}
