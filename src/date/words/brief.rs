//! What an EDTF expression means, as short as can be: for a column of a list.
//!
//! `..` between two limits means some time between them, `–` from one to the other;
//! `c.` is approximate and `?` doubtful. Where not all that is said is marked alike,
//! the part that is approximate has the sign of EDTF, `~`.

use super::NameWidth;
use super::phrase::{Omit, ordered, shared, year_number};
use super::sentence::in_order;
use super::single::{Mark, Marks, Single, Slot, WithinYear, Year, run};
use super::tongue::{Order, Tongue, fill};
use edtf_core::{Date, Edtf, Interval, IntervalEndpoint, Set, SetElement, SetKind};

/// Writes for one language, under the heading of one year.
#[derive(Clone, Copy)]
pub(super) struct Column {
    pub tongue: &'static Tongue,
    pub year: Option<i64>,
}

impl Column {
    /// The short form of an expression.
    pub fn expression(self, edtf: &Edtf) -> String {
        match edtf {
            Edtf::Date(date) => self.alone(&date.into()),
            Edtf::DateTime(moment) => self.date(&moment.date),
            Edtf::Interval(interval) => self.interval(interval),
            Edtf::Set(set) => self.set(set),
        }
    }

    /// Two dates with a sign between them: "21–23 Oct", "13 Jan..11 Mar", "2014 or 2017".
    pub fn pair(self, sign: &str, from: &Single, to: &Single) -> String {
        if let (Marks::Whole(mark @ Mark { about: true, .. }), true) = (&from.marks, from.marks == to.marks) {
            return self.marked(*mark, &self.pair(sign, &from.without_marks(), &to.without_marks()));
        }
        self.folded(sign, from, to).unwrap_or_else(|| {
            // Within one month both marked ends still name it: "21 Oct~–23 Oct".
            let omit = shared(from, to).min(Omit::Year);
            let (first, second) = match self.tongue.order {
                Order::DayFirst => (omit, Omit::Nothing),
                Order::YearFirst => (Omit::Nothing, omit),
            };
            format!("{}{sign}{}", self.signed(from, first), self.signed(to, second))
        })
    }

    /// Two unmarked days of one month, months of one year, or years, with what they share said once.
    fn folded(self, sign: &str, from: &Single, to: &Single) -> Option<String> {
        if from.mark() != Mark::NONE || to.mark() != Mark::NONE {
            return None;
        }
        let words = &self.tongue.brief;
        match (shared(from, to), &from.part, &to.part) {
            (Omit::YearAndMonth, WithinYear::Day(_, first), WithinYear::Day(month, last)) => {
                let [first, last] = [first, last].map(|day| slot(day, "", |day| day.to_string()));
                let month = Single { part: WithinYear::Month(month.clone()), ..to.clone() };
                Some(fill(words.days, &[&first, &last, &self.say(&month, Omit::Nothing), sign]))
            }
            // Between two limits each month has its name, as in "10月..12月".
            (Omit::Year, WithinYear::Month(Slot::Known(first)), WithinYear::Month(Slot::Known(last)))
                if sign != ".." =>
            {
                Some(self.months(sign, &to.year, *first, *last))
            }
            (_, WithinYear::Year, WithinYear::Year) => self.years(sign, &from.year, &to.year),
            _ => None,
        }
    }

    /// "Jan–Mar", "1–3月"
    fn months(self, sign: &str, year: &Year, first: u8, last: u8) -> String {
        let [from, to] = [first, last].map(|month| self.tongue.month(month, NameWidth::Short));
        let months = fill(self.tongue.brief.months, &[&first.to_string(), &last.to_string(), sign, from, to]);
        ordered(self.tongue.order, [self.year_unless_said(year, Omit::Nothing), Some(months), None])
    }

    /// "1964–2008", for years that need no more than their number.
    fn years(self, sign: &str, from: &Year, to: &Year) -> Option<String> {
        match (from, to) {
            (&Year::Number(from @ 1000..=9999), &Year::Number(to @ 1000..=9999)) => {
                Some(fill(self.tongue.brief.years, &[&from.to_string(), &to.to_string(), sign]))
            }
            _ => None,
        }
    }

    fn interval(self, interval: &Interval) -> String {
        use IntervalEndpoint::{Date, Open, Unknown};
        let words = &self.tongue.brief;
        match (&interval.start, &interval.end) {
            (Date(from), Date(to)) if from == to && from.day.is_some() => self.date(from),
            (Date(from), Date(to)) => self.pair("–", &from.into(), &to.into()),
            (from, Open | Unknown) => fill(words.from, &[&self.end(from)]),
            (Open | Unknown, to) => fill(words.to, &[&self.end(to)]),
            (from, to) => format!("{}–{}", self.end(from), self.end(to)),
        }
    }

    /// One end of an interval; `..` on its open side.
    fn end(self, endpoint: &IntervalEndpoint) -> String {
        match endpoint {
            IntervalEndpoint::Date(date) => self.date(date),
            IntervalEndpoint::OnOrBefore(date) => format!("..{}", self.signed(&date.into(), Omit::Nothing)),
            IntervalEndpoint::OnOrAfter(date) => format!("{}..", self.signed(&date.into(), Omit::Nothing)),
            IntervalEndpoint::Open | IntervalEndpoint::Unknown => String::new(),
        }
    }

    fn set(self, set: &Set) -> String {
        let elements = in_order(&set.elements);
        match &elements[..] {
            [SetElement::Date(date)] => self.alone(&date.into()),
            elements => self.outline(set.kind, elements),
        }
    }

    /// The first and the last of several members.
    fn outline(self, kind: SetKind, elements: &[SetElement]) -> String {
        use SetElement::{Date, OnOrAfter, OnOrBefore, Range};
        let words = &self.tongue.brief;
        let (Some(first), Some(last)) = (elements.first(), elements.last()) else { return String::new() };
        let (until, since) = match kind {
            SetKind::OneMember => (words.by, words.or_later),
            SetKind::AllMembers => (words.to, words.from),
        };
        let sign = match (kind, elements) {
            (SetKind::OneMember, [Date(_), Date(_)]) => words.either,
            (SetKind::OneMember, _) => "..",
            (SetKind::AllMembers, [Date(_), Date(_)]) => words.both,
            (SetKind::AllMembers, [Range(..)]) => "–",
            (SetKind::AllMembers, _) => "…",
        };
        let has_no_start = elements.iter().any(|element| matches!(element, OnOrBefore(_)));
        let has_no_end = elements.iter().any(|element| matches!(element, OnOrAfter(_)));
        match (has_no_start, has_no_end) {
            (true, true) => sign.to_owned(),
            (true, false) => fill(until, &[&self.date(dates(last).1)]),
            (false, true) => fill(since, &[&self.date(dates(first).0)]),
            (false, false) => self.pair(sign, &dates(first).0.into(), &dates(last).1.into()),
        }
    }

    fn date(self, date: &Date) -> String {
        self.say(&date.into(), Omit::Nothing)
    }

    /// A date that stands alone: the year of the heading becomes "in 2020".
    pub fn alone(self, date: &Single) -> String {
        match (&date.year, &date.part) {
            (
                Year::Number(year),
                WithinYear::Year | WithinYear::Month(Slot::Any) | WithinYear::Day(Slot::Any, Slot::Any),
            ) if Some(*year) == self.year && date.mark() == Mark::NONE => {
                fill(self.tongue.brief.this_year, &[&year_number(self.tongue, *year)])
            }
            _ => self.say(date, Omit::Nothing),
        }
    }

    /// A date with its marks; a part that the heading or the date beside it says is left out.
    pub fn say(self, date: &Single, omit: Omit) -> String {
        match &date.marks {
            Marks::Whole(mark) => self.marked(*mark, &self.unmarked(date, omit)),
            Marks::Parts(_) => self.signed(date, omit),
        }
    }

    /// The same with the signs of EDTF, which speak for no more than the date itself.
    fn signed(self, date: &Single, omit: Omit) -> String {
        let Mark { about, doubtful } = date.mark();
        let marks = [if about { "~" } else { "" }, if doubtful { "?" } else { "" }];
        self.unmarked(date, omit) + &marks.concat()
    }

    /// "c. Jan–Mar", "Jun?", "c. 2020?"
    fn marked(self, mark: Mark, text: &str) -> String {
        let text = if mark.about { fill(self.tongue.brief.about, &[text]) } else { text.to_owned() };
        if mark.doubtful { text + "?" } else { text }
    }

    /// The year, where neither the heading nor the date beside it says it.
    fn year_unless_said(self, year: &Year, omit: Omit) -> Option<String> {
        let is_said = omit >= Omit::Year || self.year.map(Year::Number).as_ref() == Some(year);
        (!is_said).then(|| self.year(year))
    }

    fn unmarked(self, date: &Single, omit: Omit) -> String {
        let year = self.year_unless_said(&date.year, omit);
        let words = self.tongue;
        match &date.part {
            WithinYear::Year | WithinYear::Month(Slot::Any) | WithinYear::Day(Slot::Any, Slot::Any) => {
                self.year(&date.year)
            }
            WithinYear::Season(code) => {
                let season = words.brief_seasons.get(usize::from(*code).saturating_sub(21));
                ordered(words.order, [year, season.map(|season| (*season).to_owned()), None])
            }
            WithinYear::Month(month) | WithinYear::Day(month, Slot::Any) => {
                ordered(words.order, [year, Some(self.month(month)), None])
            }
            WithinYear::Day(month, day) => {
                let day = fill(words.date.day, &[&slot(day, "XX", |day| day.to_string())]);
                ordered(words.order, [year, Some(self.month(month)), Some(day)])
            }
        }
    }

    fn month(self, month: &Slot) -> String {
        slot(month, self.tongue.brief.some_month, |month| self.tongue.month(month, NameWidth::Short).to_owned())
    }

    fn year(self, year: &Year) -> String {
        let name = |year: &i64| year_number(self.tongue, *year);
        match year {
            Year::Number(year) => name(year),
            Year::Decade(first) => fill(self.tongue.brief.decade, &[&first.to_string()]),
            Year::Within(from, to) | Year::Estimate(from, to, _) => {
                let (first, last) = (Year::Number(*from), Year::Number(*to));
                self.years("..", &first, &last).unwrap_or_else(|| format!("{}..{}", name(from), name(to)))
            }
            Year::Pattern(pattern) => fill(self.tongue.year.common, &[pattern]),
            Year::Unknown => self.tongue.brief.some_year.to_owned(),
            Year::Power(digits, 0, _) => digits.to_string(),
            Year::Power(digits, exponent, _) => format!("{digits}E{exponent}"),
        }
    }
}

/// "Oct", "Oct..Dec", "Jan/Nov"; `unknown` where nothing is known.
fn slot(slot: &Slot, unknown: &str, name: impl Fn(u8) -> String) -> String {
    match (slot, run(slot)) {
        (_, Some((first, last))) => format!("{}..{}", name(first), name(last)),
        (Slot::Known(value), None) => name(*value),
        (Slot::Among(values), None) => values.iter().map(|value| name(*value)).collect::<Vec<_>>().join("/"),
        (Slot::Any, None) => unknown.to_owned(),
    }
}

/// The first and the last date of a member.
fn dates(element: &SetElement) -> (&Date, &Date) {
    match element {
        SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::OnOrAfter(date) => (date, date),
        SetElement::Range(from, to) => (from, to),
    }
}
