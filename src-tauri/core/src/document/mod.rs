//! The file: one SQLite database per map. One edit is one transaction and one row in `change`.

mod error;

pub use error::{HistoryError, OpenError};

use std::path::Path;

use uuid::Uuid;

use crate::board::Board;
use crate::edit::import::Draft;
use crate::edit::{Answer, Edit, EditError, Label};

/// A map's file, open for reading or for editing.
#[derive(Debug)]
pub struct Document {}

/// Rows that a change touched, by table: what must be read back into a [`Board`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Touched {
    /// Table name and id of each row.
    pub rows: Vec<(String, Uuid)>,
    /// Another program wrote without leaving a change: the whole board must be read again.
    pub everything: bool,
}

/// One row of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its number: the order in which changes were made in this file.
    pub seq: u32,
    /// Its identity across copies of the file.
    pub id: Uuid,
    /// What it did.
    pub label: Label,
    /// When (ISO 8601, UTC).
    pub made_at: String,
    /// Who; empty if nobody said.
    pub author: String,
    /// The change that it takes back, if it is an undo (or a redo, which takes back an undo).
    pub reverts: Option<Uuid>,
}

impl Document {
    /// Makes a new file with an empty map. Refuses a path where something is already.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn create(path: &Path, title: &str) -> Result<Self, OpenError> {
        let _ = (path, title);
        unimplemented!()
    }

    /// Opens a file for editing; read-only where it must be (`read_only` says why).
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        let _ = path;
        unimplemented!()
    }

    /// Opens a copy in memory for reading: no byte of the file changes, whatever is in it.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open_to_read(path: &Path) -> Result<Self, OpenError> {
        let _ = path;
        unimplemented!()
    }

    /// Reads the whole map.
    ///
    /// # Errors
    /// [`OpenError::Damaged`] if a row is not what the schema promises.
    pub fn read_board(&self) -> Result<Board, OpenError> {
        unimplemented!()
    }

    /// Reads touched rows back into `board`.
    ///
    /// # Errors
    /// As [`Self::read_board`].
    pub fn refresh(&self, board: &mut Board, touched: &Touched) -> Result<(), OpenError> {
        let _ = (board, touched);
        unimplemented!()
    }

    /// Runs one edit: its rows and its place in the history are saved together, or not at all.
    /// What it touched (and what other programs touched since) comes from [`Self::take_touched`].
    ///
    /// # Errors
    /// [`EditError`]; the map is unchanged then.
    pub fn edit(&mut self, edit: &Edit) -> Result<Answer, EditError> {
        let _ = edit;
        unimplemented!()
    }

    /// Brings the example's draft in and applies the edits that follow it, as one change.
    ///
    /// # Errors
    /// [`EditError`].
    pub fn add_example(&mut self, draft: &Draft, then: &str) -> Result<Answer, EditError> {
        let _ = (draft, then);
        unimplemented!()
    }

    /// What bringing `draft` in would do, without doing it.
    ///
    /// # Errors
    /// [`EditError`].
    pub fn preview_import(&mut self, draft: &Draft) -> Result<Answer, EditError> {
        let _ = draft;
        unimplemented!()
    }

    /// Takes the newest change that still stands back. `None`: there is none.
    ///
    /// # Errors
    /// [`HistoryError`]; the map is unchanged then.
    pub fn undo(&mut self) -> Result<Option<Change>, HistoryError> {
        unimplemented!()
    }

    /// Brings the newest undone change back. `None`: there is none.
    ///
    /// # Errors
    /// [`HistoryError`]; the map is unchanged then.
    pub fn redo(&mut self) -> Result<Option<Change>, HistoryError> {
        unimplemented!()
    }

    /// Takes an older change back, if the outcome is exactly its inverse.
    ///
    /// # Errors
    /// [`HistoryError`]; the map is unchanged then.
    pub fn undo_change(&mut self, seq: u32) -> Result<Change, HistoryError> {
        let _ = seq;
        unimplemented!()
    }

    /// All changes, oldest first, without their changesets.
    ///
    /// # Errors
    /// [`HistoryError`].
    pub fn history(&self) -> Result<Vec<Change>, HistoryError> {
        unimplemented!()
    }

    /// The labels of what undo and redo would take back and bring back.
    ///
    /// # Errors
    /// [`HistoryError`].
    pub fn next_steps(&self) -> Result<(Option<Label>, Option<Label>), HistoryError> {
        unimplemented!()
    }

    /// Whether another program has changed the file since this document last looked. Costs microseconds.
    ///
    /// # Errors
    /// [`HistoryError`].
    pub fn moved_on(&self) -> Result<bool, HistoryError> {
        unimplemented!()
    }

    /// Finds what other programs changed since this document last looked, for [`Self::take_touched`].
    ///
    /// # Errors
    /// [`HistoryError`].
    pub fn catch_up(&mut self) -> Result<(), HistoryError> {
        unimplemented!()
    }

    /// The rows touched by edits, undos and catch-ups since the last call.
    pub fn take_touched(&mut self) -> Touched {
        unimplemented!()
    }

    /// Why this document cannot be edited; `None`: it can.
    #[must_use]
    pub fn read_only(&self) -> Option<ReadOnly> {
        unimplemented!()
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        unimplemented!()
    }

    /// Writes the map, with its history, as a new file elsewhere.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn save_copy(&self, path: &Path) -> Result<(), OpenError> {
        let _ = path;
        unimplemented!()
    }
}

/// Why a document cannot be edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ReadOnly {
    /// It was opened to read.
    Asked,
    /// The folder or the file cannot be written.
    Folder,
    /// It was made by a newer version of Throughline.
    Newer,
    /// The file was moved, deleted or replaced while it was open.
    FileReplaced,
}
