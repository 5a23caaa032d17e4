//! The words of the screen and of plain output, in each language.
//!
//! One field for each word, so that a language that lacks one does not compile. Words for
//! dates are the `date` module's.

use super::width::columns;
use crate::chronology::{Counts, Relation};
use crate::date::{Bound, Day, Language, NameWidth, month_name};
use crate::file::Basis;

/// The words of one language.
#[derive(Debug)]
pub struct Words {
    /// Whose words these are.
    pub language: Language,
    /// Heading over the events of which nothing is known.
    pub undated: &'static str,
    /// Stands for the date of an event that has none.
    pub no_date: &'static str,
    /// Stands for the kind of an event that has none.
    pub no_category: &'static str,
    /// Said of a date that the curator concluded.
    pub inferred: &'static str,
    /// Label of what all statements together leave possible.
    pub known: &'static str,
    /// Label of the place.
    pub place: &'static str,
    /// Said of what took place over the net.
    pub online: &'static str,
    /// Label of those who took part.
    pub actors: &'static str,
    /// Label of what changed hands.
    pub goods: &'static str,
    /// Label of the event that this one lies within.
    pub part_of: &'static str,
    /// Label of the events that lie within this one.
    pub parts: &'static str,
    /// Label of the events that answer each other, this one among them.
    pub thread: &'static str,
    /// Label of the events that this one follows.
    pub after: &'static str,
    /// Label of the events that this one precedes.
    pub before: &'static str,
    /// Label of where sources disagree.
    pub claims: &'static str,
    /// Label of what the event rests on.
    pub sources: &'static str,
    /// Stands for a publication date that is not known.
    pub published_unknown: &'static str,
    /// Said of a source that told of the event beforehand.
    pub announced: &'static str,
    /// Label of the words to find it by.
    pub tags: &'static str,
    /// Between the members of a list in a line.
    pub comma: &'static str,
    /// Between the parts of a remark.
    pub semicolon: &'static str,
    /// Opens and closes a remark.
    pub parentheses: (&'static str, &'static str),
    /// Opens and closes an event's title inside a sentence.
    pub quotes: (&'static str, &'static str),
    /// The same inside another pair.
    pub inner_quotes: (&'static str, &'static str),
    /// Between a label and what it labels, in plain text.
    pub colon: &'static str,
    /// Heading of the proof of the four bounds.
    pub why: &'static str,
    /// Heading of the keys.
    pub help: &'static str,
    /// Heading of the list of problems.
    pub problems: &'static str,
    /// Said where there are none.
    pub no_problems: &'static str,
    /// Said of a chronology without events.
    pub empty: &'static str,
    /// Said of a bound that nothing sets.
    pub nothing_known: &'static str,
    /// A proof's step from one bound of an event to another, for lower bounds.
    pub ends_after_begin: &'static str,
    /// The same for upper bounds.
    pub begins_before_end: &'static str,
}

const EN: Words = Words {
    language: Language::En,
    undated: "undated",
    no_date: "no date of its own",
    no_category: "other",
    inferred: "inferred",
    known: "known",
    place: "place",
    online: "online",
    actors: "with",
    goods: "goods",
    part_of: "part of",
    parts: "parts",
    thread: "thread",
    after: "after",
    before: "before",
    claims: "disputed",
    sources: "sources",
    published_unknown: "day of publication not known",
    announced: "announced beforehand",
    tags: "tags",
    comma: ", ",
    semicolon: "; ",
    parentheses: (" (", ")"),
    quotes: ("“", "”"),
    inner_quotes: ("‘", "’"),
    colon: ": ",
    why: "Why these days",
    help: "Keys",
    problems: "Problems in the file",
    no_problems: "No problem in the file.",
    empty: "There is no event in this chronology.",
    nothing_known: "nothing says so",
    ends_after_begin: "it cannot have ended before it began; it ",
    begins_before_end: "it cannot have begun after it ended; it ",
};

const ZH: Words = Words {
    language: Language::Zh,
    undated: "日期不明",
    no_date: "本身没有日期",
    no_category: "其他",
    inferred: "推断",
    known: "可知",
    place: "地点",
    online: "线上",
    actors: "参与",
    goods: "物资",
    part_of: "属于",
    parts: "包含",
    thread: "往来",
    after: "晚于",
    before: "早于",
    claims: "说法不一",
    sources: "来源",
    published_unknown: "发布日期不明",
    announced: "事先预告",
    tags: "标签",
    comma: "、",
    semicolon: "；",
    parentheses: ("（", "）"),
    quotes: ("“", "”"),
    inner_quotes: ("‘", "’"),
    colon: "：",
    why: "日期的依据",
    help: "按键",
    problems: "文件中的问题",
    no_problems: "文件没有问题。",
    empty: "这部年表里没有事件。",
    nothing_known: "没有依据",
    ends_after_begin: "结束不会早于开始；",
    begins_before_end: "开始不会晚于结束；",
};

const JA: Words = Words {
    language: Language::Ja,
    undated: "日付不明",
    no_date: "固有の日付なし",
    no_category: "その他",
    inferred: "推定",
    known: "判明",
    place: "場所",
    online: "オンライン",
    actors: "参加",
    goods: "物資",
    part_of: "全体",
    parts: "内訳",
    thread: "やりとり",
    after: "先行",
    before: "後続",
    claims: "諸説",
    sources: "出典",
    published_unknown: "公開日不明",
    announced: "事前の予告",
    tags: "タグ",
    comma: "、",
    semicolon: "；",
    parentheses: ("（", "）"),
    quotes: ("「", "」"),
    inner_quotes: ("『", "』"),
    colon: "：",
    why: "日付の根拠",
    help: "キー",
    problems: "ファイルの問題",
    no_problems: "ファイルに問題はない。",
    empty: "この年表には出来事がない。",
    nothing_known: "根拠となる記述がない",
    ends_after_begin: "終わりは始まりより早くはない。",
    begins_before_end: "始まりは終わりより遅くはない。",
};

impl Words {
    /// The words of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::Zh => &ZH,
            Language::En => &EN,
            Language::Ja => &JA,
        }
    }

    /// How many events are known how well: in full, shorter, and as short as can be.
    pub fn counts(&self, counts: Counts) -> [String; 3] {
        let Counts { day, less, undated } = counts;
        let all = day + less + undated;
        let sum = format!("{all}={day}+{less}+{undated}");
        match self.language {
            Language::En => {
                let events = if all == 1 { "event" } else { "events" };
                let parts = format!("{day} to the day, {less} less, {undated} undated");
                let brief = format!("{day} exact, {less} less, {undated} undated");
                [format!("{all} {events}: {parts}"), format!("{all} {events}: {brief}"), sum]
            }
            Language::Zh => [
                format!("共{all}件：{day}件确知日期，{less}件不够确切，{undated}件日期不明"),
                format!("{all}件：确知{day}，不够确切{less}，不明{undated}"),
                sum,
            ],
            Language::Ja => [
                format!("全{all}件：日まで判明{day}件、大まかに判明{less}件、不明{undated}件"),
                format!("{all}件：日まで{day}、大まか{less}、不明{undated}"),
                sum,
            ],
        }
    }

    /// "17 of 40".
    pub fn position(&self, at: usize, all: usize) -> String {
        match self.language {
            Language::En => format!("{at} of {all}"),
            Language::Zh | Language::Ja => format!("{at}/{all}件"),
        }
    }

    /// "3 problems", and the key that shows them.
    pub fn problem_count(&self, count: usize, key: &str) -> String {
        match self.language {
            Language::En if count == 1 => format!("1 problem: {key} shows it"),
            Language::En => format!("{count} problems: {key} lists them"),
            Language::Zh => format!("{count}个问题：按 {key} 查看"),
            Language::Ja => format!("問題{count}件：{key} で一覧"),
        }
    }

    /// What a screen that is too small says.
    pub fn too_small(&self, needed: (u16, u16), found: (u16, u16)) -> String {
        let ((w, h), (width, height)) = (needed, found);
        match self.language {
            Language::En => format!("annals needs {w}x{h}, here is {width}x{height}"),
            Language::Zh => format!("需要{w}x{h}，现为{width}x{height}"),
            Language::Ja => format!("{w}x{h}が必要、今は{width}x{height}"),
        }
    }

    /// A year as a tick or a heading: "2020", "44 BC".
    pub fn year(&self, year: i64) -> String {
        match (year > 0, self.language) {
            (true, _) => year.to_string(),
            (false, Language::En) => format!("{} BC", 1_i64.saturating_sub(year)),
            (false, Language::Zh) => format!("前{}", 1_i64.saturating_sub(year)),
            (false, Language::Ja) => format!("前{}", 1_i64.saturating_sub(year)),
        }
    }

    /// A year as a heading.
    pub fn year_heading(&self, year: i64) -> String {
        match self.language {
            Language::En => self.year(year),
            Language::Zh | Language::Ja => format!("{}年", self.year(year)),
        }
    }

    /// How many events the map does not show, and whether of very many routes only some are drawn;
    /// nothing where it shows them all.
    pub fn not_on_map(&self, nowhere: usize, out_of_sight: usize, is_crowded: bool) -> String {
        let [without, beyond, some] = match self.language {
            Language::En => {
                [format!("{nowhere} without a place"), format!("{out_of_sight} out of sight"), "not all routes".into()]
            }
            Language::Zh => {
                [format!("{nowhere}件无地点"), format!("{out_of_sight}件在画面外"), "路线未全部画出".into()]
            }
            Language::Ja => {
                [format!("場所なし{nowhere}件"), format!("画面外{out_of_sight}件"), "経路は一部のみ".into()]
            }
        };
        let parts = [(without, nowhere > 0), (beyond, out_of_sight > 0), (some, is_crowded)];
        let said = parts.into_iter().filter(|(_, is_so)| *is_so).map(|(part, _)| part);
        said.collect::<Vec<_>>().join(self.comma)
    }

    /// How many lines there are below the screen.
    pub fn more_lines(&self, count: usize) -> String {
        match (self.language, count) {
            (Language::En, 1) => "1 more line".to_owned(),
            (Language::En, _) => format!("{count} more lines"),
            (Language::Zh, _) => format!("下面还有{count}行"),
            (Language::Ja, _) => format!("あと{count}行"),
        }
    }

    /// A month as a tick that may take so many columns, a blank behind it included.
    pub fn month(&self, month: u8, room: usize) -> String {
        // All months of an axis are written alike: as the longest of them allows.
        let widest = |width| (1..=12).map(|month| columns(month_name(month, self.language, width))).max();
        let fitting = [NameWidth::Short, NameWidth::Narrow].into_iter().find(|&width| widest(width) < Some(room));
        fitting.map_or_else(String::new, |width| month_name(month, self.language, width).to_owned())
    }

    /// A month as a tick, from the longest form to the shortest: "Feb 2020", "Feb", "F".
    pub fn month_forms(&self, day: Day) -> [String; 3] {
        let name = |width| month_name(day.month(), self.language, width);
        let year = self.year(day.year());
        let long = match self.language {
            Language::En => format!("{} {year}", name(NameWidth::Short)),
            Language::Zh | Language::Ja => format!("{year}/{}", day.month()),
        };
        [long, name(NameWidth::Short).to_owned(), name(NameWidth::Narrow).to_owned()]
    }

    /// A year as a tick, in full and, in our times, short: "1941", "'41".
    pub fn year_forms(&self, year: i64) -> [String; 2] {
        let long = self.year(year);
        let short = if (1000..=9999).contains(&year) { format!("'{:02}", year % 100) } else { long.clone() };
        [long, short]
    }

    /// Said of a source, the day by which it was published, and the event that it tells of.
    pub fn reported(&self, source: &str, day: &str, event: &str) -> String {
        match self.language {
            Language::En => format!("{source}, published by {day}, tells of {event} as done"),
            Language::Zh => format!("{source}最迟于{day}发布，已报道{event}"),
            Language::Ja => format!("{source}（遅くとも{day}に公開）が{event}を既に起きたこととして伝えている"),
        }
    }

    /// Said of an event's own date, with what that rests on.
    pub fn dated(&self, event: &str, date: &str, basis: Basis, sources: &str) -> String {
        let said = match self.language {
            Language::En => format!("{event} is dated {date}"),
            Language::Zh => format!("{event}的日期为{date}"),
            Language::Ja => format!("{event}の日付は{date}"),
        };
        match (self.language, basis) {
            _ if sources.is_empty() => said,
            (Language::En, Basis::Stated) => format!("{said}, as stated by {sources}"),
            (Language::En, Basis::Inferred) => format!("{said}, as inferred from {sources}"),
            (Language::Zh, Basis::Stated) => format!("{said}，出自{sources}"),
            (Language::Zh, Basis::Inferred) => format!("{said}，推断自{sources}"),
            (Language::Ja, Basis::Stated) => format!("{said}、{sources}による"),
            (Language::Ja, Basis::Inferred) => format!("{said}、{sources}からの推定"),
        }
    }

    /// How many steps of a proof are not told.
    pub fn more_steps(&self, count: usize) -> String {
        match self.language {
            Language::En => format!("... {count} more steps ..."),
            Language::Zh => format!("……中间还有{count}步……"),
            Language::Ja => format!("……途中の{count}段を省略……"),
        }
    }

    /// A bound of an event as a sentence without its subject.
    pub fn bound(&self, bound: Bound, day: &str) -> String {
        match (self.language, bound) {
            (Language::En, Bound::EarliestStart) => format!("began no earlier than {day}"),
            (Language::En, Bound::LatestStart) => format!("began no later than {day}"),
            (Language::En, Bound::EarliestEnd) => format!("ended no earlier than {day}"),
            (Language::En, Bound::LatestEnd) => format!("ended no later than {day}"),
            (Language::Zh, Bound::EarliestStart) => format!("开始不早于{day}"),
            (Language::Zh, Bound::LatestStart) => format!("开始不晚于{day}"),
            (Language::Zh, Bound::EarliestEnd) => format!("结束不早于{day}"),
            (Language::Zh, Bound::LatestEnd) => format!("结束不晚于{day}"),
            (Language::Ja, Bound::EarliestStart) => format!("始まりは{day}より早くない"),
            (Language::Ja, Bound::LatestStart) => format!("始まりは{day}より遅くない"),
            (Language::Ja, Bound::EarliestEnd) => format!("終わりは{day}より早くない"),
            (Language::Ja, Bound::LatestEnd) => format!("終わりは{day}より遅くない"),
        }
    }

    /// A bound of which no day is known.
    pub fn open_bound(&self, bound: Bound) -> &'static str {
        match (self.language, bound) {
            (Language::En, Bound::EarliestStart) => "earliest begin",
            (Language::En, Bound::LatestStart) => "latest begin",
            (Language::En, Bound::EarliestEnd) => "earliest end",
            (Language::En, Bound::LatestEnd) => "latest end",
            (Language::Zh, Bound::EarliestStart) => "最早开始日",
            (Language::Zh, Bound::LatestStart) => "最晚开始日",
            (Language::Zh, Bound::EarliestEnd) => "最早结束日",
            (Language::Zh, Bound::LatestEnd) => "最晚结束日",
            (Language::Ja, Bound::EarliestStart) => "最も早い始まり",
            (Language::Ja, Bound::LatestStart) => "最も遅い始まり",
            (Language::Ja, Bound::EarliestEnd) => "最も早い終わり",
            (Language::Ja, Bound::LatestEnd) => "最も遅い終わり",
        }
    }

    /// A statement of order between the event that the proof is about and `other`, with
    /// the bound of the latter; `own` where the statement stands with the former.
    pub fn order(&self, relation: Relation, own: bool, other: &str, bound: &str) -> String {
        use Relation::{After, Before, PartOf, ReplyTo};
        let said = match (self.language, relation, own) {
            (Language::En, After, true) | (Language::En, Before, false) => format!("it came after {other}, which"),
            (Language::En, Before, true) | (Language::En, After, false) => format!("it came before {other}, which"),
            (Language::En, PartOf, true) => format!("it is part of {other}, which"),
            (Language::En, PartOf, false) => format!("{other} is part of it, and"),
            (Language::En, ReplyTo, true) => format!("it answers {other}, which"),
            (Language::En, ReplyTo, false) => format!("{other} answers it, and"),
            (Language::Zh, After, true) | (Language::Zh, Before, false) => format!("晚于{other}，后者"),
            (Language::Zh, Before, true) | (Language::Zh, After, false) => format!("早于{other}，后者"),
            (Language::Zh, PartOf, true) => format!("属于{other}，后者"),
            (Language::Zh, PartOf, false) => format!("包含{other}，后者"),
            (Language::Zh, ReplyTo, true) => format!("回应{other}，后者"),
            (Language::Zh, ReplyTo, false) => format!("得到{other}回应，后者"),
            (Language::Ja, After, true) | (Language::Ja, Before, false) => format!("{other}より後で、その"),
            (Language::Ja, Before, true) | (Language::Ja, After, false) => format!("{other}より前で、その"),
            (Language::Ja, PartOf, true) => format!("{other}の一部で、その"),
            (Language::Ja, PartOf, false) => format!("{other}を含み、その"),
            (Language::Ja, ReplyTo, true) => format!("{other}に答えたもので、その"),
            (Language::Ja, ReplyTo, false) => format!("{other}がこれに答え、その"),
        };
        let blank = if self.language == Language::En { " " } else { "" };
        format!("{said}{blank}{bound}")
    }

    /// A count of things: "10,000 × medical masks".
    pub fn amount(&self, count: Option<u64>, what: &str) -> String {
        match (count, self.language) {
            (None, _) => what.to_owned(),
            (Some(count), Language::En) => format!("{} {what}", grouped(count)),
            (Some(count), Language::Zh | Language::Ja) => format!("{what} {}", grouped(count)),
        }
    }

    /// An event's title inside a sentence.
    pub fn quoted(&self, title: &str) -> String {
        let ((open, close), inner) = (self.quotes, self.inner_quotes);
        format!("{open}{}{close}", title.replace(open, inner.0).replace(close, inner.1))
    }

    /// A remark in parentheses.
    pub fn remark(&self, text: &str) -> String {
        format!("{}{text}{}", self.parentheses.0, self.parentheses.1)
    }
}

/// A number with a comma between thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(",")
}
