//! What a reader asks of the built-in chronology: the question, at most six keys, and what of
//! the answer is on the picture then.

use crate::common::{EVENTS, explored};
use annals::app::Key;
use annals::date::Language::{self, En, Ja, Zh};
use annals::ui::{paint, picture};

/// A letter that is typed is a key as well.
const MOST_KEYS: usize = 6;

/// Question, language, keys, what is to be read.
const QUESTIONS: &[(&str, Language, &str, &[&str])] = &[
    ("Since when have they been friends?", En, "", &["in 1992", "Sister cities: Guiyang and Palmerston North"]),
    (
        "What went to Yokohama, and what came back?",
        En,
        "/ hb tab",
        &["5 certainly", "Protective goods for Yok", "Letters of sympathy", "Yokohama's mayor writes"],
    ),
    ("Who answered whom?", En, "3 tab end", &["Nakamura (中村紀… 2←1", "Hayashi Fumiko    1←", "Francesco Rucco   1←"]),
    (
        "What did Gunma's friendship association give, and what did it get?",
        En,
        "3 j j j j j",
        &["5 events: → gave in 3, ← received in 2", "→ Masks from Gunma"],
    ),
    ("Where in the world did help go?", En, "2", &["County Meath", "Vicenza ×6", "Burnaby", "Palmerston North"]),
    ("贵阳与新西兰之间有过什么？", Zh, "f 4 j j j space", &["[x] 新西兰", "country:NZ", "确定3件"]),
    ("What rests on the main report alone?", En, "4", &["28 events, 19 on this source alone"]),
    ("各来源在哪里说法不一？", Zh, "4", &["各来源说法不一", "无人驾驶企业翰凯斯创立", "2014年内", "2017年内"]),
    ("What did the Italian agency report?", En, "4 j j", &["5 events, 2 on this source alone", "Guiyang and Vicenza"]),
    ("2020年3月发生了什么？", Zh, "f 6 j j j space", &["[x]   2020年3月", "date:2020-03", "确定3件，可能17件"]),
    ("What has no exact date?", En, "f 7 j space", &["[x] known less well", "is:vague", "30 certainly, 0 possibly"]),
    ("日まで分かっているのは何件か。", Ja, "f 7 space", &["[x] 日まで判明", "is:exact", "確実10件"]),
    (
        "Why is it certain that the goods for Yokohama were sent before 26 October?",
        En,
        "/ hb enter w",
        &["Why these days", "began no later than 26 October 2020"],
    ),
    (
        "谁参加了十月的来访？",
        Zh,
        "/ 来访",
        &["日本地方政府驻华代表团来访", "2020年10月21日至23日", "日本贸易振兴机构成都代表处"],
    ),
    ("Who came from the offices in Shanghai?", Zh, "/ 上海", &["永井浩二", "川岛知子", "泷正典"]),
    (
        "What was done on each day of the visit?",
        En,
        "end",
        &["21–23 Oct", "22 Oct", "23 Oct", "Reception by vice govern…"],
    ),
    (
        "“和风雅翰”是谁办的？",
        Zh,
        "/ hfyh",
        &["“和风雅翰”线上文房展", "日本贵州之友会", "日本花道远州流", "日本香道直心流"],
    ),
    ("世卫组织何时称之为大流行？", Zh, "/ swzz", &["世卫组织", "2020年3月11日"]),
    ("How many masks did Palmerston North get?", En, "/ bps down down", &["10,000 medical masks", "15 April 2020"]),
    ("What reached Vicenza?", En, "/ 40000", &["Protective goods reach Vicenza", "40,000", "5,000", "1,000"]),
    ("中村紀雄とは誰か。", Ja, "/ 中村", &["中村紀雄", "群馬県日中友好協会会長"]),
    ("陈晏写过哪些信？", Zh, "/ cy tab", &["陈晏市长致信维琴察", "贵阳赠北帕市1万只医用"]),
    ("谁与贵阳开过视频会议？", Zh, "/ sphy tab", &["与阿根廷正义党的视频", "贵阳与维琴察视频会议"]),
    ("アイルランドのミース県には何が送られたか。", Ja, "/ ミース", &["ミース県", "アイルランド", "医療"]),
    ("Tell me the whole story.", En, "p", &["A year of helping one another", "1 of 12"]),
];

#[test]
fn every_question_is_answered_in_six_keys() {
    assert!(QUESTIONS.len() >= 20);
    let mut unanswered = Vec::new();
    for (question, language, keys, answer) in QUESTIONS {
        let pressed: usize = Key::script(keys).iter().map(Vec::len).sum();
        assert!(pressed <= MOST_KEYS, "{question} takes {pressed} keys");
        let shown = picture(&paint(&explored(EVENTS, (100, 30), *language, keys)));
        let missing: Vec<_> = answer.iter().filter(|part| !shown.contains(**part)).collect();
        if !missing.is_empty() {
            unanswered.push(format!("{question} {keys}: no {missing:?} in\n{shown}"));
        }
    }
    assert!(unanswered.is_empty(), "{}", unanswered.join("\n"));
}
