//! The words that exports use beside the chronology's own, one table for each language.

use crate::date::Language;

/// The words of one language.
#[derive(Debug)]
pub(super) struct Words {
    pub language: Language,
    pub undated: &'static str,
    pub inferred: &'static str,
    pub known: &'static str,
    pub between: &'static str,
    pub place: &'static str,
    pub online: &'static str,
    pub goods: &'static str,
    pub actors: &'static str,
    pub reply_to: &'static str,
    pub part_of: &'static str,
    pub after: &'static str,
    pub before: &'static str,
    pub claims: &'static str,
    pub sources: &'static str,
    pub published_unknown: &'static str,
    pub announced: &'static str,
    pub tags: &'static str,
    pub events: &'static str,
    pub certain: &'static str,
    pub lasting: &'static str,
    pub possible: &'static str,
    pub left_out: &'static str,
    pub comma: &'static str,
    pub colon: &'static str,
    pub parentheses: (&'static str, &'static str),
}

const EN: Words = Words {
    language: Language::En,
    undated: "undated",
    inferred: "inferred",
    known: "known",
    between: "from, to",
    place: "place",
    online: "online",
    goods: "goods",
    actors: "with",
    reply_to: "answers",
    part_of: "part of",
    after: "after",
    before: "before",
    claims: "disputed",
    sources: "sources",
    published_unknown: "day of publication not known",
    announced: "announced beforehand",
    tags: "tags",
    events: "Events",
    certain: "on this very day",
    lasting: "went on through these days",
    possible: "at some time within, no one knows when",
    left_out: "time without events is left out",
    comma: ", ",
    colon: ": ",
    parentheses: (" (", ")"),
};

const ZH: Words = Words {
    language: Language::Zh,
    undated: "日期不明",
    inferred: "推断",
    known: "可知",
    between: "双方",
    place: "地点",
    online: "线上",
    goods: "物资",
    actors: "参与",
    reply_to: "回应",
    part_of: "属于",
    after: "晚于",
    before: "早于",
    claims: "说法不一",
    sources: "来源",
    published_unknown: "发布日期不明",
    announced: "事先预告",
    tags: "标签",
    events: "事件",
    certain: "确在这一天",
    lasting: "在这些天里持续",
    possible: "在其间某时，具体不明",
    left_out: "省略没有事件的时段",
    comma: "、",
    colon: "：",
    parentheses: ("（", "）"),
};

const JA: Words = Words {
    language: Language::Ja,
    undated: "日付不明",
    inferred: "推定",
    known: "判明",
    between: "授受",
    place: "場所",
    online: "オンライン",
    goods: "物資",
    actors: "参加",
    reply_to: "返答先",
    part_of: "一部",
    after: "以後",
    before: "以前",
    claims: "諸説",
    sources: "出典",
    published_unknown: "公開日不明",
    announced: "事前の予告",
    tags: "タグ",
    events: "出来事",
    certain: "まさにその日",
    lasting: "その間続いた",
    possible: "その間のいつか、詳細は不明",
    left_out: "出来事のない期間を省略",
    comma: "、",
    colon: "：",
    parentheses: ("（", "）"),
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

    /// A remark in parentheses.
    pub fn remark(&self, text: &str) -> String {
        format!("{}{text}{}", self.parentheses.0, self.parentheses.1)
    }

    /// "10000 masks", "口罩 10000".
    pub fn amount(&self, count: Option<u64>, what: &str) -> String {
        match (count, self.language) {
            (None, _) => what.to_owned(),
            (Some(count), Language::En) => format!("{count} {what}"),
            (Some(count), Language::Zh | Language::Ja) => format!("{what} {count}"),
        }
    }

    /// "40 events: 10 to the day, 30 less, 0 undated".
    pub fn counts(&self, day: usize, less: usize, undated: usize) -> String {
        let all = day + less + undated;
        match self.language {
            Language::En => {
                let events = if all == 1 { "event" } else { "events" };
                format!("{all} {events}: {day} to the day, {less} less, {undated} undated")
            }
            Language::Zh => format!("共{all}件：{day}件确知日期，{less}件不够确切，{undated}件日期不明"),
            Language::Ja => format!("全{all}件：日まで判明{day}件、それ未満{less}件、日付不明{undated}件"),
        }
    }
}
