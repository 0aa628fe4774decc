//! Maps of earlier versions are brought to today's format when they are opened: the file itself where
//! it may be edited, else the copy in memory.
//!
//! A migration adds tables and trailing columns with a default that means "as before", and computes
//! nothing: then changesets recorded before it still apply, and their undo is exact.

use rusqlite::Connection;

use super::opening::Locked;
use super::{VERSION, soundness};
use crate::document::OpenError;

/// The tables of a map of version 1.
pub(super) const FIRST: &str = include_str!("migrations/version-1.sql");

/// What makes the next version of each earlier one, from version 1.
pub(super) const TO_NEXT: [&str; 2] =
    [include_str!("migrations/to-2.sql"), include_str!("migrations/to-3.sql")];

/// Brings a map that is sound in its own version to today's; does nothing to one that is there.
///
/// # Errors
/// [`OpenError`]; the map is as it was then.
pub(super) fn migrate(db: &Connection) -> Result<(), OpenError> {
    if version(db)? == VERSION {
        return Ok(());
    }
    let tx = Locked::to_write(db)?;
    // Asked again: another program may have done it while this one waited for its turn.
    let there = version(&tx)?;
    if (1..VERSION).contains(&there) {
        soundness::schema(&tx)?;
        for to_next in TO_NEXT.iter().skip(there as usize - 1) {
            tx.execute_batch(to_next)?;
        }
        tx.pragma_update(None, "user_version", VERSION)?;
        soundness::schema(&tx)?;
    }
    Ok(tx.commit()?)
}

fn version(db: &Connection) -> rusqlite::Result<u32> {
    db.pragma_query_value(None, "user_version", |row| row.get(0))
}
