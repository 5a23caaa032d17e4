//! Work on several things at the same time, one thread for each processor.
//!
//! Forks and joins, and nothing else: what comes out is what would come out one after the
//! other, in the same order.

use std::ops::Range;
use std::panic::resume_unwind;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{Builder, available_parallelism, scope};

/// How many processors there are; to find that out the system reads several files.
static PROCESSORS: LazyLock<usize> = LazyLock::new(|| available_parallelism().map_or(1, usize::from));

/// What `work` makes of each item, in the order of the items.
pub fn abreast<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    // For one item nobody asks how many processors there are.
    if items.len() < 2 || *PROCESSORS < 2 {
        return items.iter().map(work).collect();
    }
    let workers = PROCESSORS.min(items.len());
    let next = AtomicUsize::new(0);
    // Each takes the next item that none has taken: where other work goes on, one comes farther.
    let share = || {
        let taken = || {
            let at = next.fetch_add(1, Ordering::Relaxed);
            items.get(at).map(|item| (at, item))
        };
        let mut done = Vec::new();
        while let Some((at, item)) = taken() {
            done.push((at, work(item)));
        }
        done
    };
    let mut all = scope(|scope| {
        let others: Vec<_> = (1..workers).map(|_| Builder::new().spawn_scoped(scope, share)).collect();
        let mut all = share();
        // Where no thread could be started, as in a sealed session, this one has done all the work.
        for other in others.into_iter().flatten() {
            all.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        all
    });
    all.sort_unstable_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, made)| made).collect()
}

/// The positions of all of so many things, in lots of `size`: what is done with one alone is not
/// worth being handed out.
pub fn lots(all: usize, size: usize) -> Vec<Range<usize>> {
    (0..all).step_by(size).map(|first| first..all.min(first + size)).collect()
}

#[cfg(test)]
mod tests {
    use super::{abreast, lots};

    #[test]
    fn the_order_is_that_of_the_items() {
        for length in 0..50 {
            let items: Vec<usize> = (0..length).collect();
            assert_eq!(abreast(&items, |item| item * 2), items.iter().map(|item| item * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn lots_are_all_things_each_once() {
        for (all, expected) in [(0, vec![]), (6, vec![0..3, 3..6]), (7, vec![0..3, 3..6, 6..7])] {
            assert_eq!(lots(all, 3), expected);
        }
    }
}
