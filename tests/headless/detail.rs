//! Levels of detail, as data: any view of any crowd is bounded, and nothing is lost or made more exact in it.

use crate::fixture::{self, interval};
use std::collections::BTreeMap;
use std::sync::Arc;
use tidslinje::chronology::{Certainty, Chronology};
use tidslinje::layout::{
    self, Choice, Index, Layout, Mark, Roll, STRETCH_PX, Scale, Viewport, What, sizes,
};
use tidslinje::time::{DAY, Day, Interval};
use tidslinje::words::Interface;

struct Stage {
    chronology: Chronology,
    choice: Choice,
    index: Index,
    scale: Scale,
    viewport: Viewport,
}

impl Stage {
    fn new(chronology: Chronology, size: (f64, f64), row_px: Option<f64>) -> Self {
        let roll = Arc::new(Roll::new(&chronology));
        let choice = Choice {
            tracks: layout::order_tracks(&chronology, &roll),
            row_px,
            ..Choice::default()
        };
        let index = Index::new(roll, &choice);
        let scale = index.scale(Interval::UNKNOWN, false);
        let viewport = Viewport::fit(&scale, layout::left_px(&index, size.0), size.0, size.1);
        Self {
            chronology,
            choice,
            index,
            scale,
            viewport,
        }
    }

    fn lay_out(&self, before: Option<&Layout>) -> Layout {
        layout::lay_out(
            &self.chronology,
            &self.index,
            &self.choice,
            &self.scale,
            &self.viewport,
            Interface::FALLBACK,
            before,
        )
    }
}

/// How many marks, cells and labels a view may have: so many for each stretch of each track.
fn check_bounds(layout: &Layout, name: &str) {
    let width = layout.viewport.width_px - layout.viewport.left_px;
    let stretches = (width / (STRETCH_PX * 0.88) + 4.0) * layout.tracks.len() as f64;
    // Lanes of marks, with windows of seven lengths, the count and the shelf.
    let marks = stretches * (6.0 * 7.0 + 7.0 * 6.0 + 2.0);
    assert!(
        (layout.items.len() as f64) <= marks,
        "{name}: {} marks",
        layout.items.len()
    );
    assert!(
        (layout.strips.len() as f64) <= stretches,
        "{name}: {} strips",
        layout.strips.len()
    );
    let labels = layout.tracks.len() as f64 * 9.0 * (width / 20.0);
    assert!(
        (layout.labels.len() as f64) <= labels,
        "{name}: {} labels",
        layout.labels.len()
    );
    assert!(
        layout.axis.lower.len() as f64 <= width,
        "{name}: {} ticks",
        layout.axis.lower.len()
    );
}

#[test]
fn any_view_is_bounded_by_pixels_and_tracks() {
    let mut dice = fixture::Dice(99);
    let mut below = |n: usize| dice.roll(n);
    for n_events in [0, 1, 30, 3_000, 60_000] {
        for row_px in [None, Some(4.0), Some(20.0)] {
            let mut stage = Stage::new(fixture::crowd(n_events), (1300.0, 800.0), row_px);
            let mut before: Option<Layout> = None;
            for _ in 0..25 {
                let x = below(1300) as f64;
                let factor = (below(600) as f64 / 100.0 - 3.0).exp();
                stage.viewport.zoom_at(x, factor, &stage.scale);
                stage
                    .viewport
                    .pan(below(4000) as f64 - 2000.0, &stage.scale);
                let layout = stage.lay_out(before.as_ref());
                check_bounds(&layout, &format!("{n_events} events, rows of {row_px:?}"));
                before = Some(layout);
            }
        }
    }
}

#[test]
fn counts_add_up_to_the_events() {
    for n_events in [40, 2_000, 30_000] {
        for row_px in [None, Some(5.0)] {
            let stage = Stage::new(fixture::crowd(n_events), (1200.0, 2400.0), row_px);
            let layout = stage.lay_out(None);
            let mut seen: BTreeMap<usize, usize> = BTreeMap::new();
            for item in &layout.items {
                *seen.entry(item.track).or_default() += match item.what {
                    What::Event(_) => 1,
                    What::More { count, .. } => count,
                };
            }
            for strip in layout
                .strips
                .iter()
                .filter(|strip| layout.tracks[strip.track].n_lanes == 0)
            {
                *seen.entry(strip.track).or_default() += strip.count;
            }
            for (n, track) in layout.tracks.iter().enumerate() {
                let person = track.person.as_ref();
                let takes_part = |event: &&tidslinje::chronology::Event| match person {
                    Some(person) => event.participants.contains(person),
                    None => event.participants.is_empty(),
                };
                let all = stage.chronology.events().filter(takes_part).count();
                let found = seen.get(&n).copied().unwrap_or(0);
                assert_eq!(
                    found, all,
                    "{} of {n_events}, rows of {row_px:?}",
                    track.full_name
                );
            }
        }
    }
}

#[test]
fn the_cells_of_a_strip_hold_its_points() {
    let stage = Stage::new(fixture::crowd(50_000), (1200.0, 900.0), None);
    let layout = stage.lay_out(None);
    assert!(!layout.strips.is_empty(), "a crowd is crowded");
    for strip in &layout.strips {
        let points: usize = strip.counts.iter().map(|count| *count as usize).sum();
        let (start, end) = (
            strip.interval.start.expect("bounded"),
            strip.interval.end.expect("bounded"),
        );
        let all = stage.index.count(strip.track, start, end);
        assert!(points <= all, "{points} of {all}");
        assert!(strip.count <= all, "{} of {all}", strip.count);
        if !strip.has_windows {
            assert_eq!(points, all, "{strip:?}");
        }
    }
}

#[test]
fn a_date_is_never_drawn_more_exactly_than_it_is_known() {
    let mut stage = Stage::new(fixture::crowd(400), (1300.0, 900.0), None);
    for _ in 0..12 {
        let layout = stage.lay_out(None);
        let px = |minutes: i64| minutes as f64 * layout.viewport.px_per_minute();
        for item in &layout.items {
            let What::Event(id) = item.what else { continue };
            let event = stage
                .chronology
                .event(id)
                .expect("a mark stands for an event");
            let Some(length) = event.when.interval.len() else {
                continue;
            };
            let is_exact = matches!(item.mark, Mark::Disc(_) | Mark::Bar(_));
            let is_span = event.when.form == tidslinje::chronology::Form::Span;
            assert!(
                !is_exact || length <= DAY || is_span,
                "{:?} of {:?}",
                item.mark,
                event.when
            );
            let is_whole = item.x0 > layout.viewport.left_px && item.x1 < layout.viewport.width_px;
            if is_whole && stage.scale.gaps().is_empty() {
                assert!(
                    item.x1 - item.x0 >= px(length) - 0.5,
                    "{item:?} of {length} minutes"
                );
            }
        }
        stage.viewport.zoom_at(700.0, 2.0, &stage.scale);
    }
}

#[test]
fn a_year_that_knowledge_narrowed_is_drawn_as_the_year() {
    let mut korea = fixture::korea();
    let mut event = korea.events().next().expect("an event").clone();
    let (year, granularity) = interval("2011");
    event.id.start += 100_000;
    event.when.interval = interval("2011-08-24").0;
    event.when.said = Some(year);
    event.when.granularity = granularity;
    event.when.certainty = Certainty::Inferred;
    let id = event.id;
    let edit = tidslinje::chronology::Edit::adding(
        tidslinje::words::Message::new("edit-open"),
        Vec::new(),
        Vec::new(),
        vec![event],
    );
    korea.apply(&edit);
    let mut stage = Stage::new(korea, (1300.0, 1400.0), None);
    stage.viewport.show(year, &stage.scale);
    let layout = stage.lay_out(None);
    let item = layout
        .items
        .iter()
        .find(|item| item.what == What::Event(id))
        .expect("its mark");
    assert!(matches!(item.mark, Mark::Capsule(_)), "{:?}", item.mark);
    let named = layout.labels.iter().find(|label| label.event == id);
    assert!(
        named.is_none_or(|label| ["", "2011"].contains(&label.date.as_str())),
        "{named:?}"
    );
    let x = |day: &str| {
        let day: Day = day.parse().expect("a day");
        stage.viewport.x_from_time(day.start(), &stage.scale)
    };
    assert!(
        item.x0 <= x("2011-01-01") + 1.0 && item.x1 >= x("2012-01-01") - 1.0,
        "{item:?}"
    );
    let middle = f64::midpoint(x("2011-01-01"), x("2012-01-01"));
    assert!((item.at - middle).abs() < 20.0, "{item:?}");
}

#[test]
fn time_leads_to_a_pixel_and_back_from_minutes_to_ten_thousand_years() {
    const YEAR: i64 = 525_949;
    for length in [30, 60, DAY, 30 * DAY, YEAR, 100 * YEAR, 10_000 * YEAR] {
        for start in [-9_000 * YEAR, 0, 49 * YEAR + 12_345] {
            let extent = Interval::new(start, start + length);
            let scale = Scale::new(extent, &[extent], true);
            let mut viewport = Viewport::fit(&scale, 200.0, 3840.0, 900.0);
            (viewport.from, viewport.to) = (0.0, length as f64);
            for n in 0..=1_000 {
                let moment = start + length * n / 1_000;
                let x = viewport.x_from_time(moment, &scale);
                let back = viewport.time_from_x(x, &scale);
                let off_px = (back - moment as f64).abs() * viewport.px_per_minute();
                assert!(
                    off_px < 0.01,
                    "{length} minutes from {start}: off by {off_px} px"
                );
            }
        }
    }
}

#[test]
fn low_tracks_show_strips_and_two_hundred_fit() {
    let stage = Stage::new(fixture::crowd(20_000), (1200.0, 900.0), Some(4.0));
    let layout = stage.lay_out(None);
    assert!(layout.items.is_empty(), "no mark is drawn on a low track");
    for track in &layout.tracks {
        assert!(track.height < sizes::STRIP_PX);
        let x = layout.viewport.width_px / 2.0;
        let counted = layout
            .strips
            .iter()
            .filter(|strip| layout.tracks[strip.track] == *track);
        assert!(counted.clone().count() > 0, "{} at {x}", track.full_name);
    }
}

#[test]
fn choosing_an_event_moves_no_mark_and_no_label() {
    for n in [40, 900] {
        let mut stage = Stage::new(fixture::crowd(n), (1300.0, 900.0), None);
        let before = stage.lay_out(None);
        let places = |layout: &Layout| -> Vec<_> {
            let item = |one: &layout::Item| (one.track, one.lane, one.x0.to_bits(), one.mark);
            layout.items.iter().map(item).collect()
        };
        // Where an event has no mark on some track, choosing it makes room for one.
        let everywhere = stage.chronology.events().filter(|event| {
            let is_its = |item: &&layout::Item| item.what == What::Event(event.id);
            before.items.iter().filter(is_its).count() == event.participants.len()
        });
        let everywhere: Vec<_> = everywhere.map(|event| event.id).collect();
        assert!(everywhere.len() > 20);
        for event in everywhere.into_iter().step_by(7) {
            stage.choice.selected = Some(event);
            let now = stage.lay_out(Some(&before));
            assert!(places(&before) == places(&now), "{event:?}");
            let named = |layout: &Layout| -> Vec<_> {
                let label = |one: &layout::Label| (one.event, one.x.to_bits(), one.y.to_bits());
                layout.labels.iter().map(label).collect()
            };
            assert!(named(&before) == named(&now), "{event:?}");
        }
    }
}

#[test]
fn a_label_keeps_its_place_while_the_zoom_hardly_changes() {
    let mut stage = Stage::new(fixture::crowd(300), (1300.0, 900.0), None);
    stage.viewport.zoom_at(700.0, 3.0, &stage.scale);
    let mut before = stage.lay_out(None);
    let seats = |layout: &Layout| -> BTreeMap<_, _> {
        let label = |one: &layout::Label| (one.event, (one.track, one.seat, one.title.clone()));
        layout.labels.iter().map(label).collect()
    };
    // Away from the edges, where marks come and go.
    let is_inside = |layout: &Layout, event| {
        let label = layout.labels.iter().find(|label| label.event == event);
        label.is_some_and(|label| label.x > 420.0 && label.x + label.width < 1000.0)
    };
    let (mut kept, mut lost) = (0, 0);
    for _ in 0..4 {
        stage.viewport.zoom_at(700.0, 1.03, &stage.scale);
        let now = stage.lay_out(Some(&before));
        let new = seats(&now);
        for (event, old) in seats(&before) {
            if is_inside(&before, event) {
                match new.get(&event) == Some(&old) {
                    true => kept += 1,
                    false => lost += 1,
                }
            }
        }
        before = now;
    }
    assert!(kept > 60 && lost * 50 < kept, "{kept} kept, {lost} lost");
}

#[test]
fn meetings_in_one_window_have_lines_apart() {
    let meet = |n: u32, people: &[&str]| {
        let mut event = fixture::event(
            n,
            "Møter",
            tidslinje::chronology::Kind::Meeting,
            "2018",
            people,
        );
        event.count = 2 + n;
        event
    };
    let people = ["kim-jong-un", "donald-trump", "xi-jinping", "moon-jae-in"];
    let events = (1..4).map(|n| meet(n, &[people[0], people[n as usize]]));
    let chronology = fixture::chronology(Vec::new(), fixture::leaders(), events.collect());
    let layout = Stage::new(chronology, (1300.0, 900.0), None).lay_out(None);
    let mut lines: Vec<f64> = layout.links.iter().map(|link| link.x).collect();
    lines.sort_by(f64::total_cmp);
    assert_eq!(lines.len(), 3);
    assert!(
        lines.windows(2).all(|pair| pair[1] - pair[0] >= 8.0),
        "{lines:?}"
    );
    // No line runs through the mark of another meeting.
    for link in &layout.links {
        for item in &layout.items {
            let is_own = item.what == What::Event(link.event);
            let crosses = item.x0 < link.x && link.x < item.x1;
            let through = |(top, bottom): &(f64, f64)| *top < item.y && item.y < *bottom;
            assert!(
                is_own || !crosses || !link.pieces.iter().any(through),
                "{link:?} {item:?}"
            );
        }
    }
}

#[test]
fn a_number_lists_what_it_counts_and_stands_there() {
    for n in [300, 3_000] {
        let stage = Stage::new(fixture::crowd(n), (1300.0, 700.0), None);
        let layout = stage.lay_out(None);
        let mut seen = 0;
        for item in &layout.items {
            let What::More { count, interval } = &item.what else {
                continue;
            };
            seen += 1;
            let person = layout.tracks[item.track].person.as_ref();
            let listed = stage.index.touching(person, *interval);
            assert!(listed.len() >= *count, "{} of {count}", listed.len());
            let roll = stage.index.roll();
            let x = |at| stage.viewport.x_from_time(at, &stage.scale);
            let spans = listed.iter().map(|number| roll.span(*number));
            let (from, to) = spans.fold((f64::MAX, f64::MIN), |(from, to), (start, end)| {
                (from.min(x(start)), to.max(x(end)))
            });
            assert!(
                item.at > from - 30.0 && item.at < to + 30.0,
                "{item:?}: {from} {to}"
            );
        }
        assert!(seen > 0, "something is counted");
    }
}

#[test]
fn a_label_says_what_the_event_is_called_now() {
    let mut stage = Stage::new(fixture::korea(), (1300.0, 900.0), None);
    let before = stage.lay_out(None);
    let named = &before.labels[0];
    let old = stage
        .chronology
        .event(named.event)
        .expect("it is there")
        .clone();
    let new = tidslinje::chronology::Event {
        title: "Another name".to_owned(),
        ..old.clone()
    };
    let mut edit = tidslinje::chronology::Edit::adding(
        tidslinje::words::Message::new("edit-title"),
        Vec::new(),
        Vec::new(),
        vec![new],
    );
    edit.events.before.push(old);
    stage.chronology.apply(&edit);
    stage.index = Index::new(Arc::new(Roll::new(&stage.chronology)), &stage.choice);
    let now = stage.lay_out(Some(&before));
    let label = now.labels.iter().find(|label| label.event == named.event);
    assert_eq!(
        label.map(|label| label.title.as_str()),
        Some("Another name")
    );
    // In another language dates are said anew.
    let norwegian = Interface::find("nb").expect("a language");
    let now = layout::lay_out(
        &stage.chronology,
        &stage.index,
        &stage.choice,
        &stage.scale,
        &stage.viewport,
        norwegian,
        Some(&now),
    );
    let dates: Vec<&str> = now.labels.iter().map(|label| label.date.as_str()).collect();
    assert!(
        dates
            .iter()
            .any(|date| date.contains("april") || date.contains("juni")),
        "{dates:?}"
    );
    assert!(
        dates
            .iter()
            .all(|date| !date.contains("June") && !date.contains("Apr ")),
        "{dates:?}"
    );
}
