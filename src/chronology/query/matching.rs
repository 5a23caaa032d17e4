//! Certainly, possibly or not: how an event matches, and how that combines.

use super::vocabulary::Comparison;
use crate::date::{Bound, Bounds, Date, Day};

/// How an event matches a query.
///
/// Words and names match certainly or not at all, but for initials of what is merely told, which
/// may be of anything. Of dates, and so of months that are named in words, it is often only known
/// that they may match; `and` is then the lesser of two, `or` the greater, and `not` swaps the ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Match {
    /// It does not match.
    #[default]
    No,
    /// It may match; what is known of its date does not decide it.
    Possibly,
    /// It matches.
    Certainly,
}

impl Match {
    /// What holds or not, without doubt.
    pub const fn of(holds: bool) -> Self {
        if holds { Self::Certainly } else { Self::No }
    }

    /// The opposite; what may match may also not.
    pub const fn not(self) -> Self {
        match self {
            Self::No => Self::Certainly,
            Self::Possibly => Self::Possibly,
            Self::Certainly => Self::No,
        }
    }

    fn from_ends(certainly: bool, possibly: bool) -> Self {
        match (certainly, possibly) {
            (true, _) => Self::Certainly,
            (false, true) => Self::Possibly,
            (false, false) => Self::No,
        }
    }
}

/// What is known of the days of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Known {
    /// The tightest bounds.
    pub bounds: Bounds,
    /// Whether its date is marked as approximate or uncertain.
    pub is_doubtful: bool,
}

/// A stretch of time; `None` is without end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    pub first: Option<Day>,
    pub last: Option<Day>,
    /// Whether nothing can be certainly within it: it is marked as approximate or uncertain.
    pub is_doubtful: bool,
}

/// The years of an event, or other spans of time that are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spans {
    /// The first and the last in which it certainly went on, if there are any.
    pub certain: Option<(i64, i64)>,
    /// The first in which it may have; `None` without end.
    pub first: Option<i64>,
    /// The last in which it may have; `None` without end.
    pub last: Option<i64>,
}

impl From<&Date> for Stretch {
    fn from(date: &Date) -> Self {
        Self {
            first: date.earliest().day(),
            last: date.latest().day(),
            is_doubtful: date.is_approximate() || date.is_uncertain(),
        }
    }
}

impl Known {
    /// How the event compares with a stretch of time. What is marked as approximate or
    /// uncertain, on either side, makes possible at most.
    pub fn compare(&self, comparison: Comparison, stretch: &Stretch) -> Match {
        let [earliest_start, latest_start, earliest_end, latest_end] = Bound::ALL.map(|bound| self.bounds[bound]);
        let Stretch { first, last, .. } = *stretch;
        // Whether one day surely, or at all, lies before another; open sides are infinitely far.
        let surely =
            |a: Option<Day>, b: Option<Day>, or_same| a.zip(b).is_some_and(|(a, b)| a < b || (or_same && a == b));
        let at_all =
            |a: Option<Day>, b: Option<Day>, or_same| a.zip(b).is_none_or(|(a, b)| a < b || (or_same && a == b));
        let begun_by = |start: Option<Day>| last.is_none() || surely(start, last, true);
        let not_over_by = |end: Option<Day>| first.is_none() || surely(first, end, true);
        let (certainly, possibly) = match comparison {
            Comparison::Possibly | Comparison::Certainly => (
                begun_by(latest_start) && not_over_by(earliest_end),
                at_all(earliest_start, last, true) && at_all(first, latest_end, true),
            ),
            Comparison::Before => {
                (surely(latest_end, first, false), first.is_some() && at_all(earliest_end, first, false))
            }
            Comparison::UpTo => (last.is_none() || surely(latest_end, last, true), at_all(earliest_end, last, true)),
            Comparison::After => {
                (surely(last, earliest_start, false), last.is_some() && at_all(last, latest_start, false))
            }
            Comparison::Since => {
                (first.is_none() || surely(first, earliest_start, true), at_all(first, latest_start, true))
            }
        };
        let is_doubtful = self.is_doubtful || stretch.is_doubtful;
        match Match::from_ends(certainly && !is_doubtful, possibly) {
            Match::Possibly if comparison == Comparison::Certainly => Match::No,
            found => found,
        }
    }

    /// The spans of time in which it went on, as far as they are known, by their numbers.
    pub fn spans(&self, number: impl Fn(Day) -> i64) -> Spans {
        let span = |bound| self.bounds[bound].map(&number);
        let certain = span(Bound::LatestStart).zip(span(Bound::EarliestEnd));
        Spans {
            certain: certain.filter(|(from, to)| from <= to && !self.is_doubtful),
            first: span(Bound::EarliestStart),
            last: span(Bound::LatestEnd),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_match_certainly_possibly_or_not() {
        use Comparison::{After, Before, Certainly, Possibly, Since, UpTo};
        let table = [
            ("2020-03", Possibly, "2020-03", Match::Certainly),
            ("2020-03", Possibly, "2020", Match::Certainly),
            ("2020-03", Possibly, "2020-03-15", Match::Possibly),
            ("2020-03", Possibly, "2020-04", Match::No),
            ("2020-03", Certainly, "2020-03-15", Match::No),
            ("2020-03", Certainly, "2020-03", Match::Certainly),
            ("2020-02-20/2020-03-05", Possibly, "2020-03", Match::Certainly),
            ("2020-02-20/2020-03-05", Before, "2020-03", Match::No),
            ("2020-02-20/2020-03-05", UpTo, "2020-03", Match::Certainly),
            ("2019/2021", Possibly, "2020", Match::Certainly),
            ("2020-03~", Possibly, "2020", Match::Possibly),
            ("2020-03~", Possibly, "2019", Match::No),
            ("[..2020]", Possibly, "1850", Match::Possibly),
            ("[..2020]", Before, "2021", Match::Certainly),
            ("[..2020]", Before, "2020", Match::Possibly),
            ("[..2020]", After, "2019", Match::Possibly),
            ("[..2020]", After, "2020", Match::No),
            ("2020", Since, "2020", Match::Certainly),
            ("2020", Since, "2020-06", Match::Possibly),
            ("2020", Since, "2021", Match::No),
            ("2020", After, "2020", Match::No),
            ("2020", UpTo, "2020-06", Match::Possibly),
            ("2020", Possibly, "2019/..", Match::Certainly),
            ("2020", Before, "../2019", Match::No),
        ];
        for (event, comparison, asked, expected) in table {
            let date = |text: &str| text.parse::<Date>().expect("a date");
            let own = date(event);
            let known = Known { bounds: own.bounds(), is_doubtful: own.is_approximate() || own.is_uncertain() };
            let found = known.compare(comparison, &Stretch::from(&date(asked)));
            assert_eq!(found, expected, "{event} {comparison:?} {asked}");
        }
    }

    #[test]
    fn three_values_combine() {
        use Match::{Certainly, No, Possibly};
        assert_eq!([No, Possibly, Certainly].map(Match::not), [Certainly, Possibly, No]);
        assert_eq!(Certainly.min(Possibly), Possibly);
        assert_eq!(No.max(Possibly), Possibly);
    }
}
