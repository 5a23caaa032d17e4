//! The header of a timeline: YAML between fences, or before the first event.

use super::super::draft::{Draft, text};
use super::super::slashes::Order;
use super::{plain, when};
use crate::file::Breaks;

/// The keys of a header with their values.
#[derive(Debug, Default)]
pub struct Header(Vec<(String, String)>);

/// The header, and the lines behind it.
pub fn parts(timeline: &str) -> (Header, impl Iterator<Item = &str>) {
    let is_fence = |line: &str| line.trim_end() == "---";
    let lines = || timeline.lines().skip_while(|line| line.trim().is_empty());
    let blank = timeline.lines().count() - lines().count();
    let is_fenced = lines().next().is_some_and(is_fence);
    let count = if is_fenced {
        lines().skip(1).take_while(|line| !is_fence(line)).count() + 2
    } else {
        lines().take_while(|line| is_setting(line)).count()
    };
    let mut header = Header::default();
    lines().take(count).filter(|line| !is_fence(line)).for_each(|line| header.line(line));
    (header, timeline.lines().skip(blank + count))
}

/// Whether a line without fences around it belongs to the header: events, sections and
/// comments begin what follows.
fn is_setting(line: &str) -> bool {
    let word = line.split_whitespace().next().unwrap_or_default();
    let begins = word.chars().all(|c| c == '#') && !word.is_empty();
    let is_section = ["section", "group"].contains(&word.to_lowercase().as_str());
    let is_said = line.trim().is_empty() || line.starts_with([' ', '\t']) || line.contains(':');
    is_said && !begins && !is_section && !line.trim_start().starts_with("//") && when::split(line).is_none()
}

impl Header {
    /// Takes a key and its value, or another line of the value before.
    fn line(&mut self, line: &str) {
        let key = line.split_once(':').filter(|_| !line.starts_with([' ', '\t', '-']));
        match (key, self.0.last_mut()) {
            (Some((key, value)), _) => self.0.push((key.trim().to_owned(), plain(value))),
            (None, Some((_, value))) => {
                value.truncate(value.trim_end().len());
                let block = value.trim_start_matches(['|', '>', '-']).len();
                drop(value.drain(..value.len() - block));
                value.push('\n');
                value.push_str(line.trim());
            }
            (None, None) => {}
        }
    }

    /// Takes title and description, and the order of days and months; the rest is told.
    pub fn take(self, draft: &mut Draft) -> Order {
        let mut order = Order::default();
        let mut others = Vec::new();
        for (key, value) in self.0 {
            match key.as_str() {
                "title" => draft.records.heading.title = text(&value, Breaks::Join),
                "description" => draft.records.heading.summary = text(&value, Breaks::Keep),
                "dateFormat" if value.starts_with('d') => order = Order::DayFirst,
                _ => others.push(key),
            }
        }
        if !others.is_empty() {
            let are = if others.len() == 1 { "is" } else { "are" };
            draft.note(&others.join(", "), format!("of the header {are} left out"));
        }
        order
    }
}
