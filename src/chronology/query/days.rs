//! What is known of the days of all events: kept once for all of which the same is known.

use super::matching::Known;
use crate::chronology::{Event, EventNo};
use foldhash::HashMap;

/// What is known of each event's days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Days {
    /// All that is known of any, each once.
    all: Vec<Known>,
    /// Of each event which of them is its own.
    own: Vec<u32>,
}

impl Days {
    /// The days of these events.
    pub fn new(events: &[Event]) -> Self {
        let mut all = Vec::new();
        let mut found: HashMap<Known, u32> = HashMap::default();
        let own = events.iter().map(|event| {
            let known = Known { bounds: event.bounds, is_doubtful: event.is_doubtful() };
            *found.entry(known).or_insert_with(|| {
                all.push(known);
                all.len() as u32 - 1
            })
        });
        let own = own.collect();
        all.shrink_to_fit();
        Self { all, own }
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.own.len()
    }

    /// All that is known of any event, each once.
    pub fn all(&self) -> &[Known] {
        &self.all
    }

    /// What is known of an event.
    pub fn of(&self, event: EventNo) -> &Known {
        &self.all[self.own[event.index()] as usize]
    }

    /// What `of` makes of what is known of each event; it is asked once for all that are alike.
    pub fn each<T: Copy>(&self, of: impl FnMut(&Known) -> T) -> impl Iterator<Item = T> {
        let made: Vec<T> = self.all.iter().map(of).collect();
        self.own.iter().map(move |&at| made[at as usize])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chronology::Chronology;
    use crate::file::{Document, read};

    #[test]
    fn of_each_event_is_known_what_it_says_itself() {
        let text = include_str!("../../../events.toml");
        let (chronology, _) = Chronology::new(read(&[Document { name: "events.toml".into(), text: text.into() }]).0);
        let days = Days::new(&chronology.events);
        assert!(days.all().len() < days.len(), "some are alike");
        let bounds = days.each(|known| known.bounds);
        assert!(bounds.eq(chronology.events.iter().map(|event| event.bounds)));
        for number in chronology.numbers() {
            assert_eq!(days.of(number).is_doubtful, chronology[number].is_doubtful());
        }
    }

    #[test]
    fn what_is_alike_is_kept_and_asked_once() {
        let dates = ["2020", "2020-03", "2020", "2020~", "2020-03"];
        let events =
            dates.iter().enumerate().map(|(at, date)| format!("[[event]]\nid = \"e{at}\"\ndate = \"{date}\"\n"));
        let text = format!("format = 1\n{}", events.collect::<String>());
        let (chronology, _) = Chronology::new(read(&[Document { name: "days.toml".into(), text: text.into() }]).0);
        let days = Days::new(&chronology.events);
        let mut asked = 0;
        let numbers = days.each(|_| {
            asked += 1;
            asked
        });
        let numbers: Vec<i32> = numbers.collect();
        assert_eq!((asked, days.all().len(), days.len()), (3, 3, 5), "a doubtful year is not the year");
        let number = |id: &str| numbers[chronology.find(id).expect("an event").index()];
        assert_eq!((number("e0"), number("e1")), (number("e2"), number("e4")));
        assert_ne!(number("e0"), number("e3"));
    }
}
