//! What of an event is drawn on the axis: days as numbers, which stand in columns quickly.

use crate::chronology::scale::possible;
use crate::chronology::{CategoryNo, Chronology, Each, Event, EventNo};
use crate::date::{Bound, Day};
use std::collections::HashMap;
use std::ops::RangeInclusive;

/// The days of an event, as the axis draws them; each as [`Day::number`] counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Reach {
    /// The first and the last day on which it can have gone on.
    pub possible: (i64, i64),
    /// Whether it can have begun earlier than any known day.
    pub is_open_before: bool,
    /// Whether it can have ended later than any known day.
    pub is_open_behind: bool,
    /// The first and the last day on which it certainly went on.
    pub certain: Option<(i64, i64)>,
}

impl Reach {
    /// The reach of an event; `None` where no day of it is known.
    fn of(event: &Event) -> Option<Self> {
        let numbers = |(from, to): (Day, Day)| (from.number(), to.number());
        Some(Self {
            possible: numbers(possible(&event.bounds)?),
            is_open_before: event.bounds[Bound::EarliestStart].is_none(),
            is_open_behind: event.bounds[Bound::LatestEnd].is_none(),
            certain: event.certain().map(numbers),
        })
    }

    /// Whether there are no other signs of it than where it was possible.
    fn is_merely_possible(&self) -> bool {
        self.certain.is_none() && !self.is_open_before && !self.is_open_behind
    }

    /// Whether it is known to a day.
    fn is_known_to_a_day(&self) -> bool {
        let (first, last) = self.possible;
        let is_closed = !(self.is_open_before || self.is_open_behind);
        is_closed && first == last && self.certain == Some((first, last))
    }
}

/// The reaches of all events: many are alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reaches {
    /// Each once, by its first day.
    all: Vec<Reach>,
    /// Of each event which of them is its own.
    own: Vec<Option<u32>>,
    /// Of each event its category.
    categories: Vec<Option<CategoryNo>>,
}

impl Reaches {
    /// The reaches of the events of a chronology.
    pub fn new(chronology: &Chronology) -> Self {
        let mut found: HashMap<Reach, u32> = HashMap::new();
        let mut number = |reach| {
            let next = found.len() as u32;
            *found.entry(reach).or_insert(next)
        };
        let of = |event: &Event| (Reach::of(event).map(&mut number), event.category);
        let (met, categories): (Vec<Option<u32>>, Vec<_>) = chronology.events.iter().map(of).unzip();
        let mut all: Vec<(Reach, u32)> = found.into_iter().collect();
        all.sort_unstable();
        let mut places = vec![0; all.len()];
        all.iter().enumerate().for_each(|(place, &(_, met))| places[met as usize] = place as u32);
        Self {
            all: all.into_iter().map(|(reach, _)| reach).collect(),
            own: met.into_iter().map(|met| met.map(|met| places[met as usize])).collect(),
            categories,
        }
    }

    /// That of an event; `None` where no day of it is known.
    pub fn of(&self, event: EventNo) -> Option<&Reach> {
        Some(&self.all[(*self.own.get(event.index())?)? as usize])
    }

    /// The category of an event.
    pub fn category(&self, event: EventNo) -> Option<CategoryNo> {
        self.categories.get(event.index()).copied().flatten()
    }

    /// The events of which a day is known, by their reaches, then in order.
    pub fn sorted(&self) -> Each<EventNo> {
        let own = self.own.iter().enumerate();
        Each::sorted(self.all.len(), own.filter_map(|(event, at)| Some(((*at)? as usize, EventNo::at(event)))))
    }
}

/// The events of a lane by when they may have gone on, those that are alike together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Course {
    /// Those that are known to a day, by that.
    on_days: Vec<EventNo>,
    /// All others.
    groups: Vec<Group>,
    others: Vec<EventNo>,
}

/// Events that reach as far as each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Group {
    /// The position of their reach among all.
    reach: u32,
    /// Where they end among the others of the course.
    end: u32,
}

/// Events of a course that reach as far as each other.
pub(super) struct Together<'a> {
    /// The first and the last day on which they can have gone on.
    pub possible: (i64, i64),
    /// Their reach, where there is more to it.
    pub reach: Option<&'a Reach>,
    /// The events themselves.
    pub events: &'a [EventNo],
}

impl Course {
    /// Puts an event behind all others, which begin no later than it, unless it is there.
    pub fn push(&mut self, at: usize, event: EventNo, reaches: &Reaches) {
        if [self.on_days.last(), self.others.last()].contains(&Some(&event)) {
            return;
        }
        if reaches.all[at].is_known_to_a_day() {
            self.on_days.push(event);
            return;
        }
        self.others.push(event);
        let new = Group { reach: at as u32, end: self.others.len() as u32 };
        match self.groups.last_mut() {
            Some(last) if last.reach == new.reach => *last = new,
            _ => self.groups.push(new),
        }
    }

    /// Gives back the memory that it does not need.
    pub fn fit(&mut self) {
        self.on_days.shrink_to_fit();
        self.groups.shrink_to_fit();
        self.others.shrink_to_fit();
    }

    /// The events that are known to a day, one list for each column; `first_days` are those of the
    /// columns and of the one behind them.
    pub fn on_days<'a>(
        &'a self,
        first_days: &'a [i64],
        reaches: &'a Reaches,
    ) -> impl Iterator<Item = &'a [EventNo]> + use<'a> {
        let before = |events: &[EventNo], day: i64| {
            events.partition_point(|&event| reaches.of(event).is_some_and(|reach| reach.possible.0 < day))
        };
        let mut rest = &self.on_days[first_days.first().map_or(0, |&day| before(&self.on_days, day))..];
        first_days.iter().skip(1).map(move |&day| {
            let (here, behind) = rest.split_at(before(rest, day));
            rest = behind;
            here
        })
    }

    /// The others that may have gone on within these days, by their first days.
    pub fn others<'a>(&'a self, days: RangeInclusive<i64>, reaches: &'a Reaches) -> impl Iterator<Item = Together<'a>> {
        let reach = |group: &Group| &reaches.all[group.reach as usize];
        let begun = self.groups.partition_point(|group| reach(group).possible.0 <= *days.end());
        let starts = std::iter::once(0).chain(self.groups.iter().map(|group| group.end));
        let near = self.groups[..begun].iter().zip(starts).map(move |(group, start)| (reach(group), start..group.end));
        near.filter(move |(reach, _)| *days.start() <= reach.possible.1).map(|(reach, events)| Together {
            possible: reach.possible,
            reach: (!reach.is_merely_possible()).then_some(reach),
            events: &self.others[events.start as usize..events.end as usize],
        })
    }
}
