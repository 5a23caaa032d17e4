//! Keys in, picture out, through the same update and draw as in the terminal.

use crate::common::{EVENTS, explored};
use annals::date::Language;
use annals::ui::{paint, picture};
use annals::view::Glyphs;

/// Three gifts and their answers, an undated event, a part.
const GIFTS: &str = r#"
format = 1
[chronology]
title = { zh = "礼物", en = "Gifts", ja = "贈り物" }
languages = ["en", "zh", "ja"]
[[category]]
id = "gift"
name = { zh = "礼物", en = "gift", ja = "贈り物" }
symbol = "+"
[[category]]
id = "letter"
name = { zh = "书信", en = "letter", ja = "手紙" }
symbol = "="
[[event]]
id = "masks"
date = "2020-03-05"
category = "gift"
title = { zh = "赠送口罩", en = "Masks", ja = "マスク" }
summary = "Ten boxes."
[[event]]
id = "thanks"
date = "2020-04"
category = "letter"
title = { zh = "感谢信", en = "Thanks", ja = "礼状" }
reply_to = ["masks"]
[[event]]
id = "ferry"
date = "1992-06-01/1992-06-03"
category = "gift"
title = "A ferry"
[[event]]
id = "lost"
category = "letter"
title = "A lost letter"
"#;

fn check(size: (u16, u16), keys: &str, expected: &str) {
    let state = explored(GIFTS, size, Language::En, keys);
    let found = picture(&paint(&state));
    assert_eq!(found.trim_end(), expected.trim_matches('\n'), "\n{found}");
}

#[test]
fn in_ascii_the_program_says_nothing_else() {
    for keys in ["", "j w", "j j w", "2", "3", "4", "f", "?", "p", "/ masks enter", "tab"] {
        let mut state = explored(GIFTS, (100, 40), Language::En, keys);
        state.manner.glyphs = Glyphs::ASCII;
        let found = picture(&paint(&state));
        assert!(found.is_ascii(), "{keys}\n{found}");
    }
}

#[test]
fn the_help_holds_all_that_a_query_may() {
    for language in Language::ALL {
        let help = picture(&paint(&explored(GIFTS, (100, 140), language, "? G")));
        for (form, means) in annals::chronology::query::explained(language) {
            // A meaning that takes two lines is told from its beginning on.
            let beginning: String = means.chars().take(12).collect();
            assert!(help.contains(&format!(" {form} ")) && help.contains(&beginning), "{form} {means}\n{help}");
        }
    }
}

#[test]
fn it_opens_on_the_first_event() {
    check((80, 16), "", OPEN);
}

#[test]
fn stepping_shows_the_next_page() {
    check((80, 16), "j", STEPPED);
    check((80, 16), "down", STEPPED);
    check((80, 16), "G k k", STEPPED);
    check((80, 16), "2g", STEPPED);
}

#[test]
fn links_are_followed_and_come_back_from() {
    let selected = |keys: &str| {
        let state = explored(GIFTS, (80, 24), Language::En, keys);
        state.content.chronology[state.selected.expect("an event")].id().to_owned()
    };
    let check = |keys: &str, expected: &str| assert_eq!(selected(keys), expected, "after {keys}");
    check("j", "masks");
    check("j enter j enter", "thanks");
    check("j enter j enter backspace", "masks");
    check("j ]", "thanks");
    check("j ] [", "masks");
    check("j ] backspace", "masks");
    check("] ]", "ferry");
    check("}", "masks");
    check("} {", "ferry");
    check("2j", "thanks");
    check("99j", "lost");
    check("G", "lost");
    check("G g", "ferry");
    check("pagedown", "lost");
    check("3G", "thanks");
    check("99999999999G", "lost");
    check("esc esc esc q", "ferry");
}

#[test]
fn a_narrow_screen_shows_one_pane_and_the_other_on_tab() {
    check((40, 10), "j", NARROW_LIST);
    check((40, 10), "j tab", NARROW_PAGE);
    check((40, 10), "j tab tab", NARROW_LIST);
}

#[test]
fn a_small_screen_says_what_it_needs() {
    check((30, 3), "", "annals needs 40x10, here is\n30x3");
}

#[test]
fn the_language_changes_while_running() {
    let picture = |keys| picture(&paint(&explored(GIFTS, (80, 16), Language::En, keys)));
    assert!(picture("j").contains("Masks"));
    assert!(picture("j L").contains("マスク"));
    assert!(picture("j L L").contains("赠送口罩"));
    assert_eq!(picture("j L L L"), picture("j"));
}

#[test]
fn why_tells_the_proof_and_goes_away_again() {
    check((80, 16), "2j w", WHY);
    check((80, 16), "j w w", STEPPED);
    check((80, 16), "j w esc", STEPPED);
}

#[test]
fn the_axis_zooms_to_the_selection_and_back() {
    let picture = |keys| picture(&paint(&explored(EVENTS, (100, 30), Language::En, keys)));
    assert_ne!(picture("30j + +"), picture("30j"));
    assert_eq!(picture("30j + + 0"), picture("30j"));
    assert_eq!(picture("30j + -"), picture("30j"));
    assert_ne!(picture("30j + + h"), picture("30j + +"));
}

/// Checks the axis of undistinguished events, ticks and lane; `\n` stands between the two.
fn check_axis(dates: &[&str], width: u16, language: Language, keys: &str, expected: &str) {
    let events = dates.iter().enumerate();
    let events = events.map(|(at, date)| format!("[[event]]\nid = \"e{at}\"\ndate = \"{date}\"\ntitle = \"E\"\n"));
    let text = format!("format = 1\n[chronology]\ntitle = \"T\"\nlanguages = [\"en\"]\n{}", events.collect::<String>());
    let found = picture(&paint(&explored(&text, (width, 24), language, keys)));
    let axis: Vec<&str> = found.lines().skip(1).take(2).collect();
    assert_eq!(axis.join("\n"), expected.trim_matches('\n'), "{dates:?} {width} {keys}");
}

#[test]
fn every_tick_belongs_to_a_unit_that_is_named() {
    use Language::{En, Zh};
    let war = ["1939-09-01", "1940", "1941-06-22", "1942-01/1943-02", "1944-06-06", "1945-05-08"];
    check_axis(&["2020"], 80, En, "", YEAR);
    check_axis(&["2020"], 80, Zh, "+++", YEAR_CLOSER);
    check_axis(&["-0099", "-0062", "-0043-03-15"], 80, En, "", BEFORE_CHRIST);
    check_axis(&["1800", "1850", "1900"], 100, En, "", CENTURY);
    check_axis(&war, 80, En, "", WAR);
}

#[test]
fn no_event_hides_a_known_day_or_a_narrower_span() {
    let spring = ["2020", "2020-03", "2020-06-15", "2020-09-01/2020-10-10"];
    check_axis(&spring, 80, Language::En, "G", SPANS);
    check_axis(&["2020-01-02/2020-12-30", "2020-06-15"], 80, Language::En, "", WITHIN_SELECTED);
}

#[test]
fn the_help_names_every_sign() {
    let glyphs = annals::view::Glyphs::UNICODE;
    let help = picture(&paint(&explored(GIFTS, (100, 250), Language::En, "?")));
    let check = |from: &str, to: &str, signs: &[&str]| {
        let (_, legend) = help.split_once(from).expect(from);
        let (legend, _) = legend.split_once(to).expect(to);
        signs.iter().for_each(|sign| {
            assert!(
                legend.contains(&format!("  {sign} ")) || legend.contains(&format!(" {sign} ")),
                "{from}: {sign}\n{help}"
            )
        });
    };
    let axis = [
        [glyphs.day, glyphs.lasting, glyphs.possible, glyphs.narrow],
        [glyphs.selected_day, glyphs.selected_lasting, glyphs.selected_possible, "2-9 +"],
        [glyphs.bounding_day, glyphs.bounding_lasting, glyphs.bounding_possible, glyphs.gap],
        [glyphs.open_left, glyphs.open_right, glyphs.selected_open_left, glyphs.selected_open_right],
        [glyphs.more_left, glyphs.more_right, glyphs.boundary, ".."],
    ];
    check("On the axis", "On the map", &axis.concat());
    let on_map = [glyphs.day, glyphs.selected_day, "×3", "+2", "3 without a place", "2 out of sight"];
    check("On the map", "Among the actors", &[&glyphs.heads[..], &on_map].concat());
    check("Among the actors", "Among the sources", &[glyphs.arrow, glyphs.back, glyphs.bullet]);
    check("Among the sources", "Categories", &[glyphs.day]);
    check("Categories", "What a query", &["+                  gift", "=                  letter"]);
}

#[test]
fn no_key_is_cut_from_the_help() {
    let state = explored(GIFTS, (100, 250), Language::En, "?");
    let help = picture(&paint(&state));
    let words: Vec<&str> = help.split_whitespace().collect();
    for binding in state.bindings.rows() {
        for key in binding.keys.iter() {
            assert!(words.contains(&key.label(&state.manner.glyphs).as_str()), "{key:?}\n{help}");
        }
    }
    let tour: Vec<&str> = help.lines().skip_while(|line| !line.contains("In a tour")).take(5).collect();
    for (line, keys) in
        tour[1..].iter().zip(["→ ↓ Space Enter l  next step", "j n PgDn", "← ↑ Backspace h k  step before", "N PgUp"])
    {
        assert!(line.contains(keys), "{line}");
    }
}

#[test]
fn the_header_says_what_it_counts() {
    let header = |size| picture(&paint(&explored(EVENTS, size, Language::En, ""))).lines().next().map(str::to_owned);
    let ends = |size, expected: &str| assert!(header(size).is_some_and(|line| line.ends_with(expected)), "{size:?}");
    ends((100, 30), "  40 events: 10 to the day, 30 less, 0 undated");
    ends((80, 24), "  40 events: 10 exact, 30 less, 0 undated");
    ends((40, 10), "  40=10+30+0");
}

#[test]
fn the_numbers_in_the_header_add_up_to_the_file() {
    let text = picture(&paint(&explored(EVENTS, (120, 40), Language::En, "")));
    let header = text.lines().next().expect("a header");
    let numbers: Vec<usize> =
        header.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).skip(1).collect();
    let [all, day, less, undated] = numbers[..] else { panic!("{header}") };
    assert_eq!((all, day + less + undated), (40, 40), "{header}");
}

#[test]
fn no_line_of_a_page_begins_with_a_closing_mark() {
    for language in Language::ALL {
        for size in [(80, 24), (100, 30), (120, 40)] {
            let mut state = explored(EVENTS, size, language, "");
            let layout = state.layout().expect("large enough");
            let width = state.page_width(&layout);
            for event in state.content.chronology.numbers() {
                state.selected = Some(event);
                for line in state.page_lines(width) {
                    let text = line.text();
                    let first = text.trim_start().chars().next();
                    assert!(!first.is_some_and(|first| "、。，．）」』】：；！？ー".contains(first)), "{text}");
                }
            }
        }
    }
}

const OPEN: &str = r#"
 Gifts                                4 events: 2 to the day, 1 less, 1 undated
        Jun 1992   15   22      ╱ Mar 2020  15    22      Apr 8    15   22
   gift ██                      ╱    ●                    ┊
 letter                         ╱                         ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
━ chronology ━━━━━━━━━━━━━━━━━━━━━━━━━━━┬───────────────────────────────────────
 1992 ───────────────────────────────── │ A ferry
 ▸ 1–3 Jun        + A ferry             │ from 1 to 3 June 1992 · gift
 2020 ───────────────────────────────── │
   5 Mar          + Masks               │
   Apr            = Thanks              │
 undated ────────────────────────────── │
   undated        = A lost letter       │
                                        │
                                        │
────────────────────────────────────────┴───────────────────────────────────────
 ↓ step  Tab pane  ] thread  / find  f facets  1-4 lens  ? help  q quit  1 of 4
"#;
const STEPPED: &str = r#"
 Gifts                                4 events: 2 to the day, 1 less, 1 undated
        Jun 1992   15   22      ╱ Mar 2020  15    22      Apr 8    15   22
   gift ━━                      ╱    ◆                    ┊
 letter                         ╱                         ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
━ chronology ━━━━━━━━━━━━━━━━━━━━━━━━━━━┬───────────────────────────────────────
 1992 ───────────────────────────────── │ Masks
   1–3 Jun        + A ferry             │ 5 March 2020 · gift
 2020 ───────────────────────────────── │
 ▸ 5 Mar          + Masks               │ Ten boxes.
   Apr            = Thanks              │
 undated ────────────────────────────── │ thread  ▸ Masks (5 Mar 2020)
   undated        = A lost letter       │         └─ Thanks (Apr 2020)
                                        │
                                        │
────────────────────────────────────────┴───────────────────────────────────────
 ↓ step  Tab pane  ] thread  / find  f facets  1-4 lens  ? help  q quit  2 of 4
"#;
const NARROW_LIST: &str = r#"
 Gifts                          4=2+1+1
 1/2    Jun 1992   ╱ Mar 2020   Apr
   gift ━          ╱  ◆         ┊
─ chronology ───────────────────────────
 1992 ─────────────────────────────────
   1–3 Jun        + A ferry
 2020 ─────────────────────────────────
 ▸ 5 Mar          + Masks
   Apr            = Thanks
 Tab pane  ? help  q quit        2 of 4
"#;
const NARROW_PAGE: &str = r#"
 Gifts                          4=2+1+1
 1/2    Jun 1992   ╱ Mar 2020   Apr
   gift ━          ╱  ◆         ┊
─ chronology ───────────────────────────
 Masks
 5 March 2020 · gift

 Ten boxes.

 Tab pane  ? help  q quit        2 of 4
"#;
const WHY: &str = r#"
 Gifts                                4 events: 2 to the day, 1 less, 1 undated
        Jun 1992   15   22      ╱ Mar 2020  15    22      Apr 8    15   22
   gift ━━                      ╱    ●                    ┊
 letter                         ╱                         ▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌
━ chronology ━━━━━━━━━━━━━━━━━━━━━━━━━━━┬───────────────────────────────────────
 1992 ───────────────────────────────── │ Thanks
   1–3 Jun        + A ferry             │ some day in April 2020 · letter
 2020 ───────────────────────────────── │
   5 Mar          + Masks               │ Why these days
 ▸ Apr            = Thanks              │   “Thanks” is dated some day in April
 undated ────────────────────────────── │   2020 [test.toml:22]
   undated        = A lost letter       │
                                        │ thread  Masks (5 Mar 2020)
                                        │         └▸ Thanks (Apr 2020)
────────────────────────────────────────┴───────────────────────────────────────
 ↓ step  Tab pane  ] thread  / find  f facets  1-4 lens  ? help  q quit  3 of 4
"#;
const YEAR: &str = r#"
       2020  Feb  Mar   Apr   May   Jun   Jul   Aug    Sep  Oct    Nov  Dec
 other ▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌
"#;
const YEAR_CLOSER: &str = r#"
     ‹2020/4    5月    15 22    6月    15  22   7月    15 22    8月    15 22   ›
 其他 ▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌
"#;
const BEFORE_CHRIST: &str = r#"
       100 BC                 ╱ 63 BC                 ╱ 44 BC  Feb     Mar
 other ▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌╱ ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒╱                   ●
"#;
const CENTURY: &str = r#"
       1800   A M J  J A  S O  N D  ╱ 1850   A M J  J A  S O  N D  ╱ 1900   A M  J J  A S  O N  D
 other ▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌╱ ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒╱ ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
"#;
const WAR: &str = r#"
       1939       1940        1941        1942  1943   1944        1945   A M
 other        ◆   ▒▒▒▒▒▒▒▒▒▒▒▒┊    ●      ━━━━━━━▒     ┊    ●      ┊         ●
"#;
const SPANS: &str = r#"
       Jan 2020   F Mar  15 22   A M Jun   15 22   J A Sep    Oct    N Dec
 other ▒▒▒▒▒▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓▓▓▓▒▒▒▒▒▒▒▒▒▒●▒▒▒▒▒▒▒▒▒▒▒██████████▒▒▒▒▒▒▒▒▒▒▒▒▒▒
"#;
const WITHIN_SELECTED: &str = r#"
       2020  Feb  Mar   Apr   May   Jun   Jul   Aug    Sep  Oct    Nov  Dec
 other ████████████████████████████████●███████████████████████████████████████
"#;

#[test]
fn who_steps_sees_what_comes_next() {
    for (size, in_sight) in [((100, 30), 2), ((80, 24), 2), ((40, 10), 1)] {
        for step in 0..40 {
            let down = explored(EVENTS, size, Language::En, &format!("{step}j"));
            let up = explored(EVENTS, size, Language::En, &format!("G {}k", 39 - step));
            let (down, up) = (picture(&paint(&down)), picture(&paint(&up)));
            let is_rule = |line: &&str| line.starts_with(['─', '━']);
            let behind =
                down.lines().skip_while(|line| !line.starts_with(" ▸")).skip(1).take_while(|line| !is_rule(line));
            let before =
                up.lines().take_while(|line| !line.starts_with(" ▸")).skip_while(|line| !is_rule(line)).skip(1);
            assert!(behind.count() >= in_sight.min(39 - step), "{step}\n{down}");
            assert!(before.count() >= in_sight.min(step), "{step}\n{up}");
        }
    }
}
