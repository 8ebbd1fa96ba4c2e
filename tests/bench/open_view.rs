//! What opening costs, from a chronology of a million events to the first laid-out frame, and what single parts
//! of a view cost: pointing, and a layout whose labels are placed anew.
//!
//!     cargo bench --bench open_view

#![allow(clippy::print_stdout)] // a bench prints

mod crowd;
mod stage;

use crowd::crowd;
use stage::Stage;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;
use tidslinje::layout::Roll;
use tidslinje::scene::{Theme, draw};

const RUNS: usize = 5;

fn main() {
    let chronology = crowd(1_000_000, 20, false);
    let mut parts: [Vec<f64>; 4] = Default::default();
    for _ in 0..RUNS {
        let begun = Instant::now();
        let roll = Arc::new(Roll::new(&chronology));
        let rolled = begun.elapsed();
        let stage = Stage::new(&chronology, roll, (1600.0, 900.0));
        let indexed = begun.elapsed();
        let first = stage.lay_out(None);
        let done = begun.elapsed();
        black_box(&first);
        let spent = [rolled, indexed - rolled, done - indexed, done];
        for (part, spent) in parts.iter_mut().zip(spent) {
            part.push(spent.as_secs_f64() * 1e3);
        }
    }
    let [roll, index, layout, whole] = parts.map(median);
    println!(
        "a million events to the first frame: {whole:.0} ms (roll {roll:.0}, index and order {index:.0}, layout {layout:.0}), median of {RUNS}"
    );
    let roll = Arc::new(Roll::new(&chronology));
    let stage = Stage::new(&chronology, roll, (1600.0, 900.0));
    println!("{:.1} bytes an event", stage.index.bytes() as f64 / 1e6);
    let scene = draw(&stage.lay_out(None), &Theme::LIGHT);
    const HITS: usize = 10_000;
    let begun = Instant::now();
    for n in 0..HITS {
        let (x, y) = ((n * 37 % 1600) as f64, (n * 53 % 900) as f64);
        black_box(scene.hit(x, y));
    }
    println!(
        "pointing {:.4} ms",
        begun.elapsed().as_secs_f64() * 1e3 / HITS as f64
    );

    let chronology = crowd(1_000, 20, false);
    let roll = Arc::new(Roll::new(&chronology));
    let mut stage = Stage::new(&chronology, roll, (2400.0, 1600.0));
    let mut before = stage.lay_out(None);
    let mut spent: [Vec<f64>; 2] = Default::default();
    for n in 0..40 {
        // Farther than labels keep their places; then not at all.
        let factor = if n % 2 == 0 { 1.3 } else { 1.0 / 1.3 };
        stage.viewport.zoom_at(1_200.0, factor, &stage.scale);
        for times in &mut spent {
            let begun = Instant::now();
            let now = stage.lay_out(Some(&before));
            times.push(begun.elapsed().as_secs_f64() * 1e3);
            before = now;
        }
    }
    let [anew, kept] = spent.map(median);
    println!(
        "layout with {} labels on {} marks: {anew:.2} ms when they are placed anew, {kept:.2} ms when they stay",
        before.labels.len(),
        before.items.len(),
    );
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
