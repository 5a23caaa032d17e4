//! Paints a state into a buffer.
//!
//! Knows colours and ratatui; knows nothing of files or the terminal.

mod ascii;
mod axis;
mod canvas;
mod facets;
mod find;
mod link;
mod list;
mod map;
mod overlay;
mod page;
pub mod palette;
mod picture;
pub mod register;
mod status;
mod theme;
pub mod tour;

pub use canvas::Canvas;
pub use find::cursor;
pub use link::Link;
pub use picture::picture;

use crate::app::{Characters, Mode, Opened, Overlay, State};
use crate::view::layout::SMALLEST;
use crate::view::line::Marks;
use crate::view::width::columns;
use crate::view::wrap::wrap;
use crate::view::{Area, Layout, Lens, Pane, Role, Size};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use theme::{Part, style};

/// Paints the whole screen; tells where addresses on the web can be read in it.
pub fn draw(state: &State, buffer: &mut Buffer) -> Vec<Link> {
    let glyphs = state.manner.glyphs;
    let mut canvas = Canvas::new(buffer, &glyphs, state.manner.theme);
    match state.layout() {
        Some(layout) => draw_parts(state, &layout, &mut canvas),
        None => draw_too_small(state, &mut canvas),
    }
    let links = canvas.into_links();
    match state.manner.characters {
        Characters::Unicode => {}
        Characters::Unambiguous => ascii::replace(buffer, |_| None),
        Characters::Ascii => ascii::replace(buffer, |_| Some("?")),
    }
    links
}

/// The buffer of a painted state.
pub fn paint(state: &State) -> Buffer {
    let size = state.manner.size;
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.width, size.height));
    draw(state, &mut buffer);
    buffer
}

fn draw_parts(state: &State, layout: &Layout, canvas: &mut Canvas) {
    match state.playing {
        Some(playing) => tour::draw_step(state, playing, canvas),
        None => draw_explorer(state, layout, canvas),
    }
    status::status(state, layout.status, canvas);
    match state.overlay {
        Some(open @ Opened { overlay: Overlay::Facets, .. }) => facets::draw(state, open, layout, canvas),
        Some(open) => overlay::draw(state, open, canvas),
        None => {}
    }
}

fn draw_explorer(state: &State, layout: &Layout, canvas: &mut Canvas) {
    status::header(state, layout.header, canvas);
    draw_rules(state, layout, canvas);
    draw_lens(state, layout, canvas);
    let taken = match state.register(layout) {
        Some(register) => {
            let marks = |text: &str| state.marks(text);
            let marks: Option<Marks> = if state.search.found.is_some() { Some(&marks) } else { None };
            register::draw(&register, (state.reading, state.focus), marks, layout.panes(), canvas);
            page::below(state, register.page.len() + register.more, layout, canvas)
        }
        None => draw_panes(state, layout, canvas),
    };
    find::draw(state, layout, taken, canvas);
}

/// Paints the list and the page; the columns of the rule below that they take.
fn draw_panes(state: &State, layout: &Layout, canvas: &mut Canvas) -> u16 {
    if layout.list.width > 0 {
        list::draw(state, layout.list, canvas);
    }
    if layout.page.width > 0 { page::draw(state, layout, canvas) } else { 0 }
}

fn draw_lens(state: &State, layout: &Layout, canvas: &mut Canvas) {
    let said = match state.lens {
        Lens::Chronology | Lens::Actors | Lens::Sources => {
            axis::draw(state, state.window, layout.lens, canvas);
            String::new()
        }
        Lens::Map => {
            let size = Size { width: layout.lens.width, height: layout.lens.height };
            let map = map::draw(state, state.frame(size), layout.lens, canvas);
            map::below(state, &map, layout.rule, canvas)
        }
    };
    draw_caption(state, layout.rule, &said, canvas);
}

/// Says in the rule below a lens which one it is, where there is room beside what else is said there.
fn draw_caption(state: &State, rule: Area, said: &str, canvas: &mut Canvas) {
    let caption = format!(" {} ", state.lens.name(state.manner.language));
    let taken = if said.is_empty() { 0 } else { columns(said) + 4 };
    if columns(&caption) + taken + 2 <= usize::from(rule.width) {
        canvas.text(rule, 0, 1, &caption, style(Part::Text(Role::Quiet)));
    }
}

fn draw_rules(state: &State, layout: &Layout, canvas: &mut Canvas) {
    let plain = style(Part::Rule);
    canvas.fill(layout.rule, 0, canvas.glyphs.rule, plain);
    canvas.fill(layout.foot, 0, canvas.glyphs.rule, plain);
    if !layout.is_wide() {
        return;
    }
    let is_list = state.focus == Pane::List && state.mode() != Mode::Facets;
    let focused = if is_list { layout.list } else { layout.page };
    let over = Area { y: layout.rule.y, height: 1, ..focused };
    canvas.fill(over, 0, canvas.glyphs.rule_focused, style(Part::FocusedRule));
    for row in 0..layout.divider.height {
        canvas.sign(layout.divider, row, 0, canvas.glyphs.bar, plain);
    }
    let column = layout.divider.x;
    canvas.text(layout.rule, 0, column, canvas.glyphs.tee_down, plain);
    canvas.text(layout.foot, 0, column, canvas.glyphs.tee_up, plain);
}

/// Says what is needed, in as many rows as that takes.
fn draw_too_small(state: &State, canvas: &mut Canvas) {
    let size = state.manner.size;
    let text = state.words().too_small((SMALLEST.width, SMALLEST.height), (size.width, size.height));
    let area = Area { x: 0, y: 0, width: size.width, height: size.height };
    for (row, line) in wrap(&text, usize::from(size.width)).into_iter().enumerate().take(usize::from(size.height)) {
        canvas.text(area, row as u16, 0, &text[line], Style::new());
    }
}
