//! The history: what was done, and how it is taken back.

use rusqlite::{Connection, ErrorCode, OptionalExtension, Row};
use uuid::Uuid;

use super::opening::Locked;
use super::{Change, Document, HistoryError, VERSION, changeset, steps, watch};
use crate::edit::{EditError, Label};

impl Document {
    /// Takes the newest change that still stands back. `None`: there is none.
    ///
    /// # Errors
    /// [`HistoryError`]; the map is unchanged then.
    pub fn undo(&mut self) -> Result<Option<Change>, HistoryError> {
        self.take_back(|watch, _| Ok(watch.steps.next_undo()))
    }

    /// Brings the newest undone change back. `None`: there is none.
    ///
    /// # Errors
    /// [`HistoryError`]; the map is unchanged then.
    pub fn redo(&mut self) -> Result<Option<Change>, HistoryError> {
        self.take_back(|watch, _| Ok(watch.steps.next_redo()))
    }

    /// Takes an older change back, if the outcome is exactly its inverse.
    ///
    /// # Errors
    /// [`HistoryError`]; the map is unchanged then.
    pub fn undo_change(&mut self, seq: u32) -> Result<Change, HistoryError> {
        let undone = self.take_back(|_, db| {
            let log = watch::log(db)?;
            let (_, (id, _)) = log
                .iter()
                .find(|(there, _)| *there == seq)
                .ok_or(HistoryError::NoSuchChange { seq })?;
            let links: Vec<_> = log.iter().map(|(_, link)| *link).collect();
            if steps::stands(&links, *id) {
                Ok(Some(*id))
            } else {
                Err(HistoryError::UndoneAlready)
            }
        })?;
        undone.ok_or(HistoryError::NoSuchChange { seq })
    }

    /// The one way back: finds a change, applies its inverse, and keeps that as a change of its own.
    fn take_back(
        &mut self,
        which: impl FnOnce(&watch::Watch, &Connection) -> Result<Option<Uuid>, HistoryError>,
    ) -> Result<Option<Change>, HistoryError> {
        self.may_edit()?;
        let tx = Locked::to_write(&self.db)?;
        self.watch.catch_up_to_edit(&tx, &mut self.read_only)?;
        let Some(id) = which(&self.watch, &tx)? else { return Ok(None) };
        let (change, inverse) = inverse_of(&tx, id)?;
        let ((), changeset) =
            changeset::recorded(&tx, || changeset::apply(&tx, &inverse).map_err(in_the_way))?;
        // No conflict is not enough: a foreign key action may have taken more along, or less.
        let exactly = changeset::same(&changeset, &inverse)
            .map_err(|changeset::Malformed| HistoryError::Damaged { seq: change.seq })?;
        if !exactly {
            return Err(HistoryError::InTheWay);
        }
        let kept = keep(&tx, turned(change.label), Some(change.id), &changeset)?;
        tx.commit()?;
        self.watch.made(&kept, &changeset);
        Ok(Some(kept))
    }

    /// All changes, oldest first, without their changesets.
    ///
    /// # Errors
    /// [`HistoryError`].
    pub fn history(&self) -> Result<Vec<Change>, HistoryError> {
        let tx = Locked::to_read(&self.db)?;
        let mut changes =
            tx.prepare_cached(&format!("SELECT {COLUMNS} FROM change ORDER BY seq"))?;
        changes.query_and_then([], read_change)?.collect()
    }

    /// The labels of what undo and redo would take back and bring back.
    ///
    /// # Errors
    /// [`HistoryError`].
    pub fn next_steps(&self) -> Result<(Option<Label>, Option<Label>), HistoryError> {
        let tx = Locked::to_read(&self.db)?;
        let label = |id: Option<Uuid>| match id {
            Some(id) => find(&tx, id).map(|change| Some(change.label)),
            None => Ok(None),
        };
        let undo = label(self.watch.steps.next_undo())?.map(|label| match label {
            Label::Redo { of } => *of,
            done => done,
        });
        let redo = label(self.watch.steps.next_redo())?.map(|label| match label {
            Label::Undo { of } => *of,
            // The undo of an older change was taken back; redo would undo that change again.
            Label::Redo { of } => Label::Undo { of },
            done => done,
        });
        Ok((undo, redo))
    }
}

/// Keeps a change beside the rows that it changed. Nothing else writes the history.
///
/// # Errors
/// SQLite's.
pub(super) fn keep(
    db: &Connection,
    label: Label,
    reverts: Option<Uuid>,
    changeset: &[u8],
) -> rusqlite::Result<Change> {
    let id = Uuid::now_v7();
    let now = jiff::Timestamp::now();
    let made_at = now.round(jiff::Unit::Millisecond).unwrap_or(now).to_string();
    let label_json = serde_json::to_string(&label)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    db.prepare_cached(
        "INSERT INTO change (id, reverts, label, made_at, schema, checksum, changeset)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute((
        id,
        reverts,
        label_json,
        &made_at,
        VERSION,
        changeset::checksum(changeset),
        changeset,
    ))?;
    let seq = db.last_insert_rowid();
    let seq = u32::try_from(seq).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(0, seq))?;
    Ok(Change { seq, id, label, made_at, author: String::new(), reverts })
}

/// What the history says of taking a change back.
fn turned(label: Label) -> Label {
    match label {
        Label::Undo { of } => Label::Redo { of },
        Label::Redo { of } => Label::Undo { of },
        done => Label::Undo { of: Box::new(done) },
    }
}

/// A change, and the changeset that takes it back.
fn inverse_of(db: &Connection, id: Uuid) -> Result<(Change, Vec<u8>), HistoryError> {
    let change = find(db, id)?;
    let damaged = HistoryError::Damaged { seq: change.seq };
    let (schema, checksum, bytes): (u32, i64, Vec<u8>) = db
        .prepare_cached("SELECT schema, checksum, changeset FROM change WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    if i64::from(changeset::checksum(&bytes)) != checksum {
        return Err(damaged);
    }
    match changeset::fits(db, &bytes)? {
        Ok(true) => {}
        Ok(false) => return Err(HistoryError::OtherSchema { schema }),
        Err(changeset::Malformed) => return Err(damaged),
    }
    match changeset::inverse(&bytes) {
        Ok(inverse) => Ok((change, inverse)),
        Err(changeset::Malformed) => Err(damaged),
    }
}

fn in_the_way(error: rusqlite::Error) -> HistoryError {
    match error.sqlite_error_code() {
        Some(ErrorCode::OperationAborted | ErrorCode::ConstraintViolation) => {
            HistoryError::InTheWay
        }
        _ => HistoryError::Edit(EditError::from(error)),
    }
}

const COLUMNS: &str = "seq, id, reverts, label, made_at, author";

fn find(db: &Connection, id: Uuid) -> Result<Change, HistoryError> {
    let sql = format!("SELECT {COLUMNS} FROM change WHERE id = ?1");
    db.prepare_cached(&sql)?
        .query_row([id], |row| Ok(read_change(row)))
        .optional()?
        .ok_or(HistoryError::NoSuchChange { seq: 0 })?
}

fn read_change(row: &Row<'_>) -> Result<Change, HistoryError> {
    let seq = row.get(0)?;
    let label: String = row.get(3)?;
    Ok(Change {
        seq,
        id: row.get(1)?,
        reverts: row.get(2)?,
        label: serde_json::from_str(&label).map_err(|_| HistoryError::Damaged { seq })?,
        made_at: row.get(4)?,
        author: row.get(5)?,
    })
}
