//! What a frame costs: layout, scene and painting to meshes, by number of events and tracks, for views of the
//! whole and of a week, while panning and zooming.
//!
//!     cargo bench --bench frame            up to a million events
//!     cargo bench --bench frame -- 10      up to ten million

#![allow(clippy::print_stdout)] // a bench prints

mod crowd;
mod stage;

use crowd::crowd;
use stage::Stage;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;
use tidslinje::layout::{Roll, Scale, Viewport};
use tidslinje::scene::{Theme, draw};
use tidslinje::time::DAY;
use tidslinje::ui::paint;

const SIZE: (f64, f64) = (1600.0, 900.0);
const FRAMES: usize = 120;

fn main() {
    let most: f64 = std::env::args()
        .filter_map(|argument| argument.parse().ok())
        .next_back()
        .unwrap_or(1.0);
    println!(
        "milliseconds of one core a frame, median and 95th percentile (layout + scene + meshes)"
    );
    let sizes = [
        (1_000, 20),
        (10_000, 20),
        (100_000, 20),
        (1_000_000, 20),
        (1_000_000, 200),
        (10_000_000, 20),
    ];
    for (n_events, n_tracks) in sizes {
        if n_events as f64 <= most * 1e6 {
            measure(n_events, n_tracks);
        }
    }
}

fn measure(n_events: usize, n_tracks: usize) {
    let chronology = crowd(n_events, n_tracks, false);
    let stage = Stage::new(&chronology, Arc::new(Roll::new(&chronology)), SIZE);
    let (context, whole) = (context(), stage.viewport);
    let first = stage.lay_out(None);
    println!(
        "\n{n_events} events, {n_tracks} tracks: {:.0} bytes an event, {} marks, {} labels",
        stage.index.bytes() as f64 / n_events as f64,
        first.items.len(),
        first.labels.len(),
    );
    let middle = whole.position_from_x(SIZE.0 * 0.7);
    let week = {
        let mut week = whole;
        (week.from, week.to) = (middle - 4.0 * DAY as f64, middle + 4.0 * DAY as f64);
        week
    };
    frames(&stage, &context, "whole, pan ", whole, |view, scale, n| {
        view.pan(if n < 60 { 5.0 } else { -5.0 }, scale)
    });
    frames(&stage, &context, "whole, zoom", whole, |view, scale, n| {
        view.zoom_at(900.0, if n < 60 { 1.04 } else { 1.0 / 1.04 }, scale);
    });
    frames(&stage, &context, "week, pan  ", week, |view, scale, n| {
        view.pan(if n < 60 { 9.0 } else { -9.0 }, scale)
    });
    frames(&stage, &context, "week, zoom ", week, |view, scale, n| {
        view.zoom_at(900.0, if n < 60 { 1.0 / 1.04 } else { 1.04 }, scale);
    });
    let scene = draw(&first, &Theme::LIGHT);
    let begun = Instant::now();
    const HITS: usize = 1_000;
    for n in 0..HITS {
        let (x, y) = ((n * 37 % 1600) as f64, (n * 53 % 900) as f64);
        black_box(scene.hit(x, y));
    }
    println!(
        "  hit test {:.4} ms",
        begun.elapsed().as_secs_f64() * 1e3 / HITS as f64
    );
}

fn frames(
    stage: &Stage,
    context: &egui::Context,
    name: &str,
    viewport: Viewport,
    step: impl Fn(&mut Viewport, &Scale, usize),
) {
    let mut stage = Stage {
        viewport,
        ..stage.clone()
    };
    let mut before = stage.lay_out(None);
    let mut parts: [Vec<f64>; 4] = Default::default();
    for n in 0..FRAMES {
        step(&mut stage.viewport, &stage.scale, n);
        let begun = Instant::now();
        let layout = stage.lay_out(Some(&before));
        let laid_out = begun.elapsed();
        let scene = draw(&layout, &Theme::LIGHT);
        let drawn = begun.elapsed();
        let input = egui::RawInput {
            screen_rect: Some(egui::Rect::from_min_size(
                egui::Pos2::ZERO,
                egui::vec2(SIZE.0 as f32, SIZE.1 as f32),
            )),
            ..egui::RawInput::default()
        };
        let mut output = context.run_ui(input, |ui| {
            paint(ui.painter(), &scene, egui::Pos2::ZERO);
        });
        let shapes = std::mem::take(&mut output.shapes);
        black_box(context.tessellate(shapes, output.pixels_per_point));
        let done = begun.elapsed();
        let spent = [laid_out, drawn - laid_out, done - drawn, done];
        for (part, spent) in parts.iter_mut().zip(spent) {
            part.push(spent.as_secs_f64() * 1e3);
        }
        before = layout;
    }
    let at = |times: &mut Vec<f64>, share: f64| {
        times.sort_by(f64::total_cmp);
        times[(times.len() as f64 * share) as usize]
    };
    let [layout, scene, meshes, whole] = &mut parts;
    println!(
        "  {name} {:6.2} {:6.2}   ({:.2} + {:.2} + {:.2})  {} marks",
        at(whole, 0.5),
        at(whole, 0.95),
        at(layout, 0.5),
        at(scene, 0.5),
        at(meshes, 0.5),
        before.items.len(),
    );
}

/// A context with the program's own fonts, as the window has it.
fn context() -> egui::Context {
    let context = egui::Context::default();
    tidslinje::ui::install_fonts(&context);
    let _ = context.run_ui(egui::RawInput::default(), |_| {});
    context
}
