//! What part of the earth is looked at, and how closely.
//!
//! Knows degrees and the shape of a cell; knows nothing of what is drawn.

use super::point::{Point, wrapped};
use crate::view::Size;

/// What part of the earth is looked at. How much of it is seen depends on the size of
/// the map: a frame is the same on every screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    centre: Point,
    row_degrees: f64,
}

/// The closest and the farthest look, in degrees to a row.
const CLOSEST: f64 = 0.25;
const FARTHEST: f64 = 60.0;
/// The closest look that a frame takes by itself: with less, no coast would be in sight.
const CLOSEST_FIT: f64 = 1.0;
/// So many degrees around what is to be held are held too: a place at the very edge would
/// not show where it lies.
const SURROUNDINGS: f64 = 2.0;
/// Of a map of so many rows the first and the last are left to what surrounds the points, and a
/// part of the next.
const ENOUGH_ROWS: u16 = 6;
const MARGIN: f64 = 0.2;
/// The middle may not come nearer to a pole than this.
const NORTHERNMOST: f64 = 80.0;
/// How often one zooms until everything is twice as large.
const STEPS_TO_DOUBLE: f64 = 2.0;
/// Where people live: what is shown where nothing else is to be.
const INHABITED: [Point; 2] = [Point::new(75.0, -170.0), Point::new(-55.0, 190.0)];

impl Frame {
    /// The frame with this point in the middle and rows of so many degrees of latitude;
    /// where that would show nothing of use, the nearest to it.
    pub fn new(centre: Point, row_degrees: f64) -> Self {
        let latitude = centre.latitude.clamp(-NORTHERNMOST, NORTHERNMOST);
        let centre = Point::new(latitude, wrapped(centre.longitude));
        Self { centre, row_degrees: row_degrees.clamp(CLOSEST, FARTHEST) }
    }

    /// The point in the middle.
    pub const fn centre(&self) -> Point {
        self.centre
    }

    /// How many degrees of latitude a row is high.
    pub const fn row_degrees(&self) -> f64 {
        self.row_degrees
    }

    /// The smallest frame of all that has this extent on a map of this size, with a margin.
    /// It is cut where that makes it narrowest, so that it may well hold both sides of
    /// the Pacific; with no point at all it holds the world.
    pub(super) fn tight(extent: Option<Extent>, size: Size) -> Self {
        let Some(Extent { west, east, south, north }) = extent else { return Self::holding(INHABITED, size) };
        let frame = Self::holding([Point::new(north, west), Point::new(south, east)], size);
        // Where rows are plenty, no point stands in the first or the last.
        let rows = f64::from(size.height.saturating_sub(2)) - MARGIN;
        let by_rows = if size.height < ENOUGH_ROWS { 0.0 } else { (north - south) / rows };
        Self::new(frame.centre, frame.row_degrees.max(by_rows))
    }

    /// The smallest frame that holds everything between two corners, with a margin.
    fn holding([north_west, south_east]: [Point; 2], size: Size) -> Self {
        let centre = Point::new(
            (north_west.latitude + south_east.latitude) / 2.0,
            (north_west.longitude + south_east.longitude) / 2.0,
        );
        let room = |cells: u16, margins: u16| f64::from(cells.saturating_sub(margins).max(1));
        let height = north_west.latitude - south_east.latitude + 2.0 * SURROUNDINGS;
        let by_height = height / room(size.height, 1);
        // A cell is twice as high as it is wide.
        let longitudes = south_east.longitude - north_west.longitude;
        let width = longitudes * narrowing(centre.latitude) + 2.0 * SURROUNDINGS;
        let by_width = 2.0 * width / room(size.width, 4);
        Self::new(centre, by_height.max(by_width).max(CLOSEST_FIT))
    }

    /// The frame after so many steps closer; negative: farther away.
    pub fn zoomed(self, steps: i32) -> Self {
        let factor = libm::exp2(-f64::from(steps) / STEPS_TO_DOUBLE);
        Self::new(self.centre, self.row_degrees * factor)
    }

    /// The frame moved by so many columns east and rows north.
    pub fn panned(self, columns: i32, rows: i32) -> Self {
        let latitude = self.centre.latitude + f64::from(rows) * self.row_degrees;
        let longitude = self.centre.longitude + f64::from(columns) * self.column_degrees();
        Self::new(Point { longitude, latitude }, self.row_degrees)
    }

    /// The frame moved, where one of the points is not in sight on a map of this size,
    /// until they all are; from farther away, where it takes that.
    pub fn showing(self, points: &[Point], size: Size) -> Self {
        if points.iter().all(|&point| self.holds(point, size)) {
            return self;
        }
        let around = Self::tight(Extent::of(points), size);
        Self::new(around.centre, self.row_degrees.max(around.row_degrees))
    }

    /// Whether a point is in sight on a map of this size.
    pub fn holds(&self, point: Point, size: Size) -> bool {
        let north = (point.latitude - self.centre.latitude).abs() / self.row_degrees;
        let east = wrapped(point.longitude - self.centre.longitude).abs() / self.column_degrees();
        north < f64::from(size.height) / 2.0 && east < f64::from(size.width) / 2.0
    }

    /// How many degrees of longitude a column is wide. Degrees of longitude are taken as
    /// short as they are in the middle, so that shapes there are true; elsewhere rows and
    /// columns stay what they are, and panning moves everything alike.
    pub fn column_degrees(&self) -> f64 {
        self.row_degrees / 2.0 / narrowing(self.centre.latitude)
    }
}

/// How far some points reach: all that a frame which is to hold them depends on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Extent {
    west: f64,
    /// It may pass 180.
    east: f64,
    south: f64,
    north: f64,
}

impl Extent {
    /// The extent of these points; `None` where there is none.
    pub fn of(points: &[Point]) -> Option<Self> {
        let (west, east) = narrowest(points)?;
        let latitudes = || points.iter().map(|point| point.latitude);
        let (south, north) = (latitudes().fold(90.0, f64::min), latitudes().fold(-90.0, f64::max));
        Some(Self { west, east, south, north })
    }

    /// Whether it would be the same with this point too.
    pub fn holds(&self, point: Point) -> bool {
        let longitude = wrapped(point.longitude);
        let longitude = if longitude < self.west { longitude + 360.0 } else { longitude };
        longitude <= self.east && (self.south..=self.north).contains(&point.latitude)
    }
}

/// How much shorter a degree of longitude is than one of latitude.
fn narrowing(latitude: f64) -> f64 {
    libm::cos(latitude.to_radians())
}

/// From west to east, the shortest stretch of longitudes that holds all points; east may
/// pass 180.
fn narrowest(points: &[Point]) -> Option<(f64, f64)> {
    let mut longitudes: Vec<f64> = points.iter().map(|point| wrapped(point.longitude)).collect();
    longitudes.sort_unstable_by(f64::total_cmp);
    let (first, last) = (*longitudes.first()?, *longitudes.last()?);
    // The gap over the 180th meridian is there before all others, and is so cut if equal.
    let gaps = longitudes.windows(2).map(|pair| (pair[1] - pair[0], pair[1], pair[0] + 360.0));
    let widest = gaps.fold((first + 360.0 - last, first, last), |best, next| if next.0 > best.0 { next } else { best });
    Some((widest.1, widest.2))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Size = Size { width: 100, height: 20 };

    #[test]
    fn the_cut_is_where_it_costs_least() {
        let check = |longitudes: &[f64], expected: (f64, f64)| {
            let points: Vec<Point> = longitudes.iter().map(|&longitude| Point::new(0.0, longitude)).collect();
            assert_eq!(narrowest(&points), Some(expected), "{longitudes:?}");
        };
        check(&[10.0], (10.0, 10.0));
        check(&[-120.0, 140.0], (140.0, 240.0));
        check(&[-60.0, 10.0], (-60.0, 10.0));
        check(&[106.6, 175.6, -123.0], (106.6, 237.0));
        check(&[-90.0, 90.0], (-90.0, 90.0));
        assert_eq!(narrowest(&[]), None);
    }

    #[test]
    fn a_frame_holds_what_it_was_made_for() {
        let tokyo_and_lima = [Point::new(35.7, 139.7), Point::new(-12.0, -77.0)];
        let frame = Frame::tight(Extent::of(&tokyo_and_lima), SIZE);
        assert!(tokyo_and_lima.iter().all(|&point| frame.holds(point, SIZE)), "{frame:?}");
        assert!(!frame.holds(Point::new(51.5, 0.0), SIZE), "{frame:?}");
        assert_eq!(frame.showing(&tokyo_and_lima, SIZE), frame);
        let shown = frame.showing(&[Point::new(51.5, 0.0)], SIZE);
        assert!(shown.holds(Point::new(51.5, 0.0), SIZE) && shown.row_degrees == frame.row_degrees, "{shown:?}");
    }

    #[test]
    fn moves_stay_on_the_earth() {
        let frame = Frame::tight(None, SIZE);
        for (columns, rows) in [(0, i32::MAX), (i32::MAX, 0), (i32::MIN, i32::MIN), (7, -3)] {
            for steps in [i32::MIN, -3, 0, 3, i32::MAX] {
                let Frame { centre, row_degrees } = frame.zoomed(steps).panned(columns, rows);
                assert!((-180.0..=180.0).contains(&centre.longitude), "{centre:?}");
                assert!((-NORTHERNMOST..=NORTHERNMOST).contains(&centre.latitude), "{centre:?}");
                assert!((CLOSEST..=FARTHEST).contains(&row_degrees), "{row_degrees}");
            }
        }
        let back = frame.panned(5, 2).panned(-5, 0).zoomed(2).zoomed(-2);
        assert!((back.row_degrees - frame.row_degrees).abs() < 1e-9);
    }

    #[test]
    fn what_lies_within_an_extent_changes_no_frame() {
        let points = [(35.7, 139.7), (-12.0, -77.0), (49.3, -123.0), (20.0, 170.0)];
        let points = points.map(|(latitude, longitude)| Point::new(latitude, longitude));
        let extent = Extent::of(&points).expect("points");
        let mut held = 0;
        for latitude in (-90..=90).step_by(10) {
            for longitude in (-180..180).step_by(10) {
                let more = Point::new(f64::from(latitude), f64::from(longitude));
                let with_more = Extent::of(&[&points[..], &[more]].concat());
                assert_eq!(extent.holds(more), with_more == Some(extent), "{more:?}");
                held += usize::from(extent.holds(more));
            }
        }
        assert!(held > 50, "{held}");
    }
}
