//! Digits: counts for what takes one, keys of the lenses in front of all else.

use crate::common::{EVENTS, explored, press};
use annals::app::{Key, State};
use annals::date::Language;
use annals::ui::{paint, picture};
use annals::view::Lens;

fn opened() -> State {
    explored(EVENTS, (80, 24), Language::En, "3j")
}

#[test]
fn a_lens_is_looked_through_before_the_key_behind_its_own() {
    let keys = [Key::Tab, Key::Enter, Key::Esc, Key::Backspace, Key::Ctrl('l')];
    for key in "tf/LwyapZ&?!e".chars().map(Key::Char).chain(keys) {
        for (digit, lens) in ['1', '2', '3', '4'].into_iter().zip(Lens::ALL) {
            let (mut hasty, mut calm) = (opened(), opened());
            press(&mut hasty, Key::Char(digit));
            press(&mut hasty, key);
            press(&mut calm, Key::Char(digit));
            calm.wait();
            press(&mut calm, key);
            assert_eq!((hasty.lens, hasty.count), (lens, None), "{digit} {key:?}");
            assert_eq!(picture(&paint(&hasty)), picture(&paint(&calm)), "{digit} {key:?}");
        }
    }
}

#[test]
fn a_count_is_one_for_what_takes_it() {
    let check = |keys: &str, expected: (Lens, usize)| {
        let state = explored(EVENTS, (80, 24), Language::En, keys);
        assert_eq!((state.lens, state.selected.map_or(0, |event| event.index())), expected, "{keys}");
    };
    check("5j", (Lens::Chronology, 5));
    check("2j", (Lens::Chronology, 2));
    check("12g", (Lens::Chronology, 11));
    check("2 j", (Lens::Map, 1));
    check("5 j", (Lens::Chronology, 5));
    check("2 3j", (Lens::Map, 3));
    let closer = |keys: &str| explored(EVENTS, (80, 24), Language::En, keys).window;
    assert_eq!(closer("2+"), closer("+ +"));
}

#[test]
fn nobody_waits_for_a_lens_and_a_count_leaves_no_trace_of_one() {
    // At the top; where the list has been scrolled; where the page has been.
    for start in ["3j", "26j", "tab 4j", "3 j", "4 2j"] {
        let shown = |keys: &str| explored(EVENTS, (80, 24), Language::En, &format!("{start} {keys}"));
        for (digit, lens) in ['1', '2', '3', '4'].into_iter().zip(Lens::ALL) {
            let mut state = shown("");
            press(&mut state, Key::Char(digit));
            assert_eq!(state.lens, lens, "{start} {digit}");
            let mut alike = shown("");
            press(&mut alike, Key::Char(digit));
            alike.wait();
            assert_eq!((alike.lens, alike.count), (lens, None), "{start} {digit}");
            // The count stands on the last line as long as it may be one.
            let without_last =
                |state: &State| picture(&paint(state)).lines().rev().skip(1).collect::<Vec<_>>().join("\n");
            assert_eq!(without_last(&state), without_last(&alike), "{start} {digit}");
            for motion in ['j', 'k', ']', '['].map(Key::Char) {
                let (mut counted, mut untouched) = (shown(""), shown(""));
                press(&mut counted, Key::Char(digit));
                press(&mut counted, motion);
                untouched.count = digit.to_digit(10).map(|count| count as usize);
                press(&mut untouched, motion);
                let pictures = [counted, untouched].map(|state| picture(&paint(&state)));
                assert_eq!(pictures[0], pictures[1], "{start} {digit} {motion:?}");
            }
        }
    }
}

#[test]
fn the_lenses_are_named_on_the_screen() {
    let hints = ["1-4 视角", "1-4 lens", "1-4 視点"];
    for (language, hint) in Language::ALL.into_iter().zip(hints) {
        for (lens, size) in
            Lens::ALL.into_iter().flat_map(|lens| [(40, 10), (80, 24), (100, 30)].map(|size| (lens, size)))
        {
            let at = Lens::ALL.iter().position(|&other| other == lens).map_or(0, |at| at + 1);
            let state = explored(EVENTS, size, language, &at.to_string());
            let shown = picture(&paint(&state));
            let rule = state.layout().map_or(0, |layout| usize::from(layout.rule.y));
            let caption = format!(" {} ", lens.name(language));
            assert!(shown.lines().nth(rule).is_some_and(|line| line.contains(&caption)), "{shown}");
            assert!(size.0 < 80 || shown.lines().last().is_some_and(|line| line.contains(hint)), "{shown}");
        }
    }
}
