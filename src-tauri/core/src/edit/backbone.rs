//! Edits of activities and steps.
//!
//! An activity always has at least one step, so the two are made, moved and removed together here.
//! Tidying the backbone never loses work: the PBIs of a step that goes stay on the map.

use rusqlite::Connection;
use uuid::Uuid;

use super::rows::{gone_unless, name_of, optional_title, rank_at, rank_at_within};
use super::{Done, EditError, Label, Noun};
use crate::board::{ActivityId, StepId};

/// Makes an activity with one untitled step.
///
/// # Errors
/// [`EditError::Title`], [`EditError::Gone`].
pub(super) fn add_activity(
    db: &Connection,
    title: Option<&str>,
    before: Option<ActivityId>,
) -> Result<Done, EditError> {
    let title = optional_title(Noun::Activity, title)?;
    let activity = ActivityId::make();
    let rank = rank_at(db, Noun::Activity, before.map(|id| id.0), &[activity.0])?;
    db.prepare_cached("INSERT INTO activity (id, rank, title) VALUES (?1, ?2, ?3)")?
        .execute((activity, rank, &title))?;
    let step = insert_step(db, activity, None, None)?;
    let label = Label::add(Noun::Activity, title.as_deref().unwrap_or_default());
    Ok(Done::made(label, [activity.0, step.0]))
}

/// Makes a step in an activity.
///
/// # Errors
/// [`EditError::Title`], [`EditError::Gone`].
pub(super) fn add_step(
    db: &Connection,
    activity: ActivityId,
    title: Option<&str>,
    before: Option<StepId>,
) -> Result<Done, EditError> {
    let title = optional_title(Noun::Step, title)?;
    name_of(db, Noun::Activity, activity.0)?;
    let step = insert_step(db, activity, title.as_deref(), before)?;
    Ok(Done::made(Label::add(Noun::Step, title.as_deref().unwrap_or_default()), [step.0]))
}

fn insert_step(
    db: &Connection,
    activity: ActivityId,
    title: Option<&str>,
    before: Option<StepId>,
) -> Result<StepId, EditError> {
    let step = StepId::make();
    let rank = rank_in_activity(db, activity, step, before)?;
    db.prepare_cached("INSERT INTO step (id, rank, activity, title) VALUES (?1, ?2, ?3, ?4)")?
        .execute((step, rank, activity, title))?;
    Ok(step)
}

fn rank_in_activity(
    db: &Connection,
    activity: ActivityId,
    step: StepId,
    before: Option<StepId>,
) -> Result<crate::board::Rank, EditError> {
    let within = ("activity = ?1", Some(activity.0));
    rank_at_within(db, Noun::Step, within, before.map(|id| id.0), &[step.0])
}

/// Names an activity or a step; an empty title makes it untitled again.
///
/// # Errors
/// [`EditError::Title`], [`EditError::Gone`].
pub(super) fn rename(
    db: &Connection,
    what: Noun,
    id: Uuid,
    title: &str,
) -> Result<Done, EditError> {
    let title = optional_title(what, Some(title))?;
    let sql = format!("UPDATE {} SET title = ?2 WHERE id = ?1", what.table());
    gone_unless(what, db.prepare_cached(&sql)?.execute((id, &title))?)?;
    Ok(Done::of(Label::Rename { what, name: title.map(|t| t.to_string()).unwrap_or_default() }))
}

/// Moves a step with its PBIs, also into another activity. An activity left without steps goes.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn move_step(
    db: &Connection,
    step: StepId,
    activity: ActivityId,
    before: Option<StepId>,
) -> Result<Done, EditError> {
    let label = Label::moved(Noun::Step, name_of(db, Noun::Step, step.0)?);
    name_of(db, Noun::Activity, activity.0)?;
    let from: ActivityId =
        db.query_row("SELECT activity FROM step WHERE id = ?1", [step], |row| row.get(0))?;
    let follows = "SELECT id FROM step WHERE activity = ?1 ORDER BY rank, id";
    let order: Vec<StepId> = db
        .prepare_cached(follows)?
        .query_map([activity], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let next = order.iter().position(|id| *id == step).map(|at| order.get(at + 1).copied());
    if before == Some(step) || next == Some(before) {
        return Ok(Done::of(label));
    }
    let rank = rank_in_activity(db, activity, step, before)?;
    db.prepare_cached("UPDATE step SET activity = ?2, rank = ?3 WHERE id = ?1")?
        .execute((step, activity, rank))?;
    drop_if_stepless(db, from)?;
    Ok(Done::of(label))
}

/// Removes a step; its PBIs lose it, and stand Across or in the tray. The last step of an activity
/// takes the activity along.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn remove_step(db: &Connection, step: StepId) -> Result<Done, EditError> {
    let name = name_of(db, Noun::Step, step.0)?;
    let kept = count(db, "SELECT count(*) FROM item WHERE step = ?1", step.0)?;
    let activity: ActivityId =
        db.query_row("SELECT activity FROM step WHERE id = ?1", [step], |row| row.get(0))?;
    db.prepare_cached("DELETE FROM step WHERE id = ?1")?.execute([step])?;
    drop_if_stepless(db, activity)?;
    Ok(Done::of(Label::removed(Noun::Step, name, kept)))
}

/// Removes an activity with its steps; their PBIs stand Across or in the tray.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn remove_activity(db: &Connection, activity: ActivityId) -> Result<Done, EditError> {
    let name = name_of(db, Noun::Activity, activity.0)?;
    let kept = count(
        db,
        "SELECT count(*) FROM item JOIN step ON item.step = step.id WHERE step.activity = ?1",
        activity.0,
    )?;
    db.prepare_cached("DELETE FROM activity WHERE id = ?1")?.execute([activity])?;
    Ok(Done::of(Label::removed(Noun::Activity, name, kept)))
}

fn drop_if_stepless(db: &Connection, activity: ActivityId) -> Result<(), EditError> {
    db.prepare_cached(
        "DELETE FROM activity WHERE id = ?1
         AND NOT EXISTS (SELECT 1 FROM step WHERE activity = ?1)",
    )?
    .execute([activity])?;
    Ok(())
}

fn count(db: &Connection, sql: &str, id: Uuid) -> Result<u32, EditError> {
    Ok(db.prepare_cached(sql)?.query_row([id], |row| row.get(0))?)
}

/// Makes an activity over steps, in the place of the first one's; activities left without steps go.
///
/// # Errors
/// [`EditError::Title`], [`EditError::Gone`].
pub(super) fn group_steps(
    db: &Connection,
    steps: &[StepId],
    title: Option<&str>,
) -> Result<Done, EditError> {
    let title = optional_title(Noun::Activity, title)?;
    let mut from = Vec::new();
    for step in steps {
        name_of(db, Noun::Step, step.0)?;
        let activity: ActivityId = db
            .prepare_cached("SELECT activity FROM step WHERE id = ?1")?
            .query_row([step], |row| row.get(0))?;
        from.push(activity);
    }
    let Some(first) = from.first().copied() else {
        return Err(EditError::Gone { what: Noun::Step });
    };
    let order: Vec<ActivityId> = db
        .prepare_cached("SELECT id FROM activity ORDER BY rank, id")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let next = order.iter().position(|id| *id == first).and_then(|at| order.get(at + 1));
    let group = ActivityId::make();
    let rank = rank_at(db, Noun::Activity, next.map(|id| id.0), &[])?;
    db.prepare_cached("INSERT INTO activity (id, rank, title) VALUES (?1, ?2, ?3)")?
        .execute((group, rank, &title))?;
    for step in steps {
        let rank = rank_in_activity(db, group, *step, None)?;
        db.prepare_cached("UPDATE step SET activity = ?2, rank = ?3 WHERE id = ?1")?
            .execute((step, group, rank))?;
    }
    for activity in from {
        drop_if_stepless(db, activity)?;
    }
    let label = Label::add(Noun::Activity, title.as_deref().unwrap_or_default());
    Ok(Done::made(label, [group.0]))
}
