//! The file: one SQLite database per map. One edit is one transaction and one row in `change`.
//!
//! | file | what is in it |
//! |---|---|
//! | `schema.sql` | the tables: the published file format |
//! | `opening.rs` | new, open for editing, open to read, save a copy |
//! | `disk.rs` | the file as the operating system sees it |
//! | `soundness.rs` | is it a map, is it whole |
//! | `changeset.rs` | recording, checking, inverting and applying what a change did to rows |
//! | `history.rs` | the list of changes; undo and redo |
//! | `steps.rs` | what undo and redo mean: the one rule |
//! | `watch.rs` | what other programs did to the same file |
//! | `example.rs` | the example map, as one change |
//! | `rows.rs` | rows → types of the board |

mod changeset;
mod disk;
mod error;
mod example;
mod history;
mod migration;
mod opening;
mod rows;
mod soundness;
mod steps;
mod watch;

#[cfg(test)]
mod tests;

pub use error::{HistoryError, OpenError};

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use rusqlite::Connection;
use rusqlite::hooks::Action;
use uuid::Uuid;

use crate::board::Board;
use crate::edit::import::Draft;
use crate::edit::{Answer, Done, Edit, EditError, Label};
use disk::FileId;
use opening::Locked;
use watch::Watch;

/// The published format: the tables of a map.
const SCHEMA: &str = include_str!("schema.sql");

/// `application_id` of a map's file: "Thrl".
const APPLICATION_ID: u32 = 0x5468_726C;

/// `user_version` of a map's file: the version of the format that this program reads and writes.
const VERSION: u32 = 3;

/// A map's file, open for reading or for editing.
#[derive(Debug)]
pub struct Document {
    db: Connection,
    path: PathBuf,
    /// The file that was opened; `None`: this is a copy in memory.
    file: Option<FileId>,
    read_only: Option<ReadOnly>,
    watch: Watch,
}

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

/// Why a document cannot be edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ReadOnly {
    /// It was opened to read.
    Asked,
    /// The folder or the file cannot be written.
    Folder,
    /// A newer version of Throughline brought it to its own format while it was open.
    Newer,
    /// The file was moved, deleted or replaced while it was open.
    FileReplaced,
}

impl Document {
    /// As [`Self::edit`]; `goes_on` is told now and then how many rows were written so far, and answers
    /// whether to go on. If not, the answer is [`EditError::Cancelled`], and nothing of it stays.
    ///
    /// # Errors
    /// [`EditError`]; the map is unchanged then.
    pub fn edit_while(
        &mut self,
        mut goes_on: impl FnMut(u32) -> bool + Send + 'static,
        edit: &Edit,
    ) -> Result<Answer, EditError> {
        // Asked every few steps of SQLite's machine: a large edit is many short statements.
        const STEPS: i32 = 10;
        let written = Arc::new(AtomicU32::new(0));
        let counted = Arc::clone(&written);
        self.db.update_hook(Some(move |_, _: &str, _: &str, _| {
            counted.fetch_add(1, Ordering::Relaxed);
        }))?;
        let stops = move || !goes_on(written.load(Ordering::Relaxed));
        self.db.progress_handler(STEPS, Some(stops))?;
        let outcome = self.edit(edit);
        self.db.progress_handler(0, None::<fn() -> bool>)?;
        self.db.update_hook(None::<fn(Action, &str, &str, i64)>)?;
        outcome
    }

    /// Reads the whole map.
    ///
    /// # Errors
    /// [`OpenError::Damaged`] if a row is not what the schema promises.
    pub fn read_board(&self) -> Result<Board, OpenError> {
        let tx = Locked::to_read(&self.db)?;
        Ok(rows::board(&tx)?)
    }

    /// Reads touched rows back into `board`; and what other programs changed up to now, so that the
    /// board is one state of the file and never a mixture of two.
    ///
    /// # Errors
    /// As [`Self::read_board`].
    pub fn refresh(&self, board: &mut Board, touched: &Touched) -> Result<(), OpenError> {
        let tx = Locked::to_read(&self.db)?;
        rows::refresh(&tx, board, touched)?;
        Ok(rows::refresh(&tx, board, &self.watch.missed(&tx)?)?)
    }

    /// The map as an edit would make it, without making it: `board` is the map as it was last read.
    ///
    /// # Errors
    /// [`EditError`], as [`Self::edit`] would refuse it.
    pub fn board_if(&mut self, board: &Board, edit: &Edit) -> Result<Board, EditError> {
        self.may_edit()?;
        // Never committed: what is not kept in the end leaves no trace, neither in the file nor here.
        let tx = Locked::to_write(&self.db)?;
        let mut touched = self.watch.missed(&tx)?;
        let (_, changeset) = changeset::recorded(&tx, || edit.apply(&tx))?;
        match changeset::touched(&changeset) {
            Ok(rows) => touched.rows.extend(rows),
            Err(changeset::Malformed) => touched.everything = true,
        }
        let mut board = board.clone();
        rows::refresh(&tx, &mut board, &touched)?;
        Ok(board)
    }

    /// Runs one edit: its rows and its place in the history are saved together, or not at all.
    /// What it touched (and what other programs touched since) comes from [`Self::take_touched`].
    ///
    /// # Errors
    /// [`EditError`]; the map is unchanged then.
    pub fn edit(&mut self, edit: &Edit) -> Result<Answer, EditError> {
        self.record(|db| edit.apply(db))
    }

    /// What bringing `draft` in would do, without doing it; and the map that it would make, in memory.
    ///
    /// # Errors
    /// [`EditError`].
    pub fn preview_import(&self, draft: &Draft) -> Result<(Answer, Self), EditError> {
        // On a copy in memory: no journal beside the file and no lock while a large draft comes in.
        let mut copy = self.copy_in_memory()?;
        let answer = copy.edit(&Edit::Import { draft: draft.clone() })?;
        Ok((answer, copy))
    }

    /// The one gate: whatever changes rows does it in `work`, in one transaction, and its changeset
    /// stands beside it. Where nothing is different in the end, nothing is kept.
    fn record(
        &mut self,
        work: impl FnOnce(&Connection) -> Result<Done, EditError>,
    ) -> Result<Answer, EditError> {
        self.may_edit()?;
        let tx = Locked::to_write(&self.db)?;
        self.watch.catch_up_to_edit(&tx, &mut self.read_only)?;
        let (done, changeset) = changeset::recorded(&tx, || work(&tx))?;
        let Done { label, created, import } = done;
        if changeset.is_empty() {
            return Ok(Answer { change: None, created: Vec::new(), import });
        }
        let change = history::keep(&tx, label, None, &changeset)?;
        tx.commit()?;
        self.watch.made(&change, &changeset);
        Ok(Answer { change: Some(change.seq), created, import })
    }

    /// Refuses an edit of a document that is read-only, or whose file is not at its path any more.
    fn may_edit(&mut self) -> Result<(), EditError> {
        if self.file_was_replaced() {
            self.let_go_of_file();
        }
        match self.read_only {
            None => Ok(()),
            Some(ReadOnly::FileReplaced) => Err(EditError::FileReplaced),
            Some(_) => Err(EditError::ReadOnly),
        }
    }

    fn file_was_replaced(&self) -> bool {
        self.file.is_some_and(|file| !file.is_at(&self.path))
    }

    /// Whether another program has changed the file since this document last looked. Costs microseconds.
    ///
    /// # Errors
    /// [`HistoryError`].
    pub fn moved_on(&self) -> Result<bool, HistoryError> {
        Ok(self.file_was_replaced() || self.watch.moved(&self.db)?)
    }

    /// Finds what other programs changed since this document last looked, for [`Self::take_touched`];
    /// and whether the file is still there, for [`Self::read_only`].
    ///
    /// # Errors
    /// [`HistoryError`].
    pub fn catch_up(&mut self) -> Result<(), HistoryError> {
        if self.file_was_replaced() {
            self.let_go_of_file();
            return Ok(());
        }
        let tx = Locked::to_read(&self.db)?;
        Ok(self.watch.catch_up(&tx)?)
    }

    /// The rows touched by edits, undos and catch-ups since the last call.
    pub fn take_touched(&mut self) -> Touched {
        self.watch.take_touched()
    }

    /// Why this document cannot be edited; `None`: it can.
    #[must_use]
    pub fn read_only(&self) -> Option<ReadOnly> {
        self.read_only
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}
