//! Months that are named in words: `june`, `6月`, `六月`, `June 2020`.
//!
//! They are looked for in texts like all words, and among the days as well: who asks for a month
//! mostly means what happened then.

use super::fold::fold;
use super::matching::{Known, Match, Spans};
use crate::date::{Date, Day, Language, NameWidth, month_name, months_in_characters, months_in_digits};

/// A month of one year, or of any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Month {
    /// From 1 to 12.
    month: u8,
    year: Option<i64>,
}

/// The months of a year.
const MONTHS: i64 = 12;

impl Month {
    /// The month that these words side by side are. Of a year it may be called by its short
    /// name; alone that may be many another word. In Chinese and in Japanese the year comes first.
    pub fn of(words: &[&str]) -> Option<Self> {
        match *words {
            [month] => Some(Self { month: named(month, &[NameWidth::Long])?, year: None }),
            [year, month] if !month.is_ascii() && self::year(year).is_some() => Self::of_year(year, month),
            [month, year] => Self::of_year(year, month),
            _ => None,
        }
    }

    fn of_year(year: &str, month: &str) -> Option<Self> {
        let year = Some(self::year(year)?);
        Some(Self { month: named(month, &[NameWidth::Long, NameWidth::Short])?, year })
    }

    /// Its date, if it is of one year.
    pub fn date(self) -> Option<Date> {
        format!("{:04}-{:02}", self.year?, self.month).parse().ok()
    }

    /// Whether an event of which so much is known went on then.
    pub fn compare(self, known: &Known) -> Match {
        let Spans { certain, first, last } =
            known.spans(|day: Day| day.year().saturating_mul(MONTHS).saturating_add(i64::from(day.month()) - 1));
        let is_certain = certain.is_some_and(|(first, last)| self.is_within(Some(first), Some(last)));
        match self.is_within(first, last) {
            _ if is_certain => Match::Certainly,
            true => Match::Possibly,
            false => Match::No,
        }
    }

    /// Whether it is one of the months from one to another, all numbered; `None` is without end.
    fn is_within(self, first: Option<i64>, last: Option<i64>) -> bool {
        let month = i64::from(self.month) - 1;
        match (self.year, first, last) {
            (Some(year), ..) => {
                let number = year * MONTHS + month;
                first.is_none_or(|first| first <= number) && last.is_none_or(|last| number <= last)
            }
            (None, Some(first), Some(last)) => first.saturating_add((month - first).rem_euclid(MONTHS)) <= last,
            (None, ..) => true,
        }
    }
}

/// Whether a word is the name of a month, in whichever language.
pub fn is_month(word: &str) -> bool {
    Month::of(&[word]).is_some()
}

/// The month of this name, in whichever language.
fn named(word: &str, widths: &[NameWidth]) -> Option<u8> {
    let word = months_in_digits(&fold(word));
    let word = word.strip_suffix('份').unwrap_or(&word);
    let is_called = |month: u8| {
        let mut names =
            widths.iter().flat_map(|width| Language::ALL.map(|language| month_name(month, language, *width)));
        names.any(|name| fold(name) == word)
    };
    (1..=12).find(|month| is_called(*month))
}

/// A word, and the same with its Chinese or Japanese month in the other writing: texts have either.
pub(super) fn writings(word: &str) -> Vec<String> {
    let folded = fold(word);
    let others = [months_in_digits(&folded), months_in_characters(&folded)];
    others.into_iter().filter(|other| *other != folded).chain([word.to_owned()]).collect()
}

/// A year of four digits.
fn year(word: &str) -> Option<i64> {
    let digits = word.strip_suffix('年').unwrap_or(word);
    digits.parse().ok().filter(|_| digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_named_in_three_languages() {
        let month = |month, year| Some(Month { month, year });
        for (words, expected) in [
            (&["june"][..], month(6, None)),
            (&["May"], month(5, None)),
            (&["6月"], month(6, None)),
            (&["１２月"], month(12, None)),
            (&["六月份"], month(6, None)),
            (&["十一月"], month(11, None)),
            (&["十月"], month(10, None)),
            (&["十三月"], None),
            (&["jun"], None),
            (&["Jun", "2020"], month(6, Some(2020))),
            (&["June", "2020"], month(6, Some(2020))),
            (&["6月", "2020年"], month(6, Some(2020))),
            (&["2020年", "6月"], month(6, Some(2020))),
            (&["2020", "六月份"], month(6, Some(2020))),
            (&["2020年", "2020年"], None),
            (&["June", "20"], None),
            (&["2020", "June"], None),
            (&["2020年", "十二月"], month(12, Some(2020))),
            (&["13月"], None),
            (&["juneau"], None),
            (&[], None),
        ] {
            assert_eq!(Month::of(words), expected, "{words:?}");
        }
    }

    #[test]
    fn an_event_went_on_in_a_month_certainly_possibly_or_not() {
        use Match::{Certainly, No, Possibly};
        for (date, in_june, in_june_2020) in [
            ("2020-06-15", Certainly, Certainly),
            ("2020-06", Certainly, Certainly),
            ("2020-06~", Possibly, Possibly),
            ("2019-06", Certainly, No),
            ("2020-05-30/2020-07-02", Certainly, Certainly),
            ("2020-05/2020-06", Certainly, Certainly),
            ("[2020-05-30..2020-06-02]", Possibly, Possibly),
            ("2020", Possibly, Possibly),
            ("2019-08/2020-05", No, No),
            ("2019-05/2020-04", Certainly, No),
            ("[..2020-05]", Possibly, No),
            ("[2020-07..]", Possibly, No),
            ("-0043-06", Certainly, No),
            ("-0043-07/-0042-05", No, No),
        ] {
            let own: Date = date.parse().expect("a date");
            let known = Known { bounds: own.bounds(), is_doubtful: own.is_approximate() || own.is_uncertain() };
            let found = [None, Some(2020)].map(|year| Month { month: 6, year }.compare(&known));
            assert_eq!(found, [in_june, in_june_2020], "{date}");
        }
    }
}
