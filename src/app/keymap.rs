//! The table of keys. Help, status line and manual are made from it.

use super::Key;
use super::access::Access;
use super::action::{Action, Motion, Zoom};
use crate::date::Language;
use crate::view::Pane;

/// What a group of keys is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    /// Stepping through events.
    Step,
    /// Following what belongs together.
    Follow,
    /// What is looked at: lens, axis, map.
    Look,
    /// The program itself.
    Program,
}

impl Section {
    /// All sections, in the order of the help.
    pub const ALL: [Self; 4] = [Self::Step, Self::Follow, Self::Look, Self::Program];

    /// The section's heading.
    pub const fn heading(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Step, Language::En) => "Step",
            (Self::Step, Language::Zh) => "浏览",
            (Self::Step, Language::Ja) => "移動",
            (Self::Follow, Language::En) => "Follow",
            (Self::Follow, Language::Zh) => "追溯",
            (Self::Follow, Language::Ja) => "たどる",
            (Self::Look, Language::En) => "Look",
            (Self::Look, Language::Zh) => "查看",
            (Self::Look, Language::Ja) => "見る",
            (Self::Program, Language::En) => "Program",
            (Self::Program, Language::Zh) => "程序",
            (Self::Program, Language::Ja) => "プログラム",
        }
    }
}

/// A row of the table: keys and what they do.
#[derive(Debug, Clone)]
pub struct Binding {
    /// Any of these keys ...
    pub keys: &'static [Key],
    /// ... does this.
    pub action: Action,
    /// Where the help lists it.
    pub section: Section,
    /// What it does, by the order of [`Language::ALL`].
    pub help: [&'static str; 3],
    /// The same in a word or two for the status line, for the keys that stand there; see [`hints`].
    pub hint: Option<[&'static str; 3]>,
}

const fn row(keys: &'static [Key], action: Action, section: Section, help: [&'static str; 3]) -> Binding {
    Binding { keys, action, section, help, hint: None }
}

impl Binding {
    const fn hinted(mut self, hint: [&'static str; 3]) -> Self {
        self.hint = Some(hint);
        self
    }

    /// What it does, in a language.
    pub const fn help(&self, language: Language) -> &'static str {
        self.help[language as usize]
    }
}

use Key::{BackTab, Backspace, Char, Ctrl, Down, End, Enter, Esc, Home, Left, PageDown, PageUp, Right, Tab, Up};
use Section::{Follow, Look, Program, Step};

/// Every key, in the order of the help; digits are not in it: see [`resolve`].
pub const KEYMAP: &[Binding] = &[
    row(&[Down, Char('j')], Action::Move(Motion::Next), Step, ["下一件", "next event", "次の出来事"])
        .hinted(["浏览", "step", "移動"]),
    row(&[Up, Char('k')], Action::Move(Motion::Previous), Step, ["上一件", "event before", "前の出来事"]),
    row(&[PageDown, Char(' '), Ctrl('f')], Action::Move(Motion::PageDown), Step, ["下一屏", "a screen on", "一画面先"]),
    row(&[PageUp, Char('b'), Ctrl('b')], Action::Move(Motion::PageUp), Step, ["上一屏", "a screen back", "一画面前"]),
    row(&[Char('d'), Ctrl('d')], Action::Move(Motion::HalfDown), Step, ["下半屏", "half a screen on", "半画面先"]),
    row(&[Char('u'), Ctrl('u')], Action::Move(Motion::HalfUp), Step, ["上半屏", "half a screen back", "半画面前"]),
    row(
        &[Home, Char('g')],
        Action::Move(Motion::First),
        Step,
        ["第一件；前加数字则到第几件", "first event; 12g: event 12", "最初；12gは12件目"],
    ),
    row(
        &[End, Char('G')],
        Action::Move(Motion::Last),
        Step,
        ["最后一件；5j 表示下移五件", "last event; 5j: five on", "最後；5jは五つ先"],
    ),
    row(&[Tab, BackTab], Action::SwitchPane, Follow, ["在列表与详情之间切换", "list or page", "一覧と詳細の切替"])
        .hinted(["窗格", "pane", "切替"]),
    row(
        &[Enter],
        Action::Follow,
        Follow,
        ["到详情；再按则到所选事件", "to the page; there: follow the link", "詳細へ；そこでは項目をたどる"],
    )
    .hinted(["前往", "follow", "たどる"]),
    row(&[Backspace], Action::Return, Follow, ["返回", "come back", "戻る"]).hinted(["返回", "back", "戻る"]),
    row(
        &[Char(']')],
        Action::Move(Motion::ThreadNext),
        Follow,
        ["同一往来的下一件", "next in the thread", "やりとりの次"],
    )
    .hinted(["往来", "thread", "やりとり"]),
    row(
        &[Char('[')],
        Action::Move(Motion::ThreadPrevious),
        Follow,
        ["同一往来的上一件", "before in the thread", "やりとりの前"],
    ),
    row(&[Char('}')], Action::Move(Motion::LaneNext), Follow, ["同类的下一件", "next of its kind", "同じ種類の次"]),
    row(
        &[Char('{')],
        Action::Move(Motion::LanePrevious),
        Follow,
        ["同类的上一件", "before of its kind", "同じ種類の前"],
    ),
    row(&[Char('w')], Action::Why, Follow, ["日期的依据", "why these days", "日付の根拠"])
        .hinted(["依据", "why", "根拠"]),
    row(&[Char('+'), Char('=')], Action::Zoom(Zoom::In), Look, ["放大", "closer", "拡大"])
        .hinted(["缩放", "zoom", "軸"]),
    row(&[Char('-')], Action::Zoom(Zoom::Out), Look, ["缩小", "farther", "縮小"]),
    row(&[Char('0')], Action::Zoom(Zoom::All), Look, ["全部", "all of it", "全体"]),
    row(&[Char('h'), Left], Action::Zoom(Zoom::Left), Look, ["向左", "to the left", "左へ"]),
    row(&[Char('l'), Right], Action::Zoom(Zoom::Right), Look, ["向右", "to the right", "右へ"]),
    row(&[Char('K')], Action::Zoom(Zoom::Up), Look, ["地图向上", "map: up", "地図：上へ"]),
    row(&[Char('J')], Action::Zoom(Zoom::Down), Look, ["地图向下", "map: down", "地図：下へ"]),
    row(
        &[Char('L')],
        Action::Language,
        Program,
        ["语言：中文、English、日本語", "language: 中文, English, 日本語", "言語：中文、English、日本語"],
    )
    .hinted(["语言", "language", "言語"]),
    row(
        &[Char('e')],
        Action::Edit,
        Program,
        ["在编辑器中打开这一件", "edit the file at this event", "この出来事をエディターで開く"],
    ),
    row(&[Char('!')], Action::Problems, Program, ["文件中的问题", "problems in the file", "ファイルの問題"]),
    row(&[Char('?')], Action::Help, Program, ["本帮助", "this help", "このヘルプ"]).hinted(["帮助", "help", "ヘルプ"]),
    row(&[Esc], Action::Out, Program, ["退出当前一层", "step out, never quits", "一段戻る（終了しない）"]),
    row(&[Ctrl('l')], Action::Repaint, Program, ["重画屏幕", "paint the screen anew", "画面を描き直す"]),
    row(&[Ctrl('z')], Action::Suspend, Program, ["暂停；fg 回来", "suspend; fg comes back", "中断；fgで再開"]),
    row(&[Char('q'), Ctrl('c')], Action::Quit, Program, ["退出", "quit", "終了"]).hinted(["退出", "quit", "終了"]),
];

/// The rows that are there for somebody, in the order of the help.
pub fn bindings(access: Access) -> impl Iterator<Item = &'static Binding> {
    KEYMAP.iter().filter(move |binding| access.has(binding.action.ability()))
}

/// The keys that the status line names while a pane has them, the most needed first: a
/// newcomer must at least find help, the way out and, where one is shown, the other pane.
pub fn hints(focus: Pane, access: Access) -> impl Iterator<Item = &'static Binding> {
    let first = [Action::Help, Action::Quit, Action::SwitchPane, Action::Move(Motion::Next)];
    let then = match focus {
        Pane::Page => [Action::Follow, Action::Return, Action::Why, Action::Language],
        Pane::List => [Action::Move(Motion::ThreadNext), Action::Why, Action::Zoom(Zoom::In), Action::Language],
    };
    first.into_iter().chain(then).filter_map(move |action| bindings(access).find(|binding| binding.action == action))
}

/// The action of a key; `pending` is the count typed so far.
///
/// A digit goes on with a count or begins one; only `0` cannot begin one.
pub fn resolve(pending: Option<usize>, key: Key) -> Option<Action> {
    match key {
        Char(digit @ '1'..='9') => Some(Action::Digit(digit as u8 - b'0')),
        Char('0') if pending.is_some() => Some(Action::Digit(0)),
        _ => KEYMAP.iter().find(|binding| binding.keys.contains(&key)).map(|binding| binding.action.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_stands_twice() {
        let keys: Vec<Key> = KEYMAP.iter().flat_map(|binding| binding.keys).copied().collect();
        for (at, key) in keys.iter().enumerate() {
            assert!(!keys[..at].contains(key), "{key:?} stands twice");
            assert!(!matches!(key, Char('1'..='9')), "{key:?} begins a count");
        }
    }

    #[test]
    fn digits_are_counts_but_a_zero_alone_is_a_key() {
        assert_eq!(resolve(None, Char('5')), Some(Action::Digit(5)));
        assert_eq!(resolve(Some(5), Char('0')), Some(Action::Digit(0)));
        assert_eq!(resolve(None, Char('0')), Some(Action::Zoom(Zoom::All)));
        assert_eq!(resolve(None, Char('Z')), None);
    }
}
