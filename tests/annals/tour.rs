//! A step of a tour and a size in, a slide out.

use crate::common::{EVENTS, content};
use crate::lenses::{areas, edition, painting};
use annals::chronology::TourNo;
use annals::date::Language;
use annals::ui::tour;
use annals::view::tour::{Slide, slide};
use annals::view::width::columns;
use annals::view::{Area, Glyphs, Size};

fn area(size: Size) -> Area {
    Area { x: 0, y: 0, width: size.width, height: size.height }
}

fn picture(slide: &Slide, size: Size, glyphs: &Glyphs) -> String {
    painting(area(size), glyphs, |canvas| tour::draw(slide, area(size), canvas))
}

fn check(step: usize, size: (u16, u16), expected: &str) {
    let content = content(EVENTS);
    let size = Size { width: size.0, height: size.1 };
    let slide = slide(TourNo::at(0), step, size, edition(&content, Language::En, &Glyphs::UNICODE));
    let found = picture(&slide, size, &Glyphs::UNICODE);
    assert_eq!(Some(found.trim_end()), expected.strip_prefix('\n').map(str::trim_end), "\n{found}");
}

#[test]
fn a_step_stands_in_the_middle_of_the_screen() {
    check(7, (80, 24), MIDDLE);
    check(7, (40, 10), SMALL);
}

#[test]
fn a_high_screen_leaves_rows_for_a_picture_below_the_text() {
    let content = content(EVENTS);
    for language in Language::ALL {
        let edition = edition(&content, language, &Glyphs::UNICODE);
        let steps = content.chronology.tours[0].steps.len();
        for step in 0..steps {
            let slide = slide(TourNo::at(0), step, Size { width: 120, height: 40 }, edition);
            let last = slide.lines.iter().map(|(row, ..)| *row).max().expect("lines");
            let Area { y, height, .. } = slide.picture;
            assert!(
                usize::from(y) > last && y + height <= 40 && height >= 6,
                "{language:?} {step}: {:?}",
                slide.picture
            );
        }
    }
}

#[test]
fn every_step_is_set_at_every_size() {
    let content = content(EVENTS);
    for (language, glyphs) in Language::ALL.into_iter().zip([Glyphs::UNICODE, Glyphs::ASCII, Glyphs::UNICODE]) {
        let edition = edition(&content, language, &glyphs);
        for area in areas() {
            let size = Size { width: area.width, height: area.height };
            for step in [0, 4, 11] {
                let slide = slide(TourNo::at(0), step, size, edition);
                picture(&slide, size, &glyphs);
                let is_within = |(row, column, line): &(usize, usize, annals::view::Line)| {
                    *row < usize::from(area.height) && column + columns(&line.text()) <= usize::from(area.width)
                };
                assert!(area.width < 3 || slide.lines.iter().all(is_within), "{area:?} {:?}", slide.lines);
            }
        }
    }
}

#[test]
fn a_step_that_is_not_there_is_empty() {
    let content = content(EVENTS);
    let edition = edition(&content, Language::En, &Glyphs::UNICODE);
    let size = Size { width: 80, height: 24 };
    assert_eq!(slide(TourNo::at(0), 12, size, edition), Slide::default());
    assert_eq!(slide(TourNo::at(1), 0, size, edition), Slide::default());
}

const MIDDLE: &str = r#"

    A year of helping one another                                    8 of 12
    ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━────────────────────────


          10,000 medical masks for Palmerston North

          15 April 2020
          Guiyang → Palmerston North

          On 15 April the letter of February had its answer: 10,000
          medical masks.

          ────────

          On 15 April 2020 Palmerston North in New Zealand announced a
          gift of 10,000 medical masks from its sister city Guiyang,
          with a letter of Mayor Chen Yan to Mayor Grant Smith. That
          is the day of the announcement: the shipment had reached New
          Zealand, and the city expected it any day. It answered the
          letter of support of February.
"#;
const SMALL: &str = r#"
 A year of helping one another  8 of 12
 ━━━━━━━━━━━━━━━━━━━━━━━━━─────────────
 10,000 medical masks for Palmerston
 North
 15 April 2020
 Guiyang → Palmerston North
 On 15 April the letter of February had
 its answer: 10,000 medical masks.
 ────────
 On 15 April 2020 Palmerston North in…
"#;
