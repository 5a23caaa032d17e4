//! An EDTF expression (ISO 8601-2:2019, levels 0, 1 and 2) as it was written.
//!
//! edtf-core parses; no type of it leaves the `date` module.

use super::extent::{self, Limit};
use super::refusal;
use super::{Bounds, DateError};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::{fmt, str::FromStr};

/// A date as the curator wrote it, and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Date {
    pub(super) edtf: edtf_core::Edtf,
}

impl FromStr for Date {
    type Err = DateError;
    fn from_str(text: &str) -> Result<Self, DateError> {
        refusal::check_length(text)?;
        let edtf = edtf_core::Edtf::parse(text).map_err(|error| refusal::explain(text, error))?;
        Ok(Self { edtf })
    }
}

impl fmt::Display for Date {
    /// The expression in the form that the standard prefers.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.edtf)
    }
}

impl Serialize for Date {
    /// As its expression.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <&str>::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl Date {
    /// The four days that the expression bounds.
    pub fn bounds(&self) -> Bounds {
        extent::bounds(&self.edtf)
    }

    /// The earliest day that the expression touches.
    pub fn earliest(&self) -> Limit {
        extent::limits(&self.edtf).0
    }

    /// The latest day that the expression touches.
    pub fn latest(&self) -> Limit {
        extent::limits(&self.edtf).1
    }

    /// Whether it names several times with others between them that it leaves out, as
    /// `{2020-01,2020-03}` and `[2014,2017]` do.
    pub fn has_gaps(&self) -> bool {
        extent::has_gaps(&self.edtf)
    }

    /// The conformance level that it takes: 0, 1 or 2.
    pub fn level(&self) -> u8 {
        self.edtf.level()
    }

    /// Whether the curator marked it approximate (`~` or `%`).
    pub fn is_approximate(&self) -> bool {
        self.edtf.is_approximate()
    }

    /// Whether the curator marked it uncertain (`?` or `%`).
    pub fn is_uncertain(&self) -> bool {
        self.edtf.is_uncertain()
    }
}

/// An astronomical year as EDTF writes it: `2020`, `-0043`, `Y-17000`.
pub fn year_expression(year: i64) -> String {
    match year {
        0..=9999 => format!("{year:04}"),
        -9999..0 => format!("-{:04}", -year),
        _ => format!("Y{year}"),
    }
}
