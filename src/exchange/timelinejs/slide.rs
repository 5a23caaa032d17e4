//! What a slide shows of an event, and what it cannot.

use crate::chronology::{Event, EventNo, Exactness};
use crate::date::{Bound, Day};
use crate::exchange::story::{Reference, Story, story};
use crate::exchange::words::Words;
use crate::exchange::{Loss, Selection, escaped, is_web};

/// One slide.
#[derive(Debug)]
pub(super) struct Slide {
    pub id: String,
    pub start: Day,
    /// The last day of what lasted.
    pub end: Option<Day>,
    /// The date in words.
    pub when: String,
    pub headline: String,
    /// Text and sources, as HTML.
    pub text: String,
    /// The category.
    pub group: String,
}

/// A slide for each event of the selection, and what they cannot show.
pub(super) fn slides(selection: &Selection) -> (Vec<Slide>, Vec<Loss>) {
    let mut losses: Vec<Loss> = Loss::of_one_language(selection);
    let stand_in = stand_in(selection);
    let slides = selection.numbers.iter().map(|&number| {
        let event = &selection.chronology[number];
        let place = place(event, stand_in);
        losses.extend(loss(event, &place).map(|said| Loss::of(number, said)));
        slide(selection, number, &place)
    });
    let slides = slides.collect();
    (slides, losses)
}

/// Where an event stands.
enum Place {
    /// On the day, or days, on which it was.
    Exact(Day, Option<Day>),
    /// On the first day, or the last, of what is possible.
    Earliest(Day),
    Latest(Day),
    /// On a day that has nothing to do with it.
    StandIn(Day),
}

impl Place {
    fn start(&self) -> Day {
        let (Self::Exact(day, _) | Self::Earliest(day) | Self::Latest(day) | Self::StandIn(day)) = self;
        *day
    }
}

fn place(event: &Event, stand_in: Day) -> Place {
    let [earliest_start, latest_start, earliest_end, latest_end] = event.bounds.days();
    match (earliest_start, latest_end) {
        (Some(from), Some(to)) if event.exactness() == Exactness::Day && !event.has_gaps() => {
            Place::Exact(from, (from != to).then_some(to))
        }
        (Some(from), _) => Place::Earliest(from),
        (None, to) => match to.or(latest_start).or(earliest_end) {
            Some(day) => Place::Latest(day),
            None => Place::StandIn(stand_in),
        },
    }
}

/// The day for events of which nothing is known: the last of the others, since they stand
/// behind them everywhere.
fn stand_in(selection: &Selection) -> Day {
    let known = selection.events().flat_map(|event| event.bounds.days().into_iter().flatten());
    known.max().unwrap_or(Day::from_number(366))
}

fn loss(event: &Event, place: &Place) -> Option<String> {
    let lasts = event.bounds[Bound::LatestEnd].map_or_else(|| "no known day".to_owned(), |day| day.to_string());
    match place {
        Place::Exact(..) => None,
        Place::Earliest(day) => Some(format!(
            "stands on {day}, the earliest day of those until {lasts}; its display date says what is known"
        )),
        Place::Latest(day) => Some(format!("stands on {day}: how much earlier it can have been is not known")),
        Place::StandIn(day) => Some(format!("stands on {day}, which is made up: nothing is known of its day")),
    }
}

fn slide(selection: &Selection, number: EventNo, place: &Place) -> Slide {
    let event = &selection.chronology[number];
    let words = Words::of(selection.language);
    let story = story(selection, event);
    let group = match place {
        Place::StandIn(_) => Some(words.undated.to_owned()),
        _ => story.category.clone(),
    };
    Slide {
        id: event.id().to_owned(),
        start: place.start(),
        end: if let Place::Exact(_, end) = place { *end } else { None },
        when: selection.when(event).unwrap_or_else(|| words.undated.to_owned()),
        headline: story.title.clone(),
        text: text(&story, words),
        group: group.unwrap_or_default(),
    }
}

/// Each line of a text as a paragraph.
pub(super) fn paragraphs(text: &str) -> String {
    let parts = text.split('\n').filter(|part| !part.trim().is_empty());
    parts.map(|part| format!("<p>{}</p>", escaped(part))).collect()
}

fn text(story: &Story, words: &Words) -> String {
    let facts = story.facts.iter().map(|fact| format!("<li>{}</li>", escaped(&fact.text(words)))).collect::<String>();
    let sources =
        story.sources.iter().map(|source| format!("<li>{}</li>", self::source(source, words))).collect::<String>();
    let list = |label: String, items: String| if items.is_empty() { items } else { format!("{label}<ul>{items}</ul>") };
    let label = format!("<p>{}{}</p>", words.sources, words.colon.trim_end());
    format!("{}{}{}", paragraphs(&story.summary.join("\n")), list(String::new(), facts), list(label, sources))
}

fn source(source: &Reference, words: &Words) -> String {
    let text = escaped(&source.text(words));
    match source.url.as_deref().filter(|url| is_web(url)) {
        Some(url) => format!("<a href=\"{}\">{text}</a>", escaped(url)),
        None => text,
    }
}
