//! The words that the query language itself knows: fields, comparisons of dates, states.
//!
//! One table for each; parser, help and completion are made from them.

use crate::chronology::{Event, Exactness};
use crate::date::Language;
use crate::file::Basis;

/// What stands before the sign in `actor:yokohama`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Its kind.
    Category,
    /// Who took part, in whatever way; with those who belong to them.
    Actor,
    /// Who gave or sent.
    From,
    /// Who received.
    To,
    /// Where it was.
    Place,
    /// The country of its place, or of those who took part.
    Country,
    /// What it rests on.
    Source,
    /// A word to find it by.
    Tag,
    /// When it was.
    Date,
    /// A state that it is in.
    Is,
}

/// How a date compares with the one in the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Comparison {
    /// It may have gone on then.
    Possibly,
    /// It certainly went on then.
    Certainly,
    /// It was over before then.
    Before,
    /// It was over by the end of it.
    UpTo,
    /// It began after it.
    After,
    /// It began then or later.
    Since,
}

/// What an event can be beside all that it is connected with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Known to the day.
    Exact,
    /// Known less well.
    Vague,
    /// Nothing is known of its days.
    Undated,
    /// Its date is marked as approximate or uncertain.
    Doubtful,
    /// The curator concluded its date.
    Inferred,
    /// Its sources disagree.
    Disputed,
    /// It rests on one source alone.
    SingleSource,
    /// It took place over the net.
    Online,
    /// It answers another event.
    Answer,
    /// Another event answers it.
    Answered,
}

/// A word of the query language and what it means.
#[derive(Debug, Clone, Copy)]
pub struct Row<T: 'static> {
    /// What it stands for.
    pub stands_for: T,
    /// How it is written.
    pub word: &'static str,
    /// What it finds, by the order of [`Language::ALL`].
    pub means: [&'static str; 3],
}

impl<T> Row<T> {
    /// What it finds, in a language.
    pub const fn means(&self, language: Language) -> &'static str {
        self.means[language as usize]
    }
}

const fn row<T>(stands_for: T, word: &'static str, means: [&'static str; 3]) -> Row<T> {
    Row { stands_for, word, means }
}

/// Every field, in the order of the help.
pub const FIELDS: &[Row<Field>] = &[
    row(Field::Category, "category", ["类别", "the kind of event", "種類"]),
    row(
        Field::Actor,
        "actor",
        ["参与者（含所属人员、机构）", "who took part, or whose people did", "参加者（所属する人・機関を含む）"],
    ),
    row(
        Field::From,
        "from",
        ["赠送方、寄信方（含所属）", "who gave or sent, or whose people did", "贈り手・差出人（所属を含む）"],
    ),
    row(Field::To, "to", ["接受方（含所属）", "who received, or whose people did", "受け手（所属を含む）"]),
    row(Field::Place, "place", ["地点", "where it was", "場所"]),
    row(
        Field::Country,
        "country",
        [
            "地点或参与者所在国（代码或国名）",
            "the country of the place or of who took part: its code or name",
            "場所か参加者の国（コードか国名）",
        ],
    ),
    row(Field::Source, "source", ["来源", "what it rests on", "出典"]),
    row(Field::Tag, "tag", ["标签", "a word to find it by", "タグ"]),
    row(Field::Date, "date", ["日期（EDTF）", "when it was (EDTF)", "日付（EDTF）"]),
    row(Field::Is, "is", ["状态", "a state that it is in", "状態"]),
];

/// Every sign between `date` and a date. A sign stands before those that it begins with.
pub const COMPARISONS: &[Row<Comparison>] = &[
    row(Comparison::Possibly, ":", ["可能在当时", "possibly then", "その時の可能性あり"]),
    row(Comparison::Certainly, "==", ["确在当时", "certainly then", "確実にその時"]),
    row(Comparison::UpTo, "<=", ["在此之前或当时结束", "over by the end of it", "その終わりまでに終了"]),
    row(Comparison::Before, "<", ["在此之前结束", "over before then", "それより前に終了"]),
    row(Comparison::Since, ">=", ["在当时或之后开始", "begun then or later", "その時以後に開始"]),
    row(Comparison::After, ">", ["在此之后开始", "begun after it", "それより後に開始"]),
];

/// Every word behind `is:`, in the order of the help.
pub const STATES: &[Row<State>] = &[
    row(State::Exact, "exact", ["确知日期", "known to the day", "日まで判明"]),
    row(State::Vague, "vague", ["日期不够确切", "known less well", "日付が不確か"]),
    row(State::Undated, "undated", ["日期不明", "nothing is known of its days", "日付不明"]),
    row(
        State::Doubtful,
        "doubtful",
        ["日期标为大约或存疑", "date marked as approximate or uncertain", "日付に「頃」か疑問の印"],
    ),
    row(State::Inferred, "inferred", ["日期为推断", "date concluded by the curator", "日付は推定"]),
    row(State::Disputed, "disputed", ["说法不一", "its sources disagree", "資料が食い違う"]),
    row(State::SingleSource, "single-source", ["仅有一个来源", "rests on one source alone", "資料が一つだけ"]),
    row(State::Online, "online", ["线上举行", "over the net", "オンライン"]),
    row(State::Answer, "answer", ["回应他事", "answers another event", "他の出来事への返答"]),
    row(State::Answered, "answered", ["得到回应", "another event answers it", "返答がある"]),
];

/// How words are put together, and what they find.
const FORMS: &[(&str, [&str; 3])] = &[
    (
        "hengbin",
        [
            "词：各语种的文字，或拼音（全拼、首字母）、日语罗马字或假名",
            "a word in any language, or the pinyin, initials or reading of one",
            "語：どの言語でも、かな、ローマ字、拼音（頭文字だけでも）でもよい",
        ],
    ),
    (
        "hb",
        [
            "首字母：两个字母只对名称和标题的开头，三个起不限位置",
            "initials: two letters of what begins a name or title, three of anything",
            "頭文字：2字なら名称・題の先頭だけ、3字からはどこでも",
        ],
    ),
    (
        "june 2020",
        [
            "月份，可不写年：可能在该月的事件，或提到它的文字；6月、六月亦可",
            "a month, with or without a year: what may have been then, and what tells of it",
            "月、年はなくてもよい：その月の可能性があるもの、またそれに触れる文；6月、六月でもよい",
        ],
    ),
    ("a b", ["两者都含", "both of them", "両方を含む"]),
    ("a or b", ["至少含其一", "at least one of them", "少なくとも一方を含む"]),
    ("-a", ["不含它", "without it", "含まない"]),
    ("\"a b\"", ["原样的词句", "exactly these words", "この語句そのもの"]),
    ("(a or b) c", ["括号里的先算", "what is in parentheses belongs together", "括弧の中をまとめる"]),
    ("tag:a,b", ["值之一", "one of these values", "値のどれか"]),
];

/// All that a query may hold, each with what it finds, for the help and the manual.
pub fn explained(language: Language) -> impl Iterator<Item = (String, &'static str)> {
    let forms = FORMS.iter().map(move |(form, means)| ((*form).to_owned(), means[language as usize]));
    let fields = FIELDS.iter().filter(|row| !matches!(row.stands_for, Field::Date | Field::Is));
    let fields = fields.map(move |row| (format!("{}:", row.word), row.means(language)));
    let dates = COMPARISONS.iter().map(move |row| (format!("date{}2020-03", row.word), row.means(language)));
    let states = STATES.iter().map(move |row| (format!("is:{}", row.word), row.means(language)));
    forms.chain(fields).chain(dates).chain(states)
}

impl State {
    /// Whether an event is in this state.
    pub fn holds(self, event: &Event) -> bool {
        match self {
            Self::Exact => event.exactness() == Exactness::Day,
            Self::Vague => event.exactness() == Exactness::Less,
            Self::Undated => event.exactness() == Exactness::Undated,
            Self::Doubtful => event.is_doubtful(),
            Self::Inferred => event.record.basis == Basis::Inferred,
            Self::Disputed => !event.record.claims.is_empty(),
            Self::SingleSource => event.citations.len() == 1,
            Self::Online => event.record.online,
            Self::Answer => !event.reply_to.is_empty(),
            Self::Answered => !event.replies.is_empty(),
        }
    }

    /// Whether it tells how well the days are known, or how well what is known is founded.
    pub const fn is_certainty(self) -> bool {
        match self {
            Self::Exact | Self::Vague | Self::Undated => true,
            Self::Doubtful | Self::Inferred | Self::Disputed | Self::SingleSource => true,
            Self::Online | Self::Answer | Self::Answered => false,
        }
    }
}

/// What a written word stands for, in one of the tables.
pub(super) fn known<T: Copy>(table: &[Row<T>], word: &str) -> Option<T> {
    table.iter().find(|row| row.word.eq_ignore_ascii_case(word)).map(|row| row.stands_for)
}

/// How it is written.
pub(super) fn written<T: Copy + PartialEq>(table: &[Row<T>], meant: T) -> &'static str {
    table.iter().find(|row| row.stands_for == meant).map_or("", |row| row.word)
}
