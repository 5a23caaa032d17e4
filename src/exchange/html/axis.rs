//! The axis as a drawing (SVG): a lane for each category, time from left to right.
//!
//! Certain days are solid, possible ones light. The list says all of it in words, so
//! that the drawing is left out for those who cannot see it.

use super::{anchor, color};
use crate::chronology::scale::{Scale, Unit, possible};
use crate::chronology::{CategoryNo, Event, EventNo};
use crate::date::{Bound, Day, NameWidth, month_name, year_name};
use crate::exchange::words::Words;
use crate::exchange::{Selection, escaped};

/// The columns of the scale, and the units of the drawing in each.
const COLUMNS: usize = 112;
const COLUMN: usize = 8;
/// The room for the names of lanes, at the left.
const NAMES: usize = 104;
/// The room for the dates above the lanes.
const DATES: usize = 26;
/// The height of one event, with the room above the next.
const ROW: usize = 12;
/// The height of the mark in it.
const MARK: usize = 8;
/// The room between two lanes.
const BETWEEN: usize = 12;

/// The drawing with its legend; empty when no event has a day.
pub(super) fn figure(selection: &Selection, words: &Words) -> String {
    let bounds = selection.events().map(|event| &event.bounds);
    let Some(scale) = Scale::new(bounds, COLUMNS) else { return String::new() };
    let drawing = Drawing { selection, words, scale: &scale };
    let legend =
        [("certain", words.certain), ("lasting", words.lasting), ("possible", words.possible), ("gap", words.left_out)];
    let legend = legend.map(|(class, said)| format!("<li><i class=\"{class}\"></i>{said}</li>")).concat();
    format!(
        "<figure aria-hidden=\"true\">\n<div class=\"axis\">\n{}</div>\n<figcaption><ul>{legend}</ul></figcaption>\n</figure>\n",
        drawing.svg()
    )
}

struct Drawing<'a> {
    selection: &'a Selection<'a>,
    words: &'a Words,
    scale: &'a Scale,
}

/// An event in its lane: in which row, from which column to which.
struct Placed {
    number: EventNo,
    row: usize,
    from: usize,
    to: usize,
}

impl Drawing<'_> {
    fn svg(&self) -> String {
        let width = NAMES + self.scale.columns * COLUMN + COLUMN;
        let (mut lanes, mut top) = (String::new(), DATES + BETWEEN);
        for category in self.categories() {
            let placed = self.placed(category);
            let Some(rows) = placed.iter().map(|event| event.row + 1).max() else { continue };
            lanes += &self.lane(category, &placed, top, rows, width);
            top += rows * ROW + BETWEEN;
        }
        format!(
            "<svg viewBox=\"0 0 {width} {top}\" width=\"{width}\" height=\"{top}\">\n{}{lanes}</svg>\n",
            self.dates(top)
        )
    }

    /// The categories in the file's order, and at the end what has none.
    fn categories(&self) -> impl Iterator<Item = Option<CategoryNo>> + use<> {
        let count = self.selection.chronology.categories.len();
        (0..count).map(|at| Some(CategoryNo::at(at))).chain([None])
    }

    /// The events of a lane, each in the first row that is free where it begins.
    fn placed(&self, category: Option<CategoryNo>) -> Vec<Placed> {
        let mut free: Vec<usize> = Vec::new();
        let mut placed = Vec::new();
        for &number in &self.selection.numbers {
            let event = &self.selection.chronology[number];
            let Some((first, last)) = possible(&event.bounds).filter(|_| event.category == category) else { continue };
            let (from, to) = (self.scale.column(first), self.scale.column(last));
            let row = free.iter().position(|&column| column <= from).unwrap_or(free.len());
            if row == free.len() {
                free.push(0);
            }
            free[row] = to + 2;
            placed.push(Placed { number, row, from, to });
        }
        placed
    }

    fn lane(&self, category: Option<CategoryNo>, placed: &[Placed], top: usize, rows: usize, width: usize) -> String {
        let chronology = self.selection.chronology;
        let name = category.map_or("", |category| self.selection.read(&chronology[category].name));
        let middle = top + rows * ROW / 2;
        let line = top + rows * ROW + BETWEEN / 2 - 2;
        let marks: String = placed.iter().map(|event| self.event(event, top)).collect();
        format!(
            "<text class=\"lane\" x=\"{}\" y=\"{middle}\">{}</text>\n{marks}<path class=\"between\" d=\"M0 {line}H{width}\"/>\n",
            NAMES - 12,
            escaped(name)
        )
    }

    /// What is possible of an event, light, with what is certain of it, solid, upon it.
    fn event(&self, placed: &Placed, top: usize) -> String {
        let event = &self.selection.chronology[placed.number];
        let y = top + placed.row * ROW;
        let possible = bar("possible", placed.from, placed.to, y);
        let certain = match event.certain() {
            Some((from, to)) if from == to => {
                let x = x(self.scale.column(from)) + COLUMN / 2;
                format!("<circle cx=\"{x}\" cy=\"{}\" r=\"{}\"/>", y + MARK / 2, MARK / 2 + 1)
            }
            Some((from, to)) => bar("lasting", self.scale.column(from), self.scale.column(to), y),
            None => String::new(),
        };
        let when = self.selection.when(event).unwrap_or_default();
        let title = self.selection.read(&event.record.title);
        format!(
            "<a class=\"{}\" href=\"#{}\" tabindex=\"-1\"><title>{}{}{}</title>{possible}{certain}{}</a>\n",
            color(self.selection, event),
            escaped(&anchor(self.selection, event.id())),
            escaped(&when),
            self.words.colon,
            escaped(title),
            open_sides(event, placed, y)
        )
    }

    /// The dates over the lanes, a line down from each unit, and the gaps.
    fn dates(&self, bottom: usize) -> String {
        let mut text = String::new();
        let mut free = 0;
        for segment in &self.scale.segments {
            let at = x(segment.column);
            if segment.after_gap {
                let middle = at - COLUMN;
                text += &format!(
                    "<path class=\"gap\" d=\"M{} {bottom}V{DATES}M{} {bottom}V{DATES}\"/>\n",
                    middle - 2,
                    middle + 2
                );
            }
            text += &format!("<path class=\"unit\" d=\"M{at} {bottom}V8\"/>\n");
            let end = x(segment.column + segment.width);
            place(&mut text, &mut free, at, end, "unit", &self.unit(segment.first));
            let inner = segment.inner(self.scale.unit);
            let room = (end - at) / (inner.len() + 1);
            for (column, day) in inner {
                let label = self.part(day, room);
                place(&mut text, &mut free, x(column), end, "within", &label);
            }
        }
        text
    }

    fn unit(&self, first: Day) -> String {
        let year = year_name(first.year(), self.words.language);
        match self.scale.unit {
            Unit::Month => format!("{} {year}", month_name(first.month(), self.words.language, NameWidth::Short)),
            Unit::Years(_) => year.trim_end_matches('年').to_owned(),
        }
    }

    fn part(&self, day: Day, room: usize) -> String {
        let width = if room > 34 { NameWidth::Short } else { NameWidth::Narrow };
        match self.scale.unit {
            Unit::Month => day.day().to_string(),
            Unit::Years(1) if room < 14 => String::new(),
            Unit::Years(1) => month_name(day.month(), self.words.language, width).to_owned(),
            Unit::Years(_) => year_name(day.year(), self.words.language),
        }
    }
}

/// Where a column begins in the drawing.
fn x(column: usize) -> usize {
    NAMES + column * COLUMN
}

/// A bar from one column to another, both included.
fn bar(class: &str, from: usize, to: usize, y: usize) -> String {
    let (x, width) = (x(from), (to.saturating_sub(from) + 1) * COLUMN);
    format!("<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{MARK}\" rx=\"3\"/>")
}

/// Arrows at the sides that are open: the time goes on beyond, who knows how far.
fn open_sides(event: &Event, placed: &Placed, y: usize) -> String {
    let (left, right) = (x(placed.from), x(placed.to + 1));
    let before = event.bounds[Bound::EarliestStart].is_none();
    let after = event.bounds[Bound::LatestEnd].is_none();
    let middle = y + MARK / 2;
    let bottom = y + MARK;
    let before =
        before.then(|| format!("<path class=\"open\" d=\"M{left} {y}L{} {middle}L{left} {bottom}Z\"/>", left - 6));
    let after =
        after.then(|| format!("<path class=\"open\" d=\"M{right} {y}L{} {middle}L{right} {bottom}Z\"/>", right + 6));
    before.into_iter().chain(after).collect()
}

/// Puts a label where it neither runs into the one before it nor over the end of its unit.
fn place(text: &mut String, free: &mut usize, at: usize, end: usize, class: &str, label: &str) {
    let width: usize = label.chars().map(|c| if c.is_ascii() { 7 } else { 12 }).sum();
    if label.is_empty() || at < *free || at + width > end + COLUMN {
        return;
    }
    *free = at + width + 6;
    *text += &format!("<text class=\"{class}\" x=\"{}\" y=\"18\">{}</text>\n", at + 3, escaped(label));
}
