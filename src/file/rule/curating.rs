//! The rules of good curating: what can be read, but could be better.

use super::{Rule, RuleRow};
use crate::file::Severity::{Note, Warning};

pub(super) const MISSING_TRANSLATION: RuleRow = RuleRow {
    rule: Rule::MissingTranslation,
    id: "missing-translation",
    severity: Warning,
    summary: "every text has all languages of the chronology",
    explanation: "languages in [chronology] says what it is curated in. A text is either one string, which counts \
                  for all of them, or a table with a form for each; a reader of a language that is missing sees \
                  the first language instead.",
    example: &[r#"format = 1

[chronology]
title = { zh = "贵阳与友人", en = "Guiyang and its friends" }
languages = ["zh", "en", "ja"]
"#
    .as_bytes()],
    wrong: r#"title = { zh = "贵阳与友人", en = "Guiyang and its friends" }"#.as_bytes(),
    right: r#"title = { zh = "贵阳与友人", en = "Guiyang and its friends", ja = "貴陽と友人たち" }"#,
};

pub(super) const NO_CATEGORY: RuleRow = RuleRow {
    rule: Rule::NoCategory,
    id: "no-category",
    severity: Warning,
    summary: "every event has a category",
    explanation: "The category says what kind of event it is, and gives it its lane, its sign and its colour. An \
                  event without one is shown all the same, in a lane for the rest.",
    example: &[br#"format = 1

[[source]]
id = "report"
title = "A report"

[[event]]
id = "masks"
title = "Masks for Yokohama"
sources = ["report"]
"#],
    wrong: br#"sources = ["report"]
"#,
    right: r#"category = "donation"
sources = ["report"]

[[category]]
id = "donation"
name = "donation"
"#,
};

pub(super) const NO_SOURCE: RuleRow = RuleRow {
    rule: Rule::NoSource,
    id: "no-source",
    severity: Warning,
    summary: "every event rests on a source",
    explanation: "A reader should be able to see from whom an event is known. The day on which a source was \
                  published also limits when the event can have been.",
    example: &[br#"format = 1

[[category]]
id = "donation"
name = "donation"

[[event]]
id = "masks"
title = "Masks for Yokohama"
category = "donation"
"#],
    wrong: br#"category = "donation"
"#,
    right: r#"category = "donation"
sources = ["report"]

[[source]]
id = "report"
title = "A report"
"#,
};

pub(super) const SINGLE_SOURCE: RuleRow = RuleRow {
    rule: Rule::SingleSource,
    id: "single-source",
    severity: Note,
    summary: "an event that rests on one source could do with a second",
    explanation: "Nothing is wrong with such an event. The note says where another source, from the other side \
                  or in another language, would tell most.",
    example: &[br#"format = 1

[[category]]
id = "donation"
name = "donation"

[[source]]
id = "report"
title = "A report"

[[event]]
id = "masks"
title = "Masks for Yokohama"
category = "donation"
sources = ["report"]
"#],
    wrong: br#"sources = ["report"]
"#,
    right: r#"sources = ["report", "thanks"]

[[source]]
id = "thanks"
title = "The mayor's letter of thanks"
"#,
};

pub(super) const UNUSED: RuleRow = RuleRow {
    rule: Rule::Unused,
    id: "unused",
    severity: Warning,
    summary: "every category, place, actor and source is referred to",
    explanation: "What no event refers to is shown nowhere. It is a leftover, or the event that should name it \
                  does not.",
    example: &[br#"format = 1

[[place]]
id = "eniwa"
name = "Eniwa"
"#],
    wrong: br#"
[[place]]
id = "eniwa"
name = "Eniwa"
"#,
    right: "",
};

pub(super) const ALIKE: RuleRow = RuleRow {
    rule: Rule::Alike,
    id: "alike",
    severity: Note,
    summary: "no event is recorded twice",
    explanation: "Two events of the same date, with the same actors and nearly the same title, may be one event \
                  that two sources tell of. Then keep one record, and cite both sources in it.",
    example: &[br#"format = 1

[[category]]
id = "donation"
name = "donation"

[[source]]
id = "report"
title = "A report"

[[source]]
id = "pncc"
title = "A press release"

[[event]]
id = "masks"
title = "10,000 masks for Palmerston North"
date = "2020-04-15"
category = "donation"
sources = ["report", "pncc"]

[[event]]
id = "masks-pn"
title = "10,000 medical masks for Palmerston North"
date = "2020-04-15"
category = "donation"
sources = ["pncc", "report"]
"#],
    wrong: br#"
[[event]]
id = "masks-pn"
title = "10,000 medical masks for Palmerston North"
date = "2020-04-15"
category = "donation"
sources = ["pncc", "report"]
"#,
    right: "",
};
