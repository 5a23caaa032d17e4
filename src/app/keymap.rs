//! The table of keys. Help, status line and manual are made from it.

use super::action::{Action, Motion, Zoom};
use super::{Key, Pace, Stroke};
use crate::chronology::query::FacetKind;
use crate::date::Language;
use crate::view::Lens;
use std::borrow::Cow;

/// What the keys do: they mean different things while something is typed, chosen or played.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Mode {
    /// They step through the chronology.
    #[default]
    Explore,
    /// They type a query.
    Find,
    /// They choose values of facets; those that mean nothing there do what they always do.
    Facets,
    /// They step through a tour; those of the program do what they always do.
    Tour,
}

/// What a group of keys is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    /// Stepping through events.
    Step,
    /// Following what belongs together.
    Follow,
    /// Asking what the chronology knows.
    Find,
    /// Typing the query.
    Line,
    /// Choosing values of facets.
    Facets,
    /// While a tour is played.
    Tour,
    /// What is looked at: lens, axis, map.
    Look,
    /// The program itself.
    Program,
}

impl Section {
    /// All sections, in the order of the help.
    pub const ALL: [Self; 8] =
        [Self::Step, Self::Follow, Self::Find, Self::Look, Self::Program, Self::Line, Self::Facets, Self::Tour];

    /// The section's heading.
    pub const fn heading(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Step, Language::En) => "Step",
            (Self::Step, Language::Zh) => "浏览",
            (Self::Step, Language::Ja) => "移動",
            (Self::Follow, Language::En) => "Follow",
            (Self::Follow, Language::Zh) => "追溯",
            (Self::Follow, Language::Ja) => "たどる",
            (Self::Find, Language::En) => "Find",
            (Self::Find, Language::Zh) => "查找",
            (Self::Find, Language::Ja) => "検索",
            (Self::Line, Language::En) => "While typing a query",
            (Self::Line, Language::Zh) => "输入查询时",
            (Self::Line, Language::Ja) => "検索式の入力中",
            (Self::Facets, Language::En) => "Among the facets",
            (Self::Facets, Language::Zh) => "在分面中",
            (Self::Facets, Language::Ja) => "絞り込みの中",
            (Self::Tour, Language::En) => "In a tour",
            (Self::Tour, Language::Zh) => "在导览中",
            (Self::Tour, Language::Ja) => "ツアーの中",
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
#[derive(Debug, Clone, PartialEq)]
pub struct Binding {
    /// Any of these keys ...
    pub keys: Cow<'static, [Key]>,
    /// ... does this.
    pub action: Action,
    /// Where the help lists it.
    pub section: Section,
    /// When they do.
    pub mode: Mode,
    /// What it does, by the order of [`Language::ALL`].
    pub help: [&'static str; 3],
    /// The same in a word or two for the status line, for the keys that stand there; see [`super::Bindings::hints`].
    pub hint: Option<[&'static str; 3]>,
}

const fn row(keys: &'static [Key], action: Action, section: Section, help: [&'static str; 3]) -> Binding {
    Binding { keys: Cow::Borrowed(keys), action, section, mode: Mode::Explore, help, hint: None }
}

impl Binding {
    const fn within(mut self, mode: Mode) -> Self {
        self.mode = mode;
        self
    }

    const fn hinted(mut self, hint: [&'static str; 3]) -> Self {
        self.hint = Some(hint);
        self
    }

    /// What it does, in a language.
    pub const fn help(&self, language: Language) -> &'static str {
        self.help[language as usize]
    }
}

use Key::{
    BackTab, Backspace, Char, Ctrl, Delete, Down, End, Enter, Esc, Home, Left, PageDown, PageUp, Right, Tab, Up,
};
use Section::{Facets, Find, Follow, Line, Look, Program, Step, Tour};

/// What the status line says of all lenses together.
const LENS: [&str; 3] = ["视角", "lens", "視点"];

/// Every key, in the order of the help. Digits begin counts as well: see [`super::Bindings::resolve`].
pub const KEYMAP: &[Binding] = &[
    row(
        &[Down, Char('j')],
        Action::Move(Motion::Next),
        Step,
        ["下一件；前加数字则下移几件", "next event; behind a number: so many on", "次の出来事；数の後ならその数だけ先"],
    )
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
        ["第一件；前加数字则到第几件", "first event; behind a number: that one", "最初；数の後ならその番目"],
    ),
    row(
        &[End, Char('G')],
        Action::Move(Motion::Last),
        Step,
        ["最后一件；前加数字则到第几件", "last event; behind a number: that one", "最後；数の後ならその番目"],
    ),
    row(&[Tab, BackTab], Action::SwitchPane, Follow, ["在列表与详情之间切换", "list or page", "一覧と詳細の切替"])
        .hinted(["窗格", "pane", "切替"]),
    row(
        &[Enter],
        Action::Follow,
        Follow,
        [
            "到详情；再按则到所选事件；参与者、来源：按它查找",
            "to the page; there: follow the link; an actor, a source: ask for it",
            "詳細へ；そこでは項目をたどる；参加者・出典：それで検索",
        ],
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
    row(&[Char('}')], Action::Move(Motion::LaneNext), Follow, ["同行的下一件", "next in its lane", "同じ行の次"]),
    row(&[Char('{')], Action::Move(Motion::LanePrevious), Follow, ["同行的上一件", "before in its lane", "同じ行の前"]),
    row(&[Char('w')], Action::Why, Follow, ["日期的依据", "why these days", "日付の根拠"])
        .hinted(["依据", "why", "根拠"]),
    row(&[Char('/')], Action::Find, Find, ["查找", "find", "検索"]).hinted(["查找", "find", "検索"]),
    row(&[Char('n')], Action::Move(Motion::MatchNext), Find, ["下一件符合的", "next match", "次の該当"]),
    row(&[Char('N')], Action::Move(Motion::MatchPrevious), Find, ["上一件符合的", "match before", "前の該当"]),
    row(&[Char('f')], Action::Facets, Find, ["按分面筛选", "facets", "絞り込み"]).hinted(["分面", "facets", "絞込"]),
    row(
        &[Char('&')],
        Action::Rest,
        Find,
        ["隐藏或显示不符合的", "hide or dim what does not match", "該当しないものを隠す・薄く表示"],
    ),
    row(
        &[Enter],
        Action::Keep,
        Line,
        ["保留查询；日期或编号则跳到", "keep the query; go to a date or an id", "検索式を残す；日付やidならそこへ"],
    )
    .within(Mode::Find)
    .hinted(["保留", "keep", "残す"]),
    row(&[Esc, Ctrl('c')], Action::Out, Line, ["取消，恢复原状", "cancel: all is as it was before", "やめて元に戻す"])
        .within(Mode::Find)
        .hinted(["取消", "cancel", "やめる"]),
    row(&[Down, Ctrl('n')], Action::Move(Motion::MatchNext), Line, ["下一件符合的", "next match", "次の該当"])
        .within(Mode::Find)
        .hinted(["下一件", "next match", "次"]),
    row(&[Up, Ctrl('p')], Action::Move(Motion::MatchPrevious), Line, ["上一件符合的", "match before", "前の該当"])
        .within(Mode::Find),
    row(&[Tab], Action::Rest, Line, ["隐藏或显示不符合的", "hide or dim the others", "他を隠す・薄く表示"])
        .within(Mode::Find)
        .hinted(["隐藏其他", "hide others", "他を隠す"]),
    row(&[Left, Ctrl('b')], Action::Type(Stroke::Left), Line, ["向左一字", "a letter to the left", "一字左へ"])
        .within(Mode::Find),
    row(&[Right, Ctrl('f')], Action::Type(Stroke::Right), Line, ["向右一字", "a letter to the right", "一字右へ"])
        .within(Mode::Find),
    row(&[Home, Ctrl('a')], Action::Type(Stroke::Home), Line, ["到行首", "to the beginning", "行頭へ"])
        .within(Mode::Find),
    row(&[End, Ctrl('e')], Action::Type(Stroke::End), Line, ["到行尾", "to the end", "行末へ"]).within(Mode::Find),
    row(
        &[Backspace, Ctrl('h')],
        Action::Type(Stroke::Erase),
        Line,
        ["删去前一字", "take away the letter before", "前の一字を消す"],
    )
    .within(Mode::Find),
    row(
        &[Delete, Ctrl('d')],
        Action::Type(Stroke::Delete),
        Line,
        ["删去此字", "take away this letter", "この字を消す"],
    )
    .within(Mode::Find),
    row(
        &[Ctrl('w')],
        Action::Type(Stroke::EraseWord),
        Line,
        ["删去前一词", "take away the word before", "前の語を消す"],
    )
    .within(Mode::Find),
    row(&[Ctrl('u')], Action::Type(Stroke::EraseAll), Line, ["全部删去", "take away all before", "前をすべて消す"])
        .within(Mode::Find),
    row(&[Char(' ')], Action::Toggle, Facets, ["选中或取消", "choose, or no longer", "選ぶ・外す"])
        .within(Mode::Facets)
        .hinted(["选择", "choose", "選ぶ"]),
    row(&[Tab], Action::Move(Motion::FacetNext), Facets, ["下一个分面", "next facet", "次の項目群"])
        .within(Mode::Facets)
        .hinted(["下一分面", "next facet", "次の群"]),
    row(&[BackTab], Action::Move(Motion::FacetPrevious), Facets, ["上一个分面", "facet before", "前の項目群"])
        .within(Mode::Facets),
    row(&[Enter, Esc, Char('f')], Action::Out, Facets, ["关闭分面", "close the facets", "絞り込みを閉じる"])
        .within(Mode::Facets)
        .hinted(["关闭", "close", "閉じる"]),
    row(&[Char('1')], Action::Move(Motion::Facet(FacetKind::Category)), Facets, ["到类别", "to categories", "種類へ"])
        .within(Mode::Facets),
    row(
        &[Char('2')],
        Action::Move(Motion::Facet(FacetKind::Actor)),
        Facets,
        ["到参与者", "to who took part", "参加者へ"],
    )
    .within(Mode::Facets),
    row(&[Char('3')], Action::Move(Motion::Facet(FacetKind::Place)), Facets, ["到地点", "to places", "場所へ"])
        .within(Mode::Facets),
    row(&[Char('4')], Action::Move(Motion::Facet(FacetKind::Country)), Facets, ["到国家", "to countries", "国へ"])
        .within(Mode::Facets),
    row(&[Char('5')], Action::Move(Motion::Facet(FacetKind::Source)), Facets, ["到来源", "to sources", "出典へ"])
        .within(Mode::Facets),
    row(&[Char('6')], Action::Move(Motion::Facet(FacetKind::Year)), Facets, ["到年份", "to years", "年へ"])
        .within(Mode::Facets),
    row(
        &[Char('7')],
        Action::Move(Motion::Facet(FacetKind::Certainty)),
        Facets,
        ["到日期确知程度", "to how well the days are known", "日付の確かさへ"],
    )
    .within(Mode::Facets),
    row(&[Char('8')], Action::Move(Motion::Facet(FacetKind::Tag)), Facets, ["到标签", "to tags", "タグへ"])
        .within(Mode::Facets),
    row(&[Char('1')], Action::Look(Lens::Chronology), Look, ["视角：时间轴", "lens: chronology", "視点：時間軸"])
        .hinted(LENS),
    row(&[Char('2')], Action::Look(Lens::Map), Look, ["视角：地图", "lens: map", "視点：地図"]).hinted(LENS),
    row(&[Char('3')], Action::Look(Lens::Actors), Look, ["视角：参与者", "lens: actors", "視点：参加者"]).hinted(LENS),
    row(&[Char('4')], Action::Look(Lens::Sources), Look, ["视角：来源", "lens: sources", "視点：出典"]).hinted(LENS),
    row(
        &[Char('a')],
        Action::Lanes,
        Look,
        [
            "时间轴分行：类别、参与者、国家、来源",
            "lanes: category, actor, country, source",
            "軸の行：種類、参加者、国、出典",
        ],
    ),
    row(&[Char('p')], Action::Tour, Look, ["播放导览", "play the tour", "ツアーを再生"]).hinted([
        "导览",
        "tour",
        "ツアー",
    ]),
    row(
        &[Right, Down, Char(' '), Enter, Char('l'), Char('j'), Char('n'), PageDown],
        Action::Move(Motion::Next),
        Tour,
        ["下一步", "next step", "次の場面"],
    )
    .within(Mode::Tour)
    .hinted(["下一步", "next", "次"]),
    row(
        &[Left, Up, Backspace, Char('h'), Char('k'), Char('N'), PageUp],
        Action::Move(Motion::Previous),
        Tour,
        ["上一步", "step before", "前の場面"],
    )
    .within(Mode::Tour)
    .hinted(["上一步", "back", "前"]),
    row(&[Home, Char('g')], Action::Move(Motion::First), Tour, ["第一步", "first step", "最初の場面"])
        .within(Mode::Tour),
    row(&[End, Char('G')], Action::Move(Motion::Last), Tour, ["最后一步", "last step", "最後の場面"])
        .within(Mode::Tour),
    row(&[Char('p')], Action::Tour, Tour, ["自动播放或停止", "autoplay, or no longer", "自動で進む・止める"])
        .within(Mode::Tour)
        .hinted(["自动播放", "autoplay", "自動"]),
    row(&[Char('+'), Char('=')], Action::Pace(Pace::Slower), Tour, ["停留更久", "longer pause", "間を長く"])
        .within(Mode::Tour),
    row(&[Char('-')], Action::Pace(Pace::Faster), Tour, ["停留更短", "shorter pause", "間を短く"]).within(Mode::Tour),
    row(&[Esc, Char('q'), Ctrl('c')], Action::Out, Tour, ["离开导览", "leave the tour", "ツアーを終える"])
        .within(Mode::Tour)
        .hinted(["离开", "leave", "終える"]),
    row(&[Char('+'), Char('=')], Action::Zoom(Zoom::In), Look, ["放大", "closer", "拡大"])
        .hinted(["放大", "closer", "拡大"]),
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
        &[Char('t')],
        Action::Theme,
        Program,
        [
            "主题：深色、浅色、高对比度、无色",
            "theme: dark, light, high contrast, none",
            "配色：暗、明、高コントラスト、色なし",
        ],
    ),
    row(
        &[Char('y')],
        Action::Copy,
        Program,
        ["复制这一件的引用文字", "copy a citation of this event", "この出来事の引用文をコピー"],
    ),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_stands_twice() {
        let keys: Vec<(Mode, Key)> =
            KEYMAP.iter().flat_map(|binding| binding.keys.iter().map(|key| (binding.mode, *key))).collect();
        for (at, key) in keys.iter().enumerate() {
            assert!(!keys[..at].contains(key), "{key:?} stands twice");
            assert!(!matches!(key, (Mode::Tour, Char('1'..='9'))), "{key:?} begins a count");
            assert!(!matches!(key, (Mode::Find, Char(_))), "{key:?} is to be typed");
        }
    }

    #[test]
    fn every_lens_and_every_facet_has_its_digit() {
        let check = |digit: usize, mode, action: Action| {
            let key = char::from_digit(digit as u32, 10).map(Char);
            let row = KEYMAP.iter().find(|row| row.action == action).expect("a row");
            assert_eq!((row.keys.first().copied(), row.mode), (key, mode), "{action:?}");
        };
        let lenses = Lens::ALL.into_iter().enumerate();
        lenses.for_each(|(at, lens)| check(at + 1, Mode::Explore, Action::Look(lens)));
        let facets = FacetKind::ALL.into_iter();
        facets.for_each(|kind| check(kind.digit(), Mode::Facets, Action::Move(Motion::Facet(kind))));
    }

    #[test]
    fn a_lens_is_called_the_same_everywhere() {
        for (lens, language) in Lens::ALL.into_iter().flat_map(|lens| Language::ALL.map(|language| (lens, language))) {
            let row = KEYMAP.iter().find(|row| row.action == Action::Look(lens)).expect("a row");
            assert!(row.help(language).ends_with(lens.name(language)), "{}", row.help(language));
        }
    }
}
