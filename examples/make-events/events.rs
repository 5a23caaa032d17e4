//! Events that look like real ones: a function of their number alone.

use std::io::{self, Write};

const CATEGORIES: [(&str, &str, &str, &str); 4] = [
    ("gift", "捐赠", "gift", "寄贈"),
    ("letter", "书信", "letter", "書簡"),
    ("visit", "访问", "visit", "訪問"),
    ("talks", "会谈", "talks", "会談"),
];

const CITIES: [(&str, &str, &str, &str, &str, f64, f64); 7] = [
    ("guiyang", "贵阳", "Guiyang", "貴陽", "CN", 26.65, 106.63),
    ("yokohama", "横滨", "Yokohama", "横浜", "JP", 35.44, 139.64),
    ("vicenza", "维琴察", "Vicenza", "ヴィチェンツァ", "IT", 45.55, 11.55),
    ("burnaby", "本拿比", "Burnaby", "バーナビー", "CA", 49.25, -122.98),
    ("meath", "米思郡", "Meath", "ミース", "IE", 53.65, -6.68),
    ("palmerston", "北帕", "Palmerston North", "パーマストンノース", "NZ", -40.36, 175.61),
    ("gunma", "群马", "Gunma", "群馬", "JP", 36.39, 139.06),
];

/// So many events bring one place more, and with it two actors.
const EVENTS_OF_PLACE: u64 = 1_000;

const SOURCES: [(&str, &str, &str); 3] =
    [("annual", "Annual report", "2030"), ("letters", "Collected letters", "2031"), ("plan", "A plan", "1899")];

/// Every so manieth event lasts for years, and some of those that follow are parts of it.
const PARTS: u64 = 500;

/// Writes a chronology of so many events.
pub fn write(out: &mut impl Write, events: u64) -> io::Result<()> {
    let places: Vec<Place> = (0..CITIES.len() as u64 + events / EVENTS_OF_PLACE).map(Place::new).collect();
    head(out, &places)?;
    let mut sequence = Sequence(2020);
    (0..events).try_for_each(|number| event(out, (number, events), &places, &mut sequence))
}

/// A city, or a ward of one.
struct Place {
    id: String,
    zh: String,
    en: String,
    ja: String,
    country: &'static str,
    latitude: f64,
    longitude: f64,
}

impl Place {
    /// The place of a number: the cities first, then a ward of each, then their next.
    fn new(number: u64) -> Self {
        let cities = CITIES.len() as u64;
        let (id, zh, en, ja, country, latitude, longitude) = CITIES[(number % cities) as usize];
        match number / cities {
            0 => Self { id: id.into(), zh: zh.into(), en: en.into(), ja: ja.into(), country, latitude, longitude },
            ward => Self {
                id: format!("{id}-{ward}"),
                zh: format!("{zh}第{ward}区"),
                en: format!("{en} Ward {ward}"),
                ja: format!("{ja}第{ward}区"),
                country,
                // Some way off, in a direction of its own.
                latitude: latitude + (ward * 7 % 21) as f64 / 10.0 - 1.0,
                longitude: longitude + (ward * 11 % 41) as f64 / 10.0 - 2.0,
            },
        }
    }
}

/// A sequence of numbers that looks random and is the same every time (Knuth's MMIX constants).
struct Sequence(u64);

impl Sequence {
    /// A number below `end`.
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

fn head(out: &mut impl Write, places: &[Place]) -> io::Result<()> {
    writeln!(out, "format = 1\n\n[chronology]")?;
    writeln!(
        out,
        "title = {{ zh = \"往来\", en = \"Exchanges\", ja = \"往来\" }}\nlanguages = [\"en\", \"zh\", \"ja\"]"
    )?;
    for (id, zh, en, ja) in CATEGORIES {
        writeln!(out, "\n[[category]]\nid = \"{id}\"\nname = {{ zh = \"{zh}\", en = \"{en}\", ja = \"{ja}\" }}")?;
    }
    for Place { id, zh, en, ja, country, latitude, longitude } in places {
        let name = format!("name = {{ zh = \"{zh}\", en = \"{en}\", ja = \"{ja}\" }}");
        writeln!(out, "\n[[place]]\nid = \"{id}\"\n{name}\ncountry = \"{country}\"")?;
        writeln!(out, "latitude = {latitude:.2}\nlongitude = {longitude:.2}")?;
        writeln!(out, "\n[[actor]]\nid = \"{id}\"\nkind = \"organisation\"\n{name}\nplace = \"{id}\"")?;
        let office = format!("name = {{ zh = \"{zh}外办\", en = \"{en} office\", ja = \"{ja}外事課\" }}");
        writeln!(out, "\n[[actor]]\nid = \"{id}-office\"\nkind = \"organisation\"\n{office}\nof = \"{id}\"")?;
    }
    for (id, title, published) in SOURCES {
        writeln!(out, "\n[[source]]\nid = \"{id}\"\ntitle = \"{title}\"\npublished = \"{published}\"")?;
    }
    Ok(())
}

fn event(
    out: &mut impl Write,
    (number, events): (u64, u64),
    places: &[Place],
    sequence: &mut Sequence,
) -> io::Result<()> {
    let (category, category_zh, category_en, category_ja) = CATEGORIES[sequence.below(4) as usize];
    let (giver, receiver) = (any(places, sequence), any(places, sequence));
    let year = year(number, events);
    writeln!(out, "\n[[event]]\nid = \"e{number}\"")?;
    match date(year, sequence) {
        _ if number.is_multiple_of(PARTS) => writeln!(out, "date = \"{}/{}\"", year - 1, year + 2)?,
        Some(date) => writeln!(out, "date = {date}")?,
        None => {}
    }
    if sequence.below(10) == 0 {
        writeln!(out, "basis = \"inferred\"")?;
    }
    writeln!(out, "category = \"{category}\"")?;
    writeln!(
        out,
        "title = {{ zh = \"{}{category_zh}{}，第{number}件\", en = \"A {category_en} from {} to {}, no. {number}\", \
         ja = \"{}から{}への{category_ja}、第{number}件\" }}",
        giver.zh, receiver.zh, giver.en, receiver.en, giver.ja, receiver.ja
    )?;
    writeln!(
        out,
        "summary = {{ zh = \"{}与{}保持往来，此为第{number}件。\", \
         en = \"{} and {} kept in touch; this is number {number}, dated as well as it is.\", \
         ja = \"{}と{}は往来を続けた。これは第{number}件である。\" }}",
        giver.zh, receiver.zh, giver.en, receiver.en, giver.ja, receiver.ja
    )?;
    writeln!(out, "from = [\"{}\"]\nto = [\"{}\"]\nplace = \"{}\"", giver.id, receiver.id, receiver.id)?;
    order(out, number, events, sequence)?;
    if category == "gift" && sequence.below(3) == 0 {
        let count = sequence.below(9_000) + 1_000;
        writeln!(out, "goods = [{{ what = {{ zh = \"口罩\", en = \"masks\", ja = \"マスク\" }}, count = {count} }}]")?;
    }
    let sources = ["\"annual\"", "\"annual\", \"letters\"", "\"annual\", { id = \"plan\", announces = true }"];
    writeln!(out, "sources = [{}]", sources[sequence.below(20).saturating_sub(17) as usize])?;
    if sequence.below(40) == 0 {
        let claim = |year, source| format!("{{ date = \"{year}\", sources = [\"{source}\"] }}");
        writeln!(out, "claims = [{}, {}]", claim(year, "annual"), claim(year + 1, "letters"))?;
    }
    if sequence.below(10) == 0 {
        writeln!(out, "actors = [\"{}-office\"]", giver.id)?;
    }
    writeln!(out, "tags = [\"t{}\"]", sequence.below(20))
}

/// One of the places: half of all that happens concerns the cities.
fn any<'p>(places: &'p [Place], sequence: &mut Sequence) -> &'p Place {
    let end = if sequence.below(2) == 0 { CITIES.len() } else { places.len() };
    &places[sequence.below(end as u64) as usize]
}

/// Later numbers are later years, so that order and dates agree.
fn year(number: u64, events: u64) -> u64 {
    1900 + number * 120 / events.max(1)
}

/// A date of any form that lies in the year, as it is written in a file, or none.
fn date(year: u64, sequence: &mut Sequence) -> Option<String> {
    let (month, day) = (sequence.below(12) + 1, sequence.below(28) + 1);
    let decade = year / 10;
    let edtf = match sequence.below(24) {
        0 => return None,
        1 => format!("{year}"),
        2 => format!("{year}-{month:02}"),
        3 => format!("{year}-{month:02}~"),
        4 => format!("{year}?"),
        5 => format!("{decade}X"),
        6 => format!("{year}-{month:02}-XX"),
        7 => format!("[{year}-01..{year}-{month:02}]"),
        8 => format!("{year}-{month:02}-{day:02}/{year}-{month:02}-28"),
        9 => format!("{year}-21"),
        10 => format!("{year}-33"),
        11 => format!("{year}-{month:02}/.."),
        12 => format!("[..{year}]"),
        13 => format!("{{{year}-01,{year}-{month:02}}}"),
        14 => format!("{year}-{month:02}%"),
        15 => format!("[{year}-{month:02},{year}-12-30]"),
        16 => format!("../{year}-{month:02}"),
        17 => format!("{year}-{month:02}/"),
        // A date of TOML's own.
        18 => return Some(format!("{year}-{month:02}-{day:02}")),
        _ => format!("{year}-{month:02}-{day:02}"),
    };
    Some(format!("\"{edtf}\""))
}

/// Now and then a statement of order that refers to an event some years before or later, or to
/// one that lasts meanwhile.
fn order(out: &mut impl Write, number: u64, events: u64, sequence: &mut Sequence) -> io::Result<()> {
    let far = events / 30 + sequence.below(50) + 1;
    let (earlier, later) = (number.checked_sub(far), Some(number + far).filter(|later| *later < events));
    let whole = number - number % PARTS;
    let lasts = whole < number && year(number, events) <= year(whole, events) + 1;
    match (sequence.below(12), earlier, later) {
        (0 | 1, Some(earlier), _) => writeln!(out, "reply_to = [\"e{earlier}\"]"),
        (2, Some(earlier), _) => writeln!(out, "after = [\"e{earlier}\"]"),
        (3, _, Some(later)) => writeln!(out, "before = [\"e{later}\"]"),
        (4, ..) if lasts => writeln!(out, "part_of = \"e{whole}\""),
        _ => Ok(()),
    }
}
