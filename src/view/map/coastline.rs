//! The coastlines of the earth, as they ship with the program.
//!
//! Knows the form of `coastlines.bin`; where that comes from stands in `coastlines.md`.

use super::point::Point;
use std::ops::ControlFlow;

const BYTES: &[u8] = include_bytes!("coastlines.bin");

/// Degrees of a step of the grid.
const STEP: f64 = 0.01;

/// A coastline.
#[derive(Debug, Default)]
pub struct Coastline {
    /// Its points on the grid: steps north, steps east.
    points: Vec<(i32, i32)>,
}

impl Coastline {
    /// Its points.
    pub fn points(&self) -> impl Iterator<Item = Point> + Clone {
        self.points.iter().copied().map(point)
    }

    /// The corners in the south west and in the north east of all that it reaches.
    pub fn corners(&self) -> (Point, Point) {
        let (mut least, mut most) = ((i32::MAX, i32::MAX), (i32::MIN, i32::MIN));
        for &(north, east) in &self.points {
            least = (least.0.min(north), least.1.min(east));
            most = (most.0.max(north), most.1.max(east));
        }
        (point(least), point(most))
    }
}

fn point((north, east): (i32, i32)) -> Point {
    Point::new(f64::from(north) * STEP, f64::from(east) * STEP)
}

/// Goes through all coastlines, one after the other, until it is told to stop.
///
/// They are read as they are drawn: that takes a fraction of a millisecond, and nothing
/// has to be kept.
pub fn each(mut draw: impl FnMut(&Coastline) -> ControlFlow<()>) {
    let mut reader = Reader { rest: BYTES };
    let (mut east, mut north) = (0, 0);
    let mut line = Coastline::default();
    while let Some(count) = reader.number() {
        line.points.clear();
        line.points.extend((0..count).map(|_| {
            east += reader.difference();
            north += reader.difference();
            (north, east)
        }));
        if draw(&line).is_break() {
            return;
        }
    }
}

/// Reads numbers from bytes.
struct Reader<'a> {
    rest: &'a [u8],
}

impl Reader<'_> {
    /// The next number: seven bits to a byte, the lowest first; all bytes but its last
    /// have the highest bit set.
    #[inline]
    fn number(&mut self) -> Option<u32> {
        // Most numbers are one byte.
        match self.rest.split_first() {
            Some((&byte, rest)) if byte < 0x80 => {
                self.rest = rest;
                Some(u32::from(byte))
            }
            _ => self.long_number(),
        }
    }

    fn long_number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let (&byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                break;
            }
        }
        Some(number)
    }

    /// The next number of either sign: 0, 1, 2, 3 stand for 0, -1, 1, -2.
    #[inline]
    fn difference(&mut self) -> i32 {
        let number = self.number().unwrap_or_default();
        (number >> 1) as i32 ^ -((number & 1) as i32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_lines_are_whole_and_on_the_earth() {
        let (mut lines, mut points) = (0, 0);
        each(|line| {
            let line: Vec<Point> = line.points().collect();
            lines += 1;
            points += line.len();
            assert!(line.len() > 1, "line {lines} has an end");
            for point in &line {
                assert!(point.latitude.abs() <= 90.0 && point.longitude.abs() <= 200.0, "{point:?} of line {lines}");
            }
            let jump = line.windows(2).find(|pair| (pair[0].longitude - pair[1].longitude).abs() > 20.0);
            assert_eq!(jump, None, "line {lines}");
            ControlFlow::Continue(())
        });
        assert!(lines > 1000 && points > 30_000, "{lines} lines, {points} points");
    }
}
