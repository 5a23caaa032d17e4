//! What the tests of lenses, threads, tours and citations share.

use annals::app::{Content, Reading, Theme};
use annals::date::Language;
use annals::ui::{Canvas, picture, register};
use annals::view::register::Register;
use annals::view::{Area, Edition, Glyphs, Pane, Words};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A chronology in a language and a set of signs.
pub fn edition<'a>(content: &'a Content, language: Language, glyphs: &'a Glyphs) -> Edition<'a> {
    Edition { chronology: &content.chronology, words: Words::of(language), glyphs }
}

/// What a painter leaves in an empty area.
pub fn painting(area: Area, glyphs: &Glyphs, paint: impl Fn(&mut Canvas)) -> String {
    let mut buffer = Buffer::empty(Rect::new(0, 0, area.x + area.width, area.y + area.height));
    paint(&mut Canvas::new(&mut buffer, glyphs, Theme::Terminal));
    picture(&buffer)
}

/// The picture of a lens.
pub fn painted(shown: &Register, area: Area, focus: Pane, glyphs: &Glyphs) -> String {
    painting(area, glyphs, |canvas| register::draw(shown, (Reading::default(), focus), None, area, canvas))
}

/// Areas from nothing up.
pub fn areas() -> impl Iterator<Item = Area> {
    let sizes = (0..130).step_by(3).flat_map(|width| (0..30).step_by(3).map(move |height| (width, height)));
    sizes.chain((0..8).flat_map(|w| (0..8).map(move |h| (w, h)))).map(|(width, height)| Area {
        x: 0,
        y: 0,
        width,
        height,
    })
}
