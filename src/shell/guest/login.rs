//! The program as a login shell, in a chroot that holds nothing else: whoever logs in is a guest.

use std::ffi::OsString;
use std::path::Path;

/// The chronology that a login shell shows, where the host has put one there.
const FILE: &str = "/events.toml";

/// The arguments of the program, or those that stand for them where it is a login shell.
///
/// A login shell is called with a name that begins with a dash, or, to carry out what somebody
/// has asked for, with `-c`. Whatever that is, it is the guest's wish and not the host's, and
/// is not looked at.
pub fn arguments(given: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let given: Vec<_> = given.collect();
    if !is_login(&given) {
        return given;
    }
    let file = Path::new(FILE).is_file().then_some(FILE);
    ["annals", "--guest"].into_iter().chain(file).map(OsString::from).collect()
}

fn is_login(given: &[OsString]) -> bool {
    let named = given.first().is_some_and(|name| name.as_encoded_bytes().starts_with(b"-"));
    named || given.get(1).is_some_and(|option| option == "-c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_login_shell_is_for_guests() {
        let check = |given: &[&str], is_login: bool| {
            let given: Vec<OsString> = given.iter().map(OsString::from).collect();
            let taken = arguments(given.iter().cloned());
            assert_eq!(taken != given, is_login, "{given:?}");
            assert!(!is_login || taken[1] == "--guest", "{given:?}");
        };
        check(&["-annals"], true);
        check(&["annals", "-c", "cat /etc/passwd"], true);
        check(&["-annals", "list"], true);
        check(&["/usr/bin/annals", "list", "-c"], false);
        check(&["annals"], false);
        check(&[], false);
    }
}
