//! The rules of single values that are no dates.

use super::{Rule, RuleRow};
use crate::file::Severity::Error;

pub(super) const BAD_VALUE: RuleRow = RuleRow {
    rule: Rule::BadValue,
    id: "bad-value",
    severity: Error,
    summary: "every value is one that its key can take",
    explanation: "Some keys take one of a few words, one character, or a number from 0. The message names what \
                  the key takes; `annals schema` has it for all keys.",
    example: &[br#"format = 1

[[category]]
id = "letter"
name = "letter"
color = "purple"
"#],
    wrong: br#"color = "purple""#,
    right: r#"color = "magenta""#,
};

pub(super) const BAD_COORDINATE: RuleRow = RuleRow {
    rule: Rule::BadCoordinate,
    id: "bad-coordinate",
    severity: Error,
    summary: "latitude and longitude are on earth",
    explanation: "Latitude runs from -90 at the south pole to 90 at the north pole, longitude from -180 to 180, \
                  east positive; both in degrees with a decimal point. The two are easily swapped.",
    example: &[br#"format = 1

[[place]]
id = "guiyang"
name = "Guiyang"
latitude = 106.63
longitude = 26.65
"#],
    wrong: b"latitude = 106.63\nlongitude = 26.65",
    right: "latitude = 26.65\nlongitude = 106.63",
};

pub(super) const UNKNOWN_COUNTRY: RuleRow = RuleRow {
    rule: Rule::UnknownCountry,
    id: "unknown-country",
    severity: Error,
    summary: "every country is a code of ISO 3166-1 alpha-2",
    explanation: "A country is written as its code of two capital letters, such as CN, JP or NZ, so that its name \
                  can be shown in every language and events can be found by it.",
    example: &[br#"format = 1

[[place]]
id = "meath"
name = "County Meath"
country = "Ireland"
"#],
    wrong: br#"country = "Ireland""#,
    right: r#"country = "IE""#,
};

pub(super) const BAD_URL: RuleRow = RuleRow {
    rule: Rule::BadUrl,
    id: "bad-url",
    severity: Error,
    summary: "every address begins with http:// or https://",
    explanation: "The address of a source is where a reader can open it on the web: with its scheme, and with %20 \
                  in place of a space. A source that is on paper alone has no address; say in its note where it \
                  is kept.",
    example: &[br#"format = 1

[[source]]
id = "pncc"
title = "Sister city donates masks"
url = "www.pncc.govt.nz/news"
"#],
    wrong: br#"url = "www.pncc.govt.nz/news""#,
    right: r#"url = "https://www.pncc.govt.nz/news""#,
};
