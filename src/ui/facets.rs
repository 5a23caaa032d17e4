//! Paints the facets in the place of the page.

use super::canvas::Canvas;
use super::theme::{Part, style};
use crate::app::{Opened, State};
use crate::view::facets::{Columns, FacetRow, rows};
use crate::view::{Area, Layout, Role};

/// Paints as many rows as fit, the selected one in their middle where that can be.
pub(super) fn draw(state: &State, open: Opened, layout: &Layout, canvas: &mut Canvas) {
    let area = if layout.is_wide() { layout.page } else { layout.panes() };
    canvas.clear(area);
    if state.search.waits() {
        canvas.text(area, 0, 3, state.words().preparing(), style(Part::Text(Role::Quiet)));
    }
    let text = Area { x: area.x + 3, width: area.width.saturating_sub(4), ..area };
    let rows = rows(&state.search.facets);
    let columns = Columns::new(&state.search.facets, state.edition(), usize::from(text.width));
    if rows.is_empty() && !state.search.waits() {
        canvas.text(text, 0, 0, state.words().no_facets(), style(Part::Text(Role::Quiet)));
    }
    let is_heading = |row: &FacetRow| matches!(row, FacetRow::Heading(_));
    let is_selected = |row: &FacetRow| matches!(row, FacetRow::Value(.., choice) if *choice == open.selected);
    let selected = rows.iter().position(is_selected).unwrap_or_default();
    let height = usize::from(area.height);
    let first = selected.saturating_sub(height / 2).min(rows.len().saturating_sub(height));
    // The heading of what is on the first rows stays there while its values move below it.
    let heading = rows[..rows.len().min(first + 1)].iter().rfind(|row| is_heading(row));
    let goes_on = rows.get(first + 1).is_some_and(|row| !is_heading(row)) && height > 1;
    let heading = heading.filter(|_| goes_on);
    if let Some(heading) = heading {
        canvas.line(text, 0, &columns.line(*heading));
    }
    for (at, row) in rows.iter().enumerate().skip(first).take(height).skip(usize::from(heading.is_some())) {
        let y = (at - first) as u16;
        canvas.line(text, y, &columns.line(*row));
        if at == selected && !is_heading(row) {
            canvas.text(area, y, 1, canvas.glyphs.selected, style(Part::Resting));
            canvas.restyle(area, y, style(Part::Selected));
        }
    }
}
