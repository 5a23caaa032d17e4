//! Makes `src/view/map/coastlines.bin` from the land of Natural Earth as TopoJSON.
//!
//! Knows TopoJSON, what is worth keeping of a coastline, and the form that
//! `src/view/map/coastline.rs` reads. How to call it stands in `src/view/map/coastlines.md`.

use serde::Deserialize;
use std::error::Error;
use std::{env, fs};

/// A point in degrees: longitude, latitude.
type Point = (f64, f64);

/// How far, in degrees, a coastline may be moved by leaving points out.
const TOLERANCE: f64 = 0.035;
/// Islands that are smaller than this, in degrees, are left out.
const SMALLEST: f64 = 0.12;
/// Steps of the grid in a degree.
const STEPS: f64 = 100.0;

/// The part of TopoJSON that is needed: arcs of whole numbers, each point told by its
/// distance from the one before. In the land's topology every ring is an arc of its own.
#[derive(Deserialize)]
struct Topology {
    transform: Transform,
    arcs: Vec<Vec<(i64, i64)>>,
}

#[derive(Deserialize)]
struct Transform {
    scale: Point,
    translate: Point,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [input, output] = arguments.as_slice() else {
        return Err("usage: make-coastlines LAND.json COASTLINES.bin".into());
    };
    let topology: Topology = serde_json::from_str(&fs::read_to_string(input)?)?;
    let rings = topology.arcs.iter().map(|arc| topology.transform.degrees(arc));
    let lines: Vec<Vec<Point>> = rings.flat_map(|ring| coasts(&ring)).filter(|line| extent(line) >= SMALLEST).collect();
    let kept: Vec<Vec<Point>> = lines.iter().map(|line| simplified(line)).collect();
    let bytes = encoded(&kept);
    let points = |lines: &[Vec<Point>]| lines.iter().map(Vec::len).sum::<usize>();
    println!("{} lines, {} points of {}, {} bytes", kept.len(), points(&kept), points(&lines), bytes.len());
    Ok(fs::write(output, bytes)?)
}

impl Transform {
    fn degrees(&self, arc: &[(i64, i64)]) -> Vec<Point> {
        let mut at = (0, 0);
        let mut points = Vec::with_capacity(arc.len());
        for &(east, north) in arc {
            at = (at.0 + east, at.1 + north);
            let degrees = |at: i64, scale: f64, translate: f64| at as f64 * scale + translate;
            points.push((degrees(at.0, self.scale.0, self.translate.0), degrees(at.1, self.scale.1, self.translate.1)));
        }
        points
    }
}

/// The parts of a ring that are coast. Where land was cut along the meridian of 180
/// degrees or at the pole, there is none; where a coast crosses that meridian, it goes on
/// beyond 180 degrees rather than jump to the other end of the map.
fn coasts(ring: &[Point]) -> Vec<Vec<Point>> {
    let parts = ring.chunk_by(|&from, &to| !is_cut(from, to));
    parts.filter(|part| part.len() > 1).map(|part| centred(unbroken(part))).collect()
}

/// The line with longitudes that go on where they jumped from one end of the map to the other.
fn unbroken(line: &[Point]) -> Vec<Point> {
    let mut last = line[0].0;
    let steady = line.iter().map(|&(longitude, latitude)| {
        last = longitude - ((longitude - last) / 360.0).round() * 360.0;
        (last, latitude)
    });
    steady.collect()
}

/// The line turned by whole circles until its middle is between -180 and 180 degrees.
fn centred(line: Vec<Point>) -> Vec<Point> {
    let (west, east) = span(&line, |point| point.0);
    let turn = ((west + east) / 2.0 / 360.0).round() * 360.0;
    line.into_iter().map(|(longitude, latitude)| (longitude - turn, latitude)).collect()
}

fn is_cut(from: Point, to: Point) -> bool {
    let at_meridian = |point: Point| point.0.abs() > 179.99;
    let at_pole = |point: Point| point.1 < -89.9;
    (at_meridian(from) && at_meridian(to)) || at_pole(from) || at_pole(to)
}

/// The longer side of the rectangle around a line.
fn extent(line: &[Point]) -> f64 {
    let side = |(least, greatest): (f64, f64)| greatest - least;
    side(span(line, |point| point.0)).max(side(span(line, |point| point.1)))
}

/// The least and the greatest of a coordinate of a line's points.
fn span(line: &[Point], coordinate: fn(&Point) -> f64) -> (f64, f64) {
    let values = line.iter().map(coordinate);
    values.fold((f64::MAX, f64::MIN), |(least, greatest), value| (least.min(value), greatest.max(value)))
}

/// The line without the points that can be spared (Douglas and Peucker's way). A ring is
/// halved first: the straight line from its first point to its last would have no length.
fn simplified(line: &[Point]) -> Vec<Point> {
    let (first, last) = (line[0], line[line.len() - 1]);
    let mut kept = vec![first];
    if first == last {
        let halfway = farthest(line, |point| (point.0 - first.0).hypot(point.1 - first.1)).0;
        simplify(&line[..=halfway], &mut kept);
        simplify(&line[halfway..], &mut kept);
    } else {
        simplify(line, &mut kept);
    }
    kept
}

/// Adds what must be kept of a line, all but its first point.
fn simplify(line: &[Point], kept: &mut Vec<Point>) {
    let (from, to) = (line[0], line[line.len() - 1]);
    let (at, distance) = farthest(line, |point| distance(point, from, to));
    if distance > TOLERANCE && line.len() > 2 {
        simplify(&line[..=at], kept);
        simplify(&line[at..], kept);
    } else {
        kept.push(to);
    }
}

/// The point of a line for which `measure` is greatest, and how great that is.
fn farthest(line: &[Point], measure: impl Fn(Point) -> f64) -> (usize, f64) {
    let measured = line.iter().map(|&point| measure(point)).enumerate();
    measured.fold((0, 0.0), |best, next| if next.1 > best.1 { next } else { best })
}

/// How far a point is from the straight line between two others, in degrees of latitude.
fn distance(point: Point, from: Point, to: Point) -> f64 {
    let narrowing = point.1.to_radians().cos();
    let flat = |other: Point| ((other.0 - point.0) * narrowing, other.1 - point.1);
    let ((x, y), (end_x, end_y)) = (flat(from), flat(to));
    let (along_x, along_y) = (end_x - x, end_y - y);
    let length = along_x * along_x + along_y * along_y;
    let part = if length > 0.0 { (-(x * along_x + y * along_y) / length).clamp(0.0, 1.0) } else { 0.0 };
    (x + part * along_x).hypot(y + part * along_y)
}

/// The lines as bytes: for each the number of its points, then the points, each by its
/// distance from the one before, also across lines.
fn encoded(lines: &[Vec<Point>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut at = (0, 0);
    for line in lines {
        write(line.len() as u32, &mut bytes);
        for point in line {
            let next = ((point.0 * STEPS).round() as i32, (point.1 * STEPS).round() as i32);
            write(folded(next.0 - at.0), &mut bytes);
            write(folded(next.1 - at.1), &mut bytes);
            at = next;
        }
    }
    bytes
}

/// Small numbers of either sign become small numbers: 0, -1, 1, -2 become 0, 1, 2, 3.
fn folded(number: i32) -> u32 {
    ((number << 1) ^ (number >> 31)) as u32
}

/// Writes a number, seven bits to a byte, the lowest first; all bytes but the last have
/// the highest bit set.
fn write(mut number: u32, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}
