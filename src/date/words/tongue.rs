//! What one language brings to the wording of dates: names and templates, no logic.
//!
//! In a template `{0}`, `{1}` and `{2}` stand for the parts that are filled in.

use super::{NameWidth, en, ja, zh};
use crate::date::Language;

/// The words of one language.
pub(super) struct Tongue {
    /// The names of the months: long, short, narrow.
    pub months: [[&'static str; 12]; 3],
    /// The parts of a year that EDTF numbers from 21 to 41; `{0}` is the year.
    pub seasons: [&'static str; 21],
    /// The same without their year, for a column.
    pub brief_seasons: [&'static str; 21],
    pub order: Order,
    pub date: DateWords,
    pub year: YearWords,
    pub vague: VagueWords,
    pub mark: MarkWords,
    pub span: SpanWords,
    pub set: SetWords,
    pub clock: ClockWords,
    pub brief: BriefWords,
}

/// Which part of a date is said first, and so which of two dates says what both share.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// Day, month, year, with spaces; the second date says what both share.
    DayFirst,
    /// Year, month, day, without spaces; the first date says what both share.
    YearFirst,
}

/// The parts of a calendar date.
pub(super) struct DateWords {
    /// A day of the month: its number, or several.
    pub day: &'static str,
    /// A year that is not just a number, beside a month: "of some year in the 1560s".
    pub of_year: &'static str,
}

/// The year, by how it is known.
pub(super) struct YearWords {
    /// From 1000 to 9999.
    pub common: &'static str,
    /// Before 1000.
    pub early: &'static str,
    /// Before Christ.
    pub before_christ: &'static str,
    /// Beyond 9999.
    pub far: &'static str,
    /// Digits and exponent of a year beyond counting.
    pub power: &'static str,
    /// Ten years, standing alone; the first of them.
    pub decade: &'static str,
    /// Some year of the ten.
    pub in_decade: &'static str,
    /// Some year between two.
    pub within: &'static str,
    /// Some year of which some digits are known.
    pub pattern: &'static str,
    /// A year not known, standing alone.
    pub unknown: &'static str,
    /// A year not known, beside a month.
    pub some: &'static str,
    /// First and last year, and the estimate.
    pub estimate: &'static str,
    /// A year beyond counting, and how many of its digits are sure.
    pub sure: &'static str,
}

/// Dates that say less than the day.
pub(super) struct VagueWords {
    /// Some time in a year, as a whole sentence.
    pub time_in_year: &'static str,
    /// Some time in a year, as an end of an interval.
    pub end_in_year: &'static str,
    /// Some month of a year.
    pub month_of: &'static str,
    /// Some day in a month or a year.
    pub day_in: &'static str,
    /// A day of some month of a year.
    pub day_of_month: &'static str,
    /// Some time from one day to another.
    pub between: &'static str,
    /// The same as an end of an interval.
    pub end_between: &'static str,
    /// Alternatives, such as "1, 11 or 21".
    pub or: Joined,
}

/// Approximate and doubtful.
pub(super) struct MarkWords {
    pub about: &'static str,
    /// A doubtful date, as a whole sentence.
    pub doubtful: &'static str,
    /// A doubtful date within a sentence.
    pub doubtful_inside: &'static str,
    /// A date, and a remark on some of its parts.
    pub remark: &'static str,
    /// Year, month and day, where the remark speaks of them.
    pub parts: [&'static str; 3],
    /// "year and month".
    pub and: Joined,
    /// What is said of such parts: approximate, doubtful, both.
    pub is_about: &'static str,
    pub is_doubtful: &'static str,
    pub is_both: &'static str,
    /// Between two remarks.
    pub comma: &'static str,
}

/// What lasted, and what has one limit.
pub(super) struct SpanWords {
    pub from_to: &'static str,
    pub from_open: &'static str,
    pub from_unknown: &'static str,
    pub open_to: &'static str,
    pub unknown_to: &'static str,
    /// An end of an interval that may lie earlier, or later.
    pub or_earlier: &'static str,
    pub or_later: &'static str,
    /// A whole sentence of one limit.
    pub on_or_before: &'static str,
    pub on_or_after: &'static str,
}

/// One of several dates, or all of them.
pub(super) struct SetWords {
    /// All from one date to another.
    pub range: &'static str,
    /// All up to a date, and all from a date on.
    pub up_to: &'static str,
    pub from: &'static str,
    pub one_of_two: &'static str,
    pub one_of: &'static str,
    /// The same where a member is open, and what stands between such members.
    pub one_of_these: &'static str,
    pub semicolon: &'static str,
    pub both: &'static str,
    pub all_of: &'static str,
    pub or: Joined,
    pub and: Joined,
}

/// A date with a time of day.
pub(super) struct ClockWords {
    /// Day, time, zone.
    pub at: &'static str,
    pub local: &'static str,
}

/// What stands in a column.
pub(super) struct BriefWords {
    /// In the very year under whose heading it stands.
    pub this_year: &'static str,
    /// First and last day of one month, that month, and the sign between the two.
    pub days: &'static str,
    /// First and last month of one year by number, the sign between the two, and the two by name.
    pub months: &'static str,
    /// An approximate date, or two.
    pub about: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub by: &'static str,
    pub or_later: &'static str,
    /// The signs between two dates of which one is right, and of which both are.
    pub either: &'static str,
    pub both: &'static str,
    /// First and last year, and the sign between the two.
    pub years: &'static str,
    /// A month and a year not known.
    pub some_month: &'static str,
    pub some_year: &'static str,
    pub decade: &'static str,
}

/// How a list is joined: between its members, and before the last.
#[derive(Clone, Copy)]
pub(super) struct Joined(pub &'static str, pub &'static str);

impl Joined {
    /// "a, b or c".
    pub fn list(self, members: &[String]) -> String {
        match members.split_last() {
            None => String::new(),
            Some((last, [])) => last.clone(),
            Some((last, others)) => format!("{}{}{last}", others.join(self.0), self.1),
        }
    }

    /// The members of such a list.
    pub fn members(self, list: &str) -> Vec<&str> {
        let (others, last) = list.rsplit_once(self.1).map_or((None, list), |(others, last)| (Some(others), last));
        others.into_iter().flat_map(|others| others.split(self.0)).chain([last]).collect()
    }
}

impl Tongue {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Zh => &zh::TONGUE,
            Language::En => &en::TONGUE,
            Language::Ja => &ja::TONGUE,
        }
    }

    /// The name of a month; empty if there is none.
    pub fn month(&self, month: u8, width: NameWidth) -> &'static str {
        let names = &self.months[width as usize];
        usize::from(month).checked_sub(1).and_then(|index| names.get(index)).copied().unwrap_or_default()
    }
}

/// The template with its places filled.
pub(super) fn fill(template: &str, parts: &[&str]) -> String {
    let mut text = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (place, after) = after.split_once('}').unwrap_or((after, ""));
        text.push_str(place.parse().ok().and_then(|place: usize| parts.get(place)).unwrap_or(&""));
        rest = after;
    }
    text + rest
}

/// Every way in which the places of a template can have been filled to give this text.
pub(super) fn unfilled<'t>(template: &str, text: &'t str) -> Vec<[&'t str; 3]> {
    let (before, after) = template.split_once('{').unwrap_or((template, ""));
    let Some(rest) = text.strip_prefix(before) else { return Vec::new() };
    let Some((place, after)) = after.split_once('}') else {
        return if rest.is_empty() { vec![[""; 3]] } else { Vec::new() };
    };
    let ends = rest.char_indices().map(|(end, _)| end).chain([rest.len()]);
    let fills = ends.flat_map(|end| unfilled(after, &rest[end..]).into_iter().map(move |parts| (end, parts)));
    let filled = fills.filter_map(|(end, mut parts)| {
        *parts.get_mut(place.parse::<usize>().ok()?)? = &rest[..end];
        Some(parts)
    });
    filled.collect()
}
