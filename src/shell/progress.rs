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
    /// All of them, in order.
    const ALL: [Self; 3] = [Self::Read, Self::Order, Self::Ready];

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
    /// Of each step how much is done, in parts of [`WHOLE`]. What has to be read again, after a slip,
    /// is told again, and may make it more than all.
    done: [AtomicUsize; Step::ALL.len()],
}

/// A whole step: of a long file each of many thousand parts tells for itself.
const WHOLE: usize = 1 << 24;

impl Progress {
    /// Hears that a part has been done of all that there is to do in a step.
    pub fn hear(&self, step: Step, part: usize, all: usize) {
        if all > 0 {
            // Rounded up, so that all parts together are no less than the whole.
            let part = (part.min(all) as u128 * WHOLE as u128).div_ceil(all as u128);
            self.done[step as usize].fetch_add(part as usize, Ordering::Relaxed);
        }
    }

    /// How far it has come, in percent.
    pub fn percent(&self) -> u8 {
        let done = |step: Step| self.done[step as usize].load(Ordering::Relaxed).min(WHOLE);
        let done: usize = Step::ALL.into_iter().map(|step| done(step) * step.share()).sum();
        (done / WHOLE) as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_add_up() {
        let progress = Progress::default();
        let mut before = 0;
        for step in Step::ALL {
            for _ in 0..8_000 {
                progress.hear(step, 8_192, 8_000 * 8_192);
                assert!((before..before + 2).contains(&progress.percent()), "no step back, no leap");
                before = progress.percent();
            }
        }
        assert_eq!(before, 100);
    }

    #[test]
    fn a_step_never_takes_more_than_its_share() {
        let progress = Progress::default();
        progress.hear(Step::Order, 7, 0);
        assert_eq!(progress.percent(), 0);
        // What was read in vain is read again.
        (0..3).for_each(|_| progress.hear(Step::Read, 2, 3));
        assert_eq!(progress.percent(), 65);
        progress.hear(Step::Order, usize::MAX, 3);
        assert_eq!(progress.percent(), 85);
    }
}
