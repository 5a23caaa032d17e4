//! One date, read from the words for it.

use super::super::NameWidth;
use super::super::phrase::remark;
use super::super::single::Mark;
use super::super::tongue::{Order, Tongue, unfilled};
use crate::date::year_expression;

/// The parts of a date as EDTF writes them.
#[derive(Debug, Clone)]
pub(super) struct Written {
    year: String,
    month: Option<String>,
    day: Option<String>,
    marks: [Mark; 3],
}

impl Written {
    fn year(year: String) -> Self {
        Self { year, month: None, day: None, marks: [Mark::NONE; 3] }
    }

    fn month(year: String, month: impl Into<String>) -> Self {
        Self { month: Some(month.into()), ..Self::year(year) }
    }

    /// The expression: a mark of all parts behind the last, other marks before their own.
    pub fn edtf(&self) -> String {
        let parts = [Some(&self.year), self.month.as_ref(), self.day.as_ref()];
        let parts: Vec<(&String, &str)> =
            parts.into_iter().zip(self.marks).filter_map(|(part, mark)| Some((part?, sign(mark)))).collect();
        let first = parts.first().map_or("", |(_, sign)| sign);
        let is_whole = parts.iter().all(|(_, sign)| *sign == first);
        let said = parts.iter().map(|(part, sign)| if is_whole { (*part).clone() } else { format!("{sign}{part}") });
        said.collect::<Vec<_>>().join("-") + if is_whole { first } else { "" }
    }
}

fn sign(mark: Mark) -> &'static str {
    match (mark.about, mark.doubtful) {
        (true, true) => "%",
        (true, false) => "~",
        (false, true) => "?",
        (false, false) => "",
    }
}

/// Reads dates in one language, one of which may leave out what another beside it says.
#[derive(Clone, Copy)]
pub(super) struct Reader<'r> {
    tongue: &'static Tongue,
    beside: Option<&'r Written>,
}

impl<'r> Reader<'r> {
    pub fn of(tongue: &'static Tongue) -> Self {
        Self { tongue, beside: None }
    }

    /// The same for a date that stands beside another.
    pub fn beside(self, other: &'r Written) -> Self {
        Self { beside: Some(other), ..self }
    }

    /// A date with its marks.
    pub fn date(self, words: &str) -> Option<Written> {
        let mark = &self.tongue.mark;
        let (rest, doubtful) = without(words, &[mark.doubtful, mark.doubtful_inside]);
        let (rest, about) = without(rest, &[mark.about]);
        let whole = || Some(Written { marks: [Mark { about, doubtful }; 3], ..self.plain(rest)? });
        self.partly_marked(words).or_else(whole)
    }

    /// A date with a remark on some of its parts.
    fn partly_marked(self, words: &str) -> Option<Written> {
        let kinds = [(false, false), (true, false), (false, true), (true, true)];
        let kinds = kinds.map(|(about, doubtful)| Mark { about, doubtful });
        unfilled(self.tongue.mark.remark, words).into_iter().find_map(|[date, said, _]| {
            let every = (0..64).map(|at: usize| [kinds[at % 4], kinds[at / 4 % 4], kinds[at / 16]]);
            let marks = every.into_iter().find(|marks| remark(self.tongue, marks) == said)?;
            Some(Written { marks, ..self.plain(date)? })
        })
    }

    /// A date without marks, as a name or as a vague time.
    fn plain(self, words: &str) -> Option<Written> {
        let vague = &self.tongue.vague;
        let within = |template: &str| Some(unfilled(template, words).pop()?[0]);
        let some_month = || Some(Written::month(self.year(within(vague.month_of)?)?, "XX"));
        let some_day = || {
            let year = self.year(within(vague.day_in)?)?;
            Some(Written { day: Some("XX".to_owned()), ..Written::month(year, "XX") })
        };
        let day_in_month = || self.calendar(within(vague.day_in)?).filter(|found| found.day.is_none());
        let in_year = |template| self.year(within(template)?).map(Written::year);
        self.calendar(words)
            .or_else(|| self.season(words))
            .or_else(some_month)
            .or_else(some_day)
            .or_else(day_in_month)
            .or_else(|| in_year(vague.time_in_year))
            .or_else(|| in_year(vague.end_in_year))
            .or_else(|| self.year(words).map(Written::year))
    }

    fn season(self, words: &str) -> Option<Written> {
        self.tongue.seasons.iter().zip(21..).find_map(|(template, code)| {
            let year = unfilled(template, words).pop()?[0];
            Some(Written::month(self.year_beside_month(year)?, code.to_string()))
        })
    }

    /// A month or a day in the order of the language, as far as it is said.
    fn calendar(self, words: &str) -> Option<Written> {
        let shared = self.beside.and_then(|beside| beside.month.as_ref());
        let day_alone = || Some((self.day(words)?, shared?.clone(), ""));
        let (day, month, year) = match self.tongue.order {
            Order::DayFirst => self.day_first(words),
            Order::YearFirst => self.year_first(words),
        }
        .or_else(|| day_alone().map(|(day, month, year)| (Some(day), month, year)))?;
        let year = match self.beside {
            Some(beside) if year.is_empty() => beside.year.clone(),
            _ => self.year_beside_month(year)?,
        };
        Some(Written { day, ..Written::month(year, month) })
    }

    /// "15 March 2020": day, month, and what is left for the year.
    fn day_first(self, words: &str) -> Option<(Option<String>, String, &str)> {
        let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
        let (day, rest) = self.day(first).map_or((None, words), |day| (Some(day), rest));
        let (name, year) = rest.split_once(' ').unwrap_or((rest, ""));
        let month = (1..=12).find(|&month| self.tongue.month(month, NameWidth::Long) == name)?;
        Some((day, format!("{month:02}"), year))
    }

    /// "2020年3月15日"
    fn year_first(self, words: &str) -> Option<(Option<String>, String, &str)> {
        let end = words.find('月')? + '月'.len_utf8();
        let (before, rest) = words.split_at(end);
        let day = if rest.is_empty() { None } else { Some(self.day(rest)?) };
        let number = before.trim_end_matches('月');
        let digits = number.len() - number.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let (year, month) = number.split_at(number.len() - digits);
        let month: u8 = month.parse().ok()?;
        Some((day, format!("{month:02}"), year))
    }

    fn day(self, words: &str) -> Option<String> {
        let day: u8 = unfilled(self.tongue.date.day, words).pop()?[0].parse().ok()?;
        Some(format!("{day:02}"))
    }

    fn year_beside_month(self, words: &str) -> Option<String> {
        let number = || self.year(words);
        let more = || self.year(unfilled(self.tongue.date.of_year, words).pop()?[0]);
        number().or_else(more)
    }

    /// A year, or what is known of one.
    fn year(self, words: &str) -> Option<String> {
        let year = &self.tongue.year;
        if [year.unknown, year.some].contains(&words) {
            return Some("XXXX".to_owned());
        }
        self.number(words)
            .map(year_expression)
            .or_else(|| self.decade(words))
            .or_else(|| self.estimate(words))
            .or_else(|| self.within(words))
            .or_else(|| Some(unfilled(year.pattern, words).pop()?[0].to_owned()))
            .or_else(|| self.power(words))
            .or_else(|| {
                let [name, sure, _] = unfilled(year.sure, words).pop()?;
                Some(format!("{}S{sure}", self.number(name).map(year_expression).or_else(|| self.power(name))?))
            })
    }

    /// The number of an astronomical year.
    fn number(self, words: &str) -> Option<i64> {
        let year = &self.tongue.year;
        let read = |template: &str| {
            let digits = unfilled(template, words).pop()?[0];
            digits.parse::<i64>().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let before_christ = || read(year.before_christ).and_then(|number| 1_i64.checked_sub(number));
        read(year.early).or_else(before_christ).or_else(|| read(year.far)).or_else(|| read(year.common))
    }

    fn decade(self, words: &str) -> Option<String> {
        let templates = [self.tongue.year.decade, self.tongue.year.in_decade];
        let first = templates.into_iter().find_map(|template| Some(unfilled(template, words).pop()?[0]))?;
        Some(format!("{}X", first.strip_suffix('0')?))
    }

    fn within(self, words: &str) -> Option<String> {
        unfilled(self.tongue.year.within, words).into_iter().find_map(|[first, last, _]| {
            let (first, last) = (year_expression(self.number(first)?), year_expression(self.number(last)?));
            let digits = first.chars().zip(last.chars()).map(|(a, b)| if a == b { a } else { 'X' });
            Some(digits.collect())
        })
    }

    fn estimate(self, words: &str) -> Option<String> {
        unfilled(self.tongue.year.estimate, words).into_iter().find_map(|[first, last, likely]| {
            let [first, last, likely] = [first, last, likely].map(|year| self.number(year).map(year_expression));
            let (first, last) = (first?, last?);
            let is_digit = |(a, b): &(char, char)| a == b;
            let same = first.chars().zip(last.chars()).take_while(is_digit).filter(|(c, _)| c.is_ascii_digit());
            Some(format!("{}S{}", likely?, same.count()))
        })
    }

    fn power(self, words: &str) -> Option<String> {
        let [digits, exponent, _] = unfilled(self.tongue.year.power, words).pop()?;
        Some(format!("Y{digits}E{exponent}"))
    }
}

/// The words without a mark, and whether it was there.
fn without<'w>(words: &'w str, templates: &[&str]) -> (&'w str, bool) {
    let inner = templates.iter().find_map(|template| Some(unfilled(template, words).pop()?[0]));
    inner.map_or((words, false), |inner| (inner, true))
}
