//! The file as the operating system sees it: is it there, is it ours, may it be written, has it been
//! put in another's place.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use super::{APPLICATION_ID, OpenError, VERSION};

/// No map is larger: a hundred thousand cards with years of history are some hundred megabytes.
pub(super) const MAX_FILE_BYTES: u64 = 2 << 30;

/// Transactions share it, and a raw read of a map's file waits until it is alone: closing any handle
/// of a file drops all locks that this process holds on it (POSIX fcntl), those of a transaction too.
static LOCKS: RwLock<()> = RwLock::new(());

/// Held while a transaction of this process has locks.
pub(super) fn while_locked() -> RwLockReadGuard<'static, ()> {
    LOCKS.read().unwrap_or_else(PoisonError::into_inner)
}

/// Held while a map's file is read by other means than SQLite.
pub(super) fn while_read_raw() -> RwLockWriteGuard<'static, ()> {
    LOCKS.write().unwrap_or_else(PoisonError::into_inner)
}

/// An absolute path: SQLite would take `file:map?mode=memory` for a URI, and `/…/file:map` for a path.
pub(super) fn absolute(path: &Path) -> Result<PathBuf, OpenError> {
    std::path::absolute(path).map_err(|_| OpenError::Missing)
}

/// Which file stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FileId {
    #[cfg(unix)]
    device: u64,
    #[cfg(unix)]
    inode: u64,
}

impl FileId {
    /// # Errors
    /// [`OpenError::Missing`], [`OpenError::NotAFile`], [`OpenError::TooLarge`] and the like.
    pub(super) fn at(path: &Path) -> Result<Self, OpenError> {
        let file = fs::metadata(path)?;
        if !file.is_file() {
            return Err(OpenError::NotAFile);
        }
        if file.len() > MAX_FILE_BYTES {
            return Err(OpenError::TooLarge { bytes: file.len() });
        }
        Ok(Self::of(&file))
    }

    /// Whether this file is still what stands at the path.
    pub(super) fn is_at(self, path: &Path) -> bool {
        fs::metadata(path).is_ok_and(|there| there.is_file() && Self::of(&there) == self)
    }

    #[cfg(unix)]
    fn of(file: &fs::Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self { device: file.dev(), inode: file.ino() }
    }

    /// Elsewhere a file that is open cannot be replaced; at most its drive is gone.
    #[cfg(not(unix))]
    fn of(_: &fs::Metadata) -> Self {
        Self {}
    }
}

/// What the first bytes of a file say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Header {
    /// In WAL mode, which only another program can have set: even reading makes files beside it.
    pub wal: bool,
}

/// Reads the header of a map's file without SQLite, which might already roll something back.
///
/// # Errors
/// [`OpenError::NotSqlite`], [`OpenError::OtherApplication`], [`OpenError::Newer`] and the like.
pub(super) fn header(path: &Path) -> Result<Header, OpenError> {
    let _alone = while_read_raw();
    let mut bytes = [0; 100];
    match File::open(path)?.read_exact(&mut bytes) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
            return Err(OpenError::NotSqlite);
        }
        read => read?,
    }
    let number =
        |at: usize| bytes[at..at + 4].iter().fold(0, |n: u32, byte| n << 8 | u32::from(*byte));
    if !bytes.starts_with(b"SQLite format 3\0") {
        return Err(OpenError::NotSqlite);
    }
    if number(68) != APPLICATION_ID {
        return Err(OpenError::OtherApplication);
    }
    match number(60) {
        version if version > VERSION => Err(OpenError::Newer { version }),
        _ => Ok(Header { wal: bytes[18] == 2 || bytes[19] == 2 }),
    }
}

/// The files that SQLite keeps beside a database while something is under way.
pub(super) fn beside(path: &Path) -> [PathBuf; 2] {
    ["-journal", "-wal"].map(|ending| {
        let mut name = OsString::from(path);
        name.push(ending);
        name.into()
    })
}

/// Refuses journals that no map of ours leaves behind, before SQLite believes them.
///
/// A journal that ends in the name of a "super-journal" has SQLite **delete the file of that name**
/// while rolling back: somebody who can have us open a map with a journal beside it would choose which
/// file of ours goes. Maps are never written together with other databases, so ours have no such name.
/// A link in a journal's place would have another file written.
///
/// # Errors
/// [`OpenError::Damaged`].
pub(super) fn refuse_foreign_journals(path: &Path) -> Result<(), OpenError> {
    const MAGIC: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
    // SQLite keeps them beside the file that a link leads to.
    for journal in beside(&fs::canonicalize(path)?) {
        let there = match fs::symlink_metadata(&journal) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            there => there?,
        };
        let refused = |what: &str| Err(OpenError::Damaged { what: what.into() });
        if !there.is_file() {
            return refused("the journal is no file");
        }
        if there.len() >= 8 {
            let mut end = [0; 8];
            let mut file = File::open(&journal)?;
            file.seek(SeekFrom::End(-8))?;
            file.read_exact(&mut end)?;
            if end == MAGIC {
                return refused("the journal names another file");
            }
        }
    }
    Ok(())
}

/// Whether files can be made in the folder of `path`, as every edit's journal is. Tried with a file
/// that has no name (on Linux) or loses it at once.
pub(super) fn folder_can_be_written(path: &Path) -> bool {
    let Ok(path) = fs::canonicalize(path) else { return false };
    let Some(folder) = path.parent() else { return false };
    match tempfile::tempfile_in(folder) {
        Ok(_) => true,
        // A full disk, for instance, is no reason to open read-only.
        Err(error) => !matches!(
            error.kind(),
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
        ),
    }
}

impl From<io::Error> for OpenError {
    fn from(error: io::Error) -> Self {
        use io::ErrorKind;
        match error.kind() {
            // A path through a file, or one that cannot be written as such, leads nowhere.
            ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::InvalidInput => {
                Self::Missing
            }
            ErrorKind::AlreadyExists => Self::Exists,
            ErrorKind::IsADirectory => Self::NotAFile,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::NoPermission,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::Storage(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_never_begins_as_an_address_does() {
        let path = absolute(Path::new("file:map.storymap?mode=memory"));
        assert!(path.is_ok_and(|path| path.is_absolute()));
        assert!(matches!(absolute(Path::new("")), Err(OpenError::Missing)));
    }

    #[test]
    fn whether_a_folder_can_be_written_leaves_nothing_in_it() {
        let file = tempfile::NamedTempFile::new();
        assert!(file.is_ok_and(|file| folder_can_be_written(file.path())));
        assert!(!folder_can_be_written(Path::new("/no/such/folder/map.storymap")));
    }
}
