//! An event in, a citation out, in three languages.

use crate::common::{EVENTS, content};
use crate::lenses::edition;
use annals::date::Language;
use annals::view::Glyphs;
use annals::view::citation::citation;

fn check(text: &str, id: &str, language: Language, expected: &[&str]) {
    let content = content(text);
    let event = content.chronology.find(id).expect("the event");
    let found = citation(event, edition(&content, language, &Glyphs::UNICODE));
    assert_eq!(found.lines().collect::<Vec<_>>(), expected, "{id} {language:?}");
}

#[test]
fn it_names_the_event_its_date_what_it_rests_on_and_the_chronology() {
    check(
        EVENTS,
        "sister-cities-palmerston-north",
        Language::En,
        &[
            "“Sister cities: Guiyang and Palmerston North”, some time in 1992",
            "Sources: Palmerston North City Council, “Media release on 10,000 masks”, 15 April 2020, https://www.pncc.govt.nz/news-events/media-releases/sister-city-donates-10-000-medical-masks-to-palmerston-north/",
            "In the chronology “Guiyang and its friends abroad, 2020”",
        ],
    );
    check(
        EVENTS,
        "thanks-gunma",
        Language::En,
        &[
            "“Nakamura of Gunma writes his thanks”, some time in 2020 (inferred; known: some time between 13 January and 26 October 2020)",
            "Sources: Guiyang Foreign Affairs Office, “Report on the visit of the Japanese local governments' representatives to Guiyang”, 26 October 2020",
            "In the chronology “Guiyang and its friends abroad, 2020”",
        ],
    );
    check(
        EVENTS,
        "exhibition-stationery",
        Language::Zh,
        &[
            "“‘和风雅翰’线上文房展”，2020年某月（可知：2020年1月1日至10月26日之间）",
            "来源：贵阳市外事办，“贵阳市外事办关于日本地方政府驻华代表来访的报道”，2020年10月26日",
            "见年表“贵阳与海外友人，2020年”",
        ],
    );
    check(
        EVENTS,
        "report-published",
        Language::Ja,
        &[
            "「訪問の報道が公開される」、2020年10月26日",
            "出典：貴陽市外事弁公室、「日本の自治体代表団の貴陽訪問についての報道」、2020年10月26日",
            "年表「貴陽と海外の友人たち、2020年」より",
        ],
    );
}

#[test]
fn it_leaves_out_what_is_not_there() {
    let bare = "format = 1\n[[event]]\nid = \"lost\"\ntitle = \"A lost letter\"\n";
    check(bare, "lost", Language::En, &["“A lost letter”, undated"]);
    check(bare, "lost", Language::Zh, &["“A lost letter”，日期不明"]);
}

#[test]
fn a_source_that_announced_the_event_says_so() {
    let text = "format = 1\n[[source]]\nid = \"s\"\ntitle = \"Plans\"\n[[event]]\nid = \"e\"\ndate = \"2020\"\n\
                title = \"E\"\nsources = [{ id = \"s\", announces = true }]\n";
    check(
        text,
        "e",
        Language::En,
        &["“E”, some time in 2020", "Sources: “Plans”, day of publication not known, announced beforehand"],
    );
}
