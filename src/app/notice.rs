//! What the explorer tells the reader in passing, until the next key.

use super::Theme;
use super::action::{Action, Motion};
use crate::chronology::query::QueryError;
use crate::date::Language;
use crate::view::lane::LaneKind;
use crate::view::{Rest, Words};

/// Something to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The files have changed and were read again; they hold so many events.
    Reloaded(usize),
    /// The files have changed, but hold so many problems that the view stays as it was.
    Broken(usize),
    /// A file cannot be read any more; the reason is the system's.
    Unreadable(String),
    /// What is shown is built into the program and cannot be edited.
    BuiltIn,
    /// What is shown came from standard input and cannot be edited.
    Piped,
    /// The screen has this theme now.
    Theme(Theme),
    /// So many things are wrong in the reader's own settings.
    Config(usize),
    /// A citation is on its way to the terminal's clipboard; whether it takes it nobody knows.
    Copied,
    /// There is nothing in the direction in which a key would step.
    NothingThere,
    /// There is no link to follow.
    NoLink,
    /// A query was wrong: where, and how.
    NoQuery(Box<QueryError>),
    /// There is no query whose matches could be stepped through.
    NothingAsked,
    /// There is nothing to answer queries from yet.
    Preparing,
    /// The query finds no event.
    NothingFound,
    /// Stepping through the matches went on from the other end.
    Wrapped,
    /// What becomes now of the events that a query does not find.
    Rest(Rest),
    /// What the lanes of the axis are made from now.
    Lanes(LaneKind),
    /// There is no tour to play.
    NoTour,
    /// The tour has nothing to show.
    EmptyTour,
    /// The tour has come to its end.
    LastStep,
    /// A tour that plays by itself goes on after so many seconds.
    Pause(u8),
    /// The editor could not be started, or failed; the reason is the system's.
    EditorFailed(String),
    /// The reader has pressed no key for long, and is sent off.
    SentOff,
}

impl Notice {
    /// The sentence for a reader of `language`; `key` names the key of an action.
    pub fn sentence(&self, language: Language, key: impl Fn(&Action) -> String) -> String {
        let mut values = self.values(language, key).into_iter();
        let mut pieces = self.forms()[language as usize].split("{}");
        let first = pieces.next().unwrap_or_default().to_owned();
        pieces.fold(first, |said, piece| said + &values.next().unwrap_or_default() + piece)
    }

    /// The sentence by the order of [`Language::ALL`], with `{}` where its values stand.
    const fn forms(&self) -> [&'static str; 3] {
        match self {
            Self::Reloaded(_) => [
                "文件有变，已重新读取，共{}件。",
                "The file has changed: read again, {} events.",
                "ファイルが変わったため読み直した。全{}件。",
            ],
            Self::Broken(1) => [
                "文件有变，现有{}个问题，暂留先前内容。按 {} 查看",
                "The file has changed and has {} problem; this is the view before. {} shows it",
                "変わったファイルに問題が{}件。以前の内容を表示中。{} で一覧",
            ],
            Self::Broken(_) => [
                "文件有变，现有{}个问题，暂留先前内容。按 {} 查看",
                "The file has changed and has {} problems; this is the view before. {} lists them",
                "変わったファイルに問題が{}件。以前の内容を表示中。{} で一覧",
            ],
            Self::Unreadable(_) => ["文件无法读取：{}", "The file cannot be read: {}", "ファイルを読めない：{}"],
            Self::BuiltIn => [
                "内置年表不能编辑；用 annals new --copy FILE 可得一份副本。",
                "The built-in chronology cannot be edited; annals new --copy FILE makes a copy.",
                "内蔵の年表は編集できない。annals new --copy FILE で写しを作れる。",
            ],
            Self::Piped => [
                "内容来自标准输入，不能编辑。",
                "This came from standard input and cannot be edited.",
                "標準入力からの内容は編集できない。",
            ],
            Self::Theme(_) => ["主题：{}。", "Theme: {}.", "配色：{}。"],
            Self::Config(1) => [
                "config.toml 有{}个问题，退出后可见详情。",
                "config.toml has {} problem, told in full when you leave.",
                "config.tomlに問題が{}件。詳細は終了後に表示。",
            ],
            Self::Config(_) => [
                "config.toml 有{}个问题，退出后可见详情。",
                "config.toml has {} problems, told in full when you leave.",
                "config.tomlに問題が{}件。詳細は終了後に表示。",
            ],
            Self::Copied => [
                "这一件的引用文字已发送到终端。",
                "A citation of this event was sent to the terminal.",
                "この出来事の引用文を端末に送った。",
            ],
            Self::NothingThere => {
                ["那个方向没有别的了。", "There is nothing further that way.", "その方向にはもうない。"]
            }
            Self::NoLink => [
                "没有选中的链接；如有，按 {} 可到。",
                "No link is selected; {} goes to one, if the page has any.",
                "リンクが選ばれていない。あれば {} で移る。",
            ],
            Self::NoQuery(_) => ["查询有误：{}", "This is no query: {}", "検索式の誤り：{}"],
            Self::NothingAsked => [
                "尚未查询；按 {} 开始。",
                "Nothing is asked yet; {} begins a query.",
                "まだ検索していない。{} で始める。",
            ],
            Self::Preparing => ["{}"; 3],
            Self::NothingFound => ["没有符合的事件。", "No event matches.", "該当する出来事はない。"],
            Self::Wrapped => ["已从另一端继续。", "Went on from the other end.", "反対の端から続けた。"],
            Self::Rest(Rest::Dimmed) => {
                ["不符合的事件以暗色显示。", "What does not match is dimmed.", "該当しない出来事は薄く表示。"]
            }
            Self::Rest(Rest::Hidden) => {
                ["不符合的事件已隐藏。", "What does not match is hidden.", "該当しない出来事は非表示。"]
            }
            Self::Lanes(_) => ["时间轴按{}分行。", "The axis has a lane for each {}.", "時間軸の行：{}ごと。"],
            Self::NoTour => ["此年表没有导览。", "This chronology has no tour.", "この年表にツアーはない。"],
            Self::EmptyTour => ["此导览没有步骤。", "This tour has no step.", "このツアーに場面はない。"],
            Self::LastStep => [
                "已是最后一步；按 {} 离开导览。",
                "This is the last step; {} leaves the tour.",
                "これが最後の場面。{} で終わる。",
            ],
            Self::Pause(_) => {
                ["自动播放时每步停留{}秒。", "By itself the tour goes on after {} seconds.", "自動では{}秒ごとに進む。"]
            }
            Self::EditorFailed(_) => ["编辑器出错：{}", "The editor failed: {}", "エディターの失敗：{}"],
            Self::SentOff => [
                "许久没有按键，就此告别，欢迎再来。",
                "No key for a while: good-bye, and come again.",
                "しばらくキー入力がないため終了する。またどうぞ。",
            ],
        }
    }

    /// What the sentence is told with, in the order of its places.
    fn values(&self, language: Language, key: impl Fn(&Action) -> String) -> Vec<String> {
        match self {
            Self::Reloaded(count) | Self::Config(count) => vec![count.to_string()],
            Self::Broken(count) => vec![count.to_string(), key(&Action::Problems)],
            Self::Unreadable(reason) | Self::EditorFailed(reason) => vec![reason.clone()],
            Self::Theme(theme) => vec![theme.name(language).to_owned()],
            Self::NoLink => vec![key(&Action::Move(Motion::Next))],
            Self::NoQuery(error) => vec![Words::of(language).mistake(error, usize::MAX)],
            Self::NothingAsked => vec![key(&Action::Find)],
            Self::Preparing => vec![Words::of(language).preparing().to_owned()],
            Self::Lanes(kind) => vec![kind.name(language).to_owned()],
            Self::LastStep => vec![key(&Action::Out)],
            Self::Pause(seconds) => vec![seconds.to_string()],
            Self::BuiltIn | Self::Piped | Self::Copied | Self::NothingThere | Self::NothingFound => Vec::new(),
            Self::Wrapped | Self::Rest(_) | Self::NoTour | Self::EmptyTour | Self::SentOff => Vec::new(),
        }
    }
}
