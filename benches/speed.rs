//! What everything costs at three sizes, and how it grows: `cargo bench --bench speed`.
//!
//! The last column is what ten times as many events cost: 10 is in proportion to them, and
//! what is drawn or typed should stay near 1. Of keys and letters the slowest counts, of
//! several runs the quickest. The second table counts instructions instead,
//! by valgrind: they are the same however busy the machine is, but take some minutes to count.

#[path = "../examples/make-events/events.rs"]
mod events;

use annals::app::{Action, Characters, Content, Key, Manner, State, Theme};
use annals::chronology::Chronology;
use annals::chronology::query::{Index, Query};
use annals::date::Language;
use annals::file::{Document, read};
use annals::ui;
use annals::view::lane::LaneKind;
use annals::view::{Glyphs, Lens, Outline, Size};
use std::cell::Cell;
use std::error::Error;
use std::hint::black_box;
use std::os::unix::process::parent_id;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, id};
use std::time::Instant;
use std::{env, fs};

/// How many events there are.
const SIZES: [u64; 3] = [1_000, 10_000, 100_000];

/// The screens on which each lens is painted, in columns and rows; the keys are pressed on the last.
const SCREENS: [(u16, u16); 3] = [(80, 24), (200, 50), (120, 40)];

/// What is pressed, key by key; each lens is entered by its key before.
const KEYS: [(&str, &str); 7] = [
    ("a key on the list", "j j j j j G g 50 j PageDown"),
    ("a key along a lane", "} } } } { {"),
    ("a key along a thread", "] ] [ ["),
    ("a key on the page", "Tab j j j k k Tab"),
    ("a key that zooms", "+ + h l - -"),
    ("a key that turns the lanes", "a a a a"),
    ("a key to another language", "L L L"),
];

/// What is typed into the find line, letter by letter.
const TYPED: &str = "guiyang letter";

/// What the program is called with to do everything once, before the number of events.
const ONCE: &str = "--once";

/// What was done, what it cost, and in how many runs.
struct Figure {
    name: String,
    cost: f64,
    runs: usize,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [mode, size] = arguments.as_slice()
        && mode == ONCE
    {
        return once(size.parse().unwrap_or_default());
    }
    println!("milliseconds");
    print(&SIZES.map(|size| figures(size, &Meter::clock())));
    println!("\nmillions of instructions");
    match SIZES.into_iter().map(instructions).collect::<Result<Vec<_>, _>>() {
        Ok(figures) => print(&figures),
        Err(error) => println!("not counted: {error}"),
    }
    ExitCode::SUCCESS
}

fn print(sizes: &[Vec<Figure>]) {
    println!("{:<28}{:>12}{:>12}{:>12}{:>8}", "", "1,000", "10,000", "100,000", "growth");
    for (at, Figure { name, cost, .. }) in sizes[0].iter().enumerate() {
        let (middle, large) = (sizes[1][at].cost, sizes[2][at].cost);
        let growth = large / middle.max(f64::MIN_POSITIVE);
        println!("{name:<28}{cost:>12.2}{middle:>12.2}{large:>12.2}{growth:>8.1}");
    }
}

/// Measures one piece of work after another.
struct Meter {
    /// How often each is done.
    times: usize,
    /// How many runs there were since the last figure.
    runs: Cell<usize>,
}

impl Meter {
    /// One that takes the time.
    fn clock() -> Self {
        Self { times: 3, runs: Cell::default() }
    }

    /// One whose runs valgrind counts.
    fn counter() -> Self {
        Self { times: 1, runs: Cell::default() }
    }

    /// What comes of work, and the milliseconds that it took.
    fn run<R>(&self, work: impl FnOnce() -> R) -> (R, f64) {
        self.runs.set(self.runs.get() + 1);
        let begin = Instant::now();
        let done = counted(work);
        (done, begin.elapsed().as_secs_f64() * 1000.0)
    }

    /// The same for the quickest of several runs; what work needs is made outside that time.
    fn best<T, R>(&self, need: impl Fn() -> T, work: impl Fn(T) -> R) -> (R, f64) {
        let once = || {
            let needed = need();
            self.run(|| work(needed))
        };
        let mut best = once();
        for _ in 1..self.times {
            let again = once();
            if again.1 < best.1 {
                best = again;
            }
        }
        best
    }

    /// The same for the slowest of some keys, with the frame that follows each.
    fn keys(&self, state: &mut State, keys: &str) -> f64 {
        let once = |state: &mut State| {
            let pressed = Key::script(keys).into_iter().flatten().map(|key| {
                let press = || {
                    let action = state.bindings.resolve(state.mode(), state.count, key);
                    state.apply(action.unwrap_or(Action::Forget));
                    ui::paint(state)
                };
                self.run(press).1
            });
            pressed.fold(0.0, f64::max)
        };
        (0..self.times).map(|_| once(state)).fold(f64::INFINITY, f64::min)
    }

    /// The same for the slowest letter of what is typed.
    fn letters(&self, index: &Index) -> f64 {
        let letters = TYPED.char_indices().map(|(at, c)| &TYPED[..at + c.len_utf8()]);
        let find = |text: &str| self.best(|| (), |()| Query::parse(text).map(|query| index.find(&query))).1;
        letters.map(find).fold(0.0, f64::max)
    }

    fn figure(&self, name: impl Into<String>, cost: f64) -> Figure {
        Figure { name: name.into(), cost, runs: self.runs.take() }
    }
}

/// The functions of the system between whose calls valgrind counts: they are known by name in
/// a program without symbols too, and nothing else here calls them.
const BOUNDS: [&str; 2] = ["getppid", "getpid"];

/// Does work where valgrind counts it.
fn counted<R>(work: impl FnOnce() -> R) -> R {
    black_box(parent_id());
    let done = black_box(work());
    black_box(id());
    done
}

fn figures(size: u64, meter: &Meter) -> Vec<Figure> {
    let mut text = Vec::new();
    events::write(&mut text, size).unwrap_or_default();
    let documents =
        vec![Document { name: "many.toml".into(), text: String::from_utf8(text).unwrap_or_default().into() }];
    let ((records, problems), reading) = meter.best(|| (), |()| read(&documents));
    let mut figures = vec![meter.figure("read the file", reading)];
    let ((chronology, _), ordering) = meter.best(|| records.clone(), Chronology::new);
    figures.push(meter.figure("bounds and order", ordering));
    let outlining = meter.best(|| (), |()| Outline::new(&chronology, LaneKind::default())).1;
    figures.push(meter.figure("outline", outlining));
    let (index, indexing) = meter.best(|| (), |()| Index::new(&chronology));
    figures.push(meter.figure("index of the words", indexing));
    figures.push(meter.figure("a letter of a query", meter.letters(&index)));
    let content = Content { chronology, documents, problems };
    let mut state = State::new(content, manner());
    for (width, height) in SCREENS {
        state.apply(Action::Resize(Size { width, height }));
        for lens in Lens::ALL {
            state.apply(Action::Look(lens));
            let name = format!("{}, {width}x{height}", lens.name(Language::En));
            figures.push(meter.figure(name, meter.best(|| (), |()| ui::paint(&state)).1));
        }
    }
    for (name, keys) in KEYS {
        state.apply(Action::Look(Lens::Chronology));
        figures.push(meter.figure(name, meter.keys(&mut state, keys)));
    }
    state.apply(Action::Look(Lens::Map));
    figures.push(meter.figure("a key that zooms the map", meter.keys(&mut state, "+ + h l - - 0")));
    for lens in Lens::ALL.into_iter().skip(1) {
        state.apply(Action::Look(lens));
        let name = format!("a key: {}", lens.name(Language::En));
        figures.push(meter.figure(name, meter.keys(&mut state, "j j k j Tab j j Tab")));
    }
    figures
}

/// Does everything once, for valgrind to count; prints in how many runs what was done.
fn once(size: u64) -> ExitCode {
    for Figure { name, runs, .. } in figures(size, &Meter::counter()) {
        println!("{runs} {name}");
    }
    ExitCode::SUCCESS
}

/// Millions of instructions, by a run of this program under valgrind: each counted run leaves a
/// file behind.
fn instructions(size: u64) -> Result<Vec<Figure>, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("counted");
    fs::create_dir_all(&folder)?;
    fs::remove_dir_all(&folder)?;
    fs::create_dir_all(&folder)?;
    let mut valgrind = Command::new("valgrind");
    let [begin, end] = BOUNDS;
    valgrind.args(["--tool=callgrind", &format!("--zero-before={begin}"), &format!("--dump-before={end}")]);
    valgrind.arg(format!("--callgrind-out-file={}", folder.join("out").display()));
    let run = valgrind.arg(env::current_exe()?).args([ONCE, &size.to_string()]).output();
    let run = run.map_err(|error| format!("valgrind: {error}"))?;
    let told = String::from_utf8(run.stdout)?;
    let mut dumps = (1..).map(|number| totals(folder.join(format!("out.{number}"))));
    let figures = told.lines().filter_map(|line| line.split_once(' ')).map(|(runs, name)| {
        let runs = runs.parse()?;
        let costs = dumps.by_ref().take(runs).collect::<Result<Vec<_>, _>>()?;
        Ok(Figure { name: name.to_owned(), cost: costs.into_iter().fold(0.0, f64::max), runs })
    });
    let figures: Vec<Figure> = figures.collect::<Result<_, Box<dyn Error>>>()?;
    fs::remove_dir_all(&folder)?;
    if run.status.success() { Ok(figures) } else { Err(String::from_utf8_lossy(&run.stderr).into()) }
}

/// The millions of instructions that a file of callgrind's tells.
fn totals(file: PathBuf) -> Result<f64, Box<dyn Error>> {
    let told = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let totals = told.lines().find_map(|line| line.strip_prefix("totals: ").or(line.strip_prefix("summary: ")));
    Ok(totals.ok_or("valgrind counted nothing")?.trim().parse::<f64>()? / 1e6)
}

fn manner() -> Manner {
    Manner {
        language: Language::En,
        glyphs: Glyphs::UNICODE,
        characters: Characters::Unicode,
        theme: Theme::default(),
        size: Size::default(),
    }
}
