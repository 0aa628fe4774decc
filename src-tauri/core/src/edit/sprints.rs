//! Edits of Sprints and of what is planned in them.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::rows::{body, day, gone_unless, known_day, name_of, name_of_all, rank_at};
use super::slices::free_name;
use super::{Done, EditError, Label, Noun};
use crate::board::{ItemId, Left, Rank, SprintId};

/// What a new Sprint says.
pub(super) struct NewSprint<'a> {
    pub name: &'a str,
    pub goal: &'a str,
    pub starts_on: Option<&'a str>,
    pub ends_on: Option<&'a str>,
    pub before: Option<SprintId>,
}

/// Makes a Sprint.
///
/// # Errors
/// [`EditError::Title`], [`EditError::NameTaken`], [`EditError::TextTooLong`], [`EditError::NoDay`],
/// [`EditError::Gone`].
pub(super) fn add_sprint(db: &Connection, new: &NewSprint<'_>) -> Result<Done, EditError> {
    let name = free_name(db, Noun::Sprint, new.name, None)?;
    let sprint = SprintId::make();
    let rank = rank_at(db, Noun::Sprint, new.before.map(|id| id.0), &[])?;
    db.prepare_cached(
        "INSERT INTO sprint (id, rank, name, goal, starts_on, ends_on)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute((
        sprint,
        rank,
        &name,
        body(new.goal)?,
        day(new.starts_on.unwrap_or_default())?,
        day(new.ends_on.unwrap_or_default())?,
    ))?;
    Ok(Done::made(Label::add(Noun::Sprint, &name), [sprint.0]))
}

/// Fields of a Sprint that are to be different; `None` stays.
pub(super) struct SprintChange<'a> {
    pub name: Option<&'a str>,
    pub goal: Option<&'a str>,
    pub starts_on: Option<&'a str>,
    pub ends_on: Option<&'a str>,
}

/// Changes fields of a Sprint; an empty date takes the value away.
///
/// # Errors
/// [`EditError::Title`], [`EditError::NameTaken`], [`EditError::TextTooLong`], [`EditError::NoDay`],
/// [`EditError::Gone`].
pub(super) fn change_sprint(
    db: &Connection,
    sprint: SprintId,
    change: &SprintChange<'_>,
) -> Result<Done, EditError> {
    let new_name =
        change.name.map(|name| free_name(db, Noun::Sprint, name, Some(sprint.0))).transpose()?;
    let rows = db
        .prepare_cached(
            "UPDATE sprint SET name = coalesce(?2, name), goal = coalesce(?3, goal) WHERE id = ?1",
        )?
        .execute((sprint, &new_name, change.goal.map(body).transpose()?))?;
    gone_unless(Noun::Sprint, rows)?;
    for (column, date) in [("starts_on", change.starts_on), ("ends_on", change.ends_on)] {
        if let Some(date) = date {
            let sql = format!("UPDATE sprint SET {column} = ?2 WHERE id = ?1");
            db.prepare_cached(&sql)?.execute((sprint, day(date)?))?;
        }
    }
    Ok(Done::of(Label::changed(Noun::Sprint, name_of(db, Noun::Sprint, sprint.0)?, 1)))
}

/// Removes a Sprint; its PBIs stay where they are, and tasks that had been pulled into it go with
/// their PBIs again.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn remove_sprint(db: &Connection, sprint: SprintId) -> Result<Done, EditError> {
    let name = name_of(db, Noun::Sprint, sprint.0)?;
    let kept = db
        .prepare_cached("SELECT count(*) FROM sprint_item WHERE sprint = ?1")?
        .query_row([sprint], |row| row.get(0))?;
    db.prepare_cached("DELETE FROM sprint WHERE id = ?1")?.execute([sprint])?;
    Ok(Done::of(Label::removed(Noun::Sprint, name, kept)))
}

/// Selects PBIs for a Sprint, at the end of its plan. One that is in it already stays where it is; one
/// that had left it is in it again.
///
/// # Errors
/// [`EditError::Gone`].
pub(super) fn select(
    db: &Connection,
    sprint: SprintId,
    items: &[ItemId],
) -> Result<Done, EditError> {
    name_of(db, Noun::Sprint, sprint.0)?;
    let name = name_of_all(db, Noun::Item, items.iter().map(|id| id.0))?;
    for item in items {
        let stay: Option<Uuid> = db
            .prepare_cached("SELECT id FROM sprint_item WHERE sprint = ?1 AND item = ?2")?
            .query_row((sprint, item), |row| row.get(0))
            .optional()?;
        if let Some(stay) = stay {
            db.prepare_cached("UPDATE sprint_item SET left_as = NULL WHERE id = ?1")?
                .execute([stay])?;
            continue;
        }
        let last = db
            .prepare_cached(
                "SELECT rank FROM sprint_item WHERE sprint = ?1 ORDER BY rank DESC, id DESC LIMIT 1",
            )?
            .query_row([sprint], |row| row.get(0))
            .optional()?;
        let rank = Rank::between(last.as_ref(), None);
        db.prepare_cached(
            "INSERT INTO sprint_item (id, rank, sprint, item) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute((Uuid::now_v7(), rank, sprint, item))?;
    }
    Ok(Done::of(Label::moved_all(Noun::Item, name, items.len())))
}

/// Says how PBIs left a Sprint; `None`: they are in it still.
///
/// # Errors
/// [`EditError::Gone`] if one was never selected for it.
pub(super) fn leave(
    db: &Connection,
    sprint: SprintId,
    items: &[ItemId],
    left_as: Option<Left>,
) -> Result<Done, EditError> {
    let name = name_of_all(db, Noun::Item, items.iter().map(|id| id.0))?;
    for item in items {
        let rows = db
            .prepare_cached("UPDATE sprint_item SET left_as = ?3 WHERE sprint = ?1 AND item = ?2")?
            .execute((sprint, item, left_as.map(Left::word)))?;
        gone_unless(Noun::Sprint, rows)?;
    }
    Ok(Done::of(Label::changed(Noun::Item, name, items.len())))
}

/// Takes PBIs out of a Sprint's plan.
///
/// # Errors
/// [`EditError::Gone`] if one was never selected for it.
pub(super) fn drop_items(
    db: &Connection,
    sprint: SprintId,
    items: &[ItemId],
) -> Result<Done, EditError> {
    let name = name_of_all(db, Noun::Item, items.iter().map(|id| id.0))?;
    for item in items {
        let rows = db
            .prepare_cached("DELETE FROM sprint_item WHERE sprint = ?1 AND item = ?2")?
            .execute((sprint, item))?;
        gone_unless(Noun::Sprint, rows)?;
    }
    Ok(Done::of(Label::moved_all(Noun::Item, name, items.len())))
}

/// Ends a Sprint: what is Done in it left as done, what is not went back to the Product Backlog, and
/// unfinished tasks that had been pulled into it alone go with their PBIs again. What left before
/// stays as it was.
///
/// # Errors
/// [`EditError::NoDay`], [`EditError::Gone`].
pub(super) fn end(db: &Connection, sprint: SprintId, ended_on: &str) -> Result<Done, EditError> {
    let name = name_of(db, Noun::Sprint, sprint.0)?;
    db.prepare_cached("UPDATE sprint SET ended_on = ?2 WHERE id = ?1")?
        .execute((sprint, known_day(ended_on)?))?;
    db.prepare_cached(
        "UPDATE sprint_item SET left_as = CASE
           WHEN (SELECT done FROM item WHERE item.id = sprint_item.item) THEN ?2 ELSE ?3 END
         WHERE sprint = ?1 AND left_as IS NULL",
    )?
    .execute((sprint, Left::Done, Left::Returned))?;
    db.prepare_cached("UPDATE task SET sprint = NULL WHERE sprint = ?1 AND NOT done")?
        .execute([sprint])?;
    Ok(Done::of(Label::EndSprint { name }))
}
