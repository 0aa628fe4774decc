//! The ways to a [`Document`]: a new file, a file for editing, a copy in memory for reading; and a copy
//! of it elsewhere.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, MAIN_DB, OpenFlags, Transaction, TransactionBehavior};
use tempfile::NamedTempFile;
use uuid::Uuid;

use super::watch::Watch;
use super::{
    APPLICATION_ID, Document, OpenError, ReadOnly, SCHEMA, VERSION, disk, migration, soundness,
};
use crate::board::Title;

impl Document {
    /// Makes a new file with an empty map. Refuses a path where something is already.
    ///
    /// # Errors
    /// [`OpenError`]; no half file is left.
    pub fn create(path: &Path, title: &str) -> Result<Self, OpenError> {
        let title = Title::new(title)?;
        let path = disk::absolute(path)?;
        whole_or_not_at_all(&path, |path| {
            let db = Connection::open_with_flags(path, flags(OpenFlags::SQLITE_OPEN_READ_WRITE))?;
            make_map(&db, &title)?;
            db.close().map_err(|(_, error)| error.into())
        })?;
        Self::open(&path)
    }

    /// Makes an empty map without a file, in which something can be tried.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn without_file(title: &str) -> Result<Self, OpenError> {
        let title = Title::new(title)?;
        let db = Connection::open_in_memory()?;
        guard(&db)?;
        make_map(&db, &title)?;
        let watch = watching(&db)?;
        Ok(Self { db, path: PathBuf::new(), file: None, read_only: None, watch })
    }

    /// Opens a file for editing; read-only where it must be (`read_only` says why).
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        let path = disk::absolute(path)?;
        let file = disk::FileId::at(&path)?;
        disk::header(&path)?;
        disk::refuse_foreign_journals(&path)?;
        if !disk::folder_can_be_written(&path) {
            return Self::read_copy(&path, ReadOnly::Folder);
        }
        let db = Connection::open_with_flags(&path, flags(OpenFlags::SQLITE_OPEN_READ_WRITE))?;
        if db.is_readonly(MAIN_DB)? {
            return Self::read_copy(&path, ReadOnly::Folder);
        }
        guard(&db)?;
        checked(&db)?;
        // One file whenever no edit is under way, and every confirmed edit on the disk. Only now: up
        // to here nothing was written.
        let mode: String =
            db.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get(0))?;
        if mode != "delete" {
            return Err(OpenError::Busy);
        }
        db.pragma_update(None, "synchronous", "EXTRA")?;
        migration::migrate(&db)?;
        let watch = watching(&db)?;
        Ok(Self { db, path, file: Some(file), read_only: None, watch })
    }

    /// Opens a copy in memory for reading: no byte of the file changes, whatever is in it.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open_to_read(path: &Path) -> Result<Self, OpenError> {
        Self::read_copy(&disk::absolute(path)?, ReadOnly::Asked)
    }

    fn read_copy(path: &Path, why: ReadOnly) -> Result<Self, OpenError> {
        disk::FileId::at(path)?;
        let header = disk::header(path)?;
        disk::refuse_foreign_journals(path)?;
        let db = if header.wal { recovered_copy(path)? } else { copy_of_file(path)? };
        checked(&db)?;
        migration::migrate(&db)?;
        let watch = watching(&db)?;
        Ok(Self { db, path: path.to_owned(), file: None, read_only: Some(why), watch })
    }

    /// A document of its own in memory, with everything that this one holds now.
    pub(super) fn copy_in_memory(&self) -> rusqlite::Result<Self> {
        let db = {
            let _locks = disk::while_locked();
            copy_in_memory(&self.db)?
        };
        let watch = Watch::start(&db)?;
        Ok(Self { db, path: self.path.clone(), file: None, read_only: None, watch })
    }

    /// Writes the map, with its history, as a new file elsewhere.
    ///
    /// # Errors
    /// [`OpenError`]; no half file is left.
    pub fn save_copy(&self, path: &Path) -> Result<(), OpenError> {
        whole_or_not_at_all(&disk::absolute(path)?, |path| {
            let mut copy =
                Connection::open_with_flags(path, flags(OpenFlags::SQLITE_OPEN_READ_WRITE))?;
            {
                let _locks = disk::while_locked();
                back_up(&self.db, &mut copy)?;
            }
            copy.close().map_err(|(_, error)| error.into())
        })
    }

    /// The file was moved, deleted or replaced: leaves it alone from here on, with a copy in memory.
    ///
    /// Through the path SQLite would take another file's journal for this one's, roll it back and
    /// delete it. So while there is one, nothing is read; the next look tries again.
    pub(super) fn let_go_of_file(&mut self) {
        self.read_only = Some(ReadOnly::FileReplaced);
        if disk::beside(&self.path).iter().any(|journal| journal.exists()) {
            return;
        }
        if let Ok(copy) = self.copy_in_memory() {
            self.watch.go_on_with(&copy.watch);
            self.db = copy.db;
            self.file = None;
        }
    }
}

/// A transaction together with what keeps raw reads away meanwhile.
pub(super) struct Locked<'db> {
    // Declared first, so that it ends first.
    tx: Transaction<'db>,
    _locks: std::sync::RwLockReadGuard<'static, ()>,
}

impl<'db> Locked<'db> {
    /// To read: one state of the file, whatever other programs do meanwhile.
    pub(super) fn to_read(db: &'db Connection) -> rusqlite::Result<Self> {
        Self::begin(db, TransactionBehavior::Deferred)
    }

    /// To write. Immediate: a deferred read-then-write fails at once if another program wrote in
    /// between, in spite of the busy timeout.
    pub(super) fn to_write(db: &'db Connection) -> rusqlite::Result<Self> {
        Self::begin(db, TransactionBehavior::Immediate)
    }

    fn begin(db: &'db Connection, how: TransactionBehavior) -> rusqlite::Result<Self> {
        let _locks = disk::while_locked();
        Ok(Self { tx: Transaction::new_unchecked(db, how)?, _locks })
    }

    pub(super) fn commit(self) -> rusqlite::Result<()> {
        self.tx.commit()
    }
}

impl std::ops::Deref for Locked<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        &self.tx
    }
}

fn flags(access: OpenFlags) -> OpenFlags {
    access | OpenFlags::SQLITE_OPEN_NO_MUTEX
}

/// Puts every guard up that SQLite has against files from strangers, and ours for edits.
fn guard(db: &Connection) -> rusqlite::Result<()> {
    db.busy_timeout(Duration::from_secs(5))?;
    // A changeset is one value: the largest import of a large backlog must fit, and no more.
    db.set_limit(Limit::SQLITE_LIMIT_LENGTH, 512 << 20)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true)?;
    db.pragma_update(None, "cell_size_check", true)?;
    // Nothing of a map goes into a folder of temporary files.
    db.pragma_update(None, "temp_store", "MEMORY")?;
    db.set_prepared_statement_cache_capacity(128);
    Ok(())
}

fn checked(db: &Connection) -> Result<(), OpenError> {
    soundness::check(&*Locked::to_read(db)?)
}

fn watching(db: &Connection) -> Result<Watch, OpenError> {
    Ok(Watch::start(&*Locked::to_read(db)?)?)
}

/// The tables of an empty map, and its one row.
pub(super) fn make_map(db: &Connection, title: &Title) -> rusqlite::Result<()> {
    let tx = Transaction::new_unchecked(db, TransactionBehavior::Immediate)?;
    tx.execute_batch(SCHEMA)?;
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    tx.pragma_update(None, "user_version", VERSION)?;
    tx.execute("INSERT INTO map (id, title) VALUES (?1, ?2)", (Uuid::now_v7(), title))?;
    tx.commit()
}

/// Makes a file at `path`, where nothing may be yet: written under another name beside it, then renamed.
fn whole_or_not_at_all(
    path: &Path,
    write: impl FnOnce(&Path) -> Result<(), OpenError>,
) -> Result<(), OpenError> {
    if fs::symlink_metadata(path).is_ok() {
        return Err(OpenError::Exists);
    }
    let folder = path.parent().ok_or(OpenError::NotAFile)?;
    let file = new_file_in(folder)?;
    write(file.path())?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path).map_err(|error| OpenError::from(error.error))?;
    // The name itself must be on the disk too. Where a folder cannot be synchronised, it is so anyway.
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}

fn new_file_in(folder: &Path) -> Result<NamedTempFile, OpenError> {
    let mut new = tempfile::Builder::new();
    new.prefix(".").suffix(".storymap-new");
    // As any program's new files: readable by whom the person's settings say, not by the owner alone.
    #[cfg(unix)]
    new.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    Ok(new.tempfile_in(folder)?)
}

fn copy_of_file(path: &Path) -> Result<Connection, OpenError> {
    let file = Connection::open_with_flags(path, flags(OpenFlags::SQLITE_OPEN_READ_ONLY))?;
    guard(&file)?;
    let copied = {
        let _locks = disk::while_locked();
        copy_in_memory(&file)
    };
    match copied {
        Ok(copy) => Ok(copy),
        // A journal of an interrupted edit lies beside it, which a reader may not roll back.
        Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::ReadOnly) => {
            recovered_copy(path)
        }
        Err(error) => Err(error.into()),
    }
}

/// A copy in memory by way of a copy in a folder of temporary files, in which SQLite may roll back what
/// was interrupted and make the files that it likes.
fn recovered_copy(path: &Path) -> Result<Connection, OpenError> {
    let path = fs::canonicalize(path)?;
    let folder = tempfile::tempdir()?;
    let to = folder.path().join("map");
    // Between two attempts another program may have rolled back and gone on: then it is another state.
    for _ in 0..5 {
        let before = state(&path);
        {
            let _alone = disk::while_read_raw();
            fs::copy(&path, &to)?;
            for (from, to) in disk::beside(&path).iter().zip(disk::beside(&to)) {
                match fs::copy(from, &to) {
                    Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                        let _ = fs::remove_file(&to);
                    }
                    copied => _ = copied?,
                }
            }
        }
        if before != state(&path) {
            continue;
        }
        make_writable(&to)?;
        let file = Connection::open_with_flags(&to, flags(OpenFlags::SQLITE_OPEN_READ_WRITE))?;
        guard(&file)?;
        let wal: String =
            file.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get(0))?;
        return if wal == "delete" { Ok(copy_in_memory(&file)?) } else { Err(OpenError::Busy) };
    }
    Err(OpenError::Busy)
}

fn make_writable(path: &Path) -> Result<(), OpenError> {
    for path in [path].into_iter().chain(disk::beside(path).iter().map(AsRef::as_ref)) {
        if let Ok(file) = fs::metadata(path) {
            let mut permissions = file.permissions();
            #[allow(clippy::permissions_set_readonly_false, reason = "a copy of ours, soon gone")]
            permissions.set_readonly(false);
            fs::set_permissions(path, permissions)?;
        }
    }
    Ok(())
}

/// Length and time of the file and of what lies beside it.
fn state(path: &Path) -> Vec<Option<(u64, Option<std::time::SystemTime>)>> {
    [path]
        .into_iter()
        .chain(disk::beside(path).iter().map(AsRef::as_ref))
        .map(|path| fs::metadata(path).ok().map(|file| (file.len(), file.modified().ok())))
        .collect()
}

fn copy_in_memory(from: &Connection) -> rusqlite::Result<Connection> {
    let mut copy = Connection::open_in_memory()?;
    back_up(from, &mut copy)?;
    guard(&copy)?;
    Ok(copy)
}

fn back_up(from: &Connection, to: &mut Connection) -> rusqlite::Result<()> {
    let backup = Backup::new(from, to)?;
    // All pages in one step, so that it is one state.
    match backup.step(-1)? {
        StepResult::Done => Ok(()),
        _ => Err(rusqlite::Error::SqliteFailure(
            rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY),
            None,
        )),
    }
}
