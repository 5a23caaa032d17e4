//! What a format cannot say, told event by event.

use super::Selection;
use crate::chronology::{Event, EventNo};
use crate::date::{Bound, Day, Language};
use std::collections::BTreeMap;

/// A text in another format, and what could not be said in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Exported {
    /// All of the text.
    pub text: String,
    /// What it lacks.
    pub losses: Vec<Loss>,
}

/// Something that a format cannot say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// The event that it concerns; `None` for all of them.
    pub event: Option<EventNo>,
    /// What happened to it, as the rest of a sentence.
    pub said: String,
}

impl Loss {
    /// Something that one event lost.
    pub fn of(event: EventNo, said: impl Into<String>) -> Self {
        Self { event: Some(event), said: said.into() }
    }

    /// Something that all of them lost.
    pub fn of_all(said: impl Into<String>) -> Self {
        Self { event: None, said: said.into() }
    }

    /// That only one of the languages was kept, if there are more, and no tour.
    pub(super) fn of_one_language(selection: &Selection) -> Vec<Self> {
        Self::of_languages(selection).into_iter().chain(Self::of_tours(selection)).collect()
    }

    /// That tours are left out, if there are any.
    pub(super) fn of_tours(selection: &Selection) -> Option<Self> {
        let tours: Vec<&str> = selection.chronology.tours.iter().map(|tour| tour.id.value.as_str()).collect();
        let said = match tours.as_slice() {
            [] => return None,
            [tour] => format!("the tour {tour} is left out"),
            tours => format!("the tours {} are left out", tours.join(", ")),
        };
        Some(Self::of_all(said))
    }

    /// References to events that a filter leaves out.
    pub(super) fn of_unselected(selection: &Selection) -> impl Iterator<Item = Self> {
        selection.numbers.iter().filter_map(|&number| {
            let event = &selection.chronology[number];
            let named = event.after.iter().chain(&event.before).chain(event.part_of.as_slice()).chain(&event.reply_to);
            let missing: Vec<&str> = named
                .filter(|other| !selection.contains(**other))
                .map(|&other| selection.chronology[other].id())
                .collect();
            let said = format!("refers to {}, not among the selected events", missing.join(", "));
            (!missing.is_empty()).then(|| Self::of(number, said))
        })
    }

    /// Steps of tours that lead to events that a filter leaves out.
    pub(super) fn of_unselected_steps(selection: &Selection) -> impl Iterator<Item = Self> {
        selection.chronology.tours.iter().filter_map(|tour| {
            let missing = tour.steps.iter().filter(|step| !selection.contains(step.event)).count();
            let all = tour.steps.len();
            let said = format!("of the tour {}, {missing} of {all} steps lead to events not selected", tour.id.value);
            (missing > 0).then(|| Self::of_all(said))
        })
    }

    fn of_languages(selection: &Selection) -> Option<Self> {
        let (kept, others) = selection.languages().split_first().map(|(kept, others)| (*kept, others.to_vec()))?;
        let left = others.into_iter().map(Language::code).collect::<Vec<_>>().join(" and ");
        let said = format!("texts are in {}; those in {left} are left out (choose with --lang)", kept.code());
        (!left.is_empty()).then(|| Self::of_all(said))
    }
}

impl Exported {
    /// A text that lacks nothing.
    pub(super) fn whole(text: String) -> Self {
        Self { text, losses: Vec::new() }
    }

    /// The losses in plain sentences: those of all events first, then a line for each
    /// event that lost something, in order. Empty if nothing is lost.
    pub fn report(&self, selection: &Selection, format: &str) -> String {
        let of_all = self.losses.iter().filter(|loss| loss.event.is_none());
        let mut lines: Vec<String> = of_all.map(|loss| format!("all events: {}", loss.said)).collect();
        let mut said: BTreeMap<EventNo, Vec<&str>> = BTreeMap::new();
        for loss in &self.losses {
            if let Some(event) = loss.event {
                said.entry(event).or_default().push(&loss.said);
            }
        }
        let line = |number: &EventNo| {
            let said = said.get(number)?;
            Some(format!("{}: {}", selection.chronology[*number].id(), said.join("; ")))
        };
        lines.extend(selection.numbers.iter().filter_map(line));
        match lines.as_slice() {
            [] => String::new(),
            lines => format!("not said in {format}:\n  {}\n", lines.join("\n  ")),
        }
    }
}

/// The first and the last day that are possible, or the only ones known, and what a span
/// between them does not say; `None` where nothing is known.
pub(super) fn outer_days(event: &Event) -> Option<([Day; 2], Option<String>)> {
    let known = || Bound::ALL.into_iter().filter_map(|bound| event.bounds[bound]);
    let (first, last) = (event.bounds[Bound::EarliestStart], event.bounds[Bound::LatestEnd]);
    let (from, to) = (first.or_else(|| known().min())?, last.or_else(|| known().max())?);
    let loss = match (first, last) {
        (None, _) => Some(format!("stands from {from} on: how much earlier it can have been is not known")),
        (_, None) => Some(format!("stands until {to}: how much later it can have been is not known")),
        _ if event.has_gaps() => {
            Some(format!("stands from {from} to {to} as one span: its date names only some of these days"))
        }
        _ => None,
    };
    Some(([from, to], loss))
}
