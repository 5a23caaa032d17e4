//! What a query found, in the words of each language.

use super::words::Words;
use crate::chronology::query::Found;
use crate::date::Language;

impl Words {
    /// How many events match: "4 certainly, 3 possibly".
    pub fn found(&self, found: &Found) -> String {
        let Found { certain, possible, .. } = found;
        match self.language {
            Language::En => format!("{certain} certainly, {possible} possibly"),
            Language::Zh => format!("确定{certain}件，可能{possible}件"),
            Language::Ja => format!("確実{certain}件、可能性あり{possible}件"),
        }
    }

    /// Said of an event that may match.
    pub const fn possibly(&self) -> &'static str {
        match self.language {
            Language::En => "possibly",
            Language::Zh => "可能",
            Language::Ja => "可能性あり",
        }
    }
}
