//! The rules of statements about order that must be true together.

use super::{Rule, RuleRow};
use crate::file::Severity::Error;

pub(super) const CYCLE: RuleRow = RuleRow {
    rule: Rule::Cycle,
    id: "cycle",
    severity: Error,
    summary: "statements of order do not run in a circle",
    explanation: "If a is after b and b is after a, neither can come first. All statements on the way round are \
                  named; at least one of them is not true. Until it is corrected they are left aside together.",
    example: &[br#"format = 1

[[event]]
id = "gift"
title = "The gift"
after = ["thanks"]

[[event]]
id = "thanks"
title = "The thanks"
reply_to = ["gift"]
"#],
    wrong: br#"after = ["thanks"]
"#,
    right: "",
};

pub(super) const CONTRADICTION: RuleRow = RuleRow {
    rule: Rule::Contradiction,
    id: "contradiction",
    severity: Error,
    summary: "all statements about dates and order can be true together",
    explanation: "From dates, after, before, part_of and reply_to follows that an event would have to be later \
                  than it can be. All statements that lead there are named; at least one of them is not true. A \
                  date may also claim to be more exact than it is known.",
    example: &[br#"format = 1

[[event]]
id = "gift"
title = "The gift"
date = "2020-04"

[[event]]
id = "thanks"
title = "The thanks"
date = "2020-03"
after = ["gift"]
"#],
    wrong: br#"date = "2020-03""#,
    right: r#"date = "2020-05""#,
};

pub(super) const REPORTED_EARLIER: RuleRow = RuleRow {
    rule: Rule::ReportedEarlier,
    id: "reported-earlier",
    severity: Error,
    summary: "nothing is later than a source that tells of it as done",
    explanation: "What a source tells of as done had happened when the source was published. If the source told \
                  of it beforehand, cite it with announces = true; else the date of the event or of the source \
                  is wrong.",
    example: &[br#"format = 1

[[source]]
id = "report"
title = "A report"
published = "2020-10-26"

[[event]]
id = "visit"
title = "The visit"
date = "2020-11-02"
sources = ["report"]
"#],
    wrong: br#"sources = ["report"]"#,
    right: r#"sources = [{ id = "report", announces = true }]"#,
};
