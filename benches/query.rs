//! How long a query takes on 10,000 events, letter by letter: `cargo bench --bench query`.
//!
//! The events are those of the built-in chronology, mixed, with much that is said once only.

use annals::chronology::Chronology;
use annals::chronology::query::{Index, Query};
use annals::date::Language;
use annals::file::{Document, EventRecord, read};
use std::time::{Duration, Instant};

/// How many events there are.
const EVENTS: usize = 10_000;

/// What is typed, letter by letter.
const TYPED: [&str; 15] = [
    "hengbin",
    "hb",
    "hfyh",
    "hefengyahan",
    "zzyyxxss",
    "yokohama",
    "横滨市",
    "guiyang masks",
    "防护物资",
    "heng bin or \"protective goods\"",
    "actor:hengbin date:2020-03 -is:online",
    "category:donation,letter (japan or italy)",
    "covid-19 mayor letter thanks",
    "shishishishishi",
    "a or e or i or o or u or y",
];

fn main() {
    let chronology = chronology();
    let (index, took) = timed(|| Index::new(&chronology));
    println!("{} events; index: {}", chronology.events.len(), shown(took));
    let mut worst = Duration::ZERO;
    for typed in TYPED {
        let ends = typed.char_indices().map(|(at, c)| at + c.len_utf8());
        let letters: Vec<Duration> = ends.filter_map(|end| letter(&index, &typed[..end])).collect();
        let slowest = letters.iter().max().copied().unwrap_or_default();
        let mean = letters.iter().sum::<Duration>() / u32::try_from(letters.len().max(1)).unwrap_or(1);
        worst = worst.max(slowest);
        println!("{:>10} slowest letter, {:>10} mean: {typed}", shown(slowest), shown(mean));
    }
    let query = Query::parse("guiyang category:donation").unwrap_or_default();
    println!("{:>10} to count all facets", shown(timed(|| index.facets(&chronology, &query)).1));
    println!("{:>10} slowest of all letters", shown(worst));
}

/// How long it takes to read and answer what is typed so far, if it is a query yet.
fn letter(index: &Index, text: &str) -> Option<Duration> {
    let (found, took) = timed(|| Query::parse(text).ok().map(|query| index.find(&query)));
    found.map(|_| took)
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let begin = Instant::now();
    let done = work();
    (done, begin.elapsed())
}

fn shown(took: Duration) -> String {
    format!("{:.2} ms", took.as_secs_f64() * 1000.0)
}

/// Every title with every summary in turn, each with words and characters of its own, so
/// that the events have as many different words as real ones would.
fn chronology() -> Chronology {
    let text = include_str!("../events.toml").to_owned();
    let characters: Vec<char> = text.chars().filter(|c| matches!(c, '\u{4E00}'..='\u{9FFF}')).collect();
    let (mut records, _) = read(&[Document { name: "events.toml".to_owned(), text: text.into() }]);
    let known = std::mem::take(&mut records.events);
    let mut chance = Chance(1);
    records.events = (0..EVENTS).map(|number| mixed(&known, number, &characters, &mut chance)).collect();
    Chronology::new(records).0
}

fn mixed(known: &[Box<EventRecord>], number: usize, characters: &[char], chance: &mut Chance) -> Box<EventRecord> {
    let own = &known[number % known.len()];
    let other = &known[(number / known.len()) % known.len()];
    let mut event = EventRecord {
        summary: other.summary.clone(),
        after: Box::default(),
        before: Box::default(),
        part_of: None,
        reply_to: Box::default(),
        ..EventRecord::clone(own)
    };
    event.id.value = format!("{}-{number}", own.id.value).into();
    let words: Vec<String> =
        (0..10).map(|_| (0..6).map(|_| char::from(b'a' + chance.below(26) as u8)).collect()).collect();
    let sentence: String = (0..40).map(|_| characters[chance.below(characters.len())]).collect();
    for (language, more) in [(Language::En, words.join(" ")), (Language::Zh, sentence)] {
        let text = format!("{} {more}", event.summary.read(language, &[]));
        event.summary.set(language, text);
    }
    Box::new(event)
}

/// Numbers that look like chance and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        // Knuth's multiplier for 64 bits.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}
