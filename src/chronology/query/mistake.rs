//! What can be wrong in a query, and how each language says it.
//!
//! One row for each mistake; what was found there is filled in.

use super::parse::{DEEPEST, LONGEST};
use super::vocabulary::{COMPARISONS, FIELDS, Field, Row, STATES, written};
use crate::date::{Date, DateError, Fault, Language};
use crate::file::{nearest, quoted};
use std::fmt::Display;

/// What is wrong in a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mistake {
    /// It is too long.
    TooLong,
    /// Parentheses lie too deep within each other.
    TooDeep,
    /// A parenthesis is closed that was never opened.
    NotOpened,
    /// A parenthesis is never closed.
    NotClosed,
    /// There is nothing in parentheses.
    NothingBetween,
    /// There is nothing behind an opening parenthesis.
    NothingInside,
    /// There is nothing behind `or`.
    NothingBehindOr,
    /// There is nothing before `or`.
    NothingBeforeOr,
    /// There is nothing behind `-`.
    NothingBehindMinus,
    /// There is `or` behind `-`.
    OrBehindMinus,
    /// There is no letter and no digit to look for.
    NoLetter,
    /// There is nothing behind a field or a comma.
    NoValue(String),
    /// No sign of a comparison.
    NoComparison,
    /// No field is called so.
    NoField(String),
    /// No state is called so.
    NoState(String),
    /// Not a date.
    NoDate(DateError),
    /// A date that leaves days out.
    Gaps,
    /// A date that is looked for as a word, and is in no text; the query is right all the same.
    DateAsWord {
        /// What was asked for.
        word: String,
        /// The dates that it may be.
        dates: Vec<Date>,
    },
    /// Nothing that a field can ask for is called so; the query is right all the same.
    NoneCalled {
        /// The field.
        field: Field,
        /// What was asked for.
        value: String,
        /// What is called nearly so.
        near: Option<String>,
    },
}

impl Mistake {
    /// What was found, and what was expected.
    pub fn message(&self, language: Language) -> String {
        let said = self.row()[language as usize];
        let (found, known) = match self {
            Self::TooLong => (LONGEST.to_string(), String::new()),
            Self::TooDeep => (DEEPEST.to_string(), String::new()),
            Self::NoValue(before) => (before.clone(), String::new()),
            Self::NoComparison => (String::new(), words(COMPARISONS)),
            Self::NoField(name) => (quoted(name), words(FIELDS)),
            Self::NoState(name) => (quoted(name), words(STATES)),
            Self::NoDate(error) => (error.message.clone(), String::new()),
            Self::DateAsWord { word, .. } => (quoted(word), String::new()),
            Self::NoneCalled { field, value, .. } => (quoted(value), written(FIELDS, *field).to_owned()),
            _ => Default::default(),
        };
        said.replace("{found}", &found).replace("{known}", &known)
    }

    /// What to write instead; a short phrase.
    pub fn help(&self, language: Language) -> Option<String> {
        match self {
            Self::NothingBehindOr | Self::NothingBeforeOr | Self::OrBehindMinus => {
                Some(QUOTE_OR[language as usize].to_owned())
            }
            Self::NoField(name) => Some(meant(nearest(name, FIELDS.iter().map(|row| row.word)), language)),
            Self::NoState(name) => Some(meant(nearest(name, STATES.iter().map(|row| row.word)), language)),
            Self::Gaps => Some(SEVERAL[language as usize].to_owned()),
            Self::NoneCalled { near, .. } => near.as_deref().map(|near| meant(Some(near), language)),
            Self::NoDate(error) => match language {
                Language::En => error.hint.as_ref().map(ToString::to_string),
                Language::Zh | Language::Ja => {
                    let expressions = error.hint.as_ref()?.expressions();
                    let instead = either(expressions.iter(), language);
                    (!expressions.is_empty()).then(|| INSTEAD[language as usize].replace("{found}", &instead))
                }
            },
            Self::DateAsWord { dates, .. } => {
                let terms = either(dates.iter().map(|date| format!("date:{date}")), language);
                Some(AS_DATE[language as usize].replace("{found}", &terms))
            }
            _ => None,
        }
    }

    /// How each language says it, in the order of [`Language::ALL`].
    const fn row(&self) -> [&'static str; 3] {
        match self {
            Self::TooLong => [
                "查询超过{found}个字符",
                "found a query of more than {found} characters",
                "検索式が{found}字を超えている",
            ],
            Self::TooDeep => [
                "括号嵌套超过{found}层",
                "found more than {found} parentheses within each other",
                "括弧が{found}重を超えている",
            ],
            Self::NotOpened => ["`)`之前没有`(`", "found `)` without `(` before it", "`)`の前に`(`がない"],
            Self::NotClosed => [
                "`(`没有闭合，末尾应有`)`",
                "found `(` that is not closed, expected `)` at its end",
                "`(`が閉じていない。終わりに`)`が要る",
            ],
            Self::NothingBetween => [
                "括号里是空的，应有要查的词",
                "found nothing between `(` and `)`, expected a word",
                "括弧の中が空。検索する語が要る",
            ],
            Self::NothingInside => [
                "`(`之后是空的，应有要查的词",
                "found nothing behind `(`, expected a word",
                "`(`の後が空。検索する語が要る",
            ],
            Self::NothingBehindOr => [
                "`or`之后是空的，应有要查的词",
                "found nothing behind `or`, expected a word",
                "`or`の後が空。検索する語が要る",
            ],
            Self::NothingBeforeOr => [
                "`or`之前是空的，应有要查的词",
                "found nothing before `or`, expected a word",
                "`or`の前が空。検索する語が要る",
            ],
            Self::NothingBehindMinus => [
                "`-`之后是空的，应有要排除的词",
                "found nothing behind `-`, expected what to leave out",
                "`-`の後が空。除く語が要る",
            ],
            Self::OrBehindMinus => [
                "`-`之后是`or`，应有要排除的词",
                "found `or` behind `-`, expected what to leave out",
                "`-`の後が`or`。除く語が要る",
            ],
            Self::NoLetter => [
                "没有可查的字母、数字或汉字",
                "found no letter and no digit, expected a word",
                "検索できる文字も数字もない",
            ],
            Self::NoValue(_) => [
                "`{found}`之后是空的，应有一个值",
                "found nothing behind `{found}`, expected a value",
                "`{found}`の後が空。値が要る",
            ],
            Self::NoComparison => [
                "`=`不是比较符号，可用：{known}",
                "found `=`, expected one of {known}",
                "`=`は比較の記号ではない。使えるもの：{known}",
            ],
            Self::NoField(_) => [
                "没有名为{found}的字段，可用：{known}",
                "found the field {found}, expected one of {known}",
                "{found}という項目はない。使えるもの：{known}",
            ],
            Self::NoState(_) => [
                "没有名为{found}的状态，可用：{known}",
                "found the state {found}, expected one of {known}",
                "{found}という状態はない。使えるもの：{known}",
            ],
            Self::NoDate(DateError { fault: Fault::Form, .. }) => [
                "这里不合日期的写法，应如 2020、2020-03、2020-03-15",
                "{found}",
                "ここが日付の書き方に合わない。例：2020、2020-03、2020-03-15",
            ],
            Self::NoDate(DateError { fault: Fault::NoSuchDay, .. }) => {
                ["日历上没有这一天", "{found}", "暦にこの日はない"]
            }
            Self::NoDate(DateError { fault: Fault::Reversed, .. }) => {
                ["结束早于开始，应先写较早的日期", "{found}", "終わりが始まりより前。早い日付を先に書く"]
            }
            Self::Gaps => [
                "这个日期中间有间断，应是连续的一段时间",
                "found a date with gaps, expected one stretch of time",
                "この日付には途切れがある。一続きの期間が要る",
            ],
            Self::DateAsWord { .. } => {
                ["{found}按文字查找", "{found} is looked for in texts", "{found}は文字として探される"]
            }
            Self::NoneCalled { .. } => {
                ["`{known}`中没有{found}", "no {known} is called {found}", "`{known}`に{found}はない"]
            }
        }
    }
}

const QUOTE_OR: [&str; 3] = [
    "要查这个词本身，请写 \"or\"",
    "to look for the word itself, write \"or\"",
    "この語そのものを探すなら \"or\" と書く",
];

const SEVERAL: [&str; 3] = [
    "几个日期之间用逗号：date:2014,2017",
    "write several dates with commas between them: date:2014,2017",
    "複数の日付はコンマで区切る：date:2014,2017",
];

const INSTEAD: [&str; 3] = ["可写作{found}", "write {found}", "{found}と書ける"];

const AS_DATE: [&str; 3] = ["要查日期，请写{found}", "for the date, write {found}", "日付を探すなら{found}と書く"];

const OR: [&str; 3] = ["或", " or ", "か"];

const NEAR: [&str; 3] = ["是不是`{found}`？", "did you mean `{found}`?", "`{found}`のことか"];

const QUOTE: [&str; 3] = [
    "要查这些词本身，请加引号",
    "to look for the words themselves, put them in quotes",
    "この語そのものを探すなら引用符で囲む",
];

/// What was probably meant, or how to look for the word itself.
fn meant(near: Option<&str>, language: Language) -> String {
    near.map_or_else(|| QUOTE[language as usize].to_owned(), |near| NEAR[language as usize].replace("{found}", near))
}

/// "`a` or `b`"
fn either(written: impl Iterator<Item = impl Display>, language: Language) -> String {
    written.map(|one| format!("`{one}`")).collect::<Vec<_>>().join(OR[language as usize])
}

fn words<T>(table: &[Row<T>]) -> String {
    table.iter().map(|row| row.word).collect::<Vec<_>>().join(", ")
}
