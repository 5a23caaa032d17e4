//! Queries: what they find, how they are written, where they are wrong, how facets write them.

use crate::common::{EVENTS, content};
use annals::chronology::query::{COMPARISONS, FIELDS, FacetKind, Found, Index, Match, Query, QueryError, STATES};
use annals::chronology::{Chronology, EventNo};
use annals::date::Language;
use proptest::prelude::*;
use std::sync::LazyLock;

static CHRONOLOGY: LazyLock<Chronology> = LazyLock::new(|| content(EVENTS).chronology);
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&CHRONOLOGY));

fn query(text: &str) -> Query {
    Query::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn found(text: &str) -> Found {
    INDEX.find(&query(text))
}

/// The ids of what is found; those that only may match have a `?` behind them.
fn ids(text: &str) -> Vec<String> {
    let mark = |matched| if matched == Match::Possibly { "?" } else { "" };
    found(text).events().map(|(event, matched)| format!("{}{}", CHRONOLOGY[event].id(), mark(matched))).collect()
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(ids(text), expected, "{text}");
}

/// That all of these find the same events, and some.
fn check_same(queries: &[&str]) {
    let first = ids(queries[0]);
    assert!(!first.is_empty(), "{} finds something", queries[0]);
    for other in &queries[1..] {
        assert_eq!(ids(other), first, "{other} and {}", queries[0]);
    }
}

#[test]
fn a_place_is_found_in_every_form_and_reading() {
    check_same(&[
        "横滨",
        "横浜",
        "橫濱",
        "hengbin",
        "HENGBIN",
        "heng bin",
        "hb",
        "yokohama",
        "Yokohama",
        "ＹＯＫＯＨＡＭＡ",
        "よこはま",
        "ヨコハマ",
        "ﾖｺﾊﾏ",
    ]);
    check_same(&["gunma", "ぐんま"]);
    check_same(&["重庆", "重慶", "chongqing", "cq", "zhongqing"]);
    check_same(&["维琴察", "ヴィチェンツァ", "vicenza", "weiqincha", "wqc"]);
    check_same(&["actor:guiyang", "actor:GUIYANG"]);
    check_same(&["actor:hayashi-fumiko", "actor:linwenzi", "actor:林文", "actor:\"fumiko h\"", "actor:hayashi"]);
    check_same(&["渡边", "渡邊", "渡邉", "watanabe", "dubian"]);
}

#[test]
fn words_must_all_match_and_or_offers_alternatives() {
    check("protective goods ibaraki", &["masks-ibaraki", "goods-ibaraki"]);
    check("covid-19 goggles category:donation", &["goods-vicenza"]);
    check("\"10,000 medical masks\"", &["masks-palmerston-north"]);
    check("10000 category:donation", &["masks-palmerston-north"]);
    check("\"medical mask\"", &[]);
    check("id-that-is-none", &[]);
    check_same(&[
        "category:talks or category:exhibition",
        "category:exhibition,talks",
        "(category:talks OR category:exhibition)",
    ]);
    check_same(&["category:video -vicenza", "-vicenza category:video", "-(vicenza or -category:video)"]);
    check_same(&["category:donation （横滨 or 茨城）", "category：donation (yokohama or ibaraki)"]);
    assert_eq!(ids(""), ids("-(id-that-is-none)"), "nothing asked finds everything");
}

#[test]
fn a_title_is_found_by_pinyin_that_is_still_typed_and_by_initials() {
    // 和风雅翰
    for typed in ["hf", "hfy", "hfyh", "hefengyah"] {
        check(typed, &["exhibition-stationery"]);
    }
    check_same(&["和风雅翰", "hefengyahan"]);
    // Two letters are the initials of what a title begins with; three of what it says elsewhere,
    // and of what is merely told only where no title has them.
    check("yh", &[]);
    check("fyh", &["exhibition-stationery"]);
    check("wfz", &["exhibition-stationery"]);
    check("wmlz", &[]);
    // What is merely told has so many initials that they are possible ones; then so is the rest.
    assert_eq!((found("zzz").certain, found("-zzz").certain), (0, CHRONOLOGY.events.len() - found("zzz").possible));
    assert!(found("zzz").possible > 0);
    // What is found otherwise is never drowned by initials.
    check_same(&["hb", "横滨"]);
    check_same(&["gy -from:guiyang", "gy -from:guiyang"]);
}

#[test]
fn what_their_own_people_do_counts_for_organisations() {
    check("from:vicenza", &["thanks-vicenza"]);
    check_same(&["from:yokohama", "from:hayashi-fumiko"]);
    check("to:gunma-friendship from:guiyang", &["goods-gunma", "letters-of-sympathy"]);
    assert_eq!(ids("actor:vicenza").len(), 7, "six of its own, and what its mayor wrote");
    assert_eq!(ids("actor:rucco").len(), 2, "but not the other way round");
}

#[test]
fn a_country_is_asked_for_by_its_code_or_its_name() {
    check_same(&["country:JP", "country:日本", "country:japan", "country:riben", "country:\"Japan\""]);
    check_same(&["country:NZ", "country:新西兰", "country:新西蘭", "country:\"new zealand\"", "country:xxl"]);
    // As a word its name finds it where no text has the word; its code never does.
    check_same(&["canada", "country:CA", "カナダ", "加拿大", "jianada"]);
    assert!(found("china").certain < found("china or country:CN").certain, "texts that say it come alone");
    check("nz", &[]);
    let facets = INDEX.facets(&CHRONOLOGY, &Query::default());
    let countries = facets.iter().find(|facet| facet.kind == FacetKind::Country).expect("countries");
    let japan = countries.values.iter().find(|value| value.id == "JP").expect("Japan");
    assert_eq!(Language::ALL.map(|language| japan.label.form(language)), [Some("日本"), Some("Japan"), Some("日本")]);
}

#[test]
fn what_only_part_of_a_word_says_is_not_found() {
    for noise in ["okohama", "asks", "ng", "engbin", "qx"] {
        check(noise, &[]);
    }
}

#[test]
fn fields_tell_who_gave_and_who_received() {
    check("to:yokohama category:donation", &["goods-yokohama"]);
    check("from:hayashi-fumiko", &["thanks-yokohama"]);
    check("category:donation from:grant-smith", &[]);
    check_same(&["country:IT", "country:it", "country:IT,it"]);
    assert!(ids("country:JP place:guiyang category:donation").contains(&"masks-gunma".to_owned()), "givers count");
    check_same(&["source:tvi-letter", "letter-chen-yan-vicenza or goods-vicenza source:tvi-letter"]);
    check_same(&["tag:big-data", "tag:\"big data\"", "tag:big"]);
}

#[test]
fn dates_are_certain_possible_or_not() {
    check("date==2020-04", &["thanks-vicenza", "masks-palmerston-north"]);
    check("date:2019-05-27", &["vicenza-delegation", "yokohama-exchanges-begin?"]);
    check("date<2000", &["sister-cities-palmerston-north", "yokohama-exchanges-begin?"]);
    check("date:2015 is:disputed", &["pix-moving-founded?"]);
    check("date>=2020-10-27", &[]);
    check_same(&["date:2016 -is:vague or date==2019", "date==2019"]);
    let (certain, possible) = (found("date:2020-03").certain, found("date:2020-03").possible);
    assert_eq!(found("-date:2020-03").possible, possible, "what may be may also not be");
    assert_eq!(certain + possible + found("-date:2020-03").certain, CHRONOLOGY.events.len());
    assert_eq!((found("date==2020-03").certain, found("date==2020-03").possible), (certain, 0));
}

#[test]
fn a_month_by_name_finds_what_may_have_been_then_beside_what_tells_of_it() {
    for (asked, date) in [("June 2020", "date:2020-06"), ("jun 2020", "date:2020-06"), ("2020年 六月", "date:2020-06")]
    {
        let (found, dated) = (found(asked), found(date));
        let events = |of: &Found, wanted| -> Vec<EventNo> {
            of.events().filter(|(_, matched)| *matched == wanted).map(|(event, _)| event).collect()
        };
        assert!(events(&dated, Match::Certainly).iter().all(|event| found.of(*event) == Match::Certainly), "{asked}");
        assert!(events(&dated, Match::Possibly).iter().all(|event| found.of(*event) != Match::No), "{asked}");
    }
    check("june is:exact", &["twinning-vicenza"]);
    assert_eq!(found("\"june\"").possible, 0, "what is in quotes is looked for in texts");
    assert_eq!(ids("\"june\"")[0], "thanks-vicenza");
    assert_eq!(found("june").of(EventNo::at(0)), Match::Possibly, "in 1992");
    assert_eq!(found("june 2020").of(EventNo::at(0)), Match::No);
    assert!(found("june thanks vicenza").certain > 0, "texts are looked through as well");
    check_same(&["12月 is:exact,vague", "十二月 is:exact,vague", "ＤＥＣＥＭＢＥＲ is:exact,vague"]);
    check_same(&["4月", "四月"]);
    check_same(&["2020年4月", "2020年四月"]);
    check_same(&["-june", "-\"june\" -june"]);
    assert!(found("heng bin jun 2020").events().count() > 0, "the name of a month behind a syllable");
    check_same(&["heng bin jun 2020", "jun 2020 heng bin"]);
}

#[test]
fn a_month_in_chinese_is_found_in_texts_in_either_writing() {
    let event =
        |(at, title): (usize, &str)| format!("[[event]]\nid = 'e{at}'\ntitle = '{title}'\ndate = '1999-05-05'\n");
    let titles = ["一月的信", "1月的信", "十一月的信", "11月的信", "2020年四月", "2020年4月", "统一"];
    let text = format!("format = 1\n{}", titles.into_iter().enumerate().map(event).collect::<String>());
    let chronology = content(&text).chronology;
    let index = Index::new(&chronology);
    for (asked, expected) in [
        ("一月", &["一月的信", "1月的信"][..]),
        ("1月", &["一月的信", "1月的信"]),
        ("十一月", &["十一月的信", "11月的信"]),
        ("11月", &["十一月的信", "11月的信"]),
        ("四月", &["2020年四月", "2020年4月"]),
        ("2020年四月", &["2020年四月", "2020年4月"]),
        ("\"四月\"", &["2020年四月"]),
        ("一", &["一月的信", "十一月的信", "统一"]),
    ] {
        let found = index.find(&query(asked));
        let titles: Vec<&str> = found
            .events()
            .map(|(event, _)| chronology[event].record.title.form(Language::Zh).unwrap_or_default())
            .collect();
        assert_eq!(titles, expected, "{asked}");
        assert!(titles.iter().all(|title| !found.marks(title).is_empty()), "{asked}");
    }
}

#[test]
fn states_divide_the_events() {
    let count = |text: &str| found(text).certain;
    let counts = CHRONOLOGY.counts();
    assert_eq!([count("is:exact"), count("is:vague"), count("is:undated")], [counts.day, counts.less, counts.undated]);
    assert_eq!(count("is:exact,vague,undated"), CHRONOLOGY.events.len());
    check("is:disputed", &["pix-moving-founded"]);
    check_same(&["is:answer", "-(-is:answer)"]);
    assert!(count("is:online") > 0 && count("is:single-source") > 0 && count("is:inferred is:doubtful") > 0);
}

fn check_error(text: &str, at: usize, length: usize, said: &str) {
    let error = Query::parse(text).expect_err(text);
    let told = error.to_string();
    assert_eq!((error.at, error.length), (at, length), "{text}: {told}");
    assert!(told.contains(said), "{text}: {told}");
    for language in [Language::Zh, Language::Ja] {
        let QueryError { mistake, .. } = &error;
        let told = mistake.message(language) + &mistake.help(language).unwrap_or_default();
        assert!(!told.contains("found") && !told.contains(['{', '}']), "{text}: {told}");
        assert!(mistake.help(language).is_some() || mistake.help(Language::En).is_none(), "{text}: {told}");
    }
}

#[test]
fn mistakes_are_told_with_their_place() {
    check_error("a colour:red", 3, 6, "expected one of category, actor");
    check_error("catgory:donation", 1, 7, "did you mean `category`?");
    check_error("is:vage", 4, 4, "did you mean `vague`?");
    check_error("横滨 date:2020-13", 14, 1, "expected a month from 01 to 12");
    check_error("date:2020,", 11, 0, "found nothing behind `,`");
    check_error("date<", 6, 0, "found nothing behind `date`");
    check_error("date=2020", 5, 1, "expected one of :, ==");
    check_error("date:[2014,2017]", 6, 5, "date:2014,2017");
    check_error("date:15/4/2020", 10, 1, "write `2020-04-15`");
    check_error("date:3/4/2020", 9, 1, "write `2020-04-03` for 3 April 2020, `2020-03-04` for 4 March 2020");
    check_error("date:20XX-12", 6, 7, "date with gaps");
    check_error("actor:", 7, 0, "expected a value");
    check_error("a (b", 3, 1, "expected `)`");
    check_error("a b) c", 4, 1, "without `(`");
    check_error("()", 2, 0, "nothing between");
    check_error("a or", 5, 0, "nothing behind `or`");
    check_error("or a", 1, 0, "nothing before `or`");
    check_error("a -", 4, 0, "behind `-`");
    check_error("a -or b", 4, 2, "found `or` behind `-`");
    check_error("a …", 3, 1, "no letter and no digit");
    check_error(&"(".repeat(21), 21, 1, "more than 20 parentheses");
    check_error(&"a ".repeat(501), 1001, 1, "more than 1000 characters");
}

#[test]
fn a_query_is_written_as_it_is_read() {
    for (text, written) in [
        ("  mask   横滨 ", "mask 横滨"),
        ("a or b c", "a or b c"),
        ("(a or b) c", "(a or b) c"),
        ("((a b)) (c)", "a b c"),
        ("--a -(b) -(c d)", "a -b -(c d)"),
        ("“new zealand", "\"new zealand\""),
        ("ACTOR：\"Palmerston North\"，guiyang", "actor:\"Palmerston North\",guiyang"),
        ("date:2020-03,2020-04 date<=2021 is:vague、exact", "date:2020-03,2020-04 date<=2021 is:vague,exact"),
        ("", ""),
    ] {
        assert_eq!(query(text).to_string(), written, "{text}");
    }
}

#[test]
fn letters_that_match_are_marked() {
    let check = |asked: &str, text: &str, expected: &[&str]| {
        let marks = found(asked).marks(text);
        let marked: Vec<&str> = marks.into_iter().map(|range| &text[range]).collect();
        assert_eq!(marked, expected, "{asked} in {text}");
    };
    check("hengbin", "在橫濱与横浜", &["橫濱", "横浜"]);
    check("hb", "向横滨市捐赠", &["横滨"]);
    check("hfyh", "“和风雅翰”线上文房展", &["和风雅翰"]);
    check("yokohama", "横浜市長 (Yokohama)", &["横浜", "Yokohama"]);
    check("goods", "Protective goods for Yokohama", &["goods"]);
    check("good yoko", "Protective goods for Yokohama", &["good", "Yoko"]);
    check("10,000", "10,000 medical masks", &["10,000"]);
    check("-yokohama goods", "Protective goods for Yokohama", &["goods"]);
    check("\"for yokohama\" category:donation", "Protective goods for Yokohama", &["for Yokohama"]);
    check("", "Protective goods", &[]);
}

#[test]
fn matches_are_stepped_through_round_and_round() {
    let found = found("category:talks");
    let events: Vec<EventNo> = found.events().map(|(event, _)| event).collect();
    let (first, last) = (events[0], events[events.len() - 1]);
    assert_eq!((found.next(first), found.next(last)), (Some(events[1]), Some(first)));
    assert_eq!((found.previous(first), found.previous(events[1])), (Some(last), Some(first)));
    assert_eq!(self::found("nowhere-at-all").next(first), None);
}

#[test]
fn an_id_or_a_date_alone_is_a_place() {
    let check = |text: &str, expected: Option<&str>| {
        assert_eq!(query(text).as_place(&CHRONOLOGY).map(|event| CHRONOLOGY[event].id()), expected, "{text}");
    };
    check("goods-yokohama", Some("goods-yokohama"));
    check("2020-04-15", Some("masks-palmerston-north"));
    check("2019-05-28", Some("vicenza-delegation"));
    check("1992", Some("sister-cities-palmerston-north"));
    for typed in ["2020/4/15", "2020.4.15", "2020-4-15", "20200415", "2020年4月15日", "2020年四月15日"] {
        check(typed, Some("masks-palmerston-north"));
    }
    for typed in ["15.4.2020", "15/4/2020", "4/15/2020", "15-04-2020"] {
        check(typed, Some("masks-palmerston-north"));
    }
    // Nobody knows which of both is meant.
    check("3/4/2020", None);
    check("10000", None);
    check("\"2020-04-15\"", None);
    check("goods", None);
    check("yokohama", None);
    check("goods-yokohama mask", None);
    check("", None);
}

#[test]
fn facets_only_write_the_query() {
    let check = |text: &str, kind, id: &str, expected: &str| {
        let query = query(text);
        let toggled = query.toggle(kind, id);
        assert_eq!(toggled.to_string(), expected, "{text} and {id}");
        assert_eq!(toggled.has(kind, id), !query.has(kind, id), "{text} and {id}");
    };
    check("", FacetKind::Category, "donation", "category:donation");
    check("mask", FacetKind::Category, "donation", "mask category:donation");
    check("category:donation mask", FacetKind::Category, "letter", "category:donation,letter mask");
    check("category:donation,letter mask", FacetKind::Category, "donation", "category:letter mask");
    check("category:letter mask", FacetKind::Category, "letter", "mask");
    check("category:letter", FacetKind::Category, "letter", "");
    check("a or b", FacetKind::Year, "2020", "(a or b) date:2020");
    check("date:2020-03 date:2019", FacetKind::Year, "2020", "date:2020-03 date:2019,2020");
    check("date:2020", FacetKind::Year, "2020-03", "date:2020-03");
    check("date:2019,2020-03,2020-04", FacetKind::Year, "2020", "date:2019,2020");
    check("date:2020-03", FacetKind::Year, "2020-04", "date:2020-03,2020-04");
    check("date:2020-03-15", FacetKind::Year, "2020-03", "date:2020-03-15 date:2020-03");
    check("date<2020", FacetKind::Year, "-0043", "date<2020 date:-0043");
    check("is:online", FacetKind::Certainty, "vague", "is:online is:vague");
    check("is:vague", FacetKind::Certainty, "exact", "is:vague,exact");
    check("", FacetKind::Tag, "two, words", "tag:\"two, words\"");
    check("-tag:a", FacetKind::Tag, "a", "-tag:a tag:a");
}

/// That a facet's value tells how many events it gives.
fn check_counts(index: &Index, chronology: &Chronology, base: &str) {
    for facet in index.facets(chronology, &query(base)) {
        assert!(!facet.values.is_empty(), "{:?}", facet.kind);
        for value in facet.values {
            let toggled = query(base).toggle(facet.kind, &value.id);
            let found = index.find(&toggled);
            let told = (value.certain, value.possible);
            if value.is_chosen {
                continue;
            }
            assert_eq!((found.certain, found.possible), told, "{base}: {toggled}");
        }
    }
}

#[test]
fn facets_count_what_they_give() {
    for base in ["", "yokohama", "date:2020-03-15", "date==2019", "-date:2020-06 or is:online", "nowhere-at-all"] {
        check_counts(&INDEX, &CHRONOLOGY, base);
    }
    let facets = INDEX.facets(&CHRONOLOGY, &query("category:letter country:JP"));
    let categories = &facets[0];
    let letters = categories.values.iter().find(|value| value.id == "letter").expect("letters");
    let gifts = categories.values.iter().find(|value| value.id == "donation").expect("gifts");
    assert!(letters.is_chosen && !gifts.is_chosen);
    assert_eq!(gifts.certain, found("category:donation country:JP").certain, "alternatives count as such");
    assert_eq!(letters.label.form(Language::Ja), Some("書簡"));
    let most: Vec<usize> = INDEX.facets(&CHRONOLOGY, &Query::default())[1].values.iter().map(|it| it.certain).collect();
    assert!(most.is_sorted_by(|a, b| a >= b), "the most frequent first: {most:?}");
}

#[test]
fn months_are_counted_where_a_year_is_asked_for_or_holds_most_of_what_is_found() {
    let dates = |base: &str| -> Vec<String> {
        let facets = INDEX.facets(&CHRONOLOGY, &query(base));
        let years = facets.into_iter().find(|facet| facet.kind == FacetKind::Year).expect("years");
        let shown = years.values.into_iter().filter(|value| value.certain > 0);
        shown.map(|value| format!("{} {}+{}", value.id, value.certain, value.possible)).collect()
    };
    let letters = "category:letter -actor:gunma-friendship";
    assert_eq!(dates(letters), ["2020 4+0", "2020-02 1+1", "2020-03 1+1", "2020-04 1+1"]);
    // Of what is asked of years only the rest counts; 2019 is asked for, 2020 is the fullest.
    let years = ["2018 1+0", "2019 1+0", "2019-05 1+0", "2020 4+1", "2020-03 2+0", "2020-04 1+0", "2020-06 1+1"];
    assert_eq!(dates("actor:vicenza date:2019"), years);
    assert_eq!(dates("category:context"), ["2020 3+0", "2020-03 1+1", "2020-10 1+0"]);
}

#[test]
fn odd_tags_years_and_names_are_asked_for_as_well() {
    let text = "format = 1\n[[category]]\nid = \"c\"\nname = \"c\"\n\
                [[event]]\nid = \"a\"\ntitle = \"A\"\ncategory = \"c\"\ndate = \"-0043-03-15\"\ntags = [\"“x”, y\", \"★\"]\n\
                [[event]]\nid = \"b\"\ntitle = \"B\"\ncategory = \"c\"\ndate = \"Y-20000\"\ntags = [\"a or b\"]\n\
                [[event]]\nid = \"u\"\ntitle = \"or\"\ncategory = \"c\"\n";
    let chronology = content(text).chronology;
    let index = Index::new(&chronology);
    for facet in index.facets(&chronology, &Query::default()) {
        for value in facet.values {
            let toggled = Query::default().toggle(facet.kind, &value.id);
            assert_eq!(Query::parse(&toggled.to_string()), Ok(toggled.clone()), "{toggled}");
            let found = index.find(&toggled);
            assert_eq!((found.certain, found.possible), (value.certain, value.possible), "{toggled}");
        }
    }
    assert_eq!(index.find(&query("\"or\"")).certain, 2, "a title and a tag");
    assert_eq!(index.find(&query("date:1000")).possible, 1, "what is undated may have been at any time");
}

#[test]
fn one_table_holds_each_vocabulary() {
    let words = FIELDS.iter().map(|row| (row.word, row.means)).chain(STATES.iter().map(|row| (row.word, row.means)));
    for (word, means) in words.chain(COMPARISONS.iter().map(|row| (row.word, row.means))) {
        assert!(means.iter().all(|words| !words.is_empty()), "{word}");
    }
    for row in STATES {
        query(&format!("is:{}", row.word));
    }
    for row in COMPARISONS {
        query(&format!("date{}2020", row.word));
    }
    for row in FIELDS.iter().filter(|row| !["date", "is"].contains(&row.word)) {
        query(&format!("{}:x", row.word));
    }
}

/// What looks like a query; often it is one.
fn query_text() -> BoxedStrategy<String> {
    let word = prop_oneof![
        "[a-z横滨贵阳ァ-ン0-9'-]{1,8}",
        Just("or".to_owned()),
        "\"[a-z ()横]{0,8}\"",
        "(category|actor|TO|tag|country):(\"[a-z ,(]{1,6}\"|[a-z横]{1,4})(,[a-z]{1,3}){0,2}",
        "date(:|==|<|<=|>|>=)[12][0-9]{3}(-0[1-9])?~?(,20[0-9X]{2}|/\\.\\.)?",
        "is:(exact|vague|online)(,undated)?",
    ];
    let part =
        ("-{0,2}", "\\(?", word, "\\)?").prop_map(|(not, open, word, close)| format!("{not}{open}{word}{close}"));
    prop::collection::vec(part, 0..8).prop_map(|parts| parts.join(" ")).boxed()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn what_is_written_is_read_as_the_same(text in query_text()) {
        if let Ok(query) = Query::parse(&text) {
            let written = query.to_string();
            prop_assert_eq!(Query::parse(&written), Ok(query), "{} as {}", text, written);
        }
    }

    #[test]
    fn any_text_is_a_query_or_a_mistake_in_its_place(text in prop_oneof![query_text(), "\\PC{0,60}", ".{0,1200}"]) {
        match Query::parse(&text) {
            Ok(query) => {
                let found = INDEX.find(&query);
                prop_assert_eq!(found.events().count(), found.certain + found.possible);
                for range in found.marks(&text) {
                    prop_assert!(text.get(range.clone()).is_some_and(|marked| !marked.is_empty()), "{} {:?}", text, range);
                }
            }
            Err(error) => {
                let length = text.chars().count();
                prop_assert!((1..=length + 1).contains(&error.at), "{:?} {}", text, error.at);
                prop_assert!(error.at + error.length <= length + 1, "{:?} {:?}", text, error);
                prop_assert!(!error.to_string().contains(char::is_control), "{error:?}");
            }
        }
    }

    #[test]
    fn alternatives_add_and_conditions_take_away(a in "[a-z]{1,6}", b in "[a-z横滨]{1,4}") {
        prop_assume!(a != "or" && b != "or");
        let count = |text: String| { let found = INDEX.find(&query(&text)); found.certain + found.possible };
        let (both, either) = (count(format!("\"{a}\" {b}")), count(format!("\"{a}\" or {b}")));
        prop_assert_eq!(both + either, count(format!("\"{a}\"")) + count(b.clone()));
        let others = INDEX.find(&query(&format!("-{b}"))).certain;
        prop_assert_eq!(others + count(b.clone()), CHRONOLOGY.events.len());
    }
}
