//! Work in the background: reading articles, writing pictures; with progress and cancel.

use super::Wake;
use super::library::Reading;
use crate::article;
use crate::error::{Error, Result};
use crate::export::{self, Format, Writer};
use crate::extract::Knowledge;
use crate::scene::Scene;
use crate::time::Day;
use crate::words::Message;
use rayon::prelude::*;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};

/// A job under way.
#[derive(Debug)]
pub struct Job {
    /// What it does, for the status line.
    pub name: Message,
    cancelled: Arc<AtomicBool>,
    done: Arc<AtomicUsize>,
    total: Arc<AtomicUsize>,
    results: Receiver<Done>,
}

/// How far a job has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Files done.
    pub done: usize,
    /// Files in all; 0 while they are still counted.
    pub total: usize,
}

/// What a job ends with.
#[derive(Debug)]
pub(super) enum Done {
    Read {
        read: Vec<Reading>,
        errors: Vec<Error>,
    },
    Saved(Result<String>),
    /// Nothing: the thread broke down. What the job was is all there is to tell.
    Lost(Message),
}

impl Job {
    /// Reads files and folders on all cores.
    pub(super) fn read(
        paths: Vec<PathBuf>,
        published: Option<Day>,
        knowledge: Arc<Knowledge>,
        wake: Wake,
    ) -> Self {
        let (job, sender) = Self::new(Message::new("job-reading"));
        let (cancelled, done, total) = (
            Arc::clone(&job.cancelled),
            Arc::clone(&job.done),
            Arc::clone(&job.total),
        );
        std::thread::spawn(move || {
            let mut errors = Vec::new();
            let mut files = Vec::new();
            for path in paths {
                match article::find(&path) {
                    Ok(found) => files.extend(found),
                    Err(error) => errors.push(error),
                }
            }
            total.store(files.len(), Ordering::Relaxed);
            let results: Vec<Result<Reading>> = files
                .into_par_iter()
                .filter(|_| !cancelled.load(Ordering::Relaxed))
                .map(|file| {
                    let reading = article::read(&file)
                        .map(|article| Reading::new(article, published, &knowledge));
                    done.fetch_add(1, Ordering::Relaxed);
                    wake();
                    reading
                })
                .collect();
            let mut read = Vec::new();
            for result in results {
                match result {
                    Ok(reading) => read.push(reading),
                    Err(error) => errors.push(error),
                }
            }
            // The window may be closed by now; then nobody waits for the answer.
            let _ = sender.send(Done::Read { read, errors });
            wake();
        });
        job
    }

    /// Writes a picture.
    pub(super) fn save(
        path: PathBuf,
        format: &'static Format,
        scene: Scene,
        scale: f64,
        wake: Wake,
    ) -> Self {
        let (job, sender) = Self::new(Message::new("job-saving"));
        std::thread::spawn(move || {
            let bytes = match format.writer {
                Writer::Picture(write) => write(&scene, scale),
                Writer::Data(_) => Err(Error::NothingToDraw),
            };
            let saved = bytes.and_then(|bytes| export::save(&path, &bytes));
            let _ = sender.send(Done::Saved(saved.map(|()| path.display().to_string())));
            wake();
        });
        job
    }

    fn new(name: Message) -> (Self, Sender<Done>) {
        let (sender, results) = channel();
        let job = Self {
            name,
            cancelled: Arc::default(),
            done: Arc::default(),
            total: Arc::default(),
            results,
        };
        (job, sender)
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        Progress {
            done: self.done.load(Ordering::Relaxed),
            total: self.total.load(Ordering::Relaxed),
        }
    }

    /// Stops it; what is done is kept.
    pub(super) fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Its result, once it has ended.
    pub(super) fn poll(&mut self) -> Option<Done> {
        match self.results.try_recv() {
            Ok(done) => Some(done),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Done::Lost(self.name.clone())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_whose_thread_breaks_down_ends() {
        let (mut job, sender) = Job::new(Message::new("job-reading"));
        assert!(job.poll().is_none());
        drop(sender);
        assert!(matches!(job.poll(), Some(Done::Lost(name)) if name == job.name));
    }
}
