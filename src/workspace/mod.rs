//! The open project, the view of it, and the jobs under way; applies commands.
//!
//! A workspace owns everything that is not a pixel. The window reads it and wishes for changes by
//! [`Command`]; `apply` is the only way in. Only here does an `Edit` reach the chronology, and each is
//! remembered for undo.

mod command;
mod find;
mod job;
mod library;
mod project;
mod samples;
mod view;

pub use command::{Command, ExportRequest, Move};
pub use job::{Job, Progress};
pub use project::PROJECT_EXTENSION;
pub use view::{Look, View};

pub use crate::extract::Knowledge;

use crate::article;
use crate::chronology::{
    Article, ArticleId, Chronology, Correction, CorrectionId, Edit, Event, EventId, Evidence,
    History, What,
};
use crate::error::{Error, Result};
use crate::export::{self, FORMATS, Format, Writer};
use crate::layout;
use crate::scene::{Theme, draw};
use crate::store::Project;
use crate::time::Day;
use crate::words::{Interface, Message, say};
use job::Done;
use library::{Library, Reading};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

/// Wakes the window when a job has something to tell.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// The open project and the view of it.
pub struct Workspace {
    knowledge: Arc<Knowledge>,
    wake: Wake,
    library: Library,
    chronology: Chronology,
    history: History,
    view: View,
    /// Jobs under way, the oldest first; none waits for another.
    jobs: Vec<Job>,
    notices: Vec<Notice>,
    /// The file that everything is written to, if one is open.
    project: Option<Project>,
    /// The articles that came with the program. Where nothing else is open, they give way to the first
    /// article of the user's own.
    samples: BTreeSet<ArticleId>,
}

/// Something to tell the user.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What there is to say.
    pub message: Message,
    /// Whether something went wrong.
    pub is_error: bool,
}

impl Workspace {
    /// An empty workspace.
    pub fn new(knowledge: Arc<Knowledge>, interface: Interface, wake: Wake) -> Self {
        Self {
            knowledge,
            wake,
            library: Library::default(),
            chronology: Chronology::default(),
            history: History::default(),
            view: View::new(interface),
            jobs: Vec::new(),
            notices: Vec::new(),
            project: None,
            samples: BTreeSet::new(),
        }
    }

    /// Shows a chronology that was made elsewhere, in place of what is open. It has no articles to be read again.
    pub fn put(&mut self, chronology: Chronology) {
        self.chronology = chronology;
        self.history = History::default();
        self.view.follow(&self.chronology, true);
    }

    /// Articles, persons and events.
    pub fn chronology(&self) -> &Chronology {
        &self.chronology
    }

    /// What is seen of them, and how.
    pub fn view(&self) -> &View {
        &self.view
    }

    /// The language of the interface.
    pub fn interface(&self) -> Interface {
        self.view.interface
    }

    /// The job under way, the oldest if there are several.
    pub fn job(&self) -> Option<&Job> {
        self.jobs.first()
    }

    /// What there is to tell, the oldest first.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The edits that undo and redo would carry out.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// An article's text.
    pub fn text(&self, article: ArticleId) -> Option<Cow<'_, str>> {
        let known = self.library.text(article).map(Cow::Borrowed);
        known.or_else(|| self.stored_text(article).map(Cow::Owned))
    }

    /// The endings of files that can be opened, for a file dialog.
    pub fn readable_extensions() -> Vec<&'static str> {
        article::READERS
            .iter()
            .flat_map(|reader| reader.extensions)
            .copied()
            .collect()
    }

    /// The endings of pictures that can be written, with the formats' names.
    pub fn picture_formats() -> Vec<(&'static str, &'static str)> {
        let picture = |format: &&Format| matches!(format.writer, Writer::Picture(_));
        FORMATS
            .iter()
            .filter(picture)
            .map(|format| (format.name, format.extension))
            .collect()
    }

    /// All passages of an article that tell of events, in the order of the text.
    pub fn passages(&self, article: ArticleId) -> Vec<(&Event, &Evidence)> {
        let mut passages: Vec<(&Event, &Evidence)> = self
            .chronology
            .events()
            .flat_map(|event| event.sources.iter().map(move |source| (event, source)))
            .filter(|(_, source)| source.article == article)
            .collect();
        passages.sort_by_key(|(event, source)| (source.start, source.end, event.id));
        passages
    }

    /// The events that hold every word of what was typed, the most important first; in a project the best first.
    pub fn find(&self, typed: &str, most: usize) -> Vec<EventId> {
        let project = self.project.as_ref();
        let found = project.and_then(|project| project.find_events(typed, most).ok());
        found.unwrap_or_else(|| find::find(&self.chronology, typed, most))
    }

    /// Carries out a command.
    pub fn apply(&mut self, command: Command) {
        match command {
            Command::Open(paths, published) => self.open(paths, published),
            Command::OpenSamples => self.open_samples(),
            Command::Paste(text) => self.paste(text),
            Command::SetPublished(article, date) => self.set_published(article, &date),
            Command::Remove(article) => self.remove(article),
            Command::Correct(what) => self.correct(what),
            Command::Withdraw(correction) => self.withdraw(correction),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::CancelJob => self.cancel_job(),
            Command::Dismiss(number) => self.dismiss(number),
            Command::DismissAll => self.dismiss_all(),
            Command::Export(request) => self.export(&request),
            Command::Complain(error) => self.complain(&error),
            Command::View(change) => self.view.apply(change, &self.chronology),
        }
    }

    /// Takes in what jobs have finished. To be called once a frame.
    pub fn poll(&mut self) {
        let mut finished = Vec::new();
        self.jobs.retain_mut(|job| {
            let done = job.poll();
            let is_under_way = done.is_none();
            finished.extend(done);
            is_under_way
        });
        for done in finished {
            self.finish(done);
        }
    }

    fn finish(&mut self, done: Done) {
        match done {
            Done::Read { read, errors } => self.take_in(read, &errors),
            Done::Saved(Ok(path)) => self.tell(Message::new("notice-saved").with("path", path)),
            Done::Saved(Err(error)) => self.complain(&error),
            Done::Lost(name) => self.lose(&name),
        }
    }

    fn open(&mut self, paths: Vec<PathBuf>, published: Option<Day>) {
        if let Some(project) = Self::project_of(&paths) {
            return self.open_project(project);
        }
        self.jobs.push(Job::read(
            paths,
            published,
            Arc::clone(&self.knowledge),
            Arc::clone(&self.wake),
        ));
    }

    /// The articles that come with the program, read at once: they are few and short.
    fn open_samples(&mut self) {
        let read: Vec<Reading> = samples::SAMPLES
            .iter()
            .filter_map(|(name, contents)| article::read_text(name, contents).ok())
            .map(|article| Reading::new(article, None, &self.knowledge))
            .collect();
        self.samples = read.iter().map(Reading::article).collect();
        let is_start = self.chronology.articles().len() == 0 && self.history.is_empty();
        self.take_in(read, &[]);
        if is_start {
            // What the program starts with is nothing to undo.
            self.history = History::default();
        }
    }

    fn paste(&mut self, text: String) {
        let name = Message::new("pasted-name").with("n", self.chronology.articles().len() + 1);
        match article::read_text(&say(&name, self.interface()), &text) {
            Ok(article) => {
                let reading = Reading::new(article, None, &self.knowledge);
                self.take_in(vec![reading], &[]);
            }
            Err(error) => self.complain(&error),
        }
    }

    fn take_in(&mut self, read: Vec<Reading>, errors: &[Error]) {
        let n_read = read.len();
        let added = self.library.add(read);
        let is_sample = |article: &Article| self.samples.contains(&article.id);
        let gives_way = self.chronology.articles().all(is_sample) && !added.iter().all(is_sample);
        let kept = self.chronology.articles().filter(|_| !gives_way);
        let mut articles: Vec<Article> = kept.cloned().collect();
        let n_before = articles.len();
        articles.extend(added);
        self.rebuild(Message::new("edit-open"), &articles);
        let n_new = self.chronology.articles().len() - n_before;
        for error in errors {
            self.complain(error);
        }
        if n_read > n_new {
            self.tell(Message::new("notice-known").with("n", n_read - n_new));
        }
        self.view
            .follow(&self.chronology, n_before == 0 || n_new > 0);
    }

    /// A date typed by the user, as people write it; empty takes the user's date away again.
    fn set_published(&mut self, id: ArticleId, typed: &str) {
        let date = match typed.trim() {
            "" => None,
            typed => match self.library.date(typed, &self.knowledge) {
                Some(day) => Some(day),
                None => {
                    return self.complain(&Error::BadDate {
                        text: typed.to_owned(),
                    });
                }
            },
        };
        let dated: Vec<Article> = self.chronology.article(id).cloned().into_iter().collect();
        if let Err(error) = self.fetch(&dated) {
            return self.complain(&error);
        }
        let articles = self.chronology.articles();
        let articles: Vec<Article> = articles
            .map(|article| match article.id == id {
                true => self.library.dated(article, date, &self.knowledge),
                false => article.clone(),
            })
            .collect();
        self.rebuild(Message::new("edit-published"), &articles);
        self.view.follow(&self.chronology, true);
    }

    fn remove(&mut self, id: ArticleId) {
        let articles: Vec<Article> = self
            .chronology
            .articles()
            .filter(|article| article.id != id)
            .cloned()
            .collect();
        self.rebuild(Message::new("edit-remove"), &articles);
        self.view.follow(&self.chronology, false);
    }

    fn correct(&mut self, what: Vec<What>) {
        let Some(name) = what.first().map(What::name) else {
            return;
        };
        let mut corrections = self.corrections();
        for what in what {
            let last = corrections.last().map_or(0, |last| last.id.0);
            corrections.push(Correction {
                id: CorrectionId(last.saturating_add(1)),
                what,
                lost: None,
            });
        }
        self.rebuild_corrected(name, &corrections);
    }

    fn withdraw(&mut self, id: CorrectionId) {
        let mut corrections = self.corrections();
        corrections.retain(|correction| correction.id != id);
        self.rebuild_corrected(Message::new("edit-withdraw"), &corrections);
    }

    fn corrections(&self) -> Vec<Correction> {
        self.chronology.corrections().cloned().collect()
    }

    fn rebuild_corrected(&mut self, name: Message, corrections: &[Correction]) {
        let articles: Vec<Article> = self.chronology.articles().cloned().collect();
        self.rebuild_from(name, &articles, corrections);
        self.view.follow(&self.chronology, false);
    }

    /// Merges what these articles tell into a new chronology, as one edit; the corrections stay.
    fn rebuild(&mut self, name: Message, articles: &[Article]) {
        let corrections = self.corrections();
        self.rebuild_from(name, articles, &corrections);
    }

    fn rebuild_from(&mut self, name: Message, articles: &[Article], corrections: &[Correction]) {
        if let Err(error) = self.fetch(articles) {
            return self.complain(&error);
        }
        let new = self.library.merge(articles, corrections, &self.knowledge);
        let edit = Edit::between(name, &self.chronology, &new);
        self.commit(edit);
    }

    fn cancel_job(&mut self) {
        if let Some(job) = self.job() {
            job.cancel();
        }
    }

    fn dismiss(&mut self, number: usize) {
        if number < self.notices.len() {
            self.notices.remove(number);
        }
    }

    fn dismiss_all(&mut self) {
        self.notices.clear();
    }

    /// A job ended without a word: its thread broke down.
    fn lose(&mut self, name: &Message) {
        let what = say(name, self.interface());
        self.notices.push(Notice {
            message: Message::new("notice-job-lost").with("what", what),
            is_error: true,
        });
    }

    /// Tells something; what was told before and went well makes room for it.
    fn tell(&mut self, message: Message) {
        self.notices.retain(|notice| notice.is_error);
        self.notices.push(Notice {
            message,
            is_error: false,
        });
    }

    fn complain(&mut self, error: &Error) {
        self.notices.push(Notice {
            message: error.message(),
            is_error: true,
        });
    }

    fn export(&mut self, request: &ExportRequest) {
        match self.picture(request) {
            Ok((format, scene)) => {
                self.jobs.push(Job::save(
                    request.path.clone(),
                    format,
                    scene,
                    request.scale,
                    Arc::clone(&self.wake),
                ));
            }
            Err(error) => self.complain(&error),
        }
    }

    /// The scene to export: what the window shows, or everything.
    fn picture(&self, request: &ExportRequest) -> Result<(&'static Format, crate::scene::Scene)> {
        let format = Format::of(&request.path)?;
        let theme = Theme::ALL
            .into_iter()
            .find(|theme| theme.name == request.theme)
            .unwrap_or(&Theme::LIGHT);
        if request.everything {
            let picture = export::Picture {
                width_px: request.width_px,
                height_px: request.height_px,
                theme,
                people: Some(self.view.choice.tracks.clone()),
                time: crate::time::Interval::UNKNOWN,
                true_scale: self.view.is_true_scale,
                interface: self.interface(),
            };
            return Ok((format, export::picture(&self.chronology, &picture)?));
        }
        let choice = layout::Choice {
            hovered: None,
            selected: None,
            ..self.view.choice.clone()
        };
        let mut viewport = self.view.viewport;
        let height = request.height_px.map_or(viewport.height_px, f64::from);
        viewport.resize(viewport.left_px, f64::from(request.width_px), height);
        let layout = layout::lay_out(
            &self.chronology,
            self.view.index(),
            &choice,
            self.view.scale(),
            &viewport,
            self.interface(),
            None,
        );
        let scene = draw(&layout, theme).described(&self.chronology, self.interface());
        Ok((format, scene))
    }
}

/// The event whose id is given, if the chronology still has it.
fn known(chronology: &Chronology, event: Option<EventId>) -> Option<EventId> {
    event.filter(|event| chronology.event(*event).is_some())
}
