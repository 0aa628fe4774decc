//! Edits of slices.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::rows::{body, day, gone_unless, name_of, rank_at, title};
use super::{Done, EditError, Label, Noun};
use crate::board::{GoalId, SliceId, Title};

/// Makes a slice.
///
/// # Errors
/// [`EditError::Title`], [`EditError::NameTaken`], [`EditError::TextTooLong`], [`EditError::Gone`].
pub(super) fn add_slice(
    db: &Connection,
    name: &str,
    outcome: &str,
    before: Option<SliceId>,
) -> Result<Done, EditError> {
    let name = free_name(db, Noun::Slice, name, None)?;
    let slice = SliceId::make();
    let rank = rank_at(db, Noun::Slice, before.map(|id| id.0), &[])?;
    db.prepare_cached("INSERT INTO slice (id, rank, name, outcome) VALUES (?1, ?2, ?3, ?4)")?
        .execute((slice, rank, &name, body(outcome)?))?;
    Ok(Done::made(Label::add(Noun::Slice, &name), [slice.0]))
}

/// A name that no other slice, or Sprint, bears: imports find them by it.
pub(super) fn free_name(
    db: &Connection,
    what: Noun,
    name: &str,
    own: Option<Uuid>,
) -> Result<Title, EditError> {
    let name = title(what, name)?;
    let sql = format!("SELECT id FROM {} WHERE name = ?1 AND id IS NOT ?2", what.table());
    let taken = db
        .prepare_cached(&sql)?
        .query_row((&name, own), |row| row.get::<_, Uuid>(0))
        .optional()?
        .is_some();
    if taken { Err(EditError::NameTaken { what, name: name.to_string() }) } else { Ok(name) }
}

/// Fields of a slice that are to be different; `None` stays.
pub(super) struct SliceChange<'a> {
    pub name: Option<&'a str>,
    pub outcome: Option<&'a str>,
    pub part_on_purpose: Option<&'a str>,
    pub closed_on: Option<&'a str>,
}

/// Changes fields of a slice; an empty `part_on_purpose` or `closed_on` takes the value away.
///
/// # Errors
/// [`EditError::Title`], [`EditError::NameTaken`], [`EditError::TextTooLong`], [`EditError::NoDay`],
/// [`EditError::Gone`].
pub(super) fn change_slice(
    db: &Connection,
    slice: SliceId,
    change: &SliceChange<'_>,
) -> Result<Done, EditError> {
    let new_name =
        change.name.map(|name| free_name(db, Noun::Slice, name, Some(slice.0))).transpose()?;
    let rows = db
        .prepare_cached(
            "UPDATE slice SET name = coalesce(?2, name), outcome = coalesce(?3, outcome)
             WHERE id = ?1",
        )?
        .execute((slice, &new_name, change.outcome.map(body).transpose()?))?;
    gone_unless(Noun::Slice, rows)?;
    if let Some(reason) = change.part_on_purpose {
        let reason = Some(body(reason)?).filter(|reason| !reason.is_empty());
        db.prepare_cached("UPDATE slice SET part_on_purpose = ?2 WHERE id = ?1")?
            .execute((slice, reason))?;
    }
    if let Some(closed_on) = change.closed_on {
        db.prepare_cached("UPDATE slice SET closed_on = ?2 WHERE id = ?1")?
            .execute((slice, day(closed_on)?))?;
    }
    let name = name_of(db, Noun::Slice, slice.0)?;
    Ok(Done::of(match change {
        SliceChange { name: Some(_), outcome: None, part_on_purpose: None, closed_on: None } => {
            Label::Rename { what: Noun::Slice, name }
        }
        _ => Label::changed(Noun::Slice, name, 1),
    }))
}

/// Says what people think will come of a slice, how they will see that, and by when; `None` stays, and
/// an empty `measure_by` takes the day away.
///
/// # Errors
/// [`EditError::TextTooLong`], [`EditError::NoDay`], [`EditError::Gone`].
pub(super) fn set_hypothesis(
    db: &Connection,
    slice: SliceId,
    hypothesis: Option<&str>,
    measure: Option<&str>,
    measure_by: Option<&str>,
) -> Result<Done, EditError> {
    let rows = db
        .prepare_cached(
            "UPDATE slice SET hypothesis = coalesce(?2, hypothesis), measure = coalesce(?3, measure)
             WHERE id = ?1",
        )?
        .execute((slice, hypothesis.map(body).transpose()?, measure.map(body).transpose()?))?;
    gone_unless(Noun::Slice, rows)?;
    if let Some(measure_by) = measure_by {
        db.prepare_cached("UPDATE slice SET measure_by = ?2 WHERE id = ?1")?
            .execute((slice, day(measure_by)?))?;
    }
    Ok(Done::of(Label::changed(Noun::Slice, name_of(db, Noun::Slice, slice.0)?, 1)))
}

/// Says which Product Goal a slice serves.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn set_goal(
    db: &Connection,
    slice: SliceId,
    goal: Option<GoalId>,
) -> Result<Done, EditError> {
    let name = name_of(db, Noun::Slice, slice.0)?;
    if let Some(goal) = goal {
        name_of(db, Noun::Goal, goal.0)?;
    }
    db.prepare_cached("UPDATE slice SET goal = ?2 WHERE id = ?1")?.execute((slice, goal))?;
    Ok(Done::of(Label::changed(Noun::Slice, name, 1)))
}

/// Removes a slice; its PBIs go to Later, those without a step to the tray, and tasks that had been
/// pulled into it go with their PBIs again.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn remove_slice(db: &Connection, slice: SliceId) -> Result<Done, EditError> {
    let name = name_of(db, Noun::Slice, slice.0)?;
    let kept = db
        .prepare_cached("SELECT count(*) FROM item WHERE slice = ?1")?
        .query_row([slice], |row| row.get(0))?;
    db.prepare_cached("DELETE FROM slice WHERE id = ?1")?.execute([slice])?;
    Ok(Done::of(Label::removed(Noun::Slice, name, kept)))
}
