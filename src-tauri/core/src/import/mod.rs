//! Bytes → [`Draft`]. Reading touches neither a file nor a map: what it gives is shown first, then
//! brought in as one edit.

mod problem;

pub use problem::{Done, Problem, What};

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::edit::import::Draft;

/// How a file's levels become the map's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Reading {
    /// Epics with children are activities, issues PBIs, sub-tasks tasks.
    #[default]
    EpicsAsActivities,
    /// Epics are PBIs, their issues tasks: for a backlog whose issues are sub-work.
    EpicsAsItems,
}

/// What a file gives, before anything is written.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadOutcome {
    /// What would come into the map.
    pub draft: Draft,
    /// Where the rows went: `rows = items + tasks + structure + skipped`.
    pub counts: Counts,
    /// What was not as it should be, by line, and what was done about it.
    pub problems: Vec<Problem>,
    /// Whether most issues look like sub-work of epics, so that [`Reading::EpicsAsItems`] is worth offering.
    pub offers_epics_as_items: bool,
}

/// Where the rows of a file went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Type)]
pub struct Counts {
    /// Records with at least one cell that is not blank.
    pub rows: u32,
    /// Rows that are PBIs.
    pub items: u32,
    /// Rows that are tasks.
    pub tasks: u32,
    /// Rows that are goals, activities, steps or tags.
    pub structure: u32,
    /// Rows that are nothing, each explained by a problem.
    pub skipped: u32,
}

/// Why a file cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// Nothing is in it.
    #[error("empty")]
    Empty,
    /// It is larger than [`MAX_BYTES`].
    #[error("{bytes} bytes")]
    TooLarge {
        /// How large.
        bytes: u64,
    },
    /// It is neither a table of text nor an outline: a picture, a workbook, a program's own format.
    #[error("not text")]
    NotText,
    /// It is a table without a column for titles.
    #[error("no title column")]
    NoTitleColumn {
        /// The headings that it has, the first few.
        headings: Vec<String>,
    },
    /// A quote is never closed, or the like.
    #[error("line {line}")]
    Malformed {
        /// The line on which reading stopped.
        line: u32,
    },
    /// There is nothing but headings or blank lines in it.
    #[error("no rows")]
    NoRows,
    /// The person cancelled.
    #[error("cancelled")]
    Cancelled,
}

/// The largest file that is read, in bytes. The limit is ours: 100 MB is a backlog of a hundred
/// thousand issues.
pub const MAX_BYTES: u64 = 100_000_000;

/// Told now and then how far reading is; answers whether to go on.
pub type Progress<'a> = dyn FnMut(f32) -> bool + 'a;

/// Reads a file of any known format; `name` is its file name, for the format and the history.
///
/// # Errors
/// [`ImportError`].
pub fn read(
    bytes: &[u8],
    name: &str,
    reading: Reading,
    progress: &mut Progress<'_>,
) -> Result<ReadOutcome, ImportError> {
    let _ = (bytes, name, reading, progress);
    unimplemented!()
}
