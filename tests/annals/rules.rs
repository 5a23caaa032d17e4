//! Each rule has an example that breaks it, and a mended form that does not.

use crate::common::EVENTS;
use annals::chronology::Chronology;
use annals::file::{Document, Problem, RULES, Rule, Severity, Style, read, render};

/// Everything that is wrong in files, or could be better, in order.
fn checked(files: &[impl AsRef<[u8]>]) -> (Vec<Document>, Vec<Problem>) {
    let names = ["one", "two"];
    let read_bytes = |(index, name): (usize, &str)| Document::from_bytes(name, files[index].as_ref().to_vec(), index);
    let (documents, found): (Vec<_>, Vec<_>) = names.into_iter().take(files.len()).enumerate().map(read_bytes).unzip();
    let mut problems: Vec<_> = found.into_iter().flatten().collect();
    let (records, found) = read(&documents);
    problems.extend(found);
    let (chronology, found) = Chronology::new(records);
    problems.extend(found);
    problems.extend(chronology.lint(&problems));
    problems.sort_by_key(|problem| problem.span);
    (documents, problems)
}

/// The problems of one file, a line each, without notes.
fn check(text: &str, expected: &[&str]) {
    let (documents, mut problems) = checked(&[text.as_bytes()]);
    problems.retain(|problem| problem.severity() != Severity::Note);
    let lines = render(&problems, &documents, Style::Short);
    assert_eq!(lines.lines().collect::<Vec<_>>(), expected, "{text}");
}

/// The rules that files break, as far as they are as bad as this severity.
fn broken(files: &[impl AsRef<[u8]>], severity: Severity) -> Vec<Rule> {
    let (_, problems) = checked(files);
    problems.iter().filter(|problem| problem.severity() <= severity).map(|problem| problem.rule).collect()
}

#[test]
fn each_example_breaks_its_rule_and_no_other() {
    for row in RULES.iter().filter(|row| !row.example.is_empty()) {
        assert_eq!(broken(row.example, row.severity), [row.rule], "{}", row.id);
    }
}

#[test]
fn each_mended_example_breaks_no_rule_as_bad() {
    for row in RULES {
        assert_eq!(broken(&row.mended(), row.severity), [], "{}", row.id);
        assert!(row.example.is_empty() || row.mended() != row.example, "{}", row.id);
    }
}

#[test]
fn only_a_file_that_cannot_be_read_has_no_example() {
    let without: Vec<_> = RULES.iter().filter(|row| row.example.is_empty()).map(|row| row.rule).collect();
    assert_eq!(without, [Rule::Unreadable]);
}

#[test]
fn each_problem_says_what_to_do() {
    for row in RULES.iter().filter(|row| !row.example.is_empty()) {
        let (_, problems) = checked(row.example);
        let problem = problems.iter().find(|problem| problem.rule == row.rule).expect("the rule is broken");
        let speaks_for_itself = matches!(row.rule, Rule::BadValue | Rule::NoSuchDay | Rule::SingleSource);
        assert!(problem.help.is_some() || speaks_for_itself, "{}", row.id);
    }
}

#[test]
fn the_built_in_chronology_has_no_error_and_no_warning() {
    check(EVENTS, &[]);
}

/// A category and a source, so that events can have both.
const RECORDS: &str = "format = 1\n[[category]]\nid = \"c\"\nname = \"c\"\n[[source]]\nid = \"s\"\ntitle = \"s\"\n";

/// An event that lacks nothing, with more lines.
fn event(id: &str, more: &str) -> String {
    format!("[[event]]\nid = \"{id}\"\ntitle = \"{id}\"\ncategory = \"c\"\nsources = [\"s\"]\n{more}")
}

#[test]
fn nothing_more_is_said_of_what_is_wrong_already() {
    let check = |event: &str, expected: &str| check(&format!("{RECORDS}{}{event}", self::event("a", "")), &[expected]);
    check(
        "[[event]]\nid = \"b\"\ntitle = \"b\"\ncategory = 3\nsources = [\"s\"]\n",
        "one:16:12: error[wrong-type]: `category`: found an integer, expected an id",
    );
    check(
        "[[event]]\nid = \"b\"\ntitle = \"b\"\ncategory = \"c\"\nsource = [\"s\"]\n",
        "one:17:1: error[unknown-key]: found the key `source`, which an event does not have",
    );
    check(
        "[[event]]\nid = \"b\"\ntitle = \"b\"\ncategory = \"c\nsources = [\"s\"]\n",
        "one:16:14: error[syntax]: found a text that is not closed, expected `\"` on the same line",
    );
    check("[[source]]\nid = \"s\"\ntitle = \"t\"\n", "one:14:6: error[duplicate-id]: found the id `s` a second time");
    check(
        "[chronology]\nlanguages = [\"zh\", \"en\"]\ntitle = { en = \"t\" zh = \"t\" }\n",
        "one:15:20: error[syntax]: found no comma between two keys of a table",
    );
}

#[test]
fn a_slip_in_one_record_hides_nothing_in_others() {
    let text = format!(
        "{RECORDS}{}[[event]]\nid = \"b\"\ntitle = \"b\"\n[[place]]\nid = \"p\"\nname = \"p\"\n",
        event("a", "date = \"2020-13\"\n")
    );
    check(
        &text,
        &[
            "one:13:14: error[bad-date]: `date`: found `13`, expected a month from 01 to 12, or a part of the year from 21 to 41",
            "one:15:6: warning[no-category]: found no `category`, which says what kind of event it is",
            "one:15:6: warning[no-source]: found no `sources`, expected what the event rests on",
            "one:18:6: warning[unused]: nothing refers to the place `p`",
        ],
    );
}

#[test]
fn translations_are_missed_where_the_chronology_has_the_language() {
    let with = |languages: &str, more: &str| {
        let heading = format!("[chronology]\ntitle = \"t\"\nlanguages = [{languages}]\n");
        format!("{RECORDS}{heading}{}", event("a", more))
    };
    check(&with("\"zh\", \"en\"", "summary = { zh = \"好\", en = \"good\" }\n"), &[]);
    check(&with("\"zh\", \"en\"", "summary = \"good\"\n"), &[]);
    check(&with("", "summary = { zh = \"好\" }\n"), &[]);
    let missing = |place: &str, key: &str, codes: &str| {
        format!("one:{place}: warning[missing-translation]: `{key}`: found no {codes}, a language of this chronology")
    };
    check(&with("\"en\", \"ja\"", "summary = { zh = \"好\" }\n"), &[&missing("16:11", "summary", "en and no ja")]);
    check(&with("\"en\"", "summary.zh = \"好\"\n"), &[&missing("16:1", "summary", "en")]);
    check(&with("\"en\"", "summary = { zh = \"好\", en = \" \" }\n"), &[&missing("16:11", "summary", "en")]);
    check(&with("\"en\"", "goods = [{ what = { zh = \"x\" } }]\n"), &[&missing("16:19", "what", "en")]);
    check(
        &with("\"en\"", "claims = [{ date = 1990, sources = [\"s\"], note.ja = \"x\" }]\n"),
        &[&missing("16:43", "note", "en")],
    );
}

#[test]
fn what_claims_and_actors_name_is_used() {
    let more = "claims = [{ date = 1990, sources = [\"t\"] }]\nfrom = [\"x\"]\n";
    let records = "[[source]]\nid = \"t\"\ntitle = \"t\"\n[[place]]\nid = \"p\"\nname = \"p\"\n\
                   [[actor]]\nid = \"x\"\nname = \"x\"\nof = \"y\"\n[[actor]]\nid = \"y\"\nname = \"y\"\nplace = \"p\"\n";
    check(&format!("{RECORDS}{}{records}", event("a", more)), &[]);
}

#[test]
fn events_are_alike_by_date_actors_and_title() {
    let check = |one: &str, other: &str, expected: usize| {
        let record =
            |id: &str, more: &str| format!("[[event]]\nid = \"{id}\"\ncategory = \"c\"\nsources = [\"s\"]\n{more}");
        let text = format!("{RECORDS}{}{}", record("a", one), record("b", other));
        let (_, problems) = checked(&[text.as_bytes()]);
        let alike: Vec<_> = problems.iter().filter(|problem| problem.rule == Rule::Alike).collect();
        assert_eq!(alike.len(), expected, "{one}{other}");
        assert!(alike.iter().all(|problem| problem.message.starts_with("`b` looks like `a`")), "{alike:?}");
    };
    let masks = "title = \"Masks for Yokohama\"\ndate = \"2020-03\"\n";
    check(masks, masks, 1);
    check(masks, &masks.replace("Masks for", "masks, for"), 1);
    check(masks, &masks.replace("Masks for", "Medical masks for"), 1);
    check(masks, &masks.replace("Masks for", "Thanks from"), 0);
    check(masks, &masks.replace("2020-03", "2020-04"), 0);
    check("title = \"Masks\"\n", "title = \"Masks\"\n", 0);
    check("title.zh = \"横滨口罩\"\ndate = 2020\n", "title.ja = \"横浜のマスク\"\ndate = 2020\n", 0);
}

#[test]
fn broken_references_by_the_thousand_are_no_burden() {
    let events: String =
        (0..3_000).map(|n| event(&format!("event-{n}"), &format!("after = [\"evant-{n}\"]\n"))).collect();
    let (_, problems) = checked(&[format!("{RECORDS}{events}").as_bytes()]);
    let unknown: Vec<_> = problems.iter().filter(|problem| problem.rule == Rule::UnknownReference).collect();
    assert_eq!(unknown.len(), 3_000);
    assert_eq!(unknown[0].help.as_deref(), Some("did you mean `event-0`?"));
}

#[test]
fn of_very_many_steps_to_nowhere_the_first_are_told_with_what_was_meant() {
    let events: String = (0..80).map(|n| event(&format!("event-{n}"), "")).collect();
    let steps: String = (0..80).map(|n| format!("{{ event = \"evant-{n}\" }}, ")).collect();
    let tour = format!("[[tour]]\nid = \"t\"\ntitle = \"T\"\nsteps = [{steps}]\n");
    let (_, problems) = checked(&[format!("{RECORDS}{events}{tour}").as_bytes()]);
    let unknown = problems.iter().filter(|problem| problem.rule == Rule::UnknownStep);
    let meant = unknown.map(|one| one.help.as_deref().is_some_and(|help| help.starts_with("did you mean")));
    let meant: Vec<bool> = meant.collect();
    assert!(meant.len() == 80 && meant[..50].iter().all(|meant| *meant) && meant[50..].iter().all(|meant| !meant));
}
