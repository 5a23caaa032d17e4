//! How problems are told: pictures of the place, few of them, and short.

use crate::problems::{document, read_one};
use annals::file::{Problem, Rule, Span, Style, render, rows};

fn check_picture(text: &str, ascii: bool, expected: &str) {
    let (_, problems, documents) = read_one(text);
    assert_eq!(render(&problems, &documents, Style::Full { color: false, ascii }).trim_end(), expected.trim());
}

#[test]
fn pictures_point_at_the_place() {
    let text = "[[event]]\nid = \"a\"\ntitle = { zh = \"横滨友好\u{202e}城市\", fr = \"x\" }\n";
    let expected = r#"
warning[hidden-character]: `title`: found the hidden character <U+202E>
  ╭▸ f:4:21
  │
4 │ title = { zh = "横滨友好�城市", fr = "x" }
  │                         ━
  │
  ╰ help: it is shown as you see it here; take it out if it is not meant

error[unknown-key]: `title`: found the language `fr`, expected one of zh, en, ja
  ╭▸ f:4:27
  │
4 │ title = { zh = "横滨友好�城市", fr = "x" }
  ╰╴                                ━━
"#;
    check_picture(text, false, expected);
    let text = "[[event]]\nid = \"友好\"\ntitle = \"x\"\n\n[[event]]\ntitle = \"y\"\nid = \"友好\"\n";
    let expected = r#"
error[duplicate-id]: found the id `友好` a second time
 --> f:8:6
  |
8 | id = "友好"
  |      ^^^^^^
  |
 ::: f:3:6
  |
3 | id = "友好"
  |      ------ the first event of this id
  |
  = help: give this event an id of its own, or take it out
"#;
    check_picture(text, true, expected);
}

#[test]
fn reports_stay_short() {
    let long = format!("[[event]]\nid = \"a\"\ntitle = \"x\"\n{} = 1\n", "k".repeat(1_000_000));
    let (_, problems, documents) = read_one(&long);
    for style in [Style::Short, Style::Full { color: false, ascii: true }] {
        assert!(render(&problems, &documents, style).len() < 2_000);
    }
    let (_, problems, documents) = read_one(&"[[event]]\nid = \"a\"\ntitle = 1\n".repeat(300));
    let report = render(&problems, &documents, Style::Short);
    assert_eq!(report.lines().count(), 51);
    assert!(report.ends_with("and 549 more\n"), "{report}");
    assert_eq!(rows(&problems, &documents).len(), 599);
}

#[test]
fn each_problem_is_told_in_two_thousand_bytes() {
    let related = |count: usize, why: &str| {
        let places = (0..count).map(|at| (Span::new(0, at * 20..at * 20 + 2), why.to_owned()));
        let problem = Problem::new(Rule::Cycle, Span::default(), "横".repeat(1000)).with_help("浜".repeat(1000));
        [Problem { related: places.collect(), ..problem }]
    };
    let documents = [document(&"滨".repeat(190), &"0123456789 123456789\n".repeat(1000))];
    for problems in [related(0, ""), related(1, "好"), related(1000, "short"), related(100, &"long".repeat(1000))] {
        let report = render(&problems, &documents, Style::Full { color: false, ascii: false });
        assert!(report.len() <= 2_000, "{} bytes", report.len());
    }
}

#[test]
fn the_worst_are_told_and_notes_are_few() {
    let (error, note) = (Rule::BadId, Rule::SingleSource);
    let problems = |rules: &[(Rule, usize)]| -> Vec<Problem> {
        let all = rules.iter().flat_map(|&(rule, count)| std::iter::repeat_n(rule, count));
        all.map(|rule| Problem::new(rule, Span::default(), "m")).collect()
    };
    let check = |rules: &[(Rule, usize)], notes: usize, errors: usize, end: &str| {
        let full = Style::Full { color: false, ascii: true };
        let report = render(&problems(rules), &[document("f", "x = 1")], full);
        let count = |severity: &str| report.lines().filter(|line| line.contains(severity)).count();
        assert_eq!((count("note["), count("error[")), (notes, errors), "{report}");
        assert!(report.ends_with(end), "{report}");
    };
    check(&[(note, 3), (error, 2)], 3, 2, "\n\n");
    check(&[(note, 30), (error, 2)], 3, 2, "\nand 27 more notes\n");
    check(&[(note, 60), (error, 60)], 0, 50, "\nand 70 more\n");
    check(&[(note, 60), (error, 48)], 2, 48, "\nand 58 more notes\n");
}
