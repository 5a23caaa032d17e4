//! Addresses on the web: where they can be read on the screen, and nowhere else.

use crate::common::{EVENTS, explored, type_script};
use annals::app::{Action, State};
use annals::date::Language;
use annals::ui::{Link, draw};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

fn drawn(state: &State) -> (Buffer, Vec<Link>) {
    let size = state.manner.size;
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.width, size.height));
    let links = draw(state, &mut buffer);
    (buffer, links)
}

/// The addresses of the screen after some keys on an event, each with what of it can be read there.
fn shown(at: &str, size: (u16, u16), keys: &str) -> Vec<(String, String)> {
    let mut state = explored(EVENTS, size, Language::En, "");
    let event = state.content.chronology.find(at).expect("an event");
    state.apply(Action::Select(event));
    type_script(&mut state, keys);
    let (buffer, links) = drawn(&state);
    let mut shown: Vec<(String, String)> = Vec::new();
    for Link { row, columns, url } in links {
        let text: String = columns.map(|column| buffer[(column, row)].symbol()).collect();
        assert!(url.contains(&text), "{text} is no part of {url}");
        match shown.last_mut().filter(|(last, _)| **last == *url) {
            Some((_, pieces)) => pieces.push_str(&text),
            None => shown.push((url.to_string(), text)),
        }
    }
    shown
}

const PNCC: &str =
    "https://www.pncc.govt.nz/news-events/media-releases/sister-city-donates-10-000-medical-masks-to-palmerston-north/";
const GUIZHOU: &str = "http://www.guizhouonline.com/jp/contents/75/587.html";

#[test]
fn addresses_on_the_page_are_whole_links_in_as_many_rows_as_they_take() {
    for (size, keys) in [
        ((120, 60), ""),
        ((90, 80), ""),
        ((40, 90), "tab"),
        ((120, 60), "/ 1"),
        ((120, 60), "w"),
        // The letters that a query finds are still letters of the address.
        ((120, 60), "/ news-events enter"),
    ] {
        let shown = shown("masks-palmerston-north", size, keys);
        let pncc = shown.iter().find(|(url, _)| url == PNCC);
        assert_eq!(pncc.map(|(_, text)| text.as_str()), Some(PNCC), "{size:?} {keys}: {shown:?}");
        assert!(shown.iter().all(|(url, text)| url == text), "{size:?} {keys}: {shown:?}");
    }
}

#[test]
fn the_page_of_a_source_leads_to_it() {
    let shown = shown("masks-palmerston-north", (120, 40), "4 j");
    assert_eq!(shown, [(GUIZHOU.to_owned(), GUIZHOU.to_owned())]);
}

#[test]
fn what_lies_over_the_page_has_no_links_of_it() {
    for keys in ["f", "p"] {
        assert_eq!(shown("masks-palmerston-north", (120, 60), keys), [], "{keys}");
    }
    assert_eq!(shown("masks-palmerston-north", (60, 60), ""), [], "the list alone");
    // Of an address that is half covered the rest still leads to it.
    let letters =
        |keys| shown("masks-palmerston-north", (130, 50), keys).iter().map(|(_, text)| text.len()).sum::<usize>();
    let (all, left) = (letters(""), letters("?"));
    assert!(0 < left && left < all, "{left} of {all}");
}
