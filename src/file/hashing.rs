//! How the keys of tables with very many of them are hashed: in less time than std takes, and
//! unlike in any other run, so that nobody can write a file of which all keys hash alike.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::LazyLock;

/// Where all hashes of this run begin.
static SEED: LazyLock<u64> = LazyLock::new(|| RandomState::new().hash_one(ODD));

/// An odd number whose bits follow no rule: the fraction of the golden ratio.
const ODD: u64 = 0x9E37_79B9_7F4A_7C15;

/// How keys are hashed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hashing {
    seed: u64,
}

impl Default for Hashing {
    fn default() -> Self {
        Self { seed: *SEED }
    }
}

impl BuildHasher for Hashing {
    type Hasher = Hashed;
    #[inline]
    fn build_hasher(&self) -> Hashed {
        Hashed(self.seed)
    }
}

/// What has been hashed of a key so far.
#[derive(Debug, Clone, Copy)]
pub struct Hashed(u64);

impl Hashed {
    /// Multiplied out, every bit has a part in every other; both halves together let none get lost.
    #[inline]
    fn mix(&mut self, number: u64) {
        let product = u128::from(self.0 ^ number) * u128::from(ODD);
        self.0 = product as u64 ^ (product >> 64) as u64;
    }
}

impl Hasher for Hashed {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while let Some((eight, behind)) = rest.split_first_chunk::<8>() {
            self.mix(u64::from_le_bytes(*eight));
            rest = behind;
        }
        // What is left of a long key is looked at with some of what is before it.
        let last = match (bytes.last_chunk::<8>(), rest.first_chunk::<4>(), rest.last_chunk::<4>()) {
            (Some(eight), ..) => u64::from_le_bytes(*eight),
            (None, Some(first), Some(last)) => {
                u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32
            }
            _ => rest.iter().fold(0, |all, byte| all << 8 | u64::from(*byte)),
        };
        // Added, not mixed in like the bytes: no byte can make up for another length.
        self.0 = self.0.wrapping_add((bytes.len() as u64).wrapping_mul(ODD));
        self.mix(last);
    }

    #[inline]
    fn write_u8(&mut self, number: u8) {
        self.mix(u64::from(number));
    }

    #[inline]
    fn write_u32(&mut self, number: u32) {
        self.mix(u64::from(number));
    }

    #[inline]
    fn write_u64(&mut self, number: u64) {
        self.mix(number);
    }

    #[inline]
    fn write_i64(&mut self, number: i64) {
        self.mix(number as u64);
    }

    #[inline]
    fn write_usize(&mut self, number: usize) {
        self.mix(number as u64);
    }

    #[inline]
    fn write_isize(&mut self, number: isize) {
        self.mix(number as u64);
    }

    #[inline]
    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    fn check(keys: &[String]) {
        for hashing in [Hashing::default(), Hashing { seed: 0 }, Hashing { seed: u64::MAX }] {
            let hashes: HashSet<u64> = keys.iter().map(|key| hashing.hash_one(key)).collect();
            assert_eq!(hashes.len(), keys.len(), "each its own");
            // Tables look at the first seven bits, and at as many of the last as they are large.
            for shift in [0, 57] {
                let mut counts = [0; 128];
                hashes.iter().for_each(|hash| counts[(hash >> shift) as usize & 127] += 1);
                let even = keys.len() / 128;
                assert!(counts.iter().all(|count| (even / 2..even * 2).contains(count)), "{shift}: {counts:?}");
            }
        }
    }

    #[test]
    fn keys_that_look_alike_hash_unlike() {
        check(&(0..30_000).map(|number| format!("e{number}")).collect::<Vec<_>>());
        check(&(0..30_000).map(|number| format!("a-long-name-before-{number}-and-behind")).collect::<Vec<_>>());
        check(&(0..30_000).map(|number| number.to_string().repeat(3)).collect::<Vec<_>>());
    }

    #[test]
    fn what_is_left_of_a_key_counts_whatever_its_length() {
        for length in 0..40 {
            let key = vec![b'a'; length];
            let changed = (0..length).map(|at| {
                let mut other = key.clone();
                other[at] = b'b';
                other
            });
            let keys: HashSet<u64> = changed.chain([key.clone()]).map(|key| Hashing::default().hash_one(key)).collect();
            assert_eq!(keys.len(), length + 1);
        }
    }
}
