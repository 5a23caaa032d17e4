//! Numbers that stand for the records of a chronology, one type for each kind.

/// Makes a number type: a position in the chronology's list of that kind.
macro_rules! number {
    ($(#[$doc:meta] $name:ident),+ $(,)?) => {$(
        #[$doc]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// The number of the record at this position of its list.
            pub fn at(position: usize) -> Self {
                Self(u32::try_from(position).unwrap_or(u32::MAX))
            }

            /// The position in the list.
            pub const fn index(self) -> usize {
                self.0 as usize
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
