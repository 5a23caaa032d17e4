//! How soon a frame may follow another: no sooner than a slow line has taken that one.
//!
//! What is sent faster waits in buffers on the way, and a key held down is answered long
//! after it was let go. Keys that come meanwhile are collected, and one frame shows them all.

use std::time::{Duration, Instant};

/// What a line of 100 kbit/s takes in a second.
const BYTES_PER_SECOND: f64 = 12_500.0;

/// The longest pause, too short to be seen between two keys pressed one by one.
const LONGEST: Duration = Duration::from_millis(55);

/// When the next frame may go out; without a frame before it, at once.
#[derive(Debug, Default)]
pub(super) struct Pace {
    ready: Option<Instant>,
}

impl Pace {
    /// Notes that a frame of so many bytes has gone out now.
    pub fn note(&mut self, bytes: usize, now: Instant) {
        let taken = Duration::from_secs_f64(bytes as f64 / BYTES_PER_SECOND);
        self.ready = Some(now + taken.min(LONGEST));
    }

    /// Until when the next frame must wait, if it must.
    pub fn wait(&self, now: Instant) -> Option<Instant> {
        self.ready.filter(|ready| now < *ready)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_waits_as_long_as_the_one_before_takes() {
        for (bytes, pause) in [(0, 0), (125, 10), (500, 40), (1250, 55), (6000, 55)] {
            let (begin, mut pace) = (Instant::now(), Pace::default());
            assert_eq!(pace.wait(begin), None);
            pace.note(bytes, begin);
            let ready = begin + Duration::from_millis(pause);
            assert_eq!(pace.wait(begin), (pause > 0).then_some(ready), "{bytes}");
            assert_eq!(pace.wait(ready), None, "{bytes}");
        }
    }
}
