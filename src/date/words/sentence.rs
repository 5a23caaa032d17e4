//! What a whole EDTF expression means, in a sentence of any language.

use super::phrase::{Omit, Say, named, pair, sentence, when};
use super::single::Single;
use super::tongue::{Tongue, fill};
use crate::date::extent;
use edtf_core::{DateTime, Edtf, Interval, IntervalEndpoint, Set, SetElement, SetKind, Time, TimeShift};

/// The sentence for an expression.
pub(super) fn expression(tongue: &Tongue, edtf: &Edtf) -> String {
    match edtf {
        Edtf::Date(date) => sentence(tongue, &date.into()),
        Edtf::DateTime(moment) => date_time(tongue, moment),
        Edtf::Interval(span) => interval(tongue, span),
        Edtf::Set(members) => set(tongue, members),
    }
}

fn date_time(tongue: &Tongue, moment: &DateTime) -> String {
    let Time { hour, minute, second, shift } = moment.time;
    let day = sentence(tongue, &(&moment.date).into());
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    let zone = shift.map_or_else(|| tongue.clock.local.to_owned(), zone);
    fill(tongue.clock.at, &[&day, &time, &zone])
}

/// "UTC", "UTC-4", "UTC+4:30"
fn zone(shift: TimeShift) -> String {
    match shift {
        TimeShift::Utc | TimeShift::Offset { minutes: 0, .. } => "UTC".to_owned(),
        TimeShift::Offset { minutes, .. } => {
            let sign = if minutes < 0 { '-' } else { '+' };
            let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
            if minutes == 0 { format!("UTC{sign}{hours}") } else { format!("UTC{sign}{hours}:{minutes:02}") }
        }
    }
}

fn interval(tongue: &Tongue, interval: &Interval) -> String {
    use IntervalEndpoint::{Date, Open, Unknown};
    let words = &tongue.span;
    match (&interval.start, &interval.end) {
        (Date(from), Date(to)) if from == to && from.day.is_some() => sentence(tongue, &from.into()),
        (Date(from), Date(to)) => pair(tongue, words.from_to, (&from.into(), &to.into()), when),
        (start, Open) => fill(words.from_open, &[&end(tongue, start)]),
        (start, Unknown) => fill(words.from_unknown, &[&end(tongue, start)]),
        (Open, to) => fill(words.open_to, &[&end(tongue, to)]),
        (Unknown, to) => fill(words.unknown_to, &[&end(tongue, to)]),
        (from, to) => fill(words.from_to, &[&end(tongue, from), &end(tongue, to)]),
    }
}

fn end(tongue: &Tongue, endpoint: &IntervalEndpoint) -> String {
    match endpoint {
        IntervalEndpoint::Date(date) => when(tongue, &date.into(), Omit::Nothing),
        IntervalEndpoint::OnOrBefore(date) => fill(tongue.span.or_earlier, &[&plain(tongue, date)]),
        IntervalEndpoint::OnOrAfter(date) => fill(tongue.span.or_later, &[&plain(tongue, date)]),
        // The parser admits no interval without a date on either side.
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => String::new(),
    }
}

fn plain(tongue: &Tongue, date: &edtf_core::Date) -> String {
    named(tongue, &date.into(), Omit::Nothing)
}

fn set(tongue: &Tongue, set: &Set) -> String {
    let elements = in_order(&set.elements);
    match (set.kind, &elements[..]) {
        (_, [SetElement::Date(date)]) => sentence(tongue, &date.into()),
        (SetKind::OneMember, elements) => one_of(tongue, elements),
        (SetKind::AllMembers, elements) => all_of(tongue, elements),
    }
}

/// The members as time orders them, open beginnings first, each once.
pub(super) fn in_order(elements: &[SetElement]) -> Vec<SetElement> {
    let single = |element: &SetElement| match *element {
        SetElement::Range(from, to) if from == to => SetElement::Date(from),
        other => other,
    };
    let mut elements: Vec<SetElement> = elements.iter().map(single).collect();
    elements.sort_by_key(|element| match element {
        SetElement::OnOrBefore(_) => None,
        SetElement::Date(date) | SetElement::OnOrAfter(date) | SetElement::Range(date, _) => extent::date_range(date).0,
    });
    elements.dedup();
    elements
}

fn one_of(tongue: &Tongue, elements: &[SetElement]) -> String {
    let words = &tongue.set;
    match elements {
        [SetElement::OnOrBefore(date)] => fill(tongue.span.on_or_before, &[&plain(tongue, date)]),
        [SetElement::OnOrAfter(date)] => fill(tongue.span.or_later, &[&plain(tongue, date)]),
        [SetElement::Range(from, to)] => pair(tongue, tongue.vague.between, (&from.into(), &to.into()), named),
        [SetElement::Date(a), SetElement::Date(b)] => pair(tongue, words.one_of_two, (&a.into(), &b.into()), named),
        _ if elements.iter().any(is_open) => {
            let members = members(tongue, elements, named, [tongue.span.or_earlier, tongue.span.or_later]);
            fill(words.one_of_these, &[&members.join(words.semicolon)])
        }
        _ => fill(words.one_of, &[&words.or.list(&members(tongue, elements, named, [""; 2]))]),
    }
}

fn is_open(element: &SetElement) -> bool {
    matches!(element, SetElement::OnOrBefore(_) | SetElement::OnOrAfter(_))
}

fn all_of(tongue: &Tongue, elements: &[SetElement]) -> String {
    let words = &tongue.set;
    match elements {
        [SetElement::Date(a), SetElement::Date(b)] => pair(tongue, words.both, (&a.into(), &b.into()), whole),
        _ => fill(words.all_of, &[&words.and.list(&members(tongue, elements, whole, [words.up_to, words.from]))]),
    }
}

/// A member of a set all of which is meant: by its name, unless that would tell of all days that its digits may stand
/// for, of which it is one.
fn whole(tongue: &Tongue, date: &Single, omit: Omit) -> String {
    if date.is_among_several() { when(tongue, date, omit) } else { named(tongue, date, omit) }
}

/// The members, those open to the past or to the future by these templates.
fn members(tongue: &Tongue, elements: &[SetElement], say: Say, [before, after]: [&str; 2]) -> Vec<String> {
    let member = |element: &SetElement| match element {
        SetElement::Date(date) => say(tongue, &date.into(), Omit::Nothing),
        SetElement::OnOrBefore(date) => fill(before, &[&plain(tongue, date)]),
        SetElement::OnOrAfter(date) => fill(after, &[&plain(tongue, date)]),
        SetElement::Range(from, to) => {
            let (from, to) = (Single::from(from), Single::from(to));
            pair(tongue, tongue.set.range, (&from, &to), named)
        }
    };
    elements.iter().map(member).collect()
}
