//! Bytes → [`Draft`]. Reading touches neither a file nor a map: what it gives is shown first, then
//! brought in as one edit ([`crate::edit::import`]).
//!
//! | what | read by | becomes |
//! |---|---|---|
//! | Jira's CSV, in seven languages, and tables that look like it | `table`, `headings`, `issues`, `levels`, `fields`, `status`, `dates`, `drafting`; the rules are at `jira` | epics are activities, issues PBIs, sub-tasks tasks, fix versions slices |
//! | indented text, Markdown lists and headings | `outline` | activity, step, PBI, tasks by depth |
//!
//! Text may be UTF-8 or UTF-16, with or without a byte order mark, or in an older encoding such as
//! Windows-1252 (`encoding`); cells are parted by commas, semicolons or tabs. A file is refused only
//! where nothing of it can be told for certain ([`ImportError`]). Everything else that is not as it
//! should be is a [`Problem`]: what cannot be read for certain is left empty, never guessed.

mod dates;
mod drafting;
mod encoding;
mod fields;
mod headings;
mod issues;
mod jira;
mod levels;
mod outline;
mod problem;
mod status;
mod table;
mod words;

pub use problem::{Done, Problem, What};

use problem::Problems;

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
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > MAX_BYTES {
        return Err(ImportError::TooLarge { bytes: size });
    }
    let encoding::Text { text, replaced } = encoding::decode(bytes)?;
    if text.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    let mut problems = Problems::default();
    if replaced {
        let line = text.lines().position(|line| line.contains(char::REPLACEMENT_CHARACTER));
        let line = line.and_then(|at| u32::try_from(at + 1).ok()).unwrap_or(1);
        problems.add(line, "", What::BadBytes, Done::Replaced);
    }
    if !progress(0.1) {
        return Err(ImportError::Cancelled);
    }
    let mut outcome = match Format::detect(&text, name) {
        Some(Format::Table) => {
            let table = table::read(&text, &mut |share| progress(0.1 + 0.4 * share))?;
            jira::read(&table, reading, problems, progress)?
        }
        Some(Format::Outline) => outline::read(&text, problems, progress)?,
        None => return Err(ImportError::NotText),
    };
    name.clone_into(&mut outcome.draft.name);
    if !progress(1.0) {
        return Err(ImportError::Cancelled);
    }
    Ok(outcome)
}

/// How far some is of all, for a progress.
#[allow(clippy::cast_precision_loss, reason = "to a per cent")]
fn share(some: usize, all: usize) -> f32 {
    some as f32 / all.max(1) as f32
}

/// What kind of text a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    /// Records with cells, headings first.
    Table,
    /// Indented lines.
    Outline,
}

impl Format {
    /// By its first line, because people rename files: a line with a delimiter in it that is a heading
    /// of titles begins a table. Else by its ending; `None` for what is another program's format.
    fn detect(text: &str, name: &str) -> Option<Self> {
        let first =
            text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim_start();
        let (delimiter, body) = table::delimiter(text);
        let headings: Vec<String> = body
            .lines()
            .find(|line| !line.trim().is_empty())
            .unwrap_or_default()
            .split(char::from(delimiter))
            .map(|heading| heading.trim().trim_matches('"').to_owned())
            .collect();
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
        let titled = headings::Columns::find(&headings).has(headings::Column::Title);
        // JSON, XML and web pages, whatever their ending says.
        let starts = |begins: &[&str]| begins.iter().any(|begin| first.starts_with(begin));
        let foreign =
            first == "[" || starts(&["{", "[{", "<?", "<!DOCTYPE", "<html", "<opml", "<svg"]);
        match ending.as_str() {
            _ if foreign => None,
            "csv" | "tsv" => Some(Self::Table),
            _ if titled && headings.len() > 1 => Some(Self::Table),
            _ => Some(Self::Outline),
        }
    }
}

#[cfg(test)]
mod tests;
