//! The manual and the completions: all that the program's tables hold, and real shells.

use crate::common::{annals, outcome};
use annals::app::KEYMAP;
use annals::chronology::query::explained;
use annals::date::Language;
use annals::exchange::{FORMATS, IMPORTERS};
use annals::file::RULES;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

fn printed(arguments: &[&str]) -> String {
    let (text, errors, status) = outcome(&annals(arguments).output().expect("the program runs"));
    assert_eq!((errors.as_str(), status), ("", Some(0)), "{arguments:?}");
    text
}

/// What a program makes of a text on its standard input; `None` where the machine lacks it.
fn filtered(program: &str, arguments: &[&str], input: &str) -> Option<(String, String, Option<i32>)> {
    let command = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut child) = command else {
        let said = format!("a test was left out: there is no {program} on this machine\n");
        std::io::stderr().write_all(said.as_bytes()).expect("it can be told");
        return None;
    };
    let mut pipe = child.stdin.take().expect("a pipe");
    let text = input.to_owned();
    let writer = std::thread::spawn(move || pipe.write_all(text.as_bytes()));
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("it is fed").expect("it reads");
    Some(outcome(&output))
}

#[test]
fn the_manual_has_all_that_the_tables_have() {
    let page = printed(&["man"]);
    assert_eq!(page, printed(&["man"]), "it is the same every time");
    let page = page.replace("\\-", "-").replace("\\*(Aq", "'");
    let has = |word: &str| assert!(page.contains(word), "{word}");
    FORMATS.iter().flat_map(|format| [format.id, format.summary]).for_each(has);
    IMPORTERS.iter().flat_map(|importer| [importer.id, importer.summary]).for_each(has);
    RULES.iter().flat_map(|rule| [rule.id, rule.summary]).for_each(has);
    KEYMAP.iter().for_each(|binding| has(binding.help(Language::En)));
    explained(Language::En).for_each(|(form, means)| [form.as_str(), means].into_iter().for_each(has));
    ["person, organisation", "stated, inferred", "black, red, green"].into_iter().for_each(has);
    for section in
        ["COMMANDS", "KEYS", "QUERIES", "EXPORT FORMATS", "IMPORT FORMATS", "FILE", "RULES", "EXIT STATUS", "EXAMPLES"]
    {
        assert!(page.contains(&format!(".SH \"{section}\"")) || page.contains(&format!(".SH {section}")), "{section}");
    }
}

#[test]
fn the_manual_is_one_to_groff() {
    let arguments = ["-man", "-Tutf8", "-wall", "-Kutf8"];
    if let Some((text, errors, status)) = filtered("groff", &arguments, &printed(&["man"])) {
        assert_eq!((errors.as_str(), status), ("", Some(0)));
        assert!(text.contains("timelinejs-csv"), "{text}");
    }
}

/// What Bash offers for a line, with the program on its path.
fn offered(line: &str) -> Option<Vec<String>> {
    let script = format!(
        "PATH={:?}:$PATH\n{}\nCOMP_LINE={line:?}; COMP_POINT=${{#COMP_LINE}}; read -ra COMP_WORDS <<< \"$COMP_LINE\"\n\
         [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=('')\nCOMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))\n\
         entry=$(complete -p annals); function=${{entry##*-F }}; function=${{function%% *}}\n\
         $function annals \"${{COMP_WORDS[COMP_CWORD]}}\" \"${{COMP_WORDS[COMP_CWORD-1]}}\"\n\
         printf '%s\\n' \"${{COMPREPLY[@]}}\"\n",
        Path::new(env!("CARGO_BIN_EXE_annals")).parent().expect("a folder"),
        printed(&["completions", "bash"]),
    );
    let (text, errors, _) = filtered("bash", &["--noprofile", "--norc"], &script)?;
    assert_eq!(errors, "", "{line}");
    Some(text.lines().map(str::to_owned).collect())
}

#[test]
fn bash_completes_commands_formats_ids_and_actors() {
    let check = |line: &str, expected: &[&str]| {
        if let Some(found) = offered(line) {
            assert_eq!(found, expected, "{line}");
        }
    };
    check("annals impo", &["import"]);
    check("annals export --to time", &["timelinejs", "timelinejs-csv"]);
    check("annals import --from mark", &["markwhen"]);
    check("annals show goods-y", &["goods-yokohama"]);
    check("annals why masks-pal", &["masks-palmerston-north"]);
    check("annals --at outbreak", &["outbreak-abroad"]);
    check("annals list --lang ", &["zh", "en", "ja"]);
    check("annals list --query actor:hayashi", &["hayashi-fumiko"]);
}

#[test]
fn every_shell_has_a_script_that_asks_for_ids() {
    for (shell, asks) in [
        ("bash", "_annals_words ids"),
        ("zsh", ":id -- The event'\\''s id:_annals_ids"),
        ("fish", "__annals_words ids"),
        ("powershell", "annals complete ids"),
    ] {
        let script = printed(&["completions", shell]);
        assert!(script.contains(asks), "{shell}");
        for format in FORMATS.iter().filter(|_| shell != "powershell") {
            assert!(script.contains(format.id), "{shell}: {}", format.id);
        }
    }
    assert_eq!(printed(&["complete", "ids"]).lines().count(), 40);
    assert!(printed(&["complete", "query"]).lines().any(|word| word == "actor:hayashi-fumiko"));
}
