//! What of a state is to be seen on the map.

use super::Characters;
use super::state::State;
use crate::chronology::EventNo;
use crate::view::Size;
use crate::view::map::{Frame, Ground, Map, Point, Scene, Traffic, points};
use std::borrow::Cow;

impl State {
    /// The places and routes of the events that the query leaves.
    pub(super) fn traffic(&self) -> Cow<'_, Traffic> {
        if self.search.found.is_none() {
            let make = || self.outline.traffic(&self.content.chronology);
            return self.made.everywhere().map_or_else(|| Cow::Owned(make()), Cow::Borrowed);
        }
        self.made.traffic(self).map_or_else(|| Cow::Owned(self.make_traffic()), Cow::Borrowed)
    }

    pub(super) fn make_traffic(&self) -> Traffic {
        let chronology = &self.content.chronology;
        let left: Vec<EventNo> = chronology.numbers().filter(|event| self.sieve().leaves(*event)).collect();
        self.outline.whereabouts.of(chronology, &left)
    }

    /// What the selected event touches on the earth.
    pub fn selected_points(&self) -> Vec<Point> {
        self.selected.map(|event| points(&self.content.chronology, event)).unwrap_or_default()
    }

    /// The selected event, where the query does not leave it and it lies beyond all that it leaves.
    pub(super) fn outsider(&self) -> Option<EventNo> {
        let outsider = self.selected.filter(|selected| !self.sieve().leaves(*selected))?;
        let extent = self.traffic().extent;
        let holds = |point: &Point| extent.is_some_and(|extent| extent.holds(*point));
        (!self.selected_points().iter().all(holds)).then_some(outsider)
    }

    /// The part of the earth that a map of this size shows.
    pub fn frame(&self, size: Size) -> Frame {
        let kept = || self.made.ground(self, size).map(Ground::frame);
        let fitted = || match self.outsider() {
            None => Frame::over(self.traffic().extent, size),
            Some(_) => {
                let points = self.traffic().points(&self.content.chronology);
                Frame::around(&[points, self.selected_points()].concat(), size)
            }
        };
        self.frame.or_else(kept).unwrap_or_else(fitted)
    }

    /// A part of the earth on a map of this size, before any event stands out there.
    pub(super) fn make_ground(&self, frame: Frame, size: Size) -> Ground {
        Ground::new(&self.content.chronology, &self.traffic(), frame, size)
    }

    /// The map of a part of the earth, of this size.
    pub fn map(&self, frame: Frame, size: Size) -> Map {
        let kept = self.made.ground(self, size).filter(|ground| ground.frame() == frame);
        let ground = kept.map_or_else(|| Cow::Owned(self.make_ground(frame, size)), Cow::Borrowed);
        ground.map(&Scene {
            chronology: &self.content.chronology,
            traffic: &self.traffic(),
            selected: self.selected,
            language: self.manner.language,
            glyphs: &self.manner.glyphs,
            is_ascii: self.manner.characters == Characters::Ascii,
        })
    }
}
