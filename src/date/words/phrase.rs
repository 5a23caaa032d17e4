//! How one date, and the span between two, is put in the words of any language.

use super::NameWidth;
use super::single::{Mark, Marks, Single, Slot, WithinYear, Year, run};
use super::tongue::{Order, Tongue, fill};

/// What of a date is left out, because the date beside it says it for both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Omit {
    Nothing,
    Year,
    YearAndMonth,
}

/// What two dates share, so that one of them may leave it out.
pub(super) fn shared(a: &Single, b: &Single) -> Omit {
    let same_year = matches!(a.year, Year::Number(_)) && a.year == b.year;
    let are_whole = [a, b].iter().all(|date| matches!(date.marks, Marks::Whole(_)));
    match (a.month(), b.month()) {
        (Some(first), Some(second)) if same_year && are_whole => {
            let one_month = first == second && a.day().is_some() && b.day().is_some();
            if one_month { Omit::YearAndMonth } else { Omit::Year }
        }
        _ => Omit::Nothing,
    }
}

/// What a date becomes, when part of it may be left out.
pub(super) type Say = fn(&Tongue, &Single, Omit) -> String;

/// A template with two dates; what they share is said once.
pub(super) fn pair(tongue: &Tongue, template: &str, dates: (&Single, &Single), say: Say) -> String {
    pair_without(tongue, template, dates, say, shared(dates.0, dates.1))
}

fn pair_without(tongue: &Tongue, template: &str, dates: (&Single, &Single), say: Say, omit: Omit) -> String {
    let (first, second) = match tongue.order {
        Order::DayFirst => (omit, Omit::Nothing),
        Order::YearFirst => (Omit::Nothing, omit),
    };
    fill(template, &[&say(tongue, dates.0, first), &say(tongue, dates.1, second)])
}

/// A date as a whole sentence: "some day in March 2020", "about 2020, doubtful".
pub(super) fn sentence(tongue: &Tongue, date: &Single) -> String {
    match (&date.marks, &date.year, &date.part) {
        (Marks::Whole(Mark::NONE), Year::Number(year), WithinYear::Year) if is_common(*year) => {
            fill(tongue.vague.time_in_year, &[&year_name(tongue, *year)])
        }
        (Marks::Whole(Mark::NONE) | Marks::Parts(_), ..) => when(tongue, date, Omit::Nothing),
        (Marks::Whole(mark), ..) => marked(tongue, *mark, tongue.mark.doubtful, &name(tongue, date, Omit::Nothing)),
    }
}

/// A date within a sentence, no more exact than it is: "some day in March", "about March".
pub(super) fn when(tongue: &Tongue, date: &Single, omit: Omit) -> String {
    match &date.marks {
        Marks::Whole(Mark::NONE) => unmarked(tongue, date, omit),
        Marks::Whole(mark) => marked(tongue, *mark, tongue.mark.doubtful_inside, &name(tongue, date, omit)),
        Marks::Parts(marks) => fill(tongue.mark.remark, &[&unmarked(tongue, date, omit), &remark(tongue, marks)]),
    }
}

/// A date by its name, with its marks: "March 2020", "about 2014".
pub(super) fn named(tongue: &Tongue, date: &Single, omit: Omit) -> String {
    match &date.marks {
        Marks::Whole(mark) => marked(tongue, *mark, tongue.mark.doubtful_inside, &name(tongue, date, omit)),
        Marks::Parts(marks) => fill(tongue.mark.remark, &[&name(tongue, date, omit), &remark(tongue, marks)]),
    }
}

/// A year with a number: "2020", "AD 33", "44 BC".
pub(super) fn year_name(tongue: &Tongue, year: i64) -> String {
    let template = match year {
        ..=0 => tongue.year.before_christ,
        1..=999 => tongue.year.early,
        1000..=9999 => tongue.year.common,
        _ => tongue.year.far,
    };
    // Year 0 is 1 BC.
    let number = if year <= 0 { year.unsigned_abs() + 1 } else { year.unsigned_abs() };
    fill(template, &[&number.to_string()])
}

/// The same where it is plain that a year is meant: "170000002".
pub(super) fn year_number(tongue: &Tongue, year: i64) -> String {
    if year > 9999 { fill(tongue.year.common, &[&year.to_string()]) } else { year_name(tongue, year) }
}

fn is_common(year: i64) -> bool {
    (-9999..=9999).contains(&year)
}

fn marked(tongue: &Tongue, mark: Mark, doubtful: &str, name: &str) -> String {
    let name = if mark.about { fill(tongue.mark.about, &[name]) } else { name.to_owned() };
    if mark.doubtful { fill(doubtful, &[&name]) } else { name }
}

/// "year and month approximate; day doubtful"
pub(super) fn remark(tongue: &Tongue, marks: &[Mark; 3]) -> String {
    let kinds = [
        (Mark { about: true, doubtful: false }, tongue.mark.is_about),
        (Mark { about: false, doubtful: true }, tongue.mark.is_doubtful),
        (Mark { about: true, doubtful: true }, tongue.mark.is_both),
    ];
    let remarks = kinds.into_iter().filter_map(|(kind, template)| {
        let parts = marks.iter().zip(tongue.mark.parts).filter(|(mark, _)| **mark == kind);
        let parts: Vec<String> = parts.map(|(_, part)| part.to_owned()).collect();
        (!parts.is_empty()).then(|| fill(template, &[&tongue.mark.and.list(&parts)]))
    });
    remarks.collect::<Vec<_>>().join(tongue.mark.comma)
}

fn unmarked(tongue: &Tongue, date: &Single, omit: Omit) -> String {
    let vague = &tongue.vague;
    match &date.part {
        WithinYear::Year => match date.year {
            Year::Number(year) if is_common(year) => fill(vague.end_in_year, &[&year_name(tongue, year)]),
            _ => year_alone(tongue, &date.year),
        },
        WithinYear::Season(_) => name(tongue, date, omit),
        WithinYear::Month(Slot::Any) => fill(vague.month_of, &[&some_year(tongue, &date.year)]),
        WithinYear::Day(Slot::Any, Slot::Any) => fill(vague.day_in, &[&some_year(tongue, &date.year)]),
        WithinYear::Day(Slot::Any, day) => {
            fill(vague.day_of_month, &[&days(tongue, day), &some_year(tongue, &date.year)])
        }
        WithinYear::Month(month) | WithinYear::Day(month, Slot::Any) => match run(month) {
            Some(ends) => between(tongue, date, ends, Omit::Year),
            None => fill(vague.day_in, &[&name(tongue, date, omit)]),
        },
        WithinYear::Day(_, day) => match run(day) {
            Some(ends) => between(tongue, date, ends, Omit::YearAndMonth),
            None => name(tongue, date, omit),
        },
    }
}

/// "some time between 10 and 19 April 2020", for a date of which only some digits are known.
fn between(tongue: &Tongue, date: &Single, (first, last): (u8, u8), omit: Omit) -> String {
    let end = |value: u8| {
        let part = match &date.part {
            WithinYear::Day(month, _) if omit == Omit::YearAndMonth => {
                WithinYear::Day(month.clone(), Slot::Known(value))
            }
            _ => WithinYear::Month(Slot::Known(value)),
        };
        Single { part, ..date.clone() }
    };
    let (first, last) = (end(first), end(last));
    pair_without(tongue, tongue.vague.between, (&first, &last), name, omit)
}

/// A date by its name alone: "March 2020", "the 1560s", "spring 2001".
pub(super) fn name(tongue: &Tongue, date: &Single, omit: Omit) -> String {
    match &date.part {
        WithinYear::Year | WithinYear::Month(Slot::Any) | WithinYear::Day(Slot::Any, Slot::Any) => {
            year_alone(tongue, &date.year)
        }
        WithinYear::Season(code) => season(tongue, *code, &date.year),
        WithinYear::Month(month) | WithinYear::Day(month, Slot::Any) => calendar(tongue, date, month, None, omit),
        WithinYear::Day(Slot::Any, _) => unmarked(tongue, date, omit),
        WithinYear::Day(month, day) => calendar(tongue, date, month, Some(day), omit),
    }
}

fn season(tongue: &Tongue, code: u8, year: &Year) -> String {
    let template = tongue.seasons.get(usize::from(code).saturating_sub(21)).copied().unwrap_or("{0}");
    // Seasons stand beside a year as months do; quarters and halves are "of" it.
    let year = if code <= 32 { year_beside_month(tongue, year) } else { some_year(tongue, year) };
    fill(template, &[&year])
}

/// Day, month and year in the order of the language.
fn calendar(tongue: &Tongue, date: &Single, month: &Slot, day: Option<&Slot>, omit: Omit) -> String {
    let year = (omit < Omit::Year).then(|| year_beside_month(tongue, &date.year));
    let month = (omit < Omit::YearAndMonth).then(|| months(tongue, month));
    let day = day.map(|day| fill(tongue.date.day, &[&days(tongue, day)]));
    ordered(tongue.order, [year, month, day])
}

/// Joins year, month and day, as far as they are there.
pub(super) fn ordered(order: Order, parts: [Option<String>; 3]) -> String {
    let mut parts: Vec<String> = parts.into_iter().flatten().collect();
    match order {
        Order::YearFirst => parts.concat(),
        Order::DayFirst => {
            parts.reverse();
            parts.join(" ")
        }
    }
}

fn months(tongue: &Tongue, slot: &Slot) -> String {
    alternatives(tongue, slot, |month| tongue.month(month, NameWidth::Long).to_owned())
}

fn days(tongue: &Tongue, slot: &Slot) -> String {
    match run(slot) {
        Some((first, last)) => fill(tongue.set.range, &[&first.to_string(), &last.to_string()]),
        None => alternatives(tongue, slot, |day| day.to_string()),
    }
}

/// "January or November"
fn alternatives(tongue: &Tongue, slot: &Slot, say: impl Fn(u8) -> String) -> String {
    match slot {
        Slot::Known(value) => say(*value),
        Slot::Among(values) => tongue.vague.or.list(&values.iter().map(|value| say(*value)).collect::<Vec<_>>()),
        Slot::Any => String::new(),
    }
}

/// "2020" or "of some year in the 1560s", after a month.
fn year_beside_month(tongue: &Tongue, year: &Year) -> String {
    match year {
        Year::Number(year) => year_number(tongue, *year),
        _ => fill(tongue.date.of_year, &[&some_year(tongue, year)]),
    }
}

/// One year, as a part of a phrase: "some year in the 1560s".
fn some_year(tongue: &Tongue, year: &Year) -> String {
    match year {
        Year::Decade(first) => fill(tongue.year.in_decade, &[&first.to_string()]),
        Year::Unknown => tongue.year.some.to_owned(),
        _ => year_alone(tongue, year),
    }
}

/// A year by itself: "2020", "the 1560s".
fn year_alone(tongue: &Tongue, year: &Year) -> String {
    let number = |year: &i64| year_number(tongue, *year);
    let words = &tongue.year;
    match year {
        Year::Number(year) => year_name(tongue, *year),
        Year::Decade(first) => fill(words.decade, &[&first.to_string()]),
        Year::Within(from, to) => fill(words.within, &[&number(from), &number(to)]),
        Year::Pattern(pattern) => fill(words.pattern, &[pattern]),
        Year::Unknown => words.unknown.to_owned(),
        Year::Estimate(from, to, value) => fill(words.estimate, &[&number(from), &number(to), &number(value)]),
        Year::Power(digits, exponent, sure) => {
            let year = match exponent {
                0 => year_name(tongue, *digits),
                _ => fill(words.power, &[&digits.to_string(), &exponent.to_string()]),
            };
            sure.map_or_else(|| year.clone(), |sure| fill(words.sure, &[&year, &sure.to_string()]))
        }
    }
}
