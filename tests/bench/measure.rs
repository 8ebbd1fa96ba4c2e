//! Measuring: processor time where Linux tells it, else the time on the wall.

#![allow(dead_code)] // each bench uses its part

use std::hint::black_box;
use std::time::{Duration, Instant};

/// Runs of which the median counts.
const RUNS: usize = 5;

/// A run lasts so long at least: some kernels count a thread's time in steps of 4 ms.
const LEAST: Duration = Duration::from_millis(150);

/// The median time of several runs; what is short is repeated in each.
pub fn median<T>(mut run: impl FnMut() -> T) -> Duration {
    let begun = Instant::now();
    black_box(run());
    let first = begun.elapsed().max(Duration::from_micros(1));
    let times = (LEAST.as_nanos() / first.as_nanos()).clamp(1, 10_000) as u32;
    let mut measured: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let before = Clock::now();
            for _ in 0..times {
                black_box(run());
            }
            before.elapsed() / times
        })
        .collect();
    measured.sort();
    measured[RUNS / 2]
}

/// As the median, but what takes long is done once only.
pub fn steady<T>(mut run: impl FnMut() -> T) -> Duration {
    let before = Clock::now();
    black_box(run());
    let once = before.elapsed();
    if once < Duration::from_secs(1) {
        median(run)
    } else {
        once
    }
}

/// A moment: the nanoseconds this thread has had of a processor, and the time on the wall.
pub struct Clock {
    on_processor: Option<u64>,
    wall: Instant,
}

impl Clock {
    pub fn now() -> Self {
        Self {
            on_processor: on_processor(),
            wall: Instant::now(),
        }
    }

    /// How long something takes on the wall.
    pub fn wall_of<T>(run: impl FnOnce() -> T) -> Duration {
        let begun = Instant::now();
        black_box(run());
        begun.elapsed()
    }

    pub fn elapsed(&self) -> Duration {
        match (self.on_processor, on_processor()) {
            (Some(before), Some(now)) if now > before => Duration::from_nanos(now - before),
            _ => self.wall.elapsed(),
        }
    }
}

fn on_processor() -> Option<u64> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok()
}

pub fn speed(bytes: usize, time: Duration) -> f64 {
    bytes as f64 / 1e6 / time.as_secs_f64()
}

pub fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
