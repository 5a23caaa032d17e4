//! What of an event is drawn on the axis: days as numbers, which stand in columns quickly.

use crate::chronology::scale::possible;
use crate::chronology::{CategoryNo, Chronology, Each, Event, EventNo};
use crate::date::{Bound, Day};
use std::collections::HashMap;

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

    /// All of them, each once, by their first days.
    pub fn all(&self) -> &[Reach] {
        &self.all
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

/// The events of a lane by when they may have gone on, those that reach as far as each other
/// together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Course {
    groups: Vec<Group>,
    events: Vec<EventNo>,
}

/// Events that reach as far as each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Group {
    /// The position of their reach among all.
    reach: u32,
    /// Where they end among the events of the course.
    end: u32,
}

impl Course {
    /// Puts an event of a reach behind all others, which begin no later than it, unless it is there.
    pub fn push(&mut self, reach: usize, event: EventNo) {
        if self.events.last() == Some(&event) {
            return;
        }
        self.events.push(event);
        let new = Group { reach: reach as u32, end: self.events.len() as u32 };
        match self.groups.last_mut() {
            Some(last) if last.reach == new.reach => *last = new,
            _ => self.groups.push(new),
        }
    }

    /// Gives back the memory that it does not need.
    pub fn fit(&mut self) {
        self.groups.shrink_to_fit();
        self.events.shrink_to_fit();
    }

    /// The events of the first so many reaches, in order, by the positions of their reaches.
    pub fn groups(&self, reaches: usize) -> impl Iterator<Item = (usize, &[EventNo])> {
        let some = self.groups.iter().take_while(move |group| (group.reach as usize) < reaches);
        some.scan(0, |start, group| {
            let events = &self.events[std::mem::replace(start, group.end as usize)..group.end as usize];
            Some((group.reach as usize, events))
        })
    }
}
