//! What a document has seen of its file so far, and what it missed since.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::steps::{Link, Steps};
use super::{Change, OpenError, ReadOnly, Touched, changeset, soundness};
use crate::edit::EditError;

/// How far a document has seen its file's history.
#[derive(Debug)]
pub(super) struct Watch {
    /// Moves whenever another connection commits, whatever it wrote.
    data_version: i64,
    /// Number and id of the newest change that was seen.
    newest: Option<(u32, Uuid)>,
    pub steps: Steps,
    touched: Touched,
}

impl Watch {
    /// Sees the file as it is in the caller's transaction.
    pub(super) fn start(db: &Connection) -> rusqlite::Result<Self> {
        let log = log(db)?;
        Ok(Self {
            data_version: data_version(db)?,
            newest: log.last().map(|(seq, (id, _))| (*seq, *id)),
            steps: Steps::after(log.into_iter().map(|(_, link)| link)),
            touched: Touched::default(),
        })
    }

    /// Whether another connection has committed since.
    pub(super) fn moved(&self, db: &Connection) -> rusqlite::Result<bool> {
        Ok(data_version(db)? != self.data_version)
    }

    /// The rows that other programs touched since; nothing is taken note of.
    pub(super) fn missed(&self, db: &Connection) -> rusqlite::Result<Touched> {
        Ok(self.news(db)?.map(|news| news.touched).unwrap_or_default())
    }

    /// Takes note of what other programs changed since, in the caller's transaction.
    pub(super) fn catch_up(&mut self, db: &Connection) -> rusqlite::Result<()> {
        let Some(news) = self.news(db)? else { return Ok(()) };
        self.touched.extend(news.touched);
        match news.changes {
            Some(changes) => {
                for (seq, (id, reverts)) in changes {
                    self.newest = Some((seq, id));
                    self.steps.follow(id, reverts);
                }
                self.data_version = news.data_version;
            }
            None => {
                let touched = std::mem::take(&mut self.touched);
                *self = Self { touched, ..Self::start(db)? };
            }
        }
        Ok(())
    }

    /// The same inside an edit's transaction. If what came is no map of this version any more, nothing
    /// may be written to it.
    ///
    /// # Errors
    /// [`EditError`]; `read_only` says why then.
    pub(super) fn catch_up_to_edit(
        &mut self,
        db: &Connection,
        read_only: &mut Option<ReadOnly>,
    ) -> Result<(), EditError> {
        if self.moved(db)? {
            let refusal = match soundness::schema(db) {
                Ok(()) => None,
                Err(OpenError::Newer { .. }) => Some((ReadOnly::Newer, EditError::ReadOnly)),
                Err(_) => Some((ReadOnly::FileReplaced, EditError::FileReplaced)),
            };
            if let Some((why, error)) = refusal {
                *read_only = Some(why);
                return Err(error);
            }
        }
        Ok(self.catch_up(db)?)
    }

    fn news(&self, db: &Connection) -> rusqlite::Result<Option<News>> {
        let data_version = data_version(db)?;
        if data_version == self.data_version {
            return Ok(None);
        }
        let foreign = |data_version| News {
            data_version,
            changes: None,
            touched: Touched { everything: true, ..Touched::default() },
        };
        let mut seen = 0;
        if let Some((seq, id)) = self.newest {
            let there: Option<Uuid> = db
                .prepare_cached("SELECT id FROM change WHERE seq = ?1")?
                .query_row([seq], |row| row.get(0))
                .optional()?;
            if there != Some(id) {
                return Ok(Some(foreign(data_version)));
            }
            seen = seq;
        }
        let mut touched = Touched::default();
        let mut changes = Vec::new();
        let mut newer = db.prepare_cached(
            "SELECT seq, id, reverts, checksum, changeset FROM change WHERE seq > ?1 ORDER BY seq",
        )?;
        let mut newer = newer.query([seen])?;
        while let Some(row) = newer.next()? {
            changes.push((row.get(0)?, (row.get(1)?, row.get(2)?)));
            let bytes = row.get_ref(4)?.as_blob().unwrap_or_default();
            match changeset::touched(bytes) {
                Ok(rows) if i64::from(changeset::checksum(bytes)) == row.get::<_, i64>(3)? => {
                    touched.rows.extend(rows);
                }
                _ => touched.everything = true,
            }
        }
        // A commit without a change: another tool wrote, and did not say what.
        Ok(Some(if changes.is_empty() {
            foreign(data_version)
        } else {
            News { data_version, changes: Some(changes), touched }
        }))
    }

    /// Takes note of a change of our own, just committed.
    pub(super) fn made(&mut self, change: &Change, changeset: &[u8]) {
        self.newest = Some((change.seq, change.id));
        self.steps.follow(change.id, change.reverts);
        match changeset::touched(changeset) {
            Ok(rows) => self.touched.rows.extend(rows),
            Err(changeset::Malformed) => self.touched.everything = true,
        }
    }

    /// Goes on with another connection that holds what this one has seen or more.
    pub(super) fn go_on_with(&mut self, other: &Self) {
        self.data_version = other.data_version;
        if self.newest != other.newest {
            self.newest = other.newest;
            self.steps = other.steps.clone();
            self.touched.everything = true;
        }
    }

    pub(super) fn take_touched(&mut self) -> Touched {
        let mut touched = std::mem::take(&mut self.touched);
        touched.rows.sort_unstable();
        touched.rows.dedup();
        touched
    }
}

struct News {
    data_version: i64,
    /// `None`: the history that was seen is not there any more, or nothing came to it.
    changes: Option<Vec<(u32, Link)>>,
    touched: Touched,
}

impl Touched {
    fn extend(&mut self, more: Self) {
        self.everything |= more.everything;
        self.rows.extend(more.rows);
    }
}

fn data_version(db: &Connection) -> rusqlite::Result<i64> {
    db.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))
}

/// The whole log, oldest change first.
pub(super) fn log(db: &Connection) -> rusqlite::Result<Vec<(u32, Link)>> {
    db.prepare_cached("SELECT seq, id, reverts FROM change ORDER BY seq")?
        .query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?
        .collect()
}
