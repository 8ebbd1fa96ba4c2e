//! The project file behind the workspace: what is done is written to it before it is shown.

use super::Workspace;
use super::library::Library;
use crate::article;
use crate::chronology::{Article, ArticleId, Chronology, Edit, History};
use crate::error::Result;
use crate::store::{Project, Text};
use crate::words::Message;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// How a project's file ends, without the dot.
pub const PROJECT_EXTENSION: &str = "tidslinje";

/// Where what was not named is kept.
const SCRATCH: &str = "unnamed";
/// Windows that have a project without a name at the same time.
const MOST_SCRATCH: usize = 16;

impl Workspace {
    /// Keeps what is done in a project without a name, in that folder, until it is given one: the project of the last
    /// time, if there is one and no other window has it.
    pub fn keep_in(&mut self, folder: &Path) {
        let names = (1..=MOST_SCRATCH).map(|n| match n {
            1 => format!("{SCRATCH}.{PROJECT_EXTENSION}"),
            n => format!("{SCRATCH}-{n}.{PROJECT_EXTENSION}"),
        });
        for name in names {
            let path = folder.join(name);
            if !path.exists() {
                self.scratch = Some(path);
                return;
            }
            match Project::open(&path) {
                Ok(project) if project.is_read_only() => {}
                Ok(project) => {
                    self.scratch = Some(path);
                    return self.show(project);
                }
                // A damaged one is left where it is, and told of.
                Err(error) => self.complain(&error),
            }
        }
    }

    /// The folder of the user's system where such projects lie; nothing where it has none.
    pub fn usual_folder() -> Option<PathBuf> {
        let folders = directories::ProjectDirs::from("", "", "Tidslinje")?;
        let folder = folders.data_local_dir();
        std::fs::create_dir_all(folder).ok()?;
        Some(folder.to_owned())
    }

    /// The project's file, where it has a name.
    pub fn project(&self) -> Option<&Path> {
        let path = self.project.as_ref()?.path();
        (self.scratch.as_deref() != Some(path)).then_some(path)
    }

    /// Whether another window writes the project.
    pub fn is_read_only(&self) -> bool {
        self.project.as_ref().is_some_and(Project::is_read_only)
    }

    /// Whether these paths are a project to be opened, rather than articles.
    pub(super) fn project_of(paths: &[PathBuf]) -> Option<&Path> {
        match paths {
            [path] if path.extension().is_some_and(|end| end == PROJECT_EXTENSION) => Some(path),
            _ => None,
        }
    }

    /// Opens a project in place of what is open, or makes a new one.
    pub(super) fn open_project(&mut self, path: &Path) {
        match Project::open(path) {
            Ok(project) => {
                self.remember();
                self.show(project);
            }
            Err(error) => self.complain(&error),
        }
    }

    fn show(&mut self, project: Project) {
        let read =
            || -> Result<(Chronology, History)> { Ok((project.chronology()?, project.history()?)) };
        match read() {
            Ok((chronology, history)) => {
                self.library = Library::default();
                self.samples = BTreeSet::new();
                self.chronology = chronology;
                self.history = history;
                if project.is_read_only() {
                    let path = project.path().display().to_string();
                    self.complain(&crate::error::Error::ReadOnly { path });
                }
                let view = project.setting("view").ok().flatten();
                self.project = Some(project);
                self.view.forget();
                self.view.follow(&self.chronology, true);
                if let Some(view) = view {
                    self.view.recall(&view, &self.chronology);
                }
            }
            Err(error) => self.complain(&error),
        }
    }

    /// Writes all of the project to another file; the project stays where it is.
    pub(super) fn save_copy(&mut self, path: &Path) {
        self.remember();
        match self.copy_to(path) {
            Ok(()) => {
                let path = path.display().to_string();
                self.tell(Message::new("notice-saved").with("path", path));
            }
            Err(error) => self.complain(&error),
        }
    }

    /// Gives what is open a file of its own, and goes on in it; a project without a name is then gone.
    pub(super) fn keep_as(&mut self, path: &Path) {
        self.remember();
        let kept = self.copy_to(path).and_then(|()| Project::open(path));
        match kept {
            Ok(project) => {
                let old = self.project.replace(project);
                if let Some(scratch) = old.filter(|old| Some(old.path()) == self.scratch.as_deref())
                {
                    let path = scratch.path().to_owned();
                    drop(scratch);
                    // It is in the new file; a leftover would only be opened again.
                    let _ = std::fs::remove_file(path);
                }
                let path = path.display().to_string();
                self.tell(Message::new("notice-kept").with("path", path));
            }
            Err(error) => self.complain(&error),
        }
    }

    fn copy_to(&mut self, path: &Path) -> Result<()> {
        match &self.project {
            Some(project) => project.copy(path),
            None => self.begin(path).map(|_| ()),
        }
    }

    /// Remembers how the project is looked at.
    pub fn remember(&mut self) {
        let view = self.view.kept();
        if let Some(project) = self
            .project
            .as_mut()
            .filter(|project| !project.is_read_only())
        {
            // What is lost is where one looked: not worth a word.
            let _ = project.set("view", &view);
        }
    }

    /// Writes an edit, then carries it out. What cannot be written is not done, and told.
    pub(super) fn commit(&mut self, edit: Edit) -> bool {
        if edit.is_empty() {
            return false;
        }
        if let Err(error) = self.write(&edit) {
            self.complain(&error);
            return false;
        }
        self.chronology.apply(&edit);
        self.history.push(edit);
        true
    }

    fn write(&mut self, edit: &Edit) -> Result<()> {
        let is_samples = |article: &Article| self.samples.contains(&article.id);
        let is_start = self.history.is_empty() && edit.articles.after.iter().all(is_samples);
        let shows_samples = !self.samples.is_empty();
        if self.project.is_none() && !(shows_samples && is_start && edit.corrections.is_empty()) {
            let Some(path) = self.scratch.clone() else {
                return Ok(());
            };
            self.project = Some(self.begin(&path)?);
        }
        let texts = self
            .library
            .texts(edit.articles.after.iter().map(|one| one.id));
        match &mut self.project {
            Some(project) => project.write(edit, &texts),
            None => Ok(()),
        }
    }

    /// A new project file that holds what is open.
    fn begin(&self, path: &Path) -> Result<Project> {
        let mut project = Project::open(path)?;
        let name = Message::new("edit-open");
        let base = Edit::between(name, &Chronology::default(), &self.chronology);
        let texts = self
            .library
            .texts(self.chronology.articles().map(|one| one.id));
        project.begin(&base, &texts)?;
        Ok(project)
    }

    pub(super) fn undo(&mut self) {
        let Some(inverse) = self.history.next_undo().map(Edit::inverse) else {
            return;
        };
        match self
            .project
            .as_mut()
            .map_or(Ok(()), |project| project.undo(&inverse))
        {
            Ok(()) => {
                self.history.undo();
                self.chronology.apply(&inverse);
                self.view.follow(&self.chronology, false);
            }
            Err(error) => self.complain(&error),
        }
    }

    pub(super) fn redo(&mut self) {
        let Some(edit) = self.history.next_redo().cloned() else {
            return;
        };
        match self
            .project
            .as_mut()
            .map_or(Ok(()), |project| project.redo(&edit))
        {
            Ok(()) => {
                self.history.redo();
                self.chronology.apply(&edit);
                self.view.follow(&self.chronology, false);
            }
            Err(error) => self.complain(&error),
        }
    }

    /// Fetches the texts of these articles from the project, where they are needed to be read again.
    pub(super) fn fetch(&mut self, articles: &[Article]) {
        let Some(project) = &self.project else {
            return;
        };
        let missing: Vec<ArticleId> = articles
            .iter()
            .map(|article| article.id)
            .filter(|id| self.library.text(*id).is_none())
            .collect();
        let mut wrong = None;
        for id in missing {
            match project.text(id) {
                Ok(Some(text)) => self.library.put(id, read(text)),
                Ok(None) => {}
                Err(error) => wrong = Some(error),
            }
        }
        if let Some(error) = wrong {
            self.complain(&error);
        }
    }

    /// An article's text, from the project's file where it was not read yet.
    pub(super) fn stored_text(&self, article: ArticleId) -> Option<String> {
        let text = self.project.as_ref()?.text(article).ok()??;
        Some(text.body)
    }
}

fn read(text: Text) -> article::Article {
    article::Article {
        path: text.path,
        title: text.title,
        text: text.body,
        language: text.language,
        published: text.published,
    }
}
