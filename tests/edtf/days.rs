//! Days: their numbers, their names, and their place in month and year.

use annals::date::{Day, Language, NameWidth, month_name, year_name};
use proptest::prelude::*;

fn day(year: i64, month: u8, day: u8) -> Day {
    Day::new(year, month, day).expect("a day of the calendar")
}

#[test]
fn numbers() {
    for (date, number) in [
        (day(0, 1, 1), 0),
        (day(0, 12, 31), 365),
        (day(1, 1, 1), 366),
        (day(-1, 12, 31), -1),
        (day(1970, 1, 1), 719_528),
        (day(2020, 4, 15), 737_895),
        (day(400, 1, 1), 146_097),
        (day(-400, 1, 1), -146_097),
        (day(170_000_000, 1, 1), 425_000 * 146_097),
        (day(-170_000_000, 1, 1), -425_000 * 146_097),
    ] {
        assert_eq!(date.number(), number, "{date}");
        assert_eq!(Day::from_number(number), date, "{number}");
    }
}

#[test]
fn numbers_of_endless_years_stay_in_range() {
    assert_eq!(day(i64::MAX, 12, 31).number(), i64::MAX);
    assert_eq!(day(i64::MIN, 1, 1).number(), i64::MIN);
}

#[test]
fn what_the_calendar_has() {
    for (year, month, day, is_there) in [
        (2020, 2, 29, true),
        (2021, 2, 29, false),
        (1900, 2, 29, false),
        (0, 2, 29, true),
        (-1, 2, 29, false),
        (-4, 2, 29, true),
        (2020, 0, 1, false),
        (2020, 13, 1, false),
        (2020, 4, 0, false),
        (2020, 4, 31, false),
    ] {
        assert_eq!(Day::new(year, month, day).is_some(), is_there, "{year} {month} {day}");
    }
}

#[test]
fn month_and_year_around() {
    let leap_day = day(2020, 2, 10);
    let around = [leap_day.month_start(), leap_day.month_end(), leap_day.year_start(), leap_day.year_end()];
    assert_eq!(around.map(|day| day.to_string()), ["2020-02-01", "2020-02-29", "2020-01-01", "2020-12-31"]);
    assert_eq!(day(2021, 2, 1).month_end(), day(2021, 2, 28));
}

#[test]
fn names() {
    let date = day(2020, 1, 13);
    assert_eq!(Language::ALL.map(|it| date.words(it)), ["2020年1月13日", "13 January 2020", "2020年1月13日"]);
    assert_eq!(Language::ALL.map(|it| date.brief(it, Some(2020))), ["1月13日", "13 Jan", "1月13日"]);
    assert_eq!(Language::ALL.map(|it| date.brief(it, None)), ["2020年1月13日", "13 Jan 2020", "2020年1月13日"]);
    assert_eq!(Language::ALL.map(|it| year_name(-43, it)), ["公元前44年", "44 BC", "紀元前44年"]);
    assert_eq!(day(170_000_002, 1, 1).words(Language::En), "1 January 170000002");
    let widths = [NameWidth::Long, NameWidth::Short, NameWidth::Narrow];
    assert_eq!(widths.map(|width| month_name(9, Language::En, width)), ["September", "Sep", "S"]);
    assert_eq!(widths.map(|width| month_name(12, Language::Zh, width)), ["12月", "12月", "12"]);
    assert_eq!([0, 13, 255].map(|month| month_name(month, Language::Ja, NameWidth::Long)), ["", "", ""]);
}

proptest! {
    #[test]
    fn number_and_day_are_inverse(number in -(1_i64 << 58)..(1_i64 << 58)) {
        let day = Day::from_number(number);
        prop_assert_eq!(day.number(), number);
        prop_assert_eq!(Day::new(day.year(), day.month(), day.day()), Some(day));
    }

    #[test]
    fn later_days_have_higher_numbers(a in -1_000_000_i64..1_000_000, b in -1_000_000_i64..1_000_000) {
        prop_assert_eq!(Day::from_number(a).cmp(&Day::from_number(b)), a.cmp(&b));
    }
}
