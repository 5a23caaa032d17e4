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
    /// So many things are wrong in the reader's own settings, and are not followed.
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
        match (self, language) {
            (Self::Reloaded(events), Language::En) => format!("The file has changed: read again, {events} events."),
            (Self::Reloaded(events), Language::Zh) => format!("文件有变，已重新读取，共{events}件。"),
            (Self::Reloaded(events), Language::Ja) => format!("ファイルが変わったため読み直した。全{events}件。"),
            (Self::Broken(1), Language::En) => {
                let key = key(&Action::Problems);
                format!("The file has changed and has 1 problem; this is the view before. {key} shows it")
            }
            (Self::Broken(problems), Language::En) => {
                let key = key(&Action::Problems);
                format!("The file has changed and has {problems} problems; this is the view before. {key} lists them")
            }
            (Self::Broken(problems), Language::Zh) => {
                format!("文件有变，现有{problems}个问题，暂留先前内容。按 {} 查看", key(&Action::Problems))
            }
            (Self::Broken(problems), Language::Ja) => {
                format!("変わったファイルに問題が{problems}件。以前の内容を表示中。{} で一覧", key(&Action::Problems))
            }
            (Self::Unreadable(reason), Language::En) => format!("The file cannot be read: {reason}"),
            (Self::Unreadable(reason), Language::Zh) => format!("文件无法读取：{reason}"),
            (Self::Unreadable(reason), Language::Ja) => format!("ファイルを読めない：{reason}"),
            (Self::BuiltIn, Language::En) => {
                "The built-in chronology cannot be edited; annals new --copy FILE makes a copy.".to_owned()
            }
            (Self::BuiltIn, Language::Zh) => "内置年表不能编辑；用 annals new --copy FILE 可得一份副本。".to_owned(),
            (Self::BuiltIn, Language::Ja) => {
                "内蔵の年表は編集できない。annals new --copy FILE で写しを作れる。".to_owned()
            }
            (Self::Theme(theme), Language::En) => format!("Theme: {}.", theme.name(language)),
            (Self::Theme(theme), Language::Zh) => format!("主题：{}。", theme.name(language)),
            (Self::Theme(theme), Language::Ja) => format!("配色：{}。", theme.name(language)),
            (Self::Config(1), Language::En) => {
                "config.toml has 1 problem, told in full when you leave; that line is left aside.".to_owned()
            }
            (Self::Config(problems), Language::En) => {
                format!("config.toml has {problems} problems, told in full when you leave; those lines are left aside.")
            }
            (Self::Config(problems), Language::Zh) => {
                format!("config.toml 有{problems}个问题，相关各行不起作用；退出后可见详情。")
            }
            (Self::Config(problems), Language::Ja) => {
                format!("config.tomlに問題が{problems}件。その行は使われない。詳細は終了後に表示。")
            }
            (Self::Copied, Language::En) => "A citation of this event was sent to the terminal.".to_owned(),
            (Self::Copied, Language::Zh) => "这一件的引用文字已发送到终端。".to_owned(),
            (Self::Copied, Language::Ja) => "この出来事の引用文を端末に送った。".to_owned(),
            (Self::NothingThere, Language::En) => "There is nothing further that way.".to_owned(),
            (Self::NothingThere, Language::Zh) => "那个方向没有别的了。".to_owned(),
            (Self::NothingThere, Language::Ja) => "その方向にはもうない。".to_owned(),
            (Self::NoLink, Language::En) => {
                format!("No link is selected; {} goes to one, if the page has any.", key(&Action::Move(Motion::Next)))
            }
            (Self::NoLink, Language::Zh) => {
                format!("没有选中的链接；如有，按 {} 可到。", key(&Action::Move(Motion::Next)))
            }
            (Self::NoLink, Language::Ja) => {
                format!("リンクが選ばれていない。あれば {} で移る。", key(&Action::Move(Motion::Next)))
            }
            (Self::Piped, Language::En) => "This came from standard input and cannot be edited.".to_owned(),
            (Self::Piped, Language::Zh) => "内容来自标准输入，不能编辑。".to_owned(),
            (Self::Piped, Language::Ja) => "標準入力からの内容は編集できない。".to_owned(),
            (Self::SentOff, Language::En) => "No key for a while: good-bye, and come again.".to_owned(),
            (Self::SentOff, Language::Zh) => "许久没有按键，就此告别，欢迎再来。".to_owned(),
            (Self::SentOff, Language::Ja) => "しばらくキー入力がないため終了する。またどうぞ。".to_owned(),
            (Self::NoQuery(error), Language::En) => {
                format!("This is no query: {}", Words::of(language).mistake(error, usize::MAX))
            }
            (Self::NoQuery(error), Language::Zh) => {
                format!("查询有误：{}", Words::of(language).mistake(error, usize::MAX))
            }
            (Self::NoQuery(error), Language::Ja) => {
                format!("検索式の誤り：{}", Words::of(language).mistake(error, usize::MAX))
            }
            (Self::NothingAsked, Language::En) => "Nothing is asked yet; / begins a query.".to_owned(),
            (Self::NothingAsked, Language::Zh) => "尚未查询；按 / 开始。".to_owned(),
            (Self::NothingAsked, Language::Ja) => "まだ検索していない。/ で始める。".to_owned(),
            (Self::Preparing, _) => Words::of(language).preparing().to_owned(),
            (Self::NothingFound, Language::En) => "No event matches.".to_owned(),
            (Self::NothingFound, Language::Zh) => "没有符合的事件。".to_owned(),
            (Self::NothingFound, Language::Ja) => "該当する出来事はない。".to_owned(),
            (Self::Wrapped, Language::En) => "Went on from the other end.".to_owned(),
            (Self::Wrapped, Language::Zh) => "已从另一端继续。".to_owned(),
            (Self::Wrapped, Language::Ja) => "反対の端から続けた。".to_owned(),
            (Self::Rest(Rest::Dimmed), Language::En) => "What does not match is dimmed.".to_owned(),
            (Self::Rest(Rest::Dimmed), Language::Zh) => "不符合的事件以暗色显示。".to_owned(),
            (Self::Rest(Rest::Dimmed), Language::Ja) => "該当しない出来事は薄く表示。".to_owned(),
            (Self::Rest(Rest::Hidden), Language::En) => "What does not match is hidden.".to_owned(),
            (Self::Rest(Rest::Hidden), Language::Zh) => "不符合的事件已隐藏。".to_owned(),
            (Self::Rest(Rest::Hidden), Language::Ja) => "該当しない出来事は非表示。".to_owned(),
            (Self::Lanes(kind), Language::En) => format!("The axis has a lane for each {}.", kind.name(language)),
            (Self::Lanes(kind), Language::Zh) => format!("时间轴按{}分行。", kind.name(language)),
            (Self::Lanes(kind), Language::Ja) => format!("時間軸の行：{}ごと。", kind.name(language)),
            (Self::NoTour, Language::En) => "This chronology has no tour.".to_owned(),
            (Self::NoTour, Language::Zh) => "此年表没有导览。".to_owned(),
            (Self::NoTour, Language::Ja) => "この年表にツアーはない。".to_owned(),
            (Self::LastStep, Language::En) => "This is the last step; Esc leaves the tour.".to_owned(),
            (Self::LastStep, Language::Zh) => "已是最后一步；按 Esc 离开导览。".to_owned(),
            (Self::LastStep, Language::Ja) => "これが最後の場面。Esc で終わる。".to_owned(),
            (Self::Pause(seconds), Language::En) => format!("By itself the tour goes on after {seconds} seconds."),
            (Self::Pause(seconds), Language::Zh) => format!("自动播放时每步停留{seconds}秒。"),
            (Self::Pause(seconds), Language::Ja) => format!("自動では{seconds}秒ごとに進む。"),
            (Self::EditorFailed(reason), Language::En) => format!("The editor failed: {reason}"),
            (Self::EditorFailed(reason), Language::Zh) => format!("编辑器出错：{reason}"),
            (Self::EditorFailed(reason), Language::Ja) => format!("エディターの失敗：{reason}"),
        }
    }
}
