//! The rules of tables and keys.

use super::{Rule, RuleRow};
use crate::file::Severity::{Error, Warning};

pub(super) const UNKNOWN_KEY: RuleRow = RuleRow {
    rule: Rule::UnknownKey,
    id: "unknown-key",
    severity: Error,
    summary: "every key is one that its table has",
    explanation: "A key that annals does not know would be lost without a word: most often it is a slip of the \
                  fingers, or a key of another table. `annals schema` prints all tables and keys, each with what \
                  it means.",
    example: &[br#"format = 1

[[place]]
id = "yokohama"
name = "Yokohama"
latitud = 35.44
"#],
    wrong: b"latitud = 35.44",
    right: "latitude = 35.44",
};

pub(super) const WRONG_TYPE: RuleRow = RuleRow {
    rule: Rule::WrongType,
    id: "wrong-type",
    severity: Error,
    summary: "every value has the type of its key",
    explanation: "Texts and dates stand in quotes; numbers, true and false do not. What can be several stands in \
                  a list even if it is one: from = [\"guiyang\"]. Records have two brackets: [[event]].",
    example: &[br#"format = 1

[[actor]]
id = "guiyang"
name = "Guiyang"
aliases = "Kweiyang"
"#],
    wrong: br#"aliases = "Kweiyang""#,
    right: r#"aliases = ["Kweiyang"]"#,
};

pub(super) const MISSING_KEY: RuleRow = RuleRow {
    rule: Rule::MissingKey,
    id: "missing-key",
    severity: Error,
    summary: "every record has the keys that it cannot do without",
    explanation: "Each record has an id, by which others refer to it, and a title or a name, under which it is \
                  shown. Each file begins with the version of its format: format = 1.",
    example: &[br#"format = 1

[[place]]
id = "yokohama"
"#],
    wrong: br#"id = "yokohama""#,
    right: r#"id = "yokohama"
name = "Yokohama""#,
};

pub(super) const SECOND_HEADING: RuleRow = RuleRow {
    rule: Rule::SecondHeading,
    id: "second-heading",
    severity: Warning,
    summary: "the chronology has one heading",
    explanation: "Several files make one chronology, with one title, one summary and one list of languages. The \
                  first [chronology] stands, and the others are left aside.",
    example: &[
        b"format = 1\n\n[chronology]\ntitle = \"Guiyang and its friends\"\n",
        b"format = 1\n\n[chronology]\ntitle = \"Events of 2020\"\n",
    ],
    wrong: br#"
[chronology]
title = "Events of 2020"
"#,
    right: "",
};
