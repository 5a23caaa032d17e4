//! What a reader has settled once and for all: theme, language, mouse, keys.

use super::bindings::Bindings;
use super::key::Key;
use super::state::Characters;
use super::theme::Theme;
use crate::date::Language;
use crate::file::{self, Document, Keys, Passage, Problem, Rule, Spanned, config, nearest, quoted};
use std::borrow::Cow;

/// A configuration, as far as it makes sense.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Habits {
    /// The theme to begin with.
    pub theme: Option<Theme>,
    /// The language of texts and screen.
    pub language: Option<Language>,
    /// Whether the mouse is listened to.
    pub mouse: bool,
    /// The characters that the terminal shows as others do.
    pub characters: Characters,
    /// The keys.
    pub bindings: Bindings,
}

/// Keys for a row of the table, and where they are written.
struct Change {
    row: usize,
    keys: Vec<Spanned<Key>>,
}

impl Habits {
    /// Reads a configuration. What is wrong in it is told, and left aside
    /// where it is not plain what is meant.
    pub fn read(document: &Document) -> (Self, Vec<Problem>) {
        let (file::Config { theme, language, mouse, is_wide, keys }, mut problems) = config(document);
        let bindings = bindings(&keys, &mut problems);
        Problem::sort(&mut problems);
        let characters = if is_wide { Characters::Unambiguous } else { Characters::Unicode };
        (Self { theme: theme.as_deref().and_then(Theme::from_id), language, mouse, characters, bindings }, problems)
    }
}

/// The table with the changes that make sense.
fn bindings(keys: &[Keys], problems: &mut Vec<Problem>) -> Bindings {
    let usual = Bindings::default();
    let mut changes = Vec::new();
    for keys in keys {
        match change(keys, &usual) {
            Ok(change) => changes.push(change),
            Err(problem) => problems.push(problem),
        }
    }
    // A change that is left aside gives its row the usual keys back, which may be in the
    // way of another one.
    loop {
        let changed = changed(&changes);
        let Some((at, problem)) = conflict(&changes, &changed) else { return changed };
        problems.push(problem);
        changes.remove(at);
    }
}

fn changed(changes: &[Change]) -> Bindings {
    let mut bindings = Bindings::default();
    for Change { row, keys } in changes {
        bindings.set(*row, Cow::Owned(keys.iter().map(|key| key.value).collect()));
    }
    bindings
}

/// What a line changes, or what is wrong with it.
fn change(Keys { action, keys }: &Keys, usual: &Bindings) -> Result<Change, Problem> {
    let Some(row) = usual.find(&action.value) else { return Err(unknown(action, usual)) };
    if keys.is_empty() {
        let message = format!("{}: found no key, expected at least one", quoted(&action.value));
        return Err(Problem::new(Rule::BadValue, action.span, message));
    }
    Ok(Change { row, keys: keys.iter().map(key).collect::<Result<_, _>>()? })
}

fn unknown(action: &Spanned<String>, usual: &Bindings) -> Problem {
    let help = match nearest(&action.value, usual.names()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("the actions are {}", usual.names().collect::<Vec<_>>().join(", ")),
    };
    let message = format!("found the action {}, which annals does not have", quoted(&action.value));
    Problem::new(Rule::UnknownKey, action.span, message).with_help(help)
}

fn key(name: &Spanned<Passage>) -> Result<Spanned<Key>, Problem> {
    let problem = |message: String| Problem::new(Rule::BadValue, name.span, message);
    match Key::named(&name.value) {
        Some(Key::Char('1'..='9')) => {
            Err(problem(format!("found the digit {}, which begins a count", quoted(&name.value)))
                .with_help("take any other key"))
        }
        Some(key) => Ok(Spanned { value: key, span: name.span }),
        None => {
            let expected = "expected one character, or a name such as enter, down, ctrl-l";
            let problem = problem(format!("found the key {}, {expected}", quoted(&name.value)));
            Err(match nearest(&name.value, Key::names()) {
                Some(near) => problem.with_help(format!("did you mean \"{near}\"?")),
                None => problem,
            })
        }
    }
}

/// The first change that takes a key which another action has, or has it twice, and what is
/// wrong with it.
fn conflict(changes: &[Change], bindings: &Bindings) -> Option<(usize, Problem)> {
    let name = |row: usize| bindings.rows()[row].action.name().unwrap_or_default();
    let is_usual = |row: usize| changes.iter().all(|change| change.row != row);
    let usual = |key: Key| bindings.holders(key).find(|&row| is_usual(row));
    let mut written: Vec<(usize, &Spanned<Key>)> = Vec::new();
    for (at, Change { row, keys }) in changes.iter().enumerate() {
        for key in keys {
            if let Some((other, earlier)) = written.iter().find(|(_, earlier)| earlier.value == key.value) {
                return Some((at, taken(key, name(*other)).with_related(earlier.span, "here")));
            }
            if let Some(other) = usual(key.value) {
                let help = format!("give `{}` another key as well, or take a free one here", name(other));
                return Some((at, taken(key, name(other)).with_help(help)));
            }
            written.push((*row, key));
        }
    }
    None
}

fn taken(key: &Spanned<Key>, other: &str) -> Problem {
    let message = format!("found the key {}, which {} has already", quoted(&key.value.name()), quoted(other));
    Problem::new(Rule::BadValue, key.span, message)
}
