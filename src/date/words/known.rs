//! What four bounds say, in words and for a column.

use super::brief::Column;
use super::phrase::{Omit, named, pair, sentence, when};
use super::single::{Single, Slot, WithinYear};
use super::tongue::{Tongue, fill};
use crate::date::{Bounds, Day, extent};

/// What is known of when something began, or of when it ended.
enum Known {
    /// Nothing.
    Nothing,
    /// One date, which may be a whole month or year: it was on some day of that.
    Date(Single),
    /// Some day from one to the other.
    Between(Single, Single),
    /// This day or later.
    From(Single),
    /// This day or earlier.
    By(Single),
}

impl Known {
    fn of(earliest: Option<Day>, latest: Option<Day>) -> Self {
        match (earliest, latest) {
            (None, None) => Self::Nothing,
            (Some(from), None) if from == from.year_start() => Self::From(Single::known(from.year(), WithinYear::Year)),
            (Some(from), None) => Self::From(from.into()),
            (None, Some(to)) if to == to.year_end() => Self::By(Single::known(to.year(), WithinYear::Year)),
            (None, Some(to)) => Self::By(to.into()),
            (Some(from), Some(to)) => {
                let (from, to) = ends(from, to);
                if from == to { Self::Date(from) } else { Self::Between(from, to) }
            }
        }
    }
}

/// Two days as two whole years or months, if they span them from end to end.
fn ends(from: Day, to: Day) -> (Single, Single) {
    let month = |day: Day| Single::known(day.year(), WithinYear::Month(Slot::Known(day.month())));
    let year = |day: Day| Single::known(day.year(), WithinYear::Year);
    if from == from.year_start() && to == to.year_end() {
        (year(from), year(to))
    } else if from == from.month_start() && to == to.month_end() {
        (month(from), month(to))
    } else {
        (from.into(), to.into())
    }
}

/// When it began and when it ended; `None` for the end where that is all the same.
fn sides(bounds: &Bounds) -> (Known, Option<Known>) {
    let [earliest_start, latest_start, earliest_end, latest_end] = extent::begins_before_it_ends(*bounds).days();
    if (earliest_start, latest_start) == (earliest_end, latest_end) {
        return (Known::of(earliest_start, latest_start), None);
    }
    let start = Known::of(earliest_start, unless_implied(latest_start, latest_end, earliest_start));
    let end = Known::of(unless_implied(earliest_end, earliest_start, latest_end), latest_end);
    (start, Some(end))
}

/// The inner limit of a side, unless the side has no outer one and the other side
/// implies the inner: that it did not end before it began goes without saying.
fn unless_implied(inner: Option<Day>, other: Option<Day>, outer: Option<Day>) -> Option<Day> {
    inner.filter(|_| outer.is_some() || inner != other)
}

/// The sentence for four bounds; `None` when nothing is known.
pub(super) fn words(tongue: &Tongue, bounds: &Bounds) -> Option<String> {
    match sides(bounds) {
        (Known::Nothing, None) => None,
        (only, None) => Some(once(tongue, &only)),
        (start, Some(end)) => Some(lasting(tongue, &start, &end)),
    }
}

/// Something of which begin and end are not told apart.
fn once(tongue: &Tongue, known: &Known) -> String {
    match known {
        Known::Nothing => String::new(),
        Known::Date(date) => sentence(tongue, date),
        Known::Between(from, to) => pair(tongue, tongue.vague.between, (from, to), named),
        Known::From(day) => fill(tongue.span.on_or_after, &[&named(tongue, day, Omit::Nothing)]),
        Known::By(day) => fill(tongue.span.on_or_before, &[&named(tongue, day, Omit::Nothing)]),
    }
}

/// Something that went on from one time to another.
fn lasting(tongue: &Tongue, start: &Known, end: &Known) -> String {
    let words = &tongue.span;
    match (start, end) {
        (Known::Date(from), Known::Date(to)) => pair(tongue, words.from_to, (from, to), when),
        (start, Known::Nothing) => fill(words.from_unknown, &[&side(tongue, start)]),
        (Known::Nothing, end) => fill(words.unknown_to, &[&side(tongue, end)]),
        (start, end) => fill(words.from_to, &[&side(tongue, start), &side(tongue, end)]),
    }
}

fn side(tongue: &Tongue, known: &Known) -> String {
    match known {
        Known::Nothing => String::new(),
        Known::Date(date) => when(tongue, date, Omit::Nothing),
        Known::Between(from, to) => pair(tongue, tongue.vague.end_between, (from, to), named),
        Known::From(day) => fill(tongue.span.or_later, &[&named(tongue, day, Omit::Nothing)]),
        Known::By(day) => fill(tongue.span.or_earlier, &[&named(tongue, day, Omit::Nothing)]),
    }
}

/// The short form of four bounds; `None` when nothing is known.
pub(super) fn brief(column: Column, bounds: &Bounds) -> Option<String> {
    match sides(bounds) {
        (Known::Date(from), Some(Known::Date(to))) => Some(column.pair("–", &from, &to)),
        (only, None) => outline(column, &only),
        _ => {
            let [earliest, _, _, latest] = bounds.days();
            outline(column, &Known::of(earliest, latest))
        }
    }
}

fn outline(column: Column, known: &Known) -> Option<String> {
    let words = &column.tongue.brief;
    match known {
        Known::Nothing => None,
        Known::Date(date) => Some(column.alone(date)),
        Known::Between(from, to) => Some(column.pair("..", from, to)),
        Known::From(day) => Some(fill(words.from, &[&column.say(day, Omit::Nothing)])),
        Known::By(day) => Some(fill(words.by, &[&column.say(day, Omit::Nothing)])),
    }
}
