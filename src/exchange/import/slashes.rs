//! Days with slashes, of which nobody can see whether the day or the month comes first.

/// What comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// As in the United States: `12/31/2020`.
    #[default]
    MonthFirst,
    /// As nearly everywhere else: `31/12/2020`.
    DayFirst,
}

/// The order of several dates, and whether they leave it open: one of them that has no such
/// month decides for all.
pub fn order<'t>(dates: impl Iterator<Item = &'t str> + Clone) -> (Order, bool) {
    let parts = dates.filter_map(numbers);
    let has = |at: usize| parts.clone().any(|parts| parts.len() == 3 && parts[at] > 12);
    match (has(0), has(1)) {
        (true, false) => (Order::DayFirst, false),
        (false, true) => (Order::MonthFirst, false),
        _ => (Order::MonthFirst, parts.clone().any(|parts| parts.len() == 3 && parts[0] != parts[1])),
    }
}

/// `12/31/2012` and `12/2012` as EDTF; what begins with a year is left to others.
pub fn date(said: &str, order: Order) -> Option<String> {
    match (numbers(said)?.as_slice(), order) {
        ([day, month, year], Order::DayFirst) | ([month, day, year], Order::MonthFirst) => {
            Some(format!("{year:04}-{month:02}-{day:02}"))
        }
        ([month, year], _) if *month <= 12 => Some(format!("{year:04}-{month:02}")),
        _ => None,
    }
}

/// The numbers between slashes, if the last can only be a year.
fn numbers(said: &str) -> Option<Vec<u16>> {
    let numbers: Vec<u16> = said.trim().split('/').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let is_year_last = numbers.len() > 1 && numbers.last().is_some_and(|year| (32..=9999).contains(year));
    (is_year_last && numbers[..numbers.len() - 1].iter().all(|part| (1..=31).contains(part))).then_some(numbers)
}
