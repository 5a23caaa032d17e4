//! How many bytes a step down the list costs: `cargo bench --bench bytes`.
//!
//! The built-in chronology is stepped through from the first event to the last, one frame
//! a key. Beside what is sent stands the text that no encoding can leave out, in bytes of
//! UTF-8: what must be written anew, blanks not counted. And what ratatui's own backend sends.

use annals::app::{Characters, Content, Key, Manner, State, Theme};
use annals::chronology::Chronology;
use annals::date::Language;
use annals::file::{Document, read};
use annals::shell::terminal::{Depth, Dialect, Wire};
use annals::ui;
use annals::view::{Glyphs, Size};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;

/// The sizes of terminals; on the last there is no page beside the list.
const SIZES: [Size; 4] = [
    Size { width: 80, height: 24 },
    Size { width: 120, height: 40 },
    Size { width: 200, height: 50 },
    Size { width: 75, height: 24 },
];

/// The languages, each with its name.
const LANGUAGES: [(Language, &str); 3] = [(Language::Zh, "zh"), (Language::En, "en"), (Language::Ja, "ja")];

/// What one key has cost.
struct Step {
    /// Whether rows of the list have moved.
    scrolled: bool,
    bytes: usize,
    text: usize,
    stock: usize,
}

fn main() {
    println!("bytes a key, median (and most)");
    println!("size    lang  steps  still         scrolling     of these text  stock backend");
    for size in SIZES {
        for (language, name) in LANGUAGES {
            let steps = steps(size, language);
            let of = |scrolled: bool| steps.iter().filter(move |step| step.scrolled == scrolled).map(|step| step.bytes);
            println!(
                "{:<7} {name:<5} {:<6} {:<13} {:<13} {:<14} {}",
                format!("{}x{}", size.width, size.height),
                steps.len(),
                summary(of(false)),
                summary(of(true)),
                summary(steps.iter().map(|step| step.text)),
                summary(steps.iter().map(|step| step.stock)),
            );
        }
    }
}

/// Steps down until nothing changes any more.
fn steps(size: Size, language: Language) -> Vec<Step> {
    let manner =
        Manner { language, glyphs: Glyphs::UNICODE, characters: Characters::Unicode, theme: Theme::default(), size };
    let mut state = State::new(content(), manner);
    let mut wire = Wire::new(Dialect { depth: Depth::Indexed256, shows_links: true, ..Dialect::default() });
    let mut shown = ui::paint(&state);
    wire.frame(shown.area, |_, buffer| ui::draw(&state, buffer));
    let mut steps = Vec::new();
    loop {
        let top = state.top;
        if let Some(action) = state.bindings.resolve(state.mode(), None, Key::Down) {
            state.apply(action);
        }
        let bytes = wire.frame(shown.area, |_, buffer| ui::draw(&state, buffer)).len();
        if bytes == 0 {
            return steps;
        }
        let next = ui::paint(&state);
        let (text, stock) = (text(&shown, &next), stock(&shown, &next));
        steps.push(Step { scrolled: state.top != top, bytes, text, stock });
        shown = next;
    }
}

fn content() -> Content {
    let text = include_str!("../events.toml").to_owned();
    let (records, _) = read(&[Document { name: "events.toml".to_owned(), text: text.into() }]);
    Content { chronology: Chronology::new(records).0, documents: Vec::new(), problems: Vec::new() }
}

/// The bytes of the text that is new, or stands elsewhere.
fn text(shown: &Buffer, next: &Buffer) -> usize {
    let written = shown.diff(next).into_iter().map(|(_, _, cell)| cell.symbol());
    written.filter(|text| *text != " ").map(str::len).sum()
}

/// What the stock backend sends for the same frame.
fn stock(shown: &Buffer, next: &Buffer) -> usize {
    let mut bytes = Vec::new();
    let sent = CrosstermBackend::new(&mut bytes).draw(shown.diff(next).into_iter());
    sent.map_or(0, |()| bytes.len())
}

fn summary(numbers: impl Iterator<Item = usize>) -> String {
    let mut numbers: Vec<usize> = numbers.collect();
    numbers.sort_unstable();
    match numbers.last() {
        Some(most) => format!("{} ({most})", numbers[numbers.len() / 2]),
        None => "-".to_owned(),
    }
}
