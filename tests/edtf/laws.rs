//! What holds for any date and for any text.

use annals::date::{Bound, Date, Language};
use proptest::prelude::*;

/// Two digits, either of which may be unknown.
fn field() -> impl Strategy<Value = String> {
    prop_oneof![4 => "(0[1-9]|1[0-2]|2[0-9]|3[0-9])", 1 => "[0-3X][0-9X]"]
}

fn mark() -> impl Strategy<Value = String> {
    prop_oneof![4 => Just(String::new()), 1 => "[?~%]"]
}

/// What looks like a date; nearly always it is one.
fn date_text() -> BoxedStrategy<String> {
    let year = prop_oneof![6 => "-?[0-2][0-9]{3}", 2 => "[12X][0-9X]{3}", 1 => "[1-9][0-9]{3}S[1-4]"];
    let calendar =
        (year, prop::option::of((mark(), field(), mark(), prop::option::of((mark(), field(), mark())))), mark())
            .prop_map(|(year, month, end)| {
                let rest = month.map_or_else(String::new, |(before, month, after, day)| {
                    let day = day.map_or_else(String::new, |(before, day, after)| format!("-{before}{day}{after}"));
                    format!("-{before}{month}{after}{day}")
                });
                format!("{year}{rest}{end}")
            });
    prop_oneof![8 => calendar, 1 => "Y-?[1-9][0-9]{4,18}(S[1-3])?", 1 => "Y-?[1-9][0-9]{0,4}E[1-9][0-9]?(S1)?"].boxed()
}

/// What looks like an expression.
fn expression() -> BoxedStrategy<String> {
    let pair = || (date_text(), date_text());
    prop_oneof![
        6 => date_text(),
        2 => pair().prop_map(|(from, to)| format!("{from}/{to}")),
        1 => (date_text(), "(\\.\\.)?").prop_map(|(from, open)| format!("{from}/{open}")),
        1 => (date_text(), "(\\.\\.)?").prop_map(|(to, open)| format!("{open}/{to}")),
        1 => pair().prop_map(|(from, to)| format!("..{from}/{to}..")),
        2 => (prop::collection::vec(date_text(), 1..5), any::<bool>()).prop_map(|(dates, is_one)| {
            if is_one { format!("[{}]", dates.join(",")) } else { format!("{{{}}}", dates.join(",")) }
        }),
        1 => pair().prop_map(|(from, to)| format!("[..{from},{to}..]")),
        1 => pair().prop_map(|(from, to)| format!("{{{from}..{to}}}")),
    ]
    .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn what_is_printed_is_read_as_the_same(text in expression()) {
        if let Ok(date) = text.parse::<Date>() {
            let printed = date.to_string();
            prop_assert_eq!(printed.parse::<Date>(), Ok(date));
            prop_assert_eq!(printed.parse::<Date>().map(|again| again.to_string()), Ok(printed));
        }
    }

    #[test]
    fn bounds_do_not_cross(text in expression()) {
        if let Ok(date) = text.parse::<Date>() {
            let bounds = date.bounds();
            for (lower, upper) in [
                (Bound::EarliestStart, Bound::LatestStart),
                (Bound::EarliestEnd, Bound::LatestEnd),
                (Bound::EarliestStart, Bound::EarliestEnd),
                (Bound::LatestStart, Bound::LatestEnd),
            ] {
                if let (Some(lower), Some(upper)) = (bounds[lower], bounds[upper]) {
                    prop_assert!(lower <= upper, "{} {:?}", text, bounds);
                }
            }
            prop_assert_eq!(bounds[Bound::EarliestStart], date.earliest().day());
            prop_assert_eq!(bounds[Bound::LatestEnd], date.latest().day());
        }
    }

    #[test]
    fn every_date_has_its_words(text in expression()) {
        if let Ok(date) = text.parse::<Date>() {
            for language in Language::ALL {
                let bounds = date.bounds();
                let known = [bounds.words(language), bounds.brief(language, Some(2020))];
                let said = [date.words(language), date.brief(language, None), date.brief(language, Some(2020))];
                for words in said.into_iter().chain(known.into_iter().flatten()) {
                    prop_assert!(!words.is_empty() && words.trim() == words, "{} {:?}", text, words);
                    prop_assert!(!words.contains(['{', '}']) && !words.contains("  "), "{} {:?}", text, words);
                    prop_assert!(language == Language::En || !words.contains(' '), "{} {:?}", text, words);
                }
            }
        }
    }

    #[test]
    fn refusals_are_short_and_plain(text in prop_oneof!["[0-9XYTSEZ?~%./,{}\\[\\]: +-]{0,24}", "\\PC{0,40}", ".{0,400}"]) {
        if let Err(error) = text.parse::<Date>() {
            let said = format!("{} {}", error.message, error.hint.as_ref().map(ToString::to_string).unwrap_or_default());
            prop_assert!(said.chars().count() < 400 && !said.contains(char::is_control), "{:?}", said);
            prop_assert!((1..=text.chars().count() + 1).contains(&error.at), "{:?} {}", text, error.at);
            prop_assert!(!error.message.contains("an EDTF date such as"), "{:?} has no words of its own", text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn words_are_read_back_as_what_they_say_or_not_at_all(text in expression()) {
        if let Ok(date) = text.parse::<Date>() {
            for language in Language::ALL {
                let said = [(date.words(language), "date"), (date.bounds().words(language).unwrap_or_default(), "bounds")];
                for (words, of) in said {
                    if let Some(read) = Date::from_words(&words) {
                        prop_assert_eq!(read.bounds(), date.bounds(), "{} of {}: {} is read as {}", of, text, words, read);
                    }
                }
            }
        }
    }
}
