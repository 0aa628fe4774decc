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
pub(super) const VERSION_1: &str = include_str!("migrations/1.sql");

/// Version 1 → 2.
const TO_2: &str = include_str!("migrations/2.sql");

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
    if version(&tx)? == 1 {
        soundness::schema(&tx)?;
        tx.execute_batch(TO_2)?;
        tx.pragma_update(None, "user_version", VERSION)?;
        soundness::schema(&tx)?;
    }
    Ok(tx.commit()?)
}

fn version(db: &Connection) -> rusqlite::Result<u32> {
    db.pragma_query_value(None, "user_version", |row| row.get(0))
}
