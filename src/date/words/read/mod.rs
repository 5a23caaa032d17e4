//! The way back: from the words for an expression to an expression that they mean.
//!
//! The templates that say a date are the ones that read it, so both stay in step. What is
//! found is said again: only what gives the very same words holds, and nothing is guessed.

mod single;

use super::tongue::{Joined, Order, Tongue, unfilled};
use crate::date::{Date, Language};
use single::Reader;

impl Date {
    /// A date that these words mean, in whichever language annals said them. Words that it
    /// would not say itself, and those for which there is no expression, mean none.
    pub fn from_words(words: &str) -> Option<Self> {
        Language::ALL.into_iter().find_map(|language| {
            let says =
                |date: &Self| date.words(language) == words || date.bounds().words(language).as_deref() == Some(words);
            let expressions = Expressions { tongue: Tongue::of(language), words };
            expressions.all().iter().filter_map(|expression| expression.parse().ok()).find(says)
        })
    }
}

/// The expressions that some words may mean.
struct Expressions<'w> {
    tongue: &'static Tongue,
    words: &'w str,
}

impl Expressions<'_> {
    fn all(&self) -> Vec<String> {
        let alone = self.date(self.words).into_iter();
        alone.chain(self.moments()).chain(self.one_sided()).chain(self.pairs()).chain(self.lists()).collect()
    }

    fn date(&self, words: &str) -> Option<String> {
        Some(Reader::of(self.tongue).date(words)?.edtf())
    }

    /// A day with a time.
    fn moments(&self) -> Vec<String> {
        let clock = &self.tongue.clock;
        let moment = |[day, time, zone]: [&str; 3]| {
            let zone = if zone == clock.local { Some(String::new()) } else { shift(zone.strip_prefix("UTC")?) };
            Some(format!("{}T{time}{}", self.date(day)?, zone?))
        };
        unfilled(clock.at, self.words).into_iter().filter_map(moment).collect()
    }

    /// What has one limit only.
    fn one_sided(&self) -> Vec<String> {
        let span = &self.tongue.span;
        let forms = [
            (span.from_open, "", "/.."),
            (span.from_unknown, "", "/"),
            (span.open_to, "../", ""),
            (span.unknown_to, "/", ""),
            (span.on_or_before, "[..", "]"),
            (span.on_or_after, "[", "..]"),
            (span.or_later, "[", "..]"),
        ];
        let read = |(template, before, after): (&str, &str, &str)| {
            let [date, ..] = unfilled(template, self.words).pop()?;
            Some(format!("{before}{}{after}", self.end(date)?))
        };
        forms.into_iter().filter_map(read).collect()
    }

    /// Two dates and what they are to each other.
    fn pairs(&self) -> Vec<String> {
        let Tongue { span, vague, set, .. } = self.tongue;
        let forms = [
            (span.from_to, ["", "/", ""]),
            (vague.between, ["[", "..", "]"]),
            (set.one_of_two, ["[", ",", "]"]),
            (set.both, ["{", ",", "}"]),
        ];
        let mut pairs = Vec::new();
        for (template, [before, between, after]) in forms {
            for [first, second, _] in unfilled(template, self.words) {
                let ends = self.pair(first, second).or_else(|| Some((self.end(first)?, self.end(second)?)));
                pairs.extend(ends.map(|(first, second)| format!("{before}{first}{between}{second}{after}")));
            }
        }
        pairs
    }

    /// Two dates, of which one leaves out what both share.
    fn pair(&self, first: &str, second: &str) -> Option<(String, String)> {
        let reader = Reader::of(self.tongue);
        let (first, second) = match self.tongue.order {
            Order::DayFirst => {
                let second = reader.date(second)?;
                (reader.beside(&second).date(first)?, second)
            }
            Order::YearFirst => {
                let first = reader.date(first)?;
                let second = reader.beside(&first).date(second)?;
                (first, second)
            }
        };
        Some((first.edtf(), second.edtf()))
    }

    /// An end of an interval, which may itself be open to one side.
    fn end(&self, words: &str) -> Option<String> {
        let span = &self.tongue.span;
        self.date(words).or_else(|| self.open(words, [span.or_earlier, span.or_later]))
    }

    /// A date open to the past or to the future by these templates.
    fn open(&self, words: &str, [before, after]: [&str; 2]) -> Option<String> {
        let read = |template: &str| self.date(unfilled(template, words).pop()?[0]);
        read(before).map(|date| format!("..{date}")).or_else(|| Some(format!("{}..", read(after)?)))
    }

    /// Any number of dates, spans of dates and open sides.
    fn lists(&self) -> Vec<String> {
        let Tongue { span, set, .. } = self.tongue;
        let semicolon = Joined(set.semicolon, set.semicolon);
        let forms = [
            (set.one_of, set.or, [span.or_earlier, span.or_later], ["[", "]"]),
            (set.one_of_these, semicolon, [span.or_earlier, span.or_later], ["[", "]"]),
            (set.all_of, set.and, [set.up_to, set.from], ["{", "}"]),
        ];
        let mut lists = Vec::new();
        for (template, joined, open, [before, after]) in forms {
            for [members, ..] in unfilled(template, self.words) {
                let members = joined.members(members).into_iter().map(|member| self.member(member, open));
                lists
                    .extend(members.collect::<Option<Vec<_>>>().map(|all| format!("{before}{}{after}", all.join(","))));
            }
        }
        lists
    }

    fn member(&self, words: &str, open: [&str; 2]) -> Option<String> {
        let range = || {
            let ends = unfilled(self.tongue.set.range, words);
            ends.into_iter().find_map(|[first, last, _]| self.pair(first, last))
        };
        let range = || range().map(|(first, last)| format!("{first}..{last}"));
        self.date(words).or_else(range).or_else(|| self.open(words, open))
    }
}

/// "", "-4" and "+4:30" as EDTF writes them.
fn shift(zone: &str) -> Option<String> {
    if zone.is_empty() {
        return Some("Z".to_owned());
    }
    let (sign, time) = zone.split_at_checked(1)?;
    let (hours, minutes) = time.split_once(':').unwrap_or((time, "00"));
    Some(format!("{sign}{hours:0>2}:{minutes}"))
}
