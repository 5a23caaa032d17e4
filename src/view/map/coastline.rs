//! The coastlines of the earth, as they ship with the program.
//!
//! Knows the form of `coastlines.bin`; where that comes from stands in `coastlines.md`.

use super::point::Point;
use std::ops::ControlFlow;

const BYTES: &[u8] = include_bytes!("coastlines.bin");

/// Degrees of a step of the grid.
const STEP: f64 = 0.01;

/// Goes through all coastlines, one line of points at a time, until it is told to stop.
///
/// They are read as they are drawn: that takes a fraction of a millisecond, and nothing
/// has to be kept.
pub fn each(mut draw: impl FnMut(&[Point]) -> ControlFlow<()>) {
    let mut reader = Reader { rest: BYTES };
    let (mut east, mut north) = (0, 0);
    let mut line = Vec::new();
    while let Some(count) = reader.number() {
        line.clear();
        for _ in 0..count {
            east += reader.difference();
            north += reader.difference();
            line.push(Point::new(f64::from(north) * STEP, f64::from(east) * STEP));
        }
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
    fn number(&mut self) -> Option<u32> {
        // Most numbers are one byte.
        if let Some((&byte, rest)) = self.rest.split_first()
            && byte < 0x80
        {
            self.rest = rest;
            return Some(u32::from(byte));
        }
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
            lines += 1;
            points += line.len();
            assert!(line.len() > 1, "line {lines} has an end");
            for point in line {
                assert!(point.latitude.abs() <= 90.0 && point.longitude.abs() <= 200.0, "{point:?} of line {lines}");
            }
            let jump = line.windows(2).find(|pair| (pair[0].longitude - pair[1].longitude).abs() > 20.0);
            assert_eq!(jump, None, "line {lines}");
            ControlFlow::Continue(())
        });
        assert!(lines > 1000 && points > 30_000, "{lines} lines, {points} points");
    }
}
