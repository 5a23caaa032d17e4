//! What a query found, in the words of each language.

use super::width::columns;
use super::words::Words;
use crate::chronology::query::{Found, Mistake, QueryError};
use crate::date::Language;

impl Words {
    /// How many events match: "4 certainly, 3 possibly".
    pub fn found(&self, found: &Found) -> String {
        let Found { certain, possible, .. } = found;
        match self.language {
            Language::En => format!("{certain} certainly, {possible} possibly"),
            Language::Zh => format!("确定{certain}件，可能{possible}件"),
            Language::Ja => format!("確実{certain}件、可能性あり{possible}件"),
        }
    }

    /// The heading of all that a query may hold.
    pub const fn queries(&self) -> &'static str {
        ["查询里可以写什么", "What a query may hold", "検索式に書けるもの"][self.language as usize]
    }

    /// Said while there is nothing yet to answer a query from.
    pub const fn preparing(&self) -> &'static str {
        match self.language {
            Language::En => "getting ready to search ...",
            Language::Zh => "正在准备检索……",
            Language::Ja => "検索の準備中……",
        }
    }

    /// That nothing is found, and that a value is not in the chronology; where there is no room
    /// for all, the more helpful part of it.
    pub fn none_found(&self, unknown: &Mistake, room: usize) -> String {
        let none = ["0件", "none found", "0件"][self.language as usize];
        let (message, help) = (unknown.message(self.language), unknown.help(self.language));
        let said = |parts: &[&str]| parts.join(self.semicolon);
        let both = help.as_deref().map(|help| said(&[none, &message, help]));
        let choices = both.into_iter().chain([said(&[none, help.as_deref().unwrap_or(&message)])]);
        choices.into_iter().find(|choice| columns(choice) <= room).unwrap_or_else(|| none.to_owned())
    }

    /// Said behind what a year leads to: how it is looked for as a number, and how many events
    /// that finds.
    pub fn telling(&self, number: &str, count: usize) -> String {
        match self.language {
            Language::En => format!("; \"{number}\" finds {count}"),
            Language::Zh => format!("；查 \"{number}\" 得{count}件"),
            Language::Ja => format!("；\"{number}\" なら{count}件"),
        }
    }

    /// Said beside a mistake: that the query asked before it is still in force.
    pub fn still(&self, query: &str) -> String {
        match self.language {
            Language::En => format!("still shown: {query}"),
            Language::Zh => format!("仍显示：{query}"),
            Language::Ja => format!("表示中：{query}"),
        }
    }

    /// Where in a query the mistake is, what it is, and what to write instead; where there is no
    /// room for all, the more helpful part of it, and of that whole words.
    pub fn mistake(&self, error: &QueryError, room: usize) -> String {
        let QueryError { at, mistake, .. } = error;
        let message = mistake.message(self.language);
        let help = mistake.help(self.language);
        let both = help.as_ref().map(|help| format!("{message}{}{help}", self.semicolon));
        let said = |what: String| match self.language {
            Language::En => format!("character {at}: {what}"),
            Language::Zh => format!("第{at}字：{what}"),
            Language::Ja => format!("{at}文字目：{what}"),
        };
        let helps_alone =
            !matches!(mistake, Mistake::NothingBehindOr | Mistake::NothingBeforeOr | Mistake::OrBehindMinus);
        let choices = both.into_iter().chain(help.filter(|_| helps_alone)).map(said);
        choices.into_iter().find(|choice| columns(choice) <= room).unwrap_or_else(|| words_of(&said(message), room))
    }

    /// Said where events that do not match are not shown, behind their counts.
    pub const fn others_hidden(&self) -> &'static str {
        match self.language {
            Language::En => ", others hidden",
            Language::Zh => "，其余已隐藏",
            Language::Ja => "、他は非表示",
        }
    }

    /// Said of an event that may match.
    pub const fn possibly(&self) -> &'static str {
        match self.language {
            Language::En => "possibly",
            Language::Zh => "可能",
            Language::Ja => "可能性あり",
        }
    }
}

/// As many words of a text as fit with "..." behind them; as it is where it fits, or where not
/// even the half of it can be kept so.
fn words_of(text: &str, room: usize) -> String {
    const MORE: &str = " ...";
    let is_kept = |kept: &&str| columns(kept) + MORE.len() <= room;
    let kept =
        text.match_indices(' ').map(|(at, _)| text[..at].trim_end_matches([',', ';'])).rfind(|kept| is_kept(kept));
    match kept.filter(|kept| columns(text) > room && 2 * columns(kept) > room) {
        Some(kept) => format!("{kept}{MORE}"),
        None => text.to_owned(),
    }
}
