//! The real window on a made-up chronology of any size, to look at and to measure.
//!
//!     cargo run --release --example crowd -- EVENTS TRACKS [--ride]
//!
//! With `--ride` it pans and zooms by itself for ten seconds, prints frames per second, and what a frame costs:
//! our part alone (panels, layout, scene, shapes), then with the meshes and their way to the graphics adapter.

#![allow(clippy::print_stdout)] // the ride prints its figures

#[path = "../bench/crowd.rs"]
mod crowd;

use std::time::{Duration, Instant};
use tidslinje::ui::{App, Opening, run_as};
use tidslinje::workspace::{Command, Move};

fn main() -> tidslinje::error::Result<()> {
    let numbers: Vec<usize> = std::env::args()
        .filter_map(|word| word.parse().ok())
        .collect();
    let [n_events, n_tracks] = numbers[..] else {
        println!("crowd EVENTS TRACKS [--ride]");
        return Ok(());
    };
    let rides = std::env::args().any(|word| word == "--ride");
    let opening = Opening {
        made: Some(crowd::crowd(n_events, n_tracks, n_events <= 1_000_000)),
        ..Opening::default()
    };
    run_as(opening, move |app| match rides {
        true => Box::new(Ride::new(app)),
        false => Box::new(app),
    })
}

/// How long the ride takes, after a second of rest.
const RIDE: Duration = Duration::from_secs(10);

/// A window that moves by itself.
struct Ride {
    app: App,
    begun: Instant,
    n_frames: usize,
    ours: Vec<f64>,
    whole: Vec<f64>,
}

impl Ride {
    fn new(app: App) -> Self {
        Self {
            app,
            begun: Instant::now(),
            n_frames: 0,
            ours: Vec::new(),
            whole: Vec::new(),
        }
    }

    fn told(&mut self) -> String {
        let mut at = |share: f64, ours: bool| {
            let times = if ours {
                &mut self.ours
            } else {
                &mut self.whole
            };
            times.sort_by(f64::total_cmp);
            let place = (times.len() as f64 * share) as usize;
            times
                .get(place.min(times.len().saturating_sub(1)))
                .map_or(0.0, |time| time * 1e3)
        };
        let figures = [
            at(0.5, true),
            at(0.95, true),
            at(0.5, false),
            at(0.95, false),
        ];
        let [ours, ours_95, whole, whole_95] = figures;
        format!(
            "{:.1} frames a second; our part {ours:.2} ms, 95% {ours_95:.2}; with meshes and submission {whole:.2} ms, 95% {whole_95:.2}",
            self.n_frames as f64 / RIDE.as_secs_f64(),
        )
    }
}

impl eframe::App for Ride {
    fn logic(&mut self, context: &egui::Context, frame: &mut eframe::Frame) {
        let since = self.begun.elapsed().saturating_sub(Duration::from_secs(1));
        if since > RIDE {
            println!("{}", self.told());
            std::process::exit(0);
        }
        if !since.is_zero() {
            self.n_frames += 1;
            self.whole.extend(frame.info().cpu_usage.map(f64::from));
            // Two seconds in, two along, two out, and again.
            let change = match since.as_secs() % 6 {
                0 | 1 => Move::Zoom {
                    x: 700.0,
                    factor: 1.03,
                },
                2 | 3 => Move::Pan(if since.subsec_millis() < 500 {
                    6.0
                } else {
                    -6.0
                }),
                _ => Move::Zoom {
                    x: 700.0,
                    factor: 1.0 / 1.03,
                },
            };
            self.app.wish(Command::View(change));
        }
        let begun = Instant::now();
        self.app.logic(context);
        self.ours.push(begun.elapsed().as_secs_f64());
        context.request_repaint();
    }

    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        let begun = Instant::now();
        self.app.ui(ui);
        if let Some(ours) = self.ours.last_mut() {
            *ours += begun.elapsed().as_secs_f64();
        }
    }
}
