//! The table of rules that a file is checked by.

use super::Severity;

/// Everything that can be wrong with a file. The table [`RULES`] has a row for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Not TOML.
    Syntax,
    /// Not UTF-8.
    Encoding,
    /// A key that no record has.
    UnknownKey,
    /// A value of another type than the key takes.
    WrongType,
    /// A key that the record must have.
    MissingKey,
    /// An id that cannot be one.
    BadId,
    /// An id that another record of the same kind has already.
    DuplicateId,
    /// An id that no record has.
    UnknownReference,
    /// A date that is not EDTF.
    BadDate,
    /// A value outside the ones that the key takes.
    BadValue,
    /// Statements of order that run in a circle.
    Cycle,
    /// Statements that cannot all be true.
    Contradiction,
    /// A date that lies after a source telling of the event as done.
    ReportedEarlier,
    /// Control or bidirectional formatting characters in a text.
    HiddenCharacter,
}

/// A rule's row: all that messages, manual and tests say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleRow {
    /// The rule.
    pub rule: Rule,
    /// The id to cite it by.
    pub id: &'static str,
    /// How bad it is to break it.
    pub severity: Severity,
    /// What it asks, in one line.
    pub summary: &'static str,
}

const fn row(rule: Rule, id: &'static str, severity: Severity, summary: &'static str) -> RuleRow {
    RuleRow { rule, id, severity, summary }
}

/// Every rule, in the order of [`Rule`].
pub const RULES: &[RuleRow] = &[
    row(Rule::Syntax, "syntax", Severity::Error, "the file is TOML"),
    row(Rule::Encoding, "encoding", Severity::Error, "the file is UTF-8"),
    row(Rule::UnknownKey, "unknown-key", Severity::Error, "every key is one that its table has"),
    row(Rule::WrongType, "wrong-type", Severity::Error, "every value has the type of its key"),
    row(Rule::MissingKey, "missing-key", Severity::Error, "every record has the keys that it cannot do without"),
    row(Rule::BadId, "bad-id", Severity::Error, "an id is made of letters, digits, '-', '_' and '.'"),
    row(Rule::DuplicateId, "duplicate-id", Severity::Error, "no two records of a kind share an id"),
    row(Rule::UnknownReference, "unknown-reference", Severity::Error, "every id that is referred to exists"),
    row(Rule::BadDate, "bad-date", Severity::Error, "every date is EDTF (ISO 8601-2:2019)"),
    row(Rule::BadValue, "bad-value", Severity::Error, "every value is one that its key can take"),
    row(Rule::Cycle, "cycle", Severity::Error, "statements of order do not run in a circle"),
    row(
        Rule::Contradiction,
        "contradiction",
        Severity::Error,
        "all statements about dates and order can be true together",
    ),
    row(
        Rule::ReportedEarlier,
        "reported-earlier",
        Severity::Error,
        "nothing is later than a source that tells of it as done",
    ),
    row(
        Rule::HiddenCharacter,
        "hidden-character",
        Severity::Warning,
        "texts hold no control or bidirectional formatting characters",
    ),
];

impl Rule {
    /// The rule's row.
    pub fn row(self) -> &'static RuleRow {
        &RULES[self as usize]
    }

    /// The id to cite it by.
    pub fn id(self) -> &'static str {
        self.row().id
    }

    /// How bad it is to break it.
    pub fn severity(self) -> Severity {
        self.row().severity
    }
}
