//! Numbers that stand for the records of a chronology, one type for each kind.

use std::num::NonZeroU32;

/// Makes a number type: a position in the chronology's list of that kind. It is kept as the count of
/// all up to there, which is never none: so one that may be missing takes no more memory.
macro_rules! number {
    ($(#[$doc:meta] $name:ident),+ $(,)?) => {$(
        #[$doc]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(NonZeroU32);

        impl $name {
            /// The number of the record at this position of its list.
            pub fn at(position: usize) -> Self {
                Self(NonZeroU32::MIN.saturating_add(u32::try_from(position).unwrap_or(u32::MAX)))
            }

            /// The position in the list.
            pub const fn index(self) -> usize {
                self.0.get() as usize - 1
            }
        }
    )+};
}

number! {
    /// An event; events are numbered in the one order.
    EventNo,
    /// A category.
    CategoryNo,
    /// A place.
    PlaceNo,
    /// An actor.
    ActorNo,
    /// A source.
    SourceNo,
    /// A tour.
    TourNo,
    /// A reason.
    ReasonNo,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_its_position_and_may_be_missing_for_nothing() {
        for position in [0, 1, 100_000, u32::MAX as usize - 1] {
            assert_eq!(EventNo::at(position).index(), position);
        }
        assert!(EventNo::at(usize::MAX) == EventNo::at(u32::MAX as usize), "beyond these all are one");
        assert_eq!(size_of::<Option<EventNo>>(), size_of::<EventNo>());
    }
}
