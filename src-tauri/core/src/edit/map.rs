//! Edits of the map itself.

use rusqlite::Connection;

use super::rows::title;
use super::{Done, EditError, Label, Noun};

/// Names the map.
///
/// # Errors
/// [`EditError::Title`].
pub(super) fn rename_map(db: &Connection, text: &str) -> Result<Done, EditError> {
    let title = title(Noun::Map, text)?;
    db.prepare_cached("UPDATE map SET title = ?1")?.execute([&title])?;
    Ok(Done::of(Label::Rename { what: Noun::Map, name: title.to_string() }))
}
