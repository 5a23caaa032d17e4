//! The years in which events may have gone on, told apart once: to count those of some events
//! takes a look at a number for each.

use super::days::Days;
use super::find::Found;
use super::matching::{Known, Match};
use crate::chronology::EventNo;
use crate::date::Day;
use std::collections::{BTreeSet, HashMap};

/// The years of all events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Years {
    /// Those in which some bound lies, rising.
    all: Vec<i64>,
    /// The stretches of them that some event has, each once.
    stretches: Vec<Stretch>,
    /// Of each event which of the stretches is its own.
    own: Vec<u32>,
}

/// From which position on and before which one years are those of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Stretch {
    certain: Option<(usize, usize)>,
    at_all: (usize, usize),
}

/// How many events certainly go on in a span of time, and how many more may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counted {
    pub certain: usize,
    pub possible: usize,
}

impl Years {
    /// The years of events of which so much is known.
    pub fn new(days: &Days) -> Self {
        let years = days.all().iter().flat_map(|known| known.bounds.days()).flatten().map(Day::year);
        let all: Vec<i64> = years.collect::<BTreeSet<_>>().into_iter().collect();
        let mut found: HashMap<Stretch, u32> = HashMap::new();
        let mut stretches = Vec::new();
        let own = days.each(|known| {
            let stretch = Stretch::of(known, &all, Day::year);
            *found.entry(stretch).or_insert_with(|| {
                stretches.push(stretch);
                stretches.len() as u32 - 1
            })
        });
        let own = own.collect();
        Self { all, stretches, own }
    }

    /// Every year with how many of the events found go on in it.
    pub fn counts(&self, found: &Found) -> Vec<(i64, Counted)> {
        let mut matches = vec![[0_usize; 2]; self.stretches.len()];
        for (event, matched) in found.events() {
            matches[self.own[event.index()] as usize][usize::from(matched == Match::Certainly)] += 1;
        }
        let mut steps = Steps::new(self.all.len());
        for (stretch, [possibly, certainly]) in self.stretches.iter().zip(matches) {
            steps.add(stretch, possibly, certainly);
        }
        self.all.iter().copied().zip(steps.counts()).collect()
    }

    /// Whether an event may have gone on in a year.
    pub fn touch(&self, event: EventNo, year: i64) -> bool {
        let (from, to) = self.stretches[self.own[event.index()] as usize].at_all;
        let at = self.all.partition_point(|other| *other < year);
        from <= at && at < to
    }
}

/// Every one of some spans of time, numbered and in order, with how many of these events go on in it.
pub(super) fn counted<'a>(
    spans: Vec<i64>,
    number: impl Fn(Day) -> i64 + Copy,
    events: impl Iterator<Item = (&'a Known, Match)>,
) -> Vec<(i64, Counted)> {
    let mut steps = Steps::new(spans.len());
    for (known, matched) in events {
        let is_certain = usize::from(matched == Match::Certainly);
        steps.add(&Stretch::of(known, &spans, number), 1 - is_certain, is_certain);
    }
    let counts = steps.counts();
    spans.into_iter().zip(counts).collect()
}

impl Stretch {
    fn of(known: &Known, spans: &[i64], number: impl Fn(Day) -> i64 + Copy) -> Self {
        let position = |from: Option<i64>| from.map_or(0, |from| spans.partition_point(|span| *span < from));
        let behind = |to: Option<i64>| to.map_or(spans.len(), |to| spans.partition_point(|span| *span <= to));
        let own = known.spans(number);
        Self {
            certain: own.certain.map(|(first, last)| (position(Some(first)), behind(Some(last)))),
            at_all: (position(own.first), behind(own.last)),
        }
    }
}

/// Counts over a row of places, kept as the steps from each place to the next: of what is certain,
/// and of all.
struct Steps(Vec<[isize; 2]>);

impl Steps {
    fn new(places: usize) -> Self {
        Self(vec![[0; 2]; places + 1])
    }

    /// Counts so many more that match possibly, and certainly, at the places of a stretch.
    fn add(&mut self, stretch: &Stretch, possibly: usize, certainly: usize) {
        let mut step = |(from, to): (usize, usize), which: usize, count: usize| {
            self.0[from][which] += count as isize;
            self.0[to][which] -= count as isize;
        };
        step(stretch.at_all, 1, possibly + certainly);
        stretch.certain.into_iter().for_each(|places| step(places, 0, certainly));
    }

    /// The counts at each place.
    fn counts(&self) -> Vec<Counted> {
        let counts = self.0.iter().scan([0_isize; 2], |so_far, step| {
            *so_far = [so_far[0] + step[0], so_far[1] + step[1]];
            let [certain, at_all] = so_far.map(isize::unsigned_abs);
            Some(Counted { certain, possible: at_all.saturating_sub(certain) })
        });
        counts.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Index, Query};
    use super::*;
    use crate::chronology::Chronology;
    use crate::date::Date;
    use crate::file::{Document, read};

    /// One event for each date, in the order of the file; the last has none.
    const DATES: [&str; 5] = ["2019", "2019/2021", "2020-03", "2020~", "[..2020]"];

    fn chronology() -> Chronology {
        let dated = DATES.iter().enumerate().map(|(at, date)| format!("id = \"e{at}\"\ndate = \"{date}\""));
        let events = dated.chain(["id = \"undated\"".to_owned()]);
        let text: String = events.map(|event| format!("[[event]]\n{event}\ntitle = \"e\"\n")).collect();
        let document = Document { name: "years.toml".into(), text: format!("format = 1\n{text}").into() };
        Chronology::new(read(&[document]).0).0
    }

    fn known(date: &str) -> Known {
        let date: Date = date.parse().expect("a date");
        Known { bounds: date.bounds(), is_doubtful: date.is_approximate() || date.is_uncertain() }
    }

    #[test]
    fn years_count_what_surely_went_on_in_them_and_what_may_have() {
        let chronology = chronology();
        let index = Index::new(&chronology);
        let check = |query: &str, expected: &[(i64, usize, usize)]| {
            let found = index.find(&Query::parse(query).expect("a query"));
            let counts = index.years.counts(&found).into_iter();
            let counts: Vec<_> = counts.map(|(year, count)| (year, count.certain, count.possible)).collect();
            assert_eq!(counts, expected, "{query}");
        };
        check("", &[(2019, 2, 2), (2020, 2, 3), (2021, 1, 1)]);
        // What may match goes on for certain in no year.
        check("date:2019", &[(2019, 2, 2), (2020, 1, 2), (2021, 1, 1)]);
        check("date:2020-03", &[(2019, 1, 2), (2020, 2, 3), (2021, 1, 1)]);
        check("is:exact", &[(2019, 0, 0), (2020, 0, 0), (2021, 0, 0)]);
    }

    #[test]
    fn an_event_touches_the_years_in_which_it_may_have_gone_on() {
        let chronology = chronology();
        let index = Index::new(&chronology);
        let touched = |id: &str| {
            let event = chronology.find(id).expect("an event");
            [2019, 2020, 2021].map(|year| index.years.touch(event, year))
        };
        assert_eq!(touched("e0"), [true, false, false]);
        assert_eq!(touched("e1"), [true, true, true]);
        assert_eq!(touched("e3"), [false, true, false]);
        assert_eq!(touched("e4"), [true, true, false]);
        assert_eq!(touched("undated"), [true, true, true]);
    }

    #[test]
    fn any_spans_of_time_are_counted_as_years_are() {
        let month = |day: Day| i64::from(day.month());
        let check = |date: &str, matched: Match, expected: [(usize, usize); 4]| {
            let counts = counted(vec![1, 2, 3, 4], month, [(&known(date), matched)].into_iter());
            let expected = [1, 2, 3, 4].into_iter().zip(expected);
            let expected = expected.map(|(month, (certain, possible))| (month, Counted { certain, possible }));
            assert_eq!(counts, expected.collect::<Vec<_>>(), "{date}");
        };
        check("2020-02/2020-03", Match::Certainly, [(0, 0), (1, 0), (1, 0), (0, 0)]);
        check("2020-02/2020-03", Match::Possibly, [(0, 0), (0, 1), (0, 1), (0, 0)]);
        check("[2020-02,2020-04]", Match::Certainly, [(0, 0), (0, 1), (0, 1), (0, 1)]);
        check("2020-04?", Match::Certainly, [(0, 0), (0, 0), (0, 0), (0, 1)]);
        check("2020-09", Match::Certainly, [(0, 0); 4]);
    }
}
