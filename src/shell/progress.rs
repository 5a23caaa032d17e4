//! How far the reading of long files has come: told by whoever reads, from any thread, and asked
//! for by whoever waits.

use std::sync::atomic::{AtomicUsize, Ordering};

/// A step of the work; each begins when the one before is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// From bytes to records.
    Read,
    /// From records to events in order.
    Order,
    /// From events to what pictures are made from.
    Ready,
}

impl Step {
    /// How much of the time it takes, in percent of all.
    const fn share(self) -> usize {
        match self {
            Self::Read => 65,
            Self::Order => 20,
            Self::Ready => 15,
        }
    }
}

/// How far it has come.
#[derive(Debug, Default)]
pub struct Progress {
    /// Of all that there is to do, in parts of [`PERCENT`] to a hundredth.
    done: AtomicUsize,
}

/// So finely is told how far it has come: of a long file each of many thousand parts tells for itself.
const PERCENT: usize = 1_000_000;

impl Progress {
    /// Hears that a part has been done of all that there is to do in a step.
    pub fn hear(&self, step: Step, part: usize, all: usize) {
        let share = step.share() * PERCENT;
        let part = (part as u128 * share as u128).checked_div(all as u128).unwrap_or_default();
        self.done.fetch_add(part as usize, Ordering::Relaxed);
    }

    /// How far it has come, in percent.
    pub fn percent(&self) -> u8 {
        (self.done.load(Ordering::Relaxed) / PERCENT).min(100) as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_add_up() {
        let progress = Progress::default();
        let mut before = 0;
        for step in [Step::Read, Step::Order, Step::Ready] {
            for _ in 0..8_000 {
                progress.hear(step, 8_192, 8_000 * 8_192);
                assert!((before..before + 2).contains(&progress.percent()), "no step back, no leap");
                before = progress.percent();
            }
        }
        assert_eq!(before, 100);
    }

    #[test]
    fn more_than_all_is_all() {
        let progress = Progress::default();
        progress.hear(Step::Order, 7, 0);
        assert_eq!(progress.percent(), 0);
        // A file may have grown since its length was asked for.
        progress.hear(Step::Read, usize::MAX, 3);
        assert_eq!(progress.percent(), 100);
    }
}
