//! Bytes → [`Draft`]. Reading touches neither a file nor a map: what it gives is shown first, then
//! brought in as one edit ([`crate::edit::import`]).
//!
//! | what | read by | becomes |
//! |---|---|---|
//! | Jira's CSV, in seven languages, and tables that look like it | `table`, `headings`, `issues`, `levels`, `fields`, `status`, `dates`, `drafting`; the rules are at `jira` | epics are activities, issues PBIs, sub-tasks tasks, fix versions slices |
//! | JSON of GitHub (issues, projects) and Trello, and lists of flat objects | `json`, then as a table | lists of a board are epics, entries of checklists tasks |
//! | tables with a column of titles per level (Azure DevOps) | `titles`, then as a table | levels as above |
//! | indented text, Markdown lists and headings | `outline` | activity, step, PBI, tasks by depth |
//!
//! Text may be UTF-8 or UTF-16, with or without a byte order mark, or in an older encoding such as
//! Windows-1252 (`encoding`); cells are parted by commas, semicolons or tabs. A file is refused only
//! where nothing of it can be told for certain ([`ImportError`]). Everything else that is not as it
//! should be is a [`Problem`]: what cannot be read for certain is left empty, never guessed.

mod age;
mod choices;
mod dates;
mod desk;
mod drafting;
mod encoding;
mod fields;
mod headings;
mod issues;
mod jira;
mod json;
mod levels;
mod outline;
mod problem;
mod status;
mod structure;
mod table;
mod technical;
mod titles;
mod words;

pub use choices::{Choices, Holds, Reading, Role, Rows};
pub use desk::{ColumnUse, Epic, Offer};
pub use problem::{Done, Problem, What};

use problem::Problems;

use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use specta::Type;

use crate::check::Titles;
use crate::edit::import::Draft;

/// What a file gives, before anything is written.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadOutcome {
    /// What would come into the map.
    pub draft: Draft,
    /// Where the rows went: `rows = items + tasks + structure + skipped`.
    pub counts: Counts,
    /// What was not as it should be, by line, and what was done about it.
    pub problems: Vec<Problem>,
    /// Why rows were skipped.
    pub skipped: Skipped,
    /// How the levels were read.
    pub reading: Reading,
    /// What would come of either reading, the one that is offered first in front; none where the file can
    /// be read in one way only.
    pub offers: Vec<Offer>,
    /// The epics, in order: each can become something else.
    pub epics: Vec<Epic>,
    /// The columns of a table: each can be taken for something else.
    pub columns: Vec<ColumnUse>,
    /// Rows that [`Rows::OpenAndRecent`] leaves out.
    pub old: u32,
    /// How many of the rows that would be PBIs look technical, in per cent.
    pub technical: u32,
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
    /// Rows that are goals, activities or steps.
    pub structure: u32,
    /// Rows that are nothing of their own: [`Skipped`] says why.
    pub skipped: u32,
}

/// Why rows are nothing of their own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Type)]
pub struct Skipped {
    /// They became tags of the rows below them.
    pub tags: u32,
    /// A person left them.
    pub left: u32,
    /// They were Done long ago.
    pub old: u32,
    /// They have no title or say the headings again, each explained by a problem.
    pub unread: u32,
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
    /// It is neither a table of text, an outline nor a list of issues: a picture, a workbook, a program's
    /// own format.
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
    choices: &Choices,
    progress: &mut Progress<'_>,
) -> Result<ReadOutcome, ImportError> {
    Backlog::open(bytes, name, &mut |part| progress(part / 2.0))?
        .draft(choices, &mut |part| progress(0.5 + part / 2.0))
}

/// A file that was taken apart: from it a draft is made, as often as a person decides anew.
#[derive(Debug)]
pub struct Backlog {
    name: String,
    parts: Parts,
    problems: Problems,
    /// Titles that were judged already.
    titles: Mutex<Titles>,
}

#[derive(Debug)]
enum Parts {
    Table(table::Table),
    Outline(String),
}

impl Backlog {
    /// Takes a file of any known format apart; `name` is its file name, for the format and the history.
    ///
    /// # Errors
    /// [`ImportError`].
    pub fn open(
        bytes: &[u8],
        name: &str,
        progress: &mut Progress<'_>,
    ) -> Result<Self, ImportError> {
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
        let parts = match Format::detect(&text, name) {
            Some(Format::Table) => {
                let table = table::read(&text, &mut |share| progress(0.1 + 0.9 * share))?;
                Parts::Table(titles::unfold(table))
            }
            Some(Format::Json) => Parts::Table(json::read(&text, &mut problems)?),
            Some(Format::Outline) => Parts::Outline(text),
            None => return Err(ImportError::NotText),
        };
        Ok(Self { name: name.to_owned(), parts, problems, titles: Mutex::default() })
    }

    /// Makes a draft of it.
    ///
    /// # Errors
    /// [`ImportError`].
    pub fn draft(
        &self,
        choices: &Choices,
        progress: &mut Progress<'_>,
    ) -> Result<ReadOutcome, ImportError> {
        let problems = self.problems.clone();
        let mut outcome = match &self.parts {
            Parts::Table(table) => {
                let mut titles = self.titles.lock().unwrap_or_else(PoisonError::into_inner);
                jira::read(table, choices, &mut titles, problems, progress)?
            }
            Parts::Outline(text) => outline::read(text, problems, progress)?,
        };
        outcome.draft.name.clone_from(&self.name);
        if !progress(1.0) {
            return Err(ImportError::Cancelled);
        }
        Ok(outcome)
    }
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
    /// What a tracker hands out as JSON.
    Json,
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
        let titled = headings::Columns::find(&headings).has(headings::Holds::Title);
        // JSON, XML and web pages, whatever their ending says.
        let starts = |begins: &[&str]| begins.iter().any(|begin| first.starts_with(begin));
        match ending.as_str() {
            _ if first == "[" || starts(&["{", "[{"]) => Some(Self::Json),
            _ if starts(&["<?", "<!DOCTYPE", "<html", "<opml", "<svg"]) => None,
            "csv" | "tsv" => Some(Self::Table),
            _ if titled && headings.len() > 1 => Some(Self::Table),
            _ if has_even_tabs(text) => Some(Self::Table),
            _ => Some(Self::Outline),
        }
    }
}

/// Whether every line has as many tabs in it, as cells that were copied from a spreadsheet do.
fn has_even_tabs(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let tabs = |line: &str| line.matches('\t').count();
    let first = lines.next().unwrap_or_default();
    let count = tabs(first);
    let mut others = lines.peekable();
    count > 0
        && !first.starts_with('\t')
        && others.peek().is_some()
        && others.all(|line| tabs(line) == count && !line.starts_with('\t'))
}

#[cfg(test)]
mod tests;
