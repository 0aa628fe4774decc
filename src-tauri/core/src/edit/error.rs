//! Why an edit did not happen.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::board::TitleError;

/// What a sentence speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Noun {
    /// The map itself.
    Map,
    /// A Product Goal.
    Goal,
    /// An activity.
    Activity,
    /// A step.
    Step,
    /// A slice.
    Slice,
    /// A Sprint.
    Sprint,
    /// A PBI.
    Item,
    /// A task.
    Task,
    /// A tag.
    Tag,
    /// A persona.
    Persona,
    /// An acceptance criterion.
    Criterion,
    /// A rule of the Definition of Done.
    DoneRule,
    /// An Increment.
    Increment,
    /// Feedback.
    Feedback,
    /// A period.
    Period,
    /// A word of the glossary.
    Term,
}

/// Why an edit did not happen. The map is unchanged whenever one of these is returned.
///
/// `Display` is for logs; what a person reads is in `text/*.ftl`, by `speech`.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// A row that the edit names is not there (any more).
    #[error("{what:?} is gone")]
    Gone {
        /// What is gone.
        what: Noun,
    },
    /// A title is empty or too long.
    #[error("title of {what:?}: {why}")]
    Title {
        /// Whose title.
        what: Noun,
        /// What is wrong with it.
        why: TitleError,
    },
    /// A text is over [`crate::board::MAX_TEXT_CHARS`].
    #[error("a text of {chars} characters")]
    TextTooLong {
        /// How long it is, in characters.
        chars: usize,
    },
    /// A criterion or a rule is over [`crate::board::MAX_RULE_CHARS`].
    #[error("a {what:?} of {chars} characters")]
    RuleTooLong {
        /// Which of the two.
        what: Noun,
        /// How long it is, in characters.
        chars: usize,
    },
    /// Edits that are to be one change hold another such edit.
    #[error("nested")]
    Nested,
    /// A date is no day of the calendar in the form 2026-03-01.
    #[error("{text:?} is no day")]
    NoDay {
        /// What was given.
        text: String,
    },
    /// A period ends before it starts.
    #[error("ends before it starts")]
    EndsBeforeItStarts,
    /// A finding's rule has no name, or one that is far too long.
    #[error("no rule")]
    NoRule,
    /// An estimate is negative or no number.
    #[error("estimate")]
    Estimate,
    /// A slice or a Sprint of that name is there already.
    #[error("{what:?} {name:?} exists")]
    NameTaken {
        /// What bears the name.
        what: Noun,
        /// The name.
        name: String,
    },
    /// The map is open read-only.
    #[error("open read-only")]
    ReadOnly,
    /// The file was moved, deleted or replaced by another while it was open.
    #[error("the file was replaced")]
    FileReplaced,
    /// Another program held the file for longer than we wait.
    #[error("another program holds the file")]
    Busy,
    /// The disk is full.
    #[error("disk full")]
    DiskFull,
    /// The person cancelled while it was being brought in.
    #[error("cancelled")]
    Cancelled,
    /// A line of several edits is no edit, or names a row that is not there.
    #[error("line {line}")]
    Line {
        /// Which line, counted from 1.
        line: u32,
    },
    /// SQLite could not store the change.
    #[error("not stored: {0}")]
    Storage(rusqlite::Error),
}

impl From<rusqlite::Error> for EditError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::OperationInterrupted) => Self::Cancelled,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            // SQLite itself looks whether the file is still at its path before it starts a journal.
            Some(ErrorCode::ReadOnly)
                if error.sqlite_extended_error_code()
                    == Some(rusqlite::ffi::SQLITE_READONLY_DBMOVED) =>
            {
                Self::FileReplaced
            }
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            _ => Self::Storage(error),
        }
    }
}
