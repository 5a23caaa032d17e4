//! Values that a query asks for though nothing in the chronology is called so, and dates that
//! it looks for as words.
//!
//! They are no mistakes, since a file may come to have them; but nobody who mistypes one should
//! take the answer for all that there is.

use super::connected::named;
use super::expression::{Expression, Query, Term};
use super::fold::fold;
use super::index::Index;
use super::mistake::Mistake;
use super::needle::Needle;
use super::parse::is_of_value;
use super::vocabulary::Field;
use crate::chronology::Chronology;
use crate::date::Language;
use crate::file::nearest;

impl Index {
    /// The first of a query's values that nothing is called, with the nearest that something is;
    /// or a date that is in no text.
    pub fn unknown(&self, query: &Query, chronology: &Chronology) -> Option<Mistake> {
        let mut values = Vec::new();
        collect(&query.root, &mut values);
        values
            .into_iter()
            .find_map(|(field, value)| {
                if !self.entries(field, value).is_empty() {
                    return None;
                }
                let names = self.names_of(field, chronology);
                let needle = Needle { text: fold(value), ends_word: false };
                let is_known = names.iter().any(|name| needle.is_in(&fold(name)));
                let plain = names.iter().map(String::as_str).filter(|name| name.chars().all(is_of_value));
                let near = nearest(value, plain).map(str::to_owned);
                (!is_known).then(|| Mistake::NoneCalled { field, value: value.to_owned(), near })
            })
            .or_else(|| {
                let (word, dates) = query.as_dates()?;
                let is_in_texts = self.find(query).events().next().is_some();
                (!is_in_texts).then(|| Mistake::DateAsWord { word: word.to_owned(), dates })
            })
    }

    /// All that a field can ask for, be any event connected with it or not: ids and names.
    fn names_of(&self, field: Field, chronology: &Chronology) -> Vec<String> {
        let of_field = self.entries.iter().filter(|entry| entry.field == Some(field)).map(|entry| entry.id.clone());
        let mut names: Vec<String> = of_field.collect();
        for (id, name) in named(chronology, field) {
            names.push(id.to_owned());
            names.extend(Language::ALL.into_iter().filter_map(|language| name.form(language)).map(str::to_owned));
        }
        names
    }
}

/// The values of fields with those who have them: who gave and who received are actors.
fn collect<'a>(expression: &'a Expression, values: &mut Vec<(Field, &'a str)>) {
    match expression {
        Expression::All(parts) | Expression::Any(parts) => parts.iter().for_each(|part| collect(part, values)),
        Expression::Not(part) => collect(part, values),
        Expression::Term(Term::Named(field, of_field)) => {
            let field = if matches!(field, Field::From | Field::To) { Field::Actor } else { *field };
            values.extend(of_field.iter().map(|value| (field, value.as_str())));
        }
        Expression::Term(_) => {}
    }
}
