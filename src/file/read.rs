//! From documents to records: what each table becomes.
//!
//! Nothing is looked up here: that an id which is referred to exists is for others to see.

use super::cursor::Cursor;
use super::key;
use super::syntax::{self, Piece};
use super::{
    ActorKind, ActorRecord, Basis, CategoryRecord, Citation, Claim, Document, EventRecord, Goods, Heading, Id,
    PlaceRecord, Problem, Records, Rule, SourceRecord, Span, StepRecord, TourRecord, built_in, parts, problem, unique,
};

/// The bytes of a part of a document: few enough that what is made of it on the way takes
/// little memory, and stays in the processor's cache.
pub(super) const PART: usize = 1 << 13;

/// Reads the documents as one set of records, with everything that is wrong in them, in
/// the order of the documents and of the places in each.
///
/// A record with a problem in one key is kept without that key. One without an id is left
/// out, for nothing can refer to it; but an event is kept, for no event ever disappears.
pub fn read(documents: &[Document]) -> (Records, Vec<Problem>) {
    read_telling(documents, &|_| {})
}

/// The same; `told` hears after each part how many bytes it had, from whichever thread read it.
pub fn read_telling(documents: &[Document], told: &Told) -> (Records, Vec<Problem>) {
    let known = if let [document] = documents { built_in::records(document) } else { None };
    match known {
        Some(records) => (records, Vec::new()),
        None => read_by_parts(documents, PART, told),
    }
}

/// What hears how far work has come, from any thread.
pub type Told<'a> = dyn Fn(usize) + Sync + 'a;

/// The same, with parts of so many bytes or more read side by side.
pub(super) fn read_by_parts(documents: &[Document], least: usize, told: &Told) -> (Records, Vec<Problem>) {
    let mut all = Harvest::default();
    for (index, document) in documents.iter().enumerate().filter(|(_, document)| document.is_text()) {
        all.document(index, document, least, told);
    }
    let Harvest { mut records, mut problems, left_out, .. } = all;
    problems.extend(left_out.map(too_many_nameless));
    unique::ids(&mut records, &mut problems);
    Problem::sort(&mut problems);
    (records, problems)
}

/// What a piece of a document holds, or several.
#[derive(Debug, Default)]
pub(super) struct Harvest {
    records: Records,
    problems: Vec<Problem>,
    /// Where the first `[chronology]` is.
    heading: Option<Span>,
    /// Whether the version of the format is in it.
    has_format: bool,
    /// How many events have no id.
    nameless: usize,
    /// What is left out because there are too many of these.
    left_out: Option<LeftOut>,
}

/// Events that are left out.
#[derive(Debug, Clone, Copy)]
struct LeftOut {
    first: Span,
    count: usize,
}

/// The most events without an id that are kept: no event is lost over a missing id, but what
/// has only such events was never meant to be a chronology, and must not fill the memory.
const MOST_NAMELESS: usize = 100_000;

impl Harvest {
    fn document(&mut self, index: usize, document: &Document, least: usize, told: &Told) {
        let whole = || syntax::read(index, &document.text, Self::of);
        let found = parts::read(index, document, least, told).unwrap_or_else(whole);
        let has_format = found.iter().any(|found| found.has_format);
        found.into_iter().for_each(|found| self.add(found));
        if !has_format {
            let start = Span::new(index, 0..0);
            let message = "found no `format`, which every file must have";
            self.problems
                .push(Problem::new(Rule::MissingKey, start, message).with_help("begin the file with: format = 1"));
        }
    }

    /// Adds what follows.
    pub fn add(&mut self, found: Self) {
        let Self { records, heading, mut problems, has_format, left_out, .. } = found;
        self.records.categories.extend(records.categories);
        self.records.places.extend(records.places);
        self.records.actors.extend(records.actors);
        self.records.sources.extend(records.sources);
        self.records.tours.extend(records.tours);
        if let (Some(span), Some(first)) = (heading, self.heading) {
            // What comes second to one that comes second itself does so to the first of all.
            let related = problems.iter_mut().filter(|problem| problem.rule == Rule::SecondHeading);
            let related = related.flat_map(|problem| &mut problem.related).filter(|(other, _)| *other == span);
            related.for_each(|(other, _)| *other = first);
        }
        problem::add(&mut self.problems, problems);
        records.events.into_iter().for_each(|event| self.add_event(event));
        self.has_format |= has_format;
        left_out.into_iter().for_each(|more| self.leave_out(more));
        match (heading, self.heading) {
            (Some(span), None) => (self.heading, self.records.heading) = (Some(span), records.heading),
            (Some(span), Some(first)) => self.problems.push(second_heading(span, first)),
            (None, _) => {}
        }
    }

    fn add_event(&mut self, event: Box<EventRecord>) {
        self.nameless += usize::from(is_nameless(&event));
        if self.nameless <= MOST_NAMELESS || !is_nameless(&event) {
            self.records.events.push(event);
        } else {
            self.leave_out(LeftOut { first: event.span, count: 1 });
        }
    }

    fn leave_out(&mut self, more: LeftOut) {
        self.left_out.get_or_insert(LeftOut { count: 0, ..more }).count += more.count;
    }

    /// Everything in a piece, and what is wrong there.
    pub fn of(piece: &Piece<'_>) -> Self {
        let mut problems = Vec::new();
        let mut top = Cursor::top(piece, &key::FILE, &mut problems);
        let has_format = top.has_format("format");
        let (span, heading) = top.table("chronology", |table| (table.span, heading(table))).unzip();
        let records = Records {
            heading: heading.unwrap_or_default(),
            categories: top.tables("category", category).into(),
            places: top.tables("place", place).into(),
            actors: top.tables("actor", actor).into(),
            sources: top.tables("source", source).into(),
            events: top.tables("event", event).into(),
            tours: top.tables("tour", tour).into(),
        };
        problems.retain(piece.is_news());
        problems.extend_from_slice(&piece.problems);
        Self { records, problems, heading: span, has_format, ..Self::default() }
    }
}

fn too_many_nameless(LeftOut { first, count }: LeftOut) -> Problem {
    let all = MOST_NAMELESS + count;
    let message =
        format!("found {all} events without an id, and left {count} out: no more than {MOST_NAMELESS} are kept");
    // At the beginning, before what is wrong in each of them: it is what matters most.
    Problem::new(Rule::MissingKey, first.with(0..0), message).with_related(first, "this is the first of them")
}

fn second_heading(span: Span, first: Span) -> Problem {
    Problem::new(Rule::SecondHeading, span, "found a second [chronology], which is left aside")
        .with_related(first, "this one stands")
        .with_help("several files make one chronology: keep the title and the languages in one of them")
}

fn heading(mut table: Cursor<'_, '_>) -> Heading {
    Heading {
        title: table.text("title").unwrap_or_default(),
        summary: table.text("summary").unwrap_or_default(),
        languages: table.languages("languages"),
    }
}

fn category(mut table: Cursor<'_, '_>) -> Option<CategoryRecord> {
    let id = table.id("id");
    let record = CategoryRecord {
        name: table.text("name").unwrap_or_default(),
        symbol: table.word("symbol").map(|symbol| symbol.value),
        ascii: table.word("ascii").map(|ascii| ascii.value),
        color: table.word("color"),
        span: table.span,
        id: Id::default(),
    };
    Some(CategoryRecord { id: id?, ..record })
}

fn place(mut table: Cursor<'_, '_>) -> Option<PlaceRecord> {
    let id = table.id("id");
    let record = PlaceRecord {
        name: table.text("name").unwrap_or_default(),
        country: table.word("country"),
        latitude: table.degrees("latitude"),
        longitude: table.degrees("longitude"),
        span: table.span,
        id: Id::default(),
    };
    Some(PlaceRecord { id: id?, ..record })
}

fn actor(mut table: Cursor<'_, '_>) -> Option<ActorRecord> {
    let id = table.id("id");
    let record = ActorRecord {
        kind: match table.word("kind") {
            Some(kind) if kind.value == "person" => ActorKind::Person,
            _ => ActorKind::Organisation,
        },
        name: table.text("name").unwrap_or_default(),
        aliases: table.words("aliases").into_iter().map(|alias| alias.value.to_string()).collect(),
        role: table.text("role"),
        of: table.id("of"),
        place: table.id("place"),
        span: table.span,
        id: Id::default(),
    };
    Some(ActorRecord { id: id?, ..record })
}

fn source(mut table: Cursor<'_, '_>) -> Option<SourceRecord> {
    let id = table.id("id");
    let record = SourceRecord {
        title: table.text("title").unwrap_or_default(),
        publisher: table.text("publisher"),
        published: table.date("published"),
        url: table.word("url"),
        language: table.word("language").map(|language| language.value),
        note: table.text("note"),
        span: table.span,
        id: Id::default(),
    };
    Some(SourceRecord { id: id?, ..record })
}

fn event(mut table: Cursor<'_, '_>) -> Option<Box<EventRecord>> {
    let id = table.id("id");
    let mut record = Box::new(EventRecord {
        date: table.date("date"),
        basis: match table.word("basis") {
            Some(basis) if basis.value == "inferred" => Basis::Inferred,
            _ => Basis::Stated,
        },
        category: table.id("category"),
        title: table.text("title").unwrap_or_default(),
        summary: table.text("summary").unwrap_or_default(),
        from: table.ids("from"),
        to: table.ids("to"),
        actors: table.ids("actors"),
        place: table.id("place"),
        online: table.flag("online"),
        goods: table.tables("goods", goods),
        after: table.ids("after"),
        before: table.ids("before"),
        part_of: table.id("part_of"),
        reply_to: table.ids("reply_to"),
        claims: table.tables("claims", claim),
        sources: table.tables_or_ids("sources", |source| Some(Citation { source, ..Citation::default() }), citation),
        tags: table.words("tags"),
        span: table.span,
        id: Id::default(),
    });
    // No event disappears: one without an id is kept under its place in the file.
    let nameless = || Id { value: format!("(no id, byte {})", record.span.start()).into(), span: record.span };
    record.id = id.unwrap_or_else(nameless);
    Some(record)
}

/// Whether an event has no id in the file: then that of its place stands for all of it.
fn is_nameless(event: &EventRecord) -> bool {
    event.id.span == event.span
}

fn goods(mut table: Cursor<'_, '_>) -> Option<Goods> {
    let (what, count) = (table.text("what"), table.count("count"));
    Some(Goods { what: what?, count })
}

fn claim(mut table: Cursor<'_, '_>) -> Option<Claim> {
    let (date, sources, note) = (table.date("date"), table.ids("sources"), table.text("note"));
    Some(Claim { date: date?, sources, note })
}

fn citation(mut table: Cursor<'_, '_>) -> Option<Citation> {
    let (source, note, announces) = (table.id("id"), table.text("note"), table.flag("announces"));
    Some(Citation { source: source?, note: note.map(Box::new), announces })
}

fn tour(mut table: Cursor<'_, '_>) -> Option<TourRecord> {
    let id = table.id("id");
    let title = table.text("title").unwrap_or_default();
    let steps = table.tables("steps", step).into();
    Some(TourRecord { id: id?, title, steps, span: table.span })
}

fn step(mut table: Cursor<'_, '_>) -> Option<StepRecord> {
    let (event, note) = (table.id("event"), table.text("note"));
    Some(StepRecord { event: event?, note })
}
