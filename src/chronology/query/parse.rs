//! From the text of a query to what it asks for, or to the place of the mistake.
//!
//! Knows the grammar; what the words stand for is in the vocabulary.

use super::expression::{Expression, Query, QueryError, Term};
use super::fold::fold;
use super::mistake::Mistake;
use super::vocabulary::{COMPARISONS, Comparison, FIELDS, Field, STATES, known};
use crate::date::Date;

/// The most characters of a query.
pub(super) const LONGEST: usize = 1_000;

/// The deepest nesting of parentheses.
pub(super) const DEEPEST: usize = 20;

/// Reads a whole query.
pub(super) fn query(text: &str) -> Result<Query, QueryError> {
    let chars: Vec<char> = text.chars().take(LONGEST + 1).map(ascii).collect();
    if chars.len() > LONGEST {
        return Err(QueryError::new(LONGEST, 1, Mistake::TooLong));
    }
    let mut parser = Parser { chars, at: 0, depth: 0 };
    parser.skip_blanks();
    let root = if parser.peek().is_none() { Expression::all(Vec::new()) } else { parser.alternatives()? };
    match parser.peek() {
        None => Ok(Query { root }),
        // Only a parenthesis ends alternatives before the text does.
        Some(_) => Err(QueryError::new(parser.at, 1, Mistake::NotOpened)),
    }
}

/// The signs of the language as a Chinese or Japanese keyboard gives them, in ASCII.
fn ascii(c: char) -> char {
    match c {
        '：' => ':',
        '（' => '(',
        '）' => ')',
        '“' | '”' | '「' | '」' | '＂' => '"',
        '，' | '、' => ',',
        '＜' => '<',
        '＞' => '>',
        '＝' => '=',
        '－' => '-',
        _ if c.is_whitespace() => ' ',
        _ => c,
    }
}

/// Whether a character may stand in a word that has no quotes.
fn is_of_word(c: char) -> bool {
    !matches!(c, ' ' | '(' | ')' | '"')
}

/// Whether a character may stand in a value that has no quotes.
pub(super) fn is_of_value(c: char) -> bool {
    is_of_word(c) && c != ','
}

/// A value as it is read back once it is written: with the language's own signs, but no quotes.
pub(super) fn value(text: &str) -> String {
    text.chars().map(ascii).map(|c| if c == '"' { ' ' } else { c }).collect()
}

impl QueryError {
    /// A mistake of so many characters after so many others.
    const fn new(after: usize, length: usize, mistake: Mistake) -> Self {
        Self { at: after + 1, length, mistake }
    }
}

struct Parser {
    chars: Vec<char>,
    /// How many characters are read.
    at: usize,
    /// How many parentheses are open.
    depth: usize,
}

impl Parser {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    /// The characters from here on that are of a kind; they are read.
    fn run(&mut self, is_of: fn(char) -> bool) -> String {
        let run: String = self.chars[self.at..].iter().take_while(|c| is_of(**c)).collect();
        self.at += run.chars().count();
        run
    }

    fn skip_blanks(&mut self) {
        self.run(|c| c == ' ');
    }

    /// Whether `or` stands here as a word of its own; then it is read.
    fn take_or(&mut self) -> bool {
        let begin = self.at;
        let found = self.run(is_of_word).eq_ignore_ascii_case("or");
        if !found {
            self.at = begin;
        }
        found
    }

    fn alternatives(&mut self) -> Result<Expression, QueryError> {
        let mut parts = vec![self.all()?];
        while self.take_or() {
            self.skip_blanks();
            parts.push(self.all()?);
        }
        Ok(Expression::any(parts))
    }

    /// What stands side by side, up to `or`, `)` or the end.
    fn all(&mut self) -> Result<Expression, QueryError> {
        let mut parts = Vec::new();
        loop {
            let begin = self.at;
            let is_end = matches!(self.peek(), None | Some(')')) || self.take_or();
            self.at = begin;
            if is_end {
                break;
            }
            parts.push(self.condition()?);
            self.skip_blanks();
        }
        if parts.is_empty() { Err(self.missing()) } else { Ok(Expression::all(parts)) }
    }

    /// That a condition was expected here.
    fn missing(&self) -> QueryError {
        let before = self.chars[..self.at].iter().rposition(|c| *c != ' ');
        let error = |mistake| QueryError::new(self.at, 0, mistake);
        match (self.peek(), before.map(|at| self.chars[at])) {
            (Some(')'), Some('(')) => error(Mistake::NothingBetween),
            (Some(')'), _) if self.depth == 0 => QueryError::new(self.at, 1, Mistake::NotOpened),
            (None, Some('(')) => error(Mistake::NothingInside),
            (None | Some(')'), _) => error(Mistake::NothingBehindOr),
            (Some(_), _) => error(Mistake::NothingBeforeOr),
        }
    }

    fn condition(&mut self) -> Result<Expression, QueryError> {
        let mut is_not = false;
        while self.take('-') {
            is_not = !is_not;
            if matches!(self.peek(), None | Some(' ' | ')')) {
                return Err(QueryError::new(self.at, 0, Mistake::NothingBehindMinus));
            }
            let begin = self.at;
            if self.take_or() {
                return Err(QueryError::new(begin, 2, Mistake::OrBehindMinus));
            }
        }
        let condition = self.group()?;
        Ok(if is_not { condition.not() } else { condition })
    }

    fn group(&mut self) -> Result<Expression, QueryError> {
        let begin = self.at;
        if !self.take('(') {
            return self.term().map(Expression::Term);
        }
        if self.depth == DEEPEST {
            return Err(QueryError::new(begin, 1, Mistake::TooDeep));
        }
        self.depth += 1;
        self.skip_blanks();
        let inner = self.alternatives()?;
        if !self.take(')') {
            return Err(QueryError::new(begin, 1, Mistake::NotClosed));
        }
        self.depth -= 1;
        Ok(inner)
    }

    fn term(&mut self) -> Result<Term, QueryError> {
        let begin = self.at;
        if self.peek() == Some('"') {
            let words = self.quote();
            return readable(&words, begin, self.at).map(|()| Term::Phrase(words));
        }
        let name = self.run(|c| c.is_ascii_alphabetic());
        match self.sign(&name) {
            Some(comparison) => self.field(&name, comparison, begin),
            None if self.peek() == Some('=') && known(FIELDS, &name) == Some(Field::Date) => {
                Err(QueryError::new(self.at, 1, Mistake::NoComparison))
            }
            None => {
                self.at = begin;
                let word = self.run(is_of_word);
                readable(&word, begin, self.at).map(|()| Term::Word(word))
            }
        }
    }

    /// The sign behind a field's name; it is read. Any name may have a colon behind it, the
    /// other signs belong to dates.
    fn sign(&mut self, name: &str) -> Option<Comparison> {
        let is_date = known(FIELDS, name) == Some(Field::Date);
        let rest = &self.chars[self.at..];
        let is_here = |sign: &str| rest.len() >= sign.len() && sign.chars().zip(rest).all(|(a, b)| a == *b);
        let found = COMPARISONS.iter().find(|row| is_here(row.word))?;
        let is_sign = !name.is_empty() && (is_date || found.stands_for == Comparison::Possibly);
        self.at += if is_sign { found.word.len() } else { 0 };
        is_sign.then_some(found.stands_for)
    }

    /// What stands in quotes; a quote that is not closed yet goes on to the end.
    fn quote(&mut self) -> String {
        self.at += 1;
        let words = self.run(|c| c != '"');
        self.take('"');
        words
    }

    fn field(&mut self, name: &str, comparison: Comparison, begin: usize) -> Result<Term, QueryError> {
        let Some(field) = known(FIELDS, name) else {
            return Err(QueryError::new(begin, name.chars().count(), Mistake::NoField(name.to_owned())));
        };
        let values = self.values(name)?;
        match field {
            Field::Date => values.iter().map(date).collect::<Result<_, _>>().map(|dates| Term::Date(comparison, dates)),
            Field::Is => values.iter().map(state).collect::<Result<_, _>>().map(Term::Is),
            _ => Ok(Term::Named(field, values.into_iter().map(|value| value.text).collect())),
        }
    }

    /// The values of a field, with commas between them.
    fn values(&mut self, name: &str) -> Result<Vec<Value>, QueryError> {
        let mut values = Vec::new();
        loop {
            let after = self.at;
            let text = if self.peek() == Some('"') { self.quote() } else { self.run(is_of_value) };
            if text.is_empty() {
                let what = if values.is_empty() { name } else { "," };
                return Err(QueryError::new(self.at, 0, Mistake::NoValue(what.to_owned())));
            }
            values.push(Value { text, after });
            if !self.take(',') {
                return Ok(values);
            }
        }
    }
}

/// A value of a field, and how many characters stand before it.
struct Value {
    text: String,
    after: usize,
}

impl Value {
    fn length(&self) -> usize {
        self.text.chars().count()
    }
}

/// Refuses what has no letter and no digit to look for.
fn readable(text: &str, from: usize, to: usize) -> Result<(), QueryError> {
    if fold(text).is_empty() {
        return Err(QueryError::new(from, to - from, Mistake::NoLetter));
    }
    Ok(())
}

fn date(value: &Value) -> Result<Date, QueryError> {
    let date = value.text.parse::<Date>().map_err(|error| {
        let length = (value.length() + 1).saturating_sub(error.at).min(1);
        QueryError { at: value.after + error.at, length, mistake: Mistake::NoDate(error) }
    });
    if has_gaps(&value.text) {
        return Err(QueryError::new(value.after, value.length(), Mistake::Gaps));
    }
    date
}

/// Whether a date leaves out days between its first and its last: sets do, and digits that
/// are not known before ones that are.
fn has_gaps(date: &str) -> bool {
    let behind_unknown = date.split_once('X').map_or("", |(_, rest)| rest);
    let is_broken = !date.contains('/') && behind_unknown.contains(|c: char| c.is_ascii_digit());
    date.starts_with(['[', '{']) || is_broken
}

fn state(value: &Value) -> Result<super::State, QueryError> {
    let unknown = || QueryError::new(value.after, value.length(), Mistake::NoState(value.text.clone()));
    known(STATES, &value.text).ok_or_else(unknown)
}
