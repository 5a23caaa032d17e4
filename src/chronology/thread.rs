//! Threads: events linked by answering each other, such as a gift, a letter and thanks.

use super::{Chronology, EventNo};
use std::collections::HashSet;

impl Chronology {
    /// All events of the thread that an event belongs to, itself among them, in order.
    pub fn thread(&self, event: EventNo) -> Vec<EventNo> {
        let (mut thread, mut met) = (vec![event], HashSet::from([event]));
        let mut explored = 0;
        while let Some(&next) = thread.get(explored) {
            explored += 1;
            let event = &self[next];
            let linked = event.reply_to.iter().chain(&event.replies).copied();
            thread.extend(linked.filter(|&linked| met.insert(linked)));
        }
        thread.sort_unstable();
        thread
    }
}
