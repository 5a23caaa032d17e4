//! From documents to records: what each table becomes.
//!
//! Nothing is looked up here: that an id which is referred to exists is for others to see.

use super::cursor::Cursor;
use super::key;
use super::syntax::{self, Piece};
use super::{
    ActorKind, ActorRecord, Basis, CategoryRecord, Citation, Claim, Document, EventRecord, Goods, Heading, Id,
    PlaceRecord, Problem, Records, Rule, SourceRecord, Span, StepRecord, TourRecord, unique,
};

/// Reads the documents as one set of records, with everything that is wrong in them, in
/// the order of the documents and of the places in each.
///
/// A record with a problem in one key is kept without that key. One without an id is left
/// out, for nothing can refer to it; but an event is kept, for no event ever disappears.
pub fn read(documents: &[Document]) -> (Records, Vec<Problem>) {
    let mut reading = Reading::default();
    for (index, document) in documents.iter().enumerate().filter(|(_, document)| document.is_text()) {
        reading.document(index, document);
    }
    let Reading { mut records, mut problems, .. } = reading;
    unique::ids(&mut records, &mut problems);
    problems.sort_by_key(|problem| (problem.span.document, problem.span.start));
    (records, problems)
}

#[derive(Default)]
struct Reading {
    records: Records,
    problems: Vec<Problem>,
    /// Where the first `[chronology]` is.
    heading: Option<Span>,
}

impl Reading {
    fn document(&mut self, index: usize, document: &Document) {
        let pieces = syntax::parse(index, &document.text);
        let mut has_format = false;
        for piece in &pieces {
            has_format |= self.piece(piece);
        }
        if !has_format {
            let start = Span { document: index, start: 0, end: 0 };
            let message = "found no `format`, which every file must have";
            self.problems
                .push(Problem::new(Rule::MissingKey, start, message).with_help("begin the file with: format = 1"));
        }
    }

    /// Adds what a piece holds; whether the version of the format is in it.
    fn piece(&mut self, piece: &Piece<'_>) -> bool {
        let mut problems = Vec::new();
        let mut top = Cursor::top(piece, &key::FILE, &mut problems);
        let has_format = top.has_format("format");
        let heading = top.table("chronology", |table| (table.span, heading(table)));
        let records = &mut self.records;
        records.categories.extend(top.tables("category", category));
        records.places.extend(top.tables("place", place));
        records.actors.extend(top.tables("actor", actor));
        records.sources.extend(top.tables("source", source));
        records.events.extend(top.tables("event", event));
        records.tours.extend(top.tables("tour", tour));
        match (heading, self.heading) {
            (Some((span, heading)), None) => (self.heading, records.heading) = (Some(span), heading),
            (Some((span, _)), Some(first)) => problems.push(second_heading(span, first)),
            (None, _) => {}
        }
        problems.retain(piece.is_news());
        self.problems.append(&mut problems);
        self.problems.extend_from_slice(&piece.problems);
        has_format
    }
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
        aliases: table.words("aliases").into_iter().map(|alias| alias.value).collect(),
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

fn event(mut table: Cursor<'_, '_>) -> Option<EventRecord> {
    let id = table.id("id");
    let record = EventRecord {
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
    };
    // No event disappears: one without an id is kept under its place in the file.
    let nameless = || Id { value: format!("(no id, byte {})", record.span.start), span: record.span };
    Some(EventRecord { id: id.unwrap_or_else(nameless), ..record })
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
    Some(Citation { source: source?, note, announces })
}

fn tour(mut table: Cursor<'_, '_>) -> Option<TourRecord> {
    let id = table.id("id");
    let title = table.text("title").unwrap_or_default();
    let steps = table.tables("steps", step);
    Some(TourRecord { id: id?, title, steps, span: table.span })
}

fn step(mut table: Cursor<'_, '_>) -> Option<StepRecord> {
    let (event, note) = (table.id("event"), table.text("note"));
    Some(StepRecord { event: event?, note })
}
