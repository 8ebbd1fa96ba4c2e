//! The project file behind the workspace: what is done is written to it before it is shown.

use super::Workspace;
use super::library::Library;
use crate::article;
use crate::chronology::{Article, ArticleId, Chronology, Edit, History};
use crate::error::Result;
use crate::store::{Project, Text};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// How a project's file ends, without the dot.
pub const PROJECT_EXTENSION: &str = "tidslinje";

impl Workspace {
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
    pub(super) fn commit(&mut self, edit: Edit) {
        if edit.is_empty() {
            return;
        }
        let texts = self
            .library
            .texts(edit.articles.after.iter().map(|one| one.id));
        let project = self.project.as_mut();
        match project.map_or(Ok(()), |project| project.write(&edit, &texts)) {
            Ok(()) => {
                self.chronology.apply(&edit);
                self.history.push(edit);
            }
            Err(error) => self.complain(&error),
        }
    }

    pub(super) fn undo(&mut self) {
        if let Some(inverse) = self.history.next_undo().map(Edit::inverse) {
            self.step(&inverse, Project::undo, |history| {
                history.undo();
            });
        }
    }

    pub(super) fn redo(&mut self) {
        if let Some(edit) = self.history.next_redo().cloned() {
            self.step(&edit, Project::redo, |history| {
                history.redo();
            });
        }
    }

    /// Takes a step along the history: in the file, then here.
    fn step(
        &mut self,
        edit: &Edit,
        write: fn(&mut Project, &Edit) -> Result<()>,
        remember: fn(&mut History),
    ) {
        let project = self.project.as_mut();
        match project.map_or(Ok(()), |project| write(project, edit)) {
            Ok(()) => {
                remember(&mut self.history);
                self.chronology.apply(edit);
                self.view.follow(&self.chronology, false);
            }
            Err(error) => self.complain(&error),
        }
    }

    /// Fetches the texts of these articles from the project: they are to be read again. Without one of them its
    /// events would be lost, so that is refused.
    pub(super) fn fetch(&mut self, articles: &[Article]) -> Result<()> {
        let Some(project) = &self.project else {
            return Ok(());
        };
        for article in articles {
            if self.library.text(article.id).is_none() {
                self.library
                    .put(article.id, read(project.text(article.id)?));
            }
        }
        Ok(())
    }

    /// An article's text, from the project's file where it was not read yet.
    pub(super) fn stored_text(&self, article: ArticleId) -> Option<String> {
        let text = self.project.as_ref()?.text(article).ok()?;
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
