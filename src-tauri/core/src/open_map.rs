//! An open map: the one place where document, board, layout and slicing meet.
//!
//! A window says what it wants to see ([`OpenMap::watch`]); from then on every change of the map,
//! whoever made it, becomes one [`Update`] for it with the next revision.

use std::path::Path;
use std::sync::Arc;

use serde::Serialize;
use specta::Type;

use crate::board::{Board, Guesses};
use crate::document::{Document, ReadOnly};
use crate::layout::{SceneUpdate, View};

/// What a window must draw anew.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Update {
    /// One more than that of the update before; 1 is the first.
    pub revision: u32,
    /// The map's title.
    pub title: String,
    /// What the scene became.
    pub scene: SceneUpdate,
    /// What undo would take back, as a sentence; `None`: nothing.
    pub undo: Option<String>,
    /// What redo would bring back, as a sentence; `None`: nothing.
    pub redo: Option<String>,
    /// Why the map cannot be edited; `None`: it can.
    pub read_only: Option<ReadOnly>,
}

/// A map, open for any number of windows.
#[derive(Debug)]
pub struct OpenMap {
    document: Document,
    board: Arc<Board>,
    guesses: Guesses,
}

/// A window that watches.
pub type Watcher = u32;

impl OpenMap {
    /// Opens a file for editing (or read-only, where it must be).
    ///
    /// # Errors
    /// [`crate::document::OpenError`].
    pub fn open(path: &Path) -> Result<Self, crate::document::OpenError> {
        let document = Document::open(path)?;
        let board = Arc::new(document.read_board()?);
        Ok(Self { document, board, guesses: Guesses::new() })
    }

    /// The map as it is now; cheap to keep.
    #[must_use]
    pub fn board(&self) -> Arc<Board> {
        Arc::clone(&self.board)
    }

    /// Starts (or restarts, with another view) a window's watch: the whole scene, revision 1.
    pub fn watch(&mut self, watcher: Watcher, view: View) -> Update {
        let _ = (watcher, view, &self.document, &self.guesses);
        unimplemented!()
    }
}
