//! Edits of what stands for an activity without a PBI.

use rusqlite::Connection;
use uuid::Uuid;

use super::rows::{body, name_of};
use super::{Done, EditError, Label, Noun};
use crate::board::{ActivityId, CoveredBy, SliceId};

/// Says that an activity needs no PBI, in one slice or (`None`) in the whole map; `how: None`: that it
/// needs one after all.
///
/// # Errors
/// [`EditError::TextTooLong`], [`EditError::Gone`].
pub(super) fn set_cover(
    db: &Connection,
    activity: ActivityId,
    slice: Option<SliceId>,
    how: Option<CoveredBy>,
    reason: &str,
) -> Result<Done, EditError> {
    let name = name_of(db, Noun::Activity, activity.0)?;
    if let Some(slice) = slice {
        name_of(db, Noun::Slice, slice.0)?;
    }
    let label = Label::changed(Noun::Activity, name, 1);
    let there: Vec<Uuid> = db
        .prepare_cached("SELECT id FROM cover WHERE activity = ?1 AND slice IS ?2 ORDER BY id")?
        .query_map((activity, slice), |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let Some(how) = how else {
        for id in there {
            db.prepare_cached("DELETE FROM cover WHERE id = ?1")?.execute([id])?;
        }
        return Ok(Done::of(label));
    };
    let reason = body(reason)?;
    if let Some(id) = there.first() {
        db.prepare_cached("UPDATE cover SET how = ?2, reason = ?3 WHERE id = ?1")?
            .execute((id, how, reason))?;
        return Ok(Done::of(label));
    }
    let id = Uuid::now_v7();
    db.prepare_cached(
        "INSERT INTO cover (id, activity, slice, how, reason) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute((id, activity, slice, how, reason))?;
    Ok(Done::made(label, [id]))
}
