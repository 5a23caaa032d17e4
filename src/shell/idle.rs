//! How long somebody may do nothing, as people write it.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

/// The units and their seconds, the largest first.
const UNITS: [(char, u64); 3] = [('h', 3600), ('m', 60), ('s', 1)];

/// The most that can be allowed: a day.
const LIMIT: u64 = 86_400;

/// A time in whole seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Idle(pub Duration);

impl Default for Idle {
    /// A quarter of an hour.
    fn default() -> Self {
        Self(Duration::from_secs(15 * 60))
    }
}

impl FromStr for Idle {
    type Err = String;

    /// "90s", "15m", "1h"
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let seconds = UNITS.iter().find_map(|(unit, seconds)| {
            let number: u64 = text.strip_suffix(*unit)?.parse().ok()?;
            number.checked_mul(*seconds).filter(|seconds| (1..=LIMIT).contains(seconds))
        });
        seconds
            .map(|seconds| Self(Duration::from_secs(seconds)))
            .ok_or_else(|| "a time is a number with s, m or h, such as 15m; at most 24h".to_owned())
    }
}

impl fmt::Display for Idle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0.as_secs();
        let (unit, of) = UNITS.into_iter().find(|(_, of)| seconds.is_multiple_of(*of)).unwrap_or(('s', 1));
        write!(f, "{}{unit}", seconds / of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_as_it_is_read() {
        for text in ["1s", "90s", "15m", "1h", "24h"] {
            assert_eq!(text.parse::<Idle>().map(|idle| idle.to_string()), Ok(text.to_owned()));
        }
        assert_eq!("3600s".parse::<Idle>().map(|idle| idle.to_string()), Ok("1h".to_owned()));
        for wrong in ["", "15", "0s", "25h", "1d", "-1m", "99999999999999999999h"] {
            assert!(wrong.parse::<Idle>().is_err(), "{wrong}");
        }
        assert_eq!(Idle::default().to_string(), "15m");
    }
}
