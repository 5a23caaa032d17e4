//! Points on the earth, and the shortest ways between them.
//!
//! Knows the sphere; knows nothing of maps or cells.

use libm::{acos, atan2, cos, hypot, sin};

/// A point on the earth, in degrees.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// East positive. Along a line it may pass 180, so that the line does not jump.
    pub longitude: f64,
    /// North positive.
    pub latitude: f64,
}

/// A direction from the centre of the earth, of length 1.
type Vector = [f64; 3];

/// How far apart, in degrees, the points of a great circle are that is drawn as a line.
const STEP: f64 = 1.5;

impl Point {
    /// The point at so many degrees north and east.
    pub const fn new(latitude: f64, longitude: f64) -> Self {
        Self { longitude, latitude }
    }

    /// The same point, with the longitude that is nearest to another's.
    pub fn near(self, longitude: f64) -> Self {
        Self { longitude: longitude + wrapped(self.longitude - longitude), ..self }
    }

    fn vector(self) -> Vector {
        let (latitude, longitude) = (self.latitude.to_radians(), self.longitude.to_radians());
        [cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude)]
    }

    fn of(vector: Vector) -> Self {
        let [x, y, z] = vector;
        Self::new(atan2(z, hypot(x, y)).to_degrees(), atan2(y, x).to_degrees())
    }
}

/// The same longitude between -180 and 180.
pub fn wrapped(longitude: f64) -> f64 {
    if (-180.0..180.0).contains(&longitude) { longitude } else { (longitude + 180.0).rem_euclid(360.0) - 180.0 }
}

/// The shortest way from one point to another, as a line of at least two points, both
/// ends among them. Of points that lie opposite each other, where all ways are equally
/// short, it is the one of steady longitude and latitude.
pub fn great_circle(from: Point, to: Point) -> Vec<Point> {
    let way = Way::new(from, to);
    let steps = (way.angle.to_degrees() / STEP).ceil().max(1.0);
    let mut line = Vec::with_capacity(steps as usize + 1);
    line.push(from);
    for step in 1..=steps as usize {
        let next = way.at(step as f64 / steps);
        line.push(next.near(line[line.len() - 1].longitude));
    }
    line
}

/// The corners in the south west and in the north east of all that a line reaches.
pub fn corners(line: &[Point]) -> (Point, Point) {
    let (mut least, mut most) = (Point::new(f64::MAX, f64::MAX), Point::new(f64::MIN, f64::MIN));
    for &Point { latitude, longitude } in line {
        least = Point::new(least.latitude.min(latitude), least.longitude.min(longitude));
        most = Point::new(most.latitude.max(latitude), most.longitude.max(longitude));
    }
    (least, most)
}

/// The shortest way between two points.
struct Way {
    ends: (Point, Point),
    vectors: (Vector, Vector),
    /// How long it is, in radians, and the sine of that.
    angle: f64,
    sine: f64,
}

impl Way {
    fn new(from: Point, to: Point) -> Self {
        let (start, end) = (from.vector(), to.vector());
        let cosine: f64 = start.iter().zip(end).map(|(a, b)| a * b).sum();
        let angle = acos(cosine.clamp(-1.0, 1.0));
        Self { ends: (from, to), vectors: (start, end), angle, sine: sin(angle) }
    }

    /// The point that lies a part of the way from its beginning.
    fn at(&self, part: f64) -> Point {
        let (from, to) = self.ends;
        if part >= 1.0 {
            return to;
        }
        if self.sine < 1e-6 {
            let mix = |a: f64, b: f64| a + (b - a) * part;
            return Point::new(mix(from.latitude, to.latitude), mix(from.longitude, to.near(from.longitude).longitude));
        }
        let (near, far) = (sin((1.0 - part) * self.angle) / self.sine, sin(part * self.angle) / self.sine);
        let (start, end) = self.vectors;
        Point::of([0, 1, 2].map(|axis| near * start[axis] + far * end[axis]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shortest_way_may_lead_far_north_and_over_the_date_line() {
        let check = |from: Point, to: Point, halfway: (f64, f64)| {
            let line = great_circle(from, to);
            let middle = line[line.len() / 2];
            let (latitude, longitude) = halfway;
            assert!((middle.latitude - latitude).abs() < 1.0, "{middle:?}");
            assert!((middle.longitude - longitude).abs() < 2.0, "{middle:?}");
            let steady = line.windows(2).all(|pair| (pair[0].longitude - pair[1].longitude).abs() < 90.0);
            assert!(steady, "{line:?}");
        };
        check(Point::new(0.0, 0.0), Point::new(0.0, 90.0), (0.0, 45.0));
        check(Point::new(0.0, 170.0), Point::new(0.0, -170.0), (0.0, 180.0));
        check(Point::new(60.0, 0.0), Point::new(60.0, 90.0), (67.8, 45.0));
        check(Point::new(26.65, 106.63), Point::new(49.25, -122.98), (60.4, 153.2));
        check(Point::new(0.0, 0.0), Point::new(0.0, 180.0), (0.0, -90.0));
        check(Point::new(5.0, 5.0), Point::new(5.0, 5.0), (5.0, 5.0));
    }
}
