//! Checked texts: what may be in a row, and how long it may be.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

/// Why a text cannot be a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TitleError {
    /// Nothing is left when white space is taken away.
    #[error("empty")]
    Empty,
    /// Longer than [`Title::MAX_CHARS`].
    #[error("{chars} characters")]
    TooLong {
        /// How long it is, in characters.
        chars: usize,
    },
}

/// The one-line name of a goal, item, slice or task; an activity or a step holds an `Option<Title>`.
///
/// White space is trimmed and line breaks become spaces, so that a pasted paragraph stays one card.
/// Control characters, which no font can draw, become spaces too.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Title(Arc<str>);

impl Title {
    /// Longest title, in characters (Unicode scalar values, not bytes). The limit is ours:
    /// longer text belongs in the notes.
    pub const MAX_CHARS: usize = 300;

    /// # Errors
    /// [`TitleError::Empty`] if only white space is left, [`TitleError::TooLong`] over
    /// [`Self::MAX_CHARS`]. Nothing is ever cut off silently.
    pub fn new(text: &str) -> Result<Self, TitleError> {
        let text = one_line(text);
        match text.chars().count() {
            0 => Err(TitleError::Empty),
            chars if chars > Self::MAX_CHARS => Err(TitleError::TooLong { chars }),
            _ => Ok(Self(text.into())),
        }
    }

    /// The title that `text` gives, cut at a word where it is too long; whether it was cut stands
    /// beside it. `None` if only white space is left. For importers, which keep the whole in the notes.
    #[must_use]
    pub fn cut(text: &str) -> Option<(Self, bool)> {
        match Self::new(text) {
            Ok(title) => Some((title, false)),
            Err(TitleError::Empty) => None,
            Err(TitleError::TooLong { .. }) => {
                let text = one_line(text);
                let room: String = text.chars().take(Self::MAX_CHARS - 1).collect();
                let end = room.rfind(' ').filter(|end| *end > room.len() / 2);
                let kept = room.get(..end.unwrap_or(room.len())).unwrap_or(&room);
                Some((Self(format!("{}…", kept.trim_end()).into()), true))
            }
        }
    }

    /// The text itself, shared instead of copied.
    #[must_use]
    pub fn shared(&self) -> Arc<str> {
        Arc::clone(&self.0)
    }

    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

impl Deref for Title {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Title {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl ToSql for Title {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.as_str()))
    }
}

impl FromSql for Title {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::new(value.as_str()?).map_err(|error| FromSqlError::Other(Box::new(error)))
    }
}

/// Longest body text (notes, story, outcome, measure, a row as imported), in characters. The limit
/// is ours; the schema checks it too.
pub const MAX_TEXT_CHARS: usize = 100_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_paragraph_becomes_one_line() {
        assert_eq!(Title::new(" Pay\r\n by\tcard\u{0} ").map(|t| t.0), Ok("Pay by card".into()));
        assert_eq!(Title::new(" \n "), Err(TitleError::Empty));
    }

    #[test]
    fn a_title_over_the_limit_is_refused_and_an_importer_cuts_it_at_a_word() {
        let long = "coffee ".repeat(60);
        assert_eq!(Title::new(&long), Err(TitleError::TooLong { chars: 419 }));
        let (title, cut) = Title::cut(&long).unwrap_or_else(|| unreachable!("it has words"));
        assert!(cut && title.chars().count() <= Title::MAX_CHARS && title.ends_with("coffee…"));
    }
}
