//! A reader's own settings: what they change, and what is told where they make no sense.

use crate::common::{EVENTS, explored, outcome, type_script};
use annals::app::{Action, Bindings, Characters, Effect, Habits, Notice, Theme};
use annals::date::Language;
use annals::file::{Document, Style, render};
use annals::ui::{paint, picture};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

fn read(text: &str) -> (Habits, String) {
    let document = Document { name: "config.toml".to_owned(), text: text.to_owned().into() };
    let (habits, problems) = Habits::read(&document);
    (habits, render(&problems, &[document], Style::Short))
}

/// Checks what is told of a configuration.
fn check(text: &str, expected: &str) -> Habits {
    let (habits, told) = read(text);
    assert_eq!(told, expected, "{text}");
    habits
}

#[test]
fn what_makes_sense_is_followed() {
    let habits = check("theme = \"dark\"\nlanguage = \"zh\"\nmouse = true\n", "");
    assert_eq!((habits.theme, habits.language, habits.mouse), (Some(Theme::Dark), Some(Language::Zh), true));
    assert_eq!(check("ambiguous = \"wide\"\n", "").characters, Characters::Unambiguous);
    assert_eq!(check("ambiguous = \"narrow\"\n", ""), Habits::default());
    assert_eq!(check("", ""), Habits::default());
    assert_eq!(check("# nothing\n[keys]\n", "").bindings, Bindings::default());
}

#[test]
fn what_makes_none_is_told_and_left_aside() {
    let rows = [
        (
            "theme = \"drak\"",
            "1:9: error[bad-value]: `theme`: found `drak`, expected one of terminal, dark, light, high-contrast, none",
        ),
        ("language = \"de\"", "1:12: error[bad-value]: `language`: found `de`, expected one of zh, en, ja"),
        ("ambiguous = \"double\"", "1:13: error[bad-value]: `ambiguous`: found `double`, expected one of narrow, wide"),
        ("mouse = \"yes\"", "1:9: error[wrong-type]: `mouse`: found a string, expected true or false"),
        ("colour = 1", "1:1: error[unknown-key]: found the key `colour`, which a configuration does not have"),
        ("keys = 1", "1:8: error[wrong-type]: `keys`: found an integer, expected a table"),
    ];
    for (text, expected) in rows {
        assert_eq!(check(text, &format!("config.toml:{expected}\n")), Habits::default());
    }
    // What is meant is plain, but it has to be written so.
    let habits = check("theme = dark", "config.toml:1:9: error[syntax]: found a value without quotes\n");
    assert_eq!(habits.theme, Some(Theme::Dark));
    let habits = check(
        "theme = \"drak\"\nlanguage = \"ja\"\n",
        "config.toml:1:9: error[bad-value]: `theme`: found `drak`, expected one of terminal, dark, light, high-contrast, none\n",
    );
    assert_eq!((habits.theme, habits.language), (None, Some(Language::Ja)));
}

/// Checks what is told of the lines below `[keys]`, which is the first one, and that only
/// those in `kept` are followed.
fn check_keys(lines: &str, expected: &[&str], kept: &str) {
    let expected: String = expected.iter().map(|row| format!("config.toml:{row}\n")).collect();
    let habits = check(&format!("[keys]\n{lines}"), &expected);
    assert_eq!(habits.bindings, read(&format!("[keys]\n{kept}")).0.bindings, "{lines}");
}

#[test]
fn keys_are_checked_line_by_line() {
    check_keys("next = [\"x\"]", &[], "next = [\"x\"]");
    check_keys("nxt = [\"x\"]", &["2:1: error[unknown-key]: found the action `nxt`, which annals does not have"], "");
    check_keys(
        "next = \"x\"",
        &["2:8: error[wrong-type]: `next`: found a string, expected a list of strings"],
        "next = [\"x\"]",
    );
    check_keys("next = []", &["2:1: error[bad-value]: `next`: found no key, expected at least one"], "");
    check_keys("next = [\"5\"]", &["2:9: error[bad-value]: found the digit `5`, which begins a count"], "");
    let unknown = "found the key `dwon`, expected one character, or a name such as enter, down, ctrl-l";
    check_keys("next = [\"dwon\", \"x\"]", &[&format!("2:9: error[bad-value]: {unknown}")], "");
    check_keys("next = [\"q\"]", &["2:9: error[bad-value]: found the key `q`, which `quit` has already"], "");
    check_keys("next = [\"x\", \"x\"]", &["2:14: error[bad-value]: found the key `x`, which `next` has already"], "");
    check_keys("next = [\"q\"]\nquit = [\"ctrl-q\"]", &[], "next = [\"q\"]\nquit = [\"ctrl-q\"]");
    check_keys(
        "next = [\"x\"]\nfind = [\"x\"]\n",
        &["3:9: error[bad-value]: found the key `x`, which `next` has already"],
        "next = [\"x\"]",
    );
}

#[test]
fn a_line_that_is_left_aside_takes_its_keys_back() {
    let lines = "next = [\"q\"]\nquit = [\"?\"]";
    let expected = [
        "2:9: error[bad-value]: found the key `q`, which `quit` has already",
        "3:9: error[bad-value]: found the key `?`, which `help` has already",
    ];
    check_keys(lines, &expected, "");
}

#[test]
fn help_and_hints_name_the_keys_as_they_are() {
    let mut state = explored(EVENTS, (100, 60), Language::En, "");
    state.bindings = read("[keys]\nnext = [\"x\"]\nquit = [\"ctrl-q\"]\nhelp = [\"H\"]\n").0.bindings;
    let shown = picture(&paint(&state));
    assert!(
        shown.lines().last().is_some_and(|line| line.contains("x step") && line.contains("Ctrl-Q quit")),
        "{shown}"
    );
    type_script(&mut state, "x");
    assert_eq!(state.selected.map(|event| event.index()), Some(1));
    type_script(&mut state, "j H");
    assert_eq!(state.selected.map(|event| event.index()), Some(1));
    let help = picture(&paint(&state));
    assert!(help.lines().any(|line| line.contains(" x  ") && line.contains("next event")), "{help}");
}

#[test]
fn what_is_told_in_passing_names_the_keys_as_they_are() {
    let told = |settings: &str, keys: &str| {
        let mut state = explored(EVENTS, (80, 24), Language::En, "");
        state.bindings = read(&format!("[keys]\n{settings}")).0.bindings;
        type_script(&mut state, keys);
        picture(&paint(&state)).lines().last().map(str::to_owned).unwrap_or_default()
    };
    let check = |settings: &str, keys: &str, expected: &str| {
        let line = told(settings, keys);
        assert!(format!("{line}  ").starts_with(&format!(" {expected}  ")), "{line}");
    };
    check("", "n", "Nothing is asked yet; / begins a query.");
    check("find = [\"s\"]", "n", "Nothing is asked yet; s begins a query.");
    check("out = [\"x\"]", "p G j", "This is the last step; Esc leaves the tour.");
    check("next = [\"x\"]", "tab enter", "No link is selected; x goes to one, if the page has any.");
}

#[test]
fn how_much_is_wrong_in_the_settings_is_told_whole_and_again_among_the_problems() {
    for (language, said) in [
        (Language::Zh, "config.toml 有2个问题，退出后可见详情。"),
        (Language::En, "config.toml has 2 problems, told in full when you leave."),
        (Language::Ja, "config.tomlに問題が2件。詳細は終了後に表示。"),
    ] {
        let mut state = explored(EVENTS, (80, 24), language, "");
        state.config_problems = 2;
        state.apply(Action::Notify(Notice::Config(2)));
        let shown = picture(&paint(&state));
        assert!(shown.lines().last().is_some_and(|line| line.starts_with(&format!(" {said} "))), "{shown}");
        type_script(&mut state, "j !");
        let shown = picture(&paint(&state));
        assert!(shown.contains(said) && shown.contains(state.words().no_problems), "{shown}");
    }
}

/// The program's picture with a configuration, and what it says on standard error.
fn framed(folder: &Path, variables: &[(&str, &Path)], arguments: &[&str]) -> (String, String) {
    fs::create_dir_all(folder).expect("a folder");
    let mut command = Command::new(env!("CARGO_BIN_EXE_annals"));
    command.args(["--frame", "80x24"]).args(arguments).env_clear().stdin(Stdio::null());
    command.envs(variables.iter().copied());
    let (text, errors, status) = outcome(&command.output().expect("it runs"));
    assert_eq!(status, Some(0));
    (text, errors)
}

#[test]
fn the_program_finds_its_configuration() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("habits");
    let (config, home) = (folder.join("config"), folder.join("home"));
    for (base, text) in
        [(config.clone(), "language = \"ja\"\n"), (home.join(".config"), "language = \"zh\"\nmouse = 1\n")]
    {
        fs::create_dir_all(base.join("annals")).expect("a folder");
        fs::write(base.join("annals/config.toml"), text).expect("a file");
    }
    let (text, errors) = framed(&folder, &[("XDG_CONFIG_HOME", &config), ("HOME", &home)], &[]);
    assert!(text.contains("40件：日まで10") && errors.is_empty(), "{text}{errors}");
    let (text, errors) = framed(&folder, &[("XDG_CONFIG_HOME", Path::new("habits")), ("HOME", &home)], &[]);
    assert!(text.contains("config.toml 有1个问题"), "{text}");
    for part in ["config.toml:2:9", "error[wrong-type]", "`mouse`: found an integer, expected true or false"] {
        assert!(errors.contains(part), "{errors}");
    }
    let (text, _) = framed(&folder, &[("HOME", &home)], &["--lang", "en"]);
    assert!(text.contains("config.toml has 1 problem"), "{text}");
    let (text, errors) = framed(&folder, &[], &[]);
    assert!(text.contains("40 events"), "{text}");
    assert_eq!(errors, "");
}

#[test]
fn a_citation_is_copied_in_the_language_that_is_read() {
    for (language, title) in
        [(Language::En, "“Yokohama's mayor writes her thanks”"), (Language::Zh, "“"), (Language::Ja, "「")]
    {
        let mut state = explored(EVENTS, (100, 30), language, "19j");
        let Effect::Copy(text) = state.apply(Action::Copy) else { panic!("nothing was copied") };
        assert!(text.starts_with(title) && text.lines().count() == 3, "{text}");
        let told = state.notice.as_ref().map(|notice| notice.sentence(language, |_| String::new()));
        let shown = picture(&paint(&state));
        assert!(shown.contains(&told.expect("it is told")), "{shown}");
    }
    let mut empty = explored("format = 1\n", (80, 24), Language::En, "");
    assert_eq!(empty.apply(Action::Copy), Effect::None);
}
