//! A time of day behind a date, of which a chronology keeps the date.

/// A date without its time of day, and whether it had one.
pub fn without_time(said: &str) -> (&str, bool) {
    if said.get(10..11).is_some_and(|sign| sign.eq_ignore_ascii_case("t")) && !said.contains([' ', '/']) {
        return (said.get(..10).unwrap_or(said), true);
    }
    match without_half(said).rsplit_once([' ', ',']) {
        Some((day, time)) if is_time(time) => (day.trim().trim_end_matches(','), true),
        _ => (said, false),
    }
}

/// "10:30" of "10:30 PM", so that the time is one word.
fn without_half(said: &str) -> &str {
    let half = said.rsplit_once(' ').filter(|(before, half)| before.contains(':') && is_half(half));
    half.map_or(said, |(before, _)| before)
}

fn is_half(word: &str) -> bool {
    ["am", "pm"].iter().any(|half| word.eq_ignore_ascii_case(half))
}

/// "10:30", "8am"
pub fn is_time(word: &str) -> bool {
    let rest = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let half = rest.len().checked_sub(2).and_then(|at| rest.get(at..));
    (1..=2).contains(&(word.len() - rest.len())) && (rest.contains(':') || half.is_some_and(is_half))
}
