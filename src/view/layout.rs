//! Which part of the screen shows what.

use super::Lens;

/// A rectangle of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Area {
    /// Columns from the left edge of the screen.
    pub x: u16,
    /// Rows from its top.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// The size of a screen: columns and rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// The smallest screen that everything can be read on.
pub const SMALLEST: Size = Size { width: 40, height: 10 };

/// From this width on the list and the page stand side by side.
const SIDE_BY_SIDE: u16 = 76;

/// The pane that has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Pane {
    /// The events, one a row; under some lenses the actors or the sources.
    #[default]
    List,
    /// All about the selected event.
    Page,
}

/// The parts of a screen that is large enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// Title and counts.
    pub header: Area,
    /// The axis or, under the lens of that name, the map.
    pub lens: Area,
    /// The rule between lens and panes.
    pub rule: Area,
    /// The list; no cells where the page alone is shown.
    pub list: Area,
    /// The upright rule between list and page; no cells where one alone is shown.
    pub divider: Area,
    /// The page; no cells where the list alone is shown.
    pub page: Area,
    /// The rule over the last row; no cells on low screens.
    pub foot: Area,
    /// Keys, messages, position.
    pub status: Area,
}

impl Layout {
    /// The parts of a screen of this size, seen through a lens, with this many lanes of the
    /// axis; `None` where it is smaller than [`SMALLEST`].
    pub fn new(size: Size, lens: Lens, lanes: usize, focus: Pane) -> Option<Self> {
        let Size { width, height } = size;
        if width < SMALLEST.width || height < SMALLEST.height {
            return None;
        }
        let row = |y: u16, height: u16| Area { x: 0, y, width, height };
        let roomy = u16::from(height >= 28);
        let foot_rows = u16::from(height >= 16);
        let lens_top = 1 + roomy;
        let lens_rows = match lens {
            Lens::Chronology | Lens::Actors | Lens::Sources => 1 + lane_rows(height, lanes),
            // All but header, rules and status: three fifths of it.
            Lens::Map => (height - lens_top - foot_rows - 2) * 3 / 5,
        };
        let main_top = lens_top + lens_rows + 1;
        let main = row(main_top, height - main_top - foot_rows - 1);
        let (list, divider, page) = panes(main, focus);
        Some(Self {
            header: row(0, 1),
            lens: row(lens_top, lens_rows),
            rule: row(main_top - 1, 1),
            list,
            divider,
            page,
            foot: row(height - 1 - foot_rows, foot_rows),
            status: row(height - 1, 1),
        })
    }

    /// The same with a foot on low screens too: a query stands there.
    #[must_use]
    pub fn with_foot(self) -> Self {
        if self.foot.height > 0 {
            return self;
        }
        let lower = |area: Area| Area { height: area.height - 1, ..area };
        let foot = Area { y: self.status.y - 1, height: 1, ..self.status };
        let (list, divider, page) = (lower(self.list), lower(self.divider), lower(self.page));
        Self { list, divider, page, foot, ..self }
    }

    /// What list, divider and page cover together.
    pub const fn panes(&self) -> Area {
        Area { width: self.list.width + self.divider.width + self.page.width, ..self.list }
    }

    /// Whether list and page stand side by side.
    pub const fn is_wide(&self) -> bool {
        self.divider.width > 0
    }
}

/// All lanes where there is room for them and for a useful list; on low screens fewer.
fn lane_rows(height: u16, lanes: usize) -> u16 {
    let most = height.saturating_sub(8) / 2;
    u16::try_from(lanes).unwrap_or(u16::MAX).clamp(1, most.max(1))
}

/// The list, the rule between and the page within an area; on a narrow one only that of
/// the two that has the keys has cells.
pub fn panes(main: Area, focus: Pane) -> (Area, Area, Area) {
    let none = Area { width: 0, ..main };
    if main.width < SIDE_BY_SIDE {
        return match focus {
            Pane::List => (main, none, none),
            Pane::Page => (none, none, main),
        };
    }
    let list = (main.width * 23 / 50).clamp(40, 70).min(main.width / 2);
    let divider = Area { x: list, width: 1, ..main };
    let page = Area { x: list + 1, width: main.width - list - 1, ..main };
    (Area { width: list, ..main }, divider, page)
}

/// The width of the column of lane names, of which the widest takes so many: within reason.
pub fn label_width(widest: usize, screen: u16) -> usize {
    widest.clamp(4, usize::from(screen / 5).max(6))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_fill_the_screen_at_every_size() {
        for (width, height) in (40..200).step_by(7).flat_map(|w| (10..80).map(move |h| (w, h))) {
            for (focus, viewed) in
                [Pane::List, Pane::Page].into_iter().flat_map(|focus| Lens::ALL.map(|lens| (focus, lens)))
            {
                let layout = Layout::new(Size { width, height }, viewed, 8, focus).expect("large enough");
                let Layout { header, lens, rule, list, page, foot, status, divider } = layout;
                assert!(list.height >= 3 && lens.height >= 2, "{width}x{height}: {list:?} {lens:?}");
                assert_eq!(list.width + divider.width + page.width, width, "{width}x{height}");
                assert_eq!(rule.y, lens.y + lens.height, "{width}x{height}");
                assert_eq!(list.y + list.height + foot.height, status.y, "{width}x{height}");
                assert_eq!((header.y, status.y), (0, height - 1), "{width}x{height}");
                let Layout { list, foot, .. } = layout.with_foot();
                assert!(list.height >= 2 && foot.height == 1, "{width}x{height}: {list:?} {foot:?}");
                assert_eq!((list.y + list.height, foot.y + 1), (foot.y, status.y), "{width}x{height}");
            }
        }
        assert_eq!(Layout::new(Size { width: 39, height: 10 }, Lens::Chronology, 8, Pane::List), None);
        assert_eq!(Layout::new(Size { width: 40, height: 9 }, Lens::Chronology, 8, Pane::List), None);
    }
}
