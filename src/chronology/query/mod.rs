//! Questions to a chronology: one language for the find line, facets, lists and exports.
//!
//! Knows nothing of screens. A text becomes a [`Query`], a chronology an [`Index`], and the
//! two together what is [`Found`]: each event certainly, possibly or not. A [`Facet`] counts
//! what is found and rewrites the query.

mod connected;
mod connections;
mod corpus;
mod countries;
mod days;
mod expression;
mod facet;
mod find;
mod fold;
mod index;
mod kana;
mod matching;
mod mistake;
mod month;
mod needle;
mod packed;
mod parse;
mod place;
mod readings;
mod spelling;
mod unknown;
mod vocabulary;
mod years;

pub use connected::named;
pub use countries::Countries;
pub use expression::{Query, QueryError};
pub use facet::{Facet, FacetKind, FacetValue};
pub use find::Found;
pub use index::Index;
pub use matching::Match;
pub use mistake::Mistake;
pub use month::is_month;
pub use place::typed_dates;
pub use vocabulary::{COMPARISONS, Comparison, FIELDS, Field, Row, STATES, State, explained};
