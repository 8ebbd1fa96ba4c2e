//! Undo and redo, as two stacks of edits.

use super::Edit;

/// What was done and what was undone.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Edit>,
    undone: Vec<Edit>,
}

impl History {
    /// What was done and what was undone before, each with what is next to be taken back, or carried out again, last.
    pub fn of(done: Vec<Edit>, undone: Vec<Edit>) -> Self {
        Self { done, undone }
    }

    /// Remembers an edit that was carried out; what was undone before is forgotten.
    pub fn push(&mut self, edit: Edit) {
        self.undone.clear();
        self.done.push(edit);
    }

    /// The edit to carry out to take the last one back.
    pub fn undo(&mut self) -> Option<Edit> {
        let edit = self.done.pop()?;
        let inverse = edit.inverse();
        self.undone.push(edit);
        Some(inverse)
    }

    /// The edit to carry out again.
    pub fn redo(&mut self) -> Option<Edit> {
        let edit = self.undone.pop()?;
        self.done.push(edit.clone());
        Some(edit)
    }

    /// Whether there is nothing to undo or redo.
    pub fn is_empty(&self) -> bool {
        self.done.is_empty() && self.undone.is_empty()
    }

    /// The edit that undo would take back.
    pub fn next_undo(&self) -> Option<&Edit> {
        self.done.last()
    }

    /// The edit that redo would carry out again.
    pub fn next_redo(&self) -> Option<&Edit> {
        self.undone.last()
    }
}
