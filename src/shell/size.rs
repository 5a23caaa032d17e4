//! Sizes of files, as people write them.

use std::fmt;
use std::str::FromStr;

/// The most that a file holds if nobody says otherwise: a curated one has thousands of events,
/// not millions.
const MOST_BYTES: Bytes = Bytes(64 << 20);

/// The most that can be let be: places in a file are counted in 32 bits.
const LIMIT: u64 = 4 << 30;

/// The units and their bytes, the largest first.
const UNITS: [(char, u64); 3] = [('G', 1 << 30), ('M', 1 << 20), ('K', 1 << 10)];

/// A number of bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bytes(pub u64);

impl Default for Bytes {
    fn default() -> Self {
        MOST_BYTES
    }
}

impl FromStr for Bytes {
    type Err = String;

    /// "500", "500K", "64M", "1G"
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let unit = UNITS.iter().find_map(|(unit, bytes)| Some((text.strip_suffix(*unit)?, *bytes)));
        let (number, unit) = unit.unwrap_or((text, 1));
        let bytes = number.parse().ok().and_then(|number: u64| number.checked_mul(unit));
        let bytes = bytes.filter(|bytes| *bytes <= LIMIT);
        bytes
            .map(Self)
            .ok_or_else(|| "a size is a number of bytes, or one with K, M or G, such as 64M, up to 4G".to_owned())
    }
}

impl fmt::Display for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match UNITS.iter().find(|(_, bytes)| self.0 > 0 && self.0.is_multiple_of(*bytes)) {
            Some((unit, bytes)) => write!(f, "{}{unit}", self.0 / bytes),
            None => write!(f, "{}", self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_as_they_are_written() {
        for (text, bytes) in [("64M", 64 << 20), ("500K", 500 << 10), ("1G", 1 << 30), ("1000", 1000), ("0", 0)] {
            assert_eq!(text.parse(), Ok(Bytes(bytes)));
            assert_eq!(Bytes(bytes).to_string(), text);
        }
        for text in ["", "M", "-1", "1T", "5G", "99999999999G", "1 M"] {
            assert!(text.parse::<Bytes>().is_err(), "{text}");
        }
    }
}
