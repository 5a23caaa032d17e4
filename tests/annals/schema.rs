//! The JSON Schema of a file says what the check says, as far as a schema can.

use crate::common::EVENTS;
use annals::file::key::{FILE, Table, Type};
use annals::file::{RULES, Rule, schema};
use jsonschema::Validator;
use serde_json::Value;

/// The schema that lies beside the built-in chronology, for editors.
const COMMITTED: &str = include_str!("../../.annals.schema.json");

/// The rules whose example breaks the schema too.
const CAUGHT: &[Rule] = &[
    Rule::UnknownKey,
    Rule::WrongType,
    Rule::MissingKey,
    Rule::BadId,
    Rule::BadValue,
    Rule::BadCoordinate,
    Rule::UnknownCountry,
    Rule::BadUrl,
    Rule::BadDate,
];

fn validator() -> Validator {
    let schema = serde_json::from_str(&schema()).expect("JSON");
    jsonschema::draft7::new(&schema).expect("a schema")
}

/// How many keys a table has, with those of the tables in it.
fn count(table: &Table) -> usize {
    let within = table.keys.iter().map(|key| match key.takes {
        Type::Table(inner) | Type::Tables(inner) | Type::TablesOrIds(inner) => count(inner),
        _ => 0,
    });
    table.keys.len() + within.sum::<usize>()
}

/// What an editor checks against the schema: dates of TOML's own are strings there.
fn in_json(value: toml::Value) -> Value {
    match value {
        toml::Value::Datetime(date) => date.to_string().into(),
        toml::Value::Array(values) => values.into_iter().map(in_json).collect(),
        toml::Value::Table(table) => table.into_iter().map(|(key, value)| (key, in_json(value))).collect(),
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(flag) => flag.into(),
    }
}

/// Checks a file against the schema; `None` if it is not TOML.
fn is_valid(validator: &Validator, text: &[u8]) -> Option<bool> {
    let table: toml::Table = toml::from_str(std::str::from_utf8(text).ok()?).ok()?;
    Some(validator.is_valid(&in_json(toml::Value::Table(table))))
}

#[test]
fn the_committed_schema_is_the_programs_own() {
    assert_eq!(COMMITTED, schema(), "cargo run -- schema > .annals.schema.json");
}

#[test]
fn it_is_a_sound_schema_with_a_word_on_every_key() {
    let schema: Value = serde_json::from_str(&schema()).expect("JSON");
    assert!(jsonschema::meta::is_valid(&schema));
    let mut tables = vec![&schema];
    let mut keys = 0;
    while let Some(table) = tables.pop() {
        for (name, key) in table["properties"].as_object().into_iter().flatten() {
            let is_language = ["zh", "en", "ja"].contains(&name.as_str());
            assert!(is_language || key["description"].as_str().is_some_and(|text| !text.is_empty()), "{name}");
            tables.extend([key, &key["items"]]);
            tables.extend(key["anyOf"].as_array().into_iter().flatten());
            tables.extend(key["items"]["anyOf"].as_array().into_iter().flatten());
            keys += usize::from(!is_language);
        }
        assert!(table["properties"].is_null() || table["additionalProperties"] == false, "{table}");
    }
    assert_eq!(keys, count(&FILE));
}

#[test]
fn the_built_in_chronology_is_valid_and_names_it() {
    assert_eq!(is_valid(&validator(), EVENTS.as_bytes()), Some(true));
    assert_eq!(EVENTS.lines().next(), Some("#:schema ./.annals.schema.json"));
}

#[test]
fn it_catches_what_it_can_and_nothing_else() {
    let validator = validator();
    for row in RULES {
        for file in row.mended() {
            assert_eq!(is_valid(&validator, &file), Some(true), "{} mended", row.id);
        }
        for valid in row.example.iter().filter_map(|file| is_valid(&validator, file)) {
            assert_eq!(valid, !CAUGHT.contains(&row.rule), "{}", row.id);
        }
    }
}

#[test]
fn it_takes_what_the_check_takes() {
    let validator = validator();
    let check = |record: &str, line: &str| {
        let text = format!("format = 1\n[[{record}]]\nid = \"a\"\nname = \"x\"\n{line}\n");
        let text = if record == "event" { text.replace("name", "title") } else { text };
        let (_, problems, _) = crate::problems::read_one(text.trim_start_matches("format = 1\n"));
        assert_eq!(problems, [], "{text}");
        assert_eq!(is_valid(&validator, text.as_bytes()), Some(true), "{text}");
    };
    for date in [
        "1992",
        "2020-04-15",
        "2020-04-15T10:30:00Z",
        "'-0043~'",
        "'Y-17E7S3'",
        "'[..2020-03,2020-05..]'",
        "'{1960,1961-12}'",
        "'../2020%'",
        "'2020-21'",
    ] {
        check("event", &format!("date = {date}"));
    }
    check("event", "part_of = ''");
    check(
        "event",
        "sources = ['友好.1_a-b', { id = 's', announces = true }]\nclaims = [{ date = 1990, sources = ['s'] }]",
    );
    check("event", "summary = { zh = '好', ja = '良い' }\ntags = ['x y', '']");
    check("place", "latitude = 26\nlongitude = -106.5\ncountry = 'NZ'");
    check("category", "symbol = '✚'\nascii = 'D'\ncolor = 'bright red'");
    check("actor", "kind = 'person'\naliases = ['A B']\nof = ''");
}
