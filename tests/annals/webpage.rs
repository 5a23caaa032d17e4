//! The page of HTML, as an HTML parser and a browser see it.

use crate::common::{EVENTS, content};
use crate::export::{ODD, export};
use annals::date::Language;
use scraper::{ElementRef, Html, Selector};
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;

fn selected<'h>(page: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    let selector = Selector::parse(selector).expect("a selector");
    page.select(&selector).collect()
}

#[test]
fn the_page_is_html_without_a_fault() {
    for text in [EVENTS, ODD] {
        let page = Html::parse_document(&export(&content(text), "html", Language::En).0);
        assert!(page.errors.is_empty(), "{:?}", page.errors);
        assert_eq!(
            selected(&page, "script, link, img, iframe, object, form").len(),
            0,
            "nothing runs, nothing is fetched"
        );
        let mut ids: Vec<&str> = selected(&page, "[id]").iter().filter_map(|element| element.value().id()).collect();
        let links = selected(&page, "a[href^='#']");
        let targets: Vec<&str> = links.iter().filter_map(|link| link.value().attr("href")).collect();
        assert!(
            targets.iter().all(|target| ids.contains(&target.trim_start_matches('#'))),
            "every link leads somewhere"
        );
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "every id is there once");
        for element in selected(&page, "[href]") {
            let address = element.value().attr("href").unwrap_or_default();
            assert!(address.starts_with('#') || address.starts_with("http"), "{address}");
        }
    }
}

#[test]
fn the_page_has_every_event_in_every_language() {
    let content = content(EVENTS);
    let page = Html::parse_document(&export(&content, "html", Language::Ja).0);
    for language in Language::ALL {
        let code = language.code();
        let items = selected(&page, &format!("div[lang={code}] ol > li"));
        assert_eq!(items.len(), 40, "{code}");
        let headings: Vec<String> =
            selected(&page, &format!("div[lang={code}] h3")).iter().map(|heading| heading.text().collect()).collect();
        let titles: Vec<&str> = content
            .chronology
            .events
            .iter()
            .map(|event| content.chronology.read(&event.record.title, language))
            .collect();
        assert_eq!(headings, titles, "{code}");
        assert_eq!(selected(&page, &format!("div[lang={code}] svg a")).len(), 40, "{code}");
    }
    let chosen: Vec<Option<&str>> = selected(&page, "input[checked]").iter().map(|input| input.value().id()).collect();
    assert_eq!(chosen, [Some("in-ja")]);
    assert_eq!(selected(&page, "html")[0].value().attr("lang"), Some("ja"));
}

#[test]
fn a_text_in_another_language_says_so() {
    let text = r#"
        format = 1
        [chronology]
        title = { en = "Letters", zh = "书信" }
        summary = { en = "All of them" }
        languages = ["en", "zh"]
        [[category]]
        id = "letter"
        name = { en = "letter" }
        [[source]]
        id = "s"
        title = { en = "A page" }
        [[event]]
        id = "one"
        category = "letter"
        title = { en = "A letter" }
        summary = { zh = "一封信" }
        sources = ["s"]
    "#;
    let page = Html::parse_document(&export(&content(text), "html", Language::Zh).0);
    let check = |selector: &str, expected: &[Option<&str>]| {
        let found: Vec<Option<&str>> =
            selected(&page, selector).iter().map(|element| element.value().attr("lang")).collect();
        assert_eq!(found, expected, "{selector}");
    };
    check("div[lang=zh] h1, div[lang=zh] header p:not(.counts)", &[None, Some("en")]);
    check("div[lang=zh] .kind, div[lang=zh] h3", &[Some("en"), Some("en")]);
    check("div[lang=zh] article > p", &[None]);
    check("div[lang=zh] .sources span", &[Some("en")]);
    check("div[lang=en] h3, div[lang=en] article > p", &[None, Some("zh")]);
}

/// A browser that can be run, if the machine has one.
fn browser() -> Option<&'static str> {
    let names = ["chromium", "chromium-browser", "google-chrome", "chrome"];
    let runs = |name: &&str| Command::new(name).arg("--version").output().is_ok_and(|output| output.status.success());
    names.into_iter().find(runs)
}

/// The pixels of the page in a browser's window, row by row, and the width of a row.
fn picture(browser: &str, page: &str, width: usize) -> (Vec<[u8; 3]>, usize) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let (html, png) = (folder.join("page.html"), folder.join(format!("page-{width}.png")));
    fs::write(&html, page).expect("the test's folder can be written");
    drop(fs::remove_file(&png));
    let output = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1"])
        .arg(format!("--user-data-dir={}", folder.join("browser").display()))
        .arg(format!("--window-size={width},900"))
        .arg(format!("--screenshot={}", png.display()))
        .arg(format!("file://{}", html.display()))
        .output()
        .expect("the browser runs");
    let file =
        fs::File::open(&png).unwrap_or_else(|_| panic!("no picture: {}", String::from_utf8_lossy(&output.stderr)));
    let mut reader = png::Decoder::new(std::io::BufReader::new(file)).read_info().expect("a picture");
    let mut bytes = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut bytes).expect("a picture");
    let samples = info.color_type.samples();
    let pixels = bytes[..info.buffer_size()].chunks(samples).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    (pixels, info.width as usize)
}

#[test]
fn the_page_fills_a_browsers_window_and_no_more() {
    let Some(browser) = browser() else {
        // What is printed by a test that passes is not shown; what is written is.
        let said = "the picture of the page was left out: there is no Chromium on this machine\n";
        std::io::stderr().write_all(said.as_bytes()).expect("it can be told");
        return;
    };
    let (page, _) = export(&content(EVENTS), "html", Language::Zh);
    for width in [1280, 400] {
        let (pixels, columns) = picture(browser, &page, width);
        let paper = pixels[0];
        let inked = |column: usize| pixels.chunks(columns).filter(|row| row[column] != paper).count();
        assert!(
            (columns / 4..columns / 2).all(|column| inked(column) > 0),
            "{width}: there is text from left to right"
        );
        assert_eq!(inked(columns - 4), 0, "{width}: nothing runs over the right edge");
        let colours: std::collections::HashSet<[u8; 3]> = pixels.iter().copied().collect();
        assert!(colours.len() > 50, "{width}: the axis is drawn in colours");
    }
}
