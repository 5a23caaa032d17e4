//! The only place with files, terminal, clock, environment and signals.

mod check;
mod cli;
mod completion;
mod date;
mod explore;
mod export;
mod files;
mod import;
mod locale;
mod manual;
mod output;
mod print;
mod save;
mod terminal;

use clap::Parser;
use cli::{Cli, Command};
use std::process::ExitCode;

/// Runs the program and says with what status it ends.
pub fn main() -> ExitCode {
    let Cli { command, explore } = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    match command {
        None => explore::run(&explore),
        Some(Command::List { input, format }) => print::list(&input, format),
        Some(Command::Show { id, input }) => print::show(&id, &input),
        Some(Command::Why { id, input }) => print::why(&id, &input),
        Some(Command::Check { input, format, strict }) => check::run(&input, format, strict),
        Some(Command::Import { from, file, output }) => import::run(from, &file, output.as_deref()),
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
        output::report(&error.render().to_string());
        return ExitCode::from(output::WRONG_USE);
    }
    output::print(&error.render().to_string(), output::WELL)
}
