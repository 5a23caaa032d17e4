//! The chronologies of many events that benches and trials are made with.

#[path = "../../examples/make-events/events.rs"]
mod events;

use crate::common::{content, told};
use annals::app::Content;

fn written(count: u64) -> String {
    let mut text = Vec::new();
    events::write(&mut text, count).expect("memory takes it");
    String::from_utf8(text).expect("it is text")
}

#[test]
fn they_have_no_fault_and_the_same_bytes_every_time() {
    for count in [0, 1, 7, 25, 100, 500, 2_000, 10_000] {
        let text = written(count);
        assert_eq!(text, written(count));
        assert_eq!(told(&content(&text)), "", "of {count} events");
    }
}

#[test]
fn places_and_actors_become_more_with_the_events() {
    for (count, expected) in [(25, 7), (999, 7), (1_000, 8), (20_000, 27)] {
        let Content { chronology, .. } = content(&written(count));
        assert_eq!((chronology.places.len(), chronology.actors.len()), (expected, 2 * expected), "of {count} events");
        let spots = chronology.places.iter().map(|place| (place.latitude, place.longitude));
        assert!(spots.clone().all(|(latitude, longitude)| latitude.is_some() && longitude.is_some()));
        let mut spots: Vec<String> = spots.map(|spot| format!("{spot:?}")).collect();
        spots.sort_unstable();
        spots.dedup();
        assert_eq!(spots.len(), expected, "each has a spot of its own");
        if count > 1_000 {
            let touched =
                |at| chronology.events.iter().any(|event| event.place.is_some_and(|place| place.index() == at));
            assert!((0..expected).all(touched), "something happens everywhere");
        }
    }
}

#[test]
fn a_hundred_thousand_are_fewer_bytes_than_a_file_may_hold() {
    let bytes = |count| written(count).len();
    // What each costs beyond the first few, and room for longer numbers.
    let each = (bytes(12_000) - bytes(2_000)) / 10_000 + 10;
    assert!(each * 100_000 < 64 << 20, "{each} bytes an event");
}
