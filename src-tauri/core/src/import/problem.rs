//! What was not as it should be in a file, and what was done about it: data, said by `speech`.

use std::collections::HashMap;

/// One thing in a file that was not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line of the file, counted from 1, on which the (first) record begins.
    pub line: u32,
    /// The column's heading; empty where it is about the whole row.
    pub column: String,
    /// What it is.
    pub what: What,
    /// What was done.
    pub done: Done,
    /// How many rows it is about, this one included: the same in many rows is said once.
    pub rows: u32,
}

/// What was not as it should be. Values are shortened for a report.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum What {
    /// The row has no title.
    NoTitle,
    /// No heading says which column has the titles.
    NoTitleHeading,
    /// The row says the headings again.
    HeadingsAgain,
    /// The title is over the limit.
    TitleTooLong {
        /// How long it is, in characters.
        chars: u32,
    },
    /// The value is no number.
    NoNumber {
        /// The value.
        value: String,
    },
    /// The date cannot be read for certain.
    UnclearDate {
        /// The value.
        value: String,
    },
    /// The status is none of the words that are known.
    UnknownStatus {
        /// The value.
        value: String,
    },
    /// It was closed without being delivered.
    Undelivered {
        /// The resolution or status that says so.
        value: String,
    },
    /// It is below a row that cannot hold it: a PBI below a PBI, a sub-task below an activity.
    Nested {
        /// The parent's key.
        key: String,
    },
    /// The parent is not in the file.
    MissingParent {
        /// The parent's key or id.
        key: String,
    },
    /// Parents go round in a circle.
    ParentCircle {
        /// The parent's key or id.
        key: String,
    },
    /// The key stands in an earlier row already.
    RepeatedKey {
        /// The key.
        key: String,
    },
    /// There are several fix versions.
    SeveralVersions {
        /// Those that do not count.
        others: Vec<String>,
    },
    /// The text is longer than notes may be.
    TextTooLong {
        /// How long it is, in characters.
        chars: u32,
    },
    /// Entries that are no issues: pull requests, closed lists and cards.
    NoIssues {
        /// How many.
        count: u32,
    },
    /// The row has more cells than there are headings.
    ExtraCells,
    /// Bytes that are no text in the file's encoding.
    BadBytes,
}

/// What was done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Done {
    /// The row was left out.
    Skipped,
    /// The column is taken for the titles.
    TakenAsTitle,
    /// The title was cut at a word, and stands whole in the notes.
    CutWholeInNotes,
    /// The title was cut at a word, and stands whole in the row that is kept with it.
    CutWholeInRow,
    /// The field was left empty.
    LeftEmpty,
    /// It counts as not Done.
    NotDone,
    /// It came in without a parent.
    NoParent,
    /// The parent was made from what the row says of it.
    MadeFromSummary,
    /// The last one counts.
    LastCounts,
    /// It came in under a key with a number behind it.
    KeyNumbered,
    /// The text was cut.
    Cut,
    /// They were left out, and are no rows.
    NotCounted,
    /// The surplus was left out.
    Ignored,
    /// The characters were replaced.
    Replaced,
    /// It came in beside it.
    Beside,
}

/// The problems of one file while it is read: the same in many rows becomes one.
#[derive(Debug, Clone, Default)]
pub(super) struct Problems {
    list: Vec<Problem>,
    said: HashMap<(String, What, Done), usize>,
}

impl Problems {
    /// Notes a problem of one row. What was said of another row already only counts there; a row that
    /// is skipped is explained by itself.
    pub fn add(&mut self, line: u32, column: &str, what: What, done: Done) {
        let alike = match &what {
            // Which day it is differs from row to row; that the column is unclear does not.
            What::UnclearDate { .. } => What::UnclearDate { value: String::new() },
            other => other.clone(),
        };
        let next = self.list.len();
        let at = match done {
            Done::Skipped => next,
            _ => *self.said.entry((column.to_owned(), alike, done)).or_insert(next),
        };
        match self.list.get_mut(at) {
            Some(first) => {
                first.rows += 1;
                first.line = first.line.min(line);
            }
            None => {
                self.list.push(Problem { line, column: column.to_owned(), what, done, rows: 1 });
            }
        }
    }

    /// All of them, by line.
    pub fn in_order(mut self) -> Vec<Problem> {
        self.list.sort_by_key(|problem| problem.line);
        self.list
    }
}
