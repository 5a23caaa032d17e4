//! `annals check --explain`: what a rule asks, why, and what breaks it.

use super::check::checked;
use super::{locale, output};
use crate::file::{Breaks, Document, Problem, Rule, RuleRow, Style, render, visible};
use crate::view::wrap::wrap;
use std::process::ExitCode;

/// The columns of the text.
const WIDTH: usize = 80;

/// How far an example is set in.
const INDENT: &str = "    ";

/// Prints all that there is to say of a rule.
pub fn run(rule: Rule) -> ExitCode {
    output::print(&explained(rule.row()), output::WELL)
}

fn explained(row: &RuleRow) -> String {
    let RuleRow { id, summary, explanation, example, .. } = row;
    let mut text = format!("{}[{id}]: {summary}\n\n", row.severity.name());
    for line in wrap(explanation, WIDTH) {
        text += &format!("{}\n", &explanation[line]);
    }
    if !example.is_empty() {
        text += &format!("\nFor example:\n\n{}", files(example));
        text += &format!("\nannals check says:\n\n{}\n", set_in(report(row).trim_end()));
        text += &format!("Mended:\n\n{}", files(&row.mended()));
    }
    text
}

/// The files, set in; each with its name where there are several.
fn files(contents: &[impl AsRef<[u8]>]) -> String {
    let documents = documents(contents).0;
    let told = documents.iter().map(|document| match documents.len() {
        1 => set_in(document.text.trim_end()),
        _ => format!("{}\n{}", document.name, set_in(document.text.trim_end())),
    });
    told.collect::<Vec<_>>().join("\n")
}

/// What `annals check` says of the example, of this rule alone.
fn report(row: &RuleRow) -> String {
    let (documents, problems) = documents(row.example);
    let content = checked(documents, problems);
    let problems: Vec<Problem> = content.problems.into_iter().filter(|problem| problem.rule == row.rule).collect();
    render(&problems, &content.documents, Style::Full { color: false, ascii: !locale::is_utf8() })
}

fn documents(contents: &[impl AsRef<[u8]>]) -> (Vec<Document>, Vec<Problem>) {
    let names = ["example.toml", "second.toml"];
    let read = contents.iter().zip(names).enumerate();
    let (documents, problems): (Vec<_>, Vec<_>) =
        read.map(|(index, (bytes, name))| Document::from_bytes(name, bytes.as_ref().to_vec(), index)).unzip();
    (documents, problems.into_iter().flatten().collect())
}

/// The lines, all visible and set in.
fn set_in(text: &str) -> String {
    let text = visible(text, Breaks::Keep);
    let line = |line: &str| if line.is_empty() { "\n".to_owned() } else { format!("{INDENT}{line}\n") };
    text.lines().map(line).collect()
}
