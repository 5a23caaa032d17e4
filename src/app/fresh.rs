//! What has been read anew, with all that takes a look at each event already made of it, so that
//! no key waits while it takes the place of what is shown.

use super::Content;
use super::made::Made;
use crate::chronology::{Chronology, EventNo};
use crate::file::{Milestones, Told};
use crate::view::Outline;
use crate::view::lane::LaneKind;
use crate::view::map::Traffic;
use crate::view::proof::milestones;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// Content that is ready to be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Fresh {
    /// What was read.
    pub content: Arc<Content>,
    outline: Outline,
    ids: Ids,
    milestones: Vec<Milestones>,
    traffic: Traffic,
}

impl Fresh {
    /// How many steps it takes to make it ready.
    pub const STEPS: usize = 4;

    /// This content, made ready to be shown.
    pub fn new(content: impl Into<Arc<Content>>) -> Self {
        Self::telling(content, &|_| {})
    }

    /// The same; `told` hears how many steps are done.
    pub fn telling(content: impl Into<Arc<Content>>, told: &Told) -> Self {
        let content = content.into();
        let outline = Outline::new(&content.chronology, LaneKind::default());
        told(2);
        let traffic = outline.traffic(&content.chronology);
        let ids = Ids::of(&content.chronology);
        told(1);
        let milestones = milestones(&content.documents);
        told(1);
        Self { content, outline, ids, milestones, traffic }
    }

    /// The event with this id.
    pub fn find(&self, id: &str) -> Option<EventNo> {
        self.ids.find(id, &self.content.chronology)
    }

    /// The outline, with lanes of this kind, and what else pictures are made from.
    pub(super) fn into_parts(mut self, lanes: LaneKind) -> (Outline, Made) {
        self.outline.turn(lanes);
        (self.outline, Made::of_files(self.milestones, self.traffic))
    }
}

/// Which events have which ids: by what their ids hash to, in rising order.
#[derive(Debug, Clone, PartialEq)]
struct Ids(Vec<(u64, EventNo)>);

impl Ids {
    fn of(chronology: &Chronology) -> Self {
        let mut ids: Vec<_> = chronology.numbers().map(|event| (hash(chronology[event].id()), event)).collect();
        ids.sort_unstable();
        Self(ids)
    }

    fn find(&self, id: &str, chronology: &Chronology) -> Option<EventNo> {
        let wanted = hash(id);
        let from = self.0.partition_point(|&(hash, _)| hash < wanted);
        let alike = self.0[from..].iter().take_while(|&&(hash, _)| hash == wanted);
        alike.map(|&(_, event)| event).find(|&event| chronology[event].id() == id)
    }
}

fn hash(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{Document, read};

    fn fresh() -> Fresh {
        let document = Document { name: "events.toml".into(), text: include_str!("../../events.toml").into() };
        let (records, problems) = read(std::slice::from_ref(&document));
        let (chronology, _) = Chronology::new(records);
        Fresh::new(Content { chronology, documents: vec![document], problems })
    }

    #[test]
    fn events_are_found_by_their_ids() {
        let fresh = fresh();
        let chronology = &fresh.content.chronology;
        assert!(chronology.numbers().all(|event| fresh.find(chronology[event].id()) == Some(event)));
        assert_eq!(fresh.find("nobody"), None);
    }

    #[test]
    fn the_outline_has_the_lanes_that_are_wanted_now() {
        for wanted in LaneKind::ALL {
            let fresh = fresh();
            let anew = Outline::new(&fresh.content.chronology, wanted);
            assert_eq!(fresh.into_parts(wanted).0, anew, "{wanted:?}");
        }
    }
}
