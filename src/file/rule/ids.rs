//! The rules of ids and of what refers to them.

use super::{Rule, RuleRow};
use crate::file::Severity::Error;

pub(super) const BAD_ID: RuleRow = RuleRow {
    rule: Rule::BadId,
    id: "bad-id",
    severity: Error,
    summary: "an id is made of letters, digits, `-`, `_` and `.`",
    explanation: "Ids are typed, on the command line and in other records, so they have no spaces and no other \
                  signs, and at most 100 characters. Letters of any script will do.",
    example: &[br#"format = 1

[[place]]
id = "palmerston north"
name = "Palmerston North"
"#],
    wrong: br#"id = "palmerston north""#,
    right: r#"id = "palmerston-north""#,
};

pub(super) const DUPLICATE_ID: RuleRow = RuleRow {
    rule: Rule::DuplicateId,
    id: "duplicate-id",
    severity: Error,
    summary: "no two records of a kind share an id",
    explanation: "What refers to the id means the first record that has it. All files of a chronology share one \
                  set of ids; records of different kinds, such as a place and an actor, may have the same.",
    example: &[br#"format = 1

[[place]]
id = "gunma"
name = "Gunma"

[[place]]
id = "gunma"
name = "Maebashi"
"#],
    wrong: br#"id = "gunma"
name = "Maebashi""#,
    right: r#"id = "maebashi"
name = "Maebashi""#,
};

pub(super) const UNKNOWN_REFERENCE: RuleRow = RuleRow {
    rule: Rule::UnknownReference,
    id: "unknown-reference",
    severity: Error,
    summary: "every id that is referred to exists",
    explanation: "Categories, places, actors, sources and events are named by their ids, and each has a record \
                  of its own kind, in any of the files. Until the record is there, the reference is left aside.",
    example: &[br#"format = 1

[[place]]
id = "guiyang"
name = "Guiyang"

[[actor]]
id = "guiyang-city"
name = "City of Guiyang"
place = "guiyan"
"#],
    wrong: br#"place = "guiyan""#,
    right: r#"place = "guiyang""#,
};

pub(super) const UNKNOWN_STEP: RuleRow = RuleRow {
    rule: Rule::UnknownStep,
    id: "unknown-step",
    severity: Error,
    summary: "every step of a tour is an event of the chronology",
    explanation: "A tour stops at events by their ids. A step to an event that does not exist is left out of the \
                  tour.",
    example: &[br#"format = 1

[[event]]
id = "masks-arrive"
title = "The masks arrive"

[[tour]]
id = "short"
title = "A short tour"
steps = [{ event = "mask-arrive" }]
"#],
    wrong: br#"steps = [{ event = "mask-arrive" }]"#,
    right: r#"steps = [{ event = "masks-arrive" }]"#,
};
