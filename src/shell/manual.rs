//! `annals man`: the manual page, made from the tables that the program itself goes by.

use super::cli::{Cli, EXIT_STATUS};
use super::output::{self, BAD_INPUT, WELL, complain};
use crate::app::{KEYMAP, Mode, RIGHTS, Section};
use crate::chronology::query::explained;
use crate::date::Language;
use crate::exchange::{FORMATS, IMPORTERS};
use crate::file::key::{self, Table, Type};
use crate::file::{RULES, Severity};
use crate::view::Glyphs;
use clap::{Arg, Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, italic, roman};
use std::io::{self, Write};
use std::process::ExitCode;

/// Prints the page.
pub fn run() -> ExitCode {
    let mut page = Vec::new();
    match write(&mut page) {
        Ok(()) => output::print(&String::from_utf8_lossy(&page), WELL),
        Err(error) => {
            complain(&format!("cannot write the manual: {error}"));
            ExitCode::from(BAD_INPUT)
        }
    }
}

fn write(page: &mut impl Write) -> io::Result<()> {
    let mut command = Cli::command();
    command.build();
    let man = Man::new(command.clone()).manual("annals");
    man.render_title(page)?;
    man.render_name_section(page)?;
    synopsis(page)?;
    man.render_description_section(page)?;
    man.render_options_section(page)?;
    let mut rest = Roff::new();
    commands(&mut rest, &command);
    keys(&mut rest);
    let queries: Vec<(String, &str)> = explained(Language::En).collect();
    listed(&mut rest, "QUERIES", queries.iter().map(|(form, means)| (form.as_str(), *means)));
    listed(&mut rest, "EXPORT FORMATS", FORMATS.iter().map(|format| (format.id, format.summary)));
    listed(&mut rest, "IMPORT FORMATS", IMPORTERS.iter().map(|importer| (importer.id, importer.summary)));
    file(&mut rest);
    configuration(&mut rest);
    rules(&mut rest);
    listed(&mut rest, "EXIT STATUS", EXIT_STATUS.iter().copied());
    listed(&mut rest, "ENVIRONMENT", ENVIRONMENT.iter().copied());
    listed(&mut rest, "GUESTS", RIGHTS.iter().map(|right| (if right.guest { "may" } else { "cannot" }, right.what)));
    listed(&mut rest, "EXAMPLES", EXAMPLES.iter().copied());
    rest.to_writer(page)
}

const ENVIRONMENT: &[(&str, &str)] = &[
    (
        "LC_ALL, LC_MESSAGES, LANG",
        "the language of texts and screen, where --lang does not say it; whether UTF-8 can be shown. Help and what is wrong are told in English",
    ),
    (
        "XDG_CONFIG_HOME, XDG_STATE_HOME, HOME",
        "where the reader's own settings are, and the places where files were left",
    ),
    ("TERM, COLORTERM", "what the terminal can show"),
    (
        "ANNALS_LOG",
        "debug: where the explorer's time goes is written to annals/annals.log in XDG_STATE_HOME, or in .local/state of the home folder",
    ),
    ("NO_COLOR", "if set and not empty, no colour"),
];

const EXAMPLES: &[(&str, &str)] = &[
    ("annals", "explore the built-in chronology"),
    ("annals check chronology.toml", "tell everything that is wrong in a file"),
    ("annals why masks chronology.toml", "prove when the event masks was"),
    ("annals export --to html -o friends.html chronology.toml", "write a page to read and to print"),
    ("annals export --to csv --bom -o friends.csv chronology.toml", "write a table that Excel opens"),
    ("annals import --from csv friends.csv -o chronology.toml", "make an events file of a table"),
    ("source <(annals completions bash)", "complete commands, formats and ids in this shell"),
];

/// The two ways in which the program is called.
fn synopsis(page: &mut impl Write) -> io::Result<()> {
    let mut synopsis = Roff::new();
    synopsis.control("SH", ["SYNOPSIS"]).text([bold("annals"), roman(" [OPTION]... [FILE]...")]).control("br", []);
    synopsis.text([bold("annals"), roman(" COMMAND [ARGUMENT]...")]).to_writer(page)
}

/// A section of words, each with what it means.
fn listed<'a>(page: &mut Roff, heading: &str, rows: impl Iterator<Item = (&'a str, &'a str)>) {
    page.control("SH", [heading]);
    rows.for_each(|(word, meaning)| row(page, word, meaning));
}

fn row(page: &mut Roff, word: &str, meaning: &str) {
    page.control("TP", []).text([bold(word)]).text([roman(meaning)]);
}

/// Each command with its own arguments.
fn commands(page: &mut Roff, command: &Command) {
    page.control("SH", ["COMMANDS"]);
    for command in command.get_subcommands().filter(|command| !command.is_hide_set() && command.get_name() != "help") {
        page.control("SS", [format!("annals {}", command.get_name()).as_str()]);
        page.text([roman(command.get_about().map(ToString::to_string).unwrap_or_default())]);
        let arguments =
            command.get_arguments().filter(|argument| !argument.is_hide_set() && argument.get_id() != "help");
        arguments.for_each(|argument| self::argument(page, argument));
    }
}

/// "--to FORMAT", and what it says.
fn argument(page: &mut Roff, argument: &Arg) {
    let short = argument.get_short().map(|letter| format!("-{letter}"));
    let long = argument.get_long().map(|name| format!("--{name}"));
    let names: Vec<String> = short.into_iter().chain(long).collect();
    let takes_value = argument.get_action().takes_values();
    let value = argument.get_value_names().filter(|_| takes_value).map(|names| names.join(" "));
    let value = value.unwrap_or_default();
    page.control("TP", []);
    page.text([
        bold(names.join(", ")),
        roman(if names.is_empty() || value.is_empty() { "" } else { " " }),
        italic(value),
    ]);
    let choices: Vec<String> = argument
        .get_possible_values()
        .iter()
        .map(|choice| choice.get_name().to_owned())
        .filter(|_| takes_value)
        .collect();
    let choices = if choices.is_empty() { String::new() } else { format!(" ({})", choices.join(", ")) };
    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
    page.text([roman(format!("{help}{choices}"))]);
}

fn keys(page: &mut Roff) {
    page.control("SH", ["KEYS"]);
    for section in Section::ALL {
        page.control("SS", [section.heading(Language::En)]);
        for binding in KEYMAP.iter().filter(|binding| binding.section == section) {
            let keys: Vec<String> = binding.keys.iter().map(|key| key.label(&Glyphs::UNICODE)).collect();
            row(page, &keys.join(", "), binding.help(Language::En));
        }
    }
}

/// The keys of an events file, table by table.
fn file(page: &mut Roff) {
    page.control("SH", ["FILE"]);
    page.text([roman("A chronology is one TOML file in UTF-8, or several that share their ids. Texts are plain strings, or tables with one string for each language. Dates are EDTF (ISO 8601-2:2019).")]);
    tables(page, &key::FILE, "");
}

fn tables(page: &mut Roff, table: &'static Table, path: &str) {
    if !path.is_empty() {
        page.control("SS", [path]);
    }
    for key in table.keys {
        let required = if key.required { "; must be there" } else { "" };
        row(page, key.name, &format!("{}: {}{required}", expected(key.takes), key.summary));
    }
    for key in table.keys {
        if let Type::Table(inner) | Type::Tables(inner) | Type::TablesOrIds(inner) = key.takes {
            let path = if path.is_empty() { key.name.to_owned() } else { format!("{path}.{}", key.name) };
            tables(page, inner, &path);
        }
    }
}

/// The reader's own settings.
fn configuration(page: &mut Roff) {
    page.control("SH", ["CONFIGURATION"]);
    page.text([roman("The explorer reads annals/config.toml in XDG_CONFIG_HOME, or in .config of the home folder. What the command line says comes first. What is wrong in it is told on standard error, line by line, and followed only where it is plain what is meant.")]);
    for key in key::CONFIG.keys {
        row(page, key.name, &format!("{}: {}", expected(key.takes), key.summary));
    }
    let names: Vec<&str> =
        KEYMAP.iter().filter(|row| row.mode == Mode::Explore).filter_map(|row| row.action.name()).collect();
    row(page, "[keys]", &format!("such as next = [\"down\", \"n\"]. Actions: {}", names.join(", ")));
}

/// What a key takes: where it is one of a few words, those.
fn expected(takes: Type) -> String {
    if let Type::Choice(choices) = takes { choices.join(", ") } else { takes.expected().to_owned() }
}

fn rules(page: &mut Roff) {
    page.control("SH", ["RULES"]);
    for rule in RULES {
        let severity = match rule.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        row(page, rule.id, &format!("{} ({severity})", rule.summary));
    }
}
