//! A step of a tour and a size in, a slide out.

use crate::common::{EVENTS, content, explored};
use crate::lenses::{areas, edition, painting};
use annals::chronology::TourNo;
use annals::date::Language;
use annals::ui::{paint, picture as picture_of, tour};
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
    check(7, (70, 16), LOW);
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

#[test]
fn a_tour_is_played_by_keys_and_left_anywhere() {
    let check = |keys: &str, step: Option<usize>, pause: Option<u64>, event: &str| {
        let state = explored(EVENTS, (100, 30), Language::En, keys);
        let playing = state.playing.map(|playing| playing.step);
        let selected = state.selected.map_or("", |event| state.content.chronology[event].id());
        assert_eq!((playing, selected), (step, event), "{keys}");
        assert_eq!(state.due().map(|(pause, _)| pause.as_secs()), pause, "{keys}");
    };
    let steps: Vec<String> = {
        let content = content(EVENTS);
        let steps = &content.chronology.tours[0].steps;
        steps.iter().map(|stop| content.chronology[stop.event].id().to_owned()).collect()
    };
    check("p", Some(0), None, &steps[0]);
    check("p j down space enter l", Some(5), None, &steps[5]);
    check("p 5j k left backspace", Some(2), None, &steps[2]);
    check("p G", Some(11), None, &steps[11]);
    check("p 7g", Some(6), None, &steps[6]);
    check("p G j j", Some(11), None, &steps[11]);
    check("p j esc", None, None, &steps[1]);
    check("p j q j", None, None, &steps_after(&steps[1]));
    // By itself it goes on whenever nothing is pressed for a while; each word of a script ends so.
    check("p p", Some(1), Some(8), &steps[1]);
    check("p p p", Some(1), None, &steps[1]);
    check("p pp", Some(0), None, &steps[0]);
    check("p + - - p", Some(1), Some(5), &steps[1]);
    check("p G p", Some(11), None, &steps[11]);
    // A digit on which nothing follows is neither a count for it nor a lens behind it.
    check("p p 3", Some(2), Some(8), &steps[2]);
    // The keys of the program work in it, those of the explorer do not.
    check("p L / w 1", Some(0), None, &steps[0]);
    check("p ? esc", Some(0), None, &steps[0]);
}

#[test]
fn a_tour_without_steps_is_not_played_but_told_of() {
    let text = "format = 1\n[[event]]\nid = \"a\"\ntitle = \"A\"\n[[tour]]\nid = \"none\"\ntitle = \"N\"\nsteps = []\n";
    for (language, said) in [
        (Language::Zh, " 此导览没有步骤。 "),
        (Language::En, " This tour has no step. "),
        (Language::Ja, " このツアーに場面はない。 "),
    ] {
        let state = explored(text, (80, 24), language, "p");
        let shown = picture_of(&paint(&state));
        assert_eq!(state.playing, None);
        assert!(shown.lines().last().is_some_and(|line| line.starts_with(said)), "{shown}");
    }
}

/// The event behind another in the one order.
fn steps_after(id: &str) -> String {
    let content = content(EVENTS);
    let events = &content.chronology.events;
    let at = events.iter().position(|event| event.id() == id).expect("the event");
    events[at + 1].id().to_owned()
}

#[test]
fn of_several_tours_one_is_chosen() {
    let text = format!(
        "{EVENTS}\n[[tour]]\nid = \"short\"\ntitle = \"Short\"\nsteps = [{{ event = \"twinning-vicenza\" }}]\n"
    );
    let tour = |keys: &str| explored(&text, (80, 24), Language::En, keys).playing.map(|playing| playing.tour.index());
    assert_eq!(tour("p"), None);
    assert_eq!(tour("p enter"), Some(0));
    assert_eq!(tour("p j enter"), Some(1));
    assert_eq!(tour("p esc"), None);
}

const MIDDLE: &str = r#"

    A year of helping one another                                    8 of 12
    ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━────────────────────────

          10,000 medical masks for Palmerston North

          15 April 2020
          Guiyang → Palmerston North

          On 15 April the letter of February had its answer: 10,000
          medical masks.
"#;
const LOW: &str = r#"
    A year of helping one another                          8 of 12
    ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━─────────────────────

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
