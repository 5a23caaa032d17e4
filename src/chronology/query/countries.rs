//! The countries of places and actors, as positions: found at once, not again for each event.

use super::connected::named;
use super::vocabulary::Field;
use crate::chronology::{ActorNo, Chronology, PlaceNo};
use std::collections::HashMap;

/// Where among all countries that are [`named`] those of places and actors stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Countries {
    of_places: Vec<Option<usize>>,
    of_actors: Vec<Option<usize>>,
}

impl Countries {
    /// The countries of a chronology.
    pub fn new(chronology: &Chronology) -> Self {
        let codes = named(chronology, Field::Country).map(|(code, _)| code);
        let positions: HashMap<&str, usize> = codes.zip(0..).collect();
        let code = |place: usize| chronology.places[place].country.as_ref().map(|country| country.value.as_str());
        let places = (0..chronology.places.len()).map(|place| positions.get(code(place)?).copied());
        let of_places: Vec<Option<usize>> = places.collect();
        let actors = (0..chronology.actors.len()).map(|actor| of_places[chronology.home(ActorNo::at(actor))?.index()]);
        Self { of_actors: actors.collect(), of_places }
    }

    /// That of a place.
    pub fn of_place(&self, place: PlaceNo) -> Option<usize> {
        self.of_places[place.index()]
    }

    /// That where an actor is at home.
    pub fn of_actor(&self, actor: ActorNo) -> Option<usize> {
        self.of_actors[actor.index()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{Document, read};

    const TEXT: &str = r#"
format = 1
place = [
    { id = "rome", name = "Rome", country = "IT" },
    { id = "sea", name = "The high sea" },
    { id = "kobe", name = "Kobe", country = "JP" },
    { id = "bari", name = "Bari", country = "IT" },
]
actor = [
    { id = "office", kind = "organisation", name = "An office", of = "city" },
    { id = "city", kind = "organisation", name = "A city", place = "kobe" },
    { id = "envoy", kind = "person", name = "An envoy", of = "city", place = "bari" },
    { id = "sailor", kind = "person", name = "A sailor", place = "sea" },
    { id = "nobody", kind = "person", name = "Nobody" },
]
"#;

    #[test]
    fn places_and_actors_have_the_countries_that_they_are_in() {
        let document = Document { name: "countries.toml".into(), text: TEXT.into() };
        let (records, problems) = read(&[document]);
        assert_eq!(problems, []);
        let chronology = Chronology::new(records).0;
        let countries = Countries::new(&chronology);
        let codes: Vec<&str> = named(&chronology, Field::Country).map(|(code, _)| code).collect();
        let code = |at: Option<usize>| at.map(|at| codes[at]);
        let of_places = [0, 1, 2, 3].map(|place| code(countries.of_place(PlaceNo::at(place))));
        assert_eq!(of_places, [Some("IT"), None, Some("JP"), Some("IT")]);
        // An office is at home where its city is; an envoy where he himself is.
        let of_actors = [0, 1, 2, 3, 4].map(|actor| code(countries.of_actor(ActorNo::at(actor))));
        assert_eq!(of_actors, [Some("JP"), Some("JP"), Some("IT"), None, None]);
    }
}
