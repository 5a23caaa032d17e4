//! The rules of dates.

use super::{Rule, RuleRow};
use crate::file::Severity::Error;

pub(super) const BAD_DATE: RuleRow = RuleRow {
    rule: Rule::BadDate,
    id: "bad-date",
    severity: Error,
    summary: "every date is EDTF (ISO 8601-2:2019)",
    explanation: "A date is as exact as it is known, and no more: 2020, 2020-03, 2020-03-15; 2020-03~ about then, \
                  2020-03? perhaps then; 2020-10-21/2020-10-23 from one to the other; [2014,2017] one of the two; \
                  [..2020] then or earlier; 199X in the 1990s. Where nothing is known, the key is left out. \
                  `annals date` tells what a date means.",
    example: &[br#"format = 1

[[source]]
id = "report"
title = "A report"
published = "circa 1920"
"#],
    wrong: br#"published = "circa 1920""#,
    right: r#"published = "1920~""#,
};

pub(super) const NO_SUCH_DAY: RuleRow = RuleRow {
    rule: Rule::NoSuchDay,
    id: "no-such-day",
    severity: Error,
    summary: "every day is one that the calendar has",
    explanation: "Days are those of the Gregorian calendar, also before it was introduced. Where the source \
                  itself gives a day that does not exist, write the month alone, and say so in a note.",
    example: &[br#"format = 1

[[source]]
id = "report"
title = "A report"
published = "2019-02-29"
"#],
    wrong: br#"published = "2019-02-29""#,
    right: r#"published = "2019-02""#,
};

pub(super) const REVERSED_DATE: RuleRow = RuleRow {
    rule: Rule::ReversedDate,
    id: "reversed-date",
    severity: Error,
    summary: "no interval or range ends before it begins",
    explanation: "The earlier date comes first, on either side of `/` and of `..`. Years before year 0 have a \
                  minus sign, and the larger number is the earlier year.",
    example: &[br#"format = 1

[[source]]
id = "diary"
title = "A diary"
published = "2020-10-23/2020-10-21"
"#],
    wrong: br#"published = "2020-10-23/2020-10-21""#,
    right: r#"published = "2020-10-21/2020-10-23""#,
};
