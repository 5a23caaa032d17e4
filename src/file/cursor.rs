//! Reading one table: values by key, and a problem for everything that its keys cannot hold.
//!
//! Knows the table of keys and the types of values, not what the records are for.

use super::key::{Key, Table, Type};
use super::nearest::nearest;
use super::sanitise::{brief, quoted};
use super::syntax::Piece;
use super::{Id, Problem, Rule, Span, Spanned, Whole, Words, problem};
use std::borrow::Cow;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// A table of the file, with its keys, and the problems found in it.
pub(super) struct Cursor<'t, 'p> {
    /// Where the table is, from its header to the end of its last value.
    pub span: Span,
    piece: &'t Piece<'t>,
    keys: &'static Table,
    values: &'t DeTable<'t>,
    problems: &'p mut Vec<Problem>,
}

/// A value of a table, with its key's row.
#[derive(Clone, Copy)]
pub(super) struct Value<'t> {
    pub key: &'static Key,
    /// The key as it is written in messages: its own name, but in a table with any keys that
    /// of the entry.
    pub name: &'t str,
    pub value: &'t DeValue<'t>,
    pub span: Span,
}

impl<'t, 'p> Cursor<'t, 'p> {
    /// Looks at the table of a whole piece.
    pub fn top(piece: &'t Piece<'t>, keys: &'static Table, problems: &'p mut Vec<Problem>) -> Self {
        let mut cursor = Self { span: piece.place, piece, keys, values: &piece.table, problems };
        cursor.refuse_unknown_keys();
        cursor
    }

    /// Looks at a table within this one; what it lacks is said at its header.
    fn within(&mut self, keys: &'static Table, values: &'t DeTable<'t>, header: Span) -> Cursor<'t, '_> {
        let end = values.values().map(|value| self.at(value.span()).end()).fold(header.end(), usize::max);
        let span = header.with(header.start()..end);
        let mut cursor = Cursor { span, piece: self.piece, keys, values, problems: self.problems };
        let meant = cursor.refuse_unknown_keys();
        cursor.miss_required_keys(header, &meant);
        cursor
    }

    /// Says which keys the table does not have; the keys that were most likely meant by them.
    fn refuse_unknown_keys(&mut self) -> Vec<&'static str> {
        let keys = self.keys;
        let mut meant = Vec::new();
        for name in self.values.keys().filter(|name| keys.key(name.get_ref()).is_none()) {
            let table = with_article(keys.name);
            let known = || keys.keys.iter().map(|key| key.name);
            let near = nearest(name.get_ref(), known());
            meant.extend(near);
            let help = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("the keys of {table} are {}", known().collect::<Vec<_>>().join(", ")),
            };
            let message = format!("found the key {}, which {table} does not have", quoted(name.get_ref()));
            self.report(Problem::new(Rule::UnknownKey, self.at(name.span()), message).with_help(help));
        }
        meant
    }

    /// Says which keys are missing, but for those that are there under a mistyped name.
    fn miss_required_keys(&mut self, header: Span, meant: &[&str]) {
        let (table, values) = (self.keys, self.values);
        let is_there = |key: &Key| values.contains_key(key.name) || meant.contains(&key.name);
        for key in table.keys.iter().filter(|key| key.required && !is_there(key)) {
            let message = format!("found no `{}`, which every {} must have", key.name, table.name);
            let help = format!("add `{}`: {}", key.name, key.summary);
            self.report(Problem::new(Rule::MissingKey, header, message).with_help(help));
        }
    }

    /// Adds a problem.
    pub fn report(&mut self, problem: Problem) {
        problem::add(self.problems, [problem]);
    }

    /// The value of a key, if it is there.
    pub fn value(&self, name: &str) -> Option<Value<'t>> {
        let (value, key) = (self.values.get(name)?, self.keys.key(name)?);
        Some(Value { key, name: key.name, value: value.get_ref(), span: self.at(value.span()) })
    }

    /// A place in the document, for one in the piece.
    pub fn at(&self, range: Range<usize>) -> Span {
        let place = self.piece.place;
        place.with(place.start() + range.start..place.start() + range.end)
    }

    /// The whole document.
    pub fn document(&self) -> &'t Whole {
        self.piece.document
    }

    /// What is written at a place of the piece.
    pub fn written(&self, span: Span) -> &'t str {
        let start = self.piece.place.start();
        self.piece.text.get(span.start() - start..span.end() - start).unwrap_or_default()
    }

    /// Says that a value is of another type than its key takes.
    pub fn wrong_type(&mut self, value: Value<'_>, expected: &str) {
        let message = format!("`{}`: found {}, expected {expected}", value.name, kind(value.value));
        self.report(Problem::new(Rule::WrongType, value.span, message));
    }

    /// Says that a value is not one of those that its key takes.
    pub fn bad_value(&mut self, value: Value<'_>, rule: Rule, found: &str, expected: &str) {
        let message = format!("`{}`: found {}, expected {expected}", value.name, quoted(found));
        self.report(Problem::new(rule, value.span, message));
    }

    /// The values of a list; a single one stands for itself, and is said to lack its brackets.
    pub fn list(&mut self, name: &str) -> Vec<Value<'t>> {
        self.value(name).map_or_else(Vec::new, |list| self.items(list))
    }

    fn items(&mut self, list: Value<'t>) -> Vec<Value<'t>> {
        let DeValue::Array(values) = list.value else {
            self.wrong_type(list, list.key.takes.expected());
            self.help_with_brackets(list);
            return if matches!(list.value, DeValue::String(_) | DeValue::Table(_)) { vec![list] } else { Vec::new() };
        };
        values.iter().map(|value| Value { value: value.get_ref(), span: self.at(value.span()), ..list }).collect()
    }

    /// The lists of strings of a table with any keys, each with its key, in the order of the file.
    pub fn each(&mut self, name: &str) -> Vec<(Spanned<String>, Words)> {
        let Some(value) = self.value(name) else { return Vec::new() };
        let (Type::Each(key), DeValue::Table(table)) = (value.key.takes, value.value) else {
            self.wrong_type(value, value.key.takes.expected());
            return Vec::new();
        };
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(name, _)| name.span().start);
        let mut read = |(name, list): (&'t toml::Spanned<Cow<'t, str>>, &'t toml::Spanned<DeValue<'t>>)| {
            let list = Value { key, name: name.get_ref(), value: list.get_ref(), span: self.at(list.span()) };
            let words = self.items(list).into_iter().filter_map(|word| self.listed(word)).collect();
            (Spanned { value: name.get_ref().to_string(), span: self.at(name.span()) }, words)
        };
        entries.into_iter().map(&mut read).collect()
    }

    fn help_with_brackets(&mut self, list: Value<'_>) {
        let name = list.name;
        let help = match list.value {
            DeValue::String(text) => format!("write {name} = [\"{}\"]", brief(text)),
            DeValue::Table(_) if self.written(list.span).starts_with('[') => {
                format!("write [[{name}]], with two brackets")
            }
            _ => return,
        };
        self.help(Some(help));
    }

    /// Adds the likely correction, where there is one, to the problem that was reported last.
    pub fn help(&mut self, help: Option<String>) {
        if let Some(problem) = self.problems.last_mut() {
            problem.help = help;
        }
    }

    /// What `read` makes of the table of a key.
    pub fn table<T>(&mut self, name: &str, read: impl FnOnce(Cursor<'t, '_>) -> T) -> Option<T> {
        let value = self.value(name)?;
        match (value.key.takes, value.value) {
            (Type::Table(keys), DeValue::Table(table)) => Some(read(self.within(keys, table, value.span))),
            _ => {
                self.wrong_type(value, value.key.takes.expected());
                None
            }
        }
    }

    /// What `read` makes of each table of a list.
    pub fn tables<T>(&mut self, name: &str, read: impl Fn(Cursor<'t, '_>) -> Option<T>) -> Box<[T]> {
        self.tables_or_ids(name, |_| None, read)
    }

    /// The same, with what `of_id` makes of an id that stands for a table.
    pub fn tables_or_ids<T>(
        &mut self,
        name: &str,
        of_id: impl Fn(Id) -> Option<T>,
        read: impl Fn(Cursor<'t, '_>) -> Option<T>,
    ) -> Box<[T]> {
        let values = self.list(name);
        values.into_iter().filter_map(|value| self.table_or_id(value, &of_id, &read)).collect()
    }

    fn table_or_id<T>(
        &mut self,
        value: Value<'t>,
        of_id: impl Fn(Id) -> Option<T>,
        read: impl Fn(Cursor<'t, '_>) -> Option<T>,
    ) -> Option<T> {
        match (value.key.takes, value.value) {
            (Type::Tables(keys) | Type::TablesOrIds(keys), DeValue::Table(table)) => {
                read(self.within(keys, table, value.span))
            }
            (Type::TablesOrIds(_), DeValue::String(_)) => self.id_of(value).and_then(of_id),
            (takes, _) => {
                let expected = if matches!(takes, Type::Tables(_)) { "a table" } else { "an id or a table" };
                self.wrong_type(value, expected);
                None
            }
        }
    }
}

/// What a value is, in words: "an integer".
fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "an integer",
        DeValue::Float(_) => "a decimal number",
        DeValue::Boolean(true) => "true",
        DeValue::Boolean(false) => "false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

fn with_article(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {noun}")
}
