//! Threads: events linked by answering each other, such as a gift, a letter and thanks.

use super::{Chronology, EventNo};
use std::collections::BTreeSet;

impl Chronology {
    /// All events of the thread that an event belongs to, itself among them, in order.
    pub fn thread(&self, event: EventNo) -> Vec<EventNo> {
        let mut thread = BTreeSet::from([event]);
        let mut unexplored = vec![event];
        while let Some(next) = unexplored.pop() {
            let event = &self[next];
            for &linked in event.reply_to.iter().chain(&event.replies) {
                if thread.insert(linked) {
                    unexplored.push(linked);
                }
            }
        }
        thread.into_iter().collect()
    }
}
