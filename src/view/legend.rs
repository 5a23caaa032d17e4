//! What the signs on the screen mean: a row for each, under the part of the screen that shows it.
//!
//! The signs of categories are the file's own: [`super::Edition`] knows them.

use super::{Glyphs, Words};

/// A row: signs that mean the same.
#[derive(Debug, Clone, Copy)]
pub struct Sign {
    /// As they are drawn, or an example of them.
    pub signs: fn(&Glyphs, &Words) -> Vec<String>,
    /// What they mean, by the order of [`crate::date::Language::ALL`].
    pub meaning: [&'static str; 3],
}

/// The signs of a part of the screen.
#[derive(Debug, Clone, Copy)]
pub struct Chapter {
    /// Its heading, by the order of [`crate::date::Language::ALL`].
    pub heading: [&'static str; 3],
    /// Its rows.
    pub signs: &'static [Sign],
}

/// The heading of the categories, by the order of [`crate::date::Language::ALL`].
pub const CATEGORIES: [&str; 3] = ["类别的符号", "Categories", "種類の記号"];

/// All signs that the program has of its own.
pub const LEGEND: &[Chapter] = &[
    Chapter { heading: ["时间轴上的符号", "On the axis", "時間軸の記号"], signs: AXIS },
    Chapter { heading: ["地图上的符号", "On the map", "地図の記号"], signs: MAP },
    Chapter { heading: ["参与者视角的符号", "Among the actors", "参加者の視点の記号"], signs: ACTORS },
    Chapter { heading: ["来源视角的符号", "Among the sources", "出典の視点の記号"], signs: SOURCES },
];

const AXIS: &[Sign] = &[
    Sign {
        signs: |glyphs, _| owned(&[glyphs.day]), meaning: ["确在这一天", "on this very day", "まさにその日"]
    },
    Sign {
        signs: |_, _| owned(&["2-9", "+"]),
        meaning: [
            "这几天有几件，+ 为十件以上",
            "so many events on these days, + ten or more",
            "その日々の件数、+ は十件以上",
        ],
    },
    Sign {
        signs: |glyphs, _| owned(&[glyphs.lasting]),
        meaning: ["在这些天里持续", "went on through these days", "その間続いた"],
    },
    Sign {
        signs: |glyphs, _| owned(&[glyphs.possible]),
        meaning: ["在其间某时，具体不明", "at some time within, no one knows when", "その間のいつか、詳細は不明"],
    },
    Sign {
        signs: |glyphs, _| owned(&[glyphs.narrow]),
        meaning: [
            "同上，但比周围的更确切",
            "the same, known more closely than what is around it",
            "同じく、周りよりも狭い範囲に絞られる",
        ],
    },
    Sign {
        signs: |glyphs, _| owned(&[glyphs.open_left, glyphs.open_right]),
        meaning: ["最早、最晚的日期不明", "no first, no last day is known", "最初の日、最後の日が不明"],
    },
    Sign {
        signs: |glyphs, _| {
            owned(&[
                glyphs.selected_day,
                glyphs.selected_lasting,
                glyphs.selected_possible,
                glyphs.selected_open_left,
                glyphs.selected_open_right,
            ])
        },
        meaning: [
            "选中的事件：某天、持续、可能、不明",
            "the selected event: day, duration, possible, open",
            "選択中の出来事：日、期間、可能性、不明",
        ],
    },
    Sign {
        signs: |glyphs, _| owned(&[glyphs.bounding_day, glyphs.bounding_lasting, glyphs.bounding_possible]),
        meaning: [
            "显示依据时：选中事件的日期所依据的事件",
            "while the page tells why: events on which the selected one's days rest",
            "根拠の表示中：選択中の日付の根拠となる出来事",
        ],
    },
    Sign {
        signs: |glyphs, _| owned(&[glyphs.boundary, glyphs.gap]),
        meaning: [
            "年或月的开头；省略没有事件的时段",
            "a year or month begins; time without events is left out",
            "年や月の始まり、出来事のない期間の省略",
        ],
    },
    Sign {
        signs: |glyphs, _| owned(&[glyphs.more_left, glyphs.more_right]),
        meaning: ["左边、右边还有", "there is more to the left, to the right", "左、右に続きがある"],
    },
    Sign {
        signs: |_, _| owned(&[".."]),
        meaning: [
            "1月13日..10月26日：在其间某一天或某些天",
            "13 Jan..26 Oct: on one of these days or over some",
            "1月13日..10月26日：その間のある日またはある期間",
        ],
    },
];

const MAP: &[Sign] = &[
    Sign {
        signs: |glyphs, _| owned(&[glyphs.day]),
        meaning: ["有事件的地点", "a place that events touch", "出来事のある場所"],
    },
    Sign {
        signs: |glyphs, _| owned(&[glyphs.selected_day]),
        meaning: ["选中事件的地点", "a place of the selected event", "選択中の出来事の場所"],
    },
    Sign {
        signs: |glyphs, _| owned(&glyphs.heads),
        meaning: ["由给予者到接受者", "from giver to receiver", "贈った側から受けた側へ"],
    },
    Sign {
        signs: |glyphs, _| vec![format!("{}3", glyphs.times)],
        meaning: [
            "地名后：该地的件数；路线上：经过该路线的件数",
            "behind a name: so many events there; on a route: so many along it",
            "地名の後：その地の件数；経路の上：その経路の件数",
        ],
    },
    Sign {
        signs: |_, _| owned(&["+2"]),
        meaning: [
            "地名后：同一处还有几个地点",
            "behind a name: so many more places in the same spot",
            "地名の後：同じ位置にさらに幾つかの場所",
        ],
    },
    Sign {
        signs: |_, words| vec![words.not_on_map(3, 0, false)],
        meaning: [
            "无法标在地图上的事件；列表中仍有",
            "events that cannot stand on the map; the list has them",
            "地図に示せない出来事；一覧にはある",
        ],
    },
    Sign {
        signs: |_, words| vec![words.not_on_map(0, 2, false)],
        meaning: [
            "地点都在地图边界之外的事件",
            "events whose places lie beyond the edges of the map",
            "場所がすべて地図の端の外にある出来事",
        ],
    },
    Sign {
        signs: |_, words| vec![words.not_on_map(0, 0, true)],
        meaning: [
            "路线多得分辨不清；先画所选事件的路线",
            "there are more routes than can be told apart; those of the selected event come before others",
            "見分けられないほど経路が多い。選んだ出来事の経路を優先して描く",
        ],
    },
];

const ACTORS: &[Sign] = &[
    Sign {
        signs: |glyphs, _| owned(&[glyphs.arrow]), meaning: ["给予、寄出", "gave or sent", "贈った・送った"]
    },
    Sign {
        signs: |glyphs, _| owned(&[glyphs.back]),
        meaning: ["收到；表中：回应", "received; in the table: in answer", "受けた；表では返答"],
    },
    Sign {
        signs: |glyphs, _| owned(&[glyphs.bullet]),
        meaning: [
            "其他参与；表中：没有往来",
            "took part otherwise; in the table: nothing went that way",
            "その他の参加；表ではやり取りなし",
        ],
    },
];

const SOURCES: &[Sign] = &[Sign {
    signs: |glyphs, _| owned(&[glyphs.day]),
    meaning: ["仅见于此来源的事件", "an event that rests on this source alone", "この出典だけによる出来事"],
}];

fn owned(signs: &[&str]) -> Vec<String> {
    signs.iter().map(|&sign| sign.to_owned()).collect()
}
