//! A day or a month in numbers whose year comes last, in which people mostly write one.

/// The expressions that such numbers may mean: none where they are no date, two where nobody
/// can tell the day from the month. Between dots the day comes first; between slashes and
/// hyphens it does in some countries, in others the month.
pub(super) fn year_last(text: &str) -> Vec<String> {
    let Some(sign) = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| ['.', '/', '-'].contains(c)) else {
        return Vec::new();
    };
    let parts: Vec<&str> = text.split(sign).map(str::trim).collect();
    let expressions = match parts[..] {
        [month, year] => vec![expression(year, month, None)],
        [day, month, year] if sign == '.' => vec![expression(year, month, Some(day))],
        [one, other, year] => vec![expression(year, other, Some(one)), expression(year, one, Some(other))],
        _ => Vec::new(),
    };
    let mut expressions: Vec<String> = expressions.into_iter().flatten().collect();
    expressions.dedup();
    expressions
}

/// The expression of a year of four digits, a month and a day, if the calendar has them.
fn expression(year: &str, month: &str, day: Option<&str>) -> Option<String> {
    let number = |part: &str| {
        let is_number = (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<u8>().ok().filter(|_| is_number)
    };
    let month = number(month).filter(|month| (1..=12).contains(month))?;
    let day = match day {
        Some(day) => format!("-{:02}", number(day)?),
        None => String::new(),
    };
    let expression = format!("{year}-{month:02}{day}");
    (year.len() == 4 && edtf_core::is_valid(&expression)).then_some(expression)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_may_come_last() {
        for (text, expected) in [
            ("15.4.2020", &["2020-04-15"][..]),
            ("15. 04. 2020", &["2020-04-15"]),
            ("4.15.2020", &[]),
            ("15/4/2020", &["2020-04-15"]),
            ("4/15/2020", &["2020-04-15"]),
            ("15-4-2020", &["2020-04-15"]),
            ("3/4/2020", &["2020-04-03", "2020-03-04"]),
            ("4/4/2020", &["2020-04-04"]),
            ("2/30/2020", &[]),
            ("2/29/2021", &[]),
            ("4/2020", &["2020-04"]),
            ("4.2020", &["2020-04"]),
            ("21/2020", &[]),
            ("15.4.20", &[]),
            ("15/4.2020", &[]),
            ("15.4", &[]),
            ("+1/4/2020", &[]),
            ("1/4/20XX", &["20XX-04-01", "20XX-01-04"]),
            ("1/4/-202", &[]),
            ("", &[]),
        ] {
            assert_eq!(year_last(text), expected, "{text}");
        }
    }
}
