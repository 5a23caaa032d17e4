//! The lanes of one part of the axis, drawn before any event stands out in them.
//!
//! To draw them takes a look at every event of theirs; to let some events stand out, a look
//! at these alone. So the first is done once for each part of the axis that is looked at.
//!
//! ```text
//! events    many know the same of their days
//!    v
//! reach     the days of an event, as numbers; each once          made once for a file
//!    v      many of them lie on the same columns
//! shape     the columns of a reach; nearly each once             once for a part of the axis
//!    v      many of them lie over each other
//! stratum   what is seen of all in each column of a lane         once for a lane of it
//!    v
//! chart     the lanes, with the selected event over all          for each picture
//! ```

use super::Outline;
use super::axis::{Axis, Cell, Focus, Mark, Strip, Tick, View, Weight, Window, length};
use super::lane::Lane;
use super::shape::{Certain, Shape, Shapes};
use super::sieve::{Presence, Sieve};
use super::stratum::{Alike, Layers, Peaks, Stratum};
use super::words::Words;
use crate::chronology::CategoryNo;
use crate::chronology::scale::Scale;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

/// A part of the axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    scale: Scale,
    /// The first column of the scale that is on the screen.
    from: usize,
    width: usize,
    /// The first day in each of its columns and in the one behind them.
    first_days: Vec<i64>,
    /// What stands over the lanes.
    ticks: Vec<Tick>,
    /// On which columns the reaches of events lie.
    shapes: Shapes,
    /// The lanes that have been drawn, by their positions in the outline.
    backdrops: BTreeMap<usize, Backdrop>,
}

/// A lane in which nothing stands out.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Backdrop {
    cells: Vec<Cell>,
    /// For each cell the columns of the widest span that goes over it.
    widest: Vec<usize>,
}

/// A possible span stands out from one of which it takes no more than this part.
const NARROW_PART: usize = 4;

impl Chart {
    /// The part of the axis in a window of so many columns, told in these words, with no lane
    /// drawn yet; `None` where no day is known.
    pub fn new(outline: &Outline, window: Window, width: usize, words: &Words) -> Option<Self> {
        let scale = outline.scale(length(window.zoom, width))?;
        let from = window.from.min(scale.columns.saturating_sub(width));
        let first_days = scale.first_days(from..from + width);
        let view = View { scale: &scale, from, width, first_days: &first_days };
        let (ticks, shapes) = (view.ticks(words), Shapes::new(&view, &outline.reaches));
        Some(Self { ticks, shapes, scale, from, width, first_days, backdrops: BTreeMap::new() })
    }

    /// Draws the lanes that are shown where there is room for so many, unless that is done.
    pub fn prepare(&mut self, outline: &Outline, focus: &Focus, height: usize) {
        for at in outline.shown_lanes(focus.selected, height) {
            if !self.backdrops.contains_key(&at) {
                let backdrop = self.view().backdrop(outline, &outline.lanes[at], &focus.sieve, &self.shapes);
                self.backdrops.insert(at, backdrop);
            }
        }
    }

    /// The same part told in these words; its lanes are drawn anew where they are `other` ones.
    #[must_use]
    pub fn turned(self, words: &Words, are_other: bool) -> Self {
        let ticks = self.view().ticks(words);
        let backdrops = if are_other { BTreeMap::new() } else { self.backdrops };
        Self { ticks, backdrops, ..self }
    }

    /// The axis of so many lanes, with the events in it that stand out.
    pub fn axis(&self, outline: &Outline, focus: &Focus, height: usize) -> Axis {
        let view = self.view();
        let strip = |at: usize| {
            let lane = &outline.lanes[at];
            let backdrop = self
                .backdrops
                .get(&at)
                .map_or_else(|| Cow::Owned(view.backdrop(outline, lane, &focus.sieve, &self.shapes)), Cow::Borrowed);
            Strip { lane: at, cells: view.with_focus(outline, lane, backdrop.into_owned(), focus) }
        };
        Axis {
            gaps: view.gaps(),
            boundaries: view.boundaries(&self.ticks),
            ticks: self.ticks.clone(),
            strips: outline.shown_lanes(focus.selected, height).map(strip).collect(),
            more: (self.from > 0, self.scale.columns > self.from + self.width),
        }
    }

    fn view(&self) -> View<'_> {
        View { scale: &self.scale, from: self.from, width: self.width, first_days: &self.first_days }
    }
}

/// The mark of a possible span of columns, where the widest around it has so many.
fn possible((first, last): (usize, usize), widest: Option<usize>) -> Mark {
    let is_narrow = widest.is_some_and(|widest| (last - first + 1) * NARROW_PART <= widest);
    if is_narrow { Mark::Narrow } else { Mark::Possible }
}

/// How an event is drawn.
#[derive(Debug, Clone, Copy)]
struct Ink {
    weight: Weight,
    /// How many it counts for on a known day.
    counts: u8,
    category: Option<CategoryNo>,
}

impl View<'_> {
    /// The columns of the screen between two of the scale.
    fn seen(&self, first: usize, last: usize) -> Range<usize> {
        let at = |column: usize| column.saturating_sub(self.from).min(self.width);
        at(first)..at(last + 1)
    }

    /// A lane in which nothing stands out.
    fn backdrop(&self, outline: &Outline, lane: &Lane, sieve: &Sieve, shapes: &Shapes) -> Backdrop {
        let near = shapes.drawn(&lane.course, sieve);
        let mut widest = Layers::new(self.width);
        for (first, last) in near.iter().map(|(shape, _)| shape.span) {
            widest.lay(self.seen(first, last), last - first + 1);
        }
        let widest = Peaks::new(widest.flat().into_iter().map(Option::unwrap_or_default).collect());
        let mut strata = [Weight::Other, Weight::Faint].map(|weight| Stratum::new(weight, self.width));
        for (shape, shown) in near {
            let possible = possible(shape.span, widest.over(&self.seen(shape.span.0, shape.span.1)));
            for (stratum, alike) in strata.iter_mut().zip(shown).filter_map(|(stratum, alike)| Some((stratum, alike?)))
            {
                self.lay(shape, possible, alike, stratum);
            }
        }
        let [mut cells, faint] = strata.map(|stratum| stratum.cells(&outline.reaches));
        cells
            .iter_mut()
            .zip(faint)
            .filter(|(cell, _)| cell.mark == Mark::Empty)
            .for_each(|(cell, faint)| *cell = faint);
        Backdrop { cells, widest: widest.into_numbers() }
    }

    /// Lays the signs of events of one shape among those of their weight.
    fn lay(&self, shape: &Shape, possible: Mark, alike: Alike, stratum: &mut Stratum) {
        let (first, last) = shape.span;
        stratum.lay(self.seen(first, last), possible, alike);
        if shape.is_open_before {
            stratum.lay(self.seen(first, first), Mark::OpenLeft, alike);
        }
        if shape.is_open_behind {
            stratum.lay(self.seen(last, last), Mark::OpenRight, alike);
        }
        match shape.certain {
            Certain::OnDay(column) => {
                self.on_screen(column).into_iter().for_each(|at| stratum.count(at, alike));
            }
            Certain::Lasting(from, to) => stratum.lay(self.seen(from, to), Mark::Lasting, alike),
            Certain::Never => {}
        }
    }

    /// The cells of a lane, with the events in it that stand out.
    fn with_focus(&self, outline: &Outline, lane: &Lane, mut backdrop: Backdrop, focus: &Focus) -> Vec<Cell> {
        let bounding = focus.bounding.iter().map(|&event| (event, Weight::Bounding));
        let selected = focus.selected.iter().map(|&event| (event, Weight::Selected));
        for (event, weight) in bounding.chain(selected).filter(|(event, _)| lane.holds(*event)) {
            // What is plain in the backdrop is counted there.
            let counts = u8::from(focus.sieve.presence(event) != Presence::Plain);
            if let Some(reach) = outline.reaches.of(event) {
                let ink = Ink { weight, counts, category: outline.reaches.category(event) };
                self.draw(&Shape::new(self, reach), ink, &mut backdrop);
            }
        }
        backdrop.cells
    }

    /// Draws an event of a shape into the cells of its lane, from its first column to its last.
    fn draw(&self, shape: &Shape, ink: Ink, backdrop: &mut Backdrop) {
        let Backdrop { cells, widest } = backdrop;
        let (first, last) = shape.span;
        let possible = possible((first, last), widest[self.seen(first, last)].iter().copied().max());
        let mut put = |column: usize, mark: Mark| {
            if let Some(at) = self.on_screen(column) {
                cells[at].lay(Cell { mark, weight: ink.weight, category: ink.category });
            }
        };
        for column in first.max(self.from)..=last.min(self.from + self.width) {
            put(column, possible);
        }
        if shape.is_open_before {
            put(first, Mark::OpenLeft);
        }
        if shape.is_open_behind {
            put(last, Mark::OpenRight);
        }
        match shape.certain {
            Certain::OnDay(column) => put(column, Mark::Day(ink.counts)),
            Certain::Lasting(from, to) => {
                (from.max(self.from)..=to.min(self.from + self.width)).for_each(|column| put(column, Mark::Lasting));
            }
            Certain::Never => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chronology::query::{Index, Query};
    use crate::chronology::{Chronology, EventNo};
    use crate::file::{Document, read};
    use crate::view::Rest;
    use crate::view::lane::LaneKind;
    use proptest::prelude::*;

    #[test]
    fn a_prepared_chart_shows_what_one_made_anew_does() {
        let text = include_str!("../../events.toml").to_owned();
        let (chronology, _) = Chronology::new(read(&[Document { name: "events.toml".into(), text: text.into() }]).0);
        let words = Words::of(crate::date::Language::En);
        for kind in LaneKind::ALL {
            let outline = Outline::new(&chronology, kind);
            let mut chart = Chart::new(&outline, Window { zoom: 1, from: 20 }, 70, words).expect("days are known");
            for selected in chronology.numbers() {
                let focus = Focus { selected: Some(selected), bounding: vec![EventNo::at(3)], ..Focus::default() };
                let anew = Chart { backdrops: BTreeMap::new(), ..chart.clone() }.axis(&outline, &focus, 5);
                chart.prepare(&outline, &focus, 5);
                assert_eq!(chart.axis(&outline, &focus, 5), anew);
                chart = chart.turned(words, selected.index() % 3 == 0);
            }
        }
    }

    #[test]
    fn a_chart_in_another_language_is_the_same_but_for_its_words() {
        let (chronology, _) = chronology(include_str!("../../events.toml"));
        let outline = Outline::new(&chronology, LaneKind::Category);
        let [zh, en] = [crate::date::Language::Zh, crate::date::Language::En].map(Words::of);
        let chart = |words| Chart::new(&outline, Window { zoom: 2, from: 40 }, 80, words).expect("days are known");
        assert_ne!(chart(en), chart(zh));
        assert_eq!(chart(en).turned(zh, false), chart(zh));
    }

    #[test]
    fn a_lane_shows_what_its_events_one_after_the_other_do() {
        let (chronology, index) = chronology(include_str!("../../events.toml"));
        let windows = [(0, 0, 90), (0, 0, 7), (1, 20, 70), (3, 200, 60), (6, 3000, 100)];
        let queries = ["date:2020-03", "yokohama", "is:vague", "nothing at all"];
        windows.into_iter().for_each(|window| check_lanes(&chronology, &index, &queries, window));
    }

    /// An event's date in a file of many years: of any form, or none.
    fn date() -> impl Strategy<Value = String> {
        let year = 1990..2020_u16;
        let day = || {
            (1990..2020_u16, 1..13_u8, 1..29_u8).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"))
        };
        let month = (1990..2020_u16, 1..13_u8).prop_map(|(year, month)| format!("{year}-{month:02}"));
        prop_oneof![
            1 => Just(String::new()),
            3 => day(),
            1 => Just("2001-05-04".to_owned()),
            1 => year.clone().prop_map(|year| year.to_string()),
            2 => month,
            1 => (year.clone(), 0..9_u16).prop_map(|(from, more)| format!("{from}/{}", from + more)),
            1 => (day(), day()).prop_map(|(a, b)| format!("{}/{}", (&a).min(&b), (&a).max(&b))),
            1 => (day(), day()).prop_map(|(a, b)| format!("[{}..{}]", (&a).min(&b), (&a).max(&b))),
            1 => day().prop_map(|day| format!("{day}/..")),
            1 => day().prop_map(|day| format!("../{day}")),
            1 => day().prop_map(|day| format!("[..{day}]")),
        ]
    }

    /// A file with events of any dates, some of which have something in common.
    fn file() -> impl Strategy<Value = String> {
        let event = (date(), 0..4_u8, prop::collection::vec(0..3_u8, 0..3), prop::option::of(0..2_u8));
        prop::collection::vec(event, 1..25).prop_map(|events| {
            let mut text = "format = 1\n".to_owned();
            (0..3).for_each(|at| text += &format!("[[category]]\nid = 'c{at}'\nname = 'c'\n"));
            (0..3).for_each(|at| text += &format!("[[actor]]\nid = 'a{at}'\nname = 'a'\n"));
            (0..2).for_each(|at| text += &format!("[[source]]\nid = 's{at}'\ntitle = 's'\npublished = '201{at}'\n"));
            for (at, (date, category, actors, source)) in events.into_iter().enumerate() {
                let date = if date.is_empty() { date } else { format!("date = '{date}'\n") };
                let category = if category < 3 { format!("category = 'c{category}'\n") } else { String::new() };
                let actors: Vec<String> = actors.iter().map(|actor| format!("'a{actor}'")).collect();
                let source = source.map_or_else(String::new, |source| format!("'s{source}'"));
                text += &format!(
                    "[[event]]\nid = 'e{at}'\n{date}{category}actors = [{}]\nsources = [{source}]\n",
                    actors.join(", ")
                );
            }
            text
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

        #[test]
        fn any_lane_shows_what_its_events_one_after_the_other_do(
            text in file(), zoom in 0..7_u8, from in 0..2000_usize, width in 1..120_usize
        ) {
            let (chronology, index) = chronology(&text);
            check_lanes(&chronology, &index, &["actor:a1", "date:2001"], (zoom, from, width));
        }
    }

    fn chronology(text: &str) -> (Chronology, Index) {
        let text = text.to_owned();
        let (chronology, _) = Chronology::new(read(&[Document { name: "events.toml".into(), text: text.into() }]).0);
        let index = Index::new(&chronology);
        (chronology, index)
    }

    /// Every lane of every kind in a window, of all events and of what some queries find.
    fn check_lanes(chronology: &Chronology, index: &Index, queries: &[&str], (zoom, from, width): (u8, usize, usize)) {
        let words = Words::of(crate::date::Language::En);
        let found = queries.iter().map(|query| index.find(&Query::parse(query).expect("a query")));
        let found: Vec<_> = found.collect();
        let asked = found.iter().flat_map(|found| [Rest::Dimmed, Rest::Hidden].map(|rest| (Some(found), rest)));
        let sieves: Vec<Sieve> =
            asked.chain([(None, Rest::Dimmed)]).map(|(found, rest)| Sieve { found, rest }).collect();
        for kind in LaneKind::ALL {
            let outline = Outline::new(chronology, kind);
            let Some(chart) = Chart::new(&outline, Window { zoom, from }, width, words) else { continue };
            for (lane, sieve) in outline.lanes.iter().flat_map(|lane| sieves.iter().map(move |sieve| (lane, sieve))) {
                let backdrop = chart.view().backdrop(&outline, lane, sieve, &chart.shapes);
                assert_eq!(backdrop, one_by_one(&chart.view(), &outline, lane, sieve), "{lane:?} {zoom} {sieve:?}");
            }
        }
    }

    /// The same as the events of a lane drawn into it in their order.
    fn one_by_one(view: &View, outline: &Outline, lane: &Lane, sieve: &Sieve) -> Backdrop {
        let mut backdrop = Backdrop { cells: vec![Cell::default(); view.width], widest: vec![0; view.width] };
        let drawn = lane.events.iter().filter(|event| sieve.presence(**event) != Presence::Hidden);
        let drawn = drawn.filter_map(|&event| Some((event, Shape::new(view, outline.reaches.of(event)?))));
        for (_, shape) in drawn.clone() {
            let (first, last) = shape.span;
            let over = &mut backdrop.widest[view.seen(first, last)];
            over.iter_mut().for_each(|widest| *widest = (*widest).max(last - first + 1));
        }
        for (event, shape) in drawn {
            let is_plain = sieve.presence(event) == Presence::Plain;
            let weight = if is_plain { Weight::Other } else { Weight::Faint };
            let ink = Ink { weight, counts: 1, category: outline.reaches.category(event) };
            view.draw(&shape, ink, &mut backdrop);
        }
        backdrop
    }
}
