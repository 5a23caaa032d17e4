//! Year, month and day in the ways in which people write them.

use crate::date::{Language, NameWidth, month_name, year_expression};

/// A date of which some parts may stand elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Core {
    /// The astronomical year as EDTF writes it, digits that are not known as `X`.
    year: Option<String>,
    /// A month, or the code of a season.
    month: Option<u8>,
    day: Option<u8>,
    /// Whether it is an estimate.
    about: bool,
    /// Whether it may be wrong.
    doubtful: bool,
}

const SEASONS: &[(&str, u8)] = &[
    ("spring", 21),
    ("summer", 22),
    ("autumn", 23),
    ("fall", 23),
    ("winter", 24),
    ("春季", 21),
    ("夏季", 22),
    ("秋季", 23),
    ("冬季", 24),
    ("春", 21),
    ("夏", 22),
    ("秋", 23),
    ("冬", 24),
];

const WEEKDAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

impl Core {
    /// The same with these marks.
    pub fn marked(self, about: bool, doubtful: bool) -> Self {
        Self { about, doubtful, ..self }
    }

    /// Reads a date without any words around it.
    pub fn read(text: &str) -> Option<Self> {
        east_asian(text).or_else(|| numeric(text)).or_else(|| english(text))
    }

    /// The parts of `self`; those that are missing before its last one from `other`.
    pub fn completed_by(&self, other: &Self) -> Self {
        let mut whole = self.clone();
        if whole.year.is_none() {
            whole.year.clone_from(&other.year);
            whole.month = whole.month.or(other.month);
        } else if whole.day.is_some() {
            whole.month = whole.month.or(other.month);
        }
        whole
    }

    /// The EDTF expression; `None` where the year is missing, or a part between two others.
    pub fn edtf(&self) -> Option<String> {
        let year = self.year.as_ref()?;
        let mark = match (self.about, self.doubtful) {
            (true, true) => "%",
            (true, false) => "~",
            (false, true) => "?",
            (false, false) => "",
        };
        match (self.month, self.day) {
            (None, None) => Some(format!("{year}{mark}")),
            (Some(month), None) => Some(format!("{year}-{month:02}{mark}")),
            (Some(month), Some(day)) => Some(format!("{year}-{month:02}-{day:02}{mark}")),
            (None, Some(_)) => None,
        }
    }
}

/// "2020年3月15日", "3月15日", "15日", "1920年代", "19世纪", "公元前44年".
fn east_asian(text: &str) -> Option<Core> {
    let (before_christ, text) = match ["公元前", "紀元前", "前"].iter().find_map(|word| text.strip_prefix(word))
    {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix("公元").unwrap_or(text)),
    };
    let decade = text.strip_suffix("年代").and_then(decade);
    let century = text.strip_suffix("世纪").or_else(|| text.strip_suffix("世紀")).and_then(century);
    if let Some(year) = decade.or(century).filter(|_| !before_christ) {
        return Some(Core { year: Some(year), ..Core::default() });
    }
    let (year, rest) = take(text, "年");
    let (month, rest) = take(rest, "月");
    let (day, rest) = take(rest, "日");
    let year = match year {
        Some(year) => Some(self::year(year, before_christ)?),
        None => None,
    };
    let season = SEASONS.iter().find(|(name, _)| *name == rest).map(|(_, code)| *code);
    let parts = Core { year, month: number(month)?, day: number(day)?, ..Core::default() };
    match season {
        Some(code) if parts.year.is_some() && parts.month.is_none() => Some(Core { month: Some(code), ..parts }),
        None if rest.is_empty() && parts != Core::default() => Some(parts),
        _ => None,
    }
}

/// The text before a sign, and what follows it.
fn take<'t>(text: &'t str, sign: &str) -> (Option<&'t str>, &'t str) {
    match text.split_once(sign) {
        Some((before, after)) if !before.is_empty() && before.chars().all(|c| c.is_ascii_digit()) => {
            (Some(before), after)
        }
        _ => (None, text),
    }
}

/// A part that may be missing; `None` where it is there, but no number.
fn number(part: Option<&str>) -> Option<Option<u8>> {
    match part {
        Some(part) => part.parse().ok().map(Some),
        None => Some(None),
    }
}

/// "2020/3/15", "2020-3-15", "2020.3.15", "2020-03", "2020": the year comes first. Only EDTF
/// means a season by 21: "2020/21" is rather a winter or a school year.
fn numeric(text: &str) -> Option<Core> {
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    let year = parts.first().filter(|year| year.len() == 4).and_then(|first| self::year(first, false))?;
    let core = Core { year: Some(year), ..Core::default() };
    let month = |digits: &str| digits.parse().ok().filter(|month| (1..=12).contains(month));
    match parts.as_slice() {
        [_] => Some(core),
        [_, second] => Some(Core { month: Some(month(second)?), ..core }),
        [_, second, day] => Some(Core { month: Some(month(second)?), day: Some(day.parse().ok()?), ..core }),
        _ => None,
    }
}

/// "15 March 2020", "March 15, 2020", "spring 2020", "1920s", "19th century", "44 bc". Of
/// "15 March 20" nobody knows the century.
fn english(text: &str) -> Option<Core> {
    let mut core = Core::default();
    let era = [" bce", " bc", " ad", " ce"].into_iter().find(|era| text.ends_with(era)).unwrap_or_default();
    let before_christ = era.starts_with(" b");
    let text = text.strip_suffix(era).unwrap_or(text);
    if let Some(ordinal) = text.strip_suffix(" century") {
        let year = century(ordinal.trim_end_matches(|c: char| c.is_ascii_alphabetic()))?;
        return (!before_christ).then_some(Core { year: Some(year), ..core });
    }
    for word in text.split([' ', ',']).filter(|word| !word.is_empty() && !WEEKDAYS.contains(word)) {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let ending = &word[digits.len()..];
        if let Some(month) = named(word).filter(|_| core.month.is_none()) {
            core.month = Some(month);
        } else if ending == "s" && core.year.is_none() {
            core.year = Some(decade(digits)?);
        } else if digits.len() <= 2
            && ["", "st", "nd", "rd", "th"].contains(&ending)
            && core.day.is_none()
            && !before_christ
        {
            core.day = Some(digits.parse().ok()?);
        } else if ending.is_empty() && core.year.is_none() && (digits.len() > 2 || !era.is_empty()) {
            core.year = Some(year(digits, before_christ)?);
        } else {
            return None;
        }
    }
    (core != Core::default()).then_some(core)
}

/// The month, or the code of the season, of this name.
fn named(word: &str) -> Option<u8> {
    let word = word.trim_end_matches('.');
    let is_month = |month: &u8| {
        let name = month_name(*month, Language::En, NameWidth::Long).to_lowercase();
        name == word || (word.len() >= 3 && word.len() <= 4 && name.starts_with(word))
    };
    let season = SEASONS.iter().find(|(name, _)| *name == word).map(|(_, code)| *code);
    (1..=12).find(is_month).or(season)
}

fn year(digits: &str, before_christ: bool) -> Option<String> {
    let year: i64 = if digits.len() <= 4 { digits.parse().ok()? } else { return None };
    // Year 0 is 1 BC, and no year is called 0.
    (year > 0).then(|| year_expression(if before_christ { 1 - year } else { year }))
}

/// "1920" as the ten years from it on; "1900" may as well begin a century.
fn decade(digits: &str) -> Option<String> {
    let is_decade =
        digits.len() == 4 && digits.ends_with('0') && !digits.ends_with("00") && digits.parse::<u16>().is_ok();
    is_decade.then(|| format!("{}X", &digits[..3]))
}

/// "19" as the years 1800 to 1899, which is how EDTF says it.
fn century(digits: &str) -> Option<String> {
    let century: u8 = digits.parse().ok().filter(|century| (1..=99).contains(century))?;
    Some(format!("{:02}XX", century - 1))
}
