//! The command line. Help, manual and completions are made from it.

use super::guest;
use super::idle::Idle;
use super::size::Bytes;
use crate::app::Theme;
use crate::date::Language;
use crate::exchange::{FORMATS, Format, IMPORTERS, Importer};
use crate::file::{RULES, Rule, nearest, quoted};
use crate::view::{Lens, Size};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;

/// Explore a hand-curated chronology from the keyboard.
///
/// Without a file, annals opens the chronology that is built into it: how the city of
/// Guiyang kept up its friendships abroad through 2020. Where the output is no terminal,
/// it prints what `annals list` prints.
#[derive(Debug, Default, Parser)]
#[command(name = "annals", version, args_conflicts_with_subcommands = true, after_help = exit_status(),
          mut_arg("lang", |lang| lang.help(LANG)))]
pub struct Cli {
    /// What to do instead of exploring.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// What to explore, and how.
    #[command(flatten)]
    pub explore: Explore,
}

/// Of the explorer, which has settings of the reader's.
const LANG: &str = "The language of texts and screen; without it, that of config.toml, or the locale's";

/// With which status the program ends, and why.
pub const EXIT_STATUS: &[(&str, &str)] = &[
    ("0", "all is well"),
    ("1", "the input has errors, or the output could not be written"),
    ("2", "wrong use, or no terminal"),
];

fn exit_status() -> String {
    let said: Vec<String> = EXIT_STATUS.iter().map(|(status, means)| format!("{status} {means}")).collect();
    format!("Exit status: {}.", said.join("; "))
}

impl Cli {
    /// Reads the arguments of the program.
    ///
    /// # Errors
    ///
    /// Wrong use, or that help or the version was asked for.
    pub fn read() -> Result<Self, clap::Error> {
        Self::of(guest::arguments(std::env::args_os()))
    }

    /// What these arguments say, the first of which is the program's own name.
    fn of(arguments: Vec<OsString>) -> Result<Self, clap::Error> {
        match arguments.as_slice() {
            // Most who start the program say nothing: then all that clap brings stays out of memory.
            [] | [_] => Ok(Self::default()),
            _ => Self::try_parse_from(options_first(arguments)),
        }
    }
}

/// The arguments, with the options of `date` in front of its dates: a date may begin with
/// a hyphen, so clap takes everything behind the first one for a date.
fn options_first(arguments: Vec<OsString>) -> Vec<OsString> {
    if arguments.get(1).is_none_or(|command| command != "date") {
        return arguments;
    }
    let (mut options, mut dates, mut rest) = (Vec::new(), Vec::new(), arguments.into_iter());
    options.extend(rest.by_ref().take(2));
    while let Some(argument) = rest.next() {
        match argument.to_str() {
            Some("--") => dates.extend([argument].into_iter().chain(rest.by_ref())),
            Some("--format" | "--lang") => options.extend([argument].into_iter().chain(rest.next())),
            Some(option) if option.starts_with("--") => options.push(argument),
            _ => dates.push(argument),
        }
    }
    options.extend(dates);
    options
}

/// The options of the explorer.
#[derive(Debug, Default, Args)]
pub struct Explore {
    /// The files and the language.
    #[command(flatten)]
    pub input: Input,
    /// Ask this, such as `yokohama category:donation date:2020-03`.
    #[arg(long, value_name = "QUERY", allow_hyphen_values = true)]
    pub query: Option<String>,
    /// Open at this event, or at the first one of this date or after it: 2020-04, 15.4.2020.
    #[arg(long, value_name = "ID|DATE")]
    pub at: Option<String>,
    /// Open as if for the first time, wherever these files were left.
    #[arg(long)]
    pub fresh: bool,
    /// Look through this lens.
    #[arg(long, value_name = "NAME", value_parser = lens())]
    pub lens: Option<Lens>,
    /// Play this tour.
    #[arg(long, value_name = "ID", conflicts_with = "at")]
    pub tour: Option<String>,
    /// Listen to the mouse: click in lists, on the axis and the map; wheel; drag on the axis.
    #[arg(long)]
    pub mouse: bool,
    /// Draw lines and signs with ASCII alone.
    #[arg(long)]
    pub ascii: bool,
    /// When to use colour; NO_COLOR is honoured.
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    pub color: When,
    /// Let a stranger explore, and nothing else; `annals guest-setup` tells how.
    #[arg(long, conflicts_with = "frame")]
    pub guest: bool,
    /// Send a guest off who has pressed no key, or read nothing, for so long: 90s, 15m, 1h.
    #[arg(long, value_name = "TIME", requires = "guest", default_value_t)]
    pub idle: Idle,
    /// The colours to begin with; without it, those of config.toml, or the terminal's own.
    #[arg(long, value_name = "THEME", value_parser = theme())]
    pub theme: Option<Theme>,
    /// Print the screen of this size and leave.
    #[arg(long, value_name = "COLSxROWS", value_parser = size)]
    pub frame: Option<Size>,
    /// Press these keys first: names (enter, down, ctrl-l), other words letter by letter.
    #[arg(
        long,
        value_name = "KEYS",
        requires = "frame",
        default_value_t,
        hide_default_value = true,
        allow_hyphen_values = true
    )]
    pub keys: String,
}

impl Explore {
    /// Whether it says by itself where to open.
    pub fn names_a_place(&self) -> bool {
        self.query.is_some() || !self.of_a_screen().is_empty()
    }

    /// The options given that say where to open or how to look, which takes a screen.
    pub fn of_a_screen(&self) -> Vec<&'static str> {
        let given = [("--at", self.at.is_some()), ("--lens", self.lens.is_some()), ("--tour", self.tour.is_some())];
        given.into_iter().filter(|(_, is_given)| *is_given).map(|(option, _)| option).collect()
    }
}

/// The files of a chronology and the language to read it in.
#[derive(Debug, Default, Args)]
pub struct Input {
    /// The files of the chronology; `-` is standard input. None: the built-in one.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The language of texts and screen; without it, the locale's.
    #[arg(long, value_name = "LANGUAGE", value_parser = language())]
    pub lang: Option<Language>,
    /// The most that a file may hold, such as 500K or 64M.
    #[arg(long, value_name = "SIZE", default_value_t)]
    pub max_size: Bytes,
}

impl Input {
    /// What to say where the first file is none, and most likely a command that is mistyped.
    pub fn mistaken(&self) -> Option<String> {
        let first = self.files.first().filter(|file| !file.exists())?.to_str()?;
        let command = Cli::command();
        let names = command.get_subcommands().filter(|command| !command.is_hide_set()).map(clap::Command::get_name);
        let near = nearest(first, names)?;
        Some(format!("{} is no file and no command; did you mean `annals {near}`?", quoted(first)))
    }
}

/// The commands that print.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print the chronology in order.
    List {
        /// The files and the language.
        #[command(flatten)]
        input: Input,
        /// Only what matches, such as `yokohama category:donation date:2020-03`.
        #[arg(long, value_name = "QUERY", allow_hyphen_values = true)]
        query: Option<String>,
        /// What to print.
        #[arg(long, value_enum, default_value_t = ListFormat::Text)]
        format: ListFormat,
    },
    /// Print one event: its page, its bounds, and why they hold.
    Show {
        /// The event's id.
        id: String,
        /// The files and the language.
        #[command(flatten)]
        input: Input,
    },
    /// Print the proof of each bound of an event, statement by statement.
    Why {
        /// The event's id.
        id: String,
        /// The files and the language.
        #[command(flatten)]
        input: Input,
    },
    /// Tell everything that is wrong in the files.
    #[command(after_long_help = rules(), mut_arg("lang", |lang| lang.hide(true)))]
    Check {
        /// The files and the language.
        #[command(flatten)]
        input: Input,
        /// What to print.
        #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
        format: CheckFormat,
        /// Let warnings count as errors.
        #[arg(long)]
        strict: bool,
        /// Explain a rule, with an example of what breaks it, and leave.
        #[arg(long, value_name = "RULE", value_parser = rule, conflicts_with_all = ["files", "format", "strict"])]
        explain: Option<Rule>,
    },
    /// Tell what dates mean.
    Date {
        /// EDTF expressions; `-` reads one a line from standard input.
        #[arg(required = true, value_name = "EDTF", allow_hyphen_values = true)]
        expressions: Vec<String>,
        /// What to print.
        #[arg(long, value_enum, default_value_t = DateFormat::Text)]
        format: DateFormat,
        /// The language; without it, the locale's.
        #[arg(long, value_name = "LANGUAGE", value_parser = language())]
        lang: Option<Language>,
    },
    /// Write a new file to start a chronology from; never over one that exists.
    New {
        /// The file to write.
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Write the built-in chronology instead of a small one.
        #[arg(long)]
        copy: bool,
    },
    /// Write the chronology in another format; what that lacks is told on standard error.
    Export(Export),
    /// Make an events file of another format; what it lacks is told on standard error.
    Import {
        /// The format.
        #[arg(long, value_name = "FORMAT", value_parser = importers())]
        from: &'static Importer,
        /// The file to read; `-` is standard input.
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Write to this file, whole or not at all; without it, to standard output.
        #[arg(short, long, value_name = "OUT")]
        output: Option<PathBuf>,
        /// The most that the file may hold, such as 500K or 64M.
        #[arg(long, value_name = "SIZE", default_value_t)]
        max_size: Bytes,
    },
    /// Print the JSON Schema of the files, by which editors complete and check.
    Schema,
    /// Print the manual page, for `man -l -`.
    Man,
    /// Print what makes a shell complete the commands, formats and ids of annals.
    Completions {
        /// The shell.
        #[arg(value_enum)]
        shell: Shell,
    },
    /// Print how to let strangers explore over SSH: settings, account and unit.
    GuestSetup,
    /// Print words that a shell completes.
    #[command(hide = true)]
    Complete {
        /// Which words.
        #[arg(value_enum)]
        what: Completed,
        /// The files and the language.
        #[command(flatten)]
        input: Input,
    },
}

/// The options of `export`.
#[derive(Debug, Args)]
pub struct Export {
    /// The format.
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    pub to: &'static Format,
    /// The files and the language.
    #[command(flatten)]
    pub input: Input,
    /// Only the events that match, certainly or possibly.
    #[arg(long, value_name = "QUERY", allow_hyphen_values = true)]
    pub query: Option<String>,
    /// Write to this file, whole or not at all; without it, to standard output.
    #[arg(short, long, value_name = "OUT")]
    pub output: Option<PathBuf>,
    /// Begin a table with a byte order mark, as Excel needs it.
    #[arg(long)]
    pub bom: bool,
}

/// Shells that can complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Shell {
    /// GNU Bash.
    Bash,
    /// The Z shell.
    Zsh,
    /// The friendly interactive shell.
    Fish,
    /// PowerShell.
    Powershell,
}

/// Words that are in the files, not in the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Completed {
    /// The ids of events.
    Ids,
    /// What a query can ask for by id: `actor:yokohama`.
    Query,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum When {
    /// Where the terminal has colours and NO_COLOR is not set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Formats of `list`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// One event a line, dates in words.
    Text,
    /// One array of all events.
    Json,
    /// A table of all events.
    Csv,
}

/// Formats of `check`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// With the lines that each problem is in.
    Text,
    /// One problem a line: `file:line:column: error[rule]: message`.
    Short,
    /// One array of all problems.
    Json,
}

/// Formats of `date`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DateFormat {
    /// Words, level and bounds.
    Text,
    /// One object a line.
    Json,
}

/// The languages, by code.
fn language() -> impl TypedValueParser<Value = Language> {
    let codes = Language::ALL.map(|language| PossibleValue::new(language.code()).help(language.name()));
    let unknown = || "no such language".to_owned();
    PossibleValuesParser::new(codes).try_map(move |code| Language::from_code(&code).ok_or_else(unknown))
}

/// The themes, by name.
fn theme() -> impl TypedValueParser<Value = Theme> {
    let names = Theme::ALL.map(|theme| PossibleValue::new(theme.id()).help(theme.name(Language::En)));
    let unknown = || "no such theme".to_owned();
    PossibleValuesParser::new(names).try_map(move |id| Theme::from_id(&id).ok_or_else(unknown))
}

/// The lenses, by name.
fn lens() -> impl TypedValueParser<Value = Lens> {
    let names = Lens::ALL.map(|lens| PossibleValue::new(lens.id()).help(lens.help()));
    let unknown = || "no such lens".to_owned();
    PossibleValuesParser::new(names)
        .try_map(move |id| Lens::ALL.into_iter().find(|lens| lens.id() == id).ok_or_else(unknown))
}

/// The formats to export to, by name.
fn formats() -> impl TypedValueParser<Value = &'static Format> {
    let names = FORMATS.iter().map(|format| PossibleValue::new(format.id).help(format.summary));
    let unknown = || "no such format".to_owned();
    PossibleValuesParser::new(names).try_map(move |id| Format::find(&id).ok_or_else(unknown))
}

/// The formats to import from, by name.
fn importers() -> impl TypedValueParser<Value = &'static Importer> {
    let names = IMPORTERS.iter().map(|importer| PossibleValue::new(importer.id).help(importer.summary));
    let unknown = || "no such format".to_owned();
    PossibleValuesParser::new(names).try_map(move |id| Importer::find(&id).ok_or_else(unknown))
}

fn rule(id: &str) -> Result<Rule, String> {
    Rule::from_id(id).ok_or_else(|| match nearest(id, RULES.iter().map(|row| row.id)) {
        Some(near) => format!("no rule has this id; did you mean `{near}`?"),
        None => "no rule has this id; `annals check --help` names all".to_owned(),
    })
}

/// All rules, as the help of `check` names them.
fn rules() -> String {
    let width = RULES.iter().map(|row| row.id.len()).max().unwrap_or_default();
    let rules = RULES.iter().map(|row| format!("  {:width$}  {}\n", row.id, row.summary));
    format!("Rules, for --explain:\n{}", rules.collect::<String>())
}

/// "100x30"
fn size(text: &str) -> Result<Size, String> {
    let parts = text.split_once('x').and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    match parts {
        Some((width, height)) if width <= 1000 && height <= 500 => Ok(Size { width, height }),
        _ => Err("a size is columns, x, rows, such as 100x30; at most 1000x500".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn to_say_nothing_says_what_clap_would_make_of_it() {
        let (nothing, read) = (Cli::of(vec!["annals".into()]), Cli::try_parse_from(["annals"]));
        assert_eq!(format!("{:?}", nothing.expect("nothing is wrong")), format!("{:?}", read.expect("nor here")));
    }
}
