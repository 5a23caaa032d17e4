//! The JSON Schema (draft-07) of a file, by which editors complete keys and check values.
//!
//! Made from the table of keys, and nothing else.

use super::country;
use super::key::{FILE, Key, Table, Type};
use crate::date::Language;
use serde::ser::{Serialize, SerializeMap, Serializer};

/// What an id may not have in it; the check of `bad-id` is no laxer.
const ID: &str = r"^[^\s!-,/:-@\[-^`{-~]{1,100}$";

/// The same, or nothing at all.
const ID_OR_EMPTY: &str = r"^[^\s!-,/:-@\[-^`{-~]{0,100}$";

/// The characters that an EDTF expression is made of.
const EDTF: &str = r"^[0-9XYESTZ?~%/.,:\[\]{}+-]+$";

/// The schema as text, with a line break at its end.
pub fn schema() -> String {
    let file = Schema {
        dialect: Some("http://json-schema.org/draft-07/schema#"),
        title: Some("A chronology of annals"),
        ..Schema::table(&FILE)
    };
    // A schema is strings and numbers: there is nothing in it that JSON cannot say.
    serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
}

/// A schema, or a part of one; what it does not say is left out.
#[derive(Debug, Default, serde::Serialize)]
struct Schema {
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    dialect: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'static str>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<&'static str>,
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    choices: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum: Option<i64>,
    #[serde(rename = "anyOf", skip_serializing_if = "Vec::is_empty")]
    any_of: Vec<Schema>,
    #[serde(skip_serializing_if = "Option::is_none")]
    items: Option<Box<Schema>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    required: Vec<&'static str>,
    #[serde(skip_serializing_if = "Properties::is_empty")]
    properties: Properties,
    #[serde(rename = "additionalProperties", skip_serializing_if = "Option::is_none")]
    others: Option<bool>,
}

/// The keys of a table, in the order of its rows.
#[derive(Debug, Default)]
struct Properties(Vec<(&'static str, Schema)>);

impl Properties {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Properties {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        self.0.iter().try_for_each(|(name, schema)| map.serialize_entry(name, schema))?;
        map.end()
    }
}

impl Schema {
    fn table(table: &Table) -> Self {
        let properties = table.keys.iter().map(|key| (key.name, Self::key(key))).collect();
        let required = table.keys.iter().filter(|key| key.required).map(|key| key.name).collect();
        Self { required, ..Self::object(properties) }
    }

    fn key(key: &Key) -> Self {
        Self { description: Some(key.summary), ..Self::value(key.takes, key.required) }
    }

    fn value(takes: Type, required: bool) -> Self {
        match takes {
            Type::Text | Type::Prose => Self::text(),
            Type::Word(form) => Self::matching(form.pattern),
            Type::Country => Self::one_of(country::codes()),
            Type::Words => Self::list(Self::of("string")),
            Type::Choice(choices) => Self::one_of(choices.iter().copied()),
            Type::Languages => Self::list(Self::one_of(Language::ALL.map(Language::code))),
            Type::Reference(_) if !required => Self::matching(ID_OR_EMPTY),
            Type::Id | Type::Reference(_) => Self::matching(ID),
            Type::References(_) => Self::list(Self::matching(ID)),
            Type::Date => Self::any_of([Self::matching(EDTF), Self::between("integer", -9999, 9999)]),
            Type::Format => Self::between("integer", 1, 1),
            Type::Count => Self { minimum: Some(0), ..Self::of("integer") },
            Type::Degrees(most) => Self::between("number", -(most as i64), most as i64),
            Type::Bool => Self::of("boolean"),
            Type::Table(table) => Self::table(table),
            Type::Each(_) => Self::of("object"),
            Type::Tables(table) => Self::list(Self::table(table)),
            Type::TablesOrIds(table) => Self::list(Self::any_of([Self::matching(ID), Self::table(table)])),
        }
    }

    /// A string, or one for each language.
    fn text() -> Self {
        let forms = Language::ALL.map(|language| (language.code(), Self::of("string")));
        Self::any_of([Self::of("string"), Self::object(forms.into())])
    }

    fn object(properties: Vec<(&'static str, Self)>) -> Self {
        Self { properties: Properties(properties), others: Some(false), ..Self::of("object") }
    }

    fn list(items: Self) -> Self {
        Self { items: Some(Box::new(items)), ..Self::of("array") }
    }

    fn of(kind: &'static str) -> Self {
        Self { kind: Some(kind), ..Self::default() }
    }

    fn matching(pattern: &'static str) -> Self {
        Self { pattern: Some(pattern), ..Self::of("string") }
    }

    fn one_of(choices: impl IntoIterator<Item = &'static str>) -> Self {
        Self { choices: choices.into_iter().collect(), ..Self::of("string") }
    }

    fn any_of(any_of: impl Into<Vec<Self>>) -> Self {
        Self { any_of: any_of.into(), ..Self::default() }
    }

    fn between(kind: &'static str, minimum: i64, maximum: i64) -> Self {
        Self { minimum: Some(minimum), maximum: Some(maximum), ..Self::of(kind) }
    }
}
