//! What is said of files that are wrong: TOML in, lines out.

use annals::date::Language;
use annals::file::{Breaks, Document, Problem, Records, Style, read, render, rows, visible};
use proptest::prelude::*;

/// A file by its name and text.
pub fn document(name: &str, text: &str) -> Document {
    Document { name: name.into(), text: text.to_owned().into() }
}

/// Reads one file, `f`, that begins with its format.
pub fn read_one(text: &str) -> (Records, Vec<Problem>, [Document; 1]) {
    let documents = [document("f", &format!("format = 1\n{text}"))];
    let (records, problems) = read(&documents);
    (records, problems, documents)
}

fn check(name: &str, text: &str, expected: &[&str]) {
    let (_, problems, documents) = read_one(text);
    let lines = render(&problems, &documents, Style::Short);
    assert_eq!(lines.lines().collect::<Vec<_>>(), expected, "{name}");
}

fn check_help(text: &str, expected: &str) {
    let (_, problems, documents) = read_one(text);
    let helps: Vec<_> = rows(&problems, &documents).into_iter().filter_map(|row| row.help).collect();
    assert_eq!(helps, [expected], "{text}");
}

#[test]
fn files_without_a_fault_have_no_problem() {
    for (name, text) in [
        ("nothing at all", ""),
        ("texts in one or several languages", "[[event]]\nid = \"a\"\ntitle.zh = \"好\"\ntitle.en = \"good\"\n"),
        ("sub-tables", "[[event]]\nid = \"a\"\n[event.title]\nen = \"x\"\n[[event.goods]]\nwhat = \"y\"\ncount = 3\n"),
        ("carriage returns", "[[event]]\r\nid = \"a\"\r\ntitle = \"x\"\r\n"),
        ("ids in any script", "[[event]]\nid = \"友好.1_a-b\"\ntitle = \"x\"\n"),
        ("an empty reference", "[[event]]\nid = \"a\"\ntitle = \"x\"\npart_of = \"\"\nafter = []\n"),
        ("a header within a text", "[[event]]\nid = \"a\"\ntitle = \"x\"\nsummary = \"\"\"\n[[event]]\n\"\"\"\n"),
        ("numbers", "[[place]]\nid = \"a\"\nname = \"x\"\nlatitude = 26.6\nlongitude = -106\n"),
    ] {
        check(name, text, &[]);
    }
    let (_, problems) = read(&[document("bom", "\u{FEFF}format = 1\n")]);
    assert_eq!(problems, []);
}

#[test]
fn each_fault_is_named_at_its_place() {
    for (name, text, expected) in [
        (
            "unknown key",
            "[[event]]\nid = \"a\"\ntitle = \"x\"\ndat = 1\n",
            "f:5:1: error[unknown-key]: found the key `dat`, which an event does not have",
        ),
        (
            "unknown table",
            "[[evnt]]\nid = \"a\"\n",
            "f:2:3: error[unknown-key]: found the key `evnt`, which a file does not have",
        ),
        (
            "unknown language",
            "[chronology]\ntitle = { de = \"x\", en = \"y\" }\n",
            "f:3:11: error[unknown-key]: `title`: found the language `de`, expected one of zh, en, ja",
        ),
        (
            "text that is none",
            "[chronology]\ntitle = 3\n",
            "f:3:9: error[wrong-type]: `title`: found an integer, expected text, or a table with one text for each language",
        ),
        (
            "flag in quotes",
            "[[event]]\nid = \"a\"\ntitle = \"x\"\nonline = \"true\"\n",
            "f:5:10: error[wrong-type]: `online`: found a string, expected true or false",
        ),
        (
            "date of another type",
            "[[event]]\nid = \"a\"\ntitle = \"x\"\ndate = true\n",
            "f:5:8: error[wrong-type]: `date`: found true, expected a date such as \"2020-04\"",
        ),
        (
            "one pair of brackets",
            "[event]\nid = \"a\"\ntitle = \"x\"\n",
            "f:2:1: error[wrong-type]: `event`: found a table, expected a list of tables",
        ),
        (
            "no id",
            "[[event]]\ntitle = \"x\"\n",
            "f:2:1: error[missing-key]: found no `id`, which every event must have",
        ),
        (
            "no title",
            "[[tour]]\nid = \"a\"\n",
            "f:2:1: error[missing-key]: found no `title`, which every tour must have",
        ),
        (
            "empty title",
            "[[event]]\nid = \"a\"\ntitle = \" \"\n",
            "f:4:9: error[bad-value]: `title`: found nothing, expected text",
        ),
        (
            "no source in a citation",
            "[[event]]\nid = \"a\"\ntitle = \"x\"\nsources = [{ note = \"x\" }]\n",
            "f:5:12: error[missing-key]: found no `id`, which every citation must have",
        ),
        (
            "blank in an id",
            "[[event]]\nid = \"a b\"\ntitle = \"x\"\n",
            "f:3:6: error[bad-id]: found ` ` in an id, expected letters, digits, `-`, `_` or `.`",
        ),
        (
            "empty id",
            "[[event]]\nid = \"\"\ntitle = \"x\"\n",
            "f:3:6: error[bad-id]: found an empty id, expected letters, digits, `-`, `_` or `.`",
        ),
        (
            "id twice",
            "[[event]]\nid = \"a\"\ntitle = \"x\"\n[[event]]\nid = \"a\"\ntitle = \"x\"\n",
            "f:6:6: error[duplicate-id]: found the id `a` a second time",
        ),
        (
            "colour that no terminal has",
            "[[category]]\nid = \"a\"\nname = \"x\"\ncolor = \"pink\"\n",
            "f:5:9: error[bad-value]: `color`: found `pink`, expected one of black, red, green, yellow, blue, magenta, cyan, white, bright black, bright red, bright green, bright yellow, bright blue, bright magenta, bright cyan, bright white",
        ),
        (
            "symbol too wide",
            "[[category]]\nid = \"a\"\nname = \"x\"\nsymbol = \"好\"\n",
            "f:5:10: error[bad-value]: `symbol`: found `好`, expected one character, one cell wide",
        ),
        (
            "country in words",
            "[[place]]\nid = \"a\"\nname = \"x\"\ncountry = \"Japan\"\n",
            "f:5:11: error[unknown-country]: `country`: found `Japan`, expected a code of ISO 3166-1, two capital letters",
        ),
        (
            "beyond the pole",
            "[[place]]\nid = \"a\"\nname = \"x\"\nlatitude = 91\n",
            "f:5:12: error[bad-coordinate]: `latitude`: found `91`, expected degrees from -90 to 90",
        ),
        (
            "no number",
            "[[place]]\nid = \"a\"\nname = \"x\"\nlatitude = nan\n",
            "f:5:12: error[bad-coordinate]: `latitude`: found `nan`, expected degrees from -90 to 90",
        ),
        (
            "code that no country has",
            "[[place]]\nid = \"a\"\nname = \"x\"\ncountry = \"XX\"\n",
            "f:5:11: error[unknown-country]: `country`: found `XX`, expected a code of ISO 3166-1, two capital letters",
        ),
        (
            "address of a mailbox",
            "[[source]]\nid = \"a\"\ntitle = \"x\"\nurl = \"mailto:a@b.c\"\n",
            "f:5:7: error[bad-url]: `url`: found `mailto:a@b.c`, expected an address that begins with http:// or https://",
        ),
        (
            "day that its month does not have",
            "[[event]]\nid = \"a\"\ntitle = \"x\"\ndate = \"2019-02-29\"\n",
            "f:5:17: error[no-such-day]: `date`: found day 29, but February 2019 has 28 days",
        ),
        (
            "end before the beginning",
            "[[event]]\nid = \"a\"\ntitle = \"x\"\ndate = \"2020/2019\"\n",
            "f:5:14: error[reversed-date]: `date`: found an interval that ends before it begins, expected the earlier date first",
        ),
        (
            "less than nothing",
            "[[event]]\nid = \"a\"\ntitle = \"x\"\ngoods = [{ what = \"y\", count = -1 }]\n",
            "f:5:32: error[bad-value]: `count`: found `-1`, expected a whole number from 0",
        ),
        (
            "hidden character",
            "[[event]]\nid = \"a\"\ntitle = \"横滨\u{202e}x\"\n",
            "f:4:12: warning[hidden-character]: `title`: found the hidden character <U+202E>",
        ),
        (
            "hidden by an escape",
            "[[event]]\nid = \"a\"\ntitle = \"a\\u001B[2J\"\n",
            "f:4:9: warning[hidden-character]: `title`: found the hidden character <U+001B>",
        ),
    ] {
        check(name, text, &[expected]);
    }
}

#[test]
fn a_syntax_error_stays_alone() {
    for (name, text, expected) in [
        (
            "date without a day",
            "[[event]]\nid = \"a\"\ntitle = \"x\"\ndate = 2020-04\n",
            "f:5:8: error[syntax]: found a date that TOML cannot hold without quotes",
        ),
        (
            "no such month",
            "[[event]]\nid = \"a\"\ntitle = \"x\"\ndate = 2020-13-01\n",
            "f:5:8: error[no-such-day]: found a month that the year does not have, expected one from 01 to 12",
        ),
        (
            "no such day",
            "[[event]]\nid = \"a\"\ntitle = \"x\"\ndate = 2020-02-30\n",
            "f:5:8: error[no-such-day]: found a day that its month does not have, expected one from 01 to 29",
        ),
        (
            "early year",
            "[[event]]\nid = \"a\"\ntitle = \"x\"\ndate = 0859\n",
            "f:5:8: error[syntax]: found a number that begins with 0",
        ),
        ("curly quotes", "[[event]]\nid = “a”\ntitle = \"x\"\n", "f:3:6: error[syntax]: found a value without quotes"),
        (
            "full-width space",
            "[[event]]\nid\u{3000}= \"a\"\ntitle = \"x\"\n",
            "f:3:3: error[syntax]: found a character that no key has, expected letters, digits, `-` or `_`",
        ),
        (
            "text not closed",
            "[[event]]\nid = \"a\ntitle = \"x\"\n",
            "f:3:8: error[syntax]: found a text that is not closed, expected `\"` on the same line",
        ),
        (
            "long text not closed",
            "[[event]]\nid = \"a\"\nsummary = \"\"\"x\ntitle = \"x\"\n[[event]]\nid = \"b\"\ntitle = \"y\"\n",
            "f:4:11: error[syntax]: found a text that is not closed, expected `\"\"\"`",
        ),
        (
            "list not closed",
            "[[event]]\nid = \"a\"\ntags = [\"x\", \"y\"\ntitle = \"x\"\n[[event]]\nid = \"b\"\ntitle = \"y\"\n",
            "f:4:8: error[syntax]: found a list that is not closed, expected `]`",
        ),
        (
            "table not closed",
            "[[event]]\nid = \"a\"\ntitle = { en = \"x\"\nplace = \"x\"\n[[event]]\nid = \"b\"\ntitle = \"y\"\n",
            "f:4:9: error[syntax]: found a table that is not closed, expected `}`",
        ),
        (
            "header not closed",
            "[[event]\nid = \"a\"\ntitle = \"x\"\n[[event]]\nid = \"b\"\ntitle = \"y\"\n",
            "f:2:9: error[syntax]: found a header that is not closed, expected `]]`",
        ),
        (
            "two keys on a line",
            "[[event]]\nid = \"a\" title = \"x\"\n",
            "f:3:10: error[syntax]: found more after the end of the value, expected a new line",
        ),
        (
            "a key twice",
            "[[event]]\nid = \"a\"\nid = \"b\"\ntitle = \"x\"\n",
            "f:4:1: error[syntax]: found a key that stands in this table already",
        ),
        (
            "a table twice",
            "[chronology]\ntitle = \"x\"\n[chronology]\ntitle = \"y\"\n",
            "f:4:2: error[syntax]: found a key that stands in this table already",
        ),
    ] {
        check(name, text, &[expected]);
    }
}

#[test]
fn the_likely_correction_is_told() {
    for (text, expected) in [
        ("[[event]]\nid = \"a\"\ntitle = \"x\"\ndate = 2020-04\n", "quote it: date = \"2020-04\""),
        (
            "[[event]]\nid = \"a\"\ntitle = \"x\"\ndate = 2020-04/2020-06 # or so\n",
            "quote it: date = \"2020-04/2020-06\"",
        ),
        ("[[event]]\nid = \"a\"\ntitle = \"x\"\ndate = 0859\n", "quote it: date = \"0859\""),
        ("[[event]]\nid = \"a\"\ntitle = \"x\"\ndate = -0500\n", "quote it: date = \"-0500\""),
        ("[[event]]\nid = \"a\"\ntitle = \"x\"\ndate = 20200415\n", "quote the date: date = \"2020-04\""),
        ("[[event]]\nid = \"a\"\ntitle = \"x\"\ndate = \"\"\n", "leave the key out where no date is known"),
        ("[[place]]\nid \"a\"\nname = \"x\"\n", "write id = \"a\""),
        ("[[place]\nid = \"a\"\nname = \"x\"\n", "write [[place]]"),
        ("[chronology\ntitle = \"x\"\n", "write [chronology]"),
        ("[[place]]\nid = \"a\"\nname = \"x\"\nlatitude = -26,65\n", "write -26.65, with a point"),
        ("[[place]]\nid = \"a b (c)\"\nname = \"x\"\n", "write \"a-b-c\""),
        ("[[place]]\nid = \"a\"\nnam = \"x\"\n", "did you mean `name`?"),
        ("[chronology]\ntitle = \"x\"\nlanguages = [\"jp\"]\n", "did you mean \"ja\"?"),
        ("[[event]]\nid = abc\ntitle = \"x\"\n", "quote it: id = \"abc\""),
        ("[[event]]\nid = \"a\"\ntitle = \"x\"\nonline = True\n", "write true, in small letters"),
        ("[[event]]\nid = \"a\"\ntitle = “x”\n", "write the plain \" instead of “"),
        ("[[event]]\nid = \"a\"\ntitle = \"x\"\ntags = [\"a\"，\"b\"]\n", "write the plain , instead of ，"),
        (
            "[[event]]\nid = \"a\"\ntitle =\u{3000}\"x\"\n",
            "a space of another kind, <U+3000>, stands here: write a plain one",
        ),
        ("[[event]]\nid = \"a\"\ntitle = \"x\"\nreplyto = []\n", "did you mean `reply_to`?"),
        ("[[tour]]\nid = \"a\"\ntitle = \"x\"\nauthor = \"y\"\n", "the keys of a tour are id, title, steps"),
        ("[[event]]\nid = \"a\"\ntitle = \"x\"\nfrom = \"guiyang\"\n", "write from = [\"guiyang\"]"),
        ("[event]\nid = \"a\"\ntitle = \"x\"\n", "write [[event]], with two brackets"),
        ("[[place]]\nid = \"a\"\nname = \"x\"\ncountry = \"UK\"\n", "write \"GB\" for United Kingdom"),
        ("[[place]]\nid = \"a\"\nname = \"x\"\nlatitude = 106.63\n", "were latitude and longitude swapped?"),
        ("[[source]]\nid = \"a\"\ntitle = \"x\"\nurl = \"www.b.org/c d\"\n", "write \"https://www.b.org/c%20d\""),
        ("[[source]]\nid = \"a\"\ntitle = \"x\"\nurl = \"htp://b.org\"\n", "write \"https://b.org\""),
        ("[[source]]\nid = \"a\"\ntitle = \"x\"\nlanguage = \"EN\"\n", "write \"en\""),
        ("[[actor]]\nid = \"a\"\nname = \"x\"\nkind = \"organization\"\n", "did you mean \"organisation\"?"),
    ] {
        check_help(text, expected);
    }
}

#[test]
fn all_problems_come_at_once_and_in_order() {
    let text = "[chronology]\ntitle = { fr = 'x', en = 'y' }\n\
                [[event]]\nid = 'a'\ndate = '2020-13'\ntitle = 'x'\nonline = 1\nplaces = 'q'\n\
                [[event]]\nid = 'a'\ndate = 0859\ntitle = 'x'\n\
                [[event]]\ntitle = 'x'\n[[place]]\nid = 'p'\nname = 'x'\nlatitude = 'y'\n";
    let (records, problems, _) = read_one(text);
    let found: Vec<_> = problems.iter().map(|problem| problem.rule.id()).collect();
    let expected =
        ["unknown-key", "bad-date", "wrong-type", "unknown-key", "duplicate-id", "syntax", "missing-key", "wrong-type"];
    assert_eq!(found, expected);
    let ids: Vec<_> = records.events.iter().map(|event| event.id.value.as_str()).collect();
    assert_eq!(ids, ["a", "a (2)", "(no id, byte 170)"]);
    assert_eq!(records.places.len(), 1);
}

#[test]
fn records_survive_the_slips_around_them() {
    for slip in
        ["tags = [\"x\"", "title = { en = \"x\"", "summary = \"\"\"x", "date = 2020-04", "= 3", "x", "[event.goods"]
    {
        let text =
            format!("[[event]]\nid = \"a\"\n{slip}\n[[event]]\nid = \"b\"\ntitle = \"y\"\n[[event\nid = \"c\"\n");
        let (records, problems, _) = read_one(&text);
        let ids: Vec<_> = records.events.iter().map(|event| event.id.value.as_str()).collect();
        assert!(ids.ends_with(&["b", "c"]), "{slip}: {ids:?}");
        assert_eq!(records.events[ids.len() - 2].title.read(Language::En, &[]), "y");
        assert_eq!(problems.len(), 2, "{slip}: {problems:?}");
    }
}

#[test]
fn dates_may_be_written_in_three_ways() {
    for (written, expected) in [
        ("\"2020-04~\"", "2020-04~"),
        ("2020-04-15", "2020-04-15"),
        ("2020-04-15T10:30:00Z", "2020-04-15T10:30:00Z"),
        ("1992", "1992"),
        ("-1992", "-1992"),
    ] {
        let (records, problems, _) = read_one(&format!("[[event]]\nid = \"a\"\ntitle = \"x\"\ndate = {written}\n"));
        assert_eq!(problems, [], "{written}");
        let date = records.events[0].date.as_ref().map(|date| date.value.to_string());
        assert_eq!(date.as_deref(), Some(expected));
    }
}

#[test]
fn a_bad_date_is_marked_at_its_character() {
    for (written, column) in [
        ("\"2020-13\"", 14),
        ("'2020-13'", 14),
        ("\"\"\"2020-13\"\"\"", 16),
        ("\"2020\\u002D13\"", 8),
        ("\"2020年\"", 13),
    ] {
        let (_, problems, documents) = read_one(&format!("[[event]]\nid = \"a\"\ntitle = \"x\"\ndate = {written}\n"));
        let columns: Vec<_> = rows(&problems, &documents).iter().map(|row| (row.rule, row.column)).collect();
        assert_eq!(columns, [("bad-date", column)], "{written}");
    }
}

#[test]
fn several_files_are_one_set_of_records() {
    let first = "format = 1\n[chronology]\ntitle = \"first\"\n[[event]]\nid = \"a\"\ntitle = \"x\"\n";
    let second = "format = 2\n[[event]]\nid = \"a\"\ntitle = \"y\"\n";
    let documents = [document("one", first), document("two", second), document("three", "")];
    let (records, problems) = read(&documents);
    assert_eq!(records.events.len(), 2);
    assert_eq!(records.heading.title.read(Language::En, &[]), "first");
    let lines = "two:1:10: error[bad-value]: `format`: found `2`, expected 1, the format that this program reads\n\
                 two:3:6: error[duplicate-id]: found the id `a` a second time\n\
                 three:1:1: error[missing-key]: found no `format`, which every file must have\n";
    assert_eq!(render(&problems, &documents, Style::Short), lines);
}

#[test]
fn the_first_heading_stands() {
    let heading = |title: &str| format!("format = 1\n[chronology]\ntitle = \"{title}\"\n");
    let documents = [document("one", &heading("first")), document("two", &heading("second"))];
    let (records, problems) = read(&documents);
    assert_eq!(records.heading.title.read(Language::En, &[]), "first");
    let line = "two:2:1: warning[second-heading]: found a second [chronology], which is left aside\n";
    assert_eq!(render(&problems, &documents, Style::Short), line);
}

#[test]
fn dates_as_they_are_often_written_are_corrected() {
    for (written, expected) in [
        ("1859/06", "write `1859-06`: year, month and day are joined by `-`"),
        ("1859-6-2", "write `1859-06-02`: month and day have two digits each"),
        ("2020.3", "write `2020-03`: year, month and day are joined by `-`; month and day have two digits each"),
        ("２０２０-０３", "write `2020-03`: EDTF is written in ASCII characters"),
        ("circa 1920", "write `1920~`: `~` after a date says that it is approximate"),
        ("-05XX", "write `[-0599..-0500]`: annals reads no `X` in a year before 0000"),
        ("2020-10-23/2020-10-21", "write `2020-10-21/2020-10-23`: the earlier date comes first"),
    ] {
        check_help(&format!("[[event]]\nid = \"a\"\ntitle = \"x\"\ndate = \"{written}\"\n"), expected);
    }
}

#[test]
fn brackets_within_brackets_are_no_danger() {
    const DEEP: usize = 100_000;
    for text in [
        format!("a = {}{}", "[".repeat(DEEP), "]".repeat(DEEP)),
        format!("a = {}", "{a=".repeat(DEEP)),
        format!("a{} = 1", ".a".repeat(DEEP)),
        format!("[event{}]", ".a".repeat(DEEP)),
        "[".repeat(DEEP),
    ] {
        let (_, problems, _) = read_one(&text);
        let found: Vec<_> = problems.iter().map(|problem| problem.rule.id()).collect();
        assert_eq!(found, ["syntax"], "{}", &text[..9]);
    }
}

/// Pieces of files, sound and unsound, from which any damage can be put together.
const LINES: &[&str] = &[
    "[[event]]\n[event]\n",
    "[[event]]\n[event.title]\n[[event.goods]]\n",
    "[[event\n[[]]\n[chronology]\n",
    "id = \"a\"\nid = “友好”\n",
    "title = { zh = \"横滨\", en = 3 }\ntitle.en = 'x'\n",
    "date = 2020-04\n[[event]]\ndate = \"2020-13\"\n",
    "date = 0859\n[[event]]\ndate = 2020-04-15T10:00\n",
    "sources = [\"a\", { id = 3 }]\ngoods = [{",
];

/// Single characters, of TOML and of trouble.
const MARKS: &str = "[]{}\"\"\"'''=,#.\\\n\r\t好é\u{202e}\u{1b}\u{0}\u{feff}\u{e0041}\u{200d}";

fn piece() -> impl Strategy<Value = String> {
    let mark = prop::sample::select(MARKS.chars().collect::<Vec<_>>());
    prop_oneof![prop::sample::select(LINES).prop_map(String::from), mark.prop_map(String::from)]
}

proptest! {
    #[test]
    fn no_damage_breaks_the_report(pieces in prop::collection::vec(piece(), 0..40)) {
        let (_, problems, documents) = read_one(&pieces.concat());
        for style in [Style::Short, Style::Full { color: false, ascii: false }] {
            let report = render(&problems, &documents, style);
            prop_assert_eq!(visible(&report, Breaks::Keep), report.as_str());
        }
        for problem in &problems {
            prop_assert!(documents[0].text.get(problem.span.range()).is_some(), "{:?}", problem);
        }
        prop_assert!(problems.is_sorted_by_key(|problem| problem.span.start()));
    }
}
