//! Files that nobody means well with, made anew for each run.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What no terminal should ever be sent, one of each kind.
const EVIL: &str =
    "\x1b[2J\x1b]0;owned\x07\x1b]52;c;b3duZWQ=\x07\x1bP+q\x1b\\\x1b[5n\u{9b}31m\u{9d}0;owned\u{9c}\x08\x7f\r\x00";

/// Characters that change what is seen without being seen.
const UNSEEN: &str = "\u{202e}\u{2066}\u{200b}\u{feff}\u{2060}\u{e0041}\u{ad}\u{61c}\u{180e}\u{2028}\u{200d}\u{115f}\u{3164}\
     \u{34f}\u{17b4}\u{180b}\u{2062}\u{2800}\u{fff1}\u{1bca0}\u{1d173}\u{ffa0}";

/// A chronology of one event, with a text for each thing that can be said.
fn everywhere(text: &str) -> String {
    let text = escaped(text);
    format!(
        "format = 1\n[chronology]\ntitle = \"{text}\"\nsummary = {{ zh = \"{text}\", \"{text}\" = \"x\" }}\n\
         languages = [\"{text}\"]\n\
         [[category]]\nid = \"c\"\nname = \"{text}\"\nsymbol = \"{text}\"\nascii = \"{text}\"\ncolor = \"{text}\"\n\
         [[category]]\nid = \"{text}\"\nname = \"x\"\n\
         [[place]]\nid = \"p\"\nname = \"{text}\"\ncountry = \"{text}\"\nlatitude = 1.5\nlongitude = 2.5\n\
         [[actor]]\nid = \"g\"\nkind = \"{text}\"\nname = \"{text}\"\naliases = [\"{text}\"]\nrole = \"{text}\"\nof = \"{text}\"\n\
         [[source]]\nid = \"s\"\ntitle = \"{text}\"\npublisher = \"{text}\"\npublished = \"{text}\"\nurl = \"https://x/{text}\"\n\
         language = \"{text}\"\nnote = \"{text}\"\n\
         [[event]]\nid = \"a\"\ndate = \"2020\"\ncategory = \"c\"\ntitle = \"{text}\"\nsummary = \"{text}\\n\\n{text}\"\n\
         from = [\"g\"]\nto = [\"{text}\"]\nplace = \"p\"\ngoods = [{{ what = \"{text}\", count = 3 }}]\n\
         sources = [{{ id = \"s\", note = \"{text}\" }}]\ntags = [\"{text}\"]\n\"{text}\" = 1\n\
         claims = [{{ date = \"{text}\", sources = [\"{text}\"] }}]\n\
         [[event]]\nid = \"{text}\"\ndate = \"{text}\"\ntitle = \"x\"\nafter = [\"{text}\"]\nbasis = \"{text}\"\n\
         [[tour]]\nid = \"t\"\ntitle = \"{text}\"\nsteps = [{{ event = \"a\", note = \"{text}\" }}, {{ event = \"{text}\" }}]\n\
         [\"{text}\"]\nx = 1\n"
    )
}

/// A text between quotes of TOML, so that any character gets through the syntax.
fn escaped(text: &str) -> String {
    let escape = |c: char| match c {
        '"' | '\\' => format!("\\{c}"),
        ' '..='~' => c.to_string(),
        _ => format!("\\U{:08X}", u32::from(c)),
    };
    text.chars().map(escape).collect()
}

/// So many events, each with lines of its own.
pub fn events(count: usize, lines: impl Fn(usize) -> String) -> String {
    let event = |at| format!("[[event]]\nid = \"e{at}\"\ntitle = \"e{at}\"\ncategory = \"c\"\n{}\n", lines(at));
    "format = 1\n[[category]]\nid = \"c\"\nname = \"c\"\n".to_owned() + &(0..count).map(event).collect::<String>()
}

fn one(lines: &str) -> String {
    events(1, |_| lines.to_owned())
}

fn list(count: usize, item: impl Fn(usize) -> String) -> String {
    (0..count).map(|at| format!("\"{}\"", item(at))).collect::<Vec<_>>().join(",")
}

/// The circle of so many statements of a kind.
fn circle(key: &str, count: usize) -> String {
    let open = if key == "part_of" { ["\"", "\""] } else { ["[\"", "\"]"] };
    events(count, |at| format!("{key} = {}e{}{}", open[0], (at + 1) % count, open[1]))
}

const DATES: &[&str] = &[
    "9999-12-31",
    "-9999",
    "Y17E8",
    "Y-999999999999999999",
    "Y99999999999999999999999",
    "Y1E400000",
    "0000",
    "-0001-02-29",
    "2020-02-30",
    "[..]",
    "{1,2,3}",
    "[1667,1668,1670..1672]",
    "XXXX",
    "-XXXX",
    "1560-XX-25",
    "../..",
    "9999/..",
    "../-9999",
    "Y-170000002/Y170000002",
    "2020-21",
    "2020-41?~%",
    "-262144-01-01",
    "262143-12-31",
];

/// Texts and bytes by the name of what is wrong with them.
fn texts() -> Vec<(&'static str, Vec<u8>)> {
    let base = events(3, |at| format!("date = \"202{at}\""));
    let utf_16 = |mark: &[u8], bytes: fn(u16) -> [u8; 2]| {
        [mark.to_vec(), base.encode_utf16().flat_map(bytes).collect()].concat()
    };
    let long = "长".repeat(333_333);
    let text = |text: String| text.into_bytes();
    vec![
        ("escapes", text(everywhere(EVIL))),
        ("raw-escapes", text(base.replace("e1", EVIL))),
        ("unseen", text(everywhere(UNSEEN))),
        ("raw-unseen", text(base.replace("e1", UNSEEN))),
        ("marks", text(everywhere(&("Z".to_owned() + &"\u{301}".repeat(5_000))))),
        ("marks-alone", text(everywhere(&"\u{489}\u{20dd}\u{1f3fb}".repeat(500)))),
        (
            "joined",
            text(everywhere(
                "👨\u{200d}👩\u{200d}👧\u{200d}👦 ⌨\u{fe0f} 🏴\u{e0067}\u{e0062}\u{e007f} 🇯🇵🇯 可\u{e0100}",
            )),
        ),
        (
            "long-title",
            text(one(&format!("summary = \"{long}\"")).replace("title = \"e0\"", &format!("title = \"{long}\""))),
        ),
        ("long-word", text(one(&format!("summary = \"{}\"", "x".repeat(1_000_000))))),
        ("long-id", text(base.replace("e1", &"i".repeat(1_000_000)))),
        ("long-key", text(one(&format!("{} = 1", "k".repeat(1_000_000))))),
        ("tags", text(one(&format!("tags = [{}]", list(10_000, |at| format!("tag{at}")))))),
        ("unknown-ids", text(one(&format!("after = [{}]", list(10_000, |at| format!("no{at}")))))),
        ("unknown-keys", text(one(&(0..10_000).map(|at| format!("k{at} = 1\n")).collect::<String>()))),
        ("nested-arrays", text(one(&format!("tags = {}", "[".repeat(100_000))))),
        ("nested-tables", text(one(&format!("goods = {}", "{a=".repeat(100_000))))),
        ("dotted", text(one(&format!("{}b = 1", "a.".repeat(50_000))))),
        ("headers", text("[[event]]\n".repeat(3_000))),
        ("circle-after", text(circle("after", 1_000))),
        ("circle-part", text(circle("part_of", 1_000))),
        ("circle-reply", text(circle("reply_to", 1_000))),
        ("chain", text(events(2_000, |at| format!("after = [\"e{}\"]\ndate = \"2020\"", at + 1)))),
        ("all-after-all", text(events(150, |at| format!("after = [{}]", list(at, |other| format!("e{other}")))))),
        ("dates", text(events(DATES.len(), |at| format!("date = \"{}\"", DATES[at])))),
        (
            "numbers",
            text(one("latitude = nan\ngoods = [{ what = \"x\", count = 99999999999999999999 }]\ndate = 9999999999")),
        ),
        ("degrees", text(format!("{base}[[place]]\nid = \"p\"\nname = \"p\"\nlatitude = 1e308\nlongitude = -inf\n"))),
        ("mark-of-order", [b"\xEF\xBB\xBF".to_vec(), text(base.clone())].concat()),
        ("two-marks", [b"\xEF\xBB\xBF\xEF\xBB\xBF".to_vec(), text(base.clone())].concat()),
        ("crlf", text(base.replace('\n', "\r\n"))),
        ("cr", text(base.replace('\n', "\r"))),
        ("utf-16-le", utf_16(b"\xFF\xFE", u16::to_le_bytes)),
        ("utf-16-be", utf_16(b"\xFE\xFF", u16::to_be_bytes)),
        ("nul", text(base.replace("202", "20\0"))),
        ("bytes", (0..20_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect()),
        (
            "latin",
            base.replace("e1", "caf\u{1}")
                .replace('\u{1}', "\u{fffd}")
                .into_bytes()
                .into_iter()
                .map(|byte| if byte > 127 { 0xE9 } else { byte })
                .collect(),
        ),
        ("open-string", text(one(&format!("summary = \"\"\"{}", "\\\n".repeat(100_000))))),
        ("quotes", text("\"".repeat(200_000))),
        ("brackets", text("]".repeat(200_000))),
        ("comment", text(format!("#{}", "\u{1b}".repeat(1_000)))),
        ("empty", Vec::new()),
    ]
}

/// Texts in the formats that are imported: the format, what is wrong, and the text.
fn foreign() -> Vec<(&'static str, &'static str, String)> {
    let evil = format!("{EVIL}{UNSEEN}").replace('\r', "");
    let quoted = evil.replace('"', "");
    let json = evil.chars().map(|c| format!("\\u{:04x}", u32::from(c).min(0xFFFF))).collect::<String>();
    let calendar = |inner: String| format!("BEGIN:VCALENDAR\r\n{inner}");
    let slides = |inner: String| format!("{{\"events\":[{inner}]}}");
    let slide = |text: &str| {
        format!("{{\"start_date\":{{\"year\":\"2020\"}},\"text\":{{\"headline\":\"x\",\"text\":\"{text}\"}}}}")
    };
    let entry = format!(
        "BEGIN:VEVENT\r\nUID:{evil}\r\nDTSTART:20200101\r\nSUMMARY:{evil}\r\nDESCRIPTION:{evil}\r\nCATEGORIES:{evil}\r\n\
         LOCATION:{evil}\r\nURL:{evil}\r\nRRULE:FREQ=SECONDLY;COUNT=1000000000\r\n{evil}:x\r\nEND:VEVENT\r\n"
    );
    vec![
        ("ics", "escapes", calendar(entry.repeat(1_000))),
        ("ics", "nested", calendar("BEGIN:VEVENT\r\n".repeat(50_000))),
        ("ics", "folded", calendar(format!("BEGIN:VEVENT\r\nSUMMARY:{}", "\r\n x".repeat(300_000)))),
        (
            "ics",
            "lists",
            calendar(format!(
                "BEGIN:VEVENT\r\nCATEGORIES:{}",
                (0..20_000).map(|at| format!("t{at},")).collect::<String>()
            )),
        ),
        (
            "csv",
            "escapes",
            format!("id,title,date,{quoted}\r\n")
                + &format!("\"{quoted}\",\"{quoted}\",2020,\"{quoted}\"\r\n").repeat(500),
        ),
        ("csv", "wide", format!("{0}\n{0}\n", ",".repeat(100_000))),
        ("csv", "quotes", format!("id,title\n\"{}", "\"\"".repeat(500_000))),
        ("csv", "same", format!("id,title,date\n{}", "x,y,2020\n".repeat(20_000))),
        ("timelinejs", "escapes", slides(vec![slide(&json); 500].join(","))),
        ("timelinejs", "nested", "[".repeat(200_000)),
        ("timelinejs", "tags", slides(slide(&"<b>".repeat(100_000)))),
        ("timelinejs", "signs", slides(slide(&("&amp".repeat(100_000) + "&#27;]0;x&#7;&#x202e;&#155;")))),
        (
            "timelinejs",
            "years",
            slides("{\"start_date\":{\"year\":\"99999999999999999999\",\"month\":99},\"text\":{}}".into()),
        ),
        (
            "timelinejs-csv",
            "escapes",
            format!(
                "Year,Headline,Text,Group\r\n{}",
                format!("2020,\"{quoted}\",\"{quoted}\",\"{quoted}\"\r\n").repeat(500)
            ),
        ),
        (
            "markwhen",
            "escapes",
            format!(
                "title: {evil}\n{evil}: x\n{}",
                format!("2020: {evil} #{evil} [{evil}](http://{evil})\n").repeat(500)
            ),
        ),
        ("markwhen", "header", format!("description: |\n{}", "  x\n".repeat(500_000))),
        ("markwhen", "keys", format!("---\n{}", "a:\n".repeat(50_000))),
        ("markwhen", "groups", "group x\n".repeat(50_000)),
        ("markwhen", "brackets", format!("2020: {}", "(".repeat(300_000))),
    ]
}

/// Writes these into a folder; tells the paths, each with the format.
pub fn write_foreign(folder: &Path) -> Vec<(&'static str, PathBuf)> {
    fs::create_dir_all(folder).expect("a folder");
    let write = |(format, name, text): (&'static str, &str, String)| {
        let path = folder.join(format!("{name}.{format}"));
        fs::write(&path, text).expect("written");
        (format, path)
    };
    foreign().into_iter().map(write).collect()
}

/// Writes all of them into a folder, with what is no file beside them; tells the paths.
pub fn write(folder: &Path) -> Vec<PathBuf> {
    fs::remove_dir_all(folder).unwrap_or_default();
    fs::create_dir_all(folder).expect("a folder");
    let mut paths: Vec<PathBuf> = Vec::new();
    for (name, bytes) in texts() {
        let path = folder.join(format!("{name}.toml"));
        fs::write(&path, bytes).expect("written");
        paths.push(path);
    }
    let evil = folder.join("\x1b]0;owned\x07\u{202e}.toml");
    fs::write(&evil, one("date = \"never\"")).expect("written");
    symlink("loop", folder.join("loop")).expect("a link");
    let pipe = Command::new("mkfifo").arg(folder.join("pipe")).status().expect("mkfifo");
    assert!(pipe.success());
    let others = ["loop", "pipe", ".", "missing"].map(|name| folder.join(name));
    paths.extend(others.into_iter().chain([
        evil,
        "/dev/zero".into(),
        "/dev/stdin".into(),
        "/proc/self/mem".into(),
        "/proc/kmsg".into(),
    ]));
    paths
}
