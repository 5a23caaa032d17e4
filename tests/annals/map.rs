//! Events and a frame in, a map of cells and names out.

use crate::common::{EVENTS, content, explored};
use annals::chronology::{Chronology, EventNo};
use annals::date::Language;
use annals::view::map::{Frame, Ground, Label, Map, Point, Role, Scene, Traffic};
use annals::view::width::columns;
use annals::view::{Glyphs, Size};
use proptest::prelude::*;

/// Gifts to and fro between four cities; some actors are at home only through others.
const GIFTS: &str = r#"
format = 1
[chronology]
title = "Gifts"
languages = ["zh", "en", "ja"]
[[place]]
id = "guiyang"
name = { zh = "贵阳", en = "Guiyang", ja = "貴陽" }
latitude = 26.65
longitude = 106.63
[[place]]
id = "yokohama"
name = { zh = "横滨", en = "Yokohama", ja = "横浜" }
latitude = 35.44
longitude = 139.64
[[place]]
id = "burnaby"
name = { zh = "本拿比", en = "Burnaby", ja = "バーナビー" }
latitude = 49.25
longitude = -122.98
[[place]]
id = "somewhere"
name = "somewhere"
[[actor]]
id = "guiyang"
name = "Guiyang"
place = "guiyang"
[[actor]]
id = "yokohama"
name = "Yokohama"
place = "yokohama"
[[actor]]
id = "mayor"
kind = "person"
name = "its mayor"
of = "yokohama"
[[actor]]
id = "burnaby"
name = "Burnaby"
place = "burnaby"
[[actor]]
id = "hermit"
kind = "person"
name = "a hermit"
place = "somewhere"
[[event]]
id = "masks"
date = "2020-01"
title = "Masks"
from = ["guiyang"]
to = ["yokohama", "mayor"]
place = "yokohama"
[[event]]
id = "thanks"
date = "2020-02"
title = "Thanks"
from = ["mayor"]
to = ["guiyang"]
[[event]]
id = "visit"
date = "2020-03"
title = "A visit"
actors = ["mayor", "guiyang"]
place = "guiyang"
[[event]]
id = "call"
date = "2020-04"
title = "A call"
actors = ["burnaby", "yokohama"]
[[event]]
id = "gloves"
date = "2020-05"
title = "Gloves"
from = ["guiyang"]
to = ["burnaby", "hermit"]
[[event]]
id = "silence"
date = "2020-06"
title = "Silence"
actors = ["hermit"]
place = "somewhere"
"#;

fn drawn(
    chronology: &Chronology,
    selected: Option<EventNo>,
    (frame, size): (Frame, Size),
    language: Language,
    glyphs: &Glyphs,
) -> Map {
    let traffic = Traffic::new(chronology, chronology.numbers());
    let is_ascii = *glyphs == Glyphs::ASCII;
    let scene = Scene { chronology, traffic: &traffic, selected, language, glyphs, is_ascii };
    Ground::new(chronology, &traffic, frame, size).map(&scene)
}

/// The frame that fits the places and routes of these events.
fn fit(chronology: &Chronology, events: impl IntoIterator<Item = EventNo>, size: Size) -> Frame {
    Frame::over(Traffic::new(chronology, events).extent, size)
}

/// The map of all events that fits them, with one selected.
fn fitted(text: &str, id: &str, (width, height): (u16, u16), language: Language, glyphs: &Glyphs) -> Map {
    let chronology = content(text).chronology;
    let size = Size { width, height };
    let frame = fit(&chronology, chronology.numbers(), size);
    drawn(&chronology, chronology.find(id), (frame, size), language, glyphs)
}

/// The map as text.
fn picture(map: &Map) -> String {
    let width = usize::from(map.size.width).max(1);
    let mut rows: Vec<Vec<String>> =
        map.cells.chunks(width).map(|row| row.iter().map(|cell| cell.sign.to_string()).collect()).collect();
    for label in &map.labels {
        let covered = usize::from(label.column)..usize::from(label.column) + columns(&label.text);
        let row = &mut rows[usize::from(label.row)];
        row[covered.clone()].fill(String::new());
        row[covered.start] = label.text.clone();
    }
    rows.iter().map(|row| format!("{}\n", row.concat().trim_end())).collect()
}

#[test]
fn a_map_shows_coasts_places_and_what_went_between_them() {
    let check = |id, size, language, glyphs: &Glyphs, expected: &str| {
        let found = picture(&fitted(GIFTS, id, size, language, glyphs));
        assert_eq!(found.trim_end(), expected.trim_matches('\n'), "\n{found}");
    };
    check("masks", (72, 12), Language::En, &Glyphs::UNICODE, MASKS);
    check("gloves", (60, 10), Language::Zh, &Glyphs::UNICODE, GLOVES);
    check("visit", (60, 10), Language::Ja, &Glyphs::ASCII, VISIT);
}

#[test]
fn events_touch_their_places_and_take_routes_between_homes() {
    let chronology = content(GIFTS).chronology;
    let id = |place: annals::chronology::PlaceNo| chronology[place].id.value.to_string();
    let told = |event: &str| {
        let traffic = Traffic::new(&chronology, chronology.find(event));
        let places = traffic.places.keys().map(|&place| id(place));
        let routes = traffic.routes.keys().map(|route| format!("{} > {}", id(route.from), id(route.to)));
        places.chain(routes).collect::<Vec<_>>().join(", ")
    };
    let check = |event: &str, expected: &str| assert_eq!(told(event), expected, "{event}");
    check("masks", "guiyang, yokohama, guiyang > yokohama");
    check("thanks", "guiyang, yokohama, yokohama > guiyang");
    check("visit", "guiyang");
    check("call", "yokohama, burnaby");
    check("gloves", "guiyang, burnaby, guiyang > burnaby");
    check("silence", "");
    let all = Traffic::new(&chronology, chronology.numbers());
    assert_eq!(all.nowhere, Vec::from_iter(chronology.find("silence")));
}

#[test]
fn coasts_are_where_they_are_on_earth() {
    let chronology = content("format = 1").chronology;
    let check = |(latitude, longitude): (f64, f64), is_coast: bool| {
        let frame = Frame::new(Point::new(latitude, longitude), 0.25);
        let size = Size { width: 3, height: 1 };
        let map = drawn(&chronology, None, (frame, size), Language::En, &Glyphs::UNICODE);
        let found = map.cells.iter().any(|cell| cell.role == Role::Coast);
        assert_eq!(found, is_coast, "{latitude} {longitude}: {:?}", picture(&map));
    };
    // Japan: Soya, Erimo, Inubo, Shionomisaki, Sata, Noto; Matsumoto, the sea on both sides.
    for cape in [(45.52, 141.94), (41.93, 143.24), (35.71, 140.87), (33.44, 135.76), (30.99, 130.66), (37.53, 137.33)] {
        check(cape, true);
    }
    for elsewhere in [(36.23, 137.97), (39.5, 135.0), (33.0, 143.0)] {
        check(elsewhere, false);
    }
    // Italy: Leuca, Spartivento; New Zealand: Reinga, East Cape; Ireland: Malin, Mizen.
    for cape in [(39.80, 18.37), (37.92, 16.06), (-34.43, 172.68), (-37.69, 178.55), (55.37, -7.37), (51.45, -9.82)] {
        check(cape, true);
    }
    for elsewhere in [(44.9, 10.2), (40.0, 12.0), (-38.8, 175.6), (-38.0, 170.0), (53.4, -7.7), (53.5, -13.0)] {
        check(elsewhere, false);
    }
    // Where the data were cut there is no coast: the 180th meridian, the pole.
    for elsewhere in [(67.0, 179.99), (67.0, -179.99), (-79.9, 100.0)] {
        check(elsewhere, false);
    }
}

#[test]
fn the_frame_holds_everything_and_is_cut_where_least_is_lost() {
    let chronology = content(EVENTS).chronology;
    for (width, height) in [(40, 6), (80, 12), (100, 16), (120, 24), (200, 60)] {
        let size = Size { width, height };
        let frame = fit(&chronology, chronology.numbers(), size);
        assert!((80.0..100.0).contains(&frame.centre().longitude), "between the Americas: {frame:?}");
        let map = drawn(&chronology, None, (frame, size), Language::En, &Glyphs::UNICODE);
        assert_eq!(map.out_of_sight, 0, "{size:?}");
        for number in chronology.numbers() {
            let frame = fit(&chronology, [number], size);
            let traffic = Traffic::new(&chronology, [number]);
            assert!(traffic.points(&chronology).iter().all(|&point| frame.holds(point, size)), "{number:?} {frame:?}");
        }
    }
}

#[test]
fn the_selected_flow_can_be_told_without_colour() {
    let chronology = content(EVENTS).chronology;
    let size = Size { width: 100, height: 16 };
    let frame = fit(&chronology, chronology.numbers(), size);
    for glyphs in [Glyphs::UNICODE, Glyphs::ASCII] {
        let picture_of = |selected| drawn(&chronology, selected, (frame, size), Language::En, &glyphs);
        let none = picture(&picture_of(None));
        for number in chronology.numbers() {
            let traffic = Traffic::new(&chronology, [number]);
            let map = picture_of(Some(number));
            assert_eq!(picture(&map) == none, traffic.places.is_empty(), "{}", chronology[number].id());
            let selected = map.cells.iter().filter(|cell| cell.role == Role::SelectedFlow);
            let heads = selected.filter(|cell| glyphs.heads.contains(&cell.sign.to_string().as_str()));
            assert_eq!(heads.count() > 0, !traffic.routes.is_empty(), "{}\n{}", chronology[number].id(), picture(&map));
        }
    }
}

#[test]
fn a_place_alone_has_a_coast_in_sight_wherever_it_is() {
    for (latitude, longitude) in [(10.0, 10.0), (26.6, 106.7), (46.3, 86.7), (50.0, 15.0), (-25.0, 134.0)] {
        for (width, height) in [(80, 13), (100, 16), (40, 4), (200, 40)] {
            let size = Size { width, height };
            let frame = Frame::around(&[Point::new(latitude, longitude)], size);
            let chronology = content("format = 1\n").chronology;
            let map = drawn(&chronology, None, (frame, size), Language::En, &Glyphs::UNICODE);
            let coast = map.cells.iter().filter(|cell| cell.role == Role::Coast).count();
            assert!(coast >= usize::from(width) / 3, "{latitude} {longitude}, {size:?}:\n{}", picture(&map));
        }
    }
}

#[test]
fn no_place_stands_at_the_upper_or_lower_edge() {
    let content = content(EVENTS);
    let chronology = &content.chronology;
    for (width, height) in [(72, 10), (80, 13), (100, 16), (60, 6), (200, 50)] {
        let size = Size { width, height };
        let first = chronology.numbers().next();
        let frame = fit(chronology, first, size);
        let map = drawn(chronology, first, (frame, size), Language::Zh, &Glyphs::UNICODE);
        assert!(map.marks.iter().filter(|mark| mark.is_selected).count() >= 2);
        for mark in map.marks.iter().filter(|mark| mark.is_selected) {
            assert!((1..height - 1).contains(&mark.row), "{size:?}:\n{}", picture(&map));
        }
    }
}

#[test]
fn no_place_stands_unsaid_and_the_selected_has_its_name() {
    let content = content(EVENTS);
    let chronology = &content.chronology;
    let traffic = Traffic::new(chronology, chronology.numbers());
    for (language, size) in Language::ALL.into_iter().flat_map(|language| [(language, (80, 13)), (language, (40, 4))]) {
        let size = Size { width: size.0, height: size.1 };
        let first = chronology.numbers().next();
        let scene = Scene {
            chronology,
            traffic: &traffic,
            selected: first,
            language,
            glyphs: &Glyphs::UNICODE,
            is_ascii: false,
        };
        let frame = fit(chronology, chronology.numbers(), size);
        let map = Ground::new(chronology, &traffic, frame, size).map(&scene);
        let more = |text: &str| {
            let (_, more) = text.split_once('+')?;
            more.split(' ').next()?.parse::<usize>().ok()
        };
        let names = |label: &Label| {
            let mark = &map.marks[label.mark.expect("a name")];
            let alone = mark.places.len();
            more(&label.text).map_or_else(|| alone.max(label.text.matches([',', '、']).count() + 1), |more| more + 1)
        };
        let said: usize = map.labels.iter().filter(|label| label.mark.is_some()).map(names).sum();
        let stand: usize = map.marks.iter().map(|mark| mark.places.len()).sum();
        assert_eq!(said, stand, "{language:?} {size:?}: {}", picture(&map));
        let palmerston = ["北帕", "Palmerston North", "パーマストンノース"][language as usize];
        assert!(map.labels.iter().any(|label| label.text.starts_with(palmerston)), "{}", picture(&map));
    }
}

#[test]
fn an_event_beside_those_asked_for_is_shown_as_if_it_were_one_of_them() {
    let content = content(EVENTS);
    let chronology = &content.chronology;
    let all = Traffic::new(chronology, chronology.numbers());
    for size in [Size { width: 100, height: 16 }, Size { width: 40, height: 5 }] {
        for zoomed in [0, 3] {
            let frame = fit(chronology, chronology.numbers(), size).zoomed(zoomed);
            for selected in chronology.numbers() {
                let others = Traffic::new(chronology, chronology.numbers().filter(|event| *event != selected));
                let [expected, found] = [&all, &others].map(|traffic| {
                    let (language, glyphs) = (Language::En, &Glyphs::UNICODE);
                    let scene =
                        Scene { chronology, traffic, selected: Some(selected), language, glyphs, is_ascii: false };
                    Ground::new(chronology, traffic, frame, size).map(&scene)
                });
                let id = chronology[selected].id();
                assert_eq!(picture(&found), picture(&expected), "{id}");
                assert_eq!(found.labels, expected.labels, "{id}");
                assert_eq!((found.out_of_sight, found.nowhere), (expected.out_of_sight, expected.nowhere), "{id}");
            }
        }
    }
}

/// Cities all over the earth, and so many letters between them.
fn letters(cities: usize, letters: usize) -> String {
    let mut text = "format = 1\n".to_owned();
    for at in 0..cities {
        let (latitude, longitude) = (at * 37 % 130, at * 71 % 360);
        text += &format!(
            "[[place]]\nid = 'p{at}'\nname = 'City {at}'\nlatitude = {}\nlongitude = {}\n[[actor]]\nid = 'a{at}'\nname = 'a'\nplace = 'p{at}'\n",
            latitude as i32 - 60,
            longitude as i32 - 180
        );
    }
    for at in 0..letters {
        let (from, to) = (at % cities, (at / cities + at + 1) % cities);
        text += &format!("[[event]]\nid = 'e{at}'\ndate = '2001'\nfrom = ['a{from}']\nto = ['a{to}']\n");
    }
    text
}

#[test]
fn of_very_many_routes_the_busiest_are_drawn_and_always_the_selected_ones() {
    let check = |events: usize, is_crowded: bool| {
        let content = content(&letters(50, events));
        let chronology = &content.chronology;
        let size = Size { width: 120, height: 24 };
        let frame = fit(chronology, chronology.numbers(), size);
        for selected in chronology.numbers().step_by(17) {
            let map = drawn(chronology, Some(selected), (frame, size), Language::En, &Glyphs::UNICODE);
            assert_eq!(map.is_crowded, is_crowded, "{events}");
            assert!(map.cells.iter().any(|cell| cell.role == Role::SelectedFlow), "{}", picture(&map));
            assert_eq!(map.marks.iter().filter(|mark| mark.is_selected).count(), 2);
        }
    };
    check(70, false);
    check(900, true);
    let shown = |events, keys| {
        annals::ui::picture(&annals::ui::paint(&explored(&letters(50, events), (120, 40), Language::En, keys)))
    };
    assert!(shown(900, "2").contains("not all routes"));
    assert!(!shown(70, "2").contains("not all routes"));
}

#[test]
fn of_a_crowd_that_gave_to_a_crowd_no_more_routes_are_kept_than_there_is_room_for() {
    let crowd = |from: usize| (from..2_000).step_by(2).map(|at| format!("'a{at}', ")).collect::<String>();
    let events = format!(
        "[[event]]\nid = 'crowd'\nfrom = [{}]\nto = [{}]\n[[event]]\nid = 'two'\nfrom = ['a1']\nto = ['a0', 'a2']\n",
        crowd(0),
        crowd(1)
    );
    let content = content(&(letters(2_000, 0) + &events));
    let chronology = &content.chronology;
    let traffic = Traffic::new(chronology, chronology.numbers());
    assert_eq!((traffic.places.len(), traffic.routes.len()), (2_000, 500_002));
    let size = Size { width: 60, height: 20 };
    let frame = fit(chronology, [], size);
    assert!(drawn(chronology, None, (frame, size), Language::En, &Glyphs::UNICODE).is_crowded);
}

#[test]
fn of_very_many_routes_of_the_selected_event_some_are_left_out_and_told() {
    let actors = |from: usize| (from..40).step_by(2).map(|at| format!("'a{at}', ")).collect::<String>();
    let many = format!("[[event]]\nid = 'many'\nfrom = [{}]\nto = [{}]\n", actors(0), actors(1));
    let content = content(&(letters(40, 1) + &many));
    let chronology = &content.chronology;
    let letter = Traffic::new(chronology, chronology.find("e0"));
    let size = Size { width: 120, height: 24 };
    let frame = fit(chronology, chronology.numbers(), size);
    for (id, is_crowded) in [("e0", false), ("many", true)] {
        let (selected, language, glyphs) = (chronology.find(id), Language::En, &Glyphs::UNICODE);
        let scene = Scene { chronology, traffic: &letter, selected, language, glyphs, is_ascii: false };
        assert_eq!(Ground::new(chronology, &letter, frame, size).map(&scene).is_crowded, is_crowded, "{id}");
    }
}

/// The columns that each label takes, by row.
fn spans(map: &Map) -> Vec<(u16, std::ops::Range<usize>)> {
    let span = |label: &annals::view::map::Label| {
        let from = usize::from(label.column);
        (label.row, from..from + columns(&label.text))
    };
    map.labels.iter().map(span).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn any_map_holds_whole_names_side_by_side(
        (latitude, longitude, row_degrees) in (-99.0..99.0, -999.0..999.0, 0.0..99.0),
        (width, height) in (0u16..=200, 0u16..=60),
        selected in proptest::option::of(0usize..40),
        language in proptest::sample::select(Language::ALL.to_vec()),
        ascii: bool,
    ) {
        let chronology = content(EVENTS).chronology;
        let glyphs = if ascii { Glyphs::ASCII } else { Glyphs::UNICODE };
        let (size, frame) = (Size { width, height }, Frame::new(Point::new(latitude, longitude), row_degrees));
        let selected = selected.and_then(|at| chronology.numbers().nth(at));
        let map = drawn(&chronology, selected, (frame, size), language, &glyphs);
        prop_assert_eq!(map.cells.len(), usize::from(width) * usize::from(height));
        prop_assert!(map.cells.iter().all(|cell| columns(&cell.sign.to_string()) == 1));
        prop_assert!(!ascii || map.cells.iter().all(|cell| cell.sign.is_ascii()));
        let spans = spans(&map);
        for (at, (row, span)) in spans.iter().enumerate() {
            prop_assert!(*row < height && span.end <= usize::from(width), "{}", picture(&map));
            let meets = |other: &(u16, std::ops::Range<usize>)| other.0 == *row && other.1.start < span.end && span.start < other.1.end;
            prop_assert!(!spans[..at].iter().any(meets), "{}", picture(&map));
            let hides = |mark: &annals::view::map::Mark| mark.row == *row && span.contains(&usize::from(mark.column));
            prop_assert!(!map.marks.iter().any(hides), "{}", picture(&map));
        }
        prop_assert!(map.out_of_sight + map.nowhere <= chronology.events.len());
    }
}

const MASKS: &str = r#"
⠈⠁                                   ⣠⣀⠤⢬⣫⠖⠰⣚⣓⡂                ⠈⠉⠈⠃  ⠉⠉⡀
                             ⡀⠄⠠⢤⠂⠐⣀⠁⠈⠊⠁⠈ ⠁⠈⣰⠂⠐ ⠄⢀⣀⣀⡀                  ⡜
                       ⢠⢀⠊⠄⠈⠒⠚⡤⠚⢝⠉ ⠁        ⠁⠉⠒⣦⢜⡌⠉⠁⠐⠉⠄⠲⣦             ⠈⢳
                     ⡀⠠⠈⣤⡄   ⠸⡀⡰⠁           ⠤⠒⠉        ⠈⠐⢀⣀
                   ⢀⠂   ⣿⢣    ⠙                           ⠬↘● Burnaby ×2
                 ⠠⠈    ⡜⢈⠇ ⡀                               ⠸⡅
                ⡀⠁  ⡠⠤⠊ ⡾⠭⠋⠁                               ⢸⠁
               ⠄⣖⡦⣦⢰⠁  ⢰⢵                                  ⠈⢆
             ⠠⠈ ⢔⠉ ⡧⣀⣀→◆⠇Yokohama ×3                        ⠘⣄⡀
             ⠂ ⣀⣤⠶×2⠉⠁⠁                                       ⠱⣦⡀
Guiyang ×4 ◆↙⠖⠋⠁⢠⠃                                             ⢽⣗⡄   ⢠⠜⠉
     ⢠        ⣀⡤⢻⡆                                              ⠹⡜⢆  ⢰⠁
"#;

const GLOVES: &str = r#"
⠟⠉                        ⠈   ⢀⣀⡨⣙⣶⠆⣸⣷⡆            ⠈⠉⠙⠉⠉⠉⠉⡡⣬
                     ⢀⡀⣀⣠⣤⠴⠶⠚⠛⠛⠛⠛⠛⠛⠛⠛⠹⠶⢶⣦⢤⣀⡀⡀            ⢠⠟⠁
                   ⢀⣤⠖⠋⠉⠁⡔⠁⡇         ⢀⡽⠓⠓⠈⠁⠋⠗⡦⣄⡀         ⠈⠑⠢
                 ⣠⠞⠋⢹⣷   ⡧⠋                   ⠙⠙↘⡀
               ⣠⠾⠁ ⢀⠇⠯                          ⠙◆ 本拿比 ×2
             ⢀⡾⠁ ⡤⠒⠃⢰⠽⠂                         ⢀⡇
            ⢠⡿⠁⠍⢳⡅ ⡠⢿⠁                           ⢣
           ⣠⡟ ⢀×2⠂⠈→● 横滨 ×3                     ⠓⡆
  贵阳 ×4 ◆↙ ⠁⢸⠄                                   ⠘⣷⡄   ⡖⠒⠉
     ⣠⡀    ⣀⣠⠴⠳⠂                                    ⠘⠟⢄ ⢰⠃
"#;

const VISIT: &str = r#"
:'                        '   ..:::::::            '''''''::
                     ..--:--.--'--'--:---.-..            .:'
                   .--''':':         .:''' -'--.         '':
                  --::   :'                    -\.
               --  .::                Burnaby x2'*
              -  .''::'                         .:
             -:::: .:'                           :
           -- - --->* Yokohama x3                 ':
          @/ Guiyang x4                            ':.   :''
     ..    ..::'                                    ':. :'
"#;
