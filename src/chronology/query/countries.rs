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
