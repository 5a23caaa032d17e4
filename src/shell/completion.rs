//! `annals completions`: scripts for shells. Commands, options and formats stand in the
//! script; ids are in the files, so the script asks the program for them.

use super::cli::{Cli, Completed, Input, Shell};
use super::files;
use super::output::{self, BAD_INPUT, WELL};
use crate::chronology::Chronology;
use clap::{Command, CommandFactory};
use clap_complete::{generate, shells};
use std::collections::BTreeSet;
use std::process::ExitCode;

/// What Bash needs beside the generated script.
const BASH: &str = include_str!("completion/annals.bash");
/// The same for the Z shell.
const ZSH: &str = include_str!("completion/annals.zsh");
/// The same for fish.
const FISH: &str = include_str!("completion/annals.fish");

/// Prints the script of a shell.
pub fn script(shell: Shell) -> ExitCode {
    let mut bytes = Vec::new();
    let (mut command, name) = (Cli::command(), "annals");
    match shell {
        Shell::Bash => generate(shells::Bash, &mut command, name, &mut bytes),
        Shell::Zsh => generate(shells::Zsh, &mut without_files(&command), name, &mut bytes),
        Shell::Fish => generate(shells::Fish, &mut command, name, &mut bytes),
        Shell::Powershell => generate(shells::PowerShell, &mut command, name, &mut bytes),
    }
    let script = String::from_utf8_lossy(&bytes);
    let whole = match shell {
        Shell::Bash => format!("{script}\n{BASH}"),
        Shell::Zsh => zsh(&script),
        Shell::Fish => format!("{script}{FISH}"),
        Shell::Powershell => powershell(&script),
    };
    output::print(&whole, WELL)
}

/// The functions stand before the script's last lines, which run it; and they take the
/// places where it would offer files for an id.
fn zsh(script: &str) -> String {
    let with_ids = script.replace("':id -- The event'\\''s id:_default'", "':id -- The event'\\''s id:_annals_ids'");
    let with_ids = with_ids
        .replace(":ID|DATE:_default'", ":ID|DATE:_annals_ids'")
        .replace(":QUERY:_default'", ":QUERY:_annals_query'");
    let with_files = with_ids.replace("\":: :_annals_commands\"", "\":: :_annals_commands_and_files\"");
    match with_files.rfind("if [ \"$funcstack[1]\"") {
        Some(at) => format!("{}{ZSH}\n{}", &with_files[..at], &with_files[at..]),
        None => with_files,
    }
}

/// The program without files of its own: the Z shell would take a command for the first of them.
fn without_files(command: &Command) -> Command {
    let arguments = command.get_arguments().filter(|argument| !argument.is_positional()).cloned();
    Command::new("annals").version("").args(arguments).subcommands(command.get_subcommands().cloned())
}

fn powershell(script: &str) -> String {
    let ids = "\n            annals complete ids 2>$null | ForEach-Object { [CompletionResult]::new($_, $_, \
               [CompletionResultType]::ParameterValue, $_) }";
    ["show", "why"].iter().fold(script.to_owned(), |script, command| {
        let case = format!("'annals;{command}' {{");
        script.replace(&case, &format!("{case}{ids}"))
    })
}

/// Prints the words that the files hold, one a line. What is wrong in the files is told
/// nowhere: a shell is asking, in the middle of a line.
pub fn words(what: Completed, input: &Input) -> ExitCode {
    let Ok(content) = files::read(input) else { return ExitCode::from(BAD_INPUT) };
    let words: Vec<String> = match what {
        Completed::Ids => content.chronology.events.iter().map(|event| event.id().to_owned()).collect(),
        Completed::Query => query(&content.chronology),
    };
    let text: String = words.iter().map(|word| format!("{word}\n")).collect();
    output::print(&text, WELL)
}

/// What a query can ask for, by kind and id.
fn query(chronology: &Chronology) -> Vec<String> {
    let of = |kind: &str, ids: &mut dyn Iterator<Item = &str>| ids.map(|id| format!("{kind}:{id}")).collect::<Vec<_>>();
    let tags: BTreeSet<&str> =
        chronology.events.iter().flat_map(|event| &event.record.tags).map(|tag| tag.value.as_str()).collect();
    [
        of("actor", &mut chronology.actors.iter().map(|actor| actor.record.id.value.as_str())),
        of("category", &mut chronology.categories.iter().map(|category| category.id.value.as_str())),
        of("place", &mut chronology.places.iter().map(|place| place.id.value.as_str())),
        of("source", &mut chronology.sources.iter().map(|source| source.record.id.value.as_str())),
        of("tag", &mut tags.into_iter().filter(|tag| !tag.contains(char::is_whitespace))),
    ]
    .concat()
}
