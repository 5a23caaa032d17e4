//! The phrases around dates in English, Chinese and Japanese, as tables.

/// The words before and after a date.
#[derive(Debug, Clone, Copy)]
pub struct Frame(&'static str, &'static str);

impl Frame {
    /// What stands within the words, if they are there.
    pub fn inner<'t>(&self, text: &'t str) -> Option<&'t str> {
        Some(text.strip_prefix(self.0)?.strip_suffix(self.1)?.trim())
    }
}

/// The words before, between and after two dates.
#[derive(Debug, Clone, Copy)]
pub struct Pair(&'static str, &'static str, &'static str);

impl Pair {
    /// What stands before and after the middle words, if all are there.
    pub fn parts<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        let inner = text.strip_prefix(self.0)?.strip_suffix(self.2)?;
        let (first, second) = inner.split_once(self.1)?;
        Some((first.trim(), second.trim()))
    }
}

/// What two dates are to each other.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// It lasted from one to the other.
    Span,
    /// It was at some time between.
    Between,
    /// It was one or the other.
    Either,
}

impl Kind {
    /// The expression of both.
    pub fn join(self, first: &str, second: &str) -> String {
        match self {
            Self::Span => format!("{first}/{second}"),
            Self::Between => format!("[{first}..{second}]"),
            Self::Either => format!("[{first},{second}]"),
        }
    }
}

use Kind::{Between, Either, Span};

/// Two dates; the first that fits holds, so longer phrases stand before shorter ones.
pub const RANGES: &[(Pair, Kind)] = &[
    (Pair("some time between ", " and ", ""), Between),
    (Pair("between ", " and ", ": one of the two"), Either),
    (Pair("between ", " and ", ""), Between),
    (Pair("either ", " or ", ""), Either),
    (Pair("", " or ", ""), Either),
    (Pair("from ", " to ", ""), Span),
    (Pair("from ", " until ", ""), Span),
    (Pair("", " to ", ""), Span),
    (Pair("", " until ", ""), Span),
    (Pair("", " – ", ""), Span),
    (Pair("", "–", ""), Span),
    (Pair("", " - ", ""), Span),
    (Pair("", "至", "之间"), Between),
    (Pair("", "到", "之间"), Between),
    (Pair("", "或", "（二者之一）"), Either),
    (Pair("", "或", ""), Either),
    (Pair("", "至", ""), Span),
    (Pair("", "到", ""), Span),
    (Pair("", "から", "の間のいつか"), Between),
    (Pair("", "から", "の間"), Between),
    (Pair("", "から", "まで"), Span),
    (Pair("", "から", ""), Span),
    (Pair("", "か", "のどちらか"), Either),
    (Pair("", "または", ""), Either),
    (Pair("", "~", ""), Span),
    (Pair("", "-", ""), Span),
];

/// It lasted until then; nothing is said of its beginning.
pub const UNTIL: &[Frame] = &[
    Frame("until ", ""),
    Frame("up to ", ""),
    Frame("直到", ""),
    Frame("至", "为止"),
    Frame("截至", ""),
    Frame("", "まで"),
];

/// It has lasted since then.
pub const SINCE: &[Frame] = &[
    Frame("ever since ", ""),
    Frame("since ", ""),
    Frame("from ", " onwards"),
    Frame("from ", " onward"),
    Frame("from ", " to the present"),
    Frame("", " to the present"),
    Frame("", " to present"),
    Frame("", " – present"),
    Frame("", "–present"),
    Frame("", " - present"),
    Frame("", "-present"),
    Frame("", "至今"),
    Frame("自", "以来"),
    Frame("自", "起"),
    Frame("", "以来"),
];

/// It was then or earlier.
pub const BEFORE: &[Frame] = &[
    Frame("on or before ", ""),
    Frame("before ", ""),
    Frame("by ", ""),
    Frame("", " or earlier"),
    Frame("", "或更早"),
    Frame("", "以前"),
    Frame("", "之前"),
    Frame("", "またはそれ以前"),
];

/// It was then or later.
pub const AFTER: &[Frame] = &[
    Frame("on or after ", ""),
    Frame("after ", ""),
    Frame("", " or later"),
    Frame("", "或更晚"),
    Frame("", "以后"),
    Frame("", "之后"),
    Frame("", "またはそれ以後"),
    Frame("", "またはそれ以降"),
    Frame("", "以降"),
    Frame("", "以後"),
];

/// It is an estimate.
pub const ABOUT: &[Frame] = &[
    Frame("approximately ", ""),
    Frame("approx. ", ""),
    Frame("around ", ""),
    Frame("about ", ""),
    Frame("circa ", ""),
    Frame("ca. ", ""),
    Frame("ca ", ""),
    Frame("c. ", ""),
    Frame("c.", ""),
    Frame("大约", ""),
    Frame("约", ""),
    Frame("約", ""),
    Frame("", "左右"),
    Frame("", "前后"),
    Frame("", "ごろ"),
    Frame("", "頃"),
    Frame("", "~"),
];

/// It may be wrong.
pub const DOUBTFUL: &[Frame] = &[
    Frame("probably ", ""),
    Frame("possibly ", ""),
    Frame("perhaps ", ""),
    Frame("maybe ", ""),
    Frame("", ", doubtful"),
    Frame("", "(?)"),
    Frame("", "?"),
    Frame("", "（存疑）"),
    Frame("", "（不確か）"),
];

/// Words that say no more than the date between them does.
pub const VAGUE: &[Frame] = &[
    Frame("some day in ", ""),
    Frame("some time in ", ""),
    Frame("sometime in ", ""),
    Frame("the ", ""),
    Frame("on ", ""),
    Frame("in ", ""),
    Frame("", "のある日"),
    Frame("", "のある時期"),
    Frame("", "某日"),
    Frame("", "某时"),
    Frame("", "内"),
];

/// Nothing is known.
pub const UNDATED: &[&str] = &[
    "undated",
    "unknown",
    "date unknown",
    "no date",
    "n.d",
    "nd",
    "日期不明",
    "日期不详",
    "不详",
    "不明",
    "日付不明",
    "年月日不明",
];
