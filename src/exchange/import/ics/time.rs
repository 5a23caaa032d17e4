//! The days of an entry: from its start to its end, or for as long as it lasts.

use super::content::Component;
use crate::date::{Date, Day};

const MINUTES_OF_A_DAY: i64 = 24 * 60;

/// The days from start to end. An end is the moment after the last: of whole days the day
/// after.
pub(super) fn days(component: &Component) -> Option<Date> {
    let start = minute(component.value("DTSTART"))?;
    let end = minute(component.value("DTEND"))
        .or_else(|| start.checked_add(duration(component.value("DURATION"))?))
        .filter(|end| *end > start);
    let [first, last] = [start, end.map_or(start, |end| end - 1)];
    let [first, last] = [first, last].map(|minute| Day::from_number(minute.div_euclid(MINUTES_OF_A_DAY)));
    let expression = if last > first { format!("{first}/{last}") } else { first.to_string() };
    expression.parse().ok()
}

/// The property that says where it ends, if what it says is no moment from the start on.
pub(super) fn lost_end(component: &Component) -> Option<&'static str> {
    let start = minute(component.value("DTSTART"))?;
    let is_end = |end: Option<i64>| end.is_some_and(|end| end >= start);
    let [end, length] = [component.value("DTEND"), component.value("DURATION")];
    if !end.is_empty() {
        return (!is_end(minute(end))).then_some("DTEND");
    }
    (!length.is_empty() && !is_end(duration(length).and_then(|length| start.checked_add(length)))).then_some("DURATION")
}

/// `20200305`, `20200305T120000Z`: the minute at which it begins.
fn minute(value: &str) -> Option<i64> {
    let (day, time) = value.split_once('T').unwrap_or((value, "0000"));
    let digits = Some(day).filter(|digits| digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let day = Day::new(digits[..4].parse().ok()?, digits[4..6].parse().ok()?, digits[6..].parse().ok()?)?;
    let part = |from: usize| time.get(from..from + 2)?.parse::<i64>().ok();
    Some(day.number() * MINUTES_OF_A_DAY + part(0)? * 60 + part(2)?)
}

/// `P1W`, `PT3H`, `P1DT12H`: minutes; a length back in time is none.
fn duration(value: &str) -> Option<i64> {
    let mut minutes: i64 = 0;
    let mut rest = value.trim_start_matches('+').strip_prefix('P')?;
    while !rest.is_empty() {
        rest = rest.strip_prefix('T').unwrap_or(rest);
        let end = rest.find(|c: char| !c.is_ascii_digit())?;
        let (count, unit) = rest.split_at(end);
        let length = match unit.chars().next()? {
            'W' => 7 * MINUTES_OF_A_DAY,
            'D' => MINUTES_OF_A_DAY,
            'H' => 60,
            'M' => 1,
            'S' => 0,
            _ => return None,
        };
        minutes = minutes.checked_add(count.parse::<i64>().ok()?.checked_mul(length)?)?;
        rest = &unit[1..];
    }
    Some(minutes)
}
