//! Why a file cannot be opened, or its history not walked.

/// Why a map cannot be opened or read. No byte of the file was changed.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no such file.
    #[error("no such file")]
    Missing,
    /// Something is already where a new file should be made.
    #[error("exists already")]
    Exists,
    /// The title of a new map is empty or too long.
    #[error("title: {0}")]
    Title(#[from] crate::board::TitleError),
    /// It is a folder or a device.
    #[error("not a file")]
    NotAFile,
    /// It is no SQLite database.
    #[error("not SQLite")]
    NotSqlite,
    /// It is another application's database.
    #[error("another application's database")]
    OtherApplication,
    /// It was made by a newer version of Throughline.
    #[error("version {version}")]
    Newer {
        /// Its `user_version`.
        version: u32,
    },
    /// It is larger than any map that we would read.
    #[error("{bytes} bytes")]
    TooLarge {
        /// How large.
        bytes: u64,
    },
    /// Its schema has something more, less or different (a trigger, a view, a table).
    #[error("schema differs at {object:?}")]
    Schema {
        /// The first object that differs.
        object: String,
    },
    /// What it holds is damaged.
    #[error("damaged: {what}")]
    Damaged {
        /// Where, for logs.
        what: String,
    },
    /// This user may not read or write there.
    #[error("no permission")]
    NoPermission,
    /// The disk is full.
    #[error("disk full")]
    DiskFull,
    /// Another program holds the file.
    #[error("busy")]
    Busy,
    /// Anything else that the operating system or SQLite answered.
    #[error("{0}")]
    Storage(String),
}

/// Why the history cannot be read, or a change not be taken back. The map is unchanged.
#[derive(Debug, thiserror::Error)]
pub enum HistoryError {
    /// No change has this number.
    #[error("no change {seq}")]
    NoSuchChange {
        /// The number.
        seq: u32,
    },
    /// Later changes build on it, so that its inverse would not be exact.
    #[error("later changes depend on it")]
    InTheWay,
    /// It was taken back already.
    #[error("undone already")]
    UndoneAlready,
    /// It was made under another version of the format whose tables differ.
    #[error("made under schema {schema}")]
    OtherSchema {
        /// That version.
        schema: u32,
    },
    /// Its changeset is damaged.
    #[error("changeset of change {seq} is damaged")]
    Damaged {
        /// Its number.
        seq: u32,
    },
    /// The same reasons as for an edit: read-only, disk full, busy, replaced.
    #[error(transparent)]
    Edit(#[from] crate::edit::EditError),
}

impl From<rusqlite::Error> for HistoryError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Edit(error.into())
    }
}
