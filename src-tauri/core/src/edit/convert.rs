//! Any card becomes any level: people find the level after they found the words.
//!
//! The row keeps its id (and so its history), its title, its notes and its source. Texts that the new
//! level has no field for go to the end of its notes. What stood below it never gets lost:
//!
//! | from | to goal, activity, step | to item, note | to task |
//! |---|---|---|---|
//! | item, note | its tasks become PBIs where it stood (of a step or an activity: in it) | its tasks stay | its tasks go along, below the same PBI |
//! | task | | stands where its PBI stands, or where it was pulled | |
//! | step | its PBIs go along into an activity, else to its neighbour | to its neighbour | to its neighbour |
//! | activity | its steps go along into a step's activity; a goal leaves the activity, untitled | its steps go to its neighbour | as to item |
//! | goal | stands at the first activity that it concerned | in that activity's first step | loose, or below the PBI that is named |
//!
//! The neighbour of a step is the step before it in its activity, else the one after it, else a new
//! untitled one; that of an activity likewise.

mod leave;
mod row;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use specta::Type;
use uuid::Uuid;

use super::rows::{clamp, name_of};
use super::{Done, EditError, Label, Noun};
use crate::board::{ActivityId, ItemId, Rank, StepId};
use row::{Row, find};

/// What a card can become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// A Product Goal.
    Goal,
    /// An activity.
    Activity,
    /// A step.
    Step,
    /// A PBI.
    Item,
    /// A task.
    Task,
    /// A note: a remark on the wall.
    Note,
}

/// Makes rows of any level rows of another. `item`: the PBI below which tasks go.
///
/// # Errors
/// [`EditError::Gone`], [`EditError::Title`] where an untitled row would need a name.
pub(super) fn convert(
    db: &Connection,
    rows: &[Uuid],
    to: Level,
    item: Option<ItemId>,
) -> Result<Done, EditError> {
    let mut name = String::new();
    for id in rows {
        let row = find(db, *id)?;
        name.clone_from(&row.title);
        become_level(db, &row, to, item)?;
    }
    if rows.len() > 1 {
        name.clear();
    }
    Ok(Done::of(Label::Become { to, name, count: clamp(rows.len()) }))
}

fn become_level(
    db: &Connection,
    row: &Row,
    to: Level,
    item: Option<ItemId>,
) -> Result<(), EditError> {
    match (row.what, to) {
        (Noun::Item, Level::Item | Level::Note) => row.declare(db, to),
        (Noun::Goal, Level::Goal)
        | (Noun::Activity, Level::Activity)
        | (Noun::Step, Level::Step)
        | (Noun::Task, Level::Task) => Ok(()),
        (_, Level::Goal) => goal(db, row),
        (_, Level::Activity) => activity(db, row),
        (_, Level::Step) => step(db, row),
        (_, Level::Item | Level::Note) => {
            row.insert_item(db)?;
            row.leave(db, to)?;
            row.declare(db, to)
        }
        (_, Level::Task) => {
            let item = item.filter(|item| item.0 != row.id);
            if let Some(item) = item {
                name_of(db, Noun::Item, item.0)?;
            }
            row.insert_task(db, item)?;
            row.leave(db, to)
        }
    }
}

fn goal(db: &Connection, row: &Row) -> Result<(), EditError> {
    let mut activity = row.spot.activity;
    row.insert_goal(db)?;
    if row.what == Noun::Activity {
        activity = Some(row.leave_activity_untitled(db)?);
    } else {
        row.leave(db, Level::Goal)?;
    }
    if let Some(activity) = activity {
        super::ties::GOAL_ACTIVITIES.tie(db, row.id, activity.0)?;
    }
    Ok(())
}

fn activity(db: &Connection, row: &Row) -> Result<(), EditError> {
    let before = match row.what {
        // A goal's activity comes in front of those that it concerned.
        Noun::Goal => row.spot.activity,
        _ => row.spot.activity.map(|at| next_activity(db, at)).transpose()?.flatten(),
    };
    row.insert_activity(db, before)?;
    let inner = StepId::make();
    db.prepare_cached("INSERT INTO step (id, rank, activity) VALUES (?1, ?2, ?3)")?.execute((
        inner,
        Rank::between(None, None),
        ActivityId(row.id),
    ))?;
    row.leave_into(db, Level::Activity, inner)
}

fn step(db: &Connection, row: &Row) -> Result<(), EditError> {
    let (activity, before) = match row.what {
        Noun::Activity => (leave::neighbour_activity(db, ActivityId(row.id))?, None),
        Noun::Goal => (row.spot.activity, None),
        _ => {
            let next = row.spot.step.map(|at| leave::step_after(db, at)).transpose()?.flatten();
            (row.spot.activity, next)
        }
    };
    let activity = match activity {
        Some(activity) => activity,
        None => row::untitled_activity(db)?,
    };
    row.insert_step(db, activity, before)?;
    row.leave_into(db, Level::Step, StepId(row.id))
}

fn next_activity(db: &Connection, at: ActivityId) -> Result<Option<ActivityId>, EditError> {
    let order: Vec<ActivityId> = db
        .prepare_cached("SELECT id FROM activity ORDER BY rank, id")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(order.iter().position(|id| *id == at).and_then(|at| order.get(at + 1).copied()))
}

#[cfg(test)]
mod tests;
