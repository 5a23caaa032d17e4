//! Work on several things at the same time, one thread for each processor.
//!
//! Forks and joins, and nothing else: what comes out is what would come out one after the
//! other, in the same order.

use std::panic::resume_unwind;
use std::thread::{Builder, available_parallelism, scope};

/// What `work` makes of each item, in the order of the items.
pub fn abreast<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let workers = available_parallelism().map_or(1, usize::from).min(items.len());
    if workers < 2 {
        return items.iter().map(work).collect();
    }
    // Each takes every so manieth item, so that all have about as much to do.
    let share = |worker: usize| items.iter().skip(worker).step_by(workers).map(&work).collect::<Vec<R>>();
    let mut shares: Vec<_> = scope(|scope| {
        let start = |worker| Builder::new().spawn_scoped(scope, move || share(worker));
        let others: Vec<_> = (1..workers).map(start).collect();
        let own = share(0);
        // Where no thread could be started, as in a sealed session, this one does its work.
        let others = (1..).zip(others).map(|(worker, other)| match other {
            Ok(other) => other.join().unwrap_or_else(|panic| resume_unwind(panic)),
            Err(_) => share(worker),
        });
        std::iter::once(own).chain(others).map(Vec::into_iter).collect()
    });
    (0..items.len()).filter_map(|at| shares[at % workers].next()).collect()
}

#[cfg(test)]
mod tests {
    use super::abreast;

    #[test]
    fn the_order_is_that_of_the_items() {
        for length in 0..50 {
            let items: Vec<usize> = (0..length).collect();
            assert_eq!(abreast(&items, |item| item * 2), items.iter().map(|item| item * 2).collect::<Vec<_>>());
        }
    }
}
