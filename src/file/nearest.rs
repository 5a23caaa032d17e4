//! The word that was most likely meant: "did you mean".

/// Words longer than this are not compared.
const LONGEST: usize = 64;

/// The most slips between words that are near.
const MOST: usize = 3;

/// One row of the table of slips, for every beginning of a word.
type Row = [usize; LONGEST + MOST + 2];

/// The known word that differs least from the wanted one, if any is near.
///
/// Near means at most one slip in three characters, and never more than three slips; a
/// slip is a character too many, one too few, another one, or two that are swapped. Of two
/// letters the first is hardly ever another one: `jp` may be `ja`, but `zz` is not `nz`.
/// Case alone is no slip. Of equally near words it is the first by the alphabet, so that
/// their order does not matter. A caller with many words to look up should ask only for
/// as many as it will show: each costs a look at every known word.
pub fn nearest<'a>(wanted: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted: Vec<char> = folded(wanted).take(LONGEST + 1).collect();
    if wanted.len() > LONGEST {
        return None;
    }
    let letters = letters(&wanted);
    let is_code = wanted.len() <= 2 && wanted.iter().all(char::is_ascii);
    let mut within = (wanted.len() / 3).clamp(1, MOST).min(wanted.len().saturating_sub(1));
    let mut best: Option<&str> = None;
    let mut word = Vec::with_capacity(LONGEST + MOST + 1);
    for candidate in known {
        word.clear();
        word.extend(folded(candidate).take(wanted.len() + within + 1));
        let changed = (self::letters(&word) ^ letters).count_ones() as usize;
        let is_far = changed > 2 * within || (is_code && changed > 0 && word.first() != wanted.first());
        let Some(slips) = (if is_far { None } else { slips(&wanted, &word, within) }) else { continue };
        if slips < within || best.is_none_or(|best| candidate < best) {
            (best, within) = (Some(candidate), slips);
        }
    }
    best
}

fn folded(word: &str) -> impl Iterator<Item = char> {
    word.chars().map(|c| c.to_lowercase().next().unwrap_or(c))
}

/// A bit for each character that a word has: one slip changes two of them at most.
fn letters(word: &[char]) -> u64 {
    word.iter().fold(0, |letters, &c| letters | 1 << (u32::from(c) % 64))
}

/// How many slips lie between two words, if no more than `within` do.
///
/// The rows of the usual table (optimal string alignment), left off as soon as a whole
/// row is beyond the limit.
fn slips(a: &[char], b: &[char], within: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > within {
        return None;
    }
    let mut before_last: Row = [0; _];
    let mut last: Row = std::array::from_fn(|j| j);
    for i in 0..a.len() {
        let mut row: Row = [i + 1; _];
        let mut least_in_row = i + 1;
        for j in 0..b.len() {
            let replaced = last[j] + usize::from(a[i] != b[j]);
            let mut least = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                least = least.min(before_last[j - 1] + 1);
            }
            row[j + 1] = least;
            least_in_row = least_in_row.min(least);
        }
        if least_in_row > within {
            return None;
        }
        (before_last, last) = (last, row);
    }
    Some(last[b.len()]).filter(|&slips| slips <= within)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_that_was_meant() {
        let known = ["date", "title", "category", "before", "reply_to", "yokohama", "友好", "event", "NZ"];
        for (wanted, expected) in [
            ("dtae", Some("date")),
            ("Title", Some("title")),
            ("CATEGORY", Some("category")),
            ("replyto", Some("reply_to")),
            ("yokahoma", Some("yokohama")),
            ("友爱", Some("友好")),
            ("evnets", Some("event")),
            ("where", None),
            ("x", None),
            ("", None),
            ("ZN", Some("NZ")),
            ("nz", Some("NZ")),
            ("NX", Some("NZ")),
            ("ZZ", None),
        ] {
            assert_eq!(nearest(wanted, known.into_iter()), expected, "{wanted}");
        }
    }

    #[test]
    fn the_order_of_the_known_words_does_not_matter() {
        let known = ["event-2", "event-3", "event-1"];
        assert_eq!(nearest("event-x", known.into_iter()), Some("event-1"));
        assert_eq!(nearest("event-x", known.into_iter().rev()), Some("event-1"));
    }

    #[test]
    fn huge_words_are_no_burden() {
        let huge = "a".repeat(10_000_000);
        assert_eq!(nearest(&huge, [huge.as_str()].into_iter()), None);
        assert_eq!(nearest("event", [huge.as_str(), "evnt"].into_iter()), Some("evnt"));
    }
}
