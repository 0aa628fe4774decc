//! An open map: the one place where document, board, checks, layout, slicing and speech meet.
//!
//! A window says what it wants to see ([`OpenMap::watch`]). From then on every change of the map,
//! whoever made it, becomes one [`Update`] for it, with the next revision ([`OpenMap::updates`]).
//!
//! An edit, an undo and another program's change take the same way: the document says which rows were
//! touched, they are read back into the board, the board is laid out for each view, and what differs
//! from that window's last scene leaves.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use serde::Serialize;
use specta::Type;

use crate::board::{Board, Guesses, ItemId};
use crate::borne::{self, Borne};
use crate::check::{self, Titles};
use crate::details::{self, Details, Subject};
use crate::document::{Document, HistoryError, OpenError, ReadOnly};
use crate::edit::import::{Draft, Imported};
use crate::edit::{Answer, Edit, EditError, Label};
use crate::find::{self, Found};
use crate::layout::scene::BandScene;
use crate::layout::{self, BandsBy, Scene, SceneUpdate, Silhouette, View};
use crate::speech::Speech;

/// A window that watches, by a number of its own.
pub type Watcher = u32;

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

/// What an edit would make of the bands.
#[derive(Debug, Clone, PartialEq, Serialize, Type)]
pub struct Preview {
    /// Those that would be new or different, without their cards.
    pub bands: Vec<BandScene>,
}

/// What an import would make of a map.
#[derive(Debug, Clone, Default)]
pub struct Coming {
    /// What it would do beside making rows.
    pub imported: Imported,
    /// Whether anything of the map would be different.
    pub changes: bool,
    /// The map that would come.
    pub silhouette: Silhouette,
}

impl Coming {
    /// What bringing a draft into a new map would do.
    ///
    /// # Errors
    /// [`Refused`].
    pub fn into_new_map(draft: &Draft) -> Result<Self, Refused> {
        // Nobody sees this name.
        Self::of(&Document::without_file("Map")?, &Guesses::new(), draft)
    }

    fn of(document: &Document, guesses: &Guesses, draft: &Draft) -> Result<Self, Refused> {
        let (answer, coming) = document.preview_import(draft)?;
        let new = answer.created.into_iter().collect();
        Ok(Self {
            imported: answer.import.unwrap_or_default(),
            changes: answer.change.is_some(),
            silhouette: Silhouette::of(&coming.read_board()?, guesses, &new),
        })
    }
}

/// Why a wish was not granted.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// An edit.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// An undo or a redo.
    #[error(transparent)]
    History(#[from] HistoryError),
    /// What the change left could not be read back.
    #[error(transparent)]
    Read(#[from] OpenError),
}

/// A map, open for any number of windows.
#[derive(Debug)]
pub struct OpenMap {
    document: Document,
    board: Arc<Board>,
    guesses: Guesses,
    titles: Titles,
    speech: Speech,
    watches: BTreeMap<Watcher, Watch>,
    /// Whether reading the last change back failed, so that the board is a mixture.
    half_read: bool,
    /// How many changes came in: what only a panel shows is different without the scene.
    changes: u32,
    /// Whether anything happened since the last [`Self::updates`] that a window may have to hear of.
    stirred: bool,
}

/// What one window saw last.
#[derive(Debug)]
struct Watch {
    revision: u32,
    scene: Scene,
    around: Around,
}

/// What an update says beside the scene.
#[derive(Debug, Clone, PartialEq)]
struct Around {
    changes: u32,
    title: String,
    undo: Option<String>,
    redo: Option<String>,
    read_only: Option<ReadOnly>,
}

impl OpenMap {
    /// Opens a map for editing; read-only, where it must be.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        Self::of(Document::open(path)?)
    }

    /// Takes a document that is open already.
    ///
    /// # Errors
    /// [`OpenError::Damaged`] if it cannot be read.
    pub fn of(document: Document) -> Result<Self, OpenError> {
        let board = Arc::new(document.read_board()?);
        let speech = Speech::english();
        let mut titles = Titles::default();
        Ok(Self {
            document,
            guesses: check::likely_technical_knowing(&board, &mut titles),
            titles,
            board,
            speech,
            watches: BTreeMap::new(),
            half_read: false,
            changes: 0,
            stirred: false,
        })
    }

    /// The map as it is now; cheap to keep while it goes on changing.
    #[must_use]
    pub fn board(&self) -> Arc<Board> {
        Arc::clone(&self.board)
    }

    /// Which undeclared PBIs look technical.
    #[must_use]
    pub fn guesses(&self) -> &Guesses {
        &self.guesses
    }

    /// The file.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// What a panel shows of a subject; `None`: it is not on the map any more.
    pub fn details(&mut self, subject: Subject) -> Option<Details> {
        details::details(&self.board, &self.guesses, &mut self.titles, &self.speech, subject)
    }

    /// Starts a window's watch, or gives it another view: the whole scene, as revision 1.
    pub fn watch(&mut self, watcher: Watcher, view: &View) -> Update {
        let scene = layout::lay_out(&self.board, &self.guesses, view);
        let around = self.around();
        let whole = SceneUpdate::Whole { scene: Box::new(scene.clone()) };
        self.watches.insert(watcher, Watch { revision: 1, scene, around: around.clone() });
        around.update(1, whole)
    }

    /// Ends a window's watch.
    pub fn forget(&mut self, watcher: Watcher) {
        self.watches.remove(&watcher);
    }

    /// One edit.
    ///
    /// # Errors
    /// [`Refused`]; the map is as it was, unless it is [`Refused::Read`].
    pub fn edit(&mut self, edit: &Edit) -> Result<Answer, Refused> {
        self.stirred = true;
        let answer = self.document.edit(edit)?;
        self.follow()?;
        Ok(answer)
    }

    /// One edit; `goes_on` is told now and then how many rows were written so far, and answers whether to
    /// go on.
    ///
    /// # Errors
    /// As [`Self::edit`], and [`EditError::Cancelled`].
    pub fn edit_while(
        &mut self,
        goes_on: impl FnMut(u32) -> bool + Send + 'static,
        edit: &Edit,
    ) -> Result<Answer, Refused> {
        self.stirred = true;
        let answer = self.document.edit_while(goes_on, edit)?;
        self.follow()?;
        Ok(answer)
    }

    /// What an edit would make of the bands that a window sees, without making it: no history, and no
    /// window hears of it.
    ///
    /// # Errors
    /// [`Refused`], as [`Self::edit`] would refuse it.
    pub fn preview(&mut self, watcher: Watcher, edit: &Edit) -> Result<Preview, Refused> {
        let board = self.document.board_if(&self.board, edit)?;
        let guesses = check::likely_technical_knowing(&board, &mut self.titles);
        let Some(Watch { scene, .. }) = self.watches.get(&watcher) else {
            return Ok(Preview { bands: Vec::new() });
        };
        let coming = layout::lay_out(&board, &guesses, &scene.view);
        let there = |band: &BandScene| scene.bands.iter().any(|now| now == band);
        let bands = coming.bands.into_iter().filter(|band| !there(band)).collect();
        Ok(Preview { bands })
    }

    /// What on the map has some words, the best `limit` of it, as a window sees it.
    #[must_use]
    pub fn find(&self, watcher: Watcher, words: &str, limit: usize) -> Found {
        let by = self.watches.get(&watcher).map(|watch| watch.scene.view.bands_by);
        find::find(&self.board, by.unwrap_or(BandsBy::Slices), words, limit)
    }

    /// What some PBIs bear.
    #[must_use]
    pub fn borne(&self, items: &[ItemId]) -> Borne {
        borne::borne(&self.board, items)
    }

    /// What bringing a draft in would do.
    ///
    /// # Errors
    /// [`Refused`].
    pub fn preview_import(&self, draft: &Draft) -> Result<Coming, Refused> {
        Coming::of(&self.document, &self.guesses, draft)
    }

    /// Takes the newest change that still stands back, if there is one.
    ///
    /// # Errors
    /// [`Refused`].
    pub fn undo(&mut self) -> Result<(), Refused> {
        self.stirred = true;
        self.document.undo()?;
        Ok(self.follow()?)
    }

    /// Brings the newest undone change back, if there is one.
    ///
    /// # Errors
    /// [`Refused`].
    pub fn redo(&mut self) -> Result<(), Refused> {
        self.stirred = true;
        self.document.redo()?;
        Ok(self.follow()?)
    }

    /// Brings in what another program changed meanwhile. Costs microseconds where there is nothing.
    ///
    /// # Errors
    /// [`Refused`].
    pub fn catch_up(&mut self) -> Result<(), Refused> {
        if self.half_read || self.document.moved_on()? {
            self.stirred = true;
            self.document.catch_up()?;
            self.follow()?;
        }
        Ok(())
    }

    /// Reads the touched rows back into the board. Where that fails half way, the board is read whole
    /// the next time: no window ever sees a map that was neither before nor after.
    fn follow(&mut self) -> Result<(), OpenError> {
        let mut touched = self.document.take_touched();
        touched.everything |= self.half_read;
        if touched.everything || !touched.rows.is_empty() {
            self.changes = self.changes.wrapping_add(1);
        }
        self.half_read = true;
        self.document.refresh(Arc::make_mut(&mut self.board), &touched)?;
        self.guesses = check::likely_technical_knowing(&self.board, &mut self.titles);
        self.half_read = false;
        Ok(())
    }

    /// The updates of all windows for which something is different since their last one.
    pub fn updates(&mut self) -> Vec<(Watcher, Update)> {
        // Also what was refused counts: a file that went away makes the map read-only. While nothing
        // happens, nothing is laid out, however often this is asked.
        if self.half_read || !std::mem::take(&mut self.stirred) {
            return Vec::new();
        }
        let around = self.around();
        let mut updates = Vec::new();
        for (watcher, watch) in &mut self.watches {
            let scene = layout::lay_out(&self.board, &self.guesses, &watch.scene.view);
            if scene == watch.scene && around == watch.around {
                continue;
            }
            let difference = layout::difference(&watch.scene, &scene);
            watch.revision += 1;
            watch.scene = scene;
            watch.around = around.clone();
            updates.push((*watcher, around.clone().update(watch.revision, difference)));
        }
        updates
    }

    fn around(&self) -> Around {
        // A history that cannot be read offers nothing to undo; trying it would say why.
        let (undo, redo) = self.document.next_steps().unwrap_or_default();
        let say = |label: Option<Label>| label.map(|label| self.speech.say(&label));
        Around {
            changes: self.changes,
            title: self.board.title.clone(),
            undo: say(undo),
            redo: say(redo),
            read_only: self.document.read_only(),
        }
    }
}

impl Around {
    fn update(self, revision: u32, scene: SceneUpdate) -> Update {
        let Self { changes: _, title, undo, redo, read_only } = self;
        Update { revision, title, scene, undo, redo, read_only }
    }
}

#[cfg(test)]
mod tests;
