//! The rules of what a file is made of: bytes, characters, TOML.

use super::{Rule, RuleRow};
use crate::file::Severity::{Error, Warning};

pub(super) const UNREADABLE: RuleRow = RuleRow {
    rule: Rule::Unreadable,
    id: "unreadable",
    severity: Error,
    summary: "the file can be read",
    explanation: "The file does not exist, may not be read, is a folder or a device, is larger than annals \
                  reads, or is named twice; then nothing in it was checked. Or one of its records holds more \
                  values than any record would, and was read no further than to there.",
    example: &[],
    wrong: b"",
    right: "",
};

pub(super) const ENCODING: RuleRow = RuleRow {
    rule: Rule::Encoding,
    id: "encoding",
    severity: Error,
    summary: "the file is UTF-8",
    explanation: "TOML is always UTF-8. Editors on Windows may save UTF-16, or an older encoding such as GBK, \
                  Shift JIS or Latin-1. Open the file in the encoding that it has, and save it as UTF-8; from a \
                  shell: iconv -f GBK -t UTF-8 old.toml > new.toml.",
    example: &[b"format = 1\n\n[chronology]\ntitle = \"Caf\xE9\"\n"],
    wrong: b"\xE9",
    right: "é",
};

pub(super) const SYNTAX: RuleRow = RuleRow {
    rule: Rule::Syntax,
    id: "syntax",
    severity: Error,
    summary: "the file is TOML",
    explanation: "Everything that is text stands in quotes, a list in [ ], a table within a line in { }, and each \
                  of them is closed again. A date that is no whole day, such as 2020-03, stands in quotes too. \
                  After a slip annals goes on with the next record, so several are told in one run.",
    example: &[br#"format = 1

[[source]]
id = "report"
title = "A report"
published = 2020-03
"#],
    wrong: b"published = 2020-03",
    right: r#"published = "2020-03""#,
};

pub(super) const HIDDEN_CHARACTER: RuleRow = RuleRow {
    rule: Rule::HiddenCharacter,
    id: "hidden-character",
    severity: Warning,
    summary: "texts hold no control or bidirectional formatting characters",
    explanation: "Such a character cannot be seen, but changes what is seen, or what a terminal does. It mostly \
                  comes with text that was copied from a web page. annals shows it as <U+202E>; take it out of \
                  the file.",
    example: &["format = 1\n\n[chronology]\ntitle = \"Yokohama\u{202e} and Guiyang\"\n".as_bytes()],
    wrong: "\u{202e}".as_bytes(),
    right: "",
};
