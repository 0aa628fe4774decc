//! Edits of tasks.

use rusqlite::Connection;

use super::rows::{between, gone_unless, name_of, name_of_all, title};
use super::{Done, EditError, Label, Noun};
use crate::board::{ItemId, Rank, SliceId, SprintId, TaskId};

fn list(db: &Connection, item: Option<ItemId>) -> Result<Vec<(uuid::Uuid, Rank)>, EditError> {
    if let Some(item) = item {
        name_of(db, Noun::Item, item.0)?;
    }
    Ok(db
        .prepare_cached("SELECT id, rank FROM task WHERE item IS ?1 ORDER BY rank, id")?
        .query_map([item], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?)
}

/// Makes a task below a PBI, or a loose one.
///
/// # Errors
/// [`EditError::Title`], [`EditError::Gone`].
pub(super) fn add_task(
    db: &Connection,
    text: &str,
    item: Option<ItemId>,
    before: Option<TaskId>,
) -> Result<Done, EditError> {
    let title = title(Noun::Task, text)?;
    let list = list(db, item)?;
    let (above, below) = between(&list, Noun::Task, before.map(|id| id.0), &[])?;
    let task = TaskId::make();
    db.prepare_cached("INSERT INTO task (id, rank, item, title) VALUES (?1, ?2, ?3, ?4)")?
        .execute((task, Rank::between(above, below), item, &title))?;
    Ok(Done::made(Label::add(Noun::Task, &title), [task.0]))
}

/// Names a task.
///
/// # Errors
/// [`EditError::Title`], [`EditError::Gone`].
pub(super) fn rename_task(db: &Connection, task: TaskId, text: &str) -> Result<Done, EditError> {
    let title = title(Noun::Task, text)?;
    let rows =
        db.prepare_cached("UPDATE task SET title = ?2 WHERE id = ?1")?.execute((task, &title))?;
    gone_unless(Noun::Task, rows)?;
    Ok(Done::of(Label::Rename { what: Noun::Task, name: title.to_string() }))
}

/// Moves tasks below a PBI or into the tray, in the order given; where they had been pulled alone,
/// they come back. Tasks that lie there already are left alone.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn move_tasks(
    db: &Connection,
    tasks: &[TaskId],
    item: Option<ItemId>,
    before: Option<TaskId>,
) -> Result<Done, EditError> {
    let name = name_of_all(db, Noun::Task, tasks.iter().map(|id| id.0))?;
    let moved: Vec<_> = tasks.iter().map(|id| id.0).collect();
    let rows = list(db, item)?;
    let order: Vec<_> = rows.iter().map(|(id, _)| *id).collect();
    let at = moved.first().and_then(|first| order.iter().position(|id| id == first));
    let lie_there = at.is_some_and(|at| {
        order.get(at..at + moved.len()) == Some(&moved[..])
            && order.get(at + moved.len()).copied() == before.map(|id| id.0)
    });
    let (above, below) = between(&rows, Noun::Task, before.map(|id| id.0), &moved)?;
    let ranks = Rank::spread(above, below, tasks.len());
    for (task, rank) in tasks.iter().zip(ranks) {
        let new_rank = (!lie_there).then_some(rank);
        db.prepare_cached(
            "UPDATE task SET item = ?2, rank = coalesce(?3, rank), slice = NULL, sprint = NULL
             WHERE id = ?1",
        )?
        .execute((task, item, new_rank))?;
    }
    Ok(Done::of(Label::moved_all(Noun::Task, name, tasks.len())))
}

/// Pulls tasks alone into a slice; `None`, or the slice in which their PBI stands: they go with it.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn pull_tasks(
    db: &Connection,
    tasks: &[TaskId],
    slice: Option<SliceId>,
) -> Result<Done, EditError> {
    if let Some(slice) = slice {
        name_of(db, Noun::Slice, slice.0)?;
    }
    let name = name_of_all(db, Noun::Task, tasks.iter().map(|id| id.0))?;
    for task in tasks {
        db.prepare_cached(
            "UPDATE task SET slice = nullif(?2, (SELECT slice FROM item WHERE id = task.item))
             WHERE id = ?1",
        )?
        .execute((task, slice))?;
    }
    Ok(Done::of(Label::moved_all(Noun::Task, name, tasks.len())))
}

/// Pulls tasks alone into a Sprint; `None`: they go with their PBIs.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn pull_into_sprint(
    db: &Connection,
    tasks: &[TaskId],
    sprint: Option<SprintId>,
) -> Result<Done, EditError> {
    if let Some(sprint) = sprint {
        name_of(db, Noun::Sprint, sprint.0)?;
    }
    let name = name_of_all(db, Noun::Task, tasks.iter().map(|id| id.0))?;
    for task in tasks {
        db.prepare_cached("UPDATE task SET sprint = ?2 WHERE id = ?1")?.execute((task, sprint))?;
    }
    Ok(Done::of(Label::moved_all(Noun::Task, name, tasks.len())))
}

/// Brings the tasks of PBIs that were pulled alone back to them: the PBIs are whole again.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn bring_together(db: &Connection, items: &[ItemId]) -> Result<Done, EditError> {
    let name = name_of_all(db, Noun::Item, items.iter().map(|id| id.0))?;
    for item in items {
        db.prepare_cached("UPDATE task SET slice = NULL, sprint = NULL WHERE item = ?1")?
            .execute([item])?;
    }
    Ok(Done::of(Label::changed(Noun::Item, name, items.len())))
}
