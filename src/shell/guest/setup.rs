//! `annals guest-setup`: what a host does to let guests in, as text to read and to copy from.

use super::settings::{ACCOUNT, GUEST, SERVER, SERVER_FILE, Setting, UNIT, UNIT_FILE, WAYS, Way};
use crate::app::RIGHTS;
use crate::file::{Breaks, visible};
use std::env;
use std::path::PathBuf;

/// Where the program is taken to lie if the system does not say.
const USUAL_PLACE: &str = "/usr/local/bin/annals";

/// All of it: what guests may do, then the two ways, then the unit for either. A file's
/// content stands below its name, as `tail` writes names: `==> /etc/ssh/annals.conf <==`.
pub fn setup() -> String {
    let place = env::current_exe().unwrap_or_else(|_| PathBuf::from(USUAL_PLACE));
    let ways = WAYS.iter().enumerate().map(|(at, way)| self::way(at + 1, way)).collect::<String>();
    format!("{}{ways}{}", introduction(), unit()).replace("@ANNALS@", &word(&place.to_string_lossy()))
}

/// A path as one word of a shell; what cannot be seen in it is made visible, and so leads nowhere.
fn word(path: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | '+');
    let path = visible(path, Breaks::Join);
    if path.chars().all(is_plain) { path.into_owned() } else { format!("'{}'", path.replace('\'', r"'\''")) }
}

fn introduction() -> String {
    let rights = RIGHTS.iter().map(|right| {
        let may = if right.guest { "may" } else { "cannot" };
        format!("#   {may:6} {}\n", right.what)
    });
    format!(
        "# How to let anyone explore this chronology over SSH, as the guest {ACCOUNT}. A guest\n{}\
         # and before the first key is read the process gives up files, network, new programs,\n\
         # more memory and more processor time. What it cannot give up for want of Landlock in\n\
         # the kernel it tells the system's log; in the second way there is no /dev/log to tell\n\
         # it to, and the folder is what holds. Take one of the two ways, then the unit.\n",
        rights.collect::<String>()
    )
}

fn way(number: usize, way: &Way) -> String {
    let match_block: String = way.own.iter().chain(GUEST).map(|setting| told(setting, "    ")).collect();
    format!(
        "\n# Way {number}. {}.\n\n==> run as root <==\n{}\n==> {SERVER_FILE} <==\n{}\
         # There is no AcceptEnv line: a guest's variables stay outside.\n\
         Match User {ACCOUNT}\n{match_block}",
        way.heading,
        all(way.account),
        all(SERVER),
    )
}

fn unit() -> String {
    let sections = UNIT.iter().map(|(name, settings)| format!("[{name}]\n{}", all(settings)));
    format!(
        "\n# Either way: a server of its own, with limits for all guests together.\n\n==> {UNIT_FILE} <==\n{}\
         \n==> run as root <==\n{}",
        sections.collect::<Vec<_>>().join("\n"),
        told(&("systemctl enable --now annals", "from now on, and whenever the machine starts"), ""),
    )
}

fn all(settings: &[Setting]) -> String {
    settings.iter().map(|setting| told(setting, "")).collect()
}

fn told((line, why): &Setting, indent: &str) -> String {
    format!("{indent}# {why}\n{indent}{line}\n")
}

#[cfg(test)]
mod tests {
    use super::word;

    #[test]
    fn a_place_is_one_word_of_the_shell() {
        for (path, expected) in [
            ("/usr/local/bin/annals", "/usr/local/bin/annals"),
            ("/opt/my tools/annals", "'/opt/my tools/annals'"),
            ("/opt/a;id/annals", "'/opt/a;id/annals'"),
            ("/opt/it's/annals", r"'/opt/it'\''s/annals'"),
            ("/opt/\nForceCommand sh/annals", "'/opt/ ForceCommand sh/annals'"),
        ] {
            assert_eq!(word(path), expected);
        }
    }
}
