//! The table of rules that a file is checked by.
//!
//! Messages, `annals check --explain`, the manual and the tests are made from it; adding a
//! rule is one name here, one row beside it, and the check itself.

mod curating;
mod dates;
mod ids;
mod keys;
mod order;
mod text;
mod values;

use super::Severity;

/// Everything that can be wrong with a file. The table [`RULES`] has a row for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// A file that cannot be read at all.
    Unreadable,
    /// Not UTF-8.
    Encoding,
    /// Not TOML.
    Syntax,
    /// Control or bidirectional formatting characters in a text.
    HiddenCharacter,
    /// A key that no record has.
    UnknownKey,
    /// A value of another type than the key takes.
    WrongType,
    /// A key that the record must have.
    MissingKey,
    /// A heading beside the one that stands.
    SecondHeading,
    /// An id that cannot be one.
    BadId,
    /// An id that another record of the same kind has already.
    DuplicateId,
    /// An id that no record has.
    UnknownReference,
    /// A step of a tour to an event that does not exist.
    UnknownStep,
    /// A value outside the ones that the key takes.
    BadValue,
    /// Degrees that are nowhere on earth.
    BadCoordinate,
    /// A code that ISO 3166-1 does not have.
    UnknownCountry,
    /// An address that is not on the web.
    BadUrl,
    /// A date that is not EDTF.
    BadDate,
    /// A day that the calendar does not have.
    NoSuchDay,
    /// An interval or a range that ends before it begins.
    ReversedDate,
    /// Statements of order that run in a circle.
    Cycle,
    /// Statements that cannot all be true.
    Contradiction,
    /// A date that lies after a source telling of the event as done.
    ReportedEarlier,
    /// A text that lacks one of the chronology's languages.
    MissingTranslation,
    /// An event of no kind.
    NoCategory,
    /// An event that rests on nothing.
    NoSource,
    /// An event that rests on one source alone.
    SingleSource,
    /// A record that nothing refers to.
    Unused,
    /// Two events that look like the same one.
    Alike,
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
    /// Why it asks that, and what to do: one paragraph.
    pub explanation: &'static str,
    /// Small files that break it and no other rule as bad; none where no content of a file can.
    pub example: &'static [&'static [u8]],
    /// What is wrong in one of them.
    pub wrong: &'static [u8],
    /// What mends it, in its place.
    pub right: &'static str,
}

/// Every rule, in the order of [`Rule`].
pub const RULES: &[RuleRow] = &[
    text::UNREADABLE,
    text::ENCODING,
    text::SYNTAX,
    text::HIDDEN_CHARACTER,
    keys::UNKNOWN_KEY,
    keys::WRONG_TYPE,
    keys::MISSING_KEY,
    keys::SECOND_HEADING,
    ids::BAD_ID,
    ids::DUPLICATE_ID,
    ids::UNKNOWN_REFERENCE,
    ids::UNKNOWN_STEP,
    values::BAD_VALUE,
    values::BAD_COORDINATE,
    values::UNKNOWN_COUNTRY,
    values::BAD_URL,
    dates::BAD_DATE,
    dates::NO_SUCH_DAY,
    dates::REVERSED_DATE,
    order::CYCLE,
    order::CONTRADICTION,
    order::REPORTED_EARLIER,
    curating::MISSING_TRANSLATION,
    curating::NO_CATEGORY,
    curating::NO_SOURCE,
    curating::SINGLE_SOURCE,
    curating::UNUSED,
    curating::ALIKE,
];

impl RuleRow {
    /// The files of the example, mended.
    pub fn mended(&self) -> Vec<Vec<u8>> {
        self.example.iter().map(|file| self.mend(file)).collect()
    }

    fn mend(&self, file: &[u8]) -> Vec<u8> {
        let wrong = file.windows(self.wrong.len().max(1)).position(|part| part == self.wrong);
        let Some(at) = wrong else { return file.to_vec() };
        [&file[..at], self.right.as_bytes(), &file[at + self.wrong.len()..]].concat()
    }
}

impl Rule {
    /// The rule's row.
    pub fn row(self) -> &'static RuleRow {
        &RULES[self as usize]
    }

    /// The rule with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        RULES.iter().find(|row| row.id == id).map(|row| row.rule)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rule_is_at_its_place() {
        for (place, row) in RULES.iter().enumerate() {
            assert_eq!(row.rule as usize, place, "{}", row.id);
            assert_eq!(Rule::from_id(row.id), Some(row.rule));
            assert!(row.summary.len() <= 80 && !row.summary.ends_with('.'), "{}", row.id);
            assert!(row.explanation.len() > 80 && row.explanation.ends_with('.'), "{}", row.id);
        }
    }
}
