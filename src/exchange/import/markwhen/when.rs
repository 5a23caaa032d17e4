//! What stands before the colon of an event: dates, spans, lengths and references to others.
//!
//! A line is an event if this has the form of a date in Markwhen's grammar, whether annals
//! can say that date or not.

use super::super::draft::id;
use super::super::slashes::{self, Order};
use super::super::vague::{self, Reading};
use crate::date::{Bound, Date, Day, Language, NameWidth, month_name, year_expression};
use crate::file::Id;
use Point::{Clock, Counted, Dated, Length, Now};

/// When an event was.
#[derive(Debug, Default)]
pub struct When {
    /// Its date, if that can be said.
    pub date: Option<Date>,
    /// The event that it follows.
    pub after: Option<Id>,
    /// The event that it precedes.
    pub before: Option<Id>,
    /// What of the text is not said by these.
    pub lost: Vec<&'static str>,
}

/// The date in front of an event, and the text behind it. A time of day has colons too.
pub fn split(line: &str) -> Option<(&str, &str)> {
    let mut colons = line.match_indices(':').map(|(at, _)| (line[..at].trim(), &line[at + 1..])).take(8);
    let is_within_a_time = |said: &str, rest: &str| {
        said.ends_with(|c: char| c.is_ascii_digit()) && rest.starts_with(|c: char| c.is_ascii_digit())
    };
    let split = colons.find(|(said, rest)| !is_within_a_time(said, rest) && has_form(said));
    split.map(|(said, rest)| (said, rest.trim()))
}

/// The words of dates beside numbers, months and lengths.
const WORDS: &[&str] = &[
    "now", "to", "by", "before", "after", "plus", "bc", "bce", "ad", "ce", "work", "business", ".start", ".end", "-",
    "",
];

/// What may stand right behind a number.
const ENDINGS: &[&str] = &["", "st", "nd", "rd", "th", "am", "pm", "bc", "bce", "ad", "ce"];

/// Between two ends, the clearest first.
const BETWEEN: &[&str] = &[" / ", " - ", " – ", " to ", "/", "–", "-"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Moment,
    Day,
    Week,
    Month,
    Year,
}

const UNITS: &[(Unit, &[&str])] = &[
    (
        Unit::Moment,
        &["milliseconds", "ms", "seconds", "second", "secs", "sec", "s", "minutes", "minute", "mins", "min"],
    ),
    (Unit::Moment, &["hours", "hour", "h"]),
    (Unit::Day, &["days", "day", "d"]),
    (Unit::Week, &["weeks", "week", "w"]),
    (Unit::Month, &["months", "month"]),
    (Unit::Year, &["years", "year", "y"]),
];

fn unit(word: &str) -> Option<Unit> {
    UNITS.iter().find(|(_, names)| names.contains(&word)).map(|(unit, _)| *unit)
}

fn is_month(word: &str) -> bool {
    let is_name = |month| {
        let name = month_name(month, Language::En, NameWidth::Long).to_lowercase();
        name == word || (word.len() == 3 && name.starts_with(word)) || word == "sept"
    };
    (1..=12).any(is_name)
}

/// A number and what stands right behind it.
fn number(word: &str) -> Option<(&str, &str)> {
    let end = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
    (end > 0).then(|| word.split_at(end))
}

/// Whether a text is made of the words of dates only.
fn has_form(said: &str) -> bool {
    if said.parse::<Date>().is_ok() {
        return true;
    }
    let said = said.to_lowercase();
    let (said, recurs) = said.split_once(" every ").unwrap_or((&said, ""));
    if recurs.contains(':') {
        return false;
    }
    let words: Vec<&str> = said.split(|c: char| c.is_whitespace() || "/,–+|".contains(c)).collect();
    let names_event = |word: &str| word.strip_prefix('!').is_some_and(|id| id.starts_with(char::is_alphanumeric));
    let says =
        |word: &str| is_month(word) || word == "now" || names_event(word) || is_numeric(word.trim_start_matches('-'));
    words.iter().any(|word| says(word))
        && words.iter().all(|word| says(word) || WORDS.contains(word) || unit(word).is_some())
}

/// "2020", "2020-01-05", "10:30", "3rd", "8am", "2w", "2020-w05", "2020-01-01t10:00:00z".
fn is_numeric(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| c.is_ascii_digit() || "-:.".contains(c));
    let has_digits = word.starts_with(|c: char| c.is_ascii_digit());
    let is_moment = word.get(..10).is_some_and(|day| day.parse::<Date>().is_ok()) && digits.starts_with('t');
    has_digits && (ENDINGS.contains(&digits) || unit(digits).is_some() || is_moment || week(word).is_some())
}

/// One end of what stands there.
enum Point {
    /// A date, and whether it has a time of day.
    Dated(Date, bool),
    Now,
    /// A time of day alone.
    Clock,
    /// So many of these.
    Length(Vec<(i64, Unit)>),
    /// Counted from another event, or from the one before: whether that is followed, and
    /// whether the order of the two is sure.
    Counted {
        other: Option<Id>,
        follows: bool,
        in_order: bool,
    },
}

/// What stands before the colon; `order` says which day `1/2/2020` is.
pub fn read(said: &str, order: Order) -> When {
    let lower = said.to_lowercase();
    let dates = lower.find(" every ").and_then(|at| said.get(..at));
    let mut when = span(dates.unwrap_or(said).trim(), order);
    if dates.is_some() {
        when.lost.push("recurs, and only the first time is taken over");
    }
    when
}

fn span(said: &str, order: Order) -> When {
    if let Some(date) = said.parse().ok().or_else(|| point(said, order).and_then(plain)) {
        return When { date: Some(date), ..When::default() };
    }
    let is_one_day = said.split('/').count() == 3 && said.bytes().all(|byte| byte.is_ascii_digit() || byte == b'/');
    let ends = BETWEEN.iter().filter(|_| !is_one_day).find_map(|between| {
        let (first, second) = said.split_once(between)?;
        Some((point(&with_era(first, second), order)?, point(second, order)?))
    });
    match (point(said, order), ends) {
        (Some(point), _) => alone(point),
        (None, Some((first, second))) => joined(first, second),
        (None, None) => match vague::read(said) {
            Reading::Date(date) => When { date: Some(date), ..When::default() },
            Reading::Undated | Reading::Unreadable => lost("is no date that annals can read"),
        },
    }
}

/// "300" before "200 BC": the era of the second is that of both.
fn with_era(first: &str, second: &str) -> String {
    let first = first.trim();
    let is_bare = first.bytes().all(|byte| byte.is_ascii_digit());
    let is_before_christ = ["bc", "bce"].iter().any(|era| second.trim_end().to_lowercase().ends_with(era));
    if is_bare && is_before_christ { format!("{first} BC") } else { first.to_owned() }
}

fn lost(what: &'static str) -> When {
    When { lost: vec![what], ..When::default() }
}

fn plain(point: Point) -> Option<Date> {
    match point {
        Dated(date, false) => Some(date),
        _ => None,
    }
}

const TIME: &str = "has a time of day";

fn alone(point: Point) -> When {
    match point {
        Dated(date, has_time) => {
            When { date: Some(date), lost: has_time.then_some(TIME).into_iter().collect(), ..When::default() }
        }
        Now => lost("is a day that changes"),
        Clock => lost("is a time of day without its day"),
        Length(_) => lost("is counted from the event before"),
        Counted { other, follows, in_order } => counted(other, follows, in_order),
    }
}

/// The order is kept where it is sure; how long it was is not.
fn counted(other: Option<Id>, follows: bool, in_order: bool) -> When {
    match other.filter(|_| in_order) {
        Some(other) if follows => When { after: Some(other), ..lost("is kept as order, `after`, without its length") },
        Some(other) => When { before: Some(other), ..lost("is kept as order, `before`, without its length") },
        None => lost("is counted from another event"),
    }
}

fn joined(first: Point, second: Point) -> When {
    match (first, second) {
        (Dated(from, a), Dated(to, b)) => {
            let mut when = alone(Dated(from.clone(), a || b));
            match format!("{from}/{to}").parse() {
                Ok(date) => when.date = Some(date),
                Err(_) => when.lost.push("ends before it begins, or in a way that annals cannot say"),
            }
            when
        }
        (Dated(from, _), Clock) => alone(Dated(from, true)),
        (Dated(from, has_time), Now) => {
            let date = format!("{from}/..").parse().ok();
            When { date, lost: vec![if has_time { TIME } else { "is taken as still going on" }], ..When::default() }
        }
        (Dated(from, has_time), Length(length)) => {
            let mut when = alone(Dated(from.clone(), has_time));
            match last_day(&from, &length) {
                Some(last) => when.date = format!("{from}/{last}").parse().ok().or(when.date),
                None => when.lost.push("has a length that is left out"),
            }
            when
        }
        (Dated(from, has_time), Counted { .. }) => {
            let mut when = alone(Dated(from, has_time));
            when.lost.push("ends by another event: only its beginning is taken over");
            when
        }
        (first, _) => alone(first),
    }
}

/// The last day of a length that begins on a known day.
fn last_day(from: &Date, length: &[(i64, Unit)]) -> Option<Day> {
    let bounds = from.bounds();
    let first = bounds[Bound::EarliestStart].filter(|_| bounds.is_exact())?;
    let mut after = first;
    for &(count, unit) in length.iter().filter(|(count, _)| *count > 0) {
        after = match unit {
            Unit::Moment => after,
            Unit::Day => Day::from_number(after.number().checked_add(count)?),
            Unit::Week => Day::from_number(after.number().checked_add(count.checked_mul(7)?)?),
            Unit::Month => months_later(after, count)?,
            Unit::Year => months_later(after, count.checked_mul(12)?)?,
        };
    }
    Some(if after > first { Day::from_number(after.number() - 1) } else { first })
}

/// The same day of a later month, or the last that it has.
fn months_later(day: Day, count: i64) -> Option<Day> {
    let month = i64::from(day.month()) - 1 + count.min(1_000_000);
    let (year, month) = (day.year() + month.div_euclid(12), u8::try_from(month.rem_euclid(12) + 1).ok()?);
    (28..=day.day()).rev().chain([day.day()]).find_map(|day| Day::new(year, month, day))
}

fn point(said: &str, order: Order) -> Option<Point> {
    let said = said.trim();
    if said.eq_ignore_ascii_case("now") {
        return Some(Now);
    }
    if is_time(said) && !said.contains(' ') {
        return Some(Clock);
    }
    counted_from(said).or_else(|| length(said).map(Length)).or_else(|| {
        let (day, has_time) = without_time(said);
        Some(Dated(date(day, order)?, has_time))
    })
}

/// "after !id 3 days", "by !id", "!id.end + 2 weeks", "after 3 days"
fn counted_from(said: &str) -> Option<Point> {
    let lower = said.to_lowercase();
    let words: Vec<&str> = said.split_whitespace().collect();
    let first = lower.split_whitespace().next()?;
    let other = words.iter().find_map(|word| word.strip_prefix('!'));
    let follows = !["by", "before"].contains(&first);
    let is_counted = other.is_some()
        || (["by", "before", "after"].contains(&first) && length(lower.get(first.len()..)?.trim()).is_some());
    // Counted back, or from the other side of an event, the two may overlap.
    let in_order = !lower.contains('-') && other.is_some_and(|other| !other.contains('.'));
    is_counted.then(|| Counted { other: other.map(id).filter(|id| !id.value.is_empty()), follows, in_order })
}

/// "1 week", "2w 3 days"; none of working days, which no calendar knows.
fn length(said: &str) -> Option<Vec<(i64, Unit)>> {
    let lower = said.to_lowercase();
    let mut words = lower.split([' ', ',']).filter(|word| !word.is_empty() && *word != "plus" && *word != "+");
    let mut length = Vec::new();
    while let Some(word) = words.next() {
        let (digits, rest) = number(word.trim_start_matches('+'))?;
        let name = if rest.is_empty() { words.next()? } else { rest };
        length.push((digits.parse().ok()?, unit(name)?));
    }
    (!length.is_empty()).then_some(length)
}

/// A date without its time of day, and whether it had one.
fn without_time(said: &str) -> (&str, bool) {
    if said.get(10..11).is_some_and(|sign| sign.eq_ignore_ascii_case("t")) && !said.contains([' ', '/']) {
        return (said.get(..10).unwrap_or(said), true);
    }
    match said.rsplit_once([' ', ',']) {
        Some((day, time)) if is_time(time) => (day.trim().trim_end_matches(','), true),
        _ => (said, false),
    }
}

/// "10:30", "8am"
fn is_time(word: &str) -> bool {
    let lower = word.to_lowercase();
    let is_half = lower.ends_with("am") || lower.ends_with("pm");
    number(word).is_some_and(|(digits, _)| digits.len() <= 2) && (word.contains(':') || is_half)
}

fn date(said: &str, order: Order) -> Option<Date> {
    let plain = slashes::date(said, order).or_else(|| week(said)).or_else(|| year(said));
    match vague::read(plain.as_deref().unwrap_or(said)) {
        Reading::Date(date) => Some(date),
        Reading::Undated | Reading::Unreadable => None,
    }
}

/// `2020-W05` and `2020W055`: the days of a week of ISO 8601, or one of them.
fn week(said: &str) -> Option<String> {
    let (year, week) =
        said.to_lowercase().split_once('w').map(|(year, week)| (year.to_owned(), week.replace('-', "")))?;
    let year: i64 = year.trim_end_matches('-').parse().ok().filter(|year| (0..=9999).contains(year))?;
    let (week, day) = week.split_at_checked(2)?;
    let week: i64 = week.parse().ok().filter(|week| (1..=53).contains(week))?;
    // The week with 4 January is the first; day 2 of all is a Monday.
    let fourth = Day::new(year, 1, 4)?.number();
    let monday = fourth - (fourth - 2).rem_euclid(7) + (week - 1) * 7;
    match day {
        "" => Some(format!("{}/{}", Day::from_number(monday), Day::from_number(monday + 6))),
        day => {
            let day: i64 = day.parse().ok().filter(|day| (1..=7).contains(day))?;
            Some(Day::from_number(monday + day - 1).to_string())
        }
    }
}

/// A year of any number of digits, with or without its era.
fn year(said: &str) -> Option<String> {
    let (digits, era) = number(said)?;
    let year: i64 = digits.parse().ok().filter(|_| digits.len() <= 5)?;
    let year = match era.trim().to_lowercase().as_str() {
        "" | "ad" | "ce" => year,
        "bc" | "bce" => 1 - year,
        _ => return None,
    };
    Some(year_expression(year))
}
