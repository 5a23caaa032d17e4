//! What is no EDTF: where it stops being one, what is said of it, and what is advised.

use annals::date::{Date, DateError};

fn refusal(text: &str) -> DateError {
    match text.parse::<Date>() {
        Ok(date) => panic!("{text:?} was read as {date}"),
        Err(error) => error,
    }
}

#[test]
fn corrections() {
    for (text, at, corrected) in [
        ("1859/06", 8, "1859-06"),
        ("1859-6-2", 7, "1859-06-02"),
        ("2020.3", 5, "2020-03"),
        ("2020.3.15", 5, "2020-03-15"),
        ("2020/03/05", 8, "2020-03-05"),
        ("15.4.2020", 3, "2020-04-15"),
        ("15. 4. 2020", 4, "2020-04-15"),
        ("15/4/2020", 5, "2020-04-15"),
        ("4/15/2020", 5, "2020-04-15"),
        ("4/4/2020", 4, "2020-04-04"),
        ("4/2020", 2, "2020-04"),
        ("2020-3/2020-5", 7, "2020-03/2020-05"),
        ("20200315", 5, "2020-03-15"),
        ("２０２０－０３", 1, "2020-03"),
        ("2020–03", 5, "2020-03"),
        ("2020年3月", 5, "2020-03"),
        ("2020年3月5日", 5, "2020-03-05"),
        ("2020年四月", 5, "2020-04"),
        ("2020年十二月5日", 5, "2020-12-05"),
        ("约2020年", 1, "2020~"),
        ("2020年頃", 5, "2020~"),
        ("circa 1920", 6, "1920~"),
        ("1990s", 5, "199X"),
        ("April 1992", 6, "1992-04"),
        ("15 April 2020", 3, "2020-04-15"),
        ("500 BC", 4, "-0499"),
        ("before 1992", 7, "[..1991]"),
        ("2014 or 2017", 5, "[2014,2017]"),
        ("c. 1920", 3, "1920~"),
        ("ca 1920", 3, "1920~"),
        ("C1920", 1, "1920~"),
        ("-05XX", 2, "[-0599..-0500]"),
        ("-1X99", 2, "[-1999..-1099]"),
        ("-XXXX", 2, "[-9999..-0001]"),
        ("-000X", 2, "[-0009..-0001]"),
        ("199u", 4, "199X"),
        ("1999-uu-uu", 6, "1999-XX-XX"),
        ("199x", 4, "199X"),
        ("1985/unknown", 6, "1985/"),
        ("unknown/1985", 1, "/1985"),
        ("1985/open", 6, "1985/.."),
        ("y170000002", 1, "Y170000002"),
        ("y17e7", 1, "Y17E7"),
        ("y17101e4p3", 1, "Y17101E4S3"),
        ("-Y170000002", 2, "Y-170000002"),
        ("12020", 5, "Y12020"),
        ("Y1985", 2, "1985"),
        ("1984?~", 6, "1984%"),
        ("2020/2019", 6, "2019/2020"),
        ("2020-03-05/2020-02", 12, "2020-02/2020-03-05"),
        ("[1990..1985]", 8, "[1985..1990]"),
        ("1914-1918", 8, "1914/1918"),
        ("2018-01-15/02-20", 14, "2018-01-15/2018-02-20"),
        (" 2020 ", 1, "2020"),
        ("[1667, 1668]", 7, "[1667,1668]"),
        ("2020-03-05 10:00:00", 11, "2020-03-05T10:00:00"),
        ("1985-04-12t23:20:30z", 11, "1985-04-12T23:20:30Z"),
    ] {
        let error = refusal(text);
        assert_eq!(error.at, at, "{text}: {error}");
        let hint = error.hint.map(|hint| hint.to_string()).unwrap_or_default();
        assert!(hint.starts_with(&format!("write `{corrected}`: ")), "{text}: {hint}");
        assert!(corrected.parse::<Date>().is_ok(), "{corrected}");
    }
}

#[test]
fn reasons() {
    for (text, hint) in [
        ("1859/06", "write `1859-06`: year, month and day are joined by `-`"),
        ("circa 1920", "write `1920~`: `~` after a date says that it is approximate"),
        ("2020.3", "write `2020-03`: year, month and day are joined by `-`; month and day have two digits each"),
        ("15/4/2020", "write `2020-04-15`: the year comes first, then month and day"),
        ("3/4/2020", "write `2020-04-03` for 3 April 2020, `2020-03-04` for 4 March 2020"),
        (" ３-4-2020", "write `2020-04-03` for 3 April 2020, `2020-03-04` for 4 March 2020"),
        ("../..", "leave the date out where nothing is known of it"),
        ("unknown", "leave the date out where nothing is known of it"),
    ] {
        assert_eq!(refusal(text).hint.map(|hint| hint.to_string()).as_deref(), Some(hint), "{text}");
    }
}

#[test]
fn messages() {
    for (text, at, message) in [
        ("", 1, "found nothing, expected a date such as 2020, 2020-03 or 2020-03-15"),
        ("hello", 1, "found `hello`, expected a year of four digits (`X` for a digit not known)"),
        ("198", 4, "found the end, expected a year of four digits (`X` for a digit not known)"),
        ("2020-13", 6, "found `13`, expected a month from 01 to 12, or a part of the year from 21 to 41"),
        ("2020-1", 7, "found the end, expected a month of two digits (`X` for a digit not known)"),
        ("2020-02-30", 9, "found day 30, but February 2020 has 29 days"),
        ("2021-02-29", 9, "found day 29, but February 2021 has 28 days"),
        ("2020?-04~-31", 11, "found day 31, but April 2020 has 30 days"),
        ("2020/2021-02-29", 14, "found day 29, but February 2021 has 28 days"),
        ("[2019..2021-11-31]", 16, "found day 31, but November 2021 has 30 days"),
        ("19XX-04-31", 9, "found day 31, but April has 30 days"),
        ("X900-02-29", 9, "found day 29, but no year X900 has that day in February"),
        ("1985-02-3X", 9, "found day 3X, but February 1985 has 28 days"),
        ("2020-04-00", 9, "found day 00, expected a day from 01"),
        ("2020-21-05", 9, "found `05`, expected no day after a season or another part of the year"),
        ("2020/2019", 6, "found an interval that ends before it begins, expected the earlier date first"),
        ("../..", 1, "found an interval without a date, expected one on at least one side of `/`"),
        ("2020-03-05T25:00:00", 12, "found `25`, expected an hour from 00 to 23"),
        ("20050924T100000", 1, "found a time without a whole date, expected YYYY-MM-DD before `T`"),
        ("{1960,}", 7, "found `}`, expected a date between the commas"),
        ("[1960", 5, "found a set that is not closed, expected `]` or `}` at its end"),
        ("-0000", 1, "found the year -0000, expected 0000, which is 1 BC"),
        (
            "-05XX-03",
            2,
            "found an `X` in a year before 0000, where annals reads four digits, \
             or a range of years such as [-0599..-0500]",
        ),
        ("2020\u{1b}[31m", 5, "found the character U+001B, expected a date without spaces and control characters"),
        ("\u{202e}2020", 1, "found the character U+202E, expected only ASCII digits, letters and signs"),
        ("安政六年", 1, "found `安`, expected only ASCII digits, letters and signs"),
        (
            "abcdefghijklmnopqrstuvwxyz",
            1,
            "found `abcdefghijklmnopqrst...`, expected a year of four digits (`X` for a digit not known)",
        ),
    ] {
        let error = refusal(text);
        assert_eq!((error.at, error.message.as_str()), (at, message), "{text}");
    }
}

#[test]
fn far_too_long() {
    let error = refusal(&"1".repeat(1_000_000));
    assert_eq!(error.message, "found a text of more than 1000 characters, expected a date");
    assert_eq!((error.at, error.hint), (1001, None));
}
