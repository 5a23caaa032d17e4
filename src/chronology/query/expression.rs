//! A query as data: what is asked for, and how it is written.
//!
//! Knows nothing of events.

use super::mistake::Mistake;
use super::parse;
use super::vocabulary::{COMPARISONS, Comparison, FIELDS, Field, STATES, State, written};
use crate::date::{Date, Language};
use std::fmt;
use std::str::FromStr;

/// A question to a chronology, in the one language of the find line, facets and exports.
///
/// Words must all match, `or` between them offers alternatives and binds less tightly,
/// `-` excludes, quotes make an exact phrase, parentheses group. A field takes several
/// values with commas as alternatives: `category:donation,letter`. What is printed is read
/// as the same query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    pub(super) root: Expression,
}

/// Why a text is no query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryError {
    /// The character at which it goes wrong, counted from 1.
    pub at: usize,
    /// How many characters are wrong; 0 where something is missing.
    pub length: usize,
    /// What is wrong.
    pub mistake: Mistake,
}

/// What an event is asked to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Expression {
    /// All of these; with none of them, anything.
    All(Vec<Self>),
    /// At least one of these.
    Any(Vec<Self>),
    /// Anything but this.
    Not(Box<Self>),
    /// One condition.
    Term(Term),
}

/// One condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Term {
    /// A word in any language, in letters or by its reading.
    Word(String),
    /// Exactly these words.
    Phrase(String),
    /// Connected with one of these.
    Named(Field, Vec<String>),
    /// At one of these dates.
    Date(Comparison, Vec<Date>),
    /// In one of these states.
    Is(Vec<State>),
}

impl Query {
    /// Reads a query. An empty text is the query that finds everything.
    ///
    /// # Errors
    ///
    /// Says where the text stops being a query, and why: an unknown field or state, a wrong
    /// date, a parenthesis that is not closed, more than 1,000 characters.
    pub fn parse(text: &str) -> Result<Self, QueryError> {
        parse::query(text)
    }

    /// Whether it asks for nothing and so finds everything.
    pub fn is_empty(&self) -> bool {
        matches!(&self.root, Expression::All(all) if all.is_empty())
    }
}

impl Default for Query {
    /// The query that finds everything.
    fn default() -> Self {
        Self { root: Expression::All(Vec::new()) }
    }
}

impl FromStr for Query {
    type Err = QueryError;
    fn from_str(text: &str) -> Result<Self, QueryError> {
        Self::parse(text)
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.root)
    }
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let help = self.mistake.help(Language::En).map_or_else(String::new, |help| format!("; {help}"));
        write!(f, "{} (character {}){help}", self.mistake.message(Language::En), self.at)
    }
}

impl std::error::Error for QueryError {}

impl Expression {
    /// All of these, without needless nesting.
    pub fn all(parts: Vec<Self>) -> Self {
        let flat = parts.into_iter().flat_map(|part| match part {
            Self::All(inner) => inner,
            other => vec![other],
        });
        single(flat.collect()).unwrap_or_else(Self::All)
    }

    /// At least one of these, without needless nesting.
    pub fn any(parts: Vec<Self>) -> Self {
        let flat = parts.into_iter().flat_map(|part| match part {
            Self::Any(inner) => inner,
            other => vec![other],
        });
        single(flat.collect()).unwrap_or_else(Self::Any)
    }

    /// The opposite.
    pub fn not(self) -> Self {
        match self {
            Self::Not(inner) => *inner,
            other => Self::Not(Box::new(other)),
        }
    }

    /// What must all hold, at the top.
    pub fn parts(&self) -> &[Self] {
        match self {
            Self::All(parts) => parts,
            other => std::slice::from_ref(other),
        }
    }
}

/// The only one of these, or all of them.
fn single(mut parts: Vec<Expression>) -> Result<Expression, Vec<Expression>> {
    match parts.pop_if(|_| true) {
        Some(only) if parts.is_empty() => Ok(only),
        last => {
            parts.extend(last);
            Err(parts)
        }
    }
}

impl fmt::Display for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All(parts) => write_joined(f, parts, " ", |part| matches!(part, Self::Any(_))),
            Self::Any(parts) => write_joined(f, parts, " or ", |_| false),
            Self::Not(part) => {
                f.write_str("-")?;
                write_grouped(f, part, !matches!(**part, Self::Term(_)))
            }
            Self::Term(term) => write!(f, "{term}"),
        }
    }
}

fn write_joined(
    f: &mut fmt::Formatter<'_>,
    parts: &[Expression],
    between: &str,
    is_grouped: impl Fn(&Expression) -> bool,
) -> fmt::Result {
    for (at, part) in parts.iter().enumerate() {
        f.write_str(if at > 0 { between } else { "" })?;
        write_grouped(f, part, is_grouped(part))?;
    }
    Ok(())
}

fn write_grouped(f: &mut fmt::Formatter<'_>, part: &Expression, is_grouped: bool) -> fmt::Result {
    if is_grouped { write!(f, "({part})") } else { write!(f, "{part}") }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => f.write_str(word),
            Self::Phrase(words) => write!(f, "\"{words}\""),
            Self::Named(field, values) => {
                let values: Vec<String> = values.iter().map(|value| value_text(value)).collect();
                write!(f, "{}:{}", written(FIELDS, *field), values.join(","))
            }
            Self::Date(comparison, dates) => {
                let dates: Vec<String> = dates.iter().map(Date::to_string).collect();
                write!(f, "date{}{}", written(COMPARISONS, *comparison), dates.join(","))
            }
            Self::Is(states) => {
                let states: Vec<&str> = states.iter().map(|state| written(STATES, *state)).collect();
                write!(f, "is:{}", states.join(","))
            }
        }
    }
}

/// A value as it is written: in quotes where it has to be.
fn value_text(value: &str) -> String {
    if value.chars().all(parse::is_of_value) { value.to_owned() } else { format!("\"{value}\"") }
}
