//! The words of lenses, threads, tours and citations, in each language.
//!
//! One field for each word, so that a language that lacks one does not compile.

use super::glyphs::Glyphs;
use crate::chronology::query::Query;
use crate::date::Language;

/// The words of one language.
#[derive(Debug)]
pub struct Labels {
    /// Whose words these are.
    pub language: Language,
    /// Over the columns of the actors: name; events in all, given, received, otherwise.
    pub actors: [&'static str; 5],
    /// Over the columns of the sources: title; events, those on it alone, day of publication.
    pub sources: [&'static str; 4],
    /// Said where a query leaves no event.
    pub found_none: &'static str,
    /// Said where nobody took part in the events.
    pub no_actors: &'static str,
    /// Said where the events rest on no source.
    pub no_sources: &'static str,
    /// Over the table of givers and receivers.
    pub giving: &'static str,
    /// Said where nothing changed hands.
    pub no_giving: &'static str,
    /// What the table's bold letters mean.
    pub bold: &'static str,
    /// That an event stands in the table once for each of its givers and receivers.
    pub each_counts: &'static str,
    /// In front of the receivers that do not fit into the table.
    pub other_receivers: &'static str,
    /// The same of givers.
    pub other_givers: &'static str,
    /// Over the events on which the selected source and others disagree.
    pub disputes: &'static str,
    /// The heading of all tours.
    pub tours: &'static str,
    /// In front of what an event rests on, in a citation.
    pub cited: &'static str,
    /// Between the parts of a citation.
    pub comma: &'static str,
}

const EN: Labels = Labels {
    language: Language::En,
    actors: ["actor", "all", "gave", "got", "with"],
    sources: ["source", "all", "alone", "published"],
    found_none: "The query finds no event.",
    no_actors: "No actor takes part in these events.",
    no_sources: "These events rest on no source.",
    giving: "Who gave to whom",
    no_giving: "Nothing went from one to another here.",
    bold: "bold: selected",
    each_counts: "to several: counted for each",
    other_receivers: "also received: ",
    other_givers: "also gave: ",
    disputes: "Where sources disagree",
    tours: "Tours",
    cited: "Sources: ",
    comma: ", ",
};

const ZH: Labels = Labels {
    language: Language::Zh,
    actors: ["参与者", "共", "给予", "收到", "参与"],
    sources: ["来源", "共", "独有", "发布"],
    found_none: "没有查到事件。",
    no_actors: "这些事件没有写明参与者。",
    no_sources: "这些事件没有写明来源。",
    giving: "谁给了谁",
    no_giving: "这里没有赠送或寄送。",
    bold: "粗体为所选者",
    each_counts: "给多方者分别计入",
    other_receivers: "另有接受者：",
    other_givers: "另有给予者：",
    disputes: "各来源说法不一",
    tours: "导览",
    cited: "来源：",
    comma: "，",
};

const JA: Labels = Labels {
    language: Language::Ja,
    actors: ["参加者", "計", "贈", "受", "参加"],
    sources: ["出典", "計", "単独", "公開"],
    found_none: "該当する出来事がない。",
    no_actors: "これらの出来事には参加者が書かれていない。",
    no_sources: "これらの出来事には出典が書かれていない。",
    giving: "誰から誰へ",
    no_giving: "ここではやり取りはない。",
    bold: "太字は選択中",
    each_counts: "相手が複数の場合は各々に数える",
    other_receivers: "ほかの受け手：",
    other_givers: "ほかの贈り手：",
    disputes: "出典により異なる点",
    tours: "ツアー",
    cited: "出典：",
    comma: "、",
};

/// How many events an actor took part in, each counted once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shares {
    /// As giver.
    pub given: usize,
    /// As receiver, and not as giver.
    pub received: usize,
    /// As neither.
    pub otherwise: usize,
}

impl Shares {
    /// All of them.
    pub const fn all(self) -> usize {
        self.given + self.received + self.otherwise
    }
}

impl Labels {
    /// The words of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::Zh => &ZH,
            Language::En => &EN,
            Language::Ja => &JA,
        }
    }

    /// What an actor did, in numbers, each behind the sign that its events have on the page.
    pub fn shares(&self, shares: Shares, glyphs: &Glyphs) -> String {
        let Shares { given, received, otherwise } = shares;
        let all = shares.all();
        let [comma, colon, all] = match self.language {
            Language::En => [", ", ": ", &events(all)],
            Language::Zh => ["，", "：", &format!("{all}件")],
            Language::Ja => ["、", "：", &format!("{all}件")],
        };
        let said = [
            (given, glyphs.arrow, ["给予", "gave in ", "贈った"]),
            (received, glyphs.back, ["收到", "received in ", "受けた"]),
            (otherwise, glyphs.bullet, ["其他参与", "otherwise in ", "その他の参加"]),
        ];
        let said = said.iter().filter(|(count, ..)| *count > 0);
        let said = said.map(|(count, sign, words)| format!("{sign} {}{count}", words[self.language as usize]));
        format!("{all}{colon}{}", said.collect::<Vec<_>>().join(comma))
    }

    /// In how many of its events an organisation did not take part itself.
    pub fn through_members(&self, count: usize) -> String {
        match self.language {
            Language::En => format!("{count} of them through those who belong to it"),
            Language::Zh => format!("其中{count}件由所属人员或机构参与"),
            Language::Ja => format!("うち{count}件は所属する人・機関による"),
        }
    }

    /// How many events rest on a source, and on it alone; `sign` stands beside the latter.
    pub fn resting(&self, all: usize, alone: usize, sign: &str) -> String {
        match (self.language, all, alone) {
            (Language::En, 0, _) => "No event rests on this source here".to_owned(),
            (Language::En, _, 0) => format!("{}, none on this source alone", events(all)),
            (Language::En, ..) => format!("{}, {alone} on this source alone {sign}", events(all)),
            (Language::Zh, 0, _) => "这里没有事件依据此来源".to_owned(),
            (Language::Zh, _, 0) => format!("{all}件，都另有来源"),
            (Language::Zh, ..) => format!("{all}件，其中{alone}件仅见于此 {sign}"),
            (Language::Ja, 0, _) => "ここにはこの出典による出来事がない".to_owned(),
            (Language::Ja, _, 0) => format!("{all}件、いずれも他の出典がある"),
            (Language::Ja, ..) => format!("{all}件、うち{alone}件はこの出典のみ {sign}"),
        }
    }

    /// What the sign beside an answer means, and the number behind it where not all are answers.
    pub fn in_answer(&self, sign: &str, has_parts: bool) -> String {
        let (all, some) = match self.language {
            Language::En => ("in answer", ", {sign}1: one of them"),
            Language::Zh => ("回应", "，{sign}1 其中一件"),
            Language::Ja => ("返答", "、{sign}1 うち一件"),
        };
        let some = if has_parts { some.replace("{sign}", sign) } else { String::new() };
        format!("{sign} {all}{some}")
    }

    /// Said of an event that answers others besides the one under which it stands.
    pub fn also_answers(&self, titles: &str) -> String {
        match self.language {
            Language::En => format!("also answers {titles}"),
            Language::Zh => format!("也回应{titles}"),
            Language::Ja => format!("{titles}への返答でもある"),
        }
    }

    /// How many events do not stand here, and the query that finds them.
    pub fn more_events(&self, count: usize, query: &Query) -> String {
        match self.language {
            Language::En => format!("{} more: the query {query} finds them all", events(count)),
            Language::Zh => format!("另有{count}件：用 {query} 可全部查到"),
            Language::Ja => format!("ほかに{count}件。{query} ですべて見つかる"),
        }
    }

    /// How many events have so many on both sides that who gave to whom is not counted.
    pub fn crowds(&self, events: usize) -> String {
        match self.language {
            Language::Zh => format!("{events}件赠送方、接收方太多，未计入"),
            Language::En => format!("{events} not counted: too many gave to too many"),
            Language::Ja => format!("{events}件は双方の数が多すぎ、数えていない"),
        }
    }

    /// What is said in a list for which no event has been read yet.
    pub const fn no_event_yet(&self) -> &'static str {
        match self.language {
            Language::En => "No event has been read yet.",
            Language::Zh => "尚未读到事件。",
            Language::Ja => "まだ出来事は読み込まれていません。",
        }
    }

    /// What is shown while long files are being read: how many events they begin with, and
    /// how far the reading has come; then the same in short.
    pub fn progress(&self, events: usize, percent: u8, bar: &str) -> [String; 2] {
        let (first, reading, ordering) = match self.language {
            Language::En => {
                (format!("the first {}, more to come", self::events(events)), "reading", "putting in order")
            }
            Language::Zh => (format!("前{events}件，后续待读"), "读取中", "排序中"),
            Language::Ja => (format!("最初の{events}件、続きあり"), "読み込み中", "整列中"),
        };
        let stage = if percent < 100 { format!("{reading} {bar} {percent} %") } else { format!("{ordering} {bar}") };
        [if events == 0 { stage.clone() } else { format!("{first}: {stage}") }, stage]
    }

    /// The selected row of a list that is none of events, and how many there are.
    pub fn row(&self, at: usize, all: usize) -> String {
        match self.language {
            Language::En => format!("{at} of {all}"),
            Language::Zh | Language::Ja => format!("{at}/{all}"),
        }
    }

    /// "step 3 of 12".
    pub fn step(&self, at: usize, all: usize) -> String {
        match self.language {
            Language::En => format!("{at} of {all}"),
            Language::Zh => format!("第{at}步，共{all}步"),
            Language::Ja => format!("{all}場面中{at}場面目"),
        }
    }

    /// That a tour goes on by itself after so many seconds.
    pub fn by_itself(&self, seconds: u8) -> String {
        match self.language {
            Language::En => format!("by itself, {seconds} s"),
            Language::Zh => format!("自动，{seconds}秒"),
            Language::Ja => format!("自動、{seconds}秒"),
        }
    }

    /// The last line of a citation: the chronology that it is taken from.
    pub fn taken_from(&self, title: &str) -> String {
        match self.language {
            Language::En => format!("In the chronology {title}"),
            Language::Zh => format!("见年表{title}"),
            Language::Ja => format!("年表{title}より"),
        }
    }
}

/// "1 event", "12 events".
fn events(count: usize) -> String {
    format!("{count} {}", if count == 1 { "event" } else { "events" })
}
