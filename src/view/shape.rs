//! The columns of the axis on which events are drawn: many that reach unlike each other are drawn
//! alike.

use super::axis::View;
use super::reach::{Course, Reach, Reaches};
use super::sieve::Sieve;
use super::stratum::Alike;

/// The columns of a scale on which an event is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    /// From the first to the last on which it can have gone on.
    pub span: (usize, usize),
    /// Whether it can have begun earlier than any known day.
    pub is_open_before: bool,
    /// Whether it can have ended later than any known day.
    pub is_open_behind: bool,
    /// Where it certainly went on.
    pub certain: Certain,
}

/// The columns on which an event certainly went on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Certain {
    /// None.
    Never,
    /// That of a single day.
    OnDay(usize),
    /// From the first of several days to the last.
    Lasting(usize, usize),
}

impl Shape {
    /// What a reach is on the axis.
    pub fn new(view: &View, reach: &Reach) -> Self {
        Self::behind(view, reach, &mut 0)
    }

    /// The same where at least so many columns of the screen begin no later than the reach does;
    /// tells how many that are.
    fn behind(view: &View, reach: &Reach, begun: &mut usize) -> Self {
        let (first, last) = reach.possible;
        *begun = stepped(view.first_days, *begun, first);
        let column = |day: i64| view.column_behind(stepped(view.first_days, *begun, day), day);
        let from = view.column_behind(*begun, first);
        let to = if first == last { from } else { column(last) };
        // Most days are known days: those between which an event certainly went on are mostly the same.
        let column = |day: i64| match day {
            _ if day == first => from,
            _ if day == last => to,
            _ => column(day),
        };
        Self {
            span: (from, to),
            is_open_before: reach.is_open_before,
            is_open_behind: reach.is_open_behind,
            certain: match reach.certain {
                None => Certain::Never,
                Some((from, to)) if from == to => Certain::OnDay(column(from)),
                Some((from, to)) => Certain::Lasting(column(from), column(to)),
            },
        }
    }

    /// Shapes that are alike have the same number, and few others have; all are below [`NUMBERS`].
    fn number(&self, view: &View) -> usize {
        let certain = match self.certain {
            Certain::Never => 0,
            Certain::OnDay(_) => 1,
            Certain::Lasting(..) => 2,
        };
        let open = usize::from(self.is_open_before) + 2 * usize::from(self.is_open_behind);
        let last = self.span.1.saturating_sub(view.from).min(view.width);
        (last * 12 + certain * 4 + open) % NUMBERS
    }
}

/// How many numbers there are for shapes.
const NUMBERS: usize = 4096;

/// How many columns begin no later than a day, where at least so many do: mostly few more.
fn stepped(first_days: &[i64], begun: usize, day: i64) -> usize {
    let (near, far) = first_days[begun..].split_at(NEAR.min(first_days.len() - begun));
    let further = || near.len() + far.partition_point(|&first| first <= day);
    begun + near.iter().position(|&first| first > day).unwrap_or_else(further)
}

/// So many columns are looked at one after the other.
const NEAR: usize = 3;

/// On which columns all events lie that may have gone on in a part of the axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shapes {
    /// The shapes; some may be alike.
    all: Vec<Shape>,
    /// Which of them each reach has, as far as they begin in this part or before; [`FAR`] where it
    /// ends before.
    own: Vec<u32>,
}

/// Stands for no shape.
const FAR: u32 = u32::MAX;

impl Shapes {
    /// The shapes of all reaches.
    pub fn new(view: &View, reaches: &Reaches) -> Self {
        let days = view.scale.days_in(&(view.from..view.from + view.width));
        let begun = reaches.all().partition_point(|reach| reach.possible.0 <= *days.end());
        let (mut all, mut known, mut columns) = (Vec::<Shape>::new(), vec![FAR; NUMBERS], 0);
        let own = reaches.all()[..begun].iter().map(|reach| {
            if reach.possible.1 < *days.start() {
                return FAR;
            }
            let shape = Shape::behind(view, reach, &mut columns);
            let known = &mut known[shape.number(view)];
            if all.get(*known as usize) != Some(&shape) {
                *known = all.len() as u32;
                all.push(shape);
            }
            *known
        });
        Self { own: own.collect(), all }
    }

    /// The shapes that events of a course have: the plain ones of these, and the dimmed ones.
    pub fn drawn(&self, course: &Course, sieve: &Sieve) -> Vec<(&Shape, [Option<Alike>; 2])> {
        let mut drawn = vec![[None; 2]; self.all.len()];
        for (reach, events) in course.groups(self.own.len()) {
            if let Some(drawn) = drawn.get_mut(self.own[reach] as usize) {
                Alike::add(events, sieve, drawn);
            }
        }
        self.all.iter().zip(drawn).filter(|(_, shown)| *shown != [None; 2]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_found_near_or_far() {
        let first_days = [0, 10, 10, 20, 30, 40, 50];
        for (begun, day) in (0..70).flat_map(|day| (0..=7).map(move |begun| (begun, day))) {
            let expected = first_days.partition_point(|&first| first <= day);
            if begun <= expected {
                assert_eq!(stepped(&first_days, begun, day), expected, "{day} from {begun}");
            }
        }
    }
}
