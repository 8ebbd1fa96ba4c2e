//! The timeline's picture: layout, scene, SVG and PNG of chronologies made by hand.

use crate::fixture::{self, interval};
use resvg::tiny_skia::Pixmap;
use resvg::usvg::{Options, Tree, roxmltree::Document};
use std::collections::BTreeSet;
use std::sync::Arc;
use tidslinje::chronology::{Chronology, Kind, PersonId};
use tidslinje::error::Error;
use tidslinje::export::{self, Picture, Writer};
use tidslinje::layout::{self, Choice, Index, Layout, Mark, Roll, Scale, Viewport, What};
use tidslinje::scene::{Color, Scene, Target, Theme, draw};
use tidslinje::time::Interval;
use tidslinje::words::Interface;

fn norwegian() -> Interface {
    Interface::find("nb").expect("Norwegian")
}

fn pictured<'a>(theme: &'a Theme, width_px: u32, height_px: Option<u32>) -> Picture<'a> {
    Picture {
        width_px,
        height_px,
        theme,
        people: None,
        time: Interval::UNKNOWN,
        true_scale: false,
        interface: norwegian(),
    }
}

fn bytes(scene: &Scene, extension: &str, scale: f64) -> Vec<u8> {
    let format = export::FORMATS
        .iter()
        .find(|format| format.extension == extension);
    match format.expect("a format").writer {
        Writer::Picture(write) => write(scene, scale).expect("bytes"),
        Writer::Data(_) => panic!("{extension} is a picture"),
    }
}

fn svg(chronology: &Chronology) -> String {
    let scene = export::picture(chronology, &pictured(&Theme::LIGHT, 1000, None)).expect("a scene");
    String::from_utf8(bytes(&scene, "svg", 1.0)).expect("text")
}

/// A chronology with its usual choice and scale, fitted into a picture of that size.
struct Fitted {
    chronology: Chronology,
    choice: Choice,
    scale: Scale,
    viewport: Viewport,
}

impl Fitted {
    fn new(chronology: Chronology, width: f64, height: f64) -> Self {
        let roll = Roll::new(&chronology);
        let choice = Choice {
            tracks: layout::order_tracks(&chronology, &roll),
            ..Choice::default()
        };
        let scale = scale(&chronology, &choice, Interval::UNKNOWN, false);
        let left = layout::left_px(&index(&chronology, &choice), width);
        let viewport = Viewport::fit(&scale, left, width, height);
        Self {
            chronology,
            choice,
            scale,
            viewport,
        }
    }

    fn lay_out(&self, before: Option<&Layout>) -> Layout {
        layout::lay_out(
            &self.chronology,
            &index(&self.chronology, &self.choice),
            &self.choice,
            &self.scale,
            &self.viewport,
            norwegian(),
            before,
        )
    }
}

fn index(chronology: &Chronology, choice: &Choice) -> Index {
    Index::new(Arc::new(Roll::new(chronology)), choice)
}

fn scale(chronology: &Chronology, choice: &Choice, time: Interval, is_true: bool) -> Scale {
    index(chronology, choice).scale(time, is_true)
}

/// No label stands on another, nor outside of the picture.
fn check_labels(layout: &Layout) {
    let (left, right) = (layout.viewport.left_px, layout.viewport.width_px);
    for (i, a) in layout.labels.iter().enumerate() {
        assert!(a.x >= left && a.x + a.width <= right, "{a:?}");
        for b in &layout.labels[i + 1..] {
            let apart = (a.y - b.y).abs() >= 12.0
                || a.x + a.width <= b.x + 0.01
                || b.x + b.width <= a.x + 0.01;
            assert!(apart, "{a:?} {b:?}");
        }
    }
}

/// Marks are bounded by pixels.
fn check_budget(layout: &Layout) {
    const FOR_A_PIXEL: f64 = 0.75;
    let budget = FOR_A_PIXEL * layout.viewport.width_px * layout.tracks.len() as f64;
    assert!(
        layout.items.len() as f64 <= budget,
        "{} {budget}",
        layout.items.len()
    );
}

#[test]
fn marks_are_bounded_by_pixels_and_labels_keep_apart() {
    for n in [1, 30, 400, 5000] {
        let mut fitted = Fitted::new(fixture::crowd(n), 900.0, 700.0);
        for step in 0_u32..12 {
            let layout = fitted.lay_out(None);
            check_budget(&layout);
            check_labels(&layout);
            let x = 200.0 + f64::from(step * 331 % 700);
            let factor = if step % 4 == 3 { 0.05 } else { 2.7 };
            fitted.viewport.zoom_at(x, factor, &fitted.scale);
        }
    }
}

#[test]
fn nothing_disappears_without_a_number() {
    for n in [1, 50, 700, 4000] {
        let fitted = Fitted::new(fixture::crowd(n), 900.0, 700.0);
        let layout = fitted.lay_out(None);
        for (index, track) in layout.tracks.iter().enumerate() {
            let on_track = |people: &[PersonId]| {
                people
                    .iter()
                    .any(|person| Some(person) == track.person.as_ref())
            };
            let events = fitted.chronology.events();
            let want = events.filter(|event| on_track(&event.participants)).count();
            let items = layout.items.iter().filter(|item| item.track == index);
            let got: usize = items
                .map(|item| match item.what {
                    What::Event(_) => 1,
                    What::More { count, .. } => count,
                })
                .sum();
            if track.top < 700.0 {
                assert_eq!(got, want, "{n} events, {}", track.name);
            }
        }
    }
}

#[test]
fn a_year_stays_a_year_at_every_zoom() {
    let year = vec![fixture::event(
        1,
        "Et møte",
        Kind::Meeting,
        "2011",
        &["kim-jong-il"],
    )];
    let far = fixture::event(2, "Et annet", Kind::Meeting, "1891-01-01", &["kim-jong-il"]);
    let chronology = |events| fixture::chronology(Vec::new(), fixture::leaders(), events);
    let mut fitted = Fitted::new(chronology(year.clone()), 900.0, 500.0);
    let layout = fitted.lay_out(None);
    assert!(matches!(layout.items[0].mark, Mark::Capsule(_)));
    assert_eq!(layout.labels[0].date, "2011");
    for _ in 0..12 {
        fitted.viewport.zoom_at(600.0, 2.0, &fitted.scale);
        let layout = fitted.lay_out(None);
        let item = &layout.items[0];
        let x = |day: &str| {
            fitted
                .viewport
                .x_from_time(fixture::day(day).start(), &fitted.scale)
        };
        assert!(matches!(item.mark, Mark::Capsule(_)), "{:?}", item.mark);
        assert!(item.x0 <= x("2011-01-01").max(fitted.viewport.left_px));
        assert!(item.x1 >= x("2012-01-01").min(fitted.viewport.width_px));
    }
    let mut fitted = Fitted::new(chronology([year, vec![far]].concat()), 900.0, 500.0);
    fitted.scale = scale(&fitted.chronology, &fitted.choice, Interval::UNKNOWN, true);
    fitted.viewport = Viewport::fit(&fitted.scale, 200.0, 900.0, 500.0);
    let layout = fitted.lay_out(None);
    let marks: Vec<Mark> = layout.items.iter().map(|item| item.mark).collect();
    assert!(marks.iter().any(|mark| matches!(mark, Mark::HollowDisc(_))));
}

#[test]
fn time_and_pixels_are_there_and_back() {
    let mut fitted = Fitted::new(fixture::korea(), 1000.0, 700.0);
    for zoom in [1.0, 3.0, 40.0, 0.01, 7.0] {
        fitted.viewport.zoom_at(700.0, zoom, &fitted.scale);
        let viewport = &fitted.viewport;
        for moment in (20_000_000..27_000_000).step_by(9_973) {
            let there = viewport.x_from_time(moment, &fitted.scale);
            let back = viewport.time_from_x(there, &fitted.scale);
            assert!((back - moment as f64).abs() < 0.01, "{moment} {back}");
        }
    }
}

#[test]
fn zooming_holds_what_is_under_the_pointer() {
    let mut fitted = Fitted::new(fixture::korea(), 1000.0, 700.0);
    for (x, factor) in [(300.0, 2.0), (900.0, 3.0), (500.0, 0.5), (650.0, 1.1)] {
        let before = fitted.viewport.position_from_x(x);
        fitted.viewport.zoom_at(x, factor, &fitted.scale);
        let after = fitted.viewport.position_from_x(x);
        assert!((before - after).abs() < 1e-3, "{before} {after}");
    }
}

#[test]
fn empty_years_are_closed_unless_true_scale_is_asked_for() {
    let korea = fixture::korea();
    let choice = Choice::default();
    let closed = scale(&korea, &choice, Interval::UNKNOWN, false);
    assert_eq!(closed.gaps().len(), 1);
    let years = closed.gaps()[0].interval;
    assert!(interval("2012/2017").0.hull(years).len() < Some(7 * 366 * 1440));
    let layout = Fitted::new(korea.clone(), 1000.0, 700.0).lay_out(None);
    assert_eq!(layout.axis.tears[0].text, "6 år");
    assert!(
        scale(&korea, &choice, Interval::UNKNOWN, true)
            .gaps()
            .is_empty()
    );
    let last_years = scale(&korea, &choice, interval("2018/2019").0, false);
    assert!(last_years.gaps().is_empty());
}

#[test]
fn labels_stay_beside_their_marks_while_the_view_pans() {
    for chronology in [fixture::korea(), fixture::crowd(300)] {
        let mut fitted = Fitted::new(chronology, 1100.0, 900.0);
        fitted.viewport.zoom_at(700.0, 2.0, &fitted.scale);
        let mut before = fitted.lay_out(None);
        for step in 0..100 {
            let dx = if step % 30 < 15 { -7.3 } else { 7.3 };
            fitted.viewport.pan(dx, &fitted.scale);
            let now = fitted.lay_out(Some(&before));
            check_labels(&now);
            let (left, right) = (now.viewport.left_px, now.viewport.width_px);
            for old in &before.labels {
                let x = old.x + dx;
                // The name of a mark that begins off the picture sticks to the edge while it can.
                let is_inside = |x: f64| x > left + 45.0 && x + old.width < right - 5.0;
                if is_inside(x) && is_inside(old.x) {
                    let label = now.labels.iter().find(|new| new.event == old.event);
                    let label = label.unwrap_or_else(|| panic!("{old:?} is gone"));
                    let stays = (label.x - x).abs() < 0.05 && label.seat == old.seat;
                    assert!(stays && label.title == old.title, "{old:?} {label:?}");
                }
            }
            before = now;
        }
    }
}

#[test]
fn axis_labels_keep_apart_at_every_zoom() {
    let mut fitted = Fitted::new(fixture::korea(), 1000.0, 700.0);
    let mut uppers = BTreeSet::new();
    for _ in 0..40 {
        let axis = fitted.lay_out(None).axis;
        for (tier, text_type) in [
            (&axis.upper, layout::sizes::UPPER),
            (&axis.lower, layout::sizes::LOWER),
        ] {
            let named: Vec<_> = tier.iter().filter(|tick| !tick.text.is_empty()).collect();
            for pair in named.windows(2) {
                let end = pair[0].text_x + text_type.width(&pair[0].text);
                assert!(end < pair[1].text_x, "{pair:?}");
            }
        }
        assert!(axis.upper.iter().any(|tick| !tick.text.is_empty()));
        uppers.extend(axis.upper.into_iter().map(|tick| tick.text));
        let noon = fixture::day("2019-04-25").start() + 720;
        let x = fitted.viewport.x_from_time(noon, &fitted.scale);
        fitted.viewport.zoom_at(x, 1.4, &fitted.scale);
    }
    for want in ["2019", "april 2019", "torsdag 25. april 2019"] {
        assert!(uppers.contains(want), "{want} in {uppers:?}");
    }
}

#[test]
fn a_meeting_has_one_label_one_line_and_one_hit() {
    let korea = fixture::korea();
    let fitted = Fitted::new(korea, 1400.0, 900.0);
    let layout = fitted.lay_out(None);
    let scene = draw(&layout, &Theme::LIGHT);
    for event in fitted.chronology.events() {
        let n_labels = layout
            .labels
            .iter()
            .filter(|one| one.event == event.id)
            .count();
        let n_lines = layout
            .links
            .iter()
            .filter(|one| one.event == event.id)
            .count();
        let hits = scene
            .hits
            .iter()
            .filter(|hit| hit.target == Target::Event(event.id));
        assert!(n_labels <= 1, "{}", event.title);
        assert_eq!(
            n_lines,
            usize::from(event.participants.len() > 1),
            "{}",
            event.title
        );
        assert_eq!(hits.count(), 1, "{}", event.title);
    }
    let words = "Møte i Vladivostok, 25. april 2019, Kim Jong-un og Vladimir Putin";
    assert!(
        scene
            .hits
            .iter()
            .any(|hit| hit.words(&fitted.chronology, norwegian()) == words)
    );
}

#[test]
fn chosen_people_leave_only_what_they_took_part_in() {
    let mut picture = pictured(&Theme::LIGHT, 900, None);
    picture.people = Some(vec![PersonId::new("donald-trump")]);
    let korea = fixture::korea();
    let scene = export::picture(&korea, &picture).expect("a scene");
    assert_eq!(scene.tracks.len(), 1, "{:?}", scene.tracks);
    assert_eq!(scene.tracks[0].0, Some(PersonId::new("donald-trump")));
    let says_2011 = |hit: &tidslinje::scene::Hit| hit.words(&korea, norwegian()).contains("2011");
    assert!(!scene.hits.iter().any(says_2011));
}

#[test]
fn participants_without_a_track_are_noted() {
    let mut fitted = Fitted::new(fixture::korea(), 1400.0, 900.0);
    let gone = PersonId::new("donald-trump");
    fitted.choice.tracks.retain(|id| *id != gone);
    let layout = fitted.lay_out(None);
    let stubs: Vec<_> = layout
        .links
        .iter()
        .filter_map(|link| link.stub.as_ref())
        .collect();
    assert!(
        stubs.iter().any(|stub| stub.text == "+ Donald Trump"),
        "{stubs:?}"
    );
    let scene = draw(&layout, &Theme::LIGHT);
    assert!(
        scene
            .hits
            .iter()
            .any(|hit| hit.target == Target::Hidden(vec![gone.clone()]))
    );
}

#[test]
fn svg_parses_keeps_text_and_tells_of_each_event() {
    let svg = svg(&fixture::korea());
    Tree::from_str(&svg, &Options::default()).expect("SVG");
    let document = Document::parse(&svg).expect("XML");
    let mut ids = BTreeSet::new();
    for node in document.descendants() {
        if let Some(id) = node.attribute("id") {
            assert!(ids.insert(id), "{id} twice");
        }
    }
    assert!(ids.contains("track-vladimir-putin"));
    let texts = |name: &'static str| {
        let nodes = document
            .descendants()
            .filter(move |node| node.has_tag_name(name));
        nodes
            .filter_map(|node| node.text().map(str::to_owned))
            .collect::<Vec<_>>()
    };
    assert!(
        texts("text")
            .iter()
            .any(|text| text == "Toppmøte i Singapore")
    );
    assert!(
        texts("title")
            .iter()
            .any(|text| text == "Møter med Xi (4 ganger)")
    );
    let hanoi = "27.–28. februar 2019\nKim Jong-un og Donald Trump\nToppmøte i Hanoi uten avtale <2019-02-27/2019-02-28> & «mer».";
    assert!(
        texts("desc").iter().any(|text| text == hanoi),
        "{:#?}",
        texts("desc")
    );
}

#[test]
fn the_date_grammar_is_drawn_as_agreed() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/exports/grammar.svg");
    let now = svg(&fixture::grammar());
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(path, &now).expect("the snapshot is written");
    }
    let agreed = std::fs::read_to_string(path).expect("the snapshot is there");
    let first = now.lines().zip(agreed.lines()).find(|(a, b)| a != b);
    assert!(
        now == agreed,
        "{first:?}; UPDATE_SNAPSHOTS=1 accepts the change"
    );
}

#[test]
fn the_same_chronology_is_the_same_bytes() {
    assert_eq!(svg(&fixture::korea()), svg(&fixture::korea()));
    assert_eq!(svg(&fixture::grammar()), svg(&fixture::grammar()));
}

#[test]
fn png_opens_at_its_scale() {
    let korea = fixture::korea();
    let scene = export::picture(&korea, &pictured(&Theme::DARK, 600, Some(400))).expect("a scene");
    for (scale, want) in [(1.0, (600, 400)), (0.5, (300, 200))] {
        let picture = Pixmap::decode_png(&bytes(&scene, "png", scale)).expect("PNG");
        assert_eq!((picture.width(), picture.height()), want);
        let colors: BTreeSet<_> = picture.data().chunks(4).map(<[u8]>::to_vec).collect();
        assert!(colors.len() > 20, "{} colours", colors.len());
    }
}

#[test]
fn what_cannot_be_drawn_is_refused() {
    let korea = fixture::korea();
    let wide = export::picture(&korea, &pictured(&Theme::LIGHT, 20_000, Some(400)));
    assert!(matches!(wide, Err(Error::PictureTooLarge { .. })));
    let empty = export::picture(&Chronology::default(), &pictured(&Theme::LIGHT, 800, None));
    assert!(matches!(empty, Err(Error::NothingToDraw)));
    let scene = export::picture(&korea, &pictured(&Theme::LIGHT, 900, Some(400))).expect("a scene");
    let Writer::Picture(write) = export::Format::of("a.PNG".as_ref()).expect("PNG").writer else {
        panic!("PNG is a picture");
    };
    for scale in [100.0, f64::NAN, f64::INFINITY] {
        assert!(
            matches!(write(&scene, scale), Err(Error::PictureTooLarge { .. })),
            "{scale}"
        );
    }
}

#[test]
fn small_and_odd_pictures_do_not_break() {
    for chronology in [fixture::grammar(), fixture::crowd(60)] {
        for (width, height) in [(1, 1), (100, 20), (300, 2000), (4000, 60)] {
            let picture = pictured(&Theme::PRINT, width, Some(height));
            let scene = export::picture(&chronology, &picture).expect("a scene");
            let svg = String::from_utf8(bytes(&scene, "svg", 1.0)).expect("text");
            assert!(
                !svg.contains("NaN") && !svg.contains("inf"),
                "{width} {height}"
            );
        }
    }
}

#[test]
fn text_can_be_read_in_every_theme() {
    for theme in Theme::ALL {
        let over = |color: Color, opacity: f64| color.over(theme.background, opacity);
        for behind in [theme.background, theme.panel, theme.weekend] {
            for text in [theme.ink, theme.muted, theme.accent] {
                assert!(text.contrast(behind) >= 4.5, "{}: {text:?}", theme.name);
            }
        }
        for track in theme.tracks {
            assert!(
                track.contrast(theme.background) >= 4.5,
                "{}: {track:?}",
                theme.name
            );
            for opacity in [0.09, 0.14] {
                assert!(
                    theme.muted.contrast(over(track, opacity)) >= 4.5,
                    "{}: {track:?}",
                    theme.name
                );
            }
        }
    }
}

#[test]
fn names_in_other_scripts_stay_whole_in_the_exports() {
    let names = ["محمود عباس", "김정은", "習近平", "Nguyễn Phú Trọng"];
    let person = |(n, name): (usize, &&str)| fixture::leader(&format!("one-{n}"), name, &[], None);
    let persons = names.iter().enumerate().map(person).collect();
    let people = ["one-0", "one-1", "one-2", "one-3"];
    let event = fixture::event(1, "Møte مع 김정은", Kind::Meeting, "2019-04-25", &people);
    let chronology = fixture::chronology(Vec::new(), persons, vec![event]);
    let svg = svg(&chronology);
    for name in names {
        assert!(svg.contains(&format!(">{name}<")), "{name}");
    }
    assert!(svg.contains("Møte مع 김정은"));
}
