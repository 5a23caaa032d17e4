//! Brings what is selected into sight, after whatever happened.

use super::made;
use super::state::{Opened, Overlay, Reading, State};
use super::{Mode, overlay};
use crate::view::list::Row;

/// Brings the selection into sight after whatever happened.
pub(super) fn settle(state: &mut State) {
    settle_search(state);
    made::make(state);
    settle_list(state);
    settle_page(state);
    settle_overlay(state);
}

/// The selected event is listed even where the query hides it; facets are counted only while
/// they are open.
fn settle_search(state: &mut State) {
    if state.search.listing.as_ref().is_some_and(|listing| {
        let found = state.search.found.as_ref().map_or(0, |found| found.certain + found.possible);
        let extra = state.selected.is_some_and(|selected| !state.sieve().leaves(selected));
        listing.len() != found + usize::from(extra)
            || state.selected.is_some_and(|event| listing.place(event).is_none())
    }) {
        state.search.list(state.selected, &state.content.chronology);
    }
    if state.mode() != Mode::Facets {
        state.search.facets.clear();
    }
}

/// So many rows are seen before and behind the selected one, where there is room and are rows:
/// who steps wants to know what comes.
const IN_SIGHT: usize = 2;

/// The first row on the screen is always a heading: that of the events below it.
fn settle_list(state: &mut State) {
    let (Some(layout), Some(selected)) = (state.layout(), state.selected) else { return };
    if layout.list.width == 0 {
        return;
    }
    let rows = &state.listing().rows;
    let at = state.listing().place(selected).unwrap_or_default();
    let height = usize::from(layout.list.height);
    let in_sight = IN_SIGHT.min(height.saturating_sub(2) / 2);
    let lowest = (at + 1 + in_sight).min(rows.len()).saturating_sub(height);
    let last_screen = rows.len().saturating_sub(height).max(lowest);
    let top = state.top.clamp(lowest, at.saturating_sub(1 + in_sight).max(lowest)).min(last_screen);
    // No heading without an event below it.
    let is_heading = |at: usize| rows.get(at).is_some_and(|row| !matches!(row, Row::Event(_)));
    state.top = if is_heading(top + 1) { top + 1 } else { top };
}

fn settle_page(state: &mut State) {
    // A page at its top with nothing selected is settled; one that is not shown is not made either.
    let layout = state.layout();
    let is_hidden = layout.is_some_and(|layout| layout.page.width == 0);
    if is_hidden || state.reading.scroll == 0 && state.reading.link.is_none() {
        return;
    }
    let (lines, more) = layout.map_or_else(Default::default, |layout| state.seen_page(&layout));
    let height = layout.map_or(0, |layout| usize::from(layout.page.height));
    let scroll = state.reading.scroll.min((lines.len() + more).saturating_sub(height));
    let sight = scroll..(scroll + height).min(lines.len());
    let link = state.reading.link.filter(|link| sight.contains(link) && lines[*link].link.is_some());
    state.reading = Reading { scroll, link, ..state.reading };
}

/// Keeps the selected problem on the screen, and no blank screen below the last line.
fn settle_overlay(state: &mut State) {
    let Some(open) = state.overlay else { return };
    if open.overlay == Overlay::Facets {
        return;
    }
    let lines = overlay::lines(state, open.overlay);
    let height = overlay::height(state);
    let told = |line: &overlay::Text| line.choice == Some(open.selected);
    let (first, last) = (lines.iter().position(told).unwrap_or(0), lines.iter().rposition(told).unwrap_or(0));
    let scroll = match open.overlay {
        Overlay::Problems | Overlay::Tours => open.scroll.max((last + 1).saturating_sub(height)).min(first),
        Overlay::Help | Overlay::Facets => open.scroll,
    };
    state.overlay = Some(Opened { scroll: scroll.min(lines.len().saturating_sub(height)), ..open });
}
